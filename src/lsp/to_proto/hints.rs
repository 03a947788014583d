//! Hints behind figures; their explanation at once, or when the client asks for it.

use lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip, Url};
use serde::{Deserialize, Serialize};

use super::words;
use crate::features::hints::{Hint, HintContent};
use crate::lsp::capabilities::Peer;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;
use crate::quantity::Interval;
use crate::report::Implied;

/// Which hint is meant, when the client asks for its explanation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct HintData {
    /// The document.
    pub uri: Url,
}

/// The hints.
#[must_use]
pub fn hints(hints: &[Hint], uri: &Url, places: &Places<'_>, peer: &Peer) -> Vec<InlayHint> {
    let hint = |hint: &Hint| InlayHint {
        position: places.position(hint.figure.end),
        label: InlayHintLabel::String(label(&hint.content, peer.locale)),
        kind: None,
        text_edits: None,
        tooltip: (!peer.lazy_tooltips).then(|| tooltip(&hint.content, peer.locale)),
        padding_left: Some(true),
        padding_right: Some(false),
        data: serde_json::to_value(HintData { uri: uri.clone() }).ok(),
    };
    hints.iter().map(hint).collect()
}

/// What stands behind the figure.
fn label(content: &HintContent, locale: Locale) -> String {
    match content {
        HintContent::Converted(it) => {
            format!("{} {}{}", if it.exact { "=" } else { "\u{2248}" }, it.value, it.unit)
        }
        HintContent::Implied(implied) => {
            let value = implied.close(implied.value);
            let open = match (implied.low, implied.high) {
                (Some(_), None) => locale.pick("以上", " or more"),
                (None, Some(_)) => locale.pick("以内", " or less"),
                _ => "",
            };
            format!("\u{2248} {value}{open}")
        }
    }
}

/// Why it says so.
#[must_use]
pub fn tooltip(content: &HintContent, locale: Locale) -> InlayHintTooltip {
    InlayHintTooltip::String(match (content, locale) {
        (HintContent::Implied(implied), _) => explained(implied, locale),
        (HintContent::Converted(it), Locale::Chinese) => {
            format!("换算{}", if it.exact { "" } else { "\u{FF08}四舍五入\u{FF09}" })
        }
        (HintContent::Converted(it), Locale::English) => {
            format!("Converted{}", if it.exact { "" } else { " (rounded)" })
        }
    })
}

fn explained(implied: &Implied, locale: Locale) -> String {
    let Implied { base_period, base, growth, .. } = implied;
    let bounds = Interval { low: implied.low, high: implied.high, low_open: false, high_open: false };
    let bounds = words::range(&bounds, |value| implied.precise(value)).unwrap_or_default();
    match locale {
        Locale::Chinese => format!(
            "按目标推算\u{FF1A}{base_period}年{base}×\u{FF08}1＋{growth}\u{FF09}\u{FF1B}按基数的印刷精度为{bounds}"
        ),
        Locale::English => {
            format!(
                "Implied by the target: {base} ({base_period}) × (1 + {growth}); by the precision of the base {bounds}"
            )
        }
    }
}
