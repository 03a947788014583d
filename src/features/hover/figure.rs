//! A figure: what it may stand for, what it is in other units, and what it says of which name.

use crate::quantity::{Conversion, Decimal, Interval, Modifier, conversions, scaled};
use crate::report::{Fact, Paragraph, Report};
use crate::text::Span;

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands (absolute).
    pub span: Span,
    /// As printed.
    pub text: String,
    /// The hedge around it.
    pub modifier: Modifier,
    /// What the print allows, in the unit without its scale word.
    pub interval: Interval,
    /// The scale written after the numeral.
    pub scale: Decimal,
    /// The unit without its scale word; empty for a bare numeral.
    pub unit: &'static str,
    /// The same value otherwise; empty for ranges.
    pub conversions: Vec<Conversion>,
    /// What it says, where that is known.
    pub fact: Option<Box<Fact>>,
}

impl Figure {
    /// A value of this figure's unit in the scale of its print: `927.5亿元`.
    #[must_use]
    pub fn printed(&self, value: Decimal) -> String {
        let (scaled, word) = scaled(value, self.scale);
        format!("{}{word}{}", scaled.normalize(), self.unit)
    }
}

/// The figure that is hit.
pub(super) fn find(
    report: &Report,
    index: usize,
    paragraph: &Paragraph,
    hit: &dyn Fn(Span) -> bool,
) -> Option<Figure> {
    let mut quantities = paragraph.reading.quantities.iter().enumerate();
    let (at, quantity) = quantities.find(|(_, quantity)| hit(quantity.span.shifted(paragraph.start)))?;
    let fact = report.facts.iter().find(|fact| fact.paragraph == index && fact.quantity == at);
    let span = quantity.span.shifted(paragraph.start);
    Some(Figure {
        span,
        text: report.text(span).to_owned(),
        modifier: quantity.modifier,
        interval: quantity.interval(),
        scale: quantity.scale,
        unit: quantity.unit.map_or("", |unit| unit.symbol()),
        conversions: conversions(quantity),
        fact: fact.cloned().map(Box::new),
    })
}
