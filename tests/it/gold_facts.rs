//! Facts against the two annotated reports, where they are at hand (`../shared/gold`): the
//! same reading as the scorer beside them, held as a floor.

#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::path::Path;

use dinggao::reading::{Kind, Role};
use dinggao::report::{Fact, Memo, Options, Report};
use serde_json::Value;

/// What was counted over the annotated facts.
#[derive(Debug, Default)]
struct Score {
    facts: u32,
    value: u32,
    period: u32,
    role: u32,
    kind: u32,
}

fn decimal(text: &str) -> Option<rust_decimal::Decimal> {
    text.parse().ok()
}

fn score(report: &Report, gold: &Value, score: &mut Score) {
    for annotated in gold["facts"].as_array().unwrap() {
        if annotated["optional"].as_bool() == Some(true) {
            continue;
        }
        let line = annotated["line"].as_u64().unwrap() as usize;
        let token = annotated["token"].as_str().or(annotated["printed"].as_str()).unwrap();
        let column =
            annotated["token_column"].as_u64().or(annotated["num_column"].as_u64()).unwrap() as usize;
        let value = decimal(annotated["value"].as_str().unwrap()).unwrap().abs();
        score.facts += 1;
        let found = report
            .facts
            .iter()
            .find(|fact| overlaps(report, fact, line, column, token) && fact.value.abs() == value);
        let Some(fact) = found else { continue };
        score.value += 1;
        let period = fact.period.map(|period| period.to_string()).unwrap_or_default();
        score.period += u32::from(annotated["period"].as_str() == Some(period.as_str()));
        let role = |role: &str| if role == "target" { Role::Target } else { Role::Actual };
        let own = fact.role.map(|role| if role == Role::Target { Role::Target } else { Role::Actual });
        score.role += u32::from(own == Some(role(annotated["role"].as_str().unwrap())));
        let kind = annotated["kind"].as_str().unwrap();
        let counted = ["count", "level"].contains(&kind) && matches!(fact.kind, Kind::Count | Kind::Level);
        score.kind += u32::from(counted || kind == fact.kind.label());
    }
}

fn overlaps(report: &Report, fact: &Fact, line: usize, column: usize, token: &str) -> bool {
    let start = report.lines.locate(&report.source, fact.span.start);
    let end = report.lines.locate(&report.source, fact.span.end);
    start.line == line && start.column < column + token.chars().count() && end.column > column
}

#[test]
fn facts_of_the_annotated_reports() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.join("gold").is_dir() {
        eprintln!("skipped: no ../shared/gold beside the project");
        return;
    }
    let mut total = Score::default();
    for name in ["000", "003"] {
        let gold = std::fs::read_to_string(shared.join(format!("gold/{name}.json"))).unwrap();
        let seed = std::fs::read_dir(shared.join("seeds"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.file_name().unwrap().to_string_lossy().starts_with(name))
            .unwrap();
        let text = std::fs::read_to_string(seed).unwrap();
        let report = Report::read(&text, &Options::default(), &mut Memo::default());
        score(&report, &serde_json::from_str(&gold).unwrap(), &mut total);
    }
    eprintln!("{total:?}");
    let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
    assert!(share(total.value, total.facts) >= 0.92, "values: {total:?}");
    assert!(share(total.period, total.value) >= 0.90, "periods: {total:?}");
    assert!(share(total.role, total.value) >= 0.90, "roles: {total:?}");
    assert!(share(total.kind, total.value) >= 0.90, "kinds: {total:?}");
}
