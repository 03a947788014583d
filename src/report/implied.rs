//! What a growth target implies for the level, and the base in the review that a target starts
//! from. Arithmetic on facts that the report states; nothing is guessed.

use super::{Fact, Report};
use crate::quantity::{Decimal, Dimension, scaled};
use crate::reading::{Kind, Period, Role};
use crate::text::Span;

/// A level that follows from the last one and a growth target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// The target's period.
    pub period: Period,
    /// The level it starts from, as printed.
    pub base: String,
    /// Where that stands (absolute).
    pub base_span: Span,
    /// When that was reached.
    pub base_period: Period,
    /// The growth aimed at, as printed.
    pub growth: String,
    /// Where that stands (absolute).
    pub growth_span: Span,
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
    /// A value in the scale and precision of the base: `988亿元`.
    #[must_use]
    pub fn printed(&self, value: Decimal) -> String {
        let (value, word) = scaled(value, self.scale);
        format!("{}{word}{}", value.round_dp(self.decimals), self.unit)
    }

    /// A value in the scale of the base, with a decimal more where a base in 万 or 亿 has none:
    /// `988.3亿元`.
    #[must_use]
    pub fn close(&self, value: Decimal) -> String {
        let (value, word) = scaled(value, self.scale);
        let decimals = if word.is_empty() { self.decimals } else { self.decimals.max(1) };
        format!("{}{word}{}", value.round_dp(decimals).normalize(), self.unit)
    }

    /// A bound in the scale of the base, with two decimals more: `987.79亿元`.
    #[must_use]
    pub fn precise(&self, value: Decimal) -> String {
        let (value, word) = scaled(value, self.scale);
        format!("{}{word}{}", value.round_dp(self.decimals + 2).normalize(), self.unit)
    }
}

impl Fact {
    /// Whether two facts speak of one indicator, or of one phrase where the glossary knows none.
    #[must_use]
    pub fn shares_indicator(&self, other: &Self) -> bool {
        match self.indicator {
            Some(_) => self.indicator == other.indicator,
            None => other.indicator.is_none() && self.name == other.name,
        }
    }
}

impl Report {
    /// The level that a growth target implies; `None` where the fact is no target of growth for
    /// one year or the report does not state the level of the year before, for the same scope.
    #[must_use]
    pub fn implied(&self, growth: &Fact) -> Option<Implied> {
        let aimed = growth.kind == Kind::Growth && growth.role == Some(Role::Target);
        let percent = growth.unit.is_some_and(|unit| unit.dimension() == Dimension::Percent);
        let Some(Period::Year(year)) = growth.period.filter(|_| aimed && percent) else { return None };
        let is_base = |fact: &&Fact| {
            fact.kind == Kind::Level
                && growth.shares_indicator(fact)
                && fact.period == Some(Period::Year(year - 1))
                && matches!(fact.role, Some(Role::Actual | Role::Estimate))
                && (&fact.scope, &fact.threshold) == (&growth.scope, &growth.threshold)
                && fact.value_to.is_none()
        };
        let base = self.facts.iter().filter(is_base).min_by_key(|fact| (fact.role, fact.span))?;
        self.imply(base, growth, year)
    }

    fn imply(&self, base: &Fact, growth: &Fact, year: i32) -> Option<Implied> {
        let quantity = self.paragraphs.get(base.paragraph)?.reading.quantities.get(base.quantity)?;
        let factor = |percent: Decimal| percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE);
        // A target is what it says, not a rounded measurement: only its hedge or range opens it.
        let (least, most) = match growth.interval {
            interval if interval.low.is_none() || interval.high.is_none() => (interval.low, interval.high),
            _ => (Some(growth.value), Some(growth.value_to.unwrap_or(growth.value))),
        };
        let times = |level: Option<Decimal>, percent: Option<Decimal>| level?.checked_mul(factor(percent?)?);
        Some(Implied {
            period: Period::Year(year),
            base: self.text(base.span).to_owned(),
            base_span: base.span,
            base_period: Period::Year(year - 1),
            growth: self.text(growth.span).to_owned(),
            growth_span: growth.span,
            value: times(Some(base.value), Some(growth.value))?.normalize(),
            low: times(base.interval.low, least).map(|low| low.normalize()),
            high: times(base.interval.high, most).map(|high| high.normalize()),
            unit: base.unit.map_or("", |unit| unit.symbol()),
            scale: quantity.scale,
            decimals: quantity.decimals,
        })
    }

    /// What the review states of a target's indicator: a level, count or share of the last year
    /// before the target's own, for the same scope; the growth of that year where no level is told.
    #[must_use]
    pub fn base_of(&self, target: &Fact) -> Option<&Fact> {
        let year = match target.period? {
            Period::Years(from, _) => from,
            period => period.last_year(),
        };
        let told = |fact: &&Fact| {
            matches!(fact.role, Some(Role::Actual | Role::Estimate))
                && target.shares_indicator(fact)
                && (&fact.scope, &fact.threshold) == (&target.scope, &target.threshold)
                && fact.period.is_some_and(|period| period.last_year() < year)
                && !matches!(fact.kind, Kind::Change | Kind::Rank)
        };
        let told = self.facts.iter().filter(told);
        told.min_by_key(|fact| {
            let latest = fact.period.map(|period| std::cmp::Reverse(period.last_year()));
            (latest, fact.kind == Kind::Growth, fact.role, fact.span)
        })
    }
}
