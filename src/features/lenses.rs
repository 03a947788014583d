//! What stands above a line in small print: announced and listed on a section, length on a part,
//! and on the targets how many of them have a base in the review.

use crate::report::{Report, Statistics};
use crate::text::Span;

/// A remark above a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The heading or sentence that it is about (absolute, within one line).
    pub span: Span,
    /// What it says.
    pub content: LensContent,
}

/// What a lens says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LensContent {
    /// A number of headings was announced, and so many are there.
    Announced {
        /// As the text says.
        announced: u32,
        /// As the headings count.
        listed: u32,
    },
    /// The length of a part.
    Part(Statistics),
    /// So many targets, and how many of them have a base in the review.
    Targets {
        /// Targets.
        targets: usize,
        /// Those whose indicator the review tells for an earlier year.
        based: usize,
    },
}

/// Every lens, in document order.
#[must_use]
pub fn lenses(report: &Report) -> Vec<Lens> {
    let headings = &report.outline.headings;
    let parts = headings.iter().filter(|heading| heading.level == 1);
    let mut all: Vec<Lens> = parts
        .map(|heading| Lens {
            span: heading.span,
            content: LensContent::Part(report.statistics(heading.section)),
        })
        .collect();
    all.extend(report.announced().into_iter().map(|announced| {
        let parent = announced.headings.first().and_then(|&first| headings.get(first)?.parent);
        // Two announcements in one section each stand by their own sentence.
        let opens = parent.and_then(|parent| {
            let first = report.outline.children(Some(parent)).next();
            headings.get(parent).filter(|_| first == announced.headings.first().copied())
        });
        let (announced_count, listed) = (announced.count, announced.listed());
        Lens {
            span: opens.map_or(announced.span, |heading| heading.span),
            content: LensContent::Announced { announced: announced_count, listed },
        }
    }));
    all.extend(targets(report));
    all.sort_by_key(|lens| {
        (report.lines.line_of(lens.span.start), matches!(lens.content, LensContent::Announced { .. }))
    });
    all
}

fn targets(report: &Report) -> impl Iterator<Item = Lens> {
    report.target_lines().into_iter().filter_map(|lines| {
        let targets = report.aims_in(lines).count();
        let based = report.aims_in(lines).filter(|target| report.base_of(target).is_some()).count();
        let first = report.aims_in(lines).next()?;
        Some(Lens { span: first.span, content: LensContent::Targets { targets, based } })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn parts_announcements_and_targets_are_told_in_order() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n地区生产总值928亿元，增长6.2%。\n二、2031年工作安排\n2031年经济社会发展的主要预期目标是：地区生产总值增长6.5%，一般公共预算收入增长5%。\n重点抓好以下四项工作：\n（一）抓好项目建设。开工一批。\n（二）抓好生态保护。水质达标。\n（三）抓好民生保障。办好实事。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let all = lenses(&report);
        let contents: Vec<(&str, &LensContent)> =
            all.iter().map(|lens| (report.text(lens.span), &lens.content)).collect();
        assert_eq!(contents.len(), 4, "{contents:?}");
        assert_eq!(contents[0].0, "一、2030年工作回顾");
        let LensContent::Part(review) = contents[0].1 else { panic!("{contents:?}") };
        assert_eq!((review.figures, review.minutes()), (2, 1));
        assert!(matches!(contents[1], ("二、2031年工作安排", LensContent::Part(_))), "{contents:?}");
        assert_eq!(contents[2].1, &LensContent::Announced { announced: 4, listed: 3 });
        assert_eq!(contents[3].1, &LensContent::Targets { targets: 2, based: 1 });
        assert_eq!(lenses(&Report::read("", &Options::default(), &mut Memo::default())), []);
    }
}
