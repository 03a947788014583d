//! `check --format text`: for people. The line with the span marked, windowed in long
//! paragraphs; operands, fixes, a summary. Double-width characters are measured, and the span
//! is coloured in the line too, so that it is seen even in a font that measures otherwise.

use std::fmt::Write as _;
use std::io::{self, Write};

use unicode_width::UnicodeWidthChar;

use super::{Checked, Counts, Format};
use crate::checks::{Finding, Severity};
use crate::cli::console::Language;
use crate::text::Span;

/// Columns of a terminal that an excerpt may take (36 Han characters).
const WINDOW: usize = 72;

const BOLD: &str = "\u{1b}[1m";
const FAINT: &str = "\u{1b}[36m";
const RESET: &str = "\u{1b}[0m";

/// Whether the summary line is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Ending {
    Summary,
    Quiet,
}

/// The text format.
#[derive(Debug)]
pub(in crate::cli) struct Text {
    pub language: Language,
    pub ending: Ending,
}

impl Format for Text {
    type Part = String;

    fn render(checked: &Checked<'_>) -> String {
        let mut out = String::new();
        for finding in checked.findings {
            render(checked, finding, &mut out);
        }
        out
    }

    fn open(&mut self, _out: &mut impl Write) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, part: String, out: &mut impl Write) -> io::Result<()> {
        out.write_all(part.as_bytes())
    }

    fn close(&mut self, counts: &Counts, out: &mut impl Write) -> io::Result<()> {
        if self.ending == Ending::Quiet {
            return Ok(());
        }
        let Counts { files, error, warning, information, hint, fixed, accepted } = *counts;
        if fixed > 0 {
            match self.language {
                Language::Chinese => writeln!(out, "已修改 {fixed} 处。")?,
                Language::English => writeln!(out, "{fixed} fixed.")?,
            }
        }
        if accepted > 0 {
            match self.language {
                Language::Chinese => writeln!(out, "已接受 {accepted} 处。")?,
                Language::English => writeln!(out, "{accepted} accepted.")?,
            }
        }
        let none = error + warning + information + hint == 0;
        match (self.language, none) {
            (Language::Chinese, true) => writeln!(out, "检查 {files} 个文件，没有发现问题。"),
            (Language::English, true) => writeln!(out, "{files} files checked, nothing found."),
            (Language::Chinese, false) => writeln!(
                out,
                "检查 {files} 个文件：错误 {error}，警告 {warning}，信息 {information}，提示 {hint}。"
            ),
            (Language::English, false) => writeln!(
                out,
                "{files} files checked: {error} errors, {warning} warnings, {information} information, {hint} hints."
            ),
        }
    }
}

fn render(checked: &Checked<'_>, finding: &Finding, out: &mut String) {
    let Checked { report, positions, language, name, .. } = *checked;
    let color = color(finding.severity);
    let (line, column) = positions.locate(finding.span.start);
    let gutter = line.to_string().len().max(2);
    let excerpt = Excerpt::new(&report.source, finding.span);
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "{color}{}[{}]{RESET}{BOLD}{}{}{RESET}\n\
         {:gutter$}{FAINT}-->{RESET} {}:{line}:{column}\n\
         {:gutter$} {FAINT}|{RESET}\n\
         {FAINT}{line:>gutter$} |{RESET} {}{color}{}{RESET}{}\n\
         {:gutter$} {FAINT}|{RESET} {:indent$}{color}{}{RESET}\n",
        word(finding.severity, language),
        finding.rule.name,
        language.pick("：", ": "),
        visible(language.of(&finding.message)),
        "",
        visible(name),
        "",
        excerpt.before,
        excerpt.marked,
        excerpt.after,
        "",
        "",
        "^".repeat(excerpt.marks),
        indent = excerpt.indent,
    );
    let colon = language.pick("：", ": ");
    for related in &finding.related {
        let (line, column) = positions.locate(related.span.start);
        let quoted = Excerpt::new(&report.source, related.span).marked;
        let quoted = if quoted.is_empty() { quoted } else { format!("“{quoted}” ") };
        let _ = writeln!(
            out,
            "{:gutter$} {FAINT}={RESET} {}{colon}{line}:{column} {quoted}{}",
            "",
            language.pick("相关", "see"),
            visible(language.of(&related.message)),
        );
    }
    for fix in &finding.fixes {
        let how = if fix.safe {
            language.pick("可用 --fix 修改", "fixable with --fix")
        } else {
            language.pick("修改建议", "suggestion")
        };
        let _ =
            writeln!(out, "{:gutter$} {FAINT}={RESET} {how}{colon}{}", "", visible(language.of(&fix.title)));
    }
    out.push('\n');
}

const fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[1;31m",
        Severity::Warning => "\u{1b}[1;33m",
        Severity::Information => "\u{1b}[1;34m",
        Severity::Hint => "\u{1b}[1;32m",
    }
}

const fn word(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.pick("错误", "error"),
        Severity::Warning => language.pick("警告", "warning"),
        Severity::Information => language.pick("信息", "information"),
        Severity::Hint => language.pick("提示", "hint"),
    }
}

/// One line around a span, cut to the window.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    before: String,
    marked: String,
    after: String,
    /// Columns before the mark.
    indent: usize,
    /// Columns to mark, at least one.
    marks: usize,
}

impl Excerpt {
    fn new(source: &str, span: Span) -> Self {
        let head = source.get(..span.start).unwrap_or("");
        let tail = source.get(span.start..).unwrap_or("");
        let line_start = head.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line_end = tail.find(['\n', '\r']).unwrap_or(tail.len());
        let rest = tail.get(..line_end).unwrap_or("");
        let (marked, after) = rest.split_at_checked(span.len()).unwrap_or((rest, ""));
        let before = head.get(line_start..).unwrap_or("");
        let (marked, mut marks) = take(marked.chars(), WINDOW);
        let left = WINDOW - marks;
        // Each side may use what the other leaves.
        let after_width = take(after.chars(), left).1;
        let before_width = take(before.chars().rev(), left).1;
        let for_before = before_width.min((left / 2).max(left - after_width.min(left)));
        let (before, indent) = take(before.chars().rev(), for_before);
        let (after, _) = take(after.chars(), left - indent);
        marks = marks.max(1);
        Self { before: before.chars().rev().collect(), marked, after, indent, marks }
    }
}

/// As many characters as fit `width` columns; `…` stands for those that do not.
fn take(characters: impl Iterator<Item = char>, width: usize) -> (String, usize) {
    let (mut out, mut used) = (String::new(), 0);
    // The places where `out` could be cut to make room for the ellipsis.
    let mut cut = (0, 0);
    for character in characters.map(shown) {
        let columns = character.width().unwrap_or(0);
        if used + columns > width {
            out.truncate(cut.0);
            return if width == 0 { (String::new(), 0) } else { (out + "…", cut.1 + 1) };
        }
        out.push(character);
        used += columns;
        if used < width {
            cut = (out.len(), used);
        }
    }
    (out, used)
}

/// Control characters as their pictures: a draft cannot send commands to the terminal.
const fn shown(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{0}'..='\u{1F}' => match char::from_u32(0x2400 + character as u32) {
            Some(picture) => picture,
            None => '\u{FFFD}',
        },
        '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        other => other,
    }
}

fn visible(text: &str) -> String {
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str) -> usize {
        text.chars().map(|character| character.width().unwrap_or(0)).sum()
    }

    #[test]
    fn a_short_line_is_shown_whole_and_measured_in_columns() {
        let source = "上一行\n完成92亿元，增长8%。\n下一行";
        let start = source.find("92").unwrap();
        let excerpt = Excerpt::new(source, Span::new(start, start + "92亿元".len()));
        assert_eq!(excerpt.before, "完成");
        assert_eq!(excerpt.marked, "92亿元");
        assert_eq!(excerpt.after, "，增长8%。");
        assert_eq!((excerpt.indent, excerpt.marks), (4, 6));
    }

    #[test]
    fn a_long_paragraph_is_windowed_around_the_span() {
        let source = format!("{}目标{}", "甲".repeat(400), "乙".repeat(300));
        for at in [0, 3, 300, 1200, 1203, 1998, 2103] {
            let excerpt = Excerpt::new(&source, Span::new(at, at + 3));
            let line = format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after);
            assert!(width(&line) <= WINDOW, "{at}: {line}");
            assert!(width(&line) >= WINDOW - 3, "{at}: {line}");
            assert_eq!(excerpt.indent, width(&excerpt.before));
            assert_eq!(excerpt.marks, 2);
        }
    }

    #[test]
    fn a_long_span_ends_in_an_ellipsis_and_an_empty_one_gets_one_mark() {
        let source = "丙".repeat(100);
        let excerpt = Excerpt::new(&source, Span::new(0, 300));
        assert!(excerpt.marked.ends_with('…') && excerpt.marks <= WINDOW);
        let excerpt = Excerpt::new(&source, Span::at(300));
        assert_eq!((excerpt.marked.as_str(), excerpt.marks), ("", 1));
        assert_eq!(Excerpt::new("", Span::new(5, 9)).marks, 1);
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(visible("a\u{1b}[31m\tb"), "a\u{241b}[31m b");
    }
}
