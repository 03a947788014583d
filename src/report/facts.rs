//! Facts: the paragraph's own words on time, role and scope completed by section and document.

use super::{Meta, Outline, Paragraph};
use crate::knowledge::{IndicatorId, Knowledge};
use crate::quantity::{Decimal, Interval, Modifier, Unit};
use crate::reading::{Basis, Kind, Period, Role};
use crate::text::Span;

/// A claim of the report about an indicator. Spans are absolute.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Glossary indicator, or `None` where only the phrase is known.
    pub indicator: Option<IndicatorId>,
    /// Canonical name, or the noun phrase itself.
    pub name: String,
    /// The name as printed.
    pub surface: String,
    /// Where the name stands.
    pub name_span: Option<Span>,
    /// The figure with its unit.
    pub span: Span,
    /// Value, declines negative; of a range the low end.
    pub value: Decimal,
    /// High end of a range.
    pub value_to: Option<Decimal>,
    /// Unit without its scale word.
    pub unit: Option<Unit>,
    /// Level, growth …
    pub kind: Kind,
    /// The hedge.
    pub modifier: Modifier,
    /// What the printed figure allows, with the sign of `value`.
    pub interval: Interval,
    /// 亿元以上, 规模以上 … in the name.
    pub threshold: Option<String>,
    /// Over what it is reckoned.
    pub basis: Option<Basis>,
    /// When; `None` when undecidable.
    pub period: Option<Period>,
    /// Stated, expected or aimed at.
    pub role: Option<Role>,
    /// For whom (全市, 城镇, 农村, a named part).
    pub scope: Option<String>,
    /// Index of the innermost heading.
    pub heading: Option<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index into the paragraph's quantities.
    pub quantity: usize,
}

/// Completes every local fact. Total.
pub(super) fn resolve(
    _paragraphs: &[Paragraph],
    _meta: &Meta,
    _outline: &Outline,
    _knowledge: &Knowledge,
) -> Vec<Fact> {
    Vec::new()
}
