//! Rule `classifier-mismatch`: a classifier that does not go with the thing counted.

use super::classifiers::thing;
use super::phrase::{Line, lines};
use super::{Findings, Message};
use crate::quantity::Quantity;
use crate::report::Report;

declare_rule! {
    /// # 量词与名词不搭配
    ///
    /// 断头路论“个”、公交车论“台”一类。
    ///
    /// English: The classifier does not go with the thing counted.
    ///
    /// ## 为什么
    ///
    /// 量词错配读着拗口，也常是从表格的“个数”一栏直接抄来的。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 打通断头路12个。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 打通断头路12条，更新公交车40辆，引进企业35家、培育企业20户。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看搭配没有争议的名词；企业论“家”论“户”都可以。默认关闭。
    ///
    /// ## 依据
    ///
    /// 行文惯例：名量搭配。
    name: "classifier-mismatch",
    category: Wording,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for figure in line.figures {
            examine(&line, figure, findings);
        }
    }
}

fn examine(line: &Line<'_>, figure: &Quantity, findings: &mut Findings) {
    let Some(thing) = thing(line, figure) else { return };
    let printed = line.print(figure);
    let Some(odd) = thing.odd.iter().find(|odd| printed.ends_with(**odd)) else { return };
    let Some(proper) = thing.proper.first() else { return };
    findings.report(
        line.absolute(figure.span),
        Message::new(
            format!("{}不论“{odd}”；“{printed}”的量词宜用“{proper}”。", thing.name),
            format!("“{odd}” does not count {}; use “{proper}”.", thing.name),
        ),
    );
}
