//! Rule `heading-sequence`: numbered sibling headings that skip, repeat or fall back.

use std::collections::BTreeSet;

use super::{Findings, Message, ordinal};
use crate::reading::NumberStyle;
use crate::report::{Heading, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 标题序号不连续
    ///
    /// 同一级标题的序号缺号、重号或者倒退。
    ///
    /// English: Sibling headings skip, repeat or reverse a number.
    ///
    /// ## 为什么
    ///
    /// 合并、删除、移动小节之后没有重编序号，读者会以为少了一节；“以下八项工作”一类的话也会对不上。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    ///
    /// （四）抓好民生保障。办好民生实事。
    /// ```
    /// ```错例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    ///
    /// （二）抓好民生保障。办好民生实事。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    ///
    /// （三）抓好民生保障。办好民生实事。
    /// ```
    ///
    /// ## 判断
    ///
    /// 在同一个上级标题之下、同一种序号之间比较；重新从“一”开始的、被清单打断后接着排的不报；一组标题从“二”开始、前文又没有“一”的要报；所缺的序号藏在前文之中的，由 `buried-heading` 处理。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》：结构层次序数依次标注。
    name: "heading-sequence",
    category: Structure,
    severity: Error,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let headings = &report.outline.headings;
    let parents = std::iter::once(None).chain((0..headings.len()).map(Some));
    for parent in parents {
        for style in [
            NumberStyle::Chinese,
            NumberStyle::BracketedChinese,
            NumberStyle::Arabic,
            NumberStyle::BracketedArabic,
        ] {
            let siblings: Vec<(&Heading, u32)> = report
                .outline
                .children(parent)
                .filter_map(|index| headings.get(index))
                .filter_map(|heading| {
                    heading.ordinal.filter(|(own, _)| *own == style).map(|it| (heading, it.1))
                })
                .collect();
            compare(report, &siblings, findings);
        }
    }
}

/// As many lost headings are looked for between two: the square of a hostile numbering is not.
const LONGEST_RUN: u32 = 100;

/// A longer run is not renumbered at once: with many slips the edits would fill the memory.
const LONGEST_EDITS: usize = 100;

/// Compares each heading with the one before it.
fn compare(report: &Report, siblings: &[(&Heading, u32)], findings: &mut Findings) {
    let mut last: Option<(&Heading, u32)> = None;
    // Where runs that a list 一、二、 interrupts would go on.
    let mut open: BTreeSet<u32> = BTreeSet::new();
    for (at, &(heading, printed)) in siblings.iter().enumerate() {
        let Some((before, number)) = last.replace((heading, printed)) else {
            begins_late(report, siblings, findings);
            continue;
        };
        let wanted = number.saturating_add(1);
        if printed == 1 {
            open.insert(wanted);
        }
        if printed == wanted || printed == 1 || open.contains(&printed) {
            continue;
        }
        let between = Span::new(before.span.end, heading.span.start);
        if (wanted..printed.min(wanted.saturating_add(LONGEST_RUN)))
            .any(|lost| is_hidden(report, between, lost))
        {
            continue;
        }
        // 一、二、四、四: the first 四 is the slip, and the second follows it rightly.
        if siblings
            .get(at + 1)
            .is_some_and(|&(_, next)| next == printed && Some(printed) == wanted.checked_add(1))
        {
            last = Some((heading, wanted));
        }
        let (Some(here), Some(there)) = (heading.number, before.number) else { continue };
        let right = ordinal::renumber(report.text(here), wanted);
        let (was, is) = (report.text(there), report.text(here));
        let finding = findings.report(
            here,
            Message::new(
                format!("“{was}”之后应是“{right}”，这里却是“{is}”；请补上缺的一节或重编序号。"),
                format!("“{was}” should be followed by “{right}”, not “{is}”."),
            ),
        );
        finding.relate(there, Message::new("前一个标题", "The heading before"));
        // The rest of the run moves with it, up to where the numbering begins again.
        let run = siblings.get(at..).unwrap_or_default();
        let edits = (wanted..).zip(run.iter().enumerate()).map_while(|(value, (step, (other, own)))| {
            let span = other.number?;
            (step == 0 || *own != 1).then(|| Edit::replace(span, ordinal::renumber(report.text(span), value)))
        });
        let edits: Vec<Edit> = edits.take(LONGEST_EDITS + 1).collect();
        if edits.len() <= LONGEST_EDITS {
            finding.fix(Message::new("依次重编序号", "Renumber what follows"), edits);
        }
    }
}

/// （二）（三） without （一）: the first of at least two that follow one another.
fn begins_late(report: &Report, siblings: &[(&Heading, u32)], findings: &mut Findings) {
    let &[(first, 2), (_, 3), ..] = siblings else { return };
    let above = first.parent.and_then(|parent| report.outline.headings.get(parent));
    let (Some(here), Some(above)) = (first.number, above) else { return };
    if is_hidden(report, Span::new(above.span.end, first.span.start), 1) {
        return;
    }
    let (is, right) = (report.text(here), ordinal::renumber(report.text(here), 1));
    findings
        .report(
            here,
            Message::new(
                format!("这一组标题从“{is}”开始，前面没有“{right}”；请补上缺的一节或重编序号。"),
                format!("These headings begin with “{is}”; “{right}” is missing."),
            ),
        )
        .relate(above.span, Message::new("上级标题", "The heading above"));
}

/// Whether the lost number stands in the text before, as a heading that nobody recognised: at the head of
/// a line or of a sentence, with a mark of whatever kind behind it (五\u{FF09}, 3.), or bare on a line.
fn is_hidden(report: &Report, span: Span, lost: u32) -> bool {
    let between = span.of(&report.source);
    // （三） that is a heading of its own level is not the lost 三、.
    let known = |at: usize| {
        let headings = &report.outline.headings;
        let before = headings.partition_point(|it| it.span.start <= at).checked_sub(1);
        let own = before.and_then(|before| headings.get(before)).filter(|it| !it.buried);
        own.and_then(|it| it.number).is_some_and(|it| it.start <= at && at < it.end)
    };
    let hides = |name: &str| {
        between.match_indices(name).filter(|(at, _)| !known(span.start + at)).any(|(at, _)| {
            let before = between.get(..at).unwrap_or("");
            let after = between.get(at + name.len()..).unwrap_or("");
            let head =
                before.trim_end_matches(['(', '\u{FF08}', '*', '#', ' ', '\u{3000}', '\u{A0}', '\u{7B2C}']);
            let line = head.is_empty() || head.ends_with(['\n', '\r']);
            let sentence = head.ends_with(['\u{3002}', ';', '\u{FF1B}', '!', '\u{FF01}', ':', '\u{FF1A}']);
            let next = after.chars().next();
            let marked = next.is_some_and(|c| ")\u{FF09}、.\u{FF0E},\u{FF0C}\u{201D}\u{662F}".contains(c));
            // 3.5: a figure, not a number with its mark.
            let figure = after
                .strip_prefix(['.', ','])
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let bracketed = head.len() < before.len() && before.ends_with(['(', '\u{FF08}']);
            let bare =
                next.is_none_or(|c| !c.is_numeric() && !"一二三四五六七八九十百千万年月日".contains(c));
            !figure && ((line || sentence) && marked || line && bare || bracketed && marked)
        })
    };
    hides(&ordinal::chinese(lost)) || hides(&lost.to_string())
}
