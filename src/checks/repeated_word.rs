//! Rule `repeated-word`: a word, a phrase or a clause written twice in a row.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::marks::{is_han, is_machine};
use super::{Findings, Message};
use crate::knowledge::Wording;
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 词语重复
    ///
    /// 同一个词、词组或分句紧接着写了两遍：`的的`、`进一步进一步`、`加快加快`。
    ///
    /// English: A word, phrase or clause is written twice in a row.
    ///
    /// ## 为什么
    ///
    /// 剪贴、改写时没有删净旧文；读出来立刻听得出，看却容易看漏。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 城乡面貌进一步进一步改善，群众的的获得感稳步提升。
    /// ```
    /// ```错例
    /// 加快加快园区建设，一批企业建成投产。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 实实在在办好一件一件民生实事，一个一个项目抓落实，根本目的的实现离不开方方面面的支持。
    /// ```
    ///
    /// ## 判断
    ///
    /// 两个字的词只报词表中重复必误的，三个字以上的词组一律报告；叠词（方方面面、一件一件）和前后词恰好相接（目的的、南亚南亚）不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：同一成分不重复出现。
    name: "repeated-word",
    category: Wording,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Words of two characters that are never written twice.
static WORDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| Wording::builtin().repeated.iter().map(String::as_str).collect());
/// Characters that are never written twice, with what makes a double of them two words.
const SINGLE: [(char, &str, &str); 7] = [
    ('的', "目标有无", "确士哥当"),
    ('了', "不明为", "解结望如却然之断无事"),
    ('在', "存现正所实潜内外自", ""),
    ('们', "", ""),
    ('也', "", ""),
    ('与', "", "会时日其国世众"),
    ('和', "总饱缓温柔平共", "平谐睦美解好气顺善暖田政硕服风龙"),
];
/// The longest phrase looked for, in characters.
const LONGEST: usize = 40;

fn check(report: &Report, findings: &mut Findings) {
    for (_, paragraph) in report.body().filter(|(_, paragraph)| !is_machine(paragraph.text())) {
        repeats(paragraph, findings);
    }
}

fn repeats(paragraph: &Paragraph, findings: &mut Findings) {
    let text = paragraph.text();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |index: usize| chars.get(index).map_or(text.len(), |&(at, _)| at);
    let mut index = 0;
    while index < chars.len() {
        let Some(length) = repeated(&chars, index) else {
            index += 1;
            continue;
        };
        let (start, middle, end) = (byte(index), byte(index + length), byte(index + 2 * length));
        let word = Span::new(start, middle).of(text);
        let shown: String = word.chars().take(12).collect();
        let span = Span::new(start, end).shifted(paragraph.start);
        findings
            .report(
                span,
                Message::new(
                    format!("“{shown}”连写了两遍；请删去一个。"),
                    format!("“{shown}” is written twice in a row; delete one."),
                ),
            )
            .fix(
                Message::new("删去重复的部分", "Delete the repetition"),
                vec![Edit::delete(Span::new(middle, end).shifted(paragraph.start))],
            );
        index += 2 * length;
    }
}

/// The length in characters of what is repeated from `index` on.
fn repeated(chars: &[(usize, char)], index: usize) -> Option<usize> {
    let at = |index: usize| chars.get(index).map(|&(_, c)| c);
    let first = at(index)?;
    if !is_han(first) {
        return None;
    }
    // A repetition begins again with the same character: most places are done with here.
    let lengths = (1..=LONGEST).filter(|&length| at(index + length) == Some(first));
    for length in lengths {
        let (Some(one), Some(two)) =
            (chars.get(index..index + length), chars.get(index + length..index + 2 * length))
        else {
            return None;
        };
        if one.iter().zip(two).any(|(a, b)| a.1 != b.1) {
            continue;
        }
        let word: String = one.iter().map(|&(_, c)| c).collect();
        let (before, after) = (index.checked_sub(1).and_then(at), at(index + 2 * length));
        let wrong = match length {
            1 => is_single_slip(first, before, after),
            2 => {
                // 落实落实再落实 is meant.
                let meant = after.is_some_and(|c| matches!(c, '再' | '又' | '还'));
                WORDS.contains(word.as_str()) && before != Some(first) && !grows(after) && !meant
            }
            _ => is_phrase(&word, before, after),
        };
        if wrong {
            return Some(length);
        }
    }
    None
}

fn is_single_slip(c: char, before: Option<char>, after: Option<char>) -> bool {
    SINGLE.iter().any(|&(single, left, right)| {
        single == c
            && before != Some(c)
            && after != Some(c)
            && !before.is_some_and(|c| left.contains(c))
            && !after.is_some_and(|c| right.contains(c))
    })
}

/// A phrase of three characters or more: all Han, or a whole clause with its comma.
fn is_phrase(word: &str, before: Option<char>, after: Option<char>) -> bool {
    let comma = |c: char| matches!(c, ',' | '\u{FF0C}' | ';' | '\u{FF1B}' | '\u{3002}');
    let opens = before.is_none_or(|c| !is_han(c));
    if word.chars().all(is_han) {
        let numeral = word.chars().all(|c| "一二三四五六七八九十百千万亿零〇两".contains(c));
        // One character three times over (哈哈哈) is no phrase.
        let mut kinds: Vec<char> = word.chars().collect();
        kinds.sort_unstable();
        kinds.dedup();
        return !numeral && kinds.len() > 1 && !grows(after) && !is_reduplication(word);
    }
    // 甲，甲，: a clause with its mark, from the beginning of the clause.
    let (mut marks, mut length) = (0, 0);
    for c in word.chars() {
        marks += usize::from(!is_han(c));
        length += 1;
    }
    marks == 1 && length >= 7 && word.chars().next_back().is_some_and(comma) && opens
}

/// 一件一件, 一个又一个: what is repeated counts one by one.
fn is_reduplication(word: &str) -> bool {
    word.starts_with(['一', '再', '越', '又']) && word.chars().count() <= 3
}

/// Characters with which the second word goes on into a longer one (尊重企业尊重企业家).
fn grows(after: Option<char>) -> bool {
    after.is_some_and(|c| "家者员性化度率力感型式类级层端线面".contains(c))
}
