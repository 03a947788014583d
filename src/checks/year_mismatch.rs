//! Rule `year-mismatch`: the years of title, meeting, review and plan that do not fit together.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message, Severity, ordinal};
use crate::knowledge::Block;
use crate::reading::Period;
use crate::report::{Heading, Report};
use crate::text::Span;

declare_rule! {
    /// # 年份对不上
    ///
    /// 回顾与安排的年份不相接，安排部分开头写了别的年份，或者标题、会议的年份与回顾、安排都不符。
    ///
    /// English: The years of title, meeting, review and plan do not fit together.
    ///
    /// ## 为什么
    ///
    /// 在上一年的稿子上修改，最容易漏改的就是标题里的年份。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒地认识到，发展中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2025年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// 2024年是新中国成立75周年。我们将对照《云陵市2030行动纲要》，加快建设2025高端制造园。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比较各部分一级标题里的年份和每部分第一句的“某年是”；标题年份等于回顾年、安排年或会议年都算对（年底开会的，标题常写下一年）。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：安排年份等于回顾年份加一。
    name: "year-mismatch",
    category: Year,
    severity: Warning,
    tier: Logic,
    check: check,
}

static YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("([12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})\\s*年").ok());
static OPENING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^\\s*\\**([12][0-9]{3})年[,\u{FF0C}]?是").ok());

/// Years named in `text`, each with its place in it.
fn years(text: &str) -> Vec<(i32, Span)> {
    let Some(pattern) = YEAR.as_ref() else { return Vec::new() };
    let year = |printed: &str| i32::try_from(ordinal::parse(&printed.replace('○', "〇"))?).ok();
    pattern
        .captures_iter(text)
        .filter_map(|found| Some((year(found.get(1)?.as_str())?, Span::from(found.get(0)?.range()))))
        .collect()
}

fn check(report: &Report, findings: &mut Findings) {
    if report.meta.profile.is_none() {
        return;
    }
    plan_follows_review(report, findings);
    title_and_meeting(report, findings);
    opening_of_plan(report, findings);
}

/// The one year that a heading names.
fn only_year(report: &Report, heading: &Heading) -> Option<(i32, Span)> {
    let title = report.text(heading.title);
    match years(title).as_slice() {
        &[(year, span)] if !title.contains("以来") && !title.contains("远景") && !title.contains('届') => {
            Some((year, span.shifted(heading.title.start)))
        }
        _ => None,
    }
}

/// 一、2023年工作回顾 — 二、2025年工作安排.
fn plan_follows_review(report: &Report, findings: &mut Findings) {
    let tops = || report.outline.headings.iter().filter(|heading| heading.level == 1 && !heading.buried);
    let first =
        |blocks: &[Block]| tops().find(|heading| heading.block.is_some_and(|block| blocks.contains(&block)));
    let (Some(review), Some(plan)) =
        (first(&[Block::Review]), first(&[Block::Tasks, Block::Requirements, Block::Targets]))
    else {
        return;
    };
    let (Some((past, past_at)), Some((next, next_at))) = (only_year(report, review), only_year(report, plan))
    else {
        return;
    };
    if next == past + 1 {
        return;
    }
    findings
        .report(
            next_at,
            Message::new(
                format!("前面回顾{past}年，这里安排{next}年，并不相接；应为{}年，请核对。", past + 1),
                format!("The review is of {past}, the plan for {next}; {} is expected.", past + 1),
            ),
        )
        .variant("plan")
        .severity(Severity::Error)
        .relate(past_at, Message::new("回顾的年份", "The year reviewed"));
}

/// The title names none of the years in question, or the meeting was held in quite another year.
fn title_and_meeting(report: &Report, findings: &mut Findings) {
    let meta = &report.meta;
    let (Some(plan), Some(title)) = (meta.plan_year, &meta.title) else { return };
    let held = meta.date.as_ref();
    let held_year = held.and_then(|date| date.value.get(..4)?.parse::<i32>().ok());
    // The plan year itself may have been taken from the title; then nothing can differ.
    if let &[(year, span)] = years(&title.value).as_slice()
        && report.text(title.span) == title.value
        && ![Some(plan), Some(plan - 1), held_year].contains(&Some(year))
    {
        findings
            .report(
                span.shifted(title.span.start),
                Message::new(
                    format!("标题写{year}年，正文却回顾{}年、安排{plan}年；请核对年份。", plan - 1),
                    format!("The title says {year}, but the text reviews {} and plans {plan}.", plan - 1),
                ),
            )
            .variant("title");
    }
    if let (Some(held), Some(year)) = (held, held_year)
        && (year < plan - 1 || year > plan)
        && matches!(meta.review, Some(Period::Year(_)))
    {
        findings
            .report(
                held.span,
                Message::new(
                    format!("会议在{year}年，正文却回顾{}年、安排{plan}年；请核对年份。", plan - 1),
                    format!("The meeting is in {year}, but the text reviews {} and plans {plan}.", plan - 1),
                ),
            )
            .variant("meeting");
    }
}

/// `2022年是…` as the first words of the plan for 2024.
fn opening_of_plan(report: &Report, findings: &mut Findings) {
    let (Some(plan), Some(opening)) = (report.meta.plan_year, OPENING.as_ref()) else { return };
    for heading in report.outline.headings.iter().filter(|heading| {
        heading.level == 1
            && matches!(heading.block, Some(Block::Tasks | Block::Requirements | Block::Targets))
    }) {
        let first = report.body().find(|(index, _)| *index > heading.paragraph);
        let Some((_, paragraph)) = first.filter(|(_, it)| heading.section.contains(it.span())) else {
            continue;
        };
        let Some(found) = opening.captures(paragraph.text()).and_then(|found| found.get(1)) else { continue };
        let year = found.as_str().parse::<i32>().ok();
        if year.is_none_or(|year| year == plan) {
            continue;
        }
        findings
            .report(
                Span::from(found.range()).shifted(paragraph.start),
                Message::new(
                    format!("这一部分安排{plan}年的工作，开头却写{}年；请核对年份。", found.as_str()),
                    format!("This part plans {plan} but opens with {}.", found.as_str()),
                ),
            )
            .variant("opening")
            .relate(heading.title, Message::new("这一部分的标题", "The heading of this part"));
    }
}
