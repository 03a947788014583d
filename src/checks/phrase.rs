//! What the number rules share of reading a sentence: the words between figures, and heads and
//! tails of phrases. No rule, no finding.

use crate::quantity::{Decimal, Dimension, Interval, Modifier, Quantity};
use crate::report::{Paragraph, Report};
use crate::text::Span;

/// Hedges and copulas that may stand between a verb and its figure.
const BEFORE_FIGURE: &[&str] = &[
    "大约",
    "约",
    "将近",
    "接近",
    "近",
    "超过",
    "突破",
    "逾",
    "超",
    "达到",
    "达",
    "不到",
    "不足",
    "至少",
    "高于",
    "低于",
    "不低于",
    "不高于",
    "不超过",
    "不少于",
    "了",
    "为",
    "到",
];

/// Verbs of rise, longest first.
pub(super) const RISE: &[&str] = &[
    "增幅",
    "净增加",
    "提高",
    "增加",
    "增长",
    "上升",
    "提升",
    "扩大",
    "上涨",
    "上调",
    "净增",
    "扩展",
    "拓展",
    "增至",
    "增",
    "升",
    "高",
    "多",
];

/// Verbs of decline, longest first.
pub(super) const FALL: &[&str] = &[
    "净减少",
    "减少",
    "下降",
    "降低",
    "缩减",
    "缩短",
    "压缩",
    "压减",
    "精简",
    "回落",
    "下调",
    "缩小",
    "收窄",
    "净减",
    "削减",
    "下跌",
    "减",
    "降",
    "低",
    "少",
];

/// A paragraph with its figures.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    paragraph: &'a Paragraph,
    /// The paragraph's text.
    pub(super) text: &'a str,
    /// Its figures.
    pub(super) figures: &'a [Quantity],
}

/// The lines of a report that are its own text.
pub(super) fn lines(report: &Report) -> impl Iterator<Item = Line<'_>> {
    report.body().map(|(_, paragraph)| Line {
        paragraph,
        text: paragraph.text(),
        figures: &paragraph.reading.quantities,
    })
}

/// The line of a paragraph, by index.
pub(super) fn line_of(report: &Report, paragraph: usize) -> Option<Line<'_>> {
    let paragraph = report.paragraphs.get(paragraph)?;
    Some(Line { paragraph, text: paragraph.text(), figures: &paragraph.reading.quantities })
}

/// How far around a byte its sentence reaches at most, in bytes: several times the longest sentence of
/// a report.
const REACH: usize = 6000;

impl<'a> Line<'a> {
    /// The span in the report.
    pub(super) fn absolute(&self, span: Span) -> Span {
        span.shifted(self.paragraph.start)
    }

    /// The figure as printed, with the hedges that touch it.
    pub(super) fn outer(&self, figure: &Quantity) -> Span {
        let mut outer = figure.span;
        for hedge in [figure.hedge_before, figure.hedge_after].into_iter().flatten() {
            if hedge.end == outer.start || hedge.start == outer.end {
                outer = outer.cover(hedge);
            }
        }
        outer
    }

    /// The figure's text, as printed.
    pub(super) fn print(&self, figure: &Quantity) -> &'a str {
        figure.span.of(self.text)
    }

    /// Whether the figure is a torn piece of a longer numeral (`62. 6`, `5220 1件`): its value
    /// means nothing.
    pub(super) fn torn(&self, figure: &Quantity) -> bool {
        let before = self.slice(0, figure.span.start);
        let bare = before.trim_end_matches([' ', '\u{A0}', '.', '\u{FF0E}', ',', '\u{FF0C}', '\u{B7}']);
        let gap = before.len() - bare.len();
        let digit = |c: char| c.is_ascii_digit();
        gap > 0 && !before.ends_with([',', '\u{FF0C}']) && bare.ends_with(digit)
    }

    /// The text between two figures, without the hedges that touch them.
    pub(super) fn between(&self, one: &Quantity, other: &Quantity) -> &'a str {
        Span::new(self.outer(one).end, self.outer(other).start).of(self.text)
    }

    /// The text from `from` to `to`.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        Span::new(from, to).of(self.text)
    }

    /// The sentence around a byte, cut at semicolons too.
    pub(super) fn stretch(&self, at: usize) -> Span {
        let sentence = self.sentence(at);
        let before = self.slice(sentence.start, at);
        let after = self.slice(at, sentence.end);
        let semicolon = [';', '\u{FF1B}'];
        let start = before
            .char_indices()
            .rev()
            .find(|(_, mark)| semicolon.contains(mark))
            .map_or(sentence.start, |(found, mark)| sentence.start + found + mark.len_utf8());
        let end = after.find(semicolon).map_or(sentence.end, |found| at + found);
        Span::new(start, end)
    }

    /// The sentence around a byte; of an endless one, the part within reach.
    pub(super) fn sentence(&self, at: usize) -> Span {
        // Sentences stand in order, so that one endless line is searched as fast as many.
        let sentences = &self.paragraph.reading.sentences;
        let index = sentences.partition_point(|sentence| sentence.span.end <= at);
        let found = sentences.get(index).map(|sentence| sentence.span).filter(|span| span.start <= at);
        let whole = found.unwrap_or(Span::new(0, self.text.len()));
        let mut start = whole.start.max(at.saturating_sub(REACH));
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let mut end = whole.end.min(at.saturating_add(REACH)).max(start);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end.max(start))
    }

    /// The clause around a byte (up to a comma, a semicolon, the sentence's end).
    pub(super) fn clause(&self, at: usize) -> Span {
        let sentences = &self.paragraph.reading.sentences;
        let index = sentences.partition_point(|sentence| sentence.span.end < at);
        let clause = sentences.get(index).and_then(|sentence| {
            let clauses = &sentence.clauses;
            clauses.get(clauses.partition_point(|clause| clause.span.end < at)).map(|clause| clause.span)
        });
        clause.filter(|span| span.start <= at).unwrap_or(self.sentence(at))
    }

    /// The clause before a figure, back to the figure before it.
    pub(super) fn lead(&self, index: usize) -> &'a str {
        let Some(figure) = self.figures.get(index) else { return "" };
        let mut start = self.clause(figure.span.start).start;
        if let Some(before) = index.checked_sub(1).and_then(|before| self.figures.get(before)) {
            start = start.max(self.outer(before).end);
        }
        self.slice(start, self.outer(figure).start)
    }

    /// The rest of the clause after a figure.
    pub(super) fn tail(&self, figure: &Quantity) -> &'a str {
        let start = self.outer(figure).end;
        self.slice(start, self.clause(figure.span.start).end)
    }

    /// The indexes of the figures inside a span.
    pub(super) fn figures_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.figures.partition_point(|figure| figure.span.start < span.start);
        let last = self.figures.partition_point(|figure| figure.span.start < span.end);
        first..last.max(first)
    }
}

/// Whether two figures may be compared: the same printed unit, and neither a rank nor a threshold.
pub(super) fn comparable(one: &Quantity, other: &Quantity) -> bool {
    one.unit.is_some() && one.unit == other.unit && statement(one) && statement(other)
}

/// A figure that states one value (no rank, no threshold, no range).
pub(super) fn statement(figure: &Quantity) -> bool {
    !figure.rank && !figure.threshold && figure.value_to.is_none()
}

/// What a figure may stand for, where a printed count of things below a thousand (or one that ends
/// in no zero) is that count and not a rounded one.
pub(super) fn counted(figure: &Quantity) -> Interval {
    let whole = figure.ulp == Decimal::ONE
        && figure.modifier == Modifier::Exact
        && figure.value_to.is_none()
        && matches!(figure.dimension(), Some(Dimension::Count | Dimension::People | Dimension::Time))
        && (figure.value < Decimal::ONE_THOUSAND
            || figure.value.checked_rem(Decimal::TEN).is_some_and(|rest| !rest.is_zero()));
    if whole { Interval::closed(figure.value, figure.value) } else { figure.interval() }
}

/// Whether the figure measures time.
pub(super) fn is_time(figure: &Quantity) -> bool {
    figure.dimension() == Some(Dimension::Time)
}

/// `text` without the first of `words` that begins it.
pub(super) fn strip_head<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// `text` without the first of `words` that ends it.
pub(super) fn strip_tail<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}

/// `text` without any of `words`, again and again, at its head.
pub(super) fn strip_heads<'t>(mut text: &'t str, words: &[&str]) -> &'t str {
    while let Some(rest) = strip_head(text, words) {
        text = rest;
    }
    text
}

/// The words before a figure without 约, 达到, 了 … at their end.
pub(super) fn bare_tail(mut text: &str) -> &str {
    while let Some(rest) = strip_tail(text, BEFORE_FIGURE) {
        text = rest;
    }
    text
}

/// Whether `text` holds one of `words`.
pub(super) fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// `text` without spaces and Markdown stars at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '*' || c == '\u{3000}')
}

/// Whether the character is a comma, half- or full-width.
pub(super) const fn is_comma(mark: char) -> bool {
    matches!(mark, ',' | '\u{FF0C}')
}

/// The calendar years printed in `text` (`2015年`), in order.
pub(super) fn years(text: &str) -> Vec<i32> {
    text.match_indices('年')
        .filter_map(|(at, _)| {
            let digits: Vec<char> =
                text.get(..at)?.chars().rev().take_while(char::is_ascii_digit).take(5).collect();
            let year: String = digits.iter().rev().collect();
            year.parse().ok().filter(|year| digits.len() == 4 && (1949..=2060).contains(year))
        })
        .collect()
}
