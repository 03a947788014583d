//! Topic sentences: the short sentence that opens a paragraph and says what it is about
//! (`千方百计抓项目。`), as opposed to a statement that merely comes first. What only its
//! neighbours show to be one is decided in `series`.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Bare;
use crate::report::meta::pattern;
use crate::text::Span;

/// Openings of statements and of turns of speech: no topics.
const OPENERS: [&str; 49] = [
    "各位代表",
    "过去",
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
    "今后",
    "未来",
    "新的一年",
    "即将",
    "回顾",
    "回望",
    "回首",
    "展望",
    "预计",
    "初步",
    "全年",
    "上述",
    "以上",
    "按照",
    "特别",
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
    "做好今",
    "做好上",
    "做好全年",
];

/// What is said of a thing instead of what is done or was reached: 就业是民生之本.
static STATES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "事关|关乎|关系(?:到|着|人民|群众|民生|全局)|离不开|在于|取决于|重于泰山|相辅相成|相伴|大于天|没有止境|永无止境|永远在路上|任重|责任重大|使命光荣|来之不易|清醒|要依靠|的同时[,\u{FF0C}]|进入了?新时代",
    )
});
/// The copula, but not 特别是, 还是, 于是; `坚持…是…` and the like are maxims to act on.
static COPULA: LazyLock<Regex> =
    LazyLock::new(|| pattern("^[^坚牢树突把].*[^别其还总凡于正只但若即实求]是[^否非]"));

/// Ends a bold topic: its own stop, or one behind it.
const STOPS: [char; 11] =
    ['\u{3002}', ':', '\u{FF1A}', ',', '\u{FF0C}', ';', '\u{FF1B}', '*', '!', '\u{FF01}', '\u{2014}'];

/// The title of the topic sentence that opens the paragraph, relative to `text`. Total.
pub(super) fn find(text: &str) -> Option<Span> {
    let bare = Bare::of(text);
    // Bold that runs on over the end of the first sentence sets off more than the title.
    let bold = bare.bold.filter(|&end| {
        end > bare.span.start
            && end < bare.span.end
            && !Span::new(bare.span.start, end).of(text).trim_end_matches(stop).contains('\u{3002}')
    });
    if let Some(end) = bold {
        let title = Span::new(bare.span.start, end).of(text).trim_end_matches(stop);
        let count = title.chars().count();
        let rest = text.get(end..).unwrap_or("").trim_start_matches('*');
        // A clause set in bold goes on behind it: emphasis, no title.
        let body = rest.chars().count() > 1 && !rest.starts_with([',', '\u{FF0C}']);
        return ((2..=60).contains(&count) && body && !opener(title))
            .then(|| Span::new(bare.span.start, bare.span.start + title.len()));
    }
    let title = first_sentence(text)?;
    let words = title.of(text);
    if opener(words) || states_figures(words) || states(words) {
        return None;
    }
    let clauses = clauses(words);
    let count = words.chars().count();
    let short = match clauses {
        1 => count <= if bare.dashed { 45 } else { 26 },
        2 => count <= if bare.dashed { 45 } else { 24 },
        3 => bare.dashed && count <= 45,
        _ => false,
    };
    (short && count >= 4).then_some(title)
}

/// The first sentence of a paragraph that goes on behind it: whole, and without inner stops.
pub(super) fn first_sentence(text: &str) -> Option<Span> {
    let bare = Bare::of(text).span;
    let words = bare.of(text);
    let title = words.get(..words.find('\u{3002}')?)?;
    let body = words.get(title.len() + '\u{3002}'.len_utf8()..)?.trim();
    // A line that broke within a sentence goes on with the mark that the sentence had.
    let broken = title.starts_with(['\u{3001}', ',', '\u{FF0C}', '%', ')', '\u{FF09}', '\u{201D}']);
    let whole = !broken && !title.contains([';', '\u{FF1B}', ':', '\u{FF1A}', '?', '\u{FF1F}']);
    (!body.is_empty() && whole && paired(title)).then(|| Span::new(bare.start, bare.start + title.len()))
}

/// How many clauses a sentence has.
pub(super) fn clauses(title: &str) -> usize {
    title.split([',', '\u{FF0C}']).count()
}

fn stop(c: char) -> bool {
    STOPS.contains(&c) || c.is_whitespace()
}

/// Whether the words open a statement or a turn of speech.
pub(super) fn opener(title: &str) -> bool {
    OPENERS.iter().any(|opener| title.starts_with(opener))
        || title.chars().next().is_some_and(|c| c.is_ascii_digit())
        || title.starts_with("二〇")
        || title.contains("来之不易")
}

/// Whether the sentence says what something is or matters for.
pub(super) fn states(title: &str) -> bool {
    COPULA.is_match(title) || STATES.is_match(title)
}

/// A sentence with measured figures is a statement. A bare small count may stand in a topic.
pub(super) fn states_figures(title: &str) -> bool {
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
        assert_eq!(topic("做好护堤工作。全年护堤。"), Some("做好护堤工作"));
        assert_eq!(topic("抓好桥梁特别是吊桥。全年架桥。"), Some("抓好桥梁特别是吊桥"));
        let dashed = "——旗帜鲜明讲桥梁,淬炼了河工队伍,磨砺了敢架敢当的本领和作风。全年架桥。";
        assert_eq!(topic(dashed), Some("旗帜鲜明讲桥梁,淬炼了河工队伍,磨砺了敢架敢当的本领和作风"));
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
            "桥梁是出行之本。要多架桥。",
            "桥梁事关出行。要多架桥。",
            "做好今年工作意义重大。要多架桥。",
            "在架桥的同时,积极修路。全年修路。",
            "",
        ] {
            assert_eq!(topic(text), None, "{text}");
        }
    }
}
