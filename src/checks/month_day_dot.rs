//! Rule `month-day-dot`: events named after their date with a decimal point for the middle dot.

use std::sync::LazyLock;

use regex::Regex;

use super::calendar::days;
use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::{after, ascii_digits, before, is_digit};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 月日之间用了小数点
    ///
    /// 以月日命名的事件，月和日之间用了小数点：`“7.29”强降水`。
    ///
    /// English: An event named after its date has a decimal point where the middle dot belongs.
    ///
    /// ## 为什么
    ///
    /// 小数点会把日期读成小数；标点符号标准规定，以月、日命名的事件或节日，月和日之间用间隔号。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 成功抵御“7.29”强降水，侦破“5.17”专案。
    /// ```
    /// ```错例
    /// 扎实开展12.4国家宪法日宣传活动。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 成功抵御“7·29”强降水，发布“4.0”版服务指南，举办“九一八”纪念活动，装机容量达到7.29万千瓦。
    /// ```
    ///
    /// ## 判断
    ///
    /// 引号里是“月.日”，日为两位数或者后面跟着“事件、地震、强降水、专案”一类的词才报告；`“4.0”版`、`“1.5”倍`不是日期，不报。
    ///
    /// ## 依据
    ///
    /// 《标点符号用法》（GB/T 15834—2011）4.14 间隔号：标示某些事件或节日名称中月和日的分界。
    name: "month-day-dot",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

/// Words after a date that make it the name of an event.
const EVENTS: &[&str] = &[
    "事件",
    "事故",
    "案",
    "专案",
    "大案",
    "强降",
    "特大",
    "暴雨",
    "暴雪",
    "洪",
    "地震",
    "泥石流",
    "火灾",
    "爆炸",
    "龙卷风",
    "台风",
    "疫情",
    "山洪",
    "抗洪",
    "抢险",
    "抗震",
    "灾",
    "重特大",
    "较大",
    "矿难",
    "讲话",
    "重要讲话",
    "国家",
    "全民",
    "世界",
    "国际",
    "中国",
    "消费者",
    "植树节",
    "青年节",
    "劳动节",
    "护士节",
    "教师节",
    "网络",
    "电信",
    "聚会",
    "系列",
    "行动",
    "烈士",
    "宪法",
    "禁毒",
    "环境日",
    "民族团结",
];

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digit = "[0-9\u{FF10}-\u{FF19}]{1,2}";
    Regex::new(&format!("({digit})([.\u{FF0E}])({digit})")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = DATE.as_ref() else { return };
    let mut slips = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in pattern.captures_iter(text) {
            let (Some(whole), Some(month), Some(dot), Some(day)) =
                (found.get(0), found.get(1), found.get(2), found.get(3))
            else {
                continue;
            };
            if !names_an_event(text, Span::from(whole.range()), month.as_str(), day.as_str()) {
                continue;
            }
            let meant = format!("{}\u{B7}{}", month.as_str(), day.as_str());
            let place = Place {
                span: Span::from(whole.range()).shifted(paragraph.start),
                edits: vec![Edit::replace(Span::from(dot.range()).shifted(paragraph.start), "\u{B7}")],
            };
            let saying = Saying {
                message: Message::new(
                    format!("“{}”是以月日命名的，月和日之间用间隔号，写作“{meant}”。", whole.as_str()),
                    format!("“{}” is named after a date: write the middle dot, “{meant}”.", whole.as_str()),
                ),
                title: change_to(&meant),
                mending: Mending::Safe,
            };
            slips.push((place, saying));
        }
    }
    each_or_once(findings, slips);
}

fn names_an_event(text: &str, whole: Span, month: &str, day: &str) -> bool {
    let number = |printed: &str| ascii_digits(printed).parse::<u32>().ok();
    let (Some(month_number), Some(day_number)) = (number(month), number(day)) else { return false };
    let exists = days(None, month_number).is_some_and(|last| (1..=last).contains(&day_number));
    let (left, right) = (before(text, whole.start), after(text, whole.end));
    let quote = |c: char| "\u{201C}\u{201D}\"'\u{2018}\u{2019}".contains(c);
    let quoted = left.is_some_and(quote) && right.is_some_and(quote);
    let torn = |c: char| is_digit(c) || c.is_ascii_alphabetic() || "./-_".contains(c);
    if !exists || left.is_some_and(torn) || right.is_some_and(torn) {
        return false;
    }
    let rest = text.get(whole.end..).unwrap_or("").trim_start_matches(quote);
    let event = EVENTS.iter().any(|word| rest.starts_with(word));
    let other = ["版", "倍", "时代", "行动", "工程", "模式", "计划", "体系", "升级", "政策", "改革"]
        .iter()
        .any(|word| rest.starts_with(word));
    if quoted {
        return (day.chars().count() == 2 && day != "00" || event)
            && !(other && day.chars().count() == 1)
            && !rest.starts_with(['版', '倍']);
    }
    // Without quotation marks only a name of an event tells a date from a decimal.
    let measured = [
        "国家", "中国", "国际", "世界", "全民", "行动", "系列", "灾", "案", "洪", "较大", "特大", "网络",
        "电信",
    ];
    let loose = measured.iter().any(|word| rest.starts_with(word))
        && !["国家宪法日", "国家公祭", "国家安全", "世界", "国际禁毒", "全民", "案", "特大"]
            .iter()
            .any(|word| rest.starts_with(word));
    event && !loose && day.chars().count() <= 2 && !other
}
