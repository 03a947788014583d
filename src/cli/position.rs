//! Byte offsets to lines and columns, fast on any text: a one-line file of 10 MB too.

use serde::Serialize;

use crate::report::Report;
use crate::text::Span;

/// Distance between two counted places, in bytes.
const STEP: usize = 1024;

/// Counts of characters along a text, so that a column costs no walk from the line's start.
pub(super) struct Positions<'a> {
    report: &'a Report,
    /// Characters that begin before byte `index * STEP`.
    counted: Vec<usize>,
}

/// Start and end of a span for people: 1-based, columns in Unicode scalar values, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// A place with its byte offsets into the decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Range {
    #[serde(flatten)]
    pub place: Place,
    pub start: usize,
    pub end: usize,
}

impl<'a> Positions<'a> {
    /// Counts once through the report's text.
    pub(super) fn new(report: &'a Report) -> Self {
        let mut total = 0;
        let counted = report
            .source
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = total;
                total += chunk.iter().filter(|&&byte| !is_continuation(byte)).count();
                before
            })
            .collect();
        Self { report, counted }
    }

    /// Where a span stands.
    pub(super) fn place(&self, span: Span) -> Place {
        let ((line, column), (end_line, end_column)) = (self.locate(span.start), self.locate(span.end));
        Place { line, column, end_line, end_column }
    }

    /// Where a span stands, with its offsets.
    pub(super) fn range(&self, span: Span) -> Range {
        Range { place: self.place(span), start: span.start, end: span.end }
    }

    /// 1-based line and column of a byte offset.
    pub(super) fn locate(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.report.source.len());
        let line = self.report.lines.line_of(offset);
        let start = self.report.lines.start(line);
        (line + 1, self.characters_before(offset) - self.characters_before(start) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let step = (offset / STEP).min(self.counted.len().saturating_sub(1));
        let rest = self.report.source.as_bytes().get(step * STEP..offset).unwrap_or_default();
        self.counted.get(step).copied().unwrap_or(0)
            + rest.iter().filter(|&&byte| !is_continuation(byte)).count()
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn agrees_with_the_line_index_at_every_boundary() {
        let mut text = "\u{6C49}a\u{20BB7}\r\n".repeat(300);
        text.push_str(&"\u{5B57}".repeat(2000));
        let report = Report::read(&text, &Options::default(), &mut Memo::default());
        let positions = Positions::new(&report);
        for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let expected = report.lines.locate(&text, offset);
            assert_eq!(positions.locate(offset), (expected.line, expected.column), "at {offset}");
        }
    }

    #[test]
    fn an_empty_text_has_one_place() {
        let report = Report::read("", &Options::default(), &mut Memo::default());
        assert_eq!(Positions::new(&report).locate(9), (1, 1));
    }
}
