//! The last tokens that each document's client was given, so that the next answer can be the
//! difference.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use lsp_types::{SemanticToken, SemanticTokens, SemanticTokensFullDeltaResult, Url};

use crate::lsp::to_proto::tokens::{self, Had};

/// What clients have.
#[derive(Debug, Default)]
pub(super) struct Memory {
    given: Mutex<Given>,
}

#[derive(Debug, Default)]
struct Given {
    count: u64,
    documents: BTreeMap<Url, Had>,
}

impl Memory {
    /// A whole answer.
    pub(super) fn whole(&self, uri: &Url, data: Vec<SemanticToken>) -> SemanticTokens {
        let (id, _) = self.replace(uri, &data);
        tokens::whole(id, data)
    }

    /// What turns the answer with this id into the new one.
    pub(super) fn delta(
        &self,
        uri: &Url,
        id: &str,
        data: Vec<SemanticToken>,
    ) -> SemanticTokensFullDeltaResult {
        let (new, had) = self.replace(uri, &data);
        tokens::delta(had.filter(|had| had.id == id).as_ref(), new, data)
    }

    /// A document was closed.
    pub(super) fn forget(&self, uri: &Url) {
        self.given.lock().unwrap_or_else(PoisonError::into_inner).documents.remove(uri);
    }

    /// Remembers an answer; returns its id and the answer before it.
    fn replace(&self, uri: &Url, data: &[SemanticToken]) -> (String, Option<Had>) {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.count += 1;
        let id = given.count.to_string();
        let had = given.documents.insert(uri.clone(), Had { id: id.clone(), data: data.to_vec() });
        (id, had)
    }
}
