//! Findings that the drafter has silenced: comments in Markdown drafts,
//! `<!-- dinggao-disable rule -->` up to `<!-- dinggao-enable rule -->` (no rule: every rule).

use std::collections::BTreeMap;

use crate::checks::Finding;
use crate::report::Report;

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// A comment: from `at` on, these rules (none: all) are silent or speak again.
struct Switch<'a> {
    at: usize,
    rules: Vec<&'a str>,
    action: Action,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Disable,
    Enable,
}

/// The findings that no comment silences, in their order.
#[must_use]
pub fn without_suppressed(report: &Report, findings: Vec<Finding>) -> Vec<Finding> {
    let switches = switches(&report.source);
    if switches.is_empty() {
        return findings;
    }
    // What concerns a rule is looked out once: a text may hold as many comments as findings.
    let mut of_rule: BTreeMap<&str, Vec<(usize, Action)>> = BTreeMap::new();
    for finding in &findings {
        of_rule.entry(finding.rule.name).or_insert_with_key(|name| {
            let concerns = |switch: &&Switch<'_>| switch.rules.is_empty() || switch.rules.contains(name);
            switches.iter().filter(concerns).map(|switch| (switch.at, switch.action)).collect()
        });
    }
    findings
        .into_iter()
        .filter(|finding| {
            let Some(own) = of_rule.get(finding.rule.name) else { return true };
            let before = own.partition_point(|&(at, _)| at <= finding.span.start);
            let last = before.checked_sub(1).and_then(|last| own.get(last));
            last.is_none_or(|&(_, action)| action == Action::Enable)
        })
        .collect()
}

/// Every switch of the text, in order. Linear: a comment that does not end is none, and of several
/// that begin before an end only the last is one.
fn switches(source: &str) -> Vec<Switch<'_>> {
    let mut from = 0;
    source
        .match_indices(CLOSE)
        .filter_map(|(end, _)| {
            let begun = std::mem::replace(&mut from, end + CLOSE.len());
            let open = source.get(begun..end)?.rfind(OPEN)? + begun;
            let inside = source.get(open + OPEN.len()..end)?;
            let mut words =
                inside.split([' ', '\t', ',', '\u{FF0C}', '\u{3001}']).filter(|word| !word.is_empty());
            let action = match words.next()? {
                "dinggao-disable" => Action::Disable,
                "dinggao-enable" => Action::Enable,
                _ => return None,
            };
            Some(Switch { at: open, rules: words.collect(), action })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{ALL, Findings, Message};
    use crate::report::{Memo, Options};
    use crate::text::Span;

    #[test]
    fn a_comment_silences_its_rule_until_it_is_enabled_again() {
        let rule = ALL[0];
        for (names, kept) in [(rule.name, "ac"), ("", "ac"), ("some-other-rule", "abc")] {
            let text = format!("a\n<!-- dinggao-disable {names} -->\nb\n<!-- dinggao-enable {names} -->\nc");
            let report = Report::read(&text, &Options::default(), &mut Memo::default());
            let mut findings = Findings::new(rule);
            for line in [0, 2, 4] {
                let start = report.lines.start(line);
                findings.report(Span::new(start, start + 1), Message::new("", ""));
            }
            let left = without_suppressed(&report, findings.into_vec());
            let left: String = left.iter().map(|finding| report.text(finding.span)).collect();
            assert_eq!(left, kept, "{names}");
        }
    }
}
