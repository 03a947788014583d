//! Fixes, and the acceptance of a finding, as quick-fix code actions.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CreateFile, CreateFileOptions,
    Diagnostic, DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    ResourceOp, TextDocumentEdit, TextEdit, Url, WorkspaceEdit,
};

use super::diagnostics::diagnostic;
use crate::checks::{Finding, Fix};
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;
use crate::report::Report;
use crate::text::{Edit, LineIndex};
use crate::workspace::Entry;

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
    if !peer.action_literals || !asked(context, &CodeActionKind::QUICKFIX) {
        return Vec::new();
    }
    fixes
        .map(|(finding, fix)| CodeActionOrCommand::CodeAction(action(finding, fix, context, target, peer)))
        .collect()
}

/// Whether the client asks for actions of this kind: kinds are hierarchical, `""` is all of them.
#[must_use]
pub fn asked(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let holds = |wanted: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
    };
    context.only.as_ref().is_none_or(|kinds| kinds.iter().any(holds))
}

fn action(
    finding: &Finding,
    fix: &Fix,
    context: &CodeActionContext,
    target: Target<'_>,
    peer: &Peer,
) -> CodeAction {
    CodeAction {
        title: peer.locale.say(&fix.title).to_owned(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![solved(finding, context, target, peer)]),
        edit: Some(edit(&fix.edits, target, peer)),
        is_preferred: (peer.preferred && fix.safe).then_some(true),
        ..CodeAction::default()
    }
}

/// The diagnostic that an action is for.
fn solved(finding: &Finding, context: &CodeActionContext, target: Target<'_>, peer: &Peer) -> Diagnostic {
    let own = diagnostic(finding, target.uri, &target.places, peer);
    // The client's own object where it sent it: editors match by content.
    let same =
        |sent: &&Diagnostic| sent.range == own.range && sent.code == own.code && sent.message == own.message;
    context.diagnostics.iter().find(same).cloned().unwrap_or_else(|| own.clone())
}

/// The edits, bound to the analysed version where the client understands versions.
#[must_use]
pub fn edit(edits: &[Edit], target: Target<'_>, peer: &Peer) -> WorkspaceEdit {
    let edits: Vec<TextEdit> = edits
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

/// The kind of the action that applies every safe fix.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.dinggao");

/// The action that applies every safe fix of a document: with its edit, or without where the
/// client asks for it later.
#[must_use]
pub fn fix_all(edit: Option<WorkspaceEdit>, target: Target<'_>, peer: &Peer) -> CodeActionOrCommand {
    let title = peer.locale.pick("修正全文可以自动修正的问题", "Apply every safe fix of the document");
    CodeActionOrCommand::CodeAction(CodeAction {
        title: title.to_owned(),
        kind: Some(FIX_ALL),
        data: edit.is_none().then(|| serde_json::json!({ "uri": target.uri })),
        edit,
        ..CodeAction::default()
    })
}

/// The file in which accepted findings are written down.
#[derive(Clone, Copy, Debug)]
pub struct Register<'a> {
    /// Its name.
    pub uri: &'a Url,
    /// What stands in it; `None` where there is no such file yet.
    pub text: Option<&'a str>,
    /// What the document is called in it.
    pub name: &'a str,
    /// The day, as 2026-01-31.
    pub date: &'a str,
}

/// One action a finding that writes it down as accepted; none where the register is broken or the
/// client could not create it.
pub fn acceptances<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    report: &Report,
    register: Register<'_>,
    context: &CodeActionContext,
    target: Target<'_>,
    peer: &Peer,
) -> Vec<CodeActionOrCommand> {
    if !peer.action_literals || !asked(context, &CodeActionKind::QUICKFIX) {
        return Vec::new();
    }
    findings
        .filter_map(|finding| {
            let entry = Entry::new(register.name, report, finding, register.date);
            let rule = finding.rule.name;
            let zh = format!("接受此处\u{FF0C}不再提示 {rule}\u{2026}");
            let en = format!("Accept this finding ({rule})\u{2026}");
            Some(CodeActionOrCommand::CodeAction(CodeAction {
                title: peer.locale.pick(&zh, &en).to_owned(),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![solved(finding, context, target, peer)]),
                edit: Some(acceptance(&entry, register, peer)?),
                ..CodeAction::default()
            }))
        })
        .collect()
}

/// An insertion that leaves whatever stands in the register, after the file was created where
/// there is none; `None` where the register is broken or the client could not create it.
#[must_use]
pub fn acceptance(entry: &Entry, register: Register<'_>, peer: &Peer) -> Option<WorkspaceEdit> {
    let able = register.text.is_some() || (peer.document_changes && peer.creates);
    let text = register.text.filter(|_| able).or_else(|| able.then_some(""))?;
    let insertion = entry.insertion(text)?;
    let lines = LineIndex::new(text);
    let range = Places::new(text, &lines, peer.encoding).range(insertion.span);
    let edits = vec![TextEdit::new(range, insertion.new_text)];
    if !peer.document_changes {
        return Some(WorkspaceEdit::new(HashMap::from([(register.uri.clone(), edits)])));
    }
    let create = DocumentChangeOperation::Op(ResourceOp::Create(CreateFile {
        uri: register.uri.clone(),
        options: Some(CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) }),
        annotation_id: None,
    }));
    let change = DocumentChangeOperation::Edit(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri: register.uri.clone(), version: None },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    });
    let operations = if register.text.is_none() { vec![create, change] } else { vec![change] };
    let document_changes = Some(DocumentChanges::Operations(operations));
    Some(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
}
