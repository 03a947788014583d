//! The configuration of a running server: a broken file leaves the last good one in force.

use std::path::Path;
use std::sync::Arc;

use super::{Configuration, ConfigurationError, FILE_NAME};

/// The configuration in force and what is wrong with the file, if anything.
#[derive(Clone, Debug, Default)]
pub struct ConfigurationState {
    current: Arc<Configuration>,
    error: Option<ConfigurationError>,
}

impl ConfigurationState {
    /// The last good configuration; the default where there never was one.
    #[must_use]
    pub fn current(&self) -> &Arc<Configuration> {
        &self.current
    }

    /// What is wrong with the file now.
    #[must_use]
    pub fn error(&self) -> Option<&ConfigurationError> {
        self.error.as_ref()
    }

    /// Reads `dinggao.json` of the folder `root` anew. Without the file the default holds.
    ///
    /// # Errors
    /// The file is unreadable or broken; the last good configuration stays in force.
    pub fn reload(&mut self, root: &Path) -> Result<&Arc<Configuration>, ConfigurationError> {
        let file = root.join(FILE_NAME);
        let loaded = if file.exists() { Configuration::load(&file) } else { Ok(Configuration::default()) };
        match loaded {
            Ok(configuration) => {
                self.current = Arc::new(configuration);
                self.error = None;
                Ok(&self.current)
            }
            Err(error) => {
                self.error = Some(error.clone());
                Err(error)
            }
        }
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
        let mut state = ConfigurationState::default();
        fs::write(&file, r#"{"planYear":2026}"#).unwrap();
        assert_eq!(state.reload(folder.path()).unwrap().options.plan_year, Some(2026));
        fs::write(&file, r#"{"planYear":"#).unwrap();
        assert!(state.reload(folder.path()).is_err() && state.error().is_some());
        assert_eq!(state.current().options.plan_year, Some(2026));
        fs::remove_file(&file).unwrap();
        assert_eq!(state.reload(folder.path()).unwrap().options.plan_year, None);
        assert!(state.error().is_none());
    }
}
