//! The same value in other units, and values in the scale of a print. Exact where it says so;
//! which figure of a text is converted, and whether that helps anybody, is decided elsewhere.

use rust_decimal::Decimal;

use super::{Dimension, Quantity};

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

/// Decimals of a conversion that is only read, and of one that is written into the text.
const READ: u32 = 4;
const WRITTEN: u32 = 12;

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

/// Units of area, in thirds of a square metre, so that 亩 is a whole number of them.
const AREAS: &[(&str, i64)] = &[("平方米", 3), ("亩", 2_000), ("公顷", 30_000), ("平方公里", 3_000_000)];

/// `value` in units of `scale`, and the scale's word; unscaled where the scale has none.
#[must_use]
pub fn scaled(value: Decimal, scale: Decimal) -> (Decimal, &'static str) {
    let word = SCALES.iter().find(|(factor, _)| Decimal::from(*factor) == scale);
    word.and_then(|(_, word)| Some((value.checked_div(scale)?, *word))).unwrap_or((value, ""))
}

/// The value in the units that people compare with, to four decimals; none for a range.
#[must_use]
pub fn conversions(quantity: &Quantity) -> Vec<Conversion> {
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
            Some(rounded(value, READ, format!("{word}{symbol}")))
        })
        .collect()
}

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
            telling.then(|| rounded(converted, READ, (*name).to_owned()))
        })
        .collect()
}

impl Conversion {
    /// The same, rounded to what a reader takes in at a glance: four digits, or the whole number.
    #[must_use]
    pub fn brief(&self) -> Self {
        let size = self.value.abs();
        let decimals = match () {
            () if self.exact || size < Decimal::TEN => READ,
            () if size < Decimal::ONE_HUNDRED => 2,
            () if size < Decimal::ONE_THOUSAND => 1,
            () => 0,
        };
        Self { value: self.value.round_dp(decimals).normalize(), ..self.clone() }
    }
}

/// The figure in the unit that could stand in its place, the value unchanged: 亿元 for 万元 and the
/// other way round, 亩 for 公顷 and the other way round. None where a digit would have to be rounded
/// away, or where the figure is a range, a rank, written in Chinese numerals or with 余 and 多.
#[must_use]
pub fn rewritings(quantity: &Quantity) -> Vec<Conversion> {
    let plain = !quantity.chinese && !quantity.rank && quantity.value_to.is_none();
    let Some(unit) = quantity.unit.filter(|_| plain && quantity.surplus.is_none()) else { return Vec::new() };
    let (yi, wan) = (Decimal::from(100_000_000), Decimal::from(10_000));
    let fifteen = Decimal::from(15);
    let written = |value: Option<Decimal>, scale: Decimal, symbol: &str| {
        let (value, word) = scaled(value?, scale);
        Some(rounded(value, WRITTEN, format!("{word}{symbol}"))).filter(|it| it.exact)
    };
    let value = quantity.value;
    let other = match unit.symbol() {
        "元" if quantity.scale == yi => written(Some(value), wan, "元"),
        // 12万元 is no 0.0012亿元 to anybody.
        "元" if quantity.scale == wan && value.abs() >= Decimal::from(10_000_000) => {
            written(Some(value), yi, "元")
        }
        "亩" => written(value.checked_div(fifteen), quantity.scale, "公顷"),
        "公顷" => written(value.checked_mul(fifteen), quantity.scale, "亩"),
        _ => None,
    };
    other.into_iter().collect()
}

fn rounded(value: Decimal, decimals: u32, unit: String) -> Conversion {
    let short = value.round_dp(decimals).normalize();
    Conversion { value: short, unit, exact: short == value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::scan;

    fn rewritten(text: &str) -> Vec<String> {
        let quantities = scan(text);
        let quantity = quantities.first().unwrap();
        rewritings(quantity).into_iter().map(|it| format!("{}{}", it.value, it.unit)).collect()
    }

    #[test]
    fn a_figure_is_rewritten_exactly_or_not_at_all() {
        assert_eq!(rewritten("928亿元"), ["9280000万元"]);
        assert_eq!(rewritten("12345.678万元"), ["1.2345678亿元"]);
        assert_eq!(rewritten("1500亩"), ["100公顷"]);
        assert_eq!(rewritten("12万亩"), ["0.8万公顷"]);
        assert_eq!(rewritten("3.4公顷"), ["51亩"]);
        for text in ["100亩", "12万元", "928亿美元", "三百亩", "30余亿元", "5—8亿元", "6.5%"]
        {
            assert_eq!(rewritten(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_rounded_value_is_brief_and_an_exact_one_whole() {
        let brief = |text: &str| {
            let quantities = scan(text);
            let all = conversions(quantities.first().unwrap());
            all.iter().find(|it| it.unit == "公顷").map(|it| it.brief().value.to_string())
        };
        assert_eq!(brief("8万亩").as_deref(), Some("5333"));
        assert_eq!(brief("2420亩").as_deref(), Some("161.3"));
        assert_eq!(brief("1000亩").as_deref(), Some("66.67"));
        assert_eq!(brief("1234.56平方公里").as_deref(), Some("123456"));
    }

    #[test]
    fn a_scale_without_a_word_is_no_scale() {
        assert_eq!(scaled(Decimal::from(500), Decimal::from(7)), (Decimal::from(500), ""));
        assert_eq!(scaled(Decimal::from(50_000), Decimal::from(10_000)), (Decimal::from(5), "万"));
    }
}
