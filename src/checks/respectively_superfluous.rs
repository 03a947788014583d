//! Rule `respectively-superfluous`: 分别 with one subject and one value.

use super::claims::bare_clause;
use super::phrase::{Line, bare_tail, holds, line_of};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # “分别”多余
    ///
    /// 前面只有一个指标，后面只有一个数，却用了“分别”。
    ///
    /// English: “Respectively” with one subject and one value.
    ///
    /// ## 为什么
    ///
    /// “分别”要有两项以上才说得通；多半是删去一项以后忘了删它。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 社会消费品零售总额分别增长6.5%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 城乡居民人均可支配收入分别增长6.5%和7.1%。主要污染物排放量分别下降2%。
    /// ```
    /// ```正例
    /// 社会消费品零售总额、固定资产投资分别增长8%以上。
    /// ```
    ///
    /// ## 判断
    ///
    /// “分别”前面是一句的开头，只有一个统计指标名，没有顿号、“和”和合称（城乡、存贷、三次产业）；后面只有一个数。
    ///
    /// ## 依据
    ///
    /// 行文惯例：《现代汉语词典》“分别”作副词，指各自、不共同。
    name: "respectively-superfluous",
    category: Count,
    severity: Hint,
    tier: Habit,
    check: check,
}

/// Names that stand for several things.
const SEVERAL: &[&str] = &[
    "城乡",
    "存贷",
    "产销",
    "内外",
    "三次",
    "各",
    "主要",
    "多",
    "两",
    "双",
    "三",
    "四",
    "五",
    "进出口",
    "污染物",
    "批零",
    "住餐",
    "和",
    "及",
    "与",
    "、",
    "等",
    "每",
    "类",
    "其中",
];

fn check(report: &Report, findings: &mut Findings) {
    for (index, paragraph) in report.body() {
        let mentions = &paragraph.reading.mentions;
        let Some(line) = line_of(report, index).filter(|_| !mentions.is_empty()) else { continue };
        for (at, word) in line.text.match_indices("分别") {
            let word = Span::new(at, at + word.len());
            let named = mentions.iter().find(|mention| {
                mention.compound.is_none()
                    && mention.span.end <= at
                    && only_verbs(line.slice(mention.span.end, at))
                    && opens(&line, mention.span)
            });
            if let Some(mention) = named {
                examine(&line, word, mention.span, findings);
            }
        }
    }
}

/// Whether nothing but words of time and standing comes before the name in its sentence.
fn opens(line: &Line<'_>, name: Span) -> bool {
    let sentence = line.sentence(name.start);
    bare_clause(line.slice(sentence.start, name.start)).is_empty()
}

/// Whether nothing but a word of comparison stands between name and 分别.
fn only_verbs(between: &str) -> bool {
    ["", "同比", "比上年", "较上年", "预计", "年均", "将", "要", "累计"].contains(&between.trim())
}

fn examine(line: &Line<'_>, word: Span, name: Span, findings: &mut Findings) {
    let surface = name.of(line.text);
    let sentence = line.sentence(word.start);
    let mut after = line.figures_in(Span::new(word.end, sentence.end));
    let Some(first) = after.next().and_then(|at| line.figures.get(at)) else { return };
    let told = line.slice(word.end, line.outer(first).start);
    let told =
        ["同比", "比上年", "较上年", "比去年"].iter().find_map(|it| told.strip_prefix(it)).unwrap_or(told);
    let verb = bare_tail(told);
    let rest = line.slice(line.outer(first).end, sentence.end);
    let ends = rest.chars().next().is_none_or(|c| ",\u{FF0C};\u{FF1B}\u{3002}!\u{FF01}*".contains(c));
    if holds(surface, SEVERAL) || verb.chars().count() > 4 || !ends || first.value_to.is_some() {
        return;
    }
    // A second value after the comma may still be the other one: 分别增长6%，7%.
    let next = after.next().and_then(|at| line.figures.get(at));
    if next.is_some_and(|next| [",", "\u{FF0C}"].contains(&line.between(first, next).trim())) {
        return;
    }
    let print = line.print(first);
    let finding = findings.report(
        line.absolute(word),
        Message::new(
            format!("“分别”前只有“{surface}”一项，后只有“{print}”一个数；请删去“分别”，或补上另一项。"),
            format!("“分别” (respectively) has one subject, {surface}, and one value, {print}; delete it."),
        ),
    );
    finding
        .relate(line.absolute(name), Message::new(format!("前项：{surface}"), format!("subject: {surface}")));
    finding
        .relate(line.absolute(first.span), Message::new(format!("数值：{print}"), format!("value: {print}")));
    finding.fix(Message::new("删去“分别”", "Delete “分别”"), vec![Edit::delete(line.absolute(word))]);
}
