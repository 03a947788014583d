//! What the figures of a paragraph say: name, kind, basis, and the sentence's own words on
//! time, role and scope. What only the report knows (years, sections) is left open here.

mod bound;
mod comparison;
mod context;
mod counted;
mod fit;
mod kind;
mod name;
mod noun;
mod phrase;
mod respectively;
mod scope;
mod share;
mod spent;
mod statement;
mod words;

use context::{Context, Subject, near};
use name::Spoken;

use super::{Meaning, Period, Sentence, TimeWord};
use crate::knowledge::{IndicatorId, Knowledge, Mention};
use crate::quantity::{Decimal, Dimension, Quantity, Unit};
use crate::text::Span;

/// What a figure measures of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A measured amount or stock.
    Level,
    /// A rate of change, in % or 倍.
    Growth,
    /// An absolute difference from an earlier value.
    Change,
    /// Any % that is no growth rate.
    Share,
    /// A number of discrete things.
    Count,
    /// A rank.
    Rank,
}

impl Kind {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Growth => "growth",
            Self::Change => "change",
            Self::Share => "share",
            Self::Count => "count",
            Self::Rank => "rank",
        }
    }
}

/// What a figure is reckoned over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// 同比, 比上年.
    Yoy,
    /// 年均.
    Mean,
    /// 累计.
    Cumulative,
    /// 截至.
    AsOf,
}

impl Basis {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yoy => "yoy",
            Self::Mean => "mean",
            Self::Cumulative => "cumulative",
            Self::AsOf => "as-of",
        }
    }
}

/// Whether a figure is stated, expected or aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Achieved.
    Actual,
    /// 预计.
    Estimate,
    /// 目标.
    Target,
}

impl Role {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Estimate => "estimate",
            Self::Target => "target",
        }
    }
}

/// How a fact states its figure, where that is not as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stated {
    /// With the printed value and unit.
    #[default]
    Printed,
    /// 翻两番: as a growth in 倍 (2ⁿ − 1).
    Doublings,
    /// 6000万农村人口: as people, without a classifier.
    People,
    /// A part of 2.7∶56.0∶41.3: as a percentage.
    Percent,
}

impl Stated {
    /// The figure as the fact states it. Total.
    #[must_use]
    pub fn figure(self, printed: &Quantity) -> Quantity {
        let mut figure = printed.clone();
        match self {
            Self::Printed => {}
            Self::Doublings => {
                let growth = |doublings: Decimal| {
                    (1..=16).find(|n| Decimal::from(*n) == doublings).map(|n| Decimal::from((1 << n) - 1))
                };
                // Doublings are whole and few; anything else stays as printed.
                if let Some(value) = growth(printed.value)
                    && printed.value_to.is_none_or(|to| growth(to).is_some())
                {
                    figure.value = value;
                    figure.value_to = printed.value_to.and_then(growth);
                    figure.unit = Some(Unit::new("倍", Dimension::Times));
                }
            }
            Self::People => figure.unit = Some(Unit::new("人", Dimension::People)),
            Self::Percent => figure.unit = Some(Unit::new("%", Dimension::Percent)),
        }
        figure
    }
}

/// A figure with what its own paragraph says of it; `None` where the report must decide.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalFact {
    /// Index into the reading's quantities.
    pub quantity: usize,
    /// How the fact states the figure.
    pub stated: Stated,
    /// The glossary indicator, if the name is in it.
    pub indicator: Option<IndicatorId>,
    /// The phrase that names the thing, as printed.
    pub name: String,
    /// Where the name stands; for `230个项目` after the figure.
    pub name_span: Option<Span>,
    /// Level, growth …
    pub kind: Kind,
    /// Over what.
    pub basis: Option<Basis>,
    /// The figure declines: its value is reported negative.
    pub declines: bool,
    /// The value changed from (由A提高到B: A), which belongs to an earlier, unnamed time.
    pub base: bool,
    /// The word of time that governs it.
    pub time: Option<TimeWord>,
    /// Role by the sentence's own words.
    pub role: Option<Role>,
    /// Scope by the sentence's own words.
    pub scope: Option<String>,
    /// 亿元以上, 规模以上 … in the name.
    pub threshold: Option<String>,
}

/// Facts of a paragraph, in the order of their figures. Total.
pub(super) fn extract(
    text: &str,
    sentences: &[Sentence],
    quantities: &[Quantity],
    mentions: &[Mention],
    times: &[TimeWord],
    knowledge: &Knowledge,
) -> Vec<LocalFact> {
    let mut facts = Vec::new();
    let mut carried: Option<Subject> = None;
    for sentence in sentences {
        let from = quantities.partition_point(|quantity| quantity.span.start < sentence.span.start);
        let to = quantities.partition_point(|quantity| quantity.span.start < sentence.span.end);
        let indexes: Vec<usize> = (from..to).collect();
        if !indexes.is_empty() {
            let context = Context { text, quantities, mentions, times, knowledge, sentence };
            carried = read_sentence(&context, &indexes, carried, &mut facts);
        }
    }
    facts
}

/// Adds the facts of a sentence; gives the subject of its last one.
fn read_sentence(
    context: &Context<'_>,
    indexes: &[usize],
    carried: Option<Subject>,
    facts: &mut Vec<LocalFact>,
) -> Option<Subject> {
    let first_of_sentence = facts.len();
    let distributed = respectively::distribute(context, indexes);
    let mut spoken = Spoken { carried, ..Spoken::default() };
    let mut thresholds: Vec<Span> = Vec::new();
    // A scope that lasts, and where its clause begins.
    let mut lasting: Option<(String, usize)> = None;
    for &index in indexes {
        let Some(quantity) = context.quantities.get(index) else { continue };
        if quantity.threshold || bound::describes(context, index) {
            thresholds.push(quantity.hedge_after.map_or(quantity.span, |hedge| quantity.span.cover(hedge)));
            continue;
        }
        if !statement::states_a_fact(context, quantity) {
            continue;
        }
        let clause = context.clause(quantity.span.start);
        let start = name::item_start(context, clause, index);
        let (start, end) = name::prefix_bounds(context.text, quantity, start);
        let end = name::before_bare_list(context, index, end).max(start);
        let prefix = Span::new(start, end);
        let (rest, tail) = phrase::peel(prefix.of(context.text));
        let rest = Span::new(start, start + rest.len());
        let rest = if kind::is_base(context.text, prefix, quantity) {
            Span::new(start, start + comparison::without_origin(rest.of(context.text)).len())
        } else {
            rest
        };
        let (rest, tail) = each_ranked(context, quantity, rest).unwrap_or((rest, tail));
        let subject = match distributed.get(&index) {
            Some(respectively::Share::Named(subject)) => Some(subject.clone()),
            Some(respectively::Share::Of(other)) => facts
                .get(first_of_sentence..)
                .and_then(|found| found.iter().find(|fact| fact.quantity == *other))
                .map(Subject::of)
                .map(|subject| fit::in_all(context, rest, subject)),
            None => name::of(context, quantity, clause, rest, &spoken),
        };
        let earlier = facts.get(first_of_sentence..).and_then(<[LocalFact]>::last);
        let subject = subject.map(|subject| fit::fitting(context, quantity, subject));
        let Some(subject) = subject.map(|subject| fit::added_with(context, earlier, subject)) else {
            continue;
        };
        let tail_span = Span::new(rest.end, end);
        let (mut kind, mut declines) =
            kind::of(context, quantity, &subject.name, rest.of(context.text), &tail);
        let mut base = kind::is_base(context.text, prefix, quantity);
        // 分别增长6%、7%和8%: the later figures of a list are what the first one is.
        if let Some(first) = facts.get(first_of_sentence..).and_then(<[LocalFact]>::last)
            && context.continues_list(first.quantity, quantity)
        {
            (kind, declines, base) = (first.kind, first.declines, first.base);
        }
        let spoken_time = governing(context.times, context.sentence.span, quantity.span);
        let time = if base {
            // 2030年到2035年，产值由…增加到…: the old value is of the first year.
            let first = |word: TimeWord| match word.meaning {
                Meaning::Absolute(Period::Years(first, _)) => {
                    Some(TimeWord { meaning: Meaning::Absolute(Period::Year(first)), ..word })
                }
                _ => None,
            };
            compared_with(context.times, clause, quantity.span).or(spoken_time.and_then(first))
        } else if tail.has(words::Sense::To)
            && facts.get(first_of_sentence..).and_then(<[LocalFact]>::last).is_some_and(|before| before.base)
        {
            // 2030年到2035年，产值由…增加到…: the new value is of the last year.
            let last = |word: TimeWord| match word.meaning {
                Meaning::Absolute(Period::Years(_, last)) => {
                    TimeWord { meaning: Meaning::Absolute(Period::Year(last)), ..word }
                }
                _ => word,
            };
            spoken_time.map(last)
        } else {
            spoken_time
        };
        let threshold = thresholds
            .iter()
            .rev()
            .take(8)
            .find(|span| prefix.contains(**span) || subject.span.is_some_and(|name| name.overlaps(**span)))
            .map(|span| span.of(context.text).to_owned());
        let each = if distributed.contains_key(&index) {
            Vec::new()
        } else {
            respectively::each(context, rest, &tail, kind)
        };
        // A rank of several is told apart only where the glossary knows each of them.
        let known = !quantity.rank || each.iter().all(|of| of.indicator.is_some());
        let subjects = if each.len() > 1 && known { each } else { vec![subject.clone()] };
        for of in subjects {
            let own = scope::of(context, clause, quantity.span, &of.name);
            let inherited = lasting.as_ref().filter(|(_, behind)| clause.start > *behind);
            // 云溪新区生产总值900亿元，年均增长8%: of the same subject, so of the same place.
            let same = facts.get(first_of_sentence..).and_then(|before| {
                before.iter().rev().find(|fact| fact.name_span.is_some() && fact.name_span == of.span)
            });
            let scope = own
                .clone()
                .or_else(|| inherited.map(|(scope, _)| scope.clone()))
                .or_else(|| same.and_then(|fact| fact.scope.clone()));
            if let Some(place) = own {
                lasting = scope::lasts(&place).then_some((place, clause.start));
            }
            facts.push(LocalFact {
                quantity: index,
                stated: kind::stated(context.text, quantity),
                indicator: of.indicator,
                scope,
                name: of.name,
                name_span: of.span,
                kind,
                basis: kind::basis(context, tail_span, &tail, time.as_ref(), kind),
                declines,
                base,
                time,
                role: role(context, clause, quantity.span),
                threshold: threshold.clone(),
            });
        }
        if kind == Kind::Count {
            spoken.counted = Some((subject.clone(), quantity.unit));
        }
        // 收入连续两年增长10%: what follows is of the income, not of how long it has grown.
        if fit::continued(context, quantity) {
            spoken.last = context.subject(rest).or(spoken.last);
        } else {
            spoken.last = Some(subject);
        }
    }
    spoken.last.or(spoken.carried)
}

/// The words before a rank that holds for each of several subjects (城乡居民收入[均]居全省第2位), and
/// what is peeled off behind them.
fn each_ranked(context: &Context<'_>, quantity: &Quantity, rest: Span) -> Option<(Span, phrase::Tail)> {
    let words = rest.of(context.text);
    let at = phrase::ranking_verb(words).filter(|_| quantity.rank)?;
    let (own, tail) = phrase::peel(words.get(..at)?);
    tail.has(words::Sense::Each).then(|| (Span::new(rest.start, rest.start + own.len()), tail))
}

/// The year a value has changed from (由[2025年]的330亿元增加到…), where it is printed.
fn compared_with(times: &[TimeWord], clause: Span, figure: Span) -> Option<TimeWord> {
    let behind = times.partition_point(|word| word.span.end <= figure.start);
    let before = times.get(..behind).unwrap_or(&[]);
    before.last().filter(|word| word.span.start >= clause.start && word.compared).copied()
}

/// The word of time that governs a figure: the last one before it in its sentence that is no
/// base of comparison, or the one that holds the figure (连续14年).
fn governing(times: &[TimeWord], sentence: Span, figure: Span) -> Option<TimeWord> {
    let behind = times.partition_point(|word| word.span.start < figure.end);
    let before = times.get(..behind).unwrap_or(&[]);
    before
        .iter()
        .rev()
        .take_while(|word| word.span.start >= sentence.start)
        .filter(|word| !word.compared)
        .find(|word| match word.meaning {
            Meaning::Running(_) => word.span.overlaps(figure),
            _ => word.span.end <= figure.start,
        })
        .copied()
}

/// Role by the words of the sentence before the figure; what is there already (现有, 目前) is said
/// of its own clause only.
fn role(context: &Context<'_>, clause: Span, figure: Span) -> Option<Role> {
    let start = near(context.text, context.sentence.span.start, figure.start);
    let before = Span::new(start, figure.start).of(context.text);
    let own = clause.start.max(start) - start;
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let estimate = last(&["预计", "预估"]);
    let target =
        last(&["力争", "争取达到", "预期", "目标是", "目标为", "目标:", "目标\u{FF1A}", "计划", "拟"]);
    let actual = last(&[
        "已经",
        "已达",
        "已建成",
        "目前",
        "现有",
        "共有",
        "高达",
        "出台了",
        "制定了",
        "印发了",
        "推出了",
        "设立了",
        "正处在",
        "正处于",
        "面临",
    ])
    .filter(|at| *at >= own);
    // 发挥2个研发中心的优势: what is made use of is there.
    let used = Span::new(clause.start.max(start), figure.start)
        .of(context.text)
        .rfind("发挥")
        .map(|at| own + at)
        .filter(|at| before.len() - at <= 30);
    let actual = actual.max(used);
    match (estimate, target, actual) {
        (Some(e), t, a) if Some(e) > t && Some(e) > a => Some(Role::Estimate),
        (_, Some(t), a) if Some(t) > a => Some(Role::Target),
        (_, _, Some(_)) => Some(Role::Actual),
        _ => None,
    }
}

/// The signed value of a fact.
#[must_use]
pub(crate) fn signed(value: Decimal, declines: bool) -> Decimal {
    if declines && value.is_sign_positive() { -value } else { value }
}

#[cfg(test)]
mod tests;
