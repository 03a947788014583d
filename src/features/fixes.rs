//! Corrections on offer at a place: those of the findings that it touches.

use crate::checks::{Finding, Fix};
use crate::text::Span;

/// Each fix of each finding that shares a byte with `span` or touches it, in the findings' order.
pub fn fixes(findings: &[Finding], span: Span) -> impl Iterator<Item = (&Finding, &Fix)> {
    findings
        .iter()
        .filter(move |finding| finding.span.start <= span.end && span.start <= finding.span.end)
        .flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{ALL, Findings, Message};
    use crate::text::Edit;

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
}
