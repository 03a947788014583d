//! What stands before a numeral and belongs to it: a minus sign, 零下, 摄氏.

use crate::quantity::number::{char_before, fold};
use crate::quantity::unit::{self, Dimension, Unit};
use crate::text::Span;

use super::Scanner;

/// Words before a temperature, and the unit that 度 then is.
const TEMPERATURE: [(&str, &str); 3] = [("零下", "摄氏度"), ("摄氏", "摄氏度"), ("华氏", "华氏度")];

impl Scanner<'_> {
    /// Where the figure whose numeral stands at `at` begins with its sign, and its unit, which 摄氏 may settle.
    pub(super) fn sign(&self, at: usize, unit: Option<Unit>) -> (usize, Option<Unit>) {
        let head = self.text.get(..at).unwrap_or("");
        let free = |start: usize| self.out.last().is_none_or(|last| last.span.end <= start);
        if unit.is_some_and(|unit| matches!(unit.symbol(), "度" | "摄氏度"))
            && let Some((word, symbol)) = TEMPERATURE.iter().find(|(word, _)| head.ends_with(word))
            && free(at - word.len())
        {
            return (at - word.len(), unit::of_symbol(symbol));
        }
        let Some(c) = head.chars().next_back().filter(|&c| matches!(fold(c), '-' | '\u{2212}' | '负' | '負'))
        else {
            return (at, unit);
        };
        let start = at - c.len_utf8();
        let signed = match char_before(self.text, start) {
            None => true,
            // 减负, 肩负, 欠负: the end of a word.
            Some('减' | '肩' | '担' | '抱' | '胜' | '背' | '欠' | '自' | '辜' | '承') if c == '负' => {
                false
            }
            Some(before) if ('\u{4E00}'..='\u{9FFF}').contains(&before) => {
                unit.is_some_and(|unit| unit.dimension() == Dimension::Percent)
                    || "长为是至到于达由从约降".contains(before)
            }
            Some(before) => {
                matches!(before, ' ' | '(' | '（' | '、' | ',' | '，' | ':' | '：' | '。' | '\u{A0}')
            }
        };
        (if signed && free(start) { start } else { at }, unit)
    }

    /// Whether what stands from `start` to the numeral at `at` makes it negative.
    pub(super) fn is_below_zero(&self, start: usize, at: usize) -> bool {
        start < at && !matches!(Span::new(start, at).of(self.text), "摄氏" | "华氏")
    }
}
