//! What the figures of a paragraph say: name, kind, basis, and the sentence's own words on
//! time, role and scope. What only the report knows (years, sections) is left open here.

mod context;
mod kind;
mod name;
mod phrase;
mod respectively;
mod scope;
mod words;

use context::{Context, Subject, near};

use super::{Meaning, Sentence, TimeWord};
use crate::knowledge::{IndicatorId, Knowledge, Mention};
use crate::quantity::{Decimal, Quantity};
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

/// A figure with what its own paragraph says of it; `None` where the report must decide.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalFact {
    /// Index into the reading's quantities.
    pub quantity: usize,
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
            carried = read_sentence(&context, &indexes, carried.as_ref(), &mut facts);
        }
    }
    facts
}

/// Adds the facts of a sentence; gives the subject of its last one.
fn read_sentence(
    context: &Context<'_>,
    indexes: &[usize],
    carried: Option<&Subject>,
    facts: &mut Vec<LocalFact>,
) -> Option<Subject> {
    let first_of_sentence = facts.len();
    let distributed = respectively::distribute(context, indexes);
    let mut last: Option<Subject> = None;
    let mut thresholds: Vec<Span> = Vec::new();
    for &index in indexes {
        let Some(quantity) = context.quantities.get(index) else { continue };
        if quantity.threshold || kind::describes(context, index) {
            thresholds.push(quantity.hedge_after.map_or(quantity.span, |hedge| quantity.span.cover(hedge)));
            continue;
        }
        if !kind::states_a_fact(context, quantity) {
            continue;
        }
        let clause = context.clause(quantity.span.start);
        let start = name::item_start(context, clause, index);
        let (start, end) = name::prefix_bounds(context.text, quantity, start);
        let prefix = Span::new(start, end);
        let (rest, tail) = phrase::peel(prefix.of(context.text));
        let rest = Span::new(start, start + rest.len());
        let subject = match distributed.get(&index) {
            Some(respectively::Share::Named(subject)) => Some(subject.clone()),
            Some(respectively::Share::Of(other)) => facts
                .get(first_of_sentence..)
                .and_then(|found| found.iter().find(|fact| fact.quantity == *other))
                .map(Subject::of),
            None => name::of(context, quantity, clause, rest, last.as_ref(), carried),
        };
        let Some(subject) = subject else { continue };
        let tail_span = Span::new(rest.end, end);
        let (mut kind, mut declines) =
            kind::of(context, quantity, &subject.name, rest.of(context.text), &tail);
        // 分别增长6%、7%和8%: the later figures of a list are what the first one is.
        if let Some(first) = facts.get(first_of_sentence..).and_then(<[LocalFact]>::last)
            && context.continues_list(first.quantity, quantity)
        {
            (kind, declines) = (first.kind, first.declines);
        }
        let base = kind::is_base(context.text, prefix, quantity);
        let time = if base {
            compared_with(context.times, clause, quantity.span)
        } else {
            governing(context.times, context.sentence.span, quantity.span)
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
        let subjects = if each.len() > 1 { each } else { vec![subject.clone()] };
        for of in subjects {
            facts.push(LocalFact {
                quantity: index,
                indicator: of.indicator,
                scope: scope::of(context, clause, quantity.span, &of.name),
                name: of.name,
                name_span: of.span,
                kind,
                basis: kind::basis(context, tail_span, &tail, time.as_ref(), kind),
                declines,
                base,
                time,
                role: role(context, quantity.span),
                threshold: threshold.clone(),
            });
        }
        last = Some(subject);
    }
    last.or_else(|| carried.cloned())
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

/// Role by the words of the sentence before the figure.
fn role(context: &Context<'_>, figure: Span) -> Option<Role> {
    let start = near(context.text, context.sentence.span.start, figure.start);
    let before = Span::new(start, figure.start).of(context.text);
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let estimate = last(&["预计", "预估"]);
    let target =
        last(&["力争", "争取达到", "预期", "目标是", "目标为", "目标:", "目标\u{FF1A}", "计划", "拟"]);
    let actual = last(&["已经", "已达", "已建成", "目前", "现有"]);
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
mod tests {
    use crate::knowledge::Knowledge;
    use crate::reading::{Kind, Reading};

    /// Name, kind and printed figure of every fact of a sentence.
    fn facts(text: &str) -> Vec<(String, Kind, String)> {
        let reading = Reading::new(text, &Knowledge::builtin());
        let printed = |at: usize| reading.quantities[at].span.of(text).to_owned();
        reading.facts.iter().map(|fact| (fact.name.clone(), fact.kind, printed(fact.quantity))).collect()
    }

    fn fact(name: &str, kind: Kind, figure: &str) -> (String, Kind, String) {
        (name.to_owned(), kind, figure.to_owned())
    }

    #[test]
    fn a_clause_without_a_name_takes_the_subject_before_it() {
        assert_eq!(
            facts("地区生产总值达到412亿元,按不变价格计算增长6.1%。"),
            [fact("地区生产总值", Kind::Level, "412亿元"), fact("地区生产总值", Kind::Growth, "6.1%")]
        );
    }

    #[test]
    fn respectively_distributes_over_compounds_and_lists() {
        let found = facts("城乡居民人均可支配收入分别增长6.2%和7.4%。");
        assert_eq!(found.len(), 2);
        assert!(found[0].0.starts_with("城镇") && found[1].0.starts_with("农村"), "{found:?}");
        assert!(found.iter().all(|fact| fact.1 == Kind::Growth));
        let found = facts("红叶县、白水县、青石县分别新增企业12户、8户和5户。");
        assert_eq!(found.iter().map(|fact| fact.2.as_str()).collect::<Vec<_>>(), ["12户", "8户", "5户"]);
    }

    #[test]
    fn respectively_reaches_back_to_the_figures_of_the_clause_before() {
        let found = facts("组织对接会14场,存款余额2168.4亿元、贷款余额1573.2亿元,分别增长8.6%和9.1%。");
        let growth: Vec<_> = found.iter().filter(|fact| fact.1 == Kind::Growth).collect();
        assert_eq!(growth.len(), 2, "{found:?}");
        assert!(growth[0].0.contains("存款") && growth[1].0.contains("贷款"), "{found:?}");
    }

    #[test]
    fn figures_before_and_after_their_noun() {
        assert_eq!(facts("促成50个项目签约。"), [fact("项目", Kind::Count, "50个")]);
        assert_eq!(facts("建成文化广场16个。")[0].2, "16个");
        assert!(facts("建成文化广场16个。")[0].0.ends_with("文化广场"));
        assert!(facts("新增小桥、大树等外贸企业5户。")[0].0.ends_with("外贸企业"));
    }

    #[test]
    fn a_threshold_is_part_of_a_name_and_no_fact() {
        let found = facts("开工亿元以上项目23个。");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].2, "23个");
    }

    #[test]
    fn verbs_decide_between_growth_and_share() {
        assert_eq!(facts("森林覆盖率提高到46%。")[0].1, Kind::Share);
        assert_eq!(facts("一般性支出压缩15%。")[0].1, Kind::Growth);
        assert_eq!(facts("城镇化率提高1.2个百分点。")[0].1, Kind::Change);
        assert_eq!(facts("群众满意度列全省第3位。")[0].1, Kind::Rank);
    }

    #[test]
    fn declines_are_negative_and_bases_are_marked() {
        let text = "审批事项由270项减少到30项,单位能耗下降3.1%。";
        let reading = Reading::new(text, &Knowledge::builtin());
        let fact = |figure: &str| {
            reading
                .facts
                .iter()
                .find(|fact| reading.quantities[fact.quantity].span.of(text) == figure)
                .unwrap()
        };
        assert!(fact("270项").base && !fact("30项").base);
        assert!(fact("3.1%").declines);
    }
}
