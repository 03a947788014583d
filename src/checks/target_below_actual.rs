//! Rule `target-below-actual` (off by default): a target that is worse than what has been reached.

use super::goals::{done_and_aimed, report_against};
use super::{Findings, Message};
use crate::knowledge::Direction;
use crate::reading::Kind;
use crate::report::Report;

declare_rule! {
    /// # 目标低于实绩
    ///
    /// 今年的目标比去年的实绩还差：越高越好的指标定低了，越低越好的指标定高了。
    ///
    /// English: A target is worse than the value already reached.
    ///
    /// ## 为什么
    ///
    /// 有时是两处数字写反了。留有余地的目标也很常见（失业率、化债、优良天数），所以默认不查。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 去年森林覆盖率达到52.3%。
    ///
    /// 持续推进国土绿化。森林覆盖率达到51.5%以上。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 森林覆盖率达到52.3%。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标、口径、单位相同，回顾一处、安排一处；指标要有明确的好坏方向；两数按印出的精度展开后仍有高下才报告。只比水平和份额，不比增速。
    ///
    /// ## 依据
    ///
    /// 行文惯例：目标一般不低于已有水平。
    name: "target-below-actual",
    category: Number,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for (actual, target) in done_and_aimed(report, &[Kind::Level, Kind::Share]) {
        let direction =
            target.fact.indicator.and_then(|id| report.knowledge.indicator(id)).map(|it| it.direction);
        let figure = target.figure.value;
        let worse = match direction {
            Some(Direction::HigherBetter) => actual.fact.interval.low.is_some_and(|low| figure < low),
            Some(Direction::LowerBetter) => actual.fact.interval.high.is_some_and(|high| figure > high),
            _ => false,
        };
        if !worse {
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
                format!("{name}去年已是{a}（第{line}行），今年目标写“{b}”，反而不如去年；请核对两处数字。"),
                format!("{name} has reached {a} (line {line}), the target {b} is worse; check both figures."),
            ),
        );
    }
}
