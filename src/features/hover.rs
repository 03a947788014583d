//! What stands under the cursor.

use crate::report::Report;
use crate::text::Span;

/// Something that a hover explains.
#[derive(Clone, Debug, PartialEq)]
pub enum Hover {
    /// A heading.
    Heading(Section),
}

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

/// What stands at the absolute byte `offset`.
#[must_use]
pub fn hover(report: &Report, offset: usize) -> Option<Hover> {
    heading(report, offset).map(Hover::Heading)
}

/// The heading at `offset`.
fn heading(report: &Report, offset: usize) -> Option<Section> {
    let (index, heading) =
        report.outline.headings.iter().enumerate().find(|(_, heading)| heading.span.touches(offset))?;
    let section = heading.section;
    let parts = || report.paragraphs.iter().filter(|paragraph| paragraph.span().overlaps(section));
    let in_section = |paragraph: &crate::report::Paragraph| {
        let span = |inner: Span| inner.shifted(paragraph.start);
        paragraph.reading.quantities.iter().filter(|quantity| section.contains(span(quantity.span))).count()
    };
    Some(Section {
        span: heading.span,
        title: report.text(heading.span).trim().to_owned(),
        paragraphs: parts().filter(|paragraph| !paragraph.text().trim().is_empty()).count(),
        characters: report.text(section).chars().filter(|c| !c.is_whitespace()).count(),
        figures: parts().map(in_section).sum(),
        children: report.outline.children(Some(index)).count(),
    })
}
