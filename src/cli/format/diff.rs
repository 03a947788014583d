//! `check --diff`: what `--fix` would change, as a unified diff that `patch` takes.

use std::io::{self, Write};

use similar::TextDiff;

use super::{Checked, Counts, Format};

/// The diff format.
#[derive(Debug)]
pub(in crate::cli) struct Diff;

impl Format for Diff {
    type Part = String;

    fn render(checked: &Checked<'_>) -> String {
        let Some(rewritten) = checked.rewritten else { return String::new() };
        let diff = TextDiff::from_lines(&*checked.report.source, rewritten);
        let plain = diff
            .unified_diff()
            .context_radius(1)
            .header(&format!("a/{}", checked.name), &format!("b/{}", checked.name))
            .to_string();
        plain.split_inclusive('\n').map(colored).collect()
    }

    fn open(&mut self, _out: &mut impl Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, part: String, out: &mut impl Write) -> io::Result<()> {
        out.write_all(part.as_bytes())
    }

    fn close(&mut self, _counts: &Counts, _out: &mut impl Write) -> io::Result<()> {
        Ok(())
    }
}

/// The line in the colour of its kind; the style ends before the line end.
fn colored(line: &str) -> String {
    let color = match line.as_bytes().first() {
        Some(b'+') => "\u{1b}[32m",
        Some(b'-') => "\u{1b}[31m",
        Some(b'@') => "\u{1b}[36m",
        _ => return line.to_owned(),
    };
    let body = line.trim_end_matches(['\r', '\n']);
    let end = line.strip_prefix(body).unwrap_or("");
    format!("{color}{body}\u{1b}[0m{end}")
}
