//! What can be folded away: sections, the front matter, and stretches of page furniture.

use crate::report::{Heading, Report};

/// What a fold hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldKind {
    /// The body of a heading.
    Section,
    /// Title, meeting and speaker.
    FrontMatter,
    /// Lines that came along from a web page.
    Boilerplate,
}

/// Lines that fold: 0-based, both inclusive, at least two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The line that stays visible.
    pub first: usize,
    /// The last line hidden.
    pub last: usize,
    /// What is hidden.
    pub kind: FoldKind,
}

/// Every fold, by first line.
#[must_use]
pub fn folding(report: &Report) -> Vec<Fold> {
    let mut folds = sections(report);
    folds.extend(front_matter(report));
    folds.extend(boilerplate(report));
    // An editor folds a line once: of two folds that begin on it the longer one stays.
    folds.sort_by_key(|fold| (fold.first, std::cmp::Reverse(fold.last), fold.kind));
    folds.dedup_by_key(|fold| fold.first);
    folds
}

/// From each heading to the last line of its section that says something.
fn sections(report: &Report) -> Vec<Fold> {
    let fold = |heading: &Heading| {
        let body = report.text(heading.section).trim_end().len();
        let first = report.lines.line_of(heading.span.start);
        let last = report.lines.line_of((heading.section.start + body).saturating_sub(1));
        (last > first).then_some(Fold { first, last, kind: FoldKind::Section })
    };
    report.outline.headings.iter().filter_map(fold).collect()
}

/// From the title to the last of meeting, date and speaker that stands above the first heading.
fn front_matter(report: &Report) -> Option<Fold> {
    let meta = &report.meta;
    let first = report.lines.line_of(meta.title.as_ref()?.span.start);
    let body = report.outline.headings.first().map_or(usize::MAX, |heading| heading.span.start);
    let last = [meta.meeting.as_ref(), meta.date.as_ref(), meta.speaker.as_ref()]
        .into_iter()
        .flatten()
        .filter(|located| located.span.start < body)
        .map(|located| report.lines.line_of(located.span.start))
        .max()?;
    (last > first).then_some(Fold { first, last, kind: FoldKind::FrontMatter })
}

/// Runs of noise; empty lines between two of them belong to the run.
fn boilerplate(report: &Report) -> Vec<Fold> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (line, paragraph) in report.paragraphs.iter().enumerate() {
        if paragraph.noise {
            run = Some((run.map_or(line, |(first, _)| first), line));
        } else if !paragraph.text().trim().is_empty() {
            runs.extend(run.take());
        }
    }
    runs.extend(run);
    runs.into_iter()
        .filter(|(first, last)| last > first)
        .map(|(first, last)| Fold { first, last, kind: FoldKind::Boilerplate })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn sections_and_front_matter_fold() {
        let text = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作。\n一、2024年工作回顾\n(一)动能转换不断加快\n坚持创新。\n\n二、2025年工作安排\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let fold = |first, last, kind| Fold { first, last, kind };
        assert_eq!(
            folding(&report),
            [fold(0, 2, FoldKind::FrontMatter), fold(5, 7, FoldKind::Section), fold(6, 7, FoldKind::Section)]
        );
    }

    #[test]
    fn noise_folds_as_one_block_over_empty_lines() {
        let text = "甲\n\n乙\n正文。\n丙\n";
        let mut report = Report::read(text, &Options::default(), &mut Memo::default());
        for line in [0, 2, 4] {
            report.paragraphs[line].noise = true;
        }
        assert_eq!(boilerplate(&report), [Fold { first: 0, last: 2, kind: FoldKind::Boilerplate }]);
    }
}
