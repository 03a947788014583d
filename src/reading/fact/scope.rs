//! For whom a figure holds, by the words of its clause and by its name: 全市, 农村, 市区, a named
//! county or zone. Where they say nothing the report decides.

use super::context::Context;
use super::phrase;
use super::words::{PARTS, VERBS};
use crate::text::Span;

const WHOLE: [&str; 10] = ["全市", "全省", "全国", "全县", "全区", "全州", "全旗", "全镇", "全乡", "全盟"];
const EACH: [&str; 4] = ["每个乡镇", "每个村", "各部门", "每个县"];

/// Scope by the words of the clause and by the name itself.
pub(super) fn of(context: &Context<'_>, clause: Span, figure: Span, name: &str) -> Option<String> {
    let before = Span::new(clause.start, figure.start).of(context.text);
    if let Some(each) = EACH.iter().find(|each| before.contains(**each)) {
        return Some((*each).to_owned());
    }
    if let Some(whole) = whole(context, clause, before) {
        return Some(whole.to_owned());
    }
    if (name.starts_with("城镇") && !name.starts_with("城镇化")) || name.starts_with("新增城镇") {
        return Some("城镇".to_owned());
    }
    if name.starts_with("城乡") {
        return Some("城乡".to_owned());
    }
    if rural(name) {
        return Some("农村".to_owned());
    }
    const URBAN: [&str; 8] =
        ["城市低保", "城市居民", "城市最低", "城市燃气", "城市污水", "城市生活", "城市供水", "城市人均"];
    if URBAN.iter().any(|urban| name.starts_with(urban)) {
        return Some("城市".to_owned());
    }
    // Of a list (城市低保、农村低保…) each member has its own.
    if rural(before) && !before.contains('、') {
        return Some("农村".to_owned());
    }
    if let Some(part) = PARTS.iter().find(|part| covers(before, part) || name.starts_with(**part)) {
        return Some((*part).to_owned());
    }
    named_place(context, clause, before)
}

/// Whether the clauses behind a scope in its sentence speak of it too, until one names another
/// (9个区县增加值增长6%，财政收入增长8%).
pub(super) fn lasts(scope: &str) -> bool {
    scope.ends_with("区县")
}

/// 全市, 全省 where it opens the clause: elsewhere it is what something is compared with
/// (占全省, 居全国, 高于全国) or part of a title (全国文明城市).
fn whole(context: &Context<'_>, clause: Span, before: &str) -> Option<&'static str> {
    let (at, whole) = WHOLE.iter().filter_map(|whole| before.find(whole).map(|at| (at, *whole))).min()?;
    // 全国首条, 全省最大: a claim, no scope.
    if before.get(at + whole.len()..)?.starts_with(['首', '唯', '最', '第', '仅', '率', '前', '一']) {
        return None;
    }
    let opening = before.get(..at)?;
    let opening = context.without_time(Span::new(clause.start, clause.start + at), opening.trim_start());
    let own = phrase::strip_lead(opening).trim_matches(|c: char| !c.is_alphanumeric());
    (own.is_empty() || phrase::only_leads(own) || own.ends_with(['使', '带'])).then_some(whole)
}

/// Whether words speak of the countryside alone. Land, banks and road lists carry 农村 in their
/// names without being about it.
fn rural(words: &str) -> bool {
    const NOT: [&str; 12] = [
        "土地",
        "承包",
        "银行",
        "商行",
        "国省",
        "农业农村",
        "新农村",
        "农村信用",
        "农村合作金融",
        "农村改革",
        "城乡",
        "城镇",
    ];
    ["农村", "新农合", "农民人均"].iter().any(|word| words.contains(word))
        && !NOT.iter().any(|word| words.contains(word))
        && !words.contains("和农村")
}

/// Whether a part of a place governs the words before a figure: it stands there and is no member
/// of a list.
fn covers(before: &str, part: &str) -> bool {
    before.find(part).is_some_and(|at| {
        let after = before.get(at + part.len()..).unwrap_or("");
        let behind = before.get(..at).unwrap_or("");
        !after.starts_with(['和', '、', '与', '及', '外', '以'])
            && !behind.ends_with(['和', '、', '与', '及', '于', '比'])
    })
}

/// A county, district, town or zone that opens the clause (红叶县新增…, 高新区完成…).
fn named_place(context: &Context<'_>, clause: Span, before: &str) -> Option<String> {
    const ENDS: [&str; 13] = [
        "开发区",
        "高新区",
        "经开区",
        "自贸区",
        "产业园",
        "工业园",
        "新区",
        "综保区",
        "保税区",
        "新城",
        "县",
        "镇",
        "区",
    ];
    const COMMON: [&str; 47] = [
        "灌区",
        "棚户区",
        "楼区",
        "片区",
        "市县",
        "各县",
        "全县",
        "我县",
        "县区",
        "两县",
        "镇区",
        "城镇",
        "乡镇",
        "小镇",
        "园区",
        "社区",
        "地区",
        "景区",
        "城区",
        "库区",
        "山区",
        "老区",
        "灾区",
        "牧区",
        "林区",
        "小区",
        "街区",
        "全区",
        "我区",
        "各区",
        "自治区",
        "功能区",
        "起步区",
        "出区",
        "沉陷区",
        "入区",
        "产区",
        "辖区",
        "贫困区",
        "集聚区",
        "保护区",
        "类开发区",
        "一县",
        "每县",
        "多县",
        "三县",
        "五县",
    ];
    let opening =
        context.without_time(Span::new(clause.start, clause.start + before.len()), before.trim_start());
    let opening = phrase::strip_lead(opening);
    let head: String = opening.chars().take(10).collect();
    let (end, place) = ENDS
        .iter()
        .filter_map(|end| head.find(end).map(|at| at + end.len()))
        .filter_map(|end| Some((end, head.get(..end)?)))
        .min_by_key(|(end, _)| *end)?;
    let count = place.chars().count();
    let plain = place.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let common = COMMON.iter().any(|word| place.ends_with(word));
    let verb = ["国家", "省级", "市级"].iter().chain(VERBS).any(|verb| place.contains(verb));
    let alone = !opening.contains('、');
    let followed = head
        .get(end..)
        .is_some_and(|after| !after.starts_with(['、', '和', '级', '域', '内', '外', '划', '间']));
    ((2..=8).contains(&count) && plain && !common && !verb && alone && followed).then(|| place.to_owned())
}
