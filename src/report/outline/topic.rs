//! Topic sentences: the short sentence that opens a paragraph and says what it is about
//! (`千方百计抓项目。`), as opposed to a statement that merely comes first.

use crate::reading::Bare;
use crate::text::Span;

/// Openings of statements and of turns of speech: no topics.
const OPENERS: [&str; 40] = [
    "各位代表",
    "过去一年",
    "一年来",
    "这一年",
    "五年来",
    "刚刚过去",
    "同时",
    "此外",
    "总之",
    "我们",
    "当前",
    "今年",
    "去年",
    "即将",
    "回顾",
    "展望",
    "预计",
    "初步",
    "全年",
    "上述",
    "以上",
    "为此",
    "对此",
    "对于",
    "但是",
    "但",
    "然而",
    "因此",
    "所以",
    "这些",
    "这是",
    "在此",
    "我代表",
    "现在",
    "实践",
    "成绩",
    "面对",
    "综上",
    "让我们",
    "做好",
];

/// The title of the topic sentence that opens the paragraph, relative to `text`. Total.
pub(super) fn find(text: &str) -> Option<Span> {
    let bare = Bare::of(text);
    let words = bare.span.of(text);
    let bold = bare.bold.filter(|&end| end > bare.span.start && end < bare.span.end);
    if let Some(end) = bold {
        let title = Span::new(bare.span.start, end).of(text).trim_end_matches(stop);
        let count = title.chars().count();
        let body = text.get(end..).is_some_and(|rest| rest.trim_start_matches('*').chars().count() > 1);
        return ((2..=60).contains(&count) && body && !opener(title) && !title.contains('\u{3002}'))
            .then(|| Span::new(bare.span.start, bare.span.start + title.len()));
    }
    let at = words.find('\u{3002}')?;
    let title = words.get(..at)?;
    let body = words.get(at + '\u{3002}'.len_utf8()..)?.trim();
    if body.is_empty() || opener(title) || states_figures(title) || !paired(title) {
        return None;
    }
    let clauses = title.split([',', '\u{FF0C}']).count();
    let count = title.chars().count();
    let short = match clauses {
        1 => count <= 26,
        2 => count <= if bare.dashed { 40 } else { 24 },
        3 => bare.dashed && count <= 40,
        _ => false,
    };
    let whole = !title.contains([';', '\u{FF1B}', ':', '\u{FF1A}', '?', '\u{FF1F}']);
    (short && count >= 4 && whole).then(|| Span::new(bare.span.start, bare.span.start + title.len()))
}

fn stop(c: char) -> bool {
    matches!(c, '\u{3002}' | ':' | '\u{FF1A}' | ',' | '\u{FF0C}' | ';' | '\u{FF1B}' | '*')
        || c.is_whitespace()
}

fn opener(title: &str) -> bool {
    OPENERS.iter().any(|opener| title.starts_with(opener))
        || title.chars().next().is_some_and(|c| c.is_ascii_digit())
        || title.starts_with("二〇")
        || title.contains("来之不易")
}

/// A sentence with measured figures is a statement. A bare small count may stand in a topic.
fn states_figures(title: &str) -> bool {
    let mut digits = 0;
    let mut before = None;
    for c in title.chars() {
        if c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c) {
            digits += 1;
        } else {
            if matches!(c, '%' | '\u{FF05}' | '万' | '亿' | '倍')
                && before.is_some_and(|b: char| b.is_ascii_digit())
            {
                return true;
            }
            if digits >= 3 {
                return true;
            }
            digits = 0;
        }
        before = Some(c);
    }
    digits > 0
}

/// A 。 inside quotes or brackets ends no title.
fn paired(title: &str) -> bool {
    [('\u{201C}', '\u{201D}'), ('(', ')'), ('\u{FF08}', '\u{FF09}'), ('\u{300A}', '\u{300B}')]
        .iter()
        .all(|&(open, close)| title.matches(open).count() == title.matches(close).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(text: &str) -> Option<&str> {
        find(text).map(|span| span.of(text))
    }

    #[test]
    fn short_openings_are_topics() {
        assert_eq!(topic("千方百计抓桥梁。全年架桥三座。"), Some("千方百计抓桥梁"));
        assert_eq!(topic("推进“三通”改革,方便群众办事。全年办结。"), Some("推进“三通”改革,方便群众办事"));
        assert_eq!(topic("建设9个示范区(带)。全年投入。"), Some("建设9个示范区(带)"));
        assert_eq!(
            topic("——坚持桥梁为王\u{FF0C}加快架设\u{3002}全年投入。"),
            Some("坚持桥梁为王\u{FF0C}加快架设")
        );
        assert_eq!(topic("**桥梁增多。**全年架桥。"), Some("桥梁增多"));
        assert_eq!(topic("*开展普查。全年完成。"), Some("*开展普查"));
    }

    #[test]
    fn statements_are_none() {
        for text in [
            "全面完成20件实事。",
            "各位代表,成绩可喜。我们继续努力。",
            "2031年是云溪起步的一年。我们努力。",
            "新增就业2.1万人。开展援助。",
            "大力开展援助,新增就业2.1万人,登记失业率3%,保持稳定。办好实事。",
            "县市机构改革和事业单位改革顺利完成,实现了平稳运转。继续优化环境。",
            "",
        ] {
            assert_eq!(topic(text), None, "{text}");
        }
    }
}
