//! Rule `money-currency-slip`: one indicator in 元 here and in 美元 there.

use super::goals::Told;
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension};
use crate::reading::Kind;
use crate::report::{Fact, Report};

declare_rule! {
    /// # 同一指标币种不一
    ///
    /// 同一指标一处用美元，一处用人民币元。
    ///
    /// English: One indicator in yuan here and in dollars there.
    ///
    /// ## 为什么
    ///
    /// 实际利用外资以美元计，少写一个“美”字，数值就差七倍；口径真的变了也应当说明。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年实际利用外资8390万美元。
    ///
    /// 开放水平不断提高。实际利用外资达到9100万元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 全年实际利用外资8390万美元，外贸出口额4亿元。
    /// ```
    /// ```正例
    /// 进出口总额12亿美元，折合人民币85亿元。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标相同，都是总量，名称在句首，币种不同，大小在三十倍以内，又不在同一句里换算，才提示；人均生产总值惯用两种币种，不比；一个指标只提示一处，指在少数的一方。
    ///
    /// ## 依据
    ///
    /// 行文惯例：同一指标币种前后一致；统计制度中实际使用外资以美元或人民币计，全文择一。
    name: "money-currency-slip",
    category: Number,
    severity: Information,
    tier: Statistics,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let money: Vec<&Fact> = report
        .facts
        .iter()
        .filter(|fact| {
            let indicator = fact.indicator.and_then(|id| report.knowledge.indicator(id));
            indicator.is_some_and(|indicator| indicator.id != "gdp-per-capita")
                && Told::of(report, fact).is_some_and(|told| told.plain())
                && matches!(fact.kind, Kind::Level | Kind::Change)
                && fact.unit.is_some_and(|unit| unit.dimension() == Dimension::Money)
        })
        .collect();
    let mut done = Vec::new();
    for fact in &money {
        if done.contains(&fact.indicator) {
            continue;
        }
        done.push(fact.indicator);
        let of: Vec<&Fact> =
            money.iter().copied().filter(|other| other.indicator == fact.indicator).collect();
        let (yuan, foreign): (Vec<&Fact>, Vec<&Fact>) =
            of.into_iter().partition(|fact| fact.unit.is_some_and(|unit| unit.symbol() == "元"));
        // The minority slipped; of two, the later one.
        let (odd, rest) = match yuan.len().cmp(&foreign.len()) {
            std::cmp::Ordering::Less => (&yuan, &foreign),
            std::cmp::Ordering::Greater => (&foreign, &yuan),
            std::cmp::Ordering::Equal
                if yuan.first().map(|it| it.span) > foreign.first().map(|it| it.span) =>
            {
                (&yuan, &foreign)
            }
            std::cmp::Ordering::Equal => (&foreign, &yuan),
        };
        let ([first], Some(other)) = (odd.as_slice(), rest.first()) else { continue };
        if rest.iter().all(|other| apart(report, first, other)) && one_size(first, other) {
            tell(report, first, other, findings);
        }
    }
}

/// Whether two sums may be one account: equal in digits, or seven times as many yuan as dollars.
fn one_size(one: &Fact, other: &Fact) -> bool {
    let (large, small) =
        if one.value >= other.value { (one.value, other.value) } else { (other.value, one.value) };
    large.checked_div(small).is_some_and(|ratio| ratio <= Decimal::from(30))
}

/// Whether two figures stand in different sentences: side by side they convert each other.
fn apart(report: &Report, one: &Fact, other: &Fact) -> bool {
    let sentence =
        |fact: &Fact| Told::of(report, fact).map(|told| told.line.sentence(told.figure.span.start));
    one.paragraph != other.paragraph || sentence(one) != sentence(other)
}

fn tell(report: &Report, fact: &Fact, other: &Fact, findings: &mut Findings) {
    let (a, b) = (report.text(other.span), report.text(fact.span));
    let (name, line) = (&fact.name, other.paragraph + 1);
    let finding = findings.report(
        fact.span,
        Message::new(
            format!("{name}此处写“{b}”，第{line}行写“{a}”，币种不一；请核对是否少写或多写了“美”字。"),
            format!("{name} is “{b}” here and “{a}” on line {line}: two currencies; check for a lost 美."),
        ),
    );
    finding.relate(other.span, Message::new(format!("另一处：{a}"), format!("the other place: {a}")));
}
