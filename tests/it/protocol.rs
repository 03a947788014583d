//! The language server as a client meets it.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "file:///draft.txt";

/// A small draft with one masked figure, after a character outside the basic plane.
const DRAFT: &str = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、2024年工作回顾\n(一)经济运行稳中有进。\u{20BB7}镇新建道路**公里，全市地区生产总值达到928亿元，增长6.2%。\n(二)民生保障有力有效。城镇新增就业3.2万人。\n二、2025年工作安排\n2025年地区生产总值增长目标为6.5%。\n";

/// Everything a modern editor says it can do, as far as we look at it.
fn modern() -> Value {
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "publishDiagnostics": {
                "relatedInformation": true, "versionSupport": true, "dataSupport": true,
                "codeDescriptionSupport": true, "tagSupport": {"valueSet": [1, 2]}
            },
            "hover": {"contentFormat": ["markdown"]},
            "codeAction": {
                "isPreferredSupport": true,
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}
            },
            "semanticTokens": {
                "requests": {"full": {"delta": true}, "range": true}, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"]
            },
            "inlayHint": {}
        },
        "workspace": {"workspaceEdit": {"documentChanges": true}}
    })
}

/// A greeted server with `DRAFT` open, and its first diagnostics.
fn opened() -> (Client, Value) {
    let (mut client, _) = Client::greeted(modern());
    client.open(URI, "plaintext", 1, DRAFT);
    let first = client.diagnostics(URI);
    (client, first)
}

fn document() -> Value {
    json!({"textDocument": {"uri": URI}})
}

fn at(line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": URI}, "position": {"line": line, "character": character}})
}

fn codes(diagnostics: &Value) -> Vec<&str> {
    diagnostics["diagnostics"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect()
}

fn insert(line: u32, character: u32, text: &str) -> Value {
    let place = json!({"line": line, "character": character});
    json!([{"range": {"start": place, "end": place}, "text": text}])
}

#[test]
fn what_is_announced_works_and_nothing_else() {
    let (mut client, answer) = Client::greeted(modern());
    let mut announced: Vec<&str> =
        answer["capabilities"].as_object().unwrap().keys().map(String::as_str).collect();
    announced.sort_unstable();
    let methods = [
        ("callHierarchyProvider", "textDocument/prepareCallHierarchy"),
        ("codeActionProvider", "textDocument/codeAction"),
        ("codeLensProvider", "textDocument/codeLens"),
        ("completionProvider", "textDocument/completion"),
        ("definitionProvider", "textDocument/definition"),
        ("documentFormattingProvider", "textDocument/formatting"),
        ("documentHighlightProvider", "textDocument/documentHighlight"),
        ("documentLinkProvider", "textDocument/documentLink"),
        ("documentOnTypeFormattingProvider", "textDocument/onTypeFormatting"),
        ("documentRangeFormattingProvider", "textDocument/rangeFormatting"),
        ("documentSymbolProvider", "textDocument/documentSymbol"),
        ("foldingRangeProvider", "textDocument/foldingRange"),
        ("hoverProvider", "textDocument/hover"),
        ("inlayHintProvider", "textDocument/inlayHint"),
        ("linkedEditingRangeProvider", "textDocument/linkedEditingRange"),
        ("referencesProvider", "textDocument/references"),
        ("renameProvider", "textDocument/rename"),
        ("selectionRangeProvider", "textDocument/selectionRange"),
        ("semanticTokensProvider", "textDocument/semanticTokens/full"),
        ("workspaceSymbolProvider", "workspace/symbol"),
    ];
    let mut expected: Vec<&str> = methods.iter().map(|(capability, _)| *capability).collect();
    expected.extend([
        "executeCommandProvider",
        "experimental",
        "positionEncoding",
        "textDocumentSync",
        "workspace",
    ]);
    expected.sort_unstable();
    assert_eq!(announced, expected);
    assert_eq!(answer["serverInfo"]["name"], "dinggao");
    // On a figure that is said twice, every question has an answer.
    let twice = DRAFT.replace("城镇新增就业", "2024年地区生产总值928亿元。城镇新增就业");
    let figure = twice.lines().nth(6).and_then(|line| line.split("928").next()).unwrap();
    let character = figure.encode_utf16().count();
    client.open(URI, "plaintext", 1, &twice);
    for (_, method) in methods {
        let params = json!({
            "textDocument": {"uri": URI}, "position": {"line": 6, "character": character},
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}},
            "context": {"diagnostics": [], "includeDeclaration": true, "triggerKind": 1}, "newName": "931亿元",
            "query": "工作", "positions": [{"line": 5, "character": 3}], "ch": "\n",
            "options": {"tabSize": 4, "insertSpaces": true}
        });
        assert!(!client.request(method, params).is_null(), "{method}");
    }
    for method in ["textDocument/moniker", "textDocument/typeDefinition", "textDocument/declaration"] {
        assert!(client.answer(method, at(0, 0)).get("error").is_some(), "{method} is not announced");
    }
}

#[test]
fn positions_count_what_was_agreed() {
    // 𠮷镇新建道路 stands before the masked figure.
    let before = "(一)经济运行稳中有进。\u{20BB7}镇新建道路";
    let utf16: usize = before.chars().map(char::len_utf16).sum();
    for (offered, agreed, character) in [
        (json!(["utf-8", "utf-16"]), "utf-8", before.len()),
        (json!(["utf-16"]), "utf-16", utf16),
        (json!(["utf-32"]), "utf-32", before.chars().count()),
        (Value::Null, "utf-16", utf16),
    ] {
        let mut capabilities = modern();
        capabilities["general"]["positionEncodings"] = offered;
        let (mut client, answer) = Client::greeted(capabilities);
        assert_eq!(answer["capabilities"]["positionEncoding"], agreed);
        client.open(URI, "plaintext", 1, DRAFT);
        let published = client.diagnostics(URI);
        let masked =
            published["diagnostics"].as_array().unwrap().iter().find(|it| it["code"] == "masked-text");
        let masked = masked.unwrap_or_else(|| panic!("{published}"));
        assert_eq!(masked["range"]["start"], json!({"line": 6, "character": character}), "{agreed}");
        // An edit at that very place lands there.
        client.change(URI, 2, json!([{"range": masked["range"], "text": "88"}]));
        let mended = client.diagnostics(URI);
        assert_eq!(mended["version"], 2);
        assert!(!codes(&mended).contains(&"masked-text"), "{mended}");
    }
}

#[test]
fn diagnostics_carry_version_source_and_code_and_end_with_the_document() {
    let (mut client, first) = opened();
    assert_eq!(first["version"], 1);
    assert!(codes(&first).contains(&"masked-text"), "{first}");
    for diagnostic in first["diagnostics"].as_array().unwrap() {
        assert_eq!(diagnostic["source"], "dinggao");
        assert!(diagnostic.get("codeDescription").is_none(), "no link base is configured");
    }
    client.close(URI);
    let last = client.diagnostics(URI);
    assert_eq!(last["diagnostics"], json!([]));
    // A closed document has no answers, and may be opened again with a lower version.
    assert_eq!(client.request("textDocument/documentSymbol", document()), Value::Null);
    client.open(URI, "plaintext", 0, DRAFT);
    assert_eq!(client.diagnostics(URI)["version"], 0);
}

#[test]
fn equal_diagnostics_are_not_sent_twice() {
    let (mut client, _) = opened();
    // A sentence without figures behind everything that has findings on its line.
    client.change(URI, 2, insert(7, 999, "群众日子越过越好。"));
    client.request("textDocument/documentSymbol", document());
    let again =
        client.settled().iter().filter(|it| it["method"] == "textDocument/publishDiagnostics").count();
    assert_eq!(again, 0);
}

#[test]
fn messages_follow_the_clients_language() {
    let params = |locale: &str| json!({"processId": null, "capabilities": modern(), "locale": locale});
    for (locale, is_ascii) in [("en-GB", true), ("zh-cn", false), ("de", false)] {
        let (mut client, _) = Client::with(params(locale));
        client.open(URI, "plaintext", 1, DRAFT);
        let published = client.diagnostics(URI);
        let masked =
            published["diagnostics"].as_array().unwrap().iter().find(|it| it["code"] == "masked-text");
        assert_eq!(masked.unwrap()["message"].as_str().unwrap().is_ascii(), is_ascii, "{locale}");
    }
}

#[test]
fn the_editors_options_and_the_workspaces_file_choose_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    let options = json!({"rules": {"masked-text": "error"}, "linkBase": "https://example.org/"});
    let params = json!({
        "processId": null, "rootUri": format!("file://{root}"), "capabilities": modern(),
        "initializationOptions": options
    });
    let uri = format!("file://{root}/draft.txt");
    let severity = |published: &Value| {
        let all = published["diagnostics"].as_array().unwrap().clone();
        all.iter().find(|it| it["code"] == "masked-text").map(|it| it["severity"].clone())
    };
    let (mut client, _) = Client::with(params);
    client.open(&uri, "plaintext", 1, DRAFT);
    let published = client.diagnostics(&uri);
    assert_eq!(severity(&published), Some(json!(1)));
    let link = &published["diagnostics"][0]["codeDescription"]["href"];
    assert!(link.as_str().unwrap().starts_with("https://example.org/"));

    let file = folder.path().join("dinggao.json");
    let changed = json!({"changes": [{"uri": format!("file://{root}/dinggao.json"), "type": 1}]});
    std::fs::write(&file, r#"{"rules":{"masked-text":"hint"}}"#).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed.clone());
    assert_eq!(severity(&client.diagnostics(&uri)), Some(json!(4)));

    // A broken file is named, and the last good one stays in force.
    std::fs::write(&file, r#"{"rulez":{}}"#).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed.clone());
    let warning = client.wait(|it| it["method"] == "window/showMessage");
    assert!(warning["params"]["message"].as_str().unwrap().contains("rulez"), "{warning}");
    std::fs::write(&file, r#"{"rules":{"masked-text":"off"}}"#).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(severity(&client.diagnostics(&uri)), None);
}

#[test]
fn symbols_are_a_tree_or_a_list() {
    let (mut client, _) = opened();
    let tree = client.request("textDocument/documentSymbol", document());
    let names = |symbols: &Value| -> Vec<String> {
        symbols.as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&tree), ["一、2024年工作回顾", "二、2025年工作安排"]);
    assert_eq!(names(&tree[0]["children"]), ["(一)经济运行稳中有进", "(二)民生保障有力有效"]);
    assert_eq!(tree[0]["range"]["start"], json!({"line": 5, "character": 0}));
    assert_eq!(tree[0]["range"]["end"]["line"], json!(7));
    assert_eq!(tree[0]["selectionRange"]["end"]["line"], json!(5));

    let (mut client, _) = Client::greeted(json!({}));
    client.open(URI, "plaintext", 1, DRAFT);
    let list = client.request("textDocument/documentSymbol", document());
    assert_eq!(list.as_array().unwrap().len(), 4);
    assert_eq!(list[1]["containerName"], "一、2024年工作回顾");
    assert_eq!(list[1]["location"]["uri"], URI);
}

#[test]
fn hover_and_folding_answer() {
    let (mut client, _) = opened();
    let line = DRAFT.lines().nth(6).unwrap();
    let before = line.split("928").next().unwrap();
    let character = u32::try_from(before.encode_utf16().count()).unwrap();
    let hover = client.request("textDocument/hover", at(6, character + 1));
    assert_eq!(hover["contents"]["kind"], "markdown");
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(text.contains("927.5亿元"), "{text}");
    assert_eq!(hover["range"]["start"], json!({"line": 6, "character": character}));
    let hover = client.request("textDocument/hover", at(6, character - 5));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("地区生产总值"), "{hover}");
    assert_eq!(client.request("textDocument/hover", at(3, 1)), Value::Null);

    let folds = client.request("textDocument/foldingRange", document());
    let folds: Vec<(u64, u64)> = folds
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["startLine"].as_u64().unwrap(), it["endLine"].as_u64().unwrap()))
        .collect();
    assert!(folds.contains(&(5, 7)) && folds.contains(&(8, 9)), "{folds:?}");
}

#[test]
fn the_edit_of_a_code_action_mends_the_draft() {
    let (mut client, _) = Client::greeted(modern());
    let draft = DRAFT.to_owned() + "建成\u{201C}一窗受理\u{201C}平台，办理时限缩短一半。\n";
    client.open(URI, "plaintext", 7, &draft);
    let first = client.diagnostics(URI);
    let found = first["diagnostics"].as_array().unwrap();
    let broken = found.iter().find(|it| it["code"] == "unbalanced-pair");
    let broken = broken.unwrap_or_else(|| panic!("{first}")).clone();
    assert!(broken["data"]["fixes"][0]["edits"].is_array(), "{broken}");
    let ask = |only: Value| {
        let mut context = json!({"diagnostics": [broken]});
        if !only.is_null() {
            context["only"] = only;
        }
        json!({"textDocument": {"uri": URI}, "range": broken["range"], "context": context})
    };
    let actions = client.request("textDocument/codeAction", ask(Value::Null));
    let action = &actions[0];
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)), "{actions}");
    assert_eq!(action["diagnostics"][0], broken);
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": URI, "version": 7}));
    let edits: Vec<Value> = change["edits"]
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .map(|edit| json!({"range": edit["range"], "text": edit["newText"]}))
        .collect();
    client.change(URI, 8, json!(edits));
    let mended = client.diagnostics(URI);
    assert!(!codes(&mended).contains(&"unbalanced-pair"), "{mended}");
    assert_eq!(client.request("textDocument/codeAction", ask(json!(["source.organizeImports"]))), json!([]));
}

#[test]
fn two_hundred_interleaved_edits_keep_their_order() {
    let (mut client, _) = opened();
    let other = "file:///other.txt";
    client.open(other, "policy-draft", 0, "");
    // Each edit appends one letter at the end: any two exchanged would show.
    let letter = |n: u32| char::from_u32(0x4E00 + n).unwrap().to_string();
    let mut asked = Vec::new();
    for n in 0..200 {
        let version = i32::try_from(n).unwrap() + 2;
        client.change(URI, version, insert(5, 11 + n, &letter(n)));
        client.change(other, version, insert(0, n, &letter(n)));
        if n % 10 == 0 {
            asked.push(client.ask("textDocument/documentSymbol", document()));
        }
    }
    for id in asked {
        assert!(client.answer_to(id)["result"].is_array());
    }
    let expected: String = (0..200).map(letter).collect();
    let tree = client.request("textDocument/documentSymbol", document());
    assert_eq!(tree[0]["name"], format!("一、2024年工作回顾{expected}"));
}

#[test]
fn older_changes_and_changes_of_unopened_documents_are_passed_over() {
    let (mut client, _) = opened();
    client.change("file:///never.txt", 1, insert(0, 0, "x"));
    client.change(URI, 0, json!([{"text": "空"}]));
    let tree = client.request("textDocument/documentSymbol", document());
    assert_eq!(tree.as_array().unwrap().len(), 2);
    client.close("file:///never.txt");
    assert_eq!(
        client.request(
            "textDocument/hover",
            json!({"textDocument": {"uri": "file:///never.txt"}, "position": {"line": 0, "character": 0}})
        ),
        Value::Null
    );
}

#[test]
fn positions_out_of_range_are_clamped() {
    let (mut client, _) = opened();
    for (line, character) in [(0, 9999), (9999, 0), (2_147_483_647, 2_147_483_647)] {
        client.request("textDocument/hover", at(line, character));
    }
    let far = json!({"line": 99999, "character": 99999});
    client.change(URI, 2, json!([{"range": {"start": far, "end": far}, "text": "三、附则\n正文。"}]));
    let tree = client.request("textDocument/documentSymbol", document());
    assert_eq!(tree.as_array().unwrap().len(), 3, "{tree}");
    let backwards = json!({"start": {"line": 9999, "character": 0}, "end": {"line": 0, "character": 0}});
    client.change(URI, 3, json!([{"range": backwards, "text": ""}]));
    assert_eq!(
        client.request("textDocument/foldingRange", document()),
        Value::Null,
        "an empty text is no draft"
    );
    let params = json!({"textDocument": {"uri": URI}, "position": {"line": -1, "character": 0}});
    assert!(client.answer("textDocument/hover", params).get("error").is_some());
}

#[test]
fn only_drafts_are_spoken_about() {
    let (mut client, _) = Client::greeted(modern());
    let notes = "# 笔记\n\n今天写了**三**段，明天再写xx段。\n";
    client.open(URI, "markdown", 1, notes);
    assert_eq!(client.request("textDocument/documentSymbol", document()), Value::Null);
    assert_eq!(client.request("textDocument/hover", at(0, 1)), Value::Null);
    let published = client.settled().iter().any(|it| it["method"] == "textDocument/publishDiagnostics");
    assert!(!published);
    // The same words are a draft when their author says so.
    client.close(URI);
    client.open(URI, "policy-draft", 1, notes);
    assert!(client.diagnostics(URI)["diagnostics"].is_array());
    // And one that becomes none takes its squiggles back.
    client.open("file:///b.txt", "plaintext", 1, DRAFT);
    assert!(!codes(&client.diagnostics("file:///b.txt")).is_empty());
    client.change("file:///b.txt", 2, json!([{"text": notes}]));
    assert!(codes(&client.diagnostics("file:///b.txt")).is_empty());
}

#[test]
fn names_of_documents_are_opaque() {
    let (mut client, _) = Client::greeted(modern());
    for (sent, known) in [
        ("untitled:Untitled-1", "untitled:Untitled-1"),
        ("file:///tmp/%E7%A8%BF%20%E4%B8%80.txt", "file:///tmp/%E7%A8%BF%20%E4%B8%80.txt"),
        ("vscode-remote://wsl%2Bdebian/home/a.txt", "vscode-remote://wsl%2Bdebian/home/a.txt"),
        // Kate sends it raw; both spellings name one document.
        ("file:///tmp/示例 二.txt", "file:///tmp/%E7%A4%BA%E4%BE%8B%20%E4%BA%8C.txt"),
    ] {
        client.open(sent, "plaintext", 1, DRAFT);
        assert!(!codes(&client.diagnostics(known)).is_empty(), "{sent}");
        let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": sent}}));
        assert_eq!(symbols.as_array().unwrap().len(), 2, "{sent}");
    }
}

#[test]
fn what_is_malformed_costs_only_itself() {
    let (mut client, _) = opened();
    let parse_error = |it: &Value| it["error"]["code"] == -32700 && it["id"].is_null();
    for bad in ["{\"jsonrpc\":", "\"\\ud8\"", ""] {
        client.body(bad);
        client.wait(parse_error);
    }
    client.raw(b"Content-Length: 2\r\n\r\n\xFF\xFE");
    client.wait(parse_error);
    client.raw(b"Nonsense: 1\r\n\r\n");
    client.wait(parse_error);
    for no_message in ["[]", "1", "{}", "{\"jsonrpc\":\"1.0\",\"method\":\"x\",\"id\":1}"] {
        client.body(no_message);
        client.wait(|it| it["error"]["code"] == -32600 && it["id"].is_null());
    }
    assert_eq!(client.answer("no/such/method", json!({}))["error"]["code"], -32601);
    assert!(client.answer("textDocument/hover", json!([1]))["error"]["code"].is_number());
    // An answer nobody asked for, and a notification nobody knows.
    client.body(r#"{"jsonrpc":"2.0","id":999,"result":null}"#);
    client.notify("$/unknown", json!({}));
    assert_eq!(client.request("textDocument/documentSymbol", document()).as_array().unwrap().len(), 2);
}

#[test]
fn lone_surrogates_become_replacement_characters() {
    let (mut client, _) = opened();
    // One UTF-16 unit stays one: the second change finds its place behind the first.
    let change = |version: i32, character: u32, text: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{URI}","version":{version}}},"contentChanges":[{{"range":{{"start":{{"line":5,"character":{character}}},"end":{{"line":5,"character":{character}}}}},"text":"{text}"}}]}}}}"#
        )
    };
    client.body(&change(2, 11, "\\ud842"));
    client.body(&change(3, 12, "尾"));
    let tree = client.request("textDocument/documentSymbol", document());
    assert_eq!(tree[0]["name"], "一、2024年工作回顾\u{FFFD}尾");
}

#[test]
fn requests_before_initialize_and_after_shutdown_are_refused() {
    let mut client = Client::start(&[]);
    assert_eq!(client.answer("textDocument/hover", at(0, 0))["error"]["code"], -32002);
    client.request("initialize", json!({"capabilities": {}}));
    client.request("shutdown", Value::Null);
    assert_eq!(client.answer("textDocument/hover", at(0, 0))["error"]["code"], -32600);
}

#[test]
fn exit_ends_the_process_though_stdin_stays_open() {
    let (mut client, _) = opened();
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(0));

    let (mut client, _) = opened();
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(1), "exit without shutdown");

    let mut client = Client::start(&[]);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended().code(), Some(1), "exit before initialize");
}

#[test]
fn shutdown_is_understood_however_a_client_writes_no_parameters() {
    for none in ["null", "{}"] {
        let (mut client, _) = opened();
        client.body(&format!(r#"{{"jsonrpc":"2.0","id":9001,"method":"shutdown","params":{none}}}"#));
        let answer = client.wait(|message| message["id"] == 9001);
        assert_eq!(answer, json!({"jsonrpc": "2.0", "id": 9001, "result": null}));
        client.body(&format!(r#"{{"jsonrpc":"2.0","method":"exit","params":{none}}}"#));
        assert_eq!(client.ended().code(), Some(0));
    }
}

#[test]
fn the_end_of_stdin_ends_the_process() {
    let (mut client, _) = opened();
    client.hang_up();
    assert_eq!(client.ended().code(), Some(1));
    let (mut client, _) = opened();
    client.request("shutdown", Value::Null);
    client.hang_up();
    assert_eq!(client.ended().code(), Some(0));
}

#[cfg(unix)]
#[test]
fn the_end_of_the_clients_process_ends_the_server() {
    use std::process::{Command, Stdio};
    let sleeper = || Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut parent = sleeper();
    let params = json!({"processId": parent.id(), "capabilities": {}});
    let (mut client, _) = Client::with(params);
    client.settled();
    drop(parent.stdin.take());
    parent.wait().unwrap();
    assert_eq!(client.ended().code(), Some(1));

    let mut parent = sleeper();
    let mut client = Client::start(&["--stdio", &format!("--clientProcessId={}", parent.id())]);
    client.request("initialize", json!({"processId": null, "capabilities": {}}));
    drop(parent.stdin.take());
    parent.wait().unwrap();
    assert_eq!(client.ended().code(), Some(1));
}

#[test]
fn unknown_arguments_are_bad_usage() {
    assert_eq!(Client::start(&["--sockets"]).ended().code(), Some(2));
}

#[test]
fn a_cancelled_request_is_answered() {
    let (mut client, _) = opened();
    client.change(URI, 2, insert(5, 0, ""));
    let id = client.ask("textDocument/documentSymbol", document());
    client.notify("$/cancelRequest", json!({"id": id}));
    let answer = client.answer_to(id);
    assert!(answer["error"]["code"] == -32800 || answer["result"].is_array(), "{answer}");
}

/// What a client does with the operations of a workspace edit, on the disk.
fn write_down(edit: &Value) {
    for operation in edit["documentChanges"].as_array().unwrap() {
        let uri = operation["uri"].as_str().or(operation["textDocument"]["uri"].as_str()).unwrap();
        let file = lsp_types::Url::parse(uri).unwrap().to_file_path().unwrap();
        if operation["kind"] == "create" {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::OpenOptions::new().create(true).append(true).open(&file).unwrap();
            continue;
        }
        let mut text = std::fs::read_to_string(&file).unwrap();
        for edit in operation["edits"].as_array().unwrap() {
            let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
            assert_eq!(start, end, "an insertion takes nothing away");
            let line: usize = start["line"].as_u64().unwrap().try_into().unwrap();
            let character: usize = start["character"].as_u64().unwrap().try_into().unwrap();
            // What stands before the place is ASCII in these files.
            let at = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>() + character;
            text.insert_str(at, edit["newText"].as_str().unwrap());
        }
        std::fs::write(&file, text).unwrap();
    }
}

#[test]
fn a_finding_is_accepted_by_an_action_and_speaks_again_when_its_sentence_changes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = std::fs::canonicalize(folder.path()).map(|path| (path, folder)).unwrap();
    let root = lsp_types::Url::from_directory_path(&folder.0).unwrap();
    let uri = root.join("draft.txt").unwrap().to_string();
    let register = folder.0.join(".dinggao/accepted.json");
    let changed = json!({"changes": [{"uri": root.join(".dinggao/accepted.json").unwrap(), "type": 2}]});
    let mut capabilities = modern();
    capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({"dynamicRegistration": true});
    let params = json!({"processId": null, "rootUri": root, "capabilities": capabilities, "locale": "en"});
    let (mut client, _) = Client::with(params);
    let watched = client.wait(|it| it["method"] == "client/registerCapability");
    assert!(watched.to_string().contains(".dinggao/accepted.json"), "{watched}");

    let draft = format!("{DRAFT}另建桥梁**座。\n");
    client.open(&uri, "plaintext", 1, &draft);
    let masked = |published: &Value| -> Vec<Value> {
        let all = published["diagnostics"].as_array().unwrap();
        all.iter().filter(|it| it["code"] == "masked-text").cloned().collect()
    };
    let mut left = masked(&client.diagnostics(&uri));
    assert_eq!(left.len(), 2);
    for count in [1, 2] {
        let finding = left.remove(0);
        let actions = client.request(
            "textDocument/codeAction",
            json!({"textDocument": {"uri": uri}, "range": finding["range"], "context": {"diagnostics": [finding]}}),
        );
        let accept =
            |it: &&Value| it["title"].as_str().unwrap().starts_with("Accept this finding (masked-text)");
        let action = actions.as_array().unwrap().iter().find(accept).unwrap_or_else(|| panic!("{actions}"));
        assert_eq!((&action["kind"], &action["diagnostics"][0]), (&json!("quickfix"), &finding));
        write_down(&action["edit"]);
        let written: Value = serde_json::from_str(&std::fs::read_to_string(&register).unwrap()).unwrap();
        assert_eq!(written["accepted"].as_array().unwrap().len(), count);
        assert_eq!(written["accepted"][0]["file"], "draft.txt");
        client.notify("workspace/didChangeWatchedFiles", changed.clone());
        assert_eq!(masked(&client.diagnostics(&uri)), left);
    }

    // A broken file is named, and what was accepted stays so; nothing is offered meanwhile.
    let good = std::fs::read_to_string(&register).unwrap();
    std::fs::write(&register, format!("{good},")).unwrap();
    client.notify("workspace/didChangeWatchedFiles", changed.clone());
    let warning = client.wait(|it| it["method"] == "window/showMessage");
    assert!(warning["params"]["message"].as_str().unwrap().contains("correct this file"), "{warning}");
    client.change(&uri, 2, json!([{"text": draft.replace("另建", "另新建")}]));
    let spoken = masked(&client.diagnostics(&uri));
    assert_eq!(spoken.len(), 1, "only the changed sentence speaks again");
    let ask =
        json!({"textDocument": {"uri": uri}, "range": spoken[0]["range"], "context": {"diagnostics": []}});
    let actions = client.request("textDocument/codeAction", ask.clone());
    assert!(!actions.to_string().contains("Accept"), "{actions}");

    // What the editor holds unsaved counts before the disk: no entry of it is lost.
    let name = root.join(".dinggao/accepted.json").unwrap().to_string();
    client.open(&name, "json", 1, "{\"accepted\":[]}");
    let actions = client.request("textDocument/codeAction", ask);
    let accept =
        actions.as_array().unwrap().iter().find(|it| it["title"].as_str().unwrap().starts_with("Accept"));
    let edits = &accept.unwrap()["edit"]["documentChanges"][0]["edits"];
    assert_eq!(edits[0]["range"]["start"], json!({"line": 0, "character": 13}));
}
