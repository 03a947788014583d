//! Text as bytes, spans and edits: the bottom layer, which knows nothing of reports.
//! Here live spans, the rope that holds an open draft, line and column arithmetic and the
//! decoding of files. Units: every span counts UTF-8 bytes. UTF-16 lives in `lsp::position`.

mod encoding;
mod lines;
mod rope;
mod span;

pub use encoding::{DecodeError, Decoded, Encoding, decode, encode};
pub use lines::{LineColumn, LineIndex};
pub use rope::Text;
pub use span::{Edit, Span};
