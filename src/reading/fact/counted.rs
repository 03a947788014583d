//! The noun behind a figure that counts it or is named by it (`50个[项目]签约`, 30万吨[乙烯项目]), with the
//! words before the figure where they say which.

use super::context::{Context, Subject};
use super::name::{Spoken, end_of};
use super::{bound, noun, phrase};
use crate::knowledge::{Mention, StockFlow};
use crate::quantity::{Dimension, Quantity};
use crate::text::Span;

/// What stands before a figure and may say what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing, or only words that open a clause.
    Nothing,
    /// A verb that gives what stands behind the figure (设立, 发行).
    Verb,
    /// A phrase of its own.
    Words,
}

/// The noun behind a figure that counts it (`50个[项目]签约`), with the words before the figure
/// where they say which (`治气40条[攻坚措施]`).
pub(super) fn counted(
    context: &Context<'_>,
    quantity: &Quantity,
    rest: Span,
    limit: usize,
    stands: Before,
    spoken: &Spoken,
) -> Option<Subject> {
    // 525户、1002人达到标准: the words behind the last figure of the list hold for each.
    let figure_end = end_of(quantity);
    let alone = stands != Before::Words;
    // 市区5类15项[公园工程]: kinds, and how many of them.
    let kinds = quantity.unit.is_some_and(|unit| matches!(unit.symbol(), "类" | "大类"))
        && !context.quantities_in(Span::new(figure_end, figure_end + 3)).is_empty();
    let mut behind = if alone || kinds { end_of_list(context, quantity, figure_end) } else { figure_end };
    // 设立50亿元的[发展基金], 6700人的[缴费困难].
    if stands != Before::Words && context.text.get(behind..limit).is_some_and(|after| after.starts_with('的'))
    {
        behind += '的'.len_utf8();
    }
    behind = behind_a_first_bound(context, behind).unwrap_or(behind);
    let noun = noun::after(context.text, behind, context.next_figure(behind, limit))?;
    // 财政投入1.8亿元制定配套措施: what it is spent on is no noun that it counts.
    if quantity.dimension() == Some(Dimension::Money)
        && phrase::purpose(context.text, behind, context.next_figure(behind, limit)).is_some()
    {
        return None;
    }
    // 2个达到一级标准、[21个]达到二级标准: what the sentence counts, if it counts.
    let discrete =
        matches!(quantity.dimension(), Some(Dimension::Count | Dimension::People | Dimension::Other) | None);
    if noun::predicate_follows(context.text, behind)
        && (!discrete || stands != Before::Nothing || spoken.counts(quantity))
    {
        return None;
    }
    let added = phrase::adds(Span::new(context.sentence.span.start, quantity.span.start).of(context.text));
    if let Some(mention) = context.mention_of(noun) {
        return Some(of_a_stock(context, mention, noun).unwrap_or_else(|| context.added(mention, added)));
    }
    // 100个投资过亿元[产业项目]: what the bound describes.
    let noun = behind_its_bound(context, noun, limit).unwrap_or(noun);
    // 28家企业[营业收入]占比达57.8%: what the next figure measures of the things counted.
    let noun = if discrete { counted_alone(context, noun, limit) } else { noun };
    let noun_words = noun.of(context.text);
    // 投入5亿元建设云溪、白水、青石水库: the first of a list that the amount is spent on.
    if quantity.dimension() == Some(Dimension::Money)
        && phrase::spends(noun_words)
        && context.text.get(noun.end..limit).is_some_and(|after| after.starts_with('、'))
    {
        let name = format!("{noun_words}等");
        return Some(Subject { indicator: None, name, span: Some(noun) });
    }
    // 31个省级、600个市级重点项目: the grade of what the next figure counts.
    if phrase::is_grade(noun_words) {
        let next = context.next_figure(noun.end, limit);
        let figure = context.quantities_in(Span::new(next, limit)).first()?;
        let end = end_of(figure);
        let graded = noun::after(context.text, end, context.next_figure(end, limit))?;
        let name = format!("{noun_words}{}", phrase::without_grade(graded.of(context.text)));
        return Some(Subject { indicator: context.knowledge.named(&name), name, span: Some(noun) });
    }
    let before = phrase::strip_lead(rest.of(context.text));
    let before = context.without_time(rest, before).trim_end_matches('中');
    // 培育12家龙头企业: a verb alone adds nothing to the noun.
    let before = if phrase::only_acts(before) { "" } else { before };
    // 三大产业: what stands before is the list of the three.
    let listed = quantity.chinese && quantity.span.of(context.text).ends_with('大');
    let length = before.chars().count();
    let plain =
        !before.contains(['、', '(', '\u{FF08}', '和', '等', '为', '对', '向', '给', '将', '把', '在']);
    let joins = stands != Before::Nothing && !listed && (3..=12).contains(&length) && plain;
    let name = if joins { format!("{before}{noun_words}") } else { noun_words.to_owned() };
    Some(Subject { indicator: context.knowledge.named(&name), name, span: Some(noun) })
}

/// A counted noun without the measure of it that the next figure gives.
fn counted_alone(context: &Context<'_>, noun: Span, limit: usize) -> Span {
    const MEASURES: [&str; 15] = [
        "营业收入",
        "主营业务收入",
        "应税销售",
        "销售收入",
        "总产值",
        "产值",
        "增加值",
        "纳税",
        "税收",
        "利润",
        "人均",
        "占比",
        "纯收入",
        "总投资",
        "完成投资",
    ];
    let words = noun.of(context.text);
    let next = context.quantities_in(Span::new(noun.end, limit)).first();
    // 8大产业[产值]占全市的…: of the next figure, too.
    let part = context
        .text
        .get(noun.end..limit)
        .is_some_and(|after| ["占", "保持", "增长", "实现"].iter().any(|verb| after.starts_with(verb)));
    let near = part || next.is_some_and(|figure| figure.span.start <= noun.end + 24);
    let cut = MEASURES.iter().filter_map(|word| words.find(word)).min();
    // 改革任务实施率: the rate and the verb it is made of.
    let rate =
        || words.ends_with('率').then(|| words.char_indices().rev().nth(2).map(|(at, _)| at)).flatten();
    let cut = cut.or_else(rate).filter(|at| *at >= 6 && near);
    cut.map_or(noun, |at| {
        let rest = words.get(..at).unwrap_or(words).trim_end_matches(['年', '的']);
        Span::new(noun.start, noun.start + rest.len())
    })
}

/// The noun behind the figure that bounds what is counted, where the words so far only say what is
/// bounded (100个[投资]过亿元产业项目).
fn behind_its_bound(context: &Context<'_>, measure: Span, limit: usize) -> Option<Span> {
    let index = context.quantities.partition_point(|figure| figure.span.start < measure.end);
    let figure = context.quantities.get(index).filter(|figure| figure.span.start < measure.end + 9)?;
    if !phrase::measured(measure.of(context.text)) || !bound::describes(context, index) {
        return None;
    }
    let end = end_of(figure);
    let joined = context.text.get(end..limit).is_some_and(|after| after.starts_with('的'));
    let end = if joined { end + '的'.len_utf8() } else { end };
    noun::after(context.text, end, context.next_figure(end, limit))
}

/// Members of a stock that something happens to (12万贫困人口[实现脱贫]): they are not the stock.
fn of_a_stock(context: &Context<'_>, mention: &Mention, noun: Span) -> Option<Subject> {
    const HAPPENS: [&str; 8] = ["享受", "获得", "参加", "喜迁", "迁入", "搬入", "用上", "受益"];
    let stock = context.knowledge.indicator(mention.indicator)?.stock_flow == StockFlow::Stock;
    let after: String =
        context.text.get(noun.end..)?.chars().take(6).take_while(|c| !phrase::is_mark(*c)).collect();
    let happens = HAPPENS.iter().any(|verb| after.starts_with(verb));
    let printed = noun.of(context.text);
    if after.contains("脱贫") && printed.contains("贫困") {
        let name = printed.replace("贫困", "脱贫");
        return Some(Subject { indicator: context.knowledge.named(&name), name, span: Some(noun) });
    }
    (stock && happens).then(|| Subject {
        indicator: None,
        name: format!("{printed}{after}"),
        span: Some(noun),
    })
}

/// Behind the figure that bounds what is counted, where it follows at once (30个过亿元的[技改项目]).
fn behind_a_first_bound(context: &Context<'_>, behind: usize) -> Option<usize> {
    let words = context.text.get(behind..)?;
    let verb = ["超过", "超", "过", "逾", "突破"].iter().find(|verb| words.starts_with(**verb))?;
    let index = context.quantities.partition_point(|figure| figure.span.start < behind + verb.len());
    let figure = context.quantities.get(index).filter(|figure| figure.span.start == behind + verb.len())?;
    if !bound::describes(context, index) {
        return None;
    }
    let end = end_of(figure);
    let joined = context.text.get(end..).is_some_and(|after| after.starts_with('的'));
    Some(if joined { end + '的'.len_utf8() } else { end })
}

/// The noun of a later figure of the list, where a verb alone stands before this one
/// (取消21项、承接35项[行政权力事项]).
pub(super) fn shared(
    context: &Context<'_>,
    quantity: &Quantity,
    verb: &str,
    limit: usize,
) -> Option<Subject> {
    let end = end_of(quantity);
    if !context.text.get(end..).is_some_and(|after| after.starts_with(['、', '和'])) {
        return None;
    }
    let next =
        context.quantities_in(Span::new(end, limit)).first().filter(|next| next.unit == quantity.unit)?;
    let between = Span::new(end, next.span.start.max(end)).of(context.text).trim_start_matches(['、', '和']);
    let behind = end_of(next);
    let noun = noun::after(context.text, behind, context.next_figure(behind, limit))?;
    (phrase::without_verbs(between).is_empty() && noun.of(context.text).chars().count() >= 2).then(|| {
        Subject { indicator: None, name: format!("{verb}{}", noun.of(context.text)), span: Some(noun) }
    })
}

/// A plant or project named by its capacity (云溪30万吨[乙烯项目]): the words around the figure.
pub(super) fn capacity(
    context: &Context<'_>,
    quantity: &Quantity,
    rest: Span,
    limit: usize,
) -> Option<Subject> {
    let end = end_of(quantity);
    let noun = noun::after(context.text, end, context.next_figure(end, limit))?;
    // 云溪30万吨乙烯、白水三期: a capacity is of one plant.
    let alone = noun.of(context.text).find('、').map_or(noun.end, |at| noun.start + at);
    let noun = Span::new(noun.start, alone);
    let words = noun.of(context.text);
    // 青石县10万亩[现代农业示范园区], but 造林10万亩、…: land is named by what is made of it.
    let made = [
        "园区",
        "基地",
        "示范区",
        "产业带",
        "产业园",
        "灌区",
        "示范园",
        "公园",
        "湿地",
        "绿化任务",
        "治理任务",
        "建设任务",
    ];
    let ways = ["航道", "跑道", "大桥", "隧道", "绿道"];
    if quantity.dimension() == Some(Dimension::Length) && !ways.iter().any(|kind| words.ends_with(kind)) {
        return None;
    }
    if quantity.dimension() == Some(Dimension::Area) && !made.iter().any(|kind| words.ends_with(kind)) {
        return None;
    }
    let named = !noun::predicate_follows(context.text, end)
        && !phrase::spends(words)
        && !words.starts_with(['占', '比', '是', '居']);
    let own = phrase::strip_lead(rest.of(context.text));
    let own = own.rsplit('、').next().unwrap_or(own);
    let plain = own.chars().count() <= 12 && !phrase::ends_with_measure(own);
    (named && plain).then(|| Subject { indicator: None, name: format!("{own}{words}"), span: Some(noun) })
}

/// Where the list of figures ends that begins with `quantity` (`525户、1002人`, `167户543名`).
fn end_of_list(context: &Context<'_>, quantity: &Quantity, mut end: usize) -> usize {
    for next in context.quantities_in(Span::new(quantity.span.end, context.sentence.span.end)) {
        if !matches!(
            Span::new(end, next.span.start.max(end)).of(context.text).trim(),
            "、" | "和" | "及" | ""
        ) {
            break;
        }
        end = end_of(next);
    }
    end
}
