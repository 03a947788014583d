//! Words that several answers share: roles, kinds, intervals.

use crate::lsp::locale::Locale;
use crate::quantity::{Decimal, Interval};
use crate::reading::{Kind, Role};

/// What a role is called.
pub(super) fn role(locale: Locale, role: Role) -> &'static str {
    match role {
        Role::Actual => locale.pick("实绩", "actual"),
        Role::Estimate => locale.pick("预计", "estimate"),
        Role::Target => locale.pick("目标", "target"),
    }
}

/// What a kind is called.
pub(super) fn kind(locale: Locale, kind: Kind) -> &'static str {
    match kind {
        Kind::Level => locale.pick("总量", "level"),
        Kind::Growth => locale.pick("增速", "growth"),
        Kind::Change => locale.pick("增减", "change"),
        Kind::Share => locale.pick("比重", "share"),
        Kind::Count => locale.pick("数量", "count"),
        Kind::Rank => locale.pick("位次", "rank"),
    }
}

/// An interval in words that need no language; `None` where nothing is bounded.
pub(super) fn range(interval: &Interval, print: impl Fn(Decimal) -> String) -> Option<String> {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => Some(format!("= {}", print(low))),
        (Some(low), Some(high)) => Some(format!("{}–{}", print(low), print(high))),
        (Some(low), None) => Some(format!("{} {}", if interval.low_open { ">" } else { "≥" }, print(low))),
        (None, Some(high)) => Some(format!("{} {}", if interval.high_open { "<" } else { "≤" }, print(high))),
        (None, None) => None,
    }
}
