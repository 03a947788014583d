//! Rule `weekday-mismatch`: a date with a day of the week that it does not fall on.

use std::sync::LazyLock;

use regex::Regex;

use super::calendar::dates;
use super::habit::change_to;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 星期与日期不符
    ///
    /// 写明的星期几与日历上那一天不是同一天。
    ///
    /// English: The day of the week does not belong to the date.
    ///
    /// ## 为什么
    ///
    /// 会期改动时，常常改了日期，忘了改星期；通知照着发出去，人就会来错日子。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 人才交流大会于2023年4月8日（星期日）开幕。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 人才交流大会于2023年4月8日（星期六）开幕，政务服务中心周六不打烊。
    /// ```
    ///
    /// ## 判断
    ///
    /// 年、月、日写全，并且星期紧跟其后才比较。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：公历。
    name: "weekday-mismatch",
    category: Year,
    severity: Warning,
    tier: Logic,
    check: check,
}

static WEEKDAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^(?:上午|下午|晚上|晚)?\\s*[(\u{FF08}\\[,\u{FF0C}、]?\\s*(星期|礼拜|周)([一二三四五六日天])")
        .ok()
});

/// The days of the week, Sunday first.
const DAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = WEEKDAY.as_ref() else { return };
    for paragraph in report.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
        let text = paragraph.text();
        for date in dates(text) {
            let Some(right) = date.weekday().and_then(|day| DAYS.get(day)) else { continue };
            let rest = text.get(date.span.end..).unwrap_or("");
            let Some(found) = pattern.captures(rest) else { continue };
            let (Some(word), Some(day)) = (found.get(1), found.get(2)) else { continue };
            if day.as_str().replace('天', "日") == *right {
                continue;
            }
            let span = Span::new(word.start(), day.end()).shifted(date.span.end + paragraph.start);
            let day_span = Span::from(day.range()).shifted(date.span.end + paragraph.start);
            let meant = format!("{}{right}", word.as_str());
            let finding = findings.report(
                span,
                Message::new(
                    format!(
                        "{}年{}月{}日是{meant}，不是{}；请核对日期和星期。",
                        date.year,
                        date.month,
                        date.day,
                        report.text(span)
                    ),
                    format!(
                        "{}-{:02}-{:02} is another day of the week: {meant}.",
                        date.year, date.month, date.day
                    ),
                ),
            );
            finding.relate(
                date.span.shifted(paragraph.start),
                Message::new("所说的日期", "The date in question"),
            );
            finding.fix(change_to(&meant), vec![Edit::replace(day_span, *right)]);
        }
    }
}
