//! Of which kind a figure is: level, growth, change, share, count, rank; whether it declines; over what.

use super::words::{HEAD_DOWN, HEAD_UP, RATE_OF_CHANGE, RATIO, Sense};
use super::{Basis, Context, Kind, Stated, phrase};
use crate::quantity::{Decimal, Dimension, Quantity};
use crate::reading::TimeWord;
use crate::text::Span;

/// Whether a quantity measures or counts something (bare numerals do not).
pub(super) fn measures(quantity: &Quantity) -> bool {
    quantity.unit.is_some() || quantity.rank
}

/// How a fact states a figure.
pub(super) fn stated(text: &str, quantity: &Quantity) -> Stated {
    match quantity.unit.map(|unit| unit.symbol()) {
        Some("番") => Stated::Doublings,
        None if quantity.rank => Stated::Printed,
        None if is_part_of_a_ratio(text, quantity) => Stated::Percent,
        None if counts_people(text, quantity) => Stated::People,
        _ => Stated::Printed,
    }
}

/// Whether a bare figure is a part of a ratio: a colon and another figure beside it.
pub(super) fn is_part_of_a_ratio(text: &str, quantity: &Quantity) -> bool {
    let colon = |c: Option<char>| matches!(c, Some(':' | '\u{FF1A}' | '\u{2236}'));
    let digit =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c));
    let mut before = text.get(..quantity.span.start).unwrap_or("").chars().rev();
    let mut after = text.get(quantity.span.end..).unwrap_or("").chars();
    (colon(before.next()) && digit(before.next())) || (colon(after.next()) && digit(after.next()))
}

/// `6000万农村人口`: a numeral in ten thousands that counts people without a classifier.
pub(super) fn counts_people(text: &str, quantity: &Quantity) -> bool {
    const PEOPLE: [&str; 24] = [
        "人口",
        "居民",
        "学生",
        "群众",
        "职工",
        "农民",
        "孩子",
        "儿童",
        "老人",
        "老年人",
        "党员",
        "劳动力",
        "毕业生",
        "人才",
        "人员",
        "干部",
        "官兵",
        "市民",
        "农牧民",
        "师生",
        "移民",
        "游客",
        "患者",
        "各族人民",
    ];
    if quantity.scale < Decimal::from(10_000) {
        return false;
    }
    let end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    let after = text.get(end..).unwrap_or("");
    let noun: String = after.chars().take(12).take_while(|c| !phrase::is_mark(*c)).collect();
    PEOPLE.iter().any(|people| noun.contains(people))
}

/// Kind of a figure and whether it declines.
pub(super) fn of(
    context: &Context<'_>,
    quantity: &Quantity,
    name: &str,
    rest: &str,
    tail: &phrase::Tail,
) -> (Kind, bool) {
    let declines = tail.has(Sense::Down) && !tail.has(Sense::To);
    let head = phrase::strip_lead(rest);
    let head_down = HEAD_DOWN.iter().any(|verb| head.starts_with(verb));
    let head_up = HEAD_UP.iter().any(|verb| head.starts_with(verb));
    let text_before = context.text.get(..quantity.span.start).unwrap_or("");
    if quantity.rank {
        return (Kind::Rank, false);
    }
    if let Some(down) = places_moved(context, quantity) {
        return (Kind::Change, down);
    }
    match stated(context.text, quantity) {
        Stated::Percent => return (Kind::Share, false),
        Stated::People if !tail.changes() => return (Kind::Count, false),
        _ => {}
    }
    // The natural growth rate of a population is a ratio of births and deaths to people.
    let rate_of_change = !name.ends_with("自然增长率")
        && RATE_OF_CHANGE.iter().any(|ending| name.ends_with(ending) || rest.ends_with(ending));
    match quantity.dimension() {
        Some(Dimension::Percent | Dimension::Times) => {
            let ratio = RATIO.iter().any(|ending| name.ends_with(ending));
            if rate_of_change {
                return (Kind::Growth, rest.ends_with("降幅") || rest.ends_with("减幅") || declines);
            }
            if tail.changes() {
                return (Kind::Growth, declines);
            }
            if (head_down || head_up) && !tail.has(Sense::To) && !ratio {
                return (Kind::Growth, head_down);
            }
            // 由A提高到B: both ends are levels of the ratio.
            if quantity.dimension() == Some(Dimension::Times) {
                return (Kind::Level, false);
            }
            (Kind::Share, false)
        }
        Some(Dimension::Points) => (Kind::Change, declines || head_down),
        Some(Dimension::Count | Dimension::People) => {
            // 比上年多12个: a difference.
            let differs = tail.compared && text_before.ends_with(['多', '少']);
            if differs {
                (Kind::Change, text_before.ends_with('少'))
            } else if head.starts_with("减少") && !tail.has(Sense::To) {
                (Kind::Change, true)
            } else if tail.has(Sense::Net)
                || head.starts_with("净增")
                || (tail.has(Sense::Down) && tail.changes())
                || (tail.changes() && tail.has(Sense::Yoy))
            {
                (Kind::Change, declines)
            } else {
                (Kind::Count, false)
            }
        }
        _ => {
            let difference = tail.changes() || (tail.compared && !tail.has(Sense::To));
            // 减少碳排放12万吨: what is less by so much, unless it falls to it.
            if head.starts_with("减少") && !tail.has(Sense::To) && !head.contains(phrase::is_mark) {
                return (Kind::Change, true);
            }
            let adjusts = head.starts_with("调减") || head.starts_with("调增") || head.starts_with("净增");
            let change = (difference || adjusts) && !context.text.is_empty();
            if change { (Kind::Change, declines) } else { (Kind::Level, false) }
        }
    }
}

/// Whether a figure says by how many places something moved (全省排名提升4位), and whether down.
fn places_moved(context: &Context<'_>, quantity: &Quantity) -> Option<bool> {
    let before =
        context.text.get(..quantity.span.start).filter(|_| quantity.span.of(context.text).ends_with('位'))?;
    let near: String = before.chars().rev().take(16).collect();
    let ranked = ["名排", "次位"].iter().any(|word| near.contains(word));
    let up =
        ["提升", "上升", "前移", "前进", "进位", "晋升", "跃升"].iter().any(|verb| before.ends_with(verb));
    let down = ["下降", "下滑", "后移", "退后"].iter().any(|verb| before.ends_with(verb));
    (ranked && (up || down)).then_some(down)
}

/// What a figure is reckoned over.
pub(super) fn basis(
    context: &Context<'_>,
    tail_span: Span,
    tail: &phrase::Tail,
    time: Option<&TimeWord>,
    kind: Kind,
) -> Option<Basis> {
    if tail.has(Sense::Mean) {
        return Some(Basis::Mean);
    }
    let clause = context.clause(tail_span.end);
    let before = Span::new(clause.start, tail_span.end).of(context.text);
    if tail.has(Sense::Cumulative) || before.contains("累计") {
        return Some(Basis::Cumulative);
    }
    if before.contains("年均") {
        return Some(Basis::Mean);
    }
    if tail.has(Sense::Yoy) || (matches!(kind, Kind::Growth | Kind::Change) && before.contains("同比")) {
        return Some(Basis::Yoy);
    }
    time.filter(|word| word.as_of && matches!(kind, Kind::Level | Kind::Count)).map(|_| Basis::AsOf)
}

/// The value changed from: 由/从 before the figure and a verb of change with 到/至 after it.
pub(super) fn is_base(text: &str, prefix: Span, quantity: &Quantity) -> bool {
    let before = prefix.of(text);
    if !before.contains(['由', '从']) {
        return false;
    }
    let after = text.get(quantity.span.end..).unwrap_or("");
    let clause: String = after
        .chars()
        .take_while(|c| !matches!(c, ',' | '\u{FF0C}' | '。' | ';' | '\u{FF1B}'))
        .take(14)
        .collect();
    let changes = [
        "提高", "增加", "增长", "上升", "提升", "扩大", "下降", "减少", "降低", "缩", "压", "升", "降", "增",
        "减", "跃", "精简", "拓展", "扩展", "攀", "发展", "调整", "优化", "转变", "演变",
    ];
    changes.iter().any(|verb| {
        clause.trim_start_matches(['\u{201D}', '"', ' ']).starts_with(verb)
            || clause.contains(&format!("{verb}到"))
            || clause.contains(&format!("{verb}至"))
            || clause.contains(&format!("{verb}为"))
    }) && clause.contains(['到', '至', '为', '上'])
}
