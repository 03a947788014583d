//! The rules: each a pure function over a report, one file a rule, listed once in `ALL`.
//! No rule knows another, and none knows the protocol.

mod arithmetic;
mod calendar;
mod claims;
mod classifiers;
#[macro_use]
mod declare;
mod finding;
mod from_to;
mod goals;
mod habit;
mod list_counts;
mod list_words;
mod marks;
mod measures;
mod multiples;
mod page;
mod parts;
mod phrase;
mod series;
mod table;

// One line a rule, by category; `ALL` below names them again, and a test compares both lists
// with the files.
mod annex_reference;
mod anniversary_arithmetic;
mod announced_count_mismatch;
mod announced_vs_sibling_parallelism;
mod approximator_on_exact;
mod baseline_difference;
mod buried_heading;
mod change_mismatch;
mod chinese_arabic_numeral_mix;
mod classifier_inconsistent;
mod classifier_mismatch;
mod comma_list_mark;
mod conflicting_value;
mod congress_session;
mod contradictory_approximation;
mod dash_form;
mod date_form;
mod decimal_form;
mod decimal_places_inconsistent;
mod direction_word_mismatch;
mod document_number_bracket;
mod document_number_glued;
mod duplicate_sentence;
mod duplicate_title;
mod ellipsis_form;
mod empty_section;
mod glossary_arity;
mod glossary_missing_term;
mod glossary_unused_term;
mod growth_level_confusion;
mod growth_mismatch;
mod growth_rank_claim;
mod heading_level_skip;
mod heading_punctuation;
mod heading_sequence;
mod heading_style_inconsistent;
mod heading_too_long;
mod heading_trailing_noise;
mod heading_trailing_punctuation;
mod implausible_value;
mod impossible_value;
mod invalid_date;
mod list_count_mismatch;
mod long_sentence;
mod mark_before_deng;
mod masked_text;
mod missing_head_noun;
mod missing_section;
mod mixed_unit;
mod mojibake;
mod money_currency_slip;
mod month_day_dot;
mod name_drift;
mod numeral_typo;
mod official_wording;
mod outdated_term;
mod part_exceeds_whole;
mod per_unit_consistency;
mod percent_vs_points;
mod permille_lost;
mod personal_data;
mod placeholder;
mod plan_period_mismatch;
mod range_order;
mod range_unit_ambiguity;
mod rank_conflict;
mod ratio_list_not_100;
mod redundant_approximation;
mod redundant_classifier;
mod repeated_punctuation;
mod repeated_word;
mod respectively_mismatch;
mod respectively_superfluous;
mod salutation_consistency;
mod section_order;
mod sentence_without_end_mark;
mod series_gap;
mod share_mismatch;
mod space_in_chinese;
mod speaker_title_conflict;
mod stabilise_above_actual;
mod stale_year;
mod straight_quotes;
mod sum_mismatch;
mod target_below_actual;
mod thousands_separator_inconsistent;
mod two_digit_year;
mod unbalanced_pair;
mod unit_order_of_magnitude;
mod unit_slip;
mod web_boilerplate;
mod weekday_mismatch;
mod width_mix;
mod wrong_term;
mod year_mismatch;
mod year_range_form;

pub use finding::{Category, Finding, Findings, Fix, Message, Related, Rule, Severity, Tier};
pub use missing_section::missing as missing_sections;
pub use page::{Example, Place, Verdict};

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::reading::ordinal;
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
    &baseline_difference::RULE,
    &direction_word_mismatch::RULE,
    &growth_level_confusion::RULE,
    &growth_rank_claim::RULE,
    &implausible_value::RULE,
    &mixed_unit::RULE,
    &money_currency_slip::RULE,
    &per_unit_consistency::RULE,
    &rank_conflict::RULE,
    &ratio_list_not_100::RULE,
    &share_mismatch::RULE,
    &stabilise_above_actual::RULE,
    &sum_mismatch::RULE,
    &target_below_actual::RULE,
    &unit_order_of_magnitude::RULE,
    &approximator_on_exact::RULE,
    &chinese_arabic_numeral_mix::RULE,
    &decimal_places_inconsistent::RULE,
    &numeral_typo::RULE,
    &range_order::RULE,
    &range_unit_ambiguity::RULE,
    &thousands_separator_inconsistent::RULE,
    // count
    &glossary_arity::RULE,
    &list_count_mismatch::RULE,
    &respectively_mismatch::RULE,
    &respectively_superfluous::RULE,
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
    &annex_reference::RULE,
    &speaker_title_conflict::RULE,
    // year
    &year_mismatch::RULE,
    &plan_period_mismatch::RULE,
    &invalid_date::RULE,
    &anniversary_arithmetic::RULE,
    &congress_session::RULE,
    &stale_year::RULE,
    &two_digit_year::RULE,
    &weekday_mismatch::RULE,
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
    &date_form::RULE,
    &decimal_form::RULE,
    &ellipsis_form::RULE,
    &mark_before_deng::RULE,
    &month_day_dot::RULE,
    &year_range_form::RULE,
    // wording
    &classifier_inconsistent::RULE,
    &classifier_mismatch::RULE,
    &duplicate_sentence::RULE,
    &long_sentence::RULE,
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
    &permille_lost::RULE,
    &personal_data::RULE,
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
