//! What a growing selection takes in: figure or name, figure with its indicator, clause, sentence,
//! paragraph, section after section, the whole text.

use crate::report::{Paragraph, Report};
use crate::text::Span;

/// The stretches around an absolute byte offset, the smallest first, each wholly inside the next
/// and larger than it; at least the whole text.
#[must_use]
pub fn selection(report: &Report, offset: usize) -> Vec<Span> {
    let mut around = Vec::new();
    if let Some((index, paragraph)) = report.paragraph_at(offset) {
        within(report, index, paragraph, offset, &mut around);
    }
    let mut heading = report.outline.at(offset);
    while let Some(above) = heading.and_then(|index| report.outline.headings.get(index)) {
        let section = above.section;
        around.push(Span::new(section.start, section.start + report.text(section).trim_end().len()));
        heading = above.parent;
    }
    around.push(Span::new(0, report.source.len()));
    let mut kept: Vec<Span> = Vec::new();
    for span in around {
        let grows = kept.last().is_none_or(|last| span.contains(*last) && span != *last);
        if grows && span.touches(offset) {
            kept.push(span);
        }
    }
    kept
}

/// The stretches inside a paragraph.
fn within(report: &Report, index: usize, paragraph: &Paragraph, offset: usize, around: &mut Vec<Span>) {
    let reading = &paragraph.reading;
    let text = paragraph.text();
    let at = offset - paragraph.start.min(offset);
    let figure = reading.quantities.iter().position(|quantity| quantity.span.touches(at));
    let facts = || report.facts.iter().filter(|fact| fact.paragraph == index);
    let named = |span: Option<Span>| span.is_some_and(|span| span.touches(offset));
    let fact = match figure {
        Some(figure) => facts().find(|fact| fact.quantity == figure),
        None => facts().find(|fact| named(fact.name_span)),
    };
    // The figure with the words of its hedge: 至少 may reach over its clause, and belongs to it only
    // where it touches the figure.
    let hedged = |figure: usize| {
        let quantity = reading.quantities.get(figure)?;
        let hedges = [quantity.hedge_before, quantity.hedge_after].into_iter().flatten();
        let close = hedges.filter(|it| it.end == quantity.span.start || it.start == quantity.span.end);
        Some(close.fold(quantity.span, Span::cover).shifted(paragraph.start))
    };
    if let Some(quantity) = figure.and_then(|figure| reading.quantities.get(figure)) {
        around.push(quantity.span.shifted(paragraph.start));
    } else if let Some(mention) = reading.mentions.iter().find(|mention| mention.span.touches(at)) {
        around.push(mention.span.shifted(paragraph.start));
    }
    let sentence = reading.sentences.iter().find(|it| it.span.start <= at && at < it.span.end);
    let sentence = sentence.or_else(|| reading.sentences.iter().rfind(|it| it.span.touches(at)));
    if let Some(sentence) = sentence {
        let told = fact.map(|fact| (fact.quantity, fact.name_span)).or(figure.map(|figure| (figure, None)));
        if let Some((figure, name)) = told {
            around.extend(name);
            let together = hedged(figure).map(|figure| name.map_or(figure, |name| name.cover(figure)));
            around.extend(together.filter(|all| sentence.span.shifted(paragraph.start).contains(*all)));
        }
        if let Some(clause) = sentence.clauses.iter().find(|clause| clause.span.touches(at)) {
            around.push(trimmed(text, clause.span).shifted(paragraph.start));
        }
        around.push(trimmed(text, sentence.span).shifted(paragraph.start));
    }
    around.push(trimmed(text, Span::new(0, text.len())).shifted(paragraph.start));
}

/// Without the blanks at both ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n（一）经济向好。架桥三座。地区生产总值达到928亿元左右，增长6.5%。筑路。\n城乡更美。\n二、2031年工作安排\n筑路。\n";

    fn around(what: &str) -> Vec<String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let spans = selection(&report, DRAFT.find(what).unwrap() + what.chars().next().unwrap().len_utf8());
        for pair in spans.windows(2) {
            assert!(pair[1].contains(pair[0]) && pair[1] != pair[0]);
        }
        spans.iter().map(|span| report.text(*span).chars().take(24).collect()).collect()
    }

    #[test]
    fn a_figure_grows_to_the_section() {
        assert_eq!(
            around("928亿元"),
            [
                "928亿元",
                "地区生产总值达到928亿元左右",
                "地区生产总值达到928亿元左右，增长6.5%。",
                "（一）经济向好。架桥三座。地区生产总值达到928",
                "（一）经济向好。架桥三座。地区生产总值达到928",
                "一、2030年工作回顾\n（一）经济向好。架桥三座",
                "政府工作报告\n各位代表：\n现在，我代表市政府向大",
            ]
        );
    }

    #[test]
    fn a_name_grows_to_its_figure_and_plain_words_to_their_clause() {
        assert_eq!(around("地区生产总值")[..2], ["地区生产总值", "地区生产总值达到928亿元左右"]);
        assert_eq!(around("城乡更美")[..2], ["城乡更美", "城乡更美。"]);
        let report = Report::read("", &Options::default(), &mut Memo::default());
        assert_eq!(selection(&report, 0), [Span::at(0)]);
        assert_eq!(selection(&report, 99), []);
    }
}
