//! Rule `ratio-list-not-100`: the shares of the three sectors do not add up to a hundred.

use std::sync::LazyLock;

use regex::Regex;

use super::phrase::{Line, holds, lines, statement, trimmed};
use super::{Findings, Message};
use crate::quantity::{Decimal, Quantity};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 三次产业比重之和不是100
    ///
    /// “三次产业结构为a∶b∶c”“三次产业占比分别为a%、b%、c%”，三数相加不等于100。
    ///
    /// English: The shares of the three sectors do not add up to 100.
    ///
    /// ## 为什么
    ///
    /// 三次产业合起来就是全部，比重之和只能是100，四舍五入至多差零点几。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 三次产业结构调整为9.2:38.5:53.3。
    /// ```
    /// ```错例
    /// 三次产业占比分别为9.2%、38.5%和53.3%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 三次产业结构由3.1:57.2:39.7调整为2.7:56.0:41.3。发布会定于16:17开始。
    /// ```
    /// ```正例
    /// 三次产业增加值分别增长4.2%、6.5%和7.1%，城乡居民收入比缩小到2.4:1。
    /// ```
    ///
    /// ## 判断
    ///
    /// 前文说的是产业结构、三次产业比重，比号连着三个数，或“分别为”后面并列三个百分数。每个数按末位放宽半个单位，和仍不含100才报告；和小于50或大于200的多半不是比重，不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；三次产业划分规定。
    name: "ratio-list-not-100",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

static RATIO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = "([0-9\u{FF10}-\u{FF19}]+(?:[.\u{FF0E}][0-9\u{FF10}-\u{FF19}]+)?)%?";
    let colon = "\\s*[:\u{FF1A}\u{2236}\u{FE30}]\\s*";
    Regex::new(&format!("{number}{colon}{number}{colon}{number}")).ok()
});

/// Words before the ratio that say it is the structure of the economy.
const CONTEXT: &[&str] = &[
    "产业结构",
    "三次产业",
    "三产结构",
    "三产比",
    "一二三产",
    "一、二、三产",
    "一二三次产业",
    "一、二、三次产业",
    "产业比",
    "三大产业",
    "三产业",
];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        ratios(&line, findings);
        for index in 0..line.figures.len() {
            listed(&line, index, findings);
        }
    }
}

fn ratios(line: &Line<'_>, findings: &mut Findings) {
    let Some(pattern) = RATIO.as_ref() else { return };
    for found in pattern.captures_iter(line.text) {
        let Some(whole) = found.get(0) else { continue };
        let span = Span::from(whole.range());
        let before = line.slice(line.sentence(span.start).start, span.start);
        let near: String = before.chars().rev().take(48).collect::<Vec<char>>().into_iter().rev().collect();
        let joined = |text: &str, c: Option<char>| {
            c.is_some_and(|c| c.is_ascii_digit() || ":\u{FF1A}\u{2236}.".contains(c)) && !text.is_empty()
        };
        let after = line.slice(span.end, line.text.len());
        if !holds(&near, CONTEXT)
            || joined(after, after.trim_start().chars().next())
            || joined(before, before.chars().next_back())
        {
            continue;
        }
        let parts: Vec<Part> = (1..=3)
            .filter_map(|group| {
                let printed = found.get(group)?;
                let (value, decimals) = number(printed.as_str())?;
                Some(Part { value, decimals, span: Span::from(printed.range()) })
            })
            .collect();
        tell(line, span, &parts, findings);
    }
}

/// The value and the decimals of a printed number.
fn number(printed: &str) -> Option<(Decimal, u32)> {
    let folded: String = printed
        .chars()
        .map(|c| match c {
            '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(c) - 0xFF10, 10).unwrap_or(c),
            '\u{FF0E}' => '.',
            _ => c,
        })
        .collect();
    let value: Decimal = folded.parse().ok()?;
    Some((value, value.scale()))
}

/// `三次产业占比分别为9.2%、38.5%和52.3%` with the first share at `index`.
fn listed(line: &Line<'_>, index: usize, findings: &mut Findings) {
    let Some(figures) = line.figures.get(index..index + 3) else { return };
    let [first, second, third] = figures else { return };
    let all: [&Quantity; 3] = [first, second, third];
    if !all.iter().all(|figure| figure.is_percent() && statement(figure) && !line.torn(figure)) {
        return;
    }
    let plain = |one: &Quantity, other: &Quantity| {
        ["、", "和", "，", ",", "\u{FF0C}", "以及", "及"].contains(&trimmed(line.between(one, other)))
    };
    let fourth =
        line.figures.get(index + 3).is_some_and(|figure| figure.is_percent() && plain(third, figure));
    let lead = line.lead(index);
    let sentence = line.sentence(first.span.start);
    let before = line.slice(sentence.start, first.span.start);
    let shares = holds(lead, &["占", "比重", "结构"])
        && !holds(&lead.replace("增加值", ""), &["增", "贡献", "拉动", "提高", "下降", "上升"]);
    if plain(first, second) && plain(second, third) && !fourth && shares && holds(before, CONTEXT) {
        let part =
            |figure: &&Quantity| Part { value: figure.value, decimals: figure.decimals, span: figure.span };
        let parts: Vec<Part> = all.iter().map(part).collect();
        tell(line, first.span.cover(third.span), &parts, findings);
    }
}

/// One of the three shares.
struct Part {
    value: Decimal,
    decimals: u32,
    span: Span,
}

fn tell(line: &Line<'_>, span: Span, parts: &[Part], findings: &mut Findings) {
    if parts.len() != 3 {
        return;
    }
    let sum: Decimal = parts.iter().map(|part| part.value).sum();
    let slack: Decimal = parts.iter().map(|part| Decimal::new(5, part.decimals + 1)).sum();
    if (sum - Decimal::ONE_HUNDRED).abs() <= slack || sum < Decimal::from(50) || sum > Decimal::from(200) {
        return;
    }
    let prints: Vec<String> = parts.iter().map(|part| part.value.to_string()).collect();
    let (formula, sum, slack) = (prints.join("+"), sum.normalize(), slack.normalize());
    let finding = findings.report(
        line.absolute(span),
        Message::new(
            format!("{formula}={sum}，三次产业比重之和应为100（四舍五入至多差{slack}）；请核对三个数。"),
            format!("{formula} = {sum}, the three shares must add up to 100 (within {slack}); check them."),
        ),
    );
    for part in parts {
        let print = part.span.of(line.text);
        finding.relate(
            line.absolute(part.span),
            Message::new(format!("比重：{print}"), format!("share: {print}")),
        );
    }
}
