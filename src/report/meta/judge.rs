//! The judgement on a text as a whole: whether it is a draft and of which profile, what years it
//! reviews and plans for. What stands in the head is read in `head`.

use std::sync::LazyLock;

use regex::Regex;

use super::Meta;
use super::blocks::pattern;
use super::head::{Head, Kind, compact};
use super::parts::Top;
use super::years::{self, Reviewed};
use crate::knowledge::Block;
use crate::reading::NumberStyle;
use crate::report::{Options, Paragraph};

/// Decides profile, review period and plan year.
pub(super) fn judge(meta: &mut Meta, paragraphs: &[Paragraph], head: &Head, tops: &[Top], options: &Options) {
    if options.profile.is_none() && !is_draft(paragraphs, head, meta, tops) {
        return;
    }
    let titled = tops
        .iter()
        .filter(|top| top.block == Some(Block::Review))
        .find_map(|top| years::reviewed(&top.title));
    let about = head.dated_review.or(head.title_year.map(|year| year - 1));
    let near = |year: i32| about.is_none_or(|about| (about - year).abs() <= 1);
    let titled = match titled {
        Some(Reviewed::Year(year)) if !near(year) => None,
        Some(Reviewed::Years(from, to)) if !near(to) => {
            about.filter(|about| (from + 1..to).contains(about)).map(|about| Reviewed::Years(from, about))
        }
        other => other,
    };
    // A heading may name the year under review (全面完成2030年任务): the plan's year comes after it.
    let planned: Vec<i32> = tops
        .iter()
        .filter(|top| !matches!(top.block, Some(Block::Review | Block::Glossary)))
        .filter_map(|top| planned_year(&top.title))
        .filter(|&year| near(year - 1))
        .collect();
    let expected = about.map(|about| about + 1);
    let planned = planned
        .iter()
        .copied()
        .find(|&year| Some(year) == expected)
        .or_else(|| planned.iter().copied().filter(|&year| Some(year) != about).max());
    let review = match titled {
        Some(Reviewed::Year(year) | Reviewed::Years(_, year)) => Some(year),
        _ => None,
    };
    let plan = options
        .plan_year
        .or(planned)
        .or_else(|| review.map(|year| year + 1))
        .or(expected)
        .or_else(|| first_years(paragraphs, meta.body));
    meta.plan_year = plan;
    meta.review = plan.map(|plan| years::period(titled, plan - 1));
    let profile = options.profile.clone();
    meta.profile = profile.or_else(|| Some(profile_of(paragraphs, head, meta, tops).to_owned()));
}

static PLANNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "((?:19|20)\\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\\s*年(?:[^至到\\-\u{2014}]{0,24}(?:安排|任务|重点|建议|工作|目标|要求|打算|发展|意见|计划|形势)|$)",
    )
});

fn planned_year(title: &str) -> Option<i32> {
    PLANNED
        .find_iter(title)
        .filter(|found| !found.as_str().contains("远景"))
        .find_map(|found| years::year(found.as_str()))
}

/// 过去的2031年 in the first paragraphs of the body.
fn first_years(paragraphs: &[Paragraph], body: (usize, usize)) -> Option<i32> {
    paragraphs
        .get(body.0..body.1)?
        .iter()
        .filter(|paragraph| !paragraph.noise)
        .take(24)
        .find_map(|paragraph| {
            let text = paragraph.text();
            let at = text.find("过去的")?;
            let words: String = text.get(at..)?.chars().take(10).collect();
            years::year(&words)
        })
        .map(|year| year + 1)
}

/// Whether the text is a policy draft at all. A text that only mentions reports is none.
fn is_draft(paragraphs: &[Paragraph], head: &Head, meta: &Meta, tops: &[Top]) -> bool {
    let signs = [
        head.title.is_some(),
        head.occasion_line.is_some(),
        head.salutation_line.is_some(),
        head.opening_line.is_some(),
        meta.parts.iter().any(|part| part.block == Block::Closing),
    ];
    let signs = signs.iter().filter(|&&sign| sign).count();
    let government = || paragraphs.iter().any(|paragraph| paragraph.text().contains("政府"));
    let chinese = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.reading.headings.iter())
        .filter(|mark| matches!(mark.style, NumberStyle::Chinese | NumberStyle::BracketedChinese))
        .count();
    let headed = !tops.is_empty() || chinese >= 2;
    match signs {
        0 => false,
        1 => headed && government(),
        _ => government(),
    }
}

fn profile_of(paragraphs: &[Paragraph], head: &Head, meta: &Meta, tops: &[Top]) -> &'static str {
    match head.kind {
        Some(Kind::Plan) => return "plan-report",
        Some(Kind::Budget) => return "budget-report",
        _ => {}
    }
    let line =
        |index: Option<usize>| index.and_then(|index| paragraphs.get(index)).map_or("", Paragraph::text);
    let opening = compact(line(head.opening_line));
    if meta.place.as_ref().is_some_and(|place| place.value == "全国")
        || compact(line(head.speaker_line)).contains("国务院总理")
        || opening.contains("代表国务院")
    {
        return "work-report-national";
    }
    let speaker = compact(line(head.speaker_line));
    let place = meta.place.as_ref().map_or("", |place| place.value.as_str());
    if place.ends_with(['镇', '乡']) || speaker.contains("镇长") || speaker.contains("乡长") {
        return "work-report-township";
    }
    let meeting: String = meta.meeting.as_ref().map(|meeting| meeting.value.clone()).unwrap_or_default();
    let first_session =
        meeting.contains("第一次") || meeting.contains("大一次") || meeting.contains("届一次");
    let reviews = || tops.iter().filter(|top| top.block == Some(Block::Review));
    let term = reviews().any(|top| years::is_term(&top.title));
    let next_five = tops.iter().any(|top| top.block == Some(Block::NextFive));
    let plan_named = tops.iter().any(|top| years::plan_period(&top.title).is_some());
    let reviews_plan = reviews().any(|top| years::plan_period(&top.title).is_some());
    if first_session && (term || (next_five && !plan_named)) {
        return "work-report-term";
    }
    let starts = meta.plan_year.is_some_and(|year| year % 5 == 1);
    // “十六五”实现良好开局 in a later year reviews a plan that runs on.
    if (reviews_plan && (starts || meta.plan_year.is_none())) || (starts && plan_named) {
        return "work-report-fyp-start";
    }
    if term && (meeting.is_empty() || next_five) {
        return "work-report-term";
    }
    "work-report-annual"
}
