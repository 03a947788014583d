//! What could stand at the cursor: the name of an indicator, the value that the report has given it,
//! the unit of a figure, the number of the next heading, the skeleton of a missing part.

mod heading;
mod unit;

use std::collections::BTreeMap;

use crate::knowledge::{IndicatorId, Mention};
use crate::reading::{Kind, Period, Role};
use crate::report::{Fact, Paragraph, Report, Skeleton};
use crate::text::Span;

/// Something to insert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is inserted; of a skeleton with its blanks.
    pub text: String,
    /// What it replaces (absolute): nothing, or what was typed of it.
    pub typed: Span,
    /// What it is.
    pub content: Content,
}

/// What a candidate is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// An indicator's name.
    Name {
        /// Whose.
        indicator: IndicatorId,
        /// The canonical name, where this is another one.
        canonical: Option<String>,
    },
    /// A value that the report has given.
    Value {
        /// When.
        period: Option<Period>,
        /// Stated, expected or aimed at.
        role: Option<Role>,
        /// Level, growth …
        kind: Kind,
    },
    /// A unit.
    Unit,
    /// The number of a heading.
    Number,
    /// The skeleton of a part that is missing.
    Part(Skeleton),
}

/// Fewest characters that are taken for the beginning of a name, and the most that are looked at.
const TYPED: std::ops::RangeInclusive<usize> = 2..=16;
/// As many characters begin a name that the report has not used yet: 建设 at the end of a sentence is
/// no beginning of 建设用地.
const UNUSED: usize = 3;
/// Most names on offer.
const NAMES: usize = 40;

/// Verbs between a name and its level, and between a name and its growth.
const LEVEL_VERBS: [&str; 14] = [
    "预计达到",
    "已达到",
    "达到",
    "完成",
    "实现",
    "超过",
    "突破",
    "预计",
    "约为",
    "约",
    "达",
    "为",
    "是",
    "力争",
];
const GROWTH_VERBS: [&str; 8] =
    ["同比增长", "比上年增长", "年均增长", "增长", "比去年增长", "同比下降", "下降", "增速为"];

/// What could stand at the absolute byte `offset`, the likeliest first.
#[must_use]
pub fn completion(report: &Report, offset: usize) -> Vec<Candidate> {
    let Some((_, paragraph)) = report.paragraph_at(offset) else { return Vec::new() };
    let at = offset - paragraph.start.min(offset);
    let Some((before, after)) = paragraph.text().split_at_checked(at) else { return Vec::new() };
    if heading::begins(before) {
        let numbers = heading::candidates(report, offset, before, after);
        if !numbers.is_empty() || before.trim().is_empty() {
            return numbers;
        }
    }
    if let Some(units) = unit::candidates(report, paragraph, before, after, offset) {
        return units;
    }
    let mut all = values(report, paragraph, before, offset);
    all.extend(names(report, before, offset));
    all
}

/// What the report has said of the indicator that stands before the cursor.
fn values(report: &Report, paragraph: &Paragraph, before: &str, offset: usize) -> Vec<Candidate> {
    let growth = GROWTH_VERBS.iter().find_map(|verb| before.strip_suffix(verb).map(|rest| (*verb, rest)));
    let level = LEVEL_VERBS.iter().find_map(|verb| before.strip_suffix(verb).map(|rest| (*verb, rest)));
    let (name, verb) = match (growth, level) {
        (Some((verb, rest)), _) => (rest, Some((true, verb))),
        (None, Some((verb, rest))) => (rest, Some((false, verb))),
        (None, None) => (before, None),
    };
    let ends_here = |mention: &&Mention| mention.span.end == name.len();
    let Some(mention) = paragraph.reading.mentions.iter().find(ends_here) else { return Vec::new() };
    let told = |fact: &&Fact| {
        let is_growth = fact.kind == Kind::Growth;
        let falls = fact.value.is_sign_negative();
        let fits = match verb {
            None => true,
            Some((true, verb)) => is_growth && falls == verb.contains("下降"),
            Some((false, _)) => !is_growth && fact.kind != Kind::Change,
        };
        fact.indicator == Some(mention.indicator)
            && fits
            && fact.kind != Kind::Rank
            && fact.span.start != offset
    };
    let mut facts: Vec<&Fact> = report.facts.iter().filter(told).collect();
    facts.sort_by_key(|fact| {
        (fact.kind == Kind::Growth, std::cmp::Reverse(fact.period), fact.role, fact.span)
    });
    let mut all: Vec<Candidate> = Vec::new();
    for fact in facts {
        let printed = report.text(fact.span);
        let verb = match (fact.kind, verb, fact.value.is_sign_negative()) {
            (Kind::Growth, None, false) => "增长",
            (Kind::Growth, None, true) => "下降",
            _ => "",
        };
        let text = format!("{verb}{printed}");
        if !all.iter().any(|other| other.text == text) {
            let content = Content::Value { period: fact.period, role: fact.role, kind: fact.kind };
            all.push(Candidate { text, typed: Span::at(offset), content });
        }
    }
    all
}

/// Names that begin with what was typed last; those that the report speaks of come first.
fn names(report: &Report, before: &str, offset: usize) -> Vec<Candidate> {
    let word = |c: &char| c.is_alphanumeric() || matches!(c, '\u{FF08}' | '\u{FF09}');
    let run: usize = before.chars().rev().take_while(word).take(*TYPED.end()).map(char::len_utf8).sum();
    let run = before.get(before.len() - run..).unwrap_or("");
    let tails: Vec<&str> = run
        .char_indices()
        .filter_map(|(at, _)| run.get(at..))
        .filter(|tail| tail.chars().count() >= *TYPED.start())
        .collect();
    let mut found: Vec<(usize, bool, usize, Candidate)> = Vec::new();
    for (index, indicator) in report.knowledge.indicators().iter().enumerate() {
        let Some(id) = IndicatorId::from_index(index) else { continue };
        let told = report.facts.iter().any(|fact| fact.indicator == Some(id));
        for name in indicator.names() {
            // The longest tail: the tails come from the longest to the shortest.
            let begins = |tail: &&&str| name.starts_with(**tail) && name.len() > tail.len();
            let enough = |tail: &&&str| told || tail.chars().count() >= UNUSED;
            let Some(typed) = tails.iter().find(|tail| begins(tail) && enough(tail)) else {
                continue;
            };
            let canonical = (name != indicator.name).then(|| indicator.name.clone());
            let typed_span = Span::new(offset - typed.len(), offset);
            let content = Content::Name { indicator: id, canonical };
            let candidate = Candidate { text: name.to_owned(), typed: typed_span, content };
            found.push((typed.len(), told, index, candidate));
        }
    }
    // 地区生产总 is the beginning of 地区生产总值; that 生产总 begins a short form of it helps nobody.
    let mut longest: BTreeMap<usize, usize> = BTreeMap::new();
    for (typed, _, index, _) in &found {
        let longest = longest.entry(*index).or_default();
        *longest = (*longest).max(*typed);
    }
    found.retain(|(typed, _, index, _)| longest.get(index) == Some(typed));
    found.sort_by_key(|(typed, told, index, candidate)| {
        let alias = matches!(candidate.content, Content::Name { canonical: Some(_), .. });
        (std::cmp::Reverse(*typed), !told, *index, alias)
    });
    found.into_iter().take(NAMES).map(|(.., candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Block;
    use crate::report::{Memo, Options};

    /// What is on offer at the `$0` of a draft.
    fn offered(draft: &str) -> Vec<Candidate> {
        let offset = draft.find("$0").unwrap();
        let text = draft.replacen("$0", "", 1);
        completion(&Report::read(&text, &Options::default(), &mut Memo::default()), offset)
    }

    fn texts(line: &str) -> Vec<String> {
        let draft = format!(
            "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n（一）经济向好。地区生产总值928亿元，增长6.2%。\n{line}\n"
        );
        offered(&draft).into_iter().map(|candidate| candidate.text).collect()
    }

    #[test]
    fn names_follow_what_was_typed_and_those_in_use_come_first() {
        let names = texts("全市地区生$0");
        assert_eq!(names[0], "地区生产总值");
        assert!(!texts("全市地区生产总$0").contains(&"生产总值".to_owned()));
        let names = texts("全市规模以上工$0");
        assert!(names.contains(&"规模以上工业增加值".to_owned()), "{names:?}");
        assert!(names.iter().all(|name| name.starts_with("规模以上工")), "{names:?}");
        assert_eq!(texts("架桥筑$0"), [""; 0]);
        assert_eq!(texts("全市地区$0")[0], "地区生产总值");
        assert_eq!(texts("全市规模$0"), [""; 0], "no name in use begins so");
    }

    #[test]
    fn after_a_name_the_values_stated_stand() {
        assert_eq!(texts("全市地区生产总值$0")[..2], ["928亿元", "增长6.2%"]);
        assert_eq!(texts("全市地区生产总值达到$0"), ["928亿元"]);
        assert_eq!(texts("全市地区生产总值增长$0"), ["6.2%"]);
        assert_eq!(texts("全市地区生产总值下降$0"), [""; 0]);
    }

    #[test]
    fn after_a_figure_the_units_of_its_indicator_stand() {
        assert_eq!(texts("全市地区生产总值达到950$0")[..2], ["亿元", "万元"]);
        assert_eq!(texts("全市地区生产总值增长6$0")[..2], ["%", "个百分点"]);
        assert_eq!(texts("城镇新增就业3.2万$0")[0], "人");
        assert!(texts("新建道路30$0").contains(&"公里".to_owned()));
        assert!(texts("建成5G$0").iter().all(|text| text.starts_with("5G")), "{:?}", texts("建成5G$0"));
        assert_eq!(texts("2030$0")[0], "年");
    }

    #[test]
    fn a_line_begins_with_the_next_number_or_a_missing_part() {
        let all = texts("$0");
        assert_eq!(all[..2], ["（二）", "二、"]);
        assert!(all.iter().any(|text| text.contains("困难和问题：一是__")), "{all:?}");
        assert_eq!(texts("（$0")[0], "（二）");
        assert_eq!(texts("二$0"), ["二、"]);
        assert_eq!(texts("1.抓桥。架桥。\n2$0"), ["2."]);
        assert_eq!(texts("一是架桥。\n二$0"), ["二是", "二、"]);
        let draft = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n$0\n";
        let all = offered(draft);
        let problems =
            |it: &&Candidate| matches!(&it.content, Content::Part(it) if it.block == Block::Problems);
        let problems = all.iter().find(problems).unwrap();
        assert!(problems.text.contains("困难和问题：一是__"), "{}", problems.text);
        assert_eq!(completion(&Report::read("", &Options::default(), &mut Memo::default()), 99), []);
    }
}
