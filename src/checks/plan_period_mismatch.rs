//! Rule `plan-period-mismatch`: five-year plans with years that are not theirs.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Findings, Message, ordinal};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 五年规划与年份不符
    ///
    /// “十四五”写成2020—2024年，或者把2021年说成“十三五”收官之年。
    ///
    /// English: A five-year plan is given years that are not its own.
    ///
    /// ## 为什么
    ///
    /// 五年规划的起止年份是固定的：“十二五”2011—2015年，“十三五”2016—2020年，“十四五”2021—2025年，“十五五”2026—2030年。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 编制完成“十四五”规划（2020—2024年），绘就发展蓝图。
    /// ```
    /// ```错例
    /// 2021年是“十三五”收官之年，我们完成了既定任务。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 2020年是“十三五”规划的收官之年，2021年是落实第九次党代会精神的开局之年，“十四五”规划（2021—2025年）良好开局。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只在规划名称之后紧跟括注的起止年份，或者同一分句写明“某年是……收官、开局之年”时比较；党代会、政府任期的开局不算。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：国民经济和社会发展五年规划的起止年份。
    name: "plan-period-mismatch",
    category: Year,
    severity: Error,
    tier: Logic,
    check: check,
}

/// “十四五”, with or without quotation marks.
const NAME: &str = "[“\"\u{2018}]?(?P<plan>[八九]五|十[一二三四五六]?五)[”\"\u{2019}]?";

static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let years = "[(\u{FF08}](?P<from>[12][0-9]{3})年?\\s*[—–\\-\u{FF0D}~～至到]+\\s*(?P<to>[12][0-9]{3})年?";
    Regex::new(&format!("{NAME}(?:规划|计划|时期|期间)?{years}")).ok()
});
/// 《“十四五”渔业发展规划（2021—2026年）》: a plan of one field has the years of the plan, an action plan may have
/// others.
static FIELD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let years = "[(\u{FF08}](?P<from>[12][0-9]{3})年?\\s*[—–\\-\u{FF0D}~～至到]+\\s*(?P<to>[12][0-9]{3})年?";
    Regex::new(&format!("{NAME}\\p{{Han}}{{1,14}}规划(?:纲要)?》?{years}")).ok()
});
/// 2016—2020年“十三五”期间.
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let years = "(?P<from>[12][0-9]{3})年?\\s*[—–\\-\u{FF0D}~～至到]+\\s*(?P<to>[12][0-9]{3})年[,\u{FF0C}]?";
    Regex::new(&format!("{years}{NAME}(?:规划|计划)?(?:时期|期间)")).ok()
});
/// What a year is to a plan: its last, its first, its n-th.
const ROLES: &str = "(?:(?P<last>(?:圆满|全面)?(?:收官|收尾|谢幕|完成)(?:之年|年|阶段之年)|最后一年|末年)|(?P<first>(?:开局|起步|启动|开启)(?:之年|年|的关键之年|起步之年)|(?:开局的)?第一年|首年)|第(?P<nth>[二三四五])年)";
const YEAR: &str = "(?:(?P<year>[12][0-9]{3})年|(?P<word>今年|去年|明年))";

static ROLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let is = "(?:这一年)?[,\u{FF0C}]?(?:既|又|也|正|恰|恰好|刚好)?(?:是|为|作为|系|正值|迎来|进入)";
    let between = "[^。;\u{FF1B}:\u{FF1A}!\u{FF01}0-9]{0,60}?";
    let of = "(?:规划|计划|时期|发展|规划纲要|纲要)?(?:的|实施的|实施)?";
    Regex::new(&format!("{YEAR}(?:{is}{between}|这一|这个)?{NAME}{of}{ROLES}")).ok()
});
/// “十二五”规划的收官之年2015年, “十四五”末的2025年.
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let of = "(?:规划|计划|时期|发展|规划纲要|纲要)?(?:的|实施的|实施)?";
    let joint = "(?:的|[(\u{FF08}]|\u{2014}\u{2014}|即|也就是)?";
    Regex::new(&format!("{NAME}{of}(?:{ROLES}|(?P<end>期?末)){joint}{YEAR}")).ok()
});

/// First and last year of a plan.
fn span_of(name: &str) -> Option<(u32, u32)> {
    // 十五 is the tenth plan, 十一五 the eleventh: the final 五 is “five-year”.
    let ordinal = ordinal::parse(name.strip_suffix('五')?).filter(|&it| (8..=16).contains(&it))?;
    let first = 1991 + (ordinal - 8) * 5;
    Some((first, first + 4))
}

fn check(report: &Report, findings: &mut Findings) {
    let (Some(range), Some(role), Some(behind)) = (RANGE.as_ref(), ROLE.as_ref(), BEHIND.as_ref()) else {
        return;
    };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let wide = |pattern: &'static LazyLock<Option<Regex>>| {
            pattern.as_ref().into_iter().flat_map(|it| it.captures_iter(text)).filter(off_by_one)
        };
        for found in range.captures_iter(text).chain(wide(&FIELD)).chain(wide(&BEFORE)) {
            let part = |name: &str| found.name(name);
            let (Some(plan), Some(from), Some(to)) = (part("plan"), part("from"), part("to")) else {
                continue;
            };
            let Some((first, last)) = span_of(plan.as_str()) else { continue };
            let printed = (from.as_str().parse(), to.as_str().parse());
            if printed == (Ok(first), Ok(last)) || to.as_str() > "2030" {
                continue;
            }
            let finding = findings.report(
                Span::new(from.start(), to.end()).shifted(paragraph.start),
                Message::new(
                    format!(
                        "“{}”是{first}—{last}年，这里写{}—{}年；请核对起止年份。",
                        plan.as_str(),
                        from.as_str(),
                        to.as_str()
                    ),
                    format!(
                        "“{}” runs from {first} to {last}, the text says {}–{}.",
                        plan.as_str(),
                        from.as_str(),
                        to.as_str()
                    ),
                ),
            );
            let name = Span::from(plan.range()).shifted(paragraph.start);
            finding.relate(name, Message::new("所说的规划", "The plan in question"));
        }
        for found in role.captures_iter(text).chain(behind.captures_iter(text)) {
            judge(report, &found, paragraph.start, findings);
        }
    }
}

/// Whether one end is the plan's and the other a year beside it.
fn off_by_one(found: &Captures<'_>) -> bool {
    let year = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<u32>().ok());
    let Some((first, last)) = found.name("plan").and_then(|plan| span_of(plan.as_str())) else {
        return false;
    };
    let (Some(from), Some(to)) = (year("from"), year("to")) else { return false };
    from == first && to.abs_diff(last) == 1 || to == last && from.abs_diff(first) == 1
}

/// 2021年是“十三五”收官之年.
fn judge(report: &Report, found: &Captures<'_>, start: usize, findings: &mut Findings) {
    let Some(plan) = found.name("plan") else { return };
    let Some((first, last)) = span_of(plan.as_str()) else { return };
    let nth = found.name("nth").and_then(|nth| ordinal::parse(nth.as_str()));
    let role = ["last", "first", "end"].iter().find_map(|name| found.name(name)).map(|role| role.as_str());
    let (wanted, role) = match nth {
        Some(nth) => (first + nth - 1, format!("第{}年", ordinal::chinese(nth))),
        None if found.name("first").is_some() => (first, role.unwrap_or_default().to_owned()),
        None => (last, role.unwrap_or_default().to_owned()),
    };
    let Some(at) = found.name("year").or_else(|| found.name("word")) else { return };
    let printed = match at.as_str() {
        "今年" => report.meta.plan_year,
        "去年" => report.meta.plan_year.map(|year| year - 1),
        "明年" => report.meta.plan_year.map(|year| year + 1),
        year => year.parse().ok(),
    };
    let Some(printed) = printed.and_then(|year| u32::try_from(year).ok()).filter(|year| *year != wanted)
    else {
        return;
    };
    let finding = findings.report(
        Span::from(at.range()).shifted(start),
        Message::new(
            format!("“{}”是{first}—{last}年，{role}应是{wanted}年，不是{printed}年。", plan.as_str()),
            format!("“{}” runs from {first} to {last}; {wanted} is meant, not {printed}.", plan.as_str()),
        ),
    );
    let name = Span::from(plan.range()).shifted(start);
    finding.relate(name, Message::new("所说的规划", "The plan in question"));
}
