//! Findings as diagnostics.

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Url,
};
use serde_json::{Value, json};

use crate::checks::{Finding, Message, Severity};
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;

/// Rules whose findings mark text that does not belong to the draft at all.
const UNNECESSARY: &[&str] = &["web-boilerplate"];

/// One diagnostic a finding, in the findings' order.
#[must_use]
pub fn diagnostics(findings: &[Finding], uri: &Url, places: &Places<'_>, peer: &Peer) -> Vec<Diagnostic> {
    findings.iter().map(|finding| diagnostic(finding, uri, places, peer)).collect()
}

/// The diagnostic of one finding, as far as the client understands it.
#[must_use]
pub fn diagnostic(finding: &Finding, uri: &Url, places: &Places<'_>, peer: &Peer) -> Diagnostic {
    let related = || -> Vec<DiagnosticRelatedInformation> {
        finding
            .related
            .iter()
            .map(|related| DiagnosticRelatedInformation {
                location: Location::new(uri.clone(), places.range(related.span)),
                message: peer.locale.say(&related.message).to_owned(),
            })
            .collect()
    };
    let unnecessary = peer.unnecessary && UNNECESSARY.contains(&finding.rule.name);
    Diagnostic {
        range: places.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.name.to_owned())),
        code_description: page(finding, peer),
        source: Some("dinggao".to_owned()),
        message: peer.locale.say(&finding.message).to_owned(),
        related_information: (peer.related && !finding.related.is_empty()).then(related),
        tags: unnecessary.then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: (peer.data && !finding.fixes.is_empty()).then(|| data(finding, places, peer)),
    }
}

/// What stands at the beginning of a draft that is not read.
#[must_use]
pub fn refusal(why: &Message, peer: &Peer) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::WARNING),
        source: Some("dinggao".to_owned()),
        message: peer.locale.say(why).to_owned(),
        ..Diagnostic::default()
    }
}

/// The protocol's severity.
const fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// The link to the rule's page, where the client shows links and a base is configured.
fn page(finding: &Finding, peer: &Peer) -> Option<CodeDescription> {
    let base = peer.settings.link_base.as_ref().filter(|_| peer.code_description)?;
    let href = Url::parse(&format!("{base}{}", finding.rule.name)).ok()?;
    Some(CodeDescription { href })
}

/// The fixes, so that an editor can offer them without asking again.
fn data(finding: &Finding, places: &Places<'_>, peer: &Peer) -> Value {
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let edits: Vec<Value> = fix
                .edits
                .iter()
                .map(|edit| json!({"range": places.range(edit.span), "newText": edit.new_text}))
                .collect();
            json!({"title": peer.locale.say(&fix.title), "safe": fix.safe, "edits": edits})
        })
        .collect();
    json!({"variant": finding.variant, "fixes": fixes})
}
