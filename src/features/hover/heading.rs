//! A heading: its section in numbers.

use crate::report::Report;
use crate::text::Span;

/// A heading's section in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Number and title (absolute).
    pub span: Span,
    /// Number and title as printed.
    pub title: String,
    /// Paragraphs with text, its own line included.
    pub paragraphs: usize,
    /// Characters that are no white space.
    pub characters: usize,
    /// Figures.
    pub figures: usize,
    /// Headings directly below it.
    pub children: usize,
}

/// The heading that is hit.
pub(super) fn find(report: &Report, hit: &dyn Fn(Span) -> bool) -> Option<Section> {
    let (index, heading) =
        report.outline.headings.iter().enumerate().find(|(_, heading)| hit(heading.span))?;
    let statistics = report.statistics(heading.section);
    Some(Section {
        span: heading.span,
        title: report.text(heading.span).trim().to_owned(),
        paragraphs: statistics.paragraphs,
        characters: statistics.characters,
        figures: statistics.figures,
        children: report.outline.children(Some(index)).count(),
    })
}
