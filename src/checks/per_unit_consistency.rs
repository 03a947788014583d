//! Rule `per-unit-consistency`: 人均, 户均 that is not the total divided by the number.

use super::arithmetic::{decimal, in_place_of, operand, range_of};
use super::phrase::{Line, bare_tail, counted, holds, lines, statement, strip_tail, trimmed};
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension, Interval, Quantity};
use crate::report::Report;

declare_rule! {
    /// # 人均（户均）与总数不符
    ///
    /// 同一句里总额、户数（人数）和户均（人均）都写出了，相除却对不上。
    ///
    /// English: A mean per head or household is not the total divided by the number.
    ///
    /// ## 为什么
    ///
    /// 三个数知道两个就能算出第三个，错的往往是“万”字或小数点。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年为1200户企业减税3600万元，户均减税5万元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 全年为1200户企业减税3600万元，户均减税3万元。城镇居民人均可支配收入达到42000元。
    /// ```
    ///
    /// ## 判断
    ///
    /// 均值与总额同一量纲，数目是户、人、家、个等，都在同一句里；任何一对总额与数目除得通就不报，按印出的精度展开后再放宽百分之五。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "per-unit-consistency",
    category: Number,
    severity: Information,
    tier: Logic,
    check: check,
}

/// Words for a mean, and the units of what it is a mean of.
const MEANS: &[(&str, &[&str])] = &[
    ("户均", &["户", "家"]),
    ("平均每户", &["户", "家"]),
    ("每户平均", &["户", "家"]),
    ("人均", &["人", "名"]),
    ("平均每人", &["人", "名"]),
    ("每人平均", &["人", "名"]),
    ("平均每个项目", &["个", "项"]),
    ("平均单体投资", &["个", "项"]),
    ("单体平均投资", &["个", "项"]),
    ("平均每个", &["个"]),
    ("平均每家", &["家", "户"]),
    ("平均每项", &["项", "个"]),
    ("村均", &["个", "村"]),
    ("亩均", &["亩"]),
    ("平均每亩", &["亩"]),
    ("每亩平均", &["亩"]),
    ("平均每公里", &["公里"]),
    ("每公里平均", &["公里"]),
];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            let lead = bare_tail(trimmed(line.lead(index)));
            let lead = lead.trim_start_matches([',', '\u{FF0C}', '(', '\u{FF08}', '、']);
            let of = MEANS.iter().find(|(word, _)| lead.starts_with(word));
            if let Some((word, units)) = of
                && statement(figure)
                && !line.torn(figure)
                && lead.get(word.len()..).is_some_and(|rest| {
                    rest.chars().count() <= 6 && !holds(rest, &["可支配", "生产总值", "GDP", "预期", "年"])
                })
            {
                examine(&line, index, figure, (word, units), findings);
            }
        }
    }
}

fn examine(line: &Line<'_>, index: usize, mean: &Quantity, of: (&str, &[&str]), findings: &mut Findings) {
    let dimension = mean.dimension();
    if !matches!(dimension, Some(Dimension::Money | Dimension::Area | Dimension::Mass)) {
        return;
    }
    let sentence = line.sentence(mean.span.start);
    let before =
        || line.figures_in(sentence).take_while(|&at| at < index).filter_map(|at| line.figures.get(at));
    let totals: Vec<&Quantity> = before()
        .filter(|figure| figure.unit == mean.unit && statement(figure) && figure.value > mean.value)
        .collect();
    let numbers: Vec<&Quantity> = before()
        .filter(|figure| {
            figure.unit.is_some_and(|unit| of.1.contains(&unit.symbol()))
                && statement(figure)
                && figure.value > Decimal::ONE
        })
        .collect();
    // One total and one number only: with more of them the sentence speaks of several things.
    let ([total], [number]) = (totals.as_slice(), numbers.as_slice()) else { return };
    let Some(quotient) = counted(total).over(&counted(number)) else { return };
    let slack = mean.value.abs().checked_mul(Decimal::new(5, 2)).unwrap_or(mean.ulp).max(mean.ulp);
    let claimed: Interval = mean.interval().widened(slack);
    let words = line.slice(sentence.start, mean.span.start);
    if !quotient.disjoint(&claimed)
        || holds(words, &["累计", "以上项目", "其中", "增加", "增长", "年均", "提高"])
    {
        return;
    }
    let Some(exact) = total.value.checked_div(number.value) else { return };
    let fitting = in_place_of(line, mean, exact).unwrap_or_else(|| decimal(exact, mean.decimals));
    let (t, n, m) = (line.print(total), line.print(number), line.print(mean));
    let (zh, en) = range_of(line, mean, &quotient, mean.decimals.max(1));
    let word = strip_tail(of.0, &["投资"]).unwrap_or(of.0);
    let finding = findings.report(
        line.absolute(mean.span),
        Message::new(
            format!("{t}÷{n}={fitting}{zh}，文中写{word}“{m}”；请核对这三个数及其单位。"),
            format!(
                "{t} ÷ {n} = {fitting}{en}, the text gives {m} each; check the three figures and their units."
            ),
        ),
    );
    for (figure, zh, en) in [(*total, "总额", "total"), (*number, "数目", "number")] {
        let (span, message) = operand(line, figure, zh, en);
        finding.relate(span, message);
    }
}
