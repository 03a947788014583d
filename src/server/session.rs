//! Documents and versions. Everything here is synchronous and holds the lock for microseconds:
//! an edit is in before its handler can be overtaken, and reading a draft never happens here.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lsp_types::{Diagnostic, DidChangeTextDocumentParams, TextDocumentItem, Url};
use tokio::sync::{mpsc, watch};

use super::index::Shown;
use super::publisher::{Analysis, Job};
use super::roots::Roots;
use crate::lsp::capabilities::Peer;
use crate::lsp::from_proto;
use crate::report::Memo;
use crate::text::Text;

/// Language id of a document that its user declares to be a draft.
const DRAFT_LANGUAGE: &str = "policy-draft";

/// Diagnostics on their way to the client.
#[derive(Debug, PartialEq)]
pub(super) struct Publication {
    pub(super) uri: Url,
    pub(super) version: Option<i32>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// An opened document that somebody must now analyse until nothing is left to do.
#[derive(Debug)]
pub(super) struct Ticket {
    uri: Url,
    opening: u64,
}

/// How far the analysis of a document has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// The newest state that was looked at.
    stamp: u64,
    /// What was found; `None` before the first, or where the analysis failed.
    analysis: Option<Arc<Analysis>>,
}

#[derive(Debug)]
struct Document {
    /// Stamp of its opening: a document opened again is another one.
    opening: u64,
    /// Stamp of its newest state.
    stamp: u64,
    version: i32,
    text: Text,
    declared: bool,
    memo: Arc<Mutex<Memo>>,
    /// A task is at work on it.
    busy: bool,
    progress: watch::Sender<Progress>,
    /// What the client shows; `None` before the first publication.
    published: Option<Vec<Diagnostic>>,
}

/// The reading of the configurations anew: one at a time, however often it is asked for.
#[derive(Debug)]
struct Rereading {
    /// Counts how often it was asked for.
    asked: u64,
    /// A task is at work on it.
    busy: bool,
    /// Whether the user sees what follows from it.
    shown: Shown,
}

#[derive(Debug)]
struct State {
    peer: Arc<Peer>,
    roots: Roots,
    documents: BTreeMap<Url, Document>,
    /// Counts openings and edits of all documents.
    clock: u64,
    /// Counts configurations.
    generation: u64,
    rereading: Rereading,
    outbox: mpsc::UnboundedSender<Publication>,
}

impl State {
    fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }
}

/// What the server knows of one client.
#[derive(Debug)]
pub(super) struct Session {
    state: Mutex<State>,
}

impl Session {
    /// A session whose diagnostics go to `outbox`, in the order decided under the lock.
    pub(super) fn new(outbox: mpsc::UnboundedSender<Publication>) -> Self {
        let (peer, roots, documents) = (Arc::default(), Roots::default(), BTreeMap::new());
        let rereading = Rereading { asked: 0, busy: false, shown: Shown::Silently };
        let state = State { peer, roots, documents, clock: 0, generation: 0, rereading, outbox };
        Self { state: Mutex::new(state) }
    }

    /// The state; a handler that panicked with the lock in hand left it usable, since every
    /// change here is complete or not begun.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of who the client is and what it has open.
    pub(super) fn greet(&self, peer: Peer, roots: Roots) {
        let mut state = self.state();
        (state.peer, state.roots) = (Arc::new(peer), roots);
    }

    /// The client.
    pub(super) fn peer(&self) -> Arc<Peer> {
        Arc::clone(&self.state().peer)
    }

    /// The open folders.
    pub(super) fn roots(&self) -> Roots {
        self.state().roots.clone()
    }

    /// Folders were closed and opened. At once, so that none is lost between two changes; what is in the
    /// new ones is known when the configurations have been read.
    pub(super) fn change_folders(&self, removed: &[Url], added: &[Url]) {
        let mut state = self.state();
        state.roots = std::mem::take(&mut state.roots).changed(removed, added);
    }

    /// The configurations are to be read anew. Whether the caller must see to it: else somebody is at it
    /// already and will begin again.
    pub(super) fn must_reread(&self, shown: Shown) -> bool {
        let rereading = &mut self.state().rereading;
        rereading.asked += 1;
        if shown == Shown::Progress {
            rereading.shown = shown;
        }
        !std::mem::replace(&mut rereading.busy, true)
    }

    /// What to read anew, and by which number to hand it in.
    pub(super) fn to_reread(&self) -> (u64, Roots) {
        let state = self.state();
        (state.rereading.asked, state.roots.clone())
    }

    /// The configurations have been read: every document is to be read anew. `None`: they have changed
    /// meanwhile, and are to be read once more.
    pub(super) fn configure(&self, number: u64, roots: Roots) -> Option<(Vec<Ticket>, Shown)> {
        let mut state = self.state();
        if state.rereading.asked != number {
            return None;
        }
        state.rereading.busy = false;
        let shown = std::mem::replace(&mut state.rereading.shown, Shown::Silently);
        state.roots = roots;
        state.generation += 1;
        let stamp = state.tick();
        let mut tickets = Vec::new();
        for (uri, document) in &mut state.documents {
            // Readings hold for the knowledge they were made with.
            document.memo = Arc::default();
            document.stamp = stamp;
            if !std::mem::replace(&mut document.busy, true) {
                tickets.push(Ticket { uri: uri.clone(), opening: document.opening });
            }
        }
        Some((tickets, shown))
    }

    /// A document was opened; one opened twice is replaced, whatever its version.
    pub(super) fn open(&self, item: TextDocumentItem) -> Ticket {
        let TextDocumentItem { uri, language_id, version, text } = item;
        let text = Text::new(&text);
        let mut state = self.state();
        let opening = state.tick();
        let published = state.documents.remove(&uri).and_then(|old| old.published);
        let document = Document {
            opening,
            stamp: opening,
            version,
            text,
            declared: language_id == DRAFT_LANGUAGE,
            memo: Arc::default(),
            busy: true,
            progress: watch::Sender::new(Progress::default()),
            published,
        };
        state.documents.insert(uri.clone(), document);
        Ticket { uri, opening }
    }

    /// A document was changed. A change to a document that is not open, or that is older than
    /// what we have, is passed over. `None`: nothing to do, or somebody is at it already.
    pub(super) fn change(&self, params: DidChangeTextDocumentParams) -> Option<Ticket> {
        let DidChangeTextDocumentParams { text_document: target, content_changes } = params;
        let mut state = self.state();
        let encoding = state.peer.encoding;
        let stamp = state.tick();
        let Some(document) = state.documents.get_mut(&target.uri) else {
            eprintln!("dinggao lsp: change of a document that is not open: {}", target.uri);
            return None;
        };
        if target.version < document.version {
            eprintln!("dinggao lsp: version {} after {} of {}", target.version, document.version, target.uri);
            return None;
        }
        from_proto::apply(&mut document.text, content_changes, encoding);
        (document.version, document.stamp) = (target.version, stamp);
        let idle = !std::mem::replace(&mut document.busy, true);
        idle.then_some(Ticket { uri: target.uri, opening: document.opening })
    }

    /// What the client has in a document that it has open.
    pub(super) fn text(&self, uri: &Url) -> Option<String> {
        let text = self.state().documents.get(uri).map(|document| document.text.clone());
        text.map(|text| text.to_string())
    }

    /// The documents that the client has open, in the order of their names.
    pub(super) fn open_documents(&self) -> Vec<Url> {
        self.state().documents.keys().cloned().collect()
    }

    /// How to read a file that is not open, and the count of configurations that holds for it.
    pub(super) fn closed_job(&self, uri: &Url) -> (u64, impl FnOnce(Text) -> Job + use<>) {
        let state = self.state();
        let (peer, uri) = (Arc::clone(&state.peer), uri.clone());
        let configuration = state.roots.configuration(&uri);
        let accepted = state.roots.accepted(&uri);
        let job = move |text| Job {
            uri,
            version: 0,
            stamp: 0,
            text,
            declared: false,
            memo: Arc::default(),
            peer,
            configuration,
            accepted,
        };
        (state.generation, job)
    }

    /// A document was closed: what the client shows for it is taken back.
    pub(super) fn close(&self, uri: Url) {
        let mut state = self.state();
        let closed = state.documents.remove(&uri);
        if closed.and_then(|document| document.published).is_some_and(|shown| !shown.is_empty()) {
            // Nobody listens only when the server is ending.
            let _ = state.outbox.send(Publication { uri, version: None, diagnostics: Vec::new() });
        }
    }

    /// The newest state of a document that nobody has looked at yet; `None` sets it down as idle.
    pub(super) fn next_job(&self, ticket: &Ticket) -> Option<Job> {
        let mut state = self.state();
        let peer = Arc::clone(&state.peer);
        let configuration = state.roots.configuration(&ticket.uri);
        let accepted = state.roots.accepted(&ticket.uri);
        let document = state.documents.get_mut(&ticket.uri)?;
        if document.opening != ticket.opening {
            return None;
        }
        if document.progress.borrow().stamp == document.stamp {
            document.busy = false;
            return None;
        }
        Some(Job {
            uri: ticket.uri.clone(),
            version: document.version,
            stamp: document.stamp,
            text: document.text.clone(),
            declared: document.declared,
            memo: Arc::clone(&document.memo),
            peer,
            configuration,
            accepted,
        })
    }

    /// An analysis is done (`None`: it failed). It is published if it is of the newest state,
    /// concerns a draft, and says something else than what the client shows; a client that asks is
    /// told when it asks.
    pub(super) fn finish(&self, ticket: &Ticket, stamp: u64, analysis: Option<Arc<Analysis>>) {
        let mut state = self.state();
        let (outbox, asks) = (state.outbox.clone(), state.peer.pulls);
        let Some(document) = state.documents.get_mut(&ticket.uri) else { return };
        if document.opening != ticket.opening {
            return;
        }
        if let Some(analysis) = analysis.as_ref().filter(|_| document.stamp == stamp && !asks) {
            let shown = document.published.as_ref();
            let silent = if analysis.draft { None } else { Some(Vec::new()) };
            if shown.or(silent.as_ref()) != Some(&analysis.diagnostics) {
                document.published = Some(analysis.diagnostics.clone());
                // Nobody listens only when the server is ending.
                let _ = outbox.send(Publication {
                    uri: ticket.uri.clone(),
                    version: Some(document.version),
                    diagnostics: analysis.diagnostics.clone(),
                });
            }
        }
        document.progress.send_replace(Progress { stamp, analysis });
    }

    /// The analysis of a document as it is now, or of a newer state; `None` when it is not
    /// open (any longer), is no draft, or could not be read.
    pub(super) async fn analysis(&self, uri: &Url) -> Option<Arc<Analysis>> {
        let (mut progress, wanted) = {
            let state = self.state();
            let document = state.documents.get(uri)?;
            (document.progress.subscribe(), document.stamp)
        };
        let reached = progress.wait_for(|progress| progress.stamp >= wanted).await.ok()?;
        reached.analysis.clone().filter(|analysis| analysis.draft)
    }
}
