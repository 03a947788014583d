//! JSON files of the workspace, read strictly: what is wrong with one, where, in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::text::decode;

/// What is wrong with a file, before anybody says what to do about it.
#[derive(Debug)]
pub(super) struct Flaw {
    /// 1-based line and column, where known.
    pub(super) place: Option<(usize, usize)>,
    pub(super) zh: String,
    pub(super) en: String,
}

impl Flaw {
    pub(super) fn new(place: Option<(usize, usize)>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { place, zh: zh.into(), en: en.into() }
    }

    fn syntax(error: &serde_json::Error) -> Self {
        Self::new(
            place(error),
            format!("不是合法的 JSON\u{FF08}{error}\u{FF09}"),
            format!("not valid JSON ({error})"),
        )
    }
}

/// The text of a file.
pub(super) fn read(file: &Path) -> Result<String, Flaw> {
    let bytes = fs::read(file).map_err(|error| {
        Flaw::new(None, format!("无法读取\u{FF08}{error}\u{FF09}"), format!("cannot be read ({error})"))
    })?;
    let decoded = decode(&bytes).map_err(|error| {
        Flaw::new(
            None,
            format!("字节偏移 {} 处不是 UTF-8", error.offset),
            format!("not UTF-8 at byte offset {}", error.offset),
        )
    })?;
    Ok(decoded.text)
}

/// The value that a text holds; unknown keys and wrong types name the key.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Flaw> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| invalid(&error))?;
    deserializer.end().map_err(|error| Flaw::syntax(&error))?;
    Ok(value)
}

/// The folder as the system knows it, links followed, so that two spellings of it are one.
pub(super) fn real(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned())
}

fn invalid(error: &serde_path_to_error::Error<serde_json::Error>) -> Flaw {
    let inner = error.inner();
    if inner.classify() != Category::Data {
        return Flaw::syntax(inner);
    }
    let path = error.path().to_string();
    // An unknown key is named by serde's own words; the path then leads to the object that holds it.
    if path == "." {
        return Flaw::new(place(inner), format!("内容有误\u{FF08}{inner}\u{FF09}"), inner.to_string());
    }
    Flaw::new(place(inner), format!("键 {path} 有误\u{FF08}{inner}\u{FF09}"), format!("key {path}: {inner}"))
}

fn place(error: &serde_json::Error) -> Option<(usize, usize)> {
    (error.line() > 0).then(|| (error.line(), error.column().max(1)))
}
