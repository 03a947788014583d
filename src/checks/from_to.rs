//! `从A提高到B，提高C` and `B，比某年的A提高C`: the shape that change-mismatch, growth-mismatch and
//! percent-vs-points read. Decides what belongs together, not whether it is right.

use super::phrase::{
    FALL, Line, RISE, bare_tail, comparable, holds, is_comma, is_time, strip_heads, trimmed,
};
use super::phrase::{strip_tail, years};
use crate::quantity::{Decimal, Dimension, Quantity};
use crate::report::Report;

/// A change from one figure to another.
pub(super) struct Step<'a> {
    /// The value before.
    pub(super) from: &'a Quantity,
    /// The value after.
    pub(super) to: &'a Quantity,
    /// The change as the sentence states it, if it does.
    pub(super) stated: Option<Stated<'a>>,
    /// The verb that leads to the new value, and whether it says that the value rises.
    pub(super) turn: Option<Turn<'a>>,
    /// The words before the change, back to the start of the sentence.
    pub(super) lead: &'a str,
    /// Numbers of years the change may have taken.
    pub(super) spans_of_years: Vec<u32>,
    /// The sentence itself names the years or their number.
    pub(super) years_named: bool,
}

/// A verb that leads to a new value (提高到).
#[derive(Clone, Copy)]
pub(super) struct Turn<'a> {
    /// The verb without 到.
    pub(super) verb: &'a str,
    /// Where it stands in the paragraph.
    pub(super) at: usize,
    /// It says that something became more.
    pub(super) rises: bool,
}

/// A stated change.
pub(super) struct Stated<'a> {
    /// The figure.
    pub(super) figure: &'a Quantity,
    /// The verb (提高).
    pub(super) verb: &'a str,
    /// The verb says that something became less.
    pub(super) falls: bool,
    /// 年均.
    pub(super) mean: bool,
    /// The number of years that the change itself names (五年年均增长).
    pub(super) years: Option<u32>,
}

/// Words for the value of the year before.
const LAST_YEAR: &[&str] = &["上年", "去年", "年初"];

/// Words that say that the change took more than a year.
const SPANNING: &[&str] = &[
    "年来", "年间", "五年", "三年", "四年", "两年", "届", "任期", "期间", "以来", "累计", "规划", "月",
    "季度", "半年",
];

const VERBS_TO: &[&str] = &["到", "至", "为", "成"];

/// Words that may stand between a change and its figure without changing the subject.
const ADVERBS: &[&str] = &[
    "净",
    "共",
    "每月",
    "每人每月",
    "月人均",
    "累计",
    "总共",
    "合计",
    "总计",
    "一共",
    "整体",
    "总体",
    "大幅",
    "实际",
    "则",
    "即",
];

const MEAN: &[&str] = &["年均递增", "年均", "年平均", "平均每年", "每年平均", "平均年"];

/// Every change of a paragraph.
pub(super) fn steps<'a>(report: &Report, line: &Line<'a>) -> Vec<Step<'a>> {
    (0..line.figures.len())
        .filter_map(|index| {
            from_to(report, line, index)
                .or_else(|| than(report, line, index))
                .or_else(|| beside(report, line, index))
        })
        .collect()
}

/// `从A提高到B[，提高C]` with A at `index`.
fn from_to<'a>(report: &Report, line: &Line<'a>, index: usize) -> Option<Step<'a>> {
    let (from, to) = (line.figures.get(index)?, line.figures.get(index + 1)?);
    if !comparable(from, to) || line.sentence(from.span.start) != line.sentence(to.span.start) {
        return None;
    }
    if line.torn(from) || line.torn(to) {
        return None;
    }
    let lead = line.lead(index);
    let (at, word) = ["从", "由"].iter().filter_map(|word| Some((lead.rfind(word)?, *word))).max()?;
    let origin = lead.get(at + word.len()..)?;
    if origin.chars().count() > 16 || origin.contains(['、', '\u{3002}']) || holds(origin, VERBS_TO.get(..2)?)
    {
        return None;
    }
    let between = line.between(from, to);
    let between = between.strip_prefix(is_comma).unwrap_or(between);
    if between.contains([',', '\u{FF0C}', '、', ';', '\u{FF1B}']) || between.chars().count() > 24 {
        return None;
    }
    let verb = rising_to(between)?;
    let end = line.outer(to).start;
    let turn = verb.and_then(|(verb, rises)| {
        let at = line.slice(line.outer(from).end, end).rfind(verb)?;
        Some(Turn { verb, at: line.outer(from).end + at, rises })
    });
    let stretch = line.sentence(from.span.start);
    let before = line.slice(stretch.start, line.outer(from).start);
    // 同比 speaks of the change from A where no other time is named for A.
    let yearly = holds(origin, LAST_YEAR)
        || !holds(origin, &["年", "月", "底", "时"])
            && years(before).is_empty()
            && (!holds(before, SPANNING) || holds(before, &["一年间", "一年来"]));
    let stated = stated(line, index + 1, yearly).or_else(|| stated_before(line, index));
    let own = stated.as_ref().and_then(|stated| stated.years);
    let spans_of_years =
        own.map_or_else(|| spans_of_years(report, before, origin, between), |years| vec![years]);
    Some(Step {
        from,
        to,
        stated,
        turn,
        lead: before,
        years_named: own.is_some() || named(before, origin),
        spans_of_years,
    })
}

/// Verbs that lead to a new value and say nothing of its direction.
const NEUTRAL: &[&str] =
    &["发展", "变", "调整", "改", "发生", "拓宽", "推进", "优化", "提速", "缩", "延伸", "提升"];

/// Verbs that lead to a greater value beside those of a stated rise.
const RISING: &[&str] = &["跃升", "发展壮大", "攀升", "增长", "增", "延长", "做大", "壮大", "增大"];

/// Whether words lead to the new value: `提高到`, `增加到2020年的`; the verb, if it has a direction.
fn rising_to(between: &str) -> Option<Option<(&str, bool)>> {
    let mut words = bare_hedge(between);
    if let Some(rest) =
        words.strip_suffix('的').or_else(|| words.ends_with(['年', '末', '底']).then_some(words))
    {
        // 增加到2020年的, 增加到2020年: the words after 到 name a time.
        let at = VERBS_TO.iter().filter_map(|word| rest.rfind(word)).max()?;
        let time = rest.get(at..)?;
        if !holds(time, &["年", "月", "目前", "现在", "末", "底"]) || time.chars().count() > 12 {
            return None;
        }
        words = rest.get(..at + '到'.len_utf8())?;
    }
    let verb = strip_tail(words, VERBS_TO)?;
    let found = |list: &[&str], rises: bool| {
        let rest = strip_tail(verb, list)?;
        Some((rest, Some((verb.get(rest.len()..)?, rises))))
    };
    let (rest, turn) = found(&["提速"], true)
        .map(|(rest, _)| (rest, None))
        .or_else(|| found(RISING, true))
        .or_else(|| found(RISE, true))
        .or_else(|| found(FALL, false))
        .or_else(|| found(&["压降", "缩"], false))
        .or_else(|| strip_tail(verb, NEUTRAL).map(|rest| (rest, None)))?;
    (rest.chars().count() <= 12).then_some(turn)
}

/// `text` without a hedge at its end, but with 到 and 为.
fn bare_hedge(text: &str) -> &str {
    let hedges = ["大约", "约", "将近", "接近", "近", "超过", "逾", "超", "了", "的近"];
    let mut text = trimmed(text);
    while let Some(rest) = strip_tail(text, &hedges) {
        text = rest;
    }
    text
}

/// `B，比2015年的A提高C` with B at `index`.
fn than<'a>(report: &Report, line: &Line<'a>, index: usize) -> Option<Step<'a>> {
    let (to, from) = (line.figures.get(index)?, line.figures.get(index + 1)?);
    if !comparable(from, to) || line.sentence(from.span.start) != line.sentence(to.span.start) {
        return None;
    }
    let between = line.between(to, from);
    let between = between.strip_prefix(is_comma).unwrap_or(between);
    let origin = between.strip_prefix(['比', '较', '由', '从'])?;
    let words = bare_hedge(origin);
    if words.chars().count() > 14
        || words.contains([',', '\u{FF0C}', '、', ';', '\u{FF1B}'])
        || !(words.ends_with('的')
            || words.ends_with('年')
            || words.ends_with("水平")
            || words.ends_with('末'))
        || holds(words, &["提高", "增加", "增长", "下降", "减少", "上升", "提升", "降低"])
    {
        return None;
    }
    let stated = stated(line, index + 1, holds(origin, LAST_YEAR));
    let turn = if stated.is_none() { Some(unmeasured(line, index + 1)?) } else { None };
    let stretch = line.sentence(to.span.start);
    let before = line.slice(stretch.start, line.outer(to).start);
    let spans_of_years = spans_of_years(report, before, origin, "");
    Some(Step { from, to, stated, turn, lead: before, years_named: named(before, origin), spans_of_years })
}

/// The change stated directly after the figure at `index`.
fn stated<'a>(line: &Line<'a>, index: usize, yearly: bool) -> Option<Stated<'a>> {
    let after = line.figures.get(index)?;
    let mut figure = line.figures.get(index + 1)?;
    let mut words = line.between(after, figure);
    let mut years = None;
    if is_time(figure) && line.print(figure).ends_with('年') {
        // 提高到8万元,5年年均增长…: the time names the span of a mean only.
        if !trimmed(words.strip_prefix(is_comma).unwrap_or(words)).is_empty() {
            return None;
        }
        years = u32::try_from(figure.value).ok();
        let next = line.figures.get(index + 2)?;
        words = line.between(figure, next);
        if !holds(words, MEAN) {
            return None;
        }
        figure = next;
    }
    if line.sentence(after.span.start) != line.sentence(figure.span.start) {
        return None;
    }
    let words = trimmed(words);
    let words = words.strip_prefix(['(', '\u{FF08}', ')', '\u{FF09}']).unwrap_or(words);
    let words = words.strip_prefix(|c| is_comma(c) || c == '、').unwrap_or(words);
    let words = strip_heads(trimmed(words), ADVERBS);
    // 三年年均增长: a span of a mean; 三年累计减少 is another reckoning.
    const SPANS: &[(&str, u32)] = &[("五年", 5), ("四年", 4), ("三年", 3), ("十年", 10)];
    let span = SPANS.iter().find_map(|(span, years)| Some((words.strip_prefix(span)?, *years)));
    let words = match span.map(|(rest, length)| (strip_heads(rest, &["来", "间", ",", "\u{FF0C}"]), length))
    {
        Some((rest, length)) if MEAN.iter().any(|mean| rest.starts_with(mean)) => {
            years = years.or(Some(length));
            rest
        }
        _ => strip_heads(words, &["五年来", "五年间", "五年", "一年", "来", "间", ",", "\u{FF0C}"]),
    };
    // 由上年的36亿元增加到45亿元，同比增长25%: the base is last year's.
    let words = if yearly {
        strip_heads(words, &["同比", "比上年", "较上年", "比去年", "较去年"])
    } else {
        words
    };
    let (words, mean) = match super::phrase::strip_head(words, MEAN) {
        Some(rest) => (rest, true),
        None => (words, false),
    };
    let verb = strip_heads(words, ADVERBS);
    let bare = bare_tail(verb);
    let verb = if bare.is_empty() && mean && words.is_empty() { "增长" } else { bare };
    let falls = FALL.contains(&verb) || FALL_RATES.contains(&verb);
    let rises = RISE.contains(&verb) || (mean && ["递增", "增幅"].contains(&verb)) || RISES.contains(&verb);
    if !falls && !rises {
        return None;
    }
    // A figure that goes on (提高3个百分点以上的任务, 增长20%的目标) is another matter, and so is a
    // figure that opens a new phrase (增加5个乡镇的40个村).
    let tail = line.tail(figure);
    (!line.torn(figure)
        && figure.value_to.is_none()
        && !figure.threshold
        && !figure.rank
        && !tail.starts_with('的'))
    .then_some(Stated { figure, verb, falls, mean, years })
}

/// `比上年提高C，由A提高到B`: the change told before the values, with A at `index`.
fn stated_before<'a>(line: &Line<'a>, index: usize) -> Option<Stated<'a>> {
    let at = index.checked_sub(1)?;
    let (figure, from) = (line.figures.get(at)?, line.figures.get(index)?);
    let gap = trimmed(line.between(figure, from));
    let joined = gap.strip_prefix(is_comma).is_some_and(|rest| ["由", "从"].contains(&rest));
    let points = figure.dimension() == Some(Dimension::Points) && from.is_percent();
    if !joined || !points || line.torn(figure) || !super::phrase::statement(figure) {
        return None;
    }
    let lead = bare_tail(line.lead(at));
    let verb = |list: &[&str]| strip_tail(lead, list).and_then(|rest| lead.get(rest.len()..));
    let (verb, falls) = verb(RISE).map(|verb| (verb, false)).or_else(|| Some((verb(FALL)?, true)))?;
    Some(Stated { figure, verb, falls, mean: false, years: None })
}

/// `B，上年为A，提高C`, `与上年的A相比，…达到B，提高C` with the first figure at `index`.
fn beside<'a>(report: &Report, line: &Line<'a>, index: usize) -> Option<Step<'a>> {
    let (one, two) = (line.figures.get(index)?, line.figures.get(index + 1)?);
    if !comparable(one, two) || line.torn(one) || line.torn(two) {
        return None;
    }
    let sentence = line.sentence(one.span.start);
    if sentence != line.sentence(two.span.start) {
        return None;
    }
    let between = line.between(one, two);
    const BASES: &[&str] =
        &["上年同期为", "上年同期", "去年同期为", "去年同期", "上年为", "上年是", "上年", "去年为"];
    let told = between.strip_prefix(|c| is_comma(c) || ['(', '\u{FF08}'].contains(&c));
    let compared = || {
        let lead = line.lead(index);
        let base = ["与上年的", "与上年", "与去年的", "与去年", "同上年的", "与上年同期的"];
        let name = between.strip_prefix("相比")?.strip_prefix(is_comma)?;
        let name = strip_tail(name, &["达到", "达", "增加到", "增至", "为"])?;
        (base.iter().any(|word| lead.ends_with(word))
            && !name.contains([',', '\u{FF0C}', '、'])
            && name.chars().count() <= 16)
            .then_some(())
    };
    let (from, to) = if told.is_some_and(|words| BASES.contains(&words)) {
        (two, one)
    } else {
        compared()?;
        (one, two)
    };
    let stated = stated(line, index + 1, true)?;
    let lead = line.slice(sentence.start, line.outer(to).start);
    Some(Step {
        from,
        to,
        stated: Some(stated),
        turn: None,
        lead,
        years_named: false,
        spans_of_years: spans_of_years(report, "", "", ""),
    })
}

/// `，比上年的A大幅增加。`: a direction without a figure after the one at `index`.
fn unmeasured<'a>(line: &Line<'a>, index: usize) -> Option<Turn<'a>> {
    let figure = line.figures.get(index)?;
    let start = line.outer(figure).end;
    let words = line.slice(start, line.clause(figure.span.start).end);
    let words = words.trim_end_matches(['\u{3002}', ',', '\u{FF0C}', ';', '\u{FF1B}']);
    let verb =
        strip_heads(words, &["有所", "有较大幅度", "大幅度", "大幅", "明显", "显著", "略有", "稳步", "持续"]);
    let rises = RISE.contains(&verb);
    (verb.chars().count() >= 2 && (rises || FALL.contains(&verb))).then(|| Turn {
        verb,
        at: start + words.len() - verb.len(),
        rises,
    })
}

/// Names of rates of growth, and words of rise that stand before a difference only.
const RISES: &[&str] = &["提标", "增长率", "增速", "新增", "高出"];

/// Names of rates of decline, and words of decline that stand before a difference only.
const FALL_RATES: &[&str] = &[
    "压缩率",
    "压减率",
    "精简率",
    "下降率",
    "降幅",
    "减幅",
    "精简比例",
    "压减比例",
    "压缩比例",
    "减少比例",
    "节省",
];

/// Whether the words name years or a number of years.
fn named(before: &str, origin: &str) -> bool {
    !years(origin).is_empty()
        || holds(
            before,
            &[
                "五年",
                "5年",
                "四年",
                "4年",
                "三年",
                "3年",
                "十年",
                "10年",
                "五\u{201D}",
                "五\"",
                "五时期",
                "五期间",
                "五规划",
            ],
        )
}

/// How many years the change may have taken, by the words around it.
fn spans_of_years(report: &Report, before: &str, origin: &str, between: &str) -> Vec<u32> {
    let mut found = Vec::new();
    fn push(found: &mut Vec<u32>, years: i32) {
        if let Ok(years) = u32::try_from(years)
            && (2..=40).contains(&years)
            && !found.contains(&years)
        {
            found.push(years);
        }
    }
    let last = match report.meta.review {
        Some(crate::reading::Period::Year(year) | crate::reading::Period::Years(_, year)) => Some(year),
        _ => None,
    };
    if let Some(first) = years(origin).last() {
        if let Some(end) = years(between).first().or(last.as_ref()) {
            push(&mut found, end - first);
        }
        return found;
    }
    let named = years(before);
    if let (Some(first), Some(end)) = (named.first(), named.last())
        && first != end
    {
        push(&mut found, end - first);
        push(&mut found, end - first + 1);
    } else if let (Some(first), Some(end)) = (named.first(), last) {
        push(&mut found, end - first);
    }
    const SPANS: &[(&str, i32)] = &[
        ("五年", 5),
        ("5年", 5),
        ("四年", 4),
        ("4年", 4),
        ("三年", 3),
        ("3年", 3),
        ("六年", 6),
        ("十年", 10),
        ("10年", 10),
        ("五规划", 5),
        ("五”", 5),
        ("五\"", 5),
        ("五时期", 5),
        ("五期间", 5),
        ("届政府", 5),
        ("任期", 5),
    ];
    for (word, years) in SPANS {
        if before.contains(word) {
            push(&mut found, *years);
        }
    }
    if let Some(crate::reading::Period::Years(first, end)) = report.meta.review
        && found.is_empty()
    {
        push(&mut found, end - first + 1);
    }
    found
}

impl Step<'_> {
    /// Whether the name before the change is reckoned at constant prices, or the sentence says so.
    pub(super) fn constant_price(&self) -> bool {
        holds(
            self.lead,
            &[
                "生产总值",
                "GDP",
                "增加值",
                "产值",
                "经济总量",
                "可比",
                "同口径",
                "扣除",
                "剔除",
                "不变价",
                "实际增长",
            ],
        )
    }

    /// Both values are the same number.
    pub(super) fn flat(&self) -> bool {
        self.from.value == self.to.value || self.from.value <= Decimal::ZERO
    }
}
