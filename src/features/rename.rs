//! One thing under another name, one figure with another value: throughout the draft. A name is changed
//! where it is printed alike; a figure in every statement of its claim, each in its own unit and with its
//! own decimals. What cannot be known is refused in words, never guessed.

mod figure;
mod name;

use crate::checks::Message;
use crate::report::Report;
use crate::text::{Edit, Span};

/// What can be renamed at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// Where it stands (absolute).
    pub span: Span,
    /// What it is called now.
    pub printed: String,
}

/// What can be renamed at the absolute byte `offset`; `None` where nothing can.
#[must_use]
pub fn prepare(report: &Report, offset: usize) -> Option<Renamable> {
    let span = match report.facts_at(offset).first() {
        Some(fact) => fact.span,
        None => report.named_at(offset).filter(|named| !name::is_cited(report, named.span))?.span,
    };
    Some(Renamable { span, printed: report.text(span).to_owned() })
}

/// The edits that rename what stands at the absolute byte `offset`.
///
/// # Errors
///
/// Why it cannot be done, for the drafter.
pub fn rename(report: &Report, offset: usize, new: &str) -> Result<Vec<Edit>, Message> {
    let facts = report.facts_at(offset);
    if !facts.is_empty() {
        return figure::rename(report, &facts, new.trim());
    }
    match report.named_at(offset).filter(|named| !name::is_cited(report, named.span)) {
        Some(named) => name::rename(report, &named, new.trim()),
        None => Err(Message::new(
            "这里没有可以改名的指标，也没有可以改值的数字。",
            "There is no indicator or figure here that could be renamed.",
        )),
    }
}
