//! The register of accepted findings as a code action needs it: where it is, what stands in it
//! now, and today's date.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use lsp_types::Url;

use super::publisher::Analysis;
use super::roots;
use super::session::Session;
use crate::text::decode;

/// China keeps one time, eight hours ahead.
const CHINA: u64 = 8 * 60 * 60;

/// The register of a document's folder.
#[derive(Debug)]
pub(super) struct Register {
    pub(super) uri: Url,
    /// What stands in it; `None` where there is no such file yet.
    pub(super) text: Option<String>,
    /// What the document is called in it.
    pub(super) name: String,
}

impl Register {
    /// The register for a document; `None` where the document is in no open folder or the file
    /// cannot be read. What the editor holds unsaved counts before what is on disk. Reads a
    /// file: not for a handler's own thread.
    pub(super) fn of(analysis: &Analysis, session: &Session) -> Option<Self> {
        let name = analysis.accepted.name(&roots::path(&analysis.uri)?)?;
        let file = analysis.accepted.file()?;
        let uri = Url::from_file_path(&file).ok()?;
        let text = match session.text(&uri) {
            Some(text) => Some(text),
            None if file.exists() => Some(decode(&fs::read(&file).ok()?).ok()?.text),
            None => None,
        };
        Some(Self { uri, text, name })
    }
}

/// Today in China, as 2026-01-31.
pub(super) fn today() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    day((now + CHINA) / (24 * 60 * 60))
}

/// The date `days` days after 1970-01-01, counted in years that begin in March (so that a leap day
/// is the last of its year) and eras of 400 years.
fn day(days: u64) -> String {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", era * 400 + year + carry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        let known = [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_722, "2023-12-31"),
            (19_723, "2024-01-01"),
        ];
        for (days, date) in known {
            assert_eq!(day(days), date);
        }
    }
}
