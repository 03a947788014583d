//! Money as it is spoken and signed: 三块五, 五毛, 十五元六角七分; $100, ￥3.5万.

use rust_decimal::Decimal;

use crate::quantity::number::{self, char_at, chinese_digit, digit};
use crate::quantity::unit::{self, Dimension, Unit};
use crate::text::Span;

use super::chinese::{is_financial, run};
use super::ends_here;

/// An amount of 元 in several parts.
#[derive(Clone, Copy)]
pub(super) struct Spoken {
    /// In 元.
    pub value: Decimal,
    /// One past the last byte.
    pub end: usize,
    /// Decimals of a 元 that were said: 1 with 角, 2 with 分.
    pub decimals: u32,
}

/// The amount whose first numeral is worth `value` and ends at `end`. Plain 元 is left to the table of
/// units; 块, 毛, 角 and 分 are money only beside one another, before 钱 or after words of paying.
pub(super) fn spoken(text: &str, numeral: Span, value: Decimal) -> Option<Spoken> {
    let end = numeral.end;
    let c = char_at(text, end)?;
    let after = end + c.len_utf8();
    let amount = match c {
        '块' | '元' | '圆' | '塊' => match small_part(text, after) {
            Some((part, mark, at)) => {
                let (more, decimals, end) = tenths(text, part, mark, at, c)?;
                Spoken { value: value.checked_add(more)?, end, decimals }
            }
            None if c != '元'
                && (paid(text, numeral.start, after)
                    || (char_at(text, after) == Some('钱') && numeral.of(text) != "一")) =>
            {
                Spoken { value, end: after, decimals: 0 }
            }
            None => return None,
        },
        '毛' | '角' => {
            let tenth = value.checked_mul(Decimal::new(1, 1))?;
            match small_part(text, after) {
                Some((part, mark, at)) if mark == Some('分') || (mark.is_none() && said(text, at)) => {
                    let hundredth = part.checked_mul(Decimal::new(1, 2))?;
                    Spoken { value: tenth.checked_add(hundredth)?, end: at, decimals: 2 }
                }
                _ if numeral.of(text) != "一" && char_at(text, after) == Some('钱')
                    || (c == '毛' && ends_here(text, after)) =>
                {
                    Spoken { value: tenth, end: after, decimals: 1 }
                }
                _ => return None,
            }
        }
        // 每一分钱 is no sum.
        '分' if char_at(text, after) == Some('钱') && numeral.of(text) != "一" => {
            Spoken { value: value.checked_mul(Decimal::new(1, 2))?, end: after, decimals: 2 }
        }
        _ => return None,
    };
    let end = match char_at(text, amount.end) {
        Some(c @ ('钱' | '整' | '正')) => amount.end + c.len_utf8(),
        _ => amount.end,
    };
    Some(Spoken { end, ..amount })
}

/// The part after 块 or 元: what it adds, the decimals, and its end.
fn tenths(
    text: &str,
    part: Decimal,
    mark: Option<char>,
    at: usize,
    unit: char,
) -> Option<(Decimal, u32, usize)> {
    let tenth = part.checked_mul(Decimal::new(1, 1))?;
    match mark {
        Some('分') => Some((part.checked_mul(Decimal::new(1, 2))?, 2, at)),
        Some(_) => match small_part(text, at) {
            Some((last, mark, end)) if mark == Some('分') || (mark.is_none() && said(text, end)) => {
                Some((tenth.checked_add(last.checked_mul(Decimal::new(1, 2))?)?, 2, end))
            }
            _ => Some((tenth, 1, at)),
        },
        // 三块五; 三元五 is nothing anyone writes.
        None if unit != '元' && said(text, at) => Some((tenth, 1, at)),
        None => None,
    }
}

/// A numeral below a hundred at `at` with the mark behind it (五毛, 七): value, mark, end.
fn small_part(text: &str, at: usize) -> Option<(Decimal, Option<char>, usize)> {
    let c = char_at(text, at)?;
    let (value, end) = if digit(c).is_some() {
        let run = number::arabic(text, at);
        (run.value.filter(|_| run.plain && run.integer_digits <= 2)?, run.end)
    } else if is_financial(c) {
        (Decimal::from(chinese_digit(c)?), at + c.len_utf8())
    } else {
        chinese_digit(c)?;
        let (end, indefinite) = run(text, at);
        let read = number::chinese(Span::new(at, end).of(text)).filter(|_| !indefinite)?;
        (read.value, end)
    };
    if value >= Decimal::ONE_HUNDRED {
        return None;
    }
    match char_at(text, end) {
        Some(mark @ ('毛' | '角' | '分')) if !text.get(end..)?.starts_with("分之") => {
            Some((value, Some(mark), end + mark.len_utf8()))
        }
        _ => Some((value, None, end)),
    }
}

/// Whether an amount that ends at `at` without a mark is whole: 三块五。, 三块五钱.
fn said(text: &str, at: usize) -> bool {
    ends_here(text, at) || char_at(text, at) == Some('钱')
}

/// 块 by itself counts pieces; after words of paying, at the end of the clause, it is money.
fn paid(text: &str, start: usize, end: usize) -> bool {
    let head = text.get(..start).unwrap_or("");
    ends_here(text, end)
        && [
            "花了", "售价", "卖", "付了", "只要", "价格", "票价", "单价", "赚了", "收费", "找我", "给我",
            "才", "花",
        ]
        .iter()
        .any(|word| head.ends_with(word))
}

/// Signs of currency that stand before a figure; a longer sign stands before its own ending.
const SIGNS: [(&str, &str); 18] = [
    ("US$", "美元"),
    ("HK$", "港元"),
    ("NT$", "新台币"),
    ("A$", "澳元"),
    ("C$", "加元"),
    ("S$", "新元"),
    ("$", "美元"),
    ("\u{FF04}", "美元"),
    ("\u{A5}", "元"),
    ("\u{FFE5}", "元"),
    ("€", "欧元"),
    ("£", "英镑"),
    ("\u{FFE1}", "英镑"),
    ("₩", "韩元"),
    ("RMB", "元"),
    ("CNY", "元"),
    ("USD", "美元"),
    ("人民币", "元"),
];

/// The currency whose sign ends at `at`, and where the sign begins.
pub(super) fn sign_before(text: &str, at: usize) -> Option<(usize, Unit)> {
    let head = text.get(..at)?.trim_end_matches(' ');
    let (sign, symbol) = SIGNS.iter().find(|(sign, _)| head.ends_with(sign))?;
    let start = head.len() - sign.len();
    let joined = sign.chars().all(|c| c.is_ascii_alphabetic() || c == '$')
        && number::char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric());
    let unit = unit::of_symbol(symbol).filter(|unit| unit.dimension() == Dimension::Money)?;
    (!joined).then_some((start, unit))
}
