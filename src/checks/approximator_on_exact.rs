//! Rule `approximator-on-exact`: 约 or 左右 with a figure too precise to be approximate.

use super::phrase::{lines, statement};
use super::{Findings, Message};
use crate::quantity::{Modifier, Quantity};
use crate::report::Report;
use crate::text::Edit;

declare_rule! {
    /// # 精确数前用了“约”
    ///
    /// 四位以上有效数字、又带小数的数，前面用“约”或者后面用“左右”。
    ///
    /// English: A hedge stands with a figure that is too precise to be approximate.
    ///
    /// ## 为什么
    ///
    /// “约”“左右”说的是大致的数，数字却精确到小数，读者不知道该信哪一个。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 改造农村危房约12.08万户。
    /// ```
    /// ```错例
    /// 预计完成技改投资11.55亿元左右。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 改造农村危房约12万户，预计完成技改投资11.6亿元左右，现场签约193.57亿元，节约用水12.35万吨。
    /// ```
    ///
    /// ## 判断
    ///
    /// 有效数字不少于四位且带小数才报告；“签约、节约、集约”里的“约”不算；区间和物价指数（103.5左右）不报。
    ///
    /// ## 依据
    ///
    /// 行文惯例：概数不用精确数表示。
    name: "approximator-on-exact",
    category: Number,
    severity: Hint,
    tier: Habit,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for figure in line.figures {
            // A price index near 100 is printed with its decimal (103.5左右 is a rise of 3.5 %).
            let index =
                figure.unit.is_none() || line.clause(figure.span.start).of(line.text).contains("指数");
            if figure.modifier != Modifier::Approx
                || index
                || !statement(figure)
                || !precise(line.text, figure)
            {
                continue;
            }
            let hedges = [figure.hedge_before, figure.hedge_after].into_iter().flatten();
            let Some(hedge) = hedges
                .into_iter()
                .find(|hedge| ["约", "大约", "约为", "大概", "左右", "上下"].contains(&hedge.of(line.text)))
            else {
                continue;
            };
            let (word, printed) = (hedge.of(line.text), line.print(figure));
            let finding = findings.report(
                line.absolute(hedge.cover(figure.span)),
                Message::new(
                    format!("“{printed}”精确到小数，与“{word}”不相称；请删去“{word}”，或者把数取整。"),
                    format!("“{printed}” is too precise for “{word}”; drop the hedge or round the figure."),
                ),
            );
            finding.fix(
                Message::new(format!("删去“{word}”"), format!("Drop “{word}”")),
                vec![Edit::delete(line.absolute(hedge))],
            );
        }
    }
}

/// Four significant digits or more, with decimals.
fn precise(text: &str, figure: &Quantity) -> bool {
    let digits: String = figure.numeral.of(text).chars().filter(|c| super::marks::is_digit(*c)).collect();
    let significant = digits.trim_start_matches(['0', '\u{FF10}']).chars().count();
    !figure.chinese && figure.decimals > 0 && significant >= 4
}
