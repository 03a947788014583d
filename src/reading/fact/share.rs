//! What a percentage is the share of: a part in a whole, a part of a ratio, the members of a group, or
//! what was spoken of before, held against its plan or another place.

use super::context::{Context, Subject};
use super::{Stated, kind, noun, phrase};
use crate::quantity::Quantity;
use crate::text::Span;

/// The part of a ratio (三次产业结构2.7∶56.0∶41.3): the first, second and third industry's share.
pub(super) fn part_of_a_ratio(context: &Context<'_>, quantity: &Quantity, clause: Span) -> Option<Subject> {
    if kind::stated(context.text, quantity) != Stated::Percent {
        return None;
    }
    let within = Span::new(clause.start, quantity.span.start);
    // 由5:40:55调整为4:41:55: each triple begins anew.
    let mut start = quantity.span.start;
    let mut earlier = 0;
    for part in context.quantities_in(within).iter().rev().take(2) {
        let between = Span::new(part.span.end.min(start), start).of(context.text).trim();
        if !kind::is_part_of_a_ratio(context.text, part) || !matches!(between, ":" | "\u{FF1A}" | "\u{2236}")
        {
            break;
        }
        (start, earlier) = (part.span.start, earlier + 1);
    }
    let before = context.quantities_in(within);
    let first = before.get(before.len().saturating_sub(earlier)).unwrap_or(quantity);
    let before = Span::new(clause.start, first.span.start).of(context.text);
    let order = ["一", "二", "三"].get(earlier)?;
    let name = if before.contains("产业") {
        let worked = before.contains("就业") || before.contains("劳动力") || before.contains("从业");
        format!("第{order}产业{}", if worked { "就业比重" } else { "比重" })
    } else {
        let (rest, _) = phrase::peel(before);
        let whole = context.subject(Span::new(clause.start, clause.start + rest.len()))?;
        format!("{}第{order}项", whole.name)
    };
    Some(Subject { indicator: context.knowledge.named(&name), name, span: None })
}

/// `A占B的p%`: the share of A in B, another measurement than A and than B. The glossary names some
/// (民生支出占比); otherwise the phrase is its name.
pub(super) fn share_of(context: &Context<'_>, rest: Span, last: Option<&Subject>) -> Option<Subject> {
    const WORDS: [&str; 7] = ["占用", "占道", "占领", "占补", "占绝", "占据", "占主"];
    let words = rest.of(context.text);
    let at = words.rfind('占').filter(|&at| {
        let (before, after) = words.split_at_checked(at).unwrap_or((words, ""));
        let land = after.starts_with("占地") && !after.starts_with("占地区");
        let word = land || WORDS.iter().any(|word| after.starts_with(word));
        !before.ends_with(['抢', '侵', '挤', '强']) && !word
    })?;
    if words.get(at..).is_some_and(|after| after.chars().count() > 18) {
        return None;
    }
    let whole = context.mention_at_end(rest).filter(|mention| mention.span.start < rest.start + at);
    if let Some(mention) = whole {
        return Some(context.named(mention));
    }
    let own = context.without_time(rest, phrase::strip_lead(words));
    let name = match last {
        Some(last) if own.starts_with('占') || own.starts_with("分别占") => format!("{}{own}", last.name),
        _ => own.to_owned(),
    };
    let span = Span::new(rest.end - own.len().min(rest.len()), rest.end);
    Some(Subject { indicator: context.knowledge.named(&name), name, span: Some(span) })
}

/// What a count and its share are of, named behind both (2057个、占90%的[建制村]).
pub(super) fn making_up(context: &Context<'_>, quantity: &Quantity, limit: usize) -> Option<Subject> {
    let end = super::name::end_of(quantity);
    let next = context.quantities_in(Span::new(end, limit)).first().filter(|next| next.is_percent())?;
    let between = Span::new(end, next.span.start.max(end)).of(context.text);
    let behind = super::name::end_of(next);
    let of = context.text.get(behind..limit)?.strip_prefix('的')?;
    let start = limit - of.len();
    let noun = noun::after(context.text, start, context.next_figure(start, limit))?;
    let joined =
        between.trim_start_matches(['、', '\u{FF0C}', ',']).starts_with('占') && between.chars().count() <= 8;
    joined.then(|| Subject { indicator: None, name: noun.of(context.text).to_owned(), span: Some(noun) })
}

/// Whether nothing but the plan of what was spoken of stands before a percentage
/// (投资完成324亿元，为年度计划的107.8%).
pub(super) fn of_its_plan(words: &str) -> bool {
    const PLANS: [&str; 7] = ["计划", "预算", "任务", "目标", "调整预算", "预算数", "目标任务"];
    let own = words.trim_start_matches([',', '\u{FF0C}', '、', ' ']);
    let verb = ["占", "为", "是", "完成", "达到", "达", "超"].iter().any(|verb| own.starts_with(verb));
    verb && own.chars().count() <= 14 && PLANS.iter().any(|plan| own.ends_with(plan))
}

/// Whether a percentage continues a list of comparisons with places (为湖州的70%、[嘉兴的]40%).
pub(super) fn of_another_place(context: &Context<'_>, rest: Span, quantity: &Quantity) -> bool {
    let listed = context.text.get(..rest.start).is_some_and(|before| before.ends_with('、'));
    let between = Span::new(rest.end, quantity.span.start.max(rest.end)).of(context.text);
    listed && between == "的" && (2..=4).contains(&rest.of(context.text).chars().count())
}

/// The noun of which a percentage is the share, where nothing but a verb stands before it
/// (90%以上的[行政村], 贡献了50%的[税收]).
pub(super) fn yielded(
    context: &Context<'_>,
    quantity: &Quantity,
    rest: Span,
    figure_end: usize,
    limit: usize,
) -> Option<Subject> {
    // 覆盖所有街道和[70%]的乡镇: what follows a conjunction is another item.
    let words = rest.of(context.text).trim_end();
    let joined = ["和", "及", "与", "以及"].iter().any(|word| words.ends_with(word));
    if !quantity.is_percent() || !(joined || phrase::yields(words)) {
        return None;
    }
    let after = context.text.get(figure_end..limit)?;
    // 涉及我省60%人口, 90%以上行政村: 的 may be left out behind a verb or a hedge.
    let plain = !joined
        && (phrase::ends_yielding(words) || quantity.hedge_after.is_some() || begins_with_members(after))
        && after.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && c != '是')
        && !noun::predicate_follows(context.text, figure_end);
    let start = match after.strip_prefix('的') {
        Some(noun) => limit - noun.len(),
        None if plain => figure_end,
        None => return None,
    };
    let noun = noun::after(context.text, start, context.next_figure(start, limit))?;
    // 90%以上的农户[进入产业化体系]: of the households, those that do.
    let behind = Span::new(noun.end, limit.max(noun.end)).of(context.text);
    let acts = noun::predicate_follows(context.text, noun.end) && !behind.starts_with("全部");
    let which: String =
        behind.chars().take_while(|c| !phrase::is_mark(*c) && !c.is_ascii_digit()).take(12).collect();
    let which = if acts { which } else { String::new() };
    Some(context.mention_of(noun).map_or_else(
        || Subject { indicator: None, name: format!("{}{which}", noun.of(context.text)), span: Some(noun) },
        |mention| context.named(mention),
    ))
}

/// Whether words begin with a noun of many members (行政村, 乡镇卫生院): a percentage before them is
/// their share even without 的.
fn begins_with_members(words: &str) -> bool {
    const MEMBERS: [&str; 18] = [
        "村",
        "镇",
        "乡",
        "县",
        "户",
        "企业",
        "学校",
        "机构",
        "卫生院",
        "医院",
        "人口",
        "居民",
        "农民",
        "群众",
        "社区",
        "任务",
        "人员",
        "学生",
    ];
    let head: String = words.chars().take(7).take_while(|c| !phrase::is_mark(*c)).collect();
    !noun::predicate_follows(&head, 0) && MEMBERS.iter().any(|member| head.contains(member))
}
