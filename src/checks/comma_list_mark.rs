//! Rule `comma-list-mark`: an enumeration comma between closing and opening quotes or titles.

use super::habit::{self, Mending, Place, Saying};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 引号书名号之间的顿号
    ///
    /// 并列的引号之间、书名号之间加了顿号，如`“甲”、“乙”`；现行标准通常不用。
    ///
    /// English: An enumeration comma stands between quoted items, where the standard wants none.
    ///
    /// ## 为什么
    ///
    /// 引号、书名号本身已经把各项分开；2011年的标准规定通常不用顿号，一篇之中用与不用混杂更不整齐。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 扎实推进“放管服”、“一件事”改革。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 扎实推进“放管服”“一件事”改革，出台《管理办法》（试行）、《实施细则》。
    /// ```
    ///
    /// ## 判断
    ///
    /// 一篇只报一次，标在第一处；引号或书名号之后另有括注、文字的，宜用顿号，不报。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：标有引号、书名号的并列成分之间通常不用顿号。
    name: "comma-list-mark",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let mut places = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let (mut quotes, mut counted) = (0_usize, 0_usize);
        for (at, mark) in text.match_indices('、') {
            let left = text.get(..at).unwrap_or("");
            let right = text.get(at + mark.len()..).unwrap_or("");
            let pairs = [("\u{201D}", "\u{201C}"), ("》", "《"), ("\u{2019}", "\u{2018}")];
            let curly = pairs.iter().any(|(close, open)| left.ends_with(close) && right.starts_with(open));
            quotes += text.get(counted..at).unwrap_or("").matches('"').count();
            counted = at;
            // A straight quote closes when an even number stands up to it.
            let straight = left.ends_with('"') && right.starts_with('"') && quotes.is_multiple_of(2);
            if curly || straight {
                let span = Span::new(at, at + mark.len()).shifted(paragraph.start);
                places.push(Place::deleted(span));
            }
        }
    }
    let count = places.len();
    habit::once(
        findings,
        &places,
        Saying {
            message: Message::new(
                format!("并列的引号或书名号之间通常不用顿号，全篇共{count}处；请删去。"),
                format!("No enumeration comma is needed between quoted items ({count} in all); drop it."),
            ),
            title: Message::new("全部删去", "Delete them all"),
            mending: Mending::Safe,
        },
    );
}
