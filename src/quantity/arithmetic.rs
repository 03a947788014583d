//! Arithmetic on intervals: sums, differences, products, quotients and powers of printed
//! figures. Every operation is checked (`None` when a value leaves the range of a decimal) and
//! rounds outwards, so that rounding in the last place can never make two intervals disjoint.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Interval;

/// Slack for a result that may have been rounded: far below any printed digit.
fn outward(low: Decimal, high: Decimal) -> Option<Interval> {
    let slack = |value: Decimal| {
        let relative = value.abs().checked_mul(Decimal::new(1, 20)).unwrap_or(Decimal::ZERO);
        relative.checked_add(Decimal::new(1, 24)).unwrap_or(relative)
    };
    Some(Interval::closed(low.checked_sub(slack(low))?, high.checked_add(slack(high))?))
}

impl Interval {
    /// Both bounds, when there are two; whether they are open is forgotten (a wider interval).
    #[must_use]
    pub fn bounds(&self) -> Option<(Decimal, Decimal)> {
        Some((self.low?, self.high?))
    }

    /// The same interval, `by` wider at both ends; unbounded ends stay so.
    #[must_use]
    pub fn widened(&self, by: Decimal) -> Self {
        let low = self.low.map(|low| low.checked_sub(by).unwrap_or(Decimal::MIN));
        let high = self.high.map(|high| high.checked_add(by).unwrap_or(Decimal::MAX));
        Self { low, high, ..*self }
    }

    /// The sum of two bounded intervals.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let ((a, b), (c, d)) = (self.bounds()?, other.bounds()?);
        outward(a.checked_add(c)?, b.checked_add(d)?)
    }

    /// The difference of two bounded intervals.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Option<Self> {
        let ((a, b), (c, d)) = (self.bounds()?, other.bounds()?);
        outward(a.checked_sub(d)?, b.checked_sub(c)?)
    }

    /// The product of two bounded intervals.
    #[must_use]
    pub fn times(&self, other: &Self) -> Option<Self> {
        let ((a, b), (c, d)) = (self.bounds()?, other.bounds()?);
        let products = [a.checked_mul(c)?, a.checked_mul(d)?, b.checked_mul(c)?, b.checked_mul(d)?];
        outward(products.iter().copied().min()?, products.iter().copied().max()?)
    }

    /// The quotient by a bounded interval that lies above zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        let (c, d) = other.bounds()?;
        if c <= Decimal::ZERO {
            return None;
        }
        let (a, b) = self.bounds()?;
        let quotients = [a.checked_div(c)?, a.checked_div(d)?, b.checked_div(c)?, b.checked_div(d)?];
        outward(quotients.iter().copied().min()?, quotients.iter().copied().max()?)
    }

    /// The power with a natural exponent of at most 200, of an interval above zero.
    #[must_use]
    pub fn power(&self, exponent: u32) -> Option<Self> {
        let (low, _) = self.bounds()?;
        if low <= Decimal::ZERO || exponent > 200 {
            return None;
        }
        let mut product = Self::closed(Decimal::ONE, Decimal::ONE);
        for _ in 0..exponent {
            product = product.times(self)?;
        }
        Some(product)
    }

    /// The positive root with a natural exponent of at most 200, of an interval above zero.
    #[must_use]
    pub fn root(&self, exponent: u32) -> Option<Self> {
        let (low, high) = self.bounds()?;
        outward(root(low, exponent)?.0, root(high, exponent)?.1)
    }
}

/// A value as it is printed with this number of decimals, rounded half away from zero.
#[must_use]
pub fn printed(value: Decimal, decimals: u32) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    format!("{:.*}", decimals as usize, rounded)
}

/// A lower and an upper bound of the root of `value`, close together.
fn root(value: Decimal, exponent: u32) -> Option<(Decimal, Decimal)> {
    if value <= Decimal::ZERO || exponent == 0 || exponent > 200 {
        return None;
    }
    let (mut low, mut high) = (Decimal::ZERO, value.max(Decimal::ONE));
    for _ in 0..64 {
        let middle = low.checked_add(high)?.checked_div(Decimal::TWO)?;
        let mut power = Some(Decimal::ONE);
        for _ in 0..exponent {
            power = power.and_then(|power| power.checked_mul(middle));
        }
        match power {
            Some(power) if power <= value => low = middle,
            _ => high = middle,
        }
    }
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(low: i64, high: i64) -> Interval {
        Interval::closed(Decimal::from(low), Decimal::from(high))
    }

    #[test]
    fn quotient_of_rounded_figures_holds_every_true_quotient() {
        let growth = Interval::closed(Decimal::new(6015, 1), Decimal::new(6025, 1))
            .over(&Interval::closed(Decimal::new(4025, 1), Decimal::new(4035, 1)))
            .unwrap();
        assert!(growth.contains(Decimal::new(1_494, 3)));
        assert!(!growth.contains(Decimal::new(1_594, 3)));
    }

    #[test]
    fn powers_and_roots_undo_each_other() {
        let five_years = closed(3, 4).root(5).unwrap().power(5).unwrap();
        assert!(five_years.contains(Decimal::from(3)) && five_years.contains(Decimal::from(4)));
        assert!(!five_years.contains(Decimal::new(41, 1)));
    }

    #[test]
    fn what_a_decimal_cannot_hold_is_none() {
        let huge = Interval::closed(Decimal::MAX, Decimal::MAX);
        assert_eq!(huge.times(&huge), None);
        assert_eq!(huge.plus(&huge), None);
        assert_eq!(closed(1, 2).over(&closed(0, 1)), None);
        assert_eq!(closed(2, 2).power(150), None);
        assert_eq!(Interval::unbounded().minus(&closed(1, 2)), None);
    }
}
