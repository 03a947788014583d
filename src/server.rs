//! The language server: connection, sessions, publishing, and the guard around tower-lsp.
//! Everything it knows about drafts it asks of the layers below.

mod actions;
mod backend;
mod catalogue;
mod commands;
mod connection;
mod guard;
mod index;
mod parent;
mod progress;
mod publisher;
mod pull;
mod refresh;
mod register;
mod roots;
mod session;
mod tokens;
mod wire;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tower_lsp::LspService;

use backend::Backend;
use guard::Guard;

/// How long a client that no longer reads may hold up the end of the process.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Runs `dinggao lsp` on stdin and stdout until `exit`, the end of stdin or the end of the
/// client's process. `arguments` are those after `lsp`: `--stdio` and `--clientProcessId=N`, which
/// clients append, are accepted. The exit status is 0 after `shutdown`, else 1; 2 for bad usage.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let client_process = match read_arguments(arguments) {
        Ok(client_process) => client_process,
        Err(unknown) => {
            eprintln!(
                "dinggao lsp: unknown argument {unknown}; accepted are --stdio and --clientProcessId=N"
            );
            return ExitCode::from(2);
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_time().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("dinggao lsp: cannot start: {error}");
            return ExitCode::from(2);
        }
    };
    let (output, spoken) = mpsc::channel();
    let (finished, last_word) = mpsc::channel();
    thread::spawn(move || {
        wire::write(spoken, std::io::stdout());
        // Nobody waits any longer where this fails.
        let _ = finished.send(());
    });
    let (heard, input) = tokio::sync::mpsc::channel(256);
    thread::spawn(move || wire::read(std::io::stdin().lock(), |frame| heard.blocking_send(frame).is_ok()));

    let status = runtime.block_on(async move {
        let (orphaned, end) = tokio::sync::mpsc::unbounded_channel();
        if let Some(process) = client_process {
            parent::watch(process, orphaned.clone());
        }
        let service = LspService::build(|client| Backend::new(client, orphaned))
            .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress)
            .custom_method("dinggao/checklist", Backend::checklist)
            .custom_method("dinggao/ledger", Backend::ledger)
            .custom_method("dinggao/summary", Backend::summary);
        #[cfg(debug_assertions)]
        let service = service.custom_method("dinggao/panic", Backend::panic);
        let (service, socket) = service.finish();
        connection::serve(Guard::new(service), socket, input, output, end).await
    });
    // The thread that reads stdin may wait for ever; the process does not wait for it.
    runtime.shutdown_background();
    let _ = last_word.recv_timeout(LAST_WORDS);
    ExitCode::from(status)
}

/// The client's process, where an argument names one; an error is the argument nobody knows.
fn read_arguments(arguments: impl Iterator<Item = OsString>) -> Result<Option<u32>, String> {
    let mut client_process = None;
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next() {
        let value = match argument.split_once('=') {
            Some(("--clientProcessId", value)) => value.to_owned(),
            None if argument == "--clientProcessId" => arguments.next().unwrap_or_default(),
            None if argument == "--stdio" => continue,
            _ => return Err(argument),
        };
        client_process = Some(value.parse().map_err(|_| format!("--clientProcessId={value}"))?);
    }
    Ok(client_process)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Option<u32>, String> {
        read_arguments(arguments.iter().map(OsString::from))
    }

    #[test]
    fn what_clients_append_is_accepted() {
        assert_eq!(read(&[]), Ok(None));
        assert_eq!(read(&["--stdio"]), Ok(None));
        assert_eq!(read(&["--stdio", "--clientProcessId=42"]), Ok(Some(42)));
        assert_eq!(read(&["--clientProcessId", "42"]), Ok(Some(42)));
        assert_eq!(read(&["--clientProcessId=x"]), Err("--clientProcessId=x".to_owned()));
        assert_eq!(read(&["--socket=9"]), Err("--socket=9".to_owned()));
    }
}
