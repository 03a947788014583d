//! Texts whose lines are no paragraphs: many run on in one line, or one is broken to a width.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::report::Paragraph;
use crate::text::Span;

/// The paragraphs of a line that holds many, where blanks stand for line ends.
pub(super) fn segments(text: &str) -> Vec<Span> {
    let ends = ['\u{3002}', '\u{FF1A}', ':', '!', '\u{FF01}', '\u{201D}'];
    let mut starts = vec![0];
    let mut before = '\u{3002}';
    let mut gap = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            gap.get_or_insert(before);
            continue;
        }
        // A blank behind a stop, and one that ends a few words which began behind one.
        if let Some(stop) = gap.take() {
            let short = starts.last().is_some_and(|&start| at - start <= 120);
            if ends.contains(&stop) || short {
                starts.push(at);
            }
        }
        before = c;
    }
    let next = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(next).map(|(&start, end)| Span::new(start, end)).collect()
}

/// Where the head of a report ends whose lines run on: with the sentence that follows the salutation.
pub(super) fn head_end(text: &str) -> usize {
    let begin: usize = text.chars().take(500).map(char::len_utf8).sum();
    let head = text.get(..begin).unwrap_or(text);
    let salutation = head.find("各位代表");
    salutation
        .map_or(0, |at| head.get(at..).and_then(|rest| rest.find('\u{3002}')).map_or(at, |stop| at + stop))
}

/// What a line is to its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// All of it.
    Whole,
    /// Its beginning.
    Breaks,
    /// What follows.
    GoesOn,
}

/// The lines that go on with the line before or are broken off themselves, where a text is broken to
/// a width: most of its lines are as long as each other and end within a sentence.
pub(super) fn wrapped(paragraphs: &[Paragraph], lines: Range<usize>) -> Vec<Line> {
    let mut inside = vec![Line::Whole; paragraphs.len()];
    let measured: Vec<(usize, usize, bool)> = lines
        .filter_map(|index| {
            let text = paragraphs.get(index).filter(|paragraph| !paragraph.noise)?.text().trim_end();
            let open =
                !text.ends_with(['\u{3002}', '\u{FF1A}', ':', '!', '\u{FF01}', '\u{FF1B}', ';', '\u{201D}']);
            (!text.is_empty()).then(|| (index, text.chars().count(), open))
        })
        .collect();
    let mut counts = BTreeMap::new();
    for &(_, length, _) in measured.iter().filter(|&&(_, _, open)| open) {
        *counts.entry(length).or_insert(0_usize) += 1;
    }
    let Some((&width, _)) = counts.iter().max_by_key(|&(_, &count)| count) else { return inside };
    let full = |length: usize, open: bool| open && length + 2 >= width && length <= width + 2;
    let broken = measured.iter().filter(|&&(_, length, open)| full(length, open)).count();
    if width < 20 || broken < 20 || broken * 3 < measured.len() {
        return inside;
    }
    let mut goes_on = false;
    for (index, length, open) in measured {
        let breaks = full(length, open);
        if let Some(slot) = inside.get_mut(index) {
            *slot = match (goes_on, breaks) {
                (true, _) => Line::GoesOn,
                (false, true) => Line::Breaks,
                (false, false) => Line::Whole,
            };
        }
        goes_on = breaks;
    }
    inside
}
