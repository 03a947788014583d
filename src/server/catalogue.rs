//! Every draft at hand, open or in a folder, for questions that go across drafts: names to look up, files to
//! link to. What is open counts as the client has it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use lsp_types::{SymbolInformation, Url};

use super::index::{Index, Indexed};
use super::publisher::Analysis;
use super::roots;
use super::session::Session;
use crate::features::directory::{self, Fit};
use crate::features::links::Candidate;
use crate::lsp::to_proto;

/// As many names as anybody reads through.
const MOST: usize = 500;

/// A draft.
#[derive(Debug)]
pub(super) enum Draft {
    /// Open in the client.
    Open(Arc<Analysis>),
    /// In a folder only.
    Closed(Arc<Indexed>),
}

/// Every draft, those that are open first. Waits until the folders have been read once.
pub(super) async fn drafts(session: &Session, index: &Index) -> Vec<Draft> {
    index.ready().await;
    let mut drafts = Vec::new();
    let mut open: BTreeSet<PathBuf> = BTreeSet::new();
    for uri in session.open_documents() {
        open.extend(roots::path(&uri));
        drafts.extend(session.analysis(&uri).await.map(Draft::Open));
    }
    let closed = index.snapshot().into_iter().filter(|(path, it)| it.draft && !open.contains(path));
    drafts.extend(closed.map(|(_, indexed)| Draft::Closed(indexed)));
    drafts
}

/// The names that fit, best first, then in the order of drafts and places.
pub(super) fn search(drafts: &[Draft], query: &str) -> Vec<SymbolInformation> {
    let mut found: Vec<(Fit, SymbolInformation)> = Vec::new();
    for draft in drafts {
        match draft {
            Draft::Open(it) => {
                let title = it.report.meta.title.as_ref().map(|title| title.value.as_str());
                let (name, places) = (name(title, &it.uri), it.places());
                for entry in directory::entries(&it.report) {
                    let symbol = |fit| {
                        let range = places.range(entry.span);
                        (fit, to_proto::directory::symbol(&entry, fit, query, &it.uri, range, &name))
                    };
                    found.extend(entry.fit(query).map(symbol));
                }
            }
            Draft::Closed(it) => {
                let name = name(it.title.as_deref(), &it.uri);
                for (entry, range) in &it.entries {
                    let symbol =
                        |fit| (fit, to_proto::directory::symbol(entry, fit, query, &it.uri, *range, &name));
                    found.extend(entry.fit(query).map(symbol));
                }
            }
        }
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().take(MOST).map(|(_, symbol)| symbol).collect()
}

/// What a draft is called: its file and its title, since many drafts bear the same one.
fn name(title: Option<&str>, uri: &Url) -> String {
    let path = roots::path(uri);
    let file = path.as_deref().and_then(|path| path.file_name()).and_then(|name| name.to_str());
    match (file.unwrap_or_else(|| uri.path()), title) {
        (file, Some(title)) => format!("{file} {title}"),
        (file, None) => file.to_owned(),
    }
}

/// The files that a draft may cite, and their names: all of the folders but itself. Waits until the folders
/// have been read once.
pub(super) async fn candidates(index: &Index, own: &Url) -> (Vec<Candidate>, Vec<Url>) {
    index.ready().await;
    let own = roots::path(own);
    let others = index.snapshot().into_iter().filter(|(path, _)| Some(path) != own.as_ref());
    others
        .map(|(path, indexed)| {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (Candidate { name, title: indexed.title.clone() }, indexed.uri.clone())
        })
        .unzip()
}
