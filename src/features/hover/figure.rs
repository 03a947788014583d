//! A figure: what it may stand for, what it is in other units, and what it says of which name.

use crate::quantity::{Decimal, Dimension, Interval, Modifier, Quantity};
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

/// A value in another unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The value.
    pub value: Decimal,
    /// Its unit, with a scale word.
    pub unit: String,
    /// Not rounded.
    pub exact: bool,
}

/// Scale words and what they multiply by.
const SCALES: &[(i64, &str)] = &[
    (1_000_000_000_000, "万亿"),
    (100_000_000, "亿"),
    (10_000_000, "千万"),
    (1_000_000, "百万"),
    (100_000, "十万"),
    (10_000, "万"),
    (1_000, "千"),
    (100, "百"),
    (10, "十"),
];

/// `value` in units of `scale`, and the scale's word; unscaled where the scale has none.
pub(super) fn scaled(value: Decimal, scale: Decimal) -> (Decimal, &'static str) {
    let word = SCALES.iter().find(|(factor, _)| Decimal::from(*factor) == scale);
    word.and_then(|(_, word)| Some((value.checked_div(scale)?, *word))).unwrap_or((value, ""))
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

/// The value in the units that people compare with.
fn conversions(quantity: &Quantity) -> Vec<Conversion> {
    let Some(unit) = quantity.unit.filter(|_| quantity.value_to.is_none()) else { return Vec::new() };
    match unit.dimension() {
        Dimension::Area => areas(quantity.value, unit.symbol()),
        Dimension::Money | Dimension::Mass | Dimension::People => scales(quantity, unit.symbol()),
        _ => Vec::new(),
    }
}

/// The value in 亿, 万 and without a scale word, but for the scale that is printed.
fn scales(quantity: &Quantity, symbol: &str) -> Vec<Conversion> {
    let ladder = [(100_000_000, "亿"), (10_000, "万"), (1, "")];
    let reached = |factor: i64| quantity.value.abs() >= Decimal::from(factor);
    ladder
        .into_iter()
        .filter(|(factor, _)| Decimal::from(*factor) != quantity.scale && reached(*factor))
        .filter_map(|(factor, word)| {
            let value = quantity.value.checked_div(Decimal::from(factor))?;
            Some(rounded(value, format!("{word}{symbol}")))
        })
        .collect()
}

/// Units of area, in thirds of a square metre, so that 亩 is a whole number of them.
const AREAS: &[(&str, i64)] = &[("平方米", 3), ("亩", 2_000), ("公顷", 30_000), ("平方公里", 3_000_000)];

fn areas(value: Decimal, symbol: &str) -> Vec<Conversion> {
    let Some((_, own)) = AREAS.iter().find(|(name, _)| *name == symbol) else { return Vec::new() };
    let one = Decimal::ONE;
    AREAS
        .iter()
        .filter(|(name, _)| *name != symbol)
        .filter_map(|(name, size)| {
            let converted = value.checked_mul(Decimal::from(*own))?.checked_div(Decimal::from(*size))?;
            // Square metres of a county, square kilometres of a yard help nobody.
            let telling = converted >= one / Decimal::from(100) && (*name != "平方米" || *own == 2_000);
            telling.then(|| rounded(converted, (*name).to_owned()))
        })
        .collect()
}

/// At most four decimals.
fn rounded(value: Decimal, unit: String) -> Conversion {
    let short = value.round_dp(4).normalize();
    Conversion { value: short, unit, exact: short == value }
}
