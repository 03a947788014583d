//! `--fix`: safe fixes applied to a text, and the file written back whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::console::Problem;
use super::input::Input;
use crate::checks::{Finding, Policy};
use crate::report::{Memo, Options, Report};
use crate::text::{Edit, encode};
use crate::{checks, workspace};

/// A fix may make room for another one, but never for ever.
const ROUNDS: usize = 8;

/// The findings of a report that the policy asks for and no comment silences.
pub(super) fn findings(report: &Report, policy: &Policy) -> Vec<Finding> {
    workspace::without_suppressed(report, checks::run(report, policy))
}

/// A text after its safe fixes.
pub(super) struct Fixed {
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies the safe fixes of `report` and of what they lead to; `None` when there are none.
pub(super) fn apply(report: &Report, found: &[Finding], options: &Options, policy: &Policy) -> Option<Fixed> {
    let mut edits = safe_edits(found);
    let mut fixed = Fixed { text: report.source.to_string(), applied: 0 };
    let mut memo = Memo::default();
    for _ in 0..ROUNDS {
        if edits.is_empty() {
            break;
        }
        fixed.applied += edits.len();
        fixed.text = Edit::apply_all(&fixed.text, &edits.concat());
        let report = Report::read(&fixed.text, options, &mut memo);
        memo.turn();
        edits = safe_edits(&findings(&report, policy));
    }
    (fixed.applied > 0 && fixed.text != *report.source).then_some(fixed)
}

/// The edits of every safe fix that can be applied together: the first of a finding's fixes,
/// whole or not at all, in document order.
fn safe_edits(findings: &[Finding]) -> Vec<Vec<Edit>> {
    let mut taken: Vec<Vec<Edit>> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe && !fix.edits.is_empty()) else { continue };
        let clashes = |edit: &Edit| taken.iter().flatten().any(|other| clash(edit, other));
        if !fix.edits.iter().any(clashes) {
            taken.push(fix.edits.clone());
        }
    }
    taken
}

/// Whether two edits overlap or touch: which comes first would be a guess.
fn clash(one: &Edit, other: &Edit) -> bool {
    one.span.start <= other.span.end && other.span.start <= one.span.end
}

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
    use crate::checks::{ALL, Findings, Message};
    use crate::text::Span;

    #[test]
    fn fixes_that_touch_wait_for_the_next_round_and_unsafe_ones_for_a_person() {
        let mut found = Findings::new(ALL[0]);
        let message = || Message::new("", "");
        let edit = |start, end| vec![Edit::replace(Span::new(start, end), "x")];
        found.report(Span::new(0, 2), message()).safe_fix(message(), edit(0, 2));
        found.report(Span::new(2, 3), message()).safe_fix(message(), edit(2, 3));
        found.report(Span::new(4, 5), message()).fix(message(), edit(4, 5));
        found.report(Span::new(6, 7), message()).safe_fix(message(), edit(6, 7));
        let spans: Vec<Span> =
            safe_edits(&found.into_vec()).concat().into_iter().map(|edit| edit.span).collect();
        assert_eq!(spans, [Span::new(0, 2), Span::new(6, 7)]);
    }

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
