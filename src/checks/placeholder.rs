//! Rule `placeholder`: blanks that a draft forgot to fill.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 占位符未填
    ///
    /// 起草时留的空没有填：`XX亿元`、`×月×日`、`____`、`【】`、`（待补）`、`TODO`、`？？`。
    ///
    /// English: A blank of the draft was never filled in.
    ///
    /// ## 为什么
    ///
    /// 占位符是起草人给自己留的记号，带着它定稿就是漏了一个数字、一个日期或者一个名字。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 固定资产投资完成XX亿元，增长8%。
    /// ```
    /// ```错例
    /// ×月×日，首批企业入驻园区。
    /// ```
    /// ```错例
    /// 完成技改投资____亿元（待核）。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 2×60万千瓦机组并网发电，X射线检测中心投入使用，发展短板有待补齐，宝马X5下线。
    /// ```
    ///
    /// ## 判断
    ///
    /// 字母X、乘号只在连写、或者顶替了数字（后面跟着单位、年月日）时报告；夹在字母数字之间的不报。
    ///
    /// ## 依据
    ///
    /// 行文惯例：定稿不留空。
    name: "placeholder",
    category: Leftover,
    severity: Error,
    tier: Habit,
    check: check,
}

static BLANK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // What stands before and after is checked in code: the regex crate has no look-around.
    let crosses = r"[Xx\u{FF38}\u{D7}]{2,}(?:[.．][Xx\u{FF38}\u{D7}]+)?";
    let date = r"[Xx\u{FF38}\u{D7}]年(?:[Xx\u{FF38}\u{D7}]月)?|[Xx\u{FF38}\u{D7}]月(?:[Xx\u{FF38}\u{D7}]日|底|末|初|上旬|中旬|下旬)";
    let amount =
        r"[Xx\u{FF38}\u{D7}](?:[.．][Xx\u{FF38}\u{D7}]+)?(?:[万亿]?元|%|\u{FF05}|个百分点|万人|[万亿]?吨)";
    let line = r"_{3,}|＿{2,}|【\s*】";
    let words = r"[(（【\[](?:待定|待补充?|待填|待核实?|待更新|此处补充|数据待[^)）】\]]{0,6})[)）】\]]|TODO|TBD|[(（][ \u{3000}_]*[)）]|(?:待定|待补|待填|待核)(?:[万亿]?元|[个户家项件]|[%％])";
    Regex::new(&format!("{crosses}|{date}|{amount}|{line}|{words}|[?\u{FF1F}]{{2,}}|\u{25CB}{{2,}}")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(blank) = BLANK.as_ref() else { return };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        // Addresses of web pages are full of crosses and underlines.
        if text.contains("://") {
            continue;
        }
        // 具体指标待定: the last words of their clause.
        for (at, word) in text.match_indices("待定") {
            let marks = ['\u{FF0C}', ',', '\u{3002}', ';', '\u{FF1B}', '、'];
            let rest = text.get(at + word.len()..).unwrap_or("");
            let ends = rest.trim().is_empty() || rest.starts_with(marks);
            let waits =
                text.get(..at).is_some_and(|left| left.ends_with(['亟', '尚', '有', '仍', '还', '等']));
            if ends && !waits {
                tell(Span::new(at, at + word.len()).shifted(paragraph.start), word, findings);
            }
        }
        for found in blank.find_iter(text) {
            // Letters and digits of either width; a full-width colon is none.
            let word = |c: char| {
                c.is_ascii_alphanumeric() || ('\u{FF10}'..='\u{FF5A}').contains(&c) && c.is_alphanumeric()
            };
            let before = text.get(..found.start()).and_then(|text| text.chars().next_back());
            let after = text.get(found.end()..).and_then(|text| text.chars().next());
            let letters = found.as_str().chars().next().is_some_and(|c| c.is_alphabetic() || c == '\u{D7}');
            // Crosses inside a word or between figures (XXL, 2×60) are what they say.
            let ends_open = found.as_str().ends_with(|c: char| c.is_ascii_alphabetic() || c == '\u{D7}');
            if letters && (before.is_some_and(word) || (ends_open && after.is_some_and(word))) {
                continue;
            }
            // 二○○八年: a circle is a nought among numerals.
            let numeral =
                |c: Option<char>| c.is_some_and(|c| c.is_numeric() || "一二三四五六七八九十".contains(c));
            if found.as_str().starts_with('\u{25CB}') && (numeral(before) || numeral(after)) {
                continue;
            }
            tell(Span::from(found.range()).shifted(paragraph.start), found.as_str(), findings);
        }
    }
}

fn tell(span: Span, printed: &str, findings: &mut Findings) {
    findings.report(
        span,
        Message::new(
            format!("“{printed}”像是起草时留的空；请填上内容或删去。"),
            format!("“{printed}” looks like a blank left while drafting; fill it in or delete it."),
        ),
    );
}
