//! What begins with an Arabic digit: figures, ranges, ranks.

use rust_decimal::Decimal;

use crate::quantity::number::{
    self, Arabic, char_at, char_before, chinese_digit, digit, multiplier, skip_blanks,
};
use crate::quantity::unit::{self, Dimension};
use crate::text::Span;

use super::tail::{self, Tail};
use super::{Figure, Scanner, ends_here, money, names, ranks};

impl Scanner<'_> {
    /// Reads what begins at the digit at `at`; gives the byte to go on from.
    pub(super) fn arabic(&mut self, at: usize) -> usize {
        let text = self.text;
        let run = number::arabic(text, at);
        if let Some(end) = self.stroke(&run).or_else(|| self.fraction(at)) {
            return end;
        }
        if let Some(end) = self.ratio(&run) {
            return end;
        }
        let currency = money::sign_before(text, at);
        if currency.is_none()
            && let Some(end) = names::code(text, &run)
        {
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
        if let Some(end) = names::year_behind_number(text, &run) {
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
        if let Some(spoken) = money::spoken(text, Span::new(at, run.end), value) {
            return self.spoken(at, Span::new(at, run.end), spoken);
        }
        if let Some(end) = self.mixed(at, &first) {
            return end;
        }
        let unit = first.unit.map(|printed| printed.unit).or(currency.map(|(_, unit)| unit));
        let Some(multiple) = first.multiple(value) else { return first.end };
        let Some(value) = value.checked_add(first.extra).and_then(|sum| sum.checked_mul(multiple)) else {
            return first.end;
        };
        let ulp =
            if first.extra.is_zero() { Decimal::new(1, run.decimals.min(28)) } else { Decimal::new(1, 1) };
        let (signed, unit) = self.sign(at, unit);
        let start = currency.filter(|_| first.unit.is_none()).map_or(signed, |(start, _)| start);
        self.push(Figure {
            ulp: ulp.checked_mul(multiple).unwrap_or(ulp),
            decimals: run.decimals,
            scale: first.scale,
            surplus: first
                .surplus
                .map(|span| (span, run.last_weight.checked_mul(multiple).unwrap_or(run.last_weight))),
            ..Figure::new(
                Span::new(start, first.end),
                Span::new(signed, first.scale_end),
                if self.is_below_zero(signed, at) { -value } else { value },
                unit,
            )
        })
    }

    /// Arabic parts of falling scale, with Chinese ones among them: 1亿5000万元, 25万6千人, 1千零20.
    fn mixed(&mut self, at: usize, first: &Tail) -> Option<usize> {
        let text = self.text;
        if first.unit.is_some() || first.surplus.is_some() || first.scale == Decimal::ONE {
            return None;
        }
        let next = char_at(text, first.end)?;
        if digit(next).is_none() && chinese_digit(next).is_none() {
            return None;
        }
        let mut end = first.end;
        while let Some(c) = char_at(text, end).filter(|_| end - at < 60) {
            if digit(c).is_some() {
                end = number::arabic(text, end).end;
            } else if chinese_digit(c).is_some() || multiplier(c).is_some() {
                end += c.len_utf8();
            } else {
                break;
            }
        }
        // What follows the first part, itself a numeral: 9000万四川人民 and 88万60岁以上居民 hold another word.
        let rest = Span::new(first.end, end).of(text);
        let digits = rest.chars().all(|c| digit(c).is_some());
        let places = number::power_of_ten(u32::try_from(rest.chars().count()).unwrap_or(0));
        let whole = if digits {
            // 3万4000; 1万600 where nothing follows that could own the second part.
            places == first.scale || (places < first.scale && !rest.starts_with('0') && ends_here(text, end))
        } else {
            rest.starts_with('零') || rest.chars().any(|c| multiplier(c).is_some())
        };
        let dated = char_at(text, end).is_some_and(|c| matches!(c, '年' | '月' | '日' | '号'));
        let numeral = Span::new(at, end);
        let read = number::chinese(numeral.of(text)).filter(|_| whole && !dated)?;
        let part = number::chinese(rest.trim_start_matches('零'))?;
        let tail = tail::read(text, end);
        // 1亿3千多万: the scale behind belongs to the second part.
        let part_value = part.value.checked_mul(tail.scale)?;
        let sum = read.value.checked_sub(part.value)?.checked_add(part_value)?;
        // 2千零30万: the last scale word multiplies all of it.
        let over_all = rest.starts_with('零') && rest.ends_with(['万', '亿']);
        if part_value >= first.scale && !over_all {
            return None;
        }
        let multiple = tail.multiple(sum)?;
        let factor = multiple.checked_div(tail.scale)?;
        let (start, unit) = self.sign(at, tail.unit.map(|printed| printed.unit));
        let value = sum.checked_mul(factor)?;
        let weight = part.last_weight.checked_mul(multiple)?;
        Some(self.push(Figure {
            ulp: weight,
            surplus: tail.surplus.map(|span| (span, weight)),
            ..Figure::new(
                Span::new(start, tail.end),
                Span::new(start, tail.scale_end),
                if self.is_below_zero(start, at) { -value } else { value },
                unit,
            )
        }))
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
        let unit = unit.and_then(|c| unit::of_symbol(if c == '位' { "位" } else { "名" }));
        let numeral = Span::new(run.start, run.end);
        self.push(Figure { rank: true, ..Figure::new(Span::new(start, end), numeral, value, unit) })
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
        // -5℃至-3℃: the second end may have a sign of its own.
        let below = text.get(second_at..)?.strip_prefix(['-', '\u{2212}']).is_some_and(|rest| {
            text.get(..mark).is_some_and(|head| head.ends_with(['至', '到', '~']))
                && rest.starts_with(|c: char| digit(c).is_some())
        });
        let second_at = if below { second_at + char_at(text, second_at)?.len_utf8() } else { second_at };
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
            if text.get(second.end..)?.starts_with("之间") && value < second_value {
                let span = Span::new(run.start, second.end);
                return Some(self.push(Figure {
                    value_to: Some(second_value),
                    ulp: Decimal::new(1, run.decimals.max(second.decimals).min(28)),
                    decimals: run.decimals.max(second.decimals),
                    ..Figure::new(span, span, value, None)
                }));
            }
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
        let (start, unit) = self.sign(run.start, last.unit.map(|printed| printed.unit));
        let low = if self.is_below_zero(start, run.start) { -low } else { low };
        Some(self.push(Figure {
            value_to: Some(if below { -high } else { high }),
            ulp,
            decimals,
            scale: last.scale,
            ..Figure::new(Span::new(start, last.end), Span::new(start, last.scale_end), low, unit)
        }))
    }
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
