//! Rule `sum-mismatch`: parts that are all of a whole do not add up to it.

use std::sync::LazyLock;

use regex::Regex;

use super::arithmetic::{correction, decimal, operand, unit_text};
use super::parts::{Sum, closed, composed, identities, split};
use super::phrase::{Line, lines};
use super::table::tables;
use super::{Findings, Message, Severity};
use crate::quantity::{Decimal, Interval, Quantity};
use crate::report::Report;

declare_rule! {
    /// # 合计与分项不符
    ///
    /// 各分项已列全（由……组成、合计、三次产业、税收与非税、进口与出口、表格的合计行），相加却不等于总数。
    ///
    /// English: Parts that make up the whole do not add up to it.
    ///
    /// ## 为什么
    ///
    /// 改了一个分项而忘改合计，或者抄错一位，读者一加便知。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年安排民生资金12亿元，由教育5亿元、卫生6亿元两项组成。
    /// ```
    /// ```错例
    /// 三次产业增加值分别为37.70亿元、786.42亿元和579.11亿元，合计1404.24亿元。
    /// ```
    /// ```错例
    /// 一般公共预算收入完成50.2亿元，其中税收收入38.1亿元、非税收入11.1亿元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 三次产业增加值分别为37.70亿元、786.42亿元和579.11亿元，合计1403.24亿元。
    /// ```
    /// ```正例
    /// 一般公共预算收入完成50.2亿元，其中税收收入38.1亿元。新建学校12所、改建8所，惠及学生2.1万人。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看写明列全的分项：“由……组成（构成）”“……，合计（共计、总计）T”“其余”，城镇与农村、税收与非税、进口与出口等互补的两项，地区生产总值与三次产业增加值，以及表格的合计行。各数按印出的精度展开成区间，和的区间与总数的区间不相交才报告（安排、资金、补助的整数按原数算）；有“等”“约”、分项单位不一的不报；分项从哪里算起有两种读法而其中一种算得通的，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "sum-mismatch",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        let mut told: Vec<usize> = Vec::new();
        for index in 0..line.figures.len() {
            let sums = [composed(&line, index), closed(&line, index), split(&line, index)];
            for sum in sums.into_iter().flatten() {
                let at = sum.total.span.start;
                if !told.contains(&at) && tell(&line, &sum, findings) {
                    told.push(at);
                }
            }
        }
    }
    for (line, sum) in identities(report) {
        if !findings.tells(line.absolute(sum.total.span)) {
            tell(&line, &sum, findings);
        }
    }
    in_tables(report, findings);
}

/// Reports a sum that no reading of its parts gives.
fn tell(line: &Line<'_>, sum: &Sum<'_>, findings: &mut Findings) -> bool {
    let total = sum.total;
    if sum.fits() {
        return false;
    }
    let (Some(interval), Some((_, exact))) = (sum.add(&sum.parts), add(&sum.parts)) else { return false };
    let prints: Vec<&str> = sum.parts.iter().map(|part| line.print(part)).collect();
    let decimals = sum.parts.iter().map(|part| part.decimals).max().unwrap_or(0).max(total.decimals);
    let (value, range) = scaled(line, total, exact, &interval, decimals);
    let (formula, t) = (prints.join("+"), line.print(total));
    let plain = range.replace('（', " (").replace('）', ")").replace('～', " to ");
    let finding = findings.report(
        line.absolute(total.span),
        Message::new(
            format!("{formula}={value}{range}，文中总数写“{t}”；请核对总数与各分项。"),
            format!("{formula} = {value}{plain}, the text gives {t} as the whole; check whole and parts."),
        ),
    );
    for part in &sum.parts {
        let (span, message) = operand(line, part, "分项", "part");
        finding.relate(span, message);
    }
    if let Some((title, edit)) = correction(line, total, exact) {
        finding.fix(title, vec![edit]);
    }
    true
}

/// The sum of figures, by printed precision and by the printed values.
fn add(parts: &[&Quantity]) -> Option<(Interval, Decimal)> {
    let mut interval = Interval::closed(Decimal::ZERO, Decimal::ZERO);
    let mut exact = Decimal::ZERO;
    for part in parts {
        interval = interval.plus(&super::phrase::counted(part))?;
        exact = exact.checked_add(part.value)?;
    }
    Some((interval, exact))
}

/// A sum in the unit of the total, and the interval its parts allow.
fn scaled(
    line: &Line<'_>,
    total: &Quantity,
    exact: Decimal,
    interval: &Interval,
    decimals: u32,
) -> (String, String) {
    let unit = unit_text(line, total).unwrap_or("");
    let show = |value: Decimal| decimal(value.checked_div(total.scale).unwrap_or(value), decimals);
    let range = interval
        .bounds()
        .map(|(low, high)| (show(low), show(high)))
        .filter(|(low, high)| low != high)
        .map_or(String::new(), |(low, high)| format!("（{low}～{high}{unit}）"));
    (format!("{}{unit}", show(exact)), range)
}

static TOTAL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^(?:合 ?计|总 ?计|共 ?计|小 ?计|总 ?数|总 ?和)$").ok());

/// The sum row of a table, last or first of the body.
fn in_tables(report: &Report, findings: &mut Findings) {
    let is_total = |text: &str| TOTAL.as_ref().is_some_and(|total| total.is_match(text));
    for rows in tables(report) {
        let rows: Vec<_> = rows.iter().filter(|row| !row.is_rule()).collect();
        let named =
            |row: &&super::table::Row<'_>| (0..row.cells.len().min(2)).any(|at| is_total(row.text(at)));
        let totals: Vec<usize> = (0..rows.len()).filter(|&at| rows.get(at).is_some_and(named)).collect();
        let [at] = *totals.as_slice() else { continue };
        let Some(total_row) = rows.get(at) else { continue };
        // A sum at the end adds what stands above it, a sum at the head what stands below.
        let body = if at + 1 == rows.len() {
            rows.get(..at)
        } else if at <= 1 {
            rows.get(at + 1..)
        } else {
            None
        };
        let Some(body) = body else { continue };
        for column in 1..total_row.cells.len() {
            column_sum(total_row, body, column, findings);
        }
    }
}

fn column_sum(
    total_row: &super::table::Row<'_>,
    body: &[&super::table::Row<'_>],
    column: usize,
    findings: &mut Findings,
) {
    let Some(total) = total_row.figure(column) else { return };
    let mut parts = Vec::new();
    for (at, row) in body.iter().enumerate() {
        match row.figure(column) {
            Some(figure) if figure.unit == total.unit => parts.push((row, figure)),
            // The head of the table, or an empty cell.
            None if at == 0 => {}
            None if ["", "-", "\u{2014}", "/", "\u{2014}\u{2014}"].contains(&row.text(column)) => {}
            _ => return,
        }
    }
    let figures: Vec<&Quantity> = parts.iter().map(|(_, figure)| *figure).collect();
    let years = figures.iter().all(|figure| {
        figure.decimals == 0 && (Decimal::from(1950)..Decimal::from(2100)).contains(&figure.value)
    });
    let Some((interval, exact)) =
        add(&figures).filter(|_| figures.len() >= 2 && !years && !total.is_percent())
    else {
        return;
    };
    if !interval.disjoint(&total.interval()) {
        return;
    }
    let prints: Vec<&str> = parts.iter().map(|(row, figure)| row.line.print(figure)).collect();
    let line = &total_row.line;
    let decimals = figures.iter().map(|part| part.decimals).max().unwrap_or(0);
    let (value, range) = scaled(line, total, exact, &interval, decimals);
    let (formula, t) = (prints.join("+"), line.print(total));
    let plain = range.replace('（', " (").replace('）', ")").replace('～', " to ");
    let finding = findings.report(
        line.absolute(total.span),
        Message::new(
            format!("本列{formula}={value}{range}，合计写“{t}”；请核对合计与各行。"),
            format!("The column {formula} = {value}{plain}, the sum row says {t}; check sum and rows."),
        ),
    );
    finding.variant("table").severity(Severity::Error);
    for (row, part) in &parts {
        let (span, message) = operand(&row.line, part, "分项", "part");
        finding.relate(span, message);
    }
    if let Some((title, edit)) = correction(line, total, exact) {
        finding.fix(title, vec![edit]);
    }
}
