//! What a figure is about: the name before it, the noun after it, what it is spent on, or what
//! the sentence spoke of. Names are found, never guessed: where nothing names a figure, the words
//! before it stand for the name.

use super::context::{Context, Subject, near};
use super::counted::{Before, capacity, counted, shared};
use super::{bound, fit, kind, noun, phrase, share, spent};
use crate::knowledge::Mention;
use crate::quantity::{Dimension, Quantity, Unit};
use crate::text::Span;

/// Where the words before a figure begin and end. A hedge next to the figure closes them; one
/// further ahead (至少引进3000万元以上项目2个) opens the name.
pub(super) fn prefix_bounds(text: &str, quantity: &Quantity, start: usize) -> (usize, usize) {
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

/// Where the words before a figure end that closes a list of bare numerals (迈上[3000亿、4000亿和]5000亿元):
/// before the first of them.
pub(super) fn before_bare_list(context: &Context<'_>, index: usize, mut end: usize) -> usize {
    for earlier in context.quantities.get(..index).unwrap_or(&[]).iter().rev() {
        let between = Span::new(earlier.span.end.min(end), end).of(context.text).trim();
        // 首次突破1000万、达到[1200万人次]: a step on the way.
        let joined =
            matches!(between, "、" | "和" | "及" | "、达到" | "、达" | "\u{FF0C}达到" | "\u{FF0C}达");
        if kind::measures(earlier) || earlier.span.end > end || !joined {
            break;
        }
        end = earlier.span.start;
    }
    end
}

/// Where the item begins that a figure closes: after the figure before it in its clause.
pub(super) fn item_start(context: &Context<'_>, clause: Span, index: usize) -> usize {
    let before = context.quantities.get(..index).unwrap_or(&[]);
    let previous = before
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, q)| q.span.end > clause.start)
        .find(|(at, q)| !q.threshold && kind::measures(q) && !bound::bounds_a_noun(context, *at))
        .map(|(_, q)| q);
    let start = previous.map_or(clause.start, end_of);
    let own = context.quantities.get(index).map_or(start, |q| q.span.start);
    let start = start.min(own);
    let mut between = Span::new(start, own).of(context.text);
    // 审批1个工作日办结、登记…, 12个园区、8条道路: what stands up to 、 belongs to the figure before.
    if previous.is_some() {
        if ["和", "及", "与", "以及"].iter().any(|word| between.trim_end().ends_with(word)) {
            between = "";
        } else if let Some(at) = phrase::list_mark(between) {
            between = between.get(at..).unwrap_or(between);
        } else if previous.is_some_and(|figure| {
            let count = matches!(figure.dimension(), Some(Dimension::Count | Dimension::People));
            count
                && context
                    .text
                    .get(end_of(figure)..)
                    .is_some_and(|after| !after.starts_with(['、', '\u{FF0C}', ',']))
        }) {
            // 5个水田灌区[和泵站]6座.
            let kept = noun::before_the_next_item(context.text, between, own);
            let item = between.get(kept.len()..).unwrap_or("").trim_start_matches(['和', '与', '及']);
            between = if item.is_empty() { between } else { item };
        }
    }
    let trimmed = between
        .trim_start_matches(['、', ' ', '\u{3000}', ')', '\u{FF09}', '(', '\u{FF08}', ':', '\u{FF1A}']);
    own - trimmed.len()
}

/// The end of a figure with the hedge behind it.
pub(super) fn end_of(quantity: &Quantity) -> usize {
    quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end))
}

/// What was spoken of before a figure.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    /// By the figure before it in its sentence.
    pub(super) last: Option<Subject>,
    /// By the last figure of its sentence that counts things, and its classifier.
    pub(super) counted: Option<(Subject, Option<Unit>)>,
    /// By the sentence before.
    pub(super) carried: Option<Subject>,
}

impl Spoken {
    /// Whether the sentence counted things with the classifier of `quantity` before it.
    pub(super) fn counts(&self, quantity: &Quantity) -> bool {
        self.counted.as_ref().is_some_and(|(_, unit)| *unit == quantity.unit)
    }
}

/// What a figure is about. `rest` is what stands before it once the words between are peeled off.
pub(super) fn of(
    context: &Context<'_>,
    quantity: &Quantity,
    clause: Span,
    rest: Span,
    spoken: &Spoken,
) -> Option<Subject> {
    let last = spoken.last.as_ref();
    if let Some(subject) = share::part_of_a_ratio(context, quantity, clause) {
        return Some(subject);
    }
    if quantity.rank
        && let Some(subject) = ranked(context, rest, last)
    {
        return Some(subject);
    }
    if quantity.is_percent()
        && let Some(subject) = share::share_of(context, rest, last)
    {
        return Some(subject);
    }
    if quantity.is_percent()
        && let Some(last) = last
        && (share::of_its_plan(rest.of(context.text)) || share::of_another_place(context, rest, quantity))
    {
        return Some(last.clone());
    }
    // 生产总值3710亿元，不含新区为3280亿元: the same thing on another basis, so no figure of the first.
    if let Some(last) = last
        && let Some(less) = ["不含", "不包括", "剔除", "扣除"]
            .iter()
            .find(|verb| own_words(rest, context).starts_with(**verb))
    {
        let words = own_words(rest, context);
        let name = format!("{words}的{}", last.name);
        let plain = words.chars().count() <= 16 && words.len() > less.len();
        return Some(if plain { Subject { indicator: None, name, span: None } } else { last.clone() });
    }
    // 是前11个五年计划投资总量的1.5倍: a multiple of what was spoken of.
    if quantity.dimension() == Some(Dimension::Times)
        && let Some(last) = last
        && ["是", "为", "相当于"].iter().any(|verb| own_words(rest, context).starts_with(verb))
    {
        return Some(last.clone());
    }
    if let Some(subject) = fit::lasting(context, quantity, clause, rest, last) {
        return Some(subject);
    }
    if let Some(mention) = context.mention_at_end(rest) {
        // 落实利用外资[10项]措施: money is not counted in items; what stands behind is.
        if quantity.dimension() == Some(Dimension::Count)
            && context
                .knowledge
                .indicator(mention.indicator)
                .is_some_and(|of| of.dimension == Dimension::Money)
            && let Some(measures) = counted(context, quantity, rest, clause.end, Before::Words, spoken)
        {
            return Some(measures);
        }
        // 最高支付限额达到可支配收入的[6倍]: of what reaches it, not of what it is held against.
        if quantity.dimension() == Some(Dimension::Times)
            && let Some(subject) = held_against(context, mention, rest)
        {
            return Some(subject);
        }
        // 装机容量新增30万千瓦: what is added, not the stock.
        let between = Span::new(rest.end, quantity.span.start.max(rest.end)).of(context.text);
        if between.contains("新增") || between.contains("净增") {
            return Some(context.added(mention, true));
        }
        // 带动新增固定资产投资290亿元: what one work brings about.
        let before = Span::new(rest.start.min(mention.span.start), mention.span.start).of(context.text);
        if let Some(at) = ["带动", "拉动", "撬动"].iter().filter_map(|verb| before.rfind(verb)).max()
            && before.len() - at <= 15
        {
            let name = Span::new(rest.start + at, mention.span.end).of(context.text).to_owned();
            return Some(Subject { indicator: None, name, span: Some(mention.span) });
        }
        if let Some(subject) = fit::narrower(context, mention, rest) {
            return Some(subject);
        }
        return Some(of_an_agent(context, mention, rest).unwrap_or_else(|| context.named(mention)));
    }
    let words = rest.of(context.text);
    let own = phrase::strip_lead(words);
    let figure_end = end_of(quantity);
    // 百分之百[工程监理到位]: what is done without exception.
    if quantity.span.of(context.text) == "百分之百"
        && let Some(after) = context.text.get(figure_end..clause.end)
        && after.starts_with(|c: char| c.is_alphabetic())
    {
        let name: String = after.chars().take_while(|c| !phrase::is_mark(*c)).take(16).collect();
        return Some(Subject { indicator: None, name, span: None });
    }
    if let Some(noun) = share::yielded(context, quantity, rest, figure_end, clause.end) {
        return Some(noun);
    }
    // 12万人[参加失业保险]: in what they take part.
    if quantity.dimension() == Some(Dimension::People)
        && let Some(after) = context.text.get(figure_end..clause.end)
        && ["参加", "享受", "领取"].iter().any(|verb| after.starts_with(verb))
    {
        let name: String = after.chars().take_while(|c| !phrase::is_mark(*c)).take(14).collect();
        return Some(Subject { indicator: context.knowledge.named(&name), name, span: None });
    }
    // 派发大礼包、[5000万元]消费券: the words before a list mark are another item.
    let open = words.trim_end_matches([' ', '\u{201C}']);
    let mark = ["、", "和", "及", "与", "以及", "或"].iter().any(|mark| open.ends_with(mark));
    let joined = mark && !["惠及", "涉及", "普及", "波及"].iter().any(|verb| open.ends_with(verb));
    let own_subject = context.subject(rest).filter(|_| !joined);
    let counts =
        matches!(quantity.dimension(), Some(Dimension::Count | Dimension::People | Dimension::Other) | None);
    if quantity.dimension() == Some(Dimension::Money)
        && let Some(purpose) = spent::spent_on(context, own, figure_end, clause.end)
    {
        return Some(purpose);
    }
    // 总投资12亿元的[云溪水库]: what is invested in.
    if quantity.dimension() == Some(Dimension::Money)
        && let Some(subject) = spent::invested_in(context, quantity, own, clause.end)
    {
        return Some(subject);
    }
    // 报告确定的[168项]任务: the clause before 的 only describes the noun behind.
    let described = counts
        && own.chars().count() > 12
        && context.text.get(..quantity.span.start).is_some_and(|before| before.ends_with('的'));
    let stands = if own_subject.is_none() || words.ends_with('等') || described {
        Before::Nothing
    } else if !quantity.is_percent()
        && (phrase::gives(words)
            || spent::funds(context, quantity, own, clause.end)
            || spent::extent(quantity, own))
    {
        Before::Verb
    } else {
        Before::Words
    };
    let measured = matches!(
        quantity.dimension(),
        Some(Dimension::Mass | Dimension::Energy | Dimension::Area | Dimension::Length)
    );
    if stands == Before::Words
        && measured
        && let Some(subject) = capacity(context, quantity, rest, clause.end)
    {
        return Some(subject);
    }
    if (counts || (stands != Before::Words && !quantity.is_percent()))
        && let Some(subject) = counted(context, quantity, rest, clause.end, stands, spoken)
    {
        return Some(subject);
    }
    // 生产总值达到90亿元,人均3万元.
    if let Some(last) = last
        && own == "人均"
    {
        let name = format!("人均{}", last.name);
        return Some(Subject { indicator: context.knowledge.named(&name), name, span: last.span });
    }
    // 用19天时间[实现社会面清零]: what took so long.
    if own_subject.as_ref().is_none_or(|subject| subject.name == "用")
        && quantity.dimension() == Some(Dimension::Time)
        && let Some(words) = context.text.get(figure_end..clause.end)
        && let Some(words) = words.strip_prefix("时间").map(|rest| rest.trim_start_matches([',', '\u{FF0C}']))
    {
        let name: String = words.chars().take_while(|c| !phrase::is_mark(*c)).take(20).collect();
        if name.chars().count() >= 3 {
            return Some(Subject { indicator: None, name: format!("{name}时间"), span: None });
        }
    }
    if counts && let Some(part) = share::making_up(context, quantity, clause.end) {
        return Some(part);
    }
    if counts
        && let Some(subject) = &own_subject
        && phrase::without_verbs(&subject.name).is_empty()
        && let Some(shared) = shared(context, quantity, &subject.name, clause.end)
    {
        return Some(shared);
    }
    // 新成立企业90家，营业收入500万元以上的12家: the bound, and what is counted.
    if counts
        && let Some((last, _)) = spoken.counted.as_ref()
        && context
            .text
            .get(..quantity.span.start)
            .is_some_and(|before| before.trim_end_matches(['有', '达', '到']).ends_with('的'))
        && let Some(bound) = context.quantities_in(rest).last().filter(|bound| end_of(bound) + 9 > rest.end)
    {
        let bound = Span::new(rest.start, end_of(bound)).of(context.text);
        let thing = phrase::thing(&last.name);
        let bounded = thing.contains("元以") || thing.contains("亿元的") || thing.contains("万元的");
        let thing = if bounded { thing.rsplit('的').next().unwrap_or(thing) } else { thing };
        let name = format!("{}的{thing}", phrase::strip_lead(bound));
        return Some(Subject { indicator: None, name, span: None });
    }
    if let Some(subject) = &own_subject
        && let Some(owned) = fit::owned(context, subject, spoken)
    {
        return Some(owned);
    }
    if let Some(mut subject) = own_subject {
        // 其中国家级1家, 签约项目120个、落地93个: the grade or the state of what the sentence counts.
        if let Some((last, _)) = spoken.counted.as_ref()
            && counts
            && (phrase::is_grade(&subject.name) || phrase::is_state(&subject.name))
        {
            let thing = phrase::without_grade(phrase::thing(&last.name));
            if !phrase::is_state(thing) {
                subject.name.push_str(thing);
            }
        } else if let Some(last) = last
            && !counts
            && subject.name.chars().count() >= 2
            && phrase::is_state(&subject.name)
            && !phrase::is_state(&last.name)
            && context
                .text
                .get(figure_end..)
                .is_none_or(|after| after.is_empty() || after.starts_with(phrase::is_mark))
            && context.is_of_the_last_dimension(quantity)
        {
            // 新开工保障房3万平方米、竣工2万平方米; 学校开工90%，其中完工70%.
            subject.name.push_str(phrase::thing(&last.name));
        }
        return Some(subject);
    }
    if context.quantities_in(Span::new(clause.start, quantity.span.start)).is_empty()
        && let Some(grown) = grown(context, rest)
    {
        return Some(grown);
    }
    if let Some(last) = last {
        // 共927项，其中23项[获科技进步奖]: which of them.
        if counts
            && own.starts_with("其中")
            && let Some(after) = context.text.get(figure_end..clause.end)
            && ["获", "荣获", "入选", "被", "列入", "获评"].iter().any(|verb| after.starts_with(verb))
        {
            let which: String = after.chars().take_while(|c| !phrase::is_mark(*c)).take(14).collect();
            let name = format!("{which}{}", phrase::thing(&last.name));
            return Some(Subject { indicator: None, name, span: last.span });
        }
        // 新增企业429家、总数达1201家: the stock that was added to.
        let stock = ["新增", "净增"]
            .iter()
            .find_map(|verb| last.name.strip_prefix(verb))
            .filter(|_| phrase::totals(own) || fit::reaches_a_stock(context, rest, quantity));
        return Some(stock.map_or_else(
            || last.clone(),
            |name| Subject {
                indicator: context.knowledge.named(name),
                name: name.to_owned(),
                span: last.span,
            },
        ));
    }
    let earlier = Span::new(context.sentence.span.start, rest.start);
    if let Some(mention) = context.mentions_in(earlier).last()
        && fit::fits(context, mention.indicator, quantity)
    {
        return Some(context.named(mention));
    }
    if let Some(carried) = &spoken.carried
        && carried.indicator.is_none_or(|indicator| fit::fits(context, indicator, quantity))
        && Span::new(context.sentence.span.start, rest.start).len() < 12
    {
        return Some(carried.clone());
    }
    clause_before(context, rest).or_else(|| {
        let words = Span::new(rest.start, quantity.span.start.max(rest.start)).of(context.text).trim();
        (!words.is_empty()).then(|| Subject { indicator: None, name: words.to_owned(), span: None })
    })
}

/// The words before a figure without what opens a clause.
fn own_words<'a>(rest: Span, context: &Context<'a>) -> &'a str {
    phrase::strip_lead(rest.of(context.text))
}

/// What a multiple of another measurement is stated of (最高支付限额[达到]可支配收入的6倍).
fn held_against(context: &Context<'_>, mention: &Mention, rest: Span) -> Option<Subject> {
    let before = Span::new(rest.start.min(mention.span.start), mention.span.start).of(context.text);
    let subject = ["不低于", "达到", "相当于", "是", "为", "达"].iter().find_map(|verb| {
        let at = before.rfind(verb)?;
        // 达到[城镇]居民收入: at most a few words stand between.
        (before.len() - at <= 24).then(|| Span::new(rest.start, rest.start + at))
    })?;
    context.subject(subject)
}

/// 电网建设完成固定资产投资: an investment of one work is no total of the place; the phrase names it.
fn of_an_agent(context: &Context<'_>, mention: &Mention, rest: Span) -> Option<Subject> {
    const AGENTS: [&str; 14] = [
        "建设",
        "工程",
        "项目",
        "园区",
        "开发区",
        "企业",
        "产业",
        "交通",
        "电力",
        "电网",
        "水利",
        "公路",
        "铁路",
        "集群",
    ];
    let before = Span::new(rest.start.min(mention.span.start), mention.span.start).of(context.text);
    let agent =
        ["累计完成", "共完成", "完成", "实现", "新增"].iter().find_map(|verb| before.strip_suffix(verb))?;
    let agent = phrase::strip_lead(agent);
    let acts = AGENTS.iter().any(|word| agent.ends_with(word)) && agent.chars().count() <= 14;
    let name = format!("{agent}{}", mention.span.of(context.text));
    acts.then(|| Subject { indicator: context.knowledge.named(&name), name, span: Some(mention.span) })
}

/// What a rank is of: the words before the verb that places it (增速[居]全省第2位), else what the
/// sentence spoke of. `None` where no such verb stands.
fn ranked(context: &Context<'_>, rest: Span, last: Option<&Subject>) -> Option<Subject> {
    let words = rest.of(context.text);
    let at = phrase::ranking_verb(words)?;
    let span = Span::new(rest.start, rest.start + at);
    let (own, _) = phrase::peel(span.of(context.text));
    let span = Span::new(rest.start, rest.start + own.len());
    context.subject(span).or_else(|| last.cloned())
}

/// What the clause before says has grown or fallen without a figure (补贴逐年增加，2030年[达到83亿元]).
fn grown(context: &Context<'_>, rest: Span) -> Option<Subject> {
    let clauses = &context.sentence.clauses;
    let closed = clauses.partition_point(|clause| clause.span.end <= rest.start);
    let previous = clauses.get(..closed)?.iter().rev().map(|c| c.span).find(|span| !span.is_empty())?;
    const CHANGES: [&str; 11] =
        ["回升", "回落", "增加", "增长", "提高", "提升", "扩大", "下降", "减少", "降低", "上升"];
    let text = previous.of(context.text).trim_end();
    let changes = CHANGES.iter().any(|verb| text.ends_with(verb));
    if !changes || !context.quantities_in(previous).is_empty() || previous.len() > 90 {
        return None;
    }
    let (words, _) = phrase::peel(text);
    let subject = context.subject(Span::new(previous.start, previous.start + words.len()))?;
    (subject.name.chars().count() >= 3 && !subject.name.starts_with('不')).then_some(subject)
}

/// What the clause before speaks of.
fn clause_before(context: &Context<'_>, rest: Span) -> Option<Subject> {
    let clauses = &context.sentence.clauses;
    let closed = clauses.partition_point(|clause| clause.span.end <= rest.start);
    let previous = clauses.get(..closed)?.iter().rev().map(|c| c.span).find(|span| !span.is_empty())?;
    let previous = Span::new(near(context.text, previous.start, previous.end), previous.end);
    let (phrase, _) = phrase::peel(previous.of(context.text));
    context.subject(Span::new(previous.start, previous.start + phrase.len()))
}
