//! The outline as a tree: what the editor shows beside the text.

use crate::report::Report;
use crate::text::Span;

/// A heading with the headings below it. Spans are absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Number and title as printed (`一、2016年工作回顾`), never empty.
    pub name: String,
    /// The heading's level, from 1.
    pub level: u8,
    /// From the heading to the last character of its section that is no white space; holds
    /// `selection` and the children.
    pub span: Span,
    /// Number and title.
    pub selection: Span,
    /// Headings below it, in document order.
    pub children: Vec<Symbol>,
}

/// The heading tree of the report.
#[must_use]
pub fn symbols(report: &Report) -> Vec<Symbol> {
    below(report, None, Span::new(0, report.source.len()))
}

/// The symbols under a heading, kept inside `outer`.
fn below(report: &Report, parent: Option<usize>, outer: Span) -> Vec<Symbol> {
    let indexes: Vec<usize> = report.outline.children(parent).collect();
    indexes
        .into_iter()
        .filter_map(|index| {
            let heading = report.outline.headings.get(index)?;
            let number = heading.number.map_or("", |span| report.text(span)).trim();
            let title = report.text(heading.title).trim();
            let gap = if number.ends_with('.') { " " } else { "" };
            let mut name = format!("{number}{gap}{title}").trim().to_owned();
            if name.is_empty() {
                name = report.text(heading.span).trim().to_owned();
            }
            let section = Span::new(heading.span.start, heading.section.end.min(outer.end));
            let end = section.start + report.text(section).trim_end().len();
            let span = Span::new(section.start, end).cover(heading.span);
            let children = below(report, Some(index), span);
            let selection = heading.span;
            (!name.is_empty()).then_some(Symbol { name, level: heading.level, span, selection, children })
        })
        .collect()
}
