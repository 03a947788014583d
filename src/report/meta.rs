//! Front matter, meeting, years, profile, and the parts of a report (opening, thanks, problems …).

mod blocks;
mod head;
mod judge;
mod noise;
mod parts;
mod years;

pub(super) use blocks::{is_appendix, of_heading_in, of_subheading, pattern};
pub(super) use parts::is_short_line;

use super::{Options, Paragraph};
use crate::knowledge::Block;
use crate::reading::Period;
use crate::text::Span;

/// A value and where it stands (absolute span).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A part of the report that was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub block: Block,
    /// The heading or paragraph that opens it (absolute span).
    pub span: Span,
}

/// What a report says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title line.
    pub title: Option<Located<String>>,
    /// The place that reports (辽阳市); 全国 for the State Council's.
    pub place: Option<Located<String>>,
    /// The meeting (…第十五届人民代表大会第六次会议).
    pub meeting: Option<Located<String>>,
    /// Date of the meeting, ISO 8601.
    pub date: Option<Located<String>>,
    /// Who reports.
    pub speaker: Option<Located<String>>,
    /// The period reviewed: a span of years where the review's heading names one first.
    pub review: Option<Period>,
    /// The year planned for.
    pub plan_year: Option<i32>,
    /// Profile id; `None` when the text is no policy draft.
    pub profile: Option<String>,
    /// Parts found, in document order.
    pub parts: Vec<Part>,
    /// First and one past the last paragraph of the report proper (boilerplate stands outside).
    pub body: (usize, usize),
    /// The text looks cut off (web copies): missing sections at its end are no fault of the draft.
    pub truncated: bool,
}

impl Meta {
    /// The first part of this kind.
    #[must_use]
    pub fn part(&self, block: Block) -> Option<&Part> {
        self.parts.iter().find(|part| part.block == block)
    }
}

/// Reads the metadata and marks the paragraphs that are noise. Total.
pub(super) fn find(paragraphs: &mut [Paragraph], options: &Options) -> Meta {
    let front = noise::front_matter(paragraphs);
    let head = head::Head::find(paragraphs, &front);
    let body = noise::mark(paragraphs, &head);
    let tops = parts::tops(paragraphs, &head, body);
    let closing = parts::closing(paragraphs, &head, body, &tops);
    let truncated = noise::looks_truncated(paragraphs) && closing.is_none();
    let mut meta = Meta {
        title: head.title.clone(),
        place: head.place.clone(),
        meeting: head.meeting.clone(),
        date: head.date.clone(),
        speaker: head.speaker.clone(),
        parts: closing.into_iter().collect(),
        body,
        truncated,
        ..Meta::default()
    };
    if let Some(region) = &options.region {
        let span = meta.place.as_ref().map_or_else(Span::default, |place| place.span);
        meta.place = Some(Located { value: region.clone(), span });
    }
    judge::judge(&mut meta, paragraphs, &head, &tops, options);
    meta.parts.extend(parts::find(paragraphs, &head, &meta, &tops));
    meta.parts.sort_by_key(|part| (part.span.start, part.block));
    meta
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::{Memo, Report};

    fn meta(source: &str) -> Meta {
        Report::read(source, &Options::default(), &mut Memo::default()).meta
    }

    fn value(located: &Option<Located<String>>) -> &str {
        located.as_ref().map_or("", |located| &located.value)
    }

    #[test]
    fn the_head_of_a_report() {
        let meta = meta(
            "2031年云溪市人民政府工作报告(全文)\n--2030年12月20日在江左省云溪市第九届人民代表大会第四次会议上\n云溪市人民政府市长高 远\n各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n一、2030年工作回顾\n架桥三座。\n二、2031年工作安排\n加强政府自身建设。\n各位代表,让我们团结一心,努力奋斗!",
        );
        assert_eq!(value(&meta.title), "2031年云溪市人民政府工作报告(全文)");
        assert_eq!(value(&meta.place), "云溪市");
        assert_eq!(value(&meta.meeting), "江左省云溪市第九届人民代表大会第四次会议");
        assert_eq!(value(&meta.date), "2030-12-20");
        assert_eq!(value(&meta.speaker), "高远");
        assert_eq!((meta.review, meta.plan_year), (Some(Period::Year(2030)), Some(2031)));
        assert_eq!(meta.profile.as_deref(), Some("work-report-annual"));
        for block in [Block::Review, Block::Tasks, Block::GovBuilding, Block::Closing] {
            assert!(meta.part(block).is_some(), "{block:?}");
        }
    }

    #[test]
    fn profiles() {
        for (source, profile) in [
            (
                "政府工作报告\n2032年1月8日在云溪市第十届人民代表大会第一次会议上\n各位代表:\n现在,我代表市政府报告工作,请予审议。\n一、过去五年工作回顾\n二、今后五年目标任务\n三、2032年工作安排",
                "work-report-term",
            ),
            (
                "政府工作报告\n2016年1月8日在云溪市第十届人民代表大会第五次会议上\n各位代表:\n一、“十二五”时期工作回顾\n二、“十三五”时期目标任务\n三、2016年工作安排",
                "work-report-fyp-start",
            ),
            (
                "政府工作报告\n2031年3月5日在第二十届全国人民代表大会第三次会议上\n国务院总理 高远\n各位代表:\n一、2030年工作回顾",
                "work-report-national",
            ),
            (
                "白鹭镇人民政府工作报告\n2031年1月5日在白鹭镇第五届人民代表大会第三次会议上\n镇长 高远\n各位代表:\n一、2030年工作回顾",
                "work-report-township",
            ),
            (
                "关于云溪市2030年国民经济和社会发展计划执行情况\n与2031年国民经济和社会发展计划草案的报告\n各位代表:\n受市人民政府委托,现将计划报告提请审议。\n一、2030年计划执行情况",
                "plan-report",
            ),
            (
                "关于云溪市2030年预算执行情况和2031年预算草案的报告\n各位代表:\n受市人民政府委托,现将预算报告提请审议。\n一、2030年预算执行情况",
                "budget-report",
            ),
            (
                "各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n一、2030年工作回顾\n架桥。",
                "work-report-annual",
            ),
        ] {
            assert_eq!(meta(source).profile.as_deref(), Some(profile), "{source}");
        }
    }

    #[test]
    fn other_texts_are_no_drafts() {
        for source in [
            "# bridges\n\nA tool for the government work report.\n\n## Install\n\n1. cargo install\n",
            "# 桥梁工具\n\n检查政府工作报告的小工具。\n\n一、安装\n二、使用\n",
            "关于召开会议的通知\n各科室:\n一、时间\n二、地点\n云溪市人民政府\n",
            "",
            "一行字",
        ] {
            let meta = meta(source);
            assert_eq!((meta.profile, meta.plan_year), (None, None), "{source}");
        }
    }

    #[test]
    fn web_furniture_is_noise_and_a_cut_copy_is_known() {
        let source = "首页 新闻中心 政策公开\n云溪市政府工作报告\nadmin 分享 加入收藏 共计9000个字,预计阅读时长9分钟\n各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n一、2030年工作回顾\n架桥三座。\n221381\n微信扫码领取福利";
        let report = Report::read(source, &Options::default(), &mut Memo::default());
        let noise: Vec<bool> = report.paragraphs.iter().map(|paragraph| paragraph.noise).collect();
        assert_eq!(noise, [true, false, true, false, false, false, false, true, true]);
        assert_eq!(report.meta.body, (1, 7));
        assert!(report.meta.truncated);
    }

    #[test]
    fn a_printing_notice_wraps_the_report() {
        let meta = meta(
            "溪政发〔2031〕1号云溪市人民政府关于印发2031年政府工作报告的通知\n各镇,市政府各部门:\n现将市长高远于2030年12月6日在云溪市第九届人民代表大会第一次会议上所作的《政府工作报告》印发给你们,请结合实际抓好贯彻落实。\n2031年1月2日\n政府工作报告\n2030年12月6日在云溪市第九届人民代表大会第一次会议上\n云溪市代市长高远\n各位代表:\n我代表市政府向大会报告工作,请予审议。\n一、过去五年工作回顾\n架桥。\n附件1\n桥梁表",
        );
        assert_eq!(value(&meta.title), "政府工作报告");
        assert_eq!(value(&meta.date), "2030-12-06");
        assert_eq!((value(&meta.speaker), meta.body.0), ("高远", 4));
        assert_eq!(meta.review, Some(Period::Years(2026, 2030)));
        assert!(meta.part(Block::Glossary).is_none());
    }

    #[test]
    fn front_matter_gives_the_title_and_options_override() {
        let source = "---\ntitle: 2031年云溪市政府工作报告\n---\n\n各位代表:\n我代表市政府报告工作,请予审议。\n一、工作回顾";
        let found = meta(source);
        assert_eq!(value(&found.title), "2031年云溪市政府工作报告");
        assert_eq!((value(&found.place), found.plan_year), ("云溪市", Some(2031)));
        let options = Options {
            profile: Some("plan-report".into()),
            plan_year: Some(2040),
            region: Some("白鹭县".into()),
            ..Options::default()
        };
        let found = Report::read(source, &options, &mut Memo::default()).meta;
        assert_eq!(found.profile.as_deref(), Some("plan-report"));
        assert_eq!((value(&found.place), found.plan_year), ("白鹭县", Some(2040)));
    }

    #[test]
    fn the_head_of_a_report_whose_line_ends_are_lost() {
        let body = "全年架桥三座,群众十分满意。".repeat(220);
        for (gap, close) in [("", ""), (" ", " "), ("\u{3000}\u{3000}", "")] {
            let source = format!(
                "云溪市人民政府工作报告{gap}——2031年1月9日在云溪市第九届人民代表大会第三次会议上{gap}云溪市人民政府市长高远{gap}各位代表:{gap}现在,我代表市政府向大会报告工作,请予审议。{gap}一、2030年工作回顾{gap}过去一年,架桥不止。{body}{gap}我们也清醒地认识到,桥梁建设还存在不少问题。{gap}二、2031年工作安排{gap}今年的主要预期目标是:桥梁增长6%。{close}{body}各位代表,让我们团结一心,努力奋斗!"
            );
            let meta = meta(&source);
            assert_eq!(value(&meta.title), "云溪市人民政府工作报告");
            assert_eq!(value(&meta.meeting), "云溪市第九届人民代表大会第三次会议");
            assert_eq!((value(&meta.date), value(&meta.speaker)), ("2031-01-09", "高远"));
            assert_eq!((value(&meta.place), meta.plan_year), ("云溪市", Some(2031)));
            assert_eq!(meta.review, Some(Period::Year(2030)));
            for block in [Block::Review, Block::Problems, Block::Tasks, Block::Targets, Block::Closing] {
                assert!(meta.part(block).is_some(), "{gap:?} {block:?}");
            }
        }
    }

    #[test]
    fn broken_lines_captions_and_marks_of_a_head() {
        let found = meta(
            "**政府工作报告\n——2031年1月9日在云溪市第九届**\n**人民代表大会第三次会议上**\n**市长** **高远**\n各位代表:\n现在,我代表市政府报告工作,请予审议。\n一、2030年工作回顾",
        );
        assert_eq!((value(&found.title), value(&found.place)), ("政府工作报告", "云溪市"));
        assert_eq!(value(&found.meeting), "云溪市第九届人民代表大会第三次会议");
        assert_eq!(value(&found.speaker), "高远");
        let found = meta(
            "---\ntitle: 云溪市2031年《政府工作报告》\n---\n<!-- (2031年1月9日 高远) 高远在云溪市第九届人民代表大会第三次会议上作政府工作报告 -->\n各位代表:\n现在,我代表市政府报告工作,请予审议。\n一、2030年工作回顾",
        );
        assert_eq!(value(&found.title), "云溪市2031年《政府工作报告》");
        assert_eq!(value(&found.meeting), "云溪市第九届人民代表大会第三次会议");
        assert_eq!((value(&found.date), value(&found.place)), ("2031-01-09", "云溪市"));
    }

    #[test]
    fn a_plan_that_runs_on_makes_no_first_year() {
        let found = meta(
            "政府工作报告\n2012年1月9日在云溪市第九届人民代表大会第三次会议上\n各位代表:\n现在,我代表市政府报告工作,请予审议。\n一、攻坚克难,“十二五”发展开局良好\n二、2012年工作任务",
        );
        assert_eq!(found.profile.as_deref(), Some("work-report-annual"));
        assert_eq!((found.review, found.plan_year), (Some(Period::Year(2011)), Some(2012)));
    }

    proptest! {
        #[test]
        fn total_for_any_lines(lines in prop::collection::vec(
            "各位代表[:!]|---|(一)?[一二三]、2031年工作(回顾|安排)|\\(二\\).{0,12}。.{0,8}|市长.{0,4}|.{0,6}政府工作报告|名词解释|\\*\\*.{0,9}\\*\\*|——2031年1月9日在.{0,9}届人民代表大会第一次会议|\\PC{0,20}", 0..24)) {
            let source = lines.join("\n");
            let report = Report::read(&source, &Options::default(), &mut Memo::default());
            prop_assert!(report.meta.body.0 <= report.meta.body.1);
            prop_assert!(report.meta.body.1 <= report.paragraphs.len());
            for heading in &report.outline.headings {
                prop_assert!(source.get(heading.span.start..heading.span.end).is_some());
                prop_assert!(!report.text(heading.title).is_empty());
                prop_assert!(heading.section.contains(heading.span));
                if let Some(parent) = heading.parent {
                    let parent = &report.outline.headings[parent];
                    prop_assert!(parent.level < heading.level && parent.section.contains(heading.section));
                }
            }
            for part in &report.meta.parts {
                prop_assert!(source.get(part.span.start..part.span.end).is_some());
            }
        }
    }
}
