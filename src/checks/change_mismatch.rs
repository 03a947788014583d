//! Rule `change-mismatch`: the difference stated after two values is not their difference.

use super::arithmetic::{correction, in_place_of, operand, range_of};
use super::from_to::{Stated, Step, steps};
use super::phrase::{Line, counted, lines};
use super::{Findings, Message};
use crate::quantity::{Dimension, Interval};
use crate::report::Report;

declare_rule! {
    /// # 增减量与前后数值不符
    ///
    /// “从A提高到B，提高C”里，C不等于A与B之差（已计入四舍五入）。
    ///
    /// English: The stated difference is not the difference of the two values before it.
    ///
    /// ## 为什么
    ///
    /// 三个数同在一句，读者一减便知。改稿时改了一头、忘了另一头，是报告里最常见的数字错误之一。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 常住人口城镇化率由48.2%提高到52.6%，提高3.4个百分点。
    /// ```
    /// ```错例
    /// 行政许可事项由312项精简到198项，减少124项。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 常住人口城镇化率由48.2%提高到52.6%，提高4.4个百分点。企业开办时间由10天缩减至3天。
    /// ```
    /// ```正例
    /// 研发投入占比由1.2%提高到1.5%，专利授权量增长3倍。
    /// ```
    ///
    /// ## 判断
    ///
    /// A、B单位相同；C是同单位的量，或A、B为百分比而C为百分点；C与B之间只有“提高、减少、净增”等动词。三个数各按印出的精度展开成区间（千以内的个数按整数计），A、B之差的区间与C的区间不相交才报告。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；数值修约按 GB/T 8170 的四舍五入理解。
    name: "change-mismatch",
    category: Number,
    severity: Error,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for step in steps(report, &line) {
            if let Some(stated) = &step.stated
                && !stated.mean
            {
                examine(&line, &step, stated, findings);
            }
        }
    }
}

fn examine(line: &Line<'_>, step: &Step<'_>, stated: &Stated<'_>, findings: &mut Findings) {
    let (from, to, figure) = (step.from, step.to, stated.figure);
    let points = from.is_percent() && figure.dimension() == Some(Dimension::Points);
    let same = from.unit == figure.unit && !from.is_percent() && from.dimension() != Some(Dimension::Times);
    if !points && !same {
        return;
    }
    let (more, less) = if to.value >= from.value { (to, from) } else { (from, to) };
    let Some(difference) = counted(more).minus(&counted(less)) else { return };
    let low = difference.low.map(|low| low.max(crate::quantity::Decimal::ZERO));
    let difference = Interval { low, ..difference };
    if !difference.disjoint(&counted(figure)) {
        return;
    }
    let Some(value) = more.value.checked_sub(less.value) else { return };
    // The difference is as exact as the coarser of the two values.
    let fitting = in_place_of(line, figure, value).unwrap_or_else(|| value.normalize().to_string());
    let decimals = from.decimals.max(to.decimals).max(figure.decimals);
    let (zh, en) = range_of(line, figure, &difference, decimals);
    let (a, b, c) = (line.print(from), line.print(to), line.print(figure));
    let verb = stated.verb;
    let finding = findings.report(
        line.absolute(figure.span),
        Message::new(
            format!("{a}→{b}：相差{fitting}{zh}，文中写“{verb}{c}”；请核对这三个数，或改为“{fitting}”。"),
            format!(
                "{a}→{b}: the difference is {fitting}{en}, the text says “{verb}{c}”; check the three figures."
            ),
        ),
    );
    for (operand_of, zh, en) in [(from, "变化前", "before"), (to, "变化后", "after")] {
        let (span, message) = operand(line, operand_of, zh, en);
        finding.relate(span, message);
    }
    if let Some((title, edit)) = correction(line, figure, value) {
        finding.fix(title, vec![edit]);
    }
}
