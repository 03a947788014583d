//! Rule `range-unit-ambiguity`: ranges whose first end lacks the 万, 亿 or % that the second has.

use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::ascii_digits;
use super::phrase::lines;
use super::{Findings, Message};
use crate::quantity::Decimal;
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 区间前一个数省了单位
    ///
    /// 区间的前一个数省略了“%”“万”“亿”，会产生歧义：`15—20%`、`3—5万人`。
    ///
    /// English: The first end of a range lacks the %, 万 or 亿 of the second, so that it can be misread.
    ///
    /// ## 为什么
    ///
    /// “3—5万”可以读成“3个到5万个”，“15—20%”也可以读成从15到20%；国家标准要求这时前后都写全。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// 技改投资增长15—20%。
    /// ```
    /// ```错例 安排
    /// 培训农村劳动力3—5万人。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// 技改投资增长15%—20%，培训农村劳动力3万—5万人，建设80—150个托位，用3至5年建成。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看用连接号相连的阿拉伯数字，并且只看“%”“‰”“万”“亿”；单位是元、个、年的，省略没有歧义，不报。同类超过三处时只报一处。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）数值范围的规定：“9亿～16亿”不写为“9～16亿”，“15%～30%”不写为“15～30%”。
    name: "range-unit-ambiguity",
    category: Number,
    severity: Hint,
    tier: Standard,
    check: check,
}

const MARKS: &[char] = &['-', '\u{FF0D}', '~', '\u{FF5E}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];

fn check(report: &Report, findings: &mut Findings) {
    let mut slips = Vec::new();
    for line in lines(report) {
        for figure in line.figures.iter().filter(|it| it.value_to.is_some() && !it.chinese && !it.rank) {
            let numeral = figure.numeral.of(line.text);
            let Some(at) = numeral.find(MARKS).filter(|at| *at > 0) else { continue };
            let first = numeral.get(..at).unwrap_or("").trim_end();
            // A scale word belongs to the numeral; the digits of the second end stop before it.
            let digits = numeral.trim_end_matches(['\u{4E07}', '\u{4EBF}', ' ']);
            let end = figure.numeral.start + digits.len();
            let tail = line.slice(end, line.text.len());
            let Some(unit) = ["%", "\u{FF05}", "\u{2030}", "万亿", "万", "亿"]
                .into_iter()
                .find(|unit| tail.trim_start().starts_with(unit))
            else {
                continue;
            };
            // 20—15万 runs backwards, which another rule tells.
            let number = |text: &str| ascii_digits(text).trim_matches(MARKS).trim().parse::<Decimal>().ok();
            if number(first) > number(digits.get(at..).unwrap_or("")) {
                continue;
            }
            // 8000—1万元: the second end alone is counted in 万.
            let bare = first.chars().all(|c| super::marks::is_digit(c) || c == '.' || c == '\u{FF0E}');
            if !bare || figure.value_to.is_some_and(|second| figure.value >= second) || own_scale(first, unit)
            {
                continue;
            }
            let point = figure.numeral.start + first.len();
            let printed = digits;
            let rest = Span::new(point, end).of(line.text);
            let meant = format!("{first}{unit}{rest}{unit}");
            let saying = Saying {
                message: Message::new(
                    format!(
                        "区间“{printed}{unit}”的前一个数省了“{unit}”，会有歧义；按数字用法标准写作“{meant}”。"
                    ),
                    format!("The first end of “{printed}{unit}” lacks its “{unit}”; write “{meant}”."),
                ),
                title: change_to(&meant),
                mending: Mending::Offered,
            };
            let edits = vec![Edit::replace(line.absolute(Span::at(point)), unit)];
            slips.push((Place { span: line.absolute(figure.span), edits }, saying));
        }
    }
    each_or_once(findings, slips);
}

/// Whether the first end is so long that it is counted without the scale word (8000—1万元).
fn own_scale(first: &str, unit: &str) -> bool {
    let digits = first.split(['.', '\u{FF0E}']).next().unwrap_or("").chars().count();
    (unit.starts_with('万') || unit.starts_with('亿')) && digits > 3
}
