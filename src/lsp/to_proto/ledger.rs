//! The ledger for an editor's own view (`dinggao/ledger`), and as text to export.

use lsp_types::{Range, Url};
use serde::Serialize;

use super::words;
use crate::features::ledger::{Account, section};
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;
use crate::quantity::Decimal;
use crate::report::{Fact, Report};

/// The answer to `dinggao/ledger`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerAnswer {
    schema: &'static str,
    uri: Url,
    version: i32,
    indicators: Vec<IndicatorAnswer>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct IndicatorAnswer {
    /// The glossary's id, or null.
    indicator: Option<String>,
    name: String,
    category: String,
    unit: String,
    facts: Vec<FactAnswer>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct FactAnswer {
    period: Option<String>,
    role: Option<&'static str>,
    kind: &'static str,
    basis: Option<&'static str>,
    scope: Option<String>,
    threshold: Option<String>,
    /// As `dinggao indicators` prints it.
    value: String,
    value_to: Option<String>,
    unit: Option<&'static str>,
    modifier: &'static str,
    /// The name as printed.
    surface: String,
    /// The figure as printed.
    text: String,
    section: Vec<String>,
    range: Range,
    name_range: Option<Range>,
}

/// The ledger in JSON.
#[must_use]
pub fn ledger(
    accounts: &[Account<'_>],
    report: &Report,
    uri: &Url,
    version: i32,
    places: &Places<'_>,
) -> LedgerAnswer {
    let account = |account: &Account<'_>| IndicatorAnswer {
        indicator: account.indicator.and_then(|id| report.knowledge.indicator(id)).map(|it| it.id.clone()),
        name: account.name.to_owned(),
        category: account.category.to_owned(),
        unit: account.unit.to_owned(),
        facts: account.facts.iter().map(|fact| answer(fact, report, places)).collect(),
    };
    LedgerAnswer {
        schema: "dinggao.ledger/1",
        uri: uri.clone(),
        version,
        indicators: accounts.iter().map(account).collect(),
    }
}

fn answer(fact: &Fact, report: &Report, places: &Places<'_>) -> FactAnswer {
    FactAnswer {
        period: fact.period.map(|period| period.to_string()),
        role: fact.role.map(|role| role.label()),
        kind: fact.kind.label(),
        basis: fact.basis.map(|basis| basis.label()),
        scope: fact.scope.clone(),
        threshold: fact.threshold.clone(),
        value: plain(fact.value),
        value_to: fact.value_to.map(plain),
        unit: fact.unit.map(|unit| unit.symbol()),
        modifier: fact.modifier.label(),
        surface: fact.surface.clone(),
        text: report.text(fact.span).to_owned(),
        section: section(report, fact).into_iter().map(str::to_owned).collect(),
        range: places.range(fact.span),
        name_range: fact.name_span.map(|span| places.range(span)),
    }
}

/// A decimal without needless zeros.
fn plain(value: Decimal) -> String {
    if value.is_zero() { "0".to_owned() } else { value.normalize().to_string() }
}

/// How a ledger is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated, with a BOM, so that a spreadsheet opens it.
    Csv,
    /// A Markdown table.
    Markdown,
}

impl ExportFormat {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// The ledger as text: a row a fact.
#[must_use]
pub fn export(accounts: &[Account<'_>], report: &Report, format: ExportFormat, locale: Locale) -> String {
    let head = match locale {
        Locale::Chinese => {
            ["指标", "时期", "性质", "类别", "范围", "数值", "数值（按单位展开）", "单位", "章节", "行"]
        }
        Locale::English => {
            ["indicator", "period", "role", "kind", "scope", "figure", "value", "unit", "section", "line"]
        }
    };
    let mut rows = vec![head.map(str::to_owned)];
    for account in accounts {
        rows.extend(account.facts.iter().map(|fact| row(account.name, fact, report, locale)));
    }
    match format {
        ExportFormat::Csv => {
            let lines = rows.iter().map(|row| row.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(","));
            format!("\u{FEFF}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
        }
        ExportFormat::Markdown => {
            let line = |row: &[String; 10]| {
                let cells = row.iter().map(|it| it.replace('\\', "\\\\").replace('|', "\\|"));
                format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
            };
            let mut lines = rows.iter().map(line);
            let head = lines.next().unwrap_or_default();
            format!("{head}|{}\n{}", "---|".repeat(10), lines.collect::<String>())
        }
    }
}

fn row(name: &str, fact: &Fact, report: &Report, locale: Locale) -> [String; 10] {
    let value = match fact.value_to {
        Some(to) => format!("{}–{}", plain(fact.value), plain(to)),
        None => plain(fact.value),
    };
    let scope: Vec<&str> = [fact.scope.as_deref(), fact.threshold.as_deref()].into_iter().flatten().collect();
    [
        name.to_owned(),
        fact.period.map_or(String::new(), |period| period.to_string()),
        fact.role.map_or("", |role| words::role(locale, role)).to_owned(),
        words::kind(locale, fact.kind).to_owned(),
        scope.join(" "),
        report.text(fact.span).to_owned(),
        value,
        fact.unit.map_or("", |unit| unit.symbol()).to_owned(),
        section(report, fact).join(" "),
        (report.lines.line_of(fact.span.start) + 1).to_string(),
    ]
}

/// A cell: in quotes where it has to be; a cell that a spreadsheet would take for a formula is text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '@']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::ledger as ask;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n（一）经济向好。地区生产总值928亿元，下降1.2%。\n";

    #[test]
    fn a_ledger_is_exported_with_a_row_a_fact() {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let accounts = ask::ledger(&report);
        let csv = export(&accounts, &report, ExportFormat::Csv, Locale::Chinese);
        assert!(csv.starts_with("\u{FEFF}指标,时期,"), "{csv}");
        assert!(
            csv.contains("\r\n地区生产总值,2030,实绩,总量,,928亿元,92800000000,元,一、 （一）,5\r\n"),
            "{csv}"
        );
        assert!(csv.contains(",1.2%,-1.2,%,"), "{csv}");
        let table = export(&accounts, &report, ExportFormat::Markdown, Locale::English);
        assert!(table.starts_with("| indicator | period |"), "{table}");
        assert_eq!(table.lines().count(), 2 + report.facts.len());
        assert_eq!(quoted("=1,\"2\""), "\"'=1,\"\"2\"\"\"");
        assert_eq!(ExportFormat::named("xlsx"), None);
    }
}
