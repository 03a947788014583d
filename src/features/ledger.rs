//! The indicator ledger (指标台账): every indicator of the report with all that is said of it, by
//! period and role.

use std::collections::BTreeMap;

use crate::knowledge::IndicatorId;
use crate::report::{Fact, Report};

/// An indicator with all that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Account<'r> {
    /// The glossary's indicator; `None` where only the phrase is known.
    pub indicator: Option<IndicatorId>,
    /// The glossary's name, or the phrase.
    pub name: &'r str,
    /// Its field in the glossary; empty for a user's own and for phrases.
    pub category: &'r str,
    /// The glossary's usual unit; empty for phrases.
    pub unit: &'r str,
    /// What is said of it: by period (undated last), role and kind.
    pub facts: Vec<&'r Fact>,
}

/// Every indicator that the report speaks of: those of the glossary in its order, then phrases in
/// the order of their first figure.
#[must_use]
pub fn ledger(report: &Report) -> Vec<Account<'_>> {
    let mut accounts: BTreeMap<(bool, usize, &str), Account<'_>> = BTreeMap::new();
    let mut phrases: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in &report.facts {
        let known = fact.indicator.and_then(|id| Some((id, report.knowledge.indicator(id)?)));
        let (key, account) = match known {
            Some((id, indicator)) => (
                (false, id.index(), ""),
                Account {
                    indicator: Some(id),
                    name: &indicator.name,
                    category: &indicator.category,
                    unit: &indicator.unit,
                    facts: Vec::new(),
                },
            ),
            None => {
                let place = *phrases.entry(&fact.name).or_insert(fact.span.start);
                let account =
                    Account { indicator: None, name: &fact.name, category: "", unit: "", facts: Vec::new() };
                ((true, place, fact.name.as_str()), account)
            }
        };
        accounts.entry(key).or_insert(account).facts.push(fact);
    }
    let mut accounts: Vec<Account<'_>> = accounts.into_values().collect();
    for account in &mut accounts {
        account
            .facts
            .sort_by_key(|fact| (fact.period.is_none(), fact.period, fact.role, fact.kind, fact.span));
    }
    accounts
}

/// Where a fact stands, from the first level down: numbers of headings, or their words where they
/// have none.
#[must_use]
pub fn section<'r>(report: &'r Report, fact: &Fact) -> Vec<&'r str> {
    let path = fact.heading.map(|heading| report.outline.path(heading)).unwrap_or_default();
    let headings = path.into_iter().filter_map(|index| report.outline.headings.get(index));
    headings.map(|heading| report.text(heading.number.unwrap_or(heading.title))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn an_indicator_has_its_values_by_period_and_role() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n（一）经济向好。促成50个项目签约。地区生产总值928亿元，增长6.2%。\n二、2031年工作安排\n2031年主要预期目标是：地区生产总值增长6.5%。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let accounts = ledger(&report);
        let gdp = accounts.first().unwrap();
        assert_eq!((gdp.name, gdp.unit), ("地区生产总值", "亿元"));
        let told: Vec<&str> = gdp.facts.iter().map(|fact| report.text(fact.span)).collect();
        assert_eq!(told, ["928亿元", "6.2%", "6.5%"]);
        assert_eq!(section(&report, gdp.facts[0]), ["一、", "（一）"]);
        let last = accounts.last().unwrap();
        assert_eq!((last.indicator, last.facts.len()), (None, 1));
        assert_eq!(report.text(last.facts[0].span), "50个");
        let facts: usize = accounts.iter().map(|account| account.facts.len()).sum();
        assert_eq!(facts, report.facts.len());
    }
}
