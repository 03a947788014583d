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

/// The interval of a quantity (RULES, rounding and interval semantics). Total: a bound beyond the
/// reach of exact decimals becomes unbounded.
pub(super) fn of(quantity: &Quantity) -> Interval {
    let half = quantity.ulp.checked_div(Decimal::TWO).unwrap_or(quantity.ulp);
    let other = quantity.value_to.unwrap_or(quantity.value);
    let (low, high) = (quantity.value.min(other), quantity.value.max(other));
    let percent = |value: Decimal, n: i64| value.checked_mul(Decimal::new(n, 2));
    let around = |slack: Decimal| Interval {
        low: low.checked_sub(slack),
        high: high.checked_add(slack),
        low_open: false,
        high_open: false,
    };
    match quantity.modifier {
        Modifier::Exact => around(half),
        Modifier::Approx => {
            around(percent(low.abs().max(high.abs()), 5).map_or(half, |slack| slack.max(half)))
        }
        Modifier::AtLeast => Interval { low: Some(low), ..Interval::unbounded() },
        Modifier::AtMost => Interval { high: Some(high), ..Interval::unbounded() },
        Modifier::MoreThan => {
            let high = quantity.surplus.and_then(|surplus| high.checked_add(surplus));
            Interval { low: Some(low), high, low_open: true, high_open: high.is_some() }
        }
        Modifier::LessThan => Interval { high: Some(high), high_open: true, ..Interval::unbounded() },
        Modifier::Nearly => {
            Interval { low: percent(low, 95), high: Some(high), low_open: false, high_open: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::scan;

    fn interval(text: &str) -> String {
        let found = scan(text);
        let Interval { low, high, low_open, high_open } = found.first().unwrap().interval();
        let show =
            |bound: Option<Decimal>| bound.map_or_else(|| "-".to_owned(), |b| b.normalize().to_string());
        format!(
            "{}{},{}{}",
            if low_open { '(' } else { '[' },
            show(low),
            show(high),
            if high_open { ')' } else { ']' }
        )
    }

    #[test]
    fn what_a_printed_figure_allows() {
        for (text, expected) in [
            ("928亿元", "[92750000000,92850000000]"),
            ("6.5%", "[6.45,6.55]"),
            ("约100万吨", "[950000,1050000]"),
            ("近100亿元", "[9500000000,10000000000)"),
            ("超过60家", "(60,-]"),
            ("30余万人", "(300000,400000)"),
            ("50多家", "(50,60)"),
            ("百余次", "(100,200)"),
            ("10%以上", "[10,-]"),
            ("控制在4%以内", "[-,4]"),
            ("不到5万人", "[-,50000)"),
            ("3—5亿元", "[250000000,550000000]"),
            ("8%—6%", "[5.5,8.5]"),
        ] {
            assert_eq!(interval(text), expected, "{text}");
        }
    }

    #[test]
    fn conflicts_are_disjoint_intervals() {
        let of = |text: &str| scan(text).first().unwrap().interval();
        assert!(of("11.55亿元").disjoint(&of("11.65亿元")));
        assert!(!of("11.6亿元").disjoint(&of("11.55亿元")));
        assert!(of("不到5万人").disjoint(&of("超过5万人")));
        assert!(of("50多家").disjoint(&of("60家以上")), "a count below sixty");
        assert!(of("50多家").contains(Decimal::from(55)));
    }

    #[test]
    fn huge_figures_have_intervals_too() {
        for text in [
            "99999999999999999999亿元",
            "约79228162514264337593543950335元",
            "近79228162514264337593543950335元",
        ] {
            for quantity in scan(text) {
                let _total = quantity.interval();
            }
        }
    }
}
