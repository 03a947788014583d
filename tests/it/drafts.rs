//! Literate fixtures: every Markdown file under tests/drafts is a set of tests.
//!
//! A heading names a test, the sentences below say why, a fenced `draft` block holds the text
//! (a fragment in the frame of the rule pages; `draft 安排` in its plan, `draft 全文` whole).
//! `[[text|rule]]` marks a finding; all and only marked findings are expected.
//! `[[text|rule/variant:severity]]` says more, `[[text|rule-a,rule-b]]` marks two; `$0` is the
//! cursor. Optional blocks `outline` and `facts` hold what is read of the draft;
//! `UPDATE_DRAFTS=1` rewrites them.

use std::fmt::Write as _;

use dinggao::checks::Place;
use dinggao::report::Report;
use dinggao::text::Span;

use crate::support::{ascii_mark, describe, files, findings, read, root};

/// A draft without its marks.
struct Draft {
    report: Report,
    /// Where the fixture's own text stands in the report.
    own: Span,
    /// Expected findings: span and `rule[/variant][:severity]`.
    marks: Vec<(Span, String)>,
}

/// Takes the marks out of a fixture and sets it into the frame.
fn draft(place: Place, marked: &str) -> Draft {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let (inside, tail) = after.split_once("]]").expect("a mark that is not closed");
        let (shown, names) = inside.rsplit_once('|').expect("a mark without a rule");
        let span = Span::new(text.len(), text.len() + shown.len());
        marks.extend(names.split(',').map(|name| (span, name.trim().to_owned())));
        text.push_str(shown);
        rest = tail;
    }
    text.push_str(rest);
    let (text, own) = place.frame(&text.replace("$0", ""));
    for (span, _) in &mut marks {
        *span = span.shifted(own.start);
    }
    Draft { report: read(&text), own, marks }
}

/// What is wrong with the findings of one draft.
fn judge(draft: &Draft) -> Vec<String> {
    let found = findings(&draft.report);
    let mut expected = draft.marks.clone();
    let mut wrong = Vec::new();
    for finding in &found {
        if let Some(around) = ascii_mark(&finding.message.zh) {
            wrong.push(format!("{}: an ASCII mark in the message: {around}", finding.rule.name));
        }
        let matches = |(span, mark): &(Span, String)| {
            let (name, severity) = mark.split_once(':').unwrap_or((mark, finding.severity.label()));
            let (rule, variant) = name.split_once('/').map_or((name, None), |(r, v)| (r, Some(v)));
            *span == finding.span
                && rule == finding.rule.name
                && severity == finding.severity.label()
                && (variant.is_none() || variant == finding.variant)
        };
        match expected.iter().position(matches) {
            Some(at) => drop(expected.remove(at)),
            None => wrong.push(format!("not marked: {}", describe(&draft.report, finding))),
        }
    }
    wrong.extend(
        expected.iter().map(|(span, mark)| format!("not found: {mark} “{}”", draft.report.text(*span))),
    );
    wrong
}

/// The outline of the fixture's own text, one heading a line, indented by level.
fn outline(draft: &Draft) -> String {
    let mut out = String::new();
    for heading in &draft.report.outline.headings {
        if draft.own.contains(heading.span) {
            let number = heading.number.map_or("", |number| draft.report.text(number));
            let indent = "  ".repeat(usize::from(heading.level) - 1);
            let _ = writeln!(out, "{indent}{number}{}", draft.report.text(heading.title));
        }
    }
    out
}

/// The facts of the fixture's own text, one a line.
fn facts(draft: &Draft) -> String {
    let mut out = String::new();
    for fact in &draft.report.facts {
        if draft.own.contains(fact.span) {
            let _ = writeln!(
                out,
                "{} = {} {} | {:?} | {} | {} | {}",
                fact.name,
                fact.value.normalize(),
                fact.unit.as_ref().map_or("-", |unit| unit.symbol()),
                fact.kind,
                fact.period.map_or_else(|| "-".to_owned(), |period| period.to_string()),
                fact.role.map_or_else(|| "-".to_owned(), |role| format!("{role:?}")),
                fact.scope.as_deref().unwrap_or("-"),
            );
        }
    }
    out
}

#[test]
fn drafts_are_read_as_marked() {
    let update = std::env::var_os("UPDATE_DRAFTS").is_some_and(|value| value == "1");
    let (mut wrong, mut tests) = (Vec::new(), 0);
    for file in files(&root().join("tests/drafts"), "md") {
        let source = std::fs::read_to_string(&file).unwrap();
        let (mut rewritten, mut heading, mut current) = (String::new(), String::new(), None);
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            let _ = writeln!(rewritten, "{line}");
            if let Some(title) = line.strip_prefix('#') {
                heading = title.trim_start_matches('#').trim().to_owned();
            }
            let Some(info) = line.strip_prefix("```") else { continue };
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let place =
                |word: &str| Place::from_word(word).unwrap_or_else(|| panic!("{}: {line}", file.display()));
            let mut golden = |actual: String| {
                if !update && actual.lines().ne(block.iter().copied()) {
                    wrong.push(format!("{} ({heading}): {info} is now\n{actual}", file.display()));
                }
                actual
            };
            let shown = match info.split_once(' ').map_or((info, ""), |(kind, word)| (kind, word)) {
                ("draft", word) => {
                    tests += 1;
                    let read = draft(place(word), &block.join("\n"));
                    wrong.extend(
                        judge(&read).iter().map(|it| format!("{} ({heading}): {it}", file.display())),
                    );
                    current = Some(read);
                    block.join("\n") + "\n"
                }
                ("outline", _) => golden(outline(current.as_ref().expect("a draft above"))),
                ("facts", _) => golden(facts(current.as_ref().expect("a draft above"))),
                (kind, _) => panic!("{}: no block is called {kind}", file.display()),
            };
            let _ = writeln!(rewritten, "{shown}```");
        }
        if update && rewritten != source {
            std::fs::write(&file, rewritten).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tests > 0, "no fixture was found");
}
