//! Rule `invalid-date`: days and months that no calendar has.

use std::sync::LazyLock;

use regex::Regex;

use super::calendar::days;
use super::{Findings, Message, ordinal};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 日期不存在
    ///
    /// 写出的日期在日历上没有：2月30日、6月31日、13月，或者平年的2月29日。
    ///
    /// English: The date does not exist in the calendar.
    ///
    /// ## 为什么
    ///
    /// 日期多是从别处抄来再改的，改了月没有改日就会写出不存在的一天。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 2023年6月31日，跨江大桥建成通车。
    /// ```
    /// ```错例
    /// 截至2023年2月29日，首批项目全部开工。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 12月30日，跨江大桥建成通车；2024年2月29日公布上年统计公报。24小时自助服务区投入使用。
    /// ```
    ///
    /// ## 判断
    ///
    /// 月份须在1至12之间，日数不超过当月天数；2月29日只在写明平年时报告。只写“某月”的，须有年份在前。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：公历。
    name: "invalid-date",
    category: Year,
    severity: Error,
    tier: Logic,
    check: check,
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digits = "[0-9\u{FF10}-\u{FF19}]{1,2}";
    let han = "[〇零一二三四五六七八九十]{1,3}";
    let year = "(?:(?P<year>[0-9\u{FF10}-\u{FF19}]{4}|[〇零一二三四五六七八九]{4})\\s?年\\s?)?";
    // 6月28日至31日: the second day belongs to the same month.
    let first = format!("(?:{digits}[日号]?(?:[-\u{FF0D}~\u{FF5E}\u{2013}\u{2014}]{{1,2}}|至|到))?");
    let part = format!(r"(?P<month>{digits}|{han})\s?月(?:\s?{first}(?P<day>{digits}|{han})\s?[日号])?");
    Regex::new(&format!("{year}{part}")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = DATE.as_ref() else { return };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for date in pattern.captures_iter(text) {
            let (Some(whole), Some(month)) = (date.get(0), date.name("month")) else { continue };
            let (year, day) = (date.name("year"), date.name("day"));
            let before = text.get(..whole.start()).and_then(|text| text.chars().next_back());
            // `第13月`, `2—13月`, `.5月` and the tail of a longer number are no calendar months.
            if before.is_some_and(|c| c.is_numeric() || "第.".contains(c))
                || (year.is_none() && day.is_none())
            {
                continue;
            }
            let (year, day) = (
                year.and_then(|it| ordinal::parse(it.as_str())),
                day.and_then(|it| ordinal::parse(it.as_str())),
            );
            let Some(month_number) = ordinal::parse(month.as_str()) else { continue };
            let span = Span::from(whole.range()).shifted(paragraph.start);
            let printed = report.text(span);
            let why = match (days(year, month_number), day) {
                (None, _) => (format!("没有{month_number}月"), format!("there is no month {month_number}")),
                (Some(limit), Some(day)) if day == 0 || day > limit => (
                    format!("{month_number}月只有{limit}天"),
                    format!("month {month_number} has {limit} days"),
                ),
                _ => continue,
            };
            findings.report(
                span,
                Message::new(
                    format!("“{printed}”不存在：{}；请核对日期。", why.0),
                    format!("“{printed}” does not exist: {}; check the date.", why.1),
                ),
            );
        }
    }
}
