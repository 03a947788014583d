//! Rule `series-gap`: 一是、二是、四是 — a series inside the text that skips or repeats a number.

use super::series::{self, Kind, Mark};
use super::{Findings, Message, ordinal};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 一是二是不连续
    ///
    /// 文中的“一是、二是、三是”或“第一、第二、第三”“其一、其二、其三”缺号、重号，或者“第一、二是、第三”混用。
    ///
    /// English: A series in the running text (first, second, third) skips or repeats a number, or changes its wording.
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
    /// ```错例
    /// 第一，抓项目。二是抓环境。第三，抓作风。
    /// ```
    /// ```错例
    /// 首先，抓项目。其次，抓环境。第四，抓作风。
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
    /// 以“一是”“一要”“第一”“其一”“首先”或者句中的“（一）”“①”起头才算一组，组内可以再分组；缺的那一号换了说法（“三则”）还在两者之间的，“首先、其次”之后用“第三”的，不报。
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

/// An open series: its last mark, where that stands (absolute), and how it is worded.
type Open = (u32, Span, Kind);

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
                open.push((1, span, mark.kind));
            } else if let Some(level) = follows(&open, mark) {
                if let Some(&(_, before, kind)) = open.get(level)
                    && mixed(kind, mark.kind)
                {
                    mixture(report, (before, kind), span, mark.ordinal, findings);
                }
                open.truncate(level);
                open.push((mark.ordinal, span, mark.kind));
            } else if let Some(&(last, before, kind)) = open.last()
                && (kind == Kind::Bracket) == (mark.kind == Kind::Bracket)
            {
                let between = Span::new(before.end, span.start).of(&report.source);
                if !(last + 1..mark.ordinal).any(|lost| stands_otherwise(between, lost)) {
                    let rest = marks.get(at..).unwrap_or_default();
                    gap(report, (last, before, kind), rest, paragraph.start, findings);
                }
                open.pop();
                open.push((mark.ordinal, span, mark.kind));
            }
        }
    }
}

/// The open series that a mark carries on: one of its own wording before another.
fn follows(open: &[Open], mark: &Mark) -> Option<usize> {
    let next = |(last, ..): &Open| last + 1 == mark.ordinal;
    let bracket = |kind: Kind| kind == Kind::Bracket;
    open.iter()
        .rposition(|it| next(it) && it.2 == mark.kind)
        .or_else(|| open.iter().rposition(|it| next(it) && bracket(it.2) == bracket(mark.kind)))
}

/// 第一…二是… change their wording; 首先、其次、第三 is the custom.
fn mixed(one: Kind, other: Kind) -> bool {
    let numbered = |kind: Kind| matches!(kind, Kind::Is | Kind::Nth | Kind::Of);
    one != other && numbered(one) && numbered(other)
}

/// Reports a mark that is worded otherwise than the one before.
fn mixture(report: &Report, (before, kind): (Span, Kind), at: Span, ordinal: u32, findings: &mut Findings) {
    let (printed, wanted) = (report.text(at), worded(report.text(before), kind, ordinal));
    let first = report.text(before);
    let finding = findings.report(
        at,
        Message::new(
            format!("“{first}”之后应是“{wanted}”，这里却写作“{printed}”；同一组序号请用一种说法。"),
            format!(
                "“{first}” should be followed by “{wanted}”, not “{printed}”; word the series in one way."
            ),
        ),
    );
    finding.variant("mixed");
    finding.relate(before, Message::new("前一条", "The one before"));
    finding.fix(
        Message::new(format!("改为“{wanted}”"), format!("Change to “{wanted}”")),
        vec![Edit::replace(at, wanted)],
    );
}

/// `before` with the next number.
fn worded(before: &str, kind: Kind, ordinal: u32) -> String {
    match kind {
        Kind::Bracket | Kind::Order => ordinal::chinese(ordinal),
        Kind::Is | Kind::Nth | Kind::Of => ordinal::renumber(before, ordinal),
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
fn gap(report: &Report, (last, before, _): Open, rest: &[Mark], start: usize, findings: &mut Findings) {
    let Some(mark) = rest.first() else { return };
    let span = mark.span.shifted(start);
    let (printed, wanted) = (report.text(span), last + 1);
    let right = round(printed, wanted).unwrap_or_else(|| ordinal::renumber(printed, wanted));
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
        let printed = report.text(span);
        let new = round(printed, number).unwrap_or_else(|| ordinal::renumber(printed, number));
        edits.push(Edit::replace(span, new));
    }
    finding.fix(Message::new("依次重编序号", "Renumber the series"), edits);
}

/// A mark that is no numeral with another number: ③ for ④, 其次 for 再次.
fn round(printed: &str, value: u32) -> Option<String> {
    if ["首先", "其次", "再次"].contains(&printed) {
        let word = match value {
            1 => "首先",
            2 => "其次",
            _ => return Some(format!("第{}", ordinal::chinese(value))),
        };
        return Some(word.to_owned());
    }
    let circled = printed.chars().all(|c| ('\u{2460}'..='\u{2473}').contains(&c));
    let mark = char::from_u32(0x245F + value).filter(|_| circled && !printed.is_empty())?;
    Some(mark.to_string())
}
