//! The catalogue as a whole: every rule file is listed, every page has its parts, every example
//! on a page shows what it says, every message is set in full-width marks.

use std::collections::BTreeSet;

use dinggao::checks::{ALL, Category, Place, Policy, Severity, Verdict, run};

use crate::support::{ascii_mark, describe, files, findings, read, root};

#[test]
fn every_rule_file_is_listed_once() {
    let mut on_disk = BTreeSet::new();
    for file in files(&root().join("src/checks"), "rs") {
        let source = std::fs::read_to_string(&file).unwrap();
        if source.contains("\ndeclare_rule! {") {
            on_disk.insert(file.file_stem().unwrap().to_string_lossy().replace('_', "-"));
        }
    }
    let listed: Vec<String> = ALL.iter().map(|rule| rule.name.to_owned()).collect();
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(unique.len(), listed.len(), "a rule is listed twice");
    assert_eq!(on_disk, unique, "files in src/checks (left) and checks::ALL (right) differ");
}

#[test]
fn pages_have_their_parts() {
    let mut wrong = Vec::new();
    for rule in ALL {
        let page = rule.page();
        for part in
            ["\nEnglish: ", "\n## 为什么\n", "\n## 错例\n", "\n## 正例\n", "\n## 判断\n", "\n## 依据\n"]
        {
            if !page.contains(part) {
                wrong.push(format!("{}: no {part:?}", rule.name));
            }
        }
        if !rule.doc.starts_with(" # ") {
            wrong.push(format!("{}: the page does not begin with its title", rule.name));
        }
        if page.matches("\n```错例").count() + page.matches("\n```正例").count() != rule.examples().len()
        {
            wrong.push(format!("{}: an example names no known place or is not closed", rule.name));
        }
        for verdict in [Verdict::Wrong, Verdict::Right] {
            if !rule.examples().iter().any(|example| example.verdict == verdict) {
                wrong.push(format!("{}: no example that is {verdict:?}", rule.name));
            }
        }
        // The examples show text as drafts have it; only the prose around them must be set well.
        let prose: String = page.split("```").step_by(2).collect();
        if let Some(around) = prose.lines().find_map(|line| ascii_mark(&line.replace('`', "\u{201C}"))) {
            wrong.push(format!("{}: an ASCII mark on the page: {around}", rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_frame_of_the_examples_is_clean() {
    for place in [Place::Review, Place::Plan] {
        let report = read(&place.frame("").0);
        let found: Vec<String> = findings(&report).iter().map(|it| describe(&report, it)).collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn examples_show_what_they_say() {
    let mut wrong = Vec::new();
    for rule in ALL {
        for example in rule.examples() {
            let report = read(&example.place.frame(&example.text).0);
            let found = findings(&report);
            let loud = |severity: Severity| severity <= Severity::Warning;
            let expected = match example.verdict {
                // Its own finding, however quiet, and no loud one of another rule.
                Verdict::Wrong => {
                    !found.is_empty()
                        && found.iter().any(|it| it.rule.name == rule.name)
                        && found.iter().all(|it| it.rule.name == rule.name || !loud(it.severity))
                }
                Verdict::Right => found.iter().all(|it| it.rule.name != rule.name && !loud(it.severity)),
            };
            // A rule that is off cannot show itself under the default policy.
            let silenced = rule.off && example.verdict == Verdict::Wrong;
            if !(expected || silenced) {
                let found: Vec<String> = found.iter().map(|it| describe(&report, it)).collect();
                wrong.push(format!(
                    "{} {:?}: {}\n  found: {}",
                    rule.name,
                    example.verdict,
                    example.text,
                    found.join("\n         ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_that_are_off_show_themselves_when_turned_on() {
    let mut wrong = Vec::new();
    for rule in ALL.iter().filter(|rule| rule.off) {
        let mut policy = Policy::default();
        policy.severities.insert(rule.name.to_owned(), Some(rule.severity));
        for example in rule.examples() {
            let report = read(&example.place.frame(&example.text).0);
            let found = run(&report, &policy).iter().any(|finding| finding.rule.name == rule.name);
            if found != (example.verdict == Verdict::Wrong) {
                wrong.push(format!("{} {:?}: {}", rule.name, example.verdict, example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn messages_are_set_in_full_width_marks() {
    let mut wrong = Vec::new();
    for rule in ALL {
        for example in rule.examples() {
            let report = read(&example.place.frame(&example.text).0);
            for finding in findings(&report) {
                let titles = finding.fixes.iter().map(|fix| &fix.title);
                let related = finding.related.iter().map(|related| &related.message);
                for message in std::iter::once(&finding.message).chain(titles).chain(related) {
                    if let Some(around) = ascii_mark(&message.zh) {
                        wrong.push(format!("{}: {around}", finding.rule.name));
                    }
                    assert!(!message.en.is_empty(), "{}: a message without English", finding.rule.name);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixes_mend_what_they_say() {
    // After a fix of an example the rule must say less than before.
    let mut wrong = Vec::new();
    for rule in ALL {
        for example in rule.examples() {
            let report = read(&example.place.frame(&example.text).0);
            let before = findings(&report);
            let own = |found: &[dinggao::checks::Finding]| {
                found.iter().filter(|finding| finding.rule.name == rule.name).count()
            };
            for finding in before.iter().filter(|finding| finding.rule.name == rule.name) {
                for fix in &finding.fixes {
                    let mended = dinggao::text::Edit::apply_all(&report.source, &fix.edits);
                    if own(&findings(&read(&mended))) >= own(&before) {
                        wrong.push(format!(
                            "{}: {} mends nothing in {}",
                            rule.name, fix.title.zh, example.text
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_five_first_reports_hold_these_leftovers_and_no_others() {
    let folder = root().join("../shared/seeds");
    if !folder.is_dir() {
        println!("skipped: ../shared/seeds is not here");
        return;
    }
    // Read by eye: file, rule, how many. Rules not named here must find nothing at all.
    let expected = [
        ("000", "buried-heading", 1),
        ("000", "heading-trailing-noise", 1),
        ("000", "masked-text", 28),
        ("000", "missing-section", 1),
        ("000", "web-boilerplate", 1),
        ("001", "missing-section", 2),
        ("001", "web-boilerplate", 3),
        ("002", "document-number-glued", 1),
        ("002", "speaker-title-conflict", 1),
        ("002", "web-boilerplate", 1),
        ("003", "missing-section", 2),
        ("003", "mojibake", 1),
        ("003", "web-boilerplate", 3),
        ("004", "web-boilerplate", 2),
    ];
    let judged =
        [Category::Count, Category::Structure, Category::Year, Category::Typography, Category::Leftover];
    let mut found = std::collections::BTreeMap::new();
    for file in files(&folder, "txt") {
        let name: String = file.file_name().unwrap().to_string_lossy().chars().take(3).collect();
        let report = read(&std::fs::read_to_string(&file).unwrap());
        for finding in findings(&report) {
            if judged.contains(&finding.rule.category) && finding.severity <= Severity::Information {
                *found.entry((name.clone(), finding.rule.name)).or_insert(0) += 1;
            }
        }
    }
    let found: Vec<(&str, &str, i32)> =
        found.iter().map(|((name, rule), count)| (name.as_str(), *rule, *count)).collect();
    assert_eq!(found, expected);
}
