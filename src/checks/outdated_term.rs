//! Rule `outdated-term`: an indicator called by a name that was given up before the year reported.
//! Names and years are the glossary's.

use super::phrase::years;
use super::{Findings, Message, Severity};
use crate::reading::Period;
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 过时的指标名称
    ///
    /// 指标用了当年已经停用的名称，如2018年的报告里写`公共财政预算收入`（2015年起称一般公共预算收入）。
    ///
    /// English: An indicator goes by a name that was no longer in use in the year reported.
    ///
    /// ## 为什么
    ///
    /// 名称改变往往连带口径改变，沿用旧名会让人误以为还是旧口径；多半是照抄往年的稿子。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 公共财政预算收入稳步增长。
    /// ```
    /// ```错例
    /// 农民人均纯收入稳步提高。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 一般公共预算收入稳步增长，2012年农民人均纯收入曾居全省末位。
    /// ```
    /// ```正例
    /// 加强公共财政支出、工程建设等领域的监管。中国驰名商标达到5件。
    /// ```
    ///
    /// ## 判断
    ///
    /// 名称和停用年份取自指标词表；停用后两年之内沿用的只作提醒；只看带数字或者说到增减、完成情况的，泛指一个领域的（公共财政支出、工程建设等领域）不报；没有新名称的、同一句里新旧名称并提、说到改称或调整的不报；同一句里写明停用以前年份的、书名号里的不报；每个名称一篇报一次，其余列为相关位置。
    ///
    /// ## 依据
    ///
    /// 统计制度：国家统计局、财政部对指标名称和口径的调整。
    name: "outdated-term",
    category: Wording,
    severity: Warning,
    tier: Statistics,
    check: check,
}

/// One outdated name: where it stands and what it is called now.
struct Old {
    name: String,
    now: String,
    until: i32,
    places: Vec<Span>,
}

fn check(report: &Report, findings: &mut Findings) {
    let Some(year) = reviewed(report) else { return };
    let mut found: Vec<Old> = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for mention in &paragraph.reading.mentions {
            let name = mention.span.of(text);
            let Some(indicator) = report.knowledge.indicator(mention.indicator) else { continue };
            let Some(until) = indicator.historical_name(name).and_then(|old| old.until) else { continue };
            // A thing that came to an end (中国驰名商标) has no other name; a short form is no old name.
            let same = indicator.name.contains(name) || name.contains(indicator.name.as_str());
            if year <= until
                || same
                || !told(report, paragraph, mention.span)
                || of_its_time(report, paragraph, mention.span, until)
                || beside_new(text, mention.span, &indicator.name)
            {
                continue;
            }
            // 一般公共财政预算收入: the old name and the new one in one word.
            let mixed = text.get(..mention.span.start).is_some_and(|left| left.ends_with("一般"));
            let start = mention.span.start
                - if mixed && indicator.name.starts_with("一般") { "一般".len() } else { 0 };
            let span = Span::new(start, mention.span.end).shifted(paragraph.start);
            let name = report.text(span);
            match found.iter_mut().find(|old| old.name == name) {
                Some(old) => old.places.push(span),
                None => found.push(Old {
                    name: name.to_owned(),
                    now: indicator.name.clone(),
                    until,
                    places: vec![span],
                }),
            }
        }
    }
    for old in found {
        tell(&old, year, findings);
    }
}

/// The last year reported on.
fn reviewed(report: &Report) -> Option<i32> {
    match report.meta.review {
        Some(Period::Year(year) | Period::Years(_, year)) => Some(year),
        _ => report.meta.plan_year.map(|plan| plan - 1),
    }
}

/// Words of level and change that tell something of the name before them.
const TELLS: &[&str] = &[
    "稳",
    "持续",
    "平稳",
    "快速",
    "较快",
    "明显",
    "大幅",
    "不断",
    "逐",
    "同比",
    "比上年",
    "较上年",
    "年均",
    "达",
    "完成",
    "实现",
    "增",
    "提高",
    "上升",
    "下降",
    "减少",
    "突破",
    "超",
    "预计",
    "累计",
    "总量",
    "占",
    "保持",
    "为",
    "从",
    "由",
    "翻",
    "约",
    "近",
    "扭",
    "首次",
    "连续",
    "力争",
    "分别",
    "均",
    "突飞",
];

/// Whether something is told of the name: a figure, or how it moves. In a list of fields (加强公共财政支出、
/// 工程建设等领域监管) the words are no indicator; nor are they behind a count (20家…主营业务收入).
fn told(report: &Report, paragraph: &Paragraph, span: Span) -> bool {
    let text = paragraph.text();
    let counted = text
        .get(..span.start)
        .and_then(|left| left.strip_suffix(['家', '户', '个']))
        .is_some_and(|left| left.ends_with(|c: char| c.is_numeric() || "多余几".contains(c)));
    let rest = text.get(span.end..).unwrap_or("");
    let figure = report.facts.iter().any(|fact| fact.name_span == Some(span.shifted(paragraph.start)));
    !counted && (figure || TELLS.iter().any(|word| rest.starts_with(word)))
}

/// Whether the sentence names the new name too (国家重点实验室重组为全国重点实验室).
fn beside_new(text: &str, span: Span, now: &str) -> bool {
    let end = text.get(span.end..).unwrap_or("").split('\u{3002}').next().unwrap_or("");
    let start = text.get(..span.start).unwrap_or("").rsplit('\u{3002}').next().unwrap_or("");
    let renamed = ["原", "改", "更名", "调整", "重组", "升级", "称", "口径", "取代", "转", "\u{FF08}", "("];
    (end.contains(now) || start.contains(now))
        && renamed.iter().any(|word| end.contains(word) || start.contains(word))
}

/// Whether the sentence is about the years of the old name, or quotes a title.
fn of_its_time(report: &Report, paragraph: &Paragraph, span: Span, until: i32) -> bool {
    let text = paragraph.text();
    let sentences = &paragraph.reading.sentences;
    let sentence =
        sentences.iter().find(|sentence| sentence.span.contains(span)).map_or("", |it| it.span.of(text));
    let past = years(sentence).iter().any(|&year| year <= until);
    let fact = report.facts.iter().find(|fact| fact.name_span == Some(span.shifted(paragraph.start)));
    let dated = fact.and_then(|fact| fact.period).is_some_and(|period| match period {
        Period::Year(year) | Period::Years(year, _) => year <= until,
        _ => false,
    });
    let before = text.get(..span.start).unwrap_or("");
    let title = before.rfind('《').is_some_and(|open| !before.get(open..).unwrap_or("").contains('》'));
    past || title || (dated && matches!(report.meta.review, Some(Period::Year(_))))
}

fn tell(old: &Old, year: i32, findings: &mut Findings) {
    let Some((first, others)) = old.places.split_first() else { return };
    let (name, now, until) = (&old.name, &old.now, old.until);
    let finding = findings.report(
        *first,
        Message::new(
            format!("“{name}”这个名称只用到{until}年，现称“{now}”；请改用现名，并核对口径。"),
            format!("“{name}” was in use up to {until}; it is now “{now}”."),
        ),
    );
    // Names go out of use slowly: for two years they are worth a look, afterwards they are wrong.
    if year <= until + 2 {
        finding.severity(Severity::Information);
    }
    for place in others.iter().take(20) {
        finding.relate(*place, Message::new("同一个旧名", "The same old name"));
    }
    let edits = old.places.iter().map(|&span| Edit::replace(span, now.clone())).collect();
    finding.fix(Message::new(format!("改为“{now}”"), format!("Replace by “{now}”")), edits);
}
