//! The parts of a report, each with the heading or paragraph that opens it.

use std::sync::LazyLock;

use regex::Regex;

use super::Part;
use super::blocks::{is_appendix, is_gov_building, of_heading, pattern};
use super::head::Head;
use crate::knowledge::Block;
use crate::reading::{Bare, NumberStyle};
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
        let mark = paragraph.reading.headings.iter().find(|mark| mark.style == NumberStyle::Chinese);
        if let Some(mark) = mark {
            let title = mark.title.of(text);
            if title.chars().count() <= 60 {
                let span = mark.number.cover(mark.title).shifted(paragraph.start);
                tops.push(Top { paragraph: index, title: title.to_owned(), span, block: of_heading(title) });
            }
            continue;
        }
        if head_end.is_some_and(|end| index <= end) || !paragraph.reading.headings.is_empty() {
            continue;
        }
        let bare = Bare::of(text);
        let title = bare.span.of(text);
        if is_short_line(title) {
            let block = if is_appendix(title) { Some(Block::Glossary) } else { of_heading(title) };
            let strong = bare.bold.is_some() || bare.depth.is_some() || title.chars().count() <= 24;
            if block.is_some() && strong {
                let span = bare.span.shifted(paragraph.start);
                tops.push(Top { paragraph: index, title: title.to_owned(), span, block });
            }
        }
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

/// Every part, in document order.
pub(super) fn find(paragraphs: &[Paragraph], head: &Head, body: (usize, usize)) -> Vec<Part> {
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
    let tops = tops(paragraphs, head, body);
    for block in
        [Block::Review, Block::Tasks, Block::NextFive, Block::Requirements, Block::Targets, Block::Glossary]
    {
        parts.extend(
            tops.iter()
                .filter(|top| top.block == Some(block))
                .take(1)
                .map(|top| Part { block, span: top.span }),
        );
    }
    let glossary =
        tops.iter().find(|top| top.block == Some(Block::Glossary)).map_or(body.1, |top| top.paragraph);
    let glossary = glossary.max(head.last_line().map_or(0, |line| line + 1));
    let first = head.last_line().map_or(body.0, |line| line + 1).max(body.0);
    let seen = |parts: &[Part], block| parts.iter().any(|part: &Part| part.block == block);
    let mut last = None;
    for (index, paragraph) in paragraphs.iter().enumerate().take(glossary.min(body.1)).skip(first) {
        let text = paragraph.text();
        if paragraph.noise || text.trim().is_empty() {
            continue;
        }
        let bare = Bare::of(text);
        let span = bare.span.shifted(paragraph.start);
        let words = bare.span.of(text);
        let opening: String = words.chars().take(160).collect();
        for (block, found) in [
            (Block::Problems, PROBLEMS.is_match(&opening)),
            (Block::Thanks, THANKS.is_match(words)),
            (Block::Requirements, REQUIREMENTS.is_match(&opening)),
            (Block::Targets, TARGETS.is_match(words)),
        ] {
            if found && !seen(&parts, block) {
                parts.push(Part { block, span });
            }
        }
        if !seen(&parts, Block::GovBuilding) {
            let marked = paragraph.reading.headings.iter().find(|mark| is_gov_building(mark.title.of(text)));
            let begun: String = words.chars().take(40).collect();
            if let Some(mark) = marked {
                let span = mark.number.cover(mark.title).shifted(paragraph.start);
                parts.push(Part { block: Block::GovBuilding, span });
            } else if is_gov_building(&begun) {
                parts.push(Part { block: Block::GovBuilding, span });
            }
        }
        if paragraph.reading.headings.is_empty() || text.chars().count() > 60 {
            last = Some((index, span, words));
        }
    }
    let ending = last.and_then(|(index, ..)| paragraphs.get(first..=index)).unwrap_or_default();
    let ending =
        ending.iter().rev().filter(|paragraph| !paragraph.noise && !paragraph.text().trim().is_empty());
    for paragraph in ending.take(3) {
        let bare = Bare::of(paragraph.text());
        if CLOSING.is_match(bare.span.of(paragraph.text())) {
            parts.push(Part { block: Block::Closing, span: bare.span.shifted(paragraph.start) });
            break;
        }
    }
    parts.sort_by_key(|part| (part.span.start, part.block));
    parts
}
