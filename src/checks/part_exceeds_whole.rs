//! Rule `part-exceeds-whole`: a part after 其中 is greater than its whole, or the parts together are.

use super::arithmetic::{in_place_of, operand, range_of};
use super::phrase::{FALL, Line, RISE, bare_tail, comparable, counted, holds, lines, strip_tail};
use super::{Findings, Message, Severity};
use crate::quantity::{Decimal, Dimension, Quantity};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 部分大于总体
    ///
    /// “其中”后面的部分比前面的总数还大，或者各部分加起来超过总数。
    ///
    /// English: A part named after “of which” exceeds the whole, or the parts together do.
    ///
    /// ## 为什么
    ///
    /// 部分大于总体，两个数至少错一个；常见的是丢了“万”字或错了小数点。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 新增市场主体4.2万户，其中新增企业47995户。
    /// ```
    /// ```错例
    /// 完成植树造林12万亩，其中人工造林8万亩、飞播造林6万亩。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 新增市场主体4.2万户，其中新增企业7995户。开复工千万元以上项目700个，其中亿元以上项目400个。
    /// ```
    /// ```正例
    /// 签约项目50个，总投资39亿元，其中超过3亿元的项目6个。
    /// ```
    ///
    /// ## 判断
    ///
    /// “其中”管到句号或分号为止；只比较单位相同的数，百分比、增减量、人均值、门槛（亿元以上）、总投资不比；“其中”之前凡有一个同单位的数容得下它，就不报。各部分用顿号并列时才相加，数值按印出的精度取最小可能值。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "part-exceeds-whole",
    category: Number,
    severity: Error,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (at, word) in line.text.match_indices("其中") {
            // 其中，: a mark after the word changes nothing.
            let rest = line.slice(at + word.len(), line.text.len());
            let mark = rest.chars().next().filter(|c| [',', '\u{FF0C}', ':', '\u{FF1A}'].contains(c));
            let end = at + word.len() + mark.map_or(0, char::len_utf8);
            examine(&line, Span::new(at, end), findings);
        }
    }
}

fn countable(figure: &Quantity) -> bool {
    !matches!(
        figure.dimension(),
        None | Some(
            Dimension::Percent | Dimension::Points | Dimension::Times | Dimension::Time | Dimension::Other
        )
    ) && figure.value_to.is_none()
        && !figure.rank
        && !figure.threshold
}

fn examine(line: &Line<'_>, word: Span, findings: &mut Findings) {
    let stretch = line.stretch(word.start);
    let after = Span::new(word.end, stretch.end);
    let Some((index, part)) = line
        .figures_in(after)
        .filter_map(|index| Some((index, line.figures.get(index)?)))
        // 其中投资超亿元的有738个: the bound is none of the parts.
        .find(|(_, figure)| countable(figure) && !line.tail(figure).starts_with("的有"))
    else {
        return;
    };
    // The part must be told in the clause of 其中, after a name and nothing else.
    let clause = line.clause(word.end);
    let name = line.slice(word.end, line.outer(part).start);
    if part.span.start >= clause.end || name.contains("其中") || is_other(name, line.tail(part)) {
        return;
    }
    let totals: Vec<&Quantity> = line
        .figures_in(Span::new(stretch.start, word.start))
        .filter_map(|index| line.figures.get(index).map(|figure| (index, figure)))
        .filter(|(_, figure)| comparable(figure, part))
        .map(|(_, figure)| figure)
        .collect();
    let Some(total) = totals.last().copied() else { return };
    let Some(highest) = totals.iter().map(|total| counted(total).high).collect::<Option<Vec<Decimal>>>()
    else {
        return;
    };
    let Some(highest) = highest.into_iter().max() else { return };
    let total_index = line.figures.partition_point(|figure| figure.span.start < total.span.start);
    if line.torn(part) || totals.iter().any(|total| line.torn(total)) {
        return;
    }
    if is_change(line, total_index) || is_other(whole_lead(line, total_index, total), line.tail(total)) {
        return;
    }
    if counted(part).low.is_some_and(|low| low > highest) {
        tell(line, total, &[part], findings);
        return;
    }
    let parts = parts(line, index, part, after);
    if parts.len() < 2 || totals.len() != 1 {
        return;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(counted(part).low?));
    if sum.is_some_and(|sum| sum > highest) {
        tell(line, total, &parts, findings);
    }
}

/// The words before a whole; a planned count holds its parts as a counted one does.
fn whole_lead<'a>(line: &Line<'a>, index: usize, total: &Quantity) -> &'a str {
    let lead = line.lead(index).trim();
    // 累计排查…处: a cumulative whole holds its parts all the more.
    let lead = lead.strip_prefix("累计").unwrap_or(lead);
    let counts = matches!(total.dimension(), Some(Dimension::Count | Dimension::People));
    if counts { lead.strip_prefix("计划").unwrap_or(lead) } else { lead }
}

/// The parts that are joined by 、 after the first one, each with a name of its own.
fn parts<'a>(line: &Line<'a>, index: usize, first: &'a Quantity, after: Span) -> Vec<&'a Quantity> {
    let mut found = vec![first];
    let mut last = first;
    for figure in line.figures.get(index + 1..).unwrap_or_default() {
        if figure.span.start >= after.end || !comparable(figure, first) {
            break;
        }
        let gap = line.between(last, figure);
        let Some(name) = gap.strip_prefix(['、', '和', ',', '\u{FF0C}']) else { break };
        if name.is_empty() || name.contains(['、', ',', '\u{FF0C}']) || is_other(name, line.tail(figure)) {
            break;
        }
        found.push(figure);
        last = figure;
    }
    found
}

/// Words that make a figure something else than a part or a whole of the same things.
fn is_other(name: &str, tail: &str) -> bool {
    holds(
        name,
        &[
            "人均",
            "平均",
            "户均",
            "均",
            "每",
            "单价",
            "累计",
            "总投资",
            "计划",
            "超过",
            "达到",
            "突破",
            "带动",
            "涉及",
            "惠及",
            "含",
            "历年",
            "包括",
            "同时",
            "覆盖",
            "增长",
            "增加",
            "提高",
            "减少",
            "下降",
            "比",
            "占",
            "为",
        ],
    ) || tail.starts_with('的')
        || tail.starts_with("以上")
        || tail.starts_with("以下")
}

/// Whether the words before a figure say that it is a change.
fn is_change(line: &Line<'_>, index: usize) -> bool {
    let words = bare_tail(line.lead(index));
    strip_tail(words, RISE).is_some() || strip_tail(words, FALL).is_some()
}

fn tell(line: &Line<'_>, total: &Quantity, parts: &[&Quantity], findings: &mut Findings) {
    let Some(first) = parts.first() else { return };
    let whole = line.print(total);
    let prints: Vec<&str> = parts.iter().map(|part| line.print(part)).collect();
    let sum = prints.join("+");
    let exact = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    let zero = crate::quantity::Interval::closed(Decimal::ZERO, Decimal::ZERO);
    let range = parts.iter().try_fold(zero, |sum, part| sum.plus(&counted(part)));
    let together = exact.and_then(|sum| in_place_of(line, first, sum)).unwrap_or_default();
    let (zh, en) =
        range.map(|range| range_of(line, first, &range, first.decimals.max(1))).unwrap_or_default();
    let span = parts.iter().fold(first.span, |span, part| span.cover(part.span));
    let (zh, en) = if parts.len() > 1 {
        (
            format!("其中{sum}={together}{zh}，合计大于总数{whole}；请核对各部分与总数。"),
            format!("The parts {sum} = {together}{en} together exceed the whole {whole}; check them."),
        )
    } else {
        (
            format!("其中的{sum}大于总数{whole}；请核对这两个数及其单位。"),
            format!("The part {sum} exceeds the whole {whole}; check both figures and their units."),
        )
    };
    let finding = findings.report(line.absolute(span), Message::new(zh, en));
    if parts.len() > 1 {
        finding.variant("parts-together").severity(Severity::Warning);
    }
    let (place, message) = operand(line, total, "总数", "whole");
    finding.relate(place, message);
    for part in parts {
        let (place, message) = operand(line, part, "部分", "part");
        finding.relate(place, message);
    }
}
