//! Rule `heading-style-inconsistent`: headings of one level set in different shapes.

use super::{Findings, Message};
use crate::reading::NumberStyle;
use crate::report::{Heading, Report};

declare_rule! {
    /// # 同级标题形式不一
    ///
    /// 同一级标题有的单独成行，有的与正文同行；或者序号有的用全角括号，有的用半角括号。
    ///
    /// English: Headings of one level come in different shapes: on a line of their own, or run into the text.
    ///
    /// ## 为什么
    ///
    /// 各部分由不同的人起草，拼合后形式不一，显得没有统稿。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设
    ///
    /// 开工一批大项目。
    ///
    /// （二）抓好生态保护
    ///
    /// 水质稳定达标。
    ///
    /// （三）抓好民生保障。办好民生实事。
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
    /// 一篇只报一次，标在少数形式的第一个标题上；只比“一、”和“（一）”两级，没有序号的小标题不比。
    ///
    /// ## 依据
    ///
    /// 行文惯例：同级标题形式一致。
    name: "heading-style-inconsistent",
    category: Structure,
    severity: Hint,
    tier: Habit,
    check: check,
}

/// Tells one of two shapes of a heading.
type Shape = fn(&Report, &Heading) -> bool;

fn check(report: &Report, findings: &mut Findings) {
    for style in [NumberStyle::BracketedChinese, NumberStyle::Chinese] {
        let same: Vec<&Heading> = report
            .outline
            .headings
            .iter()
            .filter(|heading| !heading.buried && heading.ordinal.is_some_and(|(own, _)| own == style))
            .filter(|heading| heading.level <= 2)
            .collect();
        let shapes: [(&str, &str, Shape); 2] = [
            ("与正文同行", "单独成行", |_, heading| heading.run_in),
            ("用半角括号", "用全角括号", |report, heading| {
                heading.number.is_some_and(|number| report.text(number).contains(['(', ')']))
            }),
        ];
        for (yes, no, shape) in shapes {
            let (one, other): (Vec<&Heading>, Vec<&Heading>) =
                same.iter().copied().partition(|heading| shape(report, heading));
            let (few, many, own, usual) =
                if one.len() <= other.len() { (one, other, yes, no) } else { (other, one, no, yes) };
            let (Some(first), Some(model)) = (few.first(), many.first()) else { continue };
            // One against one tells nothing of what is usual.
            if few.len() + many.len() < 3 {
                continue;
            }
            let finding = findings.report(
                first.span,
                Message::new(
                    format!("这个标题{own}，多数同级标题却{usual}；请统一。"),
                    "This heading has another shape than most headings of its level; use one.",
                ),
            );
            finding
                .relate(model.span, Message::new(format!("{usual}的标题"), "A heading of the usual shape"));
            return;
        }
    }
}
