//! Refactorings as code actions.

use lsp_types::{CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand};

use super::actions::{Target, asked, edit};
use crate::features::refactorings::Refactoring;
use crate::lsp::capabilities::Peer;

/// One action a refactoring; none where the client asks for other kinds or cannot show a literal.
#[must_use]
pub fn actions(
    refactorings: Vec<Refactoring>,
    context: &CodeActionContext,
    target: Target<'_>,
    peer: &Peer,
) -> Vec<CodeActionOrCommand> {
    if !peer.action_literals || !asked(context, &CodeActionKind::REFACTOR_REWRITE) {
        return Vec::new();
    }
    let action = |refactoring: Refactoring| {
        CodeActionOrCommand::CodeAction(CodeAction {
            title: peer.locale.say(&refactoring.title).to_owned(),
            kind: Some(CodeActionKind::REFACTOR_REWRITE),
            edit: Some(edit(&refactoring.edits, target, peer)),
            ..CodeAction::default()
        })
    };
    refactorings.into_iter().map(action).collect()
}
