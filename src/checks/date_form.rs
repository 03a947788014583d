//! Rule `date-form`: dates with 号, with leading zeros, or with 零 for 〇.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::{after, before, is_digit};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 日期的写法
    ///
    /// 日期写成了`8月1号`、`08月01日`、`二零一九年`。
    ///
    /// English: A date uses the colloquial word for the day, leading zeros, or 零 where 〇 belongs.
    ///
    /// ## 为什么
    ///
    /// “号”是口语；公文的月、日不编虚位；年份按编号写法用“〇”，“零”用于计量。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 8月1号，首批企业入驻园区。
    /// ```
    /// ```错例
    /// 2023年08月01日，政务大厅启用。
    /// ```
    /// ```错例
    /// 自二零一九年以来，累计整治河道三十公里。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 8月1日，首批企业入驻园区；自二〇一九年以来，地铁1号线、8号线相继开通，10月01号文件除外。
    /// ```
    ///
    /// ## 判断
    ///
    /// “号”前面必须有月份，后面不是“线、楼、文件”一类的编号；“零”只在四位的年份里才改。
    ///
    /// ## 依据
    ///
    /// 《党政机关公文格式》（GB/T 9704—2012）：成文日期月、日不编虚位；《出版物上数字用法》（GB/T 15835—2011）：用作编号时“0”写作“〇”。
    name: "date-form",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digits = "[0-9\u{FF10}-\u{FF19}]{1,2}";
    let han = "[一二三四五六七八九十]{1,3}";
    Regex::new(&format!("(?P<month>{digits}|{han})月(?:(?P<day>{digits}|{han})(?P<word>[日号]))?")).ok()
});
static YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("[一二][一二三四五六七八九〇○零]{3}年").ok());

/// What follows 号 when it numbers a thing.
const THINGS: &[&str] = &[
    "线", "楼", "院", "路", "文", "令", "公告", "机", "井", "矿", "地块", "馆", "门", "桥", "渠", "台风",
    "提案", "议案", "通知",
];

fn check(report: &Report, findings: &mut Findings) {
    let (Some(day), Some(year)) = (DAY.as_ref(), YEAR.as_ref()) else { return };
    let mut slips = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in day.captures_iter(text) {
            let (Some(whole), Some(month)) = (found.get(0), found.name("month")) else { continue };
            let torn = before(text, whole.start()).is_some_and(|c| is_digit(c) || ".第".contains(c));
            let word = found.name("word").map_or("", |word| word.as_str());
            let rest = text.get(whole.end()..).unwrap_or("");
            let numbers_a_thing = word == "号" && THINGS.iter().any(|thing| rest.starts_with(thing));
            let meant = format!(
                "{}月{}",
                unpadded(month.as_str()),
                found.name("day").map_or_else(String::new, |day| format!("{}日", unpadded(day.as_str())))
            );
            if torn || numbers_a_thing || meant == whole.as_str() {
                continue;
            }
            push(&mut slips, Span::from(whole.range()).shifted(paragraph.start), whole.as_str(), meant);
        }
        for found in year.find_iter(text).filter(|found| found.as_str().contains('零')) {
            // 一零五零年 is read out, a part of a longer numeral is none.
            let joined =
                before(text, found.start()).is_some_and(|c| "一二三四五六七八九十百千〇零第".contains(c));
            if !joined && after(text, found.end()) != Some('级') {
                let meant = found.as_str().replace('零', "〇");
                push(&mut slips, Span::from(found.range()).shifted(paragraph.start), found.as_str(), meant);
            }
        }
    }
    each_or_once(findings, slips);
}

fn push(slips: &mut Vec<(Place, Saying)>, span: Span, printed: &str, meant: String) {
    let saying = Saying {
        message: Message::new(
            format!("日期“{printed}”按标准写作“{meant}”。"),
            format!("Write the date “{printed}” as “{meant}”."),
        ),
        title: change_to(&meant),
        mending: Mending::Offered,
    };
    slips.push((Place::replaced(span, meant), saying));
}

fn unpadded(printed: &str) -> &str {
    let bare = printed.trim_start_matches(['0', '\u{FF10}']);
    if bare.is_empty() { printed } else { bare }
}
