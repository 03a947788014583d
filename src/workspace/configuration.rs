//! `dinggao.json`: parsed strictly, turned into what readers and rules are told.
//! Unknown keys and wrong types are errors that name the key.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use super::json::{self, Flaw};
use super::limit::SizeLimit;
use super::suggest::similar_rules;
use crate::checks::{self, Message, Policy, Severity};
use crate::knowledge::{Knowledge, OfficialWording, Profile, UserIndicator};
use crate::report::Options;

/// Name of the configuration file.
pub const FILE_NAME: &str = "dinggao.json";

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Locale {
    /// Chinese.
    #[serde(rename = "zh-CN", alias = "zh")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// How loud a rule is, or that it is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Off,
    Hint,
    Information,
    Warning,
    Error,
}

impl Level {
    const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Information => Some(Severity::Information),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// The file as it is written. `schema.rs` describes the same keys; a test compares them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
struct Written {
    /// For editors only.
    #[serde(rename = "$schema")]
    _schema: Option<String>,
    profile: Option<String>,
    plan_year: Option<i32>,
    region: Option<String>,
    locale: Option<Locale>,
    rules: BTreeMap<String, Level>,
    indicators: Vec<UserIndicator>,
    profiles: Vec<Profile>,
    wordings: Vec<OfficialWording>,
    exclude: Vec<String>,
    size_limit: Option<u16>,
}

/// What `dinggao.json` says; the default is what holds without one.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    /// Where it stands; `None` for the default.
    pub file: Option<PathBuf>,
    /// What a reader of reports is told.
    pub options: Options,
    /// Which rules run and how loud.
    pub policy: Policy,
    /// The language of messages, where it is set.
    pub locale: Option<Locale>,
    /// How large a draft may be.
    pub limit: SizeLimit,
    exclude: GlobSet,
}

/// Why a configuration was refused: one line that names the file, the key and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigurationError {
    /// The file.
    pub file: PathBuf,
    /// 1-based line and column in the file, where known.
    pub place: Option<(usize, usize)>,
    /// The reason, with the file's name.
    pub message: Message,
}

impl fmt::Display for ConfigurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for ConfigurationError {}

impl Configuration {
    /// The configuration for files in `folder`: the nearest `dinggao.json` upwards, or the default.
    ///
    /// # Errors
    /// The nearest file cannot be read or is broken.
    pub fn nearest(folder: &Path) -> Result<Self, ConfigurationError> {
        Self::locate(folder).map_or_else(|| Ok(Self::default()), |file| Self::load(&file))
    }

    /// The nearest `dinggao.json` in `folder` or above it.
    #[must_use]
    pub fn locate(folder: &Path) -> Option<PathBuf> {
        // Without a root to stop at, a relative path would end at itself.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
    }

    /// Reads a configuration file.
    ///
    /// # Errors
    /// The file cannot be read or decoded, or what `parse` refuses.
    pub fn load(file: &Path) -> Result<Self, ConfigurationError> {
        let text = json::read(file).map_err(|flaw| flawed(file, flaw))?;
        Self::parse(&text, file)
    }

    /// Parses the text of a configuration file that stands at `file`.
    ///
    /// # Errors
    /// Broken JSON, unknown keys, wrong types, unknown rules and profiles, bad patterns, and
    /// indicators that clash: each names the key.
    pub fn parse(text: &str, file: &Path) -> Result<Self, ConfigurationError> {
        let written: Written = json::parse(text).map_err(|flaw| flawed(file, flaw))?;
        Self::resolve(written, file)
    }

    fn resolve(written: Written, file: &Path) -> Result<Self, ConfigurationError> {
        let own = (written.indicators, written.profiles, written.wordings);
        let knowledge = Knowledge::with_user_words(own.0, own.1, own.2).map_err(|error| {
            refused(file, None, format!("键 indicators：{error}"), format!("key {error}"))
        })?;
        let profile = written.profile.filter(|profile| profile != "auto");
        if let Some(profile) = profile.as_deref().filter(|id| knowledge.profile(id).is_none()) {
            let known: Vec<&str> = knowledge.profiles().iter().map(|profile| profile.id.as_str()).collect();
            return Err(refused(
                file,
                None,
                format!("键 profile：没有“{profile}”这种文稿类型，可用 auto、{}", known.join("、")),
                format!("key profile: unknown profile {profile:?}; use auto, {}", known.join(", ")),
            ));
        }
        let mut policy = Policy::default();
        for (name, level) in written.rules {
            if checks::rule(&name).is_none() {
                return Err(unknown_rule(file, &name));
            }
            policy.severities.insert(name, level.severity());
        }
        let limit = match written.size_limit {
            None => SizeLimit::default(),
            Some(mebibytes) => SizeLimit::new(mebibytes).ok_or_else(|| {
                let highest = SizeLimit::HIGHEST;
                refused(
                    file,
                    None,
                    format!("键 sizeLimit：{mebibytes} 不在 1 到 {highest}（MiB）之间"),
                    format!("key sizeLimit: {mebibytes} is not between 1 and {highest} (MiB)"),
                )
            })?,
        };
        Ok(Self {
            file: Some(file.to_owned()),
            exclude: patterns(&written.exclude, file)?,
            options: Options { knowledge, profile, plan_year: written.plan_year, region: written.region },
            policy,
            locale: written.locale,
            limit,
        })
    }

    /// Whether `exclude` names this file of the folder. Patterns are relative to the folder of
    /// the configuration; a file named by the user is never asked about.
    #[must_use]
    pub fn excludes(&self, path: &Path) -> bool {
        let Some(root) = self.file.as_deref().and_then(Path::parent) else { return false };
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (root, path) = (absolute(root), absolute(path));
        path.strip_prefix(&root).is_ok_and(|relative| self.exclude.is_match(relative))
    }
}

fn patterns(exclude: &[String], file: &Path) -> Result<GlobSet, ConfigurationError> {
    let bad = |index: usize, error: &globset::Error| {
        refused(file, None, format!("键 exclude[{index}]：{error}"), format!("key exclude[{index}]: {error}"))
    };
    let mut set = GlobSetBuilder::new();
    for (index, pattern) in exclude.iter().enumerate() {
        let glob =
            GlobBuilder::new(pattern).literal_separator(true).build().map_err(|error| bad(index, &error))?;
        set.add(glob);
    }
    set.build().map_err(|error| bad(0, &error))
}

fn refused(
    file: &Path,
    place: Option<(usize, usize)>,
    zh: impl fmt::Display,
    en: impl fmt::Display,
) -> ConfigurationError {
    let name = file.display();
    ConfigurationError {
        file: file.to_owned(),
        place,
        message: Message::new(
            format!("{name}：{zh}。请改正配置后再运行"),
            format!("{name}: {en}; correct the configuration"),
        ),
    }
}

fn flawed(file: &Path, flaw: Flaw) -> ConfigurationError {
    refused(file, flaw.place, flaw.zh, flaw.en)
}

fn unknown_rule(file: &Path, name: &str) -> ConfigurationError {
    let similar = similar_rules(name);
    let (zh, en) = if similar.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，是否指 {}", similar.join("、")), format!("; did you mean {}", similar.join(", ")))
    };
    refused(
        file,
        None,
        format!("键 rules.{name}：没有这条规则{zh}"),
        format!("key rules.{name}: unknown rule{en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Configuration, ConfigurationError> {
        Configuration::parse(text, Path::new("dinggao.json"))
    }

    fn error(text: &str) -> String {
        parse(text).unwrap_err().message.en
    }

    #[test]
    fn the_example_of_the_manual_parses() {
        let configuration = parse(
            r#"{"profile":"auto","planYear":2026,"region":"澄州市","locale":"en",
                "rules":{"mojibake":"off"},
                "indicators":[{"id":"pearl-output","name":"淡水珍珠产量","aliases":["珍珠产量"],"unit":"吨","definition":"全年采收的淡水珍珠"}],
                "wordings":[{"old":"珠农","new":"养殖户","since":"2024-01-01","followedBy":["增收"]}],
                "profiles":[],"exclude":["archive/**"],"sizeLimit":2}"#,
        )
        .unwrap();
        assert_eq!(configuration.options.profile, None);
        assert_eq!(configuration.options.plan_year, Some(2026));
        assert_eq!(configuration.options.region.as_deref(), Some("澄州市"));
        assert_eq!(configuration.locale, Some(Locale::English));
        assert_eq!(configuration.limit.bytes(), 2 << 20);
        assert_eq!(configuration.policy.severities.get("mojibake"), Some(&None));
        assert!(configuration.options.knowledge.by_glossary_id("pearl-output").is_some());
        let first = configuration.options.knowledge.official().next().unwrap();
        assert_eq!((first.new.as_str(), first.followed_by.len()), ("养殖户", 1));
    }

    #[test]
    fn every_error_names_its_key() {
        assert!(error(r#"{"planyear":2026}"#).contains("planyear"));
        assert!(error(r#"{"planYear":"2026"}"#).contains("key planYear"));
        assert!(error(r#"{"rules":{"mojibake":"loud"}}"#).contains("key rules.mojibake"));
        assert!(error(r#"{"rules":{"mojibak":"off"}}"#).contains("did you mean mojibake"));
        assert!(error(r#"{"indicators":[{"id":"x","name":"y","colour":"z"}]}"#).contains("indicators[0]"));
        assert!(error(r#"{"wordings":[{"old":"x"}]}"#).contains("wordings[0]"));
        assert!(error(r#"{"profile":"novel"}"#).contains("key profile"));
        assert!(error(r#"{"exclude":["a","[z-a]"]}"#).contains("exclude[1]"));
        for wrong in ["0", "1025", "-1", "\"64\"", "70000"] {
            let error = error(&format!("{{\"sizeLimit\":{wrong}}}"));
            assert!(error.contains("key sizeLimit"), "{wrong}: {error}");
        }
        assert!(error(r#"{"locale":"fr"}"#).contains("key locale"));
        assert!(error("{").contains("not valid JSON"));
        assert!(error("{} {}").contains("not valid JSON"));
    }

    #[test]
    fn patterns_are_relative_to_the_configuration() {
        let mut configuration = parse(r#"{"exclude":["archive/**","*.bak.txt"]}"#).unwrap();
        configuration.file = Some(PathBuf::from("/drafts/dinggao.json"));
        assert!(configuration.excludes(Path::new("/drafts/archive/2020/a.txt")));
        assert!(configuration.excludes(Path::new("/drafts/a.bak.txt")));
        assert!(!configuration.excludes(Path::new("/drafts/2020/a.bak.txt")));
        assert!(!configuration.excludes(Path::new("/elsewhere/archive/a.txt")));
        assert!(!Configuration::default().excludes(Path::new("/drafts/archive/a.txt")));
    }
}
