//! What is printed with digits and is no quantity: dates, ordinals, codes, roads, platforms,
//! versions, heading numbers.

use crate::quantity::number::{self, Arabic, char_at, char_before, digit, fold, skip_blanks};

/// The mark of a range at `at`: its end.
pub(super) fn range_mark(text: &str, at: usize) -> Option<usize> {
    let c = char_at(text, at)?;
    let end = at + c.len_utf8();
    match fold(c) {
        '-' | '~' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' | '\u{2010}' | '至' | '到'
        | '\u{301C}' => {
            // A double dash is punctuation.
            (!matches!(char_at(text, end), Some('\u{2014}'))).then_some(end)
        }
        _ => None,
    }
}

/// Past a code that `run` is part of because of what stands before or joins it
/// (PM2.5, G15, 8+3, 16:17, 7·20, 3/4, 7×24小时, 3:2, 1.2.3).
pub(super) fn code(text: &str, run: &Arabic) -> Option<usize> {
    let before = char_before(text, run.start);
    let hyphened =
        matches!(before, Some('-' | '\u{2014}' | '\u{2013}' | '·' | '.' | '#' | '_' | '+' | '/' | '×'))
            && before
                .and_then(|c| char_before(text, run.start - c.len_utf8()))
                .is_some_and(|c| fold(c).is_ascii_alphabetic() || c == 'Ⅰ');
    let lettered = before.is_some_and(|c| {
        fold(c).is_ascii_alphabetic()
            || matches!(c, '.' | '+' | '#' | '_' | '№' | '·' | '\'' | '’' | '‘' | '^' | '$' | '@')
    });
    if lettered || hyphened || run.value.is_none() {
        return Some(end_of_code(text, run.end));
    }
    let mark = char_at(text, run.end)?;
    let next = char_at(text, run.end + mark.len_utf8());
    let joined = match fold(mark) {
        '+' => {
            next.is_some_and(|c| fold(c).is_ascii_alphanumeric() || ('\u{4E00}'..='\u{9FFF}').contains(&c))
        }
        ':' | '\u{2236}' | '/' | '·' | '×' | '*' | '\u{2022}' | '=' | '^' | '\u{30FB}' | '\u{2027}' => {
            next.is_some_and(|c| digit(c).is_some() || fold(c).is_ascii_alphabetic())
        }
        letter if letter.is_ascii_alphabetic() => {
            crate::quantity::unit::longest(text.get(run.end..).unwrap_or("")).is_none()
        }
        _ => false,
    };
    joined.then(|| end_of_code(text, run.end))
}

/// The end of a run of letters, digits and marks that join them.
fn end_of_code(text: &str, mut at: usize) -> usize {
    while let Some(c) = char_at(text, at) {
        let next = at + c.len_utf8();
        let folded = fold(c);
        let joins = matches!(
            folded,
            '.' | '+' | '-' | ':' | '/' | '\u{2236}' | '·' | '×' | '*' | '_' | '^' | '=' | '\u{2022}' | '对'
        ) && char_at(text, next).is_some_and(|c| fold(c).is_ascii_alphanumeric());
        if !folded.is_ascii_alphanumeric() && !joins {
            break;
        }
        at = next;
    }
    at
}

/// Past a date, a clock time or a period that `run` begins (2016年, 2013-2016年, 1-11月, 8日, 3季度,
/// 80年代). A bare number that looks like a year is judged by the caller, who knows its unit.
pub(super) fn date(text: &str, run: &Arabic) -> Option<usize> {
    let end = skip_blanks(text, run.end);
    if let Some(after) = calendar_word(text, end, run) {
        return Some(after);
    }
    let mark = range_mark(text, end)?;
    let second_at = skip_blanks(text, mark);
    char_at(text, second_at).filter(|&c| digit(c).is_some())?;
    let second = number::arabic(text, second_at);
    let behind = skip_blanks(text, second.end);
    if run.looks_like_year() && second.plain && (second.looks_like_year() || second.integer_digits == 2) {
        // 2013-2016年, (2016-2020), 2013-16年; but 2000-2050元 is money.
        if matches!(char_at(text, behind), Some('年' | '学' | '赛')) {
            return Some(behind);
        }
        let measured = super::tail::read(text, second.end).unit.is_some();
        return (!measured).then_some(second.end);
    }
    let small = run.plain && run.integer_digits <= 2 && second.plain && second.integer_digits <= 2;
    (small && calendar_word(text, behind, &second).is_some() && char_at(text, behind) != Some('年'))
        .then(|| calendar_word(text, behind, &second).unwrap_or(second.end))
}

/// Past a word at `at` that makes `run` a date.
fn calendar_word(text: &str, at: usize, run: &Arabic) -> Option<usize> {
    let tail = text.get(at..)?;
    let c = tail.chars().next()?;
    let past = at + c.len_utf8();
    if !run.plain {
        return None;
    }
    match c {
        '年' if run.looks_like_year() || tail.starts_with("年代") => Some(past),
        '年' if run.integer_digits == 4 && !tail.starts_with("年一遇") => Some(past),
        // 8时30分: the minutes belong to the time of day.
        '时' | '点' | '點' if run.at_most(24) => {
            Some(past + minutes(tail.get(c.len_utf8()..).unwrap_or("")))
        }
        '月' if run.at_most(12) => Some(past),
        '日' if run.at_most(31) => Some(past),
        '号' | '届' => Some(past),
        '世' if tail.starts_with("世纪") => Some(at + "世纪".len()),
        '季' if tail.starts_with("季度") => Some(at + "季度".len()),
        '周' if tail.starts_with("周年") => Some(at + "周年".len()),
        _ => None,
    }
}

/// Length of the minutes that open `tail` (30分).
fn minutes(tail: &str) -> usize {
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = (1..=2).contains(&digits) && tail.get(digits..).is_some_and(|rest| rest.starts_with('分'));
    if minutes { digits + "分".len() } else { 0 }
}

/// Words after a bare number that make it a name.
const NAMED: [&str; 28] = [
    "省道",
    "国道",
    "县道",
    "乡道",
    "高速",
    "平台",
    "热线",
    "版",
    "后",
    "强",
    "型",
    "路",
    "线",
    "弄",
    "专线",
    "系列",
    "电话",
    "工程",
    "战略",
    "行动",
    "模式",
    "国际",
    "代",
    "计划",
    "政务",
    "市民热线",
    "引才",
    "#",
];

/// Past a name that a bare `run` begins (219省道, 8890平台, 90后, 500强).
pub(super) fn named(text: &str, run: &Arabic) -> Option<usize> {
    let at = skip_blanks(text, run.end);
    let tail = text.get(at..)?;
    let road = ["国道", "省道", "县道", "乡道", "附件", "附表", "专栏"]
        .iter()
        .any(|word| text.get(..run.start).is_some_and(|head| head.ends_with(word)));
    if road {
        return Some(run.end);
    }
    // 地铁1、2号线: the numbers of a list of names.
    let mut listed = run.end;
    while let Some(c) = char_at(text, listed).filter(|c| matches!(c, '、' | '和' | '及')) {
        let next = listed + c.len_utf8();
        if listed - run.end > 40 || char_at(text, next).and_then(digit).is_none() {
            break;
        }
        listed = number::arabic(text, next).end;
        let list_of_names = ["号", "省道", "国道", "县道", "#"];
        if text.get(listed..).is_some_and(|rest| list_of_names.iter().any(|word| rest.starts_with(word))) {
            return Some(listed);
        }
    }
    NAMED.iter().find(|word| tail.starts_with(**word)).map(|word| at + word.len())
}

/// Past the web address that begins at `at`: everything up to a blank or a character beyond ASCII.
pub(super) fn address(text: &str, at: usize) -> Option<usize> {
    let tail = text.get(at..)?;
    let opens = ["http://", "https://", "www."].iter().any(|opening| tail.starts_with(opening));
    opens.then(|| at + tail.find(|c: char| !c.is_ascii_graphic()).unwrap_or(tail.len()))
}

/// Past the year that is printed directly behind the number of an item (`17.2006年…`).
pub(super) fn year_behind_number(text: &str, run: &Arabic) -> Option<usize> {
    let printed = text.get(run.start..run.end)?;
    let (_, year) = printed.split_once('.').filter(|_| run.decimals == 4 && run.integer_digits <= 2)?;
    let dated = (year.starts_with("19") || year.starts_with("20")) && char_at(text, run.end) == Some('年');
    dated.then_some(run.end + '年'.len_utf8())
}

/// Whether `run` is the number of a heading or of a bracketed item: `1.`, `2、` at the beginning,
/// `(1)` anywhere, `〔2018〕`.
pub(super) fn heading(text: &str, run: &Arabic) -> bool {
    if !run.plain || run.integer_digits > 4 {
        return false;
    }
    let after = char_at(text, run.end).map(fold);
    let head = text.get(..run.start).unwrap_or("");
    let before = head.chars().next_back().map(fold);
    let bracketed = matches!(before, Some('(' | '〔' | '[' | '【' | '\u{FF3B}'))
        && matches!(after, Some(')' | '〕' | ']' | '】'));
    let opens = head
        .trim_end_matches(['#', '*', ' ', '\u{3000}', '\u{A0}', '-', '(', '\u{FF08}'])
        .chars()
        .next_back()
        .is_none_or(|c| c == '\n');
    let marked = matches!(after, Some('.' | '、' | ')' | '\u{FF0E}'));
    // An inline `2.` stands after a sentence mark.
    let inline = run.integer_digits <= 2
        && after == Some('.')
        && matches!(before, Some('。' | ';' | ':' | '；' | '：' | ' '));
    bracketed || (opens && marked) || inline
}

#[cfg(test)]
mod tests {
    use crate::quantity::scan;

    #[test]
    fn names_dates_and_codes_are_no_quantities() {
        for text in [
            "2016年",
            "1月10日",
            "2013-2016年度",
            "(2016-2020)",
            "2016—2020年",
            "1-11月",
            "10至12日",
            "80年代",
            "3季度",
            "PM2.5",
            "PM10",
            "5G网络",
            "4A级景区",
            "宝马X5",
            "G15高速",
            "8890平台",
            "219省道",
            "102国道",
            "国道102",
            "37号文件",
            "国发〔2016〕28号",
            "1号线",
            "“8+3”",
            "5+3+7+5",
            "2+2+N",
            "1+1对1",
            "16:17",
            "12345热线",
            "90后",
            "500强企业",
            "“7.29”",
            "\"7.29\"\"8.02\"",
            "7\u{B7}20",
            "3.0版",
            "新政 3.0 版",
            "2025高端制造双创园",
            "拥抱2019",
            "1. 抓项目",
            "2、抓项目",
            "(3)抓项目",
            "1.2.3",
            "7×24小时",
            "第8次",
            "第15届",
            "70周年",
            "COVID-19",
            "8时30分",
            "《2030年行动》",
            "“1236”",
            "2020.12",
            "前11个月",
            "R&D",
            "4K",
        ] {
            assert_eq!(
                scan(text).iter().map(|q| q.span.of(text)).collect::<Vec<_>>(),
                Vec::<&str>::new(),
                "{text}"
            );
        }
    }
}
