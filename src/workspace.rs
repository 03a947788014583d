//! Folders and configuration: `dinggao.json`, which files of a folder may be drafts.
//! Used by the command line and the server alike; reads files, never writes them.

mod discover;

pub use discover::{discover, is_text_file};
