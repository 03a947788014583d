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

/// What a measure, a demand or a circumstance says rather than a topic.
static MEASURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^[在为对从当]|提出了|提供了|要有|要着眼|更高的?要求|仍然|尚未|不够|并存|暂停|召开|举办|顺利实施|投入使用|的同时",
    )
});
/// A topic heads a paragraph: so many bytes follow one that is long itself.
const BODY: usize = 180;

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

/// The topic sentence that opens each paragraph of `lines`, where one does. `heads` says of a
/// paragraph whether it is a heading that begins a section. Total, and linear.
pub(super) fn topics(
    paragraphs: &[Paragraph],
    lines: Range<usize>,
    heads: impl Fn(usize) -> bool,
) -> Vec<Option<Span>> {
    let mut sections: Vec<Vec<Opening>> = vec![Vec::new()];
    for index in lines {
        let Some(paragraph) = paragraphs.get(index).filter(|paragraph| !paragraph.noise) else { continue };
        if heads(index) {
            sections.push(Vec::new());
            continue;
        }
        let text = paragraph.text();
        let marked = paragraph.reading.headings.iter().any(|mark| !mark.buried);
        if marked || text.trim().is_empty() {
            continue;
        }
        let alone = topic::find(text);
        let (build, span) = build(text, alone);
        if let Some(section) = sections.last_mut() {
            section.push(Opening { paragraph: index, build, span, alone });
        }
    }
    // A report that opens most of its paragraphs with topics does so throughout.
    let all = || sections.iter().flatten();
    let habit = all().filter(|it| it.build == Build::Topic).count() * 2 >= all().count();
    let mut found = vec![None; paragraphs.len()];
    for section in &sections {
        settle(section, habit, &mut found);
    }
    found
}

/// Decides the paragraphs of one section.
fn settle(section: &[Opening], habit: bool, found: &mut [Option<Span>]) {
    let mut counts: BTreeMap<&Build, usize> = BTreeMap::new();
    for opening in section {
        *counts.entry(&opening.build).or_default() += 1;
    }
    let count = |build: &Build| counts.get(build).copied().unwrap_or_default();
    let (topics, longs) = (count(&Build::Topic), count(&Build::Long));
    // What leads into the section need not open like the rest.
    let lead = section.first().is_some_and(|it| it.build == Build::Other);
    let body = section.len() - usize::from(lead);
    let few = if habit { 1 } else { FEW };
    let uniform = topics >= few && topics >= longs && (topics + longs) * 6 >= body * 5;
    for opening in section {
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
    if topic::states_figures(title) || !(6..=48).contains(&count) || topic::clauses(title) > 4 {
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
        && text.len() >= span.end + BODY
        && !title.contains(|c: char| c.is_ascii_digit())
        && !MEASURES.is_match(title)
        && !topic::opener(title)
        && !topic::states(title);
    (if long { Build::Long } else { Build::Other }, span)
}
