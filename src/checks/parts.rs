//! Which figures of a sentence are all the parts of a whole: 由…组成, 合计, 其余, complementary pairs,
//! and the identities of the statistics. What sum-mismatch adds up; decides nothing about the sums.

use std::sync::LazyLock;

use regex::Regex;

use super::phrase::{Line, comparable, counted, holds, is_comma, line_of, statement, strip_heads, trimmed};
use crate::quantity::{Decimal, Dimension, Interval, Modifier, Quantity};
use crate::reading::Kind;
use crate::report::{Fact, Report};
use crate::text::Span;

/// A whole and its parts.
pub(super) struct Sum<'a> {
    /// The whole.
    pub(super) total: &'a Quantity,
    /// Its parts as they are most plainly read.
    pub(super) parts: Vec<&'a Quantity>,
    /// Other readings: parts that begin further back.
    pub(super) other: Vec<Vec<&'a Quantity>>,
    /// Whole numbers here are what was decided or counted, not rounded statistics.
    pub(super) decided: bool,
}

impl Sum<'_> {
    /// Whether any reading adds up, by printed precision.
    pub(super) fn fits(&self) -> bool {
        std::iter::once(&self.parts)
            .chain(&self.other)
            .any(|parts| self.add(parts).is_none_or(|sum| !sum.disjoint(&self.value(self.total))))
    }

    /// What parts may add up to.
    pub(super) fn add(&self, parts: &[&Quantity]) -> Option<Interval> {
        let zero = Interval::closed(Decimal::ZERO, Decimal::ZERO);
        parts.iter().try_fold(zero, |sum, part| sum.plus(&self.value(part)))
    }

    /// What a figure may stand for.
    fn value(&self, figure: &Quantity) -> Interval {
        let whole = |figure: &Quantity| figure.decimals == 0 && figure.value_to.is_none();
        if self.decided && whole(self.total) && self.parts.iter().all(|part| whole(part)) {
            Interval::closed(figure.value, figure.value)
        } else {
            counted(figure)
        }
    }
}

/// Whether a sentence is about plans and accounts (安排12亿元), not about rounded statistics.
fn decided(line: &Line<'_>, at: usize) -> bool {
    let sentence = line.sentence(at).of(line.text);
    holds(sentence, &["安排", "资金", "投入", "补助", "经费", "债券", "下达", "争取", "筹措", "拨付"])
        && !holds(sentence, &["增加值", "产值", "总量", "左右"])
}

/// Figures that may be added: exact amounts and counts.
fn addable(figure: &Quantity) -> bool {
    statement(figure)
        && figure.modifier == Modifier::Exact
        && !matches!(
            figure.dimension(),
            None | Some(Dimension::Percent | Dimension::Points | Dimension::Times | Dimension::Time)
        )
}

/// The gap between two items of a list: the words before the second one's name, or `None`.
fn item_name<'a>(line: &Line<'a>, one: &Quantity, other: &Quantity) -> Option<&'a str> {
    if !addable(one) || !addable(other) || !comparable(one, other) || line.torn(other) {
        return None;
    }
    let gap = line.between(one, other);
    let name = gap
        .strip_prefix("、")
        .or_else(|| gap.strip_prefix("以及"))
        .or_else(|| gap.strip_prefix(['和', '及', '与', '\u{FF0C}', ',', ';', '\u{FF1B}']))?;
    let foreign = |c: char| is_comma(c) || c == '、' || c == '\u{3002}' || c == ';' || c == '\u{FF1B}';
    let bare = name.replace("增加值", "");
    let other_thing = holds(
        &bare,
        &[
            "增长",
            "增加",
            "减少",
            "下降",
            "比",
            "其中",
            "占",
            "均",
            "每",
            "累计",
            "带动",
            "涉及",
            "惠及",
            "超",
            "达到",
            "总投资",
            "合计",
            "共",
        ],
    );
    (!name.contains(foreign) && !other_thing && name.chars().count() <= 16).then_some(name)
}

/// The list that ends with the figure at `last`: indexes, tight (joined by 、 and 和) and loose.
fn run_back(line: &Line<'_>, last: usize) -> (usize, usize) {
    let (mut tight, mut loose) = (last, last);
    while let Some(before) = loose.checked_sub(1)
        && let (Some(one), Some(other)) = (line.figures.get(before), line.figures.get(loose))
        && item_name(line, one, other).is_some()
        && line.sentence(one.span.start) == line.sentence(other.span.start)
    {
        let gap = line.between(one, other);
        if tight == loose && !gap.starts_with([',', '\u{FF0C}', ';', '\u{FF1B}']) {
            tight = before;
        }
        loose = before;
    }
    (tight, loose)
}

/// Parts from `first` to `last`, with the readings that begin elsewhere.
fn readings<'a>(
    line: &Line<'a>,
    tight: usize,
    loose: usize,
    last: usize,
) -> Option<(Vec<&'a Quantity>, Vec<Vec<&'a Quantity>>)> {
    let first = if tight < last { tight } else { loose };
    let take = |from: usize| -> Option<Vec<&'a Quantity>> {
        line.figures.get(from..=last).map(|figures| figures.iter().collect())
    };
    let parts = take(first).filter(|parts| parts.len() >= 2)?;
    let other = (loose..last).filter(|&from| from != first).filter_map(take).collect();
    Some((parts, other))
}

static COMPOSED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^(?:[两二三四五六七八九十0-9]+(?:个部分|部分|项|块|方面|类|个方面))?(?:资金|收入|支出)?(?:共同)?(?:组成|构成)").ok()
});

/// `安排12亿元，由教育5亿元、卫生6亿元两项组成` with the last part at `index`.
pub(super) fn composed<'a>(line: &Line<'a>, index: usize) -> Option<Sum<'a>> {
    let last = line.figures.get(index)?;
    let rest = line.slice(line.outer(last).end, line.text.len());
    if !addable(last) || !COMPOSED.as_ref()?.is_match(rest) {
        return None;
    }
    let mut first = index;
    loop {
        let (before, figure) = (line.figures.get(first.checked_sub(1)?)?, line.figures.get(first)?);
        let lead = line.between(before, figure);
        if let Some((_, name)) = lead.rsplit_once('由')
            && comparable(before, figure)
            && addable(before)
            && name.chars().count() <= 16
        {
            let parts: Vec<&Quantity> = line.figures.get(first..=index)?.iter().collect();
            return (parts.len() >= 2).then_some(Sum {
                total: before,
                parts,
                other: Vec::new(),
                decided: decided(line, last.span.start),
            });
        }
        item_name(line, before, figure)?;
        first -= 1;
    }
}

static CLOSED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "^(?:(?:[两二三四五0-9]+(?:个部分|部分|项|块))?(?:组成|构成))?[\u{FF0C},;\u{FF1B}、]?\\s*(?:以上|全年)?(?:[两二三四五六七八九十0-9]+(?:个部分|部分|项|者|类|地|县|区|产业|次产业|级|方面|批|期|线))?(?:资金|投资|金额)?(?:合计|共计|总计|总共|合共|加总|加起来|相加)(?:为|达|达到|完成|实现|是)?$|^[\u{FF0C},]一?共$|^(?:[两二三四五0-9]+(?:个部分|部分|项|块))?(?:组成|构成)[\u{FF0C},]一?共$|^[\u{FF0C},][两三四](?:批|期|线|项)(?:一?共|累计)$",
    )
    .ok()
});

/// `新建12所、改建8所，合计20所` with the whole at `index`.
pub(super) fn closed<'a>(line: &Line<'a>, index: usize) -> Option<Sum<'a>> {
    let total = line.figures.get(index)?;
    if !addable(total) {
        return None;
    }
    // 三项合计: the figure before 合计 counts the parts.
    let mut last = index.checked_sub(1)?;
    let counts =
        |figure: &Quantity| figure.chinese || figure.value < Decimal::TEN && figure.unit != total.unit;
    if line.figures.get(last).is_some_and(counts) && last > 0 && !comparable(line.figures.get(last)?, total) {
        last -= 1;
    }
    let part = line.figures.get(last)?;
    if !comparable(part, total) || line.sentence(part.span.start) != line.sentence(total.span.start) {
        return None;
    }
    let gap = trimmed(line.slice(line.outer(part).end, line.outer(total).start));
    if !CLOSED.as_ref()?.is_match(gap) {
        return None;
    }
    let (tight, loose) = run_back(line, last);
    let (parts, other) = readings(line, tight, loose, last)?;
    let sentence = line.sentence(part.span.start);
    let before = line.slice(sentence.start, part.span.start);
    // 新增省级5家、市级8家，共40家 may tell what there is now.
    let exhaustive = holds(gap, &["组成", "构成", "批", "期", "线", "项"]);
    if gap.ends_with('共')
        && !exhaustive
        && (tight == last || holds(before, &["新增", "净增", "新认定", "新获", "再", "又"]))
    {
        return None;
    }
    (!holds(before, &["等", "其中"])).then_some(Sum {
        total,
        parts,
        other,
        decided: decided(line, total.span.start),
    })
}

/// Names that divide a whole between them.
const PAIRS: &[(&[&str], &[&str])] = &[
    (&["城镇", "城市"], &["农村", "乡村"]),
    (&["税收"], &["非税"]),
    (&["进口"], &["出口"]),
    (&["男性", "男生", "男"], &["女性", "女生", "女"]),
    (&["国内游客", "国内旅游", "境内"], &["入境", "境外", "国外", "海外"]),
    (&["市内", "县内", "省内"], &["市外", "县外", "省外"]),
    (&["公办"], &["民办"]),
    (&["中央"], &["地方"]),
    (&["内资"], &["外资"]),
    (&["存量"], &["增量"]),
];

/// `T，其中城镇a、农村b`, `T，其中民营a，其余b` with the whole at `index`.
pub(super) fn split<'a>(line: &Line<'a>, index: usize) -> Option<Sum<'a>> {
    let total = line.figures.get(index)?;
    if !addable(total) || line.torn(total) {
        return None;
    }
    let sentence = line.sentence(total.span.start);
    // Rates of growth may stand between.
    let rate = |figure: &Quantity| matches!(figure.dimension(), Some(Dimension::Percent | Dimension::Points));
    let mut same = (index + 1..line.figures_in(sentence).end)
        .filter(|&at| line.figures.get(at).is_some_and(|figure| !rate(figure)));
    let (first, second) = (same.next()?, same.next()?);
    let (one, two) = (line.figures.get(first)?, line.figures.get(second)?);
    if !(addable(one) && addable(two) && comparable(total, one) && comparable(total, two)) {
        return None;
    }
    // A third part, or a third figure of the same kind: not two parts only.
    if same.next().and_then(|at| line.figures.get(at)).is_some_and(|third| comparable(third, total)) {
        return None;
    }
    let open = [
        ",",
        "\u{FF0C}",
        "(",
        "\u{FF08}",
        ":",
        "\u{FF1A}",
        "、",
        "其中",
        "和",
        ";",
        "\u{FF1B}",
        "分别为",
        "为",
        " ",
    ];
    let (a, b) = (strip_heads(line.lead(first), &open), strip_heads(line.lead(second), &open));
    let joined = line.slice(total.span.end, one.span.start);
    if holds(a, &["增", "减", "均", "比", "占"])
        || holds(b, &["增", "减", "均", "比", "占"])
        || holds(joined, &["\u{3002}"])
    {
        return None;
    }
    let rest =
        ["其余", "剩余", "其他", "其它"].iter().any(|word| b.starts_with(word)) && joined.contains("其中");
    let starts = |name: &str, words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let pair = PAIRS
        .iter()
        .any(|(left, right)| (starts(a, left) && starts(b, right)) || (starts(a, right) && starts(b, left)));
    let lead = line.lead(index);
    let whole =
        !PAIRS.iter().any(|(left, right)| starts(trimmed(lead), left) || starts(trimmed(lead), right));
    if !(rest
        || pair
            && whole
            && (joined.contains("其中") || joined.starts_with(['(', '\u{FF08}', ':', '\u{FF1A}'])))
    {
        return None;
    }
    // More than the whole, side by side: part-exceeds-whole tells it.
    let more = one.interval().plus(&two.interval()).is_some_and(|sum| sum.low > counted(total).high);
    if more && second == first + 1 {
        return None;
    }
    // 增加5亿元，其中…: the parts may be those of the total or of the increase.
    let change = holds(lead, &["增长", "增加", "减少", "下降", "比"]);
    (!change).then(|| Sum { total, parts: vec![one, two], other: Vec::new(), decided: false })
}

/// Wholes and their parts by definition of the statistics, told in one paragraph.
const IDENTITIES: &[(&str, &[&str])] = &[
    ("gdp", &["primary-va", "secondary-va", "tertiary-va"]),
    ("general-budget-revenue", &["tax-revenue", "nontax-revenue"]),
    ("foreign-trade", &["exports", "imports"]),
];

/// The identities whose terms a paragraph gives, each exactly once.
pub(super) fn identities(report: &Report) -> Vec<(Line<'_>, Sum<'_>)> {
    let mut found = Vec::new();
    for (whole, parts) in IDENTITIES {
        let Some(id) = report.knowledge.by_glossary_id(whole) else { continue };
        for total in report.facts.iter().filter(|fact| fact.indicator == Some(id) && is_level(fact)) {
            let terms: Option<Vec<&Fact>> = parts
                .iter()
                .map(|part| {
                    let part = report.knowledge.by_glossary_id(part)?;
                    let mut same = report.facts.iter().filter(|fact| {
                        fact.paragraph == total.paragraph && fact.indicator == Some(part) && is_level(fact)
                    });
                    let one = same.next()?;
                    (same.next().is_none() && alike(one, total)).then_some(one)
                })
                .collect();
            let alone = report
                .facts
                .iter()
                .filter(|fact| {
                    fact.paragraph == total.paragraph && fact.indicator == Some(id) && is_level(fact)
                })
                .count()
                == 1;
            if let (Some(terms), Some(line), true) = (terms, line_of(report, total.paragraph), alone)
                && let Some(sum) = quantities(&line, total, &terms)
            {
                found.push((line, sum));
            }
        }
    }
    found
}

fn quantities<'a>(line: &Line<'a>, total: &Fact, terms: &[&Fact]) -> Option<Sum<'a>> {
    let total = line.figures.get(total.quantity)?;
    let parts: Vec<&Quantity> = terms.iter().filter_map(|term| line.figures.get(term.quantity)).collect();
    let mut places: Vec<Span> = parts.iter().map(|part| part.span).collect();
    places.push(total.span);
    places.sort();
    places.dedup();
    let exact = parts.iter().chain([&total]).all(|figure| addable(figure));
    (exact && places.len() == terms.len() + 1).then_some(Sum {
        total,
        parts,
        other: Vec::new(),
        decided: false,
    })
}

fn is_level(fact: &Fact) -> bool {
    fact.kind == Kind::Level && fact.unit.is_some_and(|unit| unit.dimension() == Dimension::Money)
}

/// Same time, place, currency and standing.
fn alike(one: &Fact, other: &Fact) -> bool {
    one.period == other.period
        && one.role == other.role
        && one.scope == other.scope
        && one.unit == other.unit
        && one.threshold == other.threshold
        && one.basis == other.basis
}
