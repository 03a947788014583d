//! The language server: sessions, publishing, and the guard around tower-lsp.
