//! The thin binary: hand the arguments to `cli`, exit with what it says.

use std::process::ExitCode;

fn main() -> ExitCode {
    dinggao::cli::run(std::env::args_os())
}
