//! The two streams and the exit status: buffered stdout, one clear line a trouble on stderr,
//! and the language both speak.

use std::env;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use super::arguments::{Color, Locale};
use crate::checks::Message;
use crate::workspace;

/// How a run ends, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    /// Nothing at or above `--fail-on`.
    Clean,
    /// Findings.
    Findings,
    /// Bad usage, unreadable file, broken configuration.
    Trouble,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Chinese,
    English,
}

impl Language {
    /// The language the environment asks for: Chinese unless a locale says English.
    fn of_environment(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(lookup)
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        if locale.starts_with("en") { Self::English } else { Self::Chinese }
    }

    /// The text of a message in this language.
    pub(super) fn of(self, message: &Message) -> &str {
        match self {
            Self::Chinese => &message.zh,
            Self::English => &message.en,
        }
    }

    /// One of two fixed words.
    pub(super) const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }
}

/// Why something could not be done: what, where, and what to do next, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem(pub(super) Message);

impl Problem {
    /// A problem in both languages.
    pub(super) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Message::new(zh, en))
    }

    /// Stdout could not be written.
    pub(super) fn unwritable(error: &io::Error) -> Self {
        Self::new(
            format!("无法写出结果：{error}。请检查磁盘空间或输出去向后重试"),
            format!(
                "cannot write the output: {error}; check disk space or where the output goes, then retry"
            ),
        )
    }

    /// `lsp` reached the command line: the binary dispatches it before.
    pub(super) fn lsp_elsewhere() -> Self {
        Self::new(
            "lsp：语言服务器由 dinggao 程序本身启动，请以 dinggao lsp 运行",
            "lsp: the server is started by the dinggao binary itself; run `dinggao lsp`",
        )
    }
}

/// Stdout, stderr and the language of a run.
pub(super) struct Console {
    out: BufWriter<AutoStream<io::Stdout>>,
    language: Language,
    /// `--locale` was given: configuration does not change the language then.
    fixed: bool,
    trouble: bool,
}

impl Console {
    /// The streams of this process.
    pub(super) fn new(locale: Option<Locale>, color: Color) -> Self {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let language = match locale {
            Some(Locale::Chinese) => Language::Chinese,
            Some(Locale::English) => Language::English,
            None => Language::of_environment(|name| env::var(name).ok()),
        };
        Self {
            out: BufWriter::with_capacity(1 << 16, AutoStream::new(io::stdout(), choice)),
            language,
            fixed: locale.is_some(),
            trouble: false,
        }
    }

    /// The language of messages.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// A configuration speaks: it decides unless `--locale` did.
    pub(super) fn configured(&mut self, locale: Option<workspace::Locale>) {
        if let (false, Some(locale)) = (self.fixed, locale) {
            self.language = match locale {
                workspace::Locale::Chinese => Language::Chinese,
                workspace::Locale::English => Language::English,
            };
        }
    }

    /// Where results go. ANSI styles written here reach terminals only.
    pub(super) fn out(&mut self) -> &mut impl Write {
        &mut self.out
    }

    /// One line on stderr; the run will end with 2. Both languages, the reader's first.
    pub(super) fn complain(&mut self, problem: &Problem) {
        self.trouble = true;
        let Problem(message) = problem;
        let (first, second) = match self.language {
            Language::Chinese => (&message.zh, &message.en),
            Language::English => (&message.en, &message.zh),
        };
        self.tell(&format!("dinggao: {first} | {second}"));
    }

    /// One line on stderr that changes nothing.
    pub(super) fn tell(&mut self, line: &str) {
        // Nobody to tell is no reason to fail; what was printed before comes first.
        let _ = self.out.flush();
        let _ = writeln!(io::stderr(), "{line}");
    }

    /// The status so far: trouble wins over anything else.
    pub(super) fn status(&self, status: Status) -> Status {
        if self.trouble { Status::Trouble } else { status }
    }

    /// Writes out what is buffered.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_variable_that_is_set_decides_and_c_is_chinese() {
        let language = |pairs: &[(&str, &str)]| {
            Language::of_environment(|name| {
                pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(language(&[]), Language::Chinese);
        assert_eq!(language(&[("LANG", "C.UTF-8")]), Language::Chinese);
        assert_eq!(language(&[("LANG", "en_US.UTF-8")]), Language::English);
        assert_eq!(language(&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")]), Language::Chinese);
        assert_eq!(language(&[("LC_ALL", ""), ("LANG", "en_GB")]), Language::English);
    }

    #[test]
    fn trouble_wins_over_findings() {
        assert!(Status::Trouble > Status::Findings && Status::Findings > Status::Clean);
    }
}
