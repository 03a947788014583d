//! `check --format sarif`: SARIF 2.1.0, results written as they come.

use std::io::{self, Write};

use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Location, Message, MultiformatMessageString,
    PhysicalLocation, Region, Replacement, ReportingConfiguration, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Tool, ToolComponent,
};

use super::{Checked, Counts, Format};
use crate::checks::{self, Finding, Rule, Severity};
use crate::cli::console::Language;
use crate::cli::position::Place;
use crate::text::Span;

/// The SARIF format.
#[derive(Debug)]
pub(in crate::cli) struct Sarif {
    language: Language,
    written: usize,
}

impl Sarif {
    /// Nothing written yet.
    pub(in crate::cli) fn new(language: Language) -> Self {
        Self { language, written: 0 }
    }
}

impl Format for Sarif {
    type Part = serde_json::Result<Vec<String>>;

    fn render(checked: &Checked<'_>) -> Self::Part {
        checked.findings.iter().map(|finding| serde_json::to_string(&result(checked, finding))).collect()
    }

    fn open(&mut self, out: &mut impl Write) -> io::Result<()> {
        let tool = serde_json::to_string(&tool(self.language))?;
        let language = self.language.pick("zh-CN", "en");
        write!(
            out,
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
             \"tool\":{tool},\"language\":\"{language}\",\"columnKind\":\"unicodeCodePoints\",\"results\":["
        )
    }

    fn write(&mut self, part: Self::Part, out: &mut impl Write) -> io::Result<()> {
        for result in part? {
            let comma = if self.written == 0 { "" } else { "," };
            self.written += 1;
            write!(out, "{comma}\n{result}")?;
        }
        Ok(())
    }

    fn close(&mut self, _counts: &Counts, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "]}}]}}")
    }
}

fn tool(language: Language) -> Tool {
    let rules: Vec<ReportingDescriptor> = checks::ALL.iter().map(|rule| descriptor(rule, language)).collect();
    let driver =
        ToolComponent::builder().name("dinggao").version(env!("CARGO_PKG_VERSION")).rules(rules).build();
    Tool::builder().driver(driver).build()
}

fn descriptor(rule: &Rule, language: Language) -> ReportingDescriptor {
    let page = rule.page();
    let short = match language {
        Language::Chinese => rule.title(),
        Language::English => rule.english(),
    };
    let level = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    };
    ReportingDescriptor::builder()
        .id(rule.name)
        .short_description(MultiformatMessageString::builder().text(short).build())
        .help(MultiformatMessageString::builder().text(page.clone()).markdown(page).build())
        .default_configuration(ReportingConfiguration::builder().enabled(!rule.off).level(level).build())
        .build()
}

fn result(checked: &Checked<'_>, finding: &Finding) -> SarifResult {
    let message = |text: &str| Message::builder().text(text).build();
    let location = |span: Span| {
        PhysicalLocation::builder()
            .artifact_location(artifact(checked.name))
            .region(region(checked, span))
            .build()
    };
    let related: Vec<Location> = finding
        .related
        .iter()
        .map(|related| {
            Location::builder()
                .physical_location(location(related.span))
                .message(message(checked.language.of(&related.message)))
                .build()
        })
        .collect();
    let fixes: Vec<Fix> = finding
        .fixes
        .iter()
        .map(|fix| {
            let replacements: Vec<Replacement> = fix
                .edits
                .iter()
                .map(|edit| {
                    Replacement::builder()
                        .deleted_region(region(checked, edit.span))
                        .inserted_content(ArtifactContent::builder().text(edit.new_text.as_str()).build())
                        .build()
                })
                .collect();
            let change = ArtifactChange::builder()
                .artifact_location(artifact(checked.name))
                .replacements(replacements)
                .build();
            Fix::builder()
                .description(message(checked.language.of(&fix.title)))
                .artifact_changes(vec![change])
                .build()
        })
        .collect();
    let mut result = SarifResult::builder()
        .rule_id(finding.rule.name)
        .level(match finding.severity {
            Severity::Error => ResultLevel::Error,
            Severity::Warning => ResultLevel::Warning,
            Severity::Information | Severity::Hint => ResultLevel::Note,
        })
        .message(message(checked.language.of(&finding.message)))
        .locations(vec![Location::builder().physical_location(location(finding.span)).build()])
        .build();
    // Fields that would be empty arrays are left out.
    result.related_locations = (!related.is_empty()).then_some(related);
    result.fixes = (!fixes.is_empty()).then_some(fixes);
    result
}

fn artifact(name: &str) -> ArtifactLocation {
    ArtifactLocation::builder().uri(uri(name)).build()
}

fn region(checked: &Checked<'_>, span: Span) -> Region {
    let Place { line, column, end_line, end_column } = checked.positions.place(span);
    // No text that is read here has more lines than an i64 holds.
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    Region::builder()
        .start_line(number(line))
        .start_column(number(column))
        .end_line(number(end_line))
        .end_column(number(end_column))
        .build()
}

/// A path as a URI reference: relative paths stay relative, everything but unreserved
/// characters and slashes is percent-encoded.
fn uri(name: &str) -> String {
    let mut uri = String::new();
    if name.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in name.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/\u{62A5}.txt"), "a%20b/%E6%8A%A5.txt");
        assert_eq!(uri("/x.txt"), "file:///x.txt");
    }
}
