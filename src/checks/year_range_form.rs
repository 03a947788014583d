//! Rule `year-range-form`: spans of years joined by a hyphen, or without their 年.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::before;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 起止年份的写法
    ///
    /// 起止年份之间用了短横线，或者末尾缺“年”字：`(2016-2020)`。
    ///
    /// English: A span of years is joined by a hyphen or lacks its 年.
    ///
    /// ## 为什么
    ///
    /// 标点符号标准规定，标示时间的起止用一字线；短横线用于编号和复合名词，`2016-2020`会被看成一个编号。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 实施《云陵市水网建设规划（2021-2025）》。
    /// ```
    /// ```错例
    /// 荣获全省2031-2034年度平安建设先进单位称号。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 实施《云陵市水网建设规划（2021—2025年）》，执行国家标准GB 3095-2012，开通热线0355-2023。
    /// ```
    ///
    /// ## 判断
    ///
    /// 两个四位年份之间是短横线时报告；标准号、电话、网址里的不报。同类超过三处时只报一处。
    ///
    /// ## 依据
    ///
    /// 《标点符号用法》（GB/T 15834—2011）4.13 连接号：标示时间、地域的起止用一字线。
    name: "year-range-form",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let year = "(?:19|20)[0-9]{2}";
    Regex::new(&format!("({year})(年?)(\\s*(?:[-\u{FF0D}\u{2010}\u{2011}\u{2212}]+)\\s*)({year})(年?)")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = RANGE.as_ref() else { return };
    let mut slips = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if text.contains("://") {
            continue;
        }
        for found in pattern.captures_iter(text) {
            let (Some(whole), Some(one), Some(dash), Some(other)) =
                (found.get(0), found.get(1), found.get(3), found.get(4))
            else {
                continue;
            };
            let inner = found.get(2).is_some_and(|year| !year.is_empty());
            let closed = found.get(5).is_some_and(|year| !year.is_empty());
            let head = text.get(..whole.start()).unwrap_or("");
            let rest = text.get(whole.end()..).unwrap_or("");
            let code = before(text, whole.start())
                .is_some_and(|c| c.is_ascii_alphanumeric() || "/.-_".contains(c))
                || head.trim_end().ends_with(|c: char| c.is_ascii_alphabetic())
                || rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "-./".contains(c));
            let bracketed = rest.starts_with([')', '\u{FF09}', '\u{3015}', ']']);
            // Outside brackets and without 年 the pair may be a code or a score.
            if code
                || one.as_str() >= other.as_str()
                || !(closed || bracketed || rest.starts_with(['学', '赛']))
            {
                continue;
            }
            // 规划（2016-2020）年: the 年 stands behind the bracket.
            let behind = bracketed && rest.chars().nth(1) == Some('年');
            let year = if closed || behind || !bracketed { "" } else { "年" };
            let meant = format!(
                "{}{}\u{2014}{}{}",
                one.as_str(),
                if inner { "年" } else { "" },
                other.as_str(),
                if closed || !year.is_empty() { "年" } else { "" }
            );
            let mut edits =
                vec![Edit::replace(Span::from(dash.range()).shifted(paragraph.start), "\u{2014}")];
            if !year.is_empty() {
                edits.push(Edit::replace(Span::at(other.end() + paragraph.start), year));
            }
            let saying = Saying {
                message: Message::new(
                    format!("起止年份“{}”应当用一字线，写作“{meant}”。", whole.as_str()),
                    format!("Join the years of “{}” by a dash: “{meant}”.", whole.as_str()),
                ),
                title: change_to(&meant),
                mending: if year.is_empty() { Mending::Safe } else { Mending::Offered },
            };
            let span = Span::from(whole.range()).shifted(paragraph.start);
            slips.push((Place { span, edits }, saying));
        }
    }
    each_or_once(findings, slips);
}
