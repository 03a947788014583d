//! When the world goes wrong: the writer is killed, the disk is full, the folder is read-only, a
//! link leads to itself. A file is the old one or the new one, never anything between.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A draft with something to mend on every line.
fn draft() -> String {
    let head = "澄州市政府工作报告\n——2031年1月10日在澄州市第三届人民代表大会第五次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2030年工作回顾\n";
    format!("{head}{}", "全年新建道路35公里，，群众满意。\n".repeat(60))
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dinggao")).current_dir(folder).args(arguments).output().unwrap()
}

#[test]
fn killed_at_any_moment_a_fix_leaves_the_old_file_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let old = draft();
    fs::write(&path, &old).unwrap();
    run(folder.path(), &["check", "--fix", "a.txt"]);
    let new = fs::read_to_string(&path).unwrap();
    assert_ne!(old, new, "there is something to mend");
    let mut seen = (0, 0);
    for step in 0..40_u64 {
        fs::write(&path, &old).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_dinggao"))
            .current_dir(folder.path())
            .args(["check", "--fix", "a.txt"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Moments spread over the run, never twice the same.
        sleep(Duration::from_micros(step * step * 150));
        // It has ended already where this fails.
        let _ = child.kill();
        child.wait().unwrap();
        let found = fs::read_to_string(&path).unwrap();
        assert!(found == old || found == new, "step {step}: {} bytes", found.len());
        if found == old { seen.0 += 1 } else { seen.1 += 1 }
    }
    assert!(seen.0 > 0, "some were killed before: {seen:?}");
}

#[test]
fn a_full_disk_is_said_and_leaves_the_status_of_trouble() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), draft()).unwrap();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dinggao"))
        .current_dir(folder.path())
        .args(["check", "--format", "json", "a.txt"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("cannot write the output"));
}

#[test]
fn no_room_to_write_leaves_the_file_and_no_leftovers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, draft()).unwrap();
    // A file of the process may have one block at most: as on a full disk, writing fails half-way.
    let command =
        format!("trap '' XFSZ; ulimit -f 1; exec '{}' check --fix a.txt", env!("CARGO_BIN_EXE_dinggao"));
    let output = Command::new("sh").current_dir(folder.path()).args(["-c", &command]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains("left as it was"));
    assert_eq!(fs::read_to_string(&path).unwrap(), draft());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no leftovers");
}

#[test]
fn a_read_only_file_is_not_fixed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, draft()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let output = run(folder.path(), &["check", "--fix", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), draft());
}

#[test]
fn links_that_lead_to_themselves_and_entries_that_vanish_are_no_hang() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("里");
    fs::create_dir(&inner).unwrap();
    symlink("..", inner.join("up")).unwrap();
    symlink("self.txt", inner.join("self.txt")).unwrap();
    symlink("nowhere.txt", inner.join("gone.txt")).unwrap();
    fs::write(inner.join("a.txt"), draft()).unwrap();
    let output = run(folder.path(), &["check", "--format", "json", "."]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["files"].as_array().unwrap().len(), 1, "each file once, by no link");
    for name in ["里/self.txt", "里/gone.txt"] {
        let output = run(folder.path(), &["check", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(name), "{name}");
    }
}

#[test]
fn a_folder_of_many_files_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..2000 {
        fs::write(folder.path().join(format!("{at}.txt")), "随手记。\n").unwrap();
    }
    fs::write(folder.path().join("z.txt"), draft()).unwrap();
    let output = run(folder.path(), &["check", "--format", "json", "."]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["files"].as_array().unwrap().len(), 1);
    assert!(String::from_utf8_lossy(&output.stderr).contains("2000"));
}

#[test]
fn a_file_dated_in_the_past_or_the_future_is_checked_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    let mut answers = Vec::new();
    for stamp in ["197001010000", "203701010000"] {
        fs::write(&path, draft()).unwrap();
        let touched = Command::new("touch").args(["-t", stamp]).arg(&path).status();
        if touched.is_ok_and(|status| status.success()) {
            answers.push(run(folder.path(), &["check", "a.txt"]).stdout);
        }
    }
    answers.dedup();
    assert!(answers.len() <= 1);
}
