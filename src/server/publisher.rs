//! Reads drafts on threads of their own, always the newest state, and hands what was found to
//! the session, which decides what the client is told. Nothing here waits for the client but the
//! one task that posts.

use std::sync::{Arc, Mutex, PoisonError};

use lsp_types::{Diagnostic, SemanticToken, TextEdit, Url};
use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::Client;

use super::roots;
use super::session::{Publication, Session, Ticket};
use crate::checks::{self, Finding};
use crate::features::{formatting, tokens};
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;
use crate::lsp::to_proto;
use crate::report::{Memo, Report};
use crate::text::{Span, Text};
use crate::workspace::{self, Accepted, Configuration};

/// As many bytes of a text that is too large say whether it is a draft.
const HEAD: usize = 64 * 1024;

/// A state of a document to be read.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) uri: Url,
    pub(super) version: i32,
    pub(super) stamp: u64,
    pub(super) text: Text,
    /// Its user says that it is a draft.
    pub(super) declared: bool,
    pub(super) memo: Arc<Mutex<Memo>>,
    pub(super) peer: Arc<Peer>,
    pub(super) configuration: Arc<Configuration>,
    pub(super) accepted: Arc<Accepted>,
}

/// A state of a document that was read.
#[derive(Debug)]
pub(super) struct Analysis {
    pub(super) uri: Url,
    pub(super) version: i32,
    /// A policy draft: only these are spoken about.
    pub(super) draft: bool,
    pub(super) report: Report,
    pub(super) findings: Vec<Finding>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) peer: Arc<Peer>,
    /// What was accepted in its folder.
    pub(super) accepted: Arc<Accepted>,
    /// What it was read with.
    pub(super) configuration: Arc<Configuration>,
}

impl Analysis {
    /// The tokens of the lines that `within` touches.
    pub(super) fn tokens(&self, within: Span) -> Vec<SemanticToken> {
        to_proto::tokens::tokens(&tokens::tokens(&self.report, within), &self.places())
    }

    /// The edits that lay out the lines that `within` touches.
    pub(super) fn formatted(&self, within: Span) -> Vec<TextEdit> {
        to_proto::formatting::edits(&formatting::formatting(&self.report, within), &self.places())
    }

    /// What the rules find in another state of the document, without what was suppressed or
    /// accepted there.
    pub(super) fn find(&self, report: &Report) -> Vec<Finding> {
        find(report, &self.uri, &self.peer, &self.accepted)
    }

    /// Its positions.
    pub(super) fn places(&self) -> Places<'_> {
        Places::new(&self.report.source, &self.report.lines, self.peer.encoding)
    }
}

impl Job {
    /// Reads it. Takes as long as reading takes: on a thread of its own.
    pub(super) fn run(self) -> Analysis {
        let Self { uri, version, text, declared, memo, peer, configuration, accepted, .. } = self;
        let limit = configuration.limit;
        let too_large = limit.refuses(text.len());
        // Of a text that is too large only its beginning is looked at: is it a draft at all?
        let source = if too_large { text.beginning(HEAD) } else { text.to_string() };
        let report = {
            // Only one job a document runs at a time, so nobody waits here.
            let mut memo = memo.lock().unwrap_or_else(PoisonError::into_inner);
            memo.turn();
            Report::read(&source, &configuration.options, &mut memo)
        };
        let excluded = || roots::path(&uri).is_some_and(|path| configuration.excludes(&path));
        let draft = declared || (report.meta.profile.is_some() && !excluded());
        let peer = Arc::new(peer.under(&configuration));
        if too_large {
            let report = Report::read("", &configuration.options, &mut Memo::default());
            let refused = || to_proto::diagnostics::refusal(&limit.refusal(), &peer);
            let diagnostics = draft.then(refused).into_iter().collect();
            let findings = Vec::new();
            return Analysis {
                uri,
                version,
                draft,
                report,
                findings,
                diagnostics,
                peer,
                accepted,
                configuration,
            };
        }
        let findings = if draft { find(&report, &uri, &peer, &accepted) } else { Vec::new() };
        let places = Places::new(&report.source, &report.lines, peer.encoding);
        let diagnostics = to_proto::diagnostics::diagnostics(&findings, &uri, &places, &peer);
        Analysis { uri, version, draft, report, findings, diagnostics, peer, accepted, configuration }
    }
}

/// What the rules find, without what was suppressed or accepted.
fn find(report: &Report, uri: &Url, peer: &Peer, accepted: &Accepted) -> Vec<Finding> {
    let findings = workspace::without_suppressed(report, checks::run(report, &peer.settings.policy));
    let name = roots::path(uri).and_then(|path| accepted.name(&path));
    accepted.without_accepted(name.as_deref(), report, findings).0
}

/// Works on a document until its newest state has been read.
pub(super) async fn drain(session: Arc<Session>, ticket: Ticket) {
    while let Some(job) = session.next_job(&ticket) {
        let stamp = job.stamp;
        // A panic is logged by its hook; the document counts as looked at.
        let analysis = tokio::task::spawn_blocking(move || job.run()).await.ok().map(Arc::new);
        session.finish(&ticket, stamp, analysis);
    }
}

/// Posts publications in their order, for as long as the session lives.
pub(super) async fn post(mut outbox: UnboundedReceiver<Publication>, client: Client) {
    while let Some(Publication { uri, version, diagnostics }) = outbox.recv().await {
        client.publish_diagnostics(uri, diagnostics, version).await;
    }
}
