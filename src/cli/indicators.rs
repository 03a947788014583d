//! `dinggao indicators`: the ledger (指标台账), every fact of the reports.

use std::io::{self, Write};

use serde::Serialize;

use super::arguments::{IndicatorsArguments, IndicatorsFormat};
use super::console::{Console, Language, Problem, Status};
use super::files::{self, Job, Origin};
use super::format::plain;
use super::position::{Positions, Range};
use crate::reading::{Basis, Kind, Role};
use crate::report::{Fact, Memo, Report};

/// One fact as it is printed.
#[derive(Serialize)]
struct Entry {
    indicator: Option<String>,
    /// The field of the glossary it belongs to; empty for a user's own.
    #[serde(skip)]
    category: Option<String>,
    /// The glossary's name, under which figures stand together.
    #[serde(skip)]
    canonical: Option<String>,
    name: String,
    surface: String,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_to: Option<String>,
    unit: Option<&'static str>,
    kind: &'static str,
    modifier: &'static str,
    low: Option<String>,
    high: Option<String>,
    threshold: Option<String>,
    basis: Option<&'static str>,
    period: Option<String>,
    role: Option<&'static str>,
    scope: Option<String>,
    section: Vec<String>,
    #[serde(flatten)]
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    facts: Vec<Entry>,
}

enum Outcome {
    PassedOver,
    Failed(Problem),
    Done(String),
}

/// Runs `dinggao indicators`.
pub(super) fn run(arguments: &IndicatorsArguments, console: &mut Console) -> io::Result<Status> {
    let Some(jobs) = files::jobs(&arguments.paths, None, console) else {
        return Ok(Status::Trouble);
    };
    let (language, format) = (console.language(), arguments.format);
    let work = |job: &Job| {
        let input = match job.source.read(job.configuration.limit) {
            Ok(input) => input,
            Err(problem) => return Outcome::Failed(problem),
        };
        let report = Report::read(&input.text, &job.configuration.options, &mut Memo::default());
        if job.origin == Origin::Found && report.meta.profile.is_none() {
            return Outcome::PassedOver;
        }
        match render(&input.name, &report, format, language) {
            Ok(rendered) => Outcome::Done(rendered),
            Err(error) => Outcome::Failed(Problem::unwritable(&error)),
        }
    };
    console.out().write_all(opening(format).as_bytes())?;
    let (mut passed_over, mut written) = (0, 0);
    files::each(&jobs, work, |outcome| {
        match outcome {
            Outcome::PassedOver => passed_over += 1,
            Outcome::Failed(problem) => console.complain(&problem),
            Outcome::Done(rendered) => {
                if written > 0 && format == IndicatorsFormat::Json {
                    console.out().write_all(b",")?;
                }
                console.out().write_all(rendered.as_bytes())?;
                written += 1;
            }
        }
        Ok(())
    })?;
    if format == IndicatorsFormat::Json {
        console.out().write_all(b"]}\n")?;
    }
    files::tell_passed_over(passed_over, console);
    Ok(console.status(Status::Clean))
}

fn opening(format: IndicatorsFormat) -> &'static str {
    match format {
        IndicatorsFormat::Json => "{\"schema\":\"dinggao.indicators/1\",\n \"files\":[",
        IndicatorsFormat::Csv => {
            "\u{FEFF}path,indicator,name,surface,value,value_to,unit,kind,modifier,low,high,threshold,basis,\
             period,role,scope,section,line,column,end_line,end_column,start,end,text\n"
        }
        IndicatorsFormat::Text | IndicatorsFormat::Markdown => "",
    }
}

fn render(name: &str, report: &Report, format: IndicatorsFormat, language: Language) -> io::Result<String> {
    let entries = entries(report);
    match format {
        IndicatorsFormat::Json => {
            Ok(format!("\n  {}", serde_json::to_string(&File { path: name, facts: entries })?))
        }
        IndicatorsFormat::Csv => comma_separated(name, &grouped(entries)),
        IndicatorsFormat::Markdown => Ok(markdown(name, &fields(entries, report), language)),
        IndicatorsFormat::Text => Ok(text(name, &fields(entries, report), language)),
    }
}

/// The indicators of one field of the glossary; `None` for names outside the glossary.
struct Field {
    category: Option<String>,
    groups: Vec<Vec<Entry>>,
}

impl Field {
    /// What the reader calls it.
    fn title(&self, language: Language) -> &str {
        match self.category.as_deref() {
            Some("") => language.pick("自有指标", "your own indicators"),
            Some(category) => category,
            None => language.pick("词典以外", "outside the glossary"),
        }
    }
}

/// Facts by field, indicator and document order: fields in the order of the glossary, a user's
/// own behind them, names outside the glossary last.
fn fields(entries: Vec<Entry>, report: &Report) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for category in report.knowledge.indicators().iter().map(|indicator| &indicator.category) {
        if !fields.iter().any(|field| field.category.as_ref() == Some(category)) {
            fields.push(Field { category: Some(category.clone()), groups: Vec::new() });
        }
    }
    fields.push(Field { category: None, groups: Vec::new() });
    for group in grouped(entries) {
        let category = group.first().and_then(|entry| entry.category.as_ref());
        if let Some(field) = fields.iter_mut().find(|field| field.category.as_ref() == category) {
            field.groups.push(group);
        }
    }
    fields.retain(|field| !field.groups.is_empty());
    fields
}

/// The facts in document order.
fn entries(report: &Report) -> Vec<Entry> {
    let positions = Positions::new(report);
    report.facts.iter().map(|fact| entry(report, &positions, fact)).collect()
}

fn entry(report: &Report, positions: &Positions<'_>, fact: &Fact) -> Entry {
    let indicator = fact.indicator.and_then(|id| report.knowledge.indicator(id));
    let section = fact
        .heading
        .map(|heading| report.outline.path(heading))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|index| report.outline.headings.get(index))
        .map(|heading| report.text(heading.number.unwrap_or(heading.title)).to_owned())
        .collect();
    Entry {
        indicator: indicator.map(|indicator| indicator.id.clone()),
        category: indicator.map(|indicator| indicator.category.clone()),
        canonical: indicator.map(|indicator| indicator.name.clone()),
        name: fact.name.clone(),
        surface: fact.surface.clone(),
        value: plain(fact.value),
        value_to: fact.value_to.map(plain),
        unit: fact.unit.map(|unit| unit.symbol()),
        kind: kind(fact.kind),
        modifier: fact.modifier.label(),
        low: fact.interval.low.map(plain),
        high: fact.interval.high.map(plain),
        threshold: fact.threshold.clone(),
        basis: fact.basis.map(basis),
        period: fact.period.map(|period| period.to_string()),
        role: fact.role.map(role),
        scope: fact.scope.clone(),
        section,
        range: positions.range(fact.span),
        text: report.text(fact.span).to_owned(),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "level",
        Kind::Growth => "growth",
        Kind::Change => "change",
        Kind::Share => "share",
        Kind::Count => "count",
        Kind::Rank => "rank",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Yoy => "yoy",
        Basis::Mean => "mean",
        Basis::Cumulative => "cumulative",
        Basis::AsOf => "as-of",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Actual => "actual",
        Role::Estimate => "estimate",
        Role::Target => "target",
    }
}

/// Facts of one name together, names in the order of their first fact.
fn grouped(mut entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let mut order = std::collections::BTreeMap::new();
    let mut groups: Vec<Vec<Entry>> = Vec::new();
    for entry in entries.drain(..) {
        let key = entry.indicator.clone().unwrap_or_else(|| format!("\u{0}{}", entry.name));
        let at = *order.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.push(entry);
        }
    }
    groups
}

fn comma_separated(path: &str, groups: &[Vec<Entry>]) -> io::Result<String> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for entry in groups.iter().flatten() {
        let Range { place, start, end } = entry.range;
        let optional = |value: &Option<String>| value.clone().unwrap_or_default();
        csv.write_record([
            path.to_owned(),
            optional(&entry.indicator),
            entry.name.clone(),
            entry.surface.clone(),
            entry.value.clone(),
            optional(&entry.value_to),
            entry.unit.unwrap_or_default().to_owned(),
            entry.kind.to_owned(),
            entry.modifier.to_owned(),
            optional(&entry.low),
            optional(&entry.high),
            optional(&entry.threshold),
            entry.basis.unwrap_or_default().to_owned(),
            optional(&entry.period),
            entry.role.unwrap_or_default().to_owned(),
            optional(&entry.scope),
            entry.section.join(" / "),
            place.line.to_string(),
            place.column.to_string(),
            place.end_line.to_string(),
            place.end_column.to_string(),
            start.to_string(),
            end.to_string(),
            entry.text.clone(),
        ])?;
    }
    let bytes = csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The name of a group: the glossary's, or the phrase itself; and its id.
fn title(group: &[Entry]) -> (&str, &str) {
    group.first().map_or(("", ""), |entry| {
        (entry.canonical.as_deref().unwrap_or(&entry.name), entry.indicator.as_deref().unwrap_or(""))
    })
}

fn markdown(path: &str, fields: &[Field], language: Language) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let mut out = format!("## {path}\n");
    for field in fields {
        out.push_str(&format!("\n### {}\n\n", field.title(language)));
        out.push_str(language.pick(
            "| 指标 | 时期 | 性质 | 数值 | 类别 | 范围 | 行 |\n|---|---|---|---|---|---|---|\n",
            "| indicator | period | role | figure | kind | scope | line |\n|---|---|---|---|---|---|---|\n",
        ));
        for group in &field.groups {
            let mut name = title(group).0;
            for entry in group {
                out.push_str(&format!(
                    "| {} | {} | {} | {} | {} | {} | {} |\n",
                    cell(name),
                    entry.period.as_deref().unwrap_or(""),
                    word(entry.role.unwrap_or(""), language),
                    cell(&entry.text),
                    word(entry.kind, language),
                    cell(entry.scope.as_deref().unwrap_or("")),
                    entry.range.place.line
                ));
                name = "";
            }
        }
    }
    out.push('\n');
    out
}

fn text(path: &str, fields: &[Field], language: Language) -> String {
    let mut out = format!("\u{1b}[1m{path}\u{1b}[0m\n");
    for field in fields {
        out.push_str(&format!("\n\u{1b}[4m{}\u{1b}[0m\n", field.title(language)));
        for group in &field.groups {
            text_of_group(&mut out, group, language);
        }
    }
    let groups: usize = fields.iter().map(|field| field.groups.len()).sum();
    let facts: usize = fields.iter().flat_map(|field| &field.groups).map(Vec::len).sum();
    out.push_str(&match language {
        Language::Chinese => format!("\n共 {groups} 个指标，{facts} 个数字\n\n"),
        Language::English => format!("\n{groups} indicators, {facts} figures\n\n"),
    });
    out
}

/// One indicator with its figures.
fn text_of_group(out: &mut String, group: &[Entry], language: Language) {
    let (name, id) = title(group);
    let id = if id.is_empty() { String::new() } else { format!("  \u{1b}[2m{id}\u{1b}[0m") };
    out.push_str(&format!("\n\u{1b}[1m{name}\u{1b}[0m{id}\n"));
    for entry in group {
        let mut details = vec![
            entry.period.clone().unwrap_or_else(|| "?".to_owned()),
            word(entry.role.unwrap_or(""), language).to_owned(),
            word(entry.kind, language).to_owned(),
        ];
        details.extend(entry.basis.map(|basis| word(basis, language).to_owned()));
        details.extend(entry.threshold.clone());
        details.extend(entry.scope.clone());
        // What the report calls it, where the glossary says otherwise.
        details.extend(Some(&entry.name).filter(|own| *own != name).map(|own| format!("“{own}”")));
        details.retain(|detail| !detail.is_empty());
        let place = format!("{}:{}", entry.range.place.line, entry.range.place.column);
        out.push_str(&format!("{place:>8}  {}  {}\n", entry.text, details.join(" · ")));
    }
}

/// The reader's word for a kind, a role or a basis.
fn word(label: &'static str, language: Language) -> &'static str {
    let zh = match label {
        "level" => "数额",
        "growth" => "增速",
        "change" => "增减",
        "share" => "比重",
        "count" => "个数",
        "rank" => "位次",
        "actual" => "完成",
        "estimate" => "预计",
        "target" => "目标",
        "yoy" => "同比",
        "mean" => "年均",
        "cumulative" => "累计",
        "as-of" => "截至",
        other => other,
    };
    language.pick(zh, label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Options;

    #[test]
    fn the_ledger_is_grouped_by_field_and_indicator() {
        let source = "本市签订协议7份。出口总额12亿元。地区生产总值928亿元。出口总额增长5%。";
        let report = Report::read(source, &Options::default(), &mut Memo::default());
        let fields = fields(entries(&report), &report);
        let names = |field: &Field| field.groups.iter().map(|group| title(group).0.to_owned()).collect();
        let read: Vec<(&str, Vec<String>)> =
            fields.iter().map(|field| (field.title(Language::Chinese), names(field))).collect();
        let titles: Vec<&str> = read.iter().map(|(title, _)| *title).collect();
        assert_eq!(titles, ["综合", "外贸外资", "词典以外"]);
        assert_eq!(read[1].1, ["出口总额"]);
        assert_eq!(fields[1].groups[0].len(), 2);
        let markdown = markdown("a.txt", &fields, Language::Chinese);
        assert!(markdown.find("### 综合") < markdown.find("### 外贸外资"));
    }
}
