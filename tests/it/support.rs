//! What several tests share: reading a draft, running the rules, comparing golden text.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::path::{Path, PathBuf};

use dinggao::checks::{self, Finding, Policy};
use dinggao::report::{Memo, Options, Report};

/// The project's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text read with the built-in knowledge.
pub(crate) fn read(text: &str) -> Report {
    Report::read(text, &Options::default(), &mut Memo::default())
}

/// Findings of all rules at their default severities.
pub(crate) fn findings(report: &Report) -> Vec<Finding> {
    checks::run(report, &Policy::default())
}

/// A finding on one line, for messages of failing tests.
pub(crate) fn describe(report: &Report, finding: &Finding) -> String {
    let at = report.lines.locate(&report.source, finding.span.start);
    format!(
        "{}:{} {} {} “{}”：{}",
        at.line,
        at.column,
        finding.severity.label(),
        finding.rule.name,
        report.text(finding.span),
        finding.message.zh
    )
}

/// The files with this extension under `folder`, recursively, sorted.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Compares a generated file with the one in the repository; with the environment variable
/// `update` set to 1 it is rewritten instead. Returns what is wrong.
pub(crate) fn compare(path: &Path, expected: &str, update: &str) -> Option<String> {
    if std::fs::read_to_string(path).is_ok_and(|found| found == expected) {
        return None;
    }
    if std::env::var_os(update).is_some_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, expected).unwrap();
        return None;
    }
    Some(format!("{} is stale: run the tests with {update}=1", path.display()))
}

/// An ASCII mark between two Han characters outside quotation marks, with what stands around it.
pub(crate) fn ascii_mark(message: &str) -> Option<String> {
    let han = |c: Option<&char>| c.is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
    let chars: Vec<char> = message.chars().collect();
    let mut quoted = false;
    for (at, &mark) in chars.iter().enumerate() {
        match mark {
            '\u{201C}' => quoted = true,
            '\u{201D}' => quoted = false,
            ',' | ':' | ';' | '(' | ')' | '!' | '?' | '"'
                if !quoted && at > 0 && (han(chars.get(at - 1)) || han(chars.get(at + 1))) =>
            {
                return Some(chars[at.saturating_sub(5)..(at + 6).min(chars.len())].iter().collect());
            }
            _ => {}
        }
    }
    None
}
