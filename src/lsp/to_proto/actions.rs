//! Fixes as quick-fix code actions.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Diagnostic, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Url, WorkspaceEdit,
};

use super::diagnostics::diagnostic;
use crate::checks::{Finding, Fix};
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;

/// The document that an action changes.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Its name.
    pub uri: &'a Url,
    /// The version that was analysed: the edits hold for no other.
    pub version: i32,
    /// Its positions.
    pub places: Places<'a>,
}

/// The answer to `textDocument/codeAction`: one action a fix, none where the client asks for
/// other kinds or could not show a literal.
pub fn actions<'a>(
    fixes: impl Iterator<Item = (&'a Finding, &'a Fix)>,
    context: &CodeActionContext,
    target: Target<'_>,
    peer: &Peer,
) -> Vec<CodeActionOrCommand> {
    if !peer.action_literals || !wanted(context) {
        return Vec::new();
    }
    fixes
        .map(|(finding, fix)| CodeActionOrCommand::CodeAction(action(finding, fix, context, target, peer)))
        .collect()
}

/// Whether the client asks for quick fixes: kinds are hierarchical, `""` is all of them.
fn wanted(context: &CodeActionContext) -> bool {
    context.only.as_ref().is_none_or(|kinds| {
        kinds.iter().any(|kind| *kind == CodeActionKind::EMPTY || *kind == CodeActionKind::QUICKFIX)
    })
}

fn action(
    finding: &Finding,
    fix: &Fix,
    context: &CodeActionContext,
    target: Target<'_>,
    peer: &Peer,
) -> CodeAction {
    let own = diagnostic(finding, target.uri, &target.places, peer);
    // The client's own object where it sent it: editors match by content.
    let same =
        |sent: &&Diagnostic| sent.range == own.range && sent.code == own.code && sent.message == own.message;
    let solved = context.diagnostics.iter().find(same).cloned().unwrap_or_else(|| own.clone());
    CodeAction {
        title: peer.locale.say(&fix.title).to_owned(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![solved]),
        edit: Some(edit(fix, target, peer)),
        is_preferred: (peer.preferred && fix.safe).then_some(true),
        ..CodeAction::default()
    }
}

/// The edit, bound to the analysed version where the client understands versions.
fn edit(fix: &Fix, target: Target<'_>, peer: &Peer) -> WorkspaceEdit {
    let edits: Vec<TextEdit> = fix
        .edits
        .iter()
        .map(|edit| TextEdit::new(target.places.range(edit.span), edit.new_text.clone()))
        .collect();
    if !peer.document_changes {
        return WorkspaceEdit::new(HashMap::from([(target.uri.clone(), edits)]));
    }
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                uri: target.uri.clone(),
                version: Some(target.version),
            },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        }])),
        ..WorkspaceEdit::default()
    }
}
