//! Where an edit finds its place in a report: headings of both shapes, whole sections, lines at the
//! head and at the foot.

use crate::rng::Rng;

pub(crate) const ORDINALS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A numbered heading at the beginning of a line: byte positions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    /// Where its line begins.
    pub(crate) start: usize,
    /// Behind its number.
    pub(crate) words: usize,
    /// Behind its line, without the line break.
    pub(crate) end: usize,
    /// Counted from nought.
    pub(crate) number: usize,
    /// 一、 is 1, （一） is 2.
    pub(crate) level: u8,
}

impl Head {
    /// Whether the heading has a line of its own.
    pub(crate) fn alone(&self, text: &str) -> bool {
        text.get(self.words..self.end).is_some_and(|words| !words.contains('。'))
    }
}

/// All headings `一、` and `（一）` of a text.
pub(crate) fn heads(text: &str) -> Vec<Head> {
    let (mut out, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        for (number, word) in ORDINALS.iter().enumerate() {
            for (open, close, level) in [("（", "）", 2), ("(", ")", 2), ("", "、", 1)] {
                let head = format!("{open}{word}{close}");
                if line.starts_with(&head) {
                    let end = at + line.trim_end().len();
                    out.push(Head { start: at, words: at + head.len(), end, number, level });
                }
            }
        }
        at += line.len();
    }
    out
}

/// A bracketed heading with a sibling on each side.
pub(crate) fn inner(text: &str, rng: &mut Rng) -> Option<Head> {
    let all: Vec<Head> = heads(text).into_iter().filter(|it| it.level == 2).collect();
    let found: Vec<Head> =
        all.windows(3).filter(|it| it[0].number + 2 == it[2].number).map(|it| it[1]).collect();
    rng.pick(&found).copied()
}

/// The same, on a line of its own.
pub(crate) fn inner_alone(text: &str, rng: &mut Rng) -> Option<Head> {
    inner(text, rng).filter(|head| head.alone(text))
}

/// The top heading whose words hold one of these, and where its section ends.
pub(crate) fn section(text: &str, words: &[&str]) -> Option<(Head, usize)> {
    let tops: Vec<Head> = heads(text).into_iter().filter(|it| it.level == 1).collect();
    let at = tops.iter().position(|it| {
        let line = text.get(it.words..it.end).unwrap_or_default();
        words.iter().any(|word| line.contains(word))
    })?;
    let closing = text.rfind("各位代表").unwrap_or(text.len());
    let end = tops.get(at + 1).map_or(closing, |next| next.start);
    Some((tops[at], end))
}

pub(crate) fn replace(text: &str, start: usize, end: usize, with: &str) -> Option<String> {
    Some(format!("{}{with}{}", text.get(..start)?, text.get(end..)?))
}

/// Exchanges the first of these that the text has.
pub(crate) fn swap(
    rows: &'static [(&'static str, &'static str)],
) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static {
    move |text, _| {
        let (from, to) = rows.iter().find(|(from, _)| text.contains(from))?;
        Some(text.replacen(from, to, 1))
    }
}

/// Sets lines before the text.
pub(crate) fn top(lines: &'static str) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static {
    move |text, _| Some(format!("{lines}\n{text}"))
}

/// Sets lines behind the text.
pub(crate) fn foot(lines: &'static str) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static {
    move |text, _| Some(format!("{}\n\n{lines}", text.trim_end()))
}

/// Says a sentence at the end of some paragraph and sets lines behind the text.
pub(crate) fn said_and_foot(
    sentence: &'static str,
    lines: &'static str,
) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static {
    move |text, rng| {
        let head = inner(text, rng)?;
        let start = text.get(..head.start)?.trim_end().len();
        let said = replace(text, start, start, &format!("\n{sentence}"))?;
        Some(format!("{}\n\n{lines}", said.trim_end()))
    }
}

/// Behind the words of some heading, or in its place.
pub(crate) fn heading(
    change: fn(&str) -> String,
    alone: bool,
) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static {
    move |text, rng| {
        let head = if alone { inner_alone(text, rng)? } else { inner(text, rng)? };
        let line = text.get(head.start..head.end)?;
        replace(text, head.start, head.end, &change(line))
    }
}
