//! What follows a numeral: inner hedge (余, 多), scale word, unit.

use rust_decimal::Decimal;

use crate::quantity::number::{char_at, chinese_digit, skip_blanks};
use crate::quantity::unit::{self, Printed};
use crate::text::Span;

use super::ends_here;

/// Scale, inner hedge and unit behind a numeral.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    /// One past the last byte; the numeral's end when nothing follows.
    pub end: usize,
    /// Value of the scale word, 1 without.
    pub scale: Decimal,
    /// One past the scale word (`500余万`); the numeral's end without one.
    pub scale_end: usize,
    /// 余, 多 or 来 between numeral and unit.
    pub surplus: Option<Span>,
    /// The unit.
    pub unit: Option<Printed>,
    /// Where the unit begins.
    pub unit_at: usize,
    /// What stands behind the unit and belongs to the numeral: half of one (三个半, 两倍半), six tenths
    /// (七成六).
    pub extra: Decimal,
}

impl Tail {
    /// What a numeral of this `value` is multiplied by: scale, and the unit's own factor.
    pub(super) fn multiple(&self, value: Decimal) -> Option<Decimal> {
        let Some(printed) = self.unit else { return Some(self.scale) };
        // 75折 and 七五折 are 75 %, 7.5折 too.
        let whole = printed.folds && value >= Decimal::TEN;
        self.scale.checked_mul(if whole { Decimal::ONE } else { printed.factor })
    }
}

/// Reads what follows the numeral that ends at `start`. Blanks may stand before scale and unit
/// (`11.5 万人`), never at the end of the figure.
pub(super) fn read(text: &str, start: usize) -> Tail {
    let mut tail = Tail {
        end: start,
        scale: Decimal::ONE,
        scale_end: start,
        surplus: None,
        unit: None,
        unit_at: start,
        extra: Decimal::ZERO,
    };
    tail.surplus = surplus(text, skip_blanks(text, start));
    let mut at = tail.surplus.map_or(start, |span| span.end);
    if let Some((scale, end)) = scale(text, skip_blanks(text, at)) {
        tail.scale = scale;
        tail.scale_end = end;
        at = end;
        if tail.surplus.is_none() {
            tail.surplus = surplus(text, at).or_else(|| surplus_behind(text, at));
            at = tail.surplus.map_or(at, |span| span.end);
        }
    }
    // 多 and 余 need something to count: 3多, 8余 are no figures.
    if at > start && (tail.scale != Decimal::ONE || tail.surplus.is_some()) {
        tail.end = at;
    }
    let unit_at = skip_blanks(text, at);
    if let Some(printed) = text.get(unit_at..).and_then(unit::longest) {
        (tail.unit, tail.unit_at) = (Some(printed), unit_at);
        tail.end = unit_at + printed.len;
        if tail.surplus.is_none()
            && tail.scale == Decimal::ONE
            && let Some((extra, unit, end)) = behind(text, printed, tail.end)
        {
            if unit.len != printed.len {
                tail.unit_at = end - unit.len;
            }
            (tail.extra, tail.unit, tail.end) = (extra, Some(unit), end);
            return tail;
        }
        if tail.surplus.is_none() && may_have_more_behind(printed) {
            tail.surplus = surplus_behind(text, tail.end);
            tail.end = tail.surplus.map_or(tail.end, |span| span.end);
        }
    }
    tail
}

/// Half a unit behind the unit that ends at `at` (三个半, 一个半小时, 两倍半), or tenths behind 成 (七成六):
/// how much, of which unit, to where.
fn behind(text: &str, printed: Printed, at: usize) -> Option<(Decimal, Printed, usize)> {
    let form = text.get(at - printed.len..at)?;
    let c = char_at(text, at)?;
    let end = at + c.len_utf8();
    if form == "成" {
        let tenths = if c == '半' { 5 } else { chinese_digit(c)? };
        return ends_here(text, end).then_some((Decimal::new(i64::from(tenths), 1), printed, end));
    }
    if c != '半' {
        return None;
    }
    let half = Decimal::new(5, 1);
    if form == "个" {
        let tail = text.get(end..)?;
        let measured = [("小时", "小时"), ("钟头", "小时"), ("月", "个月")]
            .iter()
            .find(|(word, _)| tail.starts_with(word))
            .and_then(|(word, symbol)| {
                Some((Printed { len: word.len(), ..unit::longest(symbol)? }, end + word.len()))
            });
        return match measured {
            Some((unit, end)) => Some((half, unit, end)),
            None => ends_here(text, end).then_some((half, printed, end)),
        };
    }
    let halved =
        matches!(form, "倍" | "年" | "天" | "岁" | "公里" | "里" | "亩" | "斤" | "公斤" | "吨" | "米");
    let whole = ends_here(text, end)
        || char_at(text, end)
            .is_some_and(|c| matches!(c, '的' | '时' | '左' | '以' | '来' | '内' | '后' | '多'));
    (halved && whole).then_some((half, printed, end))
}

/// The scale word at `at`.
pub(super) fn scale(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let (value, len) = one_scale(text, at)?;
    match one_scale(text, at + len) {
        // 千万, 万亿, 万万.
        Some((second, more)) if second >= value && second >= 10_000 => {
            Some((Decimal::from(value).checked_mul(Decimal::from(second))?, at + len + more))
        }
        _ => Some((Decimal::from(value), at + len)),
    }
}

fn one_scale(text: &str, at: usize) -> Option<(i64, usize)> {
    let c = char_at(text, at)?;
    let next = char_at(text, at + c.len_utf8());
    let value = match c {
        '百' if !matches!(next, Some('分' | '强' | '货' | '姓' | '日' | '年' | '县' | '村')) => 100,
        '千' if !matches!(
            next,
            Some('瓦' | '米' | '伏' | '克' | '卡' | '兆' | '乏' | '帕' | '赫' | '分')
        ) =>
        {
            1000
        }
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    };
    Some((value, c.len_utf8()))
}

/// 余, 多 or 来 at `at`, when a scale or a unit may follow.
fn surplus(text: &str, at: usize) -> Option<Span> {
    let c = char_at(text, at).filter(|c| matches!(c, '余' | '多' | '来' | '馀'))?;
    let end = at + c.len_utf8();
    let tail = text.get(skip_blanks(text, end)..)?;
    let followed = scale(text, skip_blanks(text, end)).is_some() || unit::longest(tail).is_some();
    followed.then_some(Span::new(at, end))
}

/// Measures that may be followed by 多 (两年多, 3倍多).
fn may_have_more_behind(printed: Printed) -> bool {
    matches!(printed.unit.symbol(), "年" | "公里" | "倍" | "亩" | "小时" | "米")
}

fn surplus_behind(text: &str, at: usize) -> Option<Span> {
    let c = char_at(text, at).filter(|c| matches!(c, '余' | '多'))?;
    let end = at + c.len_utf8();
    let word_goes_on = matches!(
        char_at(text, end),
        Some(
            '功' | '层'
                | '元'
                | '种'
                | '样'
                | '边'
                | '方'
                | '媒'
                | '维'
                | '次'
                | '少'
                | '个'
                | '家'
                | '年'
                | '式'
                | '点'
                | '地'
                | '项'
                | '部'
        )
    );
    (!word_goes_on).then_some(Span::new(at, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        let tail = read(text, 0);
        format!(
            "{} {} {} {}",
            Span::new(0, tail.end).of(text),
            tail.scale,
            tail.surplus.map_or("", |span| span.of(text)),
            tail.unit.map_or("", |printed| printed.unit.symbol())
        )
    }

    #[test]
    fn scale_hedge_and_unit() {
        assert_eq!(show("亿元,"), "亿元 100000000  元");
        assert_eq!(show("万亿元"), "万亿元 1000000000000  元");
        assert_eq!(show("余万人"), "余万人 10000 余 人");
        assert_eq!(show("万多人"), "万多人 10000 多 人");
        assert_eq!(show("多家"), "多家 1 多 家");
        assert_eq!(show("千瓦时"), "千瓦时 1  千瓦时");
        assert_eq!(show("千家"), "千家 1000  家");
        assert_eq!(show(" 万人"), " 万人 10000  人");
        assert_eq!(show("个百分点"), "个百分点 1  个百分点");
        assert_eq!(show("万多残疾人"), "万多 10000 多 ");
        assert_eq!(show("多功能"), " 1  ");
        assert_eq!(show("倍多。"), "倍多 1 多 倍");
        assert_eq!(show("年多元化"), "年 1  年");
    }
}
