//! Rule `growth-level-confusion`: 提高 and 提高到 mixed up: a difference where a level must stand, a
//! rate of growth where a level must stand, a level where a difference must stand.

use super::measures::{is_amount, is_share};
use super::phrase::{Line, bare_tail, holds, lines, statement, strip_tail, trimmed};
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension, Quantity};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # “提高”与“提高到”混用
    ///
    /// “提高到”后面写了差额（个百分点），“增长到”后面写了增长率，或者“提高”后面写的其实是水平。
    ///
    /// English: A difference or a rate of growth after “rise to”, or a level after “rise by”.
    ///
    /// ## 为什么
    ///
    /// “提高到”接水平，“提高”接差额；多一个“到”字，3个百分点的进步就成了只剩3%的水平。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 税收收入占比提高到3个百分点。
    /// ```
    /// ```错例
    /// 固定资产投资增长到12%。
    /// ```
    /// ```错例
    /// 常住人口城镇化率提高52.6%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 税收收入占比提高3个百分点，秸秆综合利用率提高到86%以上。
    /// ```
    /// ```正例
    /// 固定资产投资增长12%，增速提高到12%。与先进地区的差距缩小到3个百分点。
    /// ```
    ///
    /// ## 判断
    ///
    /// 一是“提高（上升、下降等）到n个百分点”，“占比达到n个百分点”；二是收入、投资、产值等总量“增长到n%”；三是覆盖率、城镇化率等份额“提高n%”而n在40以上，多半漏了“到”字。说差距、拉动、贡献、利差的，本来就用百分点表示水平，不报。
    ///
    /// ## 依据
    ///
    /// 国家统计局统计知识：“增长到”含原基数，“增长了”不含；百分点是百分比之差的单位。
    name: "growth-level-confusion",
    category: Number,
    severity: Warning,
    tier: Statistics,
    check: check,
}

/// Verbs that take 到 and a level.
const CHANGES: &[&str] =
    &["提高", "提升", "上升", "增长", "增加", "上涨", "下降", "降低", "减少", "回落", "升", "降", "增"];

/// Things whose level is told in points, or whose level is a rate.
const IN_POINTS: &[&str] =
    &["差", "拉动", "贡献", "领先", "高于", "低于", "快于", "幅度", "涨幅", "降幅", "增幅", "利率", "优惠"];

/// A share does not rise by this many points.
const LEVEL: Decimal = Decimal::from_parts(40, 0, 0, false, 0);

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            if !statement(figure) || line.torn(figure) {
                continue;
            }
            match figure.dimension() {
                Some(Dimension::Points) => points(&line, index, figure, findings),
                Some(Dimension::Percent) => percent(&line, index, figure, findings),
                _ => {}
            }
        }
    }
}

/// The words before the figure without hedges, but with 到.
fn lead<'a>(line: &Line<'a>, index: usize) -> &'a str {
    let mut words = trimmed(line.lead(index));
    while let Some(rest) = strip_tail(words, &["大约", "约", "将近", "接近", "近", "超过", "逾", "了"])
    {
        words = rest;
    }
    words
}

/// `words` without a verb of change and 到, and that verb.
fn change_to(words: &str) -> Option<(&str, &str)> {
    let before = strip_tail(words, &["到", "至"])?;
    let name = strip_tail(before, CHANGES)?;
    Some((name, before.get(name.len()..)?))
}

/// Where the 到 before a figure stands.
fn reaching(line: &Line<'_>, figure: &Quantity) -> Option<Span> {
    let end = line.outer(figure).start;
    let before = line.slice(line.clause(figure.span.start).start, end);
    let at = before.rfind(['到', '至'])?;
    let start = end - before.len() + at;
    Some(Span::new(start, start + '到'.len_utf8()))
}

fn points(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    let words = lead(line, index);
    let sentence = line.sentence(figure.span.start);
    let before = line.slice(sentence.start, figure.span.start);
    if holds(before, IN_POINTS) || line.tail(figure).starts_with('的') {
        return;
    }
    let c = line.print(figure);
    let number = c.trim_end_matches("个百分点").trim_end_matches("百分点");
    if let Some((_, verb)) = change_to(words) {
        let Some(to) = reaching(line, figure) else { return };
        let span = Span::new(to.start - verb.len(), line.outer(figure).end);
        let finding = findings.report(
            line.absolute(span),
            Message::new(
                format!("“{verb}到”后面应是水平，“{c}”是差额；请改为“{verb}{c}”，或写出水平“{verb}到n%”。"),
                format!("“{verb}到” (to) needs a level, “{c}” is a difference; drop “到” or give the level."),
            ),
        );
        finding.variant("points-after-to").fix(
            Message::new(format!("改为“{verb}{c}”"), format!("Change to “{verb}{c}”")),
            vec![Edit::delete(line.absolute(to))],
        );
    } else if let Some(name) = strip_tail(words, &["达到", "达", "为", "保持在", "稳定在", "控制在"])
        && is_share(name)
    {
        let finding = findings.report(
            line.absolute(figure.span),
            Message::new(
                format!("比率的水平用百分比，文中写“{c}”（百分点只表示两个百分比之差）；请改为“{number}%”。"),
                format!(
                    "The level of a ratio is told in per cent, “{c}” is a difference; write “{number}%”."
                ),
            ),
        );
        finding.variant("level-in-points").fix(
            Message::new(format!("改为“{number}%”"), format!("Change to “{number}%”")),
            vec![Edit::replace(line.absolute(figure.span), format!("{number}%"))],
        );
    }
}

fn percent(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    if line.tail(figure).starts_with(['的', '点']) {
        return;
    }
    let words = lead(line, index);
    let clause = line.clause(figure.span.start);
    let before = line.slice(clause.start, figure.span.start);
    let c = line.print(figure);
    if let Some((name, verb)) = change_to(words) {
        let name = bare_name(name);
        let ratio =
            ["占", "率", "比重", "比例", "速", "增幅", "份额", "目标", "计划", "由", "从", "、", "度"];
        if !is_amount(name) || holds(before, &ratio) {
            return;
        }
        let Some(to) = reaching(line, figure) else { return };
        let finding = findings.report(
            line.absolute(Span::new(to.start - verb.len(), line.outer(figure).end)),
            Message::new(
                format!("总量的水平不用百分比，“{c}”是增长率；请改为“{verb}{c}”，或写明是增速。"),
                format!(
                    "An amount cannot rise to a percentage, “{c}” is a rate; drop “到” or name the rate."
                ),
            ),
        );
        finding.variant("rate-after-to").fix(
            Message::new(format!("改为“{verb}{c}”"), format!("Change to “{verb}{c}”")),
            vec![Edit::delete(line.absolute(to))],
        );
        return;
    }
    let Some(name) = strip_tail(bare_tail(words), &["提高", "提升", "上升"]) else { return };
    // bare_tail takes 到 with the hedges: 提高到86% is as it should be.
    if words.ends_with(['到', '至', '为', '达']) || figure.value < LEVEL || !is_share(bare_name(name)) {
        return;
    }
    let verb = bare_tail(words).get(name.len()..).unwrap_or("提高");
    let start = line.outer(figure).start;
    let Some(at) = before_verb(line, start, verb) else { return };
    let finding = findings.report(
        line.absolute(Span::new(at, line.outer(figure).end)),
        Message::new(
            format!("比率一次提高不了{c}，多半漏了“到”字；若指水平请改为“{verb}到{c}”，若指差额请用百分点。"),
            format!(
                "A share hardly rises by {c}; write “{verb}到{c}” for the level, or points for a difference."
            ),
        ),
    );
    finding.variant("level-without-to").fix(
        Message::new(format!("改为“{verb}到{c}”"), format!("Change to “{verb}到{c}”")),
        vec![Edit::replace(line.absolute(Span::new(at + verb.len(), figure.span.start)), "到")],
    );
}

/// The start of the verb before a figure.
fn before_verb(line: &Line<'_>, end: usize, verb: &str) -> Option<usize> {
    let clause = line.clause(end);
    line.slice(clause.start, end).rfind(verb).map(|at| clause.start + at)
}

/// A name without the words between it and its verb.
fn bare_name(mut name: &str) -> &str {
    const BETWEEN: &[&str] = &[
        "比上年",
        "力争",
        "实现",
        "确保",
        "争取",
        "达到",
        "同比",
        "较上年",
        "比去年",
        "稳步",
        "快速",
        "预计",
        "预期",
        "年均",
        "总体",
        "再",
        "要",
        "将",
        "分别",
        "也",
    ];
    while let Some(rest) = strip_tail(name, BETWEEN) {
        name = rest;
    }
    name
}
