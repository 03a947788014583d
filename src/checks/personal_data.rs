//! Rule `personal-data`: identity-card and mobile numbers in a draft for the public.

use std::sync::LazyLock;

use regex::Regex;

use super::calendar::days;
use super::marks::{after, ascii_digits, before, is_digit};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 个人信息
    ///
    /// 准备公开的文稿里出现了居民身份证号码或者手机号码。
    ///
    /// English: An identity-card or mobile number stands in a draft for the public.
    ///
    /// ## 为什么
    ///
    /// 报告要公开印发，联系人的手机、典型人物的证件号不应当留在正文和附件里。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 政策咨询请联系13800001234。
    /// ```
    /// ```错例
    /// 表彰先进个人李某（身份证号11010519491231002X）。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 12345热线办结诉求32万件，8890平台接听来电，咨询电话0355-2023456，完成投资13800001234元。
    /// ```
    ///
    /// ## 判断
    ///
    /// 身份证号须通过校验码和出生日期的验证；手机号须是独立的十一位数，后面跟着“元、吨”等单位的是数值，不报。
    ///
    /// ## 依据
    ///
    /// 《中华人民共和国个人信息保护法》：处理个人信息应当限于实现目的的最小范围，不得过度公开。
    name: "personal-data",
    category: Leftover,
    severity: Warning,
    tier: Law,
    check: check,
}

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digit = "[0-9\u{FF10}-\u{FF19}]";
    let id = format!("(?P<id>[1-9\u{FF11}-\u{FF19}]{digit}{{16}}[0-9\u{FF10}-\u{FF19}Xx\u{FF38}])");
    let phone = format!("(?P<phone>[1\u{FF11}][3-9\u{FF13}-\u{FF19}]{digit}(?:[- ]?{digit}{{4}}){{2}})");
    Regex::new(&format!("{id}|{phone}")).ok()
});

/// Units after eleven digits that make them a value.
const UNITS: &[char] = &[
    '元', '吨', '人', '户', '亩', '个', '件', '次', '家', '万', '亿', '千', '平', '公', '立', '度', '册',
    '株', '%', '\u{FF05}', '.',
];

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = NUMBER.as_ref() else { return };
    for paragraph in &report.paragraphs {
        let text = paragraph.text();
        for found in pattern.captures_iter(text) {
            let Some(whole) = found.get(0) else { continue };
            let torn = |c: char| is_digit(c) || c.is_ascii_alphabetic() || "_/=".contains(c);
            let (left, right) = (before(text, whole.start()), after(text, whole.end()));
            if left.is_some_and(|c| torn(c) || c == '.') || right.is_some_and(torn) {
                continue;
            }
            let digits = ascii_digits(whole.as_str()).replace(['-', ' '], "").replace('\u{FF38}', "X");
            let (kind, en) = if found.name("id").is_some() {
                if !is_identity(&digits) {
                    continue;
                }
                ("居民身份证号码", "an identity-card number")
            } else {
                if right.is_some_and(|c| UNITS.contains(&c)) {
                    continue;
                }
                ("手机号码", "a mobile number")
            };
            // The message does not spread what it warns of.
            let masked: String = digits.chars().take(3).chain("****".chars()).collect();
            findings.report(
                Span::from(whole.range()).shifted(paragraph.start),
                Message::new(
                    format!("“{masked}”是{kind}；公开的文稿不应当带有个人信息，请删去或改为单位的联系方式。"),
                    format!("“{masked}” is {en}; a public text must not carry personal data: remove it."),
                ),
            );
        }
    }
}

/// Eighteen characters with a date of birth and the check digit of GB 11643.
fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let part = |from: usize, to: usize| number.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(6, 10), part(10, 12), part(12, 14)) else {
        return false;
    };
    let born = (1900..=2100).contains(&year)
        && days(Some(year), month).is_some_and(|last| (1..=last).contains(&day));
    let sum: u32 = number.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let check = usize::try_from(sum % 11).ok().and_then(|at| "10X98765432".chars().nth(at));
    born && number.chars().next_back().map(|c| c.to_ascii_uppercase()) == check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        assert!(is_identity("11010519491231002X"));
        assert!(!is_identity("110105194912310021"));
        assert!(!is_identity("110105194913310027"));
    }
}
