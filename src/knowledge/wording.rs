//! Words that a proofreader knows: forms that are wrong, words whose doubling is a slip, official
//! wordings by date. Typed views of `data/wording.json`; what a rule makes of them is its matter.

use std::sync::LazyLock;

use serde::Deserialize;

/// The word lists that ship with the product.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Words of two characters whose immediate repetition is a slip.
    pub repeated: Vec<String>,
    /// Forms that are wrong or not recommended.
    pub wrong_terms: Vec<WrongTerm>,
    /// Wordings that official use has replaced.
    pub official: Vec<OfficialWording>,
}

/// How sure it is that a form is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WrongKind {
    /// No such word.
    #[default]
    Misspelt,
    /// Words that do not go together.
    Collocation,
    /// A variant that the standard does not recommend.
    Variant,
}

/// A form that is wrong, with what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongTerm {
    /// What stands in the text.
    pub wrong: String,
    /// What should.
    pub right: String,
    /// How sure that is.
    #[serde(default)]
    pub kind: WrongKind,
    /// It is wrong only before one of these.
    #[serde(default)]
    pub followed_by: Vec<String>,
    /// Longer words in which the same characters are right.
    #[serde(default)]
    pub not_in: Vec<String>,
    /// Why, where the form alone does not say it.
    #[serde(default)]
    pub note: Option<String>,
    /// The same in English.
    #[serde(default)]
    pub note_en: Option<String>,
}

/// A wording that official use has replaced.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialWording {
    /// The wording replaced.
    pub old: String,
    /// The wording in use.
    pub new: String,
    /// From when on (ISO 8601): reports held before are left alone; empty for always.
    #[serde(default)]
    pub since: String,
    /// It is meant only before one of these.
    #[serde(default, alias = "followedBy")]
    pub followed_by: Vec<String>,
    /// Why; may be empty.
    #[serde(default)]
    pub reason: String,
    /// The same in English.
    #[serde(default)]
    pub reason_en: String,
}

const WORDING: &str = include_str!("data/wording.json");

/// The embedded file always parses: a test holds it.
static BUILTIN: LazyLock<Wording> = LazyLock::new(|| serde_json::from_str(WORDING).unwrap_or_default());

impl Wording {
    /// The lists that ship with the product.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
}

impl WrongTerm {
    /// Where the form stands wrongly in `text`: byte offsets, in order.
    pub fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        text.match_indices(&self.wrong).map(|(at, _)| at).filter(move |&at| {
            let rest = text.get(at + self.wrong.len()..).unwrap_or("");
            let led =
                self.followed_by.is_empty() || self.followed_by.iter().any(|next| rest.starts_with(next));
            led && !self.not_in.iter().any(|word| covers(text, word, &self.wrong, at))
        })
    }
}

/// Whether `word` stands in `text` so that it holds `inner` at the byte `at`.
fn covers(text: &str, word: &str, inner: &str, at: usize) -> bool {
    word.match_indices(inner).any(|(offset, _)| {
        at.checked_sub(offset).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(word))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_embedded_lists_are_in_order() {
        let wording: Wording = serde_json::from_str(WORDING).unwrap();
        let mut seen = BTreeSet::new();
        for term in &wording.wrong_terms {
            assert!(seen.insert(&term.wrong), "{} stands twice", term.wrong);
            assert_ne!(term.wrong, term.right);
            assert_eq!(term.find(&format!("{}。", term.right)).count(), 0, "{} is wrong as well", term.right);
            assert!(
                term.not_in.iter().all(|word| word.contains(&term.wrong)),
                "{}: {:?}",
                term.wrong,
                term.not_in
            );
            assert_eq!(term.note.is_some(), term.note_en.is_some(), "{}", term.wrong);
            assert!(
                term.kind != WrongKind::Collocation || term.note.is_some(),
                "{} says not why",
                term.wrong
            );
        }
        let mut seen = BTreeSet::new();
        for word in &wording.repeated {
            assert!(seen.insert(word) && word.chars().count() == 2, "{word}");
        }
        for entry in &wording.official {
            assert!(entry.since.len() == 10 && entry.since.is_ascii(), "{}", entry.old);
        }
    }

    #[test]
    fn longer_words_and_what_follows_decide() {
        let wording = Wording::builtin();
        let count =
            |text: &str| wording.wrong_terms.iter().map(|term| term.find(text).count()).sum::<usize>();
        assert_eq!(count("个人帐户"), 1);
        assert_eq!(count("新帐篷"), 0);
        assert_eq!(count("截止2023年底"), 1);
        assert_eq!(count("报名截止日期"), 0);
        assert_eq!(count("创建全国文明城市"), 0);
        assert_eq!(count("机制做法在全国推广"), 0);
    }
}
