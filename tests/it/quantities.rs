//! Figures against two annotated reports, where they are at hand: values, units and hedges found,
//! names left alone.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::str::FromStr;

use dinggao::quantity::{Decimal, Quantity, scan};
use serde_json::Value;

use crate::support::root;

/// The lines of a report and its annotations; `None` where they are not at hand.
fn annotated(number: &str) -> Option<(Vec<String>, Value)> {
    let shared = root().join("../shared");
    let gold = std::fs::read_to_string(shared.join(format!("gold/{number}.json"))).ok()?;
    let report =
        std::fs::read_dir(shared.join("seeds"))
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))?;
    let text = std::fs::read_to_string(report).ok()?;
    Some((text.lines().map(str::to_owned).collect(), serde_json::from_str(&gold).unwrap()))
}

/// The bytes of `length` characters from a 1-based column.
fn bytes(line: &str, column: usize, length: usize) -> (usize, usize) {
    let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]).skip(column - 1);
    let start = ends.next().unwrap();
    (start, if length == 0 { start } else { ends.nth(length - 1).unwrap_or(line.len()) })
}

/// Units the annotations treat as one.
fn same_unit(gold: &str, found: &str) -> bool {
    const COUNTS: &str = "个项家户件所处座条台名位笔套场栋张种批期本只支辆部盏基棵株头";
    let people = |unit: &str| matches!(unit, "人" | "名" | "位");
    gold == found
        || (COUNTS.contains(gold) && COUNTS.contains(found))
        || (people(gold) && people(found))
        || matches!((gold, found), ("度", "千瓦时"))
}

#[test]
fn annotated_figures_are_read_with_value_unit_and_hedge() {
    let (mut all, mut values, mut units, mut hedges) = (0, 0, 0, 0);
    for number in ["000", "003"] {
        let Some((lines, gold)) = annotated(number) else {
            println!("skipped: no annotated reports beside the repository");
            return;
        };
        for fact in gold["facts"].as_array().unwrap() {
            if fact["optional"] == Value::Bool(true) {
                continue;
            }
            let line = fact["line"].as_u64().unwrap() as usize;
            let text = &lines[line - 1];
            let printed = fact["token"].as_str().or(fact["printed"].as_str()).unwrap();
            let column = fact["token_column"].as_u64().or(fact["num_column"].as_u64()).unwrap() as usize;
            let (start, end) = bytes(text, column, printed.chars().count());
            let value = Decimal::from_str(fact["value"].as_str().unwrap()).unwrap().abs();
            let found = scan(text).into_iter().find(|it| it.span.start < end && it.span.end > start);
            let right = found.as_ref().is_some_and(|it| it.value == value);
            all += 1;
            values += usize::from(right);
            let Some(found) = found.filter(|_| right) else {
                println!("{number} line {line}: {printed} expected as {value}");
                continue;
            };
            let symbol = found.unit.map_or("-", |unit| unit.symbol());
            if same_unit(fact["unit"].as_str().unwrap(), symbol) || printed == "零" {
                units += 1;
            } else {
                println!("{number} line {line}: {printed} counts {}, read as {symbol}", fact["unit"]);
            }
            if fact["modifier"] == found.modifier.label() {
                hedges += 1;
            } else {
                println!(
                    "{number} line {line}: {printed} is {}, read as {}",
                    fact["modifier"],
                    found.modifier.label()
                );
            }
        }
    }
    println!("{values} values, {units} units, {hedges} hedges right of {all}");
    assert!(all > 300, "hardly any annotations were read");
    for (right, what) in [(values, "values"), (units, "units"), (hedges, "hedges")] {
        assert!(right * 100 >= all * 98, "{right} {what} right of {all}");
    }
}

#[test]
fn annotated_names_are_no_figures_with_a_unit() {
    let Some((lines, gold)) = annotated("003") else {
        println!("skipped: no annotated reports beside the repository");
        return;
    };
    let mut wrong: Vec<String> = Vec::new();
    for name in gold["non_facts"].as_array().unwrap() {
        // The web page's own counters (words, minutes) do measure; the reading layer drops those lines.
        if name["why"].as_str().unwrap().contains("boilerplate") {
            continue;
        }
        let line = name["line"].as_u64().unwrap() as usize;
        let text = &lines[line - 1];
        let quote = name["quote"].as_str().unwrap();
        let (start, end) = bytes(text, name["column"].as_u64().unwrap() as usize, quote.chars().count());
        let reported =
            |it: &Quantity| it.span.start < end && it.span.end > start && it.unit.is_some() && !it.threshold;
        wrong.extend(
            scan(text).iter().filter(|it| reported(it)).map(|it| format!("{quote}: {}", it.span.of(text))),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
