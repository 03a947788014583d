//! The files of a folder as a running server goes by them: a broken one leaves the last good one
//! in force.

use std::path::Path;
use std::sync::Arc;

use super::{Accepted, Configuration, ConfigurationError, FILE_NAME};

/// What a file says, and what is wrong with it now, if anything.
#[derive(Clone, Debug, Default)]
struct LastGood<T> {
    current: Arc<T>,
    error: Option<ConfigurationError>,
}

impl<T> LastGood<T> {
    fn take(&mut self, read: Result<T, ConfigurationError>) {
        match read {
            Ok(read) => (self.current, self.error) = (Arc::new(read), None),
            Err(error) => self.error = Some(error),
        }
    }
}

/// The configuration of a folder and what was accepted in it.
#[derive(Clone, Debug, Default)]
pub struct FolderState {
    configuration: LastGood<Configuration>,
    accepted: LastGood<Accepted>,
}

impl FolderState {
    /// The last good configuration; the default where there never was one.
    #[must_use]
    pub fn configuration(&self) -> &Arc<Configuration> {
        &self.configuration.current
    }

    /// What was accepted, by the last good file.
    #[must_use]
    pub fn accepted(&self) -> &Arc<Accepted> {
        &self.accepted.current
    }

    /// What is wrong with the files now.
    pub fn errors(&self) -> impl Iterator<Item = &ConfigurationError> {
        self.configuration.error.iter().chain(&self.accepted.error)
    }

    /// Reads the files of the folder `root` anew. Without a file the default holds; where one is
    /// unreadable or broken, the last good one.
    pub fn reload(&mut self, root: &Path) {
        let file = root.join(FILE_NAME);
        let read = if file.exists() { Configuration::load(&file) } else { Ok(Configuration::default()) };
        self.configuration.take(read);
        self.accepted.take(Accepted::load(root));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_last_good_configuration_stays_in_force() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        let mut state = FolderState::default();
        let mut after = |text: Option<&str>| {
            match text {
                Some(text) => fs::write(&file, text).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            state.reload(folder.path());
            (state.configuration().options.plan_year, state.errors().count())
        };
        assert_eq!(after(Some(r#"{"planYear":2026}"#)), (Some(2026), 0));
        assert_eq!(after(Some(r#"{"planYear":"#)), (Some(2026), 1));
        assert_eq!(after(None), (None, 0));
    }

    #[test]
    fn what_was_accepted_stays_so_while_its_file_is_broken() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = FolderState::default();
        state.reload(folder.path());
        let file = state.accepted().file().unwrap();
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, r#"{"accepted":[{"file":"a.txt","rule":"r","hash":"h"}]}"#).unwrap();
        state.reload(folder.path());
        let good = Arc::clone(state.accepted());
        fs::write(&file, "{").unwrap();
        state.reload(folder.path());
        assert!(Arc::ptr_eq(&good, state.accepted()) && state.errors().count() == 1);
    }
}
