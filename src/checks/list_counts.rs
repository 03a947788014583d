//! What list-count-mismatch counts: the small numbers of a line that may sum a list up, and the items of a list. No
//! rule lives here.

use std::sync::LazyLock;

use regex::Regex;

use super::list_words::VERBS;
use super::ordinal;
use super::phrase::Line;
use crate::quantity::{Modifier, Quantity};
use crate::text::Span;

/// Classifiers that may stand between a number and what it sums up.
pub(super) const CLASSIFIERS: &[char] =
    &['大', '个', '项', '件', '类', '种', '条', '家', '座', '所', '只', '场', '处', '对', '支', '张'];

/// A small count with its classifier: the reading passes over some of them (六类, 四场).
static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let classifiers: String = CLASSIFIERS.iter().collect();
    Regex::new(&format!("(?:[两二三四五六七八九十]|[2-9]|1[0-9]|20)[{classifiers}]")).ok()
});

/// A number that may say how many items a list has.
pub(super) struct Count {
    /// With its classifier or unit, as printed.
    pub(super) span: Span,
    /// How many.
    pub(super) value: u32,
    /// In Chinese numerals.
    pub(super) chinese: bool,
}

impl Count {
    fn of(figure: &Quantity) -> Option<Self> {
        let whole = figure.value_to.is_none()
            && figure.modifier == Modifier::Exact
            && !figure.rank
            && !figure.threshold
            && figure.decimals == 0;
        let value = u32::try_from(figure.value).ok().filter(|_| whole)?;
        Some(Self { span: figure.span, value, chinese: figure.chinese })
    }
}

/// The counts of a line: those that were read as figures, and those that were not.
pub(super) fn counts(line: &Line<'_>) -> Vec<Count> {
    let mut out: Vec<Count> = line.figures.iter().filter_map(Count::of).collect();
    if !line.text.contains(['、', '\u{201D}']) {
        return out;
    }
    let Some(pattern) = COUNT.as_ref() else { return out };
    for found in pattern.find_iter(line.text) {
        let span = Span::from(found.range());
        let before = line.slice(0, span.start).chars().next_back();
        let longer = before.is_some_and(|c| {
            c.is_ascii_digit() || ".%\u{FF0E}第百千万亿零〇一二两三四五六七八九十几近约每".contains(c)
        });
        let read = line.figures_in(span);
        let last = read.start.checked_sub(1).and_then(|at| line.figures.get(at));
        if longer || !read.is_empty() || last.is_some_and(|it| line.outer(it).end > span.start) {
            continue;
        }
        let digits = found.as_str().trim_end_matches(CLASSIFIERS);
        let Some(value) = ordinal::parse(digits) else { continue };
        let chinese = !digits.starts_with(|c: char| c.is_ascii_digit());
        out.push(Count { span, value, chinese });
    }
    out
}

/// Where the numeral stands, without scale word, classifier and unit.
pub(super) fn numeral(line: &Line<'_>, count: &Count) -> Span {
    let text = count.span.of(line.text);
    let numeric = |c: char| {
        c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c) || "一二两三四五六七八九十".contains(c)
    };
    let length = text.find(|c: char| !numeric(c)).unwrap_or(text.len());
    Span::new(count.span.start, count.span.start + length)
}

/// How long an item is; the first one without the verb before it (集中力量打好供气).
pub(super) fn length(item: &str, first: bool) -> usize {
    let verb = VERBS.iter().filter_map(|verb| item.rfind(verb).map(|at| at + verb.len())).max();
    let own = verb.filter(|at| first && *at < item.len()).and_then(|at| item.get(at..));
    own.unwrap_or(item).chars().count()
}

/// The items of a list as printed: cut at 、 and between quotations that touch; words before the first
/// quotation belong to none.
pub(super) fn items(list: Span, text: &str) -> Vec<Span> {
    let (mut out, mut start, mut quoted, mut last) = (Vec::new(), list.start, false, '\0');
    let words = list.of(text);
    let cut = |from: usize, to: usize| {
        let item = Span::new(from, to).of(text);
        let open = item.find('\u{201C}').filter(|_| item.ends_with('\u{201D}')).unwrap_or(0);
        Span::new(from + open, to)
    };
    for (at, c) in words.char_indices().map(|(at, c)| (list.start + at, c)) {
        match c {
            '\u{201C}' => {
                if last == '\u{201D}' {
                    out.push(cut(start, at));
                    start = at;
                }
                quoted = true;
            }
            '\u{201D}' => quoted = false,
            '、' if !quoted => {
                out.push(cut(start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
        last = c;
    }
    out.push(cut(start, list.end));
    out
}
