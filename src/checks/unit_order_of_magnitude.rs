//! Rule `unit-order-of-magnitude`: a part of an account exceeds the account it belongs to.

use super::goals::Told;
use super::phrase::holds;
use super::{Findings, Message};
use crate::quantity::Dimension;
use crate::reading::{Basis, Kind, Role};
use crate::report::{Fact, Report};

declare_rule! {
    /// # 数量级不合：部分指标大过总体指标
    ///
    /// 同一年里，税收收入大过一般公共预算收入，工业投资大过固定资产投资，增加值大过地区生产总值，项目完成投资大过固定资产投资总额，等等。
    ///
    /// English: An account exceeds the larger account it is part of, in one year.
    ///
    /// ## 为什么
    ///
    /// 两个指标有包含关系，部分大过总体，多半是“万元”“亿元”写错，或者小数点错位。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 一般公共预算收入完成28.6亿元，增长5%。
    ///
    /// 财政运行平稳。税收收入完成214亿元，增长6%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 一般公共预算收入完成28.6亿元，增长5%。
    ///
    /// 财政运行平稳。税收收入完成21.4亿元，增长6%。
    /// ```
    ///
    /// ## 判断
    ///
    /// 时期、范围、币种、实绩或目标相同，各只写一处；部分的最小可能值大于总体的最大可能值才提示。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；国家统计局指标解释。
    name: "unit-order-of-magnitude",
    category: Number,
    severity: Information,
    tier: Statistics,
    check: check,
}

/// Accounts and what they are part of.
const WITHIN: &[(&str, &str)] = &[
    ("tax-revenue", "general-budget-revenue"),
    ("nontax-revenue", "general-budget-revenue"),
    ("general-budget-revenue", "gdp"),
    ("general-budget-revenue", "total-fiscal-revenue"),
    ("livelihood-expenditure", "general-budget-expenditure"),
    ("primary-va", "gdp"),
    ("secondary-va", "gdp"),
    ("tertiary-va", "gdp"),
    ("all-industry-va", "gdp"),
    ("industrial-va", "gdp"),
    ("industrial-va", "industrial-output"),
    ("retail-sales", "gdp"),
    ("limit-above-retail", "retail-sales"),
    ("industrial-investment", "fai"),
    ("tech-upgrade-investment", "fai"),
    ("private-investment", "fai"),
    ("real-estate-investment", "fai"),
    ("infrastructure-investment", "fai"),
    ("manufacturing-investment", "fai"),
    ("hightech-investment", "fai"),
    ("project-investment", "fai"),
    ("manufacturing-investment", "industrial-investment"),
    ("exports", "foreign-trade"),
    ("imports", "foreign-trade"),
    ("rural-income", "urban-income"),
    ("inclusive-loans", "loans"),
    ("new-loans", "loans"),
    ("industrial-power", "total-power"),
    ("animal-output", "agri-output"),
    ("industrial-output", "all-industry-output"),
];

fn check(report: &Report, findings: &mut Findings) {
    let of = |id: &str| -> Vec<&Fact> {
        let id = report.knowledge.by_glossary_id(id);
        report
            .facts
            .iter()
            .filter(|fact| id.is_some() && fact.indicator == id && plain(report, fact))
            .collect()
    };
    let mut told = Vec::new();
    for (part, whole) in WITHIN {
        let (parts, wholes) = (of(part), of(whole));
        for part in &parts {
            let alike = |other: &&&Fact| {
                other.period == part.period
                    && other.scope == part.scope
                    && other.unit == part.unit
                    && (other.role == Some(Role::Target)) == (part.role == Some(Role::Target))
            };
            let same: Vec<&&Fact> = wholes.iter().filter(alike).collect();
            let [whole] = *same.as_slice() else { continue };
            let once = parts.iter().filter(alike).count() == 1;
            let exceeds = part.interval.low.zip(whole.interval.high).is_some_and(|(low, high)| low > high);
            if once && exceeds && !told.contains(&part.span) {
                told.push(part.span);
                tell(report, part, whole, findings);
            }
        }
    }
}

/// A total of a year, told of the whole place.
fn plain(report: &Report, fact: &Fact) -> bool {
    let dimension = fact.unit.map(|unit| unit.dimension());
    let whole = fact.scope.as_deref().is_some_and(|scope| scope.starts_with('全'));
    let Some(told) = Told::of(report, fact) else { return false };
    let before = told.before();
    fact.kind == Kind::Level
        && matches!(dimension, Some(Dimension::Money | Dimension::Energy))
        && fact.period.is_some()
        && fact.threshold.is_none()
        && fact.value_to.is_none()
        && whole
        && !matches!(fact.basis, Some(Basis::Cumulative | Basis::Mean))
        && told.plain()
        && !told
            .line
            .slice(told.line.sentence(told.figure.span.start).start, told.figure.span.start)
            .contains("其中")
        && !told.line.torn(told.figure)
        && !told.line.tail(told.figure).starts_with('的')
        && !holds(
            before,
            &["累计", "每", "均", "新增", "增加", "其中", "总投资", "计划", "五年", "三年", "期间", "近"],
        )
}

fn tell(report: &Report, part: &Fact, whole: &Fact, findings: &mut Findings) {
    let (a, b) = (report.text(part.span), report.text(whole.span));
    let (part_name, whole_name, line) = (&part.name, &whole.name, whole.paragraph + 1);
    let finding = findings.report(
        part.span,
        Message::new(
            format!("{part_name}{a}大过{whole_name}{b}（第{line}行），而前者是后者的一部分或通常小于后者；请核对单位和小数点。"),
            format!("{part_name} {a} exceeds {whole_name} {b} (line {line}), which should be larger; check units and decimals."),
        ),
    );
    finding.relate(whole.span, Message::new(format!("{whole_name}：{b}"), format!("{whole_name}: {b}")));
}
