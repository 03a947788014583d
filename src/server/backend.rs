//! One line per method of the protocol: what it asks, of whom.

use std::sync::Arc;

use lsp_types::{
    CodeActionParams, CodeActionResponse, DidChangeTextDocumentParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DocumentSymbolParams, DocumentSymbolResponse, FoldingRange,
    FoldingRangeParams, Hover, HoverParams, InitializeParams, InitializeResult, Url,
};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::{Client, LanguageServer};

use super::parent;
use super::publisher::{self, Analysis};
use super::session::{Session, Ticket};
use crate::features::{fixes, folding, hover, symbols};
use crate::lsp::capabilities::{Peer, announce};
use crate::lsp::to_proto;

/// The protocol's methods over a session.
#[derive(Debug)]
pub(super) struct Backend {
    session: Arc<Session>,
    orphaned: UnboundedSender<()>,
}

impl Backend {
    /// A backend for `client`; `orphaned` is told when the client's process ends.
    pub(super) fn new(client: Client, orphaned: UnboundedSender<()>) -> Self {
        let (outbox, publications) = unbounded_channel();
        tokio::spawn(publisher::post(publications, client));
        Self { session: Arc::new(Session::new(outbox)), orphaned }
    }

    /// Reads a document beside everything else.
    fn analyse(&self, ticket: Ticket) {
        tokio::spawn(publisher::drain(Arc::clone(&self.session), ticket));
    }

    /// What `answer` makes of the newest analysis, on a thread of its own; `None` for documents
    /// that are no drafts.
    async fn ask<T: Send + 'static>(
        &self,
        uri: &Url,
        answer: impl FnOnce(&Analysis) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let Some(analysis) = self.session.analysis(uri).await else { return Ok(None) };
        let answer = tokio::task::spawn_blocking(move || answer(&analysis)).await;
        answer.map(Some).map_err(|_| Error::internal_error())
    }
}

#[tower_lsp::async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let peer = Peer::read(&params);
        let answer = announce(&peer);
        self.session.greet(peer);
        if let Some(process) = params.process_id {
            parent::watch(process, self.orphaned.clone());
        }
        Ok(answer)
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.analyse(self.session.open(params.text_document));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.session.change(params).into_iter().for_each(|ticket| self.analyse(ticket));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.session.close(params.text_document.uri);
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(&params.text_document.uri, |it| {
            to_proto::symbols::symbols(symbols::symbols(&it.report), &it.uri, &it.places(), &it.peer)
        })
        .await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask(&params.text_document.uri, |it| to_proto::folding::folding(folding::folding(&it.report)))
            .await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        let answer = self.ask(&at.text_document.uri, move |it| {
            let hover = hover::hover(&it.report, it.places().offset(at.position))?;
            Some(to_proto::hover::hover(&hover, &it.uri, &it.places(), &it.peer))
        });
        Ok(answer.await?.flatten())
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let CodeActionParams { text_document, range, context, .. } = params;
        self.ask(&text_document.uri, move |it| {
            let target = to_proto::actions::Target { uri: &it.uri, version: it.version, places: it.places() };
            let fixes = fixes::fixes(&it.findings, it.places().span(range));
            to_proto::actions::actions(fixes, &context, target, &it.peer)
        })
        .await
    }
}
