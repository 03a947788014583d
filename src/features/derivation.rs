//! What a figure comes from and what comes from it: a year's level from the level of the year before and
//! the growth or change between. Only what the report states on both sides; nothing is computed here.

use crate::reading::{Kind, Period, Role};
use crate::report::{Fact, Report};
use crate::text::Span;

/// A figure as it stands in the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the figure stands (absolute).
    pub span: Span,
    /// What it is about.
    pub name: String,
    /// The figure as printed, with its hedge and the sign of a decline.
    pub printed: String,
    /// When.
    pub period: Option<Period>,
    /// Stated, expected or aimed at.
    pub role: Option<Role>,
    /// Level, growth …
    pub kind: Kind,
    /// For whom.
    pub scope: Option<String>,
    /// The sentence it stands in (absolute).
    pub sentence: Span,
}

/// The figures at the absolute byte `offset`: the one under the cursor, or those of the name there.
#[must_use]
pub fn figures(report: &Report, offset: usize) -> Vec<Node> {
    let mut facts = report.facts_at(offset);
    if facts.is_empty() {
        let named = report.named_at(offset);
        let same = |fact: &&Fact| named.as_ref().is_some_and(|named| fact.name_span == Some(named.span));
        facts = report.facts.iter().filter(same).collect();
    }
    facts.into_iter().map(|fact| node(report, fact)).collect()
}

/// What the figure at the absolute byte `offset` comes from: 上年值, 增速, 增量.
#[must_use]
pub fn operands(report: &Report, offset: usize) -> Vec<Node> {
    let facts = report.facts_at(offset);
    let all = facts.iter().flat_map(|fact| operands_of(report, fact)).collect();
    nodes(report, all)
}

/// What comes from the figure at the absolute byte `offset`.
#[must_use]
pub fn derived(report: &Report, offset: usize) -> Vec<Node> {
    let asked = report.restatements(&report.facts_at(offset));
    let from = |fact: &&Fact| {
        operands_of(report, fact).iter().any(|operand| asked.iter().any(|it| it.span == operand.span))
    };
    nodes(report, report.facts.iter().filter(from).collect())
}

/// Facts without those that only say again what one before them says.
fn nodes(report: &Report, mut facts: Vec<&Fact>) -> Vec<Node> {
    facts.sort_by_key(|fact| fact.span);
    let mut told: Vec<Span> = Vec::new();
    let mut out = Vec::new();
    for fact in facts {
        if told.contains(&fact.span) {
            continue;
        }
        told.extend(report.restatements(&[fact]).iter().map(|it| it.span));
        out.push(node(report, fact));
    }
    out
}

/// The operands of a level: growth and change up to its time, and the level they start from.
fn operands_of<'r>(report: &'r Report, level: &Fact) -> Vec<&'r Fact> {
    let (Kind::Level | Kind::Count, Some(period)) = (level.kind, level.period) else { return Vec::new() };
    // The base of a change is no result of one.
    let (Period::Year(year), None) = (period, level.value_to) else { return Vec::new() };
    let of_thing = |fact: &&Fact| report.comparable(fact, level) && fact.span != level.span;
    let side = |fact: &Fact| fact.is_done() == level.is_done();
    let changes: Vec<&Fact> = report
        .facts
        .iter()
        .filter(of_thing)
        .filter(|fact| matches!(fact.kind, Kind::Growth | Kind::Change) && side(fact))
        .filter(|fact| match fact.period {
            Some(Period::Year(own)) => own == year,
            Some(Period::Years(_, last)) => last == year,
            _ => false,
        })
        .collect();
    let before = |first: i32| {
        report.facts.iter().filter(of_thing).filter(move |fact| {
            fact.kind == level.kind
                && fact.unit == level.unit
                && fact.is_done()
                && fact.period.is_some_and(|it| matches!(it, Period::Year(own) if own == first - 1))
        })
    };
    let mut starts = vec![year];
    starts.extend(changes.iter().filter_map(|fact| match fact.period {
        Some(Period::Years(first, _)) => Some(first),
        _ => None,
    }));
    starts.dedup();
    let mut operands: Vec<&Fact> = starts.into_iter().flat_map(before).collect();
    operands.extend(changes);
    operands
}

fn node(report: &Report, fact: &Fact) -> Node {
    let printed = report.text(fact.span);
    let falls = fact.value.is_sign_negative() && !printed.starts_with(['-', '\u{2212}', '\u{FF0D}']);
    let sentence = report.paragraphs.get(fact.paragraph).and_then(|paragraph| {
        let sentences = paragraph.reading.sentences.iter().map(|it| it.span.shifted(paragraph.start));
        sentences.into_iter().find(|sentence| sentence.contains(fact.span))
    });
    Node {
        span: fact.span,
        name: fact.name.clone(),
        printed: format!("{}{printed}", if falls { "\u{2212}" } else { "" }),
        period: fact.period,
        role: fact.role,
        kind: fact.kind,
        scope: fact.scope.clone(),
        sentence: sentence.unwrap_or(fact.span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n2029年地区生产总值874.2亿元。2030年地区生产总值928.3亿元，增长6.2%。\n（一）经济稳中有进。地区生产总值达到928亿元。粮食产量30万吨。\n二、2031年工作安排\n地区生产总值增长6.5%，达到990亿元。\n";

    fn ask(ask: fn(&Report, usize) -> Vec<Node>, what: &str) -> Vec<String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.find(what).unwrap() + 1;
        ask(&report, offset).into_iter().map(|node| node.printed).collect()
    }

    #[test]
    fn a_level_comes_from_the_year_before_and_the_growth() {
        assert_eq!(ask(operands, "928.3亿元"), ["874.2亿元", "6.2%"]);
        assert_eq!(ask(operands, "928亿元"), ["874.2亿元", "6.2%"]);
        assert_eq!(ask(operands, "990亿元"), ["928.3亿元", "6.5%"]);
        assert_eq!(ask(operands, "874.2亿元"), [""; 0]);
        assert_eq!(ask(operands, "30万吨"), [""; 0]);
    }

    #[test]
    fn what_comes_from_a_figure_is_told_once() {
        assert_eq!(ask(derived, "874.2亿元"), ["928.3亿元"]);
        assert_eq!(ask(derived, "6.2%"), ["928.3亿元"]);
        assert_eq!(ask(derived, "928亿元"), ["990亿元"], "asked of a restatement");
        assert_eq!(ask(derived, "990亿元"), [""; 0]);
    }

    #[test]
    fn a_name_gives_its_figures() {
        assert_eq!(ask(figures, "地区生产总值928.3"), ["928.3亿元", "6.2%"]);
        assert_eq!(ask(figures, "6.5%"), ["6.5%"]);
        assert_eq!(ask(figures, "各位代表"), [""; 0]);
    }
}
