//! Units and classifiers: the printed form, the canonical symbol, dimension and factor.

/// What kind of thing a unit measures; only quantities of one dimension are comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Money; the currency is the unit's symbol (元, 美元 …).
    Money,
    /// 亩, 公顷, 平方米, 平方公里.
    Area,
    /// 吨, 公斤, 斤.
    Mass,
    /// 米, 公里.
    Length,
    /// 立方米.
    Volume,
    /// 度, 千瓦, 兆瓦, 吨标准煤 and other energy, power and technical units.
    Energy,
    /// 天, 年, 个月, 小时.
    Time,
    /// 人, 名, 人次.
    People,
    /// %, ‰, 成.
    Percent,
    /// 个百分点.
    Points,
    /// 倍, 番.
    Times,
    /// Classifiers that count discrete things (个, 户, 家, 项 …).
    Count,
    /// Anything else that is printed after a figure (分贝, 微克/立方米 …).
    Other,
}

/// A unit as it is reported: without its scale word, mass in 吨.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    symbol: &'static str,
    dimension: Dimension,
}

impl Unit {
    /// A unit of the table.
    #[must_use]
    pub(crate) const fn new(symbol: &'static str, dimension: Dimension) -> Self {
        Self { symbol, dimension }
    }

    /// The canonical symbol (元, 美元, 亩, 吨, 个百分点, 户 …).
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.symbol
    }

    /// What it measures.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }
}
