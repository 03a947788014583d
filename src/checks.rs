//! The rules: each a pure function over a report, one file a rule, listed once in `ALL`.
//! No rule knows another, and none knows the protocol.

mod arithmetic;
mod claims;
#[macro_use]
mod declare;
mod finding;
mod from_to;
mod glossary;
mod habit;
mod marks;
mod ordinal;
mod page;
mod phrase;
mod series;

// One line a rule, by category; `ALL` below names them again, and a test compares both lists
// with the files.
mod announced_count_mismatch;
mod announced_vs_sibling_parallelism;
mod buried_heading;
mod change_mismatch;
mod comma_list_mark;
mod conflicting_value;
mod contradictory_approximation;
mod dash_form;
mod document_number_bracket;
mod document_number_glued;
mod duplicate_title;
mod empty_section;
mod glossary_arity;
mod glossary_missing_term;
mod glossary_unused_term;
mod growth_mismatch;
mod heading_level_skip;
mod heading_punctuation;
mod heading_sequence;
mod heading_style_inconsistent;
mod heading_too_long;
mod heading_trailing_noise;
mod heading_trailing_punctuation;
mod impossible_value;
mod invalid_date;
mod list_count_mismatch;
mod masked_text;
mod missing_head_noun;
mod missing_section;
mod mojibake;
mod name_drift;
mod official_wording;
mod outdated_term;
mod part_exceeds_whole;
mod percent_vs_points;
mod placeholder;
mod plan_period_mismatch;
mod redundant_approximation;
mod redundant_classifier;
mod repeated_punctuation;
mod repeated_word;
mod respectively_mismatch;
mod salutation_consistency;
mod section_order;
mod sentence_without_end_mark;
mod series_gap;
mod space_in_chinese;
mod straight_quotes;
mod unbalanced_pair;
mod unit_slip;
mod web_boilerplate;
mod width_mix;
mod wrong_term;
mod year_mismatch;

pub use finding::{Category, Finding, Findings, Fix, Message, Related, Rule, Severity, Tier};
pub use page::{Example, Place, Verdict};

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::report::Report;

/// Every rule, by category.
pub static ALL: &[&Rule] = &[
    // number
    &conflicting_value::RULE,
    &unit_slip::RULE,
    &change_mismatch::RULE,
    &growth_mismatch::RULE,
    &percent_vs_points::RULE,
    &impossible_value::RULE,
    &part_exceeds_whole::RULE,
    &contradictory_approximation::RULE,
    &redundant_approximation::RULE,
    // count
    &glossary_arity::RULE,
    &list_count_mismatch::RULE,
    &respectively_mismatch::RULE,
    &announced_count_mismatch::RULE,
    &series_gap::RULE,
    // structure
    &announced_vs_sibling_parallelism::RULE,
    &document_number_glued::RULE,
    &duplicate_title::RULE,
    &empty_section::RULE,
    &glossary_missing_term::RULE,
    &glossary_unused_term::RULE,
    &heading_level_skip::RULE,
    &heading_style_inconsistent::RULE,
    &heading_too_long::RULE,
    &heading_trailing_punctuation::RULE,
    &section_order::RULE,
    &heading_sequence::RULE,
    &buried_heading::RULE,
    &heading_punctuation::RULE,
    &missing_section::RULE,
    // year
    &year_mismatch::RULE,
    &plan_period_mismatch::RULE,
    &invalid_date::RULE,
    // typography
    &comma_list_mark::RULE,
    &dash_form::RULE,
    &document_number_bracket::RULE,
    &repeated_punctuation::RULE,
    &salutation_consistency::RULE,
    &sentence_without_end_mark::RULE,
    &space_in_chinese::RULE,
    &straight_quotes::RULE,
    &width_mix::RULE,
    &unbalanced_pair::RULE,
    // wording
    &missing_head_noun::RULE,
    &name_drift::RULE,
    &official_wording::RULE,
    &outdated_term::RULE,
    &redundant_classifier::RULE,
    &repeated_word::RULE,
    &wrong_term::RULE,
    // leftover
    &heading_trailing_noise::RULE,
    &placeholder::RULE,
    &masked_text::RULE,
    &web_boilerplate::RULE,
    &mojibake::RULE,
];

/// The rule of this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// Which rules run and how loud they are; names missing here keep their default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Severity by rule name; `None` is off.
    pub severities: BTreeMap<String, Option<Severity>>,
}

/// Runs every rule that the policy leaves on: findings in document order, then by rule name.
/// A rule that panics costs its own findings only.
#[must_use]
pub fn run(report: &Report, policy: &Policy) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in ALL {
        let severity = match policy.severities.get(rule.name) {
            Some(Some(chosen)) => Some(*chosen),
            Some(None) => continue,
            None if rule.off => continue,
            None => None,
        };
        let mut findings = Findings::new(rule);
        if catch_unwind(AssertUnwindSafe(|| (rule.check)(report, &mut findings))).is_ok() {
            out.extend(findings.into_vec().into_iter().map(|mut finding| {
                finding.severity = severity.unwrap_or(finding.severity);
                finding
            }));
        }
    }
    out.sort_by(|a, b| (a.span, a.rule.name, a.variant).cmp(&(b.span, b.rule.name, b.variant)));
    out
}
