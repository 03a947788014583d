//! Rule `missing-section`: parts that the profile asks for and the report lacks. Each variant is
//! the id of the part; how parts are recognised is the report's business.

use super::{Findings, Message, Severity};
use crate::knowledge::{Block, Requirement, SectionRule};
use crate::report::{Heading, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 缺少应有的部分
    ///
    /// 按文种应有的部分没有找到：标题、会议信息、称谓、开场白、工作回顾、存在问题、主要目标、重点工作、政府自身建设、结束语等。
    ///
    /// English: A part that this kind of report should have was not found; the variant names it.
    ///
    /// ## 为什么
    ///
    /// 政府工作报告的组成部分相当固定，少了一块往往是拼稿时漏贴，或者网页只复制了前半截。
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
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 城乡面貌持续改善。
    /// ```
    ///
    /// ## 判断
    ///
    /// 对照文种的清单逐项查找，内容在别的名目下讲到的不报；标题和开头的部分标在正文第一行，结束语标在最后一行，其余标在应在位置之前的标题上；文稿像是被截断时只作提醒。
    ///
    /// ## 依据
    ///
    /// 行文惯例：历年政府工作报告的通行结构；文种清单可在配置中修改。
    name: "missing-section",
    category: Structure,
    severity: Warning,
    tier: Habit,
    check: check,
}

/// The parts that the report's profile asks for and that it neither has nor tells of elsewhere, in
/// the profile's order. Optional ones are never missing.
#[must_use]
pub fn missing(report: &Report) -> Vec<&SectionRule> {
    let sections = report.profile().map_or(&[] as &[SectionRule], |profile| &profile.sections);
    let asked = sections.iter().filter(|section| section.requirement != Requirement::Optional);
    asked
        .filter(|section| {
            let found =
                std::iter::once(&section.block).chain(&section.alternatives).any(|&it| has(report, it));
            !found && (report.meta.truncated || !is_told(report, section.block))
        })
        .collect()
}

fn check(report: &Report, findings: &mut Findings) {
    for section in missing(report) {
        let severity = match section.requirement {
            Requirement::Required if section.block == Block::Occasion && is_collected(report) => {
                Severity::Information
            }
            Requirement::Required => Severity::Warning,
            Requirement::Recommended | Requirement::Optional => Severity::Information,
        };
        let Some(anchor) = anchor(report, section.block) else { continue };
        let cut = report.meta.truncated && is_late(section.block);
        let name = section.block.name();
        let reason =
            if cut { "；文稿像是被截断，请先核对原稿" } else { "；请补上或核对" };
        let finding = findings.report(
            anchor,
            Message::new(
                format!("没有找到“{name}”部分{reason}。"),
                format!(
                    "No part “{}” was found{}.",
                    section.block.id(),
                    if cut { "; the text looks cut off" } else { "" }
                ),
            ),
        );
        finding.variant(section.block.id()).severity(if cut { Severity::Information } else { severity });
        if let Some((at, text)) = stub(report, section.block) {
            finding.fix(
                Message::new(format!("插入{name}"), format!("Insert {}", section.block.id())),
                vec![Edit::replace(Span::at(at), text)],
            );
        }
    }
}

/// Whether the part was recognised; government building counts where it is planned.
fn has(report: &Report, block: Block) -> bool {
    let plan = plan_start(report);
    report.meta.parts.iter().any(|part| {
        part.block == block
            && (block != Block::GovBuilding || plan.is_none_or(|plan| part.span.start >= plan))
    })
}

/// Where the plan begins.
fn plan_start(report: &Report) -> Option<usize> {
    let plan = [Block::Tasks, Block::NextFive, Block::Requirements, Block::Targets];
    let is = |heading: &&Heading| heading.level == 1 && heading.block.is_some_and(|it| plan.contains(&it));
    report.outline.headings.iter().find(is).map(|heading| heading.span.start)
}

/// Whether the text tells of the matter somewhere without giving it a part that is recognised:
/// then nothing is certainly missing.
fn is_told(report: &Report, block: Block) -> bool {
    let plan = plan_start(report).unwrap_or(0);
    let told = |from: usize, reach: usize, words: &[&str]| {
        report.body().filter(|(_, it)| it.start >= from).any(|(_, paragraph)| {
            let text: String = paragraph.text().chars().take(reach).collect();
            words.iter().any(|word| text.contains(word))
        })
    };
    let tops =
        || report.outline.headings.iter().filter(|it| it.level == 1 && it.block != Some(Block::Glossary));
    // What opens a report stands before its first heading.
    let first = report.outline.headings.first().map_or(usize::MAX, |heading| heading.span.start);
    let in_head = |reach: usize, words: &[&str]| {
        report.body().take(12).filter(|(_, it)| it.start <= first).any(|(_, paragraph)| {
            let text: String = paragraph.text().chars().take(reach).collect();
            words.iter().any(|word| text.contains(word))
        })
    };
    match block {
        // Front matter names the title of a collected report.
        Block::Title => report
            .paragraphs
            .iter()
            .any(|it| it.noise && it.text().starts_with("title:") && it.text().contains("工作报告")),
        Block::Occasion => report.meta.date.is_some(),
        Block::Salutation => in_head(20, &["各位代表", "代表们", "同志们"]),
        Block::Opening => in_head(
            usize::MAX,
            &["我代表", "报告工作", "报告政府工作", "受市", "受省", "受县", "委托", "作政府工作报告"],
        ),
        Block::Review => {
            let year = report.meta.plan_year.map_or(String::new(), |plan| format!("{}年", plan - 1));
            tops().count() < 2
                || told(0, 30, &["过去", "去年", "一年来", "五年来", "年来", "回顾", "总结"])
                || (!year.is_empty() && told(0, 16, &[year.as_str()]))
        }
        // Words that hint at problems stand in every plan (补齐短板); only together in one
        // paragraph do they tell of them.
        Block::Problems => report.body().any(|(_, paragraph)| {
            let text = paragraph.text();
            let words = [
                "问题", "困难", "不足", "差距", "短板", "矛盾", "薄弱", "挑战", "制约", "压力", "滞后",
                "不够", "不高", "不强", "面临",
            ];
            (text.contains("清醒") && text.contains("问题"))
                || words.iter().filter(|word| text.contains(**word)).count() >= 4
        }),
        Block::Requirements => {
            told(plan, usize::MAX, &["要求", "思路", "指导思想", "为指导", "坚持以", "总基调", "原则"])
        }
        Block::Targets => told(plan, usize::MAX, &["目标", "指标"]),
        Block::Tasks => {
            let other = [Block::Review, Block::GovBuilding, Block::Closing];
            tops().any(|it| it.block.is_none_or(|block| !other.contains(&block)))
                || told(0, 12, &["新的一年", "今年"])
                || told(0, 40, &["今年工作", "今年的工作", "预期目标"])
        }
        Block::NextFive => {
            told(0, usize::MAX, &["今后五年", "未来五年", "五年的", "五年规划", "“十", "\"十", "今后5年"])
        }
        Block::GovBuilding => {
            governs(report, plan)
                || works_at_itself(report, plan)
                || told(
                    plan,
                    60,
                    &[
                        "自身",
                        "依法行政",
                        "廉政",
                        "廉洁",
                        "政府职能",
                        "法治政府",
                        "服务型",
                        "执政",
                        "从严治党",
                        "勤政",
                        "政府系统",
                        "履职",
                    ],
                )
        }
        Block::Thanks => told(0, usize::MAX, &["感谢", "敬意", "谢意"]),
        // Before notes and annexes.
        Block::Closing => report.body().any(|(_, it)| {
            it.start > plan && it.text().contains("让我们") && it.text().ends_with(['!', '\u{FF01}'])
        }),
        Block::Speaker | Block::Glossary => false,
    }
}

/// Whether a paragraph of the plan is about the government itself, wherever in it the words stand.
fn governs(report: &Report, plan: usize) -> bool {
    let words =
        ["依法行政", "法治政府", "服务型政府", "廉政", "廉洁", "政府职能", "行政效能", "政务公开", "反腐"];
    report.body().filter(|(_, it)| it.start >= plan).any(|(_, paragraph)| {
        let text = paragraph.text();
        text.contains("政府自身建设") || words.iter().filter(|word| text.contains(**word)).count() >= 3
    })
}

/// Whether a heading of the plan, or the opening words of a paragraph by two of them, speak of how the
/// government works. One such word stands in every plan (政务服务, 干部联企), and the closing call
/// (以更加扎实的作风) is no part about it.
fn works_at_itself(report: &Report, plan: usize) -> bool {
    const WORDS: &[&str] =
        &["效能", "作风", "政务", "担当", "抓落实", "政府治理", "真抓实干", "干部", "务实", "实干", "纪律"];
    let count = |text: &str| WORDS.iter().filter(|word| text.contains(**word)).count();
    let titled = report.outline.headings.iter().any(|heading| {
        heading.span.start >= plan
            && heading.level == 1
            && (heading.block.is_none() || heading.block == Some(Block::GovBuilding))
            && count(report.text(heading.title)) > 0
    });
    titled
        || report.body().filter(|(_, it)| it.start >= plan).any(|(_, paragraph)| {
            let text: String = paragraph.text().chars().take(60).collect();
            !text.contains("让我们") && !text.contains("各位代表") && count(&text) > 1
        })
}

/// Whether the text is one of a collection: its front matter says what its head no longer does.
fn is_collected(report: &Report) -> bool {
    report.paragraphs.first().is_some_and(|first| first.noise && first.text().trim_end() == "---")
}

/// Whether the part stands near the end, where web copies are cut off.
fn is_late(block: Block) -> bool {
    matches!(block, Block::Closing | Block::GovBuilding | Block::Tasks)
}

/// Where the part would stand: a line of the head, a heading, or the last line.
fn anchor(report: &Report, block: Block) -> Option<Span> {
    let line = |paragraph: &crate::report::Paragraph| {
        let text = paragraph.text();
        let indent = text.len() - text.trim_start().len();
        Span::new(indent, text.trim_end().len()).shifted(paragraph.start)
    };
    let first = report.body().next().map(|(_, paragraph)| line(paragraph));
    let last = report.body().last().map(|(_, paragraph)| line(paragraph));
    let top = |wanted: &[Block]| {
        let is =
            |heading: &&Heading| heading.level == 1 && heading.block.is_some_and(|it| wanted.contains(&it));
        report.outline.headings.iter().rfind(is).map(|heading| heading.span)
    };
    match block {
        Block::Title
        | Block::Occasion
        | Block::Speaker
        | Block::Salutation
        | Block::Opening
        | Block::Review => first,
        Block::Thanks | Block::Problems => top(&[Block::Review]).or(first),
        Block::Requirements | Block::Targets => {
            top(&[Block::Tasks, Block::Requirements, Block::Targets]).or(last)
        }
        Block::Closing | Block::Glossary => last,
        Block::Tasks | Block::NextFive | Block::GovBuilding => report
            .outline
            .headings
            .iter()
            .rfind(|heading| heading.level == 1)
            .map(|heading| heading.span)
            .or(last),
    }
}

/// The lines that would mend it, where they are the same in every report, and where they go.
fn stub(report: &Report, block: Block) -> Option<(usize, String)> {
    let gap = if report.source.contains("\n\n") { "\n\n" } else { "\n" };
    let before = |blocks: &[Block]| {
        let at = blocks.iter().find_map(|&block| report.meta.part(block)).map(|part| part.span.start)?;
        report.paragraph_at(at).map(|(_, paragraph)| paragraph.start)
    };
    match block {
        Block::Title => report.body().next().map(|(_, first)| (first.start, format!("政府工作报告{gap}"))),
        Block::Salutation => before(&[Block::Opening]).map(|at| (at, format!("各位代表：{gap}"))),
        Block::Opening => {
            let salutation = report.meta.part(Block::Salutation)?;
            let (_, paragraph) = report.paragraph_at(salutation.span.start)?;
            let text = "现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。";
            Some((paragraph.span().end, format!("{gap}{text}")))
        }
        _ => None,
    }
}
