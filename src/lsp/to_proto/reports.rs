//! Diagnostics that were asked for: whole, or unchanged where the client has them already.

use std::hash::{DefaultHasher, Hash, Hasher};

use lsp_types::{
    Diagnostic, DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Url, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

/// What diagnostics are known by: the same for the same ones, whatever happened in between.
#[must_use]
pub fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    // They came from plain structs: there is nothing in them that could not be written.
    serde_json::to_string(diagnostics).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Whole, or unchanged.
enum Answer {
    Full(FullDocumentDiagnosticReport),
    Unchanged(UnchangedDocumentDiagnosticReport),
}

fn answer(previous: Option<&str>, id: String, diagnostics: &[Diagnostic]) -> Answer {
    if previous == Some(id.as_str()) {
        Answer::Unchanged(UnchangedDocumentDiagnosticReport { result_id: id })
    } else {
        Answer::Full(FullDocumentDiagnosticReport { result_id: Some(id), items: diagnostics.to_vec() })
    }
}

/// The answer to `textDocument/diagnostic`.
#[must_use]
pub fn document(previous: Option<&str>, diagnostics: &[Diagnostic]) -> DocumentDiagnosticReportResult {
    DocumentDiagnosticReportResult::Report(match answer(previous, result_id(diagnostics), diagnostics) {
        Answer::Full(report) => DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: report,
        }),
        Answer::Unchanged(report) => {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: report,
            })
        }
    })
}

/// One document's part of the answer to `workspace/diagnostic`; a version for what the client has open,
/// and the result id, which a client that asks every few seconds must not cost again.
#[must_use]
pub fn workspace(
    uri: Url,
    version: Option<i32>,
    previous: Option<&str>,
    id: String,
    diagnostics: &[Diagnostic],
) -> WorkspaceDocumentDiagnosticReport {
    let version = version.map(i64::from);
    match answer(previous, id, diagnostics) {
        Answer::Full(report) => {
            WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
                uri,
                version,
                full_document_diagnostic_report: report,
            })
        }
        Answer::Unchanged(report) => {
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report: report,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let one = vec![Diagnostic { message: "一".to_owned(), ..Diagnostic::default() }];
        let id = result_id(&one);
        assert_ne!(id, result_id(&[]));
        let json = |report| serde_json::to_value(report).unwrap();
        let full = json(document(Some("other"), &one));
        assert_eq!((&full["kind"], &full["resultId"]), (&"full".into(), &id.as_str().into()));
        assert_eq!(json(document(Some(&id), &one))["kind"], "unchanged");
    }
}
