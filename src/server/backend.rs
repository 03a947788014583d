//! One line per method of the protocol: what it asks, of whom. It is long because the trait of the protocol is one
//! `impl` block.

use std::sync::Arc;

use lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, CodeAction,
    CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionItem, CompletionParams,
    CompletionResponse, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentFormattingParams, DocumentHighlight,
    DocumentHighlightParams, DocumentLink, DocumentLinkParams, DocumentOnTypeFormattingParams,
    DocumentRangeFormattingParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams,
    FoldingRange, FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams,
    InitializeParams, InitializeResult, InitializedParams, InlayHint, InlayHintParams,
    LinkedEditingRangeParams, LinkedEditingRanges, Location, MessageType, PrepareRenameResponse,
    ReferenceParams, RenameParams, SelectionRange, SelectionRangeParams, SemanticTokens,
    SemanticTokensDeltaParams, SemanticTokensFullDeltaResult, SemanticTokensParams,
    SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult, SymbolInformation,
    TextDocumentPositionParams, TextEdit, Url, WorkDoneProgressCancelParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceFolder, WorkspaceSymbolParams,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::{Client, LanguageServer};

use super::index::{Index, Shown};
use super::publisher::{self, Analysis};
use super::roots::{self, Roots};
use super::session::{Session, Ticket};
use super::tokens::Memory;
use super::{actions, catalogue, parent, pull, refresh};
use crate::features::hints::Shown as ShownHints;
use crate::features::{
    checklist, completion, definition, derivation, folding, formatting, hints, hover, ledger, lenses, linked,
    links, occurrences, rename, selection, summary, symbols,
};
use crate::lsp::capabilities::{Peer, announce, watch};
use crate::lsp::commands::Command;
use crate::lsp::from_proto::{DocumentName, DocumentParams};
use crate::lsp::to_proto;
use crate::lsp::to_proto::completion::ItemData;
use crate::lsp::to_proto::ledger::LedgerAnswer;
use crate::lsp::to_proto::lenses::LensData;
use crate::lsp::to_proto::overview::{ChecklistAnswer, SummaryAnswer};
use crate::text::{Edit, Span};
use crate::workspace;

/// The protocol's methods over a session.
#[derive(Debug)]
pub(super) struct Backend {
    client: Client,
    session: Arc<Session>,
    index: Arc<Index>,
    orphaned: UnboundedSender<()>,
    tokens: Memory,
}

impl Backend {
    /// A backend for `client`; `orphaned` is told when the client's process ends.
    pub(super) fn new(client: Client, orphaned: UnboundedSender<()>) -> Self {
        let (outbox, publications) = unbounded_channel();
        tokio::spawn(publisher::post(publications, client.clone()));
        Self {
            client,
            session: Arc::new(Session::new(outbox)),
            index: Arc::default(),
            orphaned,
            tokens: Memory::default(),
        }
    }

    /// The client.
    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    /// What is known of it.
    pub(super) fn session(&self) -> Arc<Session> {
        Arc::clone(&self.session)
    }

    /// Reads a document beside everything else.
    fn analyse(&self, ticket: Ticket) {
        tokio::spawn(publisher::drain(Arc::clone(&self.session), ticket));
    }

    /// Reads the configurations of the folders beside everything else, then every document anew. Asked for
    /// while that goes on, it begins again: the last state of the files counts, and no queue grows.
    fn configure(&self, shown: Shown) {
        if !self.session.must_reread(shown) {
            return;
        }
        let (session, client, index) =
            (Arc::clone(&self.session), self.client.clone(), Arc::clone(&self.index));
        tokio::spawn(async move {
            let (tickets, shown) = loop {
                let (number, roots) = session.to_reread();
                let reread = spawn_blocking(move || roots.reload()).await;
                // One that panicked leaves everything as it was.
                let reread = reread.unwrap_or_else(|_| session.roots());
                if let Some(done) = session.configure(number, reread) {
                    break done;
                }
            };
            for ticket in tickets {
                tokio::spawn(publisher::drain(Arc::clone(&session), ticket));
            }
            tokio::spawn(refresh::refresh(client.clone(), session.peer().refreshes));
            complain(&session, &client).await;
            index.fill(&session, &client, shown).await;
        });
    }

    /// Reads the folders beside everything else.
    fn fill(&self, shown: Shown) {
        let (session, client, index) =
            (Arc::clone(&self.session), self.client.clone(), Arc::clone(&self.index));
        tokio::spawn(async move { index.fill(&session, &client, shown).await });
    }

    /// The user stops work that we show.
    pub(super) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.index.cancel(&params.token);
    }

    /// Asks the client to tell when a configuration changes, where it can.
    fn watch(&self) {
        let client = self.client.clone();
        if self.session.peer().watches {
            tokio::spawn(async move {
                if let Err(error) = client.register_capability(vec![watch()]).await {
                    eprintln!("dinggao lsp: the client watches no files: {error}");
                }
            });
        }
    }

    /// What `answer` makes of the newest analysis, on a thread of its own; `None` for documents
    /// that are no drafts.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        uri: &Url,
        answer: impl FnOnce(&Analysis) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let Some(analysis) = self.session.analysis(uri).await else { return Ok(None) };
        let answer = spawn_blocking(move || answer(&analysis)).await;
        answer.map(Some).map_err(|_| Error::internal_error())
    }

    /// The same for a question about a position; `answer` gets its byte offset.
    async fn at<T: Send + 'static>(
        &self,
        at: TextDocumentPositionParams,
        answer: impl FnOnce(&Analysis, usize) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let position = at.position;
        let answer = self.ask(&at.text_document.uri, move |it| answer(it, it.places().offset(position)));
        Ok(answer.await?.flatten())
    }
}

/// An answer that tells the user why not: editors show its words as they are.
fn refusal(why: String) -> Error {
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: why.into(), data: None }
}

/// `RequestFailed`: the request was right, but cannot be fulfilled.
const REQUEST_FAILED: i64 = -32803;

/// Tells the user what is wrong with the configurations.
async fn complain(session: &Session, client: &Client) {
    let locale = session.peer().locale;
    for error in session.roots().errors() {
        client.show_message(MessageType::WARNING, locale.say(&error.message)).await;
    }
}

/// Requests beyond the protocol: `{"textDocument": {"uri": …}}`, answered with null for what is no
/// draft. Their JSON is documented in docs/lsp.md.
impl Backend {
    /// `dinggao/checklist`.
    pub(super) async fn checklist(&self, params: DocumentParams) -> Result<Option<ChecklistAnswer>> {
        self.ask(&params.text_document.uri, |it| {
            let list = checklist::checklist(&it.report);
            to_proto::overview::checklist(list, &it.uri, it.version, &it.places(), it.peer.locale)
        })
        .await
    }

    /// `dinggao/ledger`.
    pub(super) async fn ledger(&self, params: DocumentParams) -> Result<Option<LedgerAnswer>> {
        self.ask(&params.text_document.uri, |it| {
            let accounts = ledger::ledger(&it.report);
            to_proto::ledger::ledger(&accounts, &it.report, &it.uri, it.version, &it.places())
        })
        .await
    }

    /// `dinggao/summary`.
    pub(super) async fn summary(&self, params: DocumentParams) -> Result<Option<SummaryAnswer>> {
        self.ask(&params.text_document.uri, |it| {
            to_proto::overview::summary(summary::summary(&it.report, &it.findings), &it.uri, it.version)
        })
        .await
    }
}

/// Only in builds for tests: what happens when something here is wrong.
#[cfg(debug_assertions)]
impl Backend {
    /// `dinggao/panic`: panics in the handler, or (`"in": "answer"`) on the thread that makes the answer.
    pub(super) async fn panic(&self, params: Value) -> Result<Option<()>> {
        assert!(params["in"] == "answer", "a handler panics");
        let document: DocumentParams =
            serde_json::from_value(params).map_err(|_| Error::invalid_params("no document"))?;
        self.ask(&document.text_document.uri, |it| assert!(it.uri.as_str().is_empty(), "an answer panics"))
            .await
    }
}

/// What an answer carried for its resolution.
fn read<T: DeserializeOwned>(data: Option<&Value>) -> Option<T> {
    serde_json::from_value(data?.clone()).ok()
}

/// The document that an answer belongs to.
fn named(data: Option<&Value>) -> Option<Url> {
    read::<DocumentName>(data).map(|document| document.uri)
}

#[tower_lsp::async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let peer = Peer::read(&params);
        let answer = announce(&peer);
        let roots = Roots::named(&params);
        // No document can come before the answer: none is read without its configuration.
        let roots = spawn_blocking(move || roots.reload()).await.unwrap_or_default();
        self.session.greet(peer, roots);
        if let Some(process) = params.process_id {
            parent::watch(process, self.orphaned.clone());
        }
        Ok(answer)
    }

    async fn initialized(&self, _: InitializedParams) {
        let (session, client) = (Arc::clone(&self.session), self.client.clone());
        tokio::spawn(async move { complain(&session, &client).await });
        self.watch();
        self.fill(Shown::Progress);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let draft = |uri: &Url| roots::path(uri).is_some_and(|path| workspace::is_text_file(&path));
        if params.changes.iter().all(|change| draft(&change.uri)) {
            self.fill(Shown::Silently);
        } else {
            self.configure(Shown::Silently);
        }
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let uris = |folders: Vec<WorkspaceFolder>| -> Vec<Url> {
            folders.into_iter().map(|folder| folder.uri).collect()
        };
        let (removed, added) = (uris(params.event.removed), uris(params.event.added));
        self.session.change_folders(&removed, &added);
        self.configure(Shown::Progress);
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
        let path = roots::path(&params.text_document.uri);
        self.tokens.forget(&params.text_document.uri);
        self.session.close(params.text_document.uri);
        // What the file says now counts again.
        if let Some(path) = path {
            let (session, index) = (Arc::clone(&self.session), Arc::clone(&self.index));
            tokio::spawn(async move { index.look_again(&session, &path).await });
        }
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let analysis = self.session.analysis(&params.text_document.uri).await;
        let diagnostics = analysis.as_ref().map(|it| it.diagnostics.as_slice()).unwrap_or_default();
        Ok(to_proto::reports::document(params.previous_result_id.as_deref(), diagnostics))
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        Ok(pull::workspace(&self.session, &self.index, &self.client, params).await.into())
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        let drafts = catalogue::drafts(&self.session, &self.index).await;
        let found = spawn_blocking(move || catalogue::search(&drafts, &params.query)).await;
        found.map(Some).map_err(|_| Error::internal_error())
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let uri = params.text_document.uri;
        if self.session.analysis(&uri).await.is_none() {
            return Ok(None);
        }
        let (candidates, files) = catalogue::candidates(&self.index, &uri).await;
        self.ask(&uri, move |it| {
            let links = links::links(&it.report, &candidates);
            to_proto::links::links(&links, &files, &it.uri, &it.places())
        })
        .await
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
        self.at(params.text_document_position_params, |it, offset| {
            let answer = hover::hover(&it.report, offset)
                .map(|hover| to_proto::hover::hover(&hover, &it.uri, &it.places(), &it.peer));
            // The narrowest finding under the cursor says what its rule is.
            let under = it.findings.iter().filter(|it| it.span.start <= offset && offset < it.span.end);
            match under.min_by_key(|it| it.span.len()) {
                Some(finding) => Some(to_proto::hover::with_rule(answer, finding, &it.places(), &it.peer)),
                None => answer,
            }
        })
        .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let declaration = if params.context.include_declaration {
            to_proto::places::DeclarationIs::Included
        } else {
            to_proto::places::DeclarationIs::LeftOut
        };
        self.at(params.text_document_position, move |it, offset| {
            let found = occurrences::occurrences(&it.report, offset)?;
            Some(to_proto::places::references(&found, declaration, &it.uri, &it.places()))
        })
        .await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.at(params.text_document_position_params, |it, offset| {
            let found = occurrences::occurrences(&it.report, offset)?;
            Some(to_proto::places::highlights(&found, &it.places()))
        })
        .await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.at(params.text_document_position_params, |it, offset| {
            let found = definition::definition(&it.report, offset)?;
            Some(to_proto::places::definition(found, &it.uri, &it.places(), &it.peer))
        })
        .await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        self.at(params, |it, offset| {
            Some(to_proto::rename::prepared(rename::prepare(&it.report, offset)?, &it.places()))
        })
        .await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let new = params.new_name;
        let answer = self.at(params.text_document_position, move |it, offset| {
            let edits = rename::rename(&it.report, offset, &new);
            let edit = |edits: Vec<Edit>| {
                to_proto::rename::edit(&edits, &it.uri, it.version, &it.places(), &it.peer)
            };
            Some(edits.map(edit).map_err(|why| it.peer.locale.say(&why).to_owned()))
        });
        answer.await?.transpose().map_err(refusal)
    }

    async fn linked_editing_range(
        &self,
        params: LinkedEditingRangeParams,
    ) -> Result<Option<LinkedEditingRanges>> {
        self.at(params.text_document_position_params, |it, offset| {
            Some(to_proto::places::linked(&linked::linked(&it.report, offset)?, &it.places()))
        })
        .await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        self.at(params.text_document_position_params, |it, offset| {
            let nodes = derivation::figures(&it.report, offset);
            let (places, locale) = (it.places(), it.peer.locale);
            let item = |node| to_proto::derivation::item(node, &it.uri, &places, locale);
            (!nodes.is_empty()).then(|| nodes.iter().map(item).collect())
        })
        .await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        let CallHierarchyItem { uri, selection_range, .. } = params.item;
        self.ask(&uri, move |it| {
            let (places, locale) = (it.places(), it.peer.locale);
            let origin = places.span(selection_range);
            let nodes = derivation::operands(&it.report, origin.start);
            to_proto::derivation::outgoing(&nodes, origin, &it.uri, &places, locale)
        })
        .await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        let CallHierarchyItem { uri, selection_range, .. } = params.item;
        self.ask(&uri, move |it| {
            let (places, locale) = (it.places(), it.peer.locale);
            let nodes = derivation::derived(&it.report, places.span(selection_range).start);
            to_proto::derivation::incoming(&nodes, &it.uri, &places, locale)
        })
        .await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let CodeActionParams { text_document, range, context, .. } = params;
        let session = Arc::clone(&self.session);
        self.ask(&text_document.uri, move |it| actions::offered(it, &session, range, &context)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let Some(uri) = named(action.data.as_ref()) else { return Ok(action) };
        let kept = action.clone();
        Ok(self.ask(&uri, |it| actions::resolved(it, action)).await?.unwrap_or(kept))
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(&params.text_document.uri, |it| {
            to_proto::lenses::places(&lenses::lenses(&it.report), &it.uri, it.version, &it.places())
        })
        .await
    }

    async fn code_lens_resolve(&self, mut lens: CodeLens) -> Result<CodeLens> {
        let Some(data) = read::<LensData>(lens.data.as_ref()) else { return Ok(lens) };
        let command = self.ask(&data.uri, move |it| {
            let all = if it.version == data.version { lenses::lenses(&it.report) } else { Vec::new() };
            to_proto::lenses::command(all.get(data.index), it.peer.locale)
        });
        lens.command = command.await?;
        Ok(lens)
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let list = self.ask(&at.text_document.uri, move |it| {
            let found = completion::completion(&it.report, it.places().offset(at.position));
            to_proto::completion::completion(&found, &it.report.knowledge, &it.uri, &it.places(), &it.peer)
        });
        Ok(list.await?.map(CompletionResponse::List))
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some(data) = read::<ItemData>(item.data.as_ref()) else { return Ok(item) };
        let uri = data.uri.clone();
        let words = self
            .ask(&uri, move |it| to_proto::completion::documentation(&data, &it.report.knowledge, &it.peer));
        item.documentation = words.await?.flatten().or(item.documentation);
        Ok(item)
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.ask(&params.text_document.uri, move |it| {
            let within = it.places().span(params.range);
            let found = hints::hints(&it.report, within, it.peer.settings.inlay_hints);
            to_proto::hints::hints(&found, &it.uri, &it.places(), &it.peer)
        })
        .await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        let Some(uri) = named(hint.data.as_ref()) else { return Ok(hint) };
        let at = hint.position;
        let tooltip = self.ask(&uri, move |it| {
            let offset = it.places().offset(at);
            let found = hints::hints(&it.report, Span::at(offset), ShownHints::Everywhere);
            let hint = found.iter().find(|hint| hint.figure.end == offset)?;
            Some(to_proto::hints::tooltip(&hint.content, it.peer.locale))
        });
        let tooltip = tooltip.await?.flatten().or(hint.tooltip);
        Ok(InlayHint { tooltip, ..hint })
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.ask(&params.text_document.uri, move |it| {
            let places = it.places();
            let range = |offset| {
                to_proto::selection::selection(&selection::selection(&it.report, offset), offset, &places)
            };
            params.positions.iter().map(|position| range(places.offset(*position))).collect()
        })
        .await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let uri = params.text_document.uri;
        let data = self.ask(&uri, |it| it.tokens(Span::new(0, it.report.source.len()))).await?;
        Ok(data.map(|data| self.tokens.whole(&uri, data).into()))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let uri = params.text_document.uri;
        let data = self.ask(&uri, |it| it.tokens(Span::new(0, it.report.source.len()))).await?;
        Ok(data.map(|data| self.tokens.delta(&uri, &params.previous_result_id, data)))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        let data = self.ask(&params.text_document.uri, move |it| it.tokens(it.places().span(range))).await?;
        Ok(data.map(|data| SemanticTokens { result_id: None, data }.into()))
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(&params.text_document.uri, |it| it.formatted(Span::new(0, it.report.source.len()))).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let range = params.range;
        self.ask(&params.text_document.uri, move |it| it.formatted(it.places().span(range))).await
    }

    async fn on_type_formatting(
        &self,
        params: DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        let at = params.text_document_position;
        self.ask(&at.text_document.uri, move |it| {
            let edit = formatting::next_item(&it.report, it.places().offset(at.position));
            to_proto::formatting::edits(edit.as_slice(), &it.places())
        })
        .await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        let name = params.command.clone();
        let command = Command::read(params);
        self.execute(command.ok_or_else(|| Error::invalid_params(format!("no such command: {name}")))?).await
    }
}
