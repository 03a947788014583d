//! Hedges: the words that widen or bound a figure (约, 超过, 以上, 余 …).

/// What the hedge around a figure says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// No hedge.
    #[default]
    Exact,
    /// 约, 左右, 上下.
    Approx,
    /// 以上, 不低于, 至少: the number itself included.
    AtLeast,
    /// 以内, 以下, 不超过, 控制在: the number itself included.
    AtMost,
    /// 超过, 突破, 余, 多: the number itself excluded.
    MoreThan,
    /// 不到, 不足, 低于: the number itself excluded.
    LessThan,
    /// 近, 将近, 接近.
    Nearly,
}

impl Modifier {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::Nearly => "nearly",
        }
    }
}
