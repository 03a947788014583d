//! Rule `implausible-value`: a value far outside what the indicator usually shows, or a target ten
//! times what was done.

use super::goals::{Told, done_and_aimed, report_against};
use super::phrase::holds;
use super::{Findings, Message};
use crate::knowledge::PlausibleOf;
use crate::quantity::{Decimal, Dimension};
use crate::reading::{Basis, Kind};
use crate::report::Report;

declare_rule! {
    /// # 数值不太可能
    ///
    /// 指标的水平或增速远在常见范围之外；或者今年的目标是去年实绩的十倍以上（十分之一以下）。
    ///
    /// English: A value far outside its usual range, or a target ten times (a tenth of) what was done.
    ///
    /// ## 为什么
    ///
    /// 多打一位、错了小数点或丢了“万”字，数字往往一下子差出一个数量级。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 地区生产总值增长65%。
    /// ```
    /// ```错例 安排
    /// 去年完成农村户厕改造2166座。
    ///
    /// 持续整治人居环境。完成农村户厕改造3万座。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 地区生产总值增长6.5%，跨境电商交易额增长4.4倍。
    /// ```
    ///
    /// ## 判断
    ///
    /// 常见范围取自指标库，只作提示；全部可能值都在范围之外才报告。增速只看一年的，开发区、新区的不看。目标与实绩要指标、口径、单位相同，回顾一处、安排一处，比值不小于10；不大于0.1的只看统计指标，且名称要在句首。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；指标库的常见范围。
    name: "implausible-value",
    category: Number,
    severity: Information,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for fact in &report.facts {
        let Some(indicator) = fact.indicator.and_then(|id| report.knowledge.indicator(id)) else { continue };
        let Some(range) = indicator.plausible.filter(|range| !range.hard) else { continue };
        let Some(told) = Told::of(report, fact) else { continue };
        let percent = told.figure.is_percent();
        let single = fact.value_to.is_none() && !told.line.torn(told.figure);
        let applies = match range.applies_to {
            // A growth over several years is no growth of a year.
            PlausibleOf::Growth => {
                fact.kind == Kind::Growth
                    && percent
                    && matches!(fact.basis, None | Some(Basis::Yoy | Basis::Mean))
                    && of_a_year(&told)
            }
            PlausibleOf::Value => {
                (fact.kind == Kind::Share && percent && indicator.dimension == Dimension::Percent
                    || fact.kind == Kind::Level
                        && fact.unit.is_some_and(|unit| {
                            unit.dimension() == indicator.dimension && unit.symbol() == indicator.unit
                        }))
                    && of_its_clause(&told)
            }
        };
        let (low, high) = (range.min(), range.max());
        // Ranges of growth are soft: only what lies well outside is told.
        let margin = match range.applies_to {
            PlausibleOf::Growth => Decimal::TEN.max(high / Decimal::from(4)),
            // Rates that may pass a hundred (巩固率, 参保率) do so by little.
            PlausibleOf::Value if high >= Decimal::ONE_HUNDRED && percent => Decimal::TEN * Decimal::TWO,
            PlausibleOf::Value => Decimal::ZERO,
        };
        let outside = fact.interval.high.is_some_and(|top| top < low - margin)
            || fact.interval.low.is_some_and(|bottom| bottom > high + margin);
        // Beyond all or nothing is impossible-value's matter.
        let impossible = percent
            && (fact.kind == Kind::Share
                && high <= Decimal::ONE_HUNDRED
                && fact.value > Decimal::ONE_HUNDRED
                || fact.kind == Kind::Share && fact.value.is_sign_negative()
                || fact.value < -Decimal::ONE_HUNDRED);
        if impossible || !(applies && single && outside) {
            continue;
        }
        let (name, print) = (&fact.name, told.print());
        let (of_zh, of_en) = match range.applies_to {
            PlausibleOf::Growth => ("增速", " growth"),
            PlausibleOf::Value => ("", ""),
        };
        let unit = if percent { "%" } else { indicator.unit.as_str() };
        findings
            .report(
                fact.span,
                Message::new(
                    format!("{name}{of_zh}一般在{low}到{high}{unit}之间，文中写“{print}”；请核对小数点和单位。"),
                    format!("{name}{of_en} usually lies between {low} and {high}{unit}, the text says {print}; check it."),
                ),
            )
            .variant("range");
    }
    jumps(report, findings);
}

/// Whether the figure is a value of today named in its own clause: an old value (由…) was what it was,
/// and a clause without a name may speak of something new.
fn of_its_clause(told: &Told<'_>) -> bool {
    told.opening().is_some() && !holds(told.before(), &["由", "从"])
}

/// Whether a rate of growth is that of one year and of the whole place, by the words around it.
fn of_a_year(told: &Told<'_>) -> bool {
    if !told.plain() || !matches!(told.fact.period, Some(crate::reading::Period::Year(_))) {
        return false;
    }
    let sentence = told.line.sentence(told.figure.span.start);
    let before = told.line.slice(sentence.start, told.figure.span.start);
    // 均高于全市水平: what is above the whole is a part.
    let after = told.line.slice(told.figure.span.end, sentence.end);
    if holds(after, &["高于全市", "高于全县", "高于全区", "高于全省", "扣除", "剔除"]) {
        return false;
    }
    !holds(
        before,
        &[
            "从",
            "由",
            "五年",
            "5年",
            "四年",
            "三年",
            "累计",
            "比20",
            "比19",
            "较20",
            "较19",
            "以来",
            "倍",
            "期间",
            "时期",
            "届",
            "十五",
            "十一五",
            "十二五",
            "十三五",
            "十四五",
            "一季度",
            "月",
            "末",
            "新区",
            "开发区",
            "保税区",
            "园区",
            "板块",
            "片区",
            "商务区",
            "功能区",
            "集聚区",
            "产业带",
            "试验区",
            "示范区",
            "直管",
            "高新区",
            "自贸",
        ],
    )
}

fn jumps(report: &Report, findings: &mut Findings) {
    for (actual, target) in done_and_aimed(report, &[Kind::Level, Kind::Count]) {
        let (a, b) = (actual.figure.value, target.figure.value);
        // 新建…, 再建…: told in the same words, they are one thing.
        let alike = b > a && actual.worded_as(&target);
        let unclear = vague(&actual, alike) || vague(&target, alike);
        if a <= Decimal::ZERO || b <= Decimal::ZERO || actual.figure.rank || unclear {
            continue;
        }
        // Works and investments under two names are seldom one thing: 城建重点工程投资, 重大项目投资.
        let surface = |told: &Told<'_>| told.fact.name_span.map(|span| report.text(span));
        if surface(&actual) != surface(&target) {
            continue;
        }
        let Some(ratio) = b.checked_div(a) else { continue };
        // A small target is most often that of a part; only statistics told in the same words compare.
        let statistic = target
            .fact
            .indicator
            .and_then(|id| report.knowledge.indicator(id))
            .is_some_and(|it| it.is_statistic());
        let small = ratio <= Decimal::new(1, 1) && statistic && actual.plain() && target.plain();
        if ratio < Decimal::TEN && !small {
            continue;
        }
        let name = &target.fact.name;
        let (done, aim) = (actual.print(), target.print());
        let line = actual.fact.paragraph + 1;
        let (a, b) = (a.normalize(), b.normalize());
        let times = ratio.round_dp(if ratio < Decimal::ONE { 3 } else { 1 }).normalize();
        let finding = report_against(
            findings,
            &actual,
            &target,
            Message::new(
                format!(
                    "{name}去年为{done}（第{line}行），今年目标写“{aim}”，{b}÷{a}={times}，是去年的{times}倍；请核对单位和位数。"
                ),
                format!(
                    "{name} was {done} (line {line}), the target is {aim}, {b} ÷ {a} = {times} times as much; check units and digits."
                ),
            ),
        );
        finding.variant("jump");
    }
}

/// Names under which different things are counted, and figures that are not the whole of a year.
fn vague(told: &Told<'_>, alike: bool) -> bool {
    let name = told.fact.name.as_str();
    let short = !alike && told.fact.indicator.is_none() && name.chars().count() < 5;
    let general = told.fact.indicator.is_none()
        && holds(
            name,
            &[
                "项目", "企业", "资金", "投资", "工程", "活动", "重点", "服务", "岗位", "试点", "示范", "总",
                "基地", "中心", "平台", "人才", "机构",
            ],
        );
    short
        || general
        || !alike && holds(told.before(), &["新增", "新建", "再", "培育"])
        || holds(
            told.before(),
            &["累计", "其中", "净增", "增加", "至少", "每", "均", "首批", "率先", "总投资"],
        )
}
