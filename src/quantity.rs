//! What one figure says: numeral, unit, range, hedge, and the interval its print allows.
//! Pure and exact: values are decimals, never floats. Nothing here knows indicators or time.

mod arithmetic;
mod conversion;
mod hedge;
mod interval;
mod number;
mod scan;
mod unit;

pub use arithmetic::printed;
pub use conversion::{Conversion, conversions, rewritings, scaled};
pub use hedge::Modifier;
pub use interval::Interval;
pub use number::{Numeral, parse_chinese_numeral};
pub use rust_decimal::Decimal;
pub use scan::scan;
pub use unit::{Dimension, Unit};

use crate::text::Span;

/// What the figures of a text say, in order: value, unit, and the second end of a range. Line by
/// line, so that marks of one line do not reach into the next.
#[must_use]
pub fn figures(text: &str) -> Vec<(Decimal, Option<Unit>, Option<Decimal>)> {
    let said = |figure: Quantity| {
        let (value, unit) = figure.listed();
        (value.normalize(), unit, figure.value_to)
    };
    text.split(['\n', '\r']).flat_map(scan).map(said).collect()
}

/// One figure in a text. Spans are relative to the scanned text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with its unit and a hedge standing inside it (`50多家`), without hedges
    /// before or after it.
    pub span: Span,
    /// The numeral without its unit, with its scale word (`70.8亿` of `70.8亿元`, `500余万`; of a range
    /// both ends).
    pub numeral: Span,
    /// The value with 万/亿 expanded and mass in 吨; of a range the first end as printed.
    /// Never negative by a verb of decline: only a printed minus sign makes it so.
    pub value: Decimal,
    /// The second end of a range (below `value` where the range is printed backwards: `8%—6%`).
    pub value_to: Option<Decimal>,
    /// What is counted or measured; `None` for a bare numeral.
    pub unit: Option<Unit>,
    /// The hedge around or inside the figure.
    pub modifier: Modifier,
    /// Words of the hedge before the figure (`超过`) and after it (`以上`), where they stand; 余 and 多
    /// stand inside the figure and count as after it. 至少 reaches over the words of its clause.
    pub hedge_before: Option<Span>,
    /// See `hedge_before`.
    pub hedge_after: Option<Span>,
    /// Weight of the last printed digit, in the unit of `value` (70.8亿元: 10000000).
    pub ulp: Decimal,
    /// With 余 or 多 inside the figure: it exceeds `value` by less than this (30余万: 100000).
    pub surplus: Option<Decimal>,
    /// Number of printed decimals (70.8: 1).
    pub decimals: u32,
    /// Scale written after the numeral (1, 10^4 万, 10^8 亿 …).
    pub scale: Decimal,
    /// Written in Chinese numerals (八项, 三分之一).
    pub chinese: bool,
    /// `第8位`, `前10名`: an ordinal that ranks. Ordinals that only count off are not scanned.
    pub rank: bool,
    /// `亿元以上`, `500万元以上` before a noun: part of a name, not a statement.
    pub threshold: bool,
    /// Value and unit in a list of numbers, where they differ: a common fraction (三分之一, 五又四分之三) is
    /// a plain number there, to 15 decimals, and 千分之三 a percentage.
    pub listing: Option<(Decimal, Option<Unit>)>,
}

impl Quantity {
    /// What the printed figure allows (rounding, hedges), as RULES "rounding" defines it.
    #[must_use]
    pub fn interval(&self) -> Interval {
        interval::of(self)
    }

    /// Value and unit as a list of numbers shows them: a common fraction is a bare number there
    /// (三分之一 = 0.333…), though facts take it for a share.
    #[must_use]
    pub fn listed(&self) -> (Decimal, Option<Unit>) {
        self.listing.unwrap_or((self.value, self.unit))
    }

    /// The dimension of the unit; `None` for a bare numeral.
    #[must_use]
    pub fn dimension(&self) -> Option<Dimension> {
        self.unit.as_ref().map(Unit::dimension)
    }

    /// Whether the figure is a percentage (not percentage points).
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.dimension() == Some(Dimension::Percent)
    }
}
