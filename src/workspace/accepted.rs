//! Findings that a person has looked at and accepted, in `.dinggao/accepted.json`: each names the
//! file, the rule and the hash of the sentence, and lapses when the sentence changes. Matching and
//! the text of a new entry are pure; the file is read here, and written by the editor alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::configuration::ConfigurationError;
use super::json::{self, Flaw};
use crate::checks::{Finding, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

/// Name of the file, from the folder that it speaks for.
pub const ACCEPTED_NAME: &str = ".dinggao/accepted.json";

/// As many characters of what is marked are quoted in a new entry.
const QUOTED: usize = 30;

/// The file as it is written. `schema.rs` describes the same keys; a test compares them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    /// For editors only.
    #[serde(rename = "$schema")]
    _schema: Option<String>,
    accepted: Vec<Entry>,
}

/// One accepted place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The draft, relative to the folder, with `/`.
    pub file: String,
    /// The rule.
    pub rule: String,
    /// The hash of the sentence.
    pub hash: String,
    /// Why it may stand.
    #[serde(default)]
    pub reason: String,
    /// When it was accepted, as 2026-01-31.
    #[serde(default)]
    pub date: String,
}

/// What was accepted in the drafts of one folder; nothing by default.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// The folder that holds `.dinggao`.
    root: Option<PathBuf>,
    /// Rule and hash, by file.
    entries: BTreeMap<String, BTreeSet<(String, String)>>,
}

impl Accepted {
    /// The nearest `.dinggao/accepted.json` in `folder` or above it, read; nothing where there is none.
    ///
    /// # Errors
    /// The file cannot be read or is broken.
    pub fn nearest(folder: &Path) -> Result<Self, ConfigurationError> {
        let folder = json::real(folder);
        folder
            .ancestors()
            .find(|folder| folder.join(ACCEPTED_NAME).is_file())
            .map_or_else(|| Ok(Self::default()), Self::load)
    }

    /// What was accepted in the folder `root`: its own file, or nothing yet.
    ///
    /// # Errors
    /// The file cannot be read or is broken.
    pub fn load(root: &Path) -> Result<Self, ConfigurationError> {
        let root = json::real(root);
        let file = root.join(ACCEPTED_NAME);
        let text = if file.exists() { json::read(&file) } else { Ok(String::new()) };
        text.and_then(|text| Self::parse(&text, &root)).map_err(|flaw| refused(file, flaw))
    }

    fn parse(text: &str, root: &Path) -> Result<Self, Flaw> {
        let mut entries: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        for Entry { file, rule, hash, .. } in written(text)?.accepted {
            entries.entry(file).or_default().insert((rule, hash));
        }
        Ok(Self { root: Some(root.to_owned()), entries })
    }

    /// The file that holds it; `None` where no folder is spoken for.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        self.root.as_ref().map(|root| root.join(ACCEPTED_NAME))
    }

    /// What a draft is called in the file; `None` for one outside the folder.
    #[must_use]
    pub fn name(&self, path: &Path) -> Option<String> {
        let path = json::real(path.parent()?).join(path.file_name()?);
        let inside = path.strip_prefix(self.root.as_ref()?).ok()?;
        let steps: Option<Vec<&str>> = inside.iter().map(|step| step.to_str()).collect();
        steps.map(|steps| steps.join("/"))
    }

    /// The findings of the draft of this name that nobody has accepted, and how many were accepted.
    #[must_use]
    pub fn without_accepted(
        &self,
        name: Option<&str>,
        report: &Report,
        findings: Vec<Finding>,
    ) -> (Vec<Finding>, usize) {
        let Some(entries) = name.and_then(|name| self.entries.get(name)) else { return (findings, 0) };
        let rules: BTreeSet<&str> = entries.iter().map(|(rule, _)| rule.as_str()).collect();
        let before = findings.len();
        let left: Vec<Finding> = findings
            .into_iter()
            .filter(|finding| {
                let rule = finding.rule.name;
                !(rules.contains(rule) && entries.contains(&(rule.to_owned(), hash(report, finding.span))))
            })
            .collect();
        let accepted = before - left.len();
        (left, accepted)
    }
}

impl Entry {
    /// The entry that accepts `finding` in the draft called `name`, on the day `date`.
    #[must_use]
    pub fn new(name: &str, report: &Report, finding: &Finding, date: &str) -> Self {
        let marked = report.text(finding.span).split(['\r', '\n']).next().unwrap_or("").trim();
        let mut quoted: String = marked.chars().take(QUOTED).collect();
        if quoted.len() < marked.len() {
            quoted.push('\u{2026}');
        }
        Self {
            file: name.to_owned(),
            rule: finding.rule.name.to_owned(),
            hash: hash(report, finding.span),
            reason: format!("已核实\u{FF1A}{quoted}"),
            date: date.to_owned(),
        }
    }

    /// The insertion that adds this entry to the text of the file and touches nothing that stands
    /// there; `None` where the text is broken: it is mended first, by a person.
    #[must_use]
    pub fn insertion(&self, text: &str) -> Option<Edit> {
        written(text).ok()?;
        let entry = serde_json::to_string(self).ok()?;
        if text.trim().is_empty() {
            return Some(insert(0, format!("{{\n  \"accepted\": [\n    {entry}\n  ]\n}}\n")));
        }
        // The one array of the file, or the object that has none yet.
        if let Some(at) = outside_strings(text, '[') {
            let end = if next(text, at) == Some(']') { "\n  " } else { "," };
            return Some(insert(at, format!("\n    {entry}{end}")));
        }
        let at = outside_strings(text, '{')?;
        let end = if next(text, at) == Some('}') { "\n" } else { "," };
        Some(insert(at, format!("\n  \"accepted\": [\n    {entry}\n  ]{end}")))
    }
}

/// The file's text, parsed; an empty file says nothing.
fn written(text: &str) -> Result<Written, Flaw> {
    if text.trim().is_empty() { Ok(Written::default()) } else { json::parse(text) }
}

fn insert(at: usize, text: String) -> Edit {
    Edit::replace(Span::at(at), text)
}

/// Where the first `mark` outside strings ends.
fn outside_strings(json: &str, mark: char) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in json.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            c if c == mark && !quoted => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

fn next(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.trim_start().chars().next()
}

/// The hash of the sentence, or sentences, that hold a place. 64-bit FNV-1a of the UTF-8 text,
/// blanks at the ends of lines left out: written down in files, so it must never change.
fn hash(report: &Report, span: Span) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let lines = sentences(report, span).split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    for (index, line) in lines.enumerate() {
        for byte in (if index > 0 { "\n" } else { "" }).bytes().chain(line.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// The text of the sentences that a span touches, whole.
fn sentences(report: &Report, span: Span) -> &str {
    let last = span.end.saturating_sub(1).max(span.start);
    match (around(report, span.start), around(report, last)) {
        (Some(first), Some(last)) => report.text(first.cover(last)),
        _ => report.text(span),
    }
}

/// The sentence around an offset (absolute); the paragraph where it has none.
fn around(report: &Report, offset: usize) -> Option<Span> {
    let (_, paragraph) = report.paragraph_at(offset)?;
    let sentences = &paragraph.reading.sentences;
    let inside = offset.saturating_sub(paragraph.start);
    let sentence = sentences.iter().find(|sentence| inside < sentence.span.end).or(sentences.last());
    Some(sentence.map_or(paragraph.span(), |sentence| sentence.span.shifted(paragraph.start)))
}

fn refused(file: PathBuf, flaw: Flaw) -> ConfigurationError {
    let (name, Flaw { place, zh, en }) = (file.display().to_string(), flaw);
    ConfigurationError {
        file,
        place,
        message: Message::new(
            format!(
                "{name}\u{FF1A}{zh}\u{3002}请改正这个文件\u{FF1B}改好之前\u{FF0C}编辑器沿用上一次读到的内容\u{FF0C}命令行不计已接受之处"
            ),
            format!(
                "{name}: {en}; correct this file: until then the editor goes by what it read last, \
                 and the command line by nothing"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{ALL, Findings, Rule};
    use crate::report::{Memo, Options};

    fn read(text: &str) -> Report {
        Report::read(text, &Options::default(), &mut Memo::default())
    }

    /// A finding of `rule` at the first place of `marked`.
    fn finding(report: &Report, rule: &'static Rule, marked: &str) -> Finding {
        let start = report.source.find(marked).unwrap();
        let mut findings = Findings::new(rule);
        findings.report(Span::new(start, start + marked.len()), Message::new("", ""));
        findings.into_vec().remove(0)
    }

    fn entry(report: &Report, marked: &str) -> Entry {
        Entry::new("稿/甲.txt", report, &finding(report, ALL[0], marked), "2026-01-31")
    }

    fn accept(text: &str, entry: &Entry) -> String {
        Edit::apply_all(text, &[entry.insertion(text).unwrap()])
    }

    #[test]
    fn an_entry_holds_for_its_file_rule_and_sentence() {
        let report = read("前句。本句有**公里，又有**里。\r\n后句有**亩。");
        let text = accept("", &entry(&report, "**公里"));
        let accepted = Accepted::parse(&text, Path::new("/drafts")).unwrap();
        let left = |name, report: &Report, rule, marked| {
            accepted.without_accepted(name, report, vec![finding(report, rule, marked)]).0.len()
        };
        let own = Some("稿/甲.txt");
        assert_eq!(left(own, &report, ALL[0], "**公里"), 0);
        assert_eq!(left(own, &report, ALL[0], "**里"), 0, "the same sentence");
        assert_eq!(left(own, &report, ALL[0], "**亩"), 1, "another sentence");
        assert_eq!(left(own, &report, ALL[1], "**公里"), 1, "another rule");
        assert_eq!(left(Some("稿/乙.txt"), &report, ALL[0], "**公里"), 1, "another file");
        assert_eq!(left(None, &report, ALL[0], "**公里"), 1, "no file");
        let moved = read("另一句。\n\n  本句有**公里，又有**里。\n");
        assert_eq!(left(own, &moved, ALL[0], "**公里"), 0, "wherever the sentence stands");
        let changed = read("前句。本句又有**公里，又有**里。");
        assert_eq!(left(own, &changed, ALL[0], "**公里"), 1, "lapsed");
    }

    #[test]
    fn a_place_across_sentences_goes_by_all_of_them_whatever_the_line_ends() {
        let (unix, dos) = (read("甲。\n乙。丙。"), read("甲。\r\n乙。丙。"));
        let across = |report: &Report, to: &str| {
            let end = report.source.find(to).unwrap();
            hash(report, Span::new(0, end))
        };
        assert_eq!(across(&unix, "丙"), across(&dos, "丙"));
        assert_ne!(across(&unix, "丙"), across(&unix, "乙"));
        let empty = read("");
        assert_eq!(hash(&empty, Span::new(0, 9)), hash(&empty, Span::at(0)));
    }

    /// Files in use hold these: a change would silently let every acceptance lapse.
    #[test]
    fn the_hash_never_changes() {
        assert_eq!(hash(&read("foobar"), Span::at(0)), "85944171f73967e8");
    }

    #[test]
    fn a_new_entry_keeps_every_other() {
        let report = read("甲**。乙**。丙**。");
        for text in [
            "",
            " \n",
            "{}",
            "{ }\n",
            "{\"$schema\":\"[{x\\\"\"}",
            "{\"accepted\":[]}",
            "{\"accepted\": [ ]}",
        ] {
            let mut text = text.to_owned();
            for (count, marked) in ["甲**", "乙**", "丙**"].into_iter().enumerate() {
                let entry = entry(&report, marked);
                text = accept(&text, &entry);
                let all = written(&text).unwrap_or_else(|flaw| panic!("{}: {text}", flaw.en)).accepted;
                assert_eq!(all.len(), count + 1, "{text}");
                assert_eq!(all[0], entry);
            }
        }
        assert_eq!(entry(&report, "甲**").insertion("{\"accepted\":"), None, "a broken file is not touched");
        let long = "**".repeat(40);
        assert!(entry(&read(&long), &long).reason.ends_with('\u{2026}'));
    }

    #[test]
    fn a_broken_file_names_its_key_and_what_to_do() {
        let error = |text: &str| {
            let flaw = Accepted::parse(text, Path::new("/drafts")).unwrap_err();
            refused(PathBuf::from("accepted.json"), flaw).message
        };
        assert!(error("{\"acepted\":[]}").en.contains("acepted"));
        assert!(error("{\"accepted\":[{\"file\":\"a\",\"rule\":1}]}").en.contains("accepted[0].rule"));
        let broken = error("{");
        assert!(broken.en.contains("not valid JSON") && broken.en.contains("correct this file"));
        assert!(broken.zh.contains("请改正这个文件"));
    }

    #[test]
    fn the_nearest_file_upwards_speaks_for_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("里");
        std::fs::create_dir_all(folder.path().join(".dinggao")).unwrap();
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(folder.path().join(ACCEPTED_NAME), "{\"accepted\":[]}").unwrap();
        let accepted = Accepted::nearest(&inner).unwrap();
        assert_eq!(accepted.name(&inner.join("甲.txt")).as_deref(), Some("里/甲.txt"));
        assert_eq!(accepted.name(&inner.join("../乙.txt")).as_deref(), Some("乙.txt"));
        assert_eq!(accepted.name(Path::new("/elsewhere/a.txt")), None);
        assert_eq!(Accepted::default().name(&inner.join("甲.txt")), None);
        std::fs::write(folder.path().join(ACCEPTED_NAME), "[").unwrap();
        assert!(Accepted::nearest(&inner).is_err());
    }
}
