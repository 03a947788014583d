//! The drafts of the open folders: read in the background, remembered by size and time of change. What the
//! client has open is not asked here; its newest text is in the session.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use lsp_types::{Diagnostic, NumberOrString, Range, Url};
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tower_lsp::Client;

use super::progress::Work;
use super::publisher::Analysis;
use super::session::Session;
use crate::features::directory::{self, Entry};
use crate::lsp::to_proto::reports;
use crate::text::{Text, decode};
use crate::workspace;

/// No report is longer, in bytes: what is, is something else.
const LARGEST: u64 = 4 << 20;

/// By what a file is known to be the same as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// What the configurations were when it was read.
    generation: u64,
}

/// A file of the folders, read.
#[derive(Debug)]
pub(super) struct Indexed {
    stamp: Stamp,
    pub(super) uri: Url,
    /// A policy draft: others are only known by name and title.
    pub(super) draft: bool,
    /// The title it bears.
    pub(super) title: Option<String>,
    /// Its headings and indicators, with their places.
    pub(super) entries: Vec<(Entry, Range)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the diagnostics are known by.
    pub(super) result_id: String,
}

/// Whether the user sees that files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// With progress that can be stopped.
    Progress,
    /// Nothing is seen.
    Silently,
}

/// A reading of the folders that is under way.
#[derive(Debug)]
struct Run {
    stop: Arc<AtomicBool>,
    /// What the client stops it by.
    token: Option<NumberOrString>,
}

/// The files of the folders.
#[derive(Debug)]
pub(super) struct Index {
    files: Mutex<BTreeMap<PathBuf, Arc<Indexed>>>,
    run: Mutex<Option<Run>>,
    /// The user has stopped the reading: nothing is read unasked until there is something new to show.
    stopped: AtomicBool,
    ready: watch::Sender<bool>,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            files: Mutex::default(),
            run: Mutex::default(),
            stopped: AtomicBool::new(false),
            ready: watch::Sender::new(false),
        }
    }
}

impl Index {
    fn files(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Arc<Indexed>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) -> MutexGuard<'_, Option<Run>> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known now, in path order.
    pub(super) fn snapshot(&self) -> Vec<(PathBuf, Arc<Indexed>)> {
        self.files().iter().map(|(path, indexed)| (path.clone(), Arc::clone(indexed))).collect()
    }

    /// Waits until the folders have been read once, or the user has stopped that.
    pub(super) async fn ready(&self) {
        // It is over with the server where this fails.
        let _ = self.ready.subscribe().wait_for(|ready| *ready).await;
    }

    /// The user stops the work with this token.
    pub(super) fn cancel(&self, token: &NumberOrString) {
        let run = self.run();
        if let Some(run) = run.as_ref().filter(|run| run.token.as_ref() == Some(token)) {
            self.stopped.store(true, Ordering::Relaxed);
            run.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Looks again at a file that is known, when something else than its disk counted before.
    pub(super) async fn look_again(&self, session: &Arc<Session>, path: &Path) {
        let known = self.files().contains_key(path);
        if known {
            self.look(session, path).await;
        }
    }

    /// Reads what is new or has changed in the folders and forgets what is gone. A reading that is
    /// under way stops.
    pub(super) async fn fill(&self, session: &Arc<Session>, client: &Client, shown: Shown) {
        match shown {
            Shown::Progress => self.stopped.store(false, Ordering::Relaxed),
            Shown::Silently if self.stopped.load(Ordering::Relaxed) => return,
            Shown::Silently => {}
        }
        let stop = Arc::new(AtomicBool::new(false));
        let before = self.run().replace(Run { stop: Arc::clone(&stop), token: None });
        if let Some(before) = before {
            before.stop.store(true, Ordering::Relaxed);
        }
        let peer = session.peer();
        let title =
            peer.locale.pick("定稿：读取文件夹中的文稿", "dinggao: reading the drafts of the folders");
        let seen = shown == Shown::Progress && peer.shows_progress && !session.roots().is_empty();
        let mut work = if seen { Work::create(client, title).await } else { None };
        if let (Some(run), Some(work)) = (self.run().as_mut(), &work)
            && Arc::ptr_eq(&run.stop, &stop)
        {
            run.token = Some(work.token().clone());
        }
        let files = discover(session, &stop).await;
        for (done, path) in files.iter().enumerate() {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            self.look(session, path).await;
            if let Some(work) = &mut work {
                work.report(done + 1, files.len()).await;
            }
        }
        if !stop.load(Ordering::Relaxed) {
            self.files().retain(|path, _| files.binary_search(path).is_ok());
        }
        if let Some(work) = work {
            work.end().await;
        }
        let newest = {
            let mut run = self.run();
            let newest = run.as_ref().is_some_and(|run| Arc::ptr_eq(&run.stop, &stop));
            if newest {
                *run = None;
            }
            newest
        };
        // One that another has taken over leaves the word to it.
        if newest {
            self.ready.send_replace(true);
        }
    }

    /// A file as it is on disk now; `None` where it cannot be read as text.
    pub(super) async fn look(&self, session: &Arc<Session>, path: &Path) -> Option<Arc<Indexed>> {
        let known = self.files().get(path).map(Arc::clone);
        let (session, wanted) = (Arc::clone(session), path.to_owned());
        let found = spawn_blocking(move || read(&session, &wanted, known)).await.ok().flatten();
        let mut files = self.files();
        match &found {
            Some(indexed) => files.insert(path.to_owned(), Arc::clone(indexed)),
            None => files.remove(path),
        };
        found
    }
}

/// The files of the open folders that may be drafts, in path order, each once.
pub(super) async fn discover(session: &Session, stop: &Arc<AtomicBool>) -> Vec<PathBuf> {
    let (roots, stop) = (session.roots(), Arc::clone(stop));
    let walk = move || {
        let going = || !stop.load(Ordering::Relaxed);
        let mut files: Vec<PathBuf> = roots
            .folders()
            .flat_map(|folder| {
                let (files, errors) = workspace::discover_while(folder, &going);
                errors.iter().for_each(|error| eprintln!("dinggao lsp: {error}"));
                files
            })
            .collect();
        files.sort();
        files.dedup();
        files
    };
    spawn_blocking(walk).await.unwrap_or_default()
}

/// Reads a file unless it is as it was. Reads files: on a thread of its own.
fn read(session: &Session, path: &Path, known: Option<Arc<Indexed>>) -> Option<Arc<Indexed>> {
    let metadata = path.metadata().ok().filter(|it| it.is_file() && it.len() <= LARGEST)?;
    let uri = Url::from_file_path(path).ok()?;
    let (generation, job) = session.closed_job(&uri);
    let stamp = Stamp { modified: metadata.modified().ok(), length: metadata.len(), generation };
    if let Some(known) = known.filter(|known| known.stamp == stamp && stamp.modified.is_some()) {
        return Some(known);
    }
    let text = decode(&std::fs::read(path).ok()?).ok()?.text;
    Some(Arc::new(Indexed::of(&job(Text::new(&text)).run(), stamp)))
}

impl Indexed {
    fn of(analysis: &Analysis, stamp: Stamp) -> Self {
        let Analysis { uri, draft, report, diagnostics, .. } = analysis;
        let places = analysis.places();
        let entries = if *draft { directory::entries(report) } else { Vec::new() };
        let first = || report.paragraphs.iter().map(|it| it.text().trim()).find(|text| !text.is_empty());
        let title = report.meta.title.as_ref().map(|title| title.value.clone());
        Self {
            stamp,
            uri: uri.clone(),
            draft: *draft,
            title: title.or_else(|| first().map(|text| text.trim_start_matches('#').trim().to_owned())),
            entries: entries
                .into_iter()
                .map(|entry| {
                    let range = places.range(entry.span);
                    (entry, range)
                })
                .collect(),
            diagnostics: diagnostics.clone(),
            result_id: reports::result_id(diagnostics),
        }
    }
}
