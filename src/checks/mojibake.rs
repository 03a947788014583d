//! Rule `mojibake`: characters lost or damaged by a change of encoding, and HTML entities.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 乱码
    ///
    /// 正文里出现转码丢失的字符（词中的问号、U+FFFD）、典型乱码串，或没有还原的网页字符实体。
    ///
    /// English: A character was lost or garbled by a change of encoding, or an HTML entity was left in the text.
    ///
    /// ## 为什么
    ///
    /// 文件在编码之间转换时，间隔号、破折号、千分号最容易丢成问号；从网页复制又会带来 `&rdquo;` 一类实体。读者看到的是错字，数字的单位也可能随之丢失。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 成功举办“乡村大集?云陵站”活动。
    /// ```
    /// ```错例
    /// 人口自然增长率控制在5&permil;以内。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 成功举办“乡村大集·云陵站”活动。我们要问一问自己：群众满意吗?答案写在群众脸上。
    /// ```
    ///
    /// ## 判断
    ///
    /// 半角问号两侧都是汉字或数字、所在句子又没有疑问词时报告；有疑问词的问句不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：问号不出现在词的内部。
    name: "mojibake",
    category: Leftover,
    severity: Warning,
    tier: Logic,
    check: check,
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let entity = r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});";
    let garbled = "\u{FFFD}+|(?:锟斤拷)+|(?:烫){3,}|(?:屯){3,}|â€[\u{80}-\u{2122}]?";
    let lost = r"[\p{Han}0-9]([?]+)[\p{Han}0-9]";
    Regex::new(&format!("{entity}|{garbled}|{lost}")).ok()
});

/// Words that make a sentence a question.
const QUESTION: [&str; 20] = [
    "什么",
    "怎",
    "谁",
    "哪",
    "吗",
    "呢",
    "何",
    "多少",
    "几",
    "是否",
    "能不能",
    "是不是",
    "有没有",
    "行不行",
    "该不该",
    "会不会",
    "么",
    "要不要",
    "吧",
    "啊",
];

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = PATTERN.as_ref() else { return };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in pattern.captures_iter(text) {
            let (Some(whole), lost) = (found.get(0), found.get(1)) else { continue };
            let span = lost.map_or(whole, |lost| lost).range();
            if lost.is_some() && asks(text, span.start) {
                continue;
            }
            let at = Span::from(span).shifted(paragraph.start);
            let printed = report.text(at);
            let finding = findings.report(
                at,
                Message::new(
                    format!("“{printed}”像是转码丢失的字符，不是正文；请对照原稿改回。"),
                    format!("“{printed}” looks like a character lost in a change of encoding; restore it."),
                ),
            );
            for meant in meanings(printed) {
                finding.fix(
                    Message::new(format!("改为“{meant}”"), format!("Replace by “{meant}”")),
                    vec![Edit::replace(at, *meant)],
                );
            }
        }
    }
}

/// Whether the stretch before the question mark at `at` reads as a question.
fn asks(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let sentence = before.rsplit(['\u{3002}', '!', '\u{FF01}', '?', '\u{FF1B}', ';']).next().unwrap_or("");
    QUESTION.iter().any(|word| sentence.contains(word)) || chooses(sentence)
}

/// 满意不满意, 好不好: a word and its denial side by side ask.
fn chooses(sentence: &str) -> bool {
    let chars: Vec<char> = sentence.chars().collect();
    let word = |start: usize, length: usize| chars.get(start..start + length);
    (0..chars.len()).filter(|&at| matches!(chars.get(at), Some('不' | '没'))).any(|at| {
        (1..=2).any(|length| {
            at >= length && word(at - length, length).is_some_and(|one| word(at + 1, length) == Some(one))
        })
    })
}

/// What a damaged character may have been.
fn meanings(printed: &str) -> &'static [&'static str] {
    match printed {
        "?" => &["\u{B7}"],
        "&permil;" => &["\u{2030}"],
        "&ldquo;" => &["\u{201C}"],
        "&rdquo;" => &["\u{201D}"],
        "&lsquo;" => &["\u{2018}"],
        "&rsquo;" => &["\u{2019}"],
        "&middot;" | "&bull;" => &["\u{B7}"],
        "&mdash;" => &["\u{2014}"],
        "&hellip;" => &["\u{2026}"],
        "&nbsp;" | "&ensp;" | "&emsp;" => &[" "],
        "&amp;" => &["&"],
        "&lt;" => &["<"],
        "&gt;" => &[">"],
        _ => &[],
    }
}
