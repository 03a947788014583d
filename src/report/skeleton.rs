//! Skeletons of the parts of a report: the sentences that open them, with a blank for whatever
//! only the drafter knows, and where they would go.

use super::{Heading, Report};
use crate::knowledge::Block;
use crate::reading::ordinal;
use crate::text::Span;

/// What stands in a skeleton for whatever is to be filled in.
pub const BLANK: &str = "__";

/// Indicators that the targets of a year are told by, in their usual order.
const HEADLINES: [(&str, &str); 9] = [
    ("gdp", "增长__%"),
    ("industrial-va", "增长__%"),
    ("fai", "增长__%"),
    ("retail-sales", "增长__%"),
    ("general-budget-revenue", "增长__%"),
    ("urban-income", "增长__%"),
    ("rural-income", "增长__%"),
    ("new-urban-jobs", "__万人"),
    ("cpi", "涨幅控制在__%左右"),
];

/// A part to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// Which part.
    pub block: Block,
    /// Where it goes: the absolute byte offset of the end of a line.
    pub at: usize,
    /// Its lines, without a line end before or after them; between them what parts the paragraphs of
    /// this text.
    pub text: String,
}

impl Report {
    /// The skeleton of a part; `None` for those that are a line of the head, and for those that have
    /// no place in this text.
    #[must_use]
    pub fn skeleton(&self, block: Block) -> Option<Skeleton> {
        self.skeleton_at(block, self.line_end(self.place_of(block)?))
    }

    /// The skeleton of a part as it would stand at the absolute byte offset `at`.
    #[must_use]
    pub fn skeleton_at(&self, block: Block, at: usize) -> Option<Skeleton> {
        let number = self.next_number(at);
        let (review, plan) = self.years();
        let level = self.level();
        let text = match block {
            Block::Review => format!(
                "{number}、{review}年工作回顾\n过去一年，面对__，我们__，较好完成了{level}__届人大__次会议确定的目标任务。{}",
                self.headlines(|unit| format!("完成__{unit}，增长__%"))
            ),
            Block::Thanks => format!("各位代表！过去一年的成绩来之不易，是__的结果。在此，我代表{level}人民政府，向__，表示衷心的感谢！"),
            Block::Problems => "在肯定成绩的同时，我们也清醒地看到，工作中还存在一些困难和问题：一是__；二是__；三是__。对此，我们将采取有力措施，认真加以解决。".to_owned(),
            Block::Requirements => format!("{plan}年政府工作的总体要求是：坚持以__为指导，__。"),
            Block::Targets => format!("{plan}年经济社会发展的主要预期目标是：{}", self.targets()),
            Block::Tasks => format!(
                "{number}、{plan}年工作安排\n重点抓好以下三个方面工作：\n（一）__。__\n（二）__。__\n（三）__。__"
            ),
            Block::NextFive => format!(
                "{number}、今后五年的目标任务\n今后五年政府工作的总体要求是：__。\n主要目标是：__。"
            ),
            Block::GovBuilding => format!(
                "{number}、加强政府自身建设\n（一）坚持政治引领。__\n（二）坚持依法行政。__\n（三）坚持廉洁从政。__"
            ),
            Block::Closing => "各位代表！__。让我们__，为__而努力奋斗！".to_owned(),
            Block::Glossary => "名词解释\n1.__：__。\n2.__：__。".to_owned(),
            Block::Title | Block::Occasion | Block::Speaker | Block::Salutation | Block::Opening => return None,
        };
        Some(Skeleton { block, at, text: text.replace('\n', self.gap()) })
    }

    /// What stands between two paragraphs of this text.
    #[must_use]
    pub fn gap(&self) -> &'static str {
        let empty = self.paragraphs.iter().filter(|paragraph| paragraph.text().trim().is_empty()).count();
        let spaced = empty * 2 >= self.paragraphs.len().saturating_sub(1);
        match (self.source.contains("\r\n"), spaced && self.paragraphs.len() > 2) {
            (true, true) => "\r\n\r\n",
            (true, false) => "\r\n",
            (false, true) => "\n\n",
            (false, false) => "\n",
        }
    }

    /// What the place is, as the text calls its own government (市, 县); 市 where it does not say.
    fn level(&self) -> &'static str {
        let place = self.meta.place.as_ref().map_or("", |place| place.value.as_str());
        let known = ["省", "市", "县", "区", "旗", "州", "盟", "镇", "乡"];
        known.into_iter().find(|level| place.ends_with(level)).unwrap_or("市")
    }

    /// The years of review and plan as they are printed.
    fn years(&self) -> (String, String) {
        let blank = || BLANK.to_owned();
        let plan = self.meta.plan_year;
        (
            plan.map_or_else(blank, |plan| (plan - 1).to_string()),
            plan.map_or_else(blank, |plan| plan.to_string()),
        )
    }

    /// The headline indicators with their levels, as the review tells them.
    fn headlines(&self, told: impl Fn(&str) -> String) -> String {
        let amounts = HEADLINES.iter().filter_map(|(id, _)| {
            let indicator = self.knowledge.indicator(self.knowledge.by_glossary_id(id)?)?;
            indicator.is_money().then(|| format!("{}{}", indicator.name, told(&indicator.unit)))
        });
        format!("{}。", amounts.collect::<Vec<_>>().join("；"))
    }

    /// The headline indicators with their targets.
    fn targets(&self) -> String {
        let goals = HEADLINES.iter().filter_map(|(id, goal)| {
            let indicator = self.knowledge.indicator(self.knowledge.by_glossary_id(id)?)?;
            Some(format!("{}{goal}", indicator.name))
        });
        format!("{}。", goals.collect::<Vec<_>>().join("，"))
    }

    /// Behind what the part goes, as an offset in that line.
    fn place_of(&self, block: Block) -> Option<usize> {
        let top = |wanted: &[Block]| {
            let is = |it: &&Heading| it.level == 1 && it.block.is_some_and(|own| wanted.contains(&own));
            self.outline.headings.iter().find(is)
        };
        let part = |block: Block| self.meta.part(block).map(|part| part.span.start);
        let end = |section: Span| section.start + self.text(section).trim_end().len();
        let last = self.body().last().map(|(_, paragraph)| paragraph.span().end);
        // Whatever closes the report stays behind.
        let before_closing = || {
            let close = part(Block::Closing).or_else(|| part(Block::Glossary))?;
            self.body()
                .map(|(_, it)| it)
                .take_while(|it| it.span().end < close)
                .last()
                .map(|it| it.span().end)
        };
        match block {
            Block::Thanks | Block::Problems => top(&[Block::Review]).map(|review| end(review.section)),
            Block::Requirements | Block::Targets => {
                let requirements = part(Block::Requirements).filter(|_| block == Block::Targets);
                let plan = || top(&[Block::Tasks, Block::NextFive, Block::Targets, Block::Requirements]);
                requirements.or_else(|| plan().map(|heading| heading.span.start))
            }
            Block::Review => {
                let first = self.outline.headings.first().map(|heading| heading.span.start);
                let first = first.or_else(|| part(Block::Tasks))?;
                self.body()
                    .map(|(_, it)| it)
                    .take_while(|it| it.span().end <= first)
                    .last()
                    .map(|it| it.start)
            }
            Block::Tasks | Block::NextFive | Block::GovBuilding => before_closing().or(last),
            Block::Closing | Block::Glossary => last,
            Block::Title | Block::Occasion | Block::Speaker | Block::Salutation | Block::Opening => None,
        }
    }

    /// The end of the line that holds `offset`.
    fn line_end(&self, offset: usize) -> usize {
        self.paragraph_at(offset).map_or(self.source.len(), |(_, paragraph)| paragraph.span().end)
    }

    /// The number of a top heading at `at`, in Chinese numerals.
    fn next_number(&self, at: usize) -> String {
        let tops = self.outline.headings.iter().filter(|it| it.level == 1 && it.ordinal.is_some());
        let before = tops.take_while(|heading| heading.span.start < at).count();
        ordinal::chinese(u32::try_from(before + 1).unwrap_or(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};
    use crate::text::Edit;

    const DRAFT: &str = "政府工作报告\n——2031年1月9日在云溪市第九届人民代表大会第三次会议上\n云溪市市长 高远\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n架桥三座。\n二、2031年工作安排\n（一）抓好交通。筑路。\n各位代表！让我们团结一心，努力奋斗！\n";

    fn with(block: Block) -> String {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let skeleton = report.skeleton(block).unwrap();
        let edit = Edit::replace(Span::at(skeleton.at), format!("\n{}", skeleton.text));
        Edit::apply_all(DRAFT, &[edit])
    }

    #[test]
    fn a_part_goes_where_it_belongs_and_is_recognised() {
        for (block, before, after) in [
            (Block::Problems, "架桥三座。\n", "\n二、"),
            (Block::Targets, "二、2031年工作安排\n", "\n（一）"),
            (Block::GovBuilding, "筑路。\n三、", "\n各位代表！"),
        ] {
            let text = with(block);
            let report = Report::read(&text, &Options::default(), &mut Memo::default());
            let part = report.meta.part(block).unwrap_or_else(|| panic!("{block:?}\n{text}"));
            assert!(part.span.start >= text.find(before).unwrap(), "{block:?}\n{text}");
            assert!(part.span.start < text.rfind(after).unwrap(), "{block:?}\n{text}");
        }
    }

    #[test]
    fn every_headline_indicator_is_in_the_glossary() {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        for (id, _) in HEADLINES {
            assert!(report.knowledge.by_glossary_id(id).is_some(), "{id}");
        }
        let targets = with(Block::Targets);
        assert!(targets.contains("2031年经济社会发展的主要预期目标是：地区生产总值增长__%"), "{targets}");
    }

    #[test]
    fn a_text_without_headings_has_no_place_for_most() {
        let report = Report::read("一行字", &Options::default(), &mut Memo::default());
        assert_eq!(report.skeleton(Block::Problems), None);
        assert_eq!(report.skeleton(Block::Title), None);
    }
}
