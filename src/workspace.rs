//! Folders and configuration: `dinggao.json`, which files are drafts.
