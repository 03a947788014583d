//! On which side of the report a place stands (review, plan, outlook), and what the report's years
//! make of a word of time there.

use super::{Meta, Outline};
use crate::knowledge::Block;
use crate::reading::{Meaning, Period, TimeWord, YearPart};

/// What a part of the report speaks of unless a sentence says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// What was done.
    Review,
    /// What the plan year will bring.
    Plan,
    /// What the coming years will bring.
    Outlook,
}

/// The years the report as a whole speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Years {
    review: Option<Period>,
    plan: Option<i32>,
    meeting: Option<i32>,
    /// The month of the meeting.
    month: Option<u32>,
}

impl Years {
    pub(super) fn of(meta: &Meta) -> Self {
        let meeting =
            meta.date.as_ref().and_then(|date| date.value.get(..4)).and_then(|year| year.parse().ok());
        let month =
            meta.date.as_ref().and_then(|date| date.value.get(5..7)).and_then(|month| month.parse().ok());
        Self { review: meta.review, plan: meta.plan_year, meeting, month }
    }

    /// The last year reviewed.
    pub(super) fn reviewed(self) -> Option<i32> {
        self.review.map(Period::last_year).or(self.plan.map(|plan| plan - 1))
    }

    /// The year a stance speaks of.
    fn year(self, stance: Stance) -> Option<i32> {
        match stance {
            Stance::Review => self.reviewed(),
            Stance::Plan | Stance::Outlook => self.plan,
        }
    }

    /// The period a stance speaks of where no word of time stands.
    pub(super) fn default(self, stance: Stance) -> Option<Period> {
        match stance {
            Stance::Review => self.review.or(self.reviewed().map(Period::Year)),
            Stance::Plan => self.plan.map(Period::Year),
            Stance::Outlook => self.plan.map(|plan| Period::Years(plan, plan + 4)),
        }
    }

    /// What a word of time says as the topic of a section or paragraph: a time of the side that the
    /// section is on (a plan that opens with 五年来 is still a plan).
    pub(super) fn topic(self, word: &TimeWord, stance: Stance) -> Option<Period> {
        let period = self.resolve(word, stance)?;
        let reviewed = self.reviewed()?;
        let past = period.last_year() <= reviewed;
        (past == (stance == Stance::Review)).then_some(period)
    }

    /// What a word of time says in this report.
    pub(super) fn resolve(self, word: &TimeWord, stance: Stance) -> Option<Period> {
        // 今年 is the year of the meeting (RULES C12); without a date it is the section's.
        let now = self.meeting.or(self.year(stance));
        match word.meaning {
            Meaning::Absolute(period) => Some(period),
            // 截至5月6日, said in a meeting at the end of May: of the meeting's own year.
            Meaning::Part(part @ YearPart::Month(month)) if word.as_of && self.month > Some(1) => {
                let year = if self.month >= Some(month) { self.meeting } else { self.year(stance) };
                year.map(|year| part.of(year))
            }
            Meaning::Part(part) => self.year(stance).map(|year| part.of(year)),
            Meaning::ThisYear => now.map(Period::Year),
            Meaning::LastYear => match stance {
                Stance::Review => self.reviewed().map(Period::Year),
                Stance::Plan | Stance::Outlook => self.plan.map(|plan| Period::Year(plan - 1)),
            },
            Meaning::YearBeforeLast => now.map(|year| Period::Year(year - 2)),
            Meaning::NextYear => self.plan.map(Period::Year),
            // 1983年以来 tells how long a matter is old: no period of this report's figures.
            Meaning::Since(year) => self
                .reviewed()
                .filter(|last| last - year <= 7)
                .map(|last| if year < last { Period::Years(year, last) } else { Period::Year(year) }),
            Meaning::WholeYear => self.year(stance).map(Period::Year),
            Meaning::PastYears(n) => self.reviewed().and_then(|last| span_of_years(last, n)),
            Meaning::OverYears(n) if stance == Stance::Review => {
                self.reviewed().and_then(|last| span_of_years(last, n))
            }
            Meaning::OverYears(n) | Meaning::ComingYears(n) => {
                self.plan.and_then(|first| Some(Period::Years(first, first + i32::try_from(n).ok()? - 1)))
            }
            Meaning::Vague => None,
            Meaning::Running(n) => self.year(stance).and_then(|last| span_of_years(last, n)),
            Meaning::Term => match self.review {
                Some(term @ Period::Years(..)) => Some(term),
                _ => self.reviewed().and_then(|last| span_of_years(last, 5)),
            },
        }
    }
}

/// So many years up to `last`.
fn span_of_years(last: i32, count: u32) -> Option<Period> {
    let first = last.checked_sub(i32::try_from(count).ok()? - 1)?;
    Some(if first == last { Period::Year(last) } else { Period::Years(first, last) })
}

/// The stance of the section that holds `offset`.
pub(super) fn stance(outline: &Outline, heading: Option<usize>, meta: &Meta, offset: usize) -> Stance {
    let block = heading.and_then(|index| {
        outline.path(index).into_iter().rev().find_map(|at| outline.headings.get(at).and_then(|h| h.block))
    });
    match block {
        Some(Block::Review | Block::Thanks | Block::Problems | Block::Opening) => Stance::Review,
        Some(Block::Tasks | Block::Targets | Block::Requirements | Block::GovBuilding | Block::Closing) => {
            Stance::Plan
        }
        Some(Block::NextFive) => Stance::Outlook,
        _ => {
            // No numbered parts: whatever stands behind the first word of the plan is plan.
            let plan = [Block::Tasks, Block::Targets, Block::Requirements]
                .into_iter()
                .filter_map(|block| meta.part(block))
                .map(|part| part.span.start)
                .min();
            if plan.is_some_and(|plan| plan <= offset) { Stance::Plan } else { Stance::Review }
        }
    }
}
