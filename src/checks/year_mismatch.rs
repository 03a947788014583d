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
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
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
    /// 比较各部分一级标题里的年份、每部分第一句的“某年是”，以及安排部分“某年工作的总体要求是”“某年的预期目标是”；与会议日期相合的一处算对，另一处报告。标题年份等于回顾年、安排年或会议年都算对（年底开会的，标题常写下一年）。回顾五年的报告不比回顾年份。
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
static TITLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("[(\u{FF08}](20[0-9]{2})[)\u{FF09}]\\s*$|^(20[0-9]{2})\\p{Han}").ok());
static OPENING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^\\s*\\**([12][0-9]{3})年[,\u{FF0C}]?是").ok());
static STATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let about = "(?:全[市县区省州旗盟]|我[市县区省州旗])?(?:政府|(?:全[市县区省州旗盟])?发展|经济社会发展|国民经济和社会发展|经济发展|各项|经济)?(?:工作)?的?";
    let what = "(?:总体要求|总的要求|总要求|指导思想|总体思路|基本思路|工作思路|(?:主要|总体)?(?:预期|奋斗|发展)?目标(?:任务)?)";
    Regex::new(&format!("([12][0-9]{{3}})年{about}{what}(?:建议)?(?:是|为|[:\u{FF1A}])")).ok()
});
static REVIEWED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let then =
        "(?:[,\u{FF0C}]?是[^。\u{FF1B}]{0,40}一年|[,\u{FF0C}](?:面对|我们|在[^。]{2,30}领导下|全[市县区省]))";
    Regex::new(&format!("^\\s*\\**(?:刚刚过去的|过去的)?([12][0-9]{{3}})年{then}")).ok()
});

/// Years named in `text`, each with its place in it; the ends of spans (2021—2025年, 到2025年) are
/// none.
fn years(text: &str) -> Vec<(i32, Span)> {
    let Some(pattern) = YEAR.as_ref() else { return Vec::new() };
    let year = |printed: &str| i32::try_from(ordinal::parse(&printed.replace('○', "〇"))?).ok();
    pattern
        .captures_iter(text)
        .filter(|found| {
            let before = found.get(0).and_then(|whole| text.get(..whole.start()));
            !before.is_some_and(|before| {
                before.ends_with(['-', '\u{2014}', '\u{2013}', '\u{FF5E}', '~', '至', '到'])
            })
        })
        .filter_map(|found| Some((year(found.get(1)?.as_str())?, Span::from(found.get(0)?.range()))))
        .collect()
}

/// What the report says of its own years.
struct Years {
    /// The review's heading.
    review: Option<(i32, Span)>,
    /// The plan's heading.
    plan: Option<(i32, Span)>,
    /// The year that the plan is for, by all evidence.
    planned: i32,
    /// The meeting's year and month.
    held: Option<(i32, u32, Span)>,
}

fn check(report: &Report, findings: &mut Findings) {
    let (Some(_), Some(detected)) = (&report.meta.profile, report.meta.plan_year) else { return };
    let held = report.meta.date.as_ref().and_then(|date| {
        Some((date.value.get(..4)?.parse().ok()?, date.value.get(5..7)?.parse().ok()?, date.span))
    });
    let (review, plan) = (dated(report, Side::Review), dated(report, Side::Plan));
    let planned = match (review, plan) {
        (Some((past, _)), Some((next, _))) if next == past + 1 => next,
        _ => detected,
    };
    let years = Years { review, plan, planned, held };
    plan_follows_review(&years, findings);
    heading_of_another_year(&years, findings);
    later_headings(report, &years, findings);
    meeting(report, &years, findings);
    title(report, &years, findings);
    opening_of_plan(report, planned, findings);
    opening_of_review(report, &years, findings);
}

/// The two halves of a report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Review,
    Plan,
}

/// Which half a heading opens: by its words, or else by what it was read as.
fn side(report: &Report, heading: &Heading) -> Option<Side> {
    let title = report.text(heading.title);
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if has(&["回顾", "总结", "过去", "成绩", "成就", "回望", "回首"]) {
        return Some(Side::Review);
    }
    // 全面完成2023年任务 looks back, 确保完成2024年任务 ahead: the words do not tell.
    if !title.contains("完成")
        && has(&["安排", "任务", "建议", "打算", "部署", "要求", "目标", "重点", "思路"])
    {
        return Some(Side::Plan);
    }
    match heading.block? {
        Block::Review => Some(Side::Review),
        Block::Tasks | Block::Requirements | Block::Targets => Some(Side::Plan),
        _ => None,
    }
}

/// The headings of the highest level that open one half.
fn tops(report: &Report, half: Side) -> impl Iterator<Item = &Heading> {
    report
        .outline
        .headings
        .iter()
        .filter(move |it| it.level == 1 && !it.buried && side(report, it) == Some(half))
}

/// The year in the first heading of one half that names exactly one.
fn dated(report: &Report, half: Side) -> Option<(i32, Span)> {
    tops(report, half).find_map(|heading| year_of(report, heading))
}

/// The year in a heading that names exactly one.
fn year_of(report: &Report, heading: &Heading) -> Option<(i32, Span)> {
    let title = report.text(heading.title);
    let other = ["以来", "远景", "届", "期间"].iter().any(|word| title.contains(word));
    match years(title).as_slice() {
        &[(year, span)] if !other => Some((year, span.shifted(heading.title.start))),
        _ => None,
    }
}

/// 一、2023年工作回顾 — 二、2025年工作安排.
fn plan_follows_review(years: &Years, findings: &mut Findings) {
    let (Some((past, past_at)), Some((next, next_at))) = (years.review, years.plan) else { return };
    if next == past + 1 {
        return;
    }
    // The heading that the meeting's date bears out is right.
    let expected = years.held.map(|(year, month, _)| if month <= 8 { year } else { year + 1 });
    let review_slips = expected == Some(next);
    let (at, other, zh, en) = if review_slips {
        (
            past_at,
            next_at,
            format!("后面安排{next}年，这里回顾{past}年，并不相接；应为{}年，请核对。", next - 1),
            format!("The plan is for {next}, the review of {past}; {} is expected.", next - 1),
        )
    } else {
        (
            next_at,
            past_at,
            format!("前面回顾{past}年，这里安排{next}年，并不相接；应为{}年，请核对。", past + 1),
            format!("The review is of {past}, the plan for {next}; {} is expected.", past + 1),
        )
    };
    findings
        .report(at, Message::new(zh, en))
        .variant("plan")
        .severity(Severity::Error)
        .relate(other, Message::new("与之相接的一处", "The heading it should follow on"));
}

/// 二、2025年总体要求 — 三、2024年重点工作: the headings of the plan name one year.
fn later_headings(report: &Report, years: &Years, findings: &mut Findings) {
    let Some((plan, first)) = years.plan else { return };
    for heading in tops(report, Side::Plan) {
        let Some((year, at)) = year_of(report, heading) else { continue };
        // A heading that looks back on the year before is no plan, whatever its words.
        let names =
            ["工作", "任务", "安排", "重点"].iter().any(|word| report.text(heading.title).contains(word));
        if at == first || year == plan || !names || year.abs_diff(plan) > 3 {
            continue;
        }
        findings
            .report(
                at,
                Message::new(
                    format!("前面安排{plan}年，这里安排{year}年，不是同一年；应为{plan}年，请核对。"),
                    format!("The plan above is for {plan}, this part for {year}; {plan} is expected."),
                ),
            )
            .variant("plan")
            .severity(Severity::Error)
            .relate(first, Message::new("前面的标题", "The heading before"));
    }
}

/// Only one half names its year, and it is not the one that the meeting's date gives.
fn heading_of_another_year(years: &Years, findings: &mut Findings) {
    let Some((held, month, date)) = years.held else { return };
    let late = month > 8;
    let (year, at, shift) = match (years.review, years.plan) {
        (None, Some((year, at))) => (year, at, 0),
        (Some((year, at)), None) => (year, at, 1),
        _ => return,
    };
    // A meeting in autumn or winter reviews its own year or, put off, the one before.
    if year + shift == held || late && year + shift == held + 1 {
        return;
    }
    let (zh, en) = if shift == 0 { ("安排", "plans") } else { ("回顾", "reviews") };
    findings
        .report(
            at,
            Message::new(
                format!("会议在{held}年{month}月，这里{zh}{year}年；应为{}年，请核对。", held - shift),
                format!(
                    "The meeting is in {held}-{month:02}, but this part {en} {year}; {} is expected.",
                    held - shift
                ),
            ),
        )
        .variant("heading")
        .severity(Severity::Error)
        .relate(date, Message::new("会议的日期", "The date of the meeting"));
}

/// The meeting was held in quite another year.
fn meeting(report: &Report, years: &Years, findings: &mut Findings) {
    let (Some((held, _, at)), planned) = (years.held, years.planned) else { return };
    let certain = matches!((years.review, years.plan), (Some((past, _)), Some((next, _))) if next == past + 1)
        || matches!(report.meta.review, Some(Period::Year(_)));
    if certain && (held < planned - 1 || held > planned) {
        findings
            .report(
                at,
                Message::new(
                    format!("会议在{held}年，正文却回顾{}年、安排{planned}年；请核对年份。", planned - 1),
                    format!(
                        "The meeting is in {held}, but the text reviews {} and plans {planned}.",
                        planned - 1
                    ),
                ),
            )
            .variant("meeting");
    }
}

/// The title names none of the years in question.
fn title(report: &Report, years: &Years, findings: &mut Findings) {
    let Some(title) = &report.meta.title else { return };
    let mut named = self::years(&title.value);
    if let (true, Some(found)) = (named.is_empty(), TITLE.as_ref().and_then(|it| it.captures(&title.value))) {
        named.extend(
            found
                .get(1)
                .or(found.get(2))
                .and_then(|year| Some((year.as_str().parse().ok()?, Span::from(year.range())))),
        );
    }
    let (planned, held) = (years.planned, years.held.map(|(year, ..)| year));
    // The plan year itself may have been taken from the title; then nothing can differ.
    if let &[(year, span)] = named.as_slice()
        && report.text(title.span) == title.value
        && ![Some(planned), Some(planned - 1), held].contains(&Some(year))
    {
        findings
            .report(
                span.shifted(title.span.start),
                Message::new(
                    format!("标题写{year}年，正文却回顾{}年、安排{planned}年；请核对年份。", planned - 1),
                    format!(
                        "The title says {year}, but the text reviews {} and plans {planned}.",
                        planned - 1
                    ),
                ),
            )
            .variant("title");
    }
}

/// `2022年是…` as the first words of the plan for 2024, or `2022年的预期目标是` inside it.
fn opening_of_plan(report: &Report, planned: i32, findings: &mut Findings) {
    let (Some(opening), Some(stated)) = (OPENING.as_ref(), STATED.as_ref()) else { return };
    for heading in tops(report, Side::Plan) {
        let mut first = true;
        for (_, paragraph) in report.body() {
            let inside = paragraph.start > heading.title.start && heading.section.contains(paragraph.span());
            if !inside {
                continue;
            }
            let text = paragraph.text();
            let opens = opening.captures(text).filter(|_| first).and_then(|found| found.get(1));
            first = false;
            let states = stated.captures_iter(text).filter_map(|found| found.get(1)).find(|year| {
                let before = text.get(..year.start()).unwrap_or("");
                !before.ends_with(['-', '\u{2014}', '\u{2013}', '~', '\u{FF5E}', '至', '到', '《'])
            });
            for found in [opens, states].into_iter().flatten() {
                if found.as_str().parse::<i32>().is_ok_and(|year| year != planned) {
                    findings
                        .report(
                            Span::from(found.range()).shifted(paragraph.start),
                            Message::new(
                                format!(
                                    "这一部分安排{planned}年的工作，这里却写{}年；请核对年份。",
                                    found.as_str()
                                ),
                                format!("This part plans {planned} but says {}.", found.as_str()),
                            ),
                        )
                        .variant("opening")
                        .severity(Severity::Error)
                        .relate(heading.title, Message::new("这一部分的标题", "The heading of this part"));
                }
            }
        }
    }
}

/// `2022年，是…的一年` as the first words of the review of 2023.
fn opening_of_review(report: &Report, years: &Years, findings: &mut Findings) {
    let Some(pattern) = REVIEWED.as_ref() else { return };
    let past = years.planned - 1;
    // A review of several years begins where it likes.
    if years.review.is_some_and(|(year, _)| year != past) || report.meta.review != Some(Period::Year(past)) {
        return;
    }
    let Some(heading) = tops(report, Side::Review).next() else { return };
    let first = report.body().find(|(index, _)| *index > heading.paragraph);
    let Some((_, paragraph)) = first.filter(|(_, it)| heading.section.contains(it.span())) else { return };
    let Some(found) = pattern.captures(paragraph.text()).and_then(|found| found.get(1)) else { return };
    if found.as_str().parse::<i32>().is_ok_and(|year| year != past) {
        findings
            .report(
                Span::from(found.range()).shifted(paragraph.start),
                Message::new(
                    format!("这一部分回顾{past}年的工作，开头却写{}年；请核对年份。", found.as_str()),
                    format!("This part reviews {past} but opens with {}.", found.as_str()),
                ),
            )
            .variant("opening")
            .relate(heading.title, Message::new("这一部分的标题", "The heading of this part"));
    }
}
