//! What the field knows before it reads: indicators and section profiles.
//! Typed views of the JSON in `knowledge/data`, embedded in the binary, extended by the user's
//! `dinggao.json`. An entry that needs no new behaviour is data; a new match arm is code.

mod indicator;
mod lexicon;
mod profile;
mod wording;

pub use indicator::{
    Compound, CompoundId, Direction, FigureKind, GrowthBasis, HistoricalName, Indicator, IndicatorId,
    Mention, Nature, Plausible, PlausibleOf, StockFlow,
};
pub use profile::{Block, Profile, Requirement, SectionRule};
pub use wording::{OfficialWording, Wording, WrongKind, WrongTerm};

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::Deserialize;

use crate::quantity::{Dimension, scan};
use lexicon::{Lexicon, Target};

/// Indicators and profiles, with the automaton that finds names in text.
#[derive(Debug, Default)]
pub struct Knowledge {
    indicators: Vec<Indicator>,
    compounds: Vec<Compound>,
    /// Further names of each compound.
    compound_names: Vec<(String, CompoundId)>,
    profiles: Vec<Profile>,
    /// Official wordings of the user's own.
    official: Vec<OfficialWording>,
    by_id: BTreeMap<String, IndicatorId>,
    /// Built at the first search: `rules` or `--help` need none.
    lexicon: OnceLock<Option<Lexicon>>,
}

/// An indicator of the user's own, as in `dinggao.json`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserIndicator {
    /// Glossary id; that of a built-in indicator adds names to it.
    pub id: String,
    /// Name as it stands in reports.
    pub name: String,
    /// Other names for the same measurement.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Unit as printed (吨, 亿元, %).
    #[serde(default)]
    pub unit: String,
    /// What it means.
    #[serde(default)]
    pub definition: String,
}

/// Why user data was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnowledgeError {
    /// Two indicators of the user with one id.
    DuplicateId(String),
    /// A name that belongs to another indicator.
    DuplicateName {
        /// The name.
        name: String,
        /// The id of the indicator that has it.
        owner: String,
    },
    /// More indicators than ids.
    TooMany,
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId(id) => write!(f, "indicators: the id {id:?} stands twice"),
            Self::DuplicateName { name, owner } => {
                write!(f, "indicators: the name {name:?} already belongs to {owner:?}")
            }
            Self::TooMany => write!(f, "indicators: more than 65535 entries"),
        }
    }
}

impl std::error::Error for KnowledgeError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorFile {
    indicators: Vec<Indicator>,
    compounds: Vec<CompoundEntry>,
    confusables: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompoundEntry {
    id: String,
    names: Vec<String>,
    parts: Vec<String>,
    #[serde(default)]
    single: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    profiles: Vec<Profile>,
}

const INDICATORS: &str = include_str!("knowledge/data/indicators.json");
const PROFILES: &str = include_str!("knowledge/data/profiles.json");

/// The embedded files always parse: a test holds it. Should one ever not, an empty glossary costs
/// some findings, a panic would cost the session.
static BUILTIN: LazyLock<Arc<Knowledge>> =
    LazyLock::new(|| Arc::new(Knowledge::parse(INDICATORS, PROFILES).unwrap_or_default()));

impl Knowledge {
    /// The knowledge that ships with the product.
    #[must_use]
    pub fn builtin() -> Arc<Self> {
        Arc::clone(&BUILTIN)
    }

    fn parse(indicators: &str, profiles: &str) -> Result<Self, serde_json::Error> {
        let file: IndicatorFile = serde_json::from_str(indicators)?;
        let profiles: ProfileFile = serde_json::from_str(profiles)?;
        let mut knowledge = Self { profiles: profiles.profiles, ..Self::default() };
        for indicator in file.indicators {
            knowledge.push(indicator);
        }
        for entry in file.compounds {
            knowledge.push_compound(entry);
        }
        for group in file.confusables {
            let ids: Vec<IndicatorId> = group.iter().filter_map(|id| knowledge.by_glossary_id(id)).collect();
            for &id in &ids {
                if let Some(indicator) = knowledge.indicators.get_mut(id.index()) {
                    indicator.confusables.extend(ids.iter().filter(|other| **other != id));
                    indicator.confusables.sort_unstable();
                    indicator.confusables.dedup();
                }
            }
        }
        Ok(knowledge)
    }

    fn push(&mut self, indicator: Indicator) -> Option<IndicatorId> {
        let id = IndicatorId::from_index(self.indicators.len())?;
        self.by_id.insert(indicator.id.clone(), id);
        self.indicators.push(indicator);
        Some(id)
    }

    fn push_compound(&mut self, entry: CompoundEntry) {
        let Some(id) = CompoundId::from_index(self.compounds.len()) else { return };
        let parts: Vec<IndicatorId> =
            entry.parts.iter().filter_map(|part| self.by_glossary_id(part)).collect();
        let single = entry.single.as_deref().and_then(|single| self.by_glossary_id(single));
        let Some(name) = entry.names.first().cloned() else { return };
        self.compounds.push(Compound { id: entry.id, name, parts, single });
        self.compound_names.extend(entry.names.into_iter().map(|name| (name, id)));
    }

    /// The built-in knowledge with a user's indicators and profiles. An indicator with the id of a
    /// built-in one adds its names to it; a profile with the id of a built-in one replaces it.
    ///
    /// # Errors
    /// An id that stands twice, a name that belongs to another indicator, too many indicators.
    pub fn with_user(
        indicators: Vec<UserIndicator>,
        profiles: Vec<Profile>,
    ) -> Result<Arc<Self>, KnowledgeError> {
        Self::with_user_words(indicators, profiles, Vec::new())
    }

    /// The same with official wordings of the user's own, which are looked for before the built-in
    /// ones.
    ///
    /// # Errors
    /// As `with_user`.
    pub fn with_user_words(
        indicators: Vec<UserIndicator>,
        profiles: Vec<Profile>,
        official: Vec<OfficialWording>,
    ) -> Result<Arc<Self>, KnowledgeError> {
        if indicators.is_empty() && profiles.is_empty() && official.is_empty() {
            return Ok(Self::builtin());
        }
        let builtin = Self::builtin();
        let mut all = Self {
            indicators: builtin.indicators.clone(),
            compounds: builtin.compounds.clone(),
            compound_names: builtin.compound_names.clone(),
            profiles: builtin.profiles.clone(),
            official,
            by_id: builtin.by_id.clone(),
            lexicon: OnceLock::new(),
        };
        let mut owners: BTreeMap<String, String> = builtin
            .indicators
            .iter()
            .flat_map(|indicator| indicator.names().map(|name| (name.to_owned(), indicator.id.clone())))
            .collect();
        let mut seen = BTreeMap::new();
        for user in indicators {
            if seen.insert(user.id.clone(), ()).is_some() {
                return Err(KnowledgeError::DuplicateId(user.id));
            }
            for name in std::iter::once(&user.name).chain(&user.aliases) {
                match owners.insert(name.clone(), user.id.clone()) {
                    Some(owner) if owner != user.id => {
                        return Err(KnowledgeError::DuplicateName { name: name.clone(), owner });
                    }
                    _ => {}
                }
            }
            match all.by_glossary_id(&user.id).and_then(|id| all.indicators.get_mut(id.index())) {
                Some(known) => known.extend(user),
                None => {
                    all.push(user.into()).ok_or(KnowledgeError::TooMany)?;
                }
            }
        }
        for profile in profiles {
            match all.profiles.iter_mut().find(|known| known.id == profile.id) {
                Some(known) => *known = profile,
                None => all.profiles.push(profile),
            }
        }
        Ok(Arc::new(all))
    }

    /// Wordings that official use has replaced: the user's, then the built-in ones.
    pub fn official(&self) -> impl Iterator<Item = &OfficialWording> {
        self.official.iter().chain(&Wording::builtin().official)
    }

    /// Every indicator, in glossary order; the position is the `IndicatorId`.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.get(id.index())
    }

    /// The indicator with this glossary id (`gdp`).
    #[must_use]
    pub fn by_glossary_id(&self, id: &str) -> Option<IndicatorId> {
        self.by_id.get(id).copied()
    }

    /// The compound with this id.
    #[must_use]
    pub fn compound(&self, id: CompoundId) -> Option<&Compound> {
        self.compounds.get(id.index())
    }

    /// What a mention stands for, in order: the parts of a compound, else the one indicator.
    #[must_use]
    pub fn parts(&self, mention: &Mention) -> Vec<IndicatorId> {
        match mention.compound.and_then(|id| self.compound(id)) {
            Some(compound) => compound.parts.clone(),
            None => vec![mention.indicator],
        }
    }

    /// The indicator of exactly this name or alias.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<IndicatorId> {
        let of = |indicator: &Indicator| {
            indicator.name == name || indicator.aliases.iter().any(|alias| alias == name)
        };
        self.indicators.iter().position(of).and_then(IndicatorId::from_index)
    }

    /// Every document profile.
    #[must_use]
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// The profile with this id (`work-report-annual`).
    #[must_use]
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// Indicator names in `text`, longest first at each place, left to right, not overlapping.
    /// A name inside a longer word that means something else is none.
    #[must_use]
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.lexicon
            .get_or_init(|| self.build_lexicon())
            .as_ref()
            .map_or_else(Vec::new, |found| found.mentions(text))
    }

    fn build_lexicon(&self) -> Option<Lexicon> {
        let names = self.indicators.iter().enumerate().flat_map(|(index, indicator)| {
            let target = IndicatorId::from_index(index).map_or(Target::Trap, Target::Indicator);
            let traps = indicator.not_in.iter().map(|word| (word.as_str(), Target::Trap));
            indicator.names().map(move |name| (name, target)).chain(traps)
        });
        let compounds = self.compound_names.iter().filter_map(|(name, id)| {
            let compound = self.compound(*id)?;
            let meant = compound.single.or_else(|| compound.parts.first().copied())?;
            Some((name.as_str(), Target::Compound(*id, meant)))
        });
        Lexicon::new(names.chain(compounds))
    }
}

impl Indicator {
    /// Adds the names of a user's entry; its unit and definition replace ours where given.
    fn extend(&mut self, user: UserIndicator) {
        let new: Vec<String> = std::iter::once(user.name)
            .chain(user.aliases)
            .filter(|name| !self.names().any(|known| known == name))
            .collect();
        self.aliases.extend(new);
        if !user.definition.is_empty() {
            self.definition = user.definition;
        }
        if !user.unit.is_empty() {
            self.dimension = dimension_of(&user.unit);
            self.unit = user.unit;
        }
    }
}

impl From<UserIndicator> for Indicator {
    fn from(user: UserIndicator) -> Self {
        Self {
            dimension: dimension_of(&user.unit),
            id: user.id,
            name: user.name,
            aliases: user.aliases,
            not_in: Vec::new(),
            definition: user.definition,
            category: String::new(),
            unit: user.unit,
            kinds: Vec::new(),
            direction: Direction::default(),
            stock_flow: StockFlow::default(),
            growth_basis: GrowthBasis::default(),
            nature: Nature::default(),
            plausible: None,
            historical: Vec::new(),
            note: None,
            confusables: Vec::new(),
        }
    }
}

/// What a printed unit measures: whatever the scanner makes of a figure with it.
fn dimension_of(unit: &str) -> Dimension {
    scan(&format!("1{unit}"))
        .first()
        .and_then(crate::quantity::Quantity::dimension)
        .unwrap_or(Dimension::Other)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let knowledge = Knowledge::builtin();
        let name = |mention: &Mention| match mention.compound.and_then(|id| knowledge.compound(id)) {
            Some(compound) => compound.id.clone(),
            None => knowledge.indicator(mention.indicator).unwrap().id.clone(),
        };
        knowledge.mentions(text).iter().map(|m| (m.span.of(text).to_owned(), name(m))).collect()
    }

    fn ids(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(_, id)| id).collect()
    }

    #[test]
    fn embedded_files_parse() {
        let knowledge = Knowledge::parse(INDICATORS, PROFILES).unwrap();
        assert!(knowledge.indicators().len() > 250);
        assert!(knowledge.profile("work-report-annual").is_some());
    }

    #[test]
    fn every_entry_is_complete_and_no_name_belongs_to_two() {
        let knowledge = Knowledge::builtin();
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for indicator in knowledge.indicators() {
            let id = indicator.id.as_str();
            assert!(seen.insert(id), "{id} stands twice");
            assert!(
                id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{id} is no kebab-case"
            );
            assert!(indicator.definition.chars().count() >= 8, "{id} has no definition");
            assert!(indicator.definition.ends_with('。'), "{id}: the definition is no sentence");
            assert!(!indicator.kinds.is_empty() && !indicator.unit.is_empty(), "{id} lacks kinds or unit");
            for name in indicator.names() {
                assert_eq!(owners.insert(name, id), None, "{name} stands twice ({id})");
            }
            for old in &indicator.historical {
                assert!(old.from.is_some() || old.until.is_some(), "{}: no year", old.name);
            }
            if let Some(range) = &indicator.plausible {
                assert!(range.min() < range.max(), "{id}: empty range");
            }
        }
        for (name, id) in &knowledge.compound_names {
            let id = knowledge.compound(*id).unwrap().id.as_str();
            assert_eq!(owners.insert(name, id), None, "{name} stands twice ({id})");
        }
        for trap in knowledge.indicators().iter().flat_map(|indicator| &indicator.not_in) {
            assert!(!owners.contains_key(trap.as_str()), "{trap} is a name and a trap");
        }
    }

    #[test]
    fn compounds_and_confusables_name_indicators_that_exist() {
        let file: IndicatorFile = serde_json::from_str(INDICATORS).unwrap();
        let knowledge = Knowledge::builtin();
        let known = |id: &String| knowledge.by_glossary_id(id).is_some();
        for compound in &file.compounds {
            assert!(compound.parts.len() >= 2 && compound.parts.iter().all(known), "{}", compound.id);
            assert!(compound.single.iter().all(known), "{}", compound.id);
            assert!(!compound.names.is_empty(), "{}", compound.id);
        }
        assert!(file.confusables.iter().flatten().all(known));
    }

    #[test]
    fn every_unit_is_one_the_scanner_knows_and_measures_what_the_entry_says() {
        for indicator in Knowledge::builtin().indicators() {
            let figure = format!("5{}", indicator.unit);
            let found = scan(&figure);
            let dimension = found.first().and_then(crate::quantity::Quantity::dimension);
            // Scores of one thing by another (吨标准煤/万元) are told by their growth alone.
            let told_by_growth = indicator.dimension == Dimension::Other && indicator.unit.contains('/');
            assert!(
                dimension == Some(indicator.dimension) || told_by_growth,
                "{}: {figure} is {dimension:?}, not {:?}",
                indicator.id,
                indicator.dimension
            );
        }
    }

    #[test]
    fn no_text_for_readers_uses_half_width_marks_between_han() {
        let knowledge = Knowledge::builtin();
        for text in
            knowledge.indicators().iter().flat_map(|i| [Some(&i.definition), i.note.as_ref()]).flatten()
        {
            let bad =
                text.chars().zip(text.chars().skip(1)).find(|(a, b)| !a.is_ascii() && ",;()!?".contains(*b));
            assert_eq!(bad, None, "{text}");
        }
    }

    #[test]
    fn the_longest_name_wins_and_a_scope_before_it_stays_outside() {
        assert_eq!(
            found("全市地区生产总值增长6%，我市规模以上工业增加值增长8%"),
            [
                ("地区生产总值".to_owned(), "gdp".to_owned()),
                ("规模以上工业增加值".to_owned(), "industrial-va".to_owned())
            ]
        );
        assert_eq!(
            ids("城镇常住居民人均可支配收入、农村居民人均可支配收入"),
            ["urban-income", "rural-income"]
        );
        assert_eq!(ids("居民人均可支配收入增长5%"), ["resident-income"]);
    }

    #[test]
    fn a_name_inside_a_longer_word_is_none() {
        assert!(ids("占地区生产总值的两成").is_empty());
        assert!(ids("不良贷款余额压降3亿元").is_empty());
        assert!(ids("执行GDPR条例").is_empty());
        assert_eq!(ids("GDP突破百亿元"), ["gdp"]);
        assert_eq!(ids("单位地区生产总值能耗下降3%"), ["energy-intensity"]);
        assert_eq!(ids("常住人口城镇化率达到60%"), ["urbanization-rate"]);
        assert_eq!(ids("全社会研发投入强度达到2.1%"), ["rd-intensity"]);
    }

    #[test]
    fn a_compound_stands_for_its_parts_in_order() {
        let knowledge = Knowledge::builtin();
        let parts = |text: &str| -> Vec<String> {
            let mention = knowledge.mentions(text)[0];
            assert!(mention.compound.is_some(), "{text}");
            knowledge.parts(&mention).iter().map(|id| knowledge.indicator(*id).unwrap().id.clone()).collect()
        };
        assert_eq!(parts("城乡居民人均可支配收入分别增长5%、6%"), ["urban-income", "rural-income"]);
        assert_eq!(parts("本外币存、贷款余额分别为90亿元、70亿元"), ["deposits", "loans"]);
        assert_eq!(parts("一、二、三产业增加值分别增长"), ["primary-va", "secondary-va", "tertiary-va"]);
        let single = knowledge.mentions("城乡居民收入增长6%")[0];
        assert_eq!(knowledge.by_glossary_id("resident-income"), Some(single.indicator));
    }

    #[test]
    fn half_and_full_width_brackets_are_one_name() {
        assert_eq!(ids("固定资产投资\u{FF08}不含农户\u{FF09}增长4%").len(), 1);
        assert_eq!(found("固定资产投资(不含农户)增长4%")[0].0, "固定资产投资(不含农户)");
    }

    #[test]
    fn names_of_other_years_are_recognised_with_their_years() {
        let knowledge = Knowledge::builtin();
        let mention = knowledge.mentions("公共财政预算收入12亿元")[0];
        let indicator = knowledge.indicator(mention.indicator).unwrap();
        assert_eq!(indicator.id, "general-budget-revenue");
        assert_eq!(indicator.historical_name("公共财政预算收入").unwrap().until, Some(2014));
        assert!(indicator.historical_name("一般公共预算收入").is_none());
    }

    #[test]
    fn helpers_tell_what_rules_ask() {
        let knowledge = Knowledge::builtin();
        let get = |id: &str| knowledge.indicator(knowledge.by_glossary_id(id).unwrap()).unwrap();
        assert!(get("gdp").constant_price() && get("gdp").is_money() && get("gdp").is_statistic());
        assert!(get("forest-coverage").is_ratio() && !get("forest-coverage").is_money());
        assert!(!get("signed-projects").is_statistic());
        assert!(
            get("registered-unemployment")
                .confusables
                .contains(&knowledge.by_glossary_id("surveyed-unemployment").unwrap())
        );
    }

    #[test]
    fn a_user_adds_indicators_and_names() {
        let coal = UserIndicator {
            id: "coal-output".into(),
            name: "原煤产量".into(),
            aliases: vec!["煤炭产量".into()],
            unit: "吨".into(),
            definition: "报告期内生产的原煤。".into(),
        };
        let more = UserIndicator {
            id: "gdp".into(),
            name: "本市生产总值".into(),
            aliases: Vec::new(),
            unit: String::new(),
            definition: String::new(),
        };
        let knowledge = Knowledge::with_user(vec![coal.clone(), more], Vec::new()).unwrap();
        let text = "煤炭产量30万吨，本市生产总值90亿元";
        let names: Vec<_> = knowledge
            .mentions(text)
            .iter()
            .map(|m| knowledge.indicator(m.indicator).unwrap().name.clone())
            .collect();
        assert_eq!(names, ["原煤产量", "地区生产总值"]);
        let twice = Knowledge::with_user(vec![coal.clone(), coal.clone()], Vec::new());
        assert_eq!(twice.unwrap_err(), KnowledgeError::DuplicateId("coal-output".into()));
        let stolen =
            Knowledge::with_user(vec![UserIndicator { name: "生产总值".into(), ..coal }], Vec::new());
        assert!(matches!(stolen, Err(KnowledgeError::DuplicateName { .. })));
    }

    #[test]
    fn profiles_have_each_block_once() {
        for profile in Knowledge::builtin().profiles() {
            let mut seen = BTreeSet::new();
            assert!(profile.sections.iter().all(|section| seen.insert(section.block)), "{}", profile.id);
            assert!(profile.section(Block::Review).is_some(), "{}", profile.id);
        }
    }
}
