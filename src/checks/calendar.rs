//! Calendar dates as reports print them, with the days of months and of weeks. Shared by the rules
//! about dates; no rule lives here.

use std::sync::LazyLock;

use regex::Regex;

use super::ordinal;
use crate::text::Span;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The year.
    pub(super) year: u32,
    /// The month.
    pub(super) month: u32,
    /// The day.
    pub(super) day: u32,
    /// Where it stands in the text.
    pub(super) span: Span,
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let digit = "[0-9\u{FF10}-\u{FF19}]";
    let han = "[〇○零一二三四五六七八九十]";
    Regex::new(&format!(
        "({digit}{{4}}|{han}{{4}})\\s?年\\s?({digit}{{1,2}}|{han}{{1,3}})\\s?月\\s?({digit}{{1,2}}|{han}{{1,3}})\\s?[日号]"
    ))
    .ok()
});

/// The full dates of `text`, in order, whether they exist or not.
pub(super) fn dates(text: &str) -> Vec<Date> {
    let Some(pattern) = DATE.as_ref() else { return Vec::new() };
    let number = |printed: &str| ordinal::parse(&printed.replace('○', "〇"));
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            Some(Date {
                year: number(found.get(1)?.as_str())?,
                month: number(found.get(2)?.as_str())?,
                day: number(found.get(3)?.as_str())?,
                span: Span::from(found.get(0)?.range()),
            })
        })
        .collect()
}

/// Days of a month; `None` when there is no such month. Without a year February may have 29.
pub(super) fn days(year: Option<u32>, month: u32) -> Option<u32> {
    let common = year.is_some_and(|y| y % 4 != 0 || (y % 100 == 0 && y % 400 != 0));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if common { 28 } else { 29 }),
        _ => None,
    }
}

impl Date {
    /// The day of the week, 0 for Sunday; `None` when the date does not exist.
    pub(super) fn weekday(&self) -> Option<usize> {
        let exists = (1..=days(Some(self.year), self.month)?).contains(&self.day) && self.year > 1582;
        // Sakamoto's method: what each month adds, and January and February counted to the year before.
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let shift = SHIFT.get(usize::try_from(self.month.checked_sub(1)?).ok()?)?;
        let year = if self.month < 3 { self.year.checked_sub(1)? } else { self.year };
        let sum = year + year / 4 - year / 100 + year / 400 + shift + self.day;
        usize::try_from(sum % 7).ok().filter(|_| exists)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_week() {
        for (text, weekday) in [
            ("2022年1月8日", 6),
            ("2024年2月29日", 4),
            ("二〇二四年一月十日", 3),
            ("2000 年 1 月 1 日", 6),
            ("\u{FF12}\u{FF10}\u{FF12}\u{FF15}年3月5日", 3),
        ] {
            let found = dates(text);
            assert_eq!(found.first().and_then(Date::weekday), Some(weekday), "{text}");
        }
        assert_eq!(dates("2023年2月29日").first().and_then(Date::weekday), None);
    }
}
