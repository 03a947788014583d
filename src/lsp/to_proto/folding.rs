//! Folds as folding ranges: whole lines, which every client takes.

use lsp_types::{FoldingRange, FoldingRangeKind};

use crate::features::folding::{Fold, FoldKind};

/// The answer to `textDocument/foldingRange`.
#[must_use]
pub fn folding(folds: Vec<Fold>) -> Vec<FoldingRange> {
    let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
    folds
        .into_iter()
        .map(|fold| FoldingRange {
            start_line: line(fold.first),
            end_line: line(fold.last),
            kind: Some(match fold.kind {
                FoldKind::Section | FoldKind::List | FoldKind::Glossary => FoldingRangeKind::Region,
                FoldKind::FrontMatter | FoldKind::Boilerplate => FoldingRangeKind::Comment,
            }),
            ..FoldingRange::default()
        })
        .collect()
}
