//! What a draft holds stays where it is: no socket, no other program, no file written outside the
//! folder of the draft. Looked at from outside, with strace; where there is none, the test says so.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const DRAFT: &str = "澄州市政府工作报告\n——2031年1月10日在澄州市第三届人民代表大会第五次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2030年工作回顾\n全年新建道路35公里，，群众满意。\n";

/// The calls of a run with these arguments and this input; `None` where nobody can look.
fn traced(folder: &Path, log: &Path, arguments: &[&str], input: &[u8]) -> Option<String> {
    let mut child = Command::new("strace")
        .args(["-f", "-qq", "-y", "-s", "256", "-e"])
        .arg("trace=socket,connect,bind,listen,sendto,execve,open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,truncate")
        .arg("-o")
        .arg(log)
        .arg(env!("CARGO_BIN_EXE_dinggao"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // A run that wants no input may have ended.
    let _ = std::io::Write::write_all(child.stdin.as_mut().unwrap(), input);
    drop(child.stdin.take());
    child.wait().ok()?;
    let calls = fs::read_to_string(log).ok()?;
    // Where tracing is forbidden nothing was run.
    calls.contains("execve(").then_some(calls)
}

/// Calls that reach out of the folder.
fn wrong(calls: &str, folder: &Path) -> Vec<String> {
    let inside = folder.to_str().unwrap();
    let mut programs = 0;
    calls
        .lines()
        .filter(|call| !call.contains(" = -1 ") && !call.contains("+++") && !call.contains("---"))
        .filter(|call| {
            let has = |names: &[&str]| names.iter().any(|name| call.contains(name));
            if has(&["execve("]) {
                programs += 1;
                return programs > 1;
            }
            if has(&[" socket(", " connect(", " bind(", " listen(", " sendto("]) {
                return true;
            }
            let writes = has(&[
                "O_WRONLY",
                "O_RDWR",
                "O_CREAT",
                " creat(",
                " rename",
                " link",
                " unlink",
                " mkdir",
                " truncate(",
            ]);
            // Paths are relative to the folder, or begin with it.
            let outside =
                call.contains("\"/") && !call.contains(&format!("\"{inside}")) && !call.contains("\"/dev/");
            writes && outside
        })
        .map(str::to_owned)
        .collect()
}

fn frame(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn nothing_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let logs = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    let session: String = [
        format!(r#"{{"jsonrpc":"2.0","id":1,"method":"initialize","params":{{"processId":null,"rootUri":"file://{}","capabilities":{{}}}}}}"#, root.display()),
        r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#.to_owned(),
        format!(r#"{{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{"textDocument":{{"uri":"file://{}/a.txt","languageId":"plaintext","version":1,"text":{}}}}}}}"#, root.display(), serde_json::json!(DRAFT)),
        r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#.to_owned(),
        r#"{"jsonrpc":"2.0","method":"exit"}"#.to_owned(),
    ]
    .iter()
    .map(|body| frame(body))
    .collect();
    let runs: [(&[&str], &[u8]); 5] = [
        (&["check", "."], b""),
        (&["check", "--fix", "a.txt"], b""),
        (&["indicators", "a.txt"], b""),
        (&["check", "-"], DRAFT.as_bytes()),
        (&["lsp"], session.as_bytes()),
    ];
    for (arguments, input) in runs {
        fs::write(root.join("a.txt"), DRAFT).unwrap();
        let Some(calls) = traced(&root, &logs.path().join("calls"), arguments, input) else {
            eprintln!("skipped: strace is not installed or may not trace here");
            return;
        };
        assert!(calls.contains("openat(") || calls.contains("open("), "the trace is empty: {arguments:?}");
        let wrong = wrong(&calls, &root);
        assert!(wrong.is_empty(), "{arguments:?}: {wrong:#?}");
    }
}

#[test]
fn a_call_that_reaches_out_would_be_seen() {
    let folder = Path::new("/drafts");
    for bad in [
        "1 execve(\"/bin/x\", []) = 0\n1 execve(\"/bin/sh\", [\"sh\"]) = 0",
        "1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
        "1 openat(AT_FDCWD</drafts>, \"/tmp/x\", O_WRONLY|O_CREAT, 0600) = 3",
    ] {
        assert_eq!(wrong(bad, folder).len(), 1, "{bad}");
    }
    let good = "1 execve(\"/bin/x\", []) = 0\n1 openat(AT_FDCWD</drafts>, \"/drafts/.dinggao-1\", O_RDWR|O_CREAT, 0600) = 3\n1 openat(AT_FDCWD</drafts>, \"/etc/ld.so.cache\", O_RDONLY) = 3";
    assert_eq!(wrong(good, folder), [] as [String; 0]);
}
