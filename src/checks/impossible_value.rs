//! Rule `impossible-value`: a decline by a multiple, a decline of more than all, a share above the
//! whole, more good days than the year has.

use super::arithmetic::digits_span;
use super::goals::Told;
use super::phrase::{Line, bare_tail, holds, lines, strip_tail};
use super::{Findings, Message, Severity};
use crate::quantity::{Decimal, Dimension, Quantity, printed};
use crate::reading::Kind;
use crate::report::Report;
use crate::text::Edit;

declare_rule! {
    /// # 不可能的数值
    ///
    /// 数值超出了事情本身的界限：下降n倍，下降超过100%，占比或覆盖率超过100%，一年的优良天数多于366天。
    ///
    /// English: A value beyond what the thing allows: a fall by a multiple or by more than 100 %, a share above 100 %, more days than a year has.
    ///
    /// ## 为什么
    ///
    /// 减少最多减到零，所以没有“下降2倍”，也没有“下降119.6%”；整体中的份额不会超过整体。这类数字多半是多打了一位或错了单位。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 生产安全事故起数下降2倍。
    /// ```
    /// ```错例
    /// 刑事案件下降119.6%。
    /// ```
    /// ```错例
    /// 服务业增加值占比达到120%。
    /// ```
    /// ```错例
    /// 空气质量优良天数达到387天。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 跨境电商交易额增长4.4倍。刑事案件下降19.6%。规上工业企业利润下降120%。
    /// ```
    /// ```正例
    /// 学前三年毛入园率达到103%，对经济增长的贡献率达到181.9%，完成预算的112%。
    /// ```
    ///
    /// ## 判断
    ///
    /// “下降、减少、缩短”等后面直接写n倍；或直接写大于100%的百分数（利润、净额、增量、差额可以由正转负，不报）。份额只看整体中的份额：占比、森林覆盖率、城镇化率、失业率、合格率、满意率、优良率；毛入学率、参保率、巩固率、贡献率、完成率可以超过100%，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；“倍”的用法见《人民日报海外版》语文信箱。
    name: "impossible-value",
    category: Number,
    severity: Error,
    tier: Logic,
    check: check,
}

const DECLINE: &[&str] = &[
    "下降", "减少", "降低", "缩减", "缩短", "压缩", "压减", "回落", "下调", "缩小", "收窄", "削减", "下跌",
    "降幅", "减幅",
];

/// What may turn negative.
const MAY_TURN: &[&str] =
    &["利润", "净", "亏损", "增量", "增幅", "增速", "差", "赤字", "增收", "效益", "盈", "新增", "贡献"];

/// Shares of a whole.
const SHARES: &[&str] = &[
    "森林覆盖率",
    "林木绿化率",
    "绿化覆盖率",
    "城镇化率",
    "失业率",
    "合格率",
    "满意率",
    "满意度",
    "优良率",
    "优良天数比例",
    "优良天数比率",
    "占比",
    "比重",
    "优良比例",
    "自来水普及率",
    "燃气普及率",
    "卫生厕所普及率",
    "无害化处理率",
    "集中处理率",
    "达标率",
    "废弃物综合利用率",
    "秸秆综合利用率",
    "燃气普及率",
    "污水处理率",
    "垃圾处理率",
    "冷链流通率",
    "绿地率",
];

/// Good days of a year.
const DAYS: &[&str] = &[
    "优良天数",
    "优良天气",
    "优良天气天数",
    "良好天数",
    "达标天数",
    "良好以上天数",
    "二级以上天数",
    "好于二级的天数",
    "二级以上的天数",
    "优良的天数",
];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            if figure.rank || figure.threshold {
                continue;
            }
            match figure.dimension() {
                Some(Dimension::Times) => by_multiple(&line, index, figure, findings),
                Some(Dimension::Percent) => {
                    by_more_than_all(&line, index, figure, findings);
                    above_whole(&line, index, figure, findings);
                }
                Some(Dimension::Time) => days(&line, index, figure, findings),
                _ => {}
            }
        }
    }
    known_shares(report, findings);
}

/// The verb of decline directly before a figure, and whether the words allow no other reading.
fn decline<'a>(line: &Line<'a>, index: usize) -> Option<&'a str> {
    let lead = line.lead(index).trim();
    if lead.ends_with(['到', '至', '为']) {
        return None;
    }
    let bare = bare_tail(lead);
    let name = strip_tail(bare, DECLINE)?;
    bare.get(name.len()..)
}

fn by_multiple(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    let Some(verb) = decline(line, index) else { return };
    let print = line.print(figure);
    if !print.ends_with('倍') {
        return;
    }
    let finding = findings.report(
        line.absolute(figure.span),
        Message::new(
            format!(
                "减少最多减到零，没有“{verb}{print}”；降为原来的几分之一请写“{verb}n%”或“降为原来的1/n”。"
            ),
            format!("Nothing can fall by a multiple (“{verb}{print}”); give the fall in per cent."),
        ),
    );
    finding.variant("fall-by-multiple").severity(Severity::Warning);
    if figure.value > Decimal::ONE
        && let Some(rest) = Decimal::ONE.checked_div(figure.value)
    {
        let percent = printed((Decimal::ONE - rest) * Decimal::ONE_HUNDRED, 1);
        let percent = percent.trim_end_matches('0').trim_end_matches('.');
        finding.fix(
            Message::new(
                format!("若指降为原来的1/{}，改为“{percent}%”", figure.value.normalize()),
                format!("If it fell to 1/{}, change to “{percent}%”", figure.value.normalize()),
            ),
            vec![Edit::replace(line.absolute(figure.span), format!("{percent}%"))],
        );
    }
}

fn by_more_than_all(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    if figure.interval().low.is_none_or(|low| low <= Decimal::ONE_HUNDRED) {
        return;
    }
    let Some(verb) = decline(line, index) else { return };
    let clause = line.clause(figure.span.start);
    if holds(line.slice(clause.start, figure.span.start), MAY_TURN) {
        return;
    }
    let print = line.print(figure);
    let finding = findings.report(
        line.absolute(figure.span),
        Message::new(
            format!("减少最多减到零（100%），文中写“{verb}{print}”；请核对数值。"),
            format!("A fall cannot exceed 100%; the text says “{verb}{print}”."),
        ),
    );
    finding.variant("fall-over-100");
    // 119.6 is most often 19.6 with a digit too many.
    if let Some(digits) = digits_span(line, figure)
        && let Some(rest) = digits.of(line.text).strip_prefix('1')
        && rest.find('.').unwrap_or(rest.len()) == 2
        && !rest.starts_with('0')
    {
        finding.fix(
            Message::new(format!("改为“{rest}%”"), format!("Change to “{rest}%”")),
            vec![Edit::replace(line.absolute(digits), rest)],
        );
    }
}

fn above_whole(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    if figure.value <= Decimal::ONE_HUNDRED && !figure.value.is_sign_negative() {
        return;
    }
    let lead = line.lead(index).trim();
    let mut name = bare_tail(lead);
    while let Some(rest) = strip_tail(
        name,
        &["提高", "提升", "上升", "稳定在", "保持在", "均", "分别", "控制在", "高", "已经", "已"],
    ) {
        name = bare_tail(rest);
    }
    // 提高120% is a change, 提高到120% a value.
    let changes = ["提高", "提升", "上升", "增长", "高", "升"];
    let copula = lead.ends_with(['到', '至', '为', '在', '达']) || bare_tail(lead) == lead;
    if strip_tail(bare_tail(lead), &changes).is_some() && !lead.ends_with(['到', '至', '为', '达']) || !copula
    {
        return;
    }
    // 普及率由上年的71.5%提高到110.5%: the name stands before the value it rose from.
    let name = if name.trim().is_empty() { named_before(line, index) } else { name };
    if let Some(whole) = share_of(name) {
        share_beyond(line, figure, whole, findings);
        return;
    }
    let Some(before) = strip_tail(name, SHARES) else { return };
    let of_product = holds(before, &["GDP", "生产总值"]) && !before.contains("增加值");
    if of_product || holds(before, &["债", "存", "贷", "融资"]) || before.ends_with('毛') {
        return;
    }
    let what = name.get(before.len()..).unwrap_or("");
    share_beyond(line, figure, what, findings);
}

/// The name before `由A` where the figure at `index` is what A became.
fn named_before<'a>(line: &Line<'a>, index: usize) -> &'a str {
    let Some(at) = index.checked_sub(1) else { return "" };
    let lead = line.lead(at);
    let own = line.figures.get(at).is_some_and(|figure| figure.is_percent());
    let name = lead.rfind(['由', '从']).and_then(|cut| lead.get(..cut));
    name.filter(|_| own).unwrap_or("").trim()
}

/// `民生支出占财政支出的`, `占参与人数的比例`: shares of a whole by their words.
fn share_of(name: &str) -> Option<&str> {
    let at = name.rfind('占')?;
    let of = strip_tail(name.get(at..)?, &["的比例", "的比重", "的"])?;
    // What is no part of the other: a debt of a revenue, what was done of what was planned.
    const OTHER: &[&str] = &[
        "债",
        "存",
        "贷",
        "融资",
        "GDP",
        "生产总值",
        "计划",
        "目标",
        "任务",
        "预算",
        "年初",
        "上年",
        "去年",
        "同期",
        "年度",
        "序时",
        "全年",
        "应",
        "指标",
        "产值",
    ];
    let plain = of.chars().count() >= 4 && !holds(name, OTHER) && !name.contains(['、', ',', '\u{FF0C}']);
    plain.then_some("占比")
}

/// A share above the whole or below nothing.
fn share_beyond(line: &Line<'_>, figure: &Quantity, what: &str, findings: &mut Findings) {
    let print = line.print(figure);
    if figure.value.is_sign_negative() {
        findings
            .report(
                line.absolute(figure.span),
                Message::new(
                    format!(
                        "{what}是整体中的份额，不会小于零，文中写“{print}”；请核对数值，或写明是升降幅度。"
                    ),
                    format!("{what} is a share of a whole and cannot be negative; the text says “{print}”."),
                ),
            )
            .variant("share-below-0");
        return;
    }
    findings
        .report(
            line.absolute(figure.span),
            Message::new(
                format!("{what}是整体中的份额，不会超过100%，文中写“{print}”；请核对数值或改用别的指标名。"),
                format!("{what} is a share of a whole and cannot exceed 100%; the text says “{print}”."),
            ),
        )
        .variant("share-over-100");
}

/// Shares that the glossary knows to end at a hundred (污水集中处理率), where the name stands directly
/// before the figure.
fn known_shares(report: &Report, findings: &mut Findings) {
    for fact in &report.facts {
        let Some(indicator) = fact.indicator.and_then(|id| report.knowledge.indicator(id)) else { continue };
        let bounded =
            indicator.plausible.is_some_and(|range| range.hard && range.max() == Decimal::ONE_HUNDRED);
        let beyond = fact.value > Decimal::ONE_HUNDRED || fact.value.is_sign_negative();
        let (Some(name), Some(told)) = (fact.name_span, Told::of(report, fact)) else { continue };
        if !(bounded && beyond && fact.kind == Kind::Share && told.figure.is_percent())
            || findings.tells(fact.span)
        {
            continue;
        }
        let near = name.end <= fact.span.start && {
            let between = report.text(crate::text::Span::new(name.end, fact.span.start));
            bare_tail(between.trim_start_matches(['稳', '定', '保', '持', '在', '已', '均'])).is_empty()
        };
        if near && told.line.outer(told.figure) == told.figure.span {
            share_beyond(&told.line, told.figure, &indicator.name, findings);
        }
    }
}

/// The whole clause before a figure.
fn before_clause<'a>(line: &Line<'a>, figure: &Quantity) -> &'a str {
    line.slice(line.clause(figure.span.start).start, line.outer(figure).start)
}

fn days(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    let print = line.print(figure);
    if !print.ends_with('天') || figure.interval().low.is_none_or(|low| low <= Decimal::from(366)) {
        return;
    }
    let lead = line.lead(index).trim();
    let mut name = bare_tail(lead);
    while let Some(rest) = strip_tail(name, &["稳定在", "保持在", "提高", "增加", "完成", "实现"])
    {
        name = bare_tail(rest);
    }
    let clause = line.clause(figure.span.start);
    // Days of several cities together are no days of a year.
    let several = figure.value >= Decimal::from(1000) || line.lead(index) != before_clause(line, figure);
    if several
        || strip_tail(name, DAYS).is_none()
        || holds(line.slice(clause.start, figure.span.start), &["累计", "五年", "三年", "两年", "总"])
    {
        return;
    }
    findings
        .report(
            line.absolute(figure.span),
            Message::new(
                format!("一年最多366天，文中写“{print}”；请核对数值。"),
                format!("A year has at most 366 days; the text says “{print}”."),
            ),
        )
        .variant("days-over-year");
}
