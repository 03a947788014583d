//! Candidates as completion items; their documentation when the client asks for it.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation, InsertTextFormat,
    MarkupContent, MarkupKind, TextEdit, Url,
};
use serde::{Deserialize, Serialize};

use super::words;
use crate::features::completion::{Candidate, Content};
use crate::knowledge::Knowledge;
use crate::lsp::capabilities::Peer;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;
use crate::report::BLANK;

/// Which indicator is meant, when the client asks what it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ItemData {
    /// The document.
    pub uri: Url,
    /// The indicator's id in the glossary.
    pub indicator: String,
}

/// The answer to `textDocument/completion`: incomplete, since what can follow depends on every
/// character typed.
#[must_use]
pub fn completion(
    candidates: &[Candidate],
    knowledge: &Knowledge,
    uri: &Url,
    places: &Places<'_>,
    peer: &Peer,
) -> CompletionList {
    let item = |(rank, candidate): (usize, &Candidate)| {
        let mut item = item(candidate, places, peer);
        // The order here is the order there.
        item.sort_text = Some(format!("{rank:04}"));
        if let Content::Name { indicator, .. } = candidate.content {
            let id = knowledge.indicator(indicator).map(|indicator| indicator.id.clone());
            let data = id.map(|indicator| ItemData { uri: uri.clone(), indicator });
            item.data = data.and_then(|data| serde_json::to_value(data).ok());
        }
        item
    };
    CompletionList { is_incomplete: true, items: candidates.iter().enumerate().map(item).collect() }
}

fn item(candidate: &Candidate, places: &Places<'_>, peer: &Peer) -> CompletionItem {
    let locale = peer.locale;
    let text = &candidate.text;
    let (label, kind, detail, snippet) = match &candidate.content {
        Content::Name { canonical, .. } => {
            let detail = canonical.as_ref().map(|name| match locale {
                Locale::Chinese => format!("即{name}"),
                Locale::English => format!("= {name}"),
            });
            (text.clone(), CompletionItemKind::VARIABLE, detail, false)
        }
        Content::Value { period, role, kind } => {
            let parts = [
                period.map(|period| period.to_string()),
                role.map(|role| words::role(locale, role).to_owned()),
                Some(words::kind(locale, *kind).to_owned()),
            ];
            let detail = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (text.clone(), CompletionItemKind::VALUE, Some(detail), false)
        }
        Content::Unit => (text.clone(), CompletionItemKind::UNIT, None, false),
        Content::Number => (text.clone(), CompletionItemKind::ENUM_MEMBER, None, false),
        Content::Part(skeleton) => {
            let label = match locale {
                Locale::Chinese => format!("{}\u{2026}", skeleton.block.name()),
                Locale::English => format!("{} ({})\u{2026}", skeleton.block.name(), skeleton.block.id()),
            };
            let detail = locale.pick("本文种应有而尚缺的部分", "a part that this kind of report should have");
            (label, CompletionItemKind::SNIPPET, Some(detail.to_owned()), peer.snippets)
        }
    };
    let new_text = if snippet { as_snippet(text) } else { text.clone() };
    CompletionItem {
        filter_text: matches!(candidate.content, Content::Part(_)).then(|| label.clone()),
        label,
        kind: Some(kind),
        detail,
        insert_text_format: snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(places.range(candidate.typed), new_text))),
        ..CompletionItem::default()
    }
}

/// A text with a tab stop at each blank.
fn as_snippet(text: &str) -> String {
    let mut parts =
        text.split(BLANK).map(|part| part.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}"));
    let mut out = parts.next().unwrap_or_default();
    for (stop, part) in (1..).zip(parts) {
        out.push_str(&format!("${{{stop}:{BLANK}}}{part}"));
    }
    out
}

/// What an indicator is; `None` where nobody knows it any longer.
#[must_use]
pub fn documentation(data: &ItemData, knowledge: &Knowledge, peer: &Peer) -> Option<Documentation> {
    let indicator = knowledge.indicator(knowledge.by_glossary_id(&data.indicator)?)?;
    let mut value = indicator.definition.clone();
    if !indicator.unit.is_empty() {
        let unit = peer.locale.pick("单位\u{FF1A}", "Unit: ");
        value = format!("{value}\n{unit}{}", indicator.unit);
    }
    Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::PlainText, value }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_become_tab_stops_and_signs_stay_signs() {
        assert_eq!(as_snippet("增长__%；投入$5}__"), "增长${1:__}%；投入\\$5\\}${2:__}");
        assert_eq!(as_snippet("无"), "无");
    }
}
