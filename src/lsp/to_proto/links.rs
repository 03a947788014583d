//! References as document links: to another file, or to a line of the same document.

use lsp_types::{DocumentLink, Url};

use crate::features::links::{Leads, Link};
use crate::lsp::position::Places;

/// The answer to `textDocument/documentLink`; `files` are the candidates' names in their order.
#[must_use]
pub fn links(links: &[Link], files: &[Url], uri: &Url, places: &Places<'_>) -> Vec<DocumentLink> {
    let target = |leads: Leads| match leads {
        Leads::File(index) => files.get(index).cloned(),
        Leads::Here(span) => {
            let mut here = uri.clone();
            here.set_fragment(Some(&format!("L{}", places.line_of(span.start) + 1)));
            Some(here)
        }
    };
    let link = |link: &Link| {
        let target = Some(target(link.leads)?);
        Some(DocumentLink { range: places.range(link.span), target, tooltip: None, data: None })
    };
    links.iter().filter_map(link).collect()
}
