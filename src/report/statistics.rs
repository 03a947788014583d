//! How long a stretch of a report is: paragraphs, characters, figures, and how long it takes to
//! read it aloud.

use super::{Paragraph, Report};
use crate::text::Span;

/// Characters that a speaker reads to an assembly in a minute, marks included.
const READ_IN_A_MINUTE: usize = 200;

/// A stretch of a report in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Paragraphs with text, page furniture left out.
    pub paragraphs: usize,
    /// Characters that are no white space.
    pub characters: usize,
    /// Figures.
    pub figures: usize,
}

impl Statistics {
    /// Minutes that it takes to read it aloud, rounded, at least one where there is anything.
    #[must_use]
    pub const fn minutes(self) -> usize {
        let minutes = (self.characters + READ_IN_A_MINUTE / 2) / READ_IN_A_MINUTE;
        if minutes == 0 && self.characters > 0 { 1 } else { minutes }
    }
}

impl Report {
    /// A stretch in numbers.
    #[must_use]
    pub fn statistics(&self, stretch: Span) -> Statistics {
        let mut sum = Statistics::default();
        let first = self.lines.line_of(stretch.start);
        let paragraphs = self.paragraphs.iter().skip(first).take_while(|it| it.start < stretch.end);
        for paragraph in paragraphs.filter(|it| !it.noise && !it.text().trim().is_empty()) {
            sum.add(paragraph, stretch);
        }
        sum
    }

    /// The whole report in numbers: from its title to its last paragraph.
    #[must_use]
    pub fn whole(&self) -> Statistics {
        let (from, to) = self.meta.body;
        let start = self.paragraphs.get(from).map_or(0, |paragraph| paragraph.start);
        let end = to.checked_sub(1).and_then(|last| self.paragraphs.get(last)).map_or(0, |it| it.span().end);
        self.statistics(Span::new(start, end))
    }
}

impl Statistics {
    fn add(&mut self, paragraph: &Paragraph, stretch: Span) {
        let span = paragraph.span();
        let start = stretch.start.max(span.start) - span.start;
        let part = Span::new(start, stretch.end.min(span.end).saturating_sub(span.start));
        self.paragraphs += 1;
        self.characters += part.of(paragraph.text()).chars().filter(|letter| !letter.is_whitespace()).count();
        self.figures +=
            paragraph.reading.quantities.iter().filter(|quantity| part.contains(quantity.span)).count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn parts_of_lines_are_counted_as_parts() {
        let text = "架桥3座。\n\n 筑路 5公里。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let all = report.statistics(Span::new(0, text.len()));
        assert_eq!(all, Statistics { paragraphs: 2, characters: 11, figures: 2 });
        let tail = report.statistics(Span::new("架桥".len(), text.len()));
        assert_eq!((tail.characters, tail.figures), (9, 2));
        assert_eq!(report.statistics(Span::new(text.len(), 99)), Statistics::default());
        assert_eq!(report.whole(), all);
    }

    #[test]
    fn anything_takes_a_minute() {
        let minutes = |characters| Statistics { characters, ..Statistics::default() }.minutes();
        assert_eq!([0, 1, 299, 300, 12_000].map(minutes), [0, 1, 1, 2, 60]);
    }
}
