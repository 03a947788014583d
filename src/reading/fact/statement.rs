//! Whether a figure states anything: names, classes, set phrases, slogans and lengths of time say
//! numbers and state none.

use super::context::Context;
use super::kind::{counts_people, is_part_of_a_ratio, measures};
use super::phrase;
use crate::quantity::{Decimal, Dimension, Quantity};

/// Whether a quantity states a fact: it has a unit or a rank, and a length of time only where
/// the sentence is about it (5天办结, 连续14年), not as a period (三年行动).
pub(super) fn states_a_fact(context: &Context<'_>, quantity: &Quantity) -> bool {
    let text = context.text;
    if !measures(quantity) {
        return counts_people(text, quantity) || is_part_of_a_ratio(text, quantity);
    }
    let before = text.get(..quantity.span.start).unwrap_or("");
    let after = text.get(quantity.span.end..).unwrap_or("");
    let unit = quantity.unit.map(|unit| unit.symbol()).unwrap_or("");
    // 110千伏输变电工程, 10万吨级航道: a class of the thing, part of its name.
    if matches!(unit, "千伏" | "吨级" | "级" | "英寸") || after.starts_with('级') {
        return false;
    }
    // 全国十大…: part of a title.
    if quantity.chinese && quantity.span.of(text).ends_with('大') && before.ends_with(['国', '界', '球'])
    {
        return false;
    }
    // “暖企12条”, 人才政策22条:即《…》 number a policy.
    let explained = [":即", "\u{FF1A}即", ":指", "\u{FF1A}指", ":是指", "\u{FF1A}是指"];
    // “两个200万亩”任务: a slogan of so many such figures.
    let several = before.strip_suffix('个').is_some_and(|rest| {
        let mut tail = rest.chars().rev();
        tail.next().is_some_and(|c| "两三四五六七八九十".contains(c)) && tail.next() == Some('\u{201C}')
    });
    if several {
        return false;
    }
    if matches!(quantity.dimension(), Some(Dimension::Count | Dimension::People))
        && (in_a_quoted_name(before, after) || explained.iter().any(|word| after.starts_with(word)))
    {
        return false;
    }
    // 3个20条: policies called by their number; 15.十大通道:… heads an explanation.
    if unit == "条"
        && before.ends_with('个')
        && before.trim_end_matches('个').ends_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    if quantity.chinese && heads_an_explanation(context, quantity) {
        return false;
    }
    // 八大工程 指…: a term and its explanation.
    let head: String = after.chars().take(14).take_while(|c| *c != '\u{FF0C}' && *c != '。').collect();
    if quantity.chinese && (head.contains(" 指") || head.contains("\u{FF1A}指")) {
        return false;
    }
    // 出口排名前30位的企业: which ones.
    if quantity.rank && quantity.span.of(text).starts_with('前') && after.starts_with('的') {
        return false;
    }
    // 两个市场、两种资源; 五项原则: set phrases of policy.
    let phrase = ["个市场、两种资源", "个市场两种资源", "种资源"];
    let said = quantity.span.of(text).chars().next().is_some_and(|c| c == '两')
        && phrase.iter().any(|set| {
            let from = quantity.span.start + '两'.len_utf8();
            text.get(from..).is_some_and(|rest| rest.starts_with(set))
        });
    let markets = after.starts_with("市场")
        && ["国际国内", "国内国际", "国内外", "国内国外"].iter().any(|word| before.ends_with(word));
    // 坚持两个“毫不动摇”: a slogan.
    let slogan = quantity.chinese
        && unit == "个"
        && after.strip_prefix('\u{201C}').is_some_and(|inner| {
            inner.split_once('\u{201D}').is_some_and(|(said, rest)| {
                said.chars().count() <= 8 && (rest.is_empty() || rest.starts_with(phrase::is_mark))
            })
        });
    if slogan || (quantity.chinese && markets) {
        return false;
    }
    if said || (quantity.chinese && before.ends_with("和平共处") && after.starts_with("原则")) {
        return false;
    }
    // 获批1类创新药: a class of drugs.
    if unit == "类" && ["创新药", "新药", "医疗器械"].iter().any(|class| after.starts_with(class)) {
        return false;
    }
    // 残疾人两项补贴: its name.
    if quantity.chinese && before.ends_with("残疾人") && after.starts_with("补贴") {
        return false;
    }
    // 大气十条, 水十条: plans called by their number.
    if quantity.chinese && unit == "条" && before.ends_with(['气', '水', '土', '国']) {
        return false;
    }
    // 进入全国100家大企业集团行列: the size of the list one is in.
    let named: String = after.chars().take(24).take_while(|c| !phrase::is_mark(*c)).collect();
    let steps = quantity.dimension() == Some(Dimension::Count)
        && ["台阶", "大关", "关口"].iter().any(|step| named.contains(step));
    if steps || ["行列", "之一", "之列"].iter().any(|list| named.contains(list)) {
        return false;
    }
    if quantity.dimension() != Some(Dimension::Time) {
        return true;
    }
    // 15分钟生活圈, 一小时经济圈: the name of a ring; 96小时过境免签: of a policy.
    if named.contains('圈') || (unit == "小时" && named.contains("免签")) {
        return false;
    }
    // 24小时在线监控: round the clock.
    if unit == "小时"
        && quantity.value == Decimal::from(24)
        && !before.ends_with(['达', '为', '至', '到', '近'])
    {
        return false;
    }
    match unit {
        "年" | "个月" | "月" | "周年" => before.ends_with("连续"),
        _ => !after.starts_with('内') || !quantity.chinese,
    }
}

/// Whether a figure opens the numbered term of an explanation (`15.十大铁路大通道:…`).
fn heads_an_explanation(context: &Context<'_>, quantity: &Quantity) -> bool {
    let before = context.text.get(..quantity.span.start).unwrap_or("");
    let number = before.trim_start_matches(['*', ' ']).trim_end_matches(['*', ' ']);
    let digits = number.trim_end_matches(['.', '\u{FF0E}', '\u{3001}']);
    let numbered =
        digits.len() < number.len() && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    let after = context.text.get(quantity.span.end..).unwrap_or("");
    numbered && after.chars().take(14).any(|c| matches!(c, ':' | '\u{FF1A}'))
}

/// Whether a figure stands in a short name in quotation marks (“暖企12条”, “52个不准”): it numbers
/// a policy or a rule.
fn in_a_quoted_name(before: &str, after: &str) -> bool {
    let closed = after.starts_with(['\u{201D}', '\u{300B}', '\u{300D}']);
    let inside: String =
        before.chars().rev().take(8).take_while(|c| !phrase::is_mark(*c) && *c != '\u{201D}').collect();
    let opened = ['\u{201C}', '\u{300A}', '\u{300C}'];
    // “52个不准”: the figure opens the name.
    let opens = before.ends_with(opened)
        && after.chars().take(4).take_while(|c| !phrase::is_mark(*c)).any(|c| c == '\u{201D}');
    opens || closed && inside.contains(opened)
}
