//! Rule `ellipsis-form`: dots and stops for the ellipsis, and an ellipsis before 等.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::{after, before, is_digit};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 省略号的写法
    ///
    /// 省略号写成了`...`、`。。。`或者只有一半的`…`，或者与“等”并用。
    ///
    /// English: An ellipsis is printed as dots, as full stops or as half of one, or stands before 等.
    ///
    /// ## 为什么
    ///
    /// 省略号是六个连点、占两个字的位置；“等”已经表示没有列完，不必再用省略号。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 修路、架桥、通水...一件件实事落地见效。
    /// ```
    /// ```错例
    /// 修路、架桥、通水……等一批实事落地见效。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 修路、架桥、通水……一件件实事落地见效。
    /// ```
    ///
    /// ## 判断
    ///
    /// 三个以上连写的点或句号才算省略号；数字之间、网址和目录的引导点不报。同类超过三处时只报一处。
    ///
    /// ## 依据
    ///
    /// 《标点符号用法》（GB/T 15834—2011）4.11 省略号：形式为“……”，不与“等”“等等”并用。
    name: "ellipsis-form",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

static DOTS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("[.\u{FF0E}]{3,}|\u{3002}{3,}|[\u{B7}\u{30FB}]{3,}|\u{2026}+").ok());

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = DOTS.as_ref() else { return };
    let mut slips = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if text.contains("://") {
            continue;
        }
        for found in pattern.find_iter(text) {
            let (left, right) = (before(text, found.start()), after(text, found.end()));
            let leader =
                found.as_str().chars().count() > 8 && right.is_none_or(|c| is_digit(c) || c.is_whitespace());
            if leader || left.is_some_and(is_digit) && right.is_some_and(is_digit) {
                continue;
            }
            let rest = text.get(found.end()..).unwrap_or("");
            let etcetera =
                rest.starts_with('等') && !["等待", "等候", "等级"].iter().any(|word| rest.starts_with(word));
            let span = Span::from(found.range()).shifted(paragraph.start);
            let printed = found.as_str();
            let proper = ["\u{2026}\u{2026}", "\u{2026}\u{2026}\u{2026}\u{2026}"].contains(&printed);
            let (message, title, edit) = if etcetera {
                (
                    Message::new(
                        "“等”已经表示没有列完，不与省略号并用；请删去省略号。",
                        "等 already says that the list goes on; drop the ellipsis.",
                    ),
                    Message::new("删去省略号", "Drop the ellipsis"),
                    Edit::delete(span),
                )
            } else if proper {
                continue;
            } else {
                (
                    Message::new(
                        format!("省略号“{printed}”应写作“\u{2026}\u{2026}”，即六个连点。"),
                        format!("Write the ellipsis “{printed}” as “\u{2026}\u{2026}”."),
                    ),
                    change_to("\u{2026}\u{2026}"),
                    Edit::replace(span, "\u{2026}\u{2026}"),
                )
            };
            let saying = Saying { message, title, mending: Mending::Safe };
            slips.push((Place { span, edits: vec![edit] }, saying));
        }
    }
    each_or_once(findings, slips);
}
