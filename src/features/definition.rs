//! Where something comes from: a restated figure from its first statement, a target from what was done
//! last, an announced count from the first of what it announces, a term from its entry in the list of
//! terms.

use crate::quantity::Dimension;
use crate::reading::{Kind, Period};
use crate::report::{Fact, Report, Terms};
use crate::text::Span;

/// Where a definition stands, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What was asked about (absolute).
    pub origin: Span,
    /// Where it comes from (absolute).
    pub target: Span,
}

/// The definition of what stands at the absolute byte `offset`; of a first statement it is the
/// statement itself.
#[must_use]
pub fn definition(report: &Report, offset: usize) -> Option<Definition> {
    announced(report, offset).or_else(|| figure(report, offset)).or_else(|| term(report, offset))
}

/// The last actual for a target, else the first statement of the claim.
fn figure(report: &Report, offset: usize) -> Option<Definition> {
    let facts = report.facts_at(offset);
    let fact = facts.first()?;
    let first = || report.restatements(&facts).first().map(|fact| fact.span);
    let target = last_actual(report, fact).or_else(first)?;
    Some(Definition { origin: fact.span, target })
}

/// What was last done of the thing that `target` aims at: in the same way of counting (growth
/// against growth), else its level.
fn last_actual(report: &Report, target: &Fact) -> Option<Span> {
    let aimed = target.period.filter(|_| !target.is_done())?;
    let done = |kind: Kind| {
        let found = report.facts.iter().filter(|fact| {
            fact.is_done()
                && fact.kind == kind
                && report.comparable(fact, target)
                && fact.period.is_some_and(|period| period.last_year() < aimed.last_year())
        });
        // The newest; of one time a year before several, then the first statement.
        found.max_by_key(|fact| {
            let several = matches!(fact.period, Some(Period::Years(..)));
            (fact.period.map(Period::last_year), !several, std::cmp::Reverse(fact.span.start))
        })
    };
    done(target.kind).or_else(|| done(Kind::Level)).map(|fact| fact.span)
}

/// The first of the numbered headings that follow the count under the cursor.
fn announced(report: &Report, offset: usize) -> Option<Definition> {
    const CUES: [&str; 4] = ["以下", "下列", "如下", "下面"];
    let (index, paragraph) = report.paragraph_at(offset)?;
    let last = paragraph.reading.sentences.last()?.span;
    let mut quantities = paragraph.reading.quantities.iter();
    let count = quantities.find(|it| {
        let counts = it.unit.is_none_or(|unit| unit.dimension() == Dimension::Count);
        last.contains(it.span) && counts && it.span.shifted(paragraph.start).touches(offset)
    })?;
    let (next, _) = report.body().find(|(at, _)| *at > index)?;
    let headings = &report.outline.headings;
    let first = headings.iter().find(|heading| heading.paragraph == next && !heading.buried)?;
    let (style, 1) = first.ordinal? else { return None };
    let listed = report
        .outline
        .children(first.parent)
        .filter_map(|at| headings.get(at))
        .filter(|it| it.span.start >= first.span.start && it.ordinal.is_some_and(|(own, _)| own == style))
        .enumerate()
        .take_while(|(at, it)| *at == 0 || it.ordinal.is_some_and(|(_, value)| value > 1))
        .count();
    // Another count than that of the headings is theirs only where the words say so.
    let points = CUES.iter().any(|cue| last.of(paragraph.text()).contains(cue));
    let agrees = u32::try_from(listed).is_ok_and(|listed| count.value == listed.into());
    (points || agrees).then(|| Definition { origin: count.span.shifted(paragraph.start), target: first.span })
}

/// The entry of a term.
fn term(report: &Report, offset: usize) -> Option<Definition> {
    let terms = Terms::of(report)?;
    let (entry, origin) = terms.at(report, offset)?;
    Some(Definition { origin, target: entry.span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n五年来，地区生产总值年均增长5.8%。2030年，全市地区生产总值928.3亿元，增长6.2%。推行“溪心办”服务。\n（一）经济运行稳中有进。地区生产总值达到928亿元。\n二、2031年工作安排\n主要预期目标是：地区生产总值增长6.5%，新增造林3万亩。\n重点抓好以下两项工作：\n（一）抓好项目。做优“溪心办”品牌。\n（二）抓好环境。\n名词解释\n1．“溪心办”：指云溪市一站式办事的做法。\n2．两山银行：指收储生态资源的平台。\n3．链长：指牵头一条产业链的负责人。\n";

    fn found(what: &str, at: usize) -> Option<(usize, String)> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.match_indices(what).nth(at).unwrap().0 + 1;
        let found = definition(&report, offset)?;
        Some((report.lines.line_of(found.target.start), report.text(found.target).to_owned()))
    }

    fn at(line: usize, text: &str) -> Option<(usize, String)> {
        Some((line, text.to_owned()))
    }

    #[test]
    fn a_restated_figure_comes_from_its_first_statement() {
        assert_eq!(found("928亿元", 0), at(5, "928.3亿元"));
        assert_eq!(found("928.3亿元", 0), at(5, "928.3亿元"));
    }

    #[test]
    fn a_target_comes_from_what_was_done_last() {
        assert_eq!(found("6.5%", 0), at(5, "6.2%"));
        assert_eq!(found("3万亩", 0), at(8, "3万亩"), "nothing was done before");
    }

    #[test]
    fn an_announced_count_comes_from_the_first_heading() {
        assert_eq!(found("两项", 0), at(10, "（一）抓好项目"));
    }

    #[test]
    fn a_term_comes_from_its_entry() {
        assert_eq!(found("溪心办", 1).unwrap().0, 13);
        assert_eq!(found("各位代表", 0), None);
    }
}
