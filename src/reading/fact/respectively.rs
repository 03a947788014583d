//! 分别: which of several subjects each of several figures belongs to. Where subjects and
//! figures cannot be matched one to one, nothing is distributed.

use std::collections::BTreeMap;

use super::words::{HEADS, Sense};
use super::{Context, Subject, statement};
use crate::quantity::Dimension;
use crate::text::Span;

/// Whose a distributed figure is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Share {
    /// A subject named before 分别.
    Named(Subject),
    /// The subject of another figure of this sentence (开工12个、投产8个,分别增长…).
    Of(usize),
}

/// The shares of the figures in lists of a sentence, by quantity index: those after each 分别, and
/// lists without it whose subjects or whose earlier list match them one to one.
pub(super) fn distribute(context: &Context<'_>, indexes: &[usize]) -> BTreeMap<usize, Share> {
    let sentence = context.sentence.span;
    let mut out = BTreeMap::new();
    for (at, word) in sentence.of(context.text).match_indices("分别") {
        let figures = list_after(context, indexes, sentence.start + at + word.len());
        if figures.len() < 2 {
            continue;
        }
        let clause = context.clause(sentence.start + at);
        let subjects = Span::new(clause.start, sentence.start + at);
        // 收入由2万元、1万元分别增加到…: the subjects end where the old values begin.
        let (subjects, bases) = before_bases(context, indexes, subjects);
        if let Some(shares) = of_subjects(context, subjects, figures.len()) {
            if bases.len() == figures.len() {
                out.extend(bases.into_iter().zip(shares.iter().cloned().map(Share::Named)));
            }
            // 分别从2万元、1万元增加到3万元、2万元: the new values are of the same subjects.
            let reached = reached(context, indexes, &figures);
            out.extend(reached.into_iter().zip(shares.iter().cloned().map(Share::Named)));
            out.extend(figures.into_iter().zip(shares.into_iter().map(Share::Named)));
            continue;
        }
        // 开工12个、投产8个,分别增长…: the subjects are the facts before.
        if is_silent(context, subjects) {
            let earlier = facts_before(context, indexes, clause, figures.len());
            if earlier.len() == figures.len() {
                out.extend(figures.into_iter().zip(earlier.into_iter().map(Share::Of)));
            } else if let Some(before) = clause_before(context, clause).filter(|_| earlier.is_empty())
                && let Some(shares) = of_subjects(context, before_figures(context, before), figures.len())
                && shares.last().is_some_and(names_a_measure)
            {
                // 甲、乙、丙报销比例，分别提高到…: named in the clause before.
                let reached = reached(context, indexes, &figures);
                out.extend(reached.into_iter().zip(shares.iter().cloned().map(Share::Named)));
                out.extend(figures.into_iter().zip(shares.into_iter().map(Share::Named)));
            }
        }
    }
    unmarked_lists(context, indexes, &mut out);
    out
}

/// Lists without 分别 (事故起数、死亡人数下降7%和5%; ,增长8%、6%).
fn unmarked_lists(context: &Context<'_>, indexes: &[usize], out: &mut BTreeMap<usize, Share>) {
    let mut at = 0;
    let mut previous: Vec<usize> = Vec::new();
    while let Some(&first) = indexes.get(at) {
        let run = run_from(context, indexes, at);
        at += run.len().max(1);
        if run.len() < 2 {
            continue;
        }
        let Some(quantity) = context.quantities.get(first) else { continue };
        let clause = context.clause(quantity.span.start);
        if !out.contains_key(&first) {
            let before = Span::new(clause.start, quantity.span.start);
            let rate = matches!(quantity.dimension(), Some(Dimension::Percent | Dimension::Points));
            if is_silent(context, before) {
                if previous.len() == run.len() {
                    let shares: Vec<Share> = previous
                        .iter()
                        .map(|index| out.get(index).cloned().unwrap_or(Share::Of(*index)))
                        .collect();
                    out.extend(run.iter().copied().zip(shares));
                } else if rate {
                    let earlier = facts_of_clause_before(context, indexes, clause);
                    if earlier.len() == run.len() {
                        out.extend(run.iter().copied().zip(earlier.into_iter().map(Share::Of)));
                    } else if let Some(subjects) = subjects_of_one(context, &earlier, clause, run.len()) {
                        out.extend(run.iter().copied().zip(subjects.into_iter().map(Share::Named)));
                    }
                }
            } else if let Some(shares) = of_subjects(context, before, run.len())
                && (rate || shares.iter().all(|of| of.indicator.is_some() || of.name.chars().count() >= 4))
            {
                out.extend(run.iter().copied().zip(shares.into_iter().map(Share::Named)));
            }
        }
        previous = run;
    }
}

/// The subjects of the one figure that the clause before gives for all of them
/// (城镇和农村居民收入均居全省第5位，[年均增长12.5%和13.5%]).
fn subjects_of_one(
    context: &Context<'_>,
    earlier: &[usize],
    clause: Span,
    count: usize,
) -> Option<Vec<Subject>> {
    let [only] = earlier else { return None };
    let figure = context.quantities.get(*only)?;
    let before = context.clause(figure.span.start);
    let words = Span::new(before.start, figure.span.start.min(clause.start)).of(context.text);
    let each = words.find('均').filter(|at| !words.get(..*at).is_some_and(|w| w.ends_with('人')));
    let until = each.or_else(|| super::phrase::ranking_verb(words)).unwrap_or(words.len());
    of_subjects(context, Span::new(before.start, before.start + until), count)
}

/// The figures that follow `indexes[at]` with nothing but a list mark between.
fn run_from(context: &Context<'_>, indexes: &[usize], at: usize) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    for &index in indexes.get(at..).unwrap_or(&[]) {
        let Some(quantity) = context.quantities.get(index).filter(|quantity| !quantity.threshold) else {
            break;
        };
        if run.last().is_some_and(|last| !context.continues_list(*last, quantity)) {
            break;
        }
        run.push(index);
    }
    run
}

/// Whether the words before a list name nothing of their own (`,比上年增长`, `,净增`).
fn is_silent(context: &Context<'_>, before: Span) -> bool {
    let (own, _) = super::phrase::peel(before.of(context.text));
    let own = super::phrase::strip_lead(own);
    let own = context.without_time(before, own).trim();
    own.is_empty() || super::phrase::only_leads(own)
}

/// A clause up to its first figure.
fn before_figures(context: &Context<'_>, clause: Span) -> Span {
    let first = context.quantities_in(clause).first().map_or(clause.end, |figure| figure.span.start);
    Span::new(clause.start, first.max(clause.start))
}

/// Whether a subject is a measure by its name, known or not.
fn names_a_measure(subject: &Subject) -> bool {
    let measure = HEADS.iter().any(|head| subject.name.ends_with(head));
    let ending = ["额", "量", "率", "值", "数", "标准", "水平", "价格", "投资", "比例", "比重", "收入"];
    subject.indicator.is_some() || measure || ending.iter().any(|word| subject.name.ends_with(word))
}

/// The clause before `clause`.
fn clause_before(context: &Context<'_>, clause: Span) -> Option<Span> {
    let clauses = &context.sentence.clauses;
    let before = clauses.partition_point(|other| other.span.end < clause.start).checked_sub(1);
    before.and_then(|at| clauses.get(at)).map(|clause| clause.span)
}

/// The facts of the clause before `clause`; of the two before it where each has one of `count`
/// (产值40亿元，利税3亿元，分别增长…).
fn facts_before(context: &Context<'_>, indexes: &[usize], clause: Span, count: usize) -> Vec<usize> {
    let near = facts_of_clause_before(context, indexes, clause);
    if near.len() >= count || near.is_empty() {
        return near;
    }
    let mut all = near;
    let mut at = clause;
    while all.len() < count {
        let Some(before) = clause_before(context, at) else { break };
        let mut more = facts_of_clause_before(context, indexes, before);
        if more.is_empty() {
            break;
        }
        more.append(&mut all);
        all = more;
        at = before;
    }
    let dimension = |index: &usize| context.quantities.get(*index).and_then(|figure| figure.dimension());
    let alike = all.windows(2).all(|pair| pair.first().map(dimension) == pair.last().map(dimension));
    if all.len() == count && alike { all } else { Vec::new() }
}

/// The facts of the clause before `clause`.
fn facts_of_clause_before(context: &Context<'_>, indexes: &[usize], clause: Span) -> Vec<usize> {
    let clauses = &context.sentence.clauses;
    let before = clauses.partition_point(|other| other.span.end < clause.start).checked_sub(1);
    let Some(previous) = before.and_then(|at| clauses.get(at)) else { return Vec::new() };
    indexes
        .iter()
        .copied()
        .filter(|&index| {
            context.quantities.get(index).is_some_and(|quantity| {
                previous.span.contains(quantity.span)
                    && !quantity.threshold
                    && statement::states_a_fact(context, quantity)
            })
        })
        .collect()
}

/// The subjects of a list of `count` figures: a compound, or a plain list of names.
fn of_subjects(context: &Context<'_>, subjects: Span, count: usize) -> Option<Vec<Subject>> {
    compound(context, subjects, count).or_else(|| listed(context, subjects, count))
}

/// Cuts the old values off the subjects of a change (收入[由2万元、1万元]); gives them, too.
fn before_bases(context: &Context<'_>, indexes: &[usize], subjects: Span) -> (Span, Vec<usize>) {
    let bases: Vec<usize> = indexes
        .iter()
        .copied()
        .filter(|&index| context.quantities.get(index).is_some_and(|q| subjects.contains(q.span)))
        .collect();
    let first = bases.first().and_then(|&index| context.quantities.get(index));
    let Some(first) = first else { return (subjects, Vec::new()) };
    let before = Span::new(subjects.start, first.span.start).of(context.text);
    match before.rfind(['由', '从']) {
        Some(at) if before.len() - at <= 20 => (Span::new(subjects.start, subjects.start + at), bases),
        _ => (subjects, Vec::new()),
    }
}

/// The new values behind a list of old ones: as many figures, behind a verb of change with 到.
fn reached(context: &Context<'_>, indexes: &[usize], old: &[usize]) -> Vec<usize> {
    let Some(last) = old.last() else { return Vec::new() };
    let Some(at) = indexes.iter().position(|index| index == last) else { return Vec::new() };
    let run = run_from(context, indexes, at + 1);
    let (Some(end), Some(start)) = (
        context.quantities.get(*last).map(|quantity| quantity.span.end),
        run.first().and_then(|&first| context.quantities.get(first)).map(|quantity| quantity.span.start),
    ) else {
        return Vec::new();
    };
    let between = Span::new(end, start.max(end)).of(context.text);
    let verb = between.chars().count() <= 8 && between.contains(['到', '至', '为']);
    if verb && run.len() == old.len() { run } else { Vec::new() }
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
    // 甲、乙排放量分别下降2%: one figure for both.
    let marked = tail.has(Sense::Each) || tail.has(Sense::Respectively);
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
    let (own, _) = super::phrase::peel(subjects.of(context.text));
    let parts = context.parts(Span::new(subjects.start, subjects.start + own.len()));
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
        if let Some((at, mark)) = tail.char_indices().rev().find(|(_, c)| matches!(c, '和' | '及' | '与'))
        {
            // A以及B.
            let until = tail.get(..at).map_or(at, |before| before.strip_suffix('以').map_or(at, str::len));
            items.push(Span::new(last.start, last.start + until));
            items.push(Span::new(last.start + at + mark.len_utf8(), last.end));
        } else {
            items.push(last);
        }
    }
    if items.len() != count {
        return expanded(context, text, &items, subjects.start).filter(|found| found.len() == count);
    }
    if let Some(found) = numbered(context, text, &items, subjects.start)
        .or_else(|| of_one_predicate(context, text, &items, subjects.start))
    {
        return Some(found);
    }
    let mut found: Vec<Subject> =
        items.into_iter().map(|item| context.subject(item.shifted(subjects.start))).collect::<Option<_>>()?;
    share_head(context, &mut found);
    Some(found)
}

/// A list with compounds in it, each counted as its parts (生产总值、城乡居民收入分别达…: three).
fn expanded(context: &Context<'_>, text: &str, items: &[Span], start: usize) -> Option<Vec<Subject>> {
    let mut found = Vec::new();
    for item in items {
        let span = item.shifted(start);
        let parts = context.parts(span);
        if parts.len() > 1 {
            found.extend(parts);
        } else {
            found.push(context.subject(span)?);
        }
    }
    (items.len() > 1 && !text.is_empty()).then_some(found)
}

/// 钢铁、水泥淘汰产能; 省、市重点项目: short members of one length, and the words that hold for each.
fn of_one_predicate(context: &Context<'_>, text: &str, items: &[Span], start: usize) -> Option<Vec<Subject>> {
    let (last, first) = items.split_last()?;
    let count = first.last()?.of(text).chars().count();
    let whole = last.of(text);
    let length: usize = whole.chars().take(count).map(char::len_utf8).sum();
    let (own, rest) = whole.split_at_checked(length)?;
    let grade = |word: &str| ["省", "市", "县", "区", "国家", "城镇", "城市", "农村"].contains(&word);
    let graded = first.iter().all(|item| grade(item.of(text))) && grade(own);
    let acts = super::words::VERBS.iter().any(|verb| verb.chars().count() > 1 && rest.starts_with(verb));
    let alike = first.iter().all(|item| item.of(text).chars().count() == count);
    // 牛、羊、猪饲养量.
    let measure = count <= 2 && rest.chars().count() <= 6 && rest.ends_with(['量', '额', '率', '值', '积']);
    let shared =
        rest.chars().count() >= 2 && alike && (graded || (count == 2 && acts) || (measure && count == 1));
    shared.then(|| {
        items
            .iter()
            .map(|item| {
                let own: String = item.of(text).chars().take(count).collect();
                let name = format!("{own}{rest}");
                let span = Some(item.shifted(start));
                Subject { indicator: context.knowledge.named(&name), name, span }
            })
            .collect()
    })
}

/// 一、二、三产业投资: numerals that share the noun of the last.
fn numbered(context: &Context<'_>, text: &str, items: &[Span], start: usize) -> Option<Vec<Subject>> {
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let (last, first) = items.split_last()?;
    let noun = last.of(text).strip_prefix(numeral)?;
    let mut names = Vec::new();
    for item in first {
        let own = item.of(text);
        // The clause may open before the first of them (全市一、二、三产业).
        let of = own.chars().next_back().filter(|c| numeral(*c))?;
        let alone = own.chars().count() == 1 || names.is_empty();
        names.push(alone.then(|| (format!("{of}{noun}"), *item))?);
    }
    names.push((last.of(text).to_owned(), *last));
    let ordinal = noun.starts_with("产业");
    Some(
        names
            .into_iter()
            .map(|(name, item)| {
                let name = if ordinal { format!("第{name}") } else { name };
                Subject { indicator: context.knowledge.named(&name), name, span: Some(item.shifted(start)) }
            })
            .collect(),
    )
}

/// Gives the short members of a list the noun that closes it (绿色和有机食品认证面积: 绿色…面积).
fn share_head(context: &Context<'_>, subjects: &mut [Subject]) {
    let Some(last) = subjects.last().map(|last| last.name.clone()) else { return };
    // 高技术制造业、先进制造业[增加值占…比重]: the measure that opens the share, and all behind it.
    if let Some((part, share)) = last.split_once('占')
        && let Some(measure) =
            HEADS.iter().filter(|head| part.ends_with(**head)).max_by_key(|head| head.len())
    {
        for subject in subjects {
            if !subject.name.contains('占') && subject.name != last {
                // 工业投资、民间投资占投资比重: the measure may stand with each.
                let measure = if subject.name.ends_with(*measure) { "" } else { *measure };
                let name = format!("{}{measure}占{share}", subject.name);
                *subject = Subject { indicator: context.knowledge.named(&name), name, span: subject.span };
            }
        }
        return;
    }
    let shorter = |head: &&&str| last.ends_with(**head) && head.len() < last.len();
    let Some(head) = HEADS.iter().filter(shorter).max_by_key(|head| head.len()) else { return };
    for subject in subjects {
        let whole = HEADS.iter().any(|head| subject.name.ends_with(head))
            || subject.name.ends_with(['额', '量', '率', '值', '资', '数', '度', '户', '店', '社', '者']);
        if subject.indicator.is_none() && !whole {
            // 满意和基本满意率: 满意率.
            let own = head.strip_prefix(subject.name.as_str()).unwrap_or(head);
            subject.name.push_str(own);
            subject.indicator = context.knowledge.named(&subject.name);
        }
    }
}
