//! Numerals: Arabic ones here (half- and full-width, with thousands separators and stray spaces),
//! Chinese ones in `number/chinese`. Only values live here; what a numeral counts is decided in `scan`.

mod chinese;

use rust_decimal::Decimal;

use crate::text::Span;

pub(super) use chinese::{Chinese, chinese, chinese_digit, multiplier};

/// A numeral found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands.
    pub span: Span,
    /// Its value.
    pub value: Decimal,
}

/// The value of a Chinese numeral (十二, 三百零五, 一万二千, 二〇一九, 三点五, 100万三千, 玖佰圆壹角 …),
/// or `None` where the text is anything else, an indefinite number (几十, 数百) or beyond 28 digits.
#[must_use]
pub fn parse_chinese_numeral(text: &str) -> Option<Decimal> {
    chinese(text).map(|numeral| numeral.value)
}

/// Folds full-width forms of ASCII (U+FF01–U+FF5E) to ASCII.
pub(super) const fn fold(c: char) -> char {
    if c as u32 >= 0xFF01 && c as u32 <= 0xFF5E { (c as u32 as u8).wrapping_add(0x20) as char } else { c }
}

/// The digit a half- or full-width character stands for.
pub(super) const fn digit(c: char) -> Option<u8> {
    match fold(c) {
        d @ '0'..='9' => Some(d as u8 - b'0'),
        _ => None,
    }
}

/// The character that begins at byte `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at byte `at`.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The first byte at or after `at` that is no blank (space, U+00A0, U+3000, tab).
pub(super) fn skip_blanks(text: &str, mut at: usize) -> usize {
    while let Some(c @ (' ' | '\u{A0}' | '\u{3000}' | '\t')) = char_at(text, at) {
        at += c.len_utf8();
    }
    at
}

/// 10 to the power of `exponent` (at most 28).
pub(super) fn power_of_ten(exponent: u32) -> Decimal {
    Decimal::from_i128_with_scale(10_i128.pow(exponent.min(28)), 0)
}

/// An Arabic figure without sign, scale word or unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arabic {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// `None` when malformed (1.2.3) or too long for an exact decimal.
    pub value: Option<Decimal>,
    /// Printed decimals.
    pub decimals: u32,
    /// Printed digits before the decimal point.
    pub integer_digits: u32,
    /// Weight of the last digit that is not zero (30: 10; 1.50: 0.1); 1 for zero.
    pub last_weight: Decimal,
    /// Nothing but digits: neither point nor separator nor space.
    pub plain: bool,
}

impl Arabic {
    /// Whether the figure is plain and no greater than `limit`.
    pub(super) fn at_most(&self, limit: i64) -> bool {
        self.plain && self.value.is_some_and(|v| v <= Decimal::from(limit))
    }

    /// Whether the figure is printed like a year (four plain digits, 1900 to 2100).
    pub(super) fn looks_like_year(&self) -> bool {
        self.plain
            && self.integer_digits == 4
            && self.value.is_some_and(|v| v >= Decimal::from(1900) && v <= Decimal::from(2100))
    }
}

/// Reads the Arabic figure whose first digit stands at `start`.
pub(super) fn arabic(text: &str, start: usize) -> Arabic {
    let mut at = start;
    let mut mantissa: Option<i128> = Some(0);
    let (mut integer_digits, mut decimals, mut points) = (0_u32, 0_u32, 0_u32);
    let (mut plain, mut last_nonzero) = (true, None);
    let mut printed = 0_u32;
    while let Some(c) = char_at(text, at) {
        if let Some(d) = digit(c) {
            mantissa = mantissa.and_then(|m| m.checked_mul(10)?.checked_add(i128::from(d)));
            printed = printed.saturating_add(1);
            if points == 0 {
                integer_digits = integer_digits.saturating_add(1);
            } else {
                decimals = decimals.saturating_add(1);
            }
            if d != 0 {
                last_nonzero = Some(printed);
            }
            at += c.len_utf8();
            continue;
        }
        let next = match fold(c) {
            '.' => decimal_point(text, at, start, points),
            ',' if points == 0 => thousands_group(text, at, start, integer_digits, plain),
            ' ' | '\u{A0}' => blank_before_point(text, at),
            '\u{2009}' | '\u{202F}' if points == 0 => thousands_group(text, at, start, integer_digits, plain),
            _ => None,
        };
        let Some(next) = next else { break };
        if !matches!(fold(c), ',' | '\u{2009}' | '\u{202F}') {
            points += 1;
        }
        plain = false;
        at = next;
    }
    let value = mantissa
        .filter(|_| points <= 1 && decimals <= 28)
        .and_then(|m| Decimal::try_from_i128_with_scale(m, decimals).ok());
    let last_weight = match last_nonzero {
        Some(position) if position <= integer_digits => power_of_ten(integer_digits - position),
        Some(position) => Decimal::new(1, (position - integer_digits).min(28)),
        None => Decimal::ONE,
    };
    Arabic { start, end: at, value, decimals, integer_digits, last_weight, plain }
}

/// Past a decimal point at `at`, and past one or two blanks that slipped in behind it (`62. 6`).
fn decimal_point(text: &str, at: usize, start: usize, points: u32) -> Option<usize> {
    let point = at + char_at(text, at)?.len_utf8();
    if char_at(text, point).is_some_and(|c| digit(c).is_some()) {
        return Some(point);
    }
    // A blank: only for one or two further digits that are no date, and not in `1. 2017年…`.
    let digits = skip_blanks(text, point);
    if digits == point || points > 0 || text.get(..start)?.trim().is_empty() {
        return None;
    }
    let mut end = digits;
    let mut count = 0;
    while let Some(c) = char_at(text, end).filter(|&c| digit(c).is_some()) {
        end += c.len_utf8();
        count += 1;
    }
    let dated = matches!(char_at(text, end), Some('年' | '月' | '日' | '.' | '、'));
    ((1..=2).contains(&count) && !dated).then_some(digits)
}

/// Past a blank and the decimal point behind it (`13 .74`).
fn blank_before_point(text: &str, at: usize) -> Option<usize> {
    let point = skip_blanks(text, at);
    let c = char_at(text, point).filter(|&c| fold(c) == '.')?;
    let next = point + c.len_utf8();
    char_at(text, next).filter(|&c| digit(c).is_some()).map(|_| next)
}

/// Past a thousands separator: exactly three digits must follow, one to three precede.
fn thousands_group(text: &str, at: usize, start: usize, before: u32, first: bool) -> Option<usize> {
    if (first && before > 3) || char_at(text, start).and_then(digit) == Some(0) {
        return None;
    }
    let comma = at + char_at(text, at)?.len_utf8();
    let mut following = text.get(comma..)?.chars();
    let three = following.by_ref().take(3).filter(|&c| digit(c).is_some()).count() == 3;
    let more = following.next().is_some_and(|c| digit(c).is_some());
    // Four digits to a year, or `…12,365天`: a clause comma only where a year or month follows.
    (three && !more && !matches!(text.get(comma..)?.chars().nth(3), Some('年' | '月' | '日')))
        .then_some(comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let figure = arabic(text, 0);
        figure.value.map(|v| format!("{v} {}", Span::new(figure.start, figure.end).of(text)))
    }

    #[test]
    fn arabic_figures_in_all_their_shapes() {
        assert_eq!(read("928亿元").unwrap(), "928 928");
        assert_eq!(read("70.8亿元").unwrap(), "70.8 70.8");
        assert_eq!(
            read("\u{FF17}\u{FF10}\u{FF0E}\u{FF18}亿").unwrap(),
            "70.8 \u{FF17}\u{FF10}\u{FF0E}\u{FF18}"
        );
        assert_eq!(read("12,345个").unwrap(), "12345 12,345");
        assert_eq!(read("2\u{FF0C}377个").unwrap(), "2377 2\u{FF0C}377");
        assert_eq!(read("1,234,567元").unwrap(), "1234567 1,234,567");
        assert_eq!(read("13 .74亿").unwrap(), "13.74 13 .74");
        assert_eq!(read("100.").unwrap(), "100 100");
    }

    #[test]
    fn a_clause_comma_separates_no_thousands() {
        assert_eq!(read("2016,123个").unwrap(), "2016 2016");
        assert_eq!(read("12,34个").unwrap(), "12 12");
        assert_eq!(read("12,3456个").unwrap(), "12 12");
        assert_eq!(read("0,345").unwrap(), "0 0");
        assert_eq!(read("1,2345").unwrap(), "1 1");
    }

    #[test]
    fn blanks_inside_a_figure_are_joined() {
        let figure = arabic("达62. 6%", 3);
        assert_eq!(figure.value, Some(Decimal::new(626, 1)));
        assert_eq!(arabic("达3. 2017年", 3).value, Some(Decimal::from(3)));
        assert_eq!(read("1. 20个").unwrap(), "1 1", "a heading number at the start");
    }

    #[test]
    fn malformed_and_huge_figures_have_no_value() {
        assert_eq!(read("1.2.3"), None);
        assert_eq!(read(&"9".repeat(10_000)), None);
        assert_eq!(arabic(&"9".repeat(10_000), 0).end, 10_000);
        assert_eq!(read(&format!("0.{}", "1".repeat(40))), None);
    }

    #[test]
    fn weight_of_the_last_digit_that_is_not_zero() {
        assert_eq!(arabic("30", 0).last_weight, Decimal::TEN);
        assert_eq!(arabic("340", 0).last_weight, Decimal::TEN);
        assert_eq!(arabic("1.50", 0).last_weight, Decimal::new(1, 1));
        assert_eq!(arabic("0", 0).last_weight, Decimal::ONE);
    }
}
