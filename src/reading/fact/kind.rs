//! Whether a figure states a fact, and of which kind: level, growth, change, share, count, rank.

use super::words::{HEAD_DOWN, HEAD_UP, RATE_OF_CHANGE, RATIO, Sense};
use super::{Basis, Context, Kind, phrase};
use crate::quantity::{Dimension, Quantity};
use crate::reading::TimeWord;
use crate::text::Span;

/// Whether a quantity measures or counts something (bare numerals do not).
pub(super) fn measures(quantity: &Quantity) -> bool {
    quantity.unit.is_some() || quantity.rank
}

/// Whether a quantity states a fact: it has a unit or a rank, and a length of time only where
/// the sentence is about it (5天办结, 连续14年), not as a period (三年行动).
pub(super) fn states_a_fact(text: &str, quantity: &Quantity) -> bool {
    if !measures(quantity) {
        return false;
    }
    if quantity.dimension() != Some(Dimension::Time) {
        return true;
    }
    let before = text.get(..quantity.span.start).unwrap_or("");
    let after = text.get(quantity.span.end..).unwrap_or("");
    let unit = quantity.unit.map(|unit| unit.symbol()).unwrap_or("");
    match unit {
        "年" | "个月" | "月" | "周年" => before.ends_with("连续"),
        _ => !after.starts_with('内') || !quantity.chinese,
    }
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
    if quantity.rank {
        return (Kind::Rank, false);
    }
    let rate_of_change = RATE_OF_CHANGE.iter().any(|ending| name.ends_with(ending) || rest.ends_with(ending));
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
            if tail.has(Sense::Net) || (tail.changes() && tail.has(Sense::Yoy)) {
                (Kind::Change, declines)
            } else {
                (Kind::Count, false)
            }
        }
        _ => {
            let difference = tail.changes() || (tail.compared && !tail.has(Sense::To));
            let adjusts = head.starts_with("调减") || head.starts_with("调增") || head.starts_with("净增");
            let change = (difference || adjusts) && !context.text.is_empty();
            if change { (Kind::Change, declines) } else { (Kind::Level, false) }
        }
    }
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
        "减", "跃", "发展",
    ];
    changes.iter().any(|verb| {
        clause.trim_start_matches(['\u{201D}', '"', ' ']).starts_with(verb)
            || clause.contains(&format!("{verb}到"))
            || clause.contains(&format!("{verb}至"))
    }) && clause.contains(['到', '至', '为'])
}
