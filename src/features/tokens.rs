//! What the words of a draft are: names of indicators, figures and their units, hedges, words of
//! time, scopes, and the numbers of headings. What is none of these has no token.

use crate::quantity::Quantity;
use crate::report::{Paragraph, Report};
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// The name of an indicator.
    Indicator,
    /// A numeral with its scale word.
    Figure,
    /// The unit behind it.
    Unit,
    /// A word of time.
    Period,
    /// 约, 以上, 超过.
    Hedge,
    /// For whom a figure holds (全市, 农村).
    Scope,
    /// `一、`, `(一)`.
    HeadingNumber,
}

/// A word with its kind; the span is absolute and stays within one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
}

/// The tokens of every line that `within` touches, in order, none over another.
#[must_use]
pub fn tokens(report: &Report, within: Span) -> Vec<Token> {
    let (first, last) = (report.lines.line_of(within.start), report.lines.line_of(within.end));
    let lines = report.paragraphs.iter().enumerate().take(last.saturating_add(1)).skip(first);
    lines.filter(|(_, paragraph)| !paragraph.noise).flat_map(|(at, it)| line(report, at, it)).collect()
}

/// The tokens of a line. Where two claim a character the one that comes first here has it.
fn line(report: &Report, index: usize, paragraph: &Paragraph) -> Vec<Token> {
    let reading = &paragraph.reading;
    let headings = &report.outline.headings;
    let from = headings.partition_point(|heading| heading.paragraph < index);
    let own = headings.iter().skip(from).take_while(|heading| heading.paragraph == index);
    let mut found: Vec<Token> = own
        .filter_map(|heading| heading.number)
        .map(|span| Token { span, kind: TokenKind::HeadingNumber })
        .collect();
    let mut take = |span: Span, kind: TokenKind| {
        let span = span.shifted(paragraph.start);
        if !report.text(span).trim().is_empty() {
            found.push(Token { span, kind });
        }
    };
    for quantity in &reading.quantities {
        figure(quantity, &mut take);
    }
    for mention in &reading.mentions {
        take(mention.span, TokenKind::Indicator);
    }
    for time in &reading.times {
        take(time.span, TokenKind::Period);
    }
    for fact in &reading.facts {
        let Some(figure) = reading.quantities.get(fact.quantity) else { continue };
        // The nearest mention of the scope in the sentence, before the figure.
        let sentence = reading.sentences.iter().find(|sentence| sentence.span.contains(figure.span));
        let (Some(scope), Some(sentence)) = (&fact.scope, sentence) else { continue };
        let before = Span::new(sentence.span.start, figure.span.start);
        if let Some(at) = before.of(paragraph.text()).rfind(scope.as_str()) {
            take(Span::new(at, at + scope.len()).shifted(before.start), TokenKind::Scope);
        }
    }
    apart(found)
}

/// The parts of a figure.
fn figure(quantity: &Quantity, take: &mut impl FnMut(Span, TokenKind)) {
    // 余 and 多 stand inside the figure; they hedge it all the same.
    let inner = quantity.hedge_after.filter(|hedge| quantity.span.contains(*hedge));
    for hedge in [quantity.hedge_before, quantity.hedge_after].into_iter().flatten() {
        take(hedge, TokenKind::Hedge);
    }
    match inner.filter(|hedge| quantity.numeral.contains(*hedge)) {
        Some(hedge) => {
            take(Span::new(quantity.numeral.start, hedge.start), TokenKind::Figure);
            take(Span::new(hedge.end, quantity.numeral.end), TokenKind::Figure);
        }
        None => take(quantity.numeral, TokenKind::Figure),
    }
    let unit = inner.map_or(quantity.numeral.end, |hedge| hedge.end.max(quantity.numeral.end));
    take(Span::new(unit, quantity.span.end), TokenKind::Unit);
    take(Span::new(quantity.span.start, quantity.numeral.start), TokenKind::Unit);
}

/// In order, and none over another: the earlier of the list stays.
fn apart(found: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(found.len());
    for token in found {
        let at = kept.partition_point(|other| other.span.start < token.span.start);
        let free = |other: Option<&Token>| other.is_none_or(|other| !other.span.overlaps(token.span));
        if free(kept.get(at)) && free(at.checked_sub(1).and_then(|before| kept.get(before))) {
            kept.insert(at, token);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<(String, TokenKind)> {
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let all = tokens(&report, Span::new(0, text.len()));
        all.iter().map(|it| (report.text(it.span).to_owned(), it.kind)).collect()
    }

    #[test]
    fn every_word_that_counts_has_its_kind() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n2030年，农村居民人均可支配收入超过2.1万元，增长约6.5%；新增企业500余户。\n";
        let tokens = told(text);
        let tokens: Vec<(&str, TokenKind)> =
            tokens.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
        for expected in [
            ("一、", TokenKind::HeadingNumber),
            ("2030年", TokenKind::Period),
            ("农村居民人均可支配收入", TokenKind::Indicator),
            ("超过", TokenKind::Hedge),
            ("2.1万", TokenKind::Figure),
            ("元", TokenKind::Unit),
            ("约", TokenKind::Hedge),
            ("6.5", TokenKind::Figure),
            ("%", TokenKind::Unit),
            ("500", TokenKind::Figure),
            ("余", TokenKind::Hedge),
            ("户", TokenKind::Unit),
        ] {
            assert!(tokens.contains(&expected), "{expected:?}: {tokens:?}");
        }
    }

    #[test]
    fn a_scope_that_is_no_part_of_the_name_has_a_token() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n2030年，全市地区生产总值928亿元。\n";
        assert!(told(text).contains(&("全市".to_owned(), TokenKind::Scope)), "{:?}", told(text));
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_apart(text in "(全市|地区生产总值|增长|约|[0-9]{1,3}|亿元|%|，|。|一、|\\n|2030年|\\PC){0,40}") {
            let report = Report::read(&text, &Options::default(), &mut Memo::default());
            let all = tokens(&report, Span::new(0, text.len()));
            for pair in all.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for token in &all {
                prop_assert!(!token.span.is_empty() && !report.text(token.span).contains(['\n', '\r']));
            }
        }
    }
}
