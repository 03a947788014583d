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
