//! Rule `contradictory-approximation`: two hedges on one figure that exclude each other.

use super::phrase::{Line, is_time, lines};
use super::{Findings, Message};
use crate::quantity::Quantity;
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 概数前后矛盾
    ///
    /// 同一个数前后各有一个概数词，一个说不到、一个说超过，如“近400余人”“不到10%左右”。
    ///
    /// English: Two hedges on one figure contradict each other.
    ///
    /// ## 为什么
    ///
    /// “近”是不足，“余、多、以上”是超出，“左右”是可多可少；合在一个数上，读者无从知道实际是多是少。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 转移就业近400余人。
    /// ```
    /// ```错例
    /// 超过60%左右的村实现集体收入翻番。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 近三十多年来，全县培训近400人，签约5100余人，接近10%左右的目标，大约20多个村受益。
    /// ```
    ///
    /// ## 判断
    ///
    /// 两个词紧贴同一个数，中间没有别的数、顿号和逗号。“近n年”是时间，“附近、最近”是别的词，“约…左右”“大约…多”已为辞书认可，都不报。
    ///
    /// ## 依据
    ///
    /// 行文规范：与数字有关的病句。
    name: "contradictory-approximation",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// A word before a figure, the words after it that exclude it, and what it may not follow.
const PAIRS: &[(&str, &[&str])] = &[
    ("将近", &["余", "多", "以上"]),
    ("接近", &["余", "多", "以上"]),
    ("近", &["余", "多", "以上"]),
    ("不到", &["余", "多", "以上", "左右", "上下"]),
    ("不足", &["余", "多", "以上", "左右", "上下"]),
    ("不满", &["余", "多", "以上", "左右", "上下"]),
    ("未满", &["余", "多", "以上", "左右", "上下"]),
    ("未到", &["余", "多", "以上", "左右", "上下"]),
    ("不超过", &["以上", "余", "多"]),
    ("不高于", &["以上", "余", "多"]),
    ("最多", &["以上", "余", "多", "左右"]),
    ("至少", &["左右", "上下", "以内", "以下"]),
    ("起码", &["左右", "上下", "以内", "以下"]),
    ("逾", &["左右", "上下", "以内"]),
    ("高于", &["左右", "上下", "以内"]),
    ("超过", &["左右", "上下", "以内"]),
    ("不低于", &["左右", "上下", "以内"]),
    ("不少于", &["左右", "上下", "以内"]),
];

/// Characters before 近 that make another word of it.
const NOT_NEAR: &[char] =
    &['附', '最', '靠', '邻', '就', '临', '亲', '贴', '切', '远', '将', '接', '新', '逼'];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for figure in line.figures.iter().filter(|figure| !figure.rank && !figure.threshold) {
            examine(&line, figure, findings);
        }
    }
}

fn examine(line: &Line<'_>, figure: &Quantity, findings: &mut Findings) {
    let before = line.slice(0, figure.span.start);
    // 至少有300人左右.
    let before = before.strip_suffix('有').unwrap_or(before);
    let Some((first, seconds)) = PAIRS.iter().find(|(word, _)| before.ends_with(word)) else { return };
    let start = before.len() - first.len();
    // 不超过 is the opposite of 超过.
    if line.slice(0, start).ends_with(['不', '未']) {
        return;
    }
    if *first == "近" && (is_time(figure) || line.slice(0, start).ends_with(NOT_NEAR)) {
        return;
    }
    let Some((second, at)) = seconds.iter().find_map(|word| Some((*word, hedge_after(line, figure, word)?)))
    else {
        return;
    };
    // 高于3%左右的控制目标: the second hedge belongs to the target that is compared.
    let rest = line.slice(at.end, line.text.len());
    let compared: String = rest.chars().take(10).collect();
    if rest.starts_with('的')
        && ["目标", "水平", "预期", "计划", "控制"].iter().any(|word| compared.contains(word))
    {
        return;
    }
    if is_time(figure) && first.contains('近') {
        return;
    }
    let whole = Span::new(start, figure.span.end.max(at.end));
    let print = line.print(figure);
    let finding = findings.report(
        line.absolute(whole),
        Message::new(
            format!("“{first}”与“{second}”用在同一个数“{print}”上，前后矛盾；请只留一个。"),
            format!("“{first}” and “{second}” on one figure, {print}, contradict each other; keep one."),
        ),
    );
    for (at, word) in [(Span::new(start, start + first.len()), *first), (at, second)] {
        finding.relate(
            line.absolute(at),
            Message::new(format!("概数词“{word}”"), format!("the hedge “{word}”")),
        );
    }
    for (drop, keep) in [(Span::new(start, figure.span.start), second), (at, first)] {
        finding.fix(
            Message::new(format!("只留“{keep}”"), format!("Keep “{keep}” only")),
            vec![Edit::delete(line.absolute(drop))],
        );
    }
}

/// Where `word` stands inside the figure (400余人) or directly after it (60%左右).
fn hedge_after(line: &Line<'_>, figure: &Quantity, word: &str) -> Option<Span> {
    if word == "余" || word == "多" {
        let inside = line.print(figure).find(word).map(|at| figure.span.start + at);
        let after = figure.hedge_after.filter(|hedge| hedge.of(line.text) == word).map(|hedge| hedge.start);
        return inside.or(after).map(|at| Span::new(at, at + word.len()));
    }
    let rest = line.slice(figure.span.end, line.text.len());
    rest.starts_with(word).then(|| Span::new(figure.span.end, figure.span.end + word.len()))
}
