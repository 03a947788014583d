//! What the number rules share of saying a finding: figures printed as the report prints them,
//! and corrections that put one value in place of another. No rule, no decision.

use super::Message;
use super::phrase::Line;
use crate::quantity::{Decimal, Interval, Quantity, printed};
use crate::text::{Edit, Span};

/// A value with a number of decimals.
pub(super) fn decimal(value: Decimal, decimals: u32) -> String {
    printed(value, decimals)
}

/// A percentage from a ratio: 0.494 with one decimal is `49.4%`.
pub(super) fn percent(ratio: Decimal, decimals: u32) -> String {
    let value = ratio.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(ratio);
    format!("{}%", decimal(value, decimals))
}

/// Both ends of an interval of ratios as percentages: `49.1%～49.7%`.
pub(super) fn percents(ratios: &Interval, decimals: u32) -> String {
    match ratios.bounds() {
        Some((low, high)) => match (percent(low, decimals), percent(high, decimals)) {
            (low, high) if low == high => low,
            (low, high) => format!("{low}～{high}"),
        },
        None => String::new(),
    }
}

/// The part of a printed figure after its digits: scale word and unit (`亿元`).
pub(super) fn unit_text<'a>(line: &Line<'a>, figure: &Quantity) -> Option<&'a str> {
    let digits = digits_span(line, figure)?;
    Some(Span::new(digits.end, figure.span.end).of(line.text))
}

/// Where the digits of an Arabic figure stand.
pub(super) fn digits_span(line: &Line<'_>, figure: &Quantity) -> Option<Span> {
    let text = figure.span.of(line.text);
    let digit = |c: char| {
        c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c) || ".,\u{FF0E}\u{FF0C}".contains(c)
    };
    let length = text.find(|c: char| !digit(c)).unwrap_or(text.len());
    (length > 0 && !figure.chinese).then(|| Span::new(figure.span.start, figure.span.start + length))
}

/// `value` as the report would print it in the place of `figure`: same scale word, decimals, unit.
pub(super) fn in_place_of(line: &Line<'_>, figure: &Quantity, value: Decimal) -> Option<String> {
    let unit = unit_text(line, figure)?;
    let scaled = value.checked_div(figure.scale)?;
    Some(format!("{}{unit}", decimal(scaled, figure.decimals)))
}

/// Both ends of what a value may be, in the unit of `figure` and in brackets: `（4.3～4.5个百分点）`;
/// nothing where the ends are the same.
pub(super) fn range_of(
    line: &Line<'_>,
    figure: &Quantity,
    range: &Interval,
    decimals: u32,
) -> (String, String) {
    let unit = unit_text(line, figure).unwrap_or("");
    let show = |value: Decimal| decimal(value.checked_div(figure.scale).unwrap_or(value), decimals);
    let ends = range.bounds().map(|(low, high)| (show(low), show(high))).filter(|(low, high)| low != high);
    ends.map_or_else(Default::default, |(low, high)| {
        (format!("（{low}～{high}{unit}）"), format!(" ({low} to {high}{unit})"))
    })
}

/// The edit that puts `value` in the place of `figure`, and how it reads.
pub(super) fn correction(line: &Line<'_>, figure: &Quantity, value: Decimal) -> Option<(Message, Edit)> {
    let text = in_place_of(line, figure, value)?;
    (text != line.print(figure)).then(|| {
        (
            Message::new(format!("改为“{text}”"), format!("Change to \u{201C}{text}\u{201D}")),
            Edit::replace(line.absolute(figure.span), text),
        )
    })
}

/// The name of an operand for related information.
pub(super) fn operand(line: &Line<'_>, figure: &Quantity, zh: &str, en: &str) -> (Span, Message) {
    let text = line.print(figure);
    (line.absolute(figure.span), Message::new(format!("{zh}：{text}"), format!("{en}: {text}")))
}
