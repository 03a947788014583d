//! Small whole numbers as headings, series and announcements print them: 十二, 12, 二〇一九.
//! Reading and writing only; no rule lives here.

/// Digits of either width, a Chinese numeral up to 九十九, or Chinese digits (二〇一九).
#[must_use]
pub fn parse(printed: &str) -> Option<u32> {
    let digits: Vec<u32> = printed.chars().map(digit).collect::<Option<_>>()?;
    let ten = digits.iter().position(|&digit| digit == 10);
    match (ten, digits.as_slice()) {
        (_, []) => None,
        (None, all) if all.len() <= 9 => Some(all.iter().fold(0, |sum, digit| sum * 10 + digit)),
        (Some(0), [_]) => Some(10),
        (Some(0), [_, unit]) if *unit < 10 => Some(10 + unit),
        (Some(1), [tens, _]) => Some(tens * 10),
        (Some(1), [tens, _, unit]) if *unit < 10 => Some(tens * 10 + unit),
        _ => None,
    }
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '\u{FF10}'..='\u{FF19}' => u32::from(c) - 0xFF10,
        '〇' | '零' => 0,
        '两' => 2,
        '十' => 10,
        _ => match "一二三四五六七八九".chars().position(|it| it == c) {
            Some(at) => u32::try_from(at + 1).ok()?,
            None => c.to_digit(10)?,
        },
    })
}

/// 1 to 99 in Chinese; larger numbers in digits.
#[must_use]
pub fn chinese(value: u32) -> String {
    let names = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let name = |digit: u32| names.get(digit as usize).copied().unwrap_or("");
    match value {
        1..=9 => name(value).to_owned(),
        10..=19 => format!("十{}", name(value - 10)),
        20..=99 => format!("{}十{}", name(value / 10), name(value % 10)),
        _ => value.to_string(),
    }
}

/// `printed` with its number replaced by `value`, in the same kind of numerals: `(五)` to `(四)`.
#[must_use]
pub fn renumber(printed: &str, value: u32) -> String {
    let is_digit = |c: char| digit(c).is_some();
    let start = printed.find(is_digit).unwrap_or(0);
    let rest = printed.get(start..).unwrap_or("");
    let length = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
    let (number, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let arabic = number.chars().all(|c| c.is_ascii_digit());
    let number = if arabic { value.to_string() } else { chinese(value) };
    format!("{}{number}{tail}", printed.get(..start).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        for value in 1..100 {
            assert_eq!(parse(&chinese(value)), Some(value));
            assert_eq!(parse(&value.to_string()), Some(value));
        }
        assert_eq!(parse("二〇一九"), Some(2019));
        assert_eq!(parse("\u{FF11}\u{FF12}"), Some(12));
        assert_eq!(parse("十十"), None);
        assert_eq!(renumber("\u{FF08}五\u{FF09}", 14), "\u{FF08}十四\u{FF09}");
        assert_eq!(renumber("5.", 4), "4.");
    }
}
