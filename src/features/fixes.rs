//! Corrections: those on offer at a place, and every safe one applied to a text.

use crate::checks::{Finding, Fix};
use crate::quantity::figures;
use crate::report::{Memo, Options, Report};
use crate::text::{Edit, Span};

/// A fix may make room for another one, but never for ever.
const ROUNDS: usize = 8;

/// The findings that share a byte with `span` or touch it.
pub fn touched(findings: &[Finding], span: Span) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(move |finding| finding.span.start <= span.end && span.start <= finding.span.end)
}

/// Each fix of each finding that `span` touches, in the findings' order.
pub fn fixes(findings: &[Finding], span: Span) -> impl Iterator<Item = (&Finding, &Fix)> {
    touched(findings, span).flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
}

/// A text after its safe fixes.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies the safe fixes of `report` and of what they lead to, as `find` finds them; `None` when
/// there are none.
#[must_use]
pub fn apply_safe(
    report: &Report,
    found: &[Finding],
    options: &Options,
    find: impl Fn(&Report) -> Vec<Finding>,
) -> Option<Fixed> {
    let mut fixed = Fixed { text: report.source.to_string(), applied: 0 };
    let mut memo = Memo::default();
    let mut edits = safe_edits(found, &fixed.text);
    for _ in 0..ROUNDS {
        if edits.is_empty() {
            break;
        }
        fixed.applied += edits.len();
        fixed.text = Edit::apply_all(&fixed.text, &edits.concat());
        let report = Report::read(&fixed.text, options, &mut memo);
        memo.turn();
        edits = safe_edits(&find(&report), &fixed.text);
    }
    (fixed.applied > 0 && fixed.text != *report.source).then_some(fixed)
}

/// The edits of every safe fix that can be applied together: the first of a finding's fixes,
/// whole or not at all, in document order. A fix after which a figure of `text` would be read
/// otherwise is not taken (`...6%` is no `……6%` to a reader of figures).
fn safe_edits(findings: &[Finding], text: &str) -> Vec<Vec<Edit>> {
    let mut taken: Vec<Vec<Edit>> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe && !fix.edits.is_empty()) else { continue };
        let clashes = |edit: &Edit| taken.iter().flatten().any(|other| clash(edit, other));
        if !fix.edits.iter().any(clashes) {
            taken.push(fix.edits.clone());
        }
    }
    let before = figures(text);
    let keeps = |edits: &[Edit]| figures(&Edit::apply_all(text, edits)) == before;
    if !taken.is_empty() && !keeps(&taken.concat()) {
        taken.retain(|edits| keeps(edits));
        // Each alone keeps them, all together do not: nothing is certain.
        if !keeps(&taken.concat()) {
            taken.clear();
        }
    }
    taken
}

/// Whether two edits overlap or touch: which comes first would be a guess.
fn clash(one: &Edit, other: &Edit) -> bool {
    one.span.start <= other.span.end && other.span.start <= one.span.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{self, ALL, Findings, Message, Policy};
    use proptest::prelude::*;

    #[test]
    fn only_what_the_place_touches_is_offered() {
        let mut found = Findings::new(ALL.first().copied().unwrap());
        for start in [0, 10, 20] {
            let span = Span::new(start, start + 5);
            let title = Message::new(start.to_string(), start.to_string());
            found.report(span, title.clone()).safe_fix(title, vec![Edit::delete(span)]);
        }
        let found = found.into_vec();
        let at = |start, end| -> Vec<String> {
            fixes(&found, Span::new(start, end)).map(|(_, fix)| fix.title.zh.clone()).collect()
        };
        assert_eq!(at(2, 2), ["0"]);
        assert_eq!(at(5, 5), ["0"], "a cursor touches what it stands behind");
        assert_eq!(at(6, 9), [""; 0]);
        assert_eq!(at(4, 30), ["0", "10", "20"]);
    }

    #[test]
    fn fixes_that_touch_wait_for_the_next_round_and_unsafe_ones_for_a_person() {
        let mut found = Findings::new(ALL[0]);
        let message = || Message::new("", "");
        let edit = |start, end| vec![Edit::replace(Span::new(start, end), "x")];
        found.report(Span::new(0, 2), message()).safe_fix(message(), edit(0, 2));
        found.report(Span::new(2, 3), message()).safe_fix(message(), edit(2, 3));
        found.report(Span::new(4, 5), message()).fix(message(), edit(4, 5));
        found.report(Span::new(6, 7), message()).safe_fix(message(), edit(6, 7));
        let spans: Vec<Span> = safe_edits(&found.into_vec(), "\u{4E00}\u{4E00}\u{4E00}")
            .concat()
            .into_iter()
            .map(|edit| edit.span)
            .collect();
        assert_eq!(spans, [Span::new(0, 2), Span::new(6, 7)]);
    }

    /// A line of a draft with all that safe fixes mend around figures.
    fn line() -> impl Strategy<Value = String> {
        let starts = vec!["", "一、抓好", "（一）、抓好", "(二)抓好", "1、抓好"];
        let words = vec![
            "\"",
            "“",
            "”",
            "--",
            "——",
            "-",
            " ",
            "\u{3000}",
            "抓好项目",
            "地区生产总值",
            "928亿元",
            "增长6.5%",
            "近50多家",
            "约300人左右",
            "6%-8%",
            "3.5万",
            "10，000人",
            "５户",
            "三分之一",
            "，",
            "。",
            ",",
            "。。",
            "...",
            "〔2031〕1号",
            "[2031]2号",
            "2030年",
            "(",
            ")",
            "《",
            "》",
        ];
        let words = prop::collection::vec(prop::sample::select(words), 0..10);
        (prop::sample::select(starts), words).prop_map(|(start, words)| format!("{start}{}", words.concat()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
        #[test]
        fn safe_fixes_never_change_the_value_of_a_number(lines in prop::collection::vec(line(), 1..7)) {
            let head = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n";
            let text = format!("{head}{}", lines.join("\n"));
            let options = Options::default();
            let report = Report::read(&text, &options, &mut Memo::default());
            let find = |report: &Report| checks::run(report, &Policy::default());
            if let Some(fixed) = apply_safe(&report, &find(&report), &options, find) {
                let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
                prop_assert_eq!(digits(&text), digits(&fixed.text));
                prop_assert_eq!(figures(&text), figures(&fixed.text), "{}\n{}", text, fixed.text);
            }
        }
    }
}
