//! Interval arithmetic on printed precision. A bound of `None` is unbounded.

use rust_decimal::Decimal;

use super::{Modifier, Quantity};

/// The values a printed figure may stand for. Bounds are closed unless marked open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower bound.
    pub low: Option<Decimal>,
    /// Upper bound.
    pub high: Option<Decimal>,
    /// The lower bound itself is excluded (超过).
    pub low_open: bool,
    /// The upper bound itself is excluded (不到).
    pub high_open: bool,
}

impl Interval {
    /// A closed interval; the bounds may come in either order.
    #[must_use]
    pub fn closed(one: Decimal, other: Decimal) -> Self {
        Self { low: Some(one.min(other)), high: Some(one.max(other)), low_open: false, high_open: false }
    }

    /// Every value.
    #[must_use]
    pub const fn unbounded() -> Self {
        Self { low: None, high: None, low_open: false, high_open: false }
    }

    /// Whether no value lies in both: the only ground on which two statements conflict.
    #[must_use]
    pub fn disjoint(&self, other: &Self) -> bool {
        let below = |high: &Self, low: &Self| match (high.high, low.low) {
            (Some(a), Some(b)) => a < b || (a == b && (high.high_open || low.low_open)),
            _ => false,
        };
        below(self, other) || below(other, self)
    }

    /// The interval of the negated values (a decline).
    #[must_use]
    pub fn negated(&self) -> Self {
        Self {
            low: self.high.map(|high| -high),
            high: self.low.map(|low| -low),
            low_open: self.high_open,
            high_open: self.low_open,
        }
    }

    /// Whether `value` lies in the interval.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        !self.disjoint(&Self::closed(value, value))
    }
}

/// The interval of a quantity (RULES, rounding and interval semantics).
pub(super) fn of(quantity: &Quantity) -> Interval {
    let half = quantity.ulp / Decimal::TWO;
    let (low, high) = (quantity.value, quantity.value_to.unwrap_or(quantity.value));
    let percent = |value: Decimal, n: i64| value.checked_mul(Decimal::new(n, 2)).unwrap_or(value);
    match quantity.modifier {
        Modifier::Exact => Interval::closed(low - half, high + half),
        Modifier::Approx => {
            let slack = half.max(percent(high.abs(), 5));
            Interval::closed(low - slack, high + slack)
        }
        Modifier::AtLeast => Interval { low: Some(low), high: None, low_open: false, high_open: false },
        Modifier::AtMost => Interval { low: None, high: Some(high), low_open: false, high_open: false },
        Modifier::MoreThan => Interval { low: Some(low), high: None, low_open: true, high_open: false },
        Modifier::LessThan => Interval { low: None, high: Some(high), low_open: false, high_open: true },
        Modifier::Nearly => {
            Interval { low: Some(percent(low, 95)), high: Some(high), low_open: false, high_open: true }
        }
    }
}
