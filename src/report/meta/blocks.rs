//! Which part of a report a heading or a paragraph opens.

use std::sync::LazyLock;

use regex::Regex;

use crate::knowledge::Block;

/// Compiles a pattern of this file; a broken one matches nothing and fails the tests below.
pub(super) fn pattern(pattern: &str) -> Regex {
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
        "政府(?:系统)?(?:自身|自我|治理|效能|执行力|作风|职能|服务|行政|依法)?.{0,4}(?:建设|改革|能力|效能|水平)|自身建设|自身改革|服务型政府|满意的?政府|法治政府|廉洁政府|责任政府|过硬.{0,4}政府|行政效能|建设.{0,20}政府$",
    )
});
static NEXT_FIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:今后|未来|下一个|下个|往后|下)(?:的)?[五5]年|新一届政府|[“\"]?十[一二三四五六]?五[”\"]?.{0,40}(?:目标|任务|思路|要求|总体|蓝图|纲要|规划|主要|部署|展望|建设|发展的)|远景目标|(?:今后|未来)[一二三四五六七八九十]*(?:个时期|时期)|今后一个时期",
    )
});
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "回顾|回望|回首|总结|过去|(?:去年|上年|以来|一年|五年来|开局|胜利|成就).{0,12}(?:工作|成就|成绩|情况|完成|发展|圆满)|(?:工作|经济社会|社会发展|发展|执行|完成|主要)的?(?:回顾|总结|情况|成就|成绩)|取得.{0,14}(?:成就|成绩|成效|进展)|良好开局|圆满(?:收官|完成)",
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
    if REVIEW.is_match(title) && !(plan && title.contains("总结")) && !title.contains("今后") {
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
    TARGETS.is_match(title).then_some(Block::Targets)
}

/// The same where the plan year is known: what names an earlier year first looks back, what
/// names the plan year first does not.
#[must_use]
pub(crate) fn of_heading_in(title: &str, plan_year: Option<i32>) -> Option<Block> {
    let block = of_heading(title);
    let (Some(plan), Some(year)) = (plan_year, super::years::year(title)) else { return block };
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
            ("名词解释", Some(Block::Glossary)),
            ("附\u{FF1A}名词解释和说明", Some(Block::Glossary)),
            ("做强做优工业", None),
        ] {
            assert_eq!(of_heading(title), block, "{title}");
        }
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
