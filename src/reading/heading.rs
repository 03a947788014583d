//! Heading marks: `一、`, `(一)`, `1.`, `(1)`, 一是, Markdown marks, and headings buried
//! inside a paragraph. What level a heading really has, and whether a buried candidate is one at
//! all, is decided by `report::outline`.

mod number;

use crate::text::Span;
use number::number;

/// How a heading is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberStyle {
    /// 一、
    Chinese,
    /// (一)
    BracketedChinese,
    /// 1.
    Arabic,
    /// (1)
    BracketedArabic,
    /// 一是
    Series,
    /// 第一,
    Ordinal,
}

/// A numbered heading mark, or a candidate for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingMark {
    /// Style of the number.
    pub style: NumberStyle,
    /// Its value (八 is 8).
    pub ordinal: u32,
    /// The number with its marks, as printed: `(一)`, `一 、`, also the faulty `(一)、`.
    pub number: Span,
    /// The title without number, Markdown marks and final 。.
    pub title: Span,
    /// The title is followed by body text in the same paragraph.
    pub run_in: bool,
    /// The mark does not begin the paragraph.
    pub buried: bool,
}

/// A paragraph stripped of what does not belong to its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bare {
    /// The words: no indentation, no `#`, no `**` around the whole or its beginning, no leading dash.
    pub span: Span,
    /// It is a Markdown heading (`## …`): its depth.
    pub depth: Option<u8>,
    /// Its beginning is bold: where the bold part ends.
    pub bold: Option<usize>,
    /// It began with a dash (——).
    pub dashed: bool,
}

impl Bare {
    /// Strips a paragraph. Total.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let opening = Opening::of(text);
        let mut start = opening.start;
        let rest = tail(text, start);
        let undashed = rest.trim_start_matches(['\u{2014}', '\u{2015}', '\u{2500}', '\u{2013}', '\u{2D}']);
        let dashed = rest.len() - undashed.len() >= 2;
        if dashed {
            start = text.len() - undashed.trim_start().len();
        }
        let bold = opening.bold.or_else(|| {
            let inner = tail(text, start).strip_prefix("**")?;
            let from = text.len() - inner.len();
            let end = from + inner.find("**")?;
            start = from;
            Some(end)
        });
        let mut end = tail(text, start).trim_end().len() + start;
        if let Some(bold_end) = bold
            && tail(text, bold_end).trim_end() == "**"
        {
            end = bold_end;
        }
        let mut words = Span::new(start, end).of(text).trim_end();
        // Bold that began on the line before ends here.
        if bold.is_none() && words.matches("**").count() == 1 {
            words = words.strip_suffix("**").unwrap_or(words).trim_end();
        }
        Self { span: Span::new(start, start + words.len()), depth: opening.depth, bold, dashed }
    }
}

/// What stands before the words of a paragraph.
#[derive(Clone, Copy, Debug)]
struct Opening {
    start: usize,
    depth: Option<u8>,
    bold: Option<usize>,
}

impl Opening {
    fn of(text: &str) -> Self {
        let mut start = text.len() - text.trim_start().len();
        let hashes = tail(text, start).bytes().take_while(|&b| b == b'#').count();
        let mut depth = None;
        if (1..=6).contains(&hashes) && tail(text, start + hashes).starts_with(blank) {
            depth = u8::try_from(hashes).ok();
            let after = tail(text, start + hashes);
            start = text.len() - after.trim_start().len();
        }
        let mut bold = None;
        while let Some(inner) = tail(text, start).strip_prefix("**") {
            let from = text.len() - inner.len();
            if inner.starts_with("**") {
                start = from;
                continue;
            }
            // Bold that goes on over the line, and bold in italics, are no words either.
            let words = inner.strip_prefix('*').unwrap_or(inner).trim_start();
            start = text.len() - words.len();
            bold = bold_end(text, from).filter(|&end| end > start);
            break;
        }
        Self { start, depth, bold }
    }
}

/// The end of the bold run that began before `from`; `****` inside it is a seam, and so is
/// `** **` between words (`**2031** **年工作**`).
fn bold_end(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let found = at + tail(text, at).find("**")?;
        let rest = tail(text, found + 2);
        let next = rest.trim_start_matches(['\u{20}', '\u{A0}', '\u{3000}']);
        let seam = next.strip_prefix("**").filter(|inner| {
            // What follows a seam is bold: it begins with a word, and ends.
            rest.len() == next.len() || (inner.starts_with(char::is_alphanumeric) && inner.contains("**"))
        });
        let Some(inner) = seam else { return Some(found) };
        at = text.len() - inner.len();
    }
}

/// A paragraph of so many bytes is no paragraph: the line ends of a report were lost.
pub const RUNNING: usize = 7500;

/// Heading marks of a paragraph, in order. Total.
pub(super) fn find(text: &str) -> Vec<HeadingMark> {
    let mut marks = Vec::new();
    let opening = Opening::of(text);
    if let Some((style, ordinal, end)) = number(text, opening.start) {
        marks.extend(mark(text, (style, ordinal), Span::new(opening.start, end), opening.bold, Place::Start));
    }
    // Where all text runs on in one line, nothing but their order tells headings from references.
    let running = text.len() >= RUNNING;
    let mut before = ' ';
    for (at, c) in text.char_indices().skip_while(|&(at, _)| at <= opening.start) {
        let previous = std::mem::replace(&mut before, c);
        let stop = matches!(c, '\u{3002}' | '!' | '\u{FF01}' | ';' | '\u{FF1B}');
        let loose = running && (matches!(c, ':' | '\u{FF1A}' | '\u{201D}') || (blank(c) && !blank(previous)));
        let bracket = running && matches!(c, '(' | '\u{FF08}') && !blank(previous) && !stops(previous);
        if !(stop || loose || bracket) {
            continue;
        }
        let after = if bracket { tail(text, at) } else { tail(text, at + c.len_utf8()) };
        let inner = after.trim_start_matches(|c| blank(c) || c == '*');
        let start = text.len() - inner.len();
        let Some((style, ordinal, end)) = number(text, start) else { continue };
        let heading = match style {
            NumberStyle::BracketedChinese => true,
            NumberStyle::Chinese => c == '\u{3002}' || (running && !bracket),
            _ => false,
        };
        if heading && marks.last().is_none_or(|last: &HeadingMark| last.number.start < start) {
            let bold = after.trim_start().starts_with("**").then(|| bold_end(text, start)).flatten();
            marks.extend(mark(text, (style, ordinal), Span::new(start, end), bold, Place::Inside));
        }
    }
    marks
}

/// Where a mark stands in its paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Inside,
}

/// Finds the title behind a number.
fn mark(
    text: &str,
    (style, ordinal): (NumberStyle, u32),
    number: Span,
    bold: Option<usize>,
    place: Place,
) -> Option<HeadingMark> {
    let mut start = number.end;
    let mut bold = bold;
    // `**(一)** title`, `(一)**title**`, `**(一)****title**`.
    if bold.is_some_and(|end| Span::new(start, end).of(text).trim().is_empty()) {
        let end = bold.unwrap_or(start);
        start = end + 2;
        bold = None;
    }
    let trimmed = tail(text, start).trim_start();
    let trimmed = if bold.is_some() { trimmed.trim_start_matches(|c| c == '*' || blank(c)) } else { trimmed };
    start = text.len() - trimmed.len();
    if bold.is_none()
        && let Some(inner) = trimmed.strip_prefix("**")
        && let Some(end) = bold_end(text, text.len() - inner.len())
    {
        start = text.len() - inner.trim_start().len();
        bold = Some(end);
    }
    let limit = bold.unwrap_or(text.len());
    let segment = Span::new(start, limit).of(text);
    let cut = title_end(segment);
    // Bold whose beginning is lost ends with the title.
    let lost = segment.get(..cut).filter(|_| bold.is_none()).and_then(|title| title.find("**"));
    let cut = lost.unwrap_or(cut);
    // `一、回顾 正文…`: the line end between heading and body became a blank.
    // Where all line ends became blanks, so did this one.
    let running = text.len() >= RUNNING;
    let cut = match segment.get(..cut) {
        Some(long) if running || (style == NumberStyle::Chinese && long.chars().count() > 60) => {
            long.char_indices().take(50).skip(4).find(|&(_, c)| blank(c)).map_or(cut, |(at, _)| at)
        }
        _ => cut,
    };
    let cut = match segment.get(..cut) {
        Some(long) if style == NumberStyle::Chinese && long.chars().count() > 30 => {
            run_on(long).unwrap_or(cut)
        }
        _ => cut,
    };
    let end = start + segment.get(..cut).map_or(0, |title| title.trim_end_matches(closing).len());
    let rest = tail(text, start + cut).trim_start_matches(|c| closing(c) || c == '*');
    let title = Span::new(start, end);
    if title.is_empty() || !title.of(text).chars().any(char::is_alphanumeric) {
        return None;
    }
    Some(HeadingMark {
        style,
        ordinal,
        number,
        title,
        run_in: !rest.is_empty() || place == Place::Inside,
        buried: place == Place::Inside,
    })
}

/// Words that end the title of a part, and words that begin what follows it.
const PART_ENDS: [&str; 12] =
    ["回顾", "安排", "任务", "建议", "目标", "要求", "部署", "打算", "重点", "思路", "建设", "工作"];
const BODY_BEGINS: [&str; 24] = [
    "今后",
    "未来",
    "展望",
    "围绕",
    "全面",
    "政府工作",
    "坚持",
    "19",
    "过去",
    "一年",
    "五年",
    "20",
    "今年",
    "刚刚",
    "各位",
    "(一)",
    "\u{FF08}一",
    "\u{201C}十",
    "我们",
    "当前",
    "面对",
    "做好",
    "根据",
    "按照",
];

/// Where a title that lost its line end turns into text: `2031年工作回顾过去一年,…`.
fn run_on(title: &str) -> Option<usize> {
    let ends = |end: &str| {
        title.match_indices(end).map(|(at, _)| at + end.len()).find(|&at| {
            let rest = tail(title, at);
            BODY_BEGINS.iter().any(|body| rest.starts_with(body))
        })
    };
    PART_ENDS.iter().filter_map(|end| ends(end)).min()
}

fn stops(c: char) -> bool {
    matches!(c, '\u{3002}' | '!' | '\u{FF01}' | ';' | '\u{FF1B}' | ':' | '\u{FF1A}' | '\u{201D}')
}

/// Where the title ends: at the first full stop, or at a colon that follows a short title.
fn title_end(segment: &str) -> usize {
    let mut quotes = 0_i32;
    for (count, (at, c)) in segment.char_indices().enumerate() {
        match c {
            '\u{201C}' | '(' | '\u{FF08}' | '\u{300A}' => quotes += 1,
            '\u{201D}' | ')' | '\u{FF09}' | '\u{300B}' => quotes -= 1,
            '\u{3002}' if quotes <= 0 || count > 60 => return at,
            '!' | '\u{FF01}' if quotes <= 0 => return at,
            // No title is so long; without a limit many marks before one far stop would cost a square.
            _ if count > 300 => return at,
            ':' | '\u{FF1A}' if quotes <= 0 && count <= 24 => {
                let rest = tail(segment, at + c.len_utf8());
                if rest.contains('\u{3002}') || rest.chars().count() > 40 {
                    return at;
                }
            }
            _ => {}
        }
    }
    segment.len()
}

fn blank(c: char) -> bool {
    c.is_whitespace()
}

/// Marks that may close a title without belonging to it.
fn closing(c: char) -> bool {
    blank(c)
        || matches!(
            c,
            '\u{3002}'
                | '.'
                | '\u{FF0E}'
                | ':'
                | '\u{FF1A}'
                | ';'
                | '\u{FF1B}'
                | ','
                | '\u{FF0C}'
                | '!'
                | '\u{FF01}'
        )
}

fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberStyle::{Arabic, BracketedArabic, BracketedChinese, Chinese, Ordinal, Series};
    use proptest::prelude::*;

    fn one(text: &str) -> (NumberStyle, u32, &str, &str, bool) {
        let marks = find(text);
        assert_eq!(marks.len(), 1, "{text}: {marks:?}");
        let mark = &marks[0];
        (mark.style, mark.ordinal, mark.number.of(text), mark.title.of(text), mark.run_in)
    }

    #[test]
    fn every_style_in_both_widths() {
        assert_eq!(one("一、去年工作回顾"), (Chinese, 1, "一、", "去年工作回顾", false));
        assert_eq!(one("十二、结语"), (Chinese, 12, "十二、", "结语", false));
        assert_eq!(one("(二)做强工业"), (BracketedChinese, 2, "(二)", "做强工业", false));
        assert_eq!(
            one("\u{FF08}十一\u{FF09}做强工业"),
            (BracketedChinese, 11, "\u{FF08}十一\u{FF09}", "做强工业", false)
        );
        assert_eq!(one("3.修路"), (Arabic, 3, "3.", "修路", false));
        assert_eq!(one("\u{FF13}\u{FF0E}修路"), (Arabic, 3, "\u{FF13}\u{FF0E}", "修路", false));
        assert_eq!(one("3、修路"), (Arabic, 3, "3、", "修路", false));
        assert_eq!(one("1.2031年目标"), (Arabic, 1, "1.", "2031年目标", false));
        assert_eq!(one("(4)架桥"), (BracketedArabic, 4, "(4)", "架桥", false));
        assert_eq!(one("二是补短板。修三座桥。"), (Series, 2, "二是", "补短板", true));
        assert_eq!(one("第一\u{FF0C}稳住粮食"), (Ordinal, 1, "第一\u{FF0C}", "稳住粮食", false));
    }

    #[test]
    fn indentation_blanks_and_lost_marks() {
        assert_eq!(one("\u{3000}\u{3000}一 、回顾"), (Chinese, 1, "一 、", "回顾", false));
        assert_eq!(one("\u{A0}\u{A0}( 二 )回顾 "), (BracketedChinese, 2, "( 二 )", "回顾", false));
        assert_eq!(one("五)办实事"), (BracketedChinese, 5, "五)", "办实事", false));
        assert_eq!(one("一,回顾"), (Chinese, 1, "一,", "回顾", false));
        assert_eq!(one("(一)、回顾"), (BracketedChinese, 1, "(一)、", "回顾", false));
        assert_eq!(one("三 2031年安排"), (Chinese, 3, "三", "2031年安排", false));
    }

    #[test]
    fn markdown_marks_are_no_part_of_the_title() {
        assert_eq!(one("**一、回顾**"), (Chinese, 1, "一、", "回顾", false));
        assert_eq!(one("## 一、回顾"), (Chinese, 1, "一、", "回顾", false));
        assert_eq!(one("**(一)稳增长**。全年…"), (BracketedChinese, 1, "(一)", "稳增长", true));
        assert_eq!(one("**(一)稳增长。**全年…"), (BracketedChinese, 1, "(一)", "稳增长", true));
        assert_eq!(one("(一)**稳增长。**全年…"), (BracketedChinese, 1, "(一)", "稳增长", true));
        assert_eq!(one("**一、****回顾**"), (Chinese, 1, "一、", "回顾", false));
        assert_eq!(one("**二、** **2031** **年工作**"), (Chinese, 2, "二、", "2031** **年工作", false));
        assert_eq!(one("**(一)** **稳增长。** 全年…"), (BracketedChinese, 1, "(一)", "稳增长", true));
        assert_eq!(one("(一)稳增长** 全年修路。"), (BracketedChinese, 1, "(一)", "稳增长", true));
    }

    #[test]
    fn a_run_in_title_ends_at_the_first_stop() {
        assert_eq!(one("(一)稳增长。全年修路。"), (BracketedChinese, 1, "(一)", "稳增长", true));
        assert_eq!(one("(一)稳增长。"), (BracketedChinese, 1, "(一)", "稳增长", false));
        assert_eq!(one("(一)稳增长:全年修路,成效好。"), (BracketedChinese, 1, "(一)", "稳增长", true));
    }

    #[test]
    fn a_title_that_lost_its_line_end() {
        let text = "一、2030年工作回顾过去一年,面对严峻复杂的形势,我们坚持架桥不止,取得了新的成绩。";
        assert_eq!(one(text), (Chinese, 1, "一、", "2030年工作回顾", true));
    }

    #[test]
    fn buried_marks_are_candidates() {
        let text = "修好路网。(八)改善民生,共享成果";
        let (style, ordinal, number, title, run_in) = one(text);
        assert_eq!((style, ordinal, number), (BracketedChinese, 8, "(八)"));
        assert_eq!((title, run_in), ("改善民生,共享成果", true));
        assert!(find(text)[0].buried);
        assert_eq!(find("请予审议。一、回顾").len(), 1);
    }

    #[test]
    fn lookalikes_are_no_headings() {
        for text in [
            "重点项目开(复)工12项",
            "各县(市)区",
            "规划(2016-2020)",
            "协定(RCEP)",
            "关于修路的意见(二)",
            "5.17专案",
            "1.5亿元",
            "一、二、三产业齐头并进",
            "一二三产业融合",
            "一是一、二是二",
            "12345热线",
            "。。(二)",
        ] {
            assert!(find(text).is_empty(), "{text}: {:?}", find(text));
        }
    }

    #[test]
    fn bare_words() {
        let words = |text| Bare::of(text).span.of(text).to_owned();
        assert_eq!(words("\u{3000}\u{3000}**办实事** "), "办实事");
        assert_eq!(words("——办实事。修路。"), "办实事。修路。");
        assert_eq!(words("# 办实事"), "办实事");
        assert_eq!(words("*开展普查。"), "*开展普查。");
        assert_eq!(words("**办实事"), "办实事");
        assert_eq!(words("——在会议上**"), "在会议上");
        assert_eq!(words("***办实事**"), "办实事");
        assert!(Bare::of("**办实事。**修路。").bold.is_some());
    }

    proptest! {
        #[test]
        fn total_and_inside_the_text(text in "[一二十(（)）、.。*# \u{3000}0-9是第x!]{0,40}|\\PC{0,40}") {
            for mark in find(&text) {
                prop_assert!(text.get(mark.number.start..mark.number.end).is_some());
                prop_assert!(!mark.title.of(&text).is_empty());
                prop_assert!(mark.number.end <= mark.title.start);
            }
            let bare = Bare::of(&text);
            prop_assert!(text.get(bare.span.start..bare.span.end).is_some());
        }
    }
}
