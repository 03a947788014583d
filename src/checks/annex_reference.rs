//! Rule `annex-reference`: references to annexes that are not there, and titles that differ.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{ascii_digits, is_han};
use super::{Findings, Message, ordinal};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 附件对不上
    ///
    /// 文中说“见附件3”，后面却没有附件3；或者附件目录里的名称与附件的标题不同。
    ///
    /// English: The text refers to an annex that is not there, or an annex bears another title than the list gives it.
    ///
    /// ## 为什么
    ///
    /// 附件增减之后，文中的序号最容易漏改；标题不一致，读者不能确定是不是同一份。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 抓好十件民生实事（见附件3），让群众得到更多实惠。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 附件要件一次告知，办事材料（含附件）精简三成，详见附件。
    /// ```
    ///
    /// ## 判断
    ///
    /// 写明序号的“见附件n”才核对；附件、附表、附录各算各的。目录与标题互为简称的不报。
    ///
    /// ## 依据
    ///
    /// 《党政机关公文格式》（GB/T 9704—2012）：附件的顺序号、名称应当与附件说明一致。
    name: "annex-reference",
    category: Structure,
    severity: Warning,
    tier: Standard,
    check: check,
}

const NUMBER: &str = "(?P<number>[0-9\u{FF10}-\u{FF19}]{1,2}|[一二三四五六七八九十]{1,3})";

static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let see = "(?:详?见|参见|参照|参阅|列入|列于|载于|按照?|[(\u{FF08}])\\s*[“\"《]?";
    Regex::new(&format!("{see}(?P<kind>附件|附表|附录)\\s*{NUMBER}")).ok()
});
static OPENS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        "^[\\s*#\u{3000}【(\u{FF08}]*(?P<kind>附件|附表|附录)\\s*{NUMBER}\\s*[】)\u{FF09}]?\\s*\\**\\s*(?P<mark>[:\u{FF1A}.\u{FF0E}、]?)(?P<title>.*)$"
    ))
    .ok()
});
static LISTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        "^[\\s\u{3000}]*(?P<head>附件\\s*[:\u{FF1A}]\\s*)?{NUMBER}\\s*[.\u{FF0E}、]\\s*(?P<title>.+)$"
    ))
    .ok()
});

/// An annex: its kind, its number, its title with the place of it.
struct Annex {
    kind: String,
    number: u32,
    title: Option<(String, Span)>,
}

fn check(report: &Report, findings: &mut Findings) {
    let (Some(reference), Some(opens)) = (REFERENCE.as_ref(), OPENS.as_ref()) else { return };
    let annexes = annexes(report, opens);
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in reference.captures_iter(text) {
            let (Some(kind), Some(number)) = (found.name("kind"), found.name("number")) else { continue };
            let Some(value) = ordinal::parse(&ascii_digits(number.as_str())) else { continue };
            let named = |annex: &&Annex| annex.kind == kind.as_str();
            if annexes.iter().filter(named).any(|annex| annex.number == value) {
                continue;
            }
            let span = Span::new(kind.start(), number.end()).shifted(paragraph.start);
            let known: Vec<String> =
                annexes.iter().filter(named).map(|annex| format!("{}{}", annex.kind, annex.number)).collect();
            let (zh, en) = if known.is_empty() {
                (format!("文稿里没有{}", kind.as_str()), "there are none in the text".to_owned())
            } else {
                (format!("文稿里只有{}", known.join("、")), format!("there are only {}", known.join(", ")))
            };
            let printed = report.text(span);
            findings
                .report(
                    span,
                    Message::new(
                        format!("文中说“{printed}”，{zh}；请补上附件或改正序号。"),
                        format!("“{printed}” is referred to, but {en}; add it or mend the number."),
                    ),
                )
                .variant("missing");
        }
    }
    titles(report, &annexes, findings);
}

/// The annexes whose headings stand in the document, inside the body or behind it.
fn annexes(report: &Report, opens: &Regex) -> Vec<Annex> {
    let mut out = Vec::new();
    let mut lines = report.paragraphs.iter().filter(|it| !it.text().trim().is_empty()).peekable();
    while let Some(paragraph) = lines.next() {
        let text = paragraph.text();
        let Some(found) = opens.captures(text) else { continue };
        let (Some(kind), Some(number), Some(rest)) =
            (found.name("kind"), found.name("number"), found.name("title"))
        else {
            continue;
        };
        let marked = found.name("mark").is_some_and(|mark| !mark.is_empty());
        let own = rest.as_str().trim_matches(EDGES);
        let long = own.chars().count() > 50 || own.contains('\u{3002}');
        // 附件1所列项目…: a sentence, not a heading.
        if long || (!own.is_empty() && !marked && !rest.as_str().starts_with(char::is_whitespace)) {
            continue;
        }
        let Some(number) = ordinal::parse(&ascii_digits(number.as_str())) else { continue };
        let title = if own.is_empty() {
            lines.peek().map(|next| {
                let title = next.text().trim_matches(EDGES);
                let at = next.text().find(title).unwrap_or(0) + next.start;
                (title.to_owned(), Span::new(at, at + title.len()))
            })
        } else {
            let at = paragraph.start + rest.start() + rest.as_str().find(own).unwrap_or(0);
            Some((own.to_owned(), Span::new(at, at + own.len())))
        };
        out.push(Annex { kind: kind.as_str().to_owned(), number, title });
    }
    out
}

const EDGES: [char; 9] = [' ', '*', '\u{3000}', '#', '\u{A0}', '《', '》', '\t', '\u{FEFF}'];

/// 附件：1.重点项目表 against the heading of annex 1.
fn titles(report: &Report, annexes: &[Annex], findings: &mut Findings) {
    let Some(listed) = LISTED.as_ref() else { return };
    let mut in_list = false;
    for paragraph in report.paragraphs.iter().filter(|it| !it.text().trim().is_empty()) {
        let text = paragraph.text();
        let found = listed.captures(text);
        in_list = (in_list && found.is_some())
            || text.trim().trim_matches('*').trim_end_matches([':', '\u{FF1A}']) == "附件"
                && text.contains([':', '\u{FF1A}'])
            || found.as_ref().is_some_and(|found| found.name("head").is_some());
        let Some(found) = found.filter(|_| in_list) else { continue };
        let (Some(number), Some(title)) = (found.name("number"), found.name("title")) else { continue };
        let number = ordinal::parse(&ascii_digits(number.as_str()));
        let annex = annexes.iter().find(|annex| annex.kind == "附件" && Some(annex.number) == number);
        let Some((own, at)) = annex.and_then(|annex| annex.title.as_ref()) else { continue };
        let (one, other) = (bare(title.as_str()), bare(own));
        if one.is_empty() || other.is_empty() || one.contains(&other) || other.contains(&one) {
            continue;
        }
        let printed = title.as_str().trim();
        let span = Span::new(title.start(), title.start() + printed.len()).shifted(paragraph.start);
        findings
            .report(
                *at,
                Message::new(
                    format!("附件目录里写“{printed}”，附件的标题却是“{own}”；名称应当一致。"),
                    format!("The list calls this annex “{printed}”, its heading “{own}”; they should agree."),
                ),
            )
            .variant("title")
            .relate(span, Message::new("附件目录里的名称", "The title in the list"));
    }
}

/// The Han characters and digits of a title.
fn bare(title: &str) -> String {
    title.chars().filter(|c| is_han(*c) || c.is_alphanumeric()).collect()
}
