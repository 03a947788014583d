//! Rule `permille-lost`: rates in ‰ whose mark has become `%。` or `%`.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::change_to;
use super::marks::after;
use super::{Findings, Message};
use crate::quantity::Decimal;
use crate::report::{Fact, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 千分号丢失
    ///
    /// 人口自然增长率、出生率、死亡率的“‰”变成了“%。”“%o”，或者写成了“%”。
    ///
    /// English: A per-mille sign was lost: a rate of births or deaths is printed with `%。` or `%`.
    ///
    /// ## 为什么
    ///
    /// “‰”不在键盘上，转码、识别或手打时常变成百分号加句号，数值就大了十倍，句子也被从中截断。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 人口自然增长率控制在6.5%。以内，低于全省平均水平。
    /// ```
    /// ```错例
    /// 人口自然增长率5.23%，连续七年保持低生育水平。
    /// ```
    /// ```错例
    /// 婴儿死亡率控制在4.1%o以内。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 人口自然增长率5.23‰，孕产妇死亡率下降6.3%，煤矿百万吨死亡率下降30%。人口自然增长率为0.52%。工业增加值增长10.6%。以上成绩来之不易。
    /// ```
    ///
    /// ## 判断
    ///
    /// “%”后的句号之后紧跟“以内”或另一个标点，而同一分句里说的是自然增长率、出生率、死亡率时报告；只有“%”的，自然增长率不小于2、出生率不小于3才报告（更小的百分数可以是真的）；死亡率的升降幅度用“%”是对的，不报。
    ///
    /// ## 依据
    ///
    /// 统计指标解释：人口出生率、死亡率、自然增长率以千分率表示。
    name: "permille-lost",
    category: Leftover,
    severity: Warning,
    tier: Statistics,
    check: check,
}

/// Rates that are reckoned per thousand.
const RATES: &[&str] = &["自然增长率", "自增率", "出生率", "死亡率", "发案率"];

static BROKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digits = "[0-9\u{FF10}-\u{FF19}][0-9\u{FF10}-\u{FF19}.\u{FF0E}]*";
    let zeros = "[oO0\u{FF10}\u{FF4F}\u{FF2F}〇○]{1,2}";
    Regex::new(&format!("{digits}\\s?([%\u{FF05}]\\s?(?:(?P<stop>[。.\u{FF0E}])|{zeros}))")).ok()
});
static PERCENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let name = "(?P<name>(?:人口)?自然增长率|自增率|出生率|(?:婴儿|婴幼儿|新生儿|儿童|人口)死亡率)";
    let words = "(?:为|是|达到|达|控制|稳定|保持|维持|继续|在|预计|预期|目标|约|低于|不超过|降至|降到|下降到|下降至|年均|仅|只有|由|从|全年|力争|\\s)*";
    Regex::new(&format!("{name}{words}(?P<figure>-?[0-9]+(?:\\.[0-9]+)?)\\s?(?P<mark>[%\u{FF05}])")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let (Some(broken), Some(percent)) = (BROKEN.as_ref(), PERCENT.as_ref()) else { return };
    let mut told: Vec<Span> = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in broken.captures_iter(text) {
            let (Some(whole), Some(mark)) = (found.get(0), found.get(1)) else { continue };
            if lost(text, whole.start(), whole.end(), found.name("stop").is_some()) {
                told.push(Span::from(whole.range()).shifted(paragraph.start));
                let mark = Span::from(mark.range()).shifted(paragraph.start);
                say(report, told.last().copied(), mark, findings);
            }
        }
        for found in percent.captures_iter(text) {
            let part = |name: &str| found.name(name);
            let (Some(name), Some(figure), Some(mark)) = (part("name"), part("figure"), part("mark")) else {
                continue;
            };
            let Ok(value) = figure.as_str().parse::<Decimal>() else { continue };
            let span = Span::new(figure.start(), mark.end()).shifted(paragraph.start);
            if impossible(name.as_str(), value) && !told.iter().any(|other| other.overlaps(span)) {
                told.push(span);
                say(report, Some(span), Span::from(mark.range()).shifted(paragraph.start), findings);
            }
        }
    }
    // 失业率、自然增长率分别控制在5%和3.6%以内: the facts know which figure is whose.
    for fact in &report.facts {
        let rate = fact.indicator.is_some()
            && ["自然增长率", "自增率", "出生率"].iter().any(|rate| fact.surface.ends_with(rate));
        let percent = report.text(fact.span).ends_with(['%', '\u{FF05}']) && !changes(report, fact);
        if rate
            && percent
            && impossible(&fact.name, fact.value)
            && !told.iter().any(|other| other.overlaps(fact.span))
        {
            let mark = report.text(fact.span).chars().next_back().map_or(0, char::len_utf8);
            say(report, Some(fact.span), Span::new(fact.span.end - mark, fact.span.end), findings);
        }
    }
}

/// Whether the figure says by how much the rate has changed.
fn changes(report: &Report, fact: &Fact) -> bool {
    let Some(name) = fact.name_span else { return true };
    let between = report.text(Span::new(name.end, fact.span.start));
    ["下降", "降低", "提高", "上升", "增长", "减少", "回落", "比", "较"].iter().any(|verb| {
        between.rfind(verb).is_some_and(|at| {
            !between.get(at + verb.len()..).is_some_and(|rest| rest.starts_with(['到', '至']))
        })
    })
}

fn say(report: &Report, span: Option<Span>, mark: Span, findings: &mut Findings) {
    let Some(span) = span else { return };
    let printed = report.text(span);
    let meant = format!("{}\u{2030}", report.text(Span::new(span.start, mark.start)).trim_end());
    findings
        .report(
            span,
            Message::new(
                format!("“{printed}”的千分号丢失了；这类比率以千分率表示，应为“{meant}”。"),
                format!("“{printed}” has lost its per-mille sign; “{meant}” is meant."),
            ),
        )
        .fix(change_to(&meant), vec![Edit::replace(Span::new(span.start, mark.end), meant.clone())]);
}

/// Whether `%。` (or `%o`) at `start..end` stands for ‰.
fn lost(text: &str, start: usize, end: usize, stop: bool) -> bool {
    let rest = text.get(end..).unwrap_or("");
    if !stop {
        return !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '%');
    }
    let before = text.get(..start).unwrap_or("");
    let marks = [',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}', '!', '\u{FF01}', ':', '\u{FF1A}'];
    let clause = before.rsplit(marks).next().unwrap_or("");
    // The name may stand before a comma (自然增长率，控制在5%。以内).
    let named = RATES.iter().any(|rate| clause.contains(rate));
    let hedge = ["以内", "之内", "以下", "左右"].iter().find_map(|word| rest.strip_prefix(word));
    let ends = |rest: &str| {
        after(rest, 0).is_none_or(|c| ",\u{FF0C};\u{FF1B}\u{3002}、".contains(c) || c.is_whitespace())
    };
    named
        && (rest.starts_with("的目标") || hedge.is_some_and(ends) || (!rest.trim().is_empty() && ends(rest)))
}

/// Whether a rate of births or deaths cannot be so many per cent.
fn impossible(name: &str, value: Decimal) -> bool {
    let limit = if name.ends_with("出生率") { 3 } else { 2 };
    value >= Decimal::from(limit) || value < Decimal::NEGATIVE_ONE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_marks() {
        for text in
            ["自然增长率6.5%。以内", "自然增长率6.5%。\u{FF0C}低", "出生率6.5\u{FF05}。。深入", "6.5%o以内"]
        {
            let found = BROKEN.as_ref().unwrap().captures(text).unwrap();
            let whole = found.get(0).unwrap();
            assert!(lost(text, whole.start(), whole.end(), found.name("stop").is_some()), "{text}");
        }
        for text in ["增长6.5%。以上成绩", "死亡率下降6.5%。以创建", "增长6.5%。。下"] {
            let found = BROKEN.as_ref().unwrap().captures(text).unwrap();
            let whole = found.get(0).unwrap();
            assert!(!lost(text, whole.start(), whole.end(), found.name("stop").is_some()), "{text}");
        }
    }
}
