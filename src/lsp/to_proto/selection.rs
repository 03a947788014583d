//! Growing selections as nested ranges.

use lsp_types::SelectionRange;

use crate::lsp::position::Places;
use crate::text::Span;

/// The ranges around one position, from the smallest outwards; the empty one at `offset` where
/// nothing lies around it.
#[must_use]
pub fn selection(around: &[Span], offset: usize, places: &Places<'_>) -> SelectionRange {
    let nest = |parent: Option<SelectionRange>, span: &Span| {
        Some(SelectionRange { range: places.range(*span), parent: parent.map(Box::new) })
    };
    let nested = around.iter().rev().fold(None, nest);
    nested.unwrap_or_else(|| SelectionRange { range: places.range(Span::at(offset)), parent: None })
}
