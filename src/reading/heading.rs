//! Heading marks: `一、`, `(一)`, `1.`, `(1)`, 一是, Markdown marks, and headings buried
//! inside a paragraph. What level a heading really has is decided by `report::outline`.

use crate::text::Span;

/// How a heading is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberStyle {
    /// 一、
    Chinese,
    /// (一)
    BracketedChinese,
    /// 1.
    Arabic,
    /// (1)
    BracketedArabic,
    /// 一是
    Series,
    /// 第一,
    Ordinal,
}

/// A numbered heading mark, or a candidate for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingMark {
    /// Style of the number.
    pub style: NumberStyle,
    /// Its value (八 is 8).
    pub ordinal: u32,
    /// The number with its marks, as printed: `(一)`.
    pub number: Span,
    /// The title without number, Markdown marks and final 。.
    pub title: Span,
    /// The title is followed by body text in the same paragraph.
    pub run_in: bool,
    /// The mark does not begin the paragraph.
    pub buried: bool,
}

/// Heading marks of a paragraph, in order. Total.
pub(super) fn find(_text: &str) -> Vec<HeadingMark> {
    Vec::new()
}
