//! Rule `width-mix`: one mark in both its half- and its full-width form. Which form a whole draft
//! uses is nobody's business as long as it is one.

use super::habit::{self, Mending, Place, Saying};
use super::marks::{after, before, is_digit, is_han, is_machine};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 全角半角混用
    ///
    /// 同一种标点在一篇之中既有全角又有半角，少数的一种多半是误输。
    ///
    /// English: One mark stands in both its half- and full-width form in the same draft.
    ///
    /// ## 为什么
    ///
    /// 拼合各部门来稿时最容易混用，排印出来疏密不一，检索、替换也会漏。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 新建公路60公里,改造危桥12座，通车里程稳步增加。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 新建公路1,060公里，比例为3:2，与RCEP(the agreement)成员的贸易稳步增长。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比中文语境里的标点，数字之间的逗号、冒号和夹在拉丁字母之间的不算；每种标点一篇只报一次，标在少数形式的第一处；全篇统一用一种形式的不报。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：标点符号的占位；全篇一致属于行文惯例。
    name: "width-mix",
    category: Typography,
    severity: Hint,
    tier: Habit,
    check: check,
}

/// The marks compared: half- and full-width characters of one kind, in the same order.
const MARKS: [(&str, &str); 7] = [
    (",", "\u{FF0C}"),
    (":", "\u{FF1A}"),
    (";", "\u{FF1B}"),
    ("!", "\u{FF01}"),
    ("?", "\u{FF1F}"),
    ("()", "\u{FF08}\u{FF09}"),
    ("%", "\u{FF05}"),
];

fn check(report: &Report, findings: &mut Findings) {
    for (half, full) in MARKS {
        let (mut halves, mut fulls) = (Vec::new(), Vec::new());
        for (_, paragraph) in report.body() {
            let text = paragraph.text();
            if is_machine(text) {
                continue;
            }
            for (at, mark) in text.char_indices() {
                let span = Span::new(at, at + mark.len_utf8()).shifted(paragraph.start);
                if half.contains(mark) && is_chinese(text, at, mark) {
                    halves.push(Place::replaced(span, other(mark, half, full)));
                } else if full.contains(mark) {
                    fulls.push(Place::replaced(span, other(mark, full, half)));
                }
            }
        }
        let (few, many, form) = if halves.len() <= fulls.len() {
            (halves, fulls.len(), ["半角", "全角", "half", "full"])
        } else {
            (fulls, halves.len(), ["全角", "半角", "full", "half"])
        };
        // As many of one as of the other: no form is the usual one.
        if many <= few.len() {
            continue;
        }
        let [own, usual, own_en, usual_en] = form;
        let (count, sign) = (few.len(), full.chars().next().unwrap_or(' '));
        habit::once(
            findings,
            &few,
            Saying {
                message: Message::new(
                    format!("全篇的“{sign}”多用{usual}，这里却是{own}，共{count}处；请统一为{usual}。"),
                    format!(
                        "“{sign}” is mostly {usual_en}-width in this draft, but {own_en}-width here ({count} in all); use one form."
                    ),
                ),
                title: Message::new(format!("统一为{usual}"), format!("Make them all {usual_en}-width")),
                mending: if half == "%" { Mending::Offered } else { Mending::Safe },
            },
        );
    }
}

/// The same mark in the other width.
fn other(mark: char, own: &str, other: &str) -> String {
    own.chars().position(|it| it == mark).and_then(|at| other.chars().nth(at)).unwrap_or(mark).to_string()
}

/// Whether a half-width mark does the work of a full-width one: it touches Chinese text.
fn is_chinese(text: &str, at: usize, mark: char) -> bool {
    let (left, right) = (before(text, at), after(text, at + 1));
    let word = |c: char| is_han(c) || "\u{201D}\u{2019}》\u{FF09})\"〕".contains(c);
    let figure = |c: Option<char>| c.is_some_and(|c| is_digit(c) || "%\u{FF05}\u{2030}".contains(c));
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let opens = |c: Option<char>| c.is_some_and(|c| is_han(c) || "\u{201C}《\u{FF08}".contains(c));
    match mark {
        '%' => left.is_some_and(is_digit),
        // &permil; is an entity, not a mark.
        ';' if is_entity(text.get(..at).unwrap_or("")) => false,
        // A lost character inside a word is no question mark: `mojibake` tells of it.
        '?' => left.is_some_and(word) && !right.is_some_and(|c| is_han(c) || is_digit(c)),
        '(' => left.is_some_and(word) || right.is_some_and(is_han),
        ')' => {
            // An item `1)` has no opening bracket just before its number.
            let near: String = text.get(..at).unwrap_or("").chars().rev().take(12).collect();
            let item = left.is_some_and(is_digit) && !near.contains(['(', '\u{FF08}']);
            !item && (left.is_some_and(is_han) || opens(right))
        }
        _ => left.is_some_and(word) || ((figure(left) || latin(left)) && opens(right)),
    }
}

/// Whether the text ends in the name of an HTML entity.
fn is_entity(left: &str) -> bool {
    let letters = |c: &char| c.is_ascii_alphanumeric() || *c == '#';
    let length = left.chars().rev().take(9).take_while(letters).count();
    length >= 2 && left.chars().rev().nth(length) == Some('&')
}
