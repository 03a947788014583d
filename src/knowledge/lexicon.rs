//! Finds the names of indicators in text: one automaton over all names, aliases, compounds and
//! the longer words in which a name means something else.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::indicator::{CompoundId, IndicatorId, Mention};
use crate::text::Span;

/// What a pattern of the automaton stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The name of an indicator.
    Indicator(IndicatorId),
    /// The name of a compound; the indicator is what it means with a single value.
    Compound(CompoundId, IndicatorId),
    /// A longer word that swallows a name inside it.
    Trap,
}

/// The automaton with what its patterns stand for.
#[derive(Debug)]
pub(super) struct Lexicon {
    automaton: AhoCorasick,
    targets: Vec<Target>,
}

impl Lexicon {
    /// Builds the automaton; of equal patterns the first one counts. `None` when the patterns are
    /// too many for it (millions).
    pub(super) fn new<'a>(entries: impl Iterator<Item = (&'a str, Target)>) -> Option<Self> {
        let mut patterns: Vec<String> = Vec::new();
        let mut targets = Vec::new();
        for (name, target) in entries.filter(|(name, _)| !name.is_empty()) {
            let folded = fold(name);
            if folded != name {
                patterns.push(folded);
                targets.push(target);
            }
            patterns.push(name.to_owned());
            targets.push(target);
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .ok()?;
        Some(Self { automaton, targets })
    }

    /// The names in `text`, left to right, the longest at each place.
    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        self.automaton
            .find_iter(text)
            .filter(|found| stands_alone(text, found.start(), found.end()))
            .filter_map(|found| {
                let (indicator, compound) = match self.targets.get(found.pattern().as_usize())? {
                    Target::Indicator(indicator) => (*indicator, None),
                    Target::Compound(compound, indicator) => (*indicator, Some(*compound)),
                    Target::Trap => return None,
                };
                Some(Mention { span: Span::new(found.start(), found.end()), indicator, compound })
            })
            .collect()
    }
}

/// The half-width form of the brackets, commas and colons of a name: copies from the web have
/// them folded.
fn fold(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            '\u{FF08}' => '(',
            '\u{FF09}' => ')',
            '\u{FF0C}' => ',',
            '\u{FF1A}' => ':',
            other => other,
        })
        .collect()
}

/// Whether no Latin letter or digit goes on at either end of a Latin end (`GDP` in `GDPR`).
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let before = start > 0 && word(start) && word(start - 1);
    let after = end > 0 && word(end - 1) && word(end);
    !before && !after
}
