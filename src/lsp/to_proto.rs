//! Our answers in the protocol's types, one file a feature.

pub mod actions;
pub mod derivation;
pub mod diagnostics;
pub mod directory;
pub mod folding;
pub mod hover;
pub mod links;
pub mod places;
pub mod rename;
pub mod reports;
pub mod symbols;
