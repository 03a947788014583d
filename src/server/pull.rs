//! Diagnostics that the client asks for: of a document, and of every draft of the folders, in parts as they
//! are found.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use lsp_types::{
    NumberOrString, Url, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDocumentDiagnosticReport,
};
use serde_json::json;
use tower_lsp::Client;

use super::index::{self, Index};
use super::progress::{Work, part};
use super::roots;
use super::session::Session;
use crate::lsp::to_proto::reports;

/// How long parts of a result are gathered before they are sent.
const BEAT: Duration = Duration::from_millis(100);

/// Stops the walk through the folders when the request is cancelled.
struct StopOnDrop(Arc<AtomicBool>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The answer to `workspace/diagnostic`: every draft, what the client has open as it has it. With a token
/// for parts everything goes there, and the answer itself is empty.
pub(super) async fn workspace(
    session: &Arc<Session>,
    index: &Index,
    client: &Client,
    params: WorkspaceDiagnosticParams,
) -> WorkspaceDiagnosticReport {
    let stop = StopOnDrop(Arc::default());
    let mut previous: BTreeMap<Url, String> =
        params.previous_result_ids.into_iter().map(|known| (known.uri, known.value)).collect();
    let title =
        session.peer().locale.pick("定稿：核对文件夹中的文稿", "dinggao: checking the drafts of the folders");
    let mut work = match params.work_done_progress_params.work_done_token {
        Some(token) => Some(Work::asked(client, token, title).await),
        None => None,
    };
    let mut parts = Parts::new(client, params.partial_result_params.partial_result_token);
    let mut open: BTreeMap<PathBuf, Url> = BTreeMap::new();
    for uri in session.open_documents() {
        open.extend(roots::path(&uri).map(|path| (path, uri)));
    }
    let files = index::discover(session, &stop.0).await;
    for (done, path) in files.iter().enumerate() {
        match open.get(path) {
            Some(uri) => {
                if let Some(it) = session.analysis(uri).await {
                    let (known, id) = (previous.remove(uri), reports::result_id(&it.diagnostics));
                    let version = Some(it.version);
                    let report =
                        reports::workspace(uri.clone(), version, known.as_deref(), id, &it.diagnostics);
                    parts.add(report).await;
                }
            }
            None => {
                if let Some(it) = index.look(session, path).await.filter(|indexed| indexed.draft) {
                    let (known, id) = (previous.remove(&it.uri), it.result_id.clone());
                    let report =
                        reports::workspace(it.uri.clone(), None, known.as_deref(), id, &it.diagnostics);
                    parts.add(report).await;
                }
            }
        }
        if let Some(work) = &mut work {
            work.report(done + 1, files.len()).await;
        }
    }
    // What the client still shows of files that are gone, or are no drafts any longer, goes.
    let empty = reports::result_id(&[]);
    for (uri, value) in previous {
        if value != empty && !open.values().any(|open| *open == uri) {
            parts.add(reports::workspace(uri, None, None, empty.clone(), &[])).await;
        }
    }
    let report = parts.finish().await;
    if let Some(work) = work {
        work.end().await;
    }
    report
}

/// A result that is sent in parts, where the client takes them.
struct Parts<'a> {
    client: &'a Client,
    token: Option<NumberOrString>,
    gathered: Vec<WorkspaceDocumentDiagnosticReport>,
    sent: Instant,
}

impl<'a> Parts<'a> {
    fn new(client: &'a Client, token: Option<NumberOrString>) -> Self {
        Self { client, token, gathered: Vec::new(), sent: Instant::now() }
    }

    async fn add(&mut self, report: WorkspaceDocumentDiagnosticReport) {
        self.gathered.push(report);
        if self.token.is_some() && self.sent.elapsed() >= BEAT {
            self.send().await;
        }
    }

    async fn send(&mut self) {
        let Some(token) = &self.token else { return };
        let items = std::mem::take(&mut self.gathered);
        if !items.is_empty() {
            part(self.client, token, json!({"items": items})).await;
        }
        self.sent = Instant::now();
    }

    async fn finish(mut self) -> WorkspaceDiagnosticReport {
        self.send().await;
        WorkspaceDiagnosticReport { items: self.gathered }
    }
}
