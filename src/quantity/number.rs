//! Numerals: Arabic (half- and full-width, with thousands separators and stray spaces) and Chinese.
//! Only values live here; what a numeral counts is decided in `scan`.

use rust_decimal::Decimal;

use crate::text::Span;

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
            _ => None,
        };
        let Some(next) = next else { break };
        if fold(c) != ',' {
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

/// A Chinese numeral's value and the weight of its last printed digit (三百: 100).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chinese {
    /// The value.
    pub value: Decimal,
    /// Weight of the last digit.
    pub last_weight: Decimal,
    /// Printed decimals (三点五: 1).
    pub decimals: u32,
}

/// The digit of a Chinese numeral character.
pub(super) const fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The multiplier a character stands for.
pub(super) const fn multiplier(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// Parses the whole of `text` as a Chinese (or mixed) numeral.
pub(super) fn chinese(text: &str) -> Option<Chinese> {
    // Longer texts are no numerals; the bound keeps a hostile run of digits cheap.
    if text.is_empty() || text.len() > 240 {
        return None;
    }
    let (negative, text) = match text.strip_prefix(['负', '-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parsed = match text.split_once(['元', '圆']) {
        Some((whole, rest)) => money(whole, rest)?,
        None => match text.split_once('点') {
            Some((whole, decimals)) => with_decimals(whole, decimals)?,
            None => whole(text)?,
        },
    };
    if negative {
        parsed.value.set_sign_negative(true);
    }
    Some(parsed)
}

/// 玖仟圆壹角捌分整.
fn money(units: &str, rest: &str) -> Option<Chinese> {
    let mut parsed = whole(units)?;
    let mut rest = rest.trim_end_matches(['整', '正']);
    for (mark, weight) in [('角', Decimal::new(1, 1)), ('分', Decimal::new(1, 2))] {
        if let Some((digits, after)) = rest.split_once(mark) {
            let part = whole(digits)?.value.checked_mul(weight)?;
            parsed = Chinese {
                value: parsed.value.checked_add(part)?,
                last_weight: weight,
                decimals: weight.scale(),
            };
            rest = after;
        }
    }
    rest.is_empty().then_some(parsed)
}

/// 三点五, 一百点123.
fn with_decimals(units: &str, decimals: &str) -> Option<Chinese> {
    let mut mantissa = 0_i128;
    let mut count = 0_u32;
    for c in decimals.chars() {
        let d = chinese_digit(c).or_else(|| digit(c))?;
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(d))?;
        count += 1;
    }
    if count == 0 {
        return None;
    }
    let fraction = Decimal::try_from_i128_with_scale(mantissa, count).ok()?;
    let value = whole(units)?.value.checked_add(fraction)?;
    Some(Chinese { value, last_weight: Decimal::new(1, count), decimals: count })
}

/// A numeral without sign and decimals; Arabic runs may stand in it (100万三千, 200亿零四千230).
fn whole(text: &str) -> Option<Chinese> {
    if text.is_empty() {
        return None;
    }
    let mut total = Decimal::ZERO;
    let mut section = Decimal::ZERO;
    let mut section_weight = Decimal::ONE;
    let mut pending: Option<Decimal> = None;
    // The last multiplier read, for 三万五 = 35000; cleared by 零 and by Arabic digits.
    let mut last_unit: Option<i64> = None;
    let (mut small, mut big) = (i64::MAX, i64::MAX);
    let mut weight = Decimal::ONE;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(unit) = multiplier(c) {
            let factor = Decimal::from(unit);
            if unit < 10_000 {
                if unit >= small {
                    return None;
                }
                let times = pending.take().filter(|p| !p.is_zero()).unwrap_or(Decimal::ONE);
                section = section.checked_add(times.checked_mul(factor)?)?;
                section_weight = factor;
                small = unit;
            } else {
                if let Some(d) = pending.take() {
                    section = section.checked_add(d)?;
                    section_weight = Decimal::ONE;
                }
                if unit >= big {
                    // 万 before 亿: everything so far is multiplied.
                    let base = total.checked_add(section)?;
                    weight = if section.is_zero() { weight } else { section_weight }.checked_mul(factor)?;
                    total = base.checked_mul(factor)?;
                } else {
                    let base = if section.is_zero() && total.is_zero() { Decimal::ONE } else { section };
                    weight = if section.is_zero() { factor } else { section_weight.checked_mul(factor)? };
                    total = total.checked_add(base.checked_mul(factor)?)?;
                }
                (section, section_weight, small, big) = (Decimal::ZERO, Decimal::ONE, i64::MAX, unit);
            }
            last_unit = Some(unit);
            continue;
        }
        if c == '廿' || c == '卅' {
            if pending.is_some() || small <= 10 {
                return None;
            }
            section = section.checked_add(Decimal::from(if c == '廿' { 20 } else { 30 }))?;
            (section_weight, small, last_unit) = (Decimal::TEN, 10, Some(10));
            continue;
        }
        if pending.is_some() {
            return None;
        }
        if digit(c).is_some() {
            let run = arabic(text, at);
            pending = Some(run.value?);
            last_unit = None;
            while chars.peek().is_some_and(|&(next, _)| next < run.end) {
                chars.next();
            }
            continue;
        }
        // A run of Chinese digits: one digit, zeros before it, or a whole number read digit by digit.
        let mut mantissa = i128::from(chinese_digit(c)?);
        let (mut count, leading_zero) = (1, mantissa == 0);
        while let Some(d) = chars.peek().and_then(|&(_, c)| chinese_digit(c)) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(d))?;
            count += 1;
            chars.next();
        }
        let alone = count == text.chars().count();
        if count > 1 && !alone && !leading_zero {
            return None;
        }
        if leading_zero {
            last_unit = None;
        }
        pending = Some(Decimal::try_from_i128_with_scale(mantissa, 0).ok()?);
    }
    if let Some(d) = pending {
        let shorthand = last_unit.filter(|&unit| unit >= 100).map_or(1, |unit| unit / 10);
        weight = Decimal::from(shorthand);
        section = section.checked_add(d.checked_mul(weight)?)?;
    } else if !section.is_zero() {
        weight = section_weight;
    }
    Some(Chinese { value: total.checked_add(section)?, last_weight: weight, decimals: 0 })
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

    #[test]
    fn chinese_numerals() {
        for (text, value) in [
            ("八", 8),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("廿二", 22),
            ("一百零五", 105),
            ("三百五", 350),
            ("一万二千", 12_000),
            ("十万零一", 100_001),
            ("三万五", 35_000),
            ("二〇一九", 2019),
            ("两千六", 2600),
            ("一亿五千万零六千三百五十五", 150_006_355),
            ("百", 100),
            ("千万", 10_000_000),
            ("万亿", 1_000_000_000_000_i64),
            ("100万三千", 1_003_000),
            ("3千", 3000),
            ("壹拾壹", 11),
            ("零", 0),
            ("负十", -10),
            ("一百二十万三", 1_203_000),
        ] {
            assert_eq!(parse_chinese_numeral(text), Some(Decimal::from(value)), "{text}");
        }
        assert_eq!(parse_chinese_numeral("三点五"), Some(Decimal::new(35, 1)));
    }

    #[test]
    fn no_numerals() {
        for text in
            ["", "几十", "数百", "三五十", "十三五", "十十", "点五", "三点", "一二三千", "大", "二十百", "半"]
        {
            assert_eq!(parse_chinese_numeral(text), None, "{text}");
        }
        assert_eq!(parse_chinese_numeral(&"九".repeat(10_000)), None);
        assert_eq!(parse_chinese_numeral(&"亿".repeat(60)), None);
    }

    #[test]
    fn weight_of_a_chinese_numeral() {
        for (text, weight) in [
            ("三百", 100),
            ("一万二千", 1000),
            ("三百万", 1_000_000),
            ("八", 1),
            ("千亿", 100_000_000_000_i64),
        ] {
            assert_eq!(chinese(text).unwrap().last_weight, Decimal::from(weight), "{text}");
        }
    }
}
