//! `dinggao rules`: the catalogue.

use std::io::{self, Write};

use serde::Serialize;

use super::arguments::{RulesArguments, RulesFormat};
use super::console::{Console, Language, Status};
use crate::checks::{self, Rule};

#[derive(Serialize)]
struct Catalogue<'a> {
    schema: &'a str,
    rules: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    rule: &'a str,
    category: &'a str,
    severity: &'a str,
    default: &'a str,
    tier: &'a str,
    title: &'a str,
    english: &'a str,
}

/// Runs `dinggao rules`.
pub(super) fn run(arguments: &RulesArguments, console: &mut Console) -> io::Result<Status> {
    let language = console.language();
    let lines: Vec<Line<'_>> = checks::ALL.iter().map(|rule| line(rule)).collect();
    let out = console.out();
    match arguments.format {
        RulesFormat::Json => {
            serde_json::to_writer(&mut *out, &Catalogue { schema: "dinggao.rules/1", rules: lines })?;
            writeln!(out)?;
        }
        RulesFormat::Markdown => {
            writeln!(
                out,
                "{}",
                language.pick("| 规则 | 级别 | 类别 | 说明 |", "| rule | severity | category | what |")
            )?;
            writeln!(out, "|---|---|---|---|")?;
            for line in lines {
                let summary = summary(&line, language).replace('|', "\\|");
                writeln!(out, "| `{}` | {} | {} | {summary} |", line.rule, line.default, line.category)?;
            }
        }
        RulesFormat::Text => {
            let width = lines.iter().map(|line| line.rule.len()).max().unwrap_or(0);
            let mut category = "";
            for line in lines {
                if line.category != category {
                    let gap = if category.is_empty() { "" } else { "\n" };
                    category = line.category;
                    writeln!(out, "{gap}\u{1b}[1m{category}\u{1b}[0m")?;
                }
                let summary = summary(&line, language);
                writeln!(out, "  {:width$}  {:11}  {summary}", line.rule, line.default)?;
            }
        }
    }
    Ok(console.status(Status::Clean))
}

fn line(rule: &'static Rule) -> Line<'static> {
    Line {
        rule: rule.name,
        category: rule.category.label(),
        severity: rule.severity.label(),
        default: if rule.off { "off" } else { rule.severity.label() },
        tier: rule.tier.label(),
        title: rule.title(),
        english: rule.english(),
    }
}

fn summary<'a>(line: &Line<'a>, language: Language) -> &'a str {
    match language {
        Language::Chinese => line.title,
        Language::English => line.english,
    }
}
