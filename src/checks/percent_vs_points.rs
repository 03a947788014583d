//! Rule `percent-vs-points`: % where percentage points are meant, points where % is meant.

use super::arithmetic::{decimal, operand};
use super::from_to::{Step, steps};
use super::measures::{all_names, is_amount, is_share};
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
            if figure.dimension() == Some(Dimension::Points)
                && in_points_of_amount(&line, &step, figure, findings)
            {
                told.push(figure.span);
                continue;
            }
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
            let decimals = figure.decimals.max(step.to.decimals);
            let ends = difference.bounds().map(|(low, high)| {
                let (low, high) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
                (decimal(low, decimals), decimal(high, decimals))
            });
            let (zh, en) = ends.map_or_else(Default::default, |(low, high)| {
                (format!("（{low}～{high}个百分点）"), format!(" ({low} to {high})"))
            });
            let finding = findings.report(
                line.absolute(figure.span),
                Message::new(
                    format!("{a}→{b}相差的是{points}{zh}，文中写“{verb}{c}”；两个百分比之差用百分点，请改为“{points}”。"),
                    format!("{a}→{b} differ by {points}{en} (percentage points), the text says “{verb}{c}”."),
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

/// `由A增加到B，增长23.8个百分点`, where A and B are amounts.
fn in_points_of_amount(line: &Line<'_>, step: &Step<'_>, figure: &Quantity, findings: &mut Findings) -> bool {
    let relative = |figure: &Quantity| {
        matches!(figure.dimension(), Some(Dimension::Percent | Dimension::Points | Dimension::Times))
    };
    if relative(step.from) || step.from.dimension().is_none() {
        return false;
    }
    let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
    let number = decimal(figure.value, figure.decimals);
    let finding = findings.report(
        line.absolute(figure.span),
        Message::new(
            format!("{a}→{b}是总量的增减，用百分比表示，文中写“{c}”；请改为“{number}%”，并核对数值。"),
            format!(
                "{a}→{b} is a change of an amount, told in per cent; the text says “{c}”: write “{number}%”."
            ),
        ),
    );
    finding.variant("amount-in-points");
    for (operand_of, zh, en) in [(step.from, "变化前", "before"), (step.to, "变化后", "after")] {
        let (span, message) = operand(line, operand_of, zh, en);
        finding.relate(span, message);
    }
    finding.fix(
        Message::new(format!("改为“{number}%”"), format!("Change to “{number}%”")),
        vec![Edit::replace(line.absolute(figure.span), format!("{number}%"))],
    );
    true
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
    if lead.contains(['\u{201C}', '"', '(', '\u{FF08}']) || lead.contains('、') && !lead.contains("分别") {
        return;
    }
    if figure.is_percent() {
        // 提高到1% is a level, and bare_tail takes 到 away with the hedges.
        let outer = line.outer(figure).start;
        let raw = line.slice(line.clause(figure.span.start).start, outer);
        if raw.ends_with(['到', '至', '为']) || holds(line.tail(figure), &["的", "点"]) {
            return;
        }
        // 流通率比全省平均水平高4.5%: a distance between shares is told in points too.
        const ELSEWHERE: &[&str] =
            &["比全省平均水平", "比全国平均水平", "比全省平均", "比全国平均", "比全省", "比全国"];
        let away = strip_tail(lead, &["高出", "高", "低"])
            .and_then(|rest| strip_tail(rest, ELSEWHERE))
            .filter(|name| is_share(name));
        let Some(name) =
            away.or_else(|| strip_tail(lead, &["提高了", "提高", "上升", "提升", "下降", "降低", "增加"]))
        else {
            return;
        };
        let name = strip_tail(
            name,
            &[
                "比上年",
                "同比",
                "较上年",
                "比去年",
                "分别",
                "再",
                "年均",
                "每年",
                "较年初",
                "比年初",
                "较去年",
            ],
        )
        .unwrap_or(name);
        // 森林覆盖率达到36.7%，比上年提高1%: the name stands before the level.
        let name = if name.trim_start_matches([',', '\u{FF0C}']).is_empty() {
            name_of_level(line, index)
        } else {
            name
        };
        // 城镇化率提高52.6% leaves out 到: growth-level-confusion tells it.
        let shares = if name.contains('、') { all_names(name, is_share) } else { is_share(name) };
        if !shares || figure.value >= LEVEL {
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
    // 用电量增幅达6个百分点: the rate is named, but in points.
    let rate = lead.ends_with("增幅") && is_amount(strip_tail(lead, &["增幅"]).unwrap_or(""));
    let Some(name) = strip_tail(lead, if rate { &["增幅"] } else { &verbs }) else { return };
    let verb = lead.get(name.len()..).unwrap_or("增长");
    let name = strip_tail(
        name,
        &["比上年", "同比", "较上年", "比去年", "较去年", "预计", "预期", "年均", "分别", "也", "再"],
    )
    .unwrap_or(name);
    let sentence = line.sentence(figure.span.start);
    let before = line.slice(sentence.start, figure.span.start);
    // 零售总额完成120亿元，增长8个百分点: the name stands before the amount.
    let name = if name.trim_start_matches([',', '\u{FF0C}', '、']).is_empty() {
        name_of_level(line, index)
    } else {
        name
    };
    let amounts = if name.contains('、') { all_names(name, is_amount) } else { is_amount(name) };
    // The word of the rate itself is no other rate.
    let before = if rate { before.trim_end_matches(['达', '为', '到']) } else { before };
    let before = if rate { before.strip_suffix("增幅").unwrap_or(before) } else { before };
    let amounts = amounts || name.is_empty() && is_amount(growing(line, figure));
    if !amounts
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

/// The name before `保持较快增长，`, where the clause of the figure has none of its own.
fn growing<'a>(line: &Line<'a>, figure: &Quantity) -> &'a str {
    let sentence = line.sentence(figure.span.start);
    let clause = line.clause(figure.span.start);
    let before = line.slice(sentence.start, clause.start).trim_end_matches([',', '\u{FF0C}']);
    let last = before.rsplit([',', '\u{FF0C}', ';', '\u{FF1B}']).next().unwrap_or("");
    let trends = ["较快增长", "平稳增长", "稳步增长", "持续增长", "快速增长", "稳定增长"];
    let name = strip_tail(last.trim(), &trends).unwrap_or("");
    strip_tail(name, &["保持", "实现", "继续保持"]).unwrap_or(name)
}

/// `3%个百分点`, `3个百分点%`.
fn doubled(line: &Line<'_>, findings: &mut Findings) {
    for mark in ["%", "\u{FF05}"] {
        for both in [
            format!("{mark}个百分点"),
            format!("{mark}百分点"),
            format!("个百分点{mark}"),
            format!("个{mark}"),
        ] {
            for (at, _) in line.text.match_indices(&both) {
                if !line.slice(0, at).ends_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                let span = Span::new(at, at + both.len());
                let finding = findings.report(
                    line.absolute(span),
                    Message::new(
                        format!("“{both}”叠写了单位；增长率只用“%”，两个百分比之差只用“个百分点”。"),
                        format!("“{both}” mixes per cent and percentage points; keep one of them."),
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
