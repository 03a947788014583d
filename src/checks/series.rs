//! Series inside a paragraph: 一是…二是…, 一要…二要…, 第一，…第二，…, 其一，…其二，…. Where the marks stand and how they nest;
//! no rule lives here.

use std::sync::LazyLock;

use regex::Regex;

use super::ordinal;
use crate::text::Span;

/// One mark of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its number.
    pub(super) ordinal: u32,
    /// `一是`, without the punctuation before it.
    pub(super) span: Span,
}

static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let numeral = "[一二三四五六七八九十]{1,3}";
    Regex::new(&format!(
        "(?:^|[^\\p{{Han}}0-9])\\s*\\**(?:(?P<is>({numeral})\\s?(?:是|要))|(?P<th>[第其]({numeral})[,\u{FF0C}、:\u{FF1A}是]))"
    ))
    .ok()
});

/// The marks of a paragraph, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let Some(pattern) = MARK.as_ref() else { return Vec::new() };
    let mut out = Vec::new();
    for found in pattern.captures_iter(text) {
        let is = found.name("is").zip(found.get(2));
        let Some((whole, numeral)) = is.or_else(|| found.name("th").zip(found.get(4))) else { continue };
        let rest = text.get(whole.end()..).unwrap_or("");
        // 一是一、二是二; 一是否; 第一、第二产业; 第一、二、三产业.
        // 一要 begins a series as 一是 does; 三要素, 五要点 are words.
        let phrase = rest.starts_with(numeral.as_str())
            || rest.starts_with(['否', '非', '素', '点', '求', '件', '道', '塞']);
        let list = is.is_none() && (rest.starts_with('第') || rest.chars().nth(1) == Some('、'));
        let opens = text.get(..whole.start()).unwrap_or("").trim_end_matches([' ', '*', '\u{3000}']);
        let after_stop = opens.is_empty()
            || opens.ends_with(['\u{3002}', ';', '\u{FF1B}', ':', '\u{FF1A}', '!', '\u{FF01}']);
        if let Some(ordinal) = ordinal::parse(numeral.as_str())
            && !phrase
            && !list
            && (is.is_some() || after_stop)
        {
            out.push(Mark { ordinal, span: Span::from(whole.range()) });
        }
    }
    out
}
