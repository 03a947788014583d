//! Which files of a folder are looked at: text and Markdown, nothing hidden or ignored.
//! Whether one is a draft is decided by its content, not here.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// Extensions of files that may hold a draft, lower case.
const EXTENSIONS: [&str; 3] = ["txt", "md", "markdown"];

/// Whether a file of this name may hold a draft (`*.txt`, `*.md`, `*.markdown`, any case).
#[must_use]
pub fn is_text_file(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension)))
}

/// Every file below `folder` that may hold a draft, in path order, and what could not be read.
/// `.gitignore` is respected (in a repository or not), hidden files and folders are skipped,
/// symbolic links are not followed.
#[must_use]
pub fn discover(folder: &Path) -> (Vec<PathBuf>, Vec<ignore::Error>) {
    discover_while(folder, &|| true)
}

/// The same for as long as `going` says so.
#[must_use]
pub fn discover_while(folder: &Path, going: &dyn Fn() -> bool) -> (Vec<PathBuf>, Vec<ignore::Error>) {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for entry in WalkBuilder::new(folder).require_git(false).build().take_while(|_| going()) {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && is_text_file(entry.path()) {
                    files.push(entry.into_path());
                }
            }
            Err(error) => errors.push(error),
        }
    }
    files.sort();
    (files, errors)
}
