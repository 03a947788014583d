//! Which files a command works on, and the work done on them: in parallel, results in path
//! order, never more than a few files in memory.

use std::io;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::console::{Console, Problem};
use super::input::Source;
use crate::workspace;

/// More files than this get a progress bar (on a terminal).
const MANY: usize = 48;

/// How a file came to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// Named on the command line: always worked on.
    Named,
    /// Found in a folder: worked on if it is a policy draft.
    Found,
}

/// One file to work on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Job {
    pub source: Source,
    pub origin: Origin,
}

/// The files that the arguments name, in path order, each once. What cannot be listed is
/// complained about.
pub(super) fn jobs(paths: &[PathBuf], console: &mut Console) -> Vec<Job> {
    let mut jobs = Vec::new();
    for path in paths {
        let source = Source::new(path);
        if source == Source::Stdin || !path.is_dir() {
            jobs.push(Job { source, origin: Origin::Named });
            continue;
        }
        let (files, errors) = workspace::discover(path);
        for error in errors {
            console.complain(&Problem::new(
                format!("{}：{error}。请检查权限后重试", path.display()),
                format!("{}: {error}; check the permissions", path.display()),
            ));
        }
        jobs.extend(files.into_iter().map(|file| Job { source: Source::File(file), origin: Origin::Found }));
    }
    // A file that is named as well as found counts as named: `Named` sorts first.
    jobs.sort();
    jobs.dedup_by(|later, earlier| later.source == earlier.source);
    jobs
}

/// Does `work` on every job in parallel and hands the results to `take` in the order of the
/// jobs. A batch at a time, so that memory does not grow with their number.
pub(super) fn each<J: Sync, T: Send>(
    jobs: &[J],
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(&J, T) -> io::Result<()>,
) -> io::Result<()> {
    let bar = progress(jobs.len());
    for batch in jobs.chunks(rayon::current_num_threads() * 8) {
        let results: Vec<T> = batch
            .par_iter()
            .map(|job| {
                let result = work(job);
                bar.inc(1);
                result
            })
            .collect();
        bar.suspend(|| batch.iter().zip(results).try_for_each(|(job, result)| take(job, result)))?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// A bar on stderr; hidden for few files, and indicatif hides it where stderr is no terminal.
fn progress(files: usize) -> ProgressBar {
    if files <= MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

/// Tells how many files of the folders were no drafts.
pub(super) fn tell_passed_over(passed_over: usize, console: &mut Console) {
    if passed_over > 0 {
        let line = match console.language().pick("zh", "en") {
            "zh" => format!("dinggao: 略过 {passed_over} 个不是政府工作报告一类文稿的文件"),
            _ => format!("dinggao: passed over {passed_over} files that are no policy drafts"),
        };
        console.tell(&line);
    }
}
