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
        "^(?:(?:[一二三四五六七]年多?来|这[一二三四五六七]年|这是|回[望首眸][^,\u{FF0C}]{1,6}|过去的?[一二三四五六七]年|去年|[“\"]?十[一二三四五]?五[”\"]?(?:时期)?[,\u{FF0C}]?是)[,\u{FF0C}]?(?:我们|是|让我们[^,\u{FF0C}]{2,6}的是)?|我们|以[^,\u{FF0C}]{2,24}为[^,\u{FF0C}]{2,14}[,\u{FF0C}])",
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
    /// With a short sentence that is all of it.
    Only,
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
    /// The first letters of a sentence that might be a topic.
    shared: Option<String>,
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
            let shared = shared(text, &build);
            section.push(Opening { paragraph: index, build, span, alone, shared });
        }
    }
    // A report that opens most of its paragraphs with topics does so throughout.
    let all = || sections.iter().skip(1).flatten();
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
    let mut letters: BTreeMap<&str, usize> = BTreeMap::new();
    for opening in section {
        *counts.entry(&opening.build).or_default() += 1;
        if let Some(shared) = &opening.shared {
            *letters.entry(shared.as_str()).or_default() += 1;
        }
    }
    let count = |build: &Build| counts.get(build).copied().unwrap_or_default();
    let (topics, longs) = (count(&Build::Topic), count(&Build::Long));
    // What leads into the section need not open like the rest.
    let lead = section.first().is_some_and(|it| it.build == Build::Other);
    let body = section.len() - usize::from(lead);
    let few = if habit { 1 } else { FEW };
    let uniform = topics >= few && topics >= longs && (topics + longs) * 6 >= body * 5;
    for (at, opening) in section.iter().enumerate() {
        let alike = opening.shared.as_deref().and_then(|shared| letters.get(shared));
        let next = section.get(at + 1).map(|next| &next.build);
        let topic = match &opening.build {
            Build::Topic => true,
            // 以…为…, alone is a long sentence like others.
            Build::Opened(key) if key == "以" && uniform && opening.span.len() <= 108 => true,
            Build::Opened(_) | Build::Colon => count(&opening.build) >= FEW,
            Build::Spaced => count(&opening.build) >= 2,
            Build::Long => uniform || alike.is_some_and(|&count| count >= FEW),
            // Its text stands on the next line.
            Build::Only => habit && topics >= 2 && matches!(next, Some(Build::Other | Build::Long)),
            Build::Other => alike.is_some_and(|&count| count >= FEW),
        };
        if let Some(slot) = found.get_mut(opening.paragraph) {
            *slot = if topic { Some(opening.span) } else { opening.alone };
        }
    }
}

/// The letters that a series of long sentences repeats: 力争建成小康,在…上实现新跨越.
fn shared(text: &str, build: &Build) -> Option<String> {
    if !matches!(build, Build::Long | Build::Other) {
        return None;
    }
    let title = topic::first_sentence(text)?.of(text);
    let fits = title.chars().count() <= 48
        && !topic::states_figures(title)
        && !topic::opener(title)
        && !topic::states(title);
    fits.then(|| title.chars().take(6).collect())
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
    let Some(span) = topic::first_sentence(text) else {
        // 推进桥梁建设。 on a line of its own, like the topics before and behind it.
        let only = words
            .strip_suffix('\u{3002}')
            .map(|title| Span::new(bare.span.start, bare.span.start + title.len()));
        let only = only.filter(|only| topic::is_short(only.of(text)));
        return only.map_or((Build::Other, Span::default()), |span| (Build::Only, span));
    };
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
        // 以…为…, is one beginning whatever stands between.
        let key = if title.starts_with('以') { "以" } else { opened.as_str() };
        return (Build::Opened(key.to_owned()), span);
    }
    let long = count <= 36
        && text.len() >= span.end + BODY
        && !title.contains(|c: char| c.is_ascii_digit())
        && !MEASURES.is_match(title)
        && !topic::opener(title)
        && !topic::states(title);
    (if long { Build::Long } else { Build::Other }, span)
}

#[cfg(test)]
mod tests {
    use crate::report::{Memo, Options, Report};

    /// Level, number and title of every heading.
    fn report(body: &str) -> Vec<String> {
        let source = format!(
            "云溪市人民政府工作报告\n2031年1月9日在云溪市第九届人民代表大会第三次会议上\n各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n{body}\n各位代表,让我们携起手来,为建设美丽云溪而努力奋斗!\n"
        );
        let report = Report::read(&source, &Options::default(), &mut Memo::default());
        let lines = report.outline.headings.iter().map(|heading| {
            let number = heading.number.map_or("", |number| report.text(number));
            format!("{}|{number}|{}", heading.level, report.text(heading.title))
        });
        lines.collect()
    }

    #[test]
    fn what_several_paragraphs_share_is_a_topic() {
        let review = |lines: [&str; 3]| report(&format!("一、过去五年工作回顾\n{}", lines.join("\n")));
        let topics = |titles: [&str; 3]| {
            let mut lines = vec!["1|一、|过去五年工作回顾".to_owned()];
            lines.extend(titles.map(|title| format!("3||{title}")));
            lines
        };
        assert_eq!(
            review([
                "五年来,我们狠抓桥梁建设,出行更加方便。全市架桥三十座。",
                "五年来,我们狠抓道路建设,乡村更加通达。全市修路三十条。",
                "五年来,我们狠抓河道治理,河水更加清澈。全市护堤三十里。",
            ]),
            topics([
                "五年来,我们狠抓桥梁建设,出行更加方便",
                "五年来,我们狠抓道路建设,乡村更加通达",
                "五年来,我们狠抓河道治理,河水更加清澈",
            ])
        );
        assert_eq!(
            review([
                "桥梁建设迈上新台阶 五年来,全市架桥三十座。群众满意。",
                "道路建设取得新进展 五年来,全市修路三十条。群众满意。",
                "河道面貌发生新变化 五年来,全市护堤三十里。群众满意。",
            ]),
            topics(["桥梁建设迈上新台阶", "道路建设取得新进展", "河道面貌发生新变化"])
        );
        assert_eq!(
            review([
                "架好桥梁\u{FF1A}全市架桥三十座。群众满意。",
                "修好道路\u{FF1A}全市修路三十条。群众满意。",
                "护好河堤\u{FF1A}全市护堤三十里。群众满意。",
            ]),
            topics(["架好桥梁", "修好道路", "护好河堤"])
        );
        assert_eq!(
            review([
                "力争建成桥梁强市,在架桥数量上要有新的突破。全市架桥三十座。",
                "力争建成桥梁强市,在架桥质量上要有新的突破。全市验收三十座。",
                "力争建成桥梁强市,在架桥速度上要有新的突破。全市提速三成。",
            ]),
            topics([
                "力争建成桥梁强市,在架桥数量上要有新的突破",
                "力争建成桥梁强市,在架桥质量上要有新的突破",
                "力争建成桥梁强市,在架桥速度上要有新的突破",
            ])
        );
        let own = "一、过去五年工作回顾\n狠抓桥梁。全市架桥。\n狠抓道路。全市修路。\n狠抓绿化。全市植树。\n狠抓河堤。\n全市护堤三十里,其中新堤十里,沿堤植树。群众满意。";
        assert_eq!(
            report(own),
            ["1|一、|过去五年工作回顾", "3||狠抓桥梁", "3||狠抓道路", "3||狠抓绿化", "3||狠抓河堤"]
        );
        let alone = "一、过去五年工作回顾\n五年来,我们狠抓桥梁建设,出行更加方便。全市架桥三十座。\n桥梁是出行之本。全市架桥。";
        assert_eq!(report(alone), ["1|一、|过去五年工作回顾"]);
    }
}
