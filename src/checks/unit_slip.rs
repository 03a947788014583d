//! Rule `unit-slip`: one indicator, one period, the same digits with another scale or unit.

use super::claims::{disagreements, slipped};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Edit;

declare_rule! {
    /// # 单位或数量级写错
    ///
    /// 同一指标、同一时期的两个数，数字相同而单位不同，或者正好差10倍、100倍、一万倍。
    ///
    /// English: One indicator, one period, two values that differ by a unit, a scale word or a decimal point.
    ///
    /// ## 为什么
    ///
    /// “万”“亿”丢失、“吨”“斤”混写、小数点错位，数字看上去一样，意思差几个数量级。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年粮食产量104万吨，再获丰收。
    ///
    /// 农业生产形势喜人。粮食产量104亿斤。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 粮食播种面积197万亩，固定资产投资197亿元。
    ///
    /// 农业生产形势喜人。粮食产量104万吨，即20.8亿斤。
    /// ```
    ///
    /// ## 判断
    ///
    /// 比较的条件与 conflicting-value 相同；两个总量的数字完全一样而实际数值不同，或者比值在10、100、1000、10000、1亿上下1%以内时报告。
    ///
    /// ## 依据
    ///
    /// 国家标准：GB 3100 国际单位制及其应用；国家法定计量单位。
    name: "unit-slip",
    category: Number,
    severity: Warning,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for (first, second) in disagreements(report) {
        if !slipped(report, first, second) {
            continue;
        }
        let (a, b) = (report.text(first.span), report.text(second.span));
        let line = first.paragraph + 1;
        let (large, small) = if first.value >= second.value { (first, second) } else { (second, first) };
        let times = large.value.checked_div(small.value).unwrap_or_default().round_dp(1).normalize();
        let name = &second.surface;
        let finding = findings.report(
            second.span,
            Message::new(
                format!(
                    "{name}此处为{b}，第{line}行为{a}，相差{times}倍，多半是单位或数量级写错；请核对后统一。"
                ),
                format!(
                    "{name} is {b} here and {a} on line {line}: a factor of {times}; check unit and scale."
                ),
            ),
        );
        finding.relate(first.span, Message::new(format!("另一处：{a}"), format!("the other place: {a}")));
        finding.fix(
            Message::new(
                format!("与第{line}行统一，改为“{a}”"),
                format!("Change to “{a}” as on line {line}"),
            ),
            vec![Edit::replace(second.span, a)],
        );
    }
}
