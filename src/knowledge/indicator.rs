//! An indicator of the glossary: names, unit, basis, plausible range, and the compounds that
//! stand for several at once. Data only; how names are found in text is `lexicon`'s matter.

use serde::Deserialize;

use crate::quantity::{Decimal, Dimension};
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

/// Position of a compound in its `Knowledge`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompoundId(u16);

impl CompoundId {
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

/// Whether an area and a period have one figure of it, or many partial ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// A figure of the statistics: one value for an area and a period (GDP, income, a rate).
    Statistic,
    /// A tally of work done (projects, firms, kilometres): a report counts subsets of it freely,
    /// so that two different figures contradict each other only if everything else is equal.
    #[default]
    Tally,
}

/// Amount over a time or state at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StockFlow {
    /// Adds up over a period.
    #[default]
    Flow,
    /// Stands at a moment.
    Stock,
    /// A rate or mean: neither adds up.
    Point,
}

/// What a figure of an indicator may state; the words of `indicators --format json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// A measured amount or stock.
    Level,
    /// A rate of change, in % or 倍.
    Growth,
    /// An absolute difference from an earlier value.
    Change,
    /// A % that is no growth rate.
    Share,
    /// A number of discrete things.
    Count,
    /// A rank.
    Rank,
}

/// What a plausible range is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlausibleOf {
    /// The value, in the indicator's unit.
    Value,
    /// The growth rate, in %.
    Growth,
}

/// The range that figures of an indicator keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plausible {
    /// Lowest, in the indicator's unit or in %.
    min: i64,
    /// Highest, in the indicator's unit or in %.
    max: i64,
    /// What is bounded.
    pub applies_to: PlausibleOf,
    /// Outside is impossible (a share of a whole over 100 %), not merely unusual.
    pub hard: bool,
}

impl Plausible {
    /// The lowest value, in the indicator's unit (`Value`) or in % (`Growth`).
    #[must_use]
    pub fn min(&self) -> Decimal {
        Decimal::from(self.min)
    }

    /// The highest value, in the indicator's unit (`Value`) or in % (`Growth`).
    #[must_use]
    pub fn max(&self) -> Decimal {
        Decimal::from(self.max)
    }
}

/// A name that was in use for some years; a year that is not known is open.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoricalName {
    /// The name. It is recognised in text like an alias.
    pub name: String,
    /// First year of data it was used for.
    #[serde(default)]
    pub from: Option<i32>,
    /// Last year of data it was used for.
    #[serde(default)]
    pub until: Option<i32>,
}

/// The two sides of a share.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartAndWhole {
    /// The set of names for the whole (`gdp`).
    pub whole: String,
    /// Names for the part.
    pub parts: Vec<String>,
}

/// One entry of the glossary.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Glossary id, kebab-case.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// Other names in use for the same measurement.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Further names that are too common inside longer phrases (出口, 税收): they count only where
    /// they open one.
    #[serde(default)]
    pub alone: Vec<String>,
    /// Of a share: what it is a share of, and by which names its part goes (研发投入占GDP比重).
    #[serde(default)]
    pub share_of: Vec<PartAndWhole>,
    /// Longer words that contain one of the names and mean something else.
    #[serde(default)]
    pub not_in: Vec<String>,
    /// Words that make it another thing when they stand directly before one of the names
    /// (海洋 before 生产总值).
    #[serde(default)]
    pub not_after: Vec<String>,
    /// Words that make it another thing when they stand directly behind one of the names.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// What it means, in one or two sentences.
    pub definition: String,
    /// Field it belongs to (财政, 工业 …).
    #[serde(default)]
    pub category: String,
    /// Usual unit as printed (亿元, %, 万人).
    pub unit: String,
    /// What the unit measures.
    #[serde(deserialize_with = "dimension")]
    pub dimension: Dimension,
    /// What its figures may state.
    #[serde(default)]
    pub kinds: Vec<FigureKind>,
    /// Which way is good.
    #[serde(default)]
    pub direction: Direction,
    /// Amount over a time or state at a moment.
    #[serde(default)]
    pub stock_flow: StockFlow,
    /// Basis of its growth rate.
    #[serde(default)]
    pub growth_basis: GrowthBasis,
    /// One value for an area and a period, or a tally with subsets.
    #[serde(default)]
    pub nature: Nature,
    /// Range of plausible values or growth rates.
    #[serde(default)]
    pub plausible: Option<Plausible>,
    /// Names of other years.
    #[serde(default)]
    pub historical: Vec<HistoricalName>,
    /// What to mind when figures of it are compared.
    #[serde(default)]
    pub note: Option<String>,
    /// Indicators that are easily taken for this one.
    #[serde(skip)]
    pub confusables: Vec<IndicatorId>,
}

impl Indicator {
    /// Whether its values are percentages (or ‰): a change of it is told in 百分点.
    #[must_use]
    pub fn is_ratio(&self) -> bool {
        self.dimension == Dimension::Percent
    }

    /// Whether its values are amounts of which there can be a share, neither rates nor shares
    /// themselves.
    #[must_use]
    pub fn is_amount(&self) -> bool {
        !matches!(self.dimension, Dimension::Percent | Dimension::Times | Dimension::Other)
    }

    /// Whether its values are money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.dimension == Dimension::Money
    }

    /// Whether its growth is stated at constant prices while its level is at current prices.
    #[must_use]
    pub fn constant_price(&self) -> bool {
        self.growth_basis == GrowthBasis::ConstantPrice
    }

    /// Whether an area and a period have one figure of it.
    #[must_use]
    pub fn is_statistic(&self) -> bool {
        self.nature == Nature::Statistic
    }

    /// Every name under which it is recognised: canonical, aliases, historical.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.aliases.iter().map(String::as_str))
            .chain(self.alone.iter().map(String::as_str))
            // An indicator that is no longer reported has years for its own name.
            .chain(self.historical.iter().map(|old| old.name.as_str()).filter(|old| *old != self.name))
    }

    /// Whether a name of it may stand behind these words.
    #[must_use]
    pub fn may_follow(&self, before: &str) -> bool {
        !self.not_after.iter().any(|word| before.ends_with(word.as_str()))
    }

    /// Whether a name of it may stand before these words.
    #[must_use]
    pub fn may_precede(&self, after: &str) -> bool {
        !self.not_before.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// Whether this name of it counts only where it opens a phrase.
    #[must_use]
    pub fn stands_alone_only(&self, name: &str) -> bool {
        self.alone.iter().any(|alone| alone == name)
    }

    /// The years of `surface` if it is a name of other years.
    #[must_use]
    pub fn historical_name(&self, surface: &str) -> Option<&HistoricalName> {
        self.historical.iter().find(|old| old.name == surface)
    }
}

/// A name that stands for several indicators in a fixed order (城乡…: urban, then rural).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compound {
    /// Id, kebab-case.
    pub id: String,
    /// The commonest form.
    pub name: String,
    /// What it stands for, in the order in which values follow.
    pub parts: Vec<IndicatorId>,
    /// What it means where only one value follows (城乡居民收入: that of all residents).
    pub single: Option<IndicatorId>,
}

/// An indicator's name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands, relative to the searched text; a scope before it (全市) is outside.
    pub span: Span,
    /// Which indicator; of a compound what it means with a single value.
    pub indicator: IndicatorId,
    /// The compound, where the name stands for several indicators.
    pub compound: Option<CompoundId>,
}

/// Reads the data file's word for a dimension.
fn dimension<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Dimension, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Word {
        Money,
        Area,
        Mass,
        Length,
        Volume,
        Energy,
        Time,
        People,
        Percent,
        Times,
        Count,
        Other,
    }
    Ok(match Word::deserialize(deserializer)? {
        Word::Money => Dimension::Money,
        Word::Area => Dimension::Area,
        Word::Mass => Dimension::Mass,
        Word::Length => Dimension::Length,
        Word::Volume => Dimension::Volume,
        Word::Energy => Dimension::Energy,
        Word::Time => Dimension::Time,
        Word::People => Dimension::People,
        Word::Percent => Dimension::Percent,
        Word::Times => Dimension::Times,
        Word::Count => Dimension::Count,
        Word::Other => Dimension::Other,
    })
}
