//! Another name for an indicator: wherever it is printed as it is under the cursor. Its other names
//! stay: a draft may well say GDP in one place and 地区生产总值 in another.

use crate::checks::Message;
use crate::report::{Named, Report};
use crate::text::{Edit, Span};

/// The longest name, in characters.
const LONGEST: usize = 40;

/// Whether a place stands in the title of something cited: that has the name its authors gave it.
pub(super) fn is_cited(report: &Report, span: Span) -> bool {
    let Some((_, paragraph)) = report.paragraph_at(span.start) else { return false };
    let before = Span::new(paragraph.start, span.start).of(&report.source);
    let opened = before.rfind('《');
    opened.is_some_and(|opened| before.rfind('》').is_none_or(|closed| closed < opened))
}

pub(super) fn rename(report: &Report, named: &Named, new: &str) -> Result<Vec<Edit>, Message> {
    let bad =
        |c: char| c.is_control() || "\u{FF0C}\u{3002}\u{FF1B}\u{FF1A}\u{FF01}\u{FF1F},;!?《》".contains(c);
    if new.is_empty() || new.contains(bad) || new.chars().count() > LONGEST {
        return Err(Message::new(
            format!("“{new}”不能作指标名称：名称不能为空，不带标点，不超过{LONGEST}个字。"),
            format!("“{new}” cannot name an indicator: not empty, no marks, {LONGEST} characters at most."),
        ));
    }
    // Two things under one name could never be told apart again.
    let other = report.knowledge.named(new).filter(|id| !named.indicators.contains(id));
    let taken = other.and_then(|id| report.facts.iter().find(|fact| fact.indicator == Some(id)));
    if let Some(taken) = taken {
        let line = taken.paragraph + 1;
        return Err(Message::new(
            format!("“{new}”是另一个指标，第{line}行已有它的数字；改名会把两个指标混为一个。"),
            format!("“{new}” is another indicator, stated on line {line}: the two would become one."),
        ));
    }
    let same = |place: &Span| report.text(*place) == named.printed && !is_cited(report, *place);
    Ok(report.mentions_of(named).into_iter().filter(same).map(|place| Edit::replace(place, new)).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{prepare, rename};
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n一、2030年工作回顾\n旅游综合收入36亿元，增长8%。城乡居民收入稳步增长。《旅游综合收入统计办法》出台。\n一般公共预算收入11.2亿元。\n二、2031年工作安排\n旅游综合收入增长9%。\n";

    fn renamed(what: &str, new: &str) -> Result<String, String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let offset = DRAFT.find(what).unwrap() + 1;
        let edits = rename(&report, offset, new).map_err(|message| message.zh)?;
        Ok(Edit::apply_all(DRAFT, &edits))
    }

    #[test]
    fn a_name_changes_throughout_but_not_in_a_cited_title() {
        let expected = DRAFT
            .replace("旅游综合收入", "旅游总收入")
            .replace("《旅游总收入统计办法》", "《旅游综合收入统计办法》");
        assert_eq!(renamed("旅游综合收入", "旅游总收入").unwrap(), expected);
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        assert_eq!(prepare(&report, DRAFT.find("《旅游").unwrap() + 4), None);
        assert_eq!(prepare(&report, DRAFT.find("旅游").unwrap()).unwrap().printed, "旅游综合收入");
    }

    #[test]
    fn what_is_no_name_or_another_ones_is_refused() {
        for new in ["", "  ", "收入，支出", "收\n入"] {
            assert!(renamed("旅游综合收入", new).unwrap_err().contains("不能作指标名称"), "{new}");
        }
        assert!(renamed("旅游综合收入", "一般公共预算收入").unwrap_err().contains("第4行"));
    }
}
