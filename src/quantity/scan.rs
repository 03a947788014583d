//! One pass over a text: every figure with its unit and hedges. This file walks and assembles;
//! `scan/arabic` and `scan/chinese` judge what begins with a digit, `scan/names` knows what is
//! printed with digits and yet no quantity, `scan/tail` reads what follows a numeral.

mod alone;
mod arabic;
mod chinese;
mod fraction;
mod money;
mod names;
mod phrases;
mod range;
mod ratio;
mod sign;
mod tail;

use rust_decimal::Decimal;

use crate::text::Span;

use super::hedge::{self, Modifier};
use super::number::{char_at, char_before, multiplier};
use super::unit::Unit;
use super::{Dimension, Quantity};

/// Every quantity in `text`, in order, without overlaps. Total and linear.
#[must_use]
pub fn scan(text: &str) -> Vec<Quantity> {
    let mut scanner = Scanner { text, out: Vec::new(), quote: None, title: None, reach: None };
    scanner.run();
    scanner.out
}

/// How far an opening quote reaches for names in bytes: some twenty Han characters.
const QUOTED_NAME: usize = 60;

struct Scanner<'t> {
    text: &'t str,
    out: Vec<Quantity>,
    /// Where the open quotation begins (behind its mark), and the mark.
    quote: Option<(usize, char)>,
    /// Where the open book-title mark stands.
    title: Option<usize>,
    /// 至少 and its like, whose reach ends with the clause (至少引进…项目2个).
    reach: Option<Span>,
}

/// A figure before its surroundings have been judged.
struct Figure {
    /// With sign, unit and inner hedge.
    span: Span,
    numeral: Span,
    value: Decimal,
    value_to: Option<Decimal>,
    unit: Option<Unit>,
    ulp: Decimal,
    decimals: u32,
    scale: Decimal,
    /// 余/多 inside the figure, and how much it may add.
    surplus: Option<(Span, Decimal)>,
    chinese: bool,
    rank: bool,
    /// Value and unit in a list of numbers, where they differ.
    listing: Option<(Decimal, Option<Unit>)>,
}

impl Figure {
    /// A whole, unhedged figure; what else is known goes over it.
    const fn new(span: Span, numeral: Span, value: Decimal, unit: Option<Unit>) -> Self {
        Self {
            span,
            numeral,
            value,
            value_to: None,
            unit,
            ulp: Decimal::ONE,
            decimals: 0,
            scale: Decimal::ONE,
            surplus: None,
            chinese: false,
            rank: false,
            listing: None,
        }
    }
}

impl Scanner<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let mut fresh = true;
        while let Some(&byte) = bytes.get(at) {
            if std::mem::replace(&mut fresh, false)
                && let Some(end) = self.alone(at)
            {
                at = end;
                continue;
            }
            fresh = matches!(byte, b',' | b';' | b'!' | b'?' | b'\n') || begins_clause(self.text, at);
            at = match byte {
                b'0'..=b'9' => self.arabic(at).max(at + 1),
                b'"' => {
                    self.quote = if self.quote.is_some() { None } else { Some((at + 1, '"')) };
                    at + 1
                }
                b',' | b';' | b':' | b'!' | b'?' => {
                    self.reach = None;
                    at + 1
                }
                b'h' | b'w' => names::address(self.text, at).unwrap_or(at + 1),
                b'\n' => {
                    (self.reach, self.quote, self.title) = (None, None, None);
                    at + 1
                }
                0..=0x7F => at + 1,
                _ => self.beyond_ascii(at),
            };
        }
    }

    fn beyond_ascii(&mut self, at: usize) -> usize {
        let Some(c) = char_at(self.text, at) else { return at + 1 };
        let next = at + c.len_utf8();
        match c {
            '\u{FF10}'..='\u{FF19}' => return self.arabic(at).max(next),
            '“' => self.quote = Some((next, c)),
            '”' => self.quote = None,
            '《' => self.title = Some(at),
            '》' => self.title = None,
            '。' | '；' | '，' | '：' | '！' | '？' => self.reach = None,
            '\u{2028}' | '\u{2029}' => (self.reach, self.quote, self.title) = (None, None, None),
            '至' | '最' | '起' => {
                if let Some(word) = ["至少", "最少", "起码"]
                    .iter()
                    .find(|word| self.text.get(at..).is_some_and(|tail| tail.starts_with(**word)))
                {
                    self.reach = Some(Span::new(at, at + word.len()));
                }
            }
            _ if chinese::is_financial(c) => return self.financial(at).max(next),
            _ if chinese::may_begin(c) => return self.chinese(at).max(next),
            _ => {}
        }
        next
    }

    /// Whether `at` stands within a short quotation or a book title: figures there are names.
    fn in_a_name(&self, at: usize) -> bool {
        self.title.is_some_and(|start| at - start < 4 * QUOTED_NAME)
            || self.quote.is_some_and(|(start, _)| at - start < QUOTED_NAME)
    }

    /// Whether `at` stands within a book title.
    fn in_a_title(&self, at: usize) -> bool {
        self.title.is_some_and(|start| at - start < 4 * QUOTED_NAME)
    }

    /// Adds a figure with the hedges around it; gives the byte behind it.
    fn push(&mut self, figure: Figure) -> usize {
        let Figure {
            span,
            numeral,
            value,
            value_to,
            unit,
            ulp,
            decimals,
            scale,
            surplus,
            chinese,
            rank,
            listing,
        } = figure;
        let dimension = unit.as_ref().map(Unit::dimension);
        let mut before = if rank { None } else { hedge::before(self.text, span.start) };
        // A hedge cannot reach back over the figure before it; 近5年 is a period, not a hedge.
        let floor = self.out.last().map_or(0, |last| last.span.end);
        before = before.filter(|(word, _)| {
            word.start >= floor && !(dimension == Some(Dimension::Time) && word.of(self.text) == "近")
        });
        let multiplier_alone = numeral.of(self.text).chars().all(|c| c != '十' && multiplier(c).is_some());
        if before.is_none() && multiplier_alone && reaches(self.text, span.start) {
            before = Some((Span::new(span.start - '上'.len_utf8(), span.start), Modifier::AtLeast));
        }
        let after = if rank { None } else { hedge::after(self.text, span.end) };
        let bounded = after.is_some_and(|(word, _)| {
            let word = word.of(self.text);
            word.ends_with("以上") || word.ends_with("以下")
        });
        let threshold = bounded
            && after.is_some_and(|(word, _)| hedge::names_what_follows(self.text, word.end, dimension));
        let mut modifier = match (before, surplus, after) {
            _ if threshold => after.map_or(Modifier::Exact, |(_, modifier)| modifier),
            (Some((_, Modifier::AtMost)), _, Some((_, Modifier::Approx))) => Modifier::Approx,
            (Some((_, modifier)), ..) => modifier,
            (None, Some(_), _) => Modifier::MoreThan,
            (None, None, Some((_, modifier))) => modifier,
            (None, None, None) => Modifier::Exact,
        };
        let mut hedge_before = before.map(|(word, _)| word).filter(|_| !threshold);
        if modifier == Modifier::Exact
            && !threshold
            && !rank
            && let Some(word) = self.reach
        {
            modifier = Modifier::AtLeast;
            hedge_before = Some(word);
        }
        let hedge_after = after.map(|(word, _)| word).or(surplus.map(|(word, _)| word));
        if let Some((_, modifier)) = after.filter(|_| !threshold) {
            self.spread(hedge_before.map_or(span.start, |word| word.start.min(span.start)), unit, modifier);
        }
        if unit.is_some_and(|unit| unit.symbol() == "个百分点") {
            self.points(hedge_before.map_or(span.start, |word| word.start.min(span.start)), unit);
        }
        self.out.push(Quantity {
            span,
            numeral,
            value,
            value_to,
            unit,
            modifier,
            hedge_before,
            hedge_after,
            ulp,
            surplus: surplus.map(|(_, weight)| weight),
            decimals,
            scale,
            chinese,
            rank,
            threshold,
            listing,
        });
        span.end
    }
}

impl Scanner<'_> {
    /// Gives the hedge behind the last figure of a list to the others (增长10%和12%左右).
    fn spread(&mut self, mut start: usize, unit: Option<Unit>, modifier: Modifier) {
        for earlier in self.out.iter_mut().rev() {
            let between = self.text.get(earlier.span.end..start).unwrap_or("").trim();
            let plain = earlier.modifier == Modifier::Exact && !earlier.rank && !earlier.threshold;
            if !plain || earlier.unit != unit || !matches!(between, "、" | "和" | "及") {
                break;
            }
            earlier.modifier = modifier;
            start = earlier.span.start;
        }
    }
}

impl Scanner<'_> {
    /// Gives the unit of the last figure of a list to those before it that print only its first
    /// character (1.5个和2.5个百分点).
    fn points(&mut self, mut start: usize, unit: Option<Unit>) {
        for earlier in self.out.iter_mut().rev() {
            let between = self.text.get(earlier.span.end..start).unwrap_or("").trim();
            let short = earlier.unit.is_some_and(|unit| unit.symbol() == "个") && !earlier.threshold;
            if !short || !matches!(between, "、" | "和" | "及" | "与") {
                break;
            }
            earlier.unit = unit;
            start = earlier.span.start;
        }
    }
}

/// Whether 上 before the multiplier at `at` says that the number is reached (上千家); 成百上千 is a phrase.
fn reaches(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or("");
    head.strip_suffix('上').is_some_and(|head| {
        !head.ends_with(|c: char| "成十百千万亿网线路马地海陆会场以之史际基面台市早晚岸身手".contains(c))
    })
}

/// Whether a full-width mark that ends a clause stands at `at`.
fn begins_clause(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|c| matches!(c, '，' | '；' | '。' | '！' | '？'))
}

/// Whether a sentence mark, a bracket or the end of the text stands at `at`.
fn ends_here(text: &str, at: usize) -> bool {
    char_at(text, at).is_none_or(|c| "。，,、；;：:！!）)”\"\n ".contains(c))
}

/// Whether words of ranking stand shortly before `at` (排名全省第3).
fn ranks(text: &str, at: usize) -> bool {
    let mut from = at;
    for _ in 0..10 {
        match char_before(text, from) {
            Some('。' | '，' | ',' | ';' | '；') | None => break,
            Some(c) => from -= c.len_utf8(),
        }
    }
    let near = Span::new(from, at).of(text);
    ["排名", "名列", "位列", "位居", "居", "列", "排", "跃升", "升至", "名次"]
        .iter()
        .any(|word| near.contains(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that meet in reports and pieces that never should.
    fn any_text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "0",
            "1",
            "12",
            "2016",
            "999999999999999",
            ".",
            ",",
            "，",
            "-",
            "—",
            "至",
            "~",
            "%",
            "％",
            "‰",
            "+",
            ":",
            "∶",
            "/",
            " ",
            "\u{3000}",
            "\n",
            "亿",
            "万",
            "千",
            "百",
            "十",
            "三",
            "二",
            "零",
            "几",
            "数",
            "点",
            "半",
            "余",
            "多",
            "元",
            "个",
            "百分点",
            "亩",
            "公斤",
            "吨",
            "家",
            "人次",
            "年",
            "月",
            "日",
            "第",
            "前",
            "位",
            "名",
            "约",
            "近",
            "超过",
            "不低于",
            "至少",
            "控制在",
            "以上",
            "以下",
            "以内",
            "左右",
            "项目",
            "锅炉",
            "(",
            ")",
            "“",
            "”",
            "\"",
            "《",
            "》",
            "〔",
            "〕",
            "A",
            "G",
            "号",
            "分之",
            "百分之",
            "负",
            "大",
            "成",
            "。",
            "、",
            "\u{FF13}",
            "\u{1F600}",
            "é",
            "增长",
        ]);
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn every_text_is_scanned_in_order_without_overlaps(text in any_text()) {
            let mut end = 0;
            for quantity in scan(&text) {
                prop_assert!(quantity.span.start >= end, "{text:?} {quantity:?}");
                prop_assert!(quantity.span.end > quantity.span.start);
                end = quantity.span.end;
                prop_assert!(quantity.span.contains(quantity.numeral), "{text:?} {quantity:?}");
                let words = [Some(quantity.span), Some(quantity.numeral), quantity.hedge_before, quantity.hedge_after];
                for span in words.into_iter().flatten() {
                    prop_assert!(text.get(span.start..span.end).is_some(), "{text:?} {quantity:?}");
                }
                let _total = quantity.interval();
            }
        }

        #[test]
        fn arbitrary_characters_are_scanned_too(text in "\\PC{0,40}") {
            let _total = scan(&text);
        }
    }

    #[test]
    fn long_runs_are_scanned_to_their_end() {
        for piece in [
            "9",
            "九",
            "1,",
            "1.",
            "1+",
            "万",
            "3万—",
            "“",
            "百分之",
            "至少",
            "第1",
            " ",
            "3万4",
            "三分之",
            "百八",
            "壹万",
            "二百五，",
            "三块",
            "5-",
            "1/2",
            "- ",
            "零几",
        ] {
            let text = piece.repeat(20_000 / piece.len());
            let spans: Vec<_> = scan(&text).iter().map(|quantity| quantity.span).collect();
            assert!(spans.iter().all(|span| text.get(span.start..span.end).is_some()), "{piece}");
        }
    }
}
