//! Fractions: 百分之八, 千分之三, 万分之五 as percentages; 三分之一, 五又四分之三, 3分之1 and 1/7 as common
//! fractions, which state a share.

use rust_decimal::Decimal;

use crate::quantity::number::{self, Arabic, char_at, char_before, digit};
use crate::quantity::unit;
use crate::text::Span;

use super::chinese::run;
use super::{Figure, Scanner, ends_here, names};

/// A numeral as part of a fraction: value, decimals, where it ends.
#[derive(Clone, Copy)]
struct Part {
    value: Decimal,
    decimals: u32,
    end: usize,
}

/// The Arabic or Chinese numeral at `at`.
fn part(text: &str, at: usize) -> Result<Part, usize> {
    if char_at(text, at).and_then(digit).is_some() {
        let run = number::arabic(text, at);
        return run.value.map(|value| Part { value, decimals: run.decimals, end: run.end }).ok_or(run.end);
    }
    let (end, indefinite) = run(text, at);
    number::chinese(Span::new(at, end).of(text))
        .filter(|_| !indefinite)
        .map(|read| Part { value: read.value, decimals: read.decimals, end })
        .ok_or(end)
}

/// What one part of 百分之, 千分之 or 万分之 is worth in percent.
pub(super) fn percent_of(denominator: &str) -> Option<Decimal> {
    Some(match denominator {
        "百" | "佰" => Decimal::ONE,
        "千" | "仟" => Decimal::new(1, 1),
        "万" | "萬" => Decimal::new(1, 2),
        "十万" | "拾万" => Decimal::new(1, 3),
        "百万" => Decimal::new(1, 4),
        "千万" => Decimal::new(1, 5),
        "万万" | "亿" => Decimal::new(1, 6),
        _ => return None,
    })
}

/// A common fraction as a number, to fifteen decimals.
pub(super) fn quotient(whole: Decimal, over: Decimal, under: Decimal) -> Option<Decimal> {
    Some(over.checked_div(under)?.checked_add(whole)?.round_dp(15).normalize())
}

impl Scanner<'_> {
    /// The fraction whose denominator (or whole part, before 又) stands at `at`.
    pub(super) fn fraction(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let first = part(text, at);
        let first_end = first.map_or_else(|end| end, |part| part.end);
        let rest = text.get(first_end..)?;
        if let Ok(whole) = first
            && let Some(under_at) = rest.strip_prefix('又').map(|_| first_end + '又'.len_utf8())
            && let Ok(under) = part(text, under_at)
            && text.get(under.end..)?.starts_with("分之")
            && let Ok(over) = part(text, under.end + "分之".len())
        {
            return self.common(at, at, whole.value, over, under.value);
        }
        let over_at = first_end + rest.strip_prefix("分之").map(|_| "分之".len())?;
        let denominator = Span::new(at, first_end).of(text);
        // A name in quotes is no share.
        let named = self.in_a_name(at) || char_before(text, at) == Some('第');
        let over =
            match part(text, over_at) {
                Ok(over) => over,
                Err(end) => {
                    // 二分之。: what is printed of a damaged fraction.
                    if end == over_at
                        && ends_here(text, over_at)
                        && !named
                        && let Ok(first) = first
                    {
                        let numeral = Span::new(at, first_end);
                        return Some(self.push(Figure {
                            chinese: true,
                            ..Figure::new(numeral, numeral, first.value, None)
                        }));
                    }
                    return Some(end.max(over_at));
                }
            };
        if named {
            return Some(over.end);
        }
        match percent_of(denominator) {
            Some(worth) => self.percentage(at, worth, over),
            None => self.common(at, at, Decimal::ZERO, over, first.ok()?.value),
        }
    }

    /// 百分之八, or the range 百分之五到百分之八.
    fn percentage(&mut self, at: usize, worth: Decimal, over: Part) -> Option<usize> {
        let text = self.text;
        let upper = names::range_mark(text, over.end).and_then(|second| {
            let denominator = run(text, second).0;
            let Some(tail) = text.get(denominator..)?.strip_prefix("分之") else {
                // 百分之五至八.
                let upper = part(text, second).ok().filter(|upper| ends_here(text, upper.end))?;
                return Some((upper, upper.value.checked_mul(worth)?));
            };
            let worth = percent_of(Span::new(second, denominator).of(text))?;
            let upper = part(text, text.len() - tail.len()).ok()?;
            Some((upper, upper.value.checked_mul(worth)?))
        });
        let end = upper.map_or(over.end, |(upper, _)| upper.end);
        let decimals = upper.map_or(over.decimals, |(upper, _)| upper.decimals.max(over.decimals));
        let ulp = Decimal::new(1, decimals.min(28)).checked_mul(worth)?;
        let span = Span::new(at, end);
        let value = over.value.checked_mul(worth)?;
        if upper.is_none() && worth == Decimal::new(1, 1) {
            // Rates of birth and death are stated in ‰.
            return Some(self.push(Figure {
                ulp: Decimal::new(1, decimals.min(28)),
                decimals,
                chinese: true,
                listing: Some((value, unit::of_symbol("%"))),
                ..Figure::new(span, span, over.value, unit::of_symbol("‰"))
            }));
        }
        Some(self.push(Figure {
            value_to: upper.map(|(_, value)| value),
            ulp,
            decimals,
            chinese: true,
            ..Figure::new(span, span, value, unit::of_symbol("%"))
        }))
    }

    /// A common fraction that begins at `start` (its sign) and whose numerals begin at `at`.
    fn common(
        &mut self,
        start: usize,
        at: usize,
        whole: Decimal,
        over: Part,
        under: Decimal,
    ) -> Option<usize> {
        // Only a percentage has decimals above the line; a denominator of nought divides nothing.
        if over.decimals > 0 || under.is_zero() {
            return Some(over.end);
        }
        let value = quotient(whole, over.value, under)?;
        let span = Span::new(start.min(at), over.end);
        Some(self.push(share(span, value)))
    }

    /// 1/7 after words of sharing (占全国1/7); anywhere else a stroke joins a code.
    pub(super) fn stroke(&mut self, run: &Arabic) -> Option<usize> {
        let text = self.text;
        let under_at = run.end + '/'.len_utf8();
        if !run.plain || run.integer_digits > 3 || char_at(text, run.end) != Some('/') {
            return None;
        }
        char_at(text, under_at).and_then(digit)?;
        let under = number::arabic(text, under_at);
        let (over, under_value) = (run.value?, under.value?);
        let goes_on = char_at(text, under.end).is_some_and(|c| matches!(c, '/' | '-' | '年' | '月' | '日'));
        if !under.plain || under.integer_digits > 3 || over >= under_value || over.is_zero() || goes_on {
            return None;
        }
        let head = text.get(..run.start)?;
        let shared =
            ["占", "的", "约", "近", "超", "超过", "不足", "全国", "全省", "全市", "全区", "全球", "世界"]
                .iter()
                .any(|word| head.ends_with(word));
        let value = quotient(Decimal::ZERO, over, under_value).filter(|_| shared)?;
        Some(self.push(Figure { chinese: false, ..share(Span::new(run.start, under.end), value) }))
    }
}

/// The figure of a common fraction: the share in percent, and the plain number.
pub(super) fn share(span: Span, value: Decimal) -> Figure {
    let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).round_dp(2).normalize();
    Figure {
        listing: Some((value, None)),
        chinese: true,
        ..Figure::new(span, span, percent, unit::of_symbol("%"))
    }
}
