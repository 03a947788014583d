//! Code actions: fixes, refactorings, every safe fix at once, and the acceptance of findings.

use lsp_types::{CodeAction, CodeActionContext, CodeActionOrCommand, Range, WorkspaceEdit};

use super::publisher::Analysis;
use super::register::{self, Register};
use super::session::Session;
use crate::features::{fixes, refactorings};
use crate::lsp::to_proto::actions::{self, Target};
use crate::lsp::to_proto::refactorings as to_proto;
use crate::text::Edit;

/// The actions on offer at a range. Reads a file: not for a handler's own thread.
pub(super) fn offered(
    it: &Analysis,
    session: &Session,
    range: Range,
    context: &CodeActionContext,
) -> Vec<CodeActionOrCommand> {
    let span = it.places().span(range);
    let target = target(it);
    let mut all = actions::actions(fixes::fixes(&it.findings, span), context, target, &it.peer);
    all.extend(to_proto::actions(refactorings::refactorings(&it.report, span), context, target, &it.peer));
    // Where its edit cannot come later it costs a reading of the text: only on demand.
    let wanted = actions::asked(context, &actions::FIX_ALL) && (it.peer.lazy_edits || context.only.is_some());
    let mendable = || it.findings.iter().any(|finding| finding.fixes.iter().any(|fix| fix.safe));
    if it.peer.action_literals && wanted && mendable() {
        let edit = if it.peer.lazy_edits { None } else { Some(fix_all(it)) };
        all.push(actions::fix_all(edit, target, &it.peer));
    }
    if let Some(Register { uri, text, name }) = Register::of(it, session) {
        let (text, date) = (text.as_deref(), register::today());
        let register = actions::Register { uri: &uri, text, name: &name, date: &date };
        let touched = fixes::touched(&it.findings, span);
        all.extend(actions::acceptances(touched, &it.report, register, context, target, &it.peer));
    }
    all
}

/// An action with its edit.
pub(super) fn resolved(it: &Analysis, action: CodeAction) -> CodeAction {
    let edit = (action.kind == Some(actions::FIX_ALL)).then(|| fix_all(it));
    CodeAction { edit: edit.or(action.edit), ..action }
}

/// The document that an action changes.
pub(super) fn target(it: &Analysis) -> Target<'_> {
    Target { uri: &it.uri, version: it.version, places: it.places() }
}

/// Every safe fix, and those that they make room for.
fn fix_all(it: &Analysis) -> WorkspaceEdit {
    let find = |report: &_| it.find(report);
    let fixed = fixes::apply_safe(&it.report, &it.findings, &it.configuration.options, find);
    let edits = fixed.map(|fixed| Edit::between(&it.report.source, &fixed.text)).unwrap_or_default();
    actions::edit(&edits, target(it), &it.peer)
}
