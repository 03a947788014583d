//! Rule `section-order`: the plan before the review, the problems inside the plan.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::knowledge::Block;
use crate::report::{Heading, Report};
use crate::text::Span;

declare_rule! {
    /// # 部分次序颠倒
    ///
    /// 工作安排排在工作回顾之前，或者“存在问题”一段写进了工作安排里。
    ///
    /// English: The plan comes before the review, or the problems stand inside the plan.
    ///
    /// ## 为什么
    ///
    /// 报告先回顾、后部署，问题紧接成绩之后讲；次序颠倒多半是拼稿时贴错了位置。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 二、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 对照年初工作安排，各项任务圆满完成。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比一级标题：标题写明“回顾”的，前面不应有写明“安排、任务、部署、打算”的；问题一段只在回顾部分没有讲问题、而安排部分后半才讲时报告。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：先有成绩和问题，后有安排；历年政府工作报告的通行结构。
    name: "section-order",
    category: Structure,
    severity: Warning,
    tier: Logic,
    check: check,
}

static PROBLEMS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^[\\s\u{3000}*]*(?:在(?:肯定|看到|总结)成绩的同时[,\u{FF0C}]?|同时[,\u{FF0C}]|各位代表[!\u{FF01},\u{FF0C}])?(?:我们|也)*.{0,8}(?:清醒|深刻|充分)地?(?:认识|看|意识)到.{0,60}(?:问题|困难|不足|短板|差距)").ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let tops: Vec<&Heading> =
        report.outline.headings.iter().filter(|heading| heading.level == 1 && !heading.buried).collect();
    let title = |heading: &Heading| report.text(heading.title);
    let looks_back = |heading: &Heading| {
        let title = title(heading);
        let past =
            ["过去一年", "过去五年", "一年来", "五年来", "去年"].iter().any(|word| title.contains(word));
        title.contains("回顾") || ((past || title.contains("总结")) && !title.contains("安排"))
    };
    let plans = |heading: &Heading| {
        let title = title(heading);
        !looks_back(heading)
            && heading.block != Some(Block::Glossary)
            && ["安排", "任务", "部署", "打算", "工作重点", "奋斗目标", "预期目标", "总体要求", "工作建议"]
                .iter()
                .any(|word| title.contains(word))
            && !title.contains("完成")
    };
    if let Some((late, early)) = tops.iter().enumerate().find_map(|(index, heading)| {
        let earlier = tops.get(..index)?.iter().find(|earlier| plans(earlier))?;
        looks_back(heading).then_some((heading, earlier))
    }) {
        let (review, plan) = (title(late), title(early));
        findings
            .report(
                late.span,
                Message::new(
                    format!("“{review}”排在了“{plan}”之后；报告先回顾后安排，请调整次序。"),
                    format!("The review “{review}” comes after the plan “{plan}”; put it first."),
                ),
            )
            .variant("review")
            .relate(early.span, Message::new("排在前面的安排部分", "The plan that comes first"));
        return;
    }
    problems(report, &tops, findings);
}

/// The problems in the second half of the plan, when the review tells of none.
fn problems(report: &Report, tops: &[&Heading], findings: &mut Findings) {
    let Some(pattern) = PROBLEMS.as_ref() else { return };
    let is_plan = |heading: &&&Heading| {
        matches!(heading.block, Some(Block::Tasks | Block::Requirements | Block::Targets | Block::NextFive))
    };
    let (Some(plan), Some(review)) =
        (tops.iter().find(is_plan), tops.iter().find(|it| it.block == Some(Block::Review)))
    else {
        return;
    };
    if review.span.start > plan.span.start {
        return;
    }
    // A plan may begin with what stands in its way; after its first tasks it does not.
    let first_task = report.outline.headings.iter().find(|heading| {
        heading.level == 2 && heading.number.is_some() && heading.span.start > plan.span.start
    });
    let Some(first_task) = first_task else { return };
    let told = |text: &str| {
        let words = ["问题", "困难", "不足", "短板", "差距", "矛盾", "薄弱", "滞后"];
        words.iter().filter(|word| text.contains(**word)).count() >= 2
    };
    if report
        .body()
        .any(|(_, it)| it.start > review.span.start && it.start < plan.span.start && told(it.text()))
    {
        return;
    }
    let found = report.body().find(|(_, it)| it.start > first_task.span.start && pattern.is_match(it.text()));
    let Some((_, paragraph)) = found else { return };
    let indent = paragraph.text().len() - paragraph.text().trim_start().len();
    let first = paragraph.reading.sentences.first().map_or(paragraph.text().len(), |it| it.span.end);
    findings
        .report(
            Span::new(indent, first).shifted(paragraph.start),
            Message::new(
                "存在问题的一段写在了工作安排里；问题接在成绩之后讲，请移到回顾部分。",
                "The problems stand inside the plan; move them to the end of the review.",
            ),
        )
        .variant("problems")
        .relate(review.span, Message::new("回顾部分的标题", "The heading of the review"));
}
