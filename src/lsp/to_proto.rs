//! Our answers in the protocol's types, one file a feature.

pub mod actions;
pub mod derivation;
pub mod diagnostics;
pub mod folding;
pub mod hover;
pub mod places;
pub mod rename;
pub mod symbols;
