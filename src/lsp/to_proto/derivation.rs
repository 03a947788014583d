//! Figures in the call hierarchy: what a figure comes from are its outgoing calls, what comes from it
//! its incoming ones.

use lsp_types::{CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, SymbolKind, Url};

use crate::features::derivation::Node;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;
use crate::reading::{Kind, Role};
use crate::text::Span;

/// One figure.
#[must_use]
pub fn item(node: &Node, uri: &Url, places: &Places<'_>, locale: Locale) -> CallHierarchyItem {
    CallHierarchyItem {
        name: format!("{} {}", node.name, node.printed),
        kind: SymbolKind::NUMBER,
        tags: None,
        detail: Some(detail(node, locale)),
        uri: uri.clone(),
        range: places.range(node.sentence),
        selection_range: places.range(node.span),
        data: None,
    }
}

/// Period, role, kind and scope: `2024 实绩 总量 全市`.
fn detail(node: &Node, locale: Locale) -> String {
    let period = node.period.map(|period| period.to_string());
    let role = node.role.map(|role| match role {
        Role::Actual => locale.pick("实绩", "actual"),
        Role::Estimate => locale.pick("预计", "estimate"),
        Role::Target => locale.pick("目标", "target"),
    });
    let kind = match node.kind {
        Kind::Level => locale.pick("总量", "level"),
        Kind::Growth => locale.pick("增速", "growth"),
        Kind::Change => locale.pick("增量", "change"),
        Kind::Share => locale.pick("比重", "share"),
        Kind::Count => locale.pick("数量", "count"),
        Kind::Rank => locale.pick("位次", "rank"),
    };
    let parts = [period.as_deref(), role, Some(kind), node.scope.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The answer to `callHierarchy/outgoingCalls`: the asked figure, at `origin`, names its operands there.
#[must_use]
pub fn outgoing(
    nodes: &[Node],
    origin: Span,
    uri: &Url,
    places: &Places<'_>,
    locale: Locale,
) -> Vec<CallHierarchyOutgoingCall> {
    let call = |node: &Node| CallHierarchyOutgoingCall {
        to: item(node, uri, places, locale),
        from_ranges: vec![places.range(origin)],
    };
    nodes.iter().map(call).collect()
}

/// The answer to `callHierarchy/incomingCalls`.
#[must_use]
pub fn incoming(
    nodes: &[Node],
    uri: &Url,
    places: &Places<'_>,
    locale: Locale,
) -> Vec<CallHierarchyIncomingCall> {
    let call = |node: &Node| CallHierarchyIncomingCall {
        from: item(node, uri, places, locale),
        from_ranges: vec![places.range(node.span)],
    };
    nodes.iter().map(call).collect()
}
