//! Which statements of a report are the same thing done and aimed at, and which are the same thing
//! told twice. What the rules on targets, jumps and units share; decides nothing about values.

use super::claims::bare_clause;
use super::phrase::{Line, line_of};
use super::{Finding, Findings, Message};
use crate::quantity::Quantity;
use crate::reading::{Kind, Role};
use crate::report::{Fact, Report};
use crate::text::Span;

/// A fact with the line and the figure it was read from.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// The fact.
    pub(super) fact: &'a Fact,
    /// Its line.
    pub(super) line: Line<'a>,
    /// Its figure.
    pub(super) figure: &'a Quantity,
}

impl<'a> Told<'a> {
    /// The fact with its place, if the place is still there.
    pub(super) fn of(report: &'a Report, fact: &'a Fact) -> Option<Self> {
        let line = line_of(report, fact.paragraph)?;
        Some(Self { fact, line, figure: line.figures.get(fact.quantity)? })
    }

    /// The words of its clause before the figure.
    pub(super) fn before(&self) -> &'a str {
        self.line.slice(self.line.clause(self.figure.span.start).start, self.figure.span.start)
    }

    /// Whether the name opens its clause, but for words of time and standing.
    pub(super) fn plain(&self) -> bool {
        self.opening().is_some_and(str::is_empty)
    }

    /// The words of the clause before the name, without those of time and standing.
    pub(super) fn opening(&self) -> Option<&'a str> {
        let start = self.line.absolute(Span::at(0)).start;
        let name = self.fact.name_span?.start.checked_sub(start)?;
        let clause = self.line.clause(name);
        (name >= clause.start).then(|| bare_clause(self.line.slice(clause.start, name)))
    }

    /// Whether the clauses have the same words before their figures, but for words of time and 再: 新建候车亭,
    /// 年内再新建候车亭.
    pub(super) fn worded_as(&self, other: &Self) -> bool {
        fn words<'w>(told: &Told<'w>) -> &'w str {
            let bare = bare_clause(told.before());
            let bare =
                ["年内", "新的一年", "全年"].iter().find_map(|it| bare.strip_prefix(it)).unwrap_or(bare);
            bare.trim_start_matches(['再', '将', '要'])
        }
        let own = words(self);
        own.chars().count() >= 4 && own == words(other)
    }

    /// As it is printed, with its hedges.
    pub(super) fn print(&self) -> &'a str {
        self.line.outer(self.figure).of(self.line.text)
    }
}

/// Whether two facts speak of one thing in one way: name, kind, unit, threshold, scope.
pub(super) fn one_thing(report: &Report, one: &Fact, other: &Fact) -> bool {
    let name = match (one.indicator, other.indicator) {
        (Some(a), Some(b)) => a == b,
        (None, None) => {
            one.name == other.name
                && (one.name.chars().count() >= 4
                    || Told::of(report, one)
                        .zip(Told::of(report, other))
                        .is_some_and(|(one, other)| one.worded_as(&other)))
        }
        _ => false,
    };
    name && one.kind == other.kind
        && one.threshold == other.threshold
        && (one.scope == other.scope || urban(report, one) && urban(report, other))
        && one.basis.is_none() == other.basis.is_none()
}

/// Air is measured in the city alone, whatever the sentence says of it.
fn urban(report: &Report, fact: &Fact) -> bool {
    let scope = fact.scope.as_deref().unwrap_or("全市");
    let indicator = fact.indicator.and_then(|id| report.knowledge.indicator(id));
    indicator.is_some_and(|it| it.name.starts_with("空气质量优良"))
        && ["城区", "市区", "全市", "全县", "全区", "建成区"].contains(&scope)
}

/// What was done in the year of the review with what is aimed at in the year of the plan: pairs of
/// facts of one thing, told once on either side, in one unit.
pub(super) fn done_and_aimed<'a>(report: &'a Report, kinds: &[Kind]) -> Vec<(Told<'a>, Told<'a>)> {
    let (Some(review), Some(plan)) = (report.meta.review, report.meta.plan_year) else { return Vec::new() };
    let eligible: Vec<&Fact> =
        report.facts.iter().filter(|fact| kinds.contains(&fact.kind) && fact.value_to.is_none()).collect();
    let done = |fact: &&&Fact| {
        fact.period.is_some_and(|period| period.last_year() == review.last_year() && period == review)
            && matches!(fact.role, Some(Role::Actual | Role::Estimate))
    };
    let aimed = |fact: &&&Fact| {
        fact.period == Some(crate::reading::Period::Year(plan)) && fact.role == Some(Role::Target)
    };
    eligible
        .iter()
        .filter(aimed)
        .filter_map(|target| {
            let mut same = eligible.iter().filter(done).filter(|fact| one_thing(report, fact, target));
            let actual = same.next()?;
            let again = eligible.iter().filter(aimed).filter(|fact| one_thing(report, fact, target)).count();
            (same.next().is_none() && again == 1 && actual.unit == target.unit)
                .then(|| Some((Told::of(report, actual)?, Told::of(report, target)?)))?
        })
        .collect()
}

/// Reports a target held against what was done, which is pointed at.
pub(super) fn report_against<'f>(
    findings: &'f mut Findings,
    actual: &Told<'_>,
    target: &Told<'_>,
    message: Message,
) -> &'f mut Finding {
    let done = actual.print();
    let finding = findings.report(target.fact.span, message);
    finding.relate(actual.fact.span, Message::new(format!("实绩：{done}"), format!("actual: {done}")));
    finding
}
