//! Behind a figure: the units that it can have, by the indicator that it is about and the verb before
//! it.

use super::{Candidate, Content};
use crate::report::{Paragraph, Report};
use crate::text::Span;

/// Scale words that may stand between numeral and unit.
const SCALES: [&str; 5] = ["万亿", "千万", "百万", "亿", "万"];
/// Verbs of change, after which a percentage stands.
const CHANGE: [&str; 9] = ["增长", "下降", "提高", "上升", "降低", "增速", "涨幅", "增幅", "回落"];
/// Units by what they measure: a figure with the first of a row can have the others too.
const FAMILIES: [&[&str]; 6] = [
    &["亿元", "万元", "元"],
    &["万人", "人"],
    &["万亩", "亩", "公顷"],
    &["万吨", "吨"],
    &["公里", "米"],
    &["%", "个百分点"],
];
/// Where nothing is known of the figure.
const COMMON: [&str; 14] =
    ["亿元", "万元", "%", "个百分点", "万人", "人", "个", "项", "户", "家", "公里", "亩", "平方米", "万吨"];
/// The same behind a scale word.
const SCALED: [&str; 8] = ["元", "人", "亩", "吨", "平方米", "户", "千瓦时", "人次"];

/// The units for the figure that ends at the cursor; `None` where no figure ends there.
pub(super) fn candidates(
    report: &Report,
    paragraph: &Paragraph,
    before: &str,
    after: &str,
    offset: usize,
) -> Option<Vec<Candidate>> {
    let scale = SCALES.iter().find(|scale| before.ends_with(**scale));
    let numeral = scale.map_or(before, |scale| before.strip_suffix(*scale).unwrap_or(before));
    let digit = |c: char| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c) || c == '.';
    let words = numeral.trim_end_matches(digit);
    let figure = numeral.get(words.len()..).unwrap_or("");
    let known = words.ends_with(|c: char| c.is_ascii_alphabetic());
    if figure.trim_matches('.').is_empty() || known || after.starts_with(digit) {
        return None;
    }
    let is_year = figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    let mut units: Vec<&str> = Vec::new();
    let clause = words.rsplit(['\u{FF0C}', ',', '\u{3002}', '\u{FF1B}', ';']).next().unwrap_or(words);
    let start = words.len() - clause.len();
    // The name may stand in an earlier clause of the sentence (地区生产总值928亿元，增长6.2%).
    let sentence = words.rfind(['\u{3002}', '\u{FF1B}']).map_or(0, |at| at + '\u{3002}'.len_utf8());
    let mention =
        paragraph.reading.mentions.iter().rfind(|it| it.span.end <= words.len() && it.span.start >= sentence);
    let own = mention.filter(|mention| mention.span.end > start);
    let indicator = mention.and_then(|mention| report.knowledge.indicator(mention.indicator));
    let verb = clause.get(own.map_or(0, |it| it.span.end.saturating_sub(start))..).unwrap_or(clause);
    if CHANGE.iter().any(|change| verb.contains(change)) && scale.is_none() {
        units.extend(if indicator.is_some_and(|it| it.unit == "%") {
            ["个百分点", "%"]
        } else {
            ["%", "个百分点"]
        });
        units.extend(indicator.map(|it| it.unit.as_str()).filter(|unit| *unit != "%"));
        units.push("倍");
    } else if let Some(indicator) = indicator.filter(|_| own.is_some()) {
        let unit = indicator.unit.as_str();
        let family = FAMILIES.iter().find(|family| family.contains(&unit));
        units.push(unit);
        units.extend(family.into_iter().flat_map(|family| family.iter().copied()));
    } else if is_year && scale.is_none() {
        units.push("年");
    }
    if is_year && own.is_none() && scale.is_none() && units.first() != Some(&"年") {
        units.insert(0, "年");
    }
    match scale {
        // 3.2万: what is left of 万人 is 人.
        Some(_) => {
            units = units.into_iter().map(|unit| unit.trim_start_matches(['亿', '万'])).collect();
            units.retain(|unit| !["%", "个百分点", "倍"].contains(unit));
            units.extend(SCALED);
        }
        None if own.is_none() && !is_year => units.extend(COMMON),
        None => {}
    }
    let mut all: Vec<Candidate> = Vec::new();
    for unit in units {
        if !unit.is_empty() && !all.iter().any(|other| other.text == unit) {
            all.push(Candidate { text: unit.to_owned(), typed: Span::at(offset), content: Content::Unit });
        }
    }
    Some(all)
}
