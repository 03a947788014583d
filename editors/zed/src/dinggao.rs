//! Tells Zed how to start the language server: the program `dinggao` from the search path of the user's shell.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

/// The extension; it keeps nothing.
struct Dinggao;

impl zed::Extension for Dinggao {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let command = worktree.which("dinggao").ok_or_else(|| {
            "dinggao is not on the PATH \u{B7} PATH \u{91CC}\u{627E}\u{4E0D}\u{5230} dinggao".to_owned()
        })?;
        Ok(Command { command, args: vec!["lsp".to_owned()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Dinggao);
