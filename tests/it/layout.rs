//! What helps to write, held over whole reports: those of this project, and the published ones where
//! they are at hand (`../shared/reports`; every sixteenth in a debug build, all with LAYOUT=all).
//! Layout keeps every letter and digit and comes to rest; tokens are apart, selections grow, the
//! ledger holds every fact, refactorings of units keep the value.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::path::PathBuf;

use dinggao::features::{folding, formatting, hints, ledger, lenses, refactorings, selection, tokens};
use dinggao::report::Report;
use dinggao::text::{Edit, Span, decode};
use rayon::prelude::*;

use crate::support::{files, read, root};

/// The reports, in an order that does not change.
fn reports() -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = files(&root().join("tests/reports"), "md");
    let shared = root().join("../shared/reports");
    if shared.is_dir() {
        let step = if std::env::var_os("LAYOUT").is_some_and(|value| value == "all") { 1 } else { 16 };
        let published = ["txt", "md"].iter().flat_map(|extension| files(&shared, extension));
        all.extend(published.step_by(step));
    }
    all
}

fn each(check: impl Fn(&Report) -> Result<(), String> + Sync) {
    let reports = reports();
    assert!(reports.len() > 2, "no reports were found");
    let wrong: Vec<String> = reports
        .par_iter()
        .filter_map(|path| {
            let text = decode(&std::fs::read(path).unwrap()).ok()?.text;
            check(&read(&text)).err().map(|why| format!("{}: {why}", path.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn whole(report: &Report) -> Span {
    Span::new(0, report.source.len())
}

fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn layout_keeps_words_and_figures_and_comes_to_rest() {
    each(|report| {
        let edits = formatting::formatting(report, whole(report));
        if let Some(edit) = edits.iter().find(|edit| !words(report.text(edit.span)).is_empty()) {
            return Err(format!("{edit:?} touches “{}”", report.text(edit.span)));
        }
        let once = Edit::apply_all(&report.source, &edits);
        if words(&once) != words(&report.source) {
            return Err("words were changed".to_owned());
        }
        let again = read(&once);
        let edits = formatting::formatting(&again, whole(&again));
        match edits.first() {
            Some(edit) => Err(format!("not at rest: {edit:?} at “{}”", again.text(edit.span))),
            None => Ok(()),
        }
    });
}

#[test]
fn what_is_shown_lies_within_the_text() {
    each(|report| {
        let all = tokens::tokens(report, whole(report));
        if let Some(pair) = all.windows(2).find(|pair| pair[0].span.end > pair[1].span.start) {
            return Err(format!("tokens over each other: {pair:?}"));
        }
        for token in all.iter().step_by(7) {
            let around = selection::selection(report, token.span.start);
            if around.windows(2).any(|pair| !pair[1].contains(pair[0]) || pair[0] == pair[1]) {
                return Err(format!("a selection does not grow: {around:?}"));
            }
        }
        let folds = folding::folding(report);
        if folds.windows(2).any(|pair| pair[0].first >= pair[1].first) {
            return Err("two folds begin on a line".to_owned());
        }
        let one_line = |span: Span| report.lines.line_of(span.start) == report.lines.line_of(span.end);
        let lenses = lenses::lenses(report);
        let hints = hints::hints(report, whole(report), hints::Shown::Everywhere);
        let spans = lenses.iter().map(|it| it.span).chain(hints.iter().map(|it| it.figure));
        if let Some(span) = spans.into_iter().find(|span| span.is_empty() || !one_line(*span)) {
            return Err(format!("not within a line: {span:?}"));
        }
        let facts: usize = ledger::ledger(report).iter().map(|account| account.facts.len()).sum();
        if facts == report.facts.len() { Ok(()) } else { Err(format!("{facts} facts in the ledger")) }
    });
}

#[test]
fn a_rewritten_figure_has_the_same_value() {
    each(|report| {
        for fact in report.facts.iter().step_by(5) {
            for refactoring in refactorings::refactorings(report, Span::at(fact.span.start)) {
                if !refactoring.title.zh.starts_with("改写") {
                    continue;
                }
                let text = &refactoring.edits[0].new_text;
                let old = &dinggao::quantity::scan(report.text(refactoring.edits[0].span))[0];
                let new = &dinggao::quantity::scan(text)[0];
                let fifteen = dinggao::quantity::Decimal::from(15);
                let same = old.value == new.value
                    || old.value == new.value * fifteen
                    || old.value * fifteen == new.value;
                if !same {
                    return Err(format!("{} became {text}", report.text(refactoring.edits[0].span)));
                }
            }
        }
        Ok(())
    });
}
