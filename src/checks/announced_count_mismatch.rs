//! Rule `announced-count-mismatch`: 以下八项工作 followed by nine, told as headings or as a series.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message, ordinal, series};
use crate::report::{Announced, Heading, Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 预告的项数与实际不符
    ///
    /// 前面说“以下九项举措”“五个方面”，后面紧接着列出的却不是这么多。
    ///
    /// English: A count is announced, but the headings or items that follow are more or fewer.
    ///
    /// ## 为什么
    ///
    /// 增删小节之后没有改前面的总数，或者漏了一节。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 重点抓好以下四项工作：
    ///
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    ///
    /// （三）抓好民生保障。办好民生实事。
    /// ```
    /// ```错例
    /// 主要抓了三个方面：一是抓项目，二是抓环境。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// 重点抓好以下几方面工作，全年办好十件民生实事。
    ///
    /// 今年着力做好以下三项工作：
    ///
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。做到两个确保：一是确保水质达标，二是确保空气优良。
    ///
    /// （三）抓好民生保障。办好民生实事。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只数紧跟在预告之后、从“一”开始编号的标题，或者冒号、句号之后紧接着的“一是、二是”；后面是没有编号的段落时不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：数一数。
    name: "announced-count-mismatch",
    category: Count,
    severity: Warning,
    tier: Logic,
    check: check,
}

static SERIES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = "(?P<number>[一二三四五六七八九十两]{1,3}|[0-9]{1,2})(?:个方面|大方面|个|大|项|件|点|条|方面|对|场|类)";
    let items = "(?P<items>\\**(?:一是|一要|第一|其一|首先|[(\u{FF08}][一1][)\u{FF09}]|\u{2460}|$))";
    // Before a comma, only what announces and nothing else: 办理建议12件，一是… counts other things.
    let things = "重点|方面|任务|措施|举措|工作|问题|关系|特点|体会|突破|转变|提升|变化|亮点|成效|难点|短板|原因|要求|原则";
    Regex::new(&format!(
        "{number}[^，,。；;、：:0-9]{{0,8}}?[”\"]?(?:[：:。]|(?:{things})(?:[，,]|\u{2014}\u{2014})){items}"
    ))
    .ok()
});

fn check(report: &Report, findings: &mut Findings) {
    // 一是… that begin paragraphs may have been read as headings: told once.
    let told: Vec<Span> =
        report.announced().iter().filter_map(|announced| headings(report, announced, findings)).collect();
    let body: Vec<(usize, &Paragraph)> = report.body().collect();
    for (at, &(_, paragraph)) in body.iter().enumerate() {
        if told.iter().any(|span| paragraph.span().contains(*span)) {
            continue;
        }
        let rest = body.get(at + 1..).unwrap_or_default();
        items(report, paragraph, rest, findings);
    }
}

/// Headings that are more or fewer than announced; gives the announcement where it was told.
fn headings(report: &Report, announced: &Announced, findings: &mut Findings) -> Option<Span> {
    let run: Vec<&Heading> =
        announced.headings.iter().filter_map(|&index| report.outline.headings.get(index)).collect();
    let highest = run.iter().filter_map(|heading| heading.ordinal).map(|(_, value)| value).max();
    let (count, counted) = (announced.count, announced.listed());
    // Where the numbers themselves have a gap, that is the fault, and heading-sequence names it.
    let agrees = count == counted || announced.others.contains(&counted);
    if agrees || counted < 2 || highest != Some(counted) {
        return None;
    }
    let finding = findings.report(
        announced.span,
        Message::new(
            format!(
                "这里预告{}项，后面的标题却有{counted}个；请把数目改为“{}”，或者{}。",
                report.text(announced.number),
                ordinal::renumber(report.text(announced.number), counted),
                if counted < count { "补上缺的一节" } else { "删去多出的一节" }
            ),
            format!(
                "{count} are announced, but {counted} headings follow; change the number to {counted} or mend the headings."
            ),
        ),
    );
    for heading in &run {
        if let Some(number) = heading.number {
            finding.relate(number, Message::new("后面的标题", "A heading that follows"));
        }
    }
    offer(finding, report, announced.number, counted);
    Some(announced.span)
}

/// Whether a number before a series announces it: 一项一项落到实处。一是… and 新建中心5个。一是… end
/// sentences of their own.
fn announces(found: &regex::Captures<'_>) -> bool {
    let (Some(whole), Some(number)) = (found.get(0), found.name("number")) else { return false };
    let after = whole.as_str().get(number.len()..).unwrap_or("");
    let bare = ["个。", "大。", "项。", "件。", "点。", "条。", "对。", "场。", "类。"]
        .iter()
        .any(|it| after.starts_with(it));
    !bare && !["一", "1"].contains(&number.as_str())
}

/// `三个方面：一是…，二是…` in one paragraph, or running on into the next ones.
fn items(report: &Report, paragraph: &Paragraph, rest: &[(usize, &Paragraph)], findings: &mut Findings) {
    let Some(pattern) = SERIES.as_ref() else { return };
    let text = paragraph.text();
    let announcements: Vec<_> = pattern.captures_iter(text).filter(announces).collect();
    // Two announcements in one paragraph may nest: no telling whose an item is.
    let [found] = announcements.as_slice() else { return };
    let (Some(number), Some(start)) = (found.name("number"), found.name("items")) else { return };
    // “六个突出” is a slogan, told at whatever length.
    if text.get(..number.start()).is_some_and(|before| before.ends_with(['“', '"'])) {
        return;
    }
    // The announcement may end its paragraph, and the series begin in the next.
    let outside = start.as_str().is_empty();
    if outside && !text.get(..start.start()).is_some_and(|it| it.ends_with([':', '\u{FF1A}'])) {
        return;
    }
    let mut marks: Vec<Span> = Vec::new();
    let following = rest.iter().map(|(_, paragraph)| *paragraph);
    for (step, paragraph) in std::iter::once(paragraph).chain(following).enumerate() {
        let own = series::marks(paragraph.text());
        let begins = own.first().is_some_and(|mark| mark.span.start < 8);
        if step == 0 && outside {
            continue;
        }
        if step > 0 && !begins {
            break;
        }
        for mark in own.iter().filter(|mark| step > 0 || mark.span.start >= start.start()) {
            match u32::try_from(marks.len()) {
                Ok(count) if mark.ordinal == count + 1 => marks.push(mark.span.shifted(paragraph.start)),
                // Nested, repeated or broken series are not counted.
                _ => return,
            }
        }
    }
    let (Some(announced), Ok(counted)) = (ordinal::parse(number.as_str()), u32::try_from(marks.len())) else {
        return;
    };
    // The rest may stand further on, behind paragraphs of its own.
    let goes_on = rest
        .iter()
        .take(40)
        .flat_map(|(_, paragraph)| series::marks(paragraph.text()))
        .any(|mark| mark.ordinal == counted + 1);
    if announced == counted || counted < 2 || (counted < announced && goes_on) {
        return;
    }
    let span = Span::new(number.start(), start.start()).shifted(paragraph.start);
    let span = Span::new(
        span.start,
        span.start
            + report
                .text(span)
                .trim_end_matches([':', '\u{FF1A}', '\u{3002}', ',', '\u{FF0C}', '\u{2014}'])
                .len(),
    );
    let finding = findings.report(
        span,
        Message::new(
            format!(
                "这里预告{}项，后面列出的却是{counted}项；请把数目改为“{}”，或者{}。",
                number.as_str(),
                ordinal::renumber(number.as_str(), counted),
                if counted < announced { "补上缺的一项" } else { "删去多出的一项" }
            ),
            format!(
                "{announced} are announced, but {counted} items follow; change the number to {counted} or mend the items."
            ),
        ),
    );
    for mark in marks {
        finding.relate(mark, Message::new("列出的一项", "An item"));
    }
    offer(finding, report, Span::from(number.range()).shifted(paragraph.start), counted);
}

/// Offers to change the numeral.
fn offer(finding: &mut super::Finding, report: &Report, number: Span, counted: u32) {
    let right = ordinal::renumber(report.text(number), counted);
    finding.fix(
        Message::new(format!("数目改为“{right}”"), format!("Change the count to “{right}”")),
        vec![Edit::replace(number, right)],
    );
}
