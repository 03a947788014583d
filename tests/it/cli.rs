//! The command line from outside: exit status, formats, encodings, folders, streams.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use encoding_rs::GB18030;
use serde_json::Value;
use tempfile::TempDir;

/// A short draft with one error that has a safe fix: the second quotation mark faces the wrong way.
const DRAFT: &str = "政府工作报告\n\n——2024年1月10日在澄州市第五届人民代表大会第三次会议上\n\n澄州市人民政府市长 林远\n\n\
    各位代表：\n\n现在，我代表市人民政府，向大会报告工作，请予审议。\n\n一、2023年工作回顾\n\n\
    建成“一窗受理\u{201C}平台，办理时限缩短一半。\n";

/// The error of `DRAFT` and its correction.
const WRONG: &str = "“一窗受理\u{201C}平台";
const RIGHT: &str = "“一窗受理\u{201D}平台";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dinggao"));
    command.current_dir(folder).args(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with_stdin(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(Path::new("."), arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The program may refuse the input before it has read all of it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stdout(output)))
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    folder
}

fn draft() -> TempDir {
    folder(&[("draft.txt", DRAFT.as_bytes())])
}

#[test]
fn the_exit_status_says_what_happened() {
    let folder = folder(&[
        ("draft.txt", DRAFT.as_bytes()),
        ("clean.txt", "天气很好。\n".as_bytes()),
        ("broken/dinggao.json", b"{\"planyear\":1}"),
        ("broken/draft.txt", DRAFT.as_bytes()),
    ]);
    let status = |arguments: &[&str]| code(&run(folder.path(), arguments));
    assert_eq!(status(&["check", "clean.txt"]), 0);
    assert_eq!(status(&["check", "draft.txt"]), 1);
    assert_eq!(status(&["check", "--fail-on", "never", "draft.txt"]), 0);
    assert_eq!(
        status(&["check", "--ignore", "unbalanced-pair", "--select", "unbalanced-pair", "draft.txt"]),
        0
    );
    assert_eq!(status(&["check", "--select", "unbalanced-pair", "draft.txt"]), 1);
    assert_eq!(status(&["check", "draft.txt", "missing.txt"]), 2, "2 wins over 1");
    assert_eq!(status(&["check", "--select", "unbalanced-pear", "draft.txt"]), 2);
    assert_eq!(status(&["check", "broken/draft.txt"]), 2);
    assert_eq!(status(&["check", "--config", "missing.json", "draft.txt"]), 2);
    assert_eq!(status(&["check"]), 2);
    assert_eq!(status(&["chekc", "draft.txt"]), 2);
    assert_eq!(status(&["explain", "unbalanced-pair"]), 0);
    assert_eq!(status(&["explain", "no-such-rule"]), 2);
    assert_eq!(status(&["rules"]), 0);
    assert_eq!(status(&["outline", "draft.txt"]), 0);
    assert_eq!(status(&["outline", "missing.txt"]), 2);
    assert_eq!(status(&["outline", "broken"]), 2, "a folder is no file");
    assert_eq!(status(&["--version"]), 0);
    assert_eq!(status(&["--help"]), 0);
}

#[test]
fn one_bad_file_is_named_and_the_others_are_still_checked() {
    let folder = folder(&[
        ("a.txt", DRAFT.as_bytes()),
        ("bad.txt", b"\xE6\xB1\x89\xFF\xFF ok"),
        ("c.txt", DRAFT.as_bytes()),
    ]);
    let output = run(folder.path(), &["check", "--format", "json", "a.txt", "bad.txt", "c.txt"]);
    assert_eq!(code(&output), 2);
    assert_eq!(json(&output)["files"].as_array().unwrap().len(), 2);
    let lines: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    for word in ["bad.txt", "UTF-8", "offset 3", "字节偏移 3"] {
        assert!(lines[0].contains(word), "{word}: {}", lines[0]);
    }
}

#[test]
fn a_broken_configuration_is_named_once_with_its_key() {
    let folder = folder(&[
        ("dinggao.json", b"{\"rules\":{\"unbalanced-pear\":\"off\"}}"),
        ("a.txt", DRAFT.as_bytes()),
        ("b.txt", DRAFT.as_bytes()),
    ]);
    let output = run(folder.path(), &["check", "."]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    for word in ["dinggao.json", "rules.unbalanced-pear", "unbalanced-pair"] {
        assert!(stderr(&output).contains(word), "{word}");
    }
}

#[test]
fn the_nearest_configuration_holds() {
    let folder = folder(&[
        ("dinggao.json", "{\"rules\":{\"unbalanced-pair\":\"hint\"},\"locale\":\"en\"}".as_bytes()),
        ("sub/draft.txt", DRAFT.as_bytes()),
        ("other.json", "{\"rules\":{\"unbalanced-pair\":\"off\"}}".as_bytes()),
    ]);
    let severities = |arguments: &[&str]| -> Vec<Value> {
        let found = json(&run(folder.path(), arguments));
        let found = found["files"][0]["diagnostics"].as_array().unwrap().clone();
        found.into_iter().filter(|one| one["rule"] == "unbalanced-pair").collect()
    };
    let nearest = severities(&["check", "--format", "json", "sub/draft.txt"]);
    assert_eq!(nearest[0]["severity"], "hint");
    assert!(
        nearest[0]["message"].as_str().unwrap().is_ascii()
            || !nearest[0]["message"].as_str().unwrap().contains('：')
    );
    assert!(severities(&["check", "--format", "json", "--config", "other.json", "sub/draft.txt"]).is_empty());
}

#[test]
fn json_has_the_fields_of_the_interface_in_their_order() {
    let folder = draft();
    let output =
        run(folder.path(), &["check", "--format", "json", "--select", "unbalanced-pair", "draft.txt"]);
    let value = json(&output);
    assert_eq!(value["schema"], "dinggao.check/1");
    assert_eq!(value["files"][0]["encoding"], "utf-8");
    assert_eq!(value["summary"], serde_json::json!({"error":1,"warning":0,"information":0,"hint":0}));
    let one = &value["files"][0]["diagnostics"][0];
    let (start, end) = (one["start"].as_u64().unwrap() as usize, one["end"].as_u64().unwrap() as usize);
    assert_eq!(DRAFT.get(start..end).unwrap(), one["text"].as_str().unwrap());
    assert_eq!((one["line"].as_u64(), one["column"].as_u64()), (Some(13), Some(8)));
    assert_eq!((one["end_line"].as_u64(), one["end_column"].as_u64()), (Some(13), Some(9)));
    assert_eq!(one["fixes"][0]["safe"], true);
    assert_eq!(one["fixes"][0]["edits"][0]["new_text"], "\u{201D}");
    let mut at = 0;
    for key in [
        "schema",
        "files",
        "path",
        "encoding",
        "profile",
        "review_period",
        "plan_year",
        "diagnostics",
        "rule",
        "variant",
        "category",
        "severity",
        "message",
        "line",
        "column",
        "end_line",
        "end_column",
        "start",
        "end",
        "text",
        "related",
        "fixes",
        "summary",
    ] {
        let found = stdout(&output).get(at..).unwrap().find(&format!("\"{key}\":"));
        at += found.unwrap_or_else(|| panic!("{key} is missing or out of order"));
    }
    let outline = json(&run(folder.path(), &["outline", "--format", "json", "draft.txt"]));
    assert_eq!(outline["schema"], "dinggao.outline/1");
    assert_eq!(outline["outline"][0]["title"], "2023年工作回顾");
    assert_eq!(outline["outline"][0]["line"], 11);
    let indicators = json(&run(folder.path(), &["indicators", "--format", "json", "draft.txt"]));
    assert_eq!(indicators["schema"], "dinggao.indicators/1");
    assert_eq!(indicators["files"][0]["path"], "draft.txt");
    let numbers = json(&run(folder.path(), &["numbers", "--format", "json", "draft.txt"]));
    assert_eq!(numbers["schema"], "dinggao.numbers/1");
    let rules = json(&run(folder.path(), &["rules", "--format", "json"]));
    assert!(rules["rules"].as_array().unwrap().iter().any(|rule| rule["rule"] == "unbalanced-pair"));
}

#[test]
fn text_marks_the_span_under_the_line_and_is_without_colour_in_a_pipe() {
    let folder = draft();
    let output = run(folder.path(), &["check", "--select", "unbalanced-pair", "draft.txt"]);
    let text = stdout(&output);
    assert!(!text.contains('\u{1b}'));
    assert!(text.contains("[unbalanced-pair]") && text.contains("draft.txt:13:8"), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains("一窗受理") && line.contains('|')).unwrap();
    let column = lines[at + 1].find('^').unwrap();
    // 建成“一窗受理 stands before the mark: six characters of two columns and one of one.
    let prefix = lines[at].find("建成").unwrap();
    assert_eq!(column - prefix, 13, "{text}");
    assert!(text.contains("错误 1"), "{text}");
    let quiet = run(folder.path(), &["check", "--quiet", "--select", "unbalanced-pair", "draft.txt"]);
    assert!(!stdout(&quiet).contains("错误 1") && stdout(&quiet).contains("draft.txt:13:8"));
    let colored = run(folder.path(), &["check", "--color", "always", "draft.txt"]);
    assert!(stdout(&colored).contains("\u{1b}[1;31m"));
    let english =
        run(folder.path(), &["--locale", "en", "check", "--select", "unbalanced-pair", "draft.txt"]);
    assert!(stdout(&english).contains("error[unbalanced-pair]: "), "{}", stdout(&english));
    let english =
        command(folder.path(), &["check", "draft.txt"]).env("LANG", "en_US.UTF-8").output().unwrap();
    assert!(stdout(&english).contains("error[unbalanced-pair]: "));
}

#[test]
fn sarif_is_whole() {
    let folder = folder(&[("草稿 1.txt", DRAFT.as_bytes())]);
    let output =
        run(folder.path(), &["check", "--format", "sarif", "--select", "unbalanced-pair", "草稿 1.txt"]);
    assert_eq!(code(&output), 1);
    let sarif = json(&output);
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "dinggao");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = &run["results"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"] && rule["help"]["text"].is_string()));
    assert_eq!(result["level"], "error");
    assert!(result["message"]["text"].is_string());
    let physical = &result["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "%E8%8D%89%E7%A8%BF%201.txt");
    assert_eq!(physical["region"]["startLine"], 13);
    assert_eq!(physical["region"]["startColumn"], 8);
    assert_eq!(physical["region"]["endColumn"], 9);
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "\u{201D}");
    let empty = json(&self::run(
        folder.path(),
        &["check", "--format", "sarif", "--select", "mojibake", "草稿 1.txt"],
    ));
    assert_eq!(empty["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn github_and_junit_formats() {
    let folder = draft();
    let arguments = |format| ["check", "--select", "unbalanced-pair", "--format", format, "draft.txt"];
    let github = run(folder.path(), &arguments("github"));
    assert!(
        stdout(&github).starts_with(
            "::error file=draft.txt,line=13,endLine=13,col=8,endColumn=9,title=unbalanced-pair::"
        ),
        "{}",
        stdout(&github)
    );
    assert_eq!(stdout(&github).lines().count(), 1);
    let junit = run(folder.path(), &arguments("junit"));
    let text = stdout(&junit);
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    assert!(text.contains("<testsuites name=\"dinggao\" tests=\"1\" failures=\"1\" errors=\"0\">"), "{text}");
    assert!(text.contains("<testcase name=\"unbalanced-pair 13:8\""), "{text}");
    assert_eq!(text.matches("<testsuite ").count(), text.matches("</testsuite>").count());
}

#[test]
fn csv_opens_in_a_spreadsheet() {
    let folder = draft();
    for arguments in
        [["numbers", "--format", "csv", "draft.txt"], ["indicators", "--format", "csv", "draft.txt"]]
    {
        let output = run(folder.path(), &arguments);
        let text = stdout(&output).strip_prefix('\u{FEFF}').expect("a byte order mark");
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        assert!(csv.headers().unwrap().iter().any(|name| name == "value"));
        assert!(csv.records().all(|record| record.is_ok()));
    }
}

/// What `--fix` keeps: the encoding, its mark and the line ends.
#[test]
fn fix_keeps_encoding_mark_line_ends_and_permissions() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let gb = |text: &str| GB18030.encode(text).0.into_owned();
    let bom = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16 = |text: &str| {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let utf16_be = |text: &str| {
        let mut bytes = vec![0xFE, 0xFF];
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        bytes
    };
    type Encoder<'a> = &'a dyn Fn(&str) -> Vec<u8>;
    let encodings: [(&str, Encoder<'_>); 6] = [
        ("utf-8", &|text| text.as_bytes().to_vec()),
        ("utf-8", &|text| crlf(text).into_bytes()),
        ("utf-8-bom", &bom),
        ("gb18030", &|text| gb(&crlf(text))),
        ("utf-16le", &utf16),
        ("utf-16be", &|text| utf16_be(&text.replace('\n', "\r"))),
    ];
    for (label, encode) in encodings {
        let folder = folder(&[("draft.txt", &encode(DRAFT))]);
        let file = folder.path().join("draft.txt");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        }
        let before = run(folder.path(), &["check", "--format", "json", "draft.txt"]);
        assert_eq!(json(&before)["files"][0]["encoding"], label);
        assert_eq!(fs::read(&file).unwrap(), encode(DRAFT), "check writes nothing");
        let output = run(folder.path(), &["check", "--fix", "--select", "unbalanced-pair", "draft.txt"]);
        assert_eq!(code(&output), 0, "{label}: nothing remains: {}{}", stdout(&output), stderr(&output));
        assert_eq!(fs::read(&file).unwrap(), encode(&DRAFT.replace(WRONG, RIGHT)), "{label}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }
}

#[test]
fn diff_shows_what_fix_would_do_and_writes_nothing() {
    let folder = draft();
    let output = run(folder.path(), &["check", "--diff", "--select", "unbalanced-pair", "draft.txt"]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    assert!(text.starts_with("--- a/draft.txt\n+++ b/draft.txt\n@@ "), "{text}");
    assert!(text.contains(&format!("-建成{WRONG}")) && text.contains(&format!("+建成{RIGHT}")), "{text}");
    assert_eq!(fs::read_to_string(folder.path().join("draft.txt")).unwrap(), DRAFT);
    assert_eq!(code(&run_with_stdin(&["check", "--fix", "-"], DRAFT.as_bytes())), 2);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_read_only_file_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = draft();
    std::os::unix::fs::symlink("draft.txt", folder.path().join("link.txt")).unwrap();
    assert_eq!(code(&run(folder.path(), &["check", "--fix", "--select", "unbalanced-pair", "link.txt"])), 0);
    assert!(fs::symlink_metadata(folder.path().join("link.txt")).unwrap().is_symlink());
    let file = folder.path().join("draft.txt");
    assert!(fs::read_to_string(&file).unwrap().contains(RIGHT));
    fs::write(&file, DRAFT).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let output = run(folder.path(), &["check", "--fix", "draft.txt"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("read-only"));
    assert_eq!(fs::read_to_string(&file).unwrap(), DRAFT);
}

#[test]
fn folders_are_searched_in_order_and_only_for_drafts() {
    let folder = folder(&[
        ("b/2.md", DRAFT.as_bytes()),
        ("b/1.txt", DRAFT.as_bytes()),
        ("a.markdown", DRAFT.as_bytes()),
        ("notes.txt", "买菜，做饭。\n".as_bytes()),
        ("table.csv", DRAFT.as_bytes()),
        (".hidden/x.txt", DRAFT.as_bytes()),
        (".gitignore", b"ignored/\n"),
        ("ignored/x.txt", DRAFT.as_bytes()),
        ("archive/x.txt", DRAFT.as_bytes()),
        ("dinggao.json", b"{\"exclude\":[\"archive/**\"]}"),
    ]);
    let output = run(folder.path(), &["check", "--format", "json", "."]);
    let value = json(&output);
    let paths: Vec<&str> =
        value["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["./a.markdown", "./b/1.txt", "./b/2.md"]);
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    assert!(stderr(&output).contains(" 1 "), "one passed over: {}", stderr(&output));
    for _ in 0..3 {
        assert_eq!(run(folder.path(), &["check", "--format", "json", "."]).stdout, output.stdout);
    }
    let named = json(&run(folder.path(), &["check", "--format", "json", "notes.txt", "archive/x.txt"]));
    assert_eq!(named["files"].as_array().unwrap().len(), 2, "named files are always checked");
}

#[test]
fn stdin_is_a_file_named_dash() {
    let output =
        run_with_stdin(&["check", "--format", "json", "--select", "unbalanced-pair", "-"], DRAFT.as_bytes());
    assert_eq!(code(&output), 1);
    assert_eq!(json(&output)["files"][0]["path"], "-");
    let output = run_with_stdin(&["numbers", "--format", "json", "-"], "完成2项，列全省第3位".as_bytes());
    assert_eq!(code(&output), 0);
    // Ordinals are no quantities.
    assert_eq!(json(&output)["numbers"].as_array().unwrap().len(), 1);
    assert_eq!(json(&output)["numbers"][0]["text"], "2项");
}

#[test]
fn odd_files_give_quiet_answers() {
    let one_line = DRAFT.replace('\n', "");
    let folder = folder(&[
        ("empty.txt", b""),
        ("line.txt", one_line.as_bytes()),
        ("nul.txt", b"\0\0\0"),
        ("marks.txt", "\u{FEFF}\u{202E}\u{0}\r\r\n\u{2028}".as_bytes()),
    ]);
    for name in ["empty.txt", "line.txt", "nul.txt", "marks.txt"] {
        for arguments in [
            ["check", "--fail-on=never", name],
            ["outline", "--format=json", name],
            ["numbers", "--format=csv", name],
            ["indicators", "--format=markdown", name],
        ] {
            let output = run(folder.path(), &arguments);
            assert_eq!((code(&output), stderr(&output)), (0, ""), "{arguments:?}");
        }
    }
}

#[test]
fn ten_megabytes_are_read_and_too_much_is_refused() {
    let mut text = DRAFT.to_owned();
    while text.len() < 10_000_000 {
        text.push_str(
            "全市完成投资128亿元，增长8.5%，新开工项目46个，群众满意度稳步提高，各项工作有序推进。\n",
        );
    }
    let folder = folder(&[("large.txt", text.as_bytes())]);
    let output =
        run(folder.path(), &["check", "--format", "json", "--select", "unbalanced-pair", "large.txt"]);
    assert_eq!((code(&output), json(&output)["summary"]["error"].as_u64()), (1, Some(1)));
    let file = fs::File::create(folder.path().join("huge.txt")).unwrap();
    file.set_len(64 * 1024 * 1024 + 1).unwrap();
    let output = run(folder.path(), &["check", "huge.txt"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("huge.txt") && stderr(&output).contains("64 MiB"));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut text = DRAFT.to_owned();
    for _ in 0..3000 {
        text.push_str("建成“一窗受理\u{201C}平台，办理时限缩短一半。\n");
    }
    let folder = folder(&[("draft.txt", text.as_bytes())]);
    let mut child = command(folder.path(), &["check", "--select", "unbalanced-pair", "draft.txt"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
}

#[test]
fn word_processor_files_are_named_as_such() {
    let folder = folder(&[("报告.docx", b"PK\x03\x04\xFF\xFF\xFF\xFF")]);
    let output = run(folder.path(), &["check", "报告.docx"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("Word"), "{}", stderr(&output));
}

#[test]
fn the_help_lists_every_command_in_both_languages() {
    let output = run(Path::new("."), &["--help"]);
    for word in ["check", "outline", "indicators", "numbers", "rules", "explain", "lsp", "用法", "Usage"] {
        assert!(stdout(&output).contains(word), "{word}");
    }
}

/// A draft with one masked figure, and the entry that accepts it.
fn masked() -> (String, String) {
    let draft = DRAFT.replace(WRONG, RIGHT) + "\n新建道路**公里。\n";
    let options = dinggao::report::Options::default();
    let report = dinggao::report::Report::read(&draft, &options, &mut dinggao::report::Memo::default());
    let found = dinggao::checks::run(&report, &dinggao::checks::Policy::default());
    let finding = found.iter().find(|finding| finding.rule.name == "masked-text").unwrap();
    let entry = dinggao::workspace::Entry::new("稿/draft.txt", &report, finding, "2026-01-31");
    let text = entry.insertion("").unwrap().new_text;
    (draft, text)
}

#[test]
fn what_was_accepted_is_counted_and_lapses_with_its_sentence() {
    let (draft, accepted) = masked();
    let folder = folder(&[("稿/draft.txt", draft.as_bytes()), ("other.txt", draft.as_bytes())]);
    let check = |arguments: &[&str]| run(folder.path(), &[&["check"], arguments].concat());
    let before = check(&["--format", "json", "稿/draft.txt"]);
    assert!(stdout(&before).contains("masked-text"), "{}", stdout(&before));
    assert_eq!(json(&before)["summary"].get("accepted"), None, "only where something was accepted");

    let register = folder.path().join(".dinggao/accepted.json");
    fs::create_dir_all(register.parent().unwrap()).unwrap();
    fs::write(&register, &accepted).unwrap();
    let after = check(&["--format", "json", "稿/draft.txt"]);
    assert!(!stdout(&after).contains("masked-text"), "{}", stdout(&after));
    assert_eq!(json(&after)["summary"]["accepted"], 1);
    let text = check(&["稿/draft.txt"]);
    assert!(stdout(&text).contains("已接受 1 处。"), "{}", stdout(&text));
    let english = run(folder.path(), &["--locale", "en", "check", "稿/draft.txt"]);
    assert!(stdout(&english).contains("1 accepted."), "{}", stdout(&english));
    assert!(stdout(&check(&["other.txt"])).contains("masked-text"), "another file");
    // From inside the folder the file is the same one.
    let inside = run(&folder.path().join("稿"), &["check", "draft.txt"]);
    assert!(stdout(&inside).contains("已接受 1 处。"), "{}", stdout(&inside));
    // Nothing was written but what we wrote.
    assert_eq!(fs::read_to_string(folder.path().join("稿/draft.txt")).unwrap(), draft);
    assert_eq!(fs::read_to_string(&register).unwrap(), accepted);

    fs::write(folder.path().join("稿/draft.txt"), draft.replace("新建道路", "新建公路")).unwrap();
    let changed = check(&["--format", "json", "稿/draft.txt"]);
    assert!(stdout(&changed).contains("masked-text"), "lapsed");
    assert_eq!(json(&changed)["summary"].get("accepted"), None);
}

#[test]
fn a_broken_register_is_named_once_and_accepts_nothing() {
    let (draft, accepted) = masked();
    let broken = accepted.replace("\"rule\"", "\"rulez\"");
    let folder = folder(&[
        ("稿/draft.txt", draft.as_bytes()),
        ("稿/second.txt", draft.as_bytes()),
        (".dinggao/accepted.json", broken.as_bytes()),
    ]);
    let output = run(folder.path(), &["check", "."]);
    assert_eq!(code(&output), 2);
    assert!(stdout(&output).contains("masked-text"), "the files are checked all the same");
    let lines: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    for word in ["accepted.json", "rulez", "请改正这个文件", "correct this file"] {
        assert!(lines[0].contains(word), "{word}: {}", lines[0]);
    }
    // Other commands do not ask what was accepted.
    assert_eq!(code(&run(folder.path(), &["numbers", "稿/draft.txt"])), 0);
}
