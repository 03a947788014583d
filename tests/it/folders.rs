//! Drafts of the open folders as a client meets them: names across drafts, links between files, reading in
//! the background.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::Client;

/// A draft of a town with one figure; the character outside the basic plane stands before the name.
fn draft(town: &str, figure: &str) -> String {
    format!(
        "{town}镇政府工作报告\n——2031年1月10日在{town}镇第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表镇政府报告工作，请予审议。\n一、2030年工作回顾\n\u{20BB7}水之滨，地区生产总值{figure}亿元，见附件1、附件2，另见《{town}镇2031年计划草案》。\n二、2031年工作安排\n加快发展。\n附件1：{town}镇项目表\n"
    )
}

fn uri(path: &Path) -> String {
    lsp_types::Url::from_file_path(path).unwrap().to_string()
}

/// A client with these folders open, which counts in `encoding` and shows progress if asked.
fn opened(folders: &[&Path], encoding: &str, progress: bool) -> Client {
    let folders: Vec<Value> = folders
        .iter()
        .map(|path| json!({"uri": uri(path), "name": path.file_name().unwrap().to_str()}))
        .collect();
    let capabilities = json!({
        "general": {"positionEncodings": [encoding]}, "window": {"workDoneProgress": progress},
        "workspace": {"workspaceFolders": true}
    });
    let params = json!({"processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities});
    Client::with(params).0
}

fn symbols(client: &mut Client, query: &str) -> Vec<Value> {
    client.request("workspace/symbol", json!({"query": query})).as_array().unwrap().clone()
}

fn names(symbols: &[Value]) -> Vec<(&str, &str)> {
    symbols
        .iter()
        .map(|it| {
            let uri = it["location"]["uri"].as_str().unwrap();
            (it["name"].as_str().unwrap(), uri.rsplit('/').next().unwrap())
        })
        .collect()
}

#[test]
fn names_are_found_in_every_folder_and_in_what_is_open() {
    // Drafts come in the order of their paths.
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    fs::create_dir(&one).unwrap();
    fs::create_dir(&other).unwrap();
    fs::write(one.join("a.txt"), draft("云溪", "28")).unwrap();
    fs::write(one.join("old.txt"), draft("云溪", "27")).unwrap();
    fs::write(one.join(".gitignore"), "old.txt\n").unwrap();
    fs::write(one.join("notes.md"), "# 随手记\n地区生产总值再核一遍。\n").unwrap();
    fs::write(other.join("b.md"), draft("江左", "31")).unwrap();
    for (encoding, character) in [("utf-8", 16), ("utf-16", 6), ("utf-32", 5)] {
        let mut client = opened(&[&one, &other], encoding, false);
        let found = symbols(&mut client, "生产总值");
        assert_eq!(names(&found), [("地区生产总值", "a.txt"), ("地区生产总值", "b.md")]);
        let start = json!({"line": 5, "character": character});
        assert_eq!(found[0]["location"]["range"]["start"], start, "{encoding}");
        assert_eq!(found[0]["containerName"], "a.txt 云溪镇政府工作报告");
        let found = symbols(&mut client, "DQSCZZ");
        assert_eq!(names(&found)[0], ("地区生产总值 \u{B7} DQSCZZ", "a.txt"), "editors filter by the label");
        let found = symbols(&mut client, "工作回顾");
        assert_eq!(names(&found), [("一、2030年工作回顾", "a.txt"), ("一、2030年工作回顾", "b.md")]);
        assert_eq!(symbols(&mut client, "没有这个"), [] as [Value; 0]);
    }

    // What is open counts as it is there, saved or not, in a folder or not.
    let mut client = opened(&[&one], "utf-16", false);
    let a = uri(&one.join("a.txt"));
    client.open(&a, "plaintext", 1, &draft("云溪", "28").replace("地区生产总值", "粮食产量"));
    client.open("untitled:Untitled-1", "plaintext", 1, &draft("沙洲", "9"));
    let found = symbols(&mut client, "生产总值");
    assert_eq!(names(&found), [("地区生产总值", "untitled:Untitled-1")]);
    client.close(&a);
    client.close("untitled:Untitled-1");
    assert_eq!(names(&symbols(&mut client, "生产总值")), [("地区生产总值", "a.txt")]);

    // Folders come and go.
    let as_folder = |path: &Path| json!({"uri": uri(path), "name": "x"});
    let event = json!({"added": [as_folder(&other)], "removed": [as_folder(&one)]});
    client.notify("workspace/didChangeWorkspaceFolders", json!({"event": event}));
    for _ in 0..200 {
        if names(&symbols(&mut client, "生产总值")) == [("地区生产总值", "b.md")] {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the folders do not change");
}

#[test]
fn references_lead_to_annexes_and_cited_files_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("报告.txt");
    fs::write(&own, draft("云溪", "28")).unwrap();
    fs::write(folder.path().join("附件2-民生实事.md"), "民生实事\n").unwrap();
    fs::write(folder.path().join("计划.txt"), "云溪镇2031年计划草案\n一、总体要求\n").unwrap();
    let line = draft("云溪", "28").lines().nth(5).unwrap().to_owned();
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = opened(&[folder.path()], encoding, false);
        client.open(&uri(&own), "plaintext", 1, &draft("云溪", "28"));
        let answer = client.request("textDocument/documentLink", json!({"textDocument": {"uri": uri(&own)}}));
        let width = |text: &str| match encoding {
            "utf-8" => text.len(),
            "utf-16" => text.encode_utf16().count(),
            _ => text.chars().count(),
        };
        let start = |what: &str| width(line.split(what).next().unwrap());
        let expected = [
            (start("附件1"), format!("{}#L9", uri(&own))),
            (start("附件2"), uri(&folder.path().join("附件2-民生实事.md"))),
            (start("云溪镇2031"), uri(&folder.path().join("计划.txt"))),
        ];
        let found: Vec<(usize, String)> = answer
            .as_array()
            .unwrap()
            .iter()
            .map(|it| {
                let character = it["range"]["start"]["character"].as_u64().unwrap();
                (usize::try_from(character).unwrap(), it["target"].as_str().unwrap().to_owned())
            })
            .collect();
        assert_eq!(found, expected, "{encoding}");
        client.open("file:///notes.md", "markdown", 1, "见附件1。\n附件1：表\n");
        let notes = json!({"textDocument": {"uri": "file:///notes.md"}});
        assert_eq!(client.request("textDocument/documentLink", notes), Value::Null);
    }
}

/// Lets the server show work, and waits for its beginning.
fn begun(client: &mut Client) -> Value {
    let create = client.wait(|it| it["method"] == "window/workDoneProgress/create");
    client.body(&json!({"jsonrpc": "2.0", "id": create["id"], "result": null}).to_string());
    let token = create["params"]["token"].clone();
    let begin = progressed(client, &token, "begin");
    assert_eq!(begin["cancellable"], true);
    token
}

fn progressed(client: &mut Client, token: &Value, kind: &str) -> Value {
    let message = client.wait(|it| {
        it["method"] == "$/progress"
            && it["params"]["token"] == *token
            && it["params"]["value"]["kind"] == kind
    });
    message["params"]["value"].clone()
}

#[test]
fn reading_the_folders_is_shown_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let all = 400;
    for number in 0..all {
        let text = draft("云溪", &number.to_string())
            .replace("加快发展。", &"加快发展，持续改善民生。\n".repeat(40));
        fs::write(folder.path().join(format!("{number:03}.txt")), text).unwrap();
    }
    let mut client = opened(&[folder.path()], "utf-16", true);
    let token = begun(&mut client);
    client.notify("window/workDoneProgress/cancel", json!({"token": token}));
    progressed(&mut client, &token, "end");
    assert!(symbols(&mut client, "地区生产总值").len() < all, "it went on");

    for number in 3..all {
        fs::remove_file(folder.path().join(format!("{number:03}.txt"))).unwrap();
    }
    let mut client = opened(&[folder.path()], "utf-16", true);
    let token = begun(&mut client);
    progressed(&mut client, &token, "end");
    assert_eq!(symbols(&mut client, "地区生产总值").len(), 3);
}
