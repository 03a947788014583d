//! What an amount of money is for: a fund, a work it is invested in, a purpose in the next clause.

use super::context::{Context, Subject};
use super::name::end_of;
use super::{noun, phrase};
use crate::quantity::{Dimension, Quantity};

/// Whether nothing but verbs stands before an amount whose noun is a fund
/// (优化完善3.1亿元[就业政策资金]).
pub(super) fn funds(context: &Context<'_>, quantity: &Quantity, own: &str, limit: usize) -> bool {
    let end = end_of(quantity);
    quantity.dimension() == Some(Dimension::Money)
        && phrase::only_acts(own)
        && noun::after(context.text, end, context.next_figure(end, limit)).is_some_and(|noun| {
            let noun = noun.of(context.text);
            // 形成200亿元[食品产业集群]: its size.
            let cluster = ["集群", "产业链", "产业", "产业带", "板块"];
            super::words::FUNDS.iter().chain(&cluster).any(|fund| noun.ends_with(fund))
        })
}

/// Whether nothing but verbs stands before an area or a length (启动13万亩[高标准农田建设]).
pub(super) fn extent(quantity: &Quantity, own: &str) -> bool {
    matches!(quantity.dimension(), Some(Dimension::Area | Dimension::Length))
        && phrase::without_verbs(own).is_empty()
}

/// What an investment is made in, where it follows (总投资12亿元的[云溪水库]).
pub(super) fn invested_in(
    context: &Context<'_>,
    quantity: &Quantity,
    own: &str,
    limit: usize,
) -> Option<Subject> {
    const INVESTMENTS: [&str; 6] = ["投资", "总投资", "计划总投资", "概算投资", "概算总投资", "投资额"];
    let end = end_of(quantity);
    if !INVESTMENTS.contains(&own) || !context.text.get(end..limit)?.starts_with('的') {
        return None;
    }
    let start = end + '的'.len_utf8();
    let noun = noun::after(context.text, start, context.next_figure(start, limit))?;
    let long = noun.of(context.text).chars().count() > 24;
    let name = format!("{}{own}", noun.of(context.text));
    (!long).then_some(Subject { indicator: None, name, span: Some(noun) })
}

/// What an amount is spent on, where only the money is named before it (`安排资金25.3亿元[支持…]`).
pub(super) fn spent_on(context: &Context<'_>, own: &str, figure_end: usize, limit: usize) -> Option<Subject> {
    // 安排28.3亿元,办好10件民生实事: the next clause says for what.
    if ["安排", "投资", "投入", "筹集", "整合资金", "投入资金", "安排资金", "财政投入", "总投资"]
        .contains(&own)
        && let Some(clause) =
            context.text.get(figure_end..).and_then(|after| after.strip_prefix(['\u{FF0C}', ',']))
    {
        let words: String = clause.chars().take_while(|c| !phrase::is_mark(*c)).take(19).collect();
        let short = (4..=18).contains(&words.chars().count());
        let verb = phrase::spends(&words)
            || ["建成", "办好", "开工", "完成", "提高", "维修", "修缮", "购置", "继续"]
                .iter()
                .any(|verb| words.starts_with(verb));
        if short && verb {
            return Some(Subject { indicator: None, name: format!("{words}资金"), span: None });
        }
    }
    let only_money = ["资金", "安排", "安排资金", "投入资金", "筹集资金", "投入", "列支"].contains(&own);
    if own.is_empty()
        && let Some(words) = context.text.get(figure_end..limit).and_then(|after| after.strip_prefix("用于"))
    {
        let words: String = words.chars().take_while(|c| !phrase::is_mark(*c)).take(20).collect();
        let long = words.chars().count() >= 3;
        return long.then(|| Subject { indicator: None, name: format!("{words}资金"), span: None });
    }
    if !only_money {
        return None;
    }
    let purpose = phrase::purpose(context.text, figure_end, context.next_figure(figure_end, limit))?;
    Some(Subject {
        indicator: None, name: format!("{}资金", purpose.of(context.text)), span: Some(purpose)
    })
}
