//! Rule `decimal-form`: decimals without their zero, and full-width digits among half-width ones.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{Mending, Place, Saying, change_to, each_or_once};
use super::marks::{after, ascii_digits, before, is_digit, is_han};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 小数和数字的字形
    ///
    /// 小数点前缺“0”（`.5`），或者全文用半角数字，个别地方用了全角数字。
    ///
    /// English: A decimal lacks its leading zero, or a few digits are full-width in a document of half-width ones.
    ///
    /// ## 为什么
    ///
    /// 标准规定纯小数必须写出小数点前定位的“0”，否则小数点一旦看漏，数值就大了十倍；全角数字混在半角里，检索和核对都会漏掉。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 财政收入增长.5个百分点以上。
    /// ```
    /// ```错例
    /// 新增就业３２００人，培训技能人才2100人，发放补贴350万元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 财政收入增速提高0.5个百分点，新增就业3200人。
    /// ```
    ///
    /// ## 判断
    ///
    /// 小数点之前是汉字、之后的数字带单位才报告；全角数字少于全文数字的一半才报告，全文统一用全角的不报。同类超过三处时只报一处。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）纯小数的写法和数字的字体：一个文件里数字的字形应当一致。
    name: "decimal-form",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[.\u{FF0E}]([0-9]+)(?:%|\u{FF05}|\u{2030}|个百分点|[万亿]|[元亩吨度倍米]|公里|公顷|平方|降[至到]|升[至到]|提高|下降|上升|增[至到加])")
        .ok()
});
static WIDE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("[\u{FF10}-\u{FF19}]+(?:[.\u{FF0E}][\u{FF10}-\u{FF19}]+)?").ok());

fn check(report: &Report, findings: &mut Findings) {
    let (Some(bare), Some(wide)) = (BARE.as_ref(), WIDE.as_ref()) else { return };
    let (mut without_zero, mut full, mut half) = (Vec::new(), Vec::new(), 0_usize);
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        half += text.bytes().filter(u8::is_ascii_digit).count();
        for found in bare.captures_iter(text) {
            let (Some(whole), Some(digits)) = (found.get(0), found.get(1)) else { continue };
            if !before(text, whole.start()).is_some_and(is_han) {
                continue;
            }
            let span = Span::new(whole.start(), digits.end()).shifted(paragraph.start);
            let meant = format!("0.{}", digits.as_str());
            without_zero.push(slip(
                span,
                meant.clone(),
                Message::new(
                    format!(
                        "小数“{}”缺了小数点前的“0”；写作“{meant}”，并核对有没有漏掉数字。",
                        report.text(span)
                    ),
                    format!("“{}” lacks the zero before its point; write “{meant}”.", report.text(span)),
                ),
            ));
        }
        for found in wide.find_iter(text) {
            // A numeral of both widths is one numeral.
            let torn = |c: char| is_digit(c);
            let (mut start, mut end) = (found.start(), found.end());
            while let Some(c) = before(text, start).filter(|c| torn(*c)) {
                start -= c.len_utf8();
            }
            while let Some(c) = after(text, end).filter(|c| torn(*c)) {
                end += c.len_utf8();
            }
            let span = Span::new(start, end).shifted(paragraph.start);
            let meant = ascii_digits(report.text(span));
            full.push(slip(
                span,
                meant.clone(),
                Message::new(
                    format!("“{}”是全角数字，全文用的是半角；请统一写作“{meant}”。", report.text(span)),
                    format!(
                        "“{}” is full-width in a text of half-width digits; write “{meant}”.",
                        report.text(span)
                    ),
                ),
            ));
        }
    }
    let wide_digits: usize = full.iter().map(|(place, _)| report.text(place.span).chars().count()).sum();
    each_or_once(findings, without_zero);
    if wide_digits < half {
        full.dedup_by_key(|(place, _)| place.span);
        each_or_once(findings, full);
    }
}

fn slip(span: Span, meant: String, message: Message) -> (Place, Saying) {
    let saying = Saying { message, title: change_to(&meant), mending: Mending::Offered };
    (Place::replaced(span, meant), saying)
}
