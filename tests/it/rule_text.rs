//! One text a rule: docs/rules, `dinggao explain`, the editor's rule page, the hover on a finding and
//! the comments that silence a rule all speak of the same page.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::fs;
use std::process::Command;

use dinggao::checks::{self, ALL, Policy, Verdict};
use dinggao::report::{Memo, Options, Report};
use dinggao::workspace;
use serde_json::json;

use crate::client::Client;
use crate::support::root;

/// The page as docs/rules holds it.
fn page(name: &str) -> String {
    fs::read_to_string(root().join("docs/rules").join(format!("{name}.md"))).unwrap()
}

#[test]
fn explain_prints_the_page_of_docs_rules() {
    for rule in ALL {
        for locale in ["zh-CN", "en"] {
            let output = Command::new(env!("CARGO_BIN_EXE_dinggao"))
                .args(["--locale", locale, "explain", rule.name])
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            assert_eq!(printed.trim_end(), page(rule.name).trim_end(), "{} in {locale}", rule.name);
        }
    }
}

#[test]
fn the_editor_s_page_is_what_explain_prints() {
    let source = fs::read_to_string(root().join("editors/vscode/src/rule-page.ts")).unwrap();
    // The page is asked of the program and handed on as it comes.
    assert!(source.contains("return this.ask(['explain', uri.path.slice(1).replace(/\\.md$/u, '')]);"));
    assert!(source.contains("if (error === null) resolve(stdout);"));
    // The link at a finding leads to that page.
    let extension = fs::read_to_string(root().join("editors/vscode/src/extension.ts")).unwrap();
    assert!(extension.contains("ruleLink("), "the code of a finding links to the rule's page");
}

#[test]
fn the_hover_on_a_finding_says_what_the_page_says() {
    let uri = "file:///draft.txt";
    let draft = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、2024年工作回顾\n新建道路XX公里，渔港改造完成。。群众的的出行更加便利。\n二、2025年工作安排\n今年目标是经济平稳增长。\n";
    let (mut client, _) = Client::greeted(json!({
        "general": {"positionEncodings": ["utf-16"]},
        "textDocument": {"hover": {"contentFormat": ["markdown"]}}
    }));
    client.open(uri, "plaintext", 1, draft);
    let found = client.diagnostics(uri);
    let mut seen = 0;
    for diagnostic in found["diagnostics"].as_array().unwrap() {
        let name = diagnostic["code"].as_str().unwrap();
        if !["placeholder", "repeated-punctuation", "repeated-word"].contains(&name) {
            continue;
        }
        seen += 1;
        let answer = client.request(
            "textDocument/hover",
            json!({"textDocument": {"uri": uri}, "position": diagnostic["range"]["start"]}),
        );
        let said = answer["contents"]["value"].as_str().unwrap();
        let rule = checks::rule(name).unwrap();
        let page = page(name);
        for text in [format!("{name}：{}", rule.title()), rule.summary().to_owned()] {
            assert!(said.contains(&text), "the hover lacks “{text}”: {said}");
            assert!(page.contains(&text), "the page lacks “{text}”");
        }
    }
    assert_eq!(seen, 3, "{found}");
}

#[test]
fn a_comment_silences_a_rule_by_the_name_of_its_page() {
    for rule in ALL {
        assert!(page(rule.name).starts_with(&format!("# {}：{}\n", rule.name, rule.title())));
        let mut policy = Policy::default();
        policy.severities.insert(rule.name.to_owned(), Some(rule.severity));
        let example = rule.examples().into_iter().find(|it| it.verdict == Verdict::Wrong).unwrap();
        let (draft, _) = example.place.frame(&example.text);
        let told = |draft: &str| {
            let report = Report::read(draft, &Options::default(), &mut Memo::default());
            let findings = workspace::without_suppressed(&report, checks::run(&report, &policy));
            findings.iter().filter(|it| it.rule.name == rule.name).count()
        };
        assert!(told(&draft) > 0, "{}", rule.name);
        let silenced = format!("<!-- dinggao-disable {} -->\n{draft}", rule.name);
        assert_eq!(told(&silenced), 0, "{}", rule.name);
    }
}
