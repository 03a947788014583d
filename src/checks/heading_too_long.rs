//! Rule `heading-too-long`: a numbered heading of more than sixty characters.

use super::{Findings, Message};
use crate::reading::NumberStyle;
use crate::report::Report;

declare_rule! {
    /// # 标题过长
    ///
    /// 单独成行的标题超过六十个字，多半是正文接在了标题后面，少了一个句号或者换行。
    ///
    /// English: A heading runs to more than sixty characters; the text has probably run into it.
    ///
    /// ## 为什么
    ///
    /// 标题概括一节的内容，过长就失去了提示作用；更常见的是换行丢失，正文成了标题的一部分。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设坚持把项目建设作为发展的第一抓手，完善调度机制，强化要素保障，开工一批投资规模大、带动能力强、科技含量高的产业项目，推动在建项目早日建成
    ///
    /// 全年开工一批大项目。
    ///
    /// （二）抓好生态保护
    ///
    /// 水质稳定达标。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设。坚持把项目建设作为发展的第一抓手，完善调度机制，强化要素保障，开工一批投资规模大、带动能力强、科技含量高的产业项目。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看“一、”“（一）”两种单独成行的标题，序号和末尾标点不计。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：标题长过一般句子，通常是与正文粘连。
    name: "heading-too-long",
    category: Structure,
    severity: Information,
    tier: Logic,
    check: check,
}

/// The longest title that passes, in characters.
const LIMIT: usize = 60;

fn check(report: &Report, findings: &mut Findings) {
    for heading in report.outline.headings.iter().filter(|heading| !heading.run_in && !heading.buried) {
        let top = heading
            .ordinal
            .is_some_and(|(style, _)| matches!(style, NumberStyle::Chinese | NumberStyle::BracketedChinese));
        let length = report.text(heading.title).chars().count();
        if top && length > LIMIT {
            findings.report(
                heading.span,
                Message::new(
                    format!("这个标题长达{length}字，像是与正文连在了一起；请分开或精简到{LIMIT}字以内。"),
                    format!("This heading has {length} characters; part it from the text or shorten it to {LIMIT}."),
                ),
            );
        }
    }
}
