//! The sections that a report of this kind has: which are there, where, and which are missing.

use crate::checks;
use crate::knowledge::{Block, Requirement};
use crate::report::Report;
use crate::text::Span;

/// How a section of the profile is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is there.
    Present,
    /// Its matter is told somewhere, without a part of its own; or it is optional and not there.
    Untitled,
    /// It is not there.
    Missing,
}

/// One section of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which part.
    pub block: Block,
    /// How strongly it is asked for.
    pub requirement: Requirement,
    /// How it is met.
    pub state: State,
    /// The heading or paragraph that opens it (absolute).
    pub span: Option<Span>,
}

/// The checklist of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// Id and name of the profile; `None` where the text is no policy draft.
    pub profile: Option<(String, String)>,
    /// Its sections, in the profile's order.
    pub sections: Vec<Section>,
    /// Review before plan, problems in the review: what the rule on order holds.
    pub in_order: bool,
}

/// The checklist.
#[must_use]
pub fn checklist(report: &Report) -> Checklist {
    let Some(profile) = report.profile() else { return Checklist::default() };
    let missing = checks::missing_sections(report);
    let sections = profile.sections.iter().map(|rule| {
        let mut blocks = std::iter::once(&rule.block).chain(&rule.alternatives);
        let part = blocks.find_map(|&block| report.meta.part(block));
        let state = match part {
            _ if missing.iter().any(|it| it.block == rule.block) => State::Missing,
            Some(_) => State::Present,
            None => State::Untitled,
        };
        let span = part.map(|part| part.span).filter(|_| state == State::Present);
        Section { block: rule.block, requirement: rule.requirement, state, span }
    });
    let order = checks::rule("section-order");
    let disorder = order.map(|rule| {
        let mut findings = checks::Findings::new(rule);
        (rule.check)(report, &mut findings);
        findings.into_vec()
    });
    Checklist {
        profile: Some((profile.id.clone(), profile.name.clone())),
        sections: sections.collect(),
        in_order: disorder.unwrap_or_default().is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn what_is_there_is_found_and_what_is_not_is_missing() {
        let text = "政府工作报告\n——2031年1月9日在云溪市第九届人民代表大会第三次会议上\n云溪市市长 高远\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n架桥三座。\n二、2031年工作安排\n筑路。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let list = checklist(&report);
        assert_eq!(list.profile.as_ref().map(|(id, _)| id.as_str()), Some("work-report-annual"));
        assert!(list.in_order);
        let state = |block: Block| list.sections.iter().find(|it| it.block == block).unwrap();
        assert_eq!(state(Block::Review).state, State::Present);
        assert!(report.text(state(Block::Review).span.unwrap()).starts_with("一、"));
        assert_eq!(state(Block::Problems).state, State::Missing);
        assert_eq!(state(Block::Closing).state, State::Missing);
        assert_eq!((state(Block::Glossary).state, state(Block::Glossary).span), (State::Untitled, None));
        assert_eq!(
            checklist(&Report::read("", &Options::default(), &mut Memo::default())),
            Checklist::default()
        );
    }
}
