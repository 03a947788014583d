//! `dinggao explain RULE`: the rule's manual page.

use std::io::{self, Write};

use super::arguments::ExplainArguments;
use super::console::{Console, Problem, Status};
use crate::{checks, workspace};

/// Runs `dinggao explain`.
pub(super) fn run(arguments: &ExplainArguments, console: &mut Console) -> io::Result<Status> {
    let Some(rule) = checks::rule(&arguments.rule) else {
        console.complain(&unknown(&arguments.rule));
        return Ok(Status::Trouble);
    };
    writeln!(console.out(), "{}", rule.page().trim_end())?;
    Ok(console.status(Status::Clean))
}

/// No rule has this name; near ones are suggested.
pub(super) fn unknown(name: &str) -> Problem {
    let similar = workspace::similar_rules(name);
    let (zh, en) = if similar.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("是否指 {}？", similar.join("、")), format!("did you mean {}? ", similar.join(", ")))
    };
    Problem::new(
        format!("没有规则“{name}”。{zh}规则一览：dinggao rules"),
        format!("unknown rule {name:?}; {en}see `dinggao rules`"),
    )
}
