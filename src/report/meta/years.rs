//! Dates, the meeting, and the years a report looks back on and plans for.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::pattern;
use crate::reading::Period;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "([12]\\s*\\d\\s*\\d\\s*\\d|[一二][〇○\u{25CB}零Ο0oO一二三四五六七八九]{3}|[\u{FF11}\u{FF12}][\u{FF10}-\u{FF19}]{3})\\s*年\\s*([\\d\\s\u{FF10}-\u{FF19}]{1,4}|[一二三四五六七八九十]{1,3})\\s*月\\s*([\\d\\s\u{FF10}-\u{FF19}]{1,4}|[一二三四五六七八九十]{1,3})\\s*日",
    )
});
static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "([12]\\d{3}|[一二][〇○\u{25CB}零Ο一二三四五六七八九]{3}|[\u{FF11}\u{FF12}][\u{FF10}-\u{FF19}]{3})\\s*年?",
    )
});
static PLAN_PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:[“\"”]|^|[^一二三四五六七八九十])(十?[一二三四五六七八九十])[·.]?五(?:[“\"”]|时期|期间|规划|计划)",
    )
});
static TERM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:过去|以往|刚刚过去|近|这|本届)的?(?:[五5])年|[五5]年来|[五5]年(?:的)?(?:政府)?(?:工作|任期|发展|回顾)|本届(?:人民)?政府|[上本]一?届政府|第?[一二三四五六七八九十\\d]+届(?:[\\p{Han}]{0,6})政府|任期|届期",
    )
});
static SOME: LazyLock<Regex> = LazyLock::new(|| pattern("(?:过去|近)的?([二三四六七])年|([二三四六七])年来"));
static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "([12]\\d{3})\\s*年?\\s*(?:-|\u{2014}{1,2}|\u{2013}|~|\u{FF5E}|\u{2015}|至|到)\\s*([12]\\d{3})\\s*年",
    )
});

/// A calendar date found in text: year, month, day, and the bytes it stands on.
pub(super) struct Date {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Date {
    /// The first full date of `text`, in Arabic or Chinese digits.
    pub(super) fn find(text: &str) -> Option<Self> {
        DATE.captures_iter(text).find_map(|found| {
            let whole = found.get(0)?;
            let year = i32::try_from(value(found.get(1)?.as_str())?).ok()?;
            let month = value(found.get(2)?.as_str())?;
            let day = value(found.get(3)?.as_str())?;
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| Self {
                year,
                month,
                day,
                start: whole.start(),
                end: whole.end(),
            })
        })
    }

    /// ISO 8601.
    pub(super) fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The year that a meeting of this date reviews: sessions in autumn review their own year.
    pub(super) fn review(&self) -> i32 {
        if self.month <= 8 { self.year - 1 } else { self.year }
    }
}

/// A number of up to four digits: Arabic (either width, blanks inside), or Chinese.
fn value(text: &str) -> Option<u32> {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digit = |c: char| -> Option<u32> {
        match c {
            '\u{FF10}'..='\u{FF19}' => Some(u32::from(c) - 0xFF10),
            '〇' | '○' | '零' | 'Ο' | 'o' | 'O' => Some(0),
            '一' => Some(1),
            '二' => Some(2),
            '三' => Some(3),
            '四' => Some(4),
            '五' => Some(5),
            '六' => Some(6),
            '七' => Some(7),
            '八' => Some(8),
            '九' => Some(9),
            _ => c.to_digit(10),
        }
    };
    if let Some(ten) = chars.iter().position(|&c| c == '十') {
        let before = chars.get(..ten)?;
        let after = chars.get(ten + 1..)?;
        let tens = if before.is_empty() { 1 } else { digit(*before.first()?)? };
        let units = if after.is_empty() { 0 } else { digit(*after.first()?)? };
        return (before.len() <= 1 && after.len() <= 1).then_some(tens * 10 + units);
    }
    if chars.is_empty() || chars.len() > 4 {
        return None;
    }
    chars.iter().try_fold(0_u32, |sum, &c| Some(sum * 10 + digit(c)?))
}

/// The first year named in `text`.
pub(super) fn year(text: &str) -> Option<i32> {
    YEAR.captures_iter(text)
        .filter_map(|found| i32::try_from(value(found.get(1)?.as_str())?).ok())
        .find(|year| (1949..2100).contains(year))
}

/// What a heading of the review says of the time it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reviewed {
    /// One year, by number.
    Year(i32),
    /// A span, by number.
    Years(i32, i32),
    /// 过去五年, 本届政府: so many years up to the review year.
    Term(i32),
}

/// The time that the heading `title` names first.
pub(super) fn reviewed(title: &str) -> Option<Reviewed> {
    let span = SPAN.captures(title).and_then(|found| {
        let from = year(found.get(1)?.as_str())?;
        let to = year(found.get(2)?.as_str())?;
        ((1..=9).contains(&(to - from))).then_some((found.get(0)?.start(), Reviewed::Years(from, to)))
    });
    let single =
        YEAR.find(title).and_then(|found| Some((found.start(), Reviewed::Year(year(found.as_str())?))));
    let term = TERM.find(title).map(|found| (found.start(), Reviewed::Term(5)));
    let some = SOME.captures(title).and_then(|found| {
        let count = value(found.get(1).or_else(|| found.get(2))?.as_str())?;
        Some((found.get(0)?.start(), Reviewed::Term(i32::try_from(count).ok()?)))
    });
    let plan = plan_period(title).map(|(at, from)| (at, Reviewed::Years(from, from + 4)));
    [span, single, term, some, plan].into_iter().flatten().min_by_key(|&(at, _)| at).map(|(_, found)| found)
}

/// Where `text` names five-year plans (“十二五”), and each plan's first year.
fn plan_periods(text: &str) -> impl Iterator<Item = (usize, i32)> {
    PLAN_PERIOD.captures_iter(text).filter_map(|found| {
        let ordinal = i32::try_from(value(found.get(1)?.as_str())?).ok()?;
        (6..=19).contains(&ordinal).then_some((found.get(0)?.start(), 1981 + (ordinal - 6) * 5))
    })
}

/// Where `text` first names a five-year plan, and that plan's first year.
pub(super) fn plan_period(text: &str) -> Option<(usize, i32)> {
    plan_periods(text).next()
}

/// The first year of every five-year plan that `text` names.
pub(super) fn plan_starts(text: &str) -> Vec<i32> {
    plan_periods(text).map(|(_, from)| from).collect()
}

/// Whether `title` speaks of a term of office.
pub(super) fn is_term(title: &str) -> bool {
    TERM.is_match(title)
}

/// The review period as the report states it.
pub(super) fn period(reviewed: Option<Reviewed>, review: i32) -> Period {
    match reviewed {
        Some(Reviewed::Years(from, to)) => Period::Years(from, to),
        Some(Reviewed::Term(years)) => Period::Years(review - years + 1, review),
        Some(Reviewed::Year(year)) => Period::Year(year),
        None => Period::Year(review),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_dress() {
        for (text, iso) in [
            ("2031年1月10日在", "2031-01-10"),
            ("二〇三一年一月二十四日", "2031-01-24"),
            ("二○三一年十二月十日", "2031-12-10"),
            ("2031 年 1 月 9 日", "2031-01-09"),
            ("\u{FF12}\u{FF10}\u{FF11}\u{FF13}年1月9日", "2013-01-09"),
        ] {
            assert_eq!(Date::find(text).map(|date| date.iso()).as_deref(), Some(iso), "{text}");
        }
        assert!(Date::find("2031年13月1日").is_none());
    }

    #[test]
    fn headings_say_what_they_review() {
        assert_eq!(reviewed("2031年工作回顾"), Some(Reviewed::Year(2031)));
        assert_eq!(reviewed("过去五年及2031年工作回顾"), Some(Reviewed::Term(5)));
        assert_eq!(reviewed("2030年和“十五五”工作回顾"), Some(Reviewed::Year(2030)));
        assert_eq!(reviewed("“十二五”时期工作回顾"), Some(Reviewed::Years(2011, 2015)));
        assert_eq!(reviewed("“十五”回顾"), Some(Reviewed::Years(2001, 2005)));
        assert_eq!(reviewed("2027\u{2014}2031年工作回顾"), Some(Reviewed::Years(2027, 2031)));
        assert_eq!(reviewed("过去六年工作回顾"), Some(Reviewed::Term(6)));
        assert_eq!(reviewed("主要工作"), None);
    }
}
