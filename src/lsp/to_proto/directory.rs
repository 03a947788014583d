//! Names of many drafts as workspace symbols.

use lsp_types::{Location, Range, SymbolInformation, SymbolKind, Url};

use crate::features::directory::{Entry, EntryKind, Fit};

/// One hit. Editors filter by the label once more and know no pinyin: a name found by its initials has
/// the query behind it, so that it is shown.
#[must_use]
#[expect(deprecated, reason = "the field must be named, though nobody reads it")]
pub fn symbol(
    entry: &Entry,
    fit: Fit,
    query: &str,
    uri: &Url,
    range: Range,
    draft: &str,
) -> SymbolInformation {
    let name = match fit {
        Fit::Initials => format!("{} \u{00B7} {}", entry.name, query.trim()),
        Fit::Whole | Fit::Beginning | Fit::Part => entry.name.clone(),
    };
    let kind = match entry.kind {
        EntryKind::Indicator => SymbolKind::NUMBER,
        EntryKind::Heading(0 | 1) => SymbolKind::MODULE,
        EntryKind::Heading(2) => SymbolKind::NAMESPACE,
        EntryKind::Heading(3) => SymbolKind::STRING,
        EntryKind::Heading(_) => SymbolKind::KEY,
    };
    SymbolInformation {
        name,
        kind,
        tags: None,
        deprecated: None,
        location: Location::new(uri.clone(), range),
        container_name: Some(draft.to_owned()),
    }
}
