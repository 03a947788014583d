//! Which part of the report each heading stands in: what its words say, what they inherit, and
//! where words are silent what stands before it (thanks and problems close a review).

use super::Heading;
use crate::knowledge::Block;
use crate::reading::Bare;
use crate::report::{Meta, Paragraph, meta};
use crate::text::Span;

/// Blocks that look ahead.
const PLAN: [Block; 4] = [Block::Tasks, Block::NextFive, Block::Requirements, Block::Targets];

/// Names the part each heading of the highest level opens; what lies below inherits it, unless
/// the section turns from five years to one.
pub(super) fn give(source: &str, paragraphs: &[Paragraph], headings: &mut [Heading], meta: &Meta) {
    let reader = Reader { source, paragraphs, meta };
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(1);
    let first_plan = headings.iter().position(|heading| {
        heading.level == top && reader.own(heading).is_some_and(|block| PLAN.contains(&block))
    });
    // Without a heading for the plan, what stands behind its first words is plan.
    let begun = reader.begun().filter(|_| first_plan.is_none() || top > 1);
    let mut planning = false;
    let mut opened = false;
    for index in 0..headings.len() {
        let Some(heading) = headings.get(index) else { break };
        let block = if heading.level > top {
            let parent = heading.parent.and_then(|parent| headings.get(parent));
            let inherited = parent.and_then(|parent| parent.block);
            match inherited {
                Some(Block::Review) if begun.is_some_and(|begun| begun <= heading.span.start) => {
                    Some(Block::Tasks)
                }
                _ if parent.is_some_and(|parent| parent.level == top) => meta::of_subheading(
                    heading.title.of(source),
                    reader.turned(parent, heading).or(inherited),
                    meta.plan_year,
                ),
                _ => inherited,
            }
        } else if top > 1 {
            reader.by_place(heading)
        } else {
            let appendix = heading.number.is_none() && meta::is_appendix(heading.title.of(source));
            let silent = match first_plan {
                _ if appendix => None,
                Some(plan) if index >= plan => Some(Block::Tasks),
                _ if reader.reviewed(heading) => Some(Block::Tasks),
                Some(_) => Some(Block::Review),
                None => (!opened).then_some(Block::Review),
            };
            opened = true;
            // A review looks back only while no plan has begun.
            reader.own(heading).filter(|&block| block != Block::Review || !planning).or(silent)
        };
        planning |= first_plan == Some(index);
        if let Some(heading) = headings.get_mut(index) {
            heading.block = block;
        }
    }
}

struct Reader<'r> {
    source: &'r str,
    paragraphs: &'r [Paragraph],
    meta: &'r Meta,
}

impl Reader<'_> {
    /// What the words of a heading say.
    fn own(&self, heading: &Heading) -> Option<Block> {
        let title = heading.title.of(self.source);
        let block = meta::of_heading_in(title, self.meta.plan_year);
        if heading.number.is_none() && meta::is_appendix(title) {
            return block.filter(|&block| block == Block::Glossary);
        }
        block
    }

    /// Where thanks or problems, which close the review, first stand.
    fn closed(&self) -> Option<usize> {
        let close = [Block::Thanks, Block::Problems].into_iter();
        close.filter_map(|block| self.meta.part(block)).map(|part| part.span.start).min()
    }

    /// Whether thanks or problems stand before the heading.
    fn reviewed(&self, heading: &Heading) -> bool {
        self.closed().is_some_and(|closed| closed < heading.span.start)
    }

    /// Where targets or requirements first stand behind thanks and problems.
    fn begun(&self) -> Option<usize> {
        let closed = self.closed()?;
        let plan = [Block::Tasks, Block::Targets, Block::Requirements];
        let starts = self.meta.parts.iter().filter(|part| plan.contains(&part.block));
        starts.map(|part| part.span.start).filter(|&start| start > closed).min()
    }

    /// No heading names a part: the words of the plan divide the report.
    fn by_place(&self, heading: &Heading) -> Option<Block> {
        if meta::is_appendix(heading.title.of(self.source)) {
            return self.own(heading).filter(|&block| block == Block::Glossary);
        }
        let begun = self.begun()?;
        Some(if heading.span.start < begun { Block::Review } else { Block::Tasks })
    }

    /// A section on five years that also names this year turns to it with a paragraph.
    fn turned(&self, parent: Option<&Heading>, heading: &Heading) -> Option<Block> {
        let parent = parent.filter(|parent| parent.block == Some(Block::NextFive))?;
        let title = parent.title.of(self.source);
        let plan = self.meta.plan_year.map(|plan| format!("{plan}年"));
        let named = |words: &str| {
            words.starts_with("今年") || plan.as_ref().is_some_and(|plan| words.starts_with(plan.as_str()))
        };
        let dual = title.contains("今年") || plan.as_ref().is_some_and(|plan| title.contains(plan.as_str()));
        let between = self.paragraphs.get(parent.paragraph + 1..heading.paragraph).filter(|_| dual)?;
        let turns = between.iter().any(|paragraph| {
            let text = paragraph.text();
            let words: Span = Bare::of(text).span;
            let words = words.of(text).trim_start_matches("各位代表");
            named(words.trim_start_matches(['\u{FF0C}', ',', '!', '\u{FF01}', ':', '\u{FF1A}']))
        });
        turns.then_some(Block::Tasks)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Memo, Options, Report};

    /// The first letters of each heading's part.
    fn blocks(body: &str) -> Vec<String> {
        let source = format!(
            "云溪市人民政府工作报告\n2031年1月9日在云溪市第九届人民代表大会第三次会议上\n各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n{body}\n各位代表,让我们携起手来,为建设美丽云溪而努力奋斗!\n"
        );
        let report = Report::read(&source, &Options::default(), &mut Memo::default());
        report.outline.headings.iter().map(|heading| format!("{:?}", heading.block)).collect()
    }

    const THANKS: &str = "在此,我代表市政府,向全市人民表示衷心的感谢!";
    const TARGETS: &str = "今年的主要预期目标是:桥梁增长6%。";

    #[test]
    fn thanks_part_review_and_plan_where_headings_name_neither() {
        let silent = format!(
            "一、攻坚克难,桥梁建设成效显著\n(一)架桥\n{THANKS}\n二、稳中求进,推动桥梁建设\n{TARGETS}\n(一)再架桥\n三、大胆实践,开创河道新局面"
        );
        let parts = ["Some(Review)", "Some(Review)", "Some(Tasks)", "Some(Tasks)", "Some(Tasks)"];
        assert_eq!(blocks(&silent), parts);
        let between = format!("一、2030年工作回顾\n{THANKS}\n二、化危为机,保持良好势头\n三、2031年工作任务");
        assert_eq!(blocks(&between), ["Some(Review)", "Some(Tasks)", "Some(Tasks)"]);
        // The plan's own heading is lost: its numbering begins again behind the targets.
        let lost =
            format!("2030年工作回顾\n一、架桥\n全年架桥。\n{THANKS}\n{TARGETS}\n一、再架桥\n全年再架桥。");
        assert_eq!(blocks(&lost), ["Some(Review)", "Some(Review)", "Some(Tasks)"]);
        let low = format!("(一)架桥\n全年架桥。\n(二)修路\n{THANKS}\n{TARGETS}\n(一)再架桥\n全年再架桥。");
        assert_eq!(blocks(&low), ["Some(Review)", "Some(Review)", "Some(Tasks)"]);
    }

    #[test]
    fn a_section_on_five_years_turns_to_this_year() {
        let body = format!(
            "一、过去五年工作回顾\n{THANKS}\n二、今后五年的目标和2031年工作任务\n(一)桥梁更多\n五年架桥三十座。\n{TARGETS}\n(一)再架桥\n全年再架桥。"
        );
        assert_eq!(blocks(&body), ["Some(Review)", "Some(NextFive)", "Some(NextFive)", "Some(Tasks)"]);
    }
}
