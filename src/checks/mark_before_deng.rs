//! Rule `mark-before-deng`: an enumeration comma before 等.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{Mending, Place, Saying, each_or_once};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # “等”前多了顿号
    ///
    /// 列举之后、“等”字之前用了顿号：`甲、乙、等`。
    ///
    /// English: An enumeration comma stands before 等.
    ///
    /// ## 为什么
    ///
    /// “等”收住列举，与最后一项之间没有停顿；多出的顿号往往说明后面漏了一项。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 新建学校、医院、等公共服务设施六处。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 新建学校、医院等公共服务设施六处，解决看病难、等候久、等级不高的问题，纠正靠、等、要思想。
    /// ```
    ///
    /// ## 判断
    ///
    /// “等候、等待、等级”一类的词，以及“等、靠、要”“等不起”不报。
    ///
    /// ## 依据
    ///
    /// 《标点符号用法》（GB/T 15834—2011）4.5 顿号：用于并列词语之间，“等”之前不用。
    name: "mark-before-deng",
    category: Typography,
    severity: Hint,
    tier: Standard,
    check: check,
}

/// Words that begin with 等 and list nothing.
const WORDS: &[&str] = &[
    "等级",
    "等候",
    "等待",
    "等次",
    "等同",
    "等于",
    "等额",
    "等值",
    "等效",
    "等离子",
    "等高",
    "等线",
    "等外",
    "等第",
    "等边",
    "等不起",
    "等不得",
    "等不及",
    "等靠",
    "等要",
    "等地",
    "等米",
    "等客",
    "等人",
    "等一等",
    "等分",
    "等比",
    "等闲",
    "等、",
    "等”",
    "等\"",
    "等电",
    "等车",
    "等位",
    "等着",
    "等温",
    "等压",
];

static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("(?:、|[,\u{FF0C}](?:等)?)\\s*等").ok());

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = MARK.as_ref() else { return };
    let mut slips = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in pattern.find_iter(text).filter(|found| found.as_str().starts_with('、')) {
            let at = found.end() - "等".len();
            let rest = text.get(at..).unwrap_or("");
            let places = rest.starts_with("等地") && !rest.starts_with("等地的");
            if WORDS.iter().any(|word| rest.starts_with(word) && (*word != "等地" || !places)) {
                continue;
            }
            let span = Span::new(found.start(), found.end()).shifted(paragraph.start);
            let mark = Span::new(found.start(), at).shifted(paragraph.start);
            let saying = Saying {
                message: Message::new(
                    "“等”之前不用顿号；请删去顿号，并看看是不是漏了一项。",
                    "No enumeration comma stands before 等; drop it and see whether an item is missing.",
                ),
                title: Message::new("删去“等”前的顿号", "Drop the comma before 等"),
                mending: Mending::Safe,
            };
            slips.push((Place { span, edits: vec![Edit::delete(mark)] }, saying));
        }
    }
    each_or_once(findings, slips);
}
