//! Texts that nobody would write: the process lives, the time grows with the size and not with its
//! square, and what is too large is refused with a word that says what to do. Growth is measured as
//! time at n and at 4 n, with room for noise: a square shows as sixteen.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::Client;
use crate::support::{findings, read};

const HEAD: &str = "澄州市政府工作报告\n——2031年1月10日在澄州市第三届人民代表大会第五次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2030年工作回顾\n";

fn check(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dinggao")).current_dir(folder).args(arguments).output().unwrap()
}

/// How long reading and checking takes.
fn work(text: &str) -> Duration {
    let begun = Instant::now();
    let report = read(text);
    std::hint::black_box(findings(&report));
    begun.elapsed()
}

type Make = fn(usize) -> String;

/// Every shape at some size, as small as shows a square.
const SHAPES: &[(&str, usize, Make)] = &[
    ("one line", 50, |n| "全年产值128亿元，增长8.5%，新建道路46公里。".repeat(n)),
    ("headings", 200, |n| (0..n).map(|at| format!("(一)推进第{at}项工作\n")).collect()),
    ("unnumbered lines", 266, |n| "###### 推进\n".repeat(n)),
    ("notes", 100, |n| (0..n).map(|at| format!("推进甲乙[{at}]工作\n")).collect()),
    ("brackets", 1000, |n| "（".repeat(n)),
    ("pairs", 1000, |n| "（）".repeat(n)),
    ("digits", 3333, |n| format!("产值{}亿元。", "1".repeat(n))),
    ("Chinese digits", 1000, |n| format!("产值{}元。", "一百万".repeat(n))),
    ("combining marks", 3333, |n| format!("产值e{}亿元。", "\u{301}".repeat(n))),
    ("NUL bytes", 500, |n| "产值\0 3亿元\0".repeat(n)),
    ("a sentence without end", 500, |n| "增长3%、".repeat(n)),
    ("a chain of changes", 166, |n| "由3亿元增加到5亿元，增长60%，".repeat(n)),
    ("numbers and blanks", 500, |n| "13800000000 ".repeat(n)),
    ("mixed line ends", 266, |n| "产值3亿元。\n甲\r\n乙\r丙\n\r".repeat(n)),
    ("comments", 133, |n| "<!-- dinggao-disable mojibake -->\n全年**公里。\n".repeat(n)),
];

#[test]
fn the_time_grows_with_the_size_and_not_with_its_square() {
    let mut wrong = Vec::new();
    for &(name, size, make) in SHAPES {
        let text = |n: usize| format!("{HEAD}{}\n", make(n));
        let (small, large) = (text(size), text(4 * size));
        // One of three: others work on this machine too.
        let growth: Vec<f64> = (0..3)
            .map(|_| work(&large).as_secs_f64() / work(&small).as_secs_f64().max(0.002))
            .take_while(|&growth| growth > 8.0)
            .collect();
        if growth.len() == 3 {
            wrong.push(format!("{name}: {growth:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sentence_that_runs_on_is_cut_and_its_figures_stay() {
    let text = format!("{HEAD}{}\n", "增长3%、".repeat(4000));
    let report = read(&text);
    let long = report.paragraphs.iter().max_by_key(|it| it.text().len()).unwrap();
    assert_eq!(long.reading.quantities.len(), 4000);
    let longest = long.reading.sentences.iter().map(|it| it.span.len()).max().unwrap();
    assert!(longest <= 8 * 1024 + 20, "{longest}");
    let whole: usize = long.reading.sentences.iter().map(|it| it.span.len()).sum();
    assert_eq!(whole, long.text().len(), "nothing is left out");
}

#[test]
fn what_is_larger_than_the_limit_is_refused_and_the_limit_can_be_set() {
    let folder = tempfile::tempdir().unwrap();
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(100 << 20).unwrap();
    fs::write(folder.path().join("small.txt"), HEAD).unwrap();
    for command in ["check", "indicators", "outline", "numbers"] {
        let output = check(folder.path(), &[command, "large.txt"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(told.contains("large.txt") && told.contains("64 MiB"), "{command}: {told}");
        assert!(told.contains("请拆分") && told.contains("split the file"), "{command}: {told}");
        assert!(told.contains("sizeLimit") && told.lines().count() == 1, "{command}: {told}");
    }
    fs::write(folder.path().join("dinggao.json"), "{\"sizeLimit\":1}").unwrap();
    fs::File::create(folder.path().join("two.txt")).unwrap().set_len((1 << 20) + 1).unwrap();
    let output = check(folder.path(), &["check", "two.txt", "small.txt"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("two.txt") && told.contains("1 MiB") && !told.contains("small.txt"), "{told}");
    fs::write(folder.path().join("dinggao.json"), "{\"sizeLimit\":0}").unwrap();
    let output = check(folder.path(), &["check", "small.txt"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("sizeLimit"));
}

#[test]
fn a_draft_that_is_too_large_says_so_in_the_editor_until_it_is_smaller() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dinggao.json"), "{\"sizeLimit\":1}").unwrap();
    let root = lsp_types::Url::from_file_path(folder.path()).unwrap();
    let (mut client, _) =
        Client::with(json!({"processId": null, "rootUri": root, "capabilities": {}, "locale": "en"}));
    let uri = format!("{root}/a.txt");
    let text = format!("{HEAD}{}", "全年产值128亿元。\n".repeat(50_000));
    assert!(text.len() > 1 << 20);
    client.open(&uri, "plaintext", 1, &text);
    let told = client.diagnostics(&uri);
    let all = told["diagnostics"].as_array().unwrap();
    assert_eq!(all.len(), 1, "{told}");
    assert!(all[0]["message"].as_str().unwrap().contains("larger than 1 MiB"), "{told}");
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}));
    assert!(symbols.as_array().is_none_or(Vec::is_empty), "{symbols}");
    client.change(&uri, 2, json!([{"text": format!("{HEAD}完成投资**亿元。\n")}]));
    let told = client.diagnostics(&uri);
    let codes: Vec<&Value> = told["diagnostics"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
    assert!(codes.contains(&&json!("masked-text")), "{told}");
    // What is no draft stays silent however large it is.
    let log = format!("{root}/b.txt");
    client.open(&log, "plaintext", 1, &"a line\n".repeat(200_000));
    assert!(client.settled().iter().all(|it| it["params"]["uri"] != json!(log)));
}

/// The server still answers.
fn lives(client: &mut Client, uri: &str) {
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}));
    assert!(symbols.as_array().is_some_and(|it| !it.is_empty()), "{symbols}");
}

#[test]
fn many_documents_and_a_storm_of_changes_leave_the_server_alive() {
    let (mut client, _) = Client::greeted(json!({}));
    for at in 0..200 {
        client.open(&format!("file:///{at}.txt"), "plaintext", 1, HEAD);
    }
    let uri = "file:///199.txt";
    for version in 2..302 {
        // Ranges that overlap, run backwards, leave the text, and point into a surrogate pair.
        let range = |a: u32, b: u32, c: u32, d: u32| json!({"start": {"line": a, "character": b}, "end": {"line": c, "character": d}});
        let changes = json!([
            {"range": range(5, 0, 5, 9), "text": "\u{20BB7}\u{1F600}甲"},
            {"range": range(5, 1, 5, 3), "text": "乙"},
            {"range": range(5, 4, 5, 1), "text": "\0"},
            {"range": range(9999, 7, u32::MAX, u32::MAX), "text": ""},
        ]);
        client.change(uri, version, changes);
    }
    lives(&mut client, uri);
    for at in 0..200 {
        client.close(&format!("file:///{at}.txt"));
    }
    client.open("file:///new.txt", "plaintext", 1, HEAD);
    lives(&mut client, "file:///new.txt");
}

#[test]
fn deep_json_and_odd_bytes_cost_only_themselves() {
    let (mut client, _) = Client::greeted(json!({}));
    for depth in [1000, 100_000] {
        client.body(&"[".repeat(depth));
        client.body(&format!(
            "{{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":{}1{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        ));
    }
    client.open("file:///a.txt", "plaintext", 1, HEAD);
    lives(&mut client, "file:///a.txt");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), HEAD).unwrap();
    fs::write(folder.path().join("dinggao.json"), "[".repeat(100_000)).unwrap();
    let output = check(folder.path(), &["check", "a.txt"]);
    assert_eq!(output.status.code(), Some(2), "a deep configuration is refused, not the process");
    assert!(String::from_utf8(output.stderr).unwrap().contains("dinggao.json"));
}
