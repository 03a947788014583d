//! Rule `conflicting-value`: one indicator, one period, two values that cannot both be true.

use super::arithmetic::range_of;
use super::claims::{disagreements, near, slipped};
use super::phrase::line_of;
use super::{Findings, Message, Severity};
use crate::report::{Fact, Report};

declare_rule! {
    /// # 同一指标前后数值不一
    ///
    /// 同一指标、同一时期、同一口径，前后两处写了不同的数。
    ///
    /// English: One indicator, one period, one scope, and two values that exclude each other.
    ///
    /// ## 为什么
    ///
    /// 报告会逐字见报、逐条入账，同一件事有两个数，必有一个是错的。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年一般公共预算收入11.55亿元，增长5.2%。
    ///
    /// 财税工作稳中有进。一般公共预算收入完成11.65亿元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 全年一般公共预算收入11.55亿元，增长5.2%。
    ///
    /// 财税工作稳中有进。一般公共预算收入完成11.6亿元，高新区一般公共预算收入2.3亿元。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标、门槛、范围、时期、实绩或目标、总量或增速、币种全部相同才比较；名称前有修饰语、句中说的是园区或乡镇、名称与数字之间另有话的，都不比。两个数按印出的精度和概数词展开成区间，不相交才报告。两个数相差两成以上、又不是只差一位数字的，或同一组有三个以上不同的数，多半是时期或口径不同，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "conflicting-value",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// What a printed figure allows, in brackets and in its own unit; nothing where it is exact.
fn allowed(report: &Report, fact: &Fact) -> Message {
    let range = line_of(report, fact.paragraph).and_then(|line| {
        let figure = line.figures.get(fact.quantity)?;
        Some(range_of(&line, figure, &fact.interval, figure.decimals + 1))
    });
    let (zh, en) = range.unwrap_or_default();
    Message::new(zh, en)
}

fn check(report: &Report, findings: &mut Findings) {
    for (first, second) in disagreements(report) {
        if slipped(report, first, second) || !near(report, first, second) {
            continue;
        }
        let (a, b) = (report.text(first.span), report.text(second.span));
        let line = first.paragraph + 1;
        let name = &second.surface;
        let (here, there) = (allowed(report, second), allowed(report, first));
        let finding = findings.report(
            second.span,
            Message::new(
                format!(
                    "{name}此处为{b}{}，第{line}行为{a}{}，同一时期两个数不能都对；请核对后统一。",
                    here.zh, there.zh
                ),
                format!(
                    "{name} is {b}{} here and {a}{} on line {line}, for one period; check both.",
                    here.en, there.en
                ),
            ),
        );
        finding.relate(first.span, Message::new(format!("另一处：{a}"), format!("the other place: {a}")));
        if first.paragraph == second.paragraph {
            finding.severity(Severity::Error);
        }
        if first.unit == second.unit {
            finding.fix(
                Message::new(
                    format!("与第{line}行统一，改为“{a}”"),
                    format!("Change to “{a}” as on line {line}"),
                ),
                vec![crate::text::Edit::replace(second.span, a)],
            );
        }
    }
}
