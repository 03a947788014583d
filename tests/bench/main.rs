//! Recall, measured: plants errors of every kind into clean reports, each with a harmless twin,
//! and counts what the rules find. `cargo test --test mutations -- --nocapture` prints the table;
//! `BENCH_SEED=7` draws other figures and places. See docs/bench.md.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]
#![expect(clippy::print_stdout, reason = "the table is what the bench is for")]

mod annexes;
mod arithmetic;
mod counts;
mod dateforms;
mod dates;
mod edits;
mod form;
mod frames;
mod growth;
mod hedges;
mod levels;
mod limits;
mod marks;
mod numerals;
mod outline;
mod parts;
mod places;
mod plant;
mod ranges;
mod residue;
mod rng;
mod series;
mod totals;
mod twice;
mod typography;
mod values;
mod wording;
mod words;
mod years;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dinggao::checks::{self, Finding, Policy, Severity};
use dinggao::report::{Memo, Options, Report};
use rayon::prelude::*;

use plant::{Base, Change, Plant, Plants, changed_lines};
use rng::Rng;

/// How often all wordings are drawn, with other figures and other places.
const ROUNDS: u64 = 1;

/// The table is the same on every run unless `BENCH_SEED` says otherwise.
const SEED: u64 = 20_250_114;

/// A finding seen from outside: what it says, not where.
type Key = (&'static str, String);

fn key(report: &Report, finding: &Finding) -> Key {
    (finding.rule.name, report.text(finding.span).to_owned())
}

fn policy() -> Policy {
    let mut policy = Policy::default();
    for rule in checks::ALL.iter().filter(|rule| rule.off) {
        policy.severities.insert(rule.name.to_owned(), Some(rule.severity));
    }
    policy
}

/// Findings that the text has and the base has not.
fn fresh(report: &Report, policy: &Policy, known: &BTreeMap<Key, usize>) -> Vec<Finding> {
    let mut left = known.clone();
    let mut out = checks::run(report, policy);
    out.retain(|finding| match left.get_mut(&key(report, finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    out
}

fn known(base: &Base, policy: &Policy) -> BTreeMap<Key, usize> {
    let report = Report::read(&base.text, &Options::default(), &mut Memo::default());
    let mut out = BTreeMap::new();
    for finding in checks::run(&report, policy) {
        *out.entry(key(&report, &finding)).or_insert(0) += 1;
    }
    out
}

/// What became of one plant: `None` where the report had no place for it.
#[derive(Default)]
struct Outcome {
    found: Option<bool>,
    flagged: Option<bool>,
    said: Vec<String>,
}

/// The first line that an edit changed.
fn edited<'a>(before: &str, after: &'a str) -> &'a str {
    let old = before.lines().map(Some).chain(std::iter::repeat(None));
    after.lines().zip(old).find(|(new, old)| Some(*new) != *old).map_or("", |(new, _)| new)
}

fn shown(change: &Change, base: &Base, after: &str) -> String {
    match change {
        Change::Say(_, sentence) => sentence.replace('\n', "⏎"),
        Change::Both(review, plan) => format!("{review} … {plan}"),
        Change::Edit(_) => format!("(an edit of {}) {}", base.name, edited(&base.text, after)),
        Change::Spread(it) => format!("{} … {} … {}", it.review, it.plan, it.tail).replace('\n', "⏎"),
    }
}

fn try_one(
    plant: &Plant,
    base: &Base,
    (policy, known): (&Policy, &BTreeMap<Key, usize>),
    memo: &mut Memo,
    rng: &mut Rng,
) -> Outcome {
    let mut outcome = Outcome::default();
    let accepted = |name: &str| name == plant.rule || plant.siblings.contains(&name);
    if let Some(text) = base.changed(&plant.wrong, rng) {
        let report = Report::read(&text, &Options::default(), memo);
        let (start, end) = changed_lines(&base.text, &text);
        let found = fresh(&report, policy, known).iter().any(|it| {
            let touches = it.span.start <= end && it.span.end >= start;
            accepted(it.rule.name) && (touches || plant.anywhere)
        });
        outcome.found = Some(found);
        if !found {
            outcome.said.push(format!("missed {}: {}", plant.rule, shown(&plant.wrong, base, &text)));
        }
    }
    if let Some(text) = base.changed(&plant.right, rng) {
        let report = Report::read(&text, &Options::default(), memo);
        let loud: Vec<Finding> = fresh(&report, policy, known)
            .into_iter()
            .filter(|it| it.severity <= Severity::Warning || it.rule.name == plant.rule)
            .collect();
        outcome.flagged = Some(!loud.is_empty());
        for it in loud {
            outcome.said.push(format!(
                "flagged twin of {} in {}: {} “{}” in {}: {}",
                plant.rule,
                base.name,
                it.rule.name,
                report.text(it.span),
                shown(&plant.right, base, &text),
                it.message.zh
            ));
        }
    }
    outcome
}

/// Every plant of one round, with its figures drawn.
fn plants(rng: &mut Rng) -> Vec<Plant> {
    let mut all = Plants::default();
    growth::plants(&mut all, rng);
    values::plants(&mut all, rng);
    words::plants(&mut all, rng);
    dates::plants(&mut all, rng);
    marks::plants(&mut all);
    edits::plants(&mut all);
    arithmetic::plants(&mut all, rng);
    limits::plants(&mut all, rng);
    totals::plants(&mut all, rng);
    twice::plants(&mut all, rng);
    outline::plants(&mut all);
    parts::plants(&mut all);
    annexes::plants(&mut all);
    typography::plants(&mut all);
    wording::plants(&mut all);
    residue::plants(&mut all);
    hedges::plants(&mut all, rng);
    ranges::plants(&mut all, rng);
    numerals::plants(&mut all, rng);
    levels::plants(&mut all, rng);
    counts::plants(&mut all, rng);
    series::plants(&mut all, rng);
    years::plants(&mut all, rng);
    dateforms::plants(&mut all);
    frames::plants(&mut all);
    let wanted = std::env::var("BENCH_RULES").unwrap_or_default();
    all.0.retain(|it| wanted.is_empty() || wanted.split(',').any(|name| name == it.rule));
    all.0
}

#[derive(Default)]
struct Row {
    planted: usize,
    found: usize,
    twins: usize,
    flagged: usize,
}

impl Row {
    fn add(&mut self, outcome: &Outcome) {
        self.planted += usize::from(outcome.found.is_some());
        self.found += usize::from(outcome.found == Some(true));
        self.twins += usize::from(outcome.flagged.is_some());
        self.flagged += usize::from(outcome.flagged == Some(true));
    }
}

/// Plants every round (one plant in `every`) into these reports; rows by rule, and what was missed or flagged.
fn bench(bases: &[Base], seed: u64, rounds: u64, every: usize) -> (BTreeMap<&'static str, Row>, Vec<String>) {
    let policy = policy();
    let known: Vec<_> = bases.par_iter().map(|base| known(base, &policy)).collect();
    let (mut rows, mut said) = (BTreeMap::<&str, Row>::new(), Vec::new());
    for round in 0..rounds {
        let mut all = plants(&mut Rng::new(seed.wrapping_add(round)));
        let mut at = 0;
        all.retain(|_| {
            at += 1;
            at % every == 0
        });
        let memos = || bases.iter().map(|_| Memo::default()).collect::<Vec<_>>();
        let outcomes: Vec<Outcome> = all
            .par_iter()
            .enumerate()
            .map_init(memos, |memos, (at, plant)| {
                let mut rng = Rng::new(seed ^ (round << 32) ^ (at as u64) << 8);
                // Not every report has every place: try a few.
                let mut outcome = Outcome::default();
                for _ in 0..4 {
                    let which = rng.int(0, bases.len() as i64 - 1) as usize;
                    let base = &bases[which];
                    outcome = try_one(plant, base, (&policy, &known[which]), &mut memos[which], &mut rng);
                    if outcome.found.is_some() && outcome.flagged.is_some() {
                        break;
                    }
                }
                outcome
            })
            .collect();
        for (plant, outcome) in all.iter().zip(outcomes) {
            rows.entry(plant.rule).or_default().add(&outcome);
            said.extend(outcome.said);
        }
    }
    (rows, said)
}

fn print(title: &str, rows: &BTreeMap<&'static str, Row>, said: &[String]) -> Row {
    println!("\n{title}\n\n| rule | planted | found | twins | flagged |\n|---|--:|--:|--:|--:|");
    let mut sum = Row::default();
    for (rule, row) in rows {
        println!("| {rule} | {} | {} | {} | {} |", row.planted, row.found, row.twins, row.flagged);
        sum.planted += row.planted;
        sum.found += row.found;
        sum.twins += row.twins;
        sum.flagged += row.flagged;
    }
    let share = 100.0 * sum.found as f64 / sum.planted as f64;
    println!(
        "| **all** ({share:.1} %) | {} | {} | {} | {} |\n",
        sum.planted, sum.found, sum.twins, sum.flagged
    );
    for line in said {
        println!("{line}");
    }
    sum
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) && !path.ends_with("README.md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn base(path: &Path) -> Option<Base> {
    let text = std::fs::read_to_string(path).unwrap();
    let name = path.iter().rev().take(2).collect::<Vec<_>>().iter().rev().collect::<PathBuf>();
    Base::new(name.display().to_string(), text)
}

fn seed() -> u64 {
    std::env::var("BENCH_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(SEED)
}

#[test]
fn errors_are_found_and_their_twins_are_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    // The demo draft has mistakes of its own; the others are clean.
    let clean = files(&folder, "txt").into_iter().filter(|it| !it.ends_with("云岭市2025年政府工作报告.txt"));
    let bases: Vec<Base> = clean.filter_map(|path| base(&path)).collect();
    assert_eq!(bases.len(), 2, "the clean drafts of tests/reports");
    let (rows, said) = bench(&bases, seed(), ROUNDS, 1);
    let sum = print(&format!("The project's own drafts, seed {}", seed()), &rows, &said);
    let missing: Vec<&str> =
        checks::ALL.iter().map(|rule| rule.name).filter(|name| !rows.contains_key(name)).collect();
    println!("rules without a plant: {}", missing.join(", "));
    assert!(sum.found * 100 >= sum.planted * 97, "found {} of {}", sum.found, sum.planted);
    assert_eq!(sum.flagged, 0, "harmless twins flagged");
}

#[test]
fn errors_are_found_in_published_reports() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reports");
    if !folder.is_dir() {
        println!("skipped: ../shared/reports is not here");
        return;
    }
    let mut rng = Rng::new(seed());
    let mut all = files(&folder, "md");
    let mut bases = Vec::new();
    while bases.len() < 20 && !all.is_empty() {
        let at = rng.int(0, all.len() as i64 - 1) as usize;
        bases.extend(base(&all.swap_remove(at)));
    }
    let (rows, said) = bench(&bases, seed(), 1, 12);
    // Published sentences stand beside the plants here: a clash with one of them is counted, not failed.
    let sum = print(&format!("Twenty published reports, seed {}", seed()), &rows, &said);
    assert!(sum.found * 100 >= sum.planted * 80, "found {} of {}", sum.found, sum.planted);
}
