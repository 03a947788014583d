//! Numerals that stand alone: a line or a clause that is nothing but a numeral, perhaps with its unit (a
//! cell of a table, an entry of a list). Forms count here that in running text are words or codes: single
//! digits, blanks between characters, mixed scripts, a stroke or an exponent.

use rust_decimal::Decimal;

use crate::quantity::number::{self, chinese_digit, digit, fold, multiplier, power_of_ten};
use crate::quantity::unit::{self, Dimension, Printed};
use crate::text::Span;

use super::fraction::{percent_of, quotient, share};
use super::{Figure, Scanner};

/// Longest clause that is tried, in bytes.
const LONGEST: usize = 160;

/// A clause without its blanks.
struct Squeezed {
    text: String,
    /// Where each byte of `text` stands in the scanned text, and one past the last.
    place: Vec<usize>,
    /// One past the clause in the scanned text.
    end: usize,
    /// The clause is its whole line.
    line: bool,
    /// Blanks were left out.
    spaced: bool,
}

/// A numeral at the beginning of a squeezed clause.
#[derive(Clone, Copy)]
struct Read {
    value: Decimal,
    /// Bytes up to the end of the numeral, its scale word included.
    len: usize,
    decimals: u32,
    last_weight: Decimal,
    form: Form,
    /// 余, 多 or 几 within the numeral.
    surplus: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Digits with nothing remarkable about them: running text reads them as well.
    Arabic,
    /// Digits that only here are a number (.5, 2.5e3, 15k).
    Special,
    Chinese,
    /// 三分之一, 3/5.
    Common,
    /// 百分之五.
    Percentage,
}

impl Scanner<'_> {
    /// The figures of the clause that begins at `at`, when there is nothing else in it; where it ends.
    pub(super) fn alone(&mut self, at: usize) -> Option<usize> {
        if self.quote.is_some() || self.title.is_some() {
            return None;
        }
        let clause = squeeze(self.text, at)?;
        let mut figures = Vec::new();
        let mut from = joiner(&clause, 0);
        while from < clause.text.len() {
            let rest = clause.text.get(from..)?;
            let (figure, len) = figure(&clause, rest, from)?;
            figures.push(figure);
            from = joiner(&clause, from + len);
        }
        if figures.is_empty() {
            return None;
        }
        for figure in figures {
            self.push(figure);
        }
        Some(clause.end)
    }
}

/// Past the words and marks that may stand around numerals of a clause that says nothing else.
fn joiner(clause: &Squeezed, from: usize) -> usize {
    let rest = clause.text.get(from..).unwrap_or("");
    if from == 0
        && let Some(word) = ["还有", "還有", "和"].iter().find(|word| rest.starts_with(**word))
    {
        return word.len();
    }
    if !clause.line {
        return from;
    }
    // “一”和“五”; 两百点两 is a damaged decimal, of which both parts are shown.
    if rest.starts_with("点两") {
        return from + "点".len();
    }
    let marks = rest.len() - rest.trim_start_matches(['“', '”', '和']).len();
    from + if marks < rest.len() || from > 0 { marks } else { 0 }
}

/// The clause at `at` without blanks; `None` when it is too long or does not begin like a numeral.
fn squeeze(text: &str, at: usize) -> Option<Squeezed> {
    let mut squeezed =
        Squeezed { text: String::new(), place: Vec::new(), end: at, line: true, spaced: false };
    let (mut blank, mut begun) = (None, false);
    for (offset, c) in text.get(at..)?.char_indices() {
        let place = at + offset;
        if place - at > LONGEST {
            return None;
        }
        let comma = matches!(c, ',' | '，') && within_digits(text, place, c.len_utf8());
        if matches!(c, '\n' | '；' | '。' | ';' | '!' | '?' | '！' | '？')
            || (matches!(c, ',' | '，') && !comma)
        {
            squeezed.line &= c == '\n';
            break;
        }
        if matches!(c, ' ' | '\u{A0}' | '\u{3000}' | '\t') {
            squeezed.end = place + c.len_utf8();
            blank = blank.or(begun.then_some(place));
            continue;
        }
        if !begun && !begins(c) {
            return None;
        }
        begun = true;
        squeezed.spaced |= blank.is_some();
        // A blank between digits separates whole and fraction: 1 3/5.
        if let Some(gap) = blank.take()
            && squeezed.text.ends_with(|last: char| last.is_ascii_digit())
            && digit(c).is_some()
        {
            squeezed.text.push('又');
            squeezed.place.extend([gap; 3]);
        }
        let folded = fold(c);
        squeezed.text.push(folded);
        squeezed.place.extend(std::iter::repeat_n(place, folded.len_utf8()));
        squeezed.end = place + c.len_utf8();
    }
    let last = squeezed.end;
    squeezed.place.push(text.get(..last)?.trim_end_matches([' ', '\u{A0}', '\u{3000}', '\t']).len());
    squeezed.line &= text.get(..at)?.is_empty() || text.get(..at)?.ends_with('\n');
    (!squeezed.text.is_empty()).then_some(squeezed)
}

/// Whether the comma at `at` stands between digits.
fn within_digits(text: &str, at: usize, len: usize) -> bool {
    number::char_before(text, at).and_then(digit).is_some()
        && number::char_at(text, at + len).and_then(digit).is_some()
}

/// Whether a clause of numerals may begin with `c`.
fn begins(c: char) -> bool {
    digit(c).is_some()
        || chinese_digit(c).is_some()
        || multiplier(c).is_some()
        || matches!(
            fold(c),
            '负' | '負' | '-' | '\u{2212}' | '.' | '半' | '廿' | '卅' | '“' | '还' | '還' | '和'
        )
}

/// The figure at the beginning of `rest`, which begins at `from` in the clause, and its length.
fn figure(clause: &Squeezed, rest: &str, from: usize) -> Option<(Figure, usize)> {
    let place = |offset: usize| clause.place.get(from + offset).copied();
    if let Some(half) = ["半成", "半折"].iter().find(|half| rest == **half) {
        let value = if *half == "半成" { Decimal::from(5) } else { Decimal::from(50) };
        let span = Span::new(place(0)?, place(rest.len())?);
        let numeral = Span::new(place(0)?, place('半'.len_utf8())?);
        return Some((
            Figure { chinese: true, ..Figure::new(span, numeral, value, unit::of_symbol("%")) },
            rest.len(),
        ));
    }
    let read = numeral(rest)?;
    if let Some(range) = range(clause, rest, from, &read) {
        return Some((range, rest.len()));
    }
    let span = Span::new(place(0)?, place(read.len)?);
    match read.form {
        Form::Percentage if read.len == rest.len() => {
            let decimals = read.decimals;
            let figure = Figure::new(span, span, read.value, unit::of_symbol("%"));
            return Some((
                Figure { ulp: Decimal::new(1, decimals.min(28)), decimals, chinese: true, ..figure },
                read.len,
            ));
        }
        Form::Common if clause.line || rest.contains("分之") => {
            return (read.len == rest.len()).then(|| (share(span, read.value), read.len));
        }
        Form::Percentage | Form::Common => return None,
        _ => {}
    }
    let (behind, trailing) = match rest.get(read.len..)?.strip_prefix(['多', '余']) {
        Some("") => (rest.get(rest.len()..)?, true),
        _ => (rest.get(read.len..)?, false),
    };
    let surplus = (trailing || read.surplus)
        .then_some((Span::new(place(read.len.saturating_sub(1))?, place(read.len)?), read.last_weight));
    // 一百以上: the hedge is read where the figure is added.
    let hedged = ["以上", "以下", "以内", "左右", "上下"].iter().find(|word| behind.ends_with(**word));
    let behind = hedged.and_then(|word| behind.strip_suffix(word)).unwrap_or(behind);
    let rest = rest.get(..rest.len() - hedged.map_or(0, |word| word.len()))?;
    let unit = if behind.is_empty() { None } else { unit::longest(behind) };
    // 五块 is money where nothing else is said.
    let unit = match unit {
        Some(printed) if clause.line && matches!(behind, "块" | "塊") => {
            unit::of_symbol("元").map(|unit| Printed { unit, ..printed })
        }
        unit => unit,
    };
    let mut factor = Decimal::ONE;
    let mut value = read.value;
    let mut len = rest.len() - behind.len();
    if let Some(printed) = unit {
        let tenths = tenths(behind, printed);
        value = value.checked_add(tenths.map_or(Decimal::ZERO, |(tenths, _)| tenths))?;
        factor = if printed.folds && value >= Decimal::TEN { Decimal::ONE } else { printed.factor };
        len += printed.len + tenths.map_or(0, |(_, len)| len);
    }
    // 三块五毛: one sum, which running text reads.
    let parts = rest.get(len..).is_some_and(|rest| !rest.is_empty());
    let money = unit.is_some_and(|printed| matches!(behind.get(..printed.len), Some("块" | "元" | "圆")));
    if !admitted(clause, rest, &read, unit, len) || (parts && money) {
        return None;
    }
    let ulp =
        if read.decimals > 0 || read.value >= Decimal::ONE_HUNDRED { read.last_weight } else { Decimal::ONE };
    let figure = Figure::new(
        Span::new(place(0)?, place(len)?),
        span,
        value.checked_mul(factor)?,
        unit.map(|printed| printed.unit),
    );
    let figure = Figure {
        ulp: ulp.checked_mul(factor)?,
        decimals: read.decimals,
        surplus,
        chinese: read.form == Form::Chinese,
        ..figure
    };
    Some((figure, len + hedged.map_or(0, |word| word.len())))
}

/// 五到十, 三十至五十个: a range that is its whole line.
fn range(clause: &Squeezed, rest: &str, from: usize, first: &Read) -> Option<Figure> {
    let place = |offset: usize| clause.place.get(from + offset).copied();
    let mark =
        rest.get(first.len..)?.chars().next().filter(|c| matches!(c, '到' | '至' | '-' | '~' | '—'))?;
    let at = first.len + mark.len_utf8();
    let second = part(rest.get(at..)?)?;
    let behind = rest.get(at + second.len..)?;
    let unit = if behind.is_empty() { None } else { Some(unit::longest(behind)?) };
    let plain = |read: &Read| read.form == Form::Chinese && !read.surplus;
    let whole = unit.is_none_or(|printed| printed.len == behind.len());
    // What running text reads better: Arabic ends, shared scale words.
    if !clause.line || !whole || !plain(first) || !plain(&second) || first.value >= second.value {
        return None;
    }
    let shares = rest.get(at..at + second.len)?.ends_with(['百', '千', '万', '亿'])
        && !rest.get(..first.len)?.contains(['百', '千', '万', '亿']);
    if shares || unit.is_some_and(|printed| printed.folds) {
        return None;
    }
    let factor = unit.map_or(Decimal::ONE, |printed| printed.factor);
    let end = place(rest.len())?;
    Some(Figure {
        value_to: Some(second.value.checked_mul(factor)?),
        ulp: factor,
        chinese: true,
        ..Figure::new(
            Span::new(place(0)?, end),
            Span::new(place(0)?, place(at + second.len)?),
            first.value.checked_mul(factor)?,
            unit.map(|printed| printed.unit),
        )
    })
}

/// 七成六, 三成半: the tenths behind 成 at the end of the clause, and their length.
fn tenths(behind: &str, printed: Printed) -> Option<(Decimal, usize)> {
    let rest = behind.strip_prefix('成')?;
    let mut chars = rest.chars();
    let c = chars.next().filter(|_| chars.next().is_none() && printed.len == '成'.len_utf8())?;
    let tenths = if c == '半' { 5 } else { chinese_digit(c)? };
    Some((Decimal::new(i64::from(tenths), 1), c.len_utf8()))
}

/// Whether the numeral may stand alone in this clause. In a line of its own any may; in a clause of a
/// sentence only what can be nothing but a number (二百五, 十五点七), or a percentage.
fn admitted(clause: &Squeezed, rest: &str, read: &Read, unit: Option<Printed>, len: usize) -> bool {
    let whole = len == rest.len();
    let percent = unit
        .is_some_and(|printed| matches!(printed.unit.dimension(), Dimension::Percent | Dimension::Points));
    let printed = rest.get(..read.len).unwrap_or("");
    let chars = printed.chars().count();
    match read.form {
        // Dates, codes and heading numbers are judged where running text is.
        Form::Arabic => return whole && percent && clause.spaced,
        // 4K is a resolution, 2.5 M a number.
        Form::Special => {
            let resolution = printed.ends_with(['K', 'M']) && !printed.contains('.');
            return whole && (percent || clause.line && !resolution);
        }
        _ => {}
    }
    if printed.starts_with(|c: char| c.is_ascii_digit()) && !clause.spaced {
        return false;
    }
    // 一七二零, read digit by digit: in a line of its own, when it is no year; 三八折.
    let digits = chars > 1 && printed.chars().all(|c| chinese_digit(c).is_some());
    if digits {
        let year = read.value >= Decimal::from(1900) && read.value <= Decimal::from(2100);
        let number = clause.line && unit.is_none() && !year && !printed.contains(['两', '兩']);
        return whole && (number || unit.is_some_and(|printed| printed.folds) && chars == 2);
    }
    if unit.is_some_and(|printed| printed.folds) {
        return whole && printed != "十" && (printed != "一" || !clause.line);
    }
    // 一美元 is any dollar.
    if printed == "一" && unit.is_some_and(|printed| printed.unit.dimension() == Dimension::Money) {
        return false;
    }
    if percent {
        return whole;
    }
    // 百三 is 130, but 百八十个 any number near a hundred.
    if unit.is_some() && printed.starts_with(['百', '千', '万']) {
        return false;
    }
    if clause.line {
        return true;
    }
    unit.is_none() && whole && (read.value.abs() >= Decimal::ONE_HUNDRED || read.decimals > 0) && chars > 1
}

/// The numeral at the beginning of `text`, which has no blanks.
fn numeral(text: &str) -> Option<Read> {
    let unsigned = text.strip_prefix(['负', '負', '-', '\u{2212}']);
    let sign = text.len() - unsigned.unwrap_or(text).len();
    let body = unsigned.unwrap_or(text);
    let mut read = part(body).map_or_else(|| over_hundred(body), Some)?;
    if let Some(fraction) = fraction(body, &read) {
        read = fraction;
    }
    if unsigned.is_some() {
        read.value.set_sign_negative(!read.value.is_zero() && read.value.is_sign_positive());
    }
    read.len += sign;
    Some(read)
}

/// 百分之五 and 千分之三, whose denominator is a multiplier alone.
fn over_hundred(text: &str) -> Option<Read> {
    let (denominator, rest) = text.split_once("分之")?;
    let worth = percent_of(denominator)?;
    let over = part(rest)?;
    let len = text.len() - rest.len() + over.len;
    Some(Read { value: over.value.checked_mul(worth)?, len, form: Form::Percentage, ..over })
}

/// The fraction that `first` begins: 三分之一, 五又四分之三, 3/5, 1又3/5.
fn fraction(text: &str, first: &Read) -> Option<Read> {
    let rest = text.get(first.len..)?;
    let (whole, under_at) = match rest.strip_prefix('又') {
        Some(_) => (first.value, first.len + '又'.len_utf8()),
        None => (Decimal::ZERO, 0),
    };
    let one = part(text.get(under_at..)?)?;
    let mark_at = under_at + one.len;
    let mark = ["分之", "/"]
        .into_iter()
        .find(|mark| text.get(mark_at..).is_some_and(|rest| rest.starts_with(mark)))?;
    let over_at = mark_at + mark.len();
    let signed = text.get(over_at..)?;
    let unsigned = signed.strip_prefix(['负', '負', '-']);
    let other = part(unsigned.unwrap_or(signed))?;
    let (mut over, under) = if mark == "/" { (one.value, other.value) } else { (other.value, one.value) };
    if one.decimals > 0 || other.decimals > 0 || under.is_zero() {
        return None;
    }
    if unsigned.is_some() {
        over.set_sign_negative(true);
    }
    let len = over_at + signed.len() - unsigned.unwrap_or(signed).len() + other.len;
    Some(Read { value: quotient(whole, over, under)?, len, decimals: 0, form: Form::Common, ..*first })
}

/// One unsigned numeral: Arabic, Chinese or of both.
fn part(text: &str) -> Option<Read> {
    let end = text.char_indices().find(|&(at, c)| !continues(text, at, c)).map_or(text.len(), |(at, _)| at);
    let run = text.get(..end)?;
    if run.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        let padded = if run.starts_with('.') { format!("0{run}") } else { run.to_owned() };
        let figure = number::arabic(&padded, 0);
        if figure.end == padded.len() {
            let (exponent, len) = exponent(text.get(end..)?);
            let special = len > 0 || run.starts_with('.');
            return Some(Read {
                value: scaled(figure.value?, exponent)?,
                len: end + len,
                decimals: figure.decimals,
                last_weight: figure.last_weight,
                form: if special { Form::Special } else { Form::Arabic },
                surplus: false,
            });
        }
    }
    let plain: String = run.chars().filter(|c| !matches!(c, '几' | '幾' | '余' | '馀' | '多')).collect();
    let surplus = plain.len() < run.len();
    let plain = if surplus {
        plain.replace("零万", "万").replace("零亿", "亿").replace("零億", "億").replace("零萬", "萬")
    } else {
        plain
    };
    let plain = plain.trim_end_matches(if surplus { "零" } else { "\u{0}" });
    if !plain.chars().any(|c| {
        digit(c).is_some() || chinese_digit(c).is_some() || matches!(c, '十' | '拾' | '半' | '廿' | '卅')
    }) {
        return None;
    }
    let read = number::chinese(plain)?;
    Some(Read {
        value: read.value,
        len: end,
        decimals: read.decimals,
        last_weight: read.last_weight,
        form: Form::Chinese,
        surplus,
    })
}

/// Whether the character at `at` goes on with a numeral.
fn continues(text: &str, at: usize, c: char) -> bool {
    let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    let before = number::char_before(text, at);
    match c {
        '.' | ',' => next.is_some_and(|c| c.is_ascii_digit()),
        '点' | '點' => next
            .is_some_and(|c| digit(c).is_some() || chinese_digit(c).is_some() && !matches!(c, '两' | '兩')),
        '半' => next == Some('百') && at == 0,
        '廿' | '卅' => true,
        '几' | '幾' => {
            before.is_some_and(|c| matches!(c, '十' | '百' | '零')) && next.and_then(multiplier).is_some()
        }
        '余' | '馀' | '多' => at > 0 && next.and_then(multiplier).is_some(),
        // 120万千瓦, 50兆瓦: the beginning of a unit.
        '千' | '兆'
            if at > 0
                && matches!(next, Some('瓦' | '米' | '伏' | '克' | '卡' | '帕' | '赫'))
                && before.is_none_or(|c| chinese_digit(c).is_none()) =>
        {
            false
        }
        _ => c.is_ascii_digit() || chinese_digit(c).is_some() || multiplier(c).is_some(),
    }
}

/// The exponent behind an Arabic figure (e3, E-1, k, M), and its length.
fn exponent(text: &str) -> (i32, usize) {
    let Some(rest) = text.strip_prefix(['e', 'E']) else {
        let (power, len) = match text.chars().next() {
            Some('k' | 'K') => (3, 1),
            Some('M') => (6, 1),
            _ => return (0, 0),
        };
        let after = text.get(len..).unwrap_or("");
        return if after.is_empty() || after.starts_with("个百分点") || after.starts_with("個百分點") {
            (power, len)
        } else {
            (0, 0)
        };
    };
    let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let power = unsigned.get(..digits).and_then(|digits| digits.parse::<i32>().ok());
    match power.filter(|power| *power <= 28 && digits == unsigned.len()) {
        Some(power) => (if rest.starts_with('-') { -power } else { power }, text.len()),
        None => (0, 0),
    }
}

/// `value` with its point moved.
fn scaled(value: Decimal, exponent: i32) -> Option<Decimal> {
    let power = power_of_ten(exponent.unsigned_abs());
    if exponent < 0 { value.checked_div(power) } else { value.checked_mul(power) }
}
