//! Precision of the number rules on published reports, which are not part of the project: they are
//! read where they lie beside it, and the test says so when they do not.

use std::path::{Path, PathBuf};

use dinggao::checks::{Category, Finding, Severity};

use crate::support::{describe, files, findings, read, root};

/// The folder beside the project, when it is there.
fn beside(name: &str) -> Option<PathBuf> {
    let folder = root().join("../shared").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is not there", folder.display());
    None
}

/// Loud findings about numbers and counts in one file.
fn loud(path: &Path) -> (usize, Vec<String>) {
    let Ok(text) = std::fs::read_to_string(path) else { panic!("unreadable: {}", path.display()) };
    let report = read(&text);
    let number = |finding: &&Finding| {
        finding.severity <= Severity::Warning
            && matches!(finding.rule.category, Category::Number | Category::Count)
    };
    let found = findings(&report);
    (text.chars().count(), found.iter().filter(number).map(|finding| describe(&report, finding)).collect())
}

#[test]
fn no_number_warning_on_the_seed_reports() {
    let Some(folder) = beside("seeds") else { return };
    let wrong: Vec<String> = files(&folder, "txt").iter().flat_map(|file| loud(file).1).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hardly_a_number_warning_on_published_reports() {
    let Some(folder) = beside("reports") else { return };
    // Every sixteenth report keeps the test short.
    let (mut characters, mut warnings) = (0, Vec::new());
    for file in files(&folder, "md").iter().step_by(16) {
        let (length, found) = loud(file);
        characters += length;
        warnings.extend(found);
    }
    // At most 0.3 in 10,000 characters.
    assert!(
        warnings.len() * 100_000 <= characters * 3,
        "{} in {characters}\n{}",
        warnings.len(),
        warnings.join("\n")
    );
}
