//! What each side can do: the client's support as far as our answers depend on it, and what we
//! announce, which is exactly what works.

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions,
    CompletionOptions, DiagnosticTag, DidChangeWatchedFilesRegistrationOptions,
    DocumentOnTypeFormattingOptions, ExecuteCommandOptions, FileSystemWatcher,
    FoldingRangeProviderCapability, GlobPattern, HoverProviderCapability, InitializeParams, InitializeResult,
    InlayHintOptions, InlayHintServerCapabilities, MarkupKind, OneOf, Registration, ResourceOperationKind,
    SelectionRangeProviderCapability, SemanticTokensFullOptions, SemanticTokensOptions,
    SemanticTokensServerCapabilities, ServerCapabilities, ServerInfo, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions,
};

use super::commands;
use super::locale::Locale;
use super::position::PositionEncoding;
use super::settings::Settings;
use super::to_proto::actions::FIX_ALL;
use super::to_proto::tokens;
use crate::workspace::{self, Configuration};

/// A client, as its `initialize` describes it.
#[derive(Clone, Debug, Default)]
pub struct Peer {
    /// What its positions count.
    pub encoding: PositionEncoding,
    /// The language it is spoken to.
    pub locale: Locale,
    /// Its own settings.
    pub settings: Settings,
    /// Symbols may be a tree.
    pub symbol_tree: bool,
    /// Diagnostics may point at other places.
    pub related: bool,
    /// Diagnostics may be greyed out.
    pub unnecessary: bool,
    /// Diagnostics may link to a page.
    pub code_description: bool,
    /// Diagnostics may carry data.
    pub data: bool,
    /// Hovers may be Markdown.
    pub markdown: bool,
    /// Actions may be literals (else they would have to be commands, of which we have none).
    pub action_literals: bool,
    /// Actions may be marked as preferred.
    pub preferred: bool,
    /// Edits may name the version they are for.
    pub document_changes: bool,
    /// Edits may create files.
    pub creates: bool,
    /// Files may be watched when we ask for it.
    pub watches: bool,
    /// The edit of an action may come later.
    pub lazy_edits: bool,
    /// The client makes edits that we ask for.
    pub applies_edits: bool,
    /// Insertions may have tab stops.
    pub snippets: bool,
    /// Words may have a kind.
    pub tokens: bool,
    /// The client knows our own names of the kinds.
    pub own_tokens: bool,
    /// Hints may stand behind figures.
    pub hints: bool,
    /// The explanation of a hint may come later.
    pub lazy_tooltips: bool,
    /// What it can be told to ask for again.
    pub refreshes: Refreshes,
}

/// What a client can be told to ask for again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refreshes {
    /// Lenses.
    pub lenses: bool,
    /// Hints.
    pub hints: bool,
    /// Tokens.
    pub tokens: bool,
}

impl Peer {
    /// Reads the `initialize` parameters. Total.
    #[must_use]
    pub fn read(params: &InitializeParams) -> Self {
        let ClientCapabilities { general, text_document, workspace, .. } = &params.capabilities;
        let encodings = general.as_ref().and_then(|general| general.position_encodings.as_deref());
        let text = text_document.as_ref();
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let action = text.and_then(|text| text.code_action.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref());
        let tags = diagnostics.and_then(|it| it.tag_support.as_ref());
        let edits = workspace.as_ref().and_then(|it| it.workspace_edit.as_ref());
        let watched = workspace.as_ref().and_then(|it| it.did_change_watched_files.as_ref());
        let completion = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
        let tokens = text.and_then(|text| text.semantic_tokens.as_ref());
        let hints = text.and_then(|text| text.inlay_hint.as_ref());
        let later = |properties: &[String], name: &str| properties.iter().any(|property| property == name);
        let settings = Settings::read(params.initialization_options.as_ref());
        let asked = params.locale.as_deref().map(Locale::from_tag);
        Self {
            encoding: PositionEncoding::negotiate(encodings),
            locale: settings.locale.or(asked).unwrap_or_default(),
            settings,
            symbol_tree: symbols.and_then(|it| it.hierarchical_document_symbol_support).unwrap_or(false),
            related: diagnostics.and_then(|it| it.related_information).unwrap_or(false),
            unnecessary: tags.is_some_and(|tags| tags.value_set.contains(&DiagnosticTag::UNNECESSARY)),
            code_description: diagnostics.and_then(|it| it.code_description_support).unwrap_or(false),
            data: diagnostics.and_then(|it| it.data_support).unwrap_or(false),
            // A client that names no format is old and renders Markdown or shows it as it is.
            markdown: hover
                .and_then(|it| it.content_format.as_ref())
                .is_none_or(|formats| formats.is_empty() || formats.contains(&MarkupKind::Markdown)),
            action_literals: action.is_some_and(|it| it.code_action_literal_support.is_some()),
            preferred: action.and_then(|it| it.is_preferred_support).unwrap_or(false),
            watches: watched.and_then(|it| it.dynamic_registration).unwrap_or(false),
            creates: edits
                .and_then(|it| it.resource_operations.as_ref())
                .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
            lazy_edits: action
                .and_then(|it| it.resolve_support.as_ref())
                .is_some_and(|it| later(&it.properties, "edit")),
            applies_edits: workspace.as_ref().and_then(|it| it.apply_edit).unwrap_or(false),
            snippets: completion.and_then(|it| it.snippet_support).unwrap_or(false),
            tokens: tokens.is_some(),
            own_tokens: tokens.is_some_and(|it| tokens::knows_ours(&it.token_types)),
            hints: hints.is_some(),
            lazy_tooltips: hints
                .and_then(|it| it.resolve_support.as_ref())
                .is_some_and(|it| later(&it.properties, "tooltip")),
            refreshes: Refreshes {
                lenses: workspace
                    .as_ref()
                    .and_then(|it| it.code_lens.as_ref()?.refresh_support)
                    .unwrap_or(false),
                hints: workspace
                    .as_ref()
                    .and_then(|it| it.inlay_hint.as_ref()?.refresh_support)
                    .unwrap_or(false),
                tokens: workspace
                    .as_ref()
                    .and_then(|it| it.semantic_tokens.as_ref()?.refresh_support)
                    .unwrap_or(false),
            },
            document_changes: edits.and_then(|it| it.document_changes).unwrap_or(false),
        }
    }
}

impl Peer {
    /// The same client as far as a document of this configuration goes: the workspace decides
    /// on rules, the editor's own settings on the language before the workspace does.
    #[must_use]
    pub fn under(&self, configuration: &Configuration) -> Self {
        let mut peer = self.clone();
        let rules = configuration.policy.severities.iter().map(|(rule, severity)| (rule.clone(), *severity));
        peer.settings.policy.severities.extend(rules);
        let asked = configuration.locale.map(|locale| match locale {
            workspace::Locale::Chinese => Locale::Chinese,
            workspace::Locale::English => Locale::English,
        });
        if peer.settings.locale.is_none() {
            peer.locale = asked.unwrap_or(peer.locale);
        }
        peer
    }
}

/// What we ask a client to watch for us: the configurations, and what was accepted.
#[must_use]
pub fn watch() -> Registration {
    let options = DidChangeWatchedFilesRegistrationOptions {
        watchers: [workspace::FILE_NAME, workspace::ACCEPTED_NAME]
            .map(|name| FileSystemWatcher {
                glob_pattern: GlobPattern::String(format!("**/{name}")),
                kind: None,
            })
            .into(),
    };
    Registration {
        id: "configuration".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: serde_json::to_value(options).ok(),
    }
}

/// Requests beyond the protocol.
pub const REQUESTS: [&str; 3] = ["dinggao/checklist", "dinggao/ledger", "dinggao/summary"];

/// The answer to `initialize`.
#[must_use]
pub fn announce(peer: &Peer) -> InitializeResult {
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(peer.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                ..TextDocumentSyncOptions::default()
            })),
            document_symbol_provider: Some(OneOf::Left(true)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![
                    CodeActionKind::QUICKFIX,
                    CodeActionKind::REFACTOR_REWRITE,
                    FIX_ALL,
                ]),
                resolve_provider: peer.lazy_edits.then_some(true),
                ..CodeActionOptions::default()
            })),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(true) }),
            completion_provider: Some(CompletionOptions {
                resolve_provider: Some(true),
                trigger_characters: Some(vec!["\u{FF08}".to_owned(), "(".to_owned()]),
                ..CompletionOptions::default()
            }),
            document_formatting_provider: Some(OneOf::Left(true)),
            document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
                first_trigger_character: "\n".to_owned(),
                more_trigger_character: None,
            }),
            document_range_formatting_provider: Some(OneOf::Left(true)),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: commands::NAMES.map(str::to_owned).into(),
                ..ExecuteCommandOptions::default()
            }),
            inlay_hint_provider: peer.hints.then(|| {
                OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
                    resolve_provider: Some(true),
                    ..InlayHintOptions::default()
                }))
            }),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: peer.tokens.then(|| {
                SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions {
                    legend: tokens::legend(peer),
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                    ..SemanticTokensOptions::default()
                })
            }),
            experimental: Some(serde_json::json!({ "dinggao": { "requests": REQUESTS } })),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Severity;
    use serde_json::{from_value, json};
    use std::path::Path;

    fn peer(params: serde_json::Value) -> Peer {
        Peer::read(&from_value(params).unwrap())
    }

    #[test]
    fn a_client_that_says_nothing_gets_the_least() {
        let peer = peer(json!({"capabilities": {}}));
        assert_eq!((peer.encoding, peer.locale), (PositionEncoding::Utf16, Locale::Chinese));
        assert!(!(peer.symbol_tree || peer.related || peer.unnecessary || peer.data || peer.action_literals));
        assert!(peer.markdown);
    }

    #[test]
    fn the_workspace_decides_on_rules_and_the_editor_on_the_language() {
        let file = Path::new("dinggao.json");
        let text = r#"{"locale":"en","rules":{"masked-text":"hint"}}"#;
        let configuration = Configuration::parse(text, file).unwrap();
        let options = json!({"rules": {"masked-text": "error", "placeholder": "off"}});
        let client = peer(json!({"capabilities": {}, "locale": "zh-cn", "initializationOptions": options}));
        let merged = client.under(&configuration);
        assert_eq!(merged.locale, Locale::English);
        let severities = &merged.settings.policy.severities;
        assert_eq!(severities.get("masked-text"), Some(&Some(Severity::Hint)));
        assert_eq!(severities.get("placeholder"), Some(&None));
        let chosen = peer(json!({"capabilities": {}, "initializationOptions": {"locale": "zh-CN"}}));
        assert_eq!(chosen.under(&configuration).locale, Locale::Chinese);
    }
}
