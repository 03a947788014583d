//! Rule `series-gap`: 一是、二是、四是 — a series inside the text that skips or repeats a number.

use super::series::{self, Mark};
use super::{Findings, Message, ordinal};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 一是二是不连续
    ///
    /// 文中的“一是、二是、三是”或“第一、第二、第三”“其一、其二、其三”缺号、重号。
    ///
    /// English: A series in the running text (first, second, third) skips or repeats a number.
    ///
    /// ## 为什么
    ///
    /// 删掉或者插入一条之后没有改后面的序号，听的人会以为漏讲了一条。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 一是抓项目，二是抓环境，四是抓作风。
    /// ```
    /// ```错例
    /// 一是抓项目。二是抓环境。二是抓作风。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 一是抓项目，做到一是一、二是二；二是抓环境：一是减环节，二是减时限；三是抓作风。
    /// ```
    ///
    /// ## 判断
    ///
    /// 以“一是”“一要”“第一”“其一”起头才算一组，组内可以再分组；缺的那一号换了说法（“三要”“第三”）还在两者之间的，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：序号逐一递增。
    name: "series-gap",
    category: Count,
    severity: Error,
    tier: Logic,
    check: check,
}

/// An open series: its last mark and where that stands (absolute).
type Open = (u32, Span);

fn check(report: &Report, findings: &mut Findings) {
    let mut open: Vec<Open> = Vec::new();
    let mut previous = None;
    for (index, paragraph) in report.body() {
        let text = paragraph.text();
        let marks = series::marks(text);
        // A series runs on into the next paragraph only where a mark begins it.
        let begins = marks.first().is_some_and(|mark| {
            text.get(..mark.span.start)
                .is_some_and(|before| before.trim_matches([' ', '\u{3000}', '*']).is_empty())
        });
        let blank = |at: usize| report.paragraphs.get(at).is_some_and(|it| it.text().trim().is_empty());
        let adjacent = previous.is_some_and(|before: usize| (before + 1..index).all(blank));
        if !begins || !adjacent {
            open.clear();
        }
        previous = (!marks.is_empty()).then_some(index);
        for (at, mark) in marks.iter().enumerate() {
            let span = mark.span.shifted(paragraph.start);
            if mark.ordinal == 1 {
                open.push((1, span));
            } else if let Some(level) = open.iter().rposition(|(last, _)| last + 1 == mark.ordinal) {
                open.truncate(level);
                open.push((mark.ordinal, span));
            } else if let Some(&(last, before)) = open.last() {
                let between = Span::new(before.end, span.start).of(&report.source);
                if !(last + 1..mark.ordinal).any(|lost| stands_otherwise(between, lost)) {
                    let rest = marks.get(at..).unwrap_or_default();
                    gap(report, (last, before), rest, paragraph.start, findings);
                }
                open.pop();
                open.push((mark.ordinal, span));
            }
        }
    }
}

/// Whether the lost number is there in another dress (三要, 第三, 三则).
fn stands_otherwise(between: &str, lost: u32) -> bool {
    let name = ordinal::chinese(lost);
    ["是", "要", "则", "、", " ", "为", ",", "\u{FF0C}"]
        .iter()
        .any(|tail| between.contains(&format!("{name}{tail}")))
        || between.contains(&format!("第{name}"))
        || between.contains(&format!("其{name}"))
}

/// Reports the first of `rest`, which should follow `last`.
fn gap(report: &Report, (last, before): Open, rest: &[Mark], start: usize, findings: &mut Findings) {
    let Some(mark) = rest.first() else { return };
    let span = mark.span.shifted(start);
    let (printed, wanted) = (report.text(span), last + 1);
    let right = ordinal::renumber(printed, wanted);
    let finding = findings.report(
        span,
        Message::new(
            format!(
                "“{}”之后应是“{right}”，这里却是“{printed}”；请补上缺的一条或改序号。",
                report.text(before)
            ),
            format!("“{}” should be followed by “{right}”, not “{printed}”.", report.text(before)),
        ),
    );
    finding.relate(before, Message::new("前一条", "The one before"));
    // What follows in the same run moves with it.
    let mut edits = Vec::new();
    for (number, (at, mark)) in (wanted..).zip(rest.iter().enumerate()) {
        let in_run = at == 0 || rest.get(at - 1).is_some_and(|before| before.ordinal + 1 == mark.ordinal);
        if !in_run {
            break;
        }
        let span = mark.span.shifted(start);
        edits.push(Edit::replace(span, ordinal::renumber(report.text(span), number)));
    }
    finding.fix(Message::new("依次重编序号", "Renumber the series"), edits);
}
