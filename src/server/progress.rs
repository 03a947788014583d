//! Progress towards the client: of work that a user may stop, and of results that come in parts.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use lsp_types::notification::Notification;
use lsp_types::request::WorkDoneProgressCreate;
use lsp_types::{NumberOrString, WorkDoneProgressCreateParams};
use serde_json::{Value, json};
use tokio::time::timeout;
use tower_lsp::Client;

/// `$/progress` with any value: the crate's own type knows only work.
enum Progressed {}

impl Notification for Progressed {
    type Params = Value;
    const METHOD: &'static str = "$/progress";
}

/// Sends the next part of a result, or one of the three steps of work.
pub(super) async fn part(client: &Client, token: &NumberOrString, value: Value) {
    client.send_notification::<Progressed>(json!({"token": token, "value": value})).await;
}

/// How often a user needs to see a number move.
const BEAT: Duration = Duration::from_millis(100);

/// How long a client may take to make room for progress.
const PATIENCE: Duration = Duration::from_secs(2);

/// Work that is shown to the user.
#[derive(Debug)]
pub(super) struct Work {
    client: Client,
    token: NumberOrString,
    shown: Instant,
}

impl Work {
    /// Asks the client to show work of ours that can be stopped; `None` where it will not.
    pub(super) async fn create(client: &Client, title: &str) -> Option<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let token = NumberOrString::String(format!("dinggao/index/{count}"));
        let params = WorkDoneProgressCreateParams { token: token.clone() };
        // The work does not wait for a client that says it shows progress and then says nothing.
        timeout(PATIENCE, client.send_request::<WorkDoneProgressCreate>(params)).await.ok()?.ok()?;
        let begin = json!({"kind": "begin", "title": title, "cancellable": true, "percentage": 0});
        Some(Self::begin(client, token, begin).await)
    }

    /// Shows work under a token of the client's own, which it stops by cancelling its request.
    pub(super) async fn asked(client: &Client, token: NumberOrString, title: &str) -> Self {
        let begin = json!({"kind": "begin", "title": title, "cancellable": false, "percentage": 0});
        Self::begin(client, token, begin).await
    }

    async fn begin(client: &Client, token: NumberOrString, begin: Value) -> Self {
        part(client, &token, begin).await;
        Self { client: client.clone(), token, shown: Instant::now() }
    }

    /// The token the client stops it by.
    pub(super) const fn token(&self) -> &NumberOrString {
        &self.token
    }

    /// So many of so many are done; told now and then.
    pub(super) async fn report(&mut self, done: usize, all: usize) {
        if self.shown.elapsed() < BEAT {
            return;
        }
        self.shown = Instant::now();
        let percentage = done.saturating_mul(100).checked_div(all).unwrap_or(100);
        let message = format!("{done}/{all}");
        let report = json!({"kind": "report", "message": message, "percentage": percentage});
        part(&self.client, &self.token, report).await;
    }

    /// It is over.
    pub(super) async fn end(self) {
        part(&self.client, &self.token, json!({"kind": "end"})).await;
    }
}
