//! Checklist and summary, for an editor's own views: `dinggao/checklist` and `dinggao/summary`.

use lsp_types::{Range, Url};
use serde::Serialize;

use crate::features::checklist::{Checklist, State};
use crate::features::summary::Summary;
use crate::knowledge::Requirement;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;

/// A profile by its id and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileName {
    id: String,
    name: String,
}

impl ProfileName {
    fn of(profile: Option<(String, String)>) -> Option<Self> {
        profile.map(|(id, name)| Self { id, name })
    }
}

/// The answer to `dinggao/checklist`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChecklistAnswer {
    schema: &'static str,
    uri: Url,
    version: i32,
    profile: Option<ProfileName>,
    in_order: bool,
    sections: Vec<SectionAnswer>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct SectionAnswer {
    id: &'static str,
    name: &'static str,
    requirement: &'static str,
    state: &'static str,
    range: Option<Range>,
}

/// The checklist in JSON.
#[must_use]
pub fn checklist(
    list: Checklist,
    uri: &Url,
    version: i32,
    places: &Places<'_>,
    locale: Locale,
) -> ChecklistAnswer {
    let sections = list.sections.into_iter().map(|section| SectionAnswer {
        id: section.block.id(),
        name: locale.pick(section.block.name(), section.block.id()),
        requirement: match section.requirement {
            Requirement::Required => "required",
            Requirement::Recommended => "recommended",
            Requirement::Optional => "optional",
        },
        state: match section.state {
            State::Present => "present",
            State::Untitled => "untitled",
            State::Missing => "missing",
        },
        range: section.span.map(|span| places.range(span)),
    });
    ChecklistAnswer {
        schema: "dinggao.checklist/1",
        uri: uri.clone(),
        version,
        profile: ProfileName::of(list.profile),
        in_order: list.in_order,
        sections: sections.collect(),
    }
}

/// The answer to `dinggao/summary`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SummaryAnswer {
    schema: &'static str,
    uri: Url,
    version: i32,
    profile: Option<ProfileName>,
    findings: Counts,
    characters: usize,
    paragraphs: usize,
    figures: usize,
    reading_minutes: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    information: usize,
    hint: usize,
}

/// The summary in JSON.
#[must_use]
pub fn summary(summary: Summary, uri: &Url, version: i32) -> SummaryAnswer {
    let [error, warning, information, hint] = summary.findings;
    SummaryAnswer {
        schema: "dinggao.summary/1",
        uri: uri.clone(),
        version,
        profile: ProfileName::of(summary.profile),
        findings: Counts { error, warning, information, hint },
        characters: summary.statistics.characters,
        paragraphs: summary.statistics.paragraphs,
        figures: summary.statistics.figures,
        reading_minutes: summary.statistics.minutes(),
    }
}
