//! Tables in a draft (Markdown rows, or cells between tabs): rows, cells and the figures in them.
//! Where cells stand; no rule lives here.

use super::phrase::{Line, lines};
use crate::quantity::Quantity;
use crate::report::Report;
use crate::text::Span;

/// One row of a table.
pub(super) struct Row<'a> {
    /// The line it stands on.
    pub(super) line: Line<'a>,
    /// Its cells, relative to the line.
    pub(super) cells: Vec<Span>,
}

/// The tables of a report: runs of neighbouring lines with the same number of cells, at least three.
pub(super) fn tables(report: &Report) -> Vec<Vec<Row<'_>>> {
    let mut found: Vec<Vec<Row<'_>>> = Vec::new();
    let mut run: Vec<Row<'_>> = Vec::new();
    let mut last = usize::MAX;
    for line in lines(report) {
        let cells = cells(line.text);
        let joins =
            run.last().is_some_and(|row| row.cells.len() == cells.len()) && follows(report, last, &line);
        if !joins || cells.len() < 2 {
            found.push(std::mem::take(&mut run));
        }
        last = line.absolute(Span::at(line.text.len())).end;
        if cells.len() >= 2 {
            run.push(Row { line, cells });
        }
    }
    found.push(run);
    found.retain(|rows| rows.len() >= 3);
    found
}

/// Whether nothing but line ends stands between the last row and this one.
fn follows(report: &Report, last: usize, line: &Line<'_>) -> bool {
    let start = line.absolute(Span::at(0)).start;
    last <= start && report.text(Span::new(last, start)).trim().is_empty()
}

/// The cells of a row; none where the line is no row.
fn cells(text: &str) -> Vec<Span> {
    let mark = if text.trim_start().starts_with('|') {
        '|'
    } else if text.contains('\t') {
        '\t'
    } else {
        return Vec::new();
    };
    let inner = if mark == '|' { text.trim().trim_matches('|') } else { text.trim_matches('\n') };
    let Some(offset) = text.find(inner) else { return Vec::new() };
    let mut start = offset;
    inner
        .split(mark)
        .map(|cell| {
            let span = Span::new(start, start + cell.len());
            start += cell.len() + mark.len_utf8();
            span
        })
        .collect()
}

impl<'a> Row<'a> {
    /// The text of a cell, trimmed.
    pub(super) fn text(&self, column: usize) -> &'a str {
        self.cells.get(column).map_or("", |cell| cell.of(self.line.text)).trim_matches([' ', '*', '\u{3000}'])
    }

    /// The only figure of a cell that holds nothing else.
    pub(super) fn figure(&self, column: usize) -> Option<&'a Quantity> {
        let cell = self.cells.get(column)?;
        let range = self.line.figures_in(*cell);
        let figure = self.line.figures.get(range.start)?;
        let text = self.text(column);
        (range.len() == 1 && self.line.print(figure) == text).then_some(figure)
    }

    /// The row between head and body of a Markdown table.
    pub(super) fn is_rule(&self) -> bool {
        self.cells.iter().all(|cell| cell.of(self.line.text).chars().all(|c| "-: ".contains(c)))
    }
}
