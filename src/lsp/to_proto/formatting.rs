//! Edits of one document as the protocol's.

use lsp_types::TextEdit;

use crate::lsp::position::Places;
use crate::text::Edit;

/// The edits, in their order.
#[must_use]
pub fn edits(edits: &[Edit], places: &Places<'_>) -> Vec<TextEdit> {
    edits.iter().map(|edit| TextEdit::new(places.range(edit.span), edit.new_text.clone())).collect()
}
