//! The whole drafts of tests/reports: the demo has exactly the mistakes its README lists, the
//! other drafts have none, and a copy in GB18030 reads the same.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use dinggao::checks::Finding;
use dinggao::text::{Encoding, decode, encode};

use crate::support::{describe, files, findings, read, root};

const DEMO: &str = "云岭市2025年政府工作报告.txt";
const CLEAN: &str = "云岭市2025年政府工作报告（定稿）.txt";

fn folder() -> PathBuf {
    root().join("tests/reports")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

/// One row of the table of planted mistakes.
struct Planted {
    line: usize,
    rule: String,
    written: String,
    right: String,
}

fn planted() -> Vec<Planted> {
    text("README.md")
        .lines()
        .filter_map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [line, rule, written, right, _why] = cells.as_slice() else { return None };
            Some(Planted {
                line: line.parse().ok()?,
                rule: rule.trim_matches('`').to_owned(),
                written: (*written).to_owned(),
                right: (*right).to_owned(),
            })
        })
        .collect()
}

fn places(text: &str) -> (BTreeSet<(usize, String)>, Vec<String>) {
    let report = read(text);
    let found: Vec<Finding> = findings(&report);
    let said = found.iter().map(|finding| describe(&report, finding)).collect();
    let at = |finding: &Finding| report.lines.locate(&report.source, finding.span.start).line;
    (found.iter().map(|finding| (at(finding), finding.rule.name.to_owned())).collect(), said)
}

#[test]
fn the_demo_has_exactly_the_mistakes_its_table_lists() {
    let expected: BTreeSet<(usize, String)> = planted().into_iter().map(|row| (row.line, row.rule)).collect();
    assert_eq!(expected.len(), 12, "the demo has a dozen mistakes");
    let (found, said) = places(&text(DEMO));
    assert_eq!(found, expected, "{said:#?}");
    assert_eq!(said.len(), expected.len(), "one finding a mistake: {said:#?}");
}

#[test]
fn the_table_quotes_both_drafts() {
    let (demo, clean) = (text(DEMO), text(CLEAN));
    let lines: Vec<&str> = demo.lines().collect();
    for row in planted() {
        assert!(lines[row.line - 1].contains(&row.written), "line {} has no {}", row.line, row.written);
        assert!(clean.contains(&row.right), "the clean draft has no {}", row.right);
    }
}

#[test]
fn a_clean_draft_gives_no_finding() {
    let mut clean = 0;
    for path in files(&folder(), "txt") {
        if path.ends_with(DEMO) {
            continue;
        }
        let (_, said) = places(&std::fs::read_to_string(&path).unwrap());
        assert!(said.is_empty(), "{}: {said:#?}", path.display());
        clean += 1;
    }
    assert_eq!(clean, 2);
}

#[test]
fn a_copy_in_gb18030_reads_the_same() {
    let demo = text(DEMO);
    let bytes = encode(&demo, Encoding::Gb18030).unwrap();
    assert_ne!(bytes, demo.as_bytes());
    assert_eq!(decode(&bytes).unwrap().text, demo);
}
