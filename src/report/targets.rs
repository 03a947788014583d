//! The paragraph that tells the targets, and what it aims at.

use super::{Fact, Paragraph, Report};
use crate::knowledge::Block;
use crate::reading::Role;
use crate::text::Span;

/// How many paragraphs may stand between the opening of the part and its figures.
const REACH: usize = 4;

/// Words that say that a paragraph tells the targets.
const TELLING: [&str; 6] = ["预期目标", "主要目标", "发展目标", "奋斗目标", "目标是", "目标为"];

impl Report {
    /// The lines that tell the targets, in order and apart: the first paragraph with targets in the
    /// part of that name, every other paragraph that calls itself so (a report on a term has the
    /// targets of five years and those of the next), and the list that goes on from either. Two
    /// targets at least: one alone is a sentence of the outlook.
    #[must_use]
    pub fn target_lines(&self) -> Vec<Span> {
        let part = self.meta.part(Block::Targets).map(|part| part.span.start);
        let aims = |paragraph: &Paragraph| self.aims_in(paragraph.span()).next().is_some();
        let lines: Vec<&Paragraph> = self.body().map(|(_, it)| it).collect();
        let from = |at: usize| {
            let first = lines.get(at).filter(|first| aims(first))?;
            let next = lines.iter().skip(at + 1).take_while(|it| is_item(it.text()) && aims(it));
            let all = first.span().cover(next.last().unwrap_or(first).span());
            (self.aims_in(all).count() > 1).then_some(all)
        };
        let opening = part.map(|part| lines.partition_point(|it| it.span().end < part));
        let first = opening.and_then(|at| (at..at + REACH).find_map(from));
        let mut found: Vec<Span> = first.into_iter().collect();
        for (at, line) in lines.iter().enumerate() {
            // What calls itself so may end in a colon, before the list.
            let told = TELLING.iter().any(|word| line.text().contains(word));
            found.extend(told.then(|| from(at).or_else(|| from(at + 1))).flatten());
        }
        found.sort_unstable();
        let mut apart: Vec<Span> = Vec::new();
        for span in found {
            if apart.last().is_none_or(|last| last.end < span.start) {
                apart.push(span);
            }
        }
        apart
    }

    /// The targets that stand in `span`, in document order.
    pub fn aims_in(&self, span: Span) -> impl Iterator<Item = &Fact> {
        let from = self.facts.partition_point(|fact| fact.paragraph < self.lines.line_of(span.start));
        let facts = self.facts.iter().skip(from).take_while(move |fact| fact.span.start < span.end);
        facts.filter(move |fact| span.contains(fact.span) && fact.role == Some(Role::Target))
    }
}

/// Whether a paragraph is an item of a list.
fn is_item(text: &str) -> bool {
    let text = text.trim_start();
    let marks = ['\u{2014}', '-', '\u{25CF}', '\u{2022}', '*', '(', '\u{FF08}', '\u{25A0}'];
    let numeral = |c: char| "一二三四五六七八九十".contains(c) || c.is_numeric();
    let after = text.trim_start_matches(numeral);
    text.starts_with(marks) || (after.len() < text.len() && after.starts_with(['是', '.', '、', '\u{FF0E}']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn the_lines_of_the_targets_and_the_list_that_goes_on() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n地区生产总值928亿元，增长6.2%。\n二、2031年工作安排\n2031年经济社会发展的主要预期目标是：\n——地区生产总值增长6.5%。\n——一般公共预算收入增长5%。\n重点抓好交通。筑路30公里。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let all = report.target_lines();
        let [lines] = *all.as_slice() else { panic!("{all:?}") };
        assert!(report.text(lines).starts_with("——地区"), "{}", report.text(lines));
        assert!(report.text(lines).ends_with("增长5%。"), "{}", report.text(lines));
        let aims: Vec<&Fact> = report.aims_in(lines).collect();
        assert_eq!(aims.len(), 2);
        assert_eq!(report.base_of(aims[0]).map(|fact| report.text(fact.span)), Some("928亿元"));
        assert_eq!(report.base_of(aims[1]), None);
        assert_eq!(report.implied(aims[0]).unwrap().close("98832000000".parse().unwrap()), "988.3亿元");
    }
}
