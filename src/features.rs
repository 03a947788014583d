//! What the editor can ask: each feature a pure function from a report and an offset to a plain
//! struct. No feature knows another, and none knows the protocol.

pub mod fixes;
pub mod folding;
pub mod hover;
pub mod symbols;
