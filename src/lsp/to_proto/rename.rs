//! A rename as a workspace edit, and what a rename may begin at.

use std::collections::HashMap;

use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, PrepareRenameResponse, TextDocumentEdit,
    TextEdit, Url, WorkspaceEdit,
};

use crate::features::rename::Renamable;
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;
use crate::text::Edit;

/// The answer to `textDocument/prepareRename`.
#[must_use]
pub fn prepared(renamable: Renamable, places: &Places<'_>) -> PrepareRenameResponse {
    let range = places.range(renamable.span);
    PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: renamable.printed }
}

/// The answer to `textDocument/rename`: for the version that was read, where the client can say so.
#[must_use]
pub fn edit(edits: &[Edit], uri: &Url, version: i32, places: &Places<'_>, peer: &Peer) -> WorkspaceEdit {
    let edits: Vec<TextEdit> =
        edits.iter().map(|edit| TextEdit::new(places.range(edit.span), edit.new_text.clone())).collect();
    if !peer.document_changes {
        return WorkspaceEdit::new(HashMap::from([(uri.clone(), edits)]));
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: Some(version) };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }])),
        ..WorkspaceEdit::default()
    }
}
