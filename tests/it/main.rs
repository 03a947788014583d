//! One integration binary: drafts, incremental, protocol, layers, docs, command line.

mod cli;
mod client;
mod demo;
mod docs;
mod drafting;
mod drafts;
mod external;
mod figures;
mod fixes;
mod glossary;
mod glossary_coverage;
mod gold_facts;
mod gold_outline;
mod incremental;
mod layers;
mod layout;
mod number_precision;
mod protocol;
mod quantities;
mod rules;
mod support;
