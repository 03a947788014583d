//! Which part of a report a heading or a paragraph opens.

use std::sync::LazyLock;

use regex::Regex;

use crate::knowledge::Block;

/// Compiles a pattern of this file; a broken one matches nothing and fails the tests below.
pub(crate) fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a literal pattern compiles")
}

static GLOSSARY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:\u{9644}(?:[件录]\\s*[一二三四五六七八九十\\d]*)?\\s*[:\u{FF1A}]?\\s*)?[《“\"]?(?:\\d{4}年)?.{0,12}(?:政府)?(?:工作报告)?[》”\"]?(?:中)?(?:的)?(?:有关|部分|相关|若干)?(?:名词|用语|专业术语|术语|词语)(?:解释|说明|注释|解读)|^(?:注释|附注|名词注释)\\s*[:\u{FF1A}]?$",
    )
});
static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^附(?:[件录表页注]\\s*[一二三四五六七八九十\\d]{0,3})?\\s*(?:$|[:\u{FF1A}])|^附[件录表]\\s*[一二三四五六七八九十\\d]{1,3}\\s",
    )
});
static GOV: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "政府(?:系统)?(?:自身|自我|治理|效能|执行力|作风|职能|服务|行政|依法)?.{0,4}(?:建设|改革|能力|效能|水平)|政府治理.{0,8}(?:能力|效能|水平)|自身建设|自身改革|服务型政府|满意的?政府|法治政府|廉洁政府|责任政府|过硬.{0,4}政府|各级政府(?:都是|必须|要|和).{0,30}(?:政治建设|能力建设|作风|担当)|行政效能|建设.{0,20}政府$",
    )
});
static NEXT_FIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:今后|未来|下一个|下个|往后|下|跨世纪)(?:的)?[五5]年|新一届政府|[“\"]?十[一二三四五六]?五[”\"]?.{0,40}(?:目标|任务|思路|要求|总体|蓝图|纲要|规划|主要|部署|展望|建设|发展的)|远景目标|(?:今后|未来)[一二三四五六七八九十]*(?:个时期|时期)|今后一个时期",
    )
});
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "回顾|回望|回首|总结|过去|(?:去年|上年|以来|一年|五年来|开局|胜利|成就).{0,12}(?:工作|成就|成绩|情况|完成|发展|圆满)|(?:工作|经济社会|社会发展|发展|执行|完成|主要)的?(?:回顾|总结|情况|成就|成绩)|取得.{0,14}(?:成就|成绩|成效|进展)|良好开局|圆满(?:收官|完成)|(?:完成|实现|迈出|迈上|跨上)了|开局良好|成(?:效|绩|果|就)(?:显著|明显|丰硕|斐然)",
    )
});
/// What is still to be reached: 确保“十二五”实现良好开局 looks ahead.
static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:确保|力争|争取|努力实现|奋力实现|努力完成|推动|^为|[,\u{FF0C}]为).{0,16}(?:开局|收官|开好头|开好局|起好步|完成)",
    )
});
static TASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:工作|重点|主要|年度|目标|发展|政府工作)?.{0,3}(?:安排|任务|建议|打算|部署|重点|举措|措施)|(?:今年|\\d{4}\\s?年|下步|下一步|新的一年|[二2]〇.{2}年).{0,30}(?:工作|目标|要求|发展|意见|计划|奋斗)|重点工作|主要工作",
    )
});
static REQUIREMENTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern("总体要求|总体思路|指导思想|总的要求|政策取向|总体把握|工作思路|工作要求|工作原则|形势")
});
static TARGETS: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?:预期|奋斗|发展|主要|总体|调控)?(?:目标|指标)"));

/// The part that a heading of the top level opens; `None` where its words do not say.
#[must_use]
pub(crate) fn of_heading(title: &str) -> Option<Block> {
    let title = title.trim();
    if GLOSSARY.is_match(title) {
        return Some(Block::Glossary);
    }
    let plan = ["任务", "安排", "建议", "打算", "今年", "目标", "要求", "思路"]
        .iter()
        .any(|word| title.contains(word));
    let ahead = AHEAD.is_match(title) && !title.contains("回顾");
    let looks_ahead = ahead || title.contains("今后") || (plan && title.contains("总结"));
    if REVIEW.is_match(title) && !looks_ahead {
        return Some(Block::Review);
    }
    if NEXT_FIVE.is_match(title) {
        return Some(Block::NextFive);
    }
    if GOV.is_match(title) {
        return Some(Block::GovBuilding);
    }
    let work = ["任务", "重点", "安排", "建议", "措施", "举措", "打算", "部署", "工作目标"];
    let work = work.iter().any(|word| title.contains(word));
    if !work && REQUIREMENTS.is_match(title) {
        return Some(Block::Requirements);
    }
    if !work && !title.contains("工作") && TARGETS.is_match(title) {
        return Some(Block::Targets);
    }
    if TASKS.is_match(title) {
        return Some(Block::Tasks);
    }
    if REQUIREMENTS.is_match(title) {
        return Some(Block::Requirements);
    }
    if TARGETS.is_match(title) {
        return Some(Block::Targets);
    }
    ahead.then_some(Block::Tasks)
}

/// The same where the plan year is known: what names an earlier year first looks back, what
/// names the plan year first does not, and a five-year plan may lie behind, run, or begin.
#[must_use]
pub(crate) fn of_heading_in(title: &str, plan_year: Option<i32>) -> Option<Block> {
    let block = of_heading(title);
    let Some(plan) = plan_year else { return block };
    let starts = super::years::plan_starts(title);
    if !starts.is_empty() && matches!(block, None | Some(Block::NextFive | Block::Targets)) {
        let coming = ["今后", "未来", "新一届"].iter().any(|word| title.contains(word));
        if AHEAD.is_match(title) {
            return Some(Block::Tasks);
        }
        if starts.contains(&plan) || coming {
            return Some(Block::NextFive);
        }
        let over = starts.iter().all(|from| from + 4 < plan);
        return Some(if over { Block::Review } else { Block::Tasks });
    }
    let Some(year) = super::years::year(title) else { return block };
    match block {
        None | Some(Block::Tasks | Block::Targets | Block::Requirements)
            if (plan - 6..plan).contains(&year) =>
        {
            Some(Block::Review)
        }
        None if year == plan => Some(Block::Tasks),
        _ => block,
    }
}

/// The part that a heading below the highest level opens against its parent's: a section on the
/// coming five years may hold one on the plan year, and the other way round.
#[must_use]
pub(crate) fn of_subheading(title: &str, parent: Option<Block>, plan_year: Option<i32>) -> Option<Block> {
    let own = of_heading_in(title, plan_year);
    let year = super::years::year(title);
    match (parent, own) {
        (Some(Block::NextFive), Some(Block::Tasks | Block::Targets | Block::Requirements))
            if year.is_some() && year == plan_year =>
        {
            own
        }
        (Some(Block::Tasks | Block::Targets | Block::Requirements), Some(Block::NextFive))
            if year.is_none() =>
        {
            own
        }
        _ => parent,
    }
}

/// Whether a short line opens an annex, a glossary or another appendix.
#[must_use]
pub(crate) fn is_appendix(line: &str) -> bool {
    let line = line.trim().trim_matches('*').trim();
    line.chars().count() <= 40
        && !line.contains('\u{3002}')
        && (GLOSSARY.is_match(line) || ANNEX.is_match(line))
}

/// Whether a heading names the government's work on itself.
#[must_use]
pub(crate) fn is_gov_building(title: &str) -> bool {
    GOV.is_match(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_part() {
        for (title, block) in [
            ("2031年工作回顾", Some(Block::Review)),
            ("过去五年工作回顾", Some(Block::Review)),
            ("“十五”时期经济社会发展的主要成就", Some(Block::Review)),
            ("今后五年的奋斗目标", Some(Block::NextFive)),
            ("“十六五”时期的主要目标和任务", Some(Block::NextFive)),
            ("2032年重点工作安排", Some(Block::Tasks)),
            ("对2032年政府工作的建议", Some(Block::Tasks)),
            ("2032年经济社会发展总体要求", Some(Block::Requirements)),
            ("总体要求和政策取向", Some(Block::Requirements)),
            ("加强政府自身建设", Some(Block::GovBuilding)),
            ("全面完成了大会确定的各项目标", Some(Block::Review)),
            ("提升政府治理体系和治理能力", Some(Block::GovBuilding)),
            ("名词解释", Some(Block::Glossary)),
            ("附\u{FF1A}名词解释和说明", Some(Block::Glossary)),
            ("做强做优工业", None),
        ] {
            assert_eq!(of_heading(title), block, "{title}");
        }
    }

    #[test]
    fn a_five_year_plan_lies_behind_or_ahead() {
        for (title, block) in [
            ("奋力开拓,“十五”目标全面实现", Some(Block::Review)),
            ("锐意进取,创造“十一五”新的辉煌", Some(Block::NextFive)),
            ("真抓实干,确保“十一五”实现良好开局", Some(Block::Tasks)),
            ("“十五”发展成效和“十一五”目标任务", Some(Block::NextFive)),
            ("编制“十二五”规划", Some(Block::Tasks)),
        ] {
            assert_eq!(of_heading_in(title, Some(2006)), block, "{title}");
        }
        assert_eq!(of_heading_in("全面实现“十五”计划的目标", Some(2005)), Some(Block::Tasks));
        assert_eq!(of_heading_in("奋发作为,“十一五”实现良好开局", Some(2007)), Some(Block::Review));
        assert_eq!(of_heading_in("“十一五”发展开局良好", Some(2007)), Some(Block::Review));
    }

    #[test]
    fn a_section_may_turn_from_five_years_to_one() {
        let sub = |title, parent| of_subheading(title, Some(parent), Some(2031));
        assert_eq!(sub("2031年的主要任务", Block::NextFive), Some(Block::Tasks));
        assert_eq!(sub("今后五年的目标", Block::Tasks), Some(Block::NextFive));
        assert_eq!(sub("做强桥梁产业", Block::NextFive), Some(Block::NextFive));
        assert_eq!(sub("2031年的主要任务", Block::Review), Some(Block::Review));
    }

    #[test]
    fn appendices() {
        for line in ["附件1", "附\u{FF1A}", "**名词解释**", "附件二\u{FF1A}名词解释", "注释\u{FF1A}"]
        {
            assert!(is_appendix(line), "{line}");
        }
        for line in ["附近的桥", "一、回顾", "附件的内容见下一页。"] {
            assert!(!is_appendix(line), "{line}");
        }
    }
}
