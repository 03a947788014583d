//! Rule `redundant-classifier`: 413项行政职权事项 — the classifier says already what the noun repeats.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{self, Mending, Place, Saying};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 量词与名词重复
    ///
    /// “项”与“事项”叠用，如`413项行政职权事项`；写`413项行政职权`或`行政职权事项413项`即可。
    ///
    /// English: The classifier and the head noun say the same thing twice.
    ///
    /// ## 为什么
    ///
    /// “项”已经表示事项，叠用累赘。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 取消和下放413项行政职权事项。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 取消和下放行政职权413项，完成34项为民办实事项目，809项服务实现零跑动。
    /// ```
    ///
    /// ## 判断
    ///
    /// “事项”之前的名词自己就能论项（职权、权力、许可、任务）才报；“政务服务事项”“实事项目”一类不算；一篇只报一次。
    ///
    /// ## 依据
    ///
    /// 行文惯例：避免同义重复。
    name: "redundant-classifier",
    category: Wording,
    severity: Hint,
    tier: Habit,
    check: check,
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[0-9]{1,6}余?多?项(?P<noun>\\p{Han}{1,10}?)(?P<again>事项)(?P<rest>.?)").ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = PATTERN.as_ref() else { return };
    let mut places = Vec::new();
    for (_, paragraph) in report.body() {
        for found in pattern.captures_iter(paragraph.text()) {
            let (Some(whole), Some(again), Some(rest), Some(noun)) =
                (found.get(0), found.name("again"), found.name("rest"), found.name("noun"))
            else {
                continue;
            };
            // These nouns name an item by themselves; 政务服务事项 needs its 事项, and in 实事项目
            // the characters belong to two words.
            let items = [
                "职权", "权力", "权限", "职能", "职责", "许可", "收费", "任务", "措施", "制度", "政策",
                "证明",
            ];
            if rest.as_str() == "目" || !items.iter().any(|word| noun.as_str().ends_with(word)) {
                continue;
            }
            let shown = Span::new(whole.start(), again.end()).shifted(paragraph.start);
            let doomed = Span::from(again.range()).shifted(paragraph.start);
            places.push(Place { span: shown, edits: vec![Edit::delete(doomed)] });
        }
    }
    habit::once(
        findings,
        &places,
        Saying {
            message: Message::new(
                "“项”与“事项”意思重复；请删去“事项”，或把数字移到后面。",
                "“项” and “事项” say the same twice; drop one.",
            ),
            title: Message::new("删去“事项”", "Drop “事项”"),
            mending: Mending::Offered,
        },
    );
}
