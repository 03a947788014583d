//! Hovers as Markdown (or plain text, for clients that ask for it).

use lsp_types::{Hover as Answer, HoverContents, MarkupContent, MarkupKind, Url};

use crate::features::hover::{Hover, Section};
use crate::lsp::capabilities::Peer;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;

/// The answer to `textDocument/hover`.
#[must_use]
pub fn hover(hover: &Hover, _uri: &Url, places: &Places<'_>, peer: &Peer) -> Answer {
    let (span, value) = match hover {
        Hover::Heading(section) => (section.span, heading(section, peer.locale)),
    };
    let kind = if peer.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Answer { contents: HoverContents::Markup(MarkupContent { kind, value }), range: Some(places.range(span)) }
}

fn heading(section: &Section, locale: Locale) -> String {
    let Section { title, paragraphs, characters, figures, children, .. } = section;
    match locale {
        Locale::Chinese => format!(
            "**{title}**\n\n{paragraphs} 段 · {characters} 字 · {figures} 个数字 · 下一级 {children} 个标题"
        ),
        Locale::English => format!(
            "**{title}**\n\n{paragraphs} paragraphs · {characters} characters · {figures} figures · {children} headings below"
        ),
    }
}
