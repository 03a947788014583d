//! How many of the headline facts of published reports the glossary knows, where the reports are
//! at hand (`../shared/reports`). A headline fact is a measured figure (an amount, a rate, a share
//! or a change; no rank, no number of things done, no number of years)
//! - of the review's overview: before its first sub-heading, or where nothing stands there in the
//!   first three paragraphs with at least three figures; and of these the paragraphs of figures,
//!   in which three or more stand, one in every forty characters or thicker;
//! - of the targets: in paragraphs that say 预期目标 or 主要目标, and in the list paragraphs that
//!   follow directly.
//!
//! The wider count takes every fact of all these paragraphs, whatever it states.
//! `GLOSSARY_FACTS=file` writes the headline facts as a table, for reading a sample of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use dinggao::knowledge::Block;
use dinggao::reading::{Kind, Role};
use dinggao::report::{Fact, Report};

use crate::support::{files, read, root};

/// How many figures an overview has at least.
const FIGURES: usize = 3;
/// How many paragraphs are taken where no sub-heading ends the overview.
const PARAGRAPHS: usize = 3;
/// How many characters a figure may take in a paragraph of figures.
const THICKNESS: usize = 40;

/// Whether a fact states a measured figure.
fn measured(fact: &Fact) -> bool {
    let years = fact.unit.is_some_and(|unit| unit.symbol() == "年");
    !years && !matches!(fact.kind, Kind::Count | Kind::Rank)
}

/// Whether a paragraph consists of figures.
fn of_figures(report: &Report, at: usize, facts: &[&Fact]) -> bool {
    let figures = facts.iter().filter(|fact| measured(fact)).count();
    figures >= FIGURES && report.paragraphs[at].text().chars().count() <= figures * THICKNESS
}

/// The facts of each paragraph.
fn by_paragraph(report: &Report) -> BTreeMap<usize, Vec<&Fact>> {
    let mut facts: BTreeMap<usize, Vec<&Fact>> = BTreeMap::new();
    for fact in &report.facts {
        facts.entry(fact.paragraph).or_default().push(fact);
    }
    facts
}

/// The paragraphs of the review's overview.
fn overview(report: &Report, facts: &BTreeMap<usize, Vec<&Fact>>) -> BTreeSet<usize> {
    let headings = &report.outline.headings;
    let Some(review) = headings.iter().position(|heading| heading.block == Some(Block::Review)) else {
        return BTreeSet::new();
    };
    let (section, opens) = (headings[review].section, headings[review].paragraph);
    let first_sub = report
        .outline
        .children(Some(review))
        .map(|child| headings[child].paragraph)
        .filter(|paragraph| *paragraph > opens)
        .min();
    let inside = |paragraph: &usize| section.contains(report.paragraphs[*paragraph].span());
    let own: Vec<usize> = facts.keys().copied().filter(|at| *at >= opens && inside(at)).collect();
    let before: BTreeSet<usize> =
        own.iter().copied().filter(|at| first_sub.is_some_and(|first| *at < first)).collect();
    if !before.is_empty() {
        return before;
    }
    own.into_iter().filter(|at| facts[at].len() >= FIGURES).take(PARAGRAPHS).collect()
}

/// Whether a paragraph announces the targets of the plan.
fn announces_targets(text: &str) -> bool {
    ["预期目标", "主要目标"].iter().any(|words| text.contains(words))
}

/// Whether a paragraph is an item of a list.
fn is_item(text: &str) -> bool {
    text.trim_start().starts_with(['\u{2014}', '\u{2500}', '-', '\u{B7}', '\u{25CF}'])
}

/// The facts of overview and targets, in document order, each with whether it is a headline.
fn facts_of_overview_and_targets(report: &Report) -> Vec<(&Fact, bool)> {
    let facts = by_paragraph(report);
    let overview = overview(report, &facts);
    let figures: BTreeSet<usize> =
        overview.iter().copied().filter(|at| of_figures(report, *at, &facts[at])).collect();
    let mut targets = BTreeSet::new();
    let mut listed = false;
    for (at, paragraph) in report.body() {
        let text = paragraph.text();
        listed = announces_targets(text) || (listed && is_item(text));
        if listed {
            targets.insert(at);
        }
    }
    let mut chosen = Vec::new();
    for fact in &report.facts {
        let target = targets.contains(&fact.paragraph) && fact.role == Some(Role::Target);
        let headline = measured(fact) && (figures.contains(&fact.paragraph) || target);
        if overview.contains(&fact.paragraph) || target {
            chosen.push((fact, headline));
        }
    }
    chosen
}

/// Whether what was read as a name is none: words of time and comparison that the reading did
/// not part from it. Such facts count against the coverage all the same.
fn is_no_name(name: &str) -> bool {
    let opens =
        ["是", "比", "占", "居", "由", "从", "到", "增", "提", "连续", "分别", "均", "约", "跃", "为"];
    let closes =
        ["年", "末", "期", "年均", "增长", "首次", "连续", "预计", "同比", "实际", "可比", "、", "过"];
    name.chars().count() <= 2
        || opens.iter().any(|word| name.starts_with(word))
        || closes.iter().any(|word| name.ends_with(word))
}

/// Facts seen, and those of them with an indicator.
#[derive(Default)]
struct Count {
    all: usize,
    known: usize,
}

impl Count {
    fn add(&mut self, fact: &Fact) {
        self.all += 1;
        self.known += usize::from(fact.indicator.is_some());
    }

    fn percent(&self) -> f64 {
        100.0 * self.known as f64 / self.all.max(1) as f64
    }
}

/// A line of the table: where, which indicator, the name, the kind, the figure, the sentence.
fn row(report: &Report, place: &str, fact: &Fact) -> String {
    let paragraph = &report.paragraphs[fact.paragraph];
    let at = fact.span.start - paragraph.start;
    let sentences = &paragraph.reading.sentences;
    let sentence = sentences
        .iter()
        .find(|sentence| sentence.span.start <= at && at < sentence.span.end)
        .map_or("", |sentence| sentence.span.of(paragraph.text()));
    let indicator = fact.indicator.and_then(|id| report.knowledge.indicator(id));
    let id = indicator.map_or("", |indicator| indicator.id.as_str());
    let (line, kind) = (fact.paragraph + 1, fact.kind.label());
    let figure = report.text(fact.span);
    format!("{place}:{line}\t{id}\t{}\t{kind}\t{figure}\t{sentence}", fact.surface)
}

#[test]
fn the_glossary_knows_the_headline_facts_of_published_reports() {
    let reports = root().join("../shared/reports");
    if !reports.is_dir() {
        println!("skipped: no published reports beside the project");
        return;
    }
    let (mut headlines, mut wider, mut named) = (Count::default(), Count::default(), Count::default());
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    let mut table = String::from("report:line\tindicator\tname\tkind\tfigure\tsentence\n");
    for path in files(&reports, "md") {
        let text = std::fs::read_to_string(&path).unwrap();
        let report = read(&text);
        if report.meta.profile.is_none() {
            continue;
        }
        let place = path.strip_prefix(&reports).unwrap().display().to_string();
        for (fact, headline) in facts_of_overview_and_targets(&report) {
            wider.add(fact);
            if !headline {
                continue;
            }
            headlines.add(fact);
            if fact.indicator.is_some() || !is_no_name(&fact.name) {
                named.add(fact);
            }
            if fact.indicator.is_none() {
                *unknown.entry(fact.name.clone()).or_default() += 1;
            }
            writeln!(table, "{}", row(&report, &place, fact)).unwrap();
        }
    }
    if let Some(file) = std::env::var_os("GLOSSARY_FACTS") {
        std::fs::write(file, table).unwrap();
    }
    let say = |what: &str, count: &Count| {
        println!("{what}: {} of {}, {:.1} %", count.known, count.all, count.percent());
    };
    say("headline facts with an indicator", &headlines);
    say("of those whose name was read at all", &named);
    say("all facts of overviews and targets", &wider);
    println!("headline facts without an indicator, by name:");
    let mut commonest: Vec<(String, usize)> = unknown.into_iter().collect();
    commonest.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    for (name, count) in commonest.iter().take(40) {
        println!("{count:>5}  {name}");
    }
    assert!(headlines.all > 6_000, "only {} headline facts found", headlines.all);
    assert!(headlines.percent() >= 85.0, "{:.1} % of the headline facts", headlines.percent());
    assert!(named.percent() >= 90.0, "{:.1} % of those with a name", named.percent());
}
