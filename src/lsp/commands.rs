//! The commands that a client can have executed. Their names differ from those that the VS Code
//! extension registers itself, which would clash with what its client registers for us.

use lsp_types::{ExecuteCommandParams, Position, Range, Url};
use serde::Deserialize;
use serde_json::Value;

use super::to_proto::ledger::ExportFormat;

/// Names of the commands, sorted.
pub const NAMES: [&str; 4] =
    ["dinggao.finding.accept", "dinggao.headings.renumber", "dinggao.ledger.export", "dinggao.rule.page"];

/// A command with its argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Write a finding down as accepted.
    Accept {
        /// The document.
        uri: Url,
        /// The rule that found it.
        rule: String,
        /// Where its diagnostic stands.
        range: Range,
    },
    /// Number headings anew: below the heading at a position, or all of them.
    Renumber {
        /// The document.
        uri: Url,
        /// Where the cursor is; without it every heading is meant.
        position: Option<Position>,
    },
    /// The ledger as text.
    Export {
        /// The document.
        uri: Url,
        /// Its form.
        format: ExportFormat,
    },
    /// The page of a rule.
    Page {
        /// Its name.
        rule: String,
    },
}

#[derive(Deserialize)]
struct Argument {
    uri: Option<Url>,
    rule: Option<String>,
    range: Option<Range>,
    position: Option<Position>,
    format: Option<String>,
}

impl Command {
    /// The command that a client names, its one argument an object; `None` for an unknown name or
    /// an argument that lacks something.
    #[must_use]
    pub fn read(params: ExecuteCommandParams) -> Option<Self> {
        let first = params.arguments.into_iter().next().unwrap_or(Value::Null);
        let Argument { uri, rule, range, position, format } = serde_json::from_value(first).ok()?;
        Some(match params.command.as_str() {
            "dinggao.finding.accept" => Self::Accept { uri: uri?, rule: rule?, range: range? },
            "dinggao.headings.renumber" => Self::Renumber { uri: uri?, position },
            "dinggao.ledger.export" => {
                Self::Export { uri: uri?, format: ExportFormat::named(format.as_deref().unwrap_or("csv"))? }
            }
            "dinggao.rule.page" => Self::Page { rule: rule? },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(command: &str, argument: Value) -> Option<Command> {
        let arguments = vec![argument];
        Command::read(ExecuteCommandParams {
            command: command.to_owned(),
            arguments,
            ..ExecuteCommandParams::default()
        })
    }

    #[test]
    fn every_name_is_read_and_nothing_else() {
        let all = json!({
            "uri": "file:///a.txt", "rule": "masked-text", "format": "markdown",
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
        });
        for name in NAMES {
            assert!(read(name, all.clone()).is_some(), "{name}");
            assert_eq!(read(name, json!({"format": 1})), None, "{name}");
            assert_eq!(read(name, Value::Null), None, "{name}");
        }
        assert_eq!(read("dinggao.other", all), None);
        assert_eq!(read("dinggao.ledger.export", json!({"uri": "file:///a", "format": "xlsx"})), None);
    }
}
