//! What the field knows before it reads: indicators and section profiles.
//! Typed views of the JSON in `knowledge/data`, embedded in the binary, extended by the user's
//! `dinggao.json`. An entry that needs no new behaviour is data; a new match arm is code.

mod indicator;
mod profile;

pub use indicator::{Direction, GrowthBasis, Indicator, IndicatorId, Mention};
pub use profile::{Block, Profile, Requirement, SectionRule};

use std::sync::{Arc, LazyLock};

/// Indicators and profiles, with the automaton that finds names in text.
#[derive(Debug, Default)]
pub struct Knowledge {
    indicators: Vec<Indicator>,
    profiles: Vec<Profile>,
}

static BUILTIN: LazyLock<Arc<Knowledge>> = LazyLock::new(|| Arc::new(Knowledge::default()));

impl Knowledge {
    /// The knowledge that ships with the product.
    #[must_use]
    pub fn builtin() -> Arc<Self> {
        Arc::clone(&BUILTIN)
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
        self.indicators.iter().position(|indicator| indicator.id == id).and_then(IndicatorId::from_index)
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
    #[must_use]
    pub fn mentions(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
}
