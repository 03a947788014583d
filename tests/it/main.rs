//! One integration binary: drafts, incremental, protocol, layers, docs, command line.

mod docs;
mod drafts;
mod external;
mod gold_outline;
mod quantities;
mod rules;
mod support;
