//! The heading tree: three shapes of headings, buried ones, topic sentences.

use super::{Meta, Paragraph};
use crate::knowledge::Block;
use crate::reading::NumberStyle;
use crate::text::Span;

/// A heading in the tree. Spans are absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 `一、`, 2 `(一)`, 3 `1.` or a topic sentence, 4 `(1)` or 一是.
    pub level: u8,
    /// The number as printed (`(一)`), where there is one.
    pub number: Option<Span>,
    /// Style and value of the number.
    pub ordinal: Option<(NumberStyle, u32)>,
    /// The title: no number, no final 。, no Markdown marks.
    pub title: Span,
    /// Number and title together.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// The heading shares its line with body text.
    pub run_in: bool,
    /// The mark does not begin its paragraph.
    pub buried: bool,
    /// From the heading to the end of its section.
    pub section: Span,
    /// Index of the parent heading in `Outline::headings`.
    pub parent: Option<usize>,
    /// What part of the report it opens, where known (inherited from the level-1 heading).
    pub block: Option<Block>,
}

/// Headings in document order; parents come before their children.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// All headings.
    pub headings: Vec<Heading>,
}

impl Outline {
    /// Indexes of the children of a heading (`None`: of the document).
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        self.headings
            .iter()
            .enumerate()
            .filter(move |(_, heading)| heading.parent == parent)
            .map(|(index, _)| index)
    }

    /// The innermost heading whose section holds the absolute byte `offset`.
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<usize> {
        self.headings
            .iter()
            .rposition(|heading| heading.section.start <= offset && offset < heading.section.end)
    }

    /// The chain of headings from level 1 down to `index`.
    #[must_use]
    pub fn path(&self, index: usize) -> Vec<usize> {
        let mut path = vec![index];
        let mut at = index;
        while let Some(parent) = self.headings.get(at).and_then(|heading| heading.parent) {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }
}

/// Builds the tree. Total.
pub(super) fn build(_source: &str, _paragraphs: &[Paragraph], _meta: &Meta) -> Outline {
    Outline::default()
}
