//! Rule `official-wording`: wordings that official use has replaced, by date. The list is data.

use super::{Findings, Message};
use crate::knowledge::OfficialWording;
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 规范提法
    ///
    /// 文中用了已经有规范说法代替的提法，如`建国70周年`应为`新中国成立70周年`。
    ///
    /// English: A wording that official use has replaced.
    ///
    /// ## 为什么
    ///
    /// 提法随时间变化，照抄往年稿子容易带进旧提法。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 隆重庆祝建国74周年。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 隆重庆祝新中国成立74周年，创建国家卫生城市。
    /// ```
    ///
    /// ## 判断
    ///
    /// 词表逐条注明启用日期，此前的报告不查；随产品只带极少几条；提法变化快，应由使用单位在`dinggao.json`的`wordings`中自行维护。
    ///
    /// ## 依据
    ///
    /// 行文规范：新华社新闻信息报道中的禁用词和慎用词。
    name: "official-wording",
    category: Wording,
    severity: Information,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let held = report.meta.date.as_ref().map(|date| date.value.clone());
    let held = held.or_else(|| report.meta.plan_year.map(|year| format!("{year}-01-01")));
    for entry in report.knowledge.official().filter(|entry| !entry.old.is_empty()) {
        if held.as_ref().is_some_and(|held| *held < entry.since) {
            continue;
        }
        for (_, paragraph) in report.body() {
            let text = paragraph.text();
            for (at, _) in text.match_indices(&entry.old) {
                let rest = text.get(at + entry.old.len()..).unwrap_or("");
                let number = rest
                    .trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十〇".contains(c));
                let led = entry.followed_by.is_empty()
                    || entry.followed_by.iter().any(|next| number.starts_with(next));
                // 创建国家…: the characters belong to two words.
                let split =
                    text.get(..at).is_some_and(|left| left.ends_with(['创', '共', '新', '构', '申', '组']));
                if !led || split {
                    continue;
                }
                let span = Span::new(at, at + entry.old.len()).shifted(paragraph.start);
                let new = &entry.new;
                findings.report(span, message(entry)).fix(
                    Message::new(format!("改为“{new}”"), format!("Replace by “{new}”")),
                    vec![Edit::replace(span, new.clone())],
                );
            }
        }
    }
}

/// Why the wording is replaced, and by what.
fn message(entry: &OfficialWording) -> Message {
    let OfficialWording { old, new, reason, reason_en, .. } = entry;
    let zh = if reason.is_empty() { format!("“{old}”已有规范的说法") } else { reason.clone() };
    let en = if reason_en.is_empty() {
        format!("“{old}” is no longer the official wording")
    } else {
        reason_en.clone()
    };
    Message::new(format!("{zh}；请改为“{new}”。"), format!("{en}; write “{new}”."))
}
