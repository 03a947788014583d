//! Ranges in Chinese numerals: 三到五万元, 五至八个, and two neighbouring digits (三四十个).

use rust_decimal::Decimal;

use crate::quantity::number::{self, Chinese, char_before, chinese_digit, multiplier};
use crate::quantity::unit::Dimension;
use crate::text::Span;

use super::chinese::run;
use super::tail::{self, Tail};
use super::{Figure, Scanner, ends_here, names};

impl Scanner<'_> {
    /// 三到五万元, 五至八个, 八千—一万人: one unit for both ends.
    pub(super) fn chinese_range(&mut self, numeral: Span, value: &Chinese, first: &Tail) -> Option<usize> {
        let text = self.text;
        let mark_at =
            if first.scale_end > numeral.end || first.unit.is_some() { first.end } else { numeral.end };
        let mark = names::range_mark(text, mark_at)?;
        let moved = char_before(text, numeral.start).is_some_and(|c| matches!(c, '由' | '从' | '自'));
        if moved || first.surplus.is_some() || !first.extra.is_zero() {
            return None;
        }
        let (end, indefinite) = run(text, mark);
        let second = Span::new(mark, end);
        let upper = number::chinese(second.of(text)).filter(|_| !indefinite)?;
        let last = tail::read(text, end);
        let Some(unit) = last.unit else {
            return self.bare_range(numeral, value, second, &upper);
        };
        let alike = first.unit.is_none_or(|one| one.unit == unit.unit);
        let countable = |span: Span| span.of(text) == "一" || self.counts(span, &last, unit);
        let digit_by_digit = |span: Span| {
            span.of(text).chars().count() > 1 && span.of(text).chars().all(|c| chinese_digit(c).is_some())
        };
        let bare = |span: Span| span.of(text).chars().all(|c| c != '十' && multiplier(c).is_some());
        if !alike
            || last.surplus.is_some()
            || !last.extra.is_zero()
            || digit_by_digit(numeral)
            || bare(numeral)
            || unit.unit.dimension() == Dimension::Time && unit.unit.symbol() == "年"
            || !countable(second)
        {
            return None;
        }
        let shared = if first.unit.is_some() {
            Decimal::ONE
        } else {
            shared_scale(numeral.of(text), second.of(text))?
        };
        let factor = last.multiple(upper.value)?;
        let low = value.value.checked_mul(shared)?.checked_mul(factor)?;
        let high = upper.value.checked_mul(factor)?;
        if low >= high {
            return None;
        }
        Some(self.push(Figure {
            value_to: Some(high),
            ulp: upper.last_weight.checked_mul(factor)?,
            decimals: upper.decimals,
            scale: last.scale,
            chinese: true,
            ..Figure::new(
                Span::new(numeral.start, last.end),
                Span::new(numeral.start, last.scale_end),
                low,
                Some(unit.unit),
            )
        }))
    }

    /// 三到五万, 百分之… without a unit: only where the second end has a scale word and the clause ends.
    fn bare_range(&mut self, numeral: Span, value: &Chinese, second: Span, upper: &Chinese) -> Option<usize> {
        let text = self.text;
        let low = value.value.checked_mul(shared_scale(numeral.of(text), second.of(text))?)?;
        if !second.of(text).ends_with(['万', '亿']) || low >= upper.value || !ends_here(text, second.end) {
            return None;
        }
        let span = numeral.cover(second);
        Some(self.push(Figure {
            value_to: Some(upper.value),
            ulp: upper.last_weight,
            decimals: upper.decimals,
            chinese: true,
            ..Figure::new(span, span, low, None)
        }))
    }

    /// 三四十个, 七八百人: two neighbouring digits are the ends of a range. 三五 and 一两 only mean “a few”.
    pub(super) fn pair(&mut self, numeral: Span) -> Option<usize> {
        let text = self.text;
        let printed = numeral.of(text);
        let (at, one, two) =
            printed.char_indices().zip(printed.chars().skip(1)).find_map(|((at, a), b)| {
                let (one, two) = (chinese_digit(a)?, chinese_digit(b)?);
                (two == one + 1 && one > 0 && !(one == 1 && b == '两')).then_some((at, a, b))
            })?;
        let head = printed.get(..at)?;
        let rest = printed.get(at + one.len_utf8() + two.len_utf8()..)?;
        if !matches!(head, "" | "十") || !rest.chars().all(|c| multiplier(c).is_some()) {
            return None;
        }
        let low = number::chinese(&format!("{head}{one}{rest}"))?;
        let high = number::chinese(&format!("{head}{two}{rest}"))?;
        let tail = tail::read(text, numeral.end);
        let unit = tail.unit?;
        let form = text.get(tail.end.checked_sub(unit.len)?..tail.end)?;
        let counted = matches!(
            form,
            "个" | "家"
                | "户"
                | "人"
                | "名"
                | "项"
                | "件"
                | "天"
                | "岁"
                | "公里"
                | "米"
                | "亩"
                | "元"
                | "吨"
                | "斤"
                | "公斤"
                | "倍"
                | "种"
                | "座"
                | "台"
                | "辆"
                | "人次"
                | "分钟"
                | "个小时"
                | "小时"
                | "个月"
        );
        if !counted || tail.surplus.is_some() || !tail.extra.is_zero() || self.in_a_name(numeral.start) {
            return None;
        }
        let factor = tail.multiple(high.value)?;
        Some(self.push(Figure {
            value_to: Some(high.value.checked_mul(factor)?),
            ulp: high.last_weight.checked_mul(factor)?,
            scale: tail.scale,
            chinese: true,
            ..Figure::new(
                Span::new(numeral.start, tail.end),
                Span::new(numeral.start, tail.scale_end),
                low.value.checked_mul(factor)?,
                Some(unit.unit),
            )
        }))
    }
}

/// What the first end of a range is multiplied by: 三到五万 shares its scale word, 八千到一万 does not.
fn shared_scale(first: &str, second: &str) -> Option<Decimal> {
    let big = |c: char| matches!(c, '百' | '千' | '万' | '亿');
    if first.contains(big) {
        return Some(Decimal::ONE);
    }
    let base = number::chinese(second.trim_end_matches(big))?.value;
    if base.is_zero() { Some(Decimal::ONE) } else { number::chinese(second)?.value.checked_div(base) }
}
