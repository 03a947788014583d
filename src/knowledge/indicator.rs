//! An indicator of the glossary: names, unit, basis, plausible range.

use serde::Deserialize;

use crate::text::Span;

/// Position of an indicator in its `Knowledge`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(u16);

impl IndicatorId {
    /// The id for a position; `None` past 65,535.
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        u16::try_from(index).ok().map(Self)
    }

    /// The position.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which way is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    HigherBetter,
    /// Less is better.
    LowerBetter,
    /// Neither.
    #[default]
    Neutral,
}

/// Whether growth is computed from the printed levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GrowthBasis {
    /// Growth at constant prices: never recomputed from current-price levels.
    ConstantPrice,
    /// Growth of the printed (nominal) level.
    Nominal,
    /// A physical quantity, or no price involved.
    #[default]
    PhysicalOrNone,
}

/// One entry of the glossary.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Glossary id, kebab-case.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// Other names in use.
    pub aliases: Vec<String>,
    /// What it means, in one or two sentences.
    pub definition: String,
    /// Usual unit as printed (亿元, %, 万人).
    pub unit: String,
    /// `money`, `ratio`, `count`, `area` … as in the data file.
    pub dimension: String,
    /// Which way is good.
    pub direction: Direction,
    /// Basis of its growth rate.
    pub growth_basis: GrowthBasis,
}

/// An indicator's name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands, relative to the searched text.
    pub span: Span,
    /// Which indicator.
    pub indicator: IndicatorId,
}
