//! One integration binary: drafts, incremental, protocol, layers, docs, command line.
