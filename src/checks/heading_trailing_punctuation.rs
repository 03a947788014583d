//! Rule `heading-trailing-punctuation`: a heading on a line of its own that ends in a mark.

use super::habit::{self, Mending, Place, Saying};
use super::{Findings, Message};
use crate::reading::NumberStyle;
use crate::report::{Heading, Report};
use crate::text::Span;

declare_rule! {
    /// # 标题末尾的标点
    ///
    /// 单独成行的标题末尾有句号、逗号、冒号等。
    ///
    /// English: A heading on a line of its own ends in a full stop or another mark.
    ///
    /// ## 为什么
    ///
    /// 标题单独成行时，换行已经表示停顿；有的带句号、有的不带，更不整齐。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设。
    ///
    /// 开工一批大项目。
    ///
    /// （二）抓好生态保护
    ///
    /// 水质稳定达标。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设。开工一批大项目。
    ///
    /// （二）抓好生态保护。水质稳定达标。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看“一、”“（一）”两种带序号的标题，与正文同行的标题末尾应有句号，不算；标题之后没有正文的是条目，不算；多于三处时一篇只报一次。
    ///
    /// ## 依据
    ///
    /// 行文惯例：单独成行的标题末尾不加标点（GB/T 15834—2011亦以标题不加句末点号为常例）。
    name: "heading-trailing-punctuation",
    category: Structure,
    severity: Hint,
    tier: Habit,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let places = report.outline.headings.iter().filter_map(|heading| trailing(report, heading));
    let saying = Saying {
        message: Message::new(
            "单独成行的标题末尾不用标点；请删去。",
            "A heading on a line of its own takes no mark at its end; delete it.",
        ),
        title: Message::new("删去标题末尾的标点", "Delete the mark"),
        mending: Mending::Safe,
    };
    habit::each_or_once(findings, places.map(|place| (place, saying.clone())).collect());
}

/// The mark at the end of a heading that stands alone.
fn trailing(report: &Report, heading: &Heading) -> Option<Place> {
    let style = heading.ordinal?.0;
    let top = matches!(style, NumberStyle::Chinese | NumberStyle::BracketedChinese);
    let title = report.text(heading.title);
    if !top
        || heading.run_in
        || heading.buried
        || title.chars().count() > 60
        || title.contains(['\u{3002}', '\u{FF1B}'])
    {
        return None;
    }
    let paragraph = report.paragraphs.get(heading.paragraph)?;
    let rest = Span::new(heading.title.end, paragraph.span().end).of(&report.source);
    // The title itself may end in an enumeration comma, which closes nothing.
    if title.ends_with('、') && rest.trim().is_empty() && is_followed(report, heading) {
        let span = Span::new(heading.title.end - '、'.len_utf8(), heading.title.end);
        return Some(Place::deleted(span));
    }
    let mark = rest.trim_end_matches(|c: char| c.is_whitespace() || c == '*');
    let mark = mark.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    let single = mark.chars().count() == 1 && "\u{3002}.\u{FF0C},\u{FF1B};\u{FF1A}:、".contains(mark);
    if !single || !is_followed(report, heading) {
        return None;
    }
    let at = heading.title.end + rest.find(mark)?;
    let span = Span::new(at, at + mark.len());
    Some(Place::deleted(span))
}

/// Whether body text or a lower heading follows: otherwise it is an item of a list.
fn is_followed(report: &Report, heading: &Heading) -> bool {
    let end = report.paragraphs.get(heading.paragraph).map_or(heading.span.end, |it| it.span().end);
    let section = Span::new(end.min(heading.section.end), heading.section.end);
    section.of(&report.source).chars().any(char::is_alphanumeric)
}
