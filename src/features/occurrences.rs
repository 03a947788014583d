//! Where a thing stands in the draft: every mention of an indicator, every statement of a claim, every
//! place of a term that the draft explains. References and highlights are the same places.

use crate::report::{Report, Terms};
use crate::text::Span;

/// Places of one thing, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// All of them (absolute), the one asked about included.
    pub places: Vec<Span>,
    /// The one that comes first in meaning: the first statement, the first mention with a figure, a
    /// term's entry.
    pub declaration: Option<Span>,
}

/// The occurrences of what stands at the absolute byte `offset`; `None` where nothing does.
#[must_use]
pub fn occurrences(report: &Report, offset: usize) -> Option<Occurrences> {
    claim(report, offset).or_else(|| term(report, offset)).or_else(|| name(report, offset))
}

/// Every statement of the claim under the cursor.
fn claim(report: &Report, offset: usize) -> Option<Occurrences> {
    let facts = report.facts_at(offset);
    if facts.is_empty() {
        return None;
    }
    let mut places: Vec<Span> = report.restatements(&facts).iter().map(|fact| fact.span).collect();
    places.dedup();
    Some(Occurrences { declaration: places.first().copied(), places })
}

/// Every mention of the indicator.
fn name(report: &Report, offset: usize) -> Option<Occurrences> {
    let places = report.mentions_of(&report.named_at(offset)?);
    let stated = |place: &&Span| report.facts.iter().any(|fact| fact.name_span == Some(**place));
    let declaration = places.iter().find(stated).or(places.first()).copied();
    Some(Occurrences { places, declaration })
}

/// Every place of a term that the draft's list of terms explains, its entry included.
fn term(report: &Report, offset: usize) -> Option<Occurrences> {
    let terms = Terms::of(report)?;
    let (entry, _) = terms.at(report, offset)?;
    let declaration = entry.span;
    let mut places = terms.uses(report, entry);
    places.push(declaration);
    places.sort_unstable();
    Some(Occurrences { places, declaration: Some(declaration) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\nGDP稳步增长。全市地区生产总值928.3亿元，增长6.2%。推行“溪心办”服务。\n（一）经济运行稳中有进。地区生产总值达到928亿元，人均地区生产总值8万元。\n二、2031年工作安排\n地区生产总值增长6.5%。做优“溪心办”品牌。\n名词解释\n1．“溪心办”：指云溪市一站式办事的做法。\n2．两山银行：指收储生态资源的平台。\n3．链长：指牵头一条产业链的负责人。\n";

    fn found(what: &str, at: usize) -> Vec<String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.match_indices(what).nth(at).unwrap().0 + 1;
        let occurrences = occurrences(&report, offset).unwrap_or_default();
        occurrences.places.iter().map(|place| report.text(*place).to_owned()).collect()
    }

    #[test]
    fn a_name_has_every_mention_under_any_of_its_names_and_no_other_indicator() {
        let all = ["GDP", "地区生产总值", "地区生产总值", "地区生产总值"];
        assert_eq!(found("GDP", 0), all);
        assert_eq!(found("地区生产总值", 0), all);
        assert_eq!(found("人均地区生产总值", 0), ["人均地区生产总值"]);
    }

    #[test]
    fn a_figure_has_every_statement_of_its_claim() {
        assert_eq!(found("928.3亿元", 0), ["928.3亿元", "928亿元"]);
        assert_eq!(found("6.5%", 0), ["6.5%"]);
    }

    #[test]
    fn a_term_has_its_uses_and_its_entry() {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.find("溪心办").unwrap() + 1;
        let found = occurrences(&report, offset).unwrap();
        assert_eq!(found.places.len(), 3);
        assert_eq!(found.declaration, found.places.last().copied());
    }

    #[test]
    fn plain_words_have_none() {
        assert_eq!(found("各位代表", 0), [""; 0]);
    }
}
