//! `dinggao check`: findings in a format, exit status by what was found.

use std::io;

use super::arguments::{CheckArguments, CheckFormat};
use super::console::{Console, Problem, Status};
use super::files::{self, Job, Origin};
use super::format::json::Json;
use super::format::{Checked, Counts, Format};
use super::position::Positions;
use crate::checks::{self, Policy};
use crate::report::{Memo, Options, Report};

/// What came of one file.
enum Outcome<P> {
    /// In a folder and no policy draft.
    PassedOver,
    /// Not readable.
    Failed(Problem),
    /// Checked: the rendered part, the counts, and whether `--fail-on` was reached.
    Done(P, Counts, Status),
}

/// Runs `dinggao check`.
pub(super) fn run(arguments: &CheckArguments, console: &mut Console) -> io::Result<Status> {
    match arguments.format {
        CheckFormat::Text | CheckFormat::Json => check(arguments, Json::default(), console),
    }
}

fn check<F: Format>(arguments: &CheckArguments, mut format: F, console: &mut Console) -> io::Result<Status> {
    let jobs = files::jobs(&arguments.paths, console);
    let language = console.language();
    let (options, policy) = (Options::default(), Policy::default());
    let (mut counts, mut status, mut passed_over) = (Counts::default(), Status::Clean, 0);
    format.open(console.out())?;
    let work = |job: &Job| -> Outcome<F::Part> {
        let input = match job.source.read() {
            Ok(input) => input,
            Err(problem) => return Outcome::Failed(problem),
        };
        let report = Report::read(&input.text, &options, &mut Memo::default());
        if job.origin == Origin::Found && report.meta.profile.is_none() {
            return Outcome::PassedOver;
        }
        let findings = checks::run(&report, &policy);
        let reached = findings.iter().any(|finding| arguments.fail_on.reached_by(finding.severity));
        let checked = Checked {
            name: &input.name,
            encoding: input.encoding,
            report: &report,
            positions: &Positions::new(&report),
            findings: &findings,
            language,
        };
        let status = if reached { Status::Findings } else { Status::Clean };
        Outcome::Done(F::render(&checked), Counts::of(&findings), status)
    };
    files::each(&jobs, work, |_, outcome| {
        match outcome {
            Outcome::PassedOver => passed_over += 1,
            Outcome::Failed(problem) => console.complain(&problem),
            Outcome::Done(part, of_file, of_status) => {
                counts.add(of_file);
                status = status.max(of_status);
                format.write(part, console.out())?;
            }
        }
        Ok(())
    })?;
    format.close(&counts, console.out())?;
    files::tell_passed_over(passed_over, console);
    Ok(console.status(status))
}
