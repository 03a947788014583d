//! Front matter, meeting, years, profile, and the parts of a report (opening, thanks, problems …).

mod blocks;
mod head;
mod noise;
mod parts;
mod years;

pub(super) use blocks::{is_appendix, of_heading, of_heading_in};
pub(super) use parts::is_short_line;

use super::{Options, Paragraph};
use crate::knowledge::Block;
use crate::reading::Period;
use crate::text::Span;

/// A value and where it stands (absolute span).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A part of the report that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub block: Block,
    /// The heading or paragraph that opens it (absolute span).
    pub span: Span,
}

/// What a report says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title line.
    pub title: Option<Located<String>>,
    /// The place that reports (辽阳市); 全国 for the State Council's.
    pub place: Option<Located<String>>,
    /// The meeting (…第十五届人民代表大会第六次会议).
    pub meeting: Option<Located<String>>,
    /// Date of the meeting, ISO 8601.
    pub date: Option<Located<String>>,
    /// Who reports.
    pub speaker: Option<Located<String>>,
    /// The period reviewed: a span of years where the review's heading names one first.
    pub review: Option<Period>,
    /// The year planned for.
    pub plan_year: Option<i32>,
    /// Profile id; `None` when the text is no policy draft.
    pub profile: Option<String>,
    /// Parts found, in document order.
    pub parts: Vec<Part>,
    /// First and one past the last paragraph of the report proper (boilerplate stands outside).
    pub body: (usize, usize),
    /// The text looks cut off (web copies): missing sections at its end are no fault of the draft.
    pub truncated: bool,
}

impl Meta {
    /// The first part of this kind.
    #[must_use]
    pub fn part(&self, block: Block) -> Option<&Part> {
        self.parts.iter().find(|part| part.block == block)
    }
}

/// Reads the metadata and marks the paragraphs that are noise. Total.
pub(super) fn find(paragraphs: &mut [Paragraph], options: &Options) -> Meta {
    let front = noise::front_matter(paragraphs);
    let head = head::Head::find(paragraphs, &front);
    let body = noise::mark(paragraphs, &head);
    let parts = parts::find(paragraphs, &head, body);
    let truncated =
        noise::looks_truncated(paragraphs) && !parts.iter().any(|part| part.block == Block::Closing);
    let mut meta = Meta {
        title: head.title.clone(),
        place: head.place.clone(),
        meeting: head.meeting.clone(),
        date: head.date.clone(),
        speaker: head.speaker.clone(),
        parts,
        body,
        truncated,
        ..Meta::default()
    };
    if let Some(region) = &options.region {
        let span = meta.place.as_ref().map_or_else(Span::default, |place| place.span);
        meta.place = Some(Located { value: region.clone(), span });
    }
    head::judge(&mut meta, paragraphs, &head, options);
    meta
}
