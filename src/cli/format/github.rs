//! `check --format github`: workflow commands, one line a finding, shown as annotations.

use std::io::{self, Write};

use super::{Checked, Counts, Format};
use crate::checks::Severity;
use crate::cli::position::Place;

/// The GitHub format.
#[derive(Debug)]
pub(in crate::cli) struct GitHub;

impl Format for GitHub {
    type Part = String;

    fn render(checked: &Checked<'_>) -> String {
        let mut out = String::new();
        for finding in checked.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information | Severity::Hint => "notice",
            };
            let Place { line, column, end_line, end_column } = checked.positions.place(finding.span);
            // Columns are accepted only where the annotation stays on one line.
            let columns = if line == end_line {
                format!(",col={column},endColumn={end_column}")
            } else {
                String::new()
            };
            out.push_str(&format!(
                "::{command} file={},line={line},endLine={end_line}{columns},title={}::{}\n",
                property(checked.name),
                property(finding.rule.name),
                data(checked.language.of(&finding.message)),
            ));
        }
        out
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

/// Escapes the message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_property_is_escaped() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("8%, 9"), "8%25, 9");
    }
}
