//! Folders and configuration: `dinggao.json`, which files of a folder may be drafts, and which
//! findings the drafter has silenced or accepted. Used by the command line and the server alike;
//! reads files, never writes them.

mod accepted;
mod configuration;
mod discover;
mod json;
mod limit;
mod schema;
mod state;
mod suggest;
mod suppression;

pub use accepted::{ACCEPTED_NAME, Accepted, Entry};
pub use configuration::{Configuration, ConfigurationError, FILE_NAME, Locale};
pub use discover::{discover, discover_while, is_text_file};
pub use limit::SizeLimit;
pub use schema::{accepted_schema, schema};
pub use state::FolderState;
pub use suggest::similar_rules;
pub use suppression::without_suppressed;
