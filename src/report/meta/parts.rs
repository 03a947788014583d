//! The parts of a report, each with the heading or paragraph that opens it.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::{is_appendix, is_gov_building, of_heading, of_heading_in, pattern};
use super::head::Head;
use super::{Meta, Part};
use crate::knowledge::Block;
use crate::reading::{Bare, NumberStyle, RUNNING};
use crate::report::Paragraph;
use crate::text::Span;

static THANKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern("(?:表示|致以|道一声|说一声).{0,30}(?:感谢|谢意|敬意|致敬)|衷心(?:的)?感谢|崇高(?:的)?敬意")
});
static PROBLEMS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:清醒|深刻|客观|冷静|充分|明确|也|还|必须|要|深知).{0,10}(?:认识|看到|意识|正视|面对|存在|面临).{0,60}(?:问题|不足|差距|困难|矛盾|短板|挑战|薄弱|短腿)|(?:存在|面临).{0,30}(?:问题|不足|差距|困难|矛盾|短板)|正视.{0,30}(?:问题|不足|困难|矛盾)|主要问题|突出问题.{0,6}(?:是|有)|(?:问题|不足|困难|差距).{0,12}(?:主要|突出)(?:是|表现|有|体现)",
    )
});
/// The words with which a review ends: what is wanting, and thanks.
static TURN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:清醒|深刻|冷静)(?:地|的)?(?:认识|看到|意识)到?.{0,60}(?:问题|不足|差距|困难|矛盾|挑战)|(?:衷心|诚挚)的?(?:感谢|谢意)|崇高的?敬意",
    )
});
static REQUIREMENTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:总体要求|总体思路|指导思想|总的要求|总体目标|总的思路|基本思路|政策取向|工作思路|总要求|工作要求).{0,12}(?:是|为|:|\u{FF1A}|要)|^.{0,12}(?:总体要求|总体思路|指导思想|总的要求|工作总要求)|(?:我们|工作|必须|要).{0,12}以.{4,60}为指导",
    )
});
static TARGETS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:目标|指标|目标任务).{0,10}(?:是|为|:|\u{FF1A}|建议)|(?:力争|确保|预期|预计).{0,30}(?:生产总值|GDP).{0,10}增长|生产总值(?:预期)?(?:年均)?增长.{0,80}(?:收入|投资|零售).{0,12}增长",
    )
});
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:让我们|我们要|我们坚信|我们相信|我们将).{0,120}(?:团结|领导下|旗帜|携手|奋斗|奋进|前进)|(?:而|共同|努力|团结|不懈|接续|奋力)(?:努力)?(?:奋斗|奋进|前进|拼搏)[!\u{FF01}\u{3002}]?$|(?:胜利召开|新篇章|新局面|新辉煌|新征程|新贡献|辉煌篇章|新胜利|更大贡献|更加美好的明天)[!\u{FF01}\u{3002}]?$",
    )
});

/// A heading of the highest level.
#[derive(Debug)]
pub(super) struct Top {
    pub(super) paragraph: usize,
    pub(super) title: String,
    pub(super) span: Span,
    pub(super) block: Option<Block>,
    numbered: bool,
}

/// The headings of the highest level: `一、` and short lines that name a part of a report.
pub(super) fn tops(paragraphs: &[Paragraph], head: &Head, body: (usize, usize)) -> Vec<Top> {
    let head_end = head.last_line();
    let mut tops = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate().take(body.1).skip(body.0) {
        if paragraph.noise {
            continue;
        }
        let text = paragraph.text();
        let marks = paragraph.reading.headings.iter().filter(|mark| mark.style == NumberStyle::Chinese);
        // In a line that holds many paragraphs only their order tells headings from references.
        let many = if text.len() >= RUNNING { usize::MAX } else { 1 };
        let mut expected = 1;
        let mut numbered = false;
        for mark in marks.take(many) {
            numbered = true;
            if many > 1 && mark.ordinal != expected {
                continue;
            }
            expected += 1;
            let title = mark.title.of(text);
            if title.chars().count() <= 60 {
                let span = mark.number.cover(mark.title).shifted(paragraph.start);
                let title = title.replace("** **", "").replace("**", "");
                let block = of_heading(&title);
                tops.push(Top { paragraph: index, title, span, block, numbered: true });
            }
        }
        if numbered {
            continue;
        }
        if head_end.is_some_and(|end| index <= end) || !paragraph.reading.headings.is_empty() {
            continue;
        }
        let bare = Bare::of(text);
        let title = bare.span.of(text);
        let appendix = is_appendix(title);
        if appendix || is_short_line(title) {
            let block = if appendix { Some(Block::Glossary) } else { of_heading(title) };
            let strong = bare.bold.is_some() || bare.depth.is_some() || title.chars().count() <= 24;
            if block.is_some() && strong {
                let span = bare.span.shifted(paragraph.start);
                tops.push(Top { paragraph: index, title: title.to_owned(), span, block, numbered: false });
            }
        }
    }
    // Unnumbered parts above 一、 move it down a level.
    let parts = [Block::Review, Block::Tasks, Block::NextFive];
    let named = |top: &&Top| !top.numbered && top.block.is_some_and(|block| parts.contains(&block));
    let plain = tops.iter().find(named).map(|top| top.paragraph);
    let first = tops.iter().find(|top| top.numbered).map(|top| top.paragraph);
    if plain.zip(first).is_some_and(|(plain, first)| plain < first) {
        tops.retain(|top| !top.numbered);
    }
    tops
}

/// A line that could be an unnumbered heading.
pub(crate) fn is_short_line(line: &str) -> bool {
    let count = line.chars().count();
    (2..=60).contains(&count)
        && !line.contains([
            '\u{3002}', ':', '\u{FF1A}', ';', '\u{FF1B}', '!', '\u{FF01}', '?', '\u{FF1F}', '|', '<',
        ])
        && !line.ends_with(['\u{FF0C}', ',', '\u{3001}', '.', '\u{2026}'])
        && !line.starts_with("各位")
        && line.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

/// Where the report proper ends before its glossary, and where it begins behind its head.
fn lines(
    paragraphs: &[Paragraph],
    head: &Head,
    body: (usize, usize),
    tops: &[Top],
) -> std::ops::Range<usize> {
    let glossary =
        tops.iter().find(|top| top.block == Some(Block::Glossary)).map_or(body.1, |top| top.paragraph);
    let glossary = glossary.max(head.last_line().map_or(0, |line| line + 1));
    // Where the head shares its line with the report, the report begins on that line.
    let runs = |line: usize| paragraphs.get(line).is_some_and(|paragraph| paragraph.text().len() >= RUNNING);
    let first = head.last_line().map_or(body.0, |line| line + usize::from(!runs(line))).max(body.0);
    first..glossary.max(first + usize::from(runs(first))).min(body.1)
}

/// The peroration: one of the last paragraphs, by its words or by its exclamation mark.
pub(super) fn closing(
    paragraphs: &[Paragraph],
    head: &Head,
    body: (usize, usize),
    tops: &[Top],
) -> Option<Part> {
    let body = Body { paragraphs, lines: lines(paragraphs, head, body, tops), planned: None };
    let long = |words: &str| words.chars().count() >= 40;
    let last = body.words().rev().take(3).find(|&(_, _, words)| {
        CLOSING.is_match(words) || (long(words) && words.ends_with(['!', '\u{FF01}']))
    });
    // Appendices follow on the same line where line ends were lost.
    let runs = |index: usize| paragraphs.get(index).is_some_and(|it| it.text().len() >= RUNNING);
    let calls = |words: &str| words.contains("让我们") && CLOSING.is_match(words);
    let last = last.or_else(|| body.words().rev().find(|&(index, _, words)| runs(index) && calls(words)));
    last.map(|(_, span, _)| Part { block: Block::Closing, span })
}

/// Every part but the closing, which decides whether the text is a draft at all.
pub(super) fn find(paragraphs: &[Paragraph], head: &Head, meta: &Meta, tops: &[Top]) -> Vec<Part> {
    let body = meta.body;
    let block_of = |top: &Top| match top.block {
        Some(Block::Glossary) => top.block,
        _ => of_heading_in(&top.title, meta.plan_year),
    };
    let mut parts = Vec::new();
    let line = |index: usize| {
        let paragraph = paragraphs.get(index)?;
        Some(Bare::of(paragraph.text()).span.shifted(paragraph.start))
    };
    let located = [
        (Block::Title, head.title.as_ref().map(|title| title.span)),
        (Block::Occasion, head.occasion_line.and_then(line)),
        (Block::Speaker, head.speaker.as_ref().map(|speaker| speaker.span)),
        (Block::Salutation, head.salutation_line.and_then(line)),
        (Block::Opening, head.opening_line.and_then(line)),
    ];
    parts.extend(located.into_iter().filter_map(|(block, span)| Some(Part { block, span: span? })));
    for block in
        [Block::Review, Block::Tasks, Block::NextFive, Block::Requirements, Block::Targets, Block::Glossary]
    {
        parts.extend(
            tops.iter()
                .filter(|top| block_of(top) == Some(block))
                .filter(|top| block != Block::Glossary || of_heading(&top.title) == Some(block))
                .take(1)
                .map(|top| Part { block, span: top.span }),
        );
    }
    let lines = lines(paragraphs, head, body, tops);
    let plan = [Block::Tasks, Block::NextFive, Block::Requirements, Block::Targets];
    let planned = tops.iter().find(|top| block_of(top).is_some_and(|block| plan.contains(&block)));
    let begins = paragraphs.get(lines.start + 1).map_or(0, |paragraph| paragraph.start);
    let planned = planned.map(|top| top.span.start).filter(|&planned| planned > begins);
    let mut reader = Body { paragraphs, lines, planned };
    reader.planned = planned.or_else(|| {
        // No heading says where the plan begins: it does behind thanks and problems.
        let turn = reader.words().find(|&(_, _, words)| TURN.is_match(words)).map(|(_, span, _)| span.end)?;
        let next = tops.iter().find(|top| top.span.start > turn && block_of(top) != Some(Block::Glossary));
        Some(next.map_or(turn, |top| top.span.start))
    });
    reader.find(&mut parts);
    parts
}

/// The sentences of a line that holds many paragraphs.
fn sentences(words: &str) -> Vec<Span> {
    let ends = words.match_indices(['\u{3002}', '!', '\u{FF01}']).map(|(at, mark)| at + mark.len());
    let mut from = 0;
    let mut found: Vec<Span> = ends.map(|end| Span::new(std::mem::replace(&mut from, end), end)).collect();
    found.push(Span::new(from, words.len()));
    found
}

/// The paragraphs between head and glossary, where parts are no headings.
struct Body<'b> {
    paragraphs: &'b [Paragraph],
    lines: std::ops::Range<usize>,
    /// Where the plan begins (absolute byte), if a heading says so.
    planned: Option<usize>,
}

impl<'b> Body<'b> {
    /// Index, absolute span and words of every paragraph that is read; of every sentence where a
    /// line holds many paragraphs.
    fn words(&self) -> impl DoubleEndedIterator<Item = (usize, Span, &'b str)> + use<'b> {
        let first = self.lines.start;
        let paragraphs = self.paragraphs.get(self.lines.clone()).unwrap_or_default();
        let paragraphs = paragraphs.iter().enumerate().filter(|(_, paragraph)| !paragraph.noise);
        paragraphs.flat_map(move |(index, paragraph)| {
            let bare = Bare::of(paragraph.text()).span;
            let words = bare.of(paragraph.text());
            let rows = if words.len() < RUNNING { vec![Span::new(0, words.len())] } else { sentences(words) };
            rows.into_iter().filter_map(move |row| {
                let span = row.shifted(bare.start + paragraph.start);
                row.of(words).chars().any(char::is_alphanumeric).then(|| (first + index, span, row.of(words)))
            })
        })
    }

    fn find(&self, parts: &mut Vec<Part>) {
        let begun = |words: &str| -> String { words.chars().take(160).collect() };
        let reviewing = |span: Span| self.planned.is_none_or(|planned| span.end <= planned);
        let planning = |span: Span| self.planned.is_none_or(|planned| span.end > planned);
        // Thanks and problems close the review: the last that fits, else the first anywhere.
        let review: [(Block, &Regex); 2] = [(Block::Thanks, &THANKS), (Block::Problems, &PROBLEMS)];
        for (block, pattern) in review {
            let fits = |words: &str| match block {
                Block::Problems => pattern.is_match(&begun(words)),
                _ => pattern.is_match(words),
            };
            let found = self
                .planned
                .and_then(|_| self.words().rev().find(|&(_, span, words)| reviewing(span) && fits(words)));
            let found = found.or_else(|| self.words().find(|&(_, _, words)| fits(words)));
            parts.extend(found.map(|(_, span, _)| Part { block, span }));
        }
        let plan: [(Block, &Regex); 2] = [(Block::Requirements, &REQUIREMENTS), (Block::Targets, &TARGETS)];
        for (block, pattern) in plan {
            if parts.iter().any(|part| part.block == block) {
                continue;
            }
            let fits = |words: &str| match block {
                Block::Requirements => pattern.is_match(&begun(words)),
                _ => pattern.is_match(words),
            };
            let found = self.words().find(|&(_, span, words)| planning(span) && fits(words));
            parts.extend(found.map(|(_, span, _)| Part { block, span }));
        }
        // 政府自身建设 is looked for on both sides: a report may review it and plan none.
        let found = |side: &dyn Fn(Span) -> bool| {
            self.words().filter(|&(_, span, _)| side(span)).find_map(|(index, span, words)| {
                let paragraph = self.paragraphs.get(index)?;
                let marks = &paragraph.reading.headings;
                let mut marks = marks.iter().filter(|_| paragraph.text().len() < RUNNING);
                let mark = marks.find(|mark| is_gov_building(mark.title.of(paragraph.text())));
                if let Some(mark) = mark {
                    return Some(mark.number.cover(mark.title).shifted(paragraph.start));
                }
                let opening: String = words.chars().take(40).collect();
                is_gov_building(&opening).then_some(span)
            })
        };
        let review = self.planned.and_then(|_| found(&reviewing));
        let spans = [review, found(&planning)];
        parts.extend(spans.into_iter().flatten().map(|span| Part { block: Block::GovBuilding, span }));
    }
}
