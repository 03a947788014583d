//! What the editor can ask: each feature a pure function from a report and an offset to a plain
//! struct. No feature knows another, and none knows the protocol.

pub mod checklist;
pub mod completion;
pub mod definition;
pub mod derivation;
pub mod directory;
pub mod fixes;
pub mod folding;
pub mod formatting;
pub mod hints;
pub mod hover;
pub mod ledger;
pub mod lenses;
pub mod linked;
pub mod links;
pub mod occurrences;
pub mod refactorings;
pub mod rename;
pub mod selection;
pub mod summary;
pub mod symbols;
pub mod tokens;
