//! Rule `document-number-glued`: a document number and the title after it in one line.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 发文字号与标题粘连
    ///
    /// 印发通知的发文字号和标题挤在一行，中间少了换行。
    ///
    /// English: A document number is glued to the title that should stand below it.
    ///
    /// ## 为什么
    ///
    /// 发文字号和标题各占一行；粘在一起时，标题会被读成“…号某某政府关于…”。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云政发〔2024〕1号云陵市人民政府关于印发2024年政府工作报告的通知
    /// 各区县人民政府：
    /// 现将《政府工作报告》印发给你们，请认真贯彻落实。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 云政发〔2023〕12号文件各项要求全部落实，云政办发〔2023〕8号关于减负的规定执行到位。
    /// ```
    ///
    /// ## 判断
    ///
    /// 字号在一行的开头，后面紧跟“关于…的通知（意见、决定、报告、函等）”并以此结束一行的才报；正文引用文件不算。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》：发文字号编排在发文机关标志之下，标题另行编排。
    name: "document-number-glued",
    category: Structure,
    severity: Warning,
    tier: Standard,
    check: check,
}

static GLUED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let year = "[〔\\[(\u{FF08}【\u{FE5D}]\\s*(?:19|20)[0-9]{2}\\s*[〕\\])\u{FF09}】\u{FE5E}]";
    let kinds = "通知|意见|决定|报告|函|批复|通报|公告|通告|请示|办法|方案|规定|命令|令";
    Regex::new(&format!(
        "^[\\s\u{3000}#*]*(?P<number>\\p{{Han}}{{2,12}}{year}第?[0-9]{{1,4}}号)(?P<gap>[ \u{3000}]*)(?P<title>[^\u{3002}]{{0,60}}(?:关于|印发|政府工作报告).{{0,80}}?(?:{kinds}))[\\s*]*$"
    ))
    .ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = GLUED.as_ref() else { return };
    for (index, paragraph) in report.paragraphs.iter().enumerate().filter(|(_, it)| !it.noise) {
        let Some(found) = pattern.captures(paragraph.text()) else { continue };
        let (Some(number), Some(title)) = (found.name("number"), found.name("title")) else { continue };
        let parted = report.paragraphs.get(index + 1).is_some_and(|next| next.text().trim().is_empty());
        let span = Span::from(number.range()).shifted(paragraph.start);
        let printed = number.as_str();
        findings
            .report(
                span,
                Message::new(
                    format!("发文字号“{printed}”与标题挤在一行；请把标题另起一行。"),
                    format!("The document number “{printed}” is glued to the title; put the title on a line of its own."),
                ),
            )
            .fix(
                Message::new("标题另起一行", "Break the line before the title"),
                vec![Edit::replace(
                    Span::new(number.end(), title.start()).shifted(paragraph.start),
                    if parted { "\n\n" } else { "\n" },
                )],
            );
    }
}
