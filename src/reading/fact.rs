//! What the figures of a paragraph say: name, kind, basis, and the sentence's own words on
//! time, role and scope. What only the report knows (years, sections) is left open here.

mod context;
mod kind;
mod phrase;
mod respectively;
mod words;

use context::{Context, Subject, near};

use super::{Meaning, Sentence, TimeWord};
use crate::knowledge::{IndicatorId, Knowledge, Mention};
use crate::quantity::{Decimal, Dimension, Quantity};
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
    for sentence in sentences {
        let from = quantities.partition_point(|quantity| quantity.span.start < sentence.span.start);
        let to = quantities.partition_point(|quantity| quantity.span.start < sentence.span.end);
        let indexes: Vec<usize> = (from..to).collect();
        if !indexes.is_empty() {
            let context = Context { text, quantities, mentions, knowledge, sentence };
            read_sentence(&context, &indexes, times, &mut facts);
        }
    }
    facts
}

fn read_sentence(context: &Context<'_>, indexes: &[usize], times: &[TimeWord], facts: &mut Vec<LocalFact>) {
    let first_of_sentence = facts.len();
    let distributed = respectively::distribute(context, indexes);
    let mut last: Option<Subject> = None;
    let mut thresholds: Vec<Span> = Vec::new();
    for &index in indexes {
        let Some(quantity) = context.quantities.get(index) else { continue };
        if quantity.threshold {
            thresholds.push(quantity.hedge_after.map_or(quantity.span, |hedge| quantity.span.cover(hedge)));
            continue;
        }
        if !kind::states_a_fact(context.text, quantity) {
            continue;
        }
        let clause = context.clause(quantity.span.start);
        let start = item_start(context, clause, index);
        let (start, end) = prefix_bounds(context.text, quantity, start);
        let prefix = Span::new(start, end);
        let (rest, tail) = phrase::peel(prefix.of(context.text));
        let rest = Span::new(start, start + rest.len());
        let subject = match distributed.get(&index) {
            Some(respectively::Share::Named(subject)) => Some(subject.clone()),
            Some(respectively::Share::Of(other)) => facts
                .get(first_of_sentence..)
                .and_then(|found| found.iter().find(|fact| fact.quantity == *other))
                .map(Subject::of),
            None => name(context, quantity, clause, rest, last.as_ref()),
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
        let time = governing(times, context.sentence.span, quantity.span);
        let threshold = thresholds
            .iter()
            .rev()
            .take(8)
            .find(|span| prefix.contains(**span) || subject.span.is_some_and(|name| name.overlaps(**span)))
            .map(|span| span.of(context.text).to_owned());
        // One figure for each part of a compound (城乡居民收入均增长6.5%).
        let parts = if distributed.contains_key(&index) { Vec::new() } else { context.parts(rest) };
        let each = parts.len() > 1 && (tail.has(words::Sense::Each) || kind == Kind::Growth);
        let subjects = if each { parts } else { vec![subject.clone()] };
        for of in subjects {
            facts.push(LocalFact {
                quantity: index,
                indicator: of.indicator,
                scope: scope(context, clause, quantity.span, &of.name),
                name: of.name,
                name_span: of.span,
                kind,
                basis: kind::basis(context, tail_span, &tail, time.as_ref(), kind),
                declines,
                base: kind::is_base(context.text, prefix, quantity),
                time,
                role: role(context, quantity.span),
                threshold: threshold.clone(),
            });
        }
        last = Some(subject);
    }
}

/// Where the words before a figure begin and end. A hedge next to the figure closes them; one
/// further ahead (至少引进3000万元以上项目2个) opens the name.
fn prefix_bounds(text: &str, quantity: &Quantity, start: usize) -> (usize, usize) {
    let figure = quantity.span.start;
    match quantity.hedge_before {
        Some(hedge) if hedge.start < figure => {
            let between = Span::new(hedge.end, figure).of(text);
            if between.chars().count() > 1 && hedge.start >= start {
                (hedge.end, figure)
            } else {
                (start, hedge.start)
            }
        }
        _ => (start, figure),
    }
}

/// Where the item begins that a figure closes: after the figure before it in its clause.
fn item_start(context: &Context<'_>, clause: Span, index: usize) -> usize {
    let before = context.quantities.get(..index).unwrap_or(&[]);
    let previous = before
        .iter()
        .rev()
        .take_while(|q| q.span.end > clause.start)
        .find(|q| !q.threshold && kind::measures(q));
    let start = previous
        .map_or(clause.start, |q| q.hedge_after.map_or(q.span.end, |hedge| hedge.end.max(q.span.end)));
    let own = context.quantities.get(index).map_or(start, |q| q.span.start);
    let between = Span::new(start.min(own), own).of(context.text);
    let trimmed = between
        .trim_start_matches(['、', ' ', '\u{3000}', ')', '\u{FF09}', '(', '\u{FF08}', ':', '\u{FF1A}']);
    start.min(own) + (between.len() - trimmed.len())
}

/// What a figure is about: the name before it, the noun after it, or what the sentence spoke of.
fn name(
    context: &Context<'_>,
    quantity: &Quantity,
    clause: Span,
    rest: Span,
    last: Option<&Subject>,
) -> Option<Subject> {
    if let Some(mention) = context.mention_at_end(rest) {
        return Some(context.named(mention));
    }
    let figure_end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    let counts =
        matches!(quantity.dimension(), Some(Dimension::Count | Dimension::People | Dimension::Other) | None);
    let bare = phrase::strip_lead(rest.of(context.text)).is_empty() || rest.of(context.text).ends_with('等');
    if counts || (bare && !quantity.is_percent()) {
        // 525户、1002人达到标准: the words behind the last figure of the list hold for each.
        let behind = if bare { end_of_list(context, quantity, figure_end) } else { figure_end };
        let noun = phrase::noun_after(context.text, behind, clause.end);
        let predicate = phrase::predicate_follows(context.text, behind);
        if let Some(noun) = noun
            && (bare || !predicate)
        {
            let mention = context.mention_of(noun);
            return Some(mention.map_or_else(
                || Subject { indicator: None, name: noun.of(context.text).to_owned(), span: Some(noun) },
                |mention| context.named(mention),
            ));
        }
    }
    if let Some(subject) = context.subject(rest) {
        return Some(subject);
    }
    // 90%以上的行政村: a share of the noun behind 的, where nothing came before.
    if let Some(last) = last {
        return Some(last.clone());
    }
    let of_after = context.text.get(figure_end..clause.end).and_then(|after| after.strip_prefix('的'));
    if let Some(after) = of_after
        && let Some(noun) = phrase::noun_after(context.text, clause.end - after.len(), clause.end)
    {
        return Some(Subject { indicator: None, name: noun.of(context.text).to_owned(), span: Some(noun) });
    }
    let earlier = Span::new(context.sentence.span.start, rest.start);
    if let Some(mention) = context.mentions_in(earlier).last() {
        return Some(context.named(mention));
    }
    let clauses = &context.sentence.clauses;
    let closed = clauses.partition_point(|clause| clause.span.end <= rest.start);
    let previous = clauses.get(..closed)?.iter().rev().map(|c| c.span).find(|span| !span.is_empty())?;
    let previous = Span::new(near(context.text, previous.start, previous.end), previous.end);
    let (phrase, _) = phrase::peel(previous.of(context.text));
    context.subject(Span::new(previous.start, previous.start + phrase.len()))
}

/// Where the list of figures ends that begins with `quantity`.
fn end_of_list(context: &Context<'_>, quantity: &Quantity, mut end: usize) -> usize {
    for next in context.quantities_in(Span::new(quantity.span.end, context.sentence.span.end)) {
        if !matches!(Span::new(end, next.span.start).of(context.text), "、" | "和" | "及") {
            break;
        }
        end = next.hedge_after.map_or(next.span.end, |hedge| hedge.end.max(next.span.end));
    }
    end
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

/// Scope by the words of the clause and by the name itself.
fn scope(context: &Context<'_>, clause: Span, figure: Span, name: &str) -> Option<String> {
    const WHOLE: [&str; 9] = ["全市", "全省", "全国", "全县", "全区", "全州", "全旗", "全镇", "全乡"];
    const EACH: [&str; 4] = ["每个乡镇", "每个村", "各部门", "每个县"];
    let before = Span::new(clause.start, figure.start).of(context.text);
    if let Some(each) = EACH.iter().find(|each| before.contains(**each)) {
        return Some((*each).to_owned());
    }
    let explicit = WHOLE.iter().filter_map(|whole| before.rfind(whole).map(|at| (at, *whole))).max();
    if let Some((at, whole)) = explicit {
        // 占全省, 高于全国, 列全省: what it is compared with, not whose it is.
        let compared = before.get(..at).is_some_and(|b| {
            b.ends_with(['占', '于', '居', '列', '比', '较', '入', '为', '是', '在', '第', '超', '获', '受'])
        });
        if !compared {
            return Some(whole.to_owned());
        }
    }
    let part = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if name.starts_with("城镇") || name.starts_with("新增城镇") {
        return Some("城镇".to_owned());
    }
    if name.starts_with("城乡") {
        return Some("城乡".to_owned());
    }
    // Land and banks carry 农村 in their names without being about the countryside.
    if part(&["农村", "新农合", "农民人均"]) && !part(&["土地", "承包", "银行", "商行", "国省"])
    {
        return Some("农村".to_owned());
    }
    if name.starts_with("城市低保") || name.starts_with("城市居民") || name.starts_with("城市最低")
    {
        return Some("城市".to_owned());
    }
    if before.contains("城区") {
        return Some("城区".to_owned());
    }
    None
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
