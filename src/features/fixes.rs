//! Corrections: those on offer at a place, and every safe one applied to a text.

use crate::checks::{Finding, Fix};
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
    let mut edits = safe_edits(found);
    let mut fixed = Fixed { text: report.source.to_string(), applied: 0 };
    let mut memo = Memo::default();
    for _ in 0..ROUNDS {
        if edits.is_empty() {
            break;
        }
        fixed.applied += edits.len();
        fixed.text = Edit::apply_all(&fixed.text, &edits.concat());
        let report = Report::read(&fixed.text, options, &mut memo);
        memo.turn();
        edits = safe_edits(&find(&report));
    }
    (fixed.applied > 0 && fixed.text != *report.source).then_some(fixed)
}

/// The edits of every safe fix that can be applied together: the first of a finding's fixes,
/// whole or not at all, in document order.
fn safe_edits(findings: &[Finding]) -> Vec<Vec<Edit>> {
    let mut taken: Vec<Vec<Edit>> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe && !fix.edits.is_empty()) else { continue };
        let clashes = |edit: &Edit| taken.iter().flatten().any(|other| clash(edit, other));
        if !fix.edits.iter().any(clashes) {
            taken.push(fix.edits.clone());
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
    use crate::checks::{ALL, Findings, Message};

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
        let spans: Vec<Span> =
            safe_edits(&found.into_vec()).concat().into_iter().map(|edit| edit.span).collect();
        assert_eq!(spans, [Span::new(0, 2), Span::new(6, 7)]);
    }
}
