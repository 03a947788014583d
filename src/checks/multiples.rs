//! Multiples told in words: 是原来的4倍, 翻了两番, 实现翻番. What growth-mismatch compares with two values
//! or with a mean rate; decides nothing.

use std::sync::LazyLock;

use regex::Regex;

use super::ordinal;
use super::phrase::Line;
use crate::quantity::{Decimal, Interval, Quantity};
use crate::text::Span;

/// A multiple of the old value.
pub(super) struct Multiple {
    /// What the words allow.
    pub(super) interval: Interval,
    /// The words themselves, relative to the line.
    pub(super) span: Span,
}

static TIMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "^[\u{FF0C},、\u{FF08}(]?(?:总量|规模|总数)?(?:已)?(?:是|为|达到|相当于)(?:原来|之前|以前|当初|五年前|上年|改造前|20[0-9]{2}年)的(?P<n>[0-9]+(?:\\.[0-9]+)?)倍",
    )
    .ok()
});

static DOUBLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^[\u{FF0C},、\u{FF08}(]?(?:总量|规模|总数)?(?:实现了?|正好|刚好)?翻了?(?P<n>[一两二三四1234])?番(?P<more>多|以上)?").ok()
});

/// The multiple told directly after a figure: `…增加到360家，是原来的4倍`, `…，翻了两番`.
pub(super) fn after(line: &Line<'_>, figure: &Quantity) -> Option<Multiple> {
    let start = line.outer(figure).end;
    let rest = line.slice(start, line.sentence(figure.span.start).end);
    if let Some(found) = TIMES.as_ref()?.captures(rest) {
        let printed = found.name("n")?;
        let value: Decimal = printed.as_str().parse().ok()?;
        let half = Decimal::new(5, value.scale() + 1);
        let tail = rest.get(found.get(0)?.end()..).unwrap_or("");
        let bounded = tail.starts_with("以上") || tail.starts_with("多");
        let whole = Span::new(start + printed.start(), start + found.get(0)?.end());
        return (!bounded)
            .then(|| Multiple { interval: Interval::closed(value - half, value + half), span: whole });
    }
    let found = DOUBLED.as_ref()?.captures(rest)?;
    let times = found.name("n").map_or(Some(1), |n| ordinal::parse(n.as_str()))?;
    let whole = found.get(0)?;
    // A plan or an aim is called 倍增, 翻番 too.
    let tail = rest.get(whole.end()..).unwrap_or("");
    if ["计划", "目标", "行动", "工程", "的"].iter().any(|word| tail.starts_with(word)) {
        return None;
    }
    let low = Decimal::from(2_u32.checked_pow(times)?);
    let bottom = low.checked_mul(Decimal::new(95, 2))?;
    let top = low.checked_mul(Decimal::new(if found.name("more").is_some() { 200 } else { 145 }, 2))?;
    let at = whole.as_str().find('翻').map_or(whole.start(), |at| whole.start() + at);
    Some(Multiple {
        interval: Interval::closed(bottom, top),
        span: Span::new(start + at, start + whole.end()),
    })
}

/// The end of the last word of doubling in `text`: 实现翻番, 翻了一番, 倍增.
pub(super) fn doubled(text: &str) -> Option<usize> {
    const WORDS: &[&str] =
        &["翻一番", "翻了一番", "实现翻番", "实现了翻番", "实现倍增", "翻了番", "成倍增长", "增长一倍"];
    if !text.contains('翻') && !text.contains('倍') {
        return None;
    }
    let (at, word) = WORDS.iter().filter_map(|word| Some((text.rfind(word)?, *word))).max()?;
    let end = at + word.len();
    let tail = text.get(end..)?;
    let named = ["计划", "目标", "行动", "工程", "的"].iter().any(|word| tail.starts_with(word));
    (!named).then_some(end)
}
