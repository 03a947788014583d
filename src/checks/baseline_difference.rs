//! Rule `baseline-difference`: a value, its difference from a base, and the base itself do not fit.

use super::arithmetic::{correction, decimal, in_place_of, operand, range_of};
use super::phrase::{
    FALL, Line, RISE, bare_tail, comparable, counted, holds, line_of, statement, strip_tail, trimmed, years,
};
use super::{Findings, Message};
use crate::quantity::{Dimension, Interval, Quantity};
use crate::reading::{Kind, Period};
use crate::report::{Fact, Report};

declare_rule! {
    /// # 与基数的差额不符
    ///
    /// “上年为B，今年达到X，比上年增加Y”“达到X，超过国家标准Y，国家标准为B”里，X减Y不等于写明的B。
    ///
    /// English: A value, its stated difference from a base, and the stated base do not fit together.
    ///
    /// ## 为什么
    ///
    /// 三个数知道两个就能算出第三个；改了当年数而没有改增加数，是最常见的疏漏。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 上年优良天数为287天，今年优良天数达到305天，比上年增加28天。
    /// ```
    /// ```错例
    /// 脱贫户人均纯收入达到4015元，超过国家标准685元（国家标准为3230元）。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 上年优良天数为287天，今年优良天数达到305天，比上年增加18天。
    /// ```
    /// ```正例
    /// 脱贫户人均纯收入达到4015元，超过国家标准685元。
    /// ```
    ///
    /// ## 判断
    ///
    /// 差额紧跟在“比上年、超过国家标准、较2020年”之后，前一个数是当年数，基数在邻近的句子里用同样的词（上年为、上年的、国家标准为）紧接着写出，或全文另有同一指标上年的数，三个数单位相同；按印出的精度展开后仍不相等才报告。同一个词有几个基数而其中一个算得通的，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "baseline-difference",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Words for one base, in any of which it may be told again.
const BASES: &[&[&str]] = &[
    &["上年同期", "去年同期", "同期"],
    &["上一年度", "上一年", "上年度", "上年末", "上年底", "上年", "去年底", "去年末", "去年"],
    &["年初"],
    &["国家标准线", "国家扶贫标准", "国家标准", "国定标准", "国标"],
    &["省定标准", "省标准", "省级标准"],
    &["目标任务", "目标值", "年度目标", "目标", "计划数", "计划"],
    &["全国平均水平", "全国平均", "全国"],
    &["全省平均水平", "全省平均", "全省"],
    &["全市平均水平", "全市平均", "全市"],
    &["历史最高", "历史最好水平"],
];

/// The rates of places.
const PLACES: &[&str] = &["全国", "全省", "全市"];

/// Verbs before a difference: more and less.
const MORE: &[&str] = &["超过", "超出", "超", "高出", "高于", "多于", "高", "多", "增加了", "多了"];
const LESS: &[&str] = &["低于", "少于", "低", "少", "不足"];

fn check(report: &Report, findings: &mut Findings) {
    for (paragraph, _) in report.body() {
        let Some(line) = line_of(report, paragraph) else { continue };
        for index in 1..line.figures.len() {
            examine(report, paragraph, &line, index, findings);
        }
    }
}

/// The words for the base in the words before a difference, and whether it is a rise.
fn base_of(lead: &str) -> Option<(Vec<&str>, bool)> {
    let words = trimmed(lead).trim_start_matches([',', '\u{FF0C}', '(', '\u{FF08}']);
    // 比上年增加, 较国家标准高: base between 比 and the verb.
    if let Some(rest) = words.strip_prefix('比').or_else(|| words.strip_prefix('较')) {
        let bare = bare_tail(rest);
        let (name, rises) = [(RISE, true), (MORE, true), (FALL, false), (LESS, false)]
            .into_iter()
            .find_map(|(verbs, rises)| strip_tail(bare, verbs).map(|name| (name, rises)))
            .or_else(|| strip_tail(rest, MORE).map(|name| (name, true)))?;
        return group(strip_tail(name, &["同期", "净", "共"]).unwrap_or(name)).map(|base| (base, rises));
    }
    // 同比增加12天: the base is the same time of last year.
    if let Some(rest) = words.strip_prefix("同比") {
        let bare = bare_tail(rest);
        let rises = if RISE.contains(&bare) { true } else { FALL.contains(&bare).then_some(false)? };
        return group("上年同期").map(|base| (base, rises));
    }
    // 超过国家标准, 低于全省平均水平: verb before the base.
    let (rest, rises) = [(MORE, true), (LESS, false)]
        .into_iter()
        .find_map(|(verbs, rises)| super::phrase::strip_head(words, verbs).map(|rest| (rest, rises)))?;
    group(rest).map(|base| (base, rises))
}

fn group(name: &str) -> Option<Vec<&str>> {
    // 比2020年增加: the base is told of that year by its number.
    let year = || {
        (name.ends_with('年') && name.len() == "2020年".len() && years(name).len() == 1).then(|| vec![name])
    };
    BASES.iter().find(|words| words.contains(&name)).map(|words| words.to_vec()).or_else(year)
}

/// As many figures before and behind a difference may hold its base: a sentence has fewer.
const AROUND: usize = 100;

fn examine(report: &Report, paragraph: usize, line: &Line<'_>, index: usize, findings: &mut Findings) {
    let (Some(value), Some(difference)) = (line.figures.get(index - 1), line.figures.get(index)) else {
        return;
    };
    let points = value.is_percent() && difference.dimension() == Some(Dimension::Points);
    let same = comparable(value, difference) && !value.is_percent();
    if enclosed(line, index, findings) {
        return;
    }
    let relative = matches!(value.dimension(), Some(Dimension::Points | Dimension::Times));
    if relative
        || !(points || same)
        || !statement(value)
        || !statement(difference)
        || line.torn(value)
        || line.torn(difference)
    {
        return;
    }
    let sentence = line.sentence(value.span.start);
    let lead = line.between(value, difference);
    let Some((base, rises)) = base_of(lead).filter(|_| sentence == line.sentence(difference.span.start))
    else {
        return;
    };
    // Rates of places are growth-rank-claim's matter.
    if points && base.iter().any(|word| PLACES.contains(word)) {
        return;
    }
    let name = subject(line.lead(index - 1));
    // The base may itself be told after the difference (（国家标准为3230元）) or before the value.
    let mut bases: Vec<(Line<'_>, &Quantity)> = (index.saturating_sub(AROUND)
        ..line.figures.len().min(index + AROUND))
        .filter(|&at| at != index && at + 1 != index)
        .filter_map(|at| line.figures.get(at).map(|figure| (at, figure)))
        .filter(|(at, figure)| {
            comparable(figure, value)
                && is_base(line, *at, &base)
                && near(line, value, figure)
                && one_subject(&name, &subject(line.lead(*at)))
        })
        .map(|(_, figure)| (*line, figure))
        .collect();
    if bases.is_empty() && base.contains(&"上年") {
        bases.extend(last_year(report, paragraph, index - 1));
    }
    let fits = |base: &Quantity| -> Option<bool> {
        let (more, less) = if rises { (value, base) } else { (base, value) };
        let gap = counted(more).minus(&counted(less))?;
        Some(!gap.disjoint(&counted(difference)))
    };
    let Some((base_line, base)) =
        bases.first().filter(|_| bases.iter().all(|(_, base)| fits(base) == Some(false)))
    else {
        return;
    };
    let lead = trimmed(lead).trim_start_matches([',', '\u{FF0C}', '(', '\u{FF08}']);
    tell(Told { line, value, difference, base_line, base, rises, words: lead }, findings);
}

/// `比国家标准（2677元）高893元`, with the difference at `index`: the base stands in brackets between.
fn enclosed(line: &Line<'_>, index: usize, findings: &mut Findings) -> bool {
    let figures = (|| {
        let base = index.checked_sub(1)?;
        Some((line.figures.get(base.checked_sub(1)?)?, line.figures.get(base)?, line.figures.get(index)?))
    })();
    let Some((value, base, difference)) = figures else { return false };
    let open = ['(', '\u{FF08}'];
    let before = line.between(value, base);
    let after = line.between(base, difference);
    let Some(verb) = after.strip_prefix([')', '\u{FF09}']) else { return false };
    let Some(words) = before.strip_suffix(open) else { return false };
    let words = words.strip_prefix([',', '\u{FF0C}']).unwrap_or(words);
    let Some(name) = words.strip_prefix(['比', '较']) else { return false };
    let rises = if MORE.contains(&verb) || RISE.contains(&verb) {
        true
    } else if LESS.contains(&verb) || FALL.contains(&verb) {
        false
    } else {
        return false;
    };
    let alike = comparable(value, difference) && comparable(value, base) && !value.is_percent();
    let whole = [value, base, difference].iter().all(|figure| statement(figure) && !line.torn(figure));
    if group(name).is_none() || !alike || !whole {
        return false;
    }
    let (more, less) = if rises { (value, base) } else { (base, value) };
    if counted(more).minus(&counted(less)).is_some_and(|gap| gap.disjoint(&counted(difference))) {
        tell(Told { line, value, difference, base_line: line, base, rises, words: verb }, findings);
    }
    true
}

/// A value, its difference from a base, and the base, which do not fit.
struct Told<'l, 'a> {
    line: &'l Line<'a>,
    value: &'a Quantity,
    difference: &'a Quantity,
    base_line: &'l Line<'a>,
    base: &'a Quantity,
    rises: bool,
    /// The words before the difference.
    words: &'a str,
}

fn tell(told: Told<'_, '_>, findings: &mut Findings) {
    let Told { line, value, difference, base_line, base, rises, words } = told;
    let (more, less) = if rises { (value, base) } else { (base, value) };
    let Some(gap) = more.value.checked_sub(less.value) else { return };
    let range = counted(more).minus(&counted(less)).unwrap_or(Interval::unbounded());
    let unit_gap = in_place_of(line, difference, gap).unwrap_or_else(|| decimal(gap, difference.decimals));
    let exact = range
        .bounds()
        .is_some_and(|(low, high)| decimal(low, difference.decimals) == decimal(high, difference.decimals));
    let about = if exact { "" } else { "约" };
    let (x, b, y) = (line.print(value), base_line.print(base), line.print(difference));
    let (first, second) = if rises { (x, b) } else { (b, x) };
    let decimals = value.decimals.max(base.decimals).max(difference.decimals);
    let (zh, en) = range_of(line, difference, &range, decimals);
    let finding = findings.report(
        line.absolute(difference.span),
        Message::new(
            format!(
                "{first}-{second}={about}{unit_gap}{zh}，文中写“{words}{y}”；请核对这三个数，或改为“{unit_gap}”。"
            ),
            format!("{first} - {second} = {unit_gap}{en}, the text says “{words}{y}”; check the three figures."),
        ),
    );
    for (line, figure, zh, en) in [(line, value, "当年数", "value"), (base_line, base, "基数", "base")] {
        let (span, message) = operand(line, figure, zh, en);
        finding.relate(span, message);
    }
    if !value.is_percent()
        && let Some((title, edit)) = correction(line, difference, gap)
    {
        finding.fix(title, vec![edit]);
    }
}

/// The value of the year before, where the report tells it of the same indicator elsewhere.
fn last_year(report: &Report, paragraph: usize, quantity: usize) -> Option<(Line<'_>, &Quantity)> {
    let told = |fact: &&Fact| fact.paragraph == paragraph && fact.quantity == quantity;
    let now = report.facts.iter().find(told)?;
    let Some(Period::Year(year)) = now.period else { return None };
    now.indicator?;
    let mut before = report.facts.iter().filter(|fact| {
        fact.indicator == now.indicator
            && fact.kind == now.kind
            && fact.unit == now.unit
            && fact.scope == now.scope
            && fact.threshold == now.threshold
            && fact.basis == now.basis
            && fact.period == Some(Period::Year(year - 1))
    });
    let fact = before.next().filter(|_| matches!(now.kind, Kind::Level | Kind::Share | Kind::Count))?;
    let alone = before.next().is_none();
    let line = line_of(report, fact.paragraph)?;
    let figure = line.figures.get(fact.quantity).filter(|figure| statement(figure) && alone)?;
    Some((line, figure))
}

/// The name in the words before a figure, without words of time, standing and base.
fn subject(lead: &str) -> String {
    const NEUTRAL: &[&str] = &[
        "今年",
        "实际",
        "年末",
        "年底",
        "全年",
        "达到",
        "提高到",
        "增加到",
        "已达",
        "为",
        "是",
        "达",
        "的",
        "仅",
        "已",
        "只",
        "有",
        "而",
        "现行",
        "完成",
        "实现",
        "\u{FF0C}",
        ",",
        "(",
        "\u{FF08}",
        ":",
        "\u{FF1A}",
        "到",
        "基数",
        "是",
        "去年",
    ];
    let mut name = lead.trim().to_owned();
    // 2020年绿道总里程: the year is no part of the name.
    for year in years(lead) {
        name = name.replace(&format!("{year}年"), "");
    }
    for word in BASES.iter().flat_map(|words| words.iter()).chain(NEUTRAL) {
        name = name.replace(word, "");
    }
    name
}

/// Whether two names may be of one thing.
fn one_subject(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || one.ends_with(other) || other.ends_with(one)
}

/// Whether the figure is told as the base: `上年为287天`, `上年的287天`, `国家标准（3230元）`.
fn is_base(line: &Line<'_>, index: usize, base: &[&str]) -> bool {
    let lead = bare_tail(trimmed(line.lead(index)));
    let lead = lead.trim_end_matches(['的', '是', '(', '\u{FF08}', ':', '\u{FF1A}', '只', '仅', '有']);
    let ends = |text: &str| base.iter().any(|word| text.ends_with(word));
    let opens = base.iter().any(|word| {
        lead.trim_start_matches([',', '\u{FF0C}', '(', '\u{FF08}', '而', '现', '、']).starts_with(word)
    });
    let compares = holds(lead, &["比", "较", "超", "高于", "低于", "增加", "增长", "减少", "下降", "提高"]);
    (ends(lead) && !lead.contains('比') && !lead.contains('较') && !lead.contains('超'))
        || opens && !compares && lead.chars().count() <= 16
}

/// Whether two figures stand in one sentence or in neighbouring ones.
fn near(line: &Line<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (a, b) = (line.sentence(one.span.start), line.sentence(other.span.start));
    a == b || a.end == b.start || b.end == a.start
}
