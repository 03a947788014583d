//! Facts: the paragraph's own words on time, role and scope completed by section and document.
//! What cannot be decided stays `None`.

use super::stance::{Stance, Years, stance};
use super::timeline::Timeline;
use super::{Meta, Outline, Paragraph};
use crate::knowledge::{Block, IndicatorId, Knowledge};
use crate::quantity::{Decimal, Interval, Modifier, Unit};
use crate::reading::{Basis, Kind, LocalFact, Meaning, Period, RUNNING, Role, TimeWord, signed};
use crate::text::Span;

/// A claim of the report about an indicator. Spans are absolute.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Glossary indicator, or `None` where only the phrase is known.
    pub indicator: Option<IndicatorId>,
    /// The indicator's name spelled out (the report's own, a short form as the glossary has it), or the
    /// noun phrase itself.
    pub name: String,
    /// The name as printed.
    pub surface: String,
    /// Where the name stands.
    pub name_span: Option<Span>,
    /// The figure with its unit.
    pub span: Span,
    /// Value, declines negative; of a range the low end.
    pub value: Decimal,
    /// High end of a range.
    pub value_to: Option<Decimal>,
    /// Unit without its scale word.
    pub unit: Option<Unit>,
    /// Level, growth …
    pub kind: Kind,
    /// The hedge.
    pub modifier: Modifier,
    /// What the printed figure allows, with the sign of `value`.
    pub interval: Interval,
    /// 亿元以上, 规模以上 … in the name.
    pub threshold: Option<String>,
    /// Over what it is reckoned.
    pub basis: Option<Basis>,
    /// When; `None` when undecidable.
    pub period: Option<Period>,
    /// Stated, expected or aimed at.
    pub role: Option<Role>,
    /// For whom (全市, 城镇, 农村, a named part).
    pub scope: Option<String>,
    /// Index of the innermost heading.
    pub heading: Option<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index into the paragraph's quantities.
    pub quantity: usize,
}

/// Completes every local fact. Total.
pub(super) fn resolve(
    paragraphs: &[Paragraph],
    meta: &Meta,
    outline: &Outline,
    knowledge: &Knowledge,
) -> Vec<Fact> {
    let years = Years::of(meta);
    let whole = whole_scope(meta);
    let timeline = Timeline::of(paragraphs, meta, outline, years);
    let mut facts = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate().take(meta.body.1).skip(meta.body.0) {
        if paragraph.noise || front_matter(meta, paragraph) {
            continue;
        }
        for local in &paragraph.reading.facts {
            let Some(printed) = paragraph.reading.quantities.get(local.quantity) else { continue };
            let quantity = local.stated.figure(printed);
            let span = quantity.span.shifted(paragraph.start);
            let heading = outline.at(span.start);
            // 名词解释 tells what words mean; it states nothing of the place.
            let appendix = meta.part(Block::Glossary).is_some_and(|part| part.span.start <= span.start);
            if appendix || explained(outline, heading) {
                continue;
            }
            let stance = stance(outline, heading, meta, span.start);
            let time = local.time.as_ref().and_then(|word| years.resolve(word, stance));
            let topic = timeline.default(index).or(years.default(stance));
            let open = local.time.is_some_and(|word| word.meaning == Meaning::Vague);
            let period = if local.base || open { time } else { reckoned(local.basis, time, topic).or(topic) };
            let period = reached_at_the_end(local, paragraph, period).or(period);
            let role = role(local, stance, period, years);
            let interval = quantity.interval();
            let name_span = local.name_span.map(|name| name.shifted(paragraph.start));
            facts.push(Fact {
                indicator: local.indicator,
                name: spelled_out(local, knowledge),
                surface: local
                    .name_span
                    .map_or_else(|| local.name.clone(), |name| name.of(paragraph.text()).to_owned()),
                name_span,
                span,
                value: signed(quantity.value, local.declines),
                value_to: quantity.value_to.map(|value| signed(value, local.declines)),
                unit: quantity.unit,
                kind: local.kind,
                modifier: quantity.modifier,
                interval: if local.declines { interval.negated() } else { interval },
                threshold: local.threshold.clone(),
                basis: local.basis,
                period,
                role,
                scope: local
                    .scope
                    .clone()
                    .or_else(|| topic_scope(paragraphs, outline, heading))
                    .or_else(|| whole.clone()),
                heading,
                paragraph: index,
                quantity: local.quantity,
            });
        }
    }
    facts
}

/// The last year of a term, where the sentence holds a level of it against the year before the term
/// (利税140亿元，是2026年的2.3倍): nobody compares a sum of five years with one.
fn reached_at_the_end(local: &LocalFact, paragraph: &Paragraph, period: Option<Period>) -> Option<Period> {
    let Some(Period::Years(first, last)) = period else { return None };
    let figure = paragraph.reading.quantities.get(local.quantity)?.span;
    let amount = matches!(local.kind, Kind::Level | Kind::Count);
    if local.time.is_some() || local.base {
        return None;
    }
    let added = ["新增", "累计", "增加"].iter().any(|word| local.name.starts_with(word));
    let times = &paragraph.reading.times;
    let base = |word: &&TimeWord| {
        word.compared && matches!(word.meaning, Meaning::Absolute(Period::Year(year)) if year == first - 1)
    };
    let behind = times.iter().find(|word| word.span.start >= figure.end).filter(base).is_some_and(|word| {
        let between = Span::new(figure.end, word.span.start).of(paragraph.text());
        ["是", "为", "比", "较", "相当于", "约是", "分别是", "分别为", "分别比", "分别较"]
            .contains(&between.trim_start_matches([',', '\u{FF0C}', '、', ' ']))
    });
    // 床位数由2026年的7.6张提高到8.1张.
    let before =
        times.iter().rev().find(|word| word.span.end <= figure.start).filter(base).is_some_and(|word| {
            let between = Span::new(word.span.end, figure.start).of(paragraph.text());
            let moved = ["到", "至", "为"].iter().any(|verb| between.ends_with(verb));
            moved
                && between.starts_with('的')
                && !between.contains([',', '\u{FF0C}', '\u{3002}', ';', '\u{FF1B}'])
        });
    let share = local.kind == Kind::Share && before;
    ((amount || share) && !added && (behind || before) && last > first).then_some(Period::Year(last))
}

/// Whether a place stands in the list of terms behind the report.
fn explained(outline: &Outline, heading: Option<usize>) -> bool {
    let glossary = |at: &usize| outline.headings.get(*at).is_some_and(|it| it.block == Some(Block::Glossary));
    heading.is_some_and(|at| outline.path(at).iter().any(glossary))
}

/// The name of a fact: the report's own where it says what it is, the glossary's for a short form
/// (GDP, 存款, 规上企业). A reader finds 自营出口创汇 in the ledger as the report has it; the id says that
/// it is exports.
fn spelled_out(local: &LocalFact, knowledge: &Knowledge) -> String {
    let length = |name: &str| name.chars().count();
    let Some(indicator) = local.indicator.and_then(|id| knowledge.indicator(id)) else {
        return local.name.clone();
    };
    const WHOLE: [&str; 6] = ["全市", "全省", "全县", "全区", "全州", "全国"];
    let own = WHOLE.iter().find_map(|whole| local.name.strip_prefix(whole)).unwrap_or(&local.name);
    let short = length(own) < SPELLED_OUT || is_short_form(own);
    if short { indicator.name.clone() } else { own.to_owned() }
}

/// How many characters a name has at least that says what it is: 存款, 棚改 and 公租房 are short forms.
const SPELLED_OUT: usize = 4;

/// Whether a name is written with Latin letters or the short words of the trade.
fn is_short_form(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_alphabetic()) || name.contains("规上") || name.contains("限上")
}

/// The period of a figure with a word of time of its own: a mean or a sum over years beside a
/// single year (2030年达到…，年均增长…) is reckoned over the years of the section.
fn reckoned(basis: Option<Basis>, time: Option<Period>, topic: Option<Period>) -> Option<Period> {
    match (basis, time, topic) {
        (Some(Basis::Mean), Some(Period::Year(year)), Some(Period::Years(from, to)))
            if year == to && from < to =>
        {
            topic
        }
        _ => time,
    }
}

/// Stated, expected or aimed at.
fn role(local: &LocalFact, stance: Stance, period: Option<Period>, years: Years) -> Option<Role> {
    let reviewed = years.reviewed();
    let past = period.zip(reviewed).map(|(period, reviewed)| period.last_year() <= reviewed);
    if local.base {
        return Some(Role::Actual);
    }
    match (stance, local.role) {
        (Stance::Review, Some(Role::Target)) if past == Some(false) => Some(Role::Target),
        (Stance::Review, Some(Role::Estimate)) => Some(Role::Estimate),
        (Stance::Review, _) if past == Some(false) => Some(Role::Target),
        (Stance::Review, _) => Some(Role::Actual),
        // The plan part looks back with a year, with 去年, 五年来, or with 已达.
        (_, local_role) if past == Some(true) => {
            local_role.filter(|role| *role == Role::Estimate).or(Some(Role::Actual))
        }
        (_, Some(Role::Actual)) => Some(Role::Actual),
        (_, _) => Some(Role::Target),
    }
}

/// Title, meeting, speaker: figures there are no facts.
fn front_matter(meta: &Meta, paragraph: &Paragraph) -> bool {
    let span = paragraph.span();
    // A line that holds the whole report holds its head too.
    if span.len() >= RUNNING {
        return false;
    }
    [&meta.title, &meta.meeting, &meta.date, &meta.speaker]
        .into_iter()
        .flatten()
        .any(|located| span.contains(located.span))
}

/// 农村 where the topic sentence of the paragraph speaks of the countryside alone.
fn topic_scope(paragraphs: &[Paragraph], outline: &Outline, heading: Option<usize>) -> Option<String> {
    let topic = outline.headings.get(heading?).filter(|topic| topic.level >= 3)?;
    let paragraph = paragraphs.get(topic.paragraph)?;
    let title = Span::new(topic.title.start - paragraph.start, topic.title.end - paragraph.start)
        .of(paragraph.text());
    let rural = ["农村", "乡村"].iter().any(|word| title.contains(word));
    (rural && !title.contains("农业") && !title.contains("城乡") && !title.contains("振兴"))
        .then(|| "农村".to_owned())
}

/// The scope of the whole document: 全市 for a 市, 全国 for the State Council.
fn whole_scope(meta: &Meta) -> Option<String> {
    if meta.profile.as_deref() == Some("work-report-national") {
        return Some("全国".to_owned());
    }
    let place = meta.place.as_ref()?.value.as_str();
    let whole = [
        ("自治区", "全区"),
        ("自治州", "全州"),
        ("自治县", "全县"),
        ("新区", "全区"),
        ("省", "全省"),
        ("市", "全市"),
        ("州", "全州"),
        ("盟", "全盟"),
        ("县", "全县"),
        ("旗", "全旗"),
        ("区", "全区"),
        ("镇", "全镇"),
        ("乡", "全乡"),
    ];
    whole.iter().find(|(ending, _)| place.ends_with(ending)).map(|(_, scope)| (*scope).to_owned())
}
