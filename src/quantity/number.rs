//! Numerals: Arabic (half- and full-width, with thousands separators) and Chinese.

use rust_decimal::Decimal;

use crate::text::Span;

/// A numeral found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands.
    pub span: Span,
    /// Its value.
    pub value: Decimal,
}

/// The value of a Chinese numeral (十二, 三百零五, 一万二千, 二〇一九 …), or `None`.
#[must_use]
pub fn parse_chinese_numeral(_text: &str) -> Option<Decimal> {
    None
}
