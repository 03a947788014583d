//! Rule `decimal-places-inconsistent`: one 分别 list whose rates have different decimals.

use super::phrase::{lines, statement};
use super::{Findings, Message};
use crate::report::Report;

declare_rule! {
    /// # 小数位数不一
    ///
    /// 同一个“分别”后面的几个百分数，小数位数不一样：`分别增长6.95%和17.3%`。
    ///
    /// English: The percentages after one “respectively” have different numbers of decimals.
    ///
    /// ## 为什么
    ///
    /// 并列的数出自同一张表，位数不同说明有的四舍五入了、有的没有。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 城乡居民收入分别增长6.95%和7.3%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 城乡居民收入分别增长6.9%和7.3%。
    /// ```
    ///
    /// ## 判断
    ///
    /// 整数（8%）视为末位是零，不报；默认关闭。
    ///
    /// ## 依据
    ///
    /// 行文惯例：并列的数精确度一致。
    name: "decimal-places-inconsistent",
    category: Number,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (at, _) in line.text.match_indices("分别") {
            let mut end = line.sentence(at).end;
            if let Some(stop) = line.slice(at, end).find([';', '\u{FF1B}']) {
                end = at + stop;
            }
            let range = line.figures_in(crate::text::Span::new(at, end));
            let all = line.figures.get(range).unwrap_or_default();
            // The list ends where more than a mark or 和 stands between two figures.
            let listed = 1 + all
                .windows(2)
                .take_while(|pair| {
                    let [one, other] = pair else { return false };
                    ["、", "和", "及", "与", "以及", ",", "\u{FF0C}"]
                        .contains(&line.between(one, other).trim())
                })
                .count();
            let list: Vec<_> = all
                .iter()
                .take(listed)
                .take_while(|figure| statement(figure))
                .filter(|figure| figure.is_percent() && figure.decimals > 0)
                .collect();
            let Some(first) = list.first() else { continue };
            let Some(other) = list.iter().find(|figure| figure.decimals != first.decimals) else { continue };
            findings
                .report(
                    line.absolute(other.span),
                    Message::new(
                        format!(
                            "“{}”与并列的“{}”小数位数不同；请统一。",
                            line.print(other),
                            line.print(first)
                        ),
                        format!(
                            "“{}” and “{}” have different decimals; make them alike.",
                            line.print(other),
                            line.print(first)
                        ),
                    ),
                )
                .relate(line.absolute(first.span), Message::new("并列的数", "The figure beside it"));
        }
    }
}
