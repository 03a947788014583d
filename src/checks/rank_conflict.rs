//! Rule `rank-conflict`: one ranking, one indicator, one period, and two ranks.

use super::goals::Told;
use super::phrase::{holds, strip_tail};
use super::{Findings, Message};
use crate::quantity::Modifier;
use crate::reading::{Kind, Role};
use crate::report::{Fact, Report};

declare_rule! {
    /// # 同一排名前后不一
    ///
    /// 同一指标在同一范围里的名次，前后两处写得不同。
    ///
    /// English: One ranking of one indicator, and two ranks.
    ///
    /// ## 为什么
    ///
    /// 名次最受关注，也最容易在几次修改中只改一处。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 固定资产投资增速居全省第2位。
    ///
    /// 投资拉动作用增强。固定资产投资增速居全省第3位。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 固定资产投资增速居全省第2位，固定资产投资总量居全省第3位，社会消费品零售总额增速居全国第15位。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标（或四个字以上的同一名称）、排名的范围（全国、全省、东北等）、比的是总量还是增速、时期都相同，名次只有两个而又不同，才报告；“前n位”容得下的不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "rank-conflict",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Fields in which a rank holds.
const FIELDS: &[&str] = &[
    "全国",
    "全省",
    "全区",
    "全市",
    "全州",
    "全盟",
    "全球",
    "世界",
    "东北",
    "西部",
    "中部",
    "东部",
    "西北",
    "西南",
    "华东",
    "中南",
    "长三角",
    "珠三角",
    "同类",
    "副省级",
    "省内",
    "计划单列",
    "沿海",
    "地级市",
    "省会",
];

/// What a name of its own does not hold: the rest of a sentence.
const VAGUE: &[&str] = &[
    "居", "列", "位", "排", "均", "、", "和", "及", "保持", "全省", "全国", "全市", "全球", "继续", "名",
    "其",
];

/// What is compared.
const MEASURES: &[&str] = &["增速", "增幅", "增长", "总量", "增量", "均", "质量", "强度", "规模"];

fn check(report: &Report, findings: &mut Findings) {
    let ranks: Vec<(&Fact, String)> =
        report.facts.iter().filter_map(|fact| Some((fact, key(report, fact)?))).collect();
    let mut done: Vec<&str> = Vec::new();
    for (first, key) in &ranks {
        if done.contains(&key.as_str()) {
            continue;
        }
        done.push(key);
        let mut distinct: Vec<&Fact> = vec![first];
        for (other, _) in ranks.iter().filter(|(_, other)| other == key) {
            if distinct.iter().all(|known| known.value != other.value) {
                distinct.push(other);
            }
        }
        let [one, two] = *distinct.as_slice() else { continue };
        // 前3位 holds 第2位.
        if within(report, one, two) || within(report, two, one) {
            continue;
        }
        let (a, b) = (report.text(one.span), report.text(two.span));
        let (name, line) = (bare_name(&two.name), one.paragraph + 1);
        let finding = findings.report(
            two.span,
            Message::new(
                format!("{name}的名次此处为“{b}”，第{line}行为“{a}”，同一排名只能有一个；请核对后统一。"),
                format!(
                    "{name} ranks {b} here and {a} on line {line}; one ranking has one rank; check both."
                ),
            ),
        );
        finding.relate(one.span, Message::new(format!("另一处：{a}"), format!("the other place: {a}")));
    }
}

/// Whether one rank says 前n and the other lies in it.
fn within(report: &Report, one: &Fact, other: &Fact) -> bool {
    let ahead = |fact: &Fact| {
        let told = Told::of(report, fact);
        report.text(fact.span).starts_with('前') || told.is_some_and(|told| told.before().ends_with('前'))
    };
    (ahead(one) && other.value <= one.value) || one.modifier != Modifier::Exact
}

/// A name without the words that lead to its rank.
fn bare_name(mut name: &str) -> &str {
    const LEAD: &[&str] = &[
        "位居", "名列", "位列", "排名", "稳居", "居于", "居", "列", "排在", "排", "位于", "继续", "保持",
        "跃居", "在", "为", "达到", "第",
    ];
    while let Some(rest) = strip_tail(name, LEAD).or_else(|| strip_tail(name, FIELDS)) {
        name = rest;
    }
    name
}

/// Everything in which two ranks must agree to be the same one.
fn key(report: &Report, fact: &Fact) -> Option<String> {
    if fact.kind != Kind::Rank || fact.value_to.is_some() || fact.role == Some(Role::Target) {
        return None;
    }
    let told = Told::of(report, fact)?;
    let name = match fact.indicator {
        Some(id) => id.index().to_string(),
        None => {
            let name = bare_name(&fact.name);
            if name.chars().count() < 4 || holds(name, VAGUE) {
                return None;
            }
            name.to_owned()
        }
    };
    // 居全省第4位、第5位: a list of ranks for a list of things.
    let after = told.line.slice(told.figure.span.end, told.line.text.len());
    if after.starts_with(['、', '和']) || holds(&fact.surface, &["、", "和", "及"]) {
        return None;
    }
    // Name and rank must stand in one clause, so that the field is this rank's.
    let clause = told.line.clause(told.figure.span.start);
    let at = fact.name_span?.start.checked_sub(told.line.absolute(crate::text::Span::at(0)).start)?;
    if at < clause.start {
        return None;
    }
    let before = told.before();
    let field = FIELDS.iter().filter_map(|field| Some((before.rfind(field)?, *field))).max()?.1;
    let measure: String = MEASURES.iter().filter(|word| before.contains(**word)).copied().collect();
    let other = holds(
        before,
        &[
            "上升",
            "提升",
            "前移",
            "从",
            "由",
            "上年",
            "去年",
            "季度",
            "上半年",
            "月",
            "其中",
            "分别",
            "曾",
            "连续",
        ],
    );
    let period = fact.period.filter(|_| !other)?;
    Some(format!("{name}|{field}|{measure}|{period}|{:?}|{:?}", fact.threshold, fact.scope))
}
