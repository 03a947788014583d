//! Every feature in every encoding, in drafts of two folders and in one without a file, with CRLF and
//! characters outside the basic plane: what stands under each range of each answer is compared with
//! `tests/wire/ranges.txt` (`UPDATE_WIRE=1` rewrites it; read the difference before you keep it).
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::client::Client;
use crate::support::{compare, root};

/// Its lines end in CRLF; 𠮷 stands before nearly everything that is asked for.
const DRAFT: &str = "政府工作报告\r\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\r\n云溪市市长 李某某\r\n各位代表：\r\n现在，我代表市政府报告工作，请予审议。\r\n一、2030年工作回顾\r\n\u{20BB7}镇面貌一新。2029年地区生产总值874.2亿元。2030年地区生产总值928.3亿元，增长6.2%，新增绿地1500亩。\r\n\u{20BB7}镇之外，2030年地区生产总值达到928.3亿元。\u{20BB7}镇建成\u{201C}一窗受理\u{201C}平台，新建道路**公里，见附件1。\r\n二、2031年工作安排\r\n\u{20BB7}镇先行，主要预期目标是：地区生产总值增长6.5%。\r\n抓好以下三项工作：\r\n（一）\u{20BB7}镇抓\"云桥\"项目。开工一批。\r\n（三）\u{20BB7}镇抓生态。达标。\r\n\r\n附件1：\u{20BB7}镇项目表\r\n";

const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

/// What is asked: the method, the words in the draft that it is asked about, and what else it wants to know.
const TABLE: &[(&str, &str, &str)] = &[
    ("textDocument/codeAction", "一窗受理\u{201C}", "{}"),
    ("textDocument/codeAction", "928.3亿元", "{}"),
    ("textDocument/codeAction", "（三）", "{}"),
    ("textDocument/codeLens", "政", "{}"),
    ("textDocument/completion", "目标是：地区生产", "{}"),
    ("textDocument/completion", "1500", "{}"),
    ("textDocument/completion", "\r\n\r\n", "{}"),
    ("textDocument/definition", "6.5%", "{}"),
    ("textDocument/definition", "附件1。", "{}"),
    ("textDocument/documentHighlight", "928.3亿元", "{}"),
    ("textDocument/documentLink", "政", "{}"),
    ("textDocument/documentSymbol", "政", "{}"),
    ("textDocument/foldingRange", "政", "{}"),
    ("textDocument/formatting", "政", "{}"),
    ("textDocument/hover", "874.2亿", "{}"),
    ("textDocument/hover", "达到", "{}"),
    ("textDocument/hover", "2030年地区生产总值", "{}"),
    ("textDocument/hover", "一窗受理", "{}"),
    ("textDocument/hover", "2030年地区", "{}"),
    ("textDocument/hover", "*", "{}"),
    ("textDocument/hover", "一、2030", "{}"),
    ("textDocument/inlayHint", "政", "{}"),
    ("textDocument/linkedEditingRange", "达到928.3", "{}"),
    ("textDocument/onTypeFormatting", "达标。\r\n", "{}"),
    ("textDocument/prepareCallHierarchy", "928.3亿", "{}"),
    ("textDocument/prepareRename", "达到928.3", "{}"),
    ("textDocument/prepareRename", "目标是：地区生产", "{}"),
    ("textDocument/rangeFormatting", "\"云", "{}"),
    ("textDocument/references", "地区生产", r#"{"context":{"includeDeclaration":true}}"#),
    ("textDocument/references", "928.3", r#"{"context":{"includeDeclaration":false}}"#),
    ("textDocument/rename", "928.3亿元", r#"{"newName":"931.7亿元"}"#),
    ("textDocument/rename", "地区生产", r#"{"newName":"生产总值"}"#),
    ("textDocument/selectionRange", "928.3", "{}"),
    ("textDocument/selectionRange", "各位", "{}"),
    ("textDocument/selectionRange", "\r\n\r\n", "{}"),
    ("textDocument/semanticTokens/full", "政", "{}"),
    ("textDocument/semanticTokens/range", "6.5%", "{}"),
    ("workspace/symbol", "政", r#"{"query":"生产总值"}"#),
    ("workspace/symbol", "政", r#"{"query":"工作"}"#),
    ("workspace/executeCommand", "（三）", r#"{"command":"dinggao.headings.renumber"}"#),
    ("dinggao/checklist", "政", "{}"),
    ("dinggao/ledger", "政", "{}"),
];

/// What two kinds of clients can do: the first is shown trees, versions and diagnostics as they are found,
/// the second lists, plain changes and links of definitions, and asks for its diagnostics.
fn capabilities(encoding: &str, client: &str) -> Value {
    let modern = client == "modern";
    let mut all = json!({
        "general": {"positionEncodings": [encoding]},
        "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": modern},
            "publishDiagnostics": {"relatedInformation": true, "versionSupport": true, "dataSupport": true},
            "hover": {"contentFormat": ["markdown"]},
            "definition": {"linkSupport": !modern},
            "rename": {"prepareSupport": true},
            "completion": {"completionItem": {"snippetSupport": modern}},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "semanticTokens": {
                "requests": {"full": {"delta": true}, "range": true},
                "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"]
            }
        },
        "workspace": {"applyEdit": true, "workspaceFolders": true, "workspaceEdit": {"documentChanges": modern}}
    });
    if modern {
        all["textDocument"]["codeAction"]["resolveSupport"] = json!({"properties": ["edit"]});
    } else {
        all["textDocument"]["diagnostic"] = json!({});
    }
    all
}

/// The draft as a client sees it that counts in `encoding`.
struct Page {
    encoding: &'static str,
    lines: Vec<&'static str>,
}

impl Page {
    fn new(encoding: &'static str) -> Self {
        Self { encoding, lines: DRAFT.split("\r\n").collect() }
    }

    fn units(&self, text: &str) -> u64 {
        let units = match self.encoding {
            "utf-8" => text.len(),
            "utf-16" => text.encode_utf16().count(),
            _ => text.chars().count(),
        };
        units.try_into().unwrap()
    }

    /// The position of a byte offset of the draft.
    fn position(&self, offset: usize) -> Value {
        let before = DRAFT.get(..offset).unwrap();
        let line = before.rsplit("\r\n").next().unwrap();
        json!({"line": before.matches("\r\n").count(), "character": self.units(line)})
    }

    /// The byte offset of a position: one that no character begins at is wrong.
    fn offset(&self, position: &Value) -> usize {
        let number = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
        let line = self.lines.get(number).unwrap_or_else(|| panic!("no such line: {position}"));
        let start: usize = self.lines.iter().take(number).map(|line| line.len() + 2).sum();
        let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        let wanted = position["character"].as_u64().unwrap();
        let at = ends.find(|&at| self.units(line.get(..at).unwrap()) == wanted);
        start + at.unwrap_or_else(|| panic!("{} {position} is within a character of “{line}”", self.encoding))
    }

    /// What stands under a range; long texts by their ends.
    fn under(&self, range: &Value) -> String {
        let (start, end) = (self.offset(&range["start"]), self.offset(&range["end"]));
        let letters: Vec<char> = DRAFT.get(start..end).unwrap().chars().collect();
        let shown = |letters: &[char]| {
            letters.iter().collect::<String>().replace('\r', "\u{240D}").replace('\n', "\u{240A}")
        };
        if letters.is_empty() {
            let before = DRAFT.get(..start).unwrap().chars().rev().take(5).collect::<Vec<char>>();
            let before: Vec<char> = before.into_iter().rev().collect();
            let after: Vec<char> = DRAFT.get(start..).unwrap().chars().take(5).collect();
            return format!("{}│{}", shown(&before), shown(&after));
        }
        if letters.len() <= 30 {
            return format!("“{}”", shown(&letters));
        }
        let (head, tail) = (letters.get(..12).unwrap(), letters.get(letters.len() - 12..).unwrap());
        format!("“{} … {}” {}", shown(head), shown(tail), letters.len())
    }

    fn beginning(&self, line: u64) -> String {
        self.lines[usize::try_from(line).unwrap()].chars().take(8).collect()
    }

    /// The words of tokens with the numbers of their types.
    fn tokens(&self, data: &[Value]) -> String {
        let numbers: Vec<u64> = data.iter().map(|it| it.as_u64().unwrap()).collect();
        let (mut line, mut at, mut out) = (0, 0, String::new());
        for token in numbers.chunks_exact(5) {
            at = if token[0] == 0 { at + token[1] } else { token[1] };
            line += token[0];
            let place = |character| json!({"line": line, "character": character});
            let range = json!({"start": place(at), "end": place(at + token[2])});
            write!(out, " {}{}", self.under(&range), token[3]).unwrap();
        }
        out
    }

    /// Writes a line for each place that an answer names.
    fn render(&self, path: &str, value: &Value, out: &mut String) {
        match value {
            Value::Object(fields) if fields.contains_key("start") && fields.contains_key("end") => {
                writeln!(out, "  {path} {}", self.under(value)).unwrap();
            }
            Value::Object(fields) if fields.contains_key("line") && fields.contains_key("character") => {
                writeln!(out, "  {path} {}", self.under(&json!({"start": value, "end": value}))).unwrap();
            }
            Value::Object(fields) => self.fields(path, fields, out),
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.render(&format!("{path}/{at}"), item, out);
                }
            }
            Value::String(text) => {
                for after in text.split("#L").skip(1) {
                    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
                    let line: u64 = digits.parse().unwrap();
                    writeln!(out, "  {path} #L {}", self.beginning(line - 1)).unwrap();
                }
            }
            _ => {}
        }
    }

    fn fields(&self, path: &str, fields: &Map<String, Value>, out: &mut String) {
        if let (Some(first), Some(last)) = (fields.get("startLine"), fields.get("endLine")) {
            let line = |value: &Value| self.beginning(value.as_u64().unwrap());
            writeln!(out, "  {path} {} … {}", line(first), line(last)).unwrap();
        }
        for (key, value) in fields {
            match value {
                Value::Array(data) if key == "data" => {
                    writeln!(out, "  {path}/data{}", self.tokens(data)).unwrap()
                }
                // The names of documents differ from run to run.
                _ if key.contains(':') => self.render(&format!("{path}/*"), value, out),
                _ => self.render(&format!("{path}/{key}"), value, out),
            }
        }
    }
}

/// Asks one line of the table about a document and renders the answer, and what the answer leads to.
fn ask(client: &mut Client, page: &Page, uri: &str, row: &(&str, &str, &str)) -> String {
    let (method, words, extra) = *row;
    let start = DRAFT.find(words).unwrap();
    let (first, last) = (page.position(start), page.position(start + words.len()));
    let around = json!({"start": first, "end": last});
    let whole = json!({"start": {"line": 0, "character": 0}, "end": page.position(DRAFT.len())});
    let mut params = json!({
        "textDocument": {"uri": uri}, "position": last, "positions": [last], "ch": "\n",
        "range": if method == "textDocument/inlayHint" { whole } else { around },
        "context": {"diagnostics": [], "triggerKind": 1}, "options": {"tabSize": 4, "insertSpaces": true},
        "arguments": [{"uri": uri, "position": last}]
    });
    let extra: Value = serde_json::from_str(extra).unwrap();
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    let answer = client.request(method, params);
    let mut out = String::new();
    page.render("", &answer, &mut out);
    match method {
        "textDocument/prepareCallHierarchy" => {
            for item in answer.as_array().unwrap() {
                for direction in ["outgoingCalls", "incomingCalls"] {
                    let calls = client.request(&format!("callHierarchy/{direction}"), json!({"item": item}));
                    page.render(&format!("/{direction}"), &calls, &mut out);
                    for call in calls.as_array().unwrap() {
                        let item = json!({"item": call["to"]});
                        if direction == "outgoingCalls" {
                            let back = client.request("callHierarchy/incomingCalls", item);
                            page.render("/outgoingCalls/incomingCalls", &back, &mut out);
                        }
                    }
                }
            }
        }
        "textDocument/codeAction" => {
            let later = |it: &&Value| it.get("data").is_some();
            for action in answer.as_array().unwrap().iter().filter(later) {
                let resolved = client.request("codeAction/resolve", action.clone());
                page.render("/resolved", &resolved["edit"], &mut out);
            }
        }
        "textDocument/codeLens" => {
            for lens in answer.as_array().unwrap() {
                page.render("/resolved", &client.request("codeLens/resolve", lens.clone()), &mut out);
            }
        }
        "textDocument/inlayHint" => {
            for hint in answer.as_array().unwrap() {
                let resolved = client.request("inlayHint/resolve", hint.clone());
                assert!(resolved["tooltip"].is_string(), "{resolved}");
            }
        }
        "workspace/executeCommand" => {
            let asked = client.wait(|it| it["method"] == "workspace/applyEdit");
            let applied = json!({"jsonrpc": "2.0", "id": asked["id"], "result": {"applied": false}});
            client.body(&applied.to_string());
            page.render("/applyEdit", &asked["params"]["edit"], &mut out);
        }
        _ => {}
    }
    out
}

fn uri(path: &Path) -> String {
    lsp_types::Url::from_file_path(path).unwrap().to_string()
}

#[test]
fn under_every_range_stands_what_should_in_every_encoding_folder_and_document() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("另一处"));
    for path in [&one, &other] {
        fs::create_dir(path).unwrap();
        fs::write(path.join("未开.txt"), DRAFT).unwrap();
    }
    let documents = [uri(&one.join("a.txt")), uri(&other.join("稿.txt")), "untitled:Untitled-1".to_owned()];
    let mut golden = String::new();
    for kind in ["modern", "plain"] {
        let mut first: Option<String> = None;
        for encoding in ENCODINGS {
            let page = Page::new(encoding);
            let folders = json!([{"uri": uri(&one), "name": "one"}, {"uri": uri(&other), "name": "other"}]);
            let (mut client, answer) = Client::with(json!({
                "processId": null, "rootUri": null, "workspaceFolders": folders,
                "initializationOptions": {"inlayHints": "on"}, "capabilities": capabilities(encoding, kind)
            }));
            assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
            // All are open before anything is asked, so that what is told of all is told of the same.
            for uri in &documents {
                client.open(uri, "plaintext", 1, DRAFT);
            }
            for uri in &documents {
                let mut out = String::new();
                for row in TABLE {
                    writeln!(out, "{} {}", row.0, row.1.replace("\r\n", "\u{240D}\u{240A}")).unwrap();
                    out.push_str(&ask(&mut client, &page, uri, row));
                }
                out.push_str("diagnostics\n");
                let diagnostics = if kind == "modern" {
                    client.diagnostics(uri)["diagnostics"].clone()
                } else {
                    client.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}))["items"]
                        .clone()
                };
                // Their data hold fixes, whose ranges count too.
                for (at, it) in diagnostics.as_array().unwrap().iter().enumerate() {
                    page.render(&format!("/{at} {}", it["code"].as_str().unwrap()), it, &mut out);
                }
                if kind == "plain" {
                    let whole = client.request("workspace/diagnostic", json!({"previousResultIds": []}));
                    for (at, it) in whole["items"].as_array().unwrap().iter().enumerate() {
                        page.render(&format!("/workspace/{at}"), it, &mut out);
                    }
                }
                match &first {
                    None => first = Some(out),
                    Some(first) => {
                        assert!(*first == out, "{kind} {encoding} {uri}\n{}", differing(first, &out))
                    }
                }
            }
        }
        write!(golden, "== {kind} client ==\n{}", first.unwrap()).unwrap();
    }
    let wrong = compare(&root().join("tests/wire/ranges.txt"), &golden, "UPDATE_WIRE");
    if let Some(wrong) = wrong {
        let kept = fs::read_to_string(root().join("tests/wire/ranges.txt")).unwrap_or_default();
        panic!("{wrong}\n{}", differing(&kept, &golden));
    }
}

/// The lines in which two texts differ.
fn differing(expected: &str, found: &str) -> String {
    let pairs = expected.lines().zip(found.lines()).filter(|(one, other)| one != other);
    let lines: Vec<String> = pairs.take(20).map(|(one, other)| format!("- {one}\n+ {other}")).collect();
    format!("{} and {} lines\n{}", expected.lines().count(), found.lines().count(), lines.join("\n"))
}
