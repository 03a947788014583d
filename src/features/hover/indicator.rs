//! The name of an indicator: what it means, everything the report says of it, and what a growth
//! target implies for the level.

use super::figure::scaled;
use crate::knowledge::{GrowthBasis, IndicatorId};
use crate::quantity::{Decimal, Dimension};
use crate::reading::{Kind, Period, Role};
use crate::report::{Fact, Paragraph, Report};
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

/// A level that follows from the last one and a growth target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// The target's period.
    pub period: Period,
    /// The level it starts from, as printed.
    pub base: String,
    /// Where that stands (absolute).
    pub base_span: Span,
    /// The growth aimed at, as printed.
    pub growth: String,
    /// Base × (1 + growth), exactly, in the unit without its scale word.
    pub value: Decimal,
    /// The least that base and target allow; `None` is unbounded.
    pub low: Option<Decimal>,
    /// The most that base and target allow; `None` is unbounded.
    pub high: Option<Decimal>,
    /// Unit without its scale word.
    pub unit: &'static str,
    /// The scale in which the base is printed.
    pub scale: Decimal,
    /// The decimals with which the base is printed.
    pub decimals: u32,
}

impl Implied {
    /// A value in the scale and precision of the base: `988.3亿元`.
    #[must_use]
    pub fn printed(&self, value: Decimal) -> String {
        let (value, word) = scaled(value, self.scale);
        format!("{}{word}{}", value.round_dp(self.decimals), self.unit)
    }

    /// A bound in the scale of the base, with two decimals more: `987.79亿元`.
    #[must_use]
    pub fn precise(&self, value: Decimal) -> String {
        let (value, word) = scaled(value, self.scale);
        format!("{}{word}{}", value.round_dp(self.decimals + 2).normalize(), self.unit)
    }
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

/// One for each growth target whose base the report states: the level of the year before, for
/// the same scope.
fn implied(report: &Report, facts: &[&Fact]) -> Vec<Implied> {
    let mut all: Vec<Implied> = Vec::new();
    for growth in facts.iter().filter(|fact| fact.kind == Kind::Growth && fact.role == Some(Role::Target)) {
        let Some(Period::Year(year)) = growth.period else { continue };
        let is_base = |fact: &&&Fact| {
            fact.kind == Kind::Level
                && fact.period == Some(Period::Year(year - 1))
                && matches!(fact.role, Some(Role::Actual | Role::Estimate))
                && (&fact.scope, &fact.threshold) == (&growth.scope, &growth.threshold)
                && fact.value_to.is_none()
        };
        let Some(base) = facts.iter().find(is_base) else { continue };
        if let Some(implied) = imply(report, base, growth, year)
            && !all.contains(&implied)
        {
            all.push(implied);
        }
    }
    all
}

fn imply(report: &Report, base: &Fact, growth: &Fact, year: i32) -> Option<Implied> {
    if growth.unit.map(|unit| unit.dimension()) != Some(Dimension::Percent) {
        return None;
    }
    let quantity = report.paragraphs.get(base.paragraph)?.reading.quantities.get(base.quantity)?;
    let factor = |percent: Decimal| percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE);
    // A target is what it says, not a rounded measurement: only its hedge or range opens it.
    let (least, most) = match growth.interval {
        interval if interval.low.is_none() || interval.high.is_none() => (interval.low, interval.high),
        _ => (Some(growth.value), Some(growth.value_to.unwrap_or(growth.value))),
    };
    let times = |level: Option<Decimal>, percent: Option<Decimal>| level?.checked_mul(factor(percent?)?);
    Some(Implied {
        period: Period::Year(year),
        base: report.text(base.span).to_owned(),
        base_span: base.span,
        growth: report.text(growth.span).to_owned(),
        value: times(Some(base.value), Some(growth.value))?.normalize(),
        low: times(base.interval.low, least).map(|low| low.normalize()),
        high: times(base.interval.high, most).map(|high| high.normalize()),
        unit: base.unit.map_or("", |unit| unit.symbol()),
        scale: quantity.scale,
        decimals: quantity.decimals,
    })
}
