//! Rule `repeated-punctuation`: two marks in a row where one belongs.

use super::marks::{after, before, is_han, is_machine};
use super::{Findings, Message};
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 标点重复
    ///
    /// 连用了两个标点：`。。`、`，，`、`、、`，或者`。，`、`，。`、`；。`。
    ///
    /// English: Two marks stand in a row where one belongs.
    ///
    /// ## 为什么
    ///
    /// 删改句子时留下了旧标点；两个不同的标点还会使断句不清。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年接待游客120万人次。。旅游收入稳步增长。
    /// ```
    /// ```错例
    /// 加快园区建设，、引进一批企业。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 城乡面貌焕然一新……群众称赞“办事真快！”；——这就是我们的答卷。
    /// ```
    ///
    /// ## 判断
    ///
    /// 省略号、破折号、感叹号问号连用不算；省略号写成句点的由`ellipsis-form`处理，百分号之后多出的标点由`permille-lost`处理。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：句内、句末点号不叠用。
    name: "repeated-punctuation",
    category: Typography,
    severity: Warning,
    tier: Standard,
    check: check,
}

/// Marks that never touch one another.
const POINTS: &str = "\u{3002}\u{FF0C}、\u{FF1B}\u{FF1A},;:";
/// Marks that end a sentence with a tone: they may double each other, nothing else may follow.
const TONES: &str = "!\u{FF01}?\u{FF1F}";

fn check(report: &Report, findings: &mut Findings) {
    for (_, paragraph) in report.body().filter(|(_, paragraph)| !is_machine(paragraph.text())) {
        runs(paragraph, findings);
    }
}

/// Whether two neighbours may not stand together.
fn clash(one: char, other: char) -> bool {
    (POINTS.contains(one) && (POINTS.contains(other) || TONES.contains(other)))
        || (TONES.contains(one) && POINTS.contains(other))
}

/// Finds the runs of marks in a paragraph and reports each once.
fn runs(paragraph: &Paragraph, findings: &mut Findings) {
    let text = paragraph.text();
    let mark = |c: char| POINTS.contains(c) || TONES.contains(c);
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(mark)) {
        let start = from + found;
        let rest = text.get(start..).unwrap_or("");
        // A blank between two marks does not part them; one after the last is not taken.
        let run: &str = rest.get(..rest.find(|c| !mark(c) && c != ' ').unwrap_or(rest.len())).unwrap_or("");
        let run = run.trim_end_matches(' ');
        let span = Span::new(start, start + run.len());
        from = span.end.max(start + 1);
        let marks: Vec<char> = run.chars().filter(|&c| c != ' ').collect();
        let clashes = marks.windows(2).any(|pair| matches!(*pair, [one, other] if clash(one, other)));
        if clashes && !is_other(text, span, &marks) {
            tell(paragraph, span, &marks, findings);
        }
    }
}

/// Runs that mean something else: an ellipsis of stops, a lost per mille sign, an entity, a smiley.
fn is_other(text: &str, span: Span, marks: &[char]) -> bool {
    let left = text.get(..span.start).unwrap_or("");
    let semicolon = marks.first() == Some(&';');
    // An entity has fewer than nine bytes between its marks.
    let near = left.bytes().rev().take(10).position(|byte| byte == b'&').map(|back| left.len() - back - 1);
    let entity = near.filter(|_| semicolon).is_some_and(|at| {
        left.get(at + 1..)
            .is_some_and(|name| name.len() < 9 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
    });
    let stops = marks.len() > 2 && marks.iter().all(|&c| c == '\u{3002}');
    let permille = left.ends_with(['%', '\u{FF05}']) && marks.first() == Some(&'\u{3002}');
    // ASCII marks between ASCII words are code or times, not Chinese.
    let foreign = marks.iter().all(char::is_ascii)
        && !before(text, span.start).is_some_and(|c| is_han(c) || "\u{201D}》\u{FF09})%".contains(c))
        && !after(text, span.end).is_some_and(is_han);
    entity || stops || permille || foreign
}

fn tell(paragraph: &Paragraph, span: Span, marks: &[char], findings: &mut Findings) {
    let printed = span.of(paragraph.text());
    let at = span.shifted(paragraph.start);
    let mut choices: Vec<char> = Vec::new();
    for &mark in marks {
        if !choices.contains(&mark) {
            choices.push(mark);
        }
    }
    let finding = findings.report(
        at,
        Message::new(
            format!("“{printed}”是叠用的标点，句中停顿只用一个；请留下其一。"),
            format!("“{printed}” is two marks in a row; keep one."),
        ),
    );
    for &mark in &choices {
        let title = Message::new(format!("只留“{mark}”"), format!("Keep “{mark}” only"));
        let edits = vec![Edit::replace(at, mark.to_string())];
        // Equal marks leave no choice.
        if choices.len() == 1 {
            finding.safe_fix(title, edits);
        } else {
            finding.fix(title, edits);
        }
    }
}
