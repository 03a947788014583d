//! The list of terms at the end of a report (名词解释): its entries with number, term and
//! explanation. No rule lives here.

use std::sync::LazyLock;

use regex::Regex;

use crate::knowledge::Block;
use crate::report::Report;
use crate::text::Span;

/// One entry. Spans are absolute.
pub(super) struct Entry<'r> {
    /// The printed number.
    pub(super) number: Option<(u32, Span)>,
    /// The term as printed.
    pub(super) term: &'r str,
    /// Where it stands.
    pub(super) span: Span,
    /// What follows the colon.
    pub(super) meaning: &'r str,
    /// Where that begins.
    pub(super) meaning_start: usize,
}

/// The glossary of a report.
pub(super) struct Glossary<'r> {
    /// Its entries, in order.
    pub(super) entries: Vec<Entry<'r>>,
    /// Where it begins.
    pub(super) start: usize,
}

static ENTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^[\\s\u{3000}*]*(?:(?P<circled>[\u{2460}-\u{2473}])\\s*|[\\[〔【(\u{FF08}\u{FF3B}]?(?P<number>[0-9]{1,3})\\s*[.\u{FF0E}、,\u{FF0C})\u{FF09}\\]〕】\u{FF3D}]\\s*)?\\**(?P<term>[^:\u{FF1A}\u{3002}]{2,40}?)\\**(?:[:\u{FF1A}]|\u{2014}\u{2014})(?P<meaning>.{4,})$").ok()
});

impl<'r> Glossary<'r> {
    /// The glossary, where the report has one that can be read: three entries at least.
    pub(super) fn of(report: &'r Report) -> Option<Self> {
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
            entries.push(Entry {
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
}

/// The value of a printed number, circled ones included.
fn value(printed: &str) -> Option<u32> {
    match printed.chars().next()? {
        circled @ '\u{2460}'..='\u{2473}' => Some(u32::from(circled) - 0x245F),
        _ => printed.parse().ok(),
    }
}

/// A term without quotation marks, blanks and Markdown marks.
pub(super) fn bare(term: &str) -> String {
    term.chars()
        .filter(|c| !c.is_whitespace() && !"\u{201C}\u{201D}\u{2018}\u{2019}\"'*《》".contains(*c))
        .map(|c| if c == '\u{FF0B}' { '+' } else { c })
        .collect()
}
