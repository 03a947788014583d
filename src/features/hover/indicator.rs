//! The name of an indicator: what it means, everything the report says of it, and what a growth
//! target implies for the level.

use crate::knowledge::{GrowthBasis, IndicatorId};
use crate::reading::{Kind, Period, Role};
use crate::report::{Fact, Implied, Paragraph, Report};
use crate::text::Span;

/// All about an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The name under the cursor (absolute).
    pub span: Span,
    /// Its canonical name.
    pub name: String,
    /// Its entry in the glossary.
    pub entry: Option<Entry>,
    /// Every statement, by period, role and kind.
    pub rows: Vec<Row>,
    /// What growth targets imply.
    pub implied: Vec<Implied>,
}

/// What the glossary says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the indicator means.
    pub definition: String,
    /// Its usual unit.
    pub unit: String,
    /// What its growth is reckoned on.
    pub basis: GrowthBasis,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub period: Option<Period>,
    /// Stated, expected or aimed at.
    pub role: Option<Role>,
    /// Level, growth …
    pub kind: Kind,
    /// For whom, and above which threshold.
    pub scope: Option<String>,
    /// The figure as printed, with the sign of a decline.
    pub text: String,
    /// Where the figure stands (absolute).
    pub span: Span,
}

/// The name that is hit.
pub(super) fn find(
    report: &Report,
    index: usize,
    paragraph: &Paragraph,
    hit: &dyn Fn(Span) -> bool,
) -> Option<Card> {
    let known = paragraph.reading.mentions.iter().find(|mention| hit(mention.span.shifted(paragraph.start)));
    let (span, indicator, name) = match known {
        Some(mention) => {
            let name = report.knowledge.indicator(mention.indicator)?.name.clone();
            (mention.span.shifted(paragraph.start), Some(mention.indicator), name)
        }
        None => {
            let named = |fact: &&Fact| fact.paragraph == index && fact.name_span.is_some_and(hit);
            let fact = report.facts.iter().find(named)?;
            (fact.name_span?, fact.indicator, fact.name.clone())
        }
    };
    let mut facts: Vec<&Fact> = report.facts.iter().filter(|fact| is_about(fact, indicator, &name)).collect();
    // Undated statements last.
    facts.sort_by_key(|fact| (fact.period.is_none(), fact.period, fact.role, fact.kind, fact.span));
    let entry = indicator.and_then(|id| report.knowledge.indicator(id)).map(|indicator| Entry {
        definition: indicator.definition.clone(),
        unit: indicator.unit.clone(),
        basis: indicator.growth_basis,
    });
    Some(Card {
        span,
        name,
        entry,
        rows: facts.iter().map(|fact| row(report, fact)).collect(),
        implied: implied(report, &facts),
    })
}

/// Whether a fact is about this indicator, or this phrase where the glossary knows none.
fn is_about(fact: &Fact, indicator: Option<IndicatorId>, name: &str) -> bool {
    match indicator {
        Some(_) => fact.indicator == indicator,
        None => fact.indicator.is_none() && fact.name == name,
    }
}

fn row(report: &Report, fact: &Fact) -> Row {
    let printed = report.text(fact.span);
    let falls = fact.value.is_sign_negative() && !printed.starts_with(['-', '\u{2212}', '\u{FF0D}']);
    let parts: Vec<&str> = [fact.scope.as_deref(), fact.threshold.as_deref()].into_iter().flatten().collect();
    Row {
        period: fact.period,
        role: fact.role,
        kind: fact.kind,
        scope: (!parts.is_empty()).then(|| parts.join(" ")),
        text: format!("{}{printed}", if falls { "\u{2212}" } else { "" }),
        span: fact.span,
    }
}

/// What each growth target implies, where the report states its base.
fn implied(report: &Report, facts: &[&Fact]) -> Vec<Implied> {
    let mut all: Vec<Implied> = Vec::new();
    for implied in facts.iter().filter_map(|fact| report.implied(fact)) {
        // A target told twice implies one level.
        let same = |other: &Implied| {
            (other.period, &other.base, &other.growth, other.value)
                == (implied.period, &implied.base, &implied.growth, implied.value)
        };
        if !all.iter().any(same) {
            all.push(implied);
        }
    }
    all
}
