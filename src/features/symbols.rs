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
            let title = heading.words(&report.source);
            let title = title.trim();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn ranges_nest_and_end_at_the_last_word() {
        let text = "政府工作报告\n一、2024年工作回顾\n(一)动能转换不断加快。坚持创新。\n新建道路3公里。\n\n二、2025年工作安排\n1.抓项目\n抓好项目。\n\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let tree = symbols(&report);
        let names: Vec<&str> = tree.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["一、2024年工作回顾", "二、2025年工作安排"]);
        assert!(report.text(tree[0].span).ends_with("新建道路3公里。"));
        assert!(report.text(tree[1].span).ends_with("抓好项目。"));
        assert_eq!(tree[0].children[0].name, "(一)动能转换不断加快");
        assert_eq!(tree[1].children[0].name, "1. 抓项目");
        for symbol in &tree {
            assert!(symbol.span.contains(symbol.selection));
            assert!(symbol.children.iter().all(|child| symbol.span.contains(child.span)));
        }
        assert_eq!(symbols(&Report::read("", &Options::default(), &mut Memo::default())), []);
    }
}
