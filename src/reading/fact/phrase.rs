//! The phrase around a figure: the name before it, the words between, the noun after it.

use super::words::{AFTER, LEAD, PREDICATE, Sense, TAIL};
use crate::text::Span;

/// The words between a name and its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    senses: Vec<Sense>,
    /// A comparison phrase (比2015年, 高于全国) stands among them.
    pub(super) compared: bool,
}

impl Tail {
    /// Whether a word of this sense stands there.
    pub(super) fn has(&self, sense: Sense) -> bool {
        self.senses.contains(&sense)
    }

    /// A verb of growth or decline that is not followed by 到/至.
    pub(super) fn changes(&self) -> bool {
        (self.has(Sense::Up) || self.has(Sense::Down) || self.has(Sense::Net) || self.has(Sense::Doubling))
            && !self.has(Sense::To)
    }
}

const SPACES: [char; 4] = [' ', '\u{3000}', '\u{A0}', '*'];

/// Peels the words that stand between a name and its figure off the end of `prefix`; what is
/// left is the phrase that names the thing. Total.
pub(super) fn peel(prefix: &str) -> (&str, Tail) {
    let mut rest = prefix.trim_end_matches(SPACES);
    let mut tail = Tail::default();
    'peeling: loop {
        for (word, sense) in TAIL {
            let Some(shorter) = rest.strip_suffix(word) else { continue };
            // 人均, 户均, 年均 and 平均 are one word.
            if *word == "均" && shorter.ends_with(['人', '户', '年', '月', '地', '亩', '平', '日']) {
                continue;
            }
            // 到 is a level reached only after a verb of change; 有, 在, 的 only between others.
            if *sense == Sense::To && word.chars().count() == 1 && !ends_with_change(shorter) {
                if shorter.ends_with(['达', '直']) || tail.senses.is_empty() {
                    tail.senses.push(Sense::Neutral);
                } else {
                    break 'peeling;
                }
            } else {
                tail.senses.push(*sense);
            }
            rest = shorter.trim_end_matches(SPACES);
            continue 'peeling;
        }
        if let Some(shorter) = comparison(rest) {
            tail.compared = true;
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        return (rest, tail);
    }
    (rest, tail)
}

/// Whether the text ends with a verb of change (提高 before 到).
fn ends_with_change(text: &str) -> bool {
    TAIL.iter().any(|(word, sense)| {
        matches!(sense, Sense::Up | Sense::Down | Sense::Doubling) && text.ends_with(word)
    }) || text.ends_with(['增', '升', '降', '减', '涨', '缩', '压'])
}

/// Strips a closing comparison: 比2015年, 较上年末, 比全国平均水平, 高于全省.
fn comparison(text: &str) -> Option<&str> {
    const HEADS: [&str; 8] = ["高于", "低于", "高出", "超出", "超过", "比", "较", "与"];
    const ENDS: [&str; 22] = [
        "年",
        "年末",
        "年底",
        "上年",
        "去年",
        "同期",
        "上年同期",
        "年初",
        "标准",
        "平均",
        "平均水平",
        "水平",
        "计划",
        "预算",
        "全国",
        "全省",
        "全市",
        "目标",
        "高",
        "低",
        "多",
        "少",
    ];
    if !ENDS.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let (at, _) = HEADS
        .iter()
        .filter_map(|head| text.rfind(head).map(|at| (at, *head)))
        .max_by_key(|(at, head)| (*at, head.len()))?;
    let phrase = text.get(at..)?;
    let short = phrase.chars().count() <= 14 && !phrase.contains(['、', ',', '\u{FF0C}', '。', '\u{201C}']);
    // 占比, 同比 and 对比 are words of their own.
    let word = text.get(..at)?.ends_with(['占', '同', '环', '对', '性', '配', '之']);
    (short && !word).then(|| text.get(..at)).flatten()
}

/// Strips words that open a clause and belong to no name (其中, 全年, 积极 …). Total.
pub(super) fn strip_lead(phrase: &str) -> &str {
    let mut rest = phrase.trim_start_matches(SPACES);
    'stripping: loop {
        rest = rest.trim_start_matches([' ', '\u{3000}', '\u{A0}', '*', ':', '\u{FF1A}', '了', '的', '、']);
        let longest = LEAD.iter().filter(|lead| rest.starts_with(**lead)).max_by_key(|lead| lead.len());
        if let Some(lead) = longest {
            let shorter = rest.get(lead.len()..).unwrap_or("");
            // A single character opens many nouns (新能源, 对外): only a long rest may lose it.
            let single = lead.chars().count() == 1;
            let long_enough = !single || (shorter.chars().count() >= 6 && *lead != "新");
            if !shorter.is_empty() && long_enough {
                rest = shorter;
                continue 'stripping;
            }
        }
        return rest;
    }
}

/// The noun that a figure before it counts (`50个[项目]签约`), as a span of `text`; `None` where
/// no noun follows. `end` is where the figure ends, `limit` where the clause does.
pub(super) fn noun_after(text: &str, end: usize, limit: usize) -> Option<Span> {
    let after = text.get(end..limit)?;
    let trimmed = after.trim_start_matches(SPACES);
    if trimmed.is_empty() || AFTER.iter().any(|word| trimmed.starts_with(word)) {
        return None;
    }
    let start = end + (after.len() - trimmed.len());
    let stop = trimmed
        .char_indices()
        .find(|(_, c)| matches!(c, '、' | '。' | '(' | '\u{FF08}' | ':' | '\u{FF1A}' | '0'..='9'))
        .map_or(trimmed.len(), |(at, _)| at);
    let noun = trimmed.get(..stop)?;
    // 稳定脱贫, 建成投产: no noun, the predicate itself says what is counted.
    if PREDICATE.iter().any(|verb| noun.starts_with(verb)) {
        let cut = noun.find(['和', '并']).filter(|at| *at > 0).unwrap_or(noun.len());
        return Some(Span::new(start, start + cut));
    }
    // The noun ends where its predicate begins, but not before its second character.
    let cut = noun
        .char_indices()
        .skip(1)
        .find(|(at, _)| {
            noun.get(*at..).is_some_and(|rest| PREDICATE.iter().any(|verb| rest.starts_with(verb)))
        })
        .map_or(noun.len(), |(at, _)| at);
    (cut > 0).then(|| Span::new(start, start + cut))
}

/// Whether what follows a figure is a predicate (`7个[建成投产]`), not a noun.
pub(super) fn predicate_follows(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or("").trim_start_matches(SPACES);
    PREDICATE.iter().any(|verb| after.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_name_and_figure_are_peeled() {
        let (name, tail) = peel("城镇居民人均可支配收入比上年增长");
        assert_eq!(name, "城镇居民人均可支配收入");
        assert!(tail.changes() && tail.has(Sense::Yoy));
        let (name, tail) = peel("森林覆盖率由35.7%提高到");
        assert_eq!(name, "森林覆盖率由35.7%");
        assert!(!tail.changes() && tail.has(Sense::To));
        let (name, tail) = peel("贫困户人均收入高于国家标准");
        assert_eq!(name, "贫困户人均收入");
        assert!(tail.compared);
    }

    #[test]
    fn a_share_is_no_comparison() {
        let (name, tail) = peel("服务业增加值占比");
        assert_eq!((name, tail.compared), ("服务业增加值占比", false));
    }

    #[test]
    fn the_noun_after_a_figure_ends_before_its_predicate() {
        let text = "促成50个项目签约";
        let end = text.find("项").unwrap();
        assert_eq!(noun_after(text, end, text.len()).unwrap().of(text), "项目");
        assert!(noun_after("新增12家以上", "新增12家".len(), "新增12家以上".len()).is_none());
    }
}
