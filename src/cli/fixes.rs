//! `--fix`: the file written back whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::console::Problem;
use super::input::Input;
use crate::text::encode;

/// Writes the text back in the file's encoding: a new file beside it takes its place, with its
/// permissions. Refused when the file changed since it was read.
pub(super) fn write_back(path: &Path, input: &Input, text: &str) -> Result<(), Problem> {
    let name = &input.name;
    let lossless = encode(&input.text, input.encoding).is_ok_and(|bytes| bytes == input.bytes);
    let bytes = match encode(text, input.encoding) {
        Ok(bytes) if lossless => bytes,
        _ => {
            let label = input.encoding.label();
            return Err(Problem::new(
                format!("{name}：按原编码（{label}）写回会改动其他字节，未修改。请先转存为 UTF-8"),
                format!(
                    "{name}: writing {label} back would alter other bytes, not fixed; save it as UTF-8 first"
                ),
            ));
        }
    };
    replace(path, &input.bytes, &bytes).map_err(|error| match error {
        Refusal::Changed => Problem::new(
            format!("{name}：文件在检查期间被改动，未修改。请重新运行"),
            format!("{name}: the file changed while it was checked, not fixed; run again"),
        ),
        Refusal::ReadOnly => Problem::new(
            format!("{name}：文件是只读的，未修改。请更改权限后再运行"),
            format!("{name}: the file is read-only, not fixed; change its permissions"),
        ),
        Refusal::System(error) => Problem::new(
            format!("{name}：无法写入（{error}），文件保持原样。请检查权限和磁盘空间"),
            format!("{name}: cannot be written ({error}), left as it was; check permissions and disk space"),
        ),
    })
}

/// Why a file was not replaced.
#[derive(Debug)]
enum Refusal {
    Changed,
    ReadOnly,
    System(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Refusal> {
    // A link stays a link: what it leads to is replaced.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(Refusal::ReadOnly);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".dinggao-").tempfile_in(folder)?;
    file.write_all(after)?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    if fs::read(&path)? != before {
        return Err(Refusal::Changed);
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.txt");
        fs::write(&path, "newer").unwrap();
        assert!(matches!(replace(&path, b"older", b"fixed"), Err(Refusal::Changed)));
        assert_eq!(fs::read(&path).unwrap(), b"newer");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no leftovers");
    }
}
