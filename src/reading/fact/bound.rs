//! Figures that bound what another one counts (7个产值超千亿元的集群, 集体收入50万元以上的村): part of a
//! name, no statement.

use super::context::Context;
use super::name::end_of;
use super::phrase;
use crate::quantity::{Dimension, Modifier, Quantity};
use crate::text::Span;

/// Whether a figure describes the thing that another one counts (7个产值超千亿元的集群,
/// 年销售收入超1亿元的企业100户): a threshold, no statement.
pub(super) fn describes(context: &Context<'_>, index: usize) -> bool {
    let Some(quantity) = context.quantities.get(index) else { return false };
    let hedged = matches!(
        quantity.modifier,
        Modifier::MoreThan | Modifier::AtLeast | Modifier::LessThan | Modifier::AtMost
    );
    let counted = |other: &Quantity| {
        matches!(other.dimension(), Some(Dimension::Count | Dimension::People)) && !other.threshold
    };
    // 50亿元(含)以上项目5个.
    let included = ["(含)以上", "\u{FF08}含\u{FF09}以上", "(含)以下", "\u{FF08}含\u{FF09}以下"];
    if included
        .iter()
        .any(|word| context.text.get(quantity.span.end..).is_some_and(|after| after.starts_with(word)))
    {
        return true;
    }
    let households = quantity.unit.is_some_and(|unit| unit.symbol() == "户");
    let over = context.text.get(..quantity.span.start).is_some_and(|before| before.ends_with('过'));
    if !(hedged || over) || (counted(quantity) && !households) || quantity.is_percent() {
        return false;
    }
    let end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    let after = context.text.get(end..).unwrap_or("");
    let before = context.quantities.get(..index).and_then(<[Quantity]>::last);
    // 2个产值超500亿元产业集群: between the count and its noun.
    let inside = before.is_some_and(|q| {
        let between = Span::new(q.span.end, quantity.span.start.max(q.span.end)).of(context.text);
        counted(q)
            && (2..=10).contains(&between.chars().count())
            && !between.contains(phrase::is_mark)
            && phrase::measured(between)
            && after.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c))
    });
    if inside {
        return true;
    }
    // 超亿元项目244个, 亿元以上项目90个、10亿元以上44个, 50亿元(含)以上项目5个: what is counted is
    // bounded by an amount.
    let money = quantity.dimension() == Some(Dimension::Money);
    let next = context.quantities.get(index + 1);
    let counted_next = |from: usize| {
        next.is_some_and(|q| {
            let between = Span::new(from, q.span.start.max(from)).of(context.text);
            counted(q) && between.chars().count() <= 14 && !between.contains(phrase::is_mark)
        })
    };
    let nouns =
        ["项目", "企业", "产业", "集群", "园区", "工程", "楼宇", "平台", "基地", "市场", "镇", "村", "县"];
    let noun: String = after.chars().take(10).take_while(|c| !phrase::is_mark(*c)).collect();
    let own_name = Span::new(context.clause(quantity.span.start).start, quantity.span.start).of(context.text);
    // 45个过亿元项目, 抓好30个过亿元的技改项目.
    let over = own_name.ends_with('过')
        && before.is_some_and(|q| counted(q) && q.span.end + 3 == quantity.span.start);
    if money && over {
        return true;
    }
    let bound = own_name.ends_with(['超', '过']) && nouns.iter().any(|word| noun.contains(word));
    let next_at_once =
        quantity.hedge_after.is_some() && next.is_some_and(|q| counted(q) && q.span.start == end);
    let near_a_count = counted_next(end) || before.is_some_and(counted);
    // 产值超50亿元后备企业: what is measured so is no amount of the sentence.
    let named_by = phrase::measured(own_name) && !after.starts_with('的');
    let of_next =
        quantity.hedge_after.is_some() && counted_next(end) && nouns.iter().any(|word| noun.contains(word));
    // 其中50户企业收入过亿元: what they have reached.
    let reached = is_round(quantity, context.text)
        && own_name.ends_with(['超', '过'])
        && (after.is_empty() || after.starts_with(phrase::is_mark))
        && before.is_some_and(|q| {
            let between = Span::new(q.span.end, quantity.span.start.max(q.span.end)).of(context.text);
            counted(q)
                && between.chars().count() <= 16
                && !between.contains(phrase::is_mark)
                && phrase::measured(between)
                && !between.contains("投资")
        });
    if money && (bound && (near_a_count || named_by) || next_at_once || of_next || reached) {
        return true;
    }
    // 300户以上自然村: a bound on the size of villages.
    let village = ["自然村", "村", "村屯", "居民点"].iter().any(|place| after.starts_with(place));
    if households {
        return quantity.hedge_after.is_some() && village;
    }
    if !after.starts_with('的') {
        return false;
    }
    // 扶持一批产值超10亿元的骨干企业: what they must be like.
    if money
        && phrase::measured(own_name)
        && own_name.contains('批')
        && nouns.iter().any(|word| noun.contains(word))
    {
        return true;
    }
    // 收入50万元以上的村占比达35%: which villages.
    if quantity.hedge_after.is_some()
        && ["占比", "比重", "比例"].iter().any(|share| named_by_share(after).contains(share))
    {
        return true;
    }
    let clause = context.clause(quantity.span.start);
    let near = |from: usize, to: usize| {
        let between = Span::new(from, to.max(from)).of(context.text);
        between.chars().count() <= 16 && phrase::list_mark(between).is_none()
    };
    let next = context.quantities.get(index + 1);
    before.is_some_and(|q| {
        counted(q)
            && !q.span.of(context.text).ends_with('大')
            && q.span.start >= clause.start
            && near(q.span.end, quantity.span.start)
    }) || next.is_some_and(|q| counted(q) && q.span.end <= clause.end && near(end, q.span.start))
}

/// Whether a figure bounds the noun behind it (营业收入超亿元的[企业]由130户…).
pub(super) fn bounds_a_noun(context: &Context<'_>, index: usize) -> bool {
    let joined = |figure: &Quantity| {
        context
            .text
            .get(end_of(figure)..)
            .is_some_and(|after| after.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)))
    };
    context.quantities.get(index).is_some_and(joined) && describes(context, index)
}

/// Whether a figure is a step (亿元, 百亿元, 1亿元), as a bound is.
fn is_round(quantity: &Quantity, text: &str) -> bool {
    let digits: String = quantity.span.of(text).chars().filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').len() <= 1
}

/// The words behind a bound up to the next mark, as far as a share may stand.
fn named_by_share(after: &str) -> String {
    after.chars().take(14).take_while(|c| !phrase::is_mark(*c) && !c.is_ascii_digit()).collect()
}
