//! One paragraph read by itself: heading marks, sentences and clauses, figures, names, words of
//! time, and what the figures say of the names. Pure: equal text gives equal readings, so they
//! are memoised by content. Nothing here knows where in the report the paragraph stands.

mod fact;
mod heading;
pub mod ordinal;
mod sentence;
mod time;

pub(crate) use fact::signed;
pub use fact::{Basis, Kind, LocalFact, Role, Stated};
pub use heading::{Bare, HeadingMark, NumberStyle, RUNNING};
pub use sentence::{Clause, Sentence};
pub use time::{Meaning, Period, TimeWord, YearPart};

use std::sync::Arc;

use crate::knowledge::{Knowledge, Mention};
use crate::quantity::{Quantity, scan};

/// What one paragraph says. All spans are relative to its `text`.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The paragraph without its line end.
    pub text: Arc<str>,
    /// Heading marks at the start of the paragraph and buried inside it, in order.
    pub headings: Vec<HeadingMark>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Every figure.
    pub quantities: Vec<Quantity>,
    /// Every glossary name.
    pub mentions: Vec<Mention>,
    /// Words of time (去年, 五年来, “十三五”期间 …), in order.
    pub times: Vec<TimeWord>,
    /// What the figures say, before the report's context is known.
    pub facts: Vec<LocalFact>,
}

impl Reading {
    /// Reads one paragraph. Total.
    #[must_use]
    pub fn new(text: &str, knowledge: &Knowledge) -> Self {
        let sentences = sentence::split(text);
        let quantities = scan(text);
        let mentions = knowledge.mentions(text);
        let times = time::find(text);
        let headings = heading::find(text);
        let facts = fact::extract(text, &sentences, &quantities, &mentions, &times, knowledge);
        Self { text: text.into(), headings, sentences, quantities, mentions, times, facts }
    }
}
