//! Figures that change together while one of them is typed: restatements of a claim that are printed
//! alike, character for character.

use crate::report::Report;
use crate::text::Span;

/// The places (absolute) that are linked with the figure at the byte `offset`, itself included, in
/// document order; `None` where there is no other.
#[must_use]
pub fn linked(report: &Report, offset: usize) -> Option<Vec<Span>> {
    let facts = report.facts_at(offset);
    let printed = report.text(facts.first()?.span);
    let mut places: Vec<Span> = report
        .restatements(&facts)
        .into_iter()
        .map(|fact| fact.span)
        .filter(|span| report.text(*span) == printed)
        .collect();
    places.dedup();
    (places.len() > 1).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n全市地区生产总值928亿元，增长6.2%。\n（一）经济稳中有进。地区生产总值达到928亿元，约928.0亿元，税收收入928亿元。\n";

    #[test]
    fn only_what_is_printed_alike_of_one_claim_is_linked() {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let first = DRAFT.find("928亿元").unwrap();
        let second = DRAFT.match_indices("928亿元").nth(1).unwrap().0;
        let places = linked(&report, first + 2).unwrap();
        assert_eq!(places.iter().map(|place| place.start).collect::<Vec<_>>(), [first, second]);
        assert_eq!(linked(&report, second), Some(places));
        assert_eq!(linked(&report, DRAFT.find("6.2%").unwrap()), None);
        assert_eq!(linked(&report, 3), None);
    }
}
