//! Another value for a figure: every statement of the claim follows, printed in its own unit, scale and
//! decimals, rounded half up from the exact new value. A hedged statement (突破900亿元) that stays true
//! is left alone.

use crate::checks::Message;
use crate::quantity::{Decimal, Modifier, Quantity, printed, scan};
use crate::report::{Fact, Report, measure};
use crate::text::Edit;

/// The new figure.
struct Wanted {
    /// As it is to be printed under the cursor.
    text: String,
    figure: Quantity,
    /// Its value with the sign of the claim, in the common measure of its unit.
    value: Decimal,
    /// The weight of its last printed digit, in the common measure.
    weight: Decimal,
}

pub(super) fn rename(report: &Report, facts: &[&Fact], new: &str) -> Result<Vec<Edit>, Message> {
    let own = facts.first().ok_or_else(unreadable)?;
    let own_text = report.text(own.span);
    let own_figure = report.figure(own).ok_or_else(unreadable)?;
    let wanted = Wanted::read(new, own_text, own, own_figure)?;
    let mut edits: Vec<Edit> = Vec::new();
    for fact in report.restatements(facts) {
        if edits.iter().any(|edit| edit.span == fact.span) {
            continue;
        }
        let text = report.text(fact.span);
        if text == own_text {
            edits.push(Edit::replace(fact.span, wanted.text.clone()));
            continue;
        }
        let figure = report.figure(fact).ok_or_else(unreadable)?;
        let follows = fact.modifier == Modifier::Exact
            || (fact.modifier == own.modifier && common(fact) == common(own));
        if !follows {
            if fact.measured().is_some_and(|interval| interval.contains(wanted.value)) {
                continue;
            }
            return Err(Message::new(
                format!("第{}行写的是概数（{text}），新值不在其内，请先改那一处。", fact.paragraph + 1),
                format!(
                    "Line {} has a hedged figure ({text}) that the new value leaves; change it first.",
                    fact.paragraph + 1
                ),
            ));
        }
        let restated = restated(&wanted, own_figure, fact, figure, text);
        edits.push(Edit::replace(fact.span, restated.map_err(|why| why.on(fact, text))?));
    }
    Ok(edits)
}

/// A fact's value in the common measure of its unit.
fn common(fact: &Fact) -> Option<Decimal> {
    fact.value.checked_mul(measure(fact.unit).1)
}

impl Wanted {
    fn read(new: &str, own_text: &str, own: &Fact, own_figure: &Quantity) -> Result<Self, Message> {
        // A bare numeral takes the scale and the unit that stand there.
        let bare = !new.is_empty() && new.chars().all(is_numeral);
        let text =
            if bare { format!("{new}{}", own_text.trim_start_matches(is_numeral)) } else { new.to_owned() };
        let figure = single(&text).ok_or_else(|| {
            Message::new(
                format!("“{new}”不是一个带单位的数；请只写数和单位，前后的“约”“超过”在文中改。"),
                format!("“{new}” is not one figure with its unit; hedges are changed in the text."),
            )
        })?;
        let (kind, size) = measure(figure.unit);
        if kind != measure(own_figure.unit).0 {
            return Err(Message::new(
                format!("“{new}”与“{own_text}”的单位不是一类，不能代替。"),
                format!("“{new}” measures something else than “{own_text}”."),
            ));
        }
        if figure.value.is_sign_negative() != own_figure.value.is_sign_negative() && !figure.value.is_zero() {
            return Err(Message::new(
                "正负变了，文中“增长”“下降”一类的词也要改，不能只换数字。",
                "The sign changes: the words around the figure must change too.",
            ));
        }
        let falls = own.value.is_sign_negative() != own_figure.value.is_sign_negative();
        let signed = if falls { -figure.value } else { figure.value };
        let weight = Decimal::new(1, figure.decimals.min(28)).checked_mul(figure.scale);
        let weight = weight.and_then(|weight| weight.checked_mul(size)).ok_or_else(unreadable)?;
        let value = signed.checked_mul(size).ok_or_else(unreadable)?;
        Ok(Self { text, figure, value, weight })
    }
}

/// Why a restatement cannot follow.
enum Refusal {
    /// The new value is not given as precisely as the restatement is printed.
    Coarse,
    /// The restatement is printed in a way that is not rewritten.
    Form,
}

impl Refusal {
    fn on(self, fact: &Fact, text: &str) -> Message {
        let line = fact.paragraph + 1;
        match self {
            Self::Coarse => Message::new(
                format!("第{line}行印作“{text}”，比新值更精确；请在那一处改，或把新值写到同样的位数。"),
                format!(
                    "Line {line} prints “{text}”, more precisely than the new value: rename it there, or give as many digits."
                ),
            ),
            Self::Form => Message::new(
                format!("第{line}行的“{text}”不能由新值推出，请先改那一处。"),
                format!("“{text}” on line {line} does not follow from the new value; change it first."),
            ),
        }
    }
}

/// The restatement `text` of the claim, with the new value.
fn restated(
    wanted: &Wanted,
    own: &Quantity,
    fact: &Fact,
    figure: &Quantity,
    text: &str,
) -> Result<String, Refusal> {
    let plain = |it: &Quantity| it.value_to.is_none() && it.surplus.is_none();
    // 翻一番, 三成: stated otherwise than printed.
    if !plain(own) || !plain(&wanted.figure) || !plain(figure) || fact.unit != figure.unit {
        return Err(Refusal::Form);
    }
    let (_, size) = measure(figure.unit);
    let step = figure.scale.checked_mul(size).ok_or(Refusal::Form)?;
    let value = wanted.value.abs().checked_div(step).ok_or(Refusal::Form)?;
    let last = Decimal::new(1, figure.decimals.min(28)).checked_mul(step).ok_or(Refusal::Form)?;
    let exact = value.round_dp(figure.decimals) == value;
    let converted = figure.unit != wanted.figure.unit;
    if wanted.weight > last && !(converted && exact) {
        return Err(Refusal::Coarse);
    }
    let digits = printed(value, figure.decimals);
    let sign: String = text.chars().take_while(|c| "-\u{2212}\u{FF0D}".contains(*c)).collect();
    let rest = text.get(sign.len()..).unwrap_or("");
    let (numeral, tail) = if figure.chinese {
        let tail = rest.trim_start_matches(is_chinese);
        (chinese(value, tail).ok_or(Refusal::Form)?, tail)
    } else {
        let tail = rest.trim_start_matches(is_numeral);
        (like(&digits, rest.get(..rest.len() - tail.len()).unwrap_or("")), tail)
    };
    let new = format!("{sign}{numeral}{tail}");
    // Whatever was written must read as what was meant.
    let meant =
        printed(value, figure.decimals).parse::<Decimal>().ok().and_then(|it| it.checked_mul(figure.scale));
    let read = single(&new).ok_or(Refusal::Form)?;
    if Some(read.value.abs()) == meant && read.unit == figure.unit { Ok(new) } else { Err(Refusal::Form) }
}

/// The figure that a text is, from end to end.
fn single(text: &str) -> Option<Quantity> {
    let mut found = scan(text).into_iter();
    let figure = found.next().filter(|it| it.span.start == 0 && it.span.end == text.len())?;
    found.next().is_none().then_some(figure)
}

/// What an Arabic numeral is written with, in half and full width.
fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{FF10}'..='\u{FF19}' | '.' | '\u{FF0E}' | ',' | '\u{FF0C}' | '-' | '\u{2212}')
}

fn is_chinese(c: char) -> bool {
    "零一二三四五六七八九十两".contains(c)
}

/// Digits written as `model` is: with its thousands separators and in its width.
fn like(digits: &str, model: &str) -> String {
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let comma = model.chars().find(|c| matches!(c, ',' | '\u{FF0C}'));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.extend(comma);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    if model.contains(|c| matches!(c, '\u{FF10}'..='\u{FF19}')) {
        let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c);
        let point = model.contains('\u{FF0E}');
        return out
            .chars()
            .map(|c| if c.is_ascii_digit() || (c == '.' && point) { wide(c) } else { c })
            .collect();
    }
    out
}

/// A whole number up to 99 in Chinese numerals; 两 before a classifier, as it is said.
fn chinese(value: Decimal, tail: &str) -> Option<String> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let number: usize = value.normalize().to_string().parse().ok().filter(|number| *number < 100)?;
    let digit = |digit: usize| DIGITS.get(digit).copied();
    Some(match (number / 10, number % 10) {
        (0, 2) if !tail.is_empty() => "两".to_owned(),
        (0, ones) => digit(ones)?.to_owned(),
        (tens, ones) => {
            let tens = if tens == 1 { "" } else { digit(tens)? };
            format!("{tens}十{}", if ones == 0 { "" } else { digit(ones)? })
        }
    })
}

fn unreadable() -> Message {
    Message::new("这个数读不出来，不能改值。", "This figure cannot be read, so it cannot be changed.")
}

#[cfg(test)]
mod tests {
    use super::super::rename;
    use super::*;
    use crate::report::{Memo, Options};

    const HEAD: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n";

    /// The text after the figure at `what` became `new`, or why it cannot.
    fn renamed(body: &str, what: &str, new: &str) -> Result<String, String> {
        let source = format!("{HEAD}{body}");
        let report = Report::read(&source, &Options::default(), &mut Memo::default());
        let offset = source.find(what).unwrap() + 1;
        let edits = rename(&report, offset, new).map_err(|message| message.zh)?;
        Ok(Edit::apply_all(&source, &edits).get(HEAD.len()..).unwrap().to_owned())
    }

    const GDP: &str = "地区生产总值928.34亿元，增长6.2%。\n地区生产总值达到928.3亿元，又说地区生产总值928亿元。\n地区生产总值9283400万元。地区生产总值突破900亿元大关。\n";

    #[test]
    fn every_statement_follows_in_its_own_unit_and_precision() {
        let expected = "地区生产总值931.65亿元，增长6.2%。\n地区生产总值达到931.7亿元，又说地区生产总值932亿元。\n地区生产总值9316500万元。地区生产总值突破900亿元大关。\n";
        assert_eq!(renamed(GDP, "9283400万元", "9316500万元").as_deref(), Ok(expected));
        assert_eq!(renamed(GDP, "9283400万元", "9316500").as_deref(), Ok(expected), "the unit is understood");
    }

    #[test]
    fn what_cannot_be_known_is_refused() {
        let refused = |what: &str, new: &str| renamed(GDP, what, new).unwrap_err();
        assert!(refused("928亿元", "932亿元").contains("更精确"));
        assert!(refused("9283400万元", "8916500万元").contains("概数"));
        assert!(refused("9283400万元", "9316500万吨").contains("不是一类"));
        assert!(refused("9283400万元", "约9316500万元").contains("只写数和单位"));
        assert!(refused("9283400万元", "-9316500万元").contains("正负"));
        assert!(refused("9283400万元", "").contains("不是一个带单位的数"));
        assert!(refused("各位代表", "x").contains("没有可以改名"));
    }

    #[test]
    fn halves_round_up_and_forms_stay() {
        let body = "地区生产总值12,345.65亿元。地区生产总值１２３４５.７亿元。";
        let expected = "地区生产总值13,456.25亿元。地区生产总值１３４５６.３亿元。";
        assert_eq!(renamed(body, "12,345.65亿元", "13,456.25亿元").as_deref(), Ok(expected));
        let decline = "地区生产总值下降2.35%。地区生产总值下降2.4%。";
        let expected = "地区生产总值下降1.95%。地区生产总值下降2.0%。";
        assert_eq!(renamed(decline, "2.35%", "1.95").as_deref(), Ok(expected));
    }

    #[test]
    fn chinese_numerals_up_to_ninety_nine() {
        let of = |number: i64, tail| chinese(Decimal::from(number), tail).unwrap_or_default();
        assert_eq!(
            [of(2, "项"), of(2, ""), of(10, "项"), of(12, "项"), of(20, "项"), of(99, "项"), of(100, "项")],
            ["两", "二", "十", "十二", "二十", "九十九", ""]
        );
    }
}
