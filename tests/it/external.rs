//! Figures against the test cases of other libraries, where they lie beside the repository: the library
//! and the command line agree, the shares of docs/external.md hold, and its list of deviations is exact.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

use dinggao::quantity::{Decimal, parse_chinese_numeral, scan};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::root;

/// Rows with one of these tags hold forms that official texts do not use.
const BESIDE_THE_CORE: [&str; 4] = ["traditional", "pair-dozen", "exponent-or-si", "spaced"];

/// The rows of one file of cases; `None`, with a word about it, where they are not at hand.
fn cases(name: &str) -> Option<Vec<Value>> {
    let path = root().join("../shared/external").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// A figure as the list of numbers shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    value: String,
    unit: Option<String>,
    /// The figure with its unit.
    figure: (usize, usize),
    /// The numeral alone.
    numeral: (usize, usize),
}

impl Listed {
    /// Value and unit, as docs/external.md writes them.
    fn shown(&self) -> String {
        let unit = self.unit.as_deref().unwrap_or("");
        format!("{} {unit}", self.value).trim().to_owned()
    }
}

fn from_the_library(input: &str) -> Vec<Listed> {
    let mut listed = Vec::new();
    let mut start = 0;
    for line in input.split('\n') {
        for quantity in scan(line).into_iter().filter(|quantity| !quantity.rank) {
            let (value, unit) = quantity.listed();
            let value = if value.is_zero() { Decimal::ZERO } else { value.normalize() };
            listed.push(Listed {
                value: value.to_string(),
                unit: unit.map(|unit| unit.symbol().to_owned()),
                figure: (start + quantity.span.start, start + quantity.span.end),
                numeral: (start + quantity.numeral.start, start + quantity.numeral.end),
            });
        }
        start += line.len() + 1;
    }
    listed
}

/// A folder into which inputs are written for the command line.
struct CommandLine(TempDir);

impl CommandLine {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn numbers(&self, input: &str) -> Vec<Listed> {
        let file: PathBuf = self.0.path().join("input.txt");
        fs::write(&file, input).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_dinggao"))
            .args(["numbers", "--format", "json"])
            .arg(&file)
            .output()
            .unwrap();
        let document: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{input}: {error} {}", String::from_utf8_lossy(&output.stderr)));
        let place = |number: &Value, name: &str| usize::try_from(number[name].as_u64().unwrap()).unwrap();
        let numbers = document["numbers"].as_array().unwrap().iter();
        numbers
            .map(|number| Listed {
                value: number["value"].as_str().unwrap().to_owned(),
                unit: number["unit"].as_str().map(str::to_owned),
                figure: (place(number, "start"), place(number, "end")),
                numeral: (place(number, "number_start"), place(number, "number_end")),
            })
            .collect()
    }
}

/// What the command line finds in each of the inputs, which share one file, a line each.
fn by_line(command_line: &CommandLine, inputs: &[&str]) -> Vec<Vec<Listed>> {
    let all = command_line.numbers(&inputs.join("\n"));
    let mut start = 0;
    let mut found = Vec::new();
    for input in inputs {
        let end = start + input.len();
        let own = all.iter().filter(|it| it.figure.0 >= start && it.figure.1 <= end).cloned();
        let moved = |(from, to): (usize, usize)| (from - start, to - start);
        found.push(
            own.map(|it| Listed { figure: moved(it.figure), numeral: moved(it.numeral), ..it }).collect(),
        );
        start = end + 1;
    }
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), all.len(), "a figure reaches over a line");
    found
}

/// Which part of a figure a suite counts as its span.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Numeral,
    Figure,
}

/// Whether the figures found are those of the row: as many, in the same places, of the same value.
fn right(row: &Value, found: &[Listed], part: Part) -> bool {
    let input = row["input"].as_str().unwrap();
    let expected = row["results"].as_array().unwrap();
    let byte = |character: u64| {
        let character = usize::try_from(character).unwrap();
        input.char_indices().nth(character).map_or(input.len(), |(at, _)| at)
    };
    expected.len() == found.len()
        && expected.iter().zip(found).all(|(expected, found)| {
            let span =
                (byte(expected["start"].as_u64().unwrap()), byte(expected["end"].as_u64().unwrap() + 1));
            let value = expected["resolution"]["value"].as_str().unwrap().trim_end_matches('%');
            let value = Decimal::from_str(value).or_else(|_| Decimal::from_scientific(value)).unwrap();
            let own = Decimal::from_str(&found.value).unwrap();
            // Fractions are printed there to some fourteen digits.
            let slack = (value.abs() * Decimal::new(1, 12)).max(Decimal::new(1, 15));
            let place = if part == Part::Numeral { found.numeral } else { found.figure };
            span == place && (own - value).abs() <= slack
        })
}

fn is_core(row: &Value) -> bool {
    let tags = row["tags"].as_array().unwrap();
    row["not_supported"].is_null() && !tags.iter().any(|tag| BESIDE_THE_CORE.contains(&tag.as_str().unwrap()))
}

/// At most twenty characters of an input, as docs/external.md quotes them.
fn quoted(input: &str) -> String {
    if input.chars().count() <= 20 {
        return input.to_owned();
    }
    input.chars().take(19).chain(['…']).collect()
}

/// Runs one suite: every row by the library and by the command line. Gives the rows of the table of
/// deviations and the row of the table of results.
fn suite(name: &str, rows: &[Value], part: Part) -> (BTreeSet<String>, String) {
    let command_line = CommandLine::new();
    let mut deviations = BTreeSet::new();
    let (mut core, mut correct, mut all, mut negative) = (0, 0, 0, 0);
    let inputs: Vec<&str> = rows.iter().map(|row| row["input"].as_str().unwrap()).collect();
    let together = by_line(&command_line, &inputs);
    for (at, (row, together)) in rows.iter().zip(together).enumerate() {
        let input = row["input"].as_str().unwrap();
        let found = from_the_library(input);
        assert_eq!(found, together, "library and command line differ: {input}");
        if at % 8 == 0 {
            assert_eq!(found, command_line.numbers(input), "library and command line differ: {input}");
        }
        let is_right = right(row, &found, part);
        all += usize::from(is_right);
        if row["results"].as_array().unwrap().is_empty() {
            negative += 1;
            assert!(found.is_empty(), "{name} {}: {input} holds no number, {found:?} found", row["i"]);
        }
        if !is_core(row) {
            continue;
        }
        core += 1;
        correct += usize::from(is_right);
        if !is_right {
            let shown: Vec<String> = found.iter().map(Listed::shown).collect();
            let shown = if shown.is_empty() { "–".to_owned() } else { shown.join(", ") };
            deviations.insert(format!("| {name} | {} | {} | {shown} |", row["i"], quoted(input)));
        }
    }
    assert!(core > 50, "the file of cases is nearly empty");
    assert!(correct * 100 >= core * 97, "{name}: {correct} of {core} core rows right");
    let row = format!("| {name} | {} | {all} | {core} | {correct} | {negative} |", rows.len());
    eprintln!("{row}");
    (deviations, row)
}

#[test]
fn deviations_from_other_libraries_are_those_listed() {
    let suites = [
        ("number", "recognizers_number.jsonl", Part::Numeral),
        ("percent", "recognizers_percent.jsonl", Part::Figure),
    ];
    let page = fs::read_to_string(root().join("docs/external.md")).unwrap();
    let mut failing = BTreeSet::new();
    for (name, file, part) in suites {
        let Some(rows) = cases(file) else { return };
        let (deviations, result) = suite(name, &rows, part);
        assert!(page.contains(&result), "docs/external.md is stale, the row of results is now\n{result}");
        failing.extend(deviations);
    }
    // The last column of the page gives the reason.
    let listed: BTreeSet<String> = page
        .lines()
        .filter(|line| line.matches('|').count() == 6)
        .filter(|line| {
            let mut cells = line.split('|').map(str::trim);
            matches!(cells.nth(1), Some("number" | "percent"))
                && cells.next().is_some_and(|i| i.parse::<u32>().is_ok())
        })
        .filter_map(|line| Some(line.trim_end_matches('|').rsplit_once('|')?.0.to_owned() + "|"))
        .collect();
    for row in failing.iter().chain(&listed) {
        println!("{row}");
    }
    assert_eq!(listed, failing, "docs/external.md lists other deviations (left) than there are (right)");
}

#[test]
fn numerals_of_another_library_have_the_values_it_gives_them() {
    let Some(rows) = cases("cn2an_values.jsonl") else { return };
    let command_line = CommandLine::new();
    let (mut parsed, mut printed) = (0, 0);
    let inputs: Vec<&str> = rows.iter().map(|row| row["input"].as_str().unwrap()).collect();
    for (row, listed) in rows.iter().zip(by_line(&command_line, &inputs)) {
        let (input, value) = (row["input"].as_str().unwrap(), row["value"].as_str().unwrap());
        let value = Decimal::from_str(value).unwrap();
        let found = parse_chinese_numeral(input);
        parsed += usize::from(found == Some(value));
        let alone = listed.len() == 1 && Decimal::from_str(&listed[0].value).unwrap() == value;
        printed += usize::from(alone);
        if found != Some(value) || !alone {
            println!("{input}: {value} expected, {found:?} read, {listed:?} listed");
        }
    }
    println!("{parsed} of {} numerals right, {printed} in the list of numbers", rows.len());
    assert!(rows.len() > 100, "the file of cases is nearly empty");
    assert!(parsed.min(printed) * 100 >= rows.len() * 98, "{parsed} and {printed} right");
    let page = fs::read_to_string(root().join("docs/external.md")).unwrap();
    let result = format!("| cn2an | {} | {} |", rows.len(), parsed.min(printed));
    assert!(page.contains(&result), "docs/external.md is stale, the row of results is now\n{result}");
}
