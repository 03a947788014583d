//! The command line: one file a subcommand, output formats in `format`.
//! Here: from arguments to an exit status. Everything printed is in a stable order; nothing
//! here knows the protocol (`main` dispatches `lsp`).

mod accepted;
mod arguments;
mod check;
mod console;
mod explain;
mod files;
mod fixes;
mod format;
mod indicators;
mod input;
mod numbers;
mod outline;
mod position;
mod rules;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use console::{Console, Problem, Status};

/// Runs the command line; the exit status is 0, 1 (findings) or 2 (usage, files, configuration).
/// A reader that goes away (a broken pipe) ends it quietly with 0.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version go to stdout with status 0, everything else to stderr with 2;
            // a reader that went away is no reason to fail.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let mut console = Console::new(arguments.locale, arguments.command.color());
    let done = match &arguments.command {
        Command::Check(arguments) => check::run(arguments, &mut console),
        Command::Outline(arguments) => outline::run(arguments, &mut console),
        Command::Indicators(arguments) => indicators::run(arguments, &mut console),
        Command::Numbers(arguments) => numbers::run(arguments, &mut console),
        Command::Rules(arguments) => rules::run(arguments, &mut console),
        Command::Explain(arguments) => explain::run(arguments, &mut console),
        Command::Lsp(_) => {
            console.complain(&Problem::lsp_elsewhere());
            Ok(Status::Trouble)
        }
    };
    match done.and_then(|status| console.finish().map(|()| status)) {
        Ok(status) => status.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            console.complain(&Problem::unwritable(&error));
            Status::Trouble.into()
        }
    }
}
