//! Rule `name-drift`: one indicator under two names in one report.

use std::collections::BTreeMap;

use super::goals::Told;
use super::{Findings, Message, Severity};
use crate::knowledge::IndicatorId;
use crate::reading::Kind;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 指标名称前后不一
    ///
    /// 同一个指标在一篇之中有两种叫法：`旅游综合收入`与`旅游总收入`，`固定资产投资`与`全社会固定资产投资`。
    ///
    /// English: One indicator goes by two names in one report.
    ///
    /// ## 为什么
    ///
    /// 叫法不一，读者会以为是两个指标；口径也可能真的不同，需要核对。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 旅游总收入增长8%，全年举办节庆活动20场，旅游综合收入达到61亿元。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 规模以上工业增加值增长8%，其中园区规上工业增加值增长9%。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比带着数值的统计指标；简称与全称（规上、社零、GDP）不算两名；每个指标报一次，标在较少用的名称上；只有词序不同的（新增城镇就业、城镇新增就业）作提示。
    ///
    /// ## 依据
    ///
    /// 统计制度：指标名称以统计部门公布的为准，一篇之中保持一致。
    name: "name-drift",
    category: Wording,
    severity: Information,
    tier: Statistics,
    check: check,
}

/// How the full name of a measure ends; what ends otherwise names a piece of work.
const MEASURES: &[&str] = &[
    "收入", "支出", "投资", "天数", "率", "比例", "产量", "额", "能耗", "寿命", "面积", "余额", "就业",
    "税收", "里程", "强度",
];

fn check(report: &Report, findings: &mut Findings) {
    // Names of each indicator in order of appearance, with their places; only names that carry a
    // figure, for what is merely mentioned may be called anything.
    let mut names: BTreeMap<IndicatorId, Vec<(&str, Vec<Span>)>> = BTreeMap::new();
    for fact in &report.facts {
        let (Some(id), Some(span)) = (fact.indicator, fact.name_span) else { continue };
        let Some(indicator) = report.knowledge.indicator(id).filter(|it| it.is_statistic()) else { continue };
        if Told::of(report, fact).is_none_or(|told| is_of_a_part(&told)) {
            continue;
        }
        let name = report.text(span);
        let measure = MEASURES.iter().any(|end| name.ends_with(end));
        let known = indicator.name == name || indicator.aliases.iter().any(|alias| alias == name);
        if !measure || !known || !matches!(fact.kind, Kind::Level | Kind::Growth | Kind::Share | Kind::Count)
        {
            continue;
        }
        let seen = names.entry(id).or_default();
        match seen.iter_mut().find(|(other, _)| *other == name) {
            Some((_, places)) => places.push(span),
            None => seen.push((name, vec![span])),
        }
    }
    for seen in names.values_mut() {
        // The commonest name is the model; of equals the first.
        seen.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        let Some(((usual, at), others)) = seen.split_first() else { continue };
        let Some((name, places)) = others.iter().find(|(name, _)| is_other_name(usual, name)) else {
            continue;
        };
        let (Some(&first), Some(&model)) = (places.first(), at.first()) else { continue };
        let finding = findings.report(
            first,
            Message::new(
                format!("同一个指标，别处称“{usual}”，这里称“{name}”；请统一名称，或核对口径。"),
                format!("The same indicator is called “{usual}” elsewhere and “{name}” here; use one name."),
            ),
        );
        finding.relate(model, Message::new(format!("别处称“{usual}”"), format!("Called “{usual}” here")));
        if sorted(usual) == sorted(name) {
            finding.severity(Severity::Hint);
        }
    }
}

/// Whether the words before the name make it another measure (新增固定资产投资, 农业电子商务销售额) or that
/// of a part (六大产业基地完成固定资产投资).
fn is_of_a_part(told: &Told<'_>) -> bool {
    const KINDS: &[&str] = &[
        "新增",
        "增加",
        "净增",
        "招商引资",
        "农业",
        "规模以上",
        "民间",
        "工业",
        "农村",
        "限额以上",
        "外商",
        "国有",
        "非公有制",
        "民营",
        "高技术",
        "基础设施",
        "年",
        "改善",
        "恢复",
        "其中",
    ];
    const PARTS: &[&str] = &[
        "基地",
        "园区",
        "开发区",
        "高新区",
        "经开区",
        "走廊",
        "板块",
        "片区",
        "新区",
        "保税区",
        "项目",
        "企业",
        "流域",
        "产业带",
        "经济带",
        "示范区",
    ];
    told.opening().is_none_or(|opening| {
        KINDS.iter().any(|kind| opening.ends_with(kind)) || PARTS.iter().any(|part| opening.contains(part))
    })
}

fn sorted(name: &str) -> Vec<char> {
    let mut chars: Vec<char> = name.chars().collect();
    chars.sort_unstable();
    chars
}

/// Whether two names are not just a long and a short form of one.
fn is_other_name(one: &str, other: &str) -> bool {
    // GDP in a name is 生产总值, of whatever area.
    let fold = |name: &str| {
        name.replace("地区生产总值", "GDP").replace("国内生产总值", "GDP").replace("生产总值", "GDP")
    };
    let (one, other) = (fold(one), fold(other));
    let (one, other) = (one.as_str(), other.as_str());
    let (short, long) =
        if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    if let Some(rest) = long.strip_prefix("全社会") {
        return rest == short;
    }
    let mut rest = long.chars();
    !short.chars().all(|c| rest.any(|other| other == c))
}
