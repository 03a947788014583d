//! The whole report: paragraphs with their readings, document metadata, the outline, the parts
//! found, and every fact with its period, role and scope. One pass, immutable afterwards.

mod announced;
mod cited;
mod facts;
mod implied;
mod memo;
mod meta;
mod outline;
mod skeleton;
mod stance;
mod statement;
mod statistics;
mod targets;
mod terms;
mod timeline;

pub use announced::Announced;
pub use cited::{Citation, Cited};
pub use facts::Fact;
pub use implied::Implied;
pub use memo::Memo;
pub use meta::{Located, Meta, Part};
pub use outline::{Heading, Outline};
pub use skeleton::{BLANK, Skeleton};
pub use statement::{Named, measure};
pub use statistics::Statistics;
pub use terms::{Term, Terms, bare_term};

use std::sync::Arc;

use crate::knowledge::{Knowledge, Profile};
use crate::reading::Reading;
use crate::text::{LineIndex, Span};

/// What a reader is told beyond the text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Indicators and profiles.
    pub knowledge: Arc<Knowledge>,
    /// Profile id that overrides detection.
    pub profile: Option<String>,
    /// Plan year that overrides detection.
    pub plan_year: Option<i32>,
    /// The document's own place, where the text does not say it.
    pub region: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { knowledge: Knowledge::builtin(), profile: None, plan_year: None, region: None }
    }
}

/// One line of the text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Absolute byte offset of its first character.
    pub start: usize,
    /// What it says (spans relative to `start`).
    pub reading: Arc<Reading>,
    /// Web boilerplate, navigation, page furniture: read by nobody but `web-boilerplate`.
    pub noise: bool,
}

impl Paragraph {
    /// Its text without the line end.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    /// Its absolute span.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + self.reading.text.len())
    }
}

/// A report, read.
#[derive(Clone, Debug)]
pub struct Report {
    /// The whole decoded text.
    pub source: Arc<str>,
    /// Lines and columns of `source`.
    pub lines: LineIndex,
    /// One paragraph a line, empty lines included: index = 0-based line.
    pub paragraphs: Vec<Paragraph>,
    /// Title, place, meeting, years, profile, parts.
    pub meta: Meta,
    /// The heading tree.
    pub outline: Outline,
    /// Every fact, in document order.
    pub facts: Vec<Fact>,
    /// What it was read with.
    pub knowledge: Arc<Knowledge>,
}

impl Report {
    /// Reads a text. Total; `memo` saves the work on paragraphs seen before.
    #[must_use]
    pub fn read(source: &str, options: &Options, memo: &mut Memo) -> Self {
        let source: Arc<str> = source.into();
        let lines = LineIndex::new(&source);
        let mut paragraphs = paragraphs(&source, &lines, &options.knowledge, memo);
        let meta = meta::find(&mut paragraphs, options);
        let outline = outline::build(&source, &paragraphs, &meta);
        let facts = facts::resolve(&paragraphs, &meta, &outline, &options.knowledge);
        Self { source, lines, paragraphs, meta, outline, facts, knowledge: Arc::clone(&options.knowledge) }
    }

    /// The profile the document was recognised as; `None` when it is no policy draft.
    #[must_use]
    pub fn profile(&self) -> Option<&Profile> {
        self.knowledge.profile(self.meta.profile.as_deref()?)
    }

    /// The paragraphs that are read by rules: not empty, no page furniture, inside the body;
    /// each with its index.
    pub fn body(&self) -> impl Iterator<Item = (usize, &Paragraph)> {
        let (from, to) = self.meta.body;
        self.paragraphs.iter().enumerate().filter(move |(index, paragraph)| {
            (from..to).contains(index) && !paragraph.noise && !paragraph.text().trim().is_empty()
        })
    }

    /// The text under an absolute span.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.source)
    }

    /// The paragraph that holds the absolute byte `offset`, with its index.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> Option<(usize, &Paragraph)> {
        let index = self.lines.line_of(offset);
        self.paragraphs.get(index).map(|paragraph| (index, paragraph))
    }
}

/// Splits the text into paragraphs and reads each, through the memo.
fn paragraphs(source: &str, lines: &LineIndex, knowledge: &Knowledge, memo: &mut Memo) -> Vec<Paragraph> {
    (0..lines.count())
        .map(|line| {
            let start = lines.start(line);
            let end = if line + 1 < lines.count() { lines.start(line + 1) } else { source.len() };
            let text = Span::new(start, end).of(source).trim_end_matches(['\r', '\n']);
            Paragraph { start, reading: memo.reading(text, knowledge), noise: false }
        })
        .collect()
}
