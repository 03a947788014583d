//! What `--fix` may never do, held over whole reports: the drafts of this project, and the published
//! ones where they are at hand (`../shared/reports`; every eighth in a debug build, all of them with
//! FIXES=all or in a release build). The figures stay, a second run changes nothing, and no finding
//! comes or goes but where the fixes touched the text.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use dinggao::checks::{ALL, Category, Finding, Rule};
use dinggao::features::fixes::apply_safe;
use dinggao::report::{Options, Report};
use dinggao::text::decode;
use rayon::prelude::*;
use similar::{DiffTag, TextDiff};

use crate::support::{files, findings, read, root};

/// The numerals and units of a report, in order, as the list of numbers shows them. Blanks inside
/// a figure are no part of it.
fn figures(report: &Report) -> Vec<String> {
    let quantities = report.paragraphs.iter().flat_map(|paragraph| {
        paragraph.reading.quantities.iter().map(|quantity| {
            let (value, unit) = quantity.listed();
            let to = quantity.value_to.map(|to| format!("..{}", to.normalize())).unwrap_or_default();
            format!("{}{to}{}", value.normalize(), unit.map_or("", |unit| unit.symbol()))
        })
    });
    quantities.collect()
}

/// Every digit and every unit word's letters, in order: what no fix may touch, read or not.
fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_numeric() || "%\u{FF05}\u{2030}".contains(*c)).collect()
}

/// What changed, line by line: the lines before and after that are not the same.
fn changed(before: &str, after: &str) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let diff = TextDiff::from_lines(before, after);
    let (mut old, mut new) = (BTreeSet::new(), BTreeSet::new());
    for operation in diff.ops().iter().filter(|operation| operation.tag() != DiffTag::Equal) {
        old.extend(operation.old_range());
        new.extend(operation.new_range());
    }
    (old, new)
}

/// The findings by rule and text, but those that stand in, point at or mend the lines `touched`.
fn elsewhere(
    report: &Report,
    found: &[Finding],
    touched: &BTreeSet<usize>,
) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in found {
        let at = |offset| touched.contains(&report.lines.line_of(offset));
        let edited = finding.fixes.iter().flat_map(|fix| &fix.edits).any(|edit| at(edit.span.start));
        let related = finding.related.iter().any(|related| at(related.span.start));
        if !(at(finding.span.start) || at(finding.span.end) || edited || related) {
            *counts
                .entry((finding.rule.name.to_owned(), report.text(finding.span).to_owned()))
                .or_default() += 1;
        }
    }
    counts
}

/// The findings that `--fix` does not mend, by rule and text without marks and blanks (which the
/// fixes of others may change).
fn left_alone(report: &Report, found: &[Finding]) -> BTreeMap<(&'static str, String), usize> {
    let mut counts = BTreeMap::new();
    // What is about marks alone, any fix of marks may mend as well; and two names differ no longer
    // where only a stray blank told them apart (全 社会固定资产投资).
    let of_marks = |rule: &Rule| {
        rule.category == Category::Typography
            || ["heading-style-inconsistent", "name-drift"].contains(&rule.name)
    };
    for finding in found {
        if of_marks(finding.rule) || finding.fixes.iter().any(|fix| fix.safe) {
            continue;
        }
        let text = report.text(finding.span).chars().filter(|c| c.is_alphanumeric()).collect();
        *counts.entry((finding.rule.name, text)).or_default() += 1;
    }
    counts
}

/// The findings by rule.
fn by_rule(found: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in found {
        *counts.entry(finding.rule.name).or_default() += 1;
    }
    counts
}

/// What is wrong with the fixes of one text.
fn wrong(text: &str) -> Vec<String> {
    let (options, before) = (Options::default(), read(text));
    let found = findings(&before);
    let mut wrong = Vec::new();
    let Some(fixed) = apply_safe(&before, &found, &options, findings) else { return wrong };
    let after = read(&fixed.text);
    let left = findings(&after);
    if digits(text) != digits(&fixed.text) {
        wrong.push("digits were changed".to_owned());
    }
    let (old, new) = (figures(&before), figures(&after));
    if let Some(at) = (0..old.len().max(new.len())).find(|&at| old.get(at) != new.get(at)) {
        wrong.push(format!("figure {at} was {:?} and is {:?}", old.get(at), new.get(at)));
    }
    if let Some(again) = apply_safe(&after, &left, &options, findings) {
        let diff = TextDiff::from_lines(&fixed.text, &again.text);
        wrong.push(format!("a second run changes the text:\n{}", diff.unified_diff().context_radius(0)));
    }
    let (old_lines, new_lines) = changed(text, &fixed.text);
    let (old, new) = (elsewhere(&before, &found, &old_lines), elsewhere(&after, &left, &new_lines));
    for key in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
        let (was, is) = (old.get(key).unwrap_or(&0), new.get(key).unwrap_or(&0));
        if was != is {
            wrong
                .push(format!("{} \u{201C}{}\u{201D}: {was} before and {is} after, untouched", key.0, key.1));
        }
    }
    let (old, new) = (left_alone(&before, &found), left_alone(&after, &left));
    for (key, was) in &old {
        let is = new.get(key).unwrap_or(&0);
        if is < was {
            wrong.push(format!("{} \u{201C}{}\u{201D} was not fixed and is gone: {was}, {is}", key.0, key.1));
        }
    }
    // A fix takes findings away; it brings none.
    let (old, new) = (by_rule(&found), by_rule(&left));
    for rule in ALL {
        let (was, is) = (old.get(rule.name).unwrap_or(&0), new.get(rule.name).unwrap_or(&0));
        if is > was {
            wrong.push(format!("{}: {was} before and {is} after", rule.name));
        }
    }
    wrong
}

fn hold(paths: &[PathBuf]) {
    let told: Vec<String> = paths
        .par_iter()
        .flat_map_iter(|path| {
            let text = decode(&std::fs::read(path).unwrap()).unwrap().text;
            wrong(&text).into_iter().map(|what| format!("{}: {what}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(told.is_empty(), "{} wrong:\n{}", told.len(), told.join("\n"));
}

#[test]
fn fixes_keep_the_figures_and_the_findings_of_our_drafts() {
    let mut paths = files(&root().join("tests/reports"), "txt");
    paths.extend(files(&root().join("tests/drafts"), "md"));
    assert!(paths.len() > 8, "the drafts were not found");
    hold(&paths);
}

#[test]
fn fixes_keep_the_figures_and_the_findings_of_published_reports() {
    let reports = root().join("../shared/reports");
    if !reports.is_dir() {
        println!("skipped: no published reports beside the project");
        return;
    }
    let all = !cfg!(debug_assertions) || std::env::var_os("FIXES").is_some_and(|value| value == "all");
    let step = if all { 1 } else { 8 };
    hold(&files(&reports, "md").into_iter().step_by(step).collect::<Vec<_>>());
}
