//! Series inside a paragraph: 一是…二是…, 一要…二要…, 第一，…第二，…, 其一，…其二，…, 首先…其次…, （一）…；（二）…, ①…②….
//! Where the marks stand and how they nest; no rule lives here.

use std::sync::LazyLock;

use regex::Regex;

use super::ordinal;
use crate::text::Span;

/// How the marks of a series are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 一是, 一要.
    Is,
    /// 第一.
    Nth,
    /// 其一.
    Of,
    /// 首先, 其次, 再次.
    Order,
    /// （一）, (1), ①.
    Bracket,
}

/// One mark of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its number.
    pub(super) ordinal: u32,
    /// `一是`, without the punctuation before it.
    pub(super) span: Span,
    pub(super) kind: Kind,
}

static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let numeral = "[一二三四五六七八九十]{1,3}";
    Regex::new(&format!(
        "(?:^|[^\\p{{Han}}0-9])\\s*\\**(?:(?P<is>(?P<n1>{numeral})\\s?(?:是|要))|(?P<th>[第其](?P<n2>{numeral})[,\u{FF0C}、:\u{FF1A}是]))"
    ))
    .ok()
});
/// 各部门一是…: the first mark may stand behind the words that it goes with.
static FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("\\p{Han}(?P<is>一\\s?是)").ok());
/// Words that end in 一 before 是: no mark.
const NO_FIRST: &str = "唯统第之同万单划归专合如逐做到说其";
static ORDER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("(?:^|[\u{3002};\u{FF1B}:\u{FF1A},\u{FF0C}])\\s*(?P<word>首先|其次|再次[,\u{FF0C}]|第(?P<n>[三四五六])[^,\u{FF0C}、:\u{FF1A}是届次个季产方轮批名位阶代期])").ok()
});
static BRACKET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[\u{3002};\u{FF1B}:\u{FF1A},\u{FF0C}]\\s*(?P<mark>[(\u{FF08}](?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)\u{FF09}]|(?P<round>[\u{2460}-\u{2473}]))").ok()
});

/// The marks of a paragraph, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut out = numbered(text);
    let first = first(text, &out).into_iter().collect();
    for more in [ordered(text), bracketed(text), first] {
        out.extend(more);
    }
    out.sort_by_key(|mark| mark.span.start);
    out.dedup_by_key(|mark| mark.span.start);
    out
}

/// 一是, 一要, 第一, 其一.
fn numbered(text: &str) -> Vec<Mark> {
    let Some(pattern) = MARK.as_ref() else { return Vec::new() };
    let mut out = Vec::new();
    for found in pattern.captures_iter(text) {
        let is = found.name("is").zip(found.name("n1"));
        let Some((whole, numeral)) = is.or_else(|| found.name("th").zip(found.name("n2"))) else { continue };
        let rest = text.get(whole.end()..).unwrap_or("");
        // 一是一、二是二; 一是否; 第一、第二产业; 第一、二、三产业.
        // 一要 begins a series as 一是 does; 三要素, 五要点 are words.
        let phrase = rest.starts_with(numeral.as_str())
            || rest.starts_with(['否', '非', '素', '点', '求', '件', '道', '塞']);
        let list = is.is_none() && (rest.starts_with('第') || rest.chars().nth(1) == Some('、'));
        let opens = text.get(..whole.start()).unwrap_or("").trim_end_matches([' ', '*', '\u{3000}']);
        let after_stop = opens.is_empty()
            || opens.ends_with(['\u{3002}', ';', '\u{FF1B}', ':', '\u{FF1A}', '!', '\u{FF01}']);
        let kind = match (is.is_some(), whole.as_str().starts_with('其')) {
            (true, _) => Kind::Is,
            (false, true) => Kind::Of,
            (false, false) => Kind::Nth,
        };
        if let Some(ordinal) = ordinal::parse(numeral.as_str())
            && !phrase
            && !list
            && (kind != Kind::Nth || after_stop)
        {
            out.push(Mark { ordinal, span: Span::from(whole.range()), kind });
        }
    }
    out
}

/// A 一是 behind words, where 二是 follows and no other first does.
fn first(text: &str, marks: &[Mark]) -> Option<Mark> {
    let second = marks.iter().find(|mark| mark.kind == Kind::Is).filter(|mark| mark.ordinal == 2)?;
    let before = text.get(..second.span.start)?;
    let found = FIRST.as_ref()?.captures_iter(before).last()?;
    let is = found.name("is")?;
    let word = text.get(..is.start())?.chars().next_back()?;
    let rest = text.get(is.end()..)?;
    let near = rest.get(..second.span.start.checked_sub(is.end())?)?;
    (!NO_FIRST.contains(word) && !rest.starts_with(['一', '否', '非']) && !near.contains('\u{3002}'))
        .then(|| Mark { ordinal: 1, span: Span::from(is.range()), kind: Kind::Is })
}

/// 首先, 其次, 再次: a series only where the first two stand in one paragraph.
fn ordered(text: &str) -> Vec<Mark> {
    let Some(pattern) = ORDER.as_ref().filter(|_| text.contains("首先") && text.contains("其次")) else {
        return Vec::new();
    };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let word = found.name("word")?;
            let later = found.name("n").and_then(|n| ordinal::parse(n.as_str()));
            let ordinal = match word.as_str() {
                "首先" => 1,
                "其次" => 2,
                _ => later.unwrap_or(3),
            };
            // Each of the words has two characters.
            let end = word.start() + "首先".len();
            Some(Mark { ordinal, span: Span::new(word.start(), end), kind: Kind::Order })
        })
        .collect()
}

/// （一）…；（二）… in running text: only where it begins with the first, and two stand there.
fn bracketed(text: &str) -> Vec<Mark> {
    let Some(pattern) = BRACKET.as_ref() else { return Vec::new() };
    let marks: Vec<Mark> = pattern
        .captures_iter(text)
        .filter_map(|found| {
            let mark = found.name("mark")?;
            let round = found.name("round").and_then(|it| it.as_str().chars().next());
            let ordinal = match round {
                Some(c) => u32::from(c).checked_sub(0x245F)?,
                None => ordinal::parse(found.name("n")?.as_str())?,
            };
            Some(Mark { ordinal, span: Span::from(mark.range()), kind: Kind::Bracket })
        })
        .collect();
    let begins = marks.first().is_some_and(|mark| mark.ordinal == 1) && marks.len() > 1;
    if begins { marks } else { Vec::new() }
}
