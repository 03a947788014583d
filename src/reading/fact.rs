//! What the figures of a paragraph say: name, kind, basis, and the sentence's own words on
//! time, role and scope.

use super::{Sentence, TimeWord};
use crate::knowledge::{IndicatorId, Mention};
use crate::quantity::{Decimal, Quantity};
use crate::text::Span;

/// What a figure measures of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A measured amount or stock.
    Level,
    /// A rate of change, in % or 倍.
    Growth,
    /// An absolute difference from an earlier value.
    Change,
    /// Any % that is no growth rate.
    Share,
    /// A number of discrete things.
    Count,
    /// A rank.
    Rank,
}

/// What a figure is reckoned over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// 同比, 比上年.
    Yoy,
    /// 年均.
    Mean,
    /// 累计.
    Cumulative,
    /// 截至.
    AsOf,
}

/// Whether a figure is stated, expected or aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Achieved.
    Actual,
    /// 预计.
    Estimate,
    /// 目标.
    Target,
}

/// A figure with what its own paragraph says of it; `None` where the report must decide.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalFact {
    /// Index into the reading's quantities.
    pub quantity: usize,
    /// The glossary indicator, if the name is in it.
    pub indicator: Option<IndicatorId>,
    /// The name as it reads: canonical for glossary indicators, else the noun phrase.
    pub name: String,
    /// Where the name stands; for `230个项目` after the figure.
    pub name_span: Option<Span>,
    /// Level, growth …
    pub kind: Kind,
    /// Over what.
    pub basis: Option<Basis>,
    /// The value with the sign of a decline.
    pub value: Decimal,
    /// The words of time that govern it.
    pub time: Option<TimeWord>,
    /// Role by the sentence's own words.
    pub role: Option<Role>,
    /// Scope by the sentence's own words.
    pub scope: Option<String>,
    /// 亿元以上, 规模以上 … in the name.
    pub threshold: Option<String>,
}

/// Facts of a paragraph, in the order of their figures. Total.
pub(super) fn extract(
    _text: &str,
    _sentences: &[Sentence],
    _quantities: &[Quantity],
    _mentions: &[Mention],
    _times: &[TimeWord],
) -> Vec<LocalFact> {
    Vec::new()
}
