//! The command line: one file a subcommand, and the output formats.

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command line; the exit status is 0, 1 (findings) or 2 (usage, files, configuration).
pub fn run(_arguments: impl Iterator<Item = OsString>) -> ExitCode {
    ExitCode::SUCCESS
}
