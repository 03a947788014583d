//! Our answers in the protocol's types, one file a feature.

pub mod actions;
pub mod completion;
pub mod derivation;
pub mod diagnostics;
pub mod directory;
pub mod folding;
pub mod formatting;
pub mod hints;
pub mod hover;
pub mod ledger;
pub mod lenses;
pub mod links;
pub mod overview;
pub mod places;
pub mod refactorings;
pub mod rename;
pub mod reports;
pub mod selection;
pub mod symbols;
pub mod tokens;
mod words;
