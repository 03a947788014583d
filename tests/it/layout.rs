//! What helps to write, held over whole reports: those of this project, and the published ones where
//! they are at hand (`../shared/reports`; every sixteenth in a debug build, all with LAYOUT=all).
//! Layout keeps every letter and digit and comes to rest; tokens are apart, selections grow, the
//! ledger holds every fact, refactorings of units keep the value.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::path::PathBuf;

use dinggao::features::{
    checklist, completion, folding, formatting, hints, ledger, lenses, refactorings, selection, tokens,
};
use dinggao::report::Report;
use dinggao::text::{Edit, Span, decode};
use proptest::prelude::*;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

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
        for (at, fold) in folds.iter().enumerate() {
            let crosses = |other: &&folding::Fold| other.first <= fold.last && other.last > fold.last;
            if let Some(other) = folds[at + 1..].iter().find(crosses) {
                return Err(format!("folds cross: {fold:?} {other:?}"));
            }
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_text_at_any_place_has_an_answer(
        lines in prop::collection::vec(
            "(一、|（三）|2\\.|一是|- )?(2031年工作安排|主要目标是：|地区生产总值|增长|[0-9]{1,9}|亿元|亩|以下三项工作：|“|\"|--|\u{20BB7}|名词解释|\\PC){0,8}[。；]?",
            0..9,
        ),
        crlf in any::<bool>(),
    ) {
        let head = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n";
        let text = format!("{head}{}", lines.join("\n"));
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let report = read(&text);
        let boundaries = |offset: usize| text.is_char_boundary(offset);
        for offset in (0..text.len() + 3).step_by(5) {
            for candidate in completion::completion(&report, offset) {
                prop_assert!(candidate.typed.end == offset && boundaries(candidate.typed.start));
            }
            for refactoring in refactorings::refactorings(&report, Span::at(offset)) {
                let out = Edit::apply_all(&text, &refactoring.edits);
                prop_assert!(out != text, "{:?}", refactoring);
            }
            if let Some(edit) = formatting::next_item(&report, offset) {
                prop_assert!(report.text(edit.span).trim().is_empty());
            }
            let around = selection::selection(&report, offset);
            prop_assert!(around.windows(2).all(|pair| pair[1].contains(pair[0]) && pair[0] != pair[1]));
        }
        let edits = formatting::formatting(&report, whole(&report));
        prop_assert_eq!(words(&Edit::apply_all(&text, &edits)), words(&text));
        for lens in lenses::lenses(&report) {
            prop_assert!(whole(&report).contains(lens.span));
        }
        for fold in folding::folding(&report) {
            prop_assert!(fold.first < fold.last && fold.last < report.lines.count());
        }
        for hint in hints::hints(&report, whole(&report), hints::Shown::Everywhere) {
            prop_assert!(!report.text(hint.figure).is_empty());
        }
        let facts: usize = ledger::ledger(&report).iter().map(|account| account.facts.len()).sum();
        prop_assert_eq!(facts, report.facts.len());
        prop_assert_eq!(checklist::checklist(&report).profile.is_some(), report.meta.profile.is_some());
    }
}
