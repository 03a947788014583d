//! One integration binary: drafts, incremental, protocol, layers, docs, command line.

mod docs;
mod drafts;
mod gold_outline;
mod rules;
mod support;
