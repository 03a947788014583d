//! Execution of commands: texts are returned, edits are asked of the client, without waiting for it
//! in a handler.

use std::time::Duration;

use lsp_types::{Range, Url, WorkspaceEdit};
use serde_json::{Value, json};
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};

use super::actions;
use super::backend::Backend;
use super::publisher::Analysis;
use super::register::{self, Register};
use crate::checks;
use crate::features::{ledger, refactorings};
use crate::lsp::commands::Command;
use crate::lsp::to_proto::actions as to_proto;
use crate::lsp::to_proto::ledger::export;
use crate::workspace::Entry;

/// How long a client may take to make an edit before nobody waits for its answer.
const PATIENCE: Duration = Duration::from_secs(60);

impl Backend {
    /// Executes a command. An edit is sent to the client; whether there was one is the answer.
    pub(super) async fn execute(&self, command: Command) -> Result<Option<Value>> {
        let (uri, edit) = match command {
            Command::Page { rule } => return page(&rule).map(Some),
            Command::Export { uri, format } => {
                let text = self.ask(&uri, move |it| {
                    export(&ledger::ledger(&it.report), &it.report, format, it.peer.locale)
                });
                return Ok(text.await?.map(Value::String));
            }
            Command::Renumber { uri, position } => {
                let edit = self.ask(&uri, move |it| {
                    let edits = match position {
                        None => refactorings::renumber_all(&it.report),
                        Some(position) => {
                            refactorings::renumber_around(&it.report, it.places().offset(position))
                        }
                    };
                    (!edits.is_empty()).then(|| to_proto::edit(&edits, actions::target(it), &it.peer))
                });
                let edit = edit.await?.flatten();
                (uri, edit)
            }
            Command::Accept { uri, rule, range } => {
                let session = self.session();
                let edit =
                    self.ask(&uri, move |it| acceptance(it, Register::of(it, &session)?, &rule, range));
                let edit = edit.await?.flatten();
                (uri, edit)
            }
        };
        if !self.session().peer().applies_edits {
            return Err(Error::invalid_params("the client makes no edits that it is asked for"));
        }
        let found = edit.is_some();
        if let Some(edit) = edit {
            tokio::spawn(apply(self.client(), uri, edit));
        }
        Ok(Some(json!(found)))
    }
}

/// Asks the client to make an edit.
async fn apply(client: Client, uri: Url, edit: WorkspaceEdit) {
    match tokio::time::timeout(PATIENCE, client.apply_edit(edit)).await {
        Ok(Ok(answer)) if answer.applied => {}
        Ok(Ok(answer)) => {
            let why = answer.failure_reason.unwrap_or_default();
            eprintln!("dinggao lsp: an edit of {uri} was not made: {why}");
        }
        Ok(Err(error)) => eprintln!("dinggao lsp: an edit of {uri} was not made: {error}"),
        Err(_) => eprintln!("dinggao lsp: the client did not say whether it made an edit of {uri}"),
    }
}

/// The page of a rule in Markdown.
fn page(rule: &str) -> Result<Value> {
    let rule = checks::rule(rule).ok_or_else(|| Error::invalid_params(format!("no rule {rule}")))?;
    Ok(Value::String(rule.page()))
}

/// The edit that writes a finding down as accepted.
fn acceptance(it: &Analysis, register: Register, rule: &str, range: Range) -> Option<WorkspaceEdit> {
    let places = it.places();
    let mut findings = it.findings.iter();
    let finding = findings.find(|it| it.rule.name == rule && places.range(it.span) == range)?;
    let Register { uri, text, name } = register;
    let date = register::today();
    let entry = Entry::new(&name, &it.report, finding, &date);
    let register = to_proto::Register { uri: &uri, text: text.as_deref(), name: &name, date: &date };
    to_proto::acceptance(&entry, register, &it.peer)
}
