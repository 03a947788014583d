//! What helps to write a draft, as a client meets it: tokens, selections, completion, lenses, hints,
//! layout, refactorings, commands, the ledger. Each in all three encodings behind a character outside
//! the basic plane, in what is no draft, and after a newer edit.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use serde_json::{Value, json};

use crate::client::Client;

const URI: &str = "file:///%E7%A8%BF.md";

/// A draft in which 𠮷 stands before everything that is asked for.
const DRAFT: &str = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、2024年工作回顾\n\u{20BB7}镇建成，全市地区生产总值达到928亿元，增长6.2%，新增绿地1500亩。\n二、2025年工作安排\n\u{20BB7}镇先行，主要预期目标是：地区生产总值增长6.5%，一般公共预算收入增长5%。\n抓好以下三项工作：\n（一）\u{20BB7}镇抓\"云桥\"项目。开工一批。\n（三）抓生态。达标。\n\n";

fn capabilities(encoding: &str) -> Value {
    json!({
        "general": {"positionEncodings": [encoding]},
        "textDocument": {
            "codeAction": {
                "isPreferredSupport": true, "resolveSupport": {"properties": ["edit"]},
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}
            },
            "completion": {"completionItem": {"snippetSupport": true}},
            "semanticTokens": {
                "requests": {"full": {"delta": true}, "range": true},
                "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"]
            },
            "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}}
        },
        "workspace": {"applyEdit": true, "workspaceEdit": {"documentChanges": true}}
    })
}

fn opened(encoding: &str) -> Client {
    let options = json!({"inlayHints": "on"});
    let (mut client, _) = Client::with(json!({
        "processId": null, "rootUri": null, "capabilities": capabilities(encoding),
        "initializationOptions": options
    }));
    client.open(URI, "markdown", 1, DRAFT);
    client
}

/// The length of a text in units of an encoding.
fn units(encoding: &str, text: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

/// The position of the end of `what`, which stands in one line of `text`.
fn behind_in(text: &str, encoding: &str, what: &str) -> Value {
    let end = text.find(what).unwrap() + what.len();
    let before = text.get(..end).unwrap();
    let line = before.rsplit('\n').next().unwrap();
    json!({"line": before.matches('\n').count(), "character": units(encoding, line)})
}

fn behind(encoding: &str, what: &str) -> Value {
    behind_in(DRAFT, encoding, what)
}

/// The text of a range of one line.
fn text_of(text: &str, encoding: &str, range: &Value) -> String {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    assert_eq!(range["start"]["line"], range["end"]["line"]);
    let line = text.lines().nth(number(&range["start"]["line"])).unwrap();
    let offset = |value: &Value| {
        let ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        ends.into_iter().find(|&at| units(encoding, line.get(..at).unwrap()) == number(value)).unwrap()
    };
    line.get(offset(&range["start"]["character"])..offset(&range["end"]["character"])).unwrap().to_owned()
}

fn document() -> Value {
    json!({"textDocument": {"uri": URI}})
}

fn everything() -> Value {
    json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}})
}

fn with(extra: &Value) -> Value {
    let mut params = document();
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    params
}

/// The words of tokens, each with the number of its type.
fn words(text: &str, encoding: &str, data: &Value) -> Vec<(String, u64)> {
    let numbers: Vec<u64> = data.as_array().unwrap().iter().map(|it| it.as_u64().unwrap()).collect();
    let (mut line, mut at) = (0, 0);
    let mut words = Vec::new();
    for token in numbers.chunks_exact(5) {
        at = if token[0] == 0 { at + token[1] } else { token[1] };
        line += token[0];
        let place = |character| json!({"line": line, "character": character});
        let range = json!({"start": place(at), "end": place(at + token[2])});
        words.push((text_of(text, encoding, &range), token[3]));
    }
    words
}

const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

#[test]
fn tokens_are_words_in_every_encoding_and_deltas_keep_up() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let full = client.request("textDocument/semanticTokens/full", document());
        let found = words(DRAFT, encoding, &full["data"]);
        for expected in [
            ("地区生产总值", 0),
            ("928亿", 1),
            ("元", 2),
            ("2024年", 3),
            ("全市", 5),
            ("一、", 6),
            ("（三）", 6),
        ] {
            assert!(
                found.contains(&(expected.0.to_owned(), expected.1)),
                "{encoding} {expected:?}: {found:?}"
            );
        }
        let line = json!({"start": {"line": 8, "character": 0}, "end": {"line": 8, "character": 1}});
        let part = client.request("textDocument/semanticTokens/range", with(&json!({"range": line})));
        let part = words(DRAFT, encoding, &part["data"]);
        assert!(part.len() < found.len() && part.iter().all(|word| found.contains(word)), "{part:?}");
        // After an edit the delta turns the old answer into the new.
        let place = behind(encoding, "达到928");
        client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": ".5"}]));
        let id = full["resultId"].clone();
        let params = with(&json!({"previousResultId": id}));
        let delta = client.request("textDocument/semanticTokens/full/delta", params);
        let mut data: Vec<Value> = full["data"].as_array().unwrap().clone();
        for edit in delta["edits"].as_array().unwrap() {
            let number = |key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
            let (start, count) = (number("start"), number("deleteCount"));
            data.splice(start..start + count, edit["data"].as_array().unwrap().iter().cloned());
        }
        let again = client.request("textDocument/semanticTokens/full", document());
        assert_eq!(json!(data), again["data"]);
        let edited = DRAFT.replacen("928", "928.5", 1);
        assert!(words(&edited, encoding, &again["data"]).contains(&("928.5亿".to_owned(), 1)));
        // An id that is no longer known is answered with everything.
        let params = with(&json!({"previousResultId": id}));
        assert!(client.request("textDocument/semanticTokens/full/delta", params)["data"].is_array());
    }
}

#[test]
fn a_selection_grows_in_every_encoding() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let positions = json!([behind(encoding, "达到92"), behind(encoding, "各位")]);
        let params = with(&json!({"positions": positions}));
        let answer = client.request("textDocument/selectionRange", params);
        let mut range = &answer[0];
        let mut texts = Vec::new();
        while range["range"]["start"]["line"] == range["range"]["end"]["line"] {
            texts.push(text_of(DRAFT, encoding, &range["range"]));
            range = &range["parent"];
        }
        assert_eq!(texts[..3], ["928亿元", "地区生产总值达到928亿元", "全市地区生产总值达到928亿元"]);
        assert_eq!(answer.as_array().unwrap().len(), 2);
    }
}

#[test]
fn completion_follows_the_newest_text_in_every_encoding() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let line = "\u{20BB7}镇规模以上工";
        let place = json!({"line": 12, "character": 0});
        client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": line}]));
        let text = format!("{}{line}\n", DRAFT.strip_suffix('\n').unwrap());
        let params = with(&json!({"position": {"line": 12, "character": units(encoding, line)}}));
        let list = client.request("textDocument/completion", params);
        let item = &list["items"][0];
        assert_eq!(item["label"], "规模以上工业增加值", "{encoding}");
        assert_eq!(text_of(&text, encoding, &item["textEdit"]["range"]), "规模以上工");
        assert!(item.get("documentation").is_none());
        let item = client.request("completionItem/resolve", item.clone());
        assert!(item["documentation"]["value"].as_str().unwrap().contains("单位"), "{item}");
        // Behind a name the value that the review states.
        let params = with(&json!({"position": behind(encoding, "目标是：地区生产总值")}));
        let list = client.request("textDocument/completion", params);
        assert_eq!(list["items"][0]["label"], "928亿元");
        assert_eq!(list["items"][0]["detail"], "2024 · 实绩 · 总量");
    }
    // On an empty line the next number, and missing parts as snippets.
    let mut client = opened("utf-16");
    let list =
        client.request("textDocument/completion", with(&json!({"position": {"line": 12, "character": 0}})));
    let items = list["items"].as_array().unwrap();
    assert_eq!(items[0]["label"], "（四）");
    let part = items.iter().find(|it| it["label"] == "存在问题…").unwrap_or_else(|| panic!("{list}"));
    assert_eq!(part["insertTextFormat"], 2);
    assert!(part["textEdit"]["newText"].as_str().unwrap().contains("${1:__}"), "{part}");
}

#[test]
fn lenses_get_their_words_when_they_are_shown() {
    let mut client = opened("utf-8");
    let lenses = client.request("textDocument/codeLens", document());
    let mut titles = Vec::new();
    for lens in lenses.as_array().unwrap() {
        assert!(lens.get("command").is_none(), "{lens}");
        let resolved = client.request("codeLens/resolve", lens.clone());
        let line = resolved["range"]["start"]["line"].as_u64().unwrap();
        titles.push(format!("{line} {}", resolved["command"]["title"].as_str().unwrap()));
    }
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(titles[0].starts_with("5 ") && titles[0].contains("朗读约 1 分钟 · 3 个数字"), "{titles:?}");
    assert!(titles.contains(&"8 2 项目标 · 1 项在回顾中有基数".to_owned()), "{titles:?}");
    assert!(titles.iter().any(|title| title.ends_with("宣布 3 项 · 实列 2 项")), "{titles:?}");
    // A lens of a text that has changed says nothing wrong.
    let place = json!({"line": 5, "character": 0});
    client.change(URI, 2, json!([{"range": {"start": place, "end": place}, "text": "\n"}]));
    let late = client.request("codeLens/resolve", lenses[0].clone());
    assert_eq!(late["command"]["title"], "\u{2026}");
}

#[test]
fn hints_stand_behind_their_figures_and_explain_themselves() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let hints = client.request("textDocument/inlayHint", with(&json!({"range": everything()})));
        let labels: Vec<&str> =
            hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap()).collect();
        assert_eq!(labels, ["= 100公顷", "\u{2248} 988.3亿元"]);
        assert_eq!(hints[1]["position"], behind(encoding, "增长6.5%"), "{encoding}");
        assert!(hints[1].get("tooltip").is_none());
        let resolved = client.request("inlayHint/resolve", hints[1].clone());
        let tooltip = resolved["tooltip"].as_str().unwrap();
        assert!(tooltip.contains("2024年928亿元×（1＋6.5%）") && tooltip.contains("987.79亿元"), "{tooltip}");
    }
    // By default only where the targets stand; off is off.
    for (setting, count) in [(json!({}), 1), (json!({"inlayHints": "off"}), 0)] {
        let (mut client, _) = Client::with(json!({
            "processId": null, "rootUri": null, "capabilities": capabilities("utf-16"),
            "initializationOptions": setting
        }));
        client.open(URI, "markdown", 1, DRAFT);
        let hints = client.request("textDocument/inlayHint", with(&json!({"range": everything()})));
        assert_eq!(hints.as_array().unwrap().len(), count, "{hints}");
    }
}

/// A text after edits of single lines, which do not overlap.
fn after(text: &str, encoding: &str, edits: &Value) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for edit in edits.as_array().unwrap().iter().rev() {
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let line = &mut lines[number(&edit["range"]["start"]["line"])];
        let offset = |value: &Value| {
            let ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
            ends.into_iter().find(|&at| units(encoding, line.get(..at).unwrap()) == number(value)).unwrap()
        };
        let (start, end) =
            (offset(&edit["range"]["start"]["character"]), offset(&edit["range"]["end"]["character"]));
        line.replace_range(start..end, edit["newText"].as_str().unwrap());
    }
    lines.join("\n")
}

#[test]
fn layout_is_mended_in_every_encoding() {
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let mended = DRAFT.replace("\"云桥\"", "\u{201C}云桥\u{201D}");
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let edits = client.request("textDocument/formatting", with(&json!({"options": options})));
        assert_eq!(after(DRAFT, encoding, &edits), mended, "{encoding}");
        let here = json!({"start": {"line": 10, "character": 0}, "end": {"line": 10, "character": 1}});
        let elsewhere = json!({"start": {"line": 8, "character": 0}, "end": {"line": 8, "character": 1}});
        for (range, count) in [(here, 2), (elsewhere, 0)] {
            let params = with(&json!({"options": options, "range": range}));
            let edits = client.request("textDocument/rangeFormatting", params);
            assert_eq!(edits.as_array().unwrap().len(), count, "{edits}");
        }
        let place = json!({"line": 12, "character": 0});
        let params = with(&json!({"options": options, "position": place, "ch": "\n"}));
        let edits = client.request("textDocument/onTypeFormatting", params);
        assert_eq!(edits, json!([{"range": {"start": place, "end": place}, "newText": "（四）"}]));
    }
}

fn actions(client: &mut Client, only: &str, place: &Value) -> Value {
    let params = with(&json!({
        "range": {"start": place, "end": place}, "context": {"diagnostics": [], "only": [only]}
    }));
    client.request("textDocument/codeAction", params)
}

#[test]
fn refactorings_and_every_safe_fix_are_offered_by_their_kinds() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let found = actions(&mut client, "refactor", &behind(encoding, "绿地15"));
        assert_eq!(found[0]["title"], "改写为“100公顷”", "{encoding}");
        assert_eq!(found[0]["kind"], "refactor.rewrite");
        let edit = &found[0]["edit"]["documentChanges"][0]["edits"][0];
        assert_eq!(text_of(DRAFT, encoding, &edit["range"]), "1500亩");
        let found = actions(&mut client, "refactor", &behind(encoding, "（三）抓生"));
        let renumber = found.as_array().unwrap().iter().find(|it| it["title"] == "重编本节标题序号").unwrap();
        assert_eq!(renumber["edit"]["documentChanges"][0]["edits"][0]["newText"], "（二）");
        let found = actions(&mut client, "refactor", &json!({"line": 12, "character": 0}));
        let titles = found.to_string();
        assert!(titles.contains("插入“存在问题”部分的框架"), "{titles}");
        // Every safe fix: on offer without its edit, which comes when it is chosen.
        let found = actions(&mut client, "source.fixAll", &json!({"line": 0, "character": 0}));
        assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
        assert_eq!(found[0]["kind"], "source.fixAll.dinggao");
        assert!(found[0].get("edit").is_none());
        let resolved = client.request("codeAction/resolve", found[0].clone());
        let edits = &resolved["edit"]["documentChanges"][0];
        assert_eq!(edits["textDocument"]["version"], 1);
        let mended = after(DRAFT, encoding, &edits["edits"]);
        let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
        assert!(mended.contains("\u{201C}云桥\u{201D}"), "{mended}");
        assert_eq!(digits(&mended), digits(DRAFT));
    }
}

#[test]
fn commands_return_texts_and_ask_for_edits() {
    let mut client = opened("utf-16");
    let run = |command: &str, argument: Value| json!({"command": command, "arguments": [argument]});
    let csv = client.request("workspace/executeCommand", run("dinggao.ledger.export", json!({"uri": URI})));
    assert!(csv.as_str().unwrap().contains("\r\n地区生产总值,2024,实绩,总量,全市,928亿元,"), "{csv}");
    let row = csv.as_str().unwrap().lines().find(|row| row.contains(",928亿元,"));
    assert!(row.unwrap().ends_with(",7"), "its line: {row:?}");
    let argument = json!({"uri": URI, "format": "markdown"});
    let table = client.request("workspace/executeCommand", run("dinggao.ledger.export", argument));
    assert!(table.as_str().unwrap().starts_with("| 指标 | 时期 |"), "{table}");
    let page =
        client.request("workspace/executeCommand", run("dinggao.rule.page", json!({"rule": "masked-text"})));
    assert!(page.as_str().unwrap().contains("masked-text"), "{page}");
    let done =
        client.request("workspace/executeCommand", run("dinggao.headings.renumber", json!({"uri": URI})));
    assert_eq!(done, true);
    let asked = client.wait(|message| message["method"] == "workspace/applyEdit");
    let edit = &asked["params"]["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], "（二）");
    client.body(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": {"applied": true}}).to_string());
    for bad in [run("dinggao.unknown", json!({})), run("dinggao.ledger.export", json!({}))] {
        assert_eq!(client.answer("workspace/executeCommand", bad)["error"]["code"], -32602);
    }
}

#[test]
fn a_finding_is_accepted_by_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("稿.md");
    let uri = format!("file://{}", file.display());
    let mut capabilities = capabilities("utf-16");
    capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
    let root = format!("file://{}", folder.path().display());
    let (mut client, _) =
        Client::with(json!({"processId": null, "rootUri": root, "capabilities": capabilities}));
    client.open(&uri, "markdown", 1, DRAFT);
    let message = client.wait(|message| message["method"] == "textDocument/publishDiagnostics");
    let uri = message["params"]["uri"].clone();
    let diagnostic = &message["params"]["diagnostics"][0];
    let argument = json!({"uri": uri, "rule": diagnostic["code"], "range": diagnostic["range"]});
    let params = json!({"command": "dinggao.finding.accept", "arguments": [argument]});
    assert_eq!(client.request("workspace/executeCommand", params), true);
    let asked = client.wait(|message| message["method"] == "workspace/applyEdit");
    let edit = asked["params"]["edit"].to_string();
    assert!(edit.contains("accepted.json") && edit.contains(diagnostic["code"].as_str().unwrap()), "{edit}");
}

#[test]
fn ledger_checklist_and_summary_tell_of_the_draft() {
    for encoding in ENCODINGS {
        let mut client = opened(encoding);
        let ledger = client.request("dinggao/ledger", document());
        assert_eq!((&ledger["schema"], &ledger["version"]), (&json!("dinggao.ledger/1"), &json!(1)));
        let gdp = &ledger["indicators"][0];
        assert_eq!((&gdp["indicator"], &gdp["unit"]), (&json!("gdp"), &json!("亿元")));
        let fact = &gdp["facts"][0];
        assert_eq!(
            [&fact["period"], &fact["role"], &fact["kind"], &fact["value"], &fact["section"][0]],
            ["2024", "actual", "level", "92800000000", "一、"]
        );
        assert_eq!(text_of(DRAFT, encoding, &fact["range"]), "928亿元");
        assert_eq!(text_of(DRAFT, encoding, &fact["nameRange"]), "地区生产总值");
        let list = client.request("dinggao/checklist", document());
        assert_eq!(list["profile"]["id"], "work-report-annual");
        let problems = list["sections"].as_array().unwrap().iter().find(|it| it["id"] == "problems").unwrap();
        assert_eq!((&problems["state"], &problems["name"]), (&json!("missing"), &json!("存在问题")));
        let summary = client.request("dinggao/summary", document());
        assert!(summary["characters"].as_u64().unwrap() > 200, "{summary}");
        assert!(summary["findings"]["warning"].as_u64().unwrap() > 0, "{summary}");
    }
}

#[test]
fn another_configuration_is_shown_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let root = format!("file://{}", folder.path().display());
    let mut capabilities = capabilities("utf-16");
    for what in ["codeLens", "inlayHint", "semanticTokens"] {
        capabilities["workspace"][what] = json!({"refreshSupport": true});
    }
    let (mut client, _) =
        Client::with(json!({"processId": null, "rootUri": root, "capabilities": capabilities}));
    let uri = format!("{root}/a.md");
    client.open(&uri, "markdown", 1, &DRAFT.replace("镇建成", "镇建成云桥指数3点"));
    let tokens = |client: &mut Client| {
        let params = json!({"textDocument": {"uri": uri}});
        client.request("textDocument/semanticTokens/full", params)["data"].as_array().unwrap().len()
    };
    let before = tokens(&mut client);
    let own = json!({"indicators": [{"id": "bridge-index", "name": "云桥指数", "unit": "点", "definition": "桥。"}]});
    std::fs::write(folder.path().join("dinggao.json"), own.to_string()).unwrap();
    let changes = json!([{"uri": format!("{root}/dinggao.json"), "type": 1}]);
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": changes}));
    for what in ["codeLens", "inlayHint", "semanticTokens"] {
        let asked = client.wait(|message| message["method"] == format!("workspace/{what}/refresh"));
        client.body(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}).to_string());
    }
    assert_eq!(tokens(&mut client), before + 5, "the workspace's own indicator is one");
}

#[test]
fn an_untitled_draft_is_a_draft() {
    let mut client = opened("utf-16");
    client.open("untitled:Untitled-1", "plaintext", 1, DRAFT);
    let params = json!({"textDocument": {"uri": "untitled:Untitled-1"}});
    let answer = client.request("dinggao/summary", params.clone());
    assert_eq!(answer["uri"], "untitled:Untitled-1");
    assert!(client.request("textDocument/codeLens", params)[0]["range"].is_object());
}

#[test]
fn what_is_no_draft_has_no_answers() {
    let mut client = opened("utf-16");
    let other = "file:///notes.txt";
    client.open(other, "plaintext", 1, "买菜3斤。\n一、土豆\n");
    let params = json!({
        "textDocument": {"uri": other}, "position": {"line": 0, "character": 2}, "range": everything(),
        "positions": [{"line": 0, "character": 2}], "previousResultId": "1", "ch": "\n",
        "options": {"tabSize": 4, "insertSpaces": true}, "context": {"diagnostics": [], "triggerKind": 1}
    });
    for method in [
        "textDocument/semanticTokens/full",
        "textDocument/semanticTokens/full/delta",
        "textDocument/semanticTokens/range",
        "textDocument/selectionRange",
        "textDocument/completion",
        "textDocument/codeLens",
        "textDocument/inlayHint",
        "textDocument/formatting",
        "textDocument/rangeFormatting",
        "textDocument/onTypeFormatting",
        "textDocument/codeAction",
        "dinggao/checklist",
        "dinggao/ledger",
        "dinggao/summary",
    ] {
        assert_eq!(client.request(method, params.clone()), Value::Null, "{method}");
    }
}
