//! Our answers in the protocol's types, one file a feature.

pub mod actions;
pub mod completion;
pub mod diagnostics;
pub mod folding;
pub mod formatting;
pub mod hints;
pub mod hover;
pub mod ledger;
pub mod lenses;
pub mod overview;
pub mod refactorings;
pub mod selection;
pub mod symbols;
pub mod tokens;
mod words;
