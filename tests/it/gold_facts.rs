//! Facts against annotated reports, where they are at hand: two of `../shared/gold`, three of
//! `tests/gold` (annotated by reading, before the program was asked). The same reading as the
//! scorer beside the first two, held as a floor.

#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::path::{Path, PathBuf};

use dinggao::reading::{Kind, Role};
use dinggao::report::{Fact, Memo, Options, Report};
use serde_json::Value;

use crate::support::root;

/// What was counted over the annotated facts.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    facts: u32,
    value: u32,
    unit: u32,
    kind: u32,
    modifier: u32,
    period: u32,
    role: u32,
    scope: u32,
    name: u32,
    whole: u32,
    non_facts: u32,
    left_alone: u32,
}

impl Score {
    /// What was counted since `before`.
    fn since(self, before: Self) -> Self {
        Self {
            facts: self.facts - before.facts,
            value: self.value - before.value,
            unit: self.unit - before.unit,
            kind: self.kind - before.kind,
            modifier: self.modifier - before.modifier,
            period: self.period - before.period,
            role: self.role - before.role,
            scope: self.scope - before.scope,
            name: self.name - before.name,
            whole: self.whole - before.whole,
            non_facts: self.non_facts - before.non_facts,
            left_alone: self.left_alone - before.left_alone,
        }
    }
}

/// A row of the printed table.
fn row(name: &str, s: Score) -> String {
    let Score { facts, value, unit, kind, modifier, period, role, scope, name: named, whole, .. } = s;
    let (alone, names) = (s.left_alone, s.non_facts);
    format!(
        "| {name} | {facts} | {value} | {unit} | {kind} | {modifier} | {period} | {role} | {scope} | {named} | {whole} | {alone} of {names} |"
    )
}

fn decimal(value: &Value) -> Option<rust_decimal::Decimal> {
    value.as_str()?.parse().ok()
}

/// Where the figure of an annotation stands: its text and 1-based column.
fn token(annotated: &Value) -> (&str, usize) {
    let text = annotated["token"].as_str().or(annotated["printed"].as_str());
    let column = annotated["token_column"].as_u64().or(annotated["num_column"].as_u64());
    match (text, column) {
        (Some(text), Some(column)) => (text, column as usize),
        _ => (annotated["quote"].as_str().unwrap(), annotated["column"].as_u64().unwrap() as usize),
    }
}

fn score(report: &Report, gold: &Value, score: &mut Score) {
    let line = |annotated: &Value| annotated["line"].as_u64().unwrap() as usize;
    for annotated in gold["facts"].as_array().unwrap() {
        if annotated["optional"].as_bool() == Some(true) {
            continue;
        }
        let (text, column) = token(annotated);
        let value = decimal(&annotated["value"]).unwrap().abs();
        score.facts += 1;
        let found = report
            .facts
            .iter()
            .find(|fact| overlaps(report, fact, line(annotated), column, text) && same_value(fact, value));
        let Some(fact) = found else { continue };
        score.value += 1;
        let symbol = fact.unit.map_or("-", |unit| unit.symbol());
        let unit = same_unit(annotated["unit"].as_str().unwrap_or("-"), symbol);
        let period = fact.period.map(|period| period.to_string());
        let period = annotated["period"].as_str() == period.as_deref();
        let target = |role: Option<Role>| role == Some(Role::Target);
        let role = target(fact.role) == (annotated["role"] == "target");
        let kind = annotated["kind"].as_str().unwrap();
        let counted = ["count", "level"].contains(&kind) && matches!(fact.kind, Kind::Count | Kind::Level);
        let kind = counted || kind == fact.kind.label();
        let modifier = annotated["modifier"] == fact.modifier.label();
        let whole = |scope: &str| scope.starts_with('全') && scope.chars().count() == 2;
        let scope = fact.scope.as_deref().unwrap_or("全市");
        let own = annotated["scope"].as_str().unwrap();
        let scope = own == scope || (whole(own) && whole(scope));
        let name = same_name(annotated["indicator"].as_str().unwrap(), &fact.name);
        score.unit += u32::from(unit);
        score.period += u32::from(period);
        score.role += u32::from(role);
        score.kind += u32::from(kind);
        score.modifier += u32::from(modifier);
        score.scope += u32::from(scope);
        score.name += u32::from(name);
        score.whole += u32::from(unit && period && role && kind && modifier && scope && name);
    }
    for name in gold["non_facts"].as_array().into_iter().flatten() {
        let (quote, column) = (name["quote"].as_str().unwrap(), name["column"].as_u64().unwrap() as usize);
        let length = quote.chars().count();
        // A thing that holds an annotated figure is judged by that figure.
        let judged = gold["facts"].as_array().unwrap().iter().any(|fact| {
            let (text, at) = token(fact);
            line(fact) == line(name) && at < column + length && at + text.chars().count() > column
        });
        if !judged {
            score.non_facts += 1;
            let reported = report.facts.iter().any(|fact| overlaps(report, fact, line(name), column, quote));
            score.left_alone += u32::from(!reported);
        }
    }
}

/// The annotated value, or the multiple or tenth that the annotation gives in percent.
fn same_value(fact: &Fact, value: rust_decimal::Decimal) -> bool {
    let hundred = rust_decimal::Decimal::from(100);
    let own = fact.value.abs();
    own == value || (fact.unit.is_some_and(|unit| unit.symbol() == "倍") && own * hundred == value)
}

/// Units the annotations treat as one.
fn same_unit(gold: &str, found: &str) -> bool {
    const COUNTS: &str = "个项家户件所处座条台名位笔套场栋张种批期本只支辆部盏基棵株头";
    let people = |unit: &str| matches!(unit, "人" | "名" | "位");
    gold == found
        || (COUNTS.contains(gold) && COUNTS.contains(found))
        || (people(gold) && people(found))
        || matches!((gold, found), ("度", "千瓦时") | ("%", "倍"))
}

/// Whether two names are of one thing: one holds the other, or six in ten of their characters stand
/// in both in the same order.
fn same_name(gold: &str, found: &str) -> bool {
    let plain = |name: &str| -> Vec<char> {
        name.chars()
            .filter(|c| !c.is_whitespace() && !"。.,:;\u{FF0C}\u{FF1A}\u{FF1B}".contains(*c))
            .collect()
    };
    let (gold, found) = (plain(gold), plain(found));
    let text = |name: &[char]| name.iter().collect::<String>();
    let (whole, part) = (text(&gold), text(&found));
    // The longest common subsequence.
    let mut lengths = vec![0_usize; found.len() + 1];
    for own in &gold {
        let mut diagonal = 0;
        for (at, other) in found.iter().enumerate() {
            let above = lengths[at + 1];
            lengths[at + 1] = if own == other { diagonal + 1 } else { above.max(lengths[at]) };
            diagonal = above;
        }
    }
    let common = lengths[found.len()];
    whole.contains(&part) || part.contains(&whole) || common * 20 >= (gold.len() + found.len()) * 6
}

fn overlaps(report: &Report, fact: &Fact, line: usize, column: usize, token: &str) -> bool {
    let start = report.lines.locate(&report.source, fact.span.start);
    let end = report.lines.locate(&report.source, fact.span.end);
    start.line == line && start.column < column + token.chars().count() && end.column > column
}

/// Annotations with their reports: those beside the project, those of the project.
fn annotated() -> Option<Vec<(PathBuf, PathBuf)>> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.join("gold").is_dir() || !shared.join("reports").is_dir() {
        return None;
    }
    let seed = |number: &str| {
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with(number);
        std::fs::read_dir(shared.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).find(|p| name(p))
    };
    let mut pairs: Vec<(PathBuf, PathBuf)> = ["000", "003"]
        .iter()
        .map(|number| (seed(number).unwrap(), shared.join(format!("gold/{number}.json"))))
        .collect();
    for (place, year) in [("国务院", 2014), ("青岛市", 1998), ("山南市", 2023)] {
        let report = shared.join(format!("reports/{place}/{year}.md"));
        pairs.push((report, root().join(format!("tests/gold/{place}-{year}.json"))));
    }
    Some(pairs)
}

#[test]
fn facts_of_the_annotated_reports() {
    let Some(pairs) = annotated() else {
        eprintln!("skipped: no annotated reports beside the project (../shared)");
        return;
    };
    let mut total = Score::default();
    eprintln!(
        "| report | facts | value | unit | kind | modifier | period | role | scope | name | all at once | names left alone |"
    );
    for (report, gold) in pairs {
        let before = total;
        let text = std::fs::read_to_string(report).unwrap();
        let report = Report::read(&text, &Options::default(), &mut Memo::default());
        let name = gold.file_stem().unwrap().to_string_lossy().into_owned();
        let gold = std::fs::read_to_string(gold).unwrap();
        score(&report, &serde_json::from_str(&gold).unwrap(), &mut total);
        eprintln!("{}", row(&name, total.since(before)));
    }
    eprintln!("{}", row("all", total));
    let floor = |part: u32, whole: u32, percent: u32, what: &str| {
        assert!(part * 100 >= whole * percent, "{what}: {part} of {whole}, less than {percent} %: {total:?}");
    };
    assert!(total.facts > 600, "hardly any annotations were read");
    floor(total.value, total.facts, 97, "values");
    floor(total.unit, total.value, 99, "units");
    floor(total.kind, total.value, 97, "kinds");
    floor(total.modifier, total.value, 98, "modifiers");
    floor(total.period, total.value, 97, "periods");
    floor(total.role, total.value, 98, "roles");
    floor(total.scope, total.value, 94, "scopes");
    floor(total.name, total.value, 92, "names");
    floor(total.whole, total.value, 87, "facts right in everything");
    floor(total.left_alone, total.non_facts, 98, "names left alone");
}
