//! Our answers in the protocol's types, one file a feature.

pub mod actions;
pub mod diagnostics;
pub mod folding;
pub mod hover;
pub mod symbols;
mod words;
