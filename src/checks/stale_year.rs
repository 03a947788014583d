//! Rule `stale-year`: a target of the plan that is set for a year already past.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::before;
use super::{Findings, Message};
use crate::knowledge::Block;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 目标写了过去的年份
    ///
    /// 安排部分的目标，完成时间却写着已经过去的年份。
    ///
    /// English: A target of the plan is set for a year that is already past.
    ///
    /// ## 为什么
    ///
    /// 在往年的稿子上修改，“确保某年完成”一类的年份最容易漏改。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 加快建设环城快速路，确保2022年底前建成通车。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// 加快建设2021年开工的环城快速路，确保2024年底前建成通车，落实《水网建设规划（2016—2020年）》确定的项目，巩固2022年创建成果。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看安排部分里“确保、力争、争取、计划、到”之后的年份：早于安排年两年以上的报告，“确保、力争、争取”之后写着上一年年底的也报告；追述往事的、书名号和引号里的不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：目标在今后完成。
    name: "stale-year",
    category: Year,
    severity: Information,
    tier: Logic,
    check: check,
}

static TARGET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let aim = "(?P<aim>(?:确保|力争|争取|务必|必须|计划|预计|到|在|于|至)?)";
    let deadline = "(?P<deadline>(?:[0-9]{1,2}月|年?底|年?末|年?内|前|上半年|下半年)*)";
    let subject = "(?P<subject>[,\u{FF0C}]?[\\p{Han}“”\"、0-9]{0,14}?)";
    let verb = "(?:完成|建成|实现|达到|竣工|完工|贯通|开通|通车|投产|开工|投用|投入使用|启用|运营|交付|见效|达产|脱贫|摘帽|基本|全面|全部|力争)";
    Regex::new(&format!("{aim}(?:在|到|于)?(?P<year>(?:19|20)[0-9]{{2}})年{deadline}{subject}{verb}")).ok()
});

/// Words that make the clause tell of the past.
const PAST: &[&str] = &["以来", "起", "开始", "已", "了", "曾", "的", "比", "较", "从", "自", "间", "度"];

fn check(report: &Report, findings: &mut Findings) {
    let (Some(pattern), Some(plan)) = (TARGET.as_ref(), report.meta.plan_year) else { return };
    let held = report.meta.date.as_ref().and_then(|date| date.value.get(..4)?.parse::<i32>().ok());
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let heading = report.outline.at(paragraph.start).and_then(|at| report.outline.headings.get(at));
        let planned = matches!(
            heading.and_then(|heading| heading.block),
            Some(Block::Tasks | Block::Targets | Block::Requirements)
        );
        if !planned {
            continue;
        }
        for found in pattern.captures_iter(text) {
            let part = |name: &str| found.name(name);
            let (Some(whole), Some(aim), Some(year)) = (found.get(0), part("aim"), part("year")) else {
                continue;
            };
            let (Some(deadline), Some(subject)) = (part("deadline"), part("subject")) else { continue };
            let Ok(printed) = year.as_str().parse::<i32>() else { continue };
            let strong = ["确保", "力争", "争取", "务必", "必须"].contains(&aim.as_str());
            let stale = printed <= plan - 2 || (strong && printed == plan - 1 && held == Some(plan));
            let tail = text.get(whole.end()..).unwrap_or("");
            let past =
                PAST.iter().any(|word| subject.as_str().contains(word) || deadline.as_str().contains(word))
                    || ["的", "了", "以来", "后"].iter().any(|word| tail.starts_with(word));
            let torn = before(text, year.start()).is_some_and(|c| c.is_ascii_digit())
                || !strong && before(text, aim.start()).is_some_and(|c| "达直提高从自较现存".contains(c));
            if stale
                && !past
                && !torn
                && (aims(aim.as_str(), deadline.as_str(), subject.as_str())
                    // 2022年力争建成….
                    || subject.is_empty() && aim.is_empty() && whole.as_str().ends_with("力争"))
                && !quoted(text, year.start())
            {
                say(paragraph.start, year.start(), printed, plan, findings);
            }
        }
    }
}

/// Whether the words around a year make it the time of a target, not an attribute (2022年招商项目).
fn aims(aim: &str, deadline: &str, subject: &str) -> bool {
    let closes = deadline.contains(['底', '末', '前', '内', '月']);
    // 汛期前, 春节前: a date of the year as well.
    let closes = closes || subject.ends_with('前') && subject.chars().count() <= 6;
    let comma = subject.starts_with([',', '\u{FF0C}']);
    let whole = ["全市", "全县", "全区", "全省", "全州", "全旗", "率先", "如期"]
        .iter()
        .any(|word| subject.starts_with(word));
    match aim {
        "" => deadline.ends_with('前') && deadline.contains(['底', '末', '月']),
        "在" | "于" | "至" => closes,
        "到" => closes || comma,
        _ => closes || comma || whole || subject.is_empty(),
    }
}

fn say(start: usize, year: usize, printed: i32, plan: i32, findings: &mut Findings) {
    let span = Span::new(year, year + "2022年".len()).shifted(start);
    findings.report(
        span,
        Message::new(
            format!(
                "这里安排{plan}年的工作，目标却定在已经过去的{printed}年；请核对是不是往年的年份没有改。"
            ),
            format!(
                "The plan is for {plan}, but this target is set for {printed}, which is past; check the year."
            ),
        ),
    );
}

/// Inside 《…》 or “…”.
fn quoted(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or("");
    [('\u{300A}', '\u{300B}'), ('\u{201C}', '\u{201D}')].into_iter().any(|(open, close)| {
        head.rfind(open).is_some_and(|opened| head.get(opened..).is_some_and(|rest| !rest.contains(close)))
    })
}
