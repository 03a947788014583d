//! Rule `document-number-bracket`: the year in a document number, its brackets and its serial.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 发文字号的括号
    ///
    /// 发文字号的年份没有用六角括号，或者序号加了“第”、编了虚位：`云政发[2024]1号`应为`云政发〔2024〕1号`。
    ///
    /// English: The year of a document number lacks its brackets 〔〕, or the serial is padded.
    ///
    /// ## 为什么
    ///
    /// 发文字号有统一格式，写错了既不规范，也不便检索。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 落实好云政发[2023]12号文件精神。
    /// ```
    /// ```错例
    /// 落实好云政办发〔2023〕第008号文件精神。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 落实好云政发〔2023〕12号文件精神，审结（2023）云01民初8号案件。
    /// ```
    ///
    /// ## 判断
    ///
    /// 汉字之后、括号里是四位年份、后面紧跟“…号”的才算发文字号；括号在前的案号、图书编号不算。
    ///
    /// ## 依据
    ///
    /// GB/T 9704—2012《党政机关公文格式》：发文字号的年份用六角括号“〔〕”括入，发文顺序号不加“第”字、不编虚位。
    name: "document-number-bracket",
    category: Typography,
    severity: Warning,
    tier: Standard,
    check: check,
}

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let open = "[\\[(\u{FF08}【\u{FF3B}〔\u{FE5D}{\u{3010}<\u{3008}]";
    let close = "[\\])\u{FF09}】\u{FF3D}〕\u{FE5E}}\u{3011}>\u{3009}]";
    Regex::new(&format!(
        "\\p{{Han}}{{2,12}}(?P<open>{open})\\s*(?P<year>(?:19|20)?[0-9]{{2}})\\s*年?\\s*(?P<close>{close})\\s*(?P<serial>第?[0-9]{{1,4}})\\s*号"
    ))
    .ok()
});

/// 国办发2024[11]号: the brackets stand round the serial instead of the year.
static SHIFTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (open, close) = ("[\\[(\u{FF08}【\u{FF3B}〔]", "[\\])\u{FF09}】\u{FF3D}〕]");
    Regex::new(&format!("\\p{{Han}}(?P<whole>(?P<year>20[0-9]{{2}}){open}(?P<serial>[0-9]{{1,3}}){close}号)"))
        .ok()
});

/// Brackets round the serial.
fn shifted(paragraph: &Paragraph, findings: &mut Findings) {
    let Some(pattern) = SHIFTED.as_ref() else { return };
    for found in pattern.captures_iter(paragraph.text()) {
        let (Some(whole), Some(year), Some(serial)) =
            (found.name("whole"), found.name("year"), found.name("serial"))
        else {
            continue;
        };
        let (printed, right) = (whole.as_str(), format!("〔{}〕{}号", year.as_str(), serial.as_str()));
        let span = Span::from(whole.range()).shifted(paragraph.start);
        findings
            .report(
                span,
                Message::new(
                    format!("发文字号里用六角括号括起来的是年份；“{printed}”应为“{right}”。"),
                    format!(
                        "The brackets of a document number hold the year: “{printed}” should be “{right}”."
                    ),
                ),
            )
            .fix(
                Message::new(format!("改为“{right}”"), format!("Replace by “{right}”")),
                vec![Edit::replace(span, right.clone())],
            );
    }
}

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = NUMBER.as_ref() else { return };
    for paragraph in report.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
        shifted(paragraph, findings);
        for found in pattern.captures_iter(paragraph.text()) {
            let (Some(whole), Some(open), Some(close), Some(year), Some(serial)) = (
                found.get(0),
                found.name("open"),
                found.name("close"),
                found.name("year"),
                found.name("serial"),
            ) else {
                continue;
            };
            // 〔24〕: a year of two digits stands only between brackets that nothing else bears.
            let short = year.as_str().len() == 2;
            if short && !matches!(open.as_str(), "〔" | "\u{FE5D}") {
                continue;
            }
            let bare = serial.as_str().trim_start_matches('第').trim_start_matches('0');
            let brackets = (open.as_str(), close.as_str()) == ("〔", "〕")
                || (open.as_str(), close.as_str()) == ("\u{FE5D}", "\u{FE5E}");
            if (brackets && bare == serial.as_str() && !short) || bare.is_empty() {
                continue;
            }
            let span = Span::new(open.start(), whole.end()).shifted(paragraph.start);
            let right = format!("〔{}{}〕{bare}号", if short { "20" } else { "" }, year.as_str());
            let printed = report.text(span);
            let finding = findings.report(
                span,
                Message::new(
                    format!("发文字号的年份应放在六角括号里，序号不加“第”、不编虚位；“{printed}”应为“{right}”。"),
                    format!("In a document number the year stands in 〔〕 and the serial is bare: “{printed}” should be “{right}”."),
                ),
            );
            let title = Message::new(format!("改为“{right}”"), format!("Replace by “{right}”"));
            let edits = vec![Edit::replace(span, right.clone())];
            // Only the brackets differ: marks alone are touched.
            if bare == serial.as_str() && !short {
                finding.safe_fix(title, edits);
            } else {
                finding.fix(title, edits);
            }
        }
    }
}
