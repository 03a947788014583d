//! The heading tree: three shapes of headings, buried ones, topic sentences.

mod blocks;
mod levels;
mod lines;
mod series;
mod topic;

use std::borrow::Cow;

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

impl Heading {
    /// The words of the title: bold may begin and end within it.
    #[must_use]
    pub fn words<'s>(&self, source: &'s str) -> Cow<'s, str> {
        let title = self.title.of(source);
        if title.contains("**") {
            Cow::Owned(title.replace("** **", "").replace("**", ""))
        } else {
            Cow::Borrowed(title)
        }
    }
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
        // They stand behind their parent, before the next heading that is as high: the rest of a long
        // report is not asked.
        let above = parent.and_then(|parent| self.headings.get(parent)).map(|parent| parent.level);
        self.headings
            .iter()
            .enumerate()
            .skip(parent.map_or(0, |parent| parent.saturating_add(1)))
            .take_while(move |(_, heading)| above.is_none_or(|above| heading.level > above))
            .filter(move |(_, heading)| heading.parent == parent)
            .map(|(index, _)| index)
    }

    /// The innermost heading whose section holds the absolute byte `offset`.
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<usize> {
        // Headings stand in order and sections nest: climb from the last one that begins before.
        let before = self.headings.partition_point(|heading| heading.section.start <= offset);
        let mut at = before.checked_sub(1)?;
        loop {
            let heading = self.headings.get(at)?;
            if offset < heading.section.end {
                return Some(at);
            }
            at = heading.parent?;
        }
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
pub(super) fn build(source: &str, paragraphs: &[Paragraph], meta: &Meta) -> Outline {
    let mut headings = levels::headings(paragraphs, meta);
    let end = paragraphs
        .get(..meta.body.1)
        .unwrap_or_default()
        .iter()
        .rev()
        .find(|paragraph| !paragraph.noise && !paragraph.text().trim().is_empty())
        .map_or(source.len(), |paragraph| paragraph.span().end);
    // Sections end where a heading of the same or a higher level begins; parents enclose.
    let mut open: Vec<usize> = Vec::new();
    for index in 0..headings.len() {
        let Some((level, start)) = headings.get(index).map(|heading| (heading.level, heading.span.start))
        else {
            break;
        };
        while let Some(&last) = open.last() {
            let Some(above) = headings.get_mut(last).filter(|above| above.level >= level) else { break };
            above.section = Span::new(above.span.start, start);
            open.pop();
        }
        if let Some(heading) = headings.get_mut(index) {
            heading.parent = open.last().copied();
        }
        open.push(index);
    }
    for index in open {
        if let Some(heading) = headings.get_mut(index) {
            heading.section = Span::new(heading.span.start, end.max(heading.span.end));
        }
    }
    blocks::give(source, paragraphs, &mut headings, meta);
    Outline { headings }
}
