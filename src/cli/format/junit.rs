//! `check --format junit`: a suite a file, a test case a finding; failures are the findings at
//! or above `--fail-on`. The counts stand at the top of the document, so the cases are held
//! until the end.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Checked, Counts, Format};

/// The JUnit format.
#[derive(Debug)]
pub(in crate::cli) struct JUnit {
    report: Report,
}

impl JUnit {
    /// An empty document.
    pub(in crate::cli) fn new() -> Self {
        Self { report: Report::new("dinggao") }
    }
}

impl Format for JUnit {
    type Part = TestSuite;

    fn render(checked: &Checked<'_>) -> TestSuite {
        let mut suite = TestSuite::new(checked.name);
        if checked.findings.is_empty() {
            let mut case = TestCase::new("dinggao check", TestCaseStatus::success());
            case.set_classname(checked.name);
            suite.add_test_case(case);
        }
        for finding in checked.findings {
            let (line, column) = checked.positions.locate(finding.span.start);
            let message = checked.language.of(&finding.message);
            let place = format!("{}:{line}:{column}", checked.name);
            let mut case = if checked.fail_on.reached_by(finding.severity) {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status
                    .set_message(message)
                    .set_type(finding.severity.label())
                    .set_description(format!("{place} {}\n{message}", checked.report.text(finding.span)));
                TestCase::new(format!("{} {line}:{column}", finding.rule.name), status)
            } else {
                let mut case = TestCase::new(
                    format!("{} {line}:{column}", finding.rule.name),
                    TestCaseStatus::success(),
                );
                case.set_system_out(format!("{place} {}: {message}", finding.severity.label()));
                case
            };
            case.set_classname(checked.name);
            suite.add_test_case(case);
        }
        suite
    }

    fn open(&mut self, _out: &mut impl Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, part: TestSuite, _out: &mut impl Write) -> io::Result<()> {
        self.report.add_test_suite(part);
        Ok(())
    }

    fn close(&mut self, _counts: &Counts, out: &mut impl Write) -> io::Result<()> {
        let document = self.report.to_string().map_err(io::Error::other)?;
        out.write_all(document.as_bytes())
    }
}
