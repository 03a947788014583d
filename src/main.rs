//! The thin binary: `lsp` starts the language server, everything else is the command line's.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == "lsp") {
        return dinggao::server::run(arguments);
    }
    dinggao::cli::run(std::env::args_os())
}
