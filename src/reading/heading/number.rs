//! Reads one heading number: `一、`, `(一)`, `1.`, `(1)`, 一是, 第一, with the faults print knows
//! (lost brackets, stray blanks, a wrong mark). Tested with the headings they begin.

use super::{NumberStyle, blank, tail};

/// A reader of one number: remembers where it stands in `text`.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        tail(self.text, self.at)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes one of `any`.
    fn take(&mut self, any: &[char]) -> Option<char> {
        let c = self.peek().filter(|c| any.contains(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Takes a Chinese numeral up to 99.
    fn chinese(&mut self) -> Option<u32> {
        let taken: String = self.rest().chars().take_while(|&c| chinese_digit(c).is_some()).take(4).collect();
        let value = chinese_value(&taken)?;
        self.at += taken.len();
        Some(value)
    }

    /// Takes one or two Arabic digits, half- or full-width.
    fn arabic(&mut self) -> Option<u32> {
        let digits: Vec<(u32, usize)> = self
            .rest()
            .chars()
            .map_while(|c| arabic_digit(c).map(|digit| (digit, c.len_utf8())))
            .take(3)
            .collect();
        if digits.is_empty() || digits.len() > 2 {
            return None;
        }
        self.at += digits.iter().map(|&(_, len)| len).sum::<usize>();
        Some(digits.iter().fold(0, |value, &(digit, _)| value * 10 + digit)).filter(|&value| value > 0)
    }

    /// Whether a year (`2016年`) follows: `1.2016年工作` is a heading, `5.17` is not.
    fn year_follows(&self) -> bool {
        let mut chars = self.rest().chars();
        (0..4).all(|_| chars.next().is_some_and(|c| arabic_digit(c).is_some())) && chars.next() == Some('年')
    }
}

fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '\u{FF10}'..='\u{FF19}' => Some(u32::from(c) - 0xFF10),
        _ => c.to_digit(10),
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// 一 … 九十九.
fn chinese_value(numeral: &str) -> Option<u32> {
    let digits: Vec<u32> = numeral.chars().map_while(chinese_digit).collect();
    match *digits.as_slice() {
        [digit] => Some(digit),
        [10, unit] | [1, 10, unit] if unit < 10 => Some(10 + unit),
        [tens, 10] if tens < 10 => Some(tens * 10),
        [tens, 10, unit] if tens < 10 && unit < 10 => Some(tens * 10 + unit),
        _ => None,
    }
}

const COMMAS: [char; 4] = ['\u{3001}', ',', '\u{FF0C}', '\u{FF64}'];
const DOTS: [char; 2] = ['.', '\u{FF0E}'];
const OPEN: [char; 2] = ['(', '\u{FF08}'];
const CLOSE: [char; 2] = [')', '\u{FF09}'];

/// A heading number at `start`: style, value and the byte after its marks.
pub(super) fn number(text: &str, start: usize) -> Option<(NumberStyle, u32, usize)> {
    let mut cursor = Cursor { text, at: start };
    if cursor.take(&OPEN).is_some() {
        cursor.at = text.len() - cursor.rest().trim_start_matches(|c| blank(c) || c == '*').len();
        let (style, ordinal) = match cursor.chinese() {
            Some(ordinal) => (NumberStyle::BracketedChinese, ordinal),
            None => (NumberStyle::BracketedArabic, cursor.arabic()?),
        };
        cursor.skip_blanks();
        cursor.take(&CLOSE)?;
        let bracket = cursor.at;
        // The mark after the bracket is a fault, but it belongs to the number.
        cursor.skip_blanks();
        if cursor.take(&COMMAS).or_else(|| cursor.take(&DOTS)).is_none() {
            cursor.at = bracket;
        }
        return Some((style, ordinal, cursor.at));
    }
    if let Some(c @ '\u{2460}'..='\u{2473}') = cursor.peek() {
        let ordinal = u32::from(c) - 0x245F;
        return Some((NumberStyle::BracketedArabic, ordinal, start + c.len_utf8()));
    }
    if cursor.take(&['第']).is_some() {
        let ordinal = cursor.chinese()?;
        cursor.take(&COMMAS).or_else(|| cursor.take(&[':', '\u{FF1A}']))?;
        return (!numeral_follows(cursor.rest())).then_some((NumberStyle::Ordinal, ordinal, cursor.at));
    }
    if let Some(ordinal) = cursor.chinese() {
        let numeral = cursor.at;
        cursor.skip_blanks();
        if cursor.take(&CLOSE).is_some() {
            return Some((NumberStyle::BracketedChinese, ordinal, cursor.at));
        }
        if cursor.take(&COMMAS).or_else(|| cursor.take(&DOTS)).is_some() {
            return (!numeral_follows(cursor.rest())).then_some((NumberStyle::Chinese, ordinal, cursor.at));
        }
        if numeral == cursor.at && cursor.take(&['是']).is_some() {
            let word = cursor.peek().is_none_or(|c| matches!(c, '一' | '非' | '否'));
            return (!word).then_some((NumberStyle::Series, ordinal, cursor.at));
        }
        // `三 2021年工作安排`: the mark is lost, the blank is left.
        let quote = cursor.peek().is_some_and(|c| matches!(c, '\u{201C}' | '"'));
        if cursor.at > numeral && (cursor.year_follows() || quote) {
            return Some((NumberStyle::Chinese, ordinal, numeral));
        }
        return None;
    }
    let ordinal = cursor.arabic()?;
    cursor.skip_blanks();
    if cursor.take(&CLOSE).is_some() {
        return Some((NumberStyle::BracketedArabic, ordinal, cursor.at));
    }
    cursor.take(&DOTS).or_else(|| cursor.take(&['\u{3001}']))?;
    let end = cursor.at;
    cursor.skip_blanks();
    let digit = cursor.peek().is_some_and(|c| arabic_digit(c).is_some());
    (!digit || cursor.year_follows()).then_some((NumberStyle::Arabic, ordinal, end))
}

/// `一、二、三产业`: the next word is a numeral of the same list, so this is no heading.
fn numeral_follows(rest: &str) -> bool {
    let mut chars = rest.trim_start().chars();
    chars.next().and_then(chinese_digit).is_some()
        && chars.next().is_some_and(|c| {
            matches!(c, '\u{3001}' | '产' | '次' | '类' | '级' | '期' | '线' | '号')
                || chinese_digit(c).is_some()
        })
}
