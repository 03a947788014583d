//! The server under rough handling, each time a real process: floods of edits and configurations, cancels,
//! panics, clients that stop reading, half messages, documents closed while they are read. Waits are
//! bounded; what is asserted is order and content, never how fast it came.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "file:///draft.txt";

const HEAD: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n";

/// A small draft with one masked figure.
fn draft() -> String {
    format!("{HEAD}\u{20BB7}镇新建道路**公里。\n二、2031年工作安排\n加快发展。\n")
}

/// A draft that takes long to read: no two of its paragraphs are the same.
fn long_draft(paragraphs: usize) -> String {
    let body: String = (1..=paragraphs)
        .map(|n| format!("第{n}批项目完成投资{n}.5亿元，增长6.2%，新建道路{n}公里。\n"))
        .collect();
    format!("{}{body}", draft())
}

fn opened() -> Client {
    let (mut client, _) = Client::greeted(json!({}));
    client.open(URI, "plaintext", 1, &draft());
    client.diagnostics(URI);
    client
}

fn document() -> Value {
    json!({"textDocument": {"uri": URI}})
}

fn uri(path: &Path) -> String {
    lsp_types::Url::from_file_path(path).unwrap().to_string()
}

fn is_published(message: &Value) -> bool {
    message["method"] == "textDocument/publishDiagnostics"
}

fn is_masked(published: &Value) -> bool {
    published["diagnostics"].as_array().unwrap().iter().any(|it| it["code"] == "masked-text")
}

/// A message with its header.
fn framed(message: &Value) -> String {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn four_hundred_edits_are_each_seen_by_the_request_behind_them() {
    let mut client = opened();
    // Letters are added at the end, then taken from the beginning: no two states are the same.
    let letter = |n: usize| char::from_u32(0x4E00 + u32::try_from(n).unwrap()).unwrap();
    let states: Vec<String> = (1..=200)
        .map(|last| (0..last).map(letter).collect())
        .chain((1..=200).map(|first| (first..200).map(letter).collect()))
        .collect();
    let mut asked = Vec::new();
    for n in 0..400 {
        let place = |character: usize| json!({"line": 4, "character": 11 + character});
        let change = if n < 200 {
            json!([{"range": {"start": place(n), "end": place(n)}, "text": letter(n)}])
        } else {
            json!([{"range": {"start": place(0), "end": place(1)}, "text": ""}])
        };
        client.change(URI, i32::try_from(n).unwrap() + 2, change);
        asked.push(client.ask("textDocument/documentSymbol", document()));
    }
    for (at, id) in asked.into_iter().enumerate() {
        let answer = client.answer_to(id);
        let name = answer["result"][0]["name"].as_str().unwrap();
        // An answer may be of a newer text than the one asked about, never of an older or a torn one.
        let told = name.strip_prefix("一、2030年工作回顾").unwrap_or_else(|| panic!("{name}"));
        assert!(states.iter().skip(at).any(|state| state == told), "request {at}: {name}");
    }
}

#[test]
fn two_hundred_configurations_do_not_wedge_a_client_that_does_not_listen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dinggao.json");
    let own = uri(&folder.path().join("draft.txt"));
    let refresh = json!({"refreshSupport": true});
    let (mut client, _) = Client::with(json!({
        "processId": null, "rootUri": uri(folder.path()),
        "capabilities": {"workspace": {
            "codeLens": refresh, "inlayHint": refresh, "semanticTokens": refresh, "diagnostics": refresh
        }}
    }));
    client.open(&own, "plaintext", 1, &draft());
    assert!(is_masked(&client.diagnostics(&own)));
    let gate = client.gate();
    let shut = gate.lock().unwrap();
    for n in 0..200 {
        let severity = ["error", "hint", "off"][if n == 199 { 2 } else { n % 2 }];
        fs::write(&file, format!(r#"{{"rules":{{"masked-text":"{severity}"}}}}"#)).unwrap();
        let changed = json!({"changes": [{"uri": uri(&file), "type": 2}]});
        client.notify("workspace/didChangeWatchedFiles", changed);
        client.notify("workspace/didChangeConfiguration", json!({"settings": {"dinggao": {"n": n}}}));
    }
    let id = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": own}}));
    drop(shut);
    // It goes on though none of its own requests has been answered, and the last configuration holds.
    assert!(client.answer_to(id)["result"].is_array());
    while is_masked(&client.diagnostics(&own)) {}
    let refreshes: Vec<Value> = client
        .settled()
        .iter()
        .filter(|it| it["method"].as_str().is_some_and(|method| method.ends_with("/refresh")))
        .cloned()
        .collect();
    assert!(refreshes.len() <= 4 * 200, "{}", refreshes.len());
    // Answers that come late, and some of them errors, do no harm.
    for (at, request) in refreshes.iter().enumerate() {
        let mut answer = json!({"jsonrpc": "2.0", "id": request["id"]});
        if at % 2 == 0 {
            answer["result"] = Value::Null;
        } else {
            answer["error"] = json!({"code": -32603, "message": "no"});
        }
        client.body(&answer.to_string());
    }
    let late = client.settled().iter().filter(|it| is_published(it) && it["params"]["uri"] == *own);
    assert!(late.clone().all(|it| !is_masked(&it["params"])), "{:?}", late.collect::<Vec<_>>());
}

#[test]
fn folders_that_come_at_once_all_stay() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["a", "b", "c", "d", "e", "f"];
    for name in names {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join(format!("{name}.txt")), draft()).unwrap();
    }
    let (mut client, _) = Client::greeted(json!({
        "textDocument": {"diagnostic": {}}, "workspace": {"workspaceFolders": true}
    }));
    let named = |name: &str| json!({"uri": uri(&folder.path().join(name)), "name": name});
    for name in names {
        let event = json!({"added": [named(name)], "removed": []});
        client.notify("workspace/didChangeWorkspaceFolders", json!({"event": event}));
    }
    let event = json!({"added": [], "removed": [named("b")]});
    client.notify("workspace/didChangeWorkspaceFolders", json!({"event": event}));
    let answer = client.request("workspace/diagnostic", json!({"previousResultIds": []}));
    let told: Vec<&str> = answer["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["uri"].as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    assert_eq!(told, ["a.txt", "c.txt", "d.txt", "e.txt", "f.txt"]);
}

#[test]
fn a_cancel_is_answered_before_the_reading_that_it_gives_up_has_ended() {
    let (mut client, _) = Client::greeted(json!({}));
    let item = json!({"uri": URI, "languageId": "plaintext", "version": 1, "text": long_draft(20_000)});
    let all = [
        json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}}),
        json!({"jsonrpc": "2.0", "id": "asked", "method": "textDocument/documentSymbol", "params": document()}),
        json!({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "asked"}}),
        json!({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "never asked"}}),
    ];
    client.raw(all.iter().map(framed).collect::<String>().as_bytes());
    let answer = client.wait(|it| it["id"] == "asked");
    assert_eq!(answer["error"]["code"], -32800, "{answer}");
    // What the reading has to say comes when it has ended: not yet.
    assert!(!client.settled().iter().any(is_published));
}

#[test]
fn a_document_closed_while_it_is_read_is_not_spoken_about() {
    let (mut client, _) = Client::greeted(json!({}));
    let text = long_draft(1_000);
    client.open(URI, "plaintext", 9, &text);
    let id = client.ask("textDocument/documentSymbol", document());
    client.close(URI);
    assert_eq!(client.answer_to(id)["result"], Value::Null);
    // Opened again with a lower version it is another document. Its reading began later than the first.
    client.open(URI, "plaintext", 1, &text);
    assert_eq!(client.diagnostics(URI)["version"], 1);
    let place = json!({"line": 0, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": "**"}]));
    assert_eq!(client.diagnostics(URI)["version"], 2);
    assert!(!client.settled().iter().any(is_published));
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_is_answered_and_survived() {
    let mut client = opened();
    for place in ["handler", "answer"] {
        for _ in 0..3 {
            let answer = client.answer("dinggao/panic", json!({"textDocument": {"uri": URI}, "in": place}));
            assert_eq!(answer["error"]["code"], -32603, "{place}: {answer}");
        }
        client.notify("dinggao/panic", json!({"textDocument": {"uri": URI}, "in": place}));
        assert!(client.request("textDocument/documentSymbol", document()).is_array());
    }
    // What was open still is, and edits still arrive.
    client.change(URI, 2, json!([{"text": draft().replace("**", "12")}]));
    assert!(!is_masked(&client.diagnostics(URI)));
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(0));
}

#[test]
fn a_client_that_stops_reading_is_still_heard() {
    let mut client = opened();
    let gate = client.gate();
    let shut = gate.lock().unwrap();
    // More than a pipe holds.
    let asked: Vec<i64> = (0..600).map(|_| client.ask("textDocument/documentSymbol", document())).collect();
    client.change(URI, 2, json!([{"text": draft().replace("工作回顾", "工作总结")}]));
    let last = client.ask("textDocument/documentSymbol", document());
    drop(shut);
    for id in asked {
        assert!(client.answer_to(id)["result"].is_array());
    }
    assert_eq!(client.answer_to(last)["result"][0]["name"], "一、2030年工作总结");

    // One that never reads again cannot keep the process.
    for (goodbye, status) in [(true, 0), (false, 1)] {
        let mut client = opened();
        let gate = client.gate();
        let _shut = gate.lock().unwrap();
        for _ in 0..600 {
            client.ask("textDocument/documentSymbol", document());
        }
        if goodbye {
            client.ask("shutdown", Value::Null);
        }
        client.notify("exit", Value::Null);
        assert_eq!(client.ended().code(), Some(status));
    }
}

#[test]
fn half_a_message_is_waited_for_and_costs_nothing() {
    let mut client = opened();
    let id = 4711;
    let message = framed(&json!({
        "jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": document()
    }));
    // In single bytes, headers and all.
    for byte in message.as_bytes() {
        client.raw(&[*byte]);
    }
    assert!(client.answer_to(id)["result"].is_array());
    // Edits that were complete before the half message are in.
    client.change(URI, 2, json!([{"text": draft().replace("**", "12")}]));
    let (half, rest) = message.as_bytes().split_at(message.len() - 7);
    client.raw(half);
    assert!(!is_masked(&client.diagnostics(URI)));
    client.raw(rest);
    assert!(client.answer_to(id)["result"].is_array());

    // The end in the middle of a message, or of a header, is the end.
    for cut in [7, message.len() - 7] {
        let mut client = opened();
        client.raw(message.as_bytes().get(..cut).unwrap());
        client.hang_up();
        assert_eq!(client.ended().code(), Some(1));
    }
    // An `exit` that never comes whole leaves the process to its client's end.
    #[cfg(unix)]
    {
        use std::process::{Command, Stdio};
        let mut parent = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let (mut client, _) = Client::with(json!({"processId": parent.id(), "capabilities": {}}));
        client.raw(b"Content-Length: 40\r\n\r\n{\"jsonrpc\"");
        drop(parent.stdin.take());
        parent.wait().unwrap();
        assert_eq!(client.ended().code(), Some(1));
    }
}

#[test]
fn what_nobody_knows_is_refused_or_passed_over() {
    let mut client = opened();
    for method in ["no/such", "$/no/such", "textDocument/noSuch", "initialized2", ""] {
        let answer = client.answer(method, json!({"x": 1}));
        assert_eq!(answer["error"]["code"], -32601, "{method}: {answer}");
        client.notify(method, json!({"x": 1}));
    }
    // Parameters of another shape are an error of their own, and a second greeting is refused.
    for params in
        [json!({}), json!([]), json!({"textDocument": 1}), json!({"textDocument": {"uri": "no uri"}})]
    {
        let answer = client.answer("textDocument/documentSymbol", params.clone());
        assert_eq!(answer["error"]["code"], -32602, "{params}: {answer}");
        client.notify("textDocument/didChange", params.clone());
        client.notify("textDocument/didClose", params);
    }
    let answer = client.answer("initialize", json!({"capabilities": {}}));
    assert_eq!(answer["error"]["code"], -32600, "{answer}");
    assert!(client.request("textDocument/documentSymbol", document()).is_array());
    assert!(client.kept().iter().all(is_published), "{:?}", client.kept());
}
