//! One input: the bytes of a file or of stdin, decoded, or a clear reason why not.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::console::Problem;
use crate::checks::Message;
use crate::text::{Decoded, Encoding, decode};
use crate::workspace::SizeLimit;

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// What an argument names.
    pub(super) fn new(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path.to_owned()) }
    }

    /// The name printed in results.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Reads and decodes all of it, if it is not too large.
    pub(super) fn read(&self, limit: SizeLimit) -> Result<Input, Problem> {
        let name = self.name();
        let bytes = self.bytes(limit).map_err(|error| unreadable(&name, &error))?;
        if limit.refuses(bytes.len()) {
            return Err(too_large(&name, limit));
        }
        match decode(&bytes) {
            Ok(Decoded { text, encoding }) => Ok(Input { name, bytes, text, encoding }),
            Err(error) => Err(undecodable(&name, &bytes, error.offset)),
        }
    }

    /// At most one byte more than `limit`.
    fn bytes(&self, limit: SizeLimit) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let enough = limit.bytes() + 1;
        match self {
            Self::Stdin => io::stdin().lock().take(enough).read_to_end(&mut bytes)?,
            Self::File(path) => File::open(path)?.take(enough).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

/// A decoded input with the bytes it came from.
#[derive(Debug)]
pub(super) struct Input {
    /// The name printed in results.
    pub name: String,
    /// As read.
    pub bytes: Vec<u8>,
    /// Decoded, without a byte order mark.
    pub text: String,
    /// How it was encoded.
    pub encoding: Encoding,
}

/// The system does not let us read it.
fn unreadable(name: &str, error: &io::Error) -> Problem {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("文件不存在。请检查路径".to_owned(), "no such file; check the path".to_owned())
        }
        io::ErrorKind::PermissionDenied => (
            "没有读取权限。请检查文件权限".to_owned(),
            "permission denied; check the permissions of the file".to_owned(),
        ),
        io::ErrorKind::IsADirectory => {
            ("是文件夹。请给出其中的一个文件".to_owned(), "is a folder; name one file in it".to_owned())
        }
        _ => (
            format!("无法读取（{error}）。请检查后重试"),
            format!("cannot be read ({error}); check it and retry"),
        ),
    };
    Problem::new(format!("{name}：{zh}"), format!("{name}: {en}"))
}

fn too_large(name: &str, limit: SizeLimit) -> Problem {
    let Message { zh, en } = limit.refusal();
    Problem::new(format!("{name}：{zh}"), format!("{name}: {en}"))
}

/// The bytes are no text that we know; word processor files are named as such.
fn undecodable(name: &str, bytes: &[u8], offset: usize) -> Problem {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Problem::new(
            format!(
                "{name}：看来是 Word 或 WPS 文件，不是纯文本（字节偏移 {offset}）。请另存为 UTF-8 的 .txt 再检查"
            ),
            format!(
                "{name}: looks like a word processor file, not plain text (byte offset {offset}); \
                 save it as UTF-8 .txt"
            ),
        );
    }
    Problem::new(
        format!(
            "{name}：字节偏移 {offset} 处既不是 UTF-8，也不是 GB18030 或带标记的 UTF-16。请转存为 UTF-8 再检查"
        ),
        format!(
            "{name}: the bytes at offset {offset} are neither UTF-8 nor GB18030 nor UTF-16 with a mark; \
             save the file as UTF-8"
        ),
    )
}
