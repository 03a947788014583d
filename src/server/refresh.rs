//! Tells a client to ask again for what it shows, after something else than the text has changed.

use std::time::Duration;

use tower_lsp::Client;

use crate::lsp::capabilities::Refreshes;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks for as many refreshes as the client knows; its answers say nothing. Not for a handler.
pub(super) async fn refresh(client: Client, known: Refreshes) {
    let lenses = async {
        if known.lenses {
            let _ = tokio::time::timeout(PATIENCE, client.code_lens_refresh()).await;
        }
    };
    let hints = async {
        if known.hints {
            let _ = tokio::time::timeout(PATIENCE, client.inlay_hint_refresh()).await;
        }
    };
    let tokens = async {
        if known.tokens {
            let _ = tokio::time::timeout(PATIENCE, client.semantic_tokens_refresh()).await;
        }
    };
    futures::join!(lenses, hints, tokens);
}
