//! Rule `heading-level-skip`: 1. directly under 一、 — a level of numbering is left out.

use super::{Findings, Message};
use crate::reading::NumberStyle;
use crate::report::{Heading, Report};

declare_rule! {
    /// # 标题层次跳级
    ///
    /// “一、”之下直接用“1.”，跳过了“（一）”；或者“（一）”之下直接用“（1）”，跳过了“1.”。
    ///
    /// English: A level of heading numbers is skipped, as in 1. directly under 一、.
    ///
    /// ## 为什么
    ///
    /// 层次序数有固定的次序，跳级多半是漏了一级标题，或者序号设错了格式。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 1.抓好项目建设
    ///
    /// 开工一批大项目。
    ///
    /// 2.抓好生态保护
    ///
    /// 水质稳定达标。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设
    ///
    /// 1.开工一批。推进大项目开工。
    ///
    /// 2.建成一批。推进大项目建成。
    /// ```
    ///
    /// ## 判断
    ///
    /// 上级标题和下级标题都有序号才比较，中间隔着没有序号的小标题不算；民生实事、项目清单一类的条目不算标题；一组只报第一个；全篇都没有“（一）”一级的，一篇只报一次。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》：结构层次序数依次为“一、”“（一）”“1.”“（1）”。
    name: "heading-level-skip",
    category: Structure,
    severity: Warning,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let headings = &report.outline.headings;
    // A draft without a single bracketed number leaves the level out by habit: told once, at the first place.
    let habit = !headings
        .iter()
        .any(|it| it.ordinal.is_some_and(|(style, _)| style == NumberStyle::BracketedChinese));
    for (index, parent) in headings.iter().enumerate() {
        let Some((own, _)) = parent.ordinal else { continue };
        let children: Vec<&Heading> =
            report.outline.children(Some(index)).filter_map(|child| headings.get(child)).collect();
        let skipped = |style: NumberStyle| match (own, style) {
            (NumberStyle::Chinese, NumberStyle::Arabic | NumberStyle::BracketedArabic) => {
                Some("\u{FF08}一\u{FF09}")
            }
            (NumberStyle::BracketedChinese, NumberStyle::BracketedArabic) => Some("1."),
            _ => None,
        };
        let first = children.iter().find_map(|child| {
            let (style, value) = child.ordinal?;
            (value == 1 && !child.buried).then_some((child, skipped(style)?, style))
        });
        let Some((child, missing, style)) = first else { continue };
        let run: Vec<&&Heading> =
            children.iter().filter(|it| it.ordinal.is_some_and(|(other, _)| other == style)).collect();
        // Items are told in whole sentences; headings are short. The proper level may stand beside it.
        let proper = children.iter().any(|it| {
            it.ordinal.is_some_and(|(other, _)| {
                matches!(
                    (own, other),
                    (NumberStyle::Chinese, NumberStyle::BracketedChinese)
                        | (NumberStyle::BracketedChinese, NumberStyle::Arabic)
                )
            })
        });
        let items = run.iter().any(|it| is_item(report.text(it.title))) || is_list(report, parent, child);
        let (Some(number), Some(above)) = (child.number, parent.number) else { continue };
        if run.len() < 2 || proper || items {
            continue;
        }
        let (was, is) = (report.text(above).trim(), report.text(number).trim());
        findings
            .report(
                number,
                Message::new(
                    format!("“{was}”之下直接用了“{is}”，跳过了“{missing}”一级；请改用“{missing}”或补上这一级标题。"),
                    format!("“{is}” stands directly under “{was}”; the level “{missing}” is skipped."),
                ),
            )
            .relate(above, Message::new("上级标题", "The heading above"));
        if habit {
            return;
        }
    }
}

/// A title that says too much for a heading.
fn is_item(title: &str) -> bool {
    title.chars().count() > 32
        || title.contains([';', '\u{FF1B}'])
        || title.chars().filter(char::is_ascii_digit).count() > 2
}

/// Whether a list is announced: 民生实事, a list of projects.
fn is_list(report: &Report, parent: &Heading, child: &Heading) -> bool {
    let words = ["实事", "清单", "项目表", "附件", "名单", "民生工程", "件事"];
    let before = report.body().take_while(|(_, it)| it.start < child.span.start).last();
    let lead = before.map_or("", |(_, it)| it.text());
    words.iter().any(|word| lead.contains(word) || report.text(parent.title).contains(word))
}
