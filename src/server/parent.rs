//! Watches the client's process: a server must not outlive its editor, even where stdin stays
//! open because somebody else inherited it.

use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;

/// How often the process is looked at.
const INTERVAL: Duration = Duration::from_secs(2);

/// Says so on `orphaned` once the process is no more. Where that cannot be found out (no /proc
/// and no `kill`), the end of stdin remains the only sign.
pub(super) fn watch(process: u32, orphaned: UnboundedSender<()>) {
    tokio::spawn(async move {
        let born = birth(process);
        loop {
            let looked = tokio::task::spawn_blocking(move || is_alive(process, born)).await;
            if let Ok(false) = looked {
                eprintln!("dinggao lsp: the client's process {process} has ended");
                // Where nobody listens, the server is ending already.
                let _ = orphaned.send(());
                return;
            }
            tokio::time::sleep(INTERVAL).await;
        }
    });
}

/// State and start time of a process, on systems that tell.
#[cfg(target_os = "linux")]
fn state(process: u32) -> Option<(char, u64)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything; fields count from the last bracket.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace();
    let state = fields.next()?.chars().next()?;
    Some((state, fields.nth(18)?.parse().ok()?))
}

/// When the process was started: a number used again later belongs to another process.
#[cfg(target_os = "linux")]
fn birth(process: u32) -> Option<u64> {
    state(process).map(|(_, born)| born)
}

#[cfg(target_os = "linux")]
fn is_alive(process: u32, born: Option<u64>) -> bool {
    state(process).is_some_and(|(state, since)| !matches!(state, 'Z' | 'X') && Some(since) == born)
}

#[cfg(not(target_os = "linux"))]
fn birth(_process: u32) -> Option<u64> {
    None
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_alive(process: u32, _born: Option<u64>) -> bool {
    use std::process::{Command, Stdio};
    let looked = Command::new("kill")
        .args(["-0", &process.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    looked.map_or(true, |status| status.success())
}

#[cfg(not(unix))]
fn is_alive(_process: u32, _born: Option<u64>) -> bool {
    true
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    #[test]
    fn a_process_is_alive_until_it_ends_even_before_anybody_waits_for_it() {
        let own = std::process::id();
        assert!(is_alive(own, birth(own)));
        assert!(!is_alive(own, birth(own).map(|born| born + 1)), "the same number, another process");
        let mut child = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let born = birth(child.id());
        assert!(is_alive(child.id(), born));
        drop(child.stdin.take());
        let ended = (0..500).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            !is_alive(child.id(), born)
        });
        assert!(ended, "a zombie is no living process");
        child.wait().unwrap();
        assert!(!is_alive(child.id(), birth(child.id())));
    }
}
