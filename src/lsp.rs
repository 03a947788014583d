//! Between the protocol's types and ours: positions in, answers out. `lsp_types` and UTF-16 stop here.
