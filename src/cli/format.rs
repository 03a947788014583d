//! Output formats of `check`, one file each, and the values they share. A format renders one
//! file at a time (in parallel) and is told the parts in path order.

pub(super) mod diff;
pub(super) mod github;
pub(super) mod json;
pub(super) mod junit;
pub(super) mod sarif;
pub(super) mod text;

use std::io::{self, Write};

use super::arguments::FailOn;
use super::console::Language;
use super::position::Positions;
use crate::checks::{Finding, Severity};
use crate::quantity::Decimal;
use crate::report::Report;
use crate::text::Encoding;

/// One checked file, ready to be shown.
pub(super) struct Checked<'a> {
    pub name: &'a str,
    pub encoding: Encoding,
    pub report: &'a Report,
    pub positions: &'a Positions<'a>,
    pub findings: &'a [Finding],
    /// The text after its safe fixes, where they were asked for and not written.
    pub rewritten: Option<&'a str>,
    pub fail_on: FailOn,
    pub language: Language,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub files: usize,
    pub error: usize,
    pub warning: usize,
    pub information: usize,
    pub hint: usize,
    /// Fixes applied.
    pub fixed: usize,
    /// Findings that a person has accepted: none of the above.
    pub accepted: usize,
}

impl Counts {
    /// The counts of one file.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let mut counts = Self { files: 1, ..Self::default() };
        for finding in findings {
            *match finding.severity {
                Severity::Error => &mut counts.error,
                Severity::Warning => &mut counts.warning,
                Severity::Information => &mut counts.information,
                Severity::Hint => &mut counts.hint,
            } += 1;
        }
        counts
    }

    /// Adds another file's.
    pub(super) fn add(&mut self, other: Self) {
        self.files += other.files;
        self.error += other.error;
        self.warning += other.warning;
        self.information += other.information;
        self.hint += other.hint;
        self.fixed += other.fixed;
        self.accepted += other.accepted;
    }
}

/// An output format of `check`.
pub(super) trait Format {
    /// What is kept of one file until it is written.
    type Part: Send;

    /// Renders one file; runs in parallel.
    fn render(checked: &Checked<'_>) -> Self::Part;

    /// Before the first file.
    fn open(&mut self, out: &mut impl Write) -> io::Result<()>;

    /// One file, in path order.
    fn write(&mut self, part: Self::Part, out: &mut impl Write) -> io::Result<()>;

    /// After the last file.
    fn close(&mut self, counts: &Counts, out: &mut impl Write) -> io::Result<()>;
}

/// A decimal as a plain string: no exponent, no trailing zeros, no negative zero.
pub(super) fn plain(value: Decimal) -> String {
    if value.is_zero() { "0".to_owned() } else { value.normalize().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_plain() {
        assert_eq!(plain(Decimal::new(928_000_000_000, 1)), "92800000000");
        assert_eq!(plain(Decimal::new(-1960, 2)), "-19.6");
        assert_eq!(plain(-Decimal::new(0, 3)), "0");
        assert_eq!(plain(Decimal::MAX), "79228162514264337593543950335");
    }
}
