//! Changes that a drafter may ask for where nothing is wrong: a figure in another unit, headings
//! numbered anew, a part that is missing.

use crate::checks::{self, Message};
use crate::quantity::rewritings;
use crate::reading::{NumberStyle, ordinal};
use crate::report::{Heading, Report, Skeleton};
use crate::text::{Edit, Span};

/// A change on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refactoring {
    /// What it does.
    pub title: Message,
    /// Absolute edits that do not overlap.
    pub edits: Vec<Edit>,
}

/// The changes on offer where `place` is.
#[must_use]
pub fn refactorings(report: &Report, place: Span) -> Vec<Refactoring> {
    let mut all = units(report, place);
    all.extend(numbers(report, place));
    all.extend(parts(report, place));
    all
}

/// The figure that is touched, in the other unit.
fn units(report: &Report, place: Span) -> Vec<Refactoring> {
    let Some((_, paragraph)) = report.paragraph_at(place.start) else { return Vec::new() };
    let touched = |span: Span| span.start <= place.end && place.start <= span.end;
    let quantities = paragraph.reading.quantities.iter();
    let Some(quantity) = quantities.into_iter().find(|it| touched(it.span.shifted(paragraph.start))) else {
        return Vec::new();
    };
    let span = quantity.span.shifted(paragraph.start);
    let (printed, symbol) = (report.text(span), quantity.unit.map_or("", |unit| unit.symbol()));
    // What stands behind the numeral must be the plain unit, and nothing before it.
    let numeral = quantity.numeral.of(paragraph.text());
    if printed.strip_prefix(numeral) != Some(symbol) {
        return Vec::new();
    }
    let rewritten = rewritings(quantity).into_iter().map(|it| {
        let text = format!("{}{}", it.value, it.unit);
        Refactoring {
            title: Message::new(format!("改写为“{text}”"), format!("Write as “{text}”")),
            edits: vec![Edit::replace(span, text)],
        }
    });
    rewritten.collect()
}

/// The headings below the one under the cursor, or beside it, numbered in order.
fn numbers(report: &Report, place: Span) -> Option<Refactoring> {
    let edits = renumber_around(report, place.start);
    let title = Message::new("重编本节标题序号", "Renumber the headings of this section");
    (!edits.is_empty()).then_some(Refactoring { title, edits })
}

/// The edits that number the headings below the one that `offset` is under in order, or else those
/// beside it.
#[must_use]
pub fn renumber_around(report: &Report, offset: usize) -> Vec<Edit> {
    let at = report.outline.at(offset);
    let parent = at.and_then(|at| report.outline.headings.get(at)).and_then(|heading| heading.parent);
    let edits = [at, parent].into_iter().map(|above| renumber(report, above));
    edits.into_iter().find(|edits| !edits.is_empty()).unwrap_or_default()
}

/// The edits that number the headings below `above` (`None`: those of the first level) in order;
/// none where they are. A group that begins anew with 一 stays a group of its own.
#[must_use]
pub fn renumber(report: &Report, above: Option<usize>) -> Vec<Edit> {
    let styles = [
        NumberStyle::Chinese,
        NumberStyle::BracketedChinese,
        NumberStyle::Arabic,
        NumberStyle::BracketedArabic,
        NumberStyle::Series,
        NumberStyle::Ordinal,
    ];
    let children: Vec<&Heading> =
        report.outline.children(above).filter_map(|index| report.outline.headings.get(index)).collect();
    let mut edits = Vec::new();
    for style in styles {
        let (mut wanted, mut last) = (0, 0);
        let numbered = children.iter().filter_map(|heading| Some((heading.number?, heading.ordinal?)));
        for (number, (_, printed)) in numbered.filter(|(_, (own, _))| *own == style) {
            wanted = if printed == 1 && last > 1 { 1 } else { wanted + 1 };
            last = printed;
            if printed != wanted {
                edits.push(Edit::replace(number, ordinal::renumber(report.text(number), wanted)));
            }
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// Every heading of the report numbered in order, level by level.
#[must_use]
pub fn renumber_all(report: &Report) -> Vec<Edit> {
    let parents = std::iter::once(None).chain((0..report.outline.headings.len()).map(Some));
    let mut edits: Vec<Edit> = parents.flat_map(|above| renumber(report, above)).collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// The parts that are missing, where the cursor is in an empty line or in a heading of the first
/// level; at the end of a line only those that go there.
fn parts(report: &Report, place: Span) -> Vec<Refactoring> {
    let Some((index, paragraph)) = report.paragraph_at(place.start) else { return Vec::new() };
    let top = |it: &Heading| it.level == 1 && it.paragraph == index;
    let everywhere = paragraph.text().trim().is_empty() || report.outline.headings.iter().any(top);
    let end = paragraph.span().end;
    if !everywhere && place.end < end {
        return Vec::new();
    }
    let missing = checks::missing_sections(report).into_iter();
    let skeletons = missing.filter_map(|section| report.skeleton(section.block));
    skeletons.filter(|it| everywhere || it.at == end).map(|it| part(report, it)).collect()
}

/// The edit that adds a part.
fn part(report: &Report, skeleton: Skeleton) -> Refactoring {
    let block = skeleton.block;
    let text = format!("{}{}", report.gap(), skeleton.text);
    Refactoring {
        title: Message::new(
            format!("插入“{}”部分的框架", block.name()),
            format!("Insert a skeleton of the part “{}”", block.id()),
        ),
        edits: vec![Edit::replace(Span::at(skeleton.at), text)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n新增绿地1500亩，投入资金12345.678万元，流转土地100亩。\n二、2031年工作安排\n（一）抓好项目。开工一批。\n（三）抓好生态。水质达标。\n（三）抓好民生。办好实事。\n";

    fn read(text: &str) -> Report {
        Report::read(text, &Options::default(), &mut Memo::default())
    }

    fn at(what: &str) -> Vec<Refactoring> {
        refactorings(&read(DRAFT), Span::at(DRAFT.find(what).unwrap() + 1))
    }

    fn applied(refactoring: &Refactoring) -> String {
        Edit::apply_all(DRAFT, &refactoring.edits)
    }

    #[test]
    fn a_figure_is_rewritten_where_no_digit_is_lost() {
        let all = at("1500亩");
        assert_eq!(all[0].title.zh, "改写为“100公顷”");
        assert_eq!(applied(&all[0]), DRAFT.replace("1500亩", "100公顷"));
        assert_eq!(applied(&at("12345.678万元")[0]), DRAFT.replace("12345.678万元", "1.2345678亿元"));
        assert_eq!(at("100亩").len(), 0);
    }

    #[test]
    fn headings_are_numbered_anew() {
        let all = at("抓好生态");
        let renumbered = DRAFT.replacen("（三）", "（二）", 1);
        assert_eq!(applied(&all[0]), renumbered);
        let report = read(&renumbered);
        assert_eq!(renumber_all(&report), []);
        assert_eq!(renumber_all(&read(DRAFT)).len(), 1);
    }

    #[test]
    fn a_group_that_begins_anew_is_left_and_two_firsts_are_not() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n（一）抓桥。架桥。\n（一）抓路。筑路。\n（三）抓水。引水。\n二、2031年工作安排\n架桥。\n";
        let out = Edit::apply_all(text, &renumber_all(&read(text)));
        assert!(out.contains("（一）抓桥。架桥。\n（二）抓路。筑路。\n（三）抓水"), "{out}");
    }

    #[test]
    fn a_missing_part_is_offered_where_it_is_told_of() {
        let all = at("2031年工作安排");
        let targets = all.iter().find(|it| it.title.zh.contains("主要目标")).unwrap();
        let out = applied(targets);
        assert!(out.contains("工作安排\n2031年经济社会发展的主要预期目标是：地区生产总值增长__%"), "{out}");
        assert_eq!(at("开工一批").iter().filter(|it| it.title.zh.contains("框架")).count(), 0);
    }
}
