//! Rule `dash-form`: a dash put together from hyphens or box-drawing lines.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{self, Mending, Place, Saying};
use super::marks::is_machine;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 破折号的形式
    ///
    /// 用连字符、制表线拼成破折号，如`--2024年1月10日在…会议上`；应为“——”。
    ///
    /// English: A dash is made of hyphens or box-drawing lines instead of the Chinese dash.
    ///
    /// ## 为什么
    ///
    /// 网页转码和键盘输入常把破折号变成两个连字符，排印出来又短又断。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 坚持一个导向--高质量发展导向。
    /// ```
    /// ```错例
    /// ──狠抓项目建设，开工一批大项目。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 积极参与中国—东盟合作，落实2021-2025年规划，坚持一个导向——高质量发展导向。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看紧挨汉字、年份的连写连字符和制表线，以及会议行前的单个短横；数字之间的短横是起止号，不算；多于三处时一篇只报一次。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：破折号的形式是“——”，占两个字位置；一字线“—”占一个字位置。
    name: "dash-form",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

/// What is taken for a dash: hyphens and half dashes in a row, box-drawing lines and bars.
static DASH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("-{2,}(?: +-{2,})*|\u{2013}{2,}|\u{FF0D}{2,}|\u{2212}{2,}|[\u{2500}\u{2501}\u{2015}]+|-|\u{2013}|\u{FF0D}|\u{2014}").ok()
});
/// The line that names the meeting.
static OCCASION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^[0-9〇一二三四五六七八九零\\s]{4,}年.{0,50}会议(?:上)?").ok());

fn check(report: &Report, findings: &mut Findings) {
    let (Some(dash), Some(occasion)) = (DASH.as_ref(), OCCASION.as_ref()) else { return };
    let mut places = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if is_machine(text) {
            continue;
        }
        for found in dash.find_iter(text) {
            let (left, right) =
                (text.get(..found.start()).unwrap_or(""), text.get(found.end()..).unwrap_or(""));
            let printed = found.as_str();
            let opens_line = left.trim_matches([' ', '\u{3000}', '\u{A0}', '*']).is_empty();
            let word =
                |c: char| c.is_alphanumeric() || "\u{201C}\u{201D}\"《》\u{FF08}\u{FF09}()".contains(c);
            let joins = left.ends_with(word) && right.starts_with(word);
            let digits = left.ends_with(|c: char| c.is_ascii_alphanumeric())
                && right.starts_with(|c: char| c.is_ascii_alphanumeric());
            let before_meeting = opens_line && occasion.is_match(right.trim_start());
            // The sentence before is finished: the dash opens the next one.
            let opens = opens_line
                || left.trim_end().ends_with(['\u{3002}', '!', '\u{FF01}', ';', '\u{FF1B}', ':', '\u{FF1A}']);
            let hyphens = printed.starts_with(['-', '\u{2013}', '\u{FF0D}', '\u{2212}']);
            let right_form = match printed.chars().count() {
                _ if before_meeting => "\u{2014}\u{2014}",
                // One hyphen or one true dash joins names and numbers.
                1 if hyphens || printed == "\u{2014}" => continue,
                1 if joins && !opens_line => "\u{2014}",
                _ if opens && right.starts_with(word) => "\u{2014}\u{2014}",
                _ if joins && !digits => "\u{2014}\u{2014}",
                _ => continue,
            };
            // The proper dash itself: two of the one-character matches side by side.
            let proper =
                printed == "\u{2014}" && (left.ends_with('\u{2014}') || right.starts_with('\u{2014}'));
            if !proper {
                let span = Span::from(found.range()).shifted(paragraph.start);
                places.push(Place::replaced(span, right_form));
            }
        }
    }
    let saying = Saying {
        message: Message::new(
            "这里的破折号是用连字符或线条拼成的；请改为标准的破折号。",
            "This dash is made of hyphens or lines; use the Chinese dash.",
        ),
        title: Message::new("改为标准的破折号", "Use the Chinese dash"),
        mending: Mending::Safe,
    };
    habit::each_or_once(findings, places.into_iter().map(|place| (place, saying.clone())).collect());
}
