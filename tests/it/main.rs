//! One integration binary: drafts, incremental, protocol, layers, docs, command line.

mod client;
mod docs;
mod drafts;
mod external;
mod gold_outline;
mod incremental;
mod protocol;
mod quantities;
mod rules;
mod support;
