//! What a client sends, in our terms: changes become byte edits.

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentIdentifier, Url};
use serde::Deserialize;
use serde_json::Value;

use super::position::PositionEncoding;
use crate::text::{Edit, Span, Text};

/// The parameters of a request that is about a document as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentParams {
    /// The document.
    pub text_document: TextDocumentIdentifier,
}

/// The document that an item of an answer belongs to, as the item carries it back to us.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DocumentName {
    /// Its name.
    pub uri: Url,
}

/// Applies the changes of one notification, in order: each position counts in the text that
/// the change before it left. A change without a range replaces the whole text. Total.
pub fn apply(text: &mut Text, changes: Vec<TextDocumentContentChangeEvent>, encoding: PositionEncoding) {
    for change in changes {
        match change.range {
            None => *text = Text::new(&change.text),
            Some(range) => {
                let (one, other) =
                    (encoding.offset_in(text, range.start), encoding.offset_in(text, range.end));
                text.apply(&Edit::replace(Span::new(one.min(other), one.max(other)), change.text));
            }
        }
    }
}

/// What a client says in `initialize`, where our types know a capability under its name in a draft of the
/// specification only: `workspace.diagnostics` is read as `workspace.diagnostic`.
pub fn rename_capabilities(params: &mut Value) {
    let Some(workspace) = params.pointer_mut("/capabilities/workspace").and_then(Value::as_object_mut) else {
        return;
    };
    if let Some(diagnostics) = workspace.remove("diagnostics") {
        workspace.insert("diagnostic".to_owned(), diagnostics);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lsp_types::{Position, Range};

    fn change(range: Option<(u32, u32, u32, u32)>, text: &str) -> TextDocumentContentChangeEvent {
        let range = range.map(|(a, b, c, d)| Range::new(Position::new(a, b), Position::new(c, d)));
        TextDocumentContentChangeEvent { range, range_length: None, text: text.into() }
    }

    #[test]
    fn several_changes_count_in_each_others_result() {
        let mut text = Text::new("一\n二\n");
        let changes = vec![
            change(Some((0, 1, 0, 1)), "\n甲"),
            change(Some((1, 0, 1, 1)), "\u{20BB7}"),
            change(Some((1, 2, 99, 0)), "末"),
        ];
        apply(&mut text, changes, PositionEncoding::Utf16);
        assert_eq!(text.to_string(), "一\n\u{20BB7}末");
        apply(&mut text, vec![change(None, "新"), change(Some((0, 9, 0, 0)), "")], PositionEncoding::Utf8);
        assert_eq!(text.to_string(), "");
    }
}
