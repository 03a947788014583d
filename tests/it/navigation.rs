//! References, highlights, definition, rename, linked editing and the hierarchy of figures, as a client
//! meets them: in every position encoding, in documents that are no drafts, after a newer edit.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "untitled:Untitled-1";

const HEAD: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n";
/// Line 5: a character outside the basic plane stands before everything asked about.
const FIRST: &str =
    "\u{20BB7}镇面貌一新。2029年地区生产总值874.2亿元。2030年地区生产总值928.3亿元，增长6.2%。";
/// Line 6.
const SECOND: &str = "\u{20BB7}镇之外，2030年地区生产总值达到928.3亿元。又说2030年地区生产总值928亿元。";
const TAIL: &str = "二、2031年工作安排\n主要预期目标是：地区生产总值增长6.5%。\n";

fn draft() -> String {
    format!("{HEAD}{FIRST}\n{SECOND}\n{TAIL}")
}

/// A client that counts in `encoding`, with the draft open.
fn opened(encoding: &str) -> Client {
    let (mut client, answer) = Client::greeted(json!({
        "general": {"positionEncodings": [encoding]},
        "textDocument": {"definition": {"linkSupport": false}, "rename": {"prepareSupport": true}},
        "workspace": {"workspaceEdit": {"documentChanges": true}}
    }));
    assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
    client.open(URI, "plaintext", 1, &draft());
    client
}

/// How far into `line` the `nth` `what` stands, in `encoding`, and how long it is.
fn place(encoding: &str, line: &str, what: &str, nth: usize) -> (usize, usize) {
    let at = line.match_indices(what).nth(nth).unwrap().0;
    let width = |text: &str| match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    };
    let start = width(line.get(..at).unwrap());
    (start, start + width(what))
}

/// A range on one line.
fn range(line: usize, (start, end): (usize, usize)) -> Value {
    json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": end}})
}

fn at(line: usize, character: usize) -> Value {
    json!({
        "textDocument": {"uri": URI}, "position": {"line": line, "character": character},
        "context": {"includeDeclaration": true}, "newName": "931.7亿元"
    })
}

const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

/// Every method of this file that asks about a position.
const METHODS: [&str; 7] = [
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/definition",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/linkedEditingRange",
    "textDocument/prepareCallHierarchy",
];

#[test]
fn a_figure_leads_everywhere_it_is_said_in_every_encoding() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let first = place(encoding, FIRST, "928.3亿元", 0);
        let second = place(encoding, SECOND, "928.3亿元", 0);
        let rounded = place(encoding, SECOND, "928亿元", 0);
        let ask = at(6, second.0 + 1);
        let ranges = |answer: &Value| -> Vec<Value> {
            answer.as_array().unwrap().iter().map(|it| it["range"].clone()).collect()
        };
        let all = [range(5, first), range(6, second), range(6, rounded)];
        assert_eq!(ranges(&client.request("textDocument/references", ask.clone())), all);
        let mut others = ask.clone();
        others["context"]["includeDeclaration"] = json!(false);
        assert_eq!(ranges(&client.request("textDocument/references", others)), all[1..]);
        let highlights = client.request("textDocument/documentHighlight", ask.clone());
        assert_eq!(ranges(&highlights), all);
        assert_eq!((&highlights[0]["kind"], &highlights[1]["kind"]), (&json!(3), &json!(2)));
        let definition = client.request("textDocument/definition", ask.clone());
        assert_eq!(definition, json!({"uri": URI, "range": range(5, first)}));
        let linked = client.request("textDocument/linkedEditingRange", ask.clone());
        assert_eq!(linked["ranges"], json!(all[..2]));
        let prepared = client.request("textDocument/prepareRename", ask.clone());
        assert_eq!(prepared, json!({"range": range(6, second), "placeholder": "928.3亿元"}));
        let edit = client.request("textDocument/rename", ask);
        let change = &edit["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": URI, "version": 1}));
        let edits: Vec<(Value, &str)> = change["edits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["range"].clone(), it["newText"].as_str().unwrap()))
            .collect();
        let [one, two, three] = all;
        assert_eq!(edits, [(one, "931.7亿元"), (two, "931.7亿元"), (three, "932亿元")]);
    }
}

#[test]
fn figures_call_what_they_come_from() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let level = place(encoding, FIRST, "928.3亿元", 0);
        let items = client.request("textDocument/prepareCallHierarchy", at(5, level.0));
        assert_eq!(items[0]["name"], "地区生产总值 928.3亿元");
        assert_eq!(items[0]["detail"], "2030 实绩 总量 全市");
        assert_eq!(items[0]["selectionRange"], range(5, level));
        let calls = client.request("callHierarchy/outgoingCalls", json!({"item": items[0]}));
        let names: Vec<&str> =
            calls.as_array().unwrap().iter().map(|it| it["to"]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["地区生产总值 874.2亿元", "地区生产总值 6.2%"]);
        assert_eq!(calls[1]["to"]["selectionRange"], range(5, place(encoding, FIRST, "6.2%", 0)));
        assert_eq!(calls[0]["fromRanges"], json!([range(5, level)]));
        let calls = client.request("callHierarchy/incomingCalls", json!({"item": calls[0]["to"]}));
        assert_eq!(calls[0]["from"]["name"], "地区生产总值 928.3亿元");
        assert_eq!(calls.as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_target_leads_to_what_was_done_and_a_name_to_its_mentions() {
    let mut client = opened("utf-16");
    let line = "主要预期目标是：地区生产总值增长6.5%。";
    let target = place("utf-16", line, "6.5%", 0);
    let definition = client.request("textDocument/definition", at(8, target.0));
    assert_eq!(definition["range"], range(5, place("utf-16", FIRST, "6.2%", 0)));
    let name = place("utf-16", line, "地区生产总值", 0);
    let mentions = client.request("textDocument/references", at(8, name.0));
    assert_eq!(mentions.as_array().unwrap().len(), 5);
}

#[test]
fn what_cannot_be_renamed_is_said_in_the_clients_words() {
    let mut client = opened("utf-16");
    let rounded = place("utf-16", SECOND, "928亿元", 0);
    let answer = client.answer("textDocument/rename", at(6, rounded.0));
    assert!(answer.get("error").is_none(), "the new value has digits enough: {answer}");
    let mut coarse = at(6, rounded.0);
    coarse["newName"] = json!("932亿元");
    let answer = client.answer("textDocument/rename", coarse);
    assert_eq!(answer["error"]["code"], -32803);
    assert!(answer["error"]["message"].as_str().unwrap().contains("第6行"), "{answer}");
}

#[test]
fn nothing_is_said_of_texts_that_are_no_drafts_or_of_plain_words() {
    let mut client = opened("utf-16");
    client.open("file:///notes.md", "markdown", 1, "去年地区生产总值928亿元。");
    for method in METHODS {
        let mut notes = at(0, 9);
        notes["textDocument"]["uri"] = json!("file:///notes.md");
        assert_eq!(client.request(method, notes), Value::Null, "{method}");
        if method != "textDocument/rename" {
            assert_eq!(client.request(method, at(2, 1)), Value::Null, "{method}");
        }
    }
}

#[test]
fn answers_are_of_the_newest_edit() {
    let mut client = opened("utf-16");
    let start = json!({"line": 5, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": start, "end": start}, "text": "新一行。\n"}]));
    let second = place("utf-16", SECOND, "928.3亿元", 0);
    let definition = client.request("textDocument/definition", at(7, second.0));
    assert_eq!(definition["range"], range(6, place("utf-16", FIRST, "928.3亿元", 0)));
    let edit = client.request("textDocument/rename", at(7, second.0));
    assert_eq!(edit["documentChanges"][0]["textDocument"]["version"], 2);
}
