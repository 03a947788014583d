//! A draft in a line, as a status bar shows it.

use crate::checks::{Finding, Severity};
use crate::report::{Report, Statistics};

/// A draft in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Id and name of the profile; `None` for a text that only its user calls a draft.
    pub profile: Option<(String, String)>,
    /// Findings: errors, warnings, information, hints.
    pub findings: [usize; 4],
    /// Its length.
    pub statistics: Statistics,
}

/// The draft in a line.
#[must_use]
pub fn summary(report: &Report, findings: &[Finding]) -> Summary {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Summary {
        profile: report.profile().map(|profile| (profile.id.clone(), profile.name.clone())),
        findings: [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint].map(count),
        statistics: report.whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{self, Policy};
    use crate::report::{Memo, Options};

    #[test]
    fn findings_and_characters_are_counted() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n新建道路**公里。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let found = checks::run(&report, &Policy::default());
        let summary = summary(&report, &found);
        assert_eq!(summary.findings.iter().sum::<usize>(), found.len());
        assert!(summary.findings[0] + summary.findings[1] > 0);
        assert_eq!(summary.profile.as_ref().map(|(id, _)| id.as_str()), Some("work-report-annual"));
        assert_eq!(summary.statistics.characters, text.chars().filter(|c| !c.is_whitespace()).count());
    }
}
