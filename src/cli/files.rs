//! Which files a command works on, and the work done on them: in parallel, results in path
//! order, never more than a few files in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::console::{Console, Language, Problem};
use super::input::{Input, Source};
use crate::report::{Memo, Report};
use crate::workspace::{self, Configuration};

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
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub source: Source,
    pub origin: Origin,
    /// What its nearest `dinggao.json` says.
    pub configuration: Arc<Configuration>,
}

/// The files that the arguments name, in path order, each once, with their configuration: that
/// of `config` or the nearest one upwards. What cannot be listed, and files whose configuration
/// is broken, are complained about and left out. `None`: the configuration asked for is broken.
pub(super) fn jobs(paths: &[PathBuf], config: Option<&Path>, console: &mut Console) -> Option<Vec<Job>> {
    let given = match config.map(Configuration::load).transpose() {
        Ok(given) => given.map(Arc::new),
        Err(error) => {
            console.complain(&Problem(error.message));
            return None;
        }
    };
    let mut found = Vec::new();
    for path in paths {
        let source = Source::new(path);
        if source == Source::Stdin || !path.is_dir() {
            found.push((source, Origin::Named));
            continue;
        }
        let (files, errors) = workspace::discover(path);
        for error in errors {
            console.complain(&Problem::new(
                format!("{}：{error}。请检查权限后重试", path.display()),
                format!("{}: {error}; check the permissions", path.display()),
            ));
        }
        found.extend(files.into_iter().map(|file| (Source::File(file), Origin::Found)));
    }
    // A file that is named as well as found counts as named: `Named` sorts first.
    found.sort();
    found.dedup_by(|(later, _), (earlier, _)| later == earlier);
    let mut configurations = Configurations { given, by_folder: BTreeMap::new(), broken: BTreeSet::new() };
    let jobs: Vec<Job> = found
        .into_iter()
        .filter_map(|(source, origin)| {
            let configuration = configurations.of(&source, console)?;
            let left_out = match &source {
                Source::File(path) => origin == Origin::Found && configuration.excludes(path),
                Source::Stdin => false,
            };
            (!left_out).then_some(Job { source, origin, configuration })
        })
        .collect();
    console.configured(jobs.first().and_then(|job| job.configuration.locale));
    Some(jobs)
}

/// The one file of a command that takes one, read; `None` when it was complained about.
pub(super) fn single(file: &Path, console: &mut Console) -> Option<(Input, Report)> {
    let source = Source::new(file);
    let mut configurations = Configurations::default();
    let configuration = configurations.of(&source, console)?;
    console.configured(configuration.locale);
    match source.read(configuration.limit) {
        Ok(input) => {
            let report = Report::read(&input.text, &configuration.options, &mut Memo::default());
            Some((input, report))
        }
        Err(problem) => {
            console.complain(&problem);
            None
        }
    }
}

/// Configurations by folder: each file is read once, each broken one complained about once.
#[derive(Default)]
struct Configurations {
    given: Option<Arc<Configuration>>,
    by_folder: BTreeMap<PathBuf, Option<Arc<Configuration>>>,
    broken: BTreeSet<PathBuf>,
}

impl Configurations {
    fn of(&mut self, source: &Source, console: &mut Console) -> Option<Arc<Configuration>> {
        if let Some(given) = &self.given {
            return Some(Arc::clone(given));
        }
        let folder = match source {
            Source::File(path) => path.parent().filter(|folder| !folder.as_os_str().is_empty()),
            Source::Stdin => None,
        };
        let folder = folder.unwrap_or(Path::new("."));
        if let Some(known) = self.by_folder.get(folder) {
            return known.clone();
        }
        let configuration = match Configuration::nearest(folder) {
            Ok(configuration) => Some(Arc::new(configuration)),
            Err(error) => {
                if self.broken.insert(error.file.clone()) {
                    console.complain(&Problem(error.message));
                }
                None
            }
        };
        self.by_folder.insert(folder.to_owned(), configuration.clone());
        configuration
    }
}

/// Does `work` on every job in parallel and hands the results to `take` in the order of the
/// jobs. A batch at a time, so that memory does not grow with their number.
pub(super) fn each<J: Sync, T: Send>(
    jobs: &[J],
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
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
        bar.suspend(|| results.into_iter().try_for_each(&mut take))?;
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
        let line = match console.language() {
            Language::Chinese => format!("dinggao: 略过 {passed_over} 个不是政府工作报告一类文稿的文件"),
            Language::English => {
                format!("dinggao: passed over {passed_over} files that are no policy drafts")
            }
        };
        console.tell(&line);
    }
}
