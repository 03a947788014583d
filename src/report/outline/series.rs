//! Topic sentences that only their neighbours give away: in one section several paragraphs begin
//! alike (`五年来,我们…。`), or set a few words off by a blank or a colon, or nearly all open with
//! a sentence of one build that would be too long alone.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::topic;
use crate::reading::Bare;
use crate::report::Paragraph;
use crate::report::meta::pattern;
use crate::text::Span;

/// The beginning that a series repeats; what stands before the comma says when, not what.
static OPENED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:(?:[一二三四五六七]年多?来|这[一二三四五六七]年|这是|回[望首眸][^,\u{FF0C}]{1,6}|过去的?[一二三四五六七]年|去年|[“\"]?十[一二三四五]?五[”\"]?(?:时期)?[,\u{FF0C}]?是)[,\u{FF0C}]?(?:我们|是|让我们[^,\u{FF0C}]{2,6}的是)?|我们(?:要|将|坚持|始终|必须)?)",
    )
});
/// A few words and then a blank: `国民经济迈上新台阶 五年来…`.
static SPACED: LazyLock<Regex> = LazyLock::new(|| pattern("^([\\p{Han}、“”]{4,24})[\u{3000} ]+[\\p{Han}“]"));
/// A few words and then a colon: `做优结构:…`.
static COLON: LazyLock<Regex> = LazyLock::new(|| {
    pattern("^([\\p{Han}、“”]{4,24}(?:[,\u{FF0C}][\\p{Han}、“”]{4,16})?)[:\u{FF1A}][^\u{3002}]")
});
/// Words that announce what follows and name no topic.
static ANNOUNCES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:目标|指标|要求|思路|任务|如下|包括|方面|问题|工作|指出|强调|认识到|看到|表明|证明|原则|措施|是|有|为|做到|体会|深知|启示|建议|主要|实事|编者|代表)$|^(?:各位|总之|同时|此外|附|注)",
    )
});

/// How a paragraph begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Build {
    /// A topic sentence by itself.
    Topic,
    /// With words that others repeat.
    Opened(String),
    /// With words set off by a blank.
    Spaced,
    /// With words set off by a colon.
    Colon,
    /// With a sentence that is long for a topic.
    Long,
    /// With none of these.
    Other,
}

/// The beginning of one paragraph.
struct Opening {
    paragraph: usize,
    build: Build,
    /// The words that would be its title.
    span: Span,
    /// The topic sentence that it has whatever its neighbours are.
    alone: Option<Span>,
}

/// The fewest paragraphs that make a series.
const FEW: usize = 3;

/// The topic sentence that opens each paragraph of `lines`, where one does. `parts` says of a
/// paragraph whether it is a heading that begins a section. Total, and linear.
pub(super) fn topics(
    paragraphs: &[Paragraph],
    lines: Range<usize>,
    heads: impl Fn(usize) -> bool,
) -> Vec<Option<Span>> {
    let mut found = vec![None; paragraphs.len()];
    let mut section: Vec<Opening> = Vec::new();
    for index in lines {
        let Some(paragraph) = paragraphs.get(index).filter(|paragraph| !paragraph.noise) else { continue };
        if heads(index) {
            settle(&mut section, &mut found);
            continue;
        }
        let text = paragraph.text();
        let marked = paragraph.reading.headings.iter().any(|mark| !mark.buried);
        if marked || text.trim().is_empty() {
            continue;
        }
        let alone = topic::find(text);
        let (build, span) = build(text, alone);
        section.push(Opening { paragraph: index, build, span, alone });
    }
    settle(&mut section, &mut found);
    found
}

/// Decides the paragraphs of one section.
fn settle(section: &mut Vec<Opening>, found: &mut [Option<Span>]) {
    let mut counts: BTreeMap<&Build, usize> = BTreeMap::new();
    for opening in section.iter() {
        *counts.entry(&opening.build).or_default() += 1;
    }
    let count = |build: &Build| counts.get(build).copied().unwrap_or_default();
    let built = count(&Build::Topic) + count(&Build::Long);
    let topics = count(&Build::Topic);
    let uniform = topics >= FEW && topics >= count(&Build::Long) && built * 10 >= section.len() * 9;
    for opening in section.iter() {
        let topic = match &opening.build {
            Build::Topic => true,
            Build::Opened(_) | Build::Colon => count(&opening.build) >= FEW,
            Build::Spaced => count(&opening.build) >= 2,
            Build::Long => uniform,
            Build::Other => false,
        };
        if let Some(slot) = found.get_mut(opening.paragraph) {
            *slot = if topic { Some(opening.span) } else { opening.alone };
        }
    }
    section.clear();
}

/// How the paragraph begins, and the words that would be its title, relative to `text`.
fn build(text: &str, alone: Option<Span>) -> (Build, Span) {
    let bare = Bare::of(text);
    let words = bare.span.of(text);
    for (pattern, build) in [(&SPACED, Build::Spaced), (&COLON, Build::Colon)] {
        // Words set off by a blank and what stands behind them may look like one sentence.
        if bare.bold.is_some() || (alone.is_some() && build == Build::Colon) {
            continue;
        }
        let title = pattern.captures(words).and_then(|found| found.get(1)).map_or("", |title| title.as_str());
        if !title.is_empty() && !ANNOUNCES.is_match(title) && !topic::opener(title) {
            return (build, Span::new(bare.span.start, bare.span.start + title.len()));
        }
    }
    if let Some(span) = alone {
        return (Build::Topic, span);
    }
    let Some(span) = topic::first_sentence(text) else { return (Build::Other, Span::default()) };
    let title = span.of(text);
    let count = title.chars().count();
    if topic::states_figures(title) || !(6..=48).contains(&count) || topic::clauses(title) > 3 {
        return (Build::Other, span);
    }
    if let Some(opened) = OPENED.find(title) {
        // 过去五年,是…的五年 tells of its time; whatever else is something states it.
        let rest = title.get(opened.end()..).unwrap_or("");
        if topic::states(rest)
            || ["深感", "感谢", "相信", "坚信", "深知", "体会"].iter().any(|word| rest.contains(word))
        {
            return (Build::Other, span);
        }
        return (Build::Opened(opened.as_str().to_owned()), span);
    }
    let long = count <= 36
        && topic::clauses(title) <= 2
        && !title.starts_with('在')
        && !title.contains(|c: char| c.is_ascii_digit())
        && !topic::opener(title)
        && !topic::states(title);
    (if long { Build::Long } else { Build::Other }, span)
}
