//! A small deterministic generator (SplitMix64): the bench needs the same plants on every machine,
//! and a dozen lines of its own need no dependency.

pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub(crate) fn int(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.next() % width).unwrap_or(0)
    }

    /// One of the items.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(items.len()).ok()?.checked_sub(1).filter(|last| *last >= 0)?;
        items.get(usize::try_from(self.int(0, last)).ok()?)
    }
}

/// A number given in tenths, printed with one decimal.
pub(crate) fn tenths(number: i64) -> String {
    format!("{}.{}", number / 10, (number % 10).abs())
}

/// `part` of `whole` in tenths of a percent, rounded half up.
pub(crate) fn permille(part: i64, whole: i64) -> i64 {
    (part * 2000 + whole) / (whole * 2)
}
