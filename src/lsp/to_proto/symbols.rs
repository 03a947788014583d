//! The heading tree as document symbols; a flat list for clients that cannot show a tree.

use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Url};

use crate::features::symbols::Symbol;
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;

/// The answer to `textDocument/documentSymbol`.
#[must_use]
pub fn symbols(symbols: Vec<Symbol>, uri: &Url, places: &Places<'_>, peer: &Peer) -> DocumentSymbolResponse {
    if peer.symbol_tree {
        return DocumentSymbolResponse::Nested(
            symbols.into_iter().map(|symbol| nested(symbol, places)).collect(),
        );
    }
    let mut flat = Vec::new();
    flatten(symbols, None, uri, places, &mut flat);
    DocumentSymbolResponse::Flat(flat)
}

/// The icon of a level.
const fn kind(level: u8) -> SymbolKind {
    match level {
        0 | 1 => SymbolKind::MODULE,
        2 => SymbolKind::NAMESPACE,
        3 => SymbolKind::STRING,
        _ => SymbolKind::KEY,
    }
}

#[expect(deprecated, reason = "the field must be named, though nobody reads it")]
fn nested(symbol: Symbol, places: &Places<'_>) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> =
        symbol.children.into_iter().map(|child| nested(child, places)).collect();
    DocumentSymbol {
        name: symbol.name,
        detail: None,
        kind: kind(symbol.level),
        tags: None,
        deprecated: None,
        range: places.range(symbol.span),
        selection_range: places.range(symbol.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(deprecated, reason = "the field must be named, though nobody reads it")]
fn flatten(
    symbols: Vec<Symbol>,
    container: Option<&str>,
    uri: &Url,
    places: &Places<'_>,
    out: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        out.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: kind(symbol.level),
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), places.range(symbol.span)),
            container_name: container.map(str::to_owned),
        });
        flatten(symbol.children, Some(&symbol.name), uri, places, out);
    }
}
