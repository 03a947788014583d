//! One integration binary: drafts, incremental, protocol, layers, docs, command line.

mod cli;
mod docs;
mod drafts;
mod gold_outline;
mod layers;
mod rules;
mod support;
