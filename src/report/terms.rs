//! The list of terms at the end of a report (名词解释): its entries with number, term and
//! explanation, and where the draft uses the terms.

use std::sync::LazyLock;

use regex::Regex;

use super::Report;
use crate::knowledge::Block;
use crate::text::Span;

/// One entry. Spans are absolute.
#[derive(Clone, Debug)]
pub struct Term<'r> {
    /// The printed number.
    pub number: Option<(u32, Span)>,
    /// The term as printed.
    pub term: &'r str,
    /// Where it stands.
    pub span: Span,
    /// What follows the colon.
    pub meaning: &'r str,
    /// Where that begins (absolute byte).
    pub meaning_start: usize,
}

impl<'r> Term<'r> {
    /// The words by which a draft uses the term: what it quotes, else the names it joins, each of two
    /// characters at least.
    fn words(&self) -> Vec<&'r str> {
        const QUOTES: [char; 5] = ['\u{201C}', '\u{201D}', '"', '《', '》'];
        let mut parts: Vec<&str> = self.term.split(QUOTES).skip(1).step_by(2).collect();
        if parts.is_empty() {
            parts = self.term.split(['、', '/', '(', ')', '\u{FF08}', '\u{FF09}']).collect();
        }
        parts.retain(|part| part.trim().chars().count() >= 2);
        parts.into_iter().map(str::trim).collect()
    }
}

/// Where a word stands in a text.
fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = Span> + 't {
    text.match_indices(word).map(|(at, word)| Span::new(at, at + word.len()))
}

/// The list of terms of a report.
#[derive(Clone, Debug)]
pub struct Terms<'r> {
    /// Its entries, in order.
    pub entries: Vec<Term<'r>>,
    /// Where it begins.
    pub start: usize,
}

static ENTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^[\\s\u{3000}*]*(?:(?P<circled>[\u{2460}-\u{2473}])\\s*|[\\[〔【(\u{FF08}\u{FF3B}]?(?P<number>[0-9]{1,3})\\s*[.\u{FF0E}、,\u{FF0C})\u{FF09}\\]〕】\u{FF3D}]\\s*)?\\**(?P<term>[^:\u{FF1A}\u{3002}]{2,40}?)\\**(?:[:\u{FF1A}]|\u{2014}\u{2014})(?P<meaning>.{4,})$").ok()
});

impl<'r> Terms<'r> {
    /// The glossary, where the report has one that can be read: three entries at least.
    #[must_use]
    pub fn of(report: &'r Report) -> Option<Self> {
        let pattern = ENTRY.as_ref()?;
        let heading =
            report.outline.headings.iter().rfind(|it| it.block == Some(Block::Glossary) && it.level == 1)?;
        let (start, end) = (heading.span.start, heading.section.end);
        let mut entries = Vec::new();
        for (_, paragraph) in report.body().filter(|(_, it)| it.start > start && it.start < end) {
            let Some(found) = pattern.captures(paragraph.text()) else { continue };
            let (Some(term), Some(meaning)) = (found.name("term"), found.name("meaning")) else { continue };
            let number = found.name("number").or_else(|| found.name("circled"));
            // An entry names a term: a whole sentence before a colon is text.
            let quoted = term.as_str().contains(['\u{201C}', '"']);
            if number.is_none() && !quoted && term.as_str().contains([',', '\u{FF0C}']) {
                continue;
            }
            entries.push(Term {
                number: number.and_then(|it| {
                    Some((value(it.as_str())?, Span::from(it.range()).shifted(paragraph.start)))
                }),
                term: term.as_str().trim_matches(['*', ' ']),
                span: Span::from(term.range()).shifted(paragraph.start),
                meaning: meaning.as_str(),
                meaning_start: meaning.start() + paragraph.start,
            });
        }
        (entries.len() >= 3).then_some(Self { entries, start })
    }

    /// The entry whose term stands at the absolute byte `offset`, in the list itself or where the draft
    /// uses it; the longest of several. With the place of the word.
    #[must_use]
    pub fn at(&self, report: &Report, offset: usize) -> Option<(&Term<'r>, Span)> {
        if let Some(entry) = self.entries.iter().find(|entry| entry.span.touches(offset)) {
            return Some((entry, entry.span));
        }
        let (_, paragraph) = report.paragraph_at(offset).filter(|(_, it)| !it.noise)?;
        if paragraph.start >= self.start {
            return None;
        }
        let used = |entry: &'_ Term<'r>| {
            let places = entry.words().into_iter().flat_map(|word| places(paragraph.text(), word));
            places
                .map(|place| place.shifted(paragraph.start))
                .filter(|it| it.touches(offset))
                .max_by_key(|it| it.len())
        };
        self.entries
            .iter()
            .filter_map(|entry| Some((entry, used(entry)?)))
            .max_by_key(|(_, place)| place.len())
    }

    /// Where the draft uses a term before its list of terms begins, in document order.
    #[must_use]
    pub fn uses(&self, report: &Report, term: &Term<'_>) -> Vec<Span> {
        let words = term.words();
        let paragraphs = report.paragraphs.iter().filter(|it| !it.noise && it.start < self.start);
        let mut spans: Vec<Span> = paragraphs
            .flat_map(|paragraph| {
                let found = words.iter().flat_map(|word| places(paragraph.text(), word));
                found.map(|place| place.shifted(paragraph.start))
            })
            .collect();
        spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        spans.retain(|span| {
            span.start >= end && {
                end = span.end;
                true
            }
        });
        spans
    }
}

/// The value of a printed number, circled ones included.
fn value(printed: &str) -> Option<u32> {
    match printed.chars().next()? {
        circled @ '\u{2460}'..='\u{2473}' => Some(u32::from(circled) - 0x245F),
        _ => printed.parse().ok(),
    }
}

/// A term without quotation marks, blanks and Markdown marks.
#[must_use]
pub fn bare_term(term: &str) -> String {
    term.chars()
        .filter(|c| !c.is_whitespace() && !"\u{201C}\u{201D}\u{2018}\u{2019}\"'*《》".contains(*c))
        .map(|c| if c == '\u{FF0B}' { '+' } else { c })
        .collect()
}
