//! Ratios of three parts that make up a hundred (2.7∶56.0∶41.3): each part is a figure of its own.
//! Other joined numbers are codes, clock times or scores and no figures.

use rust_decimal::Decimal;

use crate::quantity::number::{self, Arabic, char_at, digit, fold};
use crate::text::Span;

use super::{Figure, Scanner};

impl Scanner<'_> {
    /// Adds the parts of the ratio that `run` begins; gives the byte behind it.
    pub(super) fn ratio(&mut self, run: &Arabic) -> Option<usize> {
        let second = self.part_behind(run)?;
        let third = self.part_behind(&second)?;
        let parts = [run, &second, &third];
        let total = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value?))?;
        // Rounded parts need not make up a hundred to the digit; a slipped one should still be read.
        if !(Decimal::from(90)..=Decimal::from(110)).contains(&total) || self.part_behind(&third).is_some() {
            return None;
        }
        for part in parts {
            let span = Span::new(part.start, part.end);
            self.push(Figure {
                ulp: Decimal::new(1, part.decimals.min(28)),
                decimals: part.decimals,
                ..Figure::new(span, span, part.value?, None)
            });
        }
        Some(third.end)
    }

    /// The number behind a colon that follows `run`.
    fn part_behind(&self, run: &Arabic) -> Option<Arabic> {
        let mark = char_at(self.text, run.end)?;
        let at = run.end + mark.len_utf8();
        let joined =
            matches!(fold(mark), ':' | '\u{2236}') && char_at(self.text, at).and_then(digit).is_some();
        joined.then(|| number::arabic(self.text, at))
    }
}
