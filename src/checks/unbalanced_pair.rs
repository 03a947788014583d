//! Rule `unbalanced-pair`: brackets and quotation marks that lack their other half, or face the
//! wrong way. Which shapes of quotes a draft should use is another rule's business.

use super::{Findings, Message};
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 括号引号不成对
    ///
    /// 同一段里括号、引号、书名号缺了一半，或者方向写反。
    ///
    /// English: A bracket or quotation mark lacks its other half, or faces the wrong way.
    ///
    /// ## 为什么
    ///
    /// 成对的标点缺了一半，引用从哪里开始、到哪里为止就说不清；多半是修改时删掉了，或者输入法把后引号写成了前引号。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 深入推进“放管服改革，办事更加便利。
    /// ```
    /// ```错例
    /// 建成“一窗受理“平台，办理时限缩短一半。
    /// ```
    /// ```错例
    /// 全市（含经开区共有12个镇。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 深入推进“放管服”改革（含“一件事”改革)，出台《云陵市办事指南（试行）》。1）健全机制；2）强化考核。
    /// ```
    /// ```正例
    /// 实施“‘一体两翼’3大行动”，整合煤矿（国有、民营、混合所有制之比为2：3：5），深化“‘智改’数转”。
    /// ```
    ///
    /// ## 判断
    ///
    /// 逐段逐类配对，全角半角括号视为一类；直引号没有方向，按一段之内的个数判断奇偶。数字后的右括号是序号，拉丁字母之间的撇号不是引号，除非正是它们把前面的括号、引号合上。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：引号、括号、书名号成对使用。
    name: "unbalanced-pair",
    category: Typography,
    severity: Error,
    tier: Standard,
    check: check,
}

/// Opening and closing forms of one kind of pair.
const PAIRS: [(&str, &str); 8] = [
    ("(\u{FF08}", ")\u{FF09}"),
    ("\u{201C}", "\u{201D}"),
    ("\u{2018}", "\u{2019}"),
    ("《", "》"),
    ("〈", "〉"),
    ("〔", "〕"),
    ("【", "】"),
    ("「", "」"),
];

fn check(report: &Report, findings: &mut Findings) {
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for (open, close) in PAIRS {
            let marks = marks(text, open, close);
            pair(paragraph, open, close, &marks, findings);
        }
        let straight: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
        // 15.6"显示屏: the mark behind a figure may be the inch, and is where it is the odd one.
        let inches = straight
            .iter()
            .filter(|&&at| text.get(..at).is_some_and(|left| left.ends_with(|c: char| c.is_ascii_digit())))
            .count();
        if inches % 2 == 1 {
            continue;
        }
        if let (1, Some(&last)) = (straight.len() % 2, straight.last()) {
            report_lone(paragraph, last, '"', findings);
        }
    }
}

/// The marks of one kind. One that looks like an item's bracket or an apostrophe counts only where it
/// closes a mark that nothing else would: `（2:3:5）`, `“‘一带一路’251行动”`.
fn marks(text: &str, open: &str, close: &str) -> Vec<(usize, char)> {
    let mut closed_next = false;
    let mut found: Vec<(usize, char, bool)> = text
        .char_indices()
        .rev()
        .filter(|&(_, c)| open.contains(c) || close.contains(c))
        .filter_map(|(at, c)| {
            let other = is_other(text, at, c);
            let spare = other && closed_next;
            if !other {
                closed_next = close.contains(c);
            }
            (!spare).then_some((at, c, other))
        })
        .collect();
    found.reverse();
    let mut waiting = 0_usize;
    found.retain(|&(_, mark, other)| {
        if open.contains(mark) {
            waiting += 1;
            return true;
        }
        let kept = !other || waiting > 0;
        waiting = waiting.saturating_sub(1);
        kept
    });
    found.into_iter().map(|(at, mark, _)| (at, mark)).collect()
}

/// Pairs the marks of one kind and reports what is left over.
fn pair(paragraph: &Paragraph, open: &str, close: &str, marks: &[(usize, char)], findings: &mut Findings) {
    let quotes = matches!(open, "\u{201C}" | "\u{2018}");
    let mut waiting: Vec<usize> = Vec::new();
    for (index, &(at, mark)) in marks.iter().enumerate() {
        let last = index + 1 == marks.len();
        if open.contains(mark) {
            // `“一窗受理“平台`: an opening mark where the closing one should stand, if nothing
            // that follows could close either of the two.
            let closes_later = marks.get(index + 1).is_some_and(|&(_, next)| close.contains(next));
            match waiting.last() {
                Some(&start) if quotes && !closes_later => {
                    let (start, end) = (start + mark.len_utf8(), at);
                    report_reversed(paragraph, Span::new(start, end), at, mark, close, findings);
                    waiting.pop();
                }
                _ => waiting.push(at),
            }
        } else if waiting.pop().is_none() {
            // `”一窗受理”平台`: a closing mark where the opening one should stand.
            let reversed =
                quotes && !last && marks.get(index + 1).is_some_and(|&(_, next)| close.contains(next));
            if reversed {
                let end = marks.get(index + 1).map_or(at, |&(next, _)| next);
                let inside = Span::new(at + mark.len_utf8(), end);
                report_reversed(paragraph, inside, at, mark, open, findings);
                waiting.push(at);
            } else {
                report_lone(paragraph, at, mark, findings);
            }
        }
    }
    for at in waiting {
        let mark = paragraph.text().get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        report_lone(paragraph, at, mark, findings);
    }
}

/// Marks of the same shape that pair with nothing: `1)` at an item, the apostrophe of `O’Neil`.
fn is_other(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).unwrap_or("");
    let after = text.get(at + mark.len_utf8()..).unwrap_or("");
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    match mark {
        ')' | '\u{FF09}' => {
            let item =
                before.trim_end_matches(|c: char| c.is_numeric() || "一二三四五六七八九十".contains(c));
            let opens = item.chars().next_back().is_none_or(|c| " \u{3000}。；;：:，,、".contains(c));
            item.len() < before.len() && opens
        }
        // O’Neil, ’99.
        '\u{2019}' => {
            latin(before.chars().next_back()) || after.starts_with(|c: char| c.is_ascii_alphanumeric())
        }
        _ => false,
    }
}

fn report_lone(paragraph: &Paragraph, at: usize, mark: char, findings: &mut Findings) {
    let name = match mark {
        '\u{201C}' | '\u{2018}' => "前引号".to_owned(),
        '\u{201D}' | '\u{2019}' => "后引号".to_owned(),
        '"' => "直引号".to_owned(),
        _ => format!("“{mark}”"),
    };
    findings.report(
        Span::new(at, at + mark.len_utf8()).shifted(paragraph.start),
        Message::new(
            format!("这一段里的{name}没有配对的另一半；请补上或删去。"),
            format!("“{mark}” has no counterpart in this paragraph; add it or delete this one."),
        ),
    );
}

/// A quotation mark that faces the wrong way; `right` is the mark meant.
fn report_reversed(
    paragraph: &Paragraph,
    quoted: Span,
    at: usize,
    mark: char,
    right: &str,
    findings: &mut Findings,
) {
    let span = Span::new(at, at + mark.len_utf8()).shifted(paragraph.start);
    let quoted = quoted.of(paragraph.text());
    findings
        .report(
            span,
            Message::new(
                format!("引号方向反了：“{quoted}”两侧应各有一个前引号和一个后引号。"),
                format!("The quotation mark faces the wrong way: “{quoted}” should have “{right}” here."),
            ),
        )
        .variant("reversed")
        .safe_fix(
            Message::new("改正引号的方向", "Turn the quotation mark round"),
            vec![Edit::replace(span, right)],
        );
}
