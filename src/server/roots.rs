//! The folders that the client has open, each with the `dinggao.json` at its top and what was
//! accepted in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{InitializeParams, Url};

use crate::workspace::{Accepted, Configuration, ConfigurationError, FolderState};

/// Open folders with their configurations.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots {
    folders: Vec<(PathBuf, FolderState)>,
}

impl Roots {
    /// The folders that `initialize` names; those that are no files on this machine are left out.
    pub(super) fn named(params: &InitializeParams) -> Self {
        let named = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
        let paths: Vec<PathBuf> = named.filter_map(path).collect();
        let single = || params.root_uri.as_ref().and_then(path);
        let paths = if paths.is_empty() { single().into_iter().collect() } else { paths };
        Self { folders: paths.into_iter().map(|path| (path, FolderState::default())).collect() }
    }

    /// The same without some folders and with others; what is known of those that stay is kept.
    pub(super) fn changed(mut self, removed: &[Url], added: &[Url]) -> Self {
        let gone: Vec<PathBuf> = removed.iter().filter_map(path).collect();
        self.folders.retain(|(path, _)| !gone.contains(path));
        for path in added.iter().filter_map(path) {
            if !self.folders.iter().any(|(known, _)| *known == path) {
                self.folders.push((path, FolderState::default()));
            }
        }
        self
    }

    /// The folders.
    pub(super) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(|(path, _)| path.as_path())
    }

    /// Whether no folder is open.
    pub(super) fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    /// Reads every folder's files anew; a broken one leaves the last good one in force. Reads
    /// files: not for the thread that holds the session.
    pub(super) fn reload(mut self) -> Self {
        for (path, state) in &mut self.folders {
            state.reload(path);
        }
        self
    }

    /// What is wrong with which file.
    pub(super) fn errors(&self) -> Vec<ConfigurationError> {
        self.folders.iter().flat_map(|(_, state)| state.errors().cloned()).collect()
    }

    /// The configuration for a document: that of the innermost folder around it. One that is
    /// in no folder, or no file at all, goes by the only folder, if there is just one.
    pub(super) fn configuration(&self, uri: &Url) -> Arc<Configuration> {
        let innermost = path(uri).and_then(|path| self.around(&path));
        let only = || self.folders.first().filter(|_| self.folders.len() == 1).map(|(_, state)| state);
        innermost.or_else(only).map(|state| Arc::clone(state.configuration())).unwrap_or_default()
    }

    /// What was accepted in the innermost folder around a document.
    pub(super) fn accepted(&self, uri: &Url) -> Arc<Accepted> {
        let innermost = path(uri).and_then(|path| self.around(&path));
        innermost.map(|state| Arc::clone(state.accepted())).unwrap_or_default()
    }

    fn around(&self, path: &Path) -> Option<&FolderState> {
        let around = self.folders.iter().filter(|(root, _)| path.starts_with(root));
        around.max_by_key(|(root, _)| root.as_os_str().len()).map(|(_, state)| state)
    }
}

/// The path of a file on this machine; `None` for `untitled:` and remote names.
pub(super) fn path(uri: &Url) -> Option<PathBuf> {
    if uri.scheme() == "file" { uri.to_file_path().ok() } else { None }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use lsp_types::WorkspaceFolder;
    use std::fs;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn the_innermost_folder_decides() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("里");
        fs::create_dir(&inner).unwrap();
        fs::write(folder.path().join("dinggao.json"), r#"{"planYear":2025}"#).unwrap();
        fs::write(inner.join("dinggao.json"), r#"{"planYear":2026}"#).unwrap();
        let named = |path: &std::path::Path| WorkspaceFolder {
            uri: Url::from_directory_path(path).unwrap(),
            name: String::new(),
        };
        let roots = Roots::named(&InitializeParams {
            workspace_folders: Some(vec![named(folder.path()), named(&inner)]),
            ..InitializeParams::default()
        });
        let roots = roots.reload();
        assert_eq!(roots.errors(), []);
        let year = |uri: &Url| roots.configuration(uri).options.plan_year;
        assert_eq!(year(&Url::from_file_path(folder.path().join("稿.txt")).unwrap()), Some(2025));
        assert_eq!(year(&Url::from_file_path(inner.join("稿.txt")).unwrap()), Some(2026));
        assert_eq!(year(&url("file:///elsewhere/x.txt")), None);
        assert_eq!(year(&url("untitled:Untitled-1")), None);
        fs::write(inner.join("dinggao.json"), "{").unwrap();
        let roots = roots.reload();
        assert_eq!(roots.errors().len(), 1);
        assert_eq!(
            roots.configuration(&Url::from_file_path(inner.join("a")).unwrap()).options.plan_year,
            Some(2026),
            "the last good configuration stays"
        );
    }
}
