//! What can be folded away: sections, lists, the front matter, the glossary, and stretches of page
//! furniture.

use crate::knowledge::Block;
use crate::report::{Heading, Report};

/// What a fold hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldKind {
    /// The body of a heading.
    Section,
    /// Title, meeting and speaker.
    FrontMatter,
    /// The items of a list.
    List,
    /// The list of terms at the end.
    Glossary,
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
    folds.extend(lists(report));
    folds.extend(front_matter(report));
    folds.extend(glossary(report));
    folds.extend(boilerplate(report));
    // An editor folds a line once: of two folds that begin on it the longer one stays.
    folds.sort_by_key(|fold| (fold.first, std::cmp::Reverse(fold.last), fold.kind));
    folds.dedup_by_key(|fold| fold.first);
    nested(folds)
}

/// Each fold cut at the end of the one around it: an editor drops folds that cross.
fn nested(folds: Vec<Fold>) -> Vec<Fold> {
    let mut open: Vec<Fold> = Vec::new();
    let mut kept = Vec::with_capacity(folds.len());
    for mut fold in folds {
        while open.last().is_some_and(|around| around.last < fold.first) {
            open.pop();
        }
        fold.last = open.last().map_or(fold.last, |around| fold.last.min(around.last));
        if fold.last > fold.first {
            open.push(fold);
            kept.push(fold);
        }
    }
    kept
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

/// From the title to the last of meeting, date and speaker that stands above the first heading; what
/// a page's own front matter says of them folds with it.
fn front_matter(report: &Report) -> Option<Fold> {
    let meta = &report.meta;
    let body = report.outline.headings.first().map_or(usize::MAX, |heading| heading.span.start);
    let lines = [meta.title.as_ref(), meta.meeting.as_ref(), meta.date.as_ref(), meta.speaker.as_ref()]
        .into_iter()
        .flatten()
        .filter(|located| located.span.start < body)
        .map(|located| report.lines.line_of(located.span.start))
        .filter(|line| report.paragraphs.get(*line).is_some_and(|paragraph| !paragraph.noise));
    let (first, last) = (lines.clone().min()?, lines.max()?);
    (last > first).then_some(Fold { first, last, kind: FoldKind::FrontMatter })
}

/// Runs of lines that each begin as an item; a line before them that ends in a colon introduces them
/// and stays visible, else the first item does. Numbered headings have folds of their own.
fn lists(report: &Report) -> Vec<Fold> {
    let mut folds = Vec::new();
    let mut run: Option<Fold> = None;
    let mut before: Option<(usize, bool)> = None;
    for (line, paragraph) in report.paragraphs.iter().enumerate() {
        let text = paragraph.text().trim();
        if text.is_empty() {
            continue;
        }
        if is_item(text) && !paragraph.noise {
            let first = before.filter(|(_, introduces)| *introduces).map_or(line, |(line, _)| line);
            let open = run.get_or_insert(Fold { first, last: line, kind: FoldKind::List });
            open.last = line;
        } else {
            folds.extend(run.take());
        }
        before = Some((line, text.ends_with([':', '\u{FF1A}'])));
    }
    folds.extend(run);
    folds.retain(|fold| fold.last > fold.first);
    folds
}

/// 一是…, ①…, `- …`: an item of a list that is no numbered heading.
fn is_item(text: &str) -> bool {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some('-' | '*' | '\u{2022}' | '\u{25CF}' | '\u{25A0}' | '\u{25C6}'), Some(' ' | '\u{3000}')) => true,
        (Some('\u{2460}'..='\u{2473}'), _) => true,
        (Some(numeral), Some('是')) => "一二三四五六七八九十".contains(numeral),
        _ => false,
    }
}

/// From where the list of terms begins to the last line that says something.
fn glossary(report: &Report) -> Option<Fold> {
    let part = report.meta.part(Block::Glossary)?;
    let first = report.lines.line_of(part.span.start);
    let told = |paragraph: &crate::report::Paragraph| !paragraph.noise && !paragraph.text().trim().is_empty();
    let last = report.paragraphs.iter().rposition(told)?;
    // A heading that follows (an annex) ends it.
    let next = report.outline.headings.iter().find(|it| it.level == 1 && it.span.start > part.span.start);
    let last = next.map_or(last, |next| {
        let lines = report.paragraphs.get(..next.paragraph).unwrap_or_default();
        lines.iter().rposition(told).unwrap_or(first)
    });
    (last > first).then_some(Fold { first, last, kind: FoldKind::Glossary })
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
    fn folds_never_cross() {
        let fold = |first, last| Fold { first, last, kind: FoldKind::Section };
        let all = vec![fold(0, 5), fold(2, 9), fold(4, 5), fold(5, 7), fold(6, 8), fold(7, 9)];
        assert_eq!(nested(all), [fold(0, 5), fold(2, 5), fold(4, 5), fold(6, 8), fold(7, 8)]);
    }

    #[test]
    fn a_pages_front_matter_and_the_reports_head_fold_apart() {
        let text = "---\ntitle: 云溪市政府工作报告\n---\n\n——2031年1月9日在云溪市第九届人民代表大会第三次会议上\n市长 高远\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n一、2030年工作回顾\n架桥。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let lines: Vec<(usize, usize)> =
            folding(&report).into_iter().map(|fold| (fold.first, fold.last)).collect();
        assert_eq!(lines, [(0, 2), (4, 5), (8, 9)]);
    }

    #[test]
    fn lists_fold_under_what_introduces_them_and_the_glossary_folds() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作。\n一、2024年工作回顾\n着力抓三件事：\n一是架桥。\n\n二是筑路。\n三是引水。\n城乡更美。\n- 甲\n- 乙\n名词解释\n1.云桥：指一座桥。\n2.云路：指一条路。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let lists: Vec<(usize, usize)> =
            lists(&report).into_iter().map(|fold| (fold.first, fold.last)).collect();
        assert_eq!(lists, [(4, 8), (10, 11)]);
        assert_eq!(glossary(&report), Some(Fold { first: 12, last: 14, kind: FoldKind::Glossary }));
        let starts: Vec<usize> = folding(&report).into_iter().map(|fold| fold.first).collect();
        assert!(starts.windows(2).all(|pair| pair[0] < pair[1]), "{starts:?}");
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
