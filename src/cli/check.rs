//! `dinggao check`: findings in a format, exit status by what was found.

use std::io;

use super::accepted::Registers;
use super::arguments::{CheckArguments, CheckFormat};
use super::console::{Console, Problem, Status};
use super::explain;
use super::files::{self, Job, Origin};
use super::fixes;
use super::format::diff::Diff;
use super::format::github::GitHub;
use super::format::json::Json;
use super::format::junit::JUnit;
use super::format::sarif::Sarif;
use super::format::text::{Ending, Text};
use super::format::{Checked, Counts, Format};
use super::input::Source;
use super::position::Positions;
use crate::checks::{self, Policy};
use crate::features::fixes::{Fixed, apply_safe};
use crate::report::{Memo, Report};
use crate::workspace;

/// What came of one file.
enum Outcome<P> {
    /// In a folder and no policy draft.
    PassedOver,
    /// Not readable.
    Failed(Problem),
    /// Checked.
    Done(Done<P>),
}

struct Done<P> {
    part: P,
    counts: Counts,
    /// Whether `--fail-on` was reached.
    status: Status,
    /// The file could not be written back.
    problem: Option<Problem>,
}

/// Runs `dinggao check`.
pub(super) fn run(arguments: &CheckArguments, console: &mut Console) -> io::Result<Status> {
    let unknown: Vec<&String> = arguments
        .select
        .iter()
        .chain(&arguments.ignore)
        .filter(|name| checks::rule(name).is_none())
        .collect();
    if !unknown.is_empty() {
        unknown.into_iter().for_each(|name| console.complain(&explain::unknown(name)));
        return Ok(Status::Trouble);
    }
    if arguments.fix && arguments.paths.iter().any(|path| Source::new(path) == Source::Stdin) {
        console.complain(&Problem::new(
            "-：标准输入没有文件可以写回。请给出文件，或用 --diff 查看修改",
            "-: stdin has no file to write back to; name a file, or use --diff",
        ));
        return Ok(Status::Trouble);
    }
    let Some(jobs) = files::jobs(&arguments.paths, arguments.config.as_deref(), console) else {
        return Ok(Status::Trouble);
    };
    let language = console.language();
    if arguments.diff {
        return check(arguments, &jobs, Diff, console);
    }
    match arguments.format {
        CheckFormat::Text => {
            let ending = if arguments.quiet { Ending::Quiet } else { Ending::Summary };
            check(arguments, &jobs, Text { language, ending }, console)
        }
        CheckFormat::Json => check(arguments, &jobs, Json::default(), console),
        CheckFormat::Sarif => check(arguments, &jobs, Sarif::new(language), console),
        CheckFormat::Github => check(arguments, &jobs, GitHub, console),
        CheckFormat::Junit => check(arguments, &jobs, JUnit::new(), console),
    }
}

fn check<F: Format>(
    arguments: &CheckArguments,
    jobs: &[Job],
    mut format: F,
    console: &mut Console,
) -> io::Result<Status> {
    let language = console.language();
    let (mut counts, mut status, mut passed_over) = (Counts::default(), Status::Clean, 0);
    let registers = Registers::of(jobs, console);
    format.open(console.out())?;
    let work = |job: &Job| {
        let input = match job.source.read(job.configuration.limit) {
            Ok(input) => input,
            Err(problem) => return Outcome::Failed(problem),
        };
        let options = &job.configuration.options;
        let mut report = Report::read(&input.text, options, &mut Memo::default());
        if job.origin == Origin::Found && report.meta.profile.is_none() {
            return Outcome::PassedOver;
        }
        let policy = policy(arguments, &job.configuration.policy);
        let (register, name) = registers.holding(&job.source);
        // What the policy asks for, no comment silences and nobody has accepted.
        let find = |report: &Report| {
            let found = workspace::without_suppressed(report, checks::run(report, &policy));
            register.without_accepted(name.as_deref(), report, found)
        };
        let (mut found, mut accepted) = find(&report);
        let (mut problem, mut applied, mut rewritten) = (None, 0, None);
        let asked = arguments.fix || arguments.diff;
        let fixed = asked.then(|| apply_safe(&report, &found, options, |report| find(report).0)).flatten();
        match (fixed, &job.source) {
            (Some(Fixed { text, applied: count }), Source::File(path)) if arguments.fix => {
                problem = fixes::write_back(path, &input, &text).err();
                if problem.is_none() {
                    report = Report::read(&text, options, &mut Memo::default());
                    (found, accepted) = find(&report);
                    applied = count;
                }
            }
            (Some(Fixed { text, .. }), _) => rewritten = Some(text),
            (None, _) => {}
        }
        let reached = found.iter().any(|finding| arguments.fail_on.reached_by(finding.severity));
        let part = F::render(&Checked {
            name: &input.name,
            encoding: input.encoding,
            report: &report,
            positions: &Positions::new(&report),
            findings: &found,
            rewritten: rewritten.as_deref(),
            fail_on: arguments.fail_on,
            language,
        });
        Outcome::Done(Done {
            part,
            counts: Counts { fixed: applied, accepted, ..Counts::of(&found) },
            status: if reached { Status::Findings } else { Status::Clean },
            problem,
        })
    };
    files::each(jobs, work, |outcome| {
        match outcome {
            Outcome::PassedOver => passed_over += 1,
            Outcome::Failed(problem) => console.complain(&problem),
            Outcome::Done(done) => {
                counts.add(done.counts);
                status = status.max(done.status);
                format.write(done.part, console.out())?;
                if let Some(problem) = &done.problem {
                    console.complain(problem);
                }
            }
        }
        Ok(())
    })?;
    format.close(&counts, console.out())?;
    files::tell_passed_over(passed_over, console);
    Ok(console.status(status))
}

/// The configuration's policy with `--select` and `--ignore` on top. A selected rule runs even
/// where it is off.
fn policy(arguments: &CheckArguments, configured: &Policy) -> Policy {
    let mut policy = configured.clone();
    for rule in checks::ALL {
        let named = |names: &[String]| names.iter().any(|name| name == rule.name);
        let off = policy.severities.get(rule.name).map_or(rule.off, Option::is_none);
        if named(&arguments.ignore) || !(arguments.select.is_empty() || named(&arguments.select)) {
            policy.severities.insert(rule.name.to_owned(), None);
        } else if off && named(&arguments.select) {
            policy.severities.insert(rule.name.to_owned(), Some(rule.severity));
        }
    }
    policy
}
