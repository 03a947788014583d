//! What conflicting-value and unit-slip share: which statements of a report speak of one thing
//! and may be compared. Groups facts, decides nothing about their values.

use std::collections::BTreeMap;

use super::phrase::{holds, strip_heads};
use crate::quantity::{Decimal, Dimension};
use crate::reading::{Basis, Kind, Role};
use crate::report::{Fact, Report};
use crate::text::Span;

/// Words that may stand before a name without making it another thing.
const BEFORE: &[&str] = &[
    "全年",
    "全市",
    "全县",
    "全区",
    "全省",
    "全州",
    "全旗",
    "全盟",
    "我市",
    "我县",
    "我区",
    "我省",
    "预计",
    "预期",
    "初步",
    "核算",
    "实现",
    "完成",
    "今年",
    "去年",
    "过去一年",
    "一年来",
    "年末",
    "年底",
    "其中",
    "到",
    "截至",
    "经济",
    "稳步",
    "主要",
    "指标",
    "地方",
    "使",
    "以来",
    "估算",
    "统计",
    "初步",
    "年初确定的",
    "年初确定",
    "年初计划",
    "年初预期",
    "年初提出的",
    "一年",
    "本年",
    "确定的",
    "确定",
    "实际",
    "的",
    "我们",
    "全",
    "年",
    "则",
    "并",
    "和",
    "、",
    "：",
    ":",
    "是",
    "—",
    " ",
    "*",
    "-",
];

/// Words that may stand between a name and its figure.
const BETWEEN: &[&str] = &[
    "完成",
    "实现",
    "达到",
    "达",
    "为",
    "预计",
    "同比",
    "比上年",
    "比去年",
    "较上年",
    "增长",
    "增加",
    "提高",
    "下降",
    "上升",
    "减少",
    "突破",
    "超过",
    "约",
    "到",
    "是",
    "至",
    "控制在",
    "保持在",
    "稳定在",
    "在",
    "以上",
    "左右",
    "以内",
    "总量",
    "总额",
    "，",
    ",",
    "、",
    "(",
    "\u{FF08}",
    "）",
    ")",
    "实际",
    "全年",
    "名义",
    "可比",
    "按",
    "口径",
    "将",
    "共",
    "已",
    "了",
    "可",
    "预期",
    "目标",
    "较",
    "比",
    "同期",
    "年均",
    "年",
    "均",
    "累计",
    "合计",
    "近",
    "接近",
    "逾",
    "超",
];

/// The pairs of facts that say different things of one claim: groups in which exactly two
/// statements stand whose intervals share no value. Three or more tell of different periods.
pub(super) fn disagreements(report: &Report) -> impl Iterator<Item = (&Fact, &Fact)> {
    groups(report).into_iter().filter_map(|group| {
        let mut distinct: Vec<&Fact> = Vec::new();
        for fact in group {
            if distinct.iter().all(|known| known.interval.disjoint(&fact.interval)) {
                distinct.push(fact);
            }
        }
        let [first, second] = *distinct.as_slice() else { return None };
        Some((first, second))
    })
}

/// Facts that speak of one thing, in document order; at least two.
fn groups(report: &Report) -> Vec<Vec<&Fact>> {
    let mut groups: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for fact in &report.facts {
        if let Some(key) = key(report, fact) {
            groups.entry(key).or_default().push(fact);
        }
    }
    let mut groups: Vec<Vec<&Fact>> = groups.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group.first().map(|fact| fact.span));
    groups
}

/// Everything in which two statements must agree to be about one thing; `None` when it is not
/// certain what a statement is about.
fn key(report: &Report, fact: &Fact) -> Option<String> {
    let indicator = fact.indicator?;
    let (period, role) = (
        fact.period?,
        match fact.role? {
            Role::Estimate => Role::Actual,
            role => role,
        },
    );
    let dimension = fact.unit?.dimension();
    // People are counted over and over, but not those of a statistic (城镇新增就业).
    let counted = fact.kind == Kind::Count
        && dimension == Dimension::People
        && report.knowledge.indicator(indicator).is_some_and(|it| it.is_statistic());
    if fact.value_to.is_some() || !(counted || matches!(fact.kind, Kind::Level | Kind::Growth | Kind::Share))
    {
        return None;
    }
    if matches!(dimension, Dimension::Count | Dimension::Points | Dimension::Times)
        || dimension == Dimension::People && !counted
    {
        return None;
    }
    // Growth in a year is growth over the year before, said or not.
    // and what there is at the end of a year is what the year leaves, said or not.
    let said = match fact.basis {
        Some(Basis::Yoy) => false,
        Some(Basis::AsOf) => !year_end(report, fact),
        _ => true,
    };
    let basis = fact.basis.filter(|_| said);
    let currency = if dimension == Dimension::Money { fact.unit?.symbol() } else { "" };
    // What part of the report speaks decides period and role: it must be known, not guessed.
    let block = report
        .outline
        .path(fact.heading?)
        .into_iter()
        .rev()
        .find_map(|at| report.outline.headings.get(at)?.block)?;
    plain(report, fact)?;
    Some(format!(
        "{:05}|{:?}|{:?}|{period}|{role:?}|{:?}|{:?}|{dimension:?}{currency}|{block:?}",
        indicator.index(),
        fact.threshold,
        fact.scope,
        fact.kind,
        basis,
    ))
}

/// Whether the clause of a fact opens with 年末 or 年底 and names no month.
fn year_end(report: &Report, fact: &Fact) -> bool {
    let Some(name) = fact.name_span else { return false };
    let Some(paragraph) = report.paragraphs.get(fact.paragraph) else { return false };
    let Some(at) = name.start.checked_sub(paragraph.start) else { return false };
    let before = paragraph.text().get(..at).unwrap_or("");
    let marks = [',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}'];
    let clause = before.rsplit(marks).next().unwrap_or("").trim();
    ["年末", "年底", "全年末"].contains(&clause)
}

/// The end of `before`, several times as long as the longest sentence of a report: one endless line
/// costs no more than many short ones.
fn end_of(before: &str) -> &str {
    const REACH: usize = 1800;
    let mut from = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    before.get(from..).unwrap_or(before)
}

/// Whether the statement is plain: the name opens its clause, and nothing but a verb stands
/// between name and figure.
fn plain(report: &Report, fact: &Fact) -> Option<()> {
    let paragraph = report.paragraphs.get(fact.paragraph)?;
    let text = paragraph.text();
    let name = fact.name_span?;
    let inside = |span: Span| {
        Some(Span::new(span.start.checked_sub(paragraph.start)?, span.end.checked_sub(paragraph.start)?))
    };
    let (name, figure) = (inside(name)?, inside(fact.span)?);
    if name.end > figure.start {
        return None;
    }
    let marks = [',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}', '!', '\u{FF01}', '?', '\u{FF1F}'];
    let before = end_of(text.get(..name.start)?);
    let clause = before.rfind(marks).map_or(before, |at| before.get(at..).unwrap_or(""));
    let clause = clause.trim_start_matches(marks);
    if !strip_heads_and_years(clause).is_empty() {
        return None;
    }
    // The sentence must not speak of a part (a zone, a town, an enterprise) or compare.
    let sentence =
        before.rfind(['\u{3002}', ';', '\u{FF1B}']).map_or(before, |at| before.get(at..).unwrap_or(""));
    // 城镇化率, 城乡 and 乡村振兴 name no town.
    let sentence = sentence.replace("城镇", "").replace("城乡", "").replace("乡村", "");
    if holds(
        &sentence,
        &[
            "综保区",
            "保税区",
            "口岸",
            "自贸",
            "园区",
            "开发区",
            "高新区",
            "镇",
            "乡",
            "街道",
            "企业",
            "公司",
            "集团",
            "新区",
            "分别",
            "全国",
            "全省平均",
            "季度",
            "上半年",
            "月份",
            "1-",
            "民营",
            "十强",
            "力争",
            "确保",
            "奋斗",
            "以来",
            "期间",
            "规划",
            "原",
            "调整",
        ],
    ) {
        return None;
    }
    let last = paragraph
        .reading
        .quantities
        .iter()
        .take(fact.quantity)
        .map(|quantity| quantity.span.end)
        .max()
        .unwrap_or(0)
        .max(name.end);
    let between = text.get(last..figure.start)?;
    if !strip_heads(between, BETWEEN).is_empty() {
        return None;
    }
    // A level stands directly after its name; only growth may follow another figure.
    let growth = fact.kind == Kind::Growth;
    if last > name.end && !growth || growth && between.contains('、') {
        return None;
    }
    if !growth && holds(between, &["增加", "净增", "增长", "减少", "下降", "累计", "提高", "比"])
    {
        return None;
    }
    // One name for several things (城乡居民收入, 存、贷款) has several values.
    // 普及率 holds no 及.
    if holds(&fact.surface.replace("普及", ""), &["城乡", "存贷", "、", "和", "及", "城镇、", "产销"])
    {
        return None;
    }
    let after = text.get(figure.end..)?;
    let after = strip_heads(after, &["以上", "左右", "以内", "以下"]);
    if after.starts_with('的') || after.starts_with('(') || after.starts_with('\u{FF08}') {
        return None;
    }
    Some(())
}

/// A clause without neutral words, years, spaces and a comma at its head.
pub(super) fn bare_clause(clause: &str) -> &str {
    strip_heads_and_years(clause.trim_start_matches([',', '\u{FF0C}']))
}

/// `clause` without neutral words, years and spaces at its head.
fn strip_heads_and_years(mut clause: &str) -> &str {
    loop {
        let rest = strip_heads(clause, BEFORE);
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        if rest.len() == clause.len() {
            return rest;
        }
        clause = rest;
    }
}

/// Whether two values differ by a scale word, a unit or a decimal point only: equal digits, or a
/// ratio of 10, 100, 1,000, 10,000 or 100,000,000.
pub(super) fn slipped(report: &Report, one: &Fact, other: &Fact) -> bool {
    if !matches!(one.kind, Kind::Level | Kind::Count)
        || one.value <= Decimal::ZERO
        || other.value <= Decimal::ZERO
    {
        return false;
    }
    let digits = |fact: &Fact| -> String {
        report.text(fact.span).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
    };
    if digits(one) == digits(other) && one.interval.disjoint(&other.interval) {
        return true;
    }
    let (large, small) = if one.value >= other.value { (one, other) } else { (other, one) };
    let Some(ratio) = large.value.checked_div(small.value) else { return false };
    [1_u32, 2, 3, 4, 8].into_iter().any(|power| {
        let power = Decimal::from(10_u64.pow(power));
        ratio.checked_div(power).is_some_and(|rest| (rest - Decimal::ONE).abs() <= Decimal::new(1, 2))
    })
}

/// Whether two values are near enough to be one value mistyped: within a fifth, or one digit apart.
/// Values further apart are values of two periods (a year and a term) or of two things.
pub(super) fn near(report: &Report, one: &Fact, other: &Fact) -> bool {
    let digits = |fact: &Fact| -> Vec<char> {
        report.text(fact.span).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
    };
    let (a, b) = (digits(one), digits(other));
    let differing = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    // Two neighbours swapped: 1.2, 2.1; 5620, 6520.
    let sorted = |digits: &[char]| {
        let mut sorted = digits.to_vec();
        sorted.sort_unstable();
        sorted
    };
    let swapped = differing == 2 && sorted(&a) == sorted(&b);
    if a.len() == b.len() && a.len() >= 3 && (differing == 1 || swapped) {
        return true;
    }
    let (large, small) = if one.value.abs() >= other.value.abs() { (one, other) } else { (other, one) };
    large.value.is_sign_positive() == small.value.is_sign_positive()
        && large.value.checked_div(small.value).is_some_and(|ratio| ratio.abs() <= Decimal::new(12, 1))
}
