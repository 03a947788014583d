//! Rule `straight-quotes`: straight quotation marks in Chinese text. Whether they pair is
//! `unbalanced-pair`'s business.

use super::habit::{self, Mending, Place, Saying};
use super::marks::{after, before, is_han, is_machine};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 直引号
    ///
    /// 中文里用了没有方向的直引号`"`，应为弯引号“”。
    ///
    /// English: Straight quotation marks stand in Chinese text.
    ///
    /// ## 为什么
    ///
    /// 直引号分不清前后，连用时（`"甲""乙"`）看不出从哪里开始、到哪里为止；多半是从网页复制或者输入法未切换所致。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 深入推进"放管服"改革，办事更加便利。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 深入推进“放管服”改革，办事更加便利。
    /// ```
    ///
    /// ## 判断
    ///
    /// 一篇只报一次，标在第一处，其余各处列为相关位置；一段之内个数为单数的由`unbalanced-pair`处理，不改；不挨着汉字的（英寸号、程序代码）不算。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：引号的形式为双引号“”和单引号‘’。
    name: "straight-quotes",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let mut places: Vec<Place> = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if is_machine(text) {
            continue;
        }
        for (mark, open, close) in [('"', "\u{201C}", "\u{201D}"), ('\'', "\u{2018}", "\u{2019}")] {
            let marks: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
            for pair in marks.chunks_exact(2).filter(|_| marks.len().is_multiple_of(2)) {
                let &[from, to] = pair else { continue };
                let inside = Span::new(from + 1, to).of(text);
                let touches =
                    [after(text, from + 1), before(text, to), before(text, from), after(text, to + 1)];
                if inside.contains(['\u{201C}', '\u{201D}'])
                    || !inside.chars().any(char::is_alphanumeric)
                    || !touches.into_iter().flatten().any(is_han)
                {
                    continue;
                }
                let turn = |at: usize, right: &str| {
                    Edit::replace(Span::new(at, at + 1).shifted(paragraph.start), right)
                };
                let span = Span::new(from, to + 1).shifted(paragraph.start);
                places.push(Place { span, edits: vec![turn(from, open), turn(to, close)] });
            }
        }
    }
    let count = places.len();
    habit::once(
        findings,
        &places,
        Saying {
            message: Message::new(
                format!("中文引号应分前后，这里用的是直引号，全篇共{count}对；请改为“ ”。"),
                format!(
                    "Straight quotation marks have no direction in Chinese text ({count} pairs); use curly ones."
                ),
            ),
            title: Message::new("全部改为弯引号", "Turn all into curly quotes"),
            mending: Mending::Safe,
        },
    );
}
