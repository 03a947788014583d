//! Rule `growth-rank-claim`: 高于全国n个百分点 where the national rate is told and the gap is another.

use super::arithmetic::{correction, decimal, operand, range_of};
use super::phrase::{Line, comparable, holds, lines, statement, trimmed};
use super::{Findings, Message};
use crate::quantity::{Dimension, Modifier, Quantity};
use crate::report::Report;

declare_rule! {
    /// # “高于全国n个百分点”与所列数不符
    ///
    /// 本地增速、全国（全省）增速都写出了，两者之差却不是所说的百分点；或者“高于”与“低于”说反了。
    ///
    /// English: “n points above the national rate”, but the two rates given differ by something else.
    ///
    /// ## 为什么
    ///
    /// 全国、全省数据年底常有修订，改了增速容易忘改差距。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 固定资产投资增长8.5%，高于全国平均水平（6.9%）2.6个百分点。
    /// ```
    /// ```错例
    /// 全省工业投资增长6.2%，我市工业投资增长8.5%，高于全省1.3个百分点。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 固定资产投资增长8.5%，高于全国平均水平（6.9%）1.6个百分点，比全省高0.4个百分点。
    /// ```
    ///
    /// ## 判断
    ///
    /// 本地数紧接在前，全国（全省、全市）数写在括号里或同句中；按印出的精度展开后仍对不上才提示。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；是否高于全国以统计公报为准，故只作提示。
    name: "growth-rank-claim",
    category: Number,
    severity: Hint,
    tier: Logic,
    check: check,
}

/// Places to compare with.
const PLACES: &[&str] = &["全国", "全省", "全区", "全市", "全州", "全盟", "省", "国家"];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            if figure.dimension() == Some(Dimension::Points)
                && statement(figure)
                && figure.modifier == Modifier::Exact
            {
                examine(&line, index, figure, findings);
            }
        }
    }
}

fn percent<'a>(line: &Line<'a>, index: Option<usize>) -> Option<&'a Quantity> {
    line.figures.get(index?).filter(|figure| figure.is_percent() && statement(figure))
}

/// The comparison in the words before the points: the place, and whether ours is higher.
fn comparison(words: &str) -> Option<(&'static str, bool)> {
    let place = PLACES.iter().find(|place| words.contains(**place))?;
    let higher = holds(words, &["高于", "快于", "高出", "超过", "超", "高", "快", "领先"]);
    let lower = holds(words, &["低于", "慢于", "落后", "低", "慢"]);
    (higher != lower).then_some((*place, higher))
}

fn examine(line: &Line<'_>, index: usize, gap: &Quantity, findings: &mut Findings) {
    let sentence = line.sentence(gap.span.start);
    // 高于全国平均水平（6.9%）2.6个百分点.
    let enclosed = percent(line, index.checked_sub(1)).filter(|theirs| {
        let before = line.slice(sentence.start.min(theirs.span.start), theirs.span.start);
        let after =
            trimmed(line.slice(theirs.span.end, gap.span.start)).trim_start_matches([')', '\u{FF09}']);
        // 高出全省6.0%的平均水平3个百分点.
        PLACES.iter().any(|place| before.ends_with(place))
            && ["的平均水平", "的平均增速", "的水平", "的增速"].contains(&after)
            || before.trim_end().ends_with(['(', '\u{FF08}', '的'])
                && [")", "\u{FF09}", "", "高", "低", "高出"].contains(&after)
    });
    let (ours, theirs, words) = if let Some(theirs) = enclosed {
        let Some(ours) = percent(line, index.checked_sub(2)) else { return };
        (ours, theirs, line.slice(line.outer(ours).end, gap.span.start))
    } else {
        let Some(mut ours) = percent(line, index.checked_sub(1)) else { return };
        // 增长8.9%，全省为6.5%，高于全省2.4个百分点: ours stands before theirs.
        let last = index.checked_sub(1).map_or("", |at| line.lead(at));
        let told_last = PLACES.iter().any(|place| {
            let words = last.trim_start_matches([',', '\u{FF0C}', '、']);
            words.strip_prefix(place).is_some_and(|rest| {
                ["为", "", "平均为", "平均", "增长", "平均增长", "增速为", "平均水平为"].contains(&rest)
            })
        });
        if told_last {
            let Some(first) = percent(line, index.checked_sub(2)) else { return };
            if !line.lead(index - 2).contains("全") {
                ours = first;
            }
        }
        let words = line.slice(line.outer(ours).end, gap.span.start);
        let Some((place, _)) = comparison(words) else { return };
        // The rate of that place in the same sentence.
        let first = line.figures_in(sentence).start;
        let end = line.figures_in(sentence).end;
        let told: Vec<&Quantity> = (first..index.saturating_sub(1))
            .chain(told_last.then(|| index - 1))
            .chain(index + 1..end)
            .filter(|&at| {
                line.lead(at).contains(place)
                    && !holds(line.lead(at), &["占", "高于", "低于", "快于", "比全", "第"])
            })
            .filter_map(|at| percent(line, Some(at)))
            .filter(|figure| comparable(figure, ours))
            .collect();
        let [theirs] = *told.as_slice() else { return };
        (ours, theirs, words)
    };
    let Some((place, higher)) = comparison(words) else { return };
    if words.chars().count() > 24
        || ours.span.start < sentence.start
        || words.contains('、')
        || !comparable(ours, theirs)
    {
        return;
    }
    let (more, less) = if higher { (ours, theirs) } else { (theirs, ours) };
    let Some(difference) = more.interval().minus(&less.interval()) else { return };
    if !difference.disjoint(&gap.interval()) {
        return;
    }
    let Some(value) = more.value.checked_sub(less.value) else { return };
    let decimals = more.decimals.max(less.decimals);
    let (a, b, c) = (line.print(more), line.print(less), line.print(gap));
    let shown = decimal(value, decimals);
    let (zh, en) = range_of(line, gap, &difference, decimals);
    let says = if higher { "高于" } else { "低于" };
    let finding = findings.report(
        line.absolute(gap.span),
        Message::new(
            format!("{a}-{b}={shown}个百分点{zh}，文中写{says}{place}“{c}”；请核对两个增速与差距。"),
            format!("{a} - {b} = {shown} points{en}, the text says {c}; check both rates and the gap."),
        ),
    );
    for (figure, zh, en) in [(ours, "本地", "ours"), (theirs, place, "theirs")] {
        let (span, message) = operand(line, figure, zh, en);
        finding.relate(span, message);
    }
    if value.is_sign_positive()
        && let Some((title, edit)) = correction(line, gap, value)
    {
        finding.fix(title, vec![edit]);
    }
}
