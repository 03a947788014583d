//! Words of time: years, spans of years, parts of years, and words that need the report's
//! context (去年, 五年来, 年内).

use std::fmt;

use crate::text::Span;

/// A period of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar year: `2016`.
    Year(i32),
    /// First and last year: `2013-2017`.
    Years(i32, i32),
    /// Year and quarter: `2016Q1`.
    Quarter(i32, u32),
    /// Year and half: `2016H1`.
    Half(i32, u32),
    /// Year and month: `2016-06`.
    Month(i32, u32),
    /// From one month to another: `2016-01/2016-11`.
    Months((i32, u32), (i32, u32)),
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Years(from, to) => write!(f, "{from}-{to}"),
            Self::Quarter(year, quarter) => write!(f, "{year}Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year}H{half}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Months((y, m), (z, n)) => write!(f, "{y}-{m:02}/{z}-{n:02}"),
        }
    }
}

/// A word of time and what it says; relative words are resolved by the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeWord {
    /// Where it stands.
    pub span: Span,
    /// The period, where the word alone decides it.
    pub period: Option<Period>,
}

/// Every word of time in `text`, in order. Total.
pub(super) fn find(_text: &str) -> Vec<TimeWord> {
    Vec::new()
}
