//! What can be looked up by name across drafts: headings and indicators, found by any part of the name or
//! by the initials of its pinyin (dqsczz: 地区生产总值).

use pinyin::{ToPinyin, ToPinyinMulti};

use crate::report::Report;
use crate::text::Span;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// An indicator, where it is first mentioned.
    Indicator,
    /// A heading of this level.
    Heading(u8),
}

/// One name of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name: of a heading with its number, of an indicator as the glossary has it.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
    /// Where it stands (absolute).
    pub span: Span,
    /// For each character of the name the initials it may have, one bit each; 0 for marks.
    initials: Vec<u64>,
}

/// How well a name fits a query: the better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The name itself.
    Whole,
    /// Its beginning.
    Beginning,
    /// A part of it.
    Part,
    /// Initials of its pinyin.
    Initials,
}

/// Every entry of a draft: headings in document order, then indicators in that of their first mention.
#[must_use]
pub fn entries(report: &Report) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for heading in &report.outline.headings {
        let name = report.text(heading.span).trim();
        if !name.is_empty() {
            entries.push(Entry::new(name, EntryKind::Heading(heading.level), heading.span));
        }
    }
    let mut known = std::collections::BTreeSet::new();
    for paragraph in report.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
        for mention in paragraph.reading.mentions.iter().filter(|it| it.compound.is_none()) {
            if known.insert(mention.indicator)
                && let Some(indicator) = report.knowledge.indicator(mention.indicator)
            {
                let span = mention.span.shifted(paragraph.start);
                entries.push(Entry::new(&indicator.name, EntryKind::Indicator, span));
            }
        }
    }
    entries
}

impl Entry {
    fn new(name: &str, kind: EntryKind, span: Span) -> Self {
        Self { name: name.to_owned(), kind, span, initials: name.chars().map(initials).collect() }
    }

    /// How well the entry fits a query; `None` when it does not. Blanks count on neither side, nor does
    /// the case of letters. An empty query fits everything.
    #[must_use]
    pub fn fit(&self, query: &str) -> Option<Fit> {
        let (name, wanted) = (plain(&self.name), plain(query));
        match name.find(&wanted) {
            Some(0) if name.len() == wanted.len() => return Some(Fit::Whole),
            Some(0) => return Some(Fit::Beginning),
            Some(_) => return Some(Fit::Part),
            None => {}
        }
        // One letter fits nearly everything and tells nothing.
        let letters: Vec<u64> = wanted.chars().map(bit).collect();
        let spoken: Vec<u64> = self.initials.iter().copied().filter(|it| *it != 0).collect();
        let fits = |window: &[u64]| window.iter().zip(&letters).all(|(may, is)| may & is != 0);
        let found = letters.len() > 1 && spoken.windows(letters.len()).any(fits);
        found.then_some(Fit::Initials)
    }
}

/// Without blanks, in lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The bit of a letter or digit; 0 for anything else.
fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
        '0'..='9' => 1 << (26 + u32::from(c) - u32::from('0')),
        _ => 0,
    }
}

/// The letters with which a character may be said to begin: several where it has several readings.
fn initials(c: char) -> u64 {
    let first = |plain: &str| plain.chars().next().map_or(0, bit);
    if let Some(readings) = c.to_pinyin_multi() {
        return readings.into_iter().fold(0, |bits, reading| bits | first(reading.plain()));
    }
    c.to_pinyin().map_or_else(|| bit(c.to_ascii_lowercase()), |reading| first(reading.plain()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    fn fit(name: &str, query: &str) -> Option<Fit> {
        Entry::new(name, EntryKind::Indicator, Span::default()).fit(query)
    }

    #[test]
    fn names_are_found_by_parts_and_by_initials() {
        let gdp = "地区生产总值";
        assert_eq!(fit(gdp, gdp), Some(Fit::Whole));
        assert_eq!(fit(gdp, ""), Some(Fit::Beginning));
        assert_eq!(fit(gdp, "地区"), Some(Fit::Beginning));
        assert_eq!(fit(gdp, "生产 总值"), Some(Fit::Part));
        assert_eq!(fit(gdp, "dqsczz"), Some(Fit::Initials));
        assert_eq!(fit(gdp, "SCZZ"), Some(Fit::Initials));
        assert_eq!(fit(gdp, "z"), None, "one letter tells nothing");
        assert_eq!(fit(gdp, "dqgz"), None);
        assert_eq!(fit("(一)2030年工作回顾", "nghg"), None);
        assert_eq!(fit("(一)2030年工作回顾", "y2030ngzhg"), Some(Fit::Initials), "marks are not said");
        for query in ["zqdk", "cqdk"] {
            assert_eq!(fit("长期贷款", query), Some(Fit::Initials), "长 is said in two ways");
        }
    }

    #[test]
    fn a_draft_has_its_headings_and_each_indicator_once() {
        let text = "政府工作报告\n一、2030年工作回顾\n地区生产总值928亿元，增长6%。\n二、2031年工作安排\nGDP增长6%。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let entries = entries(&report);
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["一、2030年工作回顾", "二、2031年工作安排", "地区生产总值"]);
        assert_eq!(report.text(entries[2].span), "地区生产总值");
    }
}
