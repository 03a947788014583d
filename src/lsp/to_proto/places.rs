//! Places in one document as locations, highlights, linked ranges and definition links.

use lsp_types::{
    DocumentHighlight, DocumentHighlightKind, GotoDefinitionResponse, LinkedEditingRanges, Location,
    LocationLink, Url,
};

use crate::features::definition::Definition;
use crate::features::occurrences::Occurrences;
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;
use crate::text::Span;

/// What may stand in a figure while it is typed: digits, marks of numerals, units, per cent.
const FIGURE: &str = "[0-9\\uFF10-\\uFF19.\\uFF0E,%\\uFF05\\u2030\\u4E00-\\u9FFF-]+";

/// The answer to `textDocument/references`; without the declaration where the client wants none.
#[must_use]
pub fn references(
    occurrences: &Occurrences,
    declaration: DeclarationIs,
    uri: &Url,
    places: &Places<'_>,
) -> Vec<Location> {
    let wanted = |place: &&Span| {
        declaration == DeclarationIs::Included || occurrences.declaration.as_ref() != Some(*place)
    };
    occurrences
        .places
        .iter()
        .filter(wanted)
        .map(|place| Location::new(uri.clone(), places.range(*place)))
        .collect()
}

/// Whether the declaration counts among the references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclarationIs {
    /// It does.
    Included,
    /// It does not.
    LeftOut,
}

/// The answer to `textDocument/documentHighlight`: the declaration is what the others read.
#[must_use]
pub fn highlights(occurrences: &Occurrences, places: &Places<'_>) -> Vec<DocumentHighlight> {
    let kind = |place: Span| {
        if occurrences.declaration == Some(place) {
            DocumentHighlightKind::WRITE
        } else {
            DocumentHighlightKind::READ
        }
    };
    occurrences
        .places
        .iter()
        .map(|place| DocumentHighlight { range: places.range(*place), kind: Some(kind(*place)) })
        .collect()
}

/// The answer to `textDocument/linkedEditingRange`.
#[must_use]
pub fn linked(spans: &[Span], places: &Places<'_>) -> LinkedEditingRanges {
    let ranges = spans.iter().map(|span| places.range(*span)).collect();
    LinkedEditingRanges { ranges, word_pattern: Some(FIGURE.to_owned()) }
}

/// The answer to `textDocument/definition`.
#[must_use]
pub fn definition(
    definition: Definition,
    uri: &Url,
    places: &Places<'_>,
    peer: &Peer,
) -> GotoDefinitionResponse {
    let target = places.range(definition.target);
    if !peer.definition_links {
        return GotoDefinitionResponse::Scalar(Location::new(uri.clone(), target));
    }
    GotoDefinitionResponse::Link(vec![LocationLink {
        origin_selection_range: Some(places.range(definition.origin)),
        target_uri: uri.clone(),
        target_range: target,
        target_selection_range: target,
    }])
}
