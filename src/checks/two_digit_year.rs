//! Rule `two-digit-year`: years printed with two digits.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::change_to;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 年份只写两位
    ///
    /// 年份省成了两位数：`17年底`、`比18年增长`、`'19年`。
    ///
    /// English: A year is printed with two digits.
    ///
    /// ## 为什么
    ///
    /// 两位数的年份会被读成时长，“完成17年任务”可以是十七年；数字用法标准规定年份不应简写。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 税收收入比22年增长8%。
    /// ```
    /// ```错例 安排
    /// 环城快速路24年底建成通车。
    /// ```
    /// ```错例
    /// 自’19年起连续举办民俗文化节。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 税收收入比2022年增长8%，连续14年无重大森林火灾，普及12年义务教育，比20年前翻了两番，在10年内建成，防洪标准提高到50年一遇，人均受教育年限达到12年。
    /// ```
    ///
    /// ## 判断
    ///
    /// 后面是“底、末、初、度、同期、某月、上半年”，或者前面是“比、较”而后面是增减，或者数字前有撇号，才当作年份；“连续、近、历时、达到”之后的是时长，不报。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）：年份不应简写。
    name: "two-digit-year",
    category: Year,
    severity: Warning,
    tier: Standard,
    check: check,
}

static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lead = "(?P<lead>[比较]|相比|截至|截止|截止到|截至到|早在|自|从|由|于|到|至|在|[’'‘]|)";
    let tail = "(?P<tail>年底|末|初|底|上半年|下半年|年初|年末|度|同期|全年|[0-9]{1,2}月|起|以来|开始|增[长加幅]|提[高升]|下降|减少|上升|回落|增|建成|完成|投用|开工|竣工|的?水平|实际|基数|相比|的[0-9.]+倍|)";
    Regex::new(&format!("{lead}(?P<digits>[0-9]{{2}})年{tail}")).ok()
});
static CHINESE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("(?P<lead>[比较]|截至|截止|自|从|到|至|在|)(?P<digits>[一二〇零○][〇零○一二三四五六七八九])年(?P<tail>底|末|初|上半年|下半年|度|同期|[一二三四五六七八九十]{1,2}月)").ok()
});

/// Words before two digits that make them a span of time.
const SPANS: &[&str] = &[
    "连续",
    "近",
    "历时",
    "长达",
    "超过",
    "达到",
    "达",
    "约",
    "前",
    "第",
    "过去",
    "未来",
    "今后",
    "满",
    "经过",
    "提前",
    "缩短",
    "延长",
    "、",
    "每",
    "用",
    "隔",
    "时隔",
    "提高到",
    "延长到",
    "受教育年限",
];

fn check(report: &Report, findings: &mut Findings) {
    let (Some(arabic), Some(chinese)) = (YEAR.as_ref(), CHINESE.as_ref()) else { return };
    let Some(plan) = report.meta.plan_year else { return };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for (pattern, is_chinese) in [(arabic, false), (chinese, true)] {
            for found in pattern.captures_iter(text) {
                let part = |name: &str| found.name(name);
                let (Some(lead), Some(digits), Some(tail)) = (part("lead"), part("digits"), part("tail"))
                else {
                    continue;
                };
                let head = text.get(..lead.start()).unwrap_or("");
                let rest = text.get(tail.end()..).unwrap_or("");
                let Some(meant) = full(digits.as_str(), plan, is_chinese) else { continue };
                if !is_a_year(head, lead.as_str(), digits.as_str(), tail.as_str(), rest) {
                    continue;
                }
                let quote =
                    if lead.as_str().starts_with(['\u{2019}', '\'', '\u{2018}']) { lead.len() } else { 0 };
                let start = digits.start() - quote;
                let span = Span::new(start, digits.end() + "年".len()).shifted(paragraph.start);
                let number = Span::new(start, digits.end()).shifted(paragraph.start);
                findings
                    .report(
                        span,
                        Message::new(
                            format!("年份“{}”只写了两位；年份不应简写，写作“{meant}年”。", report.text(span)),
                            format!(
                                "The year “{}” has two digits only; write “{meant}年”.",
                                report.text(span)
                            ),
                        ),
                    )
                    .fix(change_to(&format!("{meant}年")), vec![Edit::replace(number, meant)]);
            }
        }
    }
}

/// The year meant by two digits; `None` where no year near the report's has them.
fn full(digits: &str, plan: i32, chinese: bool) -> Option<String> {
    if chinese {
        let century =
            if digits.starts_with(['〇', '零', '○', '一', '二']) { "二〇" } else { return None };
        return Some(format!("{century}{digits}"));
    }
    let number: i32 = digits.parse().ok()?;
    [2000, 1900]
        .into_iter()
        .map(|century| century + number)
        .find(|year| (plan - 30..=plan + 12).contains(year))
        .map(|year| year.to_string())
}

fn is_a_year(head: &str, lead: &str, digits: &str, tail: &str, rest: &str) -> bool {
    let last = head.chars().next_back();
    // 2021—22年 is a span, ——22年1月 the date of a meeting.
    let dashed = head.trim_end_matches(['-', '\u{2014}', '\u{2013}', '~', '\u{FF5E}']);
    let span = dashed.len() < head.len() && dashed.ends_with(|c: char| c.is_ascii_digit() || c == '年');
    let torn = last.is_some_and(|c| c.is_ascii_digit() || "./〇○零一二三四五六七八九十百".contains(c));
    if (span || torn) && lead.is_empty() {
        return false;
    }
    if lead.starts_with(['\u{2019}', '\'', '\u{2018}']) {
        // ‘19年…’ in quotation marks is a quotation.
        return !head.ends_with(|c: char| c.is_ascii_digit() || c == '\'');
    }
    if SPANS.iter().any(|word| head.ends_with(word) && lead.is_empty())
        || digits.starts_with('〇') && tail.is_empty()
    {
        return false;
    }
    // 20年底蕴, 30年初心, 12年度假.
    if ["蕴", "气", "线", "色", "子", "层", "心", "衷", "始", "步", "级", "过", "假", "量"]
        .iter()
        .any(|word| rest.starts_with(word))
    {
        return false;
    }
    // 一二年, 二三年: one or two years.
    if digits == "一二" || digits == "二三" {
        return false;
    }
    let change = [
        "增长",
        "增加",
        "增幅",
        "提高",
        "提升",
        "下降",
        "减少",
        "上升",
        "回落",
        "同期",
        "增",
        "的水平",
        "水平",
        "实际",
    ];
    if tail.ends_with('倍') {
        return head.ends_with(['是', '为', '达']) || head.ends_with("相当于");
    }
    if ["同期", "相比"].contains(&tail) && head.ends_with(['与', '同', '跟', '和']) {
        return true;
    }
    // 23年全市新建学校12所, at the head of its clause.
    let opens = head.is_empty() || head.ends_with(['\u{3002}', ';', '\u{FF1B}']);
    let ours = ["全市", "全县", "全区", "全省", "我市", "我县", "我区", "我省", "我们"];
    if lead.is_empty() && tail.is_empty() && opens && ours.iter().any(|word| rest.starts_with(word)) {
        return true;
    }
    match lead {
        "比" | "较" => change.contains(&tail) || ["底", "末", "初", "年底", "年末", "年初"].contains(&tail),
        "相比" => false,
        _ if ["底", "末", "初", "上半年", "下半年", "度"].contains(&tail) || tail.ends_with('月') =>
        {
            // 达到10年底线, 10年度过.
            !(head.ends_with(['达', '提', '延', '长', '高']) && (lead == "到" || lead == "至"))
        }
        // 由18年的三百艘降至十艘: what changes has a year, not a span.
        "由" => {
            let near: String = rest.chars().take(16).collect();
            let changes =
                ["降至", "降到", "增至", "增加到", "减少到", "减至", "提高到", "上升到", "下降到", "增长到"];
            tail.is_empty()
                && near.strip_prefix('的').is_some_and(|it| changes.iter().any(|word| it.contains(word)))
        }
        "自" | "从" => tail == "起" || tail == "以来" || tail == "开始",
        "截至" | "截止" | "截至到" | "截止到" | "早在" => true,
        _ => false,
    }
}
