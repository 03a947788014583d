//! `dinggao numbers`: every quantity of a text, for ticking off.

use std::io::{self, Write};

use serde::Serialize;

use super::arguments::{NumbersArguments, NumbersFormat};
use super::console::{Console, Language, Status};
use super::files;
use super::format::plain;
use super::position::{Positions, Range};
use crate::report::Report;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'a str,
    path: &'a str,
    numbers: Vec<Number<'a>>,
}

#[derive(Serialize)]
struct Number<'a> {
    text: &'a str,
    value: String,
    value_to: Option<String>,
    unit: Option<&'static str>,
    modifier: &'static str,
    #[serde(flatten)]
    range: Range,
    number_start: usize,
    number_end: usize,
}

/// Runs `dinggao numbers`.
pub(super) fn run(arguments: &NumbersArguments, console: &mut Console) -> io::Result<Status> {
    let Some((input, report)) = files::single(&arguments.file, console) else {
        return Ok(Status::Trouble);
    };
    let numbers = numbers(&report);
    let language = console.language();
    let out = console.out();
    match arguments.format {
        NumbersFormat::Json => {
            let document = Document { schema: "dinggao.numbers/1", path: &input.name, numbers };
            serde_json::to_writer(&mut *out, &document)?;
            writeln!(out)?;
        }
        NumbersFormat::Csv => comma_separated(&numbers, out)?,
        NumbersFormat::Text => text(&numbers, language, out)?,
    }
    Ok(console.status(Status::Clean))
}

fn numbers(report: &Report) -> Vec<Number<'_>> {
    let positions = Positions::new(report);
    let mut numbers = Vec::new();
    for paragraph in &report.paragraphs {
        // Ordinals (第1位) are no quantities.
        for quantity in paragraph.reading.quantities.iter().filter(|quantity| !quantity.rank) {
            let span = quantity.span.shifted(paragraph.start);
            let numeral = quantity.numeral.shifted(paragraph.start);
            let (value, unit) = quantity.listed();
            numbers.push(Number {
                text: report.text(span),
                value: plain(value),
                value_to: quantity.value_to.map(plain),
                unit: unit.map(|unit| unit.symbol()),
                modifier: quantity.modifier.label(),
                range: positions.range(span),
                number_start: numeral.start,
                number_end: numeral.end,
            });
        }
    }
    numbers
}

/// With a byte order mark, so that a spreadsheet takes it for UTF-8.
fn comma_separated(numbers: &[Number<'_>], out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\xEF\xBB\xBF")?;
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "text",
        "value",
        "value_to",
        "unit",
        "modifier",
        "line",
        "column",
        "end_line",
        "end_column",
        "start",
        "end",
        "number_start",
        "number_end",
    ])?;
    for number in numbers {
        let Range { place, start, end } = number.range;
        csv.write_record([
            number.text,
            &number.value,
            number.value_to.as_deref().unwrap_or(""),
            number.unit.unwrap_or(""),
            number.modifier,
            &place.line.to_string(),
            &place.column.to_string(),
            &place.end_line.to_string(),
            &place.end_column.to_string(),
            &start.to_string(),
            &end.to_string(),
            &number.number_start.to_string(),
            &number.number_end.to_string(),
        ])?;
    }
    csv.flush()
}

fn text(numbers: &[Number<'_>], language: Language, out: &mut impl Write) -> io::Result<()> {
    for number in numbers {
        let place = format!("{}:{}", number.range.place.line, number.range.place.column);
        let to = number.value_to.as_ref().map(|to| format!("–{to}")).unwrap_or_default();
        let modifier = if number.modifier == "exact" { "" } else { number.modifier };
        let line = format!(
            "\u{2610} {place:>8}  {}  = {}{to} {} {modifier}",
            number.text,
            number.value,
            number.unit.unwrap_or("")
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    match language {
        Language::Chinese => writeln!(out, "共 {} 个数量", numbers.len()),
        Language::English => writeln!(out, "{} quantities", numbers.len()),
    }
}
