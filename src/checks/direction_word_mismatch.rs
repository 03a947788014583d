//! Rule `direction-word-mismatch`: the verb says up, the two values say down, or the other way round.

use super::arithmetic::{decimal, operand};
use super::from_to::{Step, Turn, steps};
use super::phrase::{Line, holds, lines};
use super::{Findings, Message};
use crate::quantity::{Dimension, Modifier, Quantity};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 升降用词与数值相反
    ///
    /// “由A提高到B”而B比A小，“由A下降到B”而B比A大；或者前后两数是降，后面却写“提高”。
    ///
    /// English: The verb says that a value rose, its two figures say that it fell, or the other way round.
    ///
    /// ## 为什么
    ///
    /// 要么动词用反了，要么两个数写颠倒了；照字面读，意思正好相反。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 城镇登记失业率由3.09%提高到2.9%。
    /// ```
    /// ```错例
    /// 行政许可事项由198项精简到312项。
    /// ```
    /// ```错例
    /// 单位产品能耗由3.2%下降到2.8%，提高0.4个百分点。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 审批时限由270天缩减至30天，城镇登记失业率由3.09%下降到2.9%。
    /// ```
    /// ```正例
    /// 综合考评由全省第32位提升到第12位，城乡居民收入差距由2.6倍缩小到2.4倍。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看“从A……到B”和“B，比某年的A……”两种写法，A、B单位相同，按印出的精度展开后一个必定大于另一个，动词又有明确的升降。名次、效率、亏损、时速等越升越小的不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "direction-word-mismatch",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for step in steps(report, &line) {
            if ranks(step.from) || ranks(step.to) || upside_down(&line, &step) {
                continue;
            }
            match &step.turn {
                Some(turn) if against(&step, turn.rises) => verb_to(&line, &step, turn, findings),
                _ => stated(&line, &step, findings),
            }
        }
    }
}

/// Figures that may rise downwards: 由132名提升到32名.
fn ranks(figure: &Quantity) -> bool {
    figure.rank || figure.unit.is_some_and(|unit| ["位", "名", "步", "级"].contains(&unit.symbol()))
}

/// Sentences in which less is more, or in which the figures are bounds.
fn upside_down(line: &Line<'_>, step: &Step<'_>) -> bool {
    let start = step.from.span.start.min(step.to.span.start);
    let clause = line.slice(line.clause(start).start, start);
    let hedged = [step.from, step.to].iter().any(|figure| {
        figure.value.is_sign_negative()
            || !matches!(figure.modifier, Modifier::Exact | Modifier::Approx | Modifier::Nearly)
    });
    hedged
        || holds(
            clause,
            &[
                "排名", "位次", "名次", "位列", "居全", "效率", "速度", "亏", "负", "倒数", "逆差", "能级",
                "等级", "门槛", "埋深", "降幅", "跌幅",
            ],
        )
}

/// Whether the values certainly go the other way.
fn against(step: &Step<'_>, rises: bool) -> bool {
    let goes_up = step.to.value > step.from.value;
    goes_up != rises && step.from.interval().disjoint(&step.to.interval())
}

fn verb_to(line: &Line<'_>, step: &Step<'_>, turn: &Turn<'_>, findings: &mut Findings) {
    // The verb leads to the new value, or stands behind the old one (比上年的A大幅增加).
    let told = Span::new(turn.at, turn.at + turn.verb.len());
    let span = if turn.at < step.to.span.start { told.cover(line.outer(step.to)) } else { told };
    let (a, b) = (line.print(step.from), line.print(step.to));
    let (verb, instead) = (turn.verb, opposite(turn.verb, turn.rises));
    let (zh, en) = if turn.rises { ("降", "falls") } else { ("升", "rises") };
    let finding = findings.report(
        line.absolute(span),
        Message::new(
            format!("{a}→{b}是{zh}，文中写“{verb}”；请改动词（如“{instead}”），或核对两数是否写颠倒。"),
            format!(
                "{a}→{b} {en}, the text says “{verb}”; change the verb or check the order of the figures."
            ),
        ),
    );
    relate(line, step, finding);
    let word = Span::new(turn.at, turn.at + verb.len());
    finding.fix(
        Message::new(format!("改为“{instead}”"), format!("Change to “{instead}”")),
        vec![Edit::replace(line.absolute(word), instead)],
    );
    let swap = [(step.from, b), (step.to, a)];
    finding.fix(
        Message::new("两数对调", "Swap the figures"),
        swap.iter().map(|(figure, text)| Edit::replace(line.absolute(figure.span), *text)).collect(),
    );
}

/// `由3.2%下降到2.8%，提高0.4个百分点`, `达到70.1%，比上年的75.2%提高5.1个百分点`.
fn stated(line: &Line<'_>, step: &Step<'_>, findings: &mut Findings) {
    let Some(stated) = &step.stated else { return };
    let figure = stated.figure;
    let points = step.from.is_percent() && figure.dimension() == Some(Dimension::Points);
    let same = step.from.unit == figure.unit && !step.from.is_percent();
    if stated.mean || !(points || same) || !against(step, !stated.falls) {
        return;
    }
    // Another amount of change is change-mismatch's matter.
    let (low, high) = (step.from.value.min(step.to.value), step.from.value.max(step.to.value));
    let fits = high.checked_sub(low).is_some_and(|gap| {
        decimal(gap, figure.decimals) == decimal(figure.value, figure.decimals) || gap == figure.value
    });
    let start = line.outer(figure).start;
    let Some(at) = line.slice(step.from.span.end.max(step.to.span.end), start).rfind(stated.verb) else {
        return;
    };
    let at = step.from.span.end.max(step.to.span.end) + at;
    if !fits {
        return;
    }
    let (a, b, c) = (line.print(step.from), line.print(step.to), line.print(figure));
    let (verb, instead) = (stated.verb, opposite(stated.verb, !stated.falls));
    let (zh, en) = if stated.falls { ("升", "rises") } else { ("降", "falls") };
    let finding = findings.report(
        line.absolute(Span::new(at, line.outer(figure).end)),
        Message::new(
            format!("{a}→{b}是{zh}，文中写“{verb}{c}”；请把“{verb}”改为“{instead}”，或核对两数。"),
            format!("{a}→{b} {en}, the text says “{verb}{c}”; change the verb or check the figures."),
        ),
    );
    finding.variant("stated-change");
    relate(line, step, finding);
    finding.fix(
        Message::new(format!("改为“{instead}”"), format!("Change to “{instead}”")),
        vec![Edit::replace(line.absolute(Span::new(at, at + verb.len())), instead)],
    );
}

fn relate(line: &Line<'_>, step: &Step<'_>, finding: &mut super::Finding) {
    for (figure, zh, en) in [(step.from, "变化前", "before"), (step.to, "变化后", "after")] {
        let (span, message) = operand(line, figure, zh, en);
        finding.relate(span, message);
    }
}

/// A verb of the other direction.
fn opposite(verb: &str, rises: bool) -> &'static str {
    match (verb, rises) {
        ("增加" | "净增加" | "净增", true) => "减少",
        ("扩大" | "扩展" | "拓展", true) => "缩小",
        ("增", true) => "减",
        ("升" | "高", true) => "降",
        ("多", true) => "少",
        (_, true) => "下降",
        ("减少" | "净减少" | "缩减" | "精简" | "压减" | "压缩" | "削减", false) => "增加",
        ("缩小" | "收窄", false) => "扩大",
        ("缩短", false) => "延长",
        ("减", false) => "增",
        ("降" | "低", false) => "升",
        ("少", false) => "多",
        (_, false) => "提高",
    }
}
