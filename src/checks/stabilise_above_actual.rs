//! Rule `stabilise-above-actual`: a target to keep something at N or more, while it is below N.

use super::goals::{done_and_aimed, report_against};
use super::phrase::holds;
use super::{Findings, Message};
use crate::quantity::Modifier;
use crate::reading::Kind;
use crate::report::Report;

declare_rule! {
    /// # “稳定在N以上”而实绩不到N
    ///
    /// 今年目标写“稳定在（保持在）N以上”，而回顾部分同一指标的实绩低于N。
    ///
    /// English: The target is to keep a value at N or above, but the review gives a value below N.
    ///
    /// ## 为什么
    ///
    /// 还没有达到的水平谈不上“稳定”；要么该写“提高到”，要么有一处数字不对。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 去年空气质量优良天数达到287天。
    ///
    /// 打好污染防治攻坚战。空气质量优良天数稳定在290天以上。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 空气质量优良天数达到307天。
    /// ```
    /// ```正例 安排
    /// 空气质量优良天数稳定在290天以上。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标、口径、单位相同，回顾一处、安排一处；实绩按印出的精度取最大可能值仍小于N才提示。“稳定在N左右”不比。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；民法典第一千二百五十九条：“以上”包括本数。
    name: "stabilise-above-actual",
    category: Number,
    severity: Information,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for (actual, target) in done_and_aimed(report, &[Kind::Level, Kind::Share, Kind::Count]) {
        let before = target.before();
        let keeps = holds(before, &["稳定在", "保持在", "维持在", "稳定保持", "巩固在", "稳定达到"])
            || before.ends_with("保持");
        let least = matches!(target.figure.modifier, Modifier::AtLeast | Modifier::MoreThan);
        let Some(high) = actual.fact.interval.high.filter(|_| keeps && least) else { continue };
        if high >= target.figure.value {
            continue;
        }
        let (a, b) = (actual.print(), target.print());
        let name = &target.fact.name;
        let line = actual.fact.paragraph + 1;
        report_against(
            findings,
            &actual,
            &target,
            Message::new(
                format!(
                    "{name}的实绩是{a}（第{line}行），还没有到“{b}”，谈不上“稳定”；请改为“提高到”，或核对两处数字。"
                ),
                format!(
                    "{name} was {a} (line {line}), so it cannot be kept at {b}; aim to reach it, or check both."
                ),
            ),
        );
    }
}
