//! Rule `heading-punctuation`: the mark after a heading's number. The title's own final mark is
//! another rule's business.

use super::{Findings, Message, ordinal};
use crate::reading::NumberStyle;
use crate::report::{Heading, Report};
use crate::text::Edit;
use crate::text::Span;

declare_rule! {
    /// # 标题序号后的标点
    ///
    /// 标题序号用错标点：`一，`应为`一、`，`（一）、`应为`（一）`，`第一、`应为`第一，`。
    ///
    /// English: The mark after a heading number does not follow the standard.
    ///
    /// ## 为什么
    ///
    /// 公文的结构层次依次用“一、”“（一）”“1.”“（1）”标注，带括号的序号之后不再加标点。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）、抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。“5.17”强降雨灾后重建全面完成。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看标题的序号；序号形式正确而空格、全角半角不同的不报。阿拉伯数字后的顿号（`1、`）很常见，只作提示。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》结构层次序数；GB/T 15834—2011《标点符号用法》：带括号的序次语后不加标点。
    name: "heading-punctuation",
    category: Structure,
    severity: Warning,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for heading in &report.outline.headings {
        let (Some(span), Some((style, value))) = (heading.number, heading.ordinal) else { continue };
        let printed = report.text(span);
        if let Some(mark) = stray(report, heading).filter(|_| style == NumberStyle::BracketedChinese) {
            let printed = report.text(span.cover(mark));
            let finding = findings.report(
                span.cover(mark),
                Message::new(
                    format!("标题序号“{printed}”的标点不合规范；带括号的序号后面不加标点，请删去。"),
                    format!("No mark follows a bracketed heading number; mend “{printed}”."),
                ),
            );
            let fix = Message::new("删去序号后的标点", "Delete the mark behind the number");
            finding.safe_fix(fix, vec![Edit::delete(mark)]);
            continue;
        }
        let Some(right) = corrected(report, heading, printed, style, value) else { continue };
        let finding = findings.report(
            span,
            Message::new(
                format!("标题序号“{printed}”的标点不合规范；应为“{right}”。"),
                format!("The heading number “{printed}” should be set as “{right}”."),
            ),
        );
        if style == NumberStyle::Arabic {
            finding.severity(super::Severity::Hint);
        }
        finding.safe_fix(
            Message::new(format!("改为“{right}”"), format!("Replace by “{right}”")),
            vec![Edit::replace(span, right)],
        );
    }
}

/// A colon or a stop between a bracketed number and the words of its heading.
fn stray(report: &Report, heading: &Heading) -> Option<Span> {
    let number = heading.number?;
    let rest = report.source.get(number.end..heading.span.end.max(number.end))?;
    let mark = rest.chars().next().filter(|c| ":\u{FF1A}\u{3002};\u{FF1B}".contains(*c))?;
    Some(Span::new(number.end, number.end + mark.len_utf8()))
}

/// The number as the standard sets it, or `None` when it is well set.
fn corrected(
    report: &Report,
    heading: &Heading,
    printed: &str,
    style: NumberStyle,
    value: u32,
) -> Option<String> {
    let squeezed: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
    let wide = |half: char| if report.source.contains('\u{FF0C}') { widened(half) } else { half };
    let last = squeezed.chars().next_back()?;
    match style {
        // `三 2024年工作安排`: O's reading leaves the bare numeral when the mark is lost.
        NumberStyle::Chinese if last != '、' && last != '\u{FF64}' => {
            Some(format!("{}、", ordinal::chinese(value)))
        }
        NumberStyle::BracketedChinese if stray(report, heading).is_some() => None,
        NumberStyle::BracketedChinese => {
            let numeral = ordinal::chinese(value);
            let opened = squeezed.starts_with(['(', '\u{FF08}']);
            let closed = [')', '\u{FF09}'].contains(&last);
            // Both brackets in the width of the draft: `五)` becomes `\u{FF08}五\u{FF09}`.
            let (open, close) = (wide('('), wide(')'));
            (!opened || !closed).then(|| format!("{open}{numeral}{close}"))
        }
        NumberStyle::Arabic if last == '、' => Some(format!("{value}.")),
        NumberStyle::BracketedArabic if "、,.\u{FF0C}\u{FF0E}".contains(last) => {
            Some(squeezed.trim_end_matches(['、', ',', '.', '\u{FF0C}', '\u{FF0E}']).to_owned())
        }
        NumberStyle::Ordinal if last == '、' => {
            Some(format!("{}{}", squeezed.trim_end_matches('、'), wide(','))).filter(|_| !heading.buried)
        }
        _ => None,
    }
}

/// The full-width form of an ASCII mark.
fn widened(half: char) -> char {
    char::from_u32(u32::from(half) + 0xFEE0).unwrap_or(half)
}
