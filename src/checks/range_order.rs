//! Rule `range-order`: ranges printed from the greater to the smaller end.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::change_to;
use super::marks::{ascii_digits, before};
use super::phrase::{Line, lines};
use super::{Findings, Message};
use crate::quantity::{Decimal, Quantity};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 区间前大后小
    ///
    /// 数值或年份的区间把大数写在前面：`8%—6%`、`2020—2016年`。
    ///
    /// English: A range runs from the greater to the smaller end.
    ///
    /// ## 为什么
    ///
    /// 区间从小到大、年份从先到后；颠倒了，不是前后抄反，就是其中一个数写错。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 规模以上工业增加值增长8%—6%。
    /// ```
    /// ```错例
    /// 实施农村饮水安全规划（2025—2021年）。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 规模以上工业增加值增长6%—8%，实施农村饮水安全规划（2021—2025年），每个乡镇投入8000—1万元，办理时限由15天到5天。
    /// ```
    ///
    /// ## 判断
    ///
    /// 两端同单位、用连接号或“至”相连才比较；“由A到B”“从A至B”说的是变化，不是区间；跨年的月份（11—3月）不比。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）：数值范围由小到大。
    name: "range-order",
    category: Number,
    severity: Error,
    tier: Standard,
    check: check,
}

static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let year = "(?:19|20)[0-9]{2}";
    let dash = "\\s*(?:[-\u{FF0D}~\u{FF5E}\u{2013}\u{2014}\u{2015}]{1,2}|至|到)\\s*";
    Regex::new(&format!("(?P<one>{year})(?P<middle>年?{dash})(?P<other>{year})年")).ok()
});

/// Words before a pair of numbers that make it a change, not a range.
const CHANGE: &[&str] = &["由", "从", "自", "降", "减", "缩", "压缩", "缩短", "下调", "比", "零下"];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for figure in line.figures {
            values(&line, figure, findings);
        }
        years(&line, findings);
    }
}

/// `8%—6%`.
fn values(line: &Line<'_>, figure: &Quantity, findings: &mut Findings) {
    let Some(second) = figure.value_to else { return };
    if second >= figure.value && !shared_scale(line, figure) {
        return;
    }
    let lead = line.slice(line.clause(figure.span.start).start, figure.span.start);
    let change = CHANGE.iter().any(|word| lead.ends_with(word));
    if figure.unit.is_none() || figure.chinese || figure.rank || change || second.is_sign_negative() {
        return;
    }
    let printed = line.print(figure);
    let Some((one, mark, other)) = halves(printed) else { return };
    // 8000—5万元 shares a scale word; what is printed decides, not what is guessed.
    if mark == "到" && line.sentence(figure.span.start).of(line.text).contains(['由', '从']) {
        return;
    }
    let number =
        |text: &str| text.chars().take_while(|c| digit_or_point(*c)).map(char::len_utf8).sum::<usize>();
    let (first, last) = (number(one), number(other));
    let (Some(head), Some(tail)) = (one.get(..first), other.get(..last)) else { return };
    let (Some(unit), Some(rest)) = (one.get(first..), other.get(last..)) else { return };
    let swapped = format!("{tail}{unit}{mark}{head}{rest}");
    say(line, figure.span, printed, &swapped, findings);
}

/// 20—15万平方米: the ends share the scale word of the second, for one is hardly ten thousand times
/// the other.
fn shared_scale(line: &Line<'_>, figure: &Quantity) -> bool {
    let Some((one, _, other)) = halves(figure.numeral.of(line.text)) else { return false };
    let tail = line.slice(figure.numeral.end, line.text.len());
    let (Ok(one), Ok(other)) = (one.trim().parse::<Decimal>(), other.trim().parse::<Decimal>()) else {
        return false;
    };
    let near = other.checked_mul(Decimal::from(5)).is_some_and(|five| one > other && one <= five);
    tail.starts_with(['万', '亿']) && near
}

/// `2020—2016年`.
fn years(line: &Line<'_>, findings: &mut Findings) {
    let Some(pattern) = YEARS.as_ref() else { return };
    for found in pattern.captures_iter(line.text) {
        let part = |name: &str| found.name(name);
        let (Some(one), Some(middle), Some(other)) = (part("one"), part("middle"), part("other")) else {
            continue;
        };
        let lead = line.slice(0, one.start());
        // The number of a standard (GB 2020—2016) or the tail of a longer numeral is no year.
        let code = before(line.text, one.start())
            .is_some_and(|c| c.is_ascii_alphanumeric() || "/.-".contains(c))
            || lead.trim_end().ends_with(|c: char| c.is_ascii_alphabetic());
        let change = CHANGE.iter().any(|word| lead.ends_with(word));
        if one.as_str() <= other.as_str() || code || (change && middle.as_str().contains(['到', '至'])) {
            continue;
        }
        let span = Span::new(one.start(), other.end() + "年".len());
        let swapped = format!("{}{}{}年", other.as_str(), middle.as_str(), one.as_str());
        say(line, span, span.of(line.text), &swapped, findings);
    }
}

fn say(line: &Line<'_>, span: Span, printed: &str, swapped: &str, findings: &mut Findings) {
    let at = line.absolute(span);
    findings
        .report(
            at,
            Message::new(
                format!("区间“{printed}”前大后小；应由小到大写作“{swapped}”，请核对两端。"),
                format!("The range “{printed}” runs backwards; write “{swapped}” and check both ends."),
            ),
        )
        .fix(change_to(swapped), vec![Edit::replace(at, swapped)]);
}

fn digit_or_point(c: char) -> bool {
    ascii_digits(&c.to_string()).chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

/// Both ends of a printed range and the mark between them.
fn halves(printed: &str) -> Option<(&str, &str, &str)> {
    let marks =
        ['-', '\u{FF0D}', '~', '\u{FF5E}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}', '至', '到'];
    let at = printed.find(marks).filter(|at| *at > 0)?;
    let rest = printed.get(at..)?;
    let length = rest.len() - rest.trim_start_matches(marks).len();
    Some((printed.get(..at)?, rest.get(..length)?, rest.get(length..)?))
}
