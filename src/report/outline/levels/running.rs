//! Headings of a line that holds many paragraphs, where only their order and blanks are left.

use super::super::{lines, topic};
use super::{Counters, Reader, Shape};
use crate::reading::{HeadingMark, NumberStyle};
use crate::report::meta;
use crate::text::Span;

impl<'r> Reader<'r> {
    /// Reads a line that holds many paragraphs: headings by their order; where blanks stand for line
    /// ends, parts without number and topics too. False where an appendix begins.
    pub(super) fn running(&mut self, index: usize) -> bool {
        let text = self.text(index);
        let mut segments = lines::segments(text).into_iter().peekable();
        for (at, mark) in self.marks(index).iter().enumerate().filter(|(_, mark)| mark.buried) {
            let begins = |segment: &Span| {
                let before = text.get(segment.start..mark.number.start);
                before.is_some_and(|before| before.trim_matches('*').trim().is_empty())
            };
            while let Some(segment) =
                segments.next_if(|segment| segment.start < mark.number.start && !begins(segment))
            {
                if !self.segment(index, segment) {
                    return false;
                }
            }
            if self.is_real(index, at, mark) {
                self.numbered(index, mark);
                let _ = segments.next_if(begins);
            }
        }
        segments.all(|segment| self.segment(index, segment))
    }

    /// Reads what stands between two blanks of such a line; false where an appendix begins.
    fn segment(&mut self, index: usize, segment: Span) -> bool {
        let text = self.text(index);
        let words = segment.of(text).trim();
        let shape = Shape { run_in: true, buried: false };
        let words = Span::new(segment.start, segment.start + words.len());
        if words.start < lines::head_end(text) {
            return true;
        }
        if self.names_inside(words.of(text)) {
            if self.parts_inside {
                self.counters = Counters::default();
                self.push(index, 1, None, words, shape);
            }
        } else if !self.headings.is_empty() && meta::is_appendix(words.of(text)) {
            self.push(index, 1, None, words, shape);
            return false;
        } else if !self.headings.is_empty()
            && !words.of(text).starts_with(['(', '\u{FF08}'])
            && let Some(title) = topic::find(segment.of(text))
        {
            self.push(index, 3, None, title.shifted(segment.start), shape);
        }
        true
    }

    /// Whether words between two blanks name a part of a report.
    pub(super) fn names_inside(&self, words: &str) -> bool {
        (6..=26).contains(&words.chars().count())
            && meta::is_short_line(words)
            && words.contains(['年', '\u{201D}'])
            && meta::of_heading_in(words, self.plan_year).is_some()
    }

    /// Whether a mark within a sentence refers (意见(二)) or counts, while the heading of its number
    /// is to come.
    pub(super) fn refers(&self, index: usize, at: usize, mark: &HeadingMark) -> bool {
        let text = self.text(index);
        let within = |mark: &HeadingMark| {
            let before = text.get(..mark.number.start).unwrap_or("").trim_end_matches('*');
            !before.ends_with(['\u{3002}', '!', '\u{FF01}', '\u{201D}'])
                && !before.ends_with(char::is_whitespace)
        };
        let comma = mark.number.of(text).ends_with([',', '\u{FF0C}', '\u{3001}']);
        let bracketed = mark.style == NumberStyle::BracketedChinese;
        within(mark)
            && ((bracketed && comma)
                || self
                    .later(index, at, mark)
                    .any(|next| next.style == mark.style && next.ordinal == mark.ordinal && !within(next)))
    }

    /// The marks that follow in the same line, up to the next of a higher style.
    fn later(&self, index: usize, at: usize, mark: &HeadingMark) -> impl Iterator<Item = &'r HeadingMark> {
        let main = self.counters.chinese + 1;
        let style = mark.style;
        self.marks(index).iter().skip(at + 1).take(400).take_while(move |next| {
            style == NumberStyle::Chinese || next.style != NumberStyle::Chinese || next.ordinal != main
        })
    }

    /// The next mark of a style that stands in the same paragraph, before the next of a higher one.
    pub(super) fn next_inside(&self, index: usize, at: usize, mark: &HeadingMark) -> Option<&'r HeadingMark> {
        let mut later = self.later(index, at, mark);
        // Items of a list in running text stand close together.
        later
            .find(|next| next.style == mark.style && next.ordinal == mark.ordinal + 1)
            .filter(|next| next.number.start >= mark.title.start + 200)
    }
}
