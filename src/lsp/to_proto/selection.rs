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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lsp::position::PositionEncoding;
    use crate::text::LineIndex;
    use lsp_types::{Position, Range};

    #[test]
    fn where_nothing_lies_around_the_place_itself_is_selected() {
        let text = "甲\r\n\u{20BB7}乙";
        let lines = LineIndex::new(text);
        for (encoding, character) in
            [(PositionEncoding::Utf8, 4), (PositionEncoding::Utf16, 2), (PositionEncoding::Utf32, 1)]
        {
            let places = Places::new(text, &lines, encoding);
            let here = Position::new(1, character);
            let answer = selection(&[], "甲\r\n\u{20BB7}".len(), &places);
            assert_eq!(answer, SelectionRange { range: Range::new(here, here), parent: None });
        }
    }
}
