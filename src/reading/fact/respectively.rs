//! 分别: which of several subjects each of several figures belongs to. Where subjects and
//! figures cannot be matched one to one, nothing is distributed.

use std::collections::BTreeMap;

use super::words::{HEADS, Sense};
use super::{Context, Subject, kind};
use crate::text::Span;

/// Whose a distributed figure is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Share {
    /// A subject named before 分别.
    Named(Subject),
    /// The subject of another figure of this sentence (开工12个、投产8个,分别增长…).
    Of(usize),
}

/// The shares of the figures after each 分别 of a sentence, by quantity index.
pub(super) fn distribute(context: &Context<'_>, indexes: &[usize]) -> BTreeMap<usize, Share> {
    let sentence = context.sentence.span;
    let mut out = BTreeMap::new();
    for (at, word) in sentence.of(context.text).match_indices("分别") {
        let after = sentence.start + at + word.len();
        let figures = list_after(context, indexes, after);
        if figures.len() < 2 {
            continue;
        }
        let clause = context.clause(sentence.start + at);
        let subjects = Span::new(clause.start, sentence.start + at);
        if let Some(shares) =
            compound(context, subjects, figures.len()).or_else(|| listed(context, subjects, figures.len()))
        {
            out.extend(figures.into_iter().zip(shares.into_iter().map(Share::Named)));
            continue;
        }
        // 开工12个、投产8个,分别增长…: the subjects are the facts before.
        let (own, _) = super::phrase::peel(subjects.of(context.text));
        if !super::phrase::strip_lead(own).trim().is_empty() {
            continue;
        }
        let clauses = &context.sentence.clauses;
        let before = clauses.partition_point(|other| other.span.end < clause.start).checked_sub(1);
        let Some(previous) = before.and_then(|at| clauses.get(at)) else { continue };
        let earlier: Vec<usize> = indexes
            .iter()
            .copied()
            .skip_while(|&index| {
                context.quantities.get(index).is_some_and(|q| q.span.start < previous.span.start)
            })
            .take_while(|&index| {
                context.quantities.get(index).is_some_and(|q| q.span.end <= previous.span.end)
            })
            .filter(|&index| {
                context.quantities.get(index).is_some_and(|q| !q.threshold && kind::states_a_fact(context, q))
            })
            .collect();
        if earlier.len() == figures.len() {
            out.extend(figures.into_iter().zip(earlier.into_iter().map(Share::Of)));
        }
    }
    out
}

/// How far behind 分别 or a figure of its list the next one may begin, in bytes.
const REACH: usize = 120;

/// The figures of the list that follows `from`: only list marks may stand between them.
fn list_after(context: &Context<'_>, indexes: &[usize], from: usize) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut end = from;
    let first = indexes.partition_point(|&index| {
        context.quantities.get(index).is_some_and(|quantity| quantity.span.start < from)
    });
    for &index in indexes.get(first..).unwrap_or(&[]) {
        let Some(quantity) = context.quantities.get(index) else { continue };
        if quantity.threshold {
            continue;
        }
        if quantity.span.start > end + REACH {
            break;
        }
        let start =
            quantity.hedge_before.map_or(quantity.span.start, |hedge| hedge.start.min(quantity.span.start));
        let between = Span::new(end, start.max(end)).of(context.text);
        let joined = if out.is_empty() {
            !between.contains(['、', ',', '\u{FF0C}', ';', '\u{FF1B}']) && between.chars().count() <= 8
        } else {
            let marks = between.trim_matches(['、', '和', '及', '与', ',', '\u{FF0C}', ' ', '以']);
            marks.is_empty() && !between.is_empty()
        };
        if !joined {
            break;
        }
        out.push(index);
        end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    }
    out
}

/// The subjects of one figure that holds for each of them (城乡居民收入均增长6.5%, A和B均增长8%).
/// Fewer than two where it holds for one.
pub(super) fn each(
    context: &Context<'_>,
    rest: Span,
    tail: &super::phrase::Tail,
    kind: super::Kind,
) -> Vec<Subject> {
    let marked = tail.has(Sense::Each);
    let parts = context.parts(rest);
    if parts.len() > 1 {
        return if marked || kind == super::Kind::Growth { parts } else { Vec::new() };
    }
    if !marked {
        return Vec::new();
    }
    // Only names the glossary knows, or at least three characters long: 村和社区均 is one subject.
    (2..=5)
        .rev()
        .find_map(|count| listed(context, rest, count))
        .filter(|subjects| subjects.iter().all(|of| of.indicator.is_some() || of.name.chars().count() >= 4))
        .unwrap_or_default()
}

/// 城乡居民…, 存贷款…: one compound name for several indicators.
fn compound(context: &Context<'_>, subjects: Span, count: usize) -> Option<Vec<Subject>> {
    let parts = context.parts(subjects);
    (parts.len() == count && count > 1).then_some(parts)
}

/// A plain list: `A、B和C` before 分别, as many items as figures.
fn listed(context: &Context<'_>, subjects: Span, count: usize) -> Option<Vec<Subject>> {
    let (text, _) = super::phrase::peel(subjects.of(context.text));
    let mut items: Vec<Span> = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '、')) {
        items.push(Span::new(start, at));
        start = at + mark.len_utf8();
    }
    items.push(Span::new(start, text.len()));
    if items.len() + 1 == count
        && let Some(last) = items.pop()
    {
        // `A、B和C`, `A和B`: the last item splits at its conjunction.
        let tail = last.of(text);
        let (at, mark) = tail.char_indices().rev().find(|(_, c)| matches!(c, '和' | '及' | '与'))?;
        items.push(Span::new(last.start, last.start + at));
        items.push(Span::new(last.start + at + mark.len_utf8(), last.end));
    }
    if items.len() != count {
        return None;
    }
    let mut found: Vec<Subject> =
        items.into_iter().map(|item| context.subject(item.shifted(subjects.start))).collect::<Option<_>>()?;
    share_head(context, &mut found);
    Some(found)
}

/// Gives the short members of a list the noun that closes it (绿色和有机食品认证面积: 绿色…面积).
fn share_head(context: &Context<'_>, subjects: &mut [Subject]) {
    let Some(last) = subjects.last().map(|last| last.name.clone()) else { return };
    let head = HEADS.iter().filter(|head| last.ends_with(**head)).max_by_key(|head| head.len());
    let Some(head) = head.filter(|head| head.len() < last.len()) else { return };
    for subject in subjects {
        let whole = HEADS.iter().any(|head| subject.name.ends_with(head));
        if subject.indicator.is_none() && !whole {
            subject.name.push_str(head);
            subject.indicator = context.knowledge.named(&subject.name);
        }
    }
}
