//! Rule `percent-vs-points`: % where percentage points are meant, points where % is meant.

use super::arithmetic::{decimal, operand};
use super::from_to::{Step, steps};
use super::measures::{is_amount, is_share};
use super::phrase::{Line, bare_tail, holds, lines, statement, strip_tail};
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension, Interval, Quantity};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 百分比与百分点混用
    ///
    /// 比率的升降该用“个百分点”而写成“%”，或者总量的增长该用“%”而写成“个百分点”，或者两个单位叠写。
    ///
    /// English: Per cent where percentage points are meant, or the other way round.
    ///
    /// ## 为什么
    ///
    /// 覆盖率由35.7%到36.7%是提高1个百分点；写“提高1%”，按字面只提高0.357个百分点。总量没有百分点可言。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 森林覆盖率由35.7%提高到36.7%，提高1%。
    /// ```
    /// ```错例
    /// 固定资产投资增长7.5个百分点。
    /// ```
    /// ```错例
    /// 常住人口城镇化率提高1.2%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 森林覆盖率由35.7%提高到36.7%，提高1个百分点。城乡低保标准分别提高5.2%和11.7%。
    /// ```
    /// ```正例
    /// 研发投入占比由1.1%提高到1.4%，增长46.36%。固定资产投资增速提高7.5个百分点。
    /// ```
    ///
    /// ## 判断
    ///
    /// 一是“由a%到b%，提高c%”而c等于两数之差、又不等于相对增幅；二是覆盖率、城镇化率、占比等整体中的份额后面直接写“提高n%”；三是收入、投资、产值等总量后面直接写“增长n个百分点”；四是“%个百分点”叠写。增速、贡献率、价格和标准的升降不在此列。
    ///
    /// ## 依据
    ///
    /// 国家统计局统计知识：百分点是百分比之差的单位。
    name: "percent-vs-points",
    category: Number,
    severity: Warning,
    tier: Statistics,
    check: check,
}

/// A share does not rise by this many points: it is its level.
const LEVEL: Decimal = Decimal::from_parts(40, 0, 0, false, 0);

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        doubled(&line, findings);
        let mut told: Vec<Span> = Vec::new();
        for step in steps(report, &line) {
            let Some(stated) = &step.stated else { continue };
            let figure = stated.figure;
            if !step.from.is_percent() || !figure.is_percent() || stated.mean || stated.verb == "增长" {
                continue;
            }
            told.push(figure.span);
            let (Some(difference), Some(relative)) = (
                step.to.interval().minus(&step.from.interval()),
                step.to.interval().over(&step.from.interval()),
            ) else {
                continue;
            };
            let claimed = figure.interval();
            let Some(claimed_difference) = claimed.bounds().map(|(low, high)| {
                if step.to.value < step.from.value { Interval::closed(-low, -high) } else { claimed }
            }) else {
                continue;
            };
            let hundred = Interval::closed(Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED);
            let growth = relative.times(&hundred).and_then(|percent| percent.minus(&hundred));
            if difference.disjoint(&claimed_difference)
                || growth.is_none_or(|growth| !growth.disjoint(&claimed_difference)) && !exact(&step, figure)
            {
                continue;
            }
            let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
            let points = in_points(&line, figure);
            let verb = stated.verb;
            let finding = findings.report(
                line.absolute(figure.span),
                Message::new(
                    format!("{a}→{b}相差的是{points}，文中写“{verb}{c}”；两个百分比之差用百分点，请改为“{points}”。"),
                    format!("{a}→{b} differ by {points} (percentage points), the text says “{verb}{c}”."),
                ),
            );
            for (operand_of, zh, en) in [(step.from, "变化前", "before"), (step.to, "变化后", "after")]
            {
                let (span, message) = operand(&line, operand_of, zh, en);
                finding.relate(span, message);
            }
            points_fix(&line, figure, finding);
        }
        for (index, figure) in line.figures.iter().enumerate() {
            if !told.contains(&figure.span) && statement(figure) {
                alone(&line, index, figure, findings);
            }
        }
    }
}

/// Whether the figure is the difference to the digit while the relative change, as it would be
/// printed, is another number.
fn exact(step: &Step<'_>, figure: &Quantity) -> bool {
    let difference = step.to.value.checked_sub(step.from.value).map(|difference| difference.abs());
    let relative = difference
        .and_then(|difference| difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(step.from.value));
    difference == Some(figure.value)
        && relative.is_some_and(|relative| {
            decimal(relative, figure.decimals) != decimal(figure.value, figure.decimals)
        })
}

/// The figure with 个百分点 in the place of %.
fn in_points(line: &Line<'_>, figure: &Quantity) -> String {
    let print = line.print(figure);
    let number = print.trim_end_matches(['%', '\u{FF05}']);
    if number == print {
        format!("{}个百分点", decimal(figure.value, figure.decimals))
    } else {
        format!("{number}个百分点")
    }
}

fn points_fix(line: &Line<'_>, figure: &Quantity, finding: &mut super::Finding) {
    let points = in_points(line, figure);
    finding.fix(
        Message::new(format!("改为“{points}”"), format!("Change to “{points}”")),
        vec![Edit::replace(line.absolute(figure.span), points)],
    );
}

/// The name of the level directly before a change: `森林覆盖率达到36.7%，比上年`.
fn name_of_level<'a>(line: &Line<'a>, index: usize) -> &'a str {
    let Some((at, level)) = index.checked_sub(1).and_then(|at| Some((at, line.figures.get(at)?))) else {
        return "";
    };
    let Some(change) = line.figures.get(index) else { return "" };
    let gap = line.between(level, change);
    let joined =
        gap.starts_with([',', '\u{FF0C}', '、']) && gap.matches([',', '\u{FF0C}', '、']).count() == 1;
    let same = line.sentence(level.span.start) == line.sentence(change.span.start);
    let kind = level.is_percent() == change.is_percent() && statement(level);
    let lead = line.lead(at);
    let changes = holds(lead, &["增长", "下降", "增加", "提高", "减少", "上升", "降低", "、", "分别"]);
    let reaches = holds(lead, &["提高到", "上升到", "下降到", "提升到", "降低到", "增加到", "提高至"]);
    if !(joined && same && kind) || changes && !reaches {
        return "";
    }
    let mut name = bare_tail(lead.trim());
    while let Some(rest) = strip_tail(
        name,
        &["提高", "上升", "下降", "提升", "降低", "增加", "完成", "实现", "保持在", "控制在", "稳定在", "到"],
    ) {
        name = bare_tail(rest);
    }
    name
}

/// `森林覆盖率提高1%`, `地区生产总值增长0.5个百分点`.
fn alone(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    let lead = bare_tail(line.lead(index));
    if lead.contains(['、', '\u{201C}', '"', '(', '\u{FF08}']) {
        return;
    }
    if figure.is_percent() {
        // 提高到1% is a level, and bare_tail takes 到 away with the hedges.
        let outer = line.outer(figure).start;
        let raw = line.slice(line.clause(figure.span.start).start, outer);
        if raw.ends_with(['到', '至', '为']) || holds(line.tail(figure), &["的", "点"]) {
            return;
        }
        let Some(name) = strip_tail(lead, &["提高了", "提高", "上升", "提升", "下降", "降低"])
        else {
            return;
        };
        let name = strip_tail(name, &["比上年", "同比", "较上年", "比去年", "分别", "再", "年均", "每年"])
            .unwrap_or(name);
        // 森林覆盖率达到36.7%，比上年提高1%: the name stands before the level.
        let name = if name.trim_start_matches([',', '\u{FF0C}']).is_empty() {
            name_of_level(line, index)
        } else {
            name
        };
        // 城镇化率提高52.6% leaves out 到: growth-level-confusion tells it.
        if !is_share(name) || figure.value >= LEVEL {
            return;
        }
        let (c, points) = (line.print(figure), in_points(line, figure));
        let verb = lead.get(name.len()..).unwrap_or("");
        let finding = findings.report(
            line.absolute(figure.span),
            Message::new(
                format!("比率的升降用百分点，文中写“{verb}{c}”（按字面是原值的{c}）；请改为“{points}”。"),
                format!("A change of a share is told in percentage points; the text says “{verb}{c}”."),
            ),
        );
        finding.variant("share-in-percent");
        points_fix(line, figure, finding);
        return;
    }
    if figure.dimension() != Some(Dimension::Points) {
        return;
    }
    let verbs = ["增长", "增加", "提高", "下降", "减少", "上升", "降低"];
    let Some(name) = strip_tail(lead, &verbs) else { return };
    let verb = lead.get(name.len()..).unwrap_or("增长");
    let name =
        strip_tail(name, &["比上年", "同比", "较上年", "比去年", "预计", "预期", "年均"]).unwrap_or(name);
    let sentence = line.sentence(figure.span.start);
    let before = line.slice(sentence.start, figure.span.start);
    // 零售总额完成120亿元，增长8个百分点: the name stands before the amount.
    let name = if name.trim_start_matches([',', '\u{FF0C}', '、']).is_empty() {
        name_of_level(line, index)
    } else {
        name
    };
    if !is_amount(name)
        || holds(
            before,
            &["增速", "增幅", "速度", "率", "占", "比重", "贡献", "拉动", "快于", "高于", "低于", "比例"],
        )
        || holds(line.tail(figure), &["左右的", "的"])
    {
        return;
    }
    let number = decimal(figure.value, figure.decimals);
    let c = line.print(figure);
    let finding = findings.report(
        line.absolute(figure.span),
        Message::new(
            format!("总量的增长用百分比，文中写“{verb}{c}”；若指增长率请改为“{number}%”，若指增速的变化请写明“增速”。"),
            format!("The growth of an amount is told in per cent; the text says “{verb}{c}”."),
        ),
    );
    finding.variant("amount-in-points").fix(
        Message::new(format!("改为“{number}%”"), format!("Change to “{number}%”")),
        vec![Edit::replace(line.absolute(figure.span), format!("{number}%"))],
    );
}

/// `3%个百分点`.
fn doubled(line: &Line<'_>, findings: &mut Findings) {
    for mark in ["%", "\u{FF05}"] {
        for tail in ["个百分点", "百分点"] {
            let both = format!("{mark}{tail}");
            for (at, _) in line.text.match_indices(&both) {
                if !line.slice(0, at).ends_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                let span = Span::new(at, at + both.len());
                let finding = findings.report(
                    line.absolute(span),
                    Message::new(
                        "“%”与“百分点”叠写；增长率只用“%”，两个百分比之差只用“个百分点”。",
                        "Both % and percentage points after one figure; keep one of them.",
                    ),
                );
                finding.variant("both");
                for keep in ["个百分点", mark] {
                    finding.fix(
                        Message::new(format!("只留“{keep}”"), format!("Keep “{keep}” only")),
                        vec![Edit::replace(line.absolute(span), keep)],
                    );
                }
            }
        }
    }
}
