//! Which words of a report name one thing, and which figures say one thing twice. What references,
//! rename, linked editing and the derivation of figures share. Precision first: where a report may
//! count two things alike (two roads of 5公里), they are two things.

use super::{Fact, Report};
use crate::knowledge::IndicatorId;
use crate::quantity::{Decimal, Dimension, Interval, Modifier, Quantity, Unit};
use crate::reading::{Basis, Kind, Period, Role};
use crate::text::Span;

/// The name of an indicator, or of a thing that the glossary does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where it stands (absolute).
    pub span: Span,
    /// The indicators it stands for; several for a compound (城乡居民收入), none where only the phrase is
    /// known.
    pub indicators: Vec<IndicatorId>,
    /// The phrase as printed.
    pub printed: String,
}

/// Units of area, in thirds of a square metre, so that 亩 is a whole number of them.
const AREAS: &[(&str, i64)] = &[("平方米", 3), ("亩", 2_000), ("公顷", 30_000), ("平方公里", 3_000_000)];

/// A unit as its common measure and how many of it one unit is: areas are comparable, whatever
/// they are printed in; anything else only with itself.
#[must_use]
pub fn measure(unit: Option<Unit>) -> (&'static str, Decimal) {
    let symbol = unit.map_or("", Unit::symbol);
    match AREAS.iter().find(|(name, _)| *name == symbol) {
        Some((_, size)) => ("面积", Decimal::from(*size)),
        None => (symbol, Decimal::ONE),
    }
}

impl Fact {
    /// The printed interval in the common measure of its unit; `None` beyond exact decimals.
    #[must_use]
    pub fn measured(&self) -> Option<Interval> {
        let (_, size) = measure(self.unit);
        let times = |bound: Option<Decimal>| match bound {
            Some(bound) => bound.checked_mul(size).map(Some),
            None => Some(None),
        };
        Some(Interval { low: times(self.interval.low)?, high: times(self.interval.high)?, ..self.interval })
    }

    /// Done or expected, in contrast to aimed at.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.role, Some(Role::Actual | Role::Estimate))
    }

    /// Whether two facts are about one thing: name, threshold and scope.
    #[must_use]
    pub fn about(&self, other: &Self) -> bool {
        let name = match (self.indicator, other.indicator) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.name == other.name,
            _ => false,
        };
        name && self.threshold == other.threshold && self.scope == other.scope
    }

    /// Whether two facts are of one time. A level that a section on several years states is that of
    /// the last of them: which of the two it is, the values tell.
    fn one_time(&self, other: &Self) -> bool {
        match (self.period, other.period) {
            (Some(Period::Years(_, last)), Some(Period::Year(year)))
            | (Some(Period::Year(year)), Some(Period::Years(_, last))) => {
                self.kind == Kind::Level && last == year
            }
            (Some(one), Some(other)) => one == other,
            _ => false,
        }
    }

    /// Whether two facts say one thing of it: kind, basis, time and role agree, and both figures
    /// can be true.
    fn restates(&self, other: &Self, statistic: bool) -> bool {
        // Growth in a year is growth over the year before, said or not.
        let basis = |fact: &Self| fact.basis.filter(|basis| *basis != Basis::Yoy && *basis != Basis::AsOf);
        let same = self.about(other)
            && self.kind == other.kind
            && basis(self) == basis(other)
            && self.one_time(other)
            && (self.is_done(), self.role == Some(Role::Target))
                == (other.is_done(), other.role == Some(Role::Target))
            && measure(self.unit).0 == measure(other.unit).0
            && self.value_to.is_some() == other.value_to.is_some();
        if !same {
            return false;
        }
        if statistic {
            self.agrees(other)
        } else {
            // A tally has many partial figures: only a telling one is the same by being equal.
            self.value == other.value
                && self.unit == other.unit
                && self.modifier == other.modifier
                && telling(self)
        }
    }
}

impl Fact {
    /// Whether the figures of two facts may stand for one value. A bound (突破900亿元) stands for what
    /// lies closely beyond it, and only of an amount: 8%以上 is another statement than 9.2%.
    fn agrees(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.measured(), other.measured()) else { return false };
        let value = |fact: &Self| fact.value.checked_mul(measure(fact.unit).1);
        let (Some(own), Some(its)) = (value(self), value(other)) else { return false };
        match (self.is_bound(), other.is_bound()) {
            (false, false) => !one.disjoint(&two),
            (true, true) => self.modifier == other.modifier && own == its,
            _ => {
                let apart = own.checked_sub(its).and_then(|apart| apart.abs().checked_mul(Decimal::TEN));
                let near = apart.is_some_and(|apart| apart <= own.abs().max(its.abs()));
                matches!(self.kind, Kind::Level | Kind::Count) && near && !one.disjoint(&two)
            }
        }
    }

    /// Whether the figure only bounds the value on one side.
    const fn is_bound(&self) -> bool {
        matches!(
            self.modifier,
            Modifier::AtLeast | Modifier::AtMost | Modifier::MoreThan | Modifier::LessThan
        )
    }
}

/// Whether a figure has so many digits under a name so long that another one is hardly another
/// thing: three digits, or two under a name of four characters.
fn telling(fact: &Fact) -> bool {
    let mut digits = fact.value.normalize().mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    let name = fact.name.chars().count();
    (digits >= 100 && name >= 3) || (digits >= 10 && name >= 4)
}

impl Report {
    /// The facts whose figure stands at the absolute byte `offset`: under the cursor, else ending at
    /// it. Several where one figure is said of several things (均增长8%).
    #[must_use]
    pub fn facts_at(&self, offset: usize) -> Vec<&Fact> {
        let under = |span: Span| span.start <= offset && offset < span.end;
        let hit = |hit: &dyn Fn(Span) -> bool| -> Vec<&Fact> {
            self.facts.iter().filter(|fact| hit(fact.span)).collect()
        };
        let found = hit(&under);
        if found.is_empty() && self.named_under(offset).is_none() {
            hit(&|span| span.end == offset)
        } else {
            found
        }
    }

    /// The name that stands at the absolute byte `offset`: under the cursor, else ending at it.
    #[must_use]
    pub fn named_at(&self, offset: usize) -> Option<Named> {
        self.named_under(offset).or_else(|| self.named(offset, &|span| span.end == offset))
    }

    fn named_under(&self, offset: usize) -> Option<Named> {
        self.named(offset, &|span| span.start <= offset && offset < span.end)
    }

    fn named(&self, offset: usize, hit: &dyn Fn(Span) -> bool) -> Option<Named> {
        let (index, paragraph) = self.paragraph_at(offset).filter(|(_, paragraph)| !paragraph.noise)?;
        let mention = paragraph.reading.mentions.iter().find(|it| hit(it.span.shifted(paragraph.start)));
        if let Some(mention) = mention {
            let span = mention.span.shifted(paragraph.start);
            let indicators = self.knowledge.parts(mention);
            return Some(Named { span, indicators, printed: self.text(span).to_owned() });
        }
        let named = |fact: &&Fact| fact.paragraph == index && fact.name_span.is_some_and(hit);
        let fact = self.facts.iter().find(named)?;
        let span = fact.name_span?;
        Some(Named {
            span,
            indicators: fact.indicator.into_iter().collect(),
            printed: self.text(span).to_owned(),
        })
    }

    /// Every place that names the same thing, under whichever of its names, in document order.
    #[must_use]
    pub fn mentions_of(&self, named: &Named) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        if named.indicators.is_empty() {
            let same = |fact: &&Fact| fact.indicator.is_none() && fact.surface == named.printed;
            spans.extend(self.facts.iter().filter(same).filter_map(|fact| fact.name_span));
        } else {
            for paragraph in self.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
                let same = paragraph.reading.mentions.iter().filter(|mention| {
                    self.knowledge.parts(mention).iter().any(|part| named.indicators.contains(part))
                });
                spans.extend(same.map(|mention| mention.span.shifted(paragraph.start)));
            }
            // A name that only its figure gives away (存款 under another word).
            let same = |fact: &&Fact| fact.indicator.is_some_and(|it| named.indicators.contains(&it));
            for span in self.facts.iter().filter(same).filter_map(|fact| fact.name_span) {
                if !spans.iter().any(|known| known.overlaps(span)) {
                    spans.push(span);
                }
            }
        }
        spans.sort_unstable();
        spans.dedup();
        spans
    }

    /// Every fact that says what one of `facts` says, they themselves included, in document order. A
    /// sentence says a thing once: 由14.3%调整为14%, 分别是1.9倍、2倍 are two.
    #[must_use]
    pub fn restatements<'r>(&'r self, facts: &[&Fact]) -> Vec<&'r Fact> {
        let says = |fact: &&Fact| {
            facts.iter().any(|known| {
                known.span == fact.span
                    || (known.restates(fact, self.is_statistic(known)) && !self.in_one_sentence(known, fact))
            })
        };
        self.facts.iter().filter(says).collect()
    }

    fn in_one_sentence(&self, one: &Fact, other: &Fact) -> bool {
        let Some(paragraph) = self.paragraphs.get(one.paragraph) else { return false };
        let mut sentences = paragraph.reading.sentences.iter().map(|it| it.span.shifted(paragraph.start));
        sentences.any(|sentence| sentence.contains(one.span) && sentence.contains(other.span))
    }

    /// Whether figures of two times may be held against each other: both about one thing, and the thing
    /// is told by its name. 企业 and 总投资 are of whatever the sentence speaks of, and 三大攻坚战 is no count.
    #[must_use]
    pub fn comparable(&self, one: &Fact, other: &Fact) -> bool {
        let chinese = |fact: &Fact| self.figure(fact).is_some_and(|figure| figure.chinese);
        let named = one.name.chars().count() >= 3 && one.name != "总投资";
        one.about(other) && (self.is_statistic(one) || (named && !chinese(one) && !chinese(other)))
    }

    /// Whether a fact is of an indicator that has one value for an area and a time.
    fn is_statistic(&self, fact: &Fact) -> bool {
        let counts = fact.kind == Kind::Count && fact.unit.map(|it| it.dimension()) == Some(Dimension::Count);
        let known = fact.indicator.and_then(|id| self.knowledge.indicator(id));
        !counts && known.is_some_and(|indicator| indicator.is_statistic())
    }

    /// The figure that a fact was read from, as printed.
    #[must_use]
    pub fn figure(&self, fact: &Fact) -> Option<&Quantity> {
        self.paragraphs.get(fact.paragraph)?.reading.quantities.get(fact.quantity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2031年1月10日在云溪市第九届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n全市地区生产总值928.3亿元，增长6.2%。高新区地区生产总值928.3亿元。新建公路5公里，完成投资3.25亿元。\n（一）经济运行稳中有进。地区生产总值达到928亿元，突破900亿元大关；新建公路5公里，完成投资3.25亿元。造林12万亩。\n（二）生态持续向好。造林8000公顷。\n二、2031年工作安排\n地区生产总值增长6.2%。\n";

    fn texts(figure: &str, at: usize) -> Vec<String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.match_indices(figure).nth(at).unwrap().0;
        let facts = report.facts_at(offset);
        assert!(!facts.is_empty(), "{figure}");
        report.restatements(&facts).iter().map(|fact| report.text(fact.span).to_owned()).collect()
    }

    #[test]
    fn one_value_in_other_words_is_a_restatement_and_another_scope_or_time_is_not() {
        assert_eq!(texts("928.3亿元", 0), ["928.3亿元", "928亿元", "900亿元"]);
        assert_eq!(texts("6.2%", 0), ["6.2%"]);
        assert_eq!(texts("6.2%", 1), ["6.2%"]);
    }

    /// The texts of the restatements of the first figure of a review of 2030.
    fn first(review: &str, figure: &str) -> Vec<String> {
        let head = DRAFT.split("全市").next().unwrap();
        let source = format!("{head}{review}\n");
        let report = Report::read(&source, &Options::default(), &mut Memo::default());
        let facts = report.facts_at(source.find(figure).unwrap());
        report.restatements(&facts).iter().map(|fact| report.text(fact.span).to_owned()).collect()
    }

    #[test]
    fn a_sentence_says_a_thing_once() {
        assert_eq!(first("森林覆盖率由36.3%提高到36%。", "36.3%"), ["36.3%"]);
        assert_eq!(first("地区生产总值928亿元，同口径地区生产总值928.3亿元。", "928亿元"), ["928亿元"]);
    }

    #[test]
    fn a_bound_stands_for_an_amount_closely_beyond_it() {
        let gdp =
            |bound: &str| first(&format!("地区生产总值928亿元。地区生产总值{bound}。"), "928亿元").len();
        assert_eq!([gdp("突破900亿元"), gdp("超过500亿元"), gdp("不到900亿元")], [2, 1, 1]);
        assert_eq!(first("地区生产总值增长6.2%。地区生产总值增长6%以上。", "6.2%"), ["6.2%"]);
        let bounds = |one: &str, other: &str| {
            first(&format!("地区生产总值超过{one}。地区生产总值超过{other}。"), one).len()
        };
        assert_eq!([bounds("900亿元", "900亿元"), bounds("900亿元", "910亿元")], [2, 1]);
    }

    #[test]
    fn small_counts_of_things_are_never_taken_for_one() {
        assert_eq!(texts("5公里", 0), ["5公里"]);
    }

    #[test]
    fn areas_are_one_in_any_unit() {
        assert_eq!(measure(Some(Unit::new("亩", Dimension::Area))), ("面积", Decimal::from(2_000)));
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let of = |figure: &str| report.facts.iter().find(|it| report.text(it.span) == figure).unwrap();
        assert!(!of("12万亩").measured().unwrap().disjoint(&of("8000公顷").measured().unwrap()));
    }
}
