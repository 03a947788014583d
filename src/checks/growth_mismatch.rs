//! Rule `growth-mismatch`: a stated rate of growth (whole, mean annual, multiple, doubling) is not
//! the one its two values give.

use super::arithmetic::{decimal, digits_span, operand, percents};
use super::from_to::{Stated, Step, steps};
use super::multiples;
use super::phrase::{Line, bare_tail, holds, is_comma, is_time, lines, statement, trimmed};
use super::{Findings, Message, Severity};
use crate::quantity::{Decimal, Dimension, Interval, Quantity};
use crate::report::Report;
use crate::text::Edit;

declare_rule! {
    /// # 增长率与前后数值不符
    ///
    /// “从A增加到B，增长C%（年均增长C%、增长k倍）”里的C算不出来；或“是某年的k倍”“翻番”与同句的年均增长率不合。
    ///
    /// English: A stated rate of growth is not the one that its values give.
    ///
    /// ## 为什么
    ///
    /// 增长率由同句的两个数决定，读者一除便知。年均增长率还容易把年数算错一年；“增长k倍”与“是k倍”相差一倍。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 社会消费品零售总额从403亿元增加到602亿元，增长59.4%。
    /// ```
    /// ```错例
    /// 五年来，税收收入从40.3亿元增加到60.2亿元，年均增长9.4%。
    /// ```
    /// ```错例
    /// 高新技术企业由120家增加到360家，增长3倍。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 社会消费品零售总额从403亿元增加到602亿元，增长49.4%。
    /// ```
    /// ```正例
    /// 五年来，地区生产总值从467亿元提高到687.1亿元，年均增长7.2%。
    /// ```
    /// ```正例
    /// 高新技术企业由120家增加到360家，增长2倍。
    /// ```
    ///
    /// ## 判断
    ///
    /// A、B单位相同，C紧接在“增长、下降、年均增长”之后。B÷A按印出的精度展开成区间，与C的区间不相交才报告；年均增长率另放宽末位一个单位，年数取自句中的年份或“五年来”等，任何一种年数算得通就不报。生产总值、增加值、产值的增速按可比价计算，不核对；注明可比口径、同口径、扣除因素的也不核对。相差悬殊的年均增长率多半另有口径，只作提示。
    ///
    /// ## 依据
    ///
    /// 国家统计局指标解释：平均增长速度按水平法（几何平均）计算。
    name: "growth-mismatch",
    category: Number,
    severity: Warning,
    tier: Statistics,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for step in steps(report, &line) {
            told_multiple(&line, &step, findings);
            let Some(stated) = &step.stated else { continue };
            if step.flat() || step.constant_price() || step.from.is_percent() {
                continue;
            }
            match (stated.figure.dimension(), stated.mean) {
                (Some(Dimension::Percent), false) => whole(&line, &step, stated, findings),
                (Some(Dimension::Percent), true) => mean(&line, &step, stated, findings),
                (Some(Dimension::Times), false) => multiple(&line, &step, stated, findings),
                _ => {}
            }
        }
        for index in 0..line.figures.len() {
            multiple_and_mean(report, &line, index, findings);
            doubled_and_mean(report, &line, index, findings);
        }
    }
}

const ONE: Interval =
    Interval { low: Some(Decimal::ONE), high: Some(Decimal::ONE), low_open: false, high_open: false };

/// A percentage as a ratio.
fn ratio(percent: &Interval) -> Option<Interval> {
    percent.over(&Interval::closed(Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED))
}

/// 1 + g for a percentage g, or 1 − g when it falls.
fn factor(percent: &Interval, falls: bool) -> Option<Interval> {
    let rate = ratio(percent)?;
    if falls { ONE.minus(&rate) } else { ONE.plus(&rate) }
}

/// B ÷ A by printed precision, and by the printed values themselves.
fn quotient(step: &Step<'_>) -> Option<(Interval, Decimal)> {
    let quotient = step.to.interval().over(&step.from.interval())?;
    Some((quotient, step.to.value.checked_div(step.from.value)?))
}

/// A finding on the stated rate, with both values as operands.
fn finding<'f>(
    line: &Line<'_>,
    step: &Step<'_>,
    stated: &Stated<'_>,
    message: Message,
    findings: &'f mut Findings,
) -> &'f mut super::Finding {
    let finding = findings.report(line.absolute(stated.figure.span), message);
    for (operand_of, zh, en) in [(step.from, "变化前", "before"), (step.to, "变化后", "after")] {
        let (span, message) = operand(line, operand_of, zh, en);
        finding.relate(span, message);
    }
    finding
}

/// The edit that changes only the digits of a rate.
fn rate_fix(line: &Line<'_>, figure: &Quantity, value: &str) -> Option<(Message, Edit)> {
    let digits = digits_span(line, figure)?;
    (digits.of(line.text) != value).then(|| {
        (
            Message::new(format!("改为“{value}%”"), format!("Change to “{value}%”")),
            Edit::replace(line.absolute(digits), value),
        )
    })
}

/// Whether two numerals differ by a slip of the keyboard: one digit, or two neighbours swapped.
fn slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len() != b.len() {
        return false;
    }
    let wrong: Vec<usize> = (0..a.len()).filter(|&at| a.get(at) != b.get(at)).collect();
    match *wrong.as_slice() {
        [_] => true,
        [x, y] => y == x + 1 && a.get(x) == b.get(y) && a.get(y) == b.get(x),
        _ => false,
    }
}

/// `从A增加到B，增长C%`.
fn whole(line: &Line<'_>, step: &Step<'_>, stated: &Stated<'_>, findings: &mut Findings) {
    let figure = stated.figure;
    let (Some((quotient, center)), Some(claimed)) =
        (quotient(step), factor(&figure.interval(), stated.falls))
    else {
        return;
    };
    if !quotient.disjoint(&claimed.widened(ulp(figure))) {
        return;
    }
    // A rate that fits one year of several is last year's growth.
    let center_rate = (center - Decimal::ONE).abs();
    let fitting = decimal(center_rate * Decimal::ONE_HUNDRED, figure.decimals);
    let printed = digits_span(line, figure).map_or("", |digits| digits.of(line.text));
    let rises = step.to.value > step.from.value;
    // 由2018年的A增加到B，增长C%: a rate below the whole growth may be that of the last year.
    let last_year = !step.spans_of_years.is_empty()
        && rises
        && !stated.falls
        && figure.value < center_rate * Decimal::ONE_HUNDRED;
    let close = slip(printed, &fitting) || near(figure.value, center_rate) && rises != stated.falls;
    let severity = if close || !last_year { Severity::Warning } else { Severity::Information };
    let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
    let Some(growth) = (if rises { quotient.minus(&ONE) } else { ONE.minus(&quotient) }) else { return };
    let range = percents(&growth, figure.decimals);
    let (zh, en) = if rises { ("增长", "grows by") } else { ("下降", "falls by") };
    let verb = stated.verb;
    let message = Message::new(
        format!("{a}→{b}：{zh}{fitting}%（{range}），文中写“{verb}{c}”；请核对三个数，或改为“{fitting}%”。"),
        format!("{a}→{b} {en} {fitting}% ({range}), the text says “{verb}{c}”; check the three figures."),
    );
    let finding = finding(line, step, stated, message, findings);
    finding.severity(severity);
    if rises != stated.falls
        && let Some((title, edit)) = rate_fix(line, figure, &fitting)
    {
        finding.fix(title, vec![edit]);
    }
}

/// One full last digit of a rate, as a ratio: officials truncate as well as round.
fn ulp(figure: &Quantity) -> Decimal {
    figure.ulp.checked_div(Decimal::ONE_HUNDRED).unwrap_or(Decimal::ZERO)
}

/// Whether a stated percentage is within one and a half of the true one, or a fifth of it.
fn near(stated: Decimal, ratio: Decimal) -> bool {
    let Some(truth) = ratio.checked_mul(Decimal::ONE_HUNDRED) else { return false };
    let Some(gap) = stated.checked_sub(truth) else { return false };
    gap.abs() <= truth.abs().checked_div(Decimal::from(4)).unwrap_or(Decimal::ZERO).max(Decimal::new(15, 1))
}

/// `从A增加到B，年均增长C%`.
fn mean(line: &Line<'_>, step: &Step<'_>, stated: &Stated<'_>, findings: &mut Findings) {
    let figure = stated.figure;
    let (Some((quotient, center)), Some(claimed)) =
        (quotient(step), factor(&figure.interval(), stated.falls))
    else {
        return;
    };
    let claimed = claimed.widened(ulp(figure));
    let fits = |years: u32| claimed.power(years).is_none_or(|power| !power.disjoint(&quotient));
    if step.spans_of_years.is_empty() || step.spans_of_years.iter().any(|&years| fits(years)) {
        return;
    }
    let Some(&years) = step.spans_of_years.first() else { return };
    let (Some(root), Some(exact)) =
        (quotient.root(years), Interval::closed(center, center).root(years).and_then(|root| root.low))
    else {
        return;
    };
    let Some(rate) = (if stated.falls { ONE.minus(&root) } else { root.minus(&ONE) }) else { return };
    let exact = (exact - Decimal::ONE).abs();
    let fitting = decimal(exact * Decimal::ONE_HUNDRED, figure.decimals);
    let range = percents(&rate, figure.decimals);
    let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
    let other = [years + 1, years.saturating_sub(1)].into_iter().find(|&other| other > 1 && fits(other));
    let mut zh = format!("{a}→{b}：{years}年年均{fitting}%（{range}），文中写“年均{c}”");
    let mut en = format!("{a}→{b} in {years} years is {fitting}% a year ({range}), the text says {c}");
    if let Some(other) = other {
        zh.push_str(&format!("，按{other}年才算得出，年数可能差一年"));
        en.push_str(&format!("; with {other} years it fits, so the number of years may be off by one"));
    }
    zh.push_str("；请核对首尾两个数和年数。");
    en.push_str("; check the two values and the number of years.");
    let printed = digits_span(line, figure).map_or("", |digits| digits.of(line.text));
    let close = (figure.value - exact * Decimal::ONE_HUNDRED).abs() <= Decimal::ONE;
    if !step.years_named && !close {
        // The number of years is only guessed from the report, and a rate this far off tells that
        // the guess is wrong.
        return;
    }
    // With another number of years that fits, only years named in the sentence decide.
    let settled = other.is_none() || step.years_named;
    let severity =
        if settled && (close || slip(printed, &fitting)) { Severity::Warning } else { Severity::Information };
    let finding = finding(line, step, stated, Message::new(zh, en), findings);
    finding.variant("mean").severity(severity);
    if let Some((title, edit)) = rate_fix(line, figure, &fitting) {
        finding.fix(title, vec![edit]);
    }
}

/// `由A增加到B，增长k倍`.
fn multiple(line: &Line<'_>, step: &Step<'_>, stated: &Stated<'_>, findings: &mut Findings) {
    let figure = stated.figure;
    let Some((quotient, center)) = quotient(step) else { return };
    if stated.falls || center <= Decimal::ONE {
        return;
    }
    let Some(claimed) = ONE.plus(&figure.interval()) else {
        return;
    };
    if !quotient.disjoint(&claimed) {
        return;
    }
    let is_the_multiple = !quotient.disjoint(&figure.interval());
    let fitting = decimal(center - Decimal::ONE, figure.decimals);
    let quoted = decimal(center, figure.decimals.max(1));
    let (low, high) = quotient.bounds().map_or((quoted.clone(), quoted.clone()), |(low, high)| {
        (decimal(low, figure.decimals.max(2)), decimal(high, figure.decimals.max(2)))
    });
    let range = if low == high { String::new() } else { format!("（{low}～{high}倍）") };
    let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
    let verb = stated.verb;
    let (zh, en) = if is_the_multiple {
        (
            format!(
                "{a}→{b}：是原来的{quoted}倍{range}，即增长{fitting}倍，文中写“{verb}{c}”；“{verb}n倍”不含原数。"
            ),
            format!(
                "{a}→{b} is {quoted} times ({low} to {high}) the old value, a growth by {fitting}; the text says “{verb}{c}”."
            ),
        )
    } else {
        (
            format!(
                "{a}→{b}：是原来的{quoted}倍{range}，即增长{fitting}倍，文中写“{verb}{c}”；请核对三个数。"
            ),
            format!(
                "{a}→{b} is {quoted} times ({low} to {high}) the old value, a growth by {fitting}; the text says “{verb}{c}”."
            ),
        )
    };
    let severity = if is_the_multiple { Severity::Warning } else { Severity::Information };
    let finding = finding(line, step, stated, Message::new(zh, en), findings);
    finding.variant("multiple").severity(severity);
    if let Some(digits) = digits_span(line, figure)
        && digits.of(line.text) != fitting
    {
        finding.fix(
            Message::new(format!("改为“{fitting}倍”"), format!("Change to “{fitting}倍”")),
            vec![Edit::replace(line.absolute(digits), fitting)],
        );
    }
}

/// `由A增加到B，是原来的k倍`, `由A增加到B，翻了n番`.
fn told_multiple(line: &Line<'_>, step: &Step<'_>, findings: &mut Findings) {
    if step.flat() || step.from.is_percent() || step.to.value <= step.from.value {
        return;
    }
    let (Some(multiple), Some((quotient, center))) = (multiples::after(line, step.to), quotient(step)) else {
        return;
    };
    if !quotient.disjoint(&multiple.interval) {
        return;
    }
    let (a, b) = (line.print(step.from), line.print(step.to));
    let told = multiple.span.of(line.text);
    let times = decimal(center, 2);
    let (low, high) = quotient
        .bounds()
        .map_or((times.clone(), times.clone()), |(low, high)| (decimal(low, 2), decimal(high, 2)));
    let range = if low == high { String::new() } else { format!("（{low}～{high}倍）") };
    let finding = findings.report(
        line.absolute(multiple.span),
        Message::new(
            format!(
                "{a}→{b}：是原来的{times}倍{range}，文中写“{told}”；请核对两数与倍数（翻一番是2倍，翻两番是4倍）。"
            ),
            format!(
                "{a}→{b} is {times} times ({low} to {high}) the old value, the text says “{told}”; check figures and multiple."
            ),
        ),
    );
    finding.variant("multiple");
    for (operand_of, zh, en) in [(step.from, "变化前", "before"), (step.to, "变化后", "after")] {
        let (span, message) = operand(line, operand_of, zh, en);
        finding.relate(span, message);
    }
}

/// Years from `2016年的` up to the end of the review, or 五年 in the sentence.
fn years_since(report: &Report, words: &str) -> Option<u32> {
    const AGO: &[(&str, u32)] = &[("五年前", 5), ("三年前", 3), ("四年前", 4), ("十年前", 10)];
    if let Some((_, years)) = AGO.iter().find(|(ago, _)| words.contains(ago)) {
        return Some(*years);
    }
    let last = match report.meta.review? {
        crate::reading::Period::Year(year) | crate::reading::Period::Years(_, year) => year,
        _ => return None,
    };
    let first = super::phrase::years(words).last().copied()?;
    u32::try_from(last - first).ok().filter(|years| (2..=40).contains(years))
}

/// The mean growth stated directly after the figure at `index`.
fn mean_after<'a>(line: &Line<'a>, end: usize, index: usize) -> Option<&'a Quantity> {
    let mut figure = line.figures.get(index)?;
    let mut start = end;
    if is_time(figure) {
        start = line.outer(figure).end;
        figure = line.figures.get(index + 1)?;
    }
    let words = trimmed(line.slice(start, line.outer(figure).start));
    let words = words.strip_prefix(is_comma).unwrap_or(words);
    let verb = bare_tail(words.strip_prefix("年均").or_else(|| words.strip_prefix("年平均"))?);
    (["增长", "递增", "增加", ""].contains(&verb) && figure.is_percent() && statement(figure))
        .then_some(figure)
}

/// `是2016年的2.06倍，年均增长13.9%`.
fn multiple_and_mean(report: &Report, line: &Line<'_>, index: usize, findings: &mut Findings) {
    let Some(times) = line.figures.get(index) else { return };
    if times.dimension() != Some(Dimension::Times) || !statement(times) {
        return;
    }
    let lead = line.lead(index);
    let Some((_, since)) = lead.rsplit_once(['是', '为']) else { return };
    let Some(years) = years_since(report, since) else { return };
    let Some(rate) = mean_after(line, line.outer(times).end, index + 1) else { return };
    let sentence = line.sentence(times.span.start);
    if holds(
        line.slice(sentence.start, times.span.start),
        &["生产总值", "GDP", "增加值", "产值", "经济总量", "可比", "同口径", "扣除", "剔除"],
    ) {
        return;
    }
    report_mean(line, times, rate, times.interval(), years, findings);
}

/// `五年来…实现倍增` with `年均增长5.7%` in the same sentence.
fn doubled_and_mean(report: &Report, line: &Line<'_>, index: usize, findings: &mut Findings) {
    let Some(rate) = line.figures.get(index) else { return };
    let sentence = line.sentence(rate.span.start);
    let before = line.slice(sentence.start, line.outer(rate).start);
    let Some(at) = multiples::doubled(before) else { return };
    if line.slice(sentence.start + at, rate.span.start).contains("倍") {
        return;
    }
    let Some(found) = mean_after(line, sentence.start + at, index) else { return };
    if !std::ptr::eq(found, rate) {
        return;
    }
    let years = if holds(before, &["五年", "5年", "届政府"]) {
        5
    } else if let Some(years) = years_since(report, before) {
        years
    } else {
        return;
    };
    let double = Interval::closed(Decimal::new(19, 1), Decimal::from(1000));
    report_mean(line, rate, rate, double, years, findings);
}

/// Reports a mean rate that does not give the multiple.
fn report_mean(
    line: &Line<'_>,
    anchor: &Quantity,
    rate: &Quantity,
    multiple: Interval,
    years: u32,
    findings: &mut Findings,
) {
    let Some(claimed) = factor(&rate.interval(), false).map(|claimed| claimed.widened(ulp(rate))) else {
        return;
    };
    let Some(power) = claimed.power(years) else { return };
    if !power.disjoint(&multiple) {
        return;
    }
    let Some(center) =
        power.bounds().and_then(|(low, high)| low.checked_add(high)?.checked_div(Decimal::TWO))
    else {
        return;
    };
    let grown = decimal(center, 2);
    let (low, high) = power
        .bounds()
        .map_or((grown.clone(), grown.clone()), |(low, high)| (decimal(low, 2), decimal(high, 2)));
    // The mean rate that would give the multiple, where the multiple is one value.
    let root = multiple.root(years).and_then(|root| root.minus(&ONE)).filter(|_| anchor.span != rate.span);
    let wanted = root.map(|root| percents(&root, rate.decimals)).unwrap_or_default();
    let (zh, en) = if wanted.is_empty() {
        Default::default()
    } else {
        (format!("（要到该倍数需年均{wanted}）"), format!(" (that takes {wanted} a year)"))
    };
    let printed = line.print(rate);
    let finding = findings.report(
        line.absolute(rate.span),
        Message::new(
            format!("年均增长{printed}，{years}年到原来的{grown}倍（{low}～{high}倍），与同句的倍数不合{zh}；请核对倍数、年数和增长率。"),
            format!("{printed} a year for {years} years gives {grown} times ({low} to {high}) the old value, not the multiple stated{en}."),
        ),
    );
    finding.variant("multiple-and-mean").severity(Severity::Information);
    if anchor.span != rate.span {
        let (span, message) = operand(line, anchor, "倍数", "multiple");
        finding.relate(span, message);
    }
}
