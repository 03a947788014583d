//! Rule `buried-heading`: a numbered heading glued to the end of the paragraph before it.

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 标题没有另起一行
    ///
    /// 带序号的标题接在上一段末尾，没有另起一行。
    ///
    /// English: A numbered heading is glued to the end of a paragraph instead of opening a line.
    ///
    /// ## 为什么
    ///
    /// 少了一个换行，目录里就少了一节，序号看上去也断了。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。建成水质监测网络。（三）全力保障和改善民生，共享发展成果
    ///
    /// （四）抓好安全稳定。守牢安全底线。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设。开（复）工一批大项目，落实关于扩大投资的意见（二）。
    ///
    /// （二）抓好生态保护。建成示范区（带）。
    /// ```
    ///
    /// ## 判断
    ///
    /// 句末之后的序号正好是同级标题所缺的那一个，才算标题；词中的括号、文件名后的序号不算。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》：结构层次序数分行标明。
    name: "buried-heading",
    category: Structure,
    severity: Error,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for heading in report.outline.headings.iter().filter(|heading| heading.buried) {
        let Some(paragraph) = report.paragraphs.get(heading.paragraph) else { continue };
        // Ten points told in one paragraph are a list, not ten lost line breaks.
        let style = heading.ordinal.map(|(style, _)| style);
        if paragraph.reading.headings.iter().filter(|mark| Some(mark.style) == style).count() > 2 {
            continue;
        }
        let number = heading.number.map_or("", |number| report.text(number));
        // The line end of the draft, doubled where paragraphs are parted by blank lines.
        let next = report.paragraphs.get(heading.paragraph + 1);
        let end = next.map_or("", |next| Span::new(paragraph.span().end, next.start).of(&report.source));
        let end = if end.is_empty() { "\n" } else { end };
        let parted = next.is_some_and(|next| next.text().trim().is_empty());
        let before = Span::new(paragraph.start, heading.span.start).of(&report.source);
        let text_end = paragraph.start + before.trim_end().len();
        findings
            .report(
                heading.span,
                Message::new(
                    format!("标题“{number}”接在上一段末尾；请另起一行。"),
                    format!("The heading “{number}” is buried in a paragraph; put it on a line of its own."),
                ),
            )
            .fix(
                Message::new("另起一行", "Break the line before it"),
                vec![Edit::replace(
                    Span::new(text_end, heading.span.start),
                    end.repeat(if parted { 2 } else { 1 }),
                )],
            );
    }
}
