//! Diagnostics that the client asks for: by document and for every draft of the folders.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::Client;

/// A draft with one masked figure, after a character outside the basic plane.
const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n\u{20BB7}镇新建道路**公里。\n二、2031年工作安排\n加快发展。\n";

fn uri(path: &Path) -> String {
    lsp_types::Url::from_file_path(path).unwrap().to_string()
}

fn capabilities(encoding: &str) -> Value {
    json!({
        "general": {"positionEncodings": [encoding]},
        "textDocument": {"diagnostic": {}, "publishDiagnostics": {}},
        "workspace": {"diagnostics": {"refreshSupport": true}}
    })
}

fn pull(client: &mut Client, uri: &str, previous: &Value) -> Value {
    let params = json!({"textDocument": {"uri": uri}, "previousResultId": previous});
    client.request("textDocument/diagnostic", params)
}

fn masked(items: &Value) -> Vec<&Value> {
    items.as_array().unwrap().iter().filter(|it| it["code"] == "masked-text").collect()
}

#[test]
fn a_document_is_told_when_it_is_asked_about_and_not_again_unchanged() {
    for (encoding, character) in [("utf-8", 19), ("utf-16", 7), ("utf-32", 6)] {
        let (mut client, answer) = Client::greeted(capabilities(encoding));
        assert_eq!(
            answer["capabilities"]["diagnosticProvider"],
            json!({"interFileDependencies": false, "workspaceDiagnostics": true})
        );
        let uri = "untitled:Untitled-1";
        client.open(uri, "plaintext", 1, DRAFT);
        let first = pull(&mut client, uri, &Value::Null);
        assert_eq!(first["kind"], "full");
        let start = json!({"line": 5, "character": character});
        assert_eq!(masked(&first["items"])[0]["range"]["start"], start, "{encoding}");
        let again = pull(&mut client, uri, &first["resultId"]);
        assert_eq!(again, json!({"kind": "unchanged", "resultId": first["resultId"]}));
        client.change(uri, 2, json!([{"text": DRAFT.replace("**", "12")}]));
        let mended = pull(&mut client, uri, &first["resultId"]);
        assert_eq!((&mended["kind"], masked(&mended["items"]).len()), (&json!("full"), 0));
        client.open("file:///notes.md", "markdown", 1, "新建道路**公里。");
        assert_eq!(pull(&mut client, "file:///notes.md", &Value::Null)["items"], json!([]));
        assert_eq!(pull(&mut client, "file:///never-opened.md", &Value::Null)["items"], json!([]));
        let pushed = |it: &Value| it["method"] == "textDocument/publishDiagnostics";
        assert!(!client.settled().iter().any(pushed), "a client that asks is not pushed to");
    }
}

/// What `workspace/diagnostic` tells, by the last part of the name, with its kind and number of masked figures.
fn workspace(client: &mut Client, previous: &Value, token: Option<&str>) -> (Vec<Value>, Vec<Value>) {
    let mut params = json!({"previousResultIds": previous});
    if let Some(token) = token {
        params["partialResultToken"] = json!(token);
        params["workDoneToken"] = json!("work");
    }
    let answer = client.request("workspace/diagnostic", params)["items"].as_array().unwrap().clone();
    let mut parts = Vec::new();
    if let Some(token) = token {
        // Parts come before the answer, or they would come too late.
        for message in client.kept().iter().filter(|it| it["params"]["token"] == *token) {
            parts.extend(message["params"]["value"]["items"].as_array().unwrap().clone());
        }
        let end = |it: &&Value| it["params"]["token"] == "work" && it["params"]["value"]["kind"] == "end";
        assert!(client.kept().iter().find(end).is_some(), "its work is over");
    }
    (answer, parts)
}

fn told(items: &[Value]) -> Vec<(&str, &str)> {
    items
        .iter()
        .map(|it| (it["uri"].as_str().unwrap().rsplit('/').next().unwrap(), it["kind"].as_str().unwrap()))
        .collect()
}

#[test]
fn every_draft_of_the_folders_is_told_in_parts_and_only_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    for name in ["a.txt", "b.md", "hidden.txt"] {
        fs::write(file(name), DRAFT).unwrap();
    }
    fs::write(file("notes.md"), "新建道路**公里。").unwrap();
    fs::write(file(".gitignore"), "hidden.txt\n").unwrap();
    let params =
        json!({"processId": null, "rootUri": uri(folder.path()), "capabilities": capabilities("utf-16")});
    let (mut client, _) = Client::with(params);

    let (answer, parts) = workspace(&mut client, &json!([]), Some("parts"));
    assert_eq!(answer, [] as [Value; 0], "all of it came in parts");
    assert_eq!(told(&parts), [("a.txt", "full"), ("b.md", "full")]);
    assert!(parts.iter().all(|it| masked(&it["items"]).len() == 1 && it["version"].is_null()));
    let known: Vec<Value> =
        parts.iter().map(|it| json!({"uri": it["uri"], "value": it["resultId"]})).collect();

    let (answer, _) = workspace(&mut client, &json!(known), None);
    assert_eq!(told(&answer), [("a.txt", "unchanged"), ("b.md", "unchanged")]);

    // What is open counts as the client has it; what is gone is taken back.
    client.open(&uri(&file("a.txt")), "plaintext", 7, &DRAFT.replace("**", "12"));
    fs::remove_file(file("b.md")).unwrap();
    let (answer, _) = workspace(&mut client, &json!(known), None);
    assert_eq!(told(&answer), [("a.txt", "full"), ("b.md", "full")]);
    assert_eq!((&answer[0]["version"], &answer[1]["items"]), (&json!(7), &json!([])));
    assert_eq!(masked(&answer[0]["items"]).len(), 0);

    // Another configuration: the client is asked to ask again.
    fs::write(file("dinggao.json"), r#"{"rules":{"masked-text":"off"}}"#).unwrap();
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri(&file("dinggao.json")), "type": 1}]}),
    );
    let refresh = client.wait(|it| it["method"] == "workspace/diagnostic/refresh");
    assert!(refresh.get("id").is_some());
    client.close(&uri(&file("a.txt")));
    let (answer, _) = workspace(&mut client, &json!([]), None);
    assert_eq!((told(&answer), masked(&answer[0]["items"]).len()), (vec![("a.txt", "full")], 0));
}

#[test]
fn a_client_that_cannot_ask_again_is_not_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut capabilities = capabilities("utf-16");
    capabilities["workspace"]["diagnostics"] = json!({});
    let params = json!({"processId": null, "rootUri": uri(folder.path()), "capabilities": capabilities});
    let (mut client, _) = Client::with(params);
    let changed = json!({"changes": [{"uri": uri(&folder.path().join("dinggao.json")), "type": 1}]});
    client.notify("workspace/didChangeWatchedFiles", changed);
    // The answer comes after the folders were read, and so after the configuration was.
    client.request("workspace/symbol", json!({"query": ""}));
    let refresh = |it: &Value| it["method"] == "workspace/diagnostic/refresh";
    assert!(!client.settled().iter().any(refresh));
}

#[test]
fn asking_about_many_drafts_can_be_cancelled_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let text = DRAFT.replace("加快发展。", &"加快发展，持续改善民生。\n".repeat(200));
    for number in 0..200 {
        fs::write(folder.path().join(format!("{number:03}.txt")), &text).unwrap();
    }
    let params =
        json!({"processId": null, "rootUri": uri(folder.path()), "capabilities": capabilities("utf-16")});
    let (mut client, _) = Client::with(params);
    let id =
        client.ask("workspace/diagnostic", json!({"previousResultIds": [], "partialResultToken": "parts"}));
    // It is at work when the first part comes.
    client.wait(|it| it["method"] == "$/progress");
    client.notify("$/cancelRequest", json!({"id": id}));
    assert_eq!(client.answer_to(id)["error"]["code"], -32800);
    let parts = client.settled().iter().filter(|it| it["method"] == "$/progress");
    let told: usize = parts.map(|it| it["params"]["value"]["items"].as_array().unwrap().len()).sum();
    assert!(told < 200, "it went on");
}
