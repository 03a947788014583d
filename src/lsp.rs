//! Between the protocol's types and ours: positions in, answers out. `lsp_types` and UTF-16 stop
//! here; nothing here runs, waits or knows a connection.

pub mod capabilities;
pub mod commands;
pub mod from_proto;
pub mod locale;
pub mod position;
pub mod settings;
pub mod to_proto;
