//! What begins with an Arabic digit: figures, ranges, ranks.

use rust_decimal::Decimal;

use crate::quantity::number::{self, Arabic, char_at, char_before, digit, fold, skip_blanks};
use crate::quantity::unit::{self, Dimension};
use crate::text::Span;

use super::tail::{self, Tail};
use super::{Figure, Scanner, ends_here, names, ranks};

impl Scanner<'_> {
    /// Reads what begins at the digit at `at`; gives the byte to go on from.
    pub(super) fn arabic(&mut self, at: usize) -> usize {
        let text = self.text;
        let run = number::arabic(text, at);
        if let Some(end) = names::code(text, &run) {
            return end;
        }
        let Some(value) = run.value else { return run.end };
        match char_before(text, at) {
            Some('第') => return self.ordinal(&run, value),
            Some('前') => {
                if let Some(end) = self.leading(&run, value) {
                    return end;
                }
            }
            _ => {}
        }
        if let Some(end) = names::date(text, &run) {
            return end;
        }
        if names::heading(text, &run) || self.in_a_title(at) {
            return run.end;
        }
        let first = tail::read(text, run.end);
        if first.end == run.end
            && let Some(end) = names::named(text, &run)
        {
            return end;
        }
        if let Some(end) = self.range(&run, value, &first) {
            return end;
        }
        // “30条”: a document's nickname.
        if matches!(char_before(text, at), Some('“' | '"'))
            && matches!(char_at(text, first.end), Some('”' | '"'))
        {
            return first.end;
        }
        if first.unit.is_none() && self.is_a_bare_name(&run, &first) {
            return run.end;
        }
        let (mut value, mut ulp, mut end) = (value, Decimal::new(1, run.decimals.min(28)), first.end);
        let (mut unit, mut scale, mut surplus, mut weight) =
            (first.unit, first.scale, first.surplus, run.last_weight);
        let Some(scaled) = value.checked_mul(scale) else { return end };
        value = scaled;
        // 1亿5000万元: a second part of smaller scale.
        if unit.is_none()
            && surplus.is_none()
            && scale > Decimal::ONE
            && let Some((part, tail)) = smaller_part(text, end, scale)
            && let (Some(more), Some(sum)) = (
                part.value,
                part.value.and_then(|v| v.checked_mul(tail.scale)).and_then(|v| value.checked_add(v)),
            )
        {
            let _ = more;
            (value, unit, end, surplus, weight) = (sum, tail.unit, tail.end, tail.surplus, part.last_weight);
            ulp = Decimal::new(1, part.decimals.min(28));
            scale = tail.scale;
        }
        let factor = unit.map_or(Decimal::ONE, |printed| printed.factor);
        let multiple = scale.checked_mul(factor);
        let (Some(value), Some(multiple)) = (value.checked_mul(factor), multiple) else { return end };
        let start = self.sign(at, unit.map(|printed| printed.unit.dimension()));
        self.push(Figure {
            span: Span::new(start, end),
            numeral: Span::new(start, run.end),
            value: if start < at { -value } else { value },
            value_to: None,
            unit: unit.map(|printed| printed.unit),
            ulp: ulp.checked_mul(multiple).unwrap_or(ulp),
            decimals: run.decimals,
            scale,
            surplus: surplus.map(|span| (span, weight.checked_mul(multiple).unwrap_or(weight))),
            chinese: false,
            rank: false,
        })
    }

    /// `第8位` and `第2名` rank, `第3` after 排名 too; every other ordinal only counts off.
    fn ordinal(&mut self, run: &Arabic, value: Decimal) -> usize {
        let text = self.text;
        let start = run.start - '第'.len_utf8();
        let unit_at = skip_blanks(text, run.end);
        let unit = char_at(text, unit_at).filter(|c| matches!(c, '位' | '名'));
        if unit.is_none() && !(ends_here(text, run.end) && ranks(text, start)) || !run.plain {
            return names::range_mark(text, run.end)
                .filter(|&next| char_at(text, next).is_some_and(|c| digit(c).is_some()))
                .map_or(run.end, |next| number::arabic(text, next).end);
        }
        self.rank(start, run, value, unit.map_or(run.end, |c| unit_at + c.len_utf8()), unit)
    }

    /// `前10名`, `前3位`; `前11个月` is a date.
    fn leading(&mut self, run: &Arabic, value: Decimal) -> Option<usize> {
        let text = self.text;
        let tail = tail::read(text, run.end);
        let dated = tail.unit.is_some_and(|printed| printed.unit.dimension() == Dimension::Time);
        if dated && run.plain {
            return Some(tail.end);
        }
        let unit = char_at(text, run.end).filter(|c| matches!(c, '位' | '名'))?;
        Some(self.rank(run.start - '前'.len_utf8(), run, value, run.end + unit.len_utf8(), Some(unit)))
    }

    fn rank(&mut self, start: usize, run: &Arabic, value: Decimal, end: usize, unit: Option<char>) -> usize {
        self.push(Figure {
            span: Span::new(start, end),
            numeral: Span::new(run.start, run.end),
            value,
            value_to: None,
            unit: unit
                .and_then(|c| unit::longest(if c == '位' { "位" } else { "名" }))
                .map(|printed| printed.unit),
            ulp: Decimal::ONE,
            decimals: 0,
            scale: Decimal::ONE,
            surplus: None,
            chinese: false,
            rank: true,
        })
    }

    /// Where the figure at `at` begins with its minus sign.
    fn sign(&self, at: usize, dimension: Option<Dimension>) -> usize {
        let Some(c) = char_before(self.text, at).filter(|&c| matches!(fold(c), '-' | '\u{2212}' | '负'))
        else {
            return at;
        };
        let start = at - c.len_utf8();
        let signed = match char_before(self.text, start) {
            None => true,
            Some(before) if ('\u{4E00}'..='\u{9FFF}').contains(&before) => {
                dimension == Some(Dimension::Percent) || "长为是至到于达由从约降".contains(before)
            }
            Some(before) => {
                matches!(before, ' ' | '(' | '（' | '、' | ',' | '，' | ':' | '：' | '。' | '\u{A0}')
            }
        };
        let free = self.out.last().is_none_or(|last| last.span.end <= start);
        if signed && free { start } else { at }
    }

    /// A bare number that is no quantity: a year, a version, a code in quotes or brackets.
    fn is_a_bare_name(&self, run: &Arabic, tail: &Tail) -> bool {
        let text = self.text;
        let before = char_before(text, run.start);
        let after = char_at(text, run.end);
        if tail.scale != Decimal::ONE {
            return false;
        }
        let quoted = self.quote.is_some() && self.in_a_name(run.start);
        let marks = matches!(before, Some('“' | '"' | '‘' | '〔' | '《' | '「' | '『' | '['))
            || matches!(after, Some('”' | '"' | '’' | '〕' | '》'));
        let dated = run.integer_digits == 4
            && run.decimals <= 2
            && run.decimals > 0
            && text.get(run.start..run.start + 2).is_some_and(|c| c == "19" || c == "20");
        let version = run.decimals == 1
            && run.integer_digits == 1
            && Span::new(run.start, run.end).of(text).ends_with(".0");
        let bracketed = matches!(before, Some('(' | '（')) && matches!(after, Some(')' | '）'));
        run.looks_like_year() || quoted || marks || dated || version || bracketed
    }

    /// A range that begins with `run` (`3—5亿元`, `3万—5万`, `15—20%`, `3至5年`).
    fn range(&mut self, run: &Arabic, value: Decimal, first: &Tail) -> Option<usize> {
        let text = self.text;
        let mark_at = skip_blanks(text, first.end);
        let mark = names::range_mark(text, mark_at)?;
        let second_at = skip_blanks(text, mark);
        char_at(text, second_at).filter(|&c| digit(c).is_some())?;
        let word = Span::new(mark_at, mark).of(text);
        let changes = (word == "至" || word == "到")
            && char_before(text, run.start).is_some_and(|c| matches!(c, '由' | '从' | '自'));
        if changes || first.surplus.is_some() {
            return None;
        }
        let second = number::arabic(text, second_at);
        let last = tail::read(text, second.end);
        let second_value = second.value?;
        let same_unit = match (first.unit, last.unit) {
            (Some(one), Some(other)) => one.unit == other.unit,
            (Some(_), None) => false,
            (None, _) => true,
        };
        if !same_unit || last.surplus.is_some() {
            return None;
        }
        if first.unit.is_none()
            && last.unit.is_none()
            && first.scale == Decimal::ONE
            && last.scale == Decimal::ONE
        {
            // 0431-8888, 3-2: a code or a score; two numbers joined by 至 are left to stand.
            return (word != "至" && word != "到").then_some(second.end);
        }
        // 3—5亿元 shares the scale, 8000—1万元 does not.
        let shared = first.scale == Decimal::ONE && first.unit.is_none();
        let high = second_value.checked_mul(last.scale)?;
        let mut scale = if shared { last.scale } else { first.scale };
        if shared && value > second_value && value < high {
            scale = Decimal::ONE;
        }
        let factor = last.unit.map_or(Decimal::ONE, |printed| printed.factor);
        let low = value.checked_mul(scale)?.checked_mul(factor)?;
        let high = high.checked_mul(factor)?;
        let decimals = run.decimals.max(second.decimals);
        let ulp = Decimal::new(1, decimals.min(28)).checked_mul(last.scale)?.checked_mul(factor)?;
        Some(self.push(Figure {
            span: Span::new(run.start, last.end),
            numeral: Span::new(run.start, second.end),
            value: low,
            value_to: Some(high),
            unit: last.unit.map(|printed| printed.unit),
            ulp,
            decimals,
            scale: last.scale,
            surplus: None,
            chinese: false,
            rank: false,
        }))
    }
}

/// A second Arabic part of smaller scale directly behind a scaled one.
fn smaller_part(text: &str, at: usize, scale: Decimal) -> Option<(Arabic, Tail)> {
    char_at(text, at).filter(|&c| digit(c).is_some())?;
    let run = number::arabic(text, at);
    let tail = tail::read(text, run.end);
    (tail.scale > Decimal::ONE && tail.scale < scale && tail.unit.is_some()).then_some((run, tail))
}

#[cfg(test)]
mod tests {
    use crate::quantity::scan;

    /// text|value|value_to|unit|modifier, one for each quantity.
    fn all(text: &str) -> String {
        let mut out = Vec::new();
        for q in scan(text) {
            let to = q.value_to.map(|v| format!("..{}", v.normalize())).unwrap_or_default();
            let marks = format!(
                "{}{}",
                if q.rank { " rank" } else { "" },
                if q.threshold { " threshold" } else { "" }
            );
            out.push(format!(
                "{}={}{to} {} {}{marks}",
                q.span.of(text),
                q.value.normalize(),
                q.unit.map_or("-", |unit| unit.symbol()),
                q.modifier.label()
            ));
        }
        out.join("; ")
    }

    #[test]
    fn figures_with_units() {
        for (text, expected) in [
            ("实现928亿元,", "928亿元=92800000000 元 exact"),
            ("收入70.8亿元", "70.8亿元=7080000000 元 exact"),
            ("8390万美元", "8390万美元=83900000 美元 exact"),
            ("13亿斤", "13亿斤=650000 吨 exact"),
            ("增长6.5%", "6.5%=6.5 % exact"),
            ("提高3个百分点", "3个百分点=3 个百分点 exact"),
            ("273万人次", "273万人次=2730000 人次 exact"),
            ("200 万人", "200 万人=2000000 人 exact"),
            ("耗电3.7亿度", "3.7亿度=370000000 度 exact"),
            ("1亿5000万元", "1亿5000万元=150000000 元 exact"),
            ("12,345个", "12,345个=12345 个 exact"),
            ("降至35微克/立方米", "35微克/立方米=35 微克/立方米 exact"),
            ("3千余人", "3千余人=3000 人 more_than"),
            ("增长-12.7%", "-12.7%=-12.7 % exact"),
            ("建成3大基地", "3大=3 个 exact"),
            ("每年38", "38=38 - exact"),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn hedges() {
        for (text, expected) in [
            ("约50家", "50家=50 家 approx"),
            ("与50多家企业", "50多家=50 家 more_than"),
            ("突破18亿元", "18亿元=1800000000 元 more_than"),
            ("增长10%以上", "10%=10 % at_least"),
            ("控制在4%以内", "4%=4 % at_most"),
            ("100万吨左右", "100万吨=1000000 吨 approx"),
            ("不到5%", "5%=5 % less_than"),
            ("近30万人", "30万人=300000 人 nearly"),
            ("近5年来", "5年=5 年 exact"),
            ("签约50个", "50个=50 个 exact"),
            ("每乡至少引进项目2个、园区1个,另有3个", "2个=2 个 at_least; 1个=1 个 at_least; 3个=3 个 exact"),
            ("30余万元", "30余万元=300000 元 more_than"),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, expected) in [
            ("3—5亿元", "3—5亿元=300000000..500000000 元 exact"),
            ("3万—5万", "3万—5万=30000..50000 - exact"),
            ("3至5万元", "3至5万元=30000..50000 元 exact"),
            ("15—20%", "15—20%=15..20 % exact"),
            ("8%—6%", "8%—6%=8..6 % exact"),
            ("8000—1万元", "8000—1万元=8000..10000 元 exact"),
            ("由3%到5%", "3%=3 % exact; 5%=5 % exact"),
            ("3到5年", "3到5年=3..5 年 exact"),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn ranks_and_thresholds() {
        for (text, expected) in [
            ("居全省第1位", "第1位=1 位 exact rank"),
            ("获第2名", "第2名=2 名 exact rank"),
            ("进入前10名", "前10名=10 名 exact rank"),
            ("排名全省第3,", "第3=3 - exact rank"),
            ("第3次全会", ""),
            ("3000万元以上项目2个", "3000万元=30000000 元 at_least threshold; 2个=2 个 exact"),
            ("20吨以下燃煤锅炉", "20吨=20 吨 at_most threshold"),
            ("新增10户以上", "10户=10 户 at_least"),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }
}
