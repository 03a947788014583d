//! `check --format json` (dinggao.check/1): one file a line, written as it comes.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Counts, Format};
use crate::checks::Finding;
use crate::cli::position::{Place, Range};

/// The JSON format.
#[derive(Debug, Default)]
pub(in crate::cli) struct Json {
    written: usize,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    encoding: &'a str,
    profile: Option<&'a str>,
    review_period: Option<String>,
    plan_year: Option<i32>,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'a str,
    variant: Option<&'a str>,
    category: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    range: Range,
    text: &'a str,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    #[serde(flatten)]
    place: Place,
    new_text: &'a str,
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    information: usize,
    hint: usize,
    /// Only where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<usize>,
}

impl Format for Json {
    type Part = serde_json::Result<String>;

    fn render(checked: &Checked<'_>) -> Self::Part {
        let meta = &checked.report.meta;
        serde_json::to_string(&File {
            path: checked.name,
            encoding: checked.encoding.label(),
            profile: meta.profile.as_deref(),
            review_period: meta.review.map(|period| period.to_string()),
            plan_year: meta.plan_year,
            diagnostics: checked.findings.iter().map(|finding| diagnostic(checked, finding)).collect(),
        })
    }

    fn open(&mut self, out: &mut impl Write) -> io::Result<()> {
        write!(out, "{{\"schema\":\"dinggao.check/1\",\n \"files\":[")
    }

    fn write(&mut self, part: Self::Part, out: &mut impl Write) -> io::Result<()> {
        let comma = if self.written == 0 { "" } else { "," };
        self.written += 1;
        write!(out, "{comma}\n  {}", part?)
    }

    fn close(&mut self, counts: &Counts, out: &mut impl Write) -> io::Result<()> {
        let Counts { error, warning, information, hint, accepted, .. } = *counts;
        let accepted = (accepted > 0).then_some(accepted);
        let summary = serde_json::to_string(&Summary { error, warning, information, hint, accepted })?;
        writeln!(out, "],\n \"summary\":{summary}}}")
    }
}

fn diagnostic<'a>(checked: &Checked<'a>, finding: &'a Finding) -> Diagnostic<'a> {
    let Checked { report, positions, language, .. } = *checked;
    Diagnostic {
        rule: finding.rule.name,
        variant: finding.variant,
        category: finding.rule.category.label(),
        severity: finding.severity.label(),
        message: language.of(&finding.message),
        range: positions.range(finding.span),
        text: report.text(finding.span),
        related: finding
            .related
            .iter()
            .map(|related| Related {
                place: positions.place(related.span),
                text: report.text(related.span),
                message: language.of(&related.message),
            })
            .collect(),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| Fix {
                title: language.of(&fix.title),
                safe: fix.safe,
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| Edit { place: positions.place(edit.span), new_text: &edit.new_text })
                    .collect(),
            })
            .collect(),
    }
}
