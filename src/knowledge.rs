//! What the field knows before it reads: indicators and section profiles.
//! Typed views of the JSON in `knowledge/data`, embedded in the binary, extended by the user's
//! `dinggao.json`. An entry that needs no new behaviour is data; a new match arm is code.

mod indicator;
mod lexicon;
mod names;
mod profile;
mod spelling;
mod wording;

pub use indicator::{
    Compound, CompoundId, Direction, FigureKind, GrowthBasis, HistoricalName, Indicator, IndicatorId,
    Mention, Nature, PartAndWhole, Plausible, PlausibleOf, StockFlow,
};
pub use profile::{Block, Profile, Requirement, SectionRule};
pub use wording::{OfficialWording, Wording, WrongKind, WrongTerm};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::Deserialize;

use crate::quantity::{Dimension, scan};
use lexicon::{Lexicon, ShareOf, Target};

/// Indicators and profiles, with the lexicon that finds names in text.
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
    /// Words that many names share; among them the wholes of shares.
    sets: spelling::Sets,
    /// Built at the first search: `rules` or `--help` need none.
    lexicon: OnceLock<Lexicon>,
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
    /// Where editors find the schema.
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// Words that many names share.
    #[serde(default)]
    sets: spelling::Sets,
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
        for mut indicator in file.indicators {
            indicator.not_in = spelling::expand_all(&indicator.not_in, &file.sets);
            for share in &mut indicator.share_of {
                share.parts = spelling::expand_all(&share.parts, &file.sets);
            }
            // Groups overlap easily ({总|}产值 beside 总产值): each spelling once.
            let mut seen: BTreeSet<String> =
                indicator.historical.iter().map(|old| old.name.clone()).collect();
            seen.insert(indicator.name.clone());
            let mut aliases = spelling::expand_all(&indicator.aliases, &file.sets);
            aliases.retain(|alias| seen.insert(alias.clone()));
            indicator.aliases = aliases;
            knowledge.push(indicator);
        }
        for mut entry in file.compounds {
            let mut seen = BTreeSet::new();
            entry.names = spelling::expand_all(&entry.names, &file.sets);
            entry.names.retain(|name| seen.insert(name.clone()));
            knowledge.push_compound(entry);
        }
        knowledge.sets = file.sets;
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
            sets: builtin.sets.clone(),
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
        self.lexicon.get_or_init(|| self.build_lexicon()).mentions(text, &self.indicators)
    }

    fn build_lexicon(&self) -> Lexicon {
        let targets = || {
            (0..).zip(&self.indicators).map(|(index, indicator)| {
                (indicator, IndicatorId::from_index(index).map_or(Target::Trap, Target::Indicator))
            })
        };
        let names = targets().flat_map(|(indicator, target)| {
            let traps = indicator.not_in.iter().map(|word| (word.as_str(), Target::Trap));
            indicator.names().map(move |name| (name, target)).chain(traps)
        });
        let compounds = self.compound_names.iter().filter_map(|(name, id)| {
            let compound = self.compound(*id)?;
            let meant = compound.single.or_else(|| compound.parts.first().copied())?;
            Some((name.as_str(), Target::Compound(*id, meant)))
        });
        // Behind the names of the files: a form that is a name of its own stays it.
        let forms: Vec<(String, Target)> = targets()
            .flat_map(|(indicator, target)| {
                indicator.names().flat_map(spelling::with_verb).map(move |form| (form, target))
            })
            .collect();
        let mut shares = Vec::new();
        let mut parts = Vec::new();
        for (index, indicator) in (0..).zip(&self.indicators) {
            for share in &indicator.share_of {
                let (Some(id), Some(wholes)) = (IndicatorId::from_index(index), self.sets.get(&share.whole))
                else {
                    continue;
                };
                parts.extend(share.parts.iter().map(|part| (part.as_str(), shares.len())));
                shares.push(ShareOf { wholes: wholes.clone(), indicator: id });
            }
        }
        Lexicon::new(
            names.chain(compounds).chain(forms.iter().map(|(form, target)| (form.as_str(), *target))),
            parts.into_iter(),
            shares,
        )
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
            alone: Vec::new(),
            share_of: Vec::new(),
            not_in: Vec::new(),
            not_after: Vec::new(),
            not_before: Vec::new(),
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
mod tests;
