//! At the beginning of a line: the numbers that a heading could have there, and skeletons of the
//! parts that the report lacks.

use super::{Candidate, Content};
use crate::checks;
use crate::reading::{NumberStyle, ordinal};
use crate::report::{Heading, Report};
use crate::text::Span;

/// Whether nothing but the beginning of a heading number stands in the line before the cursor.
pub(super) fn begins(before: &str) -> bool {
    let typed = before.trim_start().trim_start_matches('#').trim_start();
    let numeral = typed.trim_start_matches(['(', '\u{FF08}', '第']);
    let chinese = numeral.chars().all(|c| "一二三四五六七八九十".contains(c));
    let arabic = numeral.chars().all(|c| c.is_ascii_digit());
    typed.chars().count() <= 3 && (chinese || arabic)
}

/// The candidates there.
pub(super) fn candidates(report: &Report, offset: usize, before: &str, after: &str) -> Vec<Candidate> {
    let typed = before.trim_start().trim_start_matches('#').trim_start();
    let span = Span::new(offset - typed.len(), offset);
    let mut all: Vec<Candidate> = numbers(report, offset)
        .into_iter()
        .filter(|number| begins_like(number, typed))
        .map(|text| Candidate { text, typed: span, content: Content::Number })
        .collect();
    if typed.is_empty() && after.trim().is_empty() {
        let parts = checks::missing_sections(report).into_iter();
        let skeletons = parts.filter_map(|section| report.skeleton_at(section.block, offset));
        all.extend(skeletons.map(|skeleton| Candidate {
            text: skeleton.text.clone(),
            typed: span,
            content: Content::Part(skeleton),
        }));
    }
    all
}

/// Whether `typed` is the beginning of a number, brackets of either width alike.
fn begins_like(number: &str, typed: &str) -> bool {
    let half = |text: &str| text.replace('\u{FF08}', "(");
    half(number).starts_with(&half(typed))
}

/// The next number on each level that is open at `offset`, the innermost first, and the first of the
/// level below.
fn numbers(report: &Report, offset: usize) -> Vec<String> {
    let headings = &report.outline.headings;
    let line = report.lines.line_of(offset);
    let Some(last) =
        headings.iter().rposition(|heading| heading.span.start < offset && heading.paragraph < line)
    else {
        return vec!["一、".to_owned()];
    };
    let path = report.outline.path(last);
    let open: Vec<&Heading> = path.iter().rev().filter_map(|&index| headings.get(index)).collect();
    let next = |heading: &&Heading| {
        let (_, value) = heading.ordinal?;
        Some(ordinal::renumber(report.text(heading.number?).trim(), value + 1))
    };
    let mut all: Vec<String> = open.iter().filter_map(next).collect();
    let styles: Vec<NumberStyle> = open.iter().filter_map(|heading| Some(heading.ordinal?.0)).collect();
    if let Some(NumberStyle::Chinese) = styles.first() {
        let wide = report.source.contains('\u{FF08}') || !report.source.contains('(');
        let first = if wide { "\u{FF08}一\u{FF09}" } else { "(一)" };
        all.insert(0, first.to_owned());
    }
    all.dedup();
    all
}
