//! Rule `empty-section`: a heading that nothing follows.

use std::collections::BTreeMap;

use super::{Findings, Message};
use crate::knowledge::Block;
use crate::reading::NumberStyle;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 标题之下没有正文
    ///
    /// 一级、二级标题之后没有内容，紧接着就是下一个标题或者全文的末尾。
    ///
    /// English: Nothing stands under a heading.
    ///
    /// ## 为什么
    ///
    /// 小节的内容移走、删去后标题还留着，或者内容漏贴了。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设
    ///
    /// （二）抓好生态保护
    ///
    /// 水质稳定达标。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设
    ///
    /// 开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    /// ```
    ///
    /// ## 判断
    ///
    /// 下面有小标题的、标题自成一句的条目不算；同级标题大多没有正文的是清单，不报；文稿像是被截断时，末尾的标题不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：标题统领其下的内容。
    name: "empty-section",
    category: Structure,
    severity: Information,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let headings = &report.outline.headings;
    // How many sections of one numbering stand under one parent, and how many of them are empty:
    // counted once, whatever their number.
    let mut counts: BTreeMap<(Option<usize>, Option<NumberStyle>), (usize, usize)> = BTreeMap::new();
    for (index, heading) in headings.iter().enumerate() {
        let (all, bare) = counts.entry((heading.parent, heading.ordinal.map(|it| it.0))).or_default();
        *all += 1;
        *bare += usize::from(is_empty(report, index));
    }
    for (index, heading) in headings.iter().enumerate() {
        let top = heading
            .ordinal
            .is_some_and(|(style, _)| matches!(style, NumberStyle::Chinese | NumberStyle::BracketedChinese));
        if !top || !is_empty(report, index) || heading.block == Some(Block::Glossary) {
            continue;
        }
        let own = (heading.parent, heading.ordinal.map(|it| it.0));
        let (all, bare) = counts.get(&own).copied().unwrap_or_default();
        // A list of titles is a list, and a copy that was cut off ends where it ends.
        if bare * 2 > all && all > 1 || (report.meta.truncated && index + 1 == headings.len()) {
            continue;
        }
        findings.report(
            heading.span,
            Message::new(
                "这个标题之下没有正文；请补上内容或删去标题。",
                "Nothing stands under this heading; add the text or delete it.",
            ),
        );
    }
}

/// Whether a heading stands alone with nothing below it.
fn is_empty(report: &Report, index: usize) -> bool {
    let Some(heading) = report.outline.headings.get(index) else { return false };
    let title = report.text(heading.title);
    // A whole sentence is an item of its own.
    let sentence = title.chars().count() > 40 || title.contains(['\u{3002}', '\u{FF1B}', ';']);
    if heading.run_in || heading.buried || sentence {
        return false;
    }
    let Some(paragraph) = report.paragraphs.get(heading.paragraph) else { return false };
    // A line without number that follows may be text that was taken for a heading.
    if report.outline.headings.get(index + 1).is_some_and(|next| next.number.is_none()) {
        return false;
    }
    let rest = Span::new(paragraph.span().end.min(heading.section.end), heading.section.end);
    !rest.of(&report.source).chars().any(char::is_alphanumeric)
}
