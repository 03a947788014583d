//! `initializationOptions`: what the editor itself chooses. Unknown keys and wrong types are
//! passed over (an editor must not fail to start); rules of `dinggao.json` win over these.

use std::collections::BTreeMap;

use serde_json::Value;

use super::locale::Locale;
use crate::checks::{Policy, Severity};
use crate::features::hints::Shown;

/// Settings that came with `initialize`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of messages, where the editor's settings name one.
    pub locale: Option<Locale>,
    /// Severities by rule.
    pub policy: Policy,
    /// What a rule's name is appended to, to link its page.
    pub link_base: Option<String>,
    /// Where hints stand behind figures.
    pub inlay_hints: Shown,
}

impl Settings {
    /// Reads what the client sent. Total.
    #[must_use]
    pub fn read(options: Option<&Value>) -> Self {
        let text = |key: &str| {
            options
                .and_then(|options| options.get(key))
                .and_then(Value::as_str)
                .filter(|text| !text.is_empty())
        };
        let rules = options.and_then(|options| options.get("rules")).and_then(Value::as_object);
        let severities: BTreeMap<String, Option<Severity>> = rules
            .into_iter()
            .flatten()
            .filter_map(|(rule, level)| {
                let level = level.as_str()?;
                let severity = Severity::from_label(level);
                (severity.is_some() || level == "off").then(|| (rule.clone(), severity))
            })
            .collect();
        Self {
            locale: text("locale").filter(|tag| *tag != "auto").map(Locale::from_tag),
            policy: Policy { severities },
            link_base: text("linkBase").map(str::to_owned),
            inlay_hints: match text("inlayHints") {
                Some("off") => Shown::Off,
                Some("on") => Shown::Everywhere,
                _ => Shown::Targets,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn known_keys_are_read_and_the_rest_passed_over() {
        let options = json!({
            "locale": "en", "linkBase": "https://example.org/rules/", "unknown": 1, "inlayHints": "on",
            "rules": {"a": "off", "b": "error", "c": "loud", "d": 3}
        });
        let settings = Settings::read(Some(&options));
        assert_eq!(settings.locale, Some(Locale::English));
        assert_eq!(settings.link_base.as_deref(), Some("https://example.org/rules/"));
        assert_eq!(settings.inlay_hints, Shown::Everywhere);
        let expected: BTreeMap<String, Option<Severity>> =
            [("a".to_owned(), None), ("b".to_owned(), Some(Severity::Error))].into();
        assert_eq!(settings.policy.severities, expected);
    }

    #[test]
    fn anything_else_is_the_default() {
        for options in [json!(null), json!([]), json!("x"), json!({"rules": [], "locale": 7, "linkBase": ""})]
        {
            assert_eq!(Settings::read(Some(&options)), Settings::default(), "{options}");
        }
        assert_eq!(Settings::read(None), Settings::default());
    }
}
