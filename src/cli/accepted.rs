//! What was accepted around the files of a run: each `.dinggao/accepted.json` read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::console::{Console, Problem};
use super::files::Job;
use super::input::Source;
use crate::workspace::Accepted;

/// What was accepted, by folder.
#[derive(Default)]
pub(super) struct Registers {
    by_folder: BTreeMap<PathBuf, Accepted>,
    none: Accepted,
}

impl Registers {
    /// Those of the files of `jobs`. A broken one is complained about once and accepts nothing.
    pub(super) fn of(jobs: &[Job], console: &mut Console) -> Self {
        let mut registers = Self::default();
        let mut broken = Vec::new();
        for folder in jobs.iter().filter_map(|job| folder(&job.source)) {
            if registers.by_folder.contains_key(folder) {
                continue;
            }
            let accepted = Accepted::nearest(folder).unwrap_or_else(|error| {
                if !broken.contains(&error.file) {
                    broken.push(error.file);
                    console.complain(&Problem(error.message));
                }
                Accepted::default()
            });
            registers.by_folder.insert(folder.to_owned(), accepted);
        }
        registers
    }

    /// What holds for a file, and what the file is called there.
    pub(super) fn holding(&self, source: &Source) -> (&Accepted, Option<String>) {
        let accepted = folder(source).and_then(|folder| self.by_folder.get(folder)).unwrap_or(&self.none);
        let name = match source {
            Source::File(path) => accepted.name(path),
            Source::Stdin => None,
        };
        (accepted, name)
    }
}

fn folder(source: &Source) -> Option<&Path> {
    match source {
        Source::File(path) => path.parent(),
        Source::Stdin => None,
    }
}
