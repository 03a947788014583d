//! Numerals written in Chinese characters: everyday, financial (壹贰叁) and traditional (萬億兩) ones,
//! with Arabic digits among them (100万三千).

use rust_decimal::Decimal;

use super::{arabic, digit};

/// A Chinese numeral's value and the weight of its last printed digit (三百: 100).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::quantity) struct Chinese {
    /// The value.
    pub value: Decimal,
    /// Weight of the last digit.
    pub last_weight: Decimal,
    /// Printed decimals (三点五: 1).
    pub decimals: u32,
}

/// The digit of a Chinese numeral character.
pub(in crate::quantity) const fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' | '貳' | '俩' | '倆' => 2,
        '三' | '叁' | '參' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The multiplier a character stands for.
pub(in crate::quantity) const fn multiplier(c: char) -> Option<i64> {
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
pub(in crate::quantity) fn chinese(text: &str) -> Option<Chinese> {
    // Longer texts are no numerals; the bound keeps a hostile run of digits cheap.
    if text.is_empty() || text.len() > 240 {
        return None;
    }
    let (negative, text) = match text.strip_prefix(['负', '負', '-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parsed = match text.split_once(['元', '圆']) {
        Some((whole, rest)) => money(whole, rest)?,
        None => match text.split_once(['点', '點']) {
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
    // 一点五万: the scale word multiplies the whole.
    let digits = decimals.trim_end_matches(['百', '千', '万', '亿', '萬', '億']);
    let mut scale = Decimal::ONE;
    for c in decimals.get(digits.len()..)?.chars() {
        scale = scale.checked_mul(Decimal::from(multiplier(c)?))?;
    }
    let mut mantissa = 0_i128;
    let mut count = 0_u32;
    for c in digits.chars() {
        let d = chinese_digit(c).or_else(|| digit(c))?;
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(d))?;
        count += 1;
    }
    if count == 0 {
        return None;
    }
    let fraction = Decimal::try_from_i128_with_scale(mantissa, count).ok()?;
    let value = whole(units)?.value.checked_add(fraction)?.checked_mul(scale)?;
    Some(Chinese { value, last_weight: Decimal::new(1, count).checked_mul(scale)?, decimals: count })
}

/// A numeral without sign and decimals; Arabic runs may stand in it (100万三千, 200亿零四千230).
fn whole(text: &str) -> Option<Chinese> {
    if text.is_empty() {
        return None;
    }
    if text == "半百" {
        return Some(Chinese { value: Decimal::from(50), last_weight: Decimal::TEN, decimals: 0 });
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
        // 1千零20: a nought before Arabic digits only fills a place.
        if pending.is_some_and(|p| !p.is_zero() || digit(c).is_none()) {
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
    use crate::quantity::parse_chinese_numeral;

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
