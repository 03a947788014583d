//! Rule `space-in-chinese`: stray blanks inside Chinese sentences.

use super::habit::{self, Mending, Place, Saying};
use super::marks::{after, before, is_digit, is_han, is_machine, is_stop};
use super::{Findings, Message};
use crate::quantity::scan;
use crate::report::{Paragraph, Report};
use crate::text::Span;

declare_rule! {
    /// # 句中多余的空格
    ///
    /// 汉字之间、汉字与数字之间、标点之后有空格，如`11.5 万人`、`加快建设, 严格管理`。
    ///
    /// English: A stray blank stands inside a Chinese sentence.
    ///
    /// ## 为什么
    ///
    /// 空格多是转换格式、断行粘连时留下的，印出来字距忽宽忽窄，检索也查不到被它隔开的词。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 城镇新增就业11.5 万人，零就业家庭动态为零。
    /// ```
    /// ```错例
    /// 加快园区建设， 严格环境管理，守牢 安全底线。
    /// ```
    /// ```错例
    /// 外贸出口达到115.95亿美 元，再创新高。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 引进Smart Grid项目3个，PM2.5 浓度下降，城镇新增就业11.5万人。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看有句号或逗号的段落；段首缩进、标题和序号之后、人名之中、书名号里、名词解释的词条之后、引号里两句口号之间（“一心为民 事争一流”）、联合发文机关之间、挨着拉丁字母的空格不算；多于三处时一篇只报一次。空格删去后数字或单位会读成别样的（115.95亿美 元），由人改，`--fix` 不动。
    ///
    /// ## 依据
    ///
    /// 行文惯例：汉字排印不用空格隔开。
    name: "space-in-chinese",
    category: Typography,
    severity: Hint,
    tier: Habit,
    check: check,
}

/// Marks after or before which a blank is superfluous.
const MARKS: &str =
    ",\u{FF0C}、;\u{FF1B}:\u{FF1A}\u{3002}!\u{FF01}?\u{FF1F}\u{201C}\u{201D}《》()\u{FF08}\u{FF09}%\u{FF05}";

/// As many characters beside a blank may belong to a figure that it parts.
const NEAR: usize = 24;

/// Surnames after which a single character in the same clause is a given name (张 三).
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹章苏潘葛范彭郎鲁马方任袁柳史唐薛雷贺罗郝毕常傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮季贾江郭梅林钟徐邱骆高夏蔡田胡霍万卢莫房丁邓单洪左石崔吉龚程裴陆翁侯宓全段侯武刘龙叶司黎白蒲赖卓屠池乔温闫易廖耿匡文欧曾沙游";

fn check(report: &Report, findings: &mut Findings) {
    let (mut places, mut figures) = (Vec::new(), Vec::new());
    // The line of the notice that prints the report (关于印发…的通知) stands before the body.
    let notice = report
        .paragraphs
        .iter()
        .take(report.meta.body.0)
        .filter(|it| !it.noise && it.text().contains("关于") && it.text().contains("通知"));
    for paragraph in notice {
        blanks(report, paragraph, &mut places, &mut figures);
    }
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let sentence = text.trim_end().ends_with(is_stop) || text.contains(['\u{3002}', '\u{FF0C}', ',']);
        if sentence && !is_machine(text) {
            blanks(report, paragraph, &mut places, &mut figures);
        }
    }
    tell(findings, places, Mending::Safe);
    tell(findings, figures, Mending::Offered);
}

fn tell(findings: &mut Findings, places: Vec<Place>, mending: Mending) {
    let saying = Saying {
        message: Message::new(
            "句中有多余的空格；请删去。",
            "A stray blank stands inside the sentence; delete it.",
        ),
        title: Message::new("删去空格", "Delete the blanks"),
        mending,
    };
    habit::each_or_once(findings, places.into_iter().map(|place| (place, saying.clone())).collect());
}

/// The stray blanks of a paragraph; those inside `figures` apart, for a person to mend.
fn blanks(report: &Report, paragraph: &Paragraph, places: &mut Vec<Place>, figures: &mut Vec<Place>) {
    let text = paragraph.text();
    let blank = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{3000}' | '\u{2002}' | '\u{2003}');
    let mut from = text.len() - text.trim_start().len();
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(blank)) {
        let start = from + found;
        let rest = text.get(start..).unwrap_or("");
        let end = start + (rest.len() - rest.trim_start_matches(blank).len());
        from = end;
        let (Some(left), Some(right)) = (before(text, start), after(text, end)) else { continue };
        let span = Span::new(start, end).shifted(paragraph.start);
        let chinese = |c: char| is_han(c) || MARKS.contains(c);
        // An empty pair of brackets is a blank to fill, not a blank too many.
        let empty = matches!(left, '(' | '\u{FF08}') && matches!(right, ')' | '\u{FF09}');
        let meets =
            (chinese(left) && (chinese(right) || is_digit(right))) || (is_digit(left) && chinese(right));
        // 18. 6亿元, 13 .74: one number in two.
        let decimal = parts_decimal(text, start, end);
        if !(meets || decimal)
            || empty
            || is_latin(text, start, end)
            || in_heading(report, span)
            || is_name(text, start, end)
            || is_entry(text, start)
            || is_slogan(text, start, end)
        {
            continue;
        }
        let kind = if decimal || parts_figure(text, start, end) { &mut *figures } else { &mut *places };
        kind.push(Place::deleted(span));
    }
}

/// A blank beside the point of a decimal; a number at the head of its line (1. 2024年) is none.
fn parts_decimal(text: &str, start: usize, end: usize) -> bool {
    let (left, right) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let whole = match (left.strip_suffix('.'), right.strip_prefix('.')) {
        (Some(whole), _) if right.starts_with(|c: char| c.is_ascii_digit()) => whole,
        (_, Some(rest)) if rest.starts_with(|c: char| c.is_ascii_digit()) => left,
        _ => return false,
    };
    let head = whole.trim_end_matches(|c: char| c.is_ascii_digit());
    head.len() < whole.len() && head.ends_with(is_han)
}

/// A blank without which a figure would be read otherwise (115.95亿美 元, 翻 一番).
fn parts_figure(text: &str, start: usize, end: usize) -> bool {
    let left = text.get(..start).unwrap_or("");
    let right = text.get(end..).unwrap_or("");
    let from = left.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let to = right.char_indices().nth(NEAR).map_or(right.len(), |(at, _)| at);
    let (near_left, near_right) = (left.get(from..).unwrap_or(""), right.get(..to).unwrap_or(""));
    let blank = text.get(start..end).unwrap_or("");
    let figures = |text: &str| -> Vec<_> {
        scan(text).iter().map(|quantity| (quantity.value_to, quantity.listed())).collect()
    };
    figures(&[near_left, blank, near_right].concat()) != figures(&[near_left, near_right].concat())
}

/// A blank beside a code with Latin letters (PM2.5 浓度, 建设 5G网络).
fn is_latin(text: &str, start: usize, end: usize) -> bool {
    let figure = |c: char| is_digit(c) || c == '.';
    let left = text.get(..start).unwrap_or("").trim_end_matches(figure);
    let right = text.get(end..).unwrap_or("").trim_start_matches(figure);
    let letter = |c: char| c.is_ascii_alphabetic();
    left.ends_with(letter) || right.starts_with(letter)
}

/// Whether the blank stands in a heading (between parallel phrases) or after its number.
fn in_heading(report: &Report, span: Span) -> bool {
    report.outline.headings.iter().any(|heading| {
        let number =
            heading.number.is_some_and(|number| number.end <= span.start && span.end <= heading.title.start);
        number
            || (heading.span.contains(span) && !report.text(heading.title).contains([',', '\u{FF0C}']))
            || heading.span.end == span.start
    })
}

/// The blank between a numbered term and what it means (3. 河长制 指由…), which stands for a colon.
fn is_entry(text: &str, start: usize) -> bool {
    let left = text.get(..start).unwrap_or("").trim_start();
    let term = left.trim_start_matches(|c: char| is_digit(c) || ".\u{FF0E}、()\u{FF08}\u{FF09} ".contains(c));
    let marks = [',', '\u{FF0C}', ';', '\u{FF1B}', ':', '\u{FF1A}', '\u{3002}'];
    term.len() < left.len()
        && left.starts_with(is_digit)
        && (2..=24).contains(&term.chars().count())
        && !term.contains(marks)
}

/// A blank between the two halves of a quoted slogan (“一心为民 事争一流”): as long as each other, or four
/// characters each at least, with nothing else between the quotation marks.
fn is_slogan(text: &str, start: usize, end: usize) -> bool {
    let half = |text: &str| text.chars().take_while(|&c| is_han(c)).count();
    let (left, right) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let before = left.chars().rev().take_while(|&c| is_han(c)).count();
    let after = half(right);
    let quoted = left.chars().rev().nth(before).is_some_and(|c| "\u{201C}\"\u{2018}".contains(c))
        && right.chars().nth(after).is_some_and(|c| "\u{201D}\"\u{2019}".contains(c));
    quoted && before.min(after) >= 3 && (before == after || before.min(after) >= 4)
}

/// A blank that parts names: in a name of two characters (张 三), or before a name in brackets or after a post.
fn is_name(text: &str, start: usize, end: usize) -> bool {
    let left = text.get(..start).unwrap_or("");
    let right = text.get(end..).unwrap_or("");
    let run = |text: &str| text.chars().take(8).take_while(|&c| is_han(c)).count();
    let tail = left.chars().rev().take(8).take_while(|&c| is_han(c)).count();
    let lone = run(right) == 1 && (tail == 1 || left.ends_with(|c| SURNAMES.contains(c)));
    // 2022年1月8日 林知远; 市长 林知远.
    let post = left.ends_with(['日', '长', '席', '任', '理']) && run(right) <= 4 && text.len() < 180;
    // 中共中央 国务院: two bodies that issue together, in the title of a document or before it.
    let bodies =
        left.ends_with(['央', '委', '厅']) && right.starts_with(['国', '省', '市', '县', '区', '人']);
    let near: String = left.chars().rev().take(40).collect();
    let title = near.find('《').is_some_and(|open| near.find('》').is_none_or(|close| close > open));
    lone || post || bodies || title
}
