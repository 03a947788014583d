//! Readings by content: undo, moved paragraphs and full-text sync hit it too, and there are no
//! offsets to splice.

use std::collections::HashMap;
use std::sync::Arc;

use crate::knowledge::Knowledge;
use crate::reading::Reading;

/// Readings of paragraphs seen lately. Valid for one `Knowledge` only.
#[derive(Debug, Default)]
pub struct Memo {
    /// Readings used by the newest report and by the one before it.
    fresh: HashMap<Arc<str>, Arc<Reading>>,
    old: HashMap<Arc<str>, Arc<Reading>>,
}

impl Memo {
    /// The reading of `text`: the remembered one, or a new one that is remembered.
    pub(super) fn reading(&mut self, text: &str, knowledge: &Knowledge) -> Arc<Reading> {
        if let Some(found) = self.fresh.get(text) {
            return Arc::clone(found);
        }
        let reading = self.old.remove(text).unwrap_or_else(|| Arc::new(Reading::new(text, knowledge)));
        self.fresh.insert(Arc::clone(&reading.text), Arc::clone(&reading));
        reading
    }

    /// Call between reports: keeps what the newest report used and forgets the one before it.
    pub fn turn(&mut self) {
        self.old = std::mem::take(&mut self.fresh);
    }
}
