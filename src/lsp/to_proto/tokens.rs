//! Tokens as the protocol's deltas, in the client's encoding, and the difference of two answers.

use lsp_types::{
    SemanticToken, SemanticTokenType, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit,
    SemanticTokensFullDeltaResult, SemanticTokensLegend,
};

use crate::features::tokens::{Token, TokenKind};
use crate::lsp::capabilities::Peer;
use crate::lsp::position::Places;

/// Each kind with our own name for it, and with the standard one whose colours come nearest, for
/// clients that do not know ours.
const KINDS: [(TokenKind, &str, SemanticTokenType); 7] = [
    (TokenKind::Indicator, "indicator", SemanticTokenType::PROPERTY),
    (TokenKind::Figure, "figure", SemanticTokenType::NUMBER),
    (TokenKind::Unit, "unit", SemanticTokenType::TYPE),
    (TokenKind::Period, "period", SemanticTokenType::ENUM_MEMBER),
    (TokenKind::Hedge, "hedge", SemanticTokenType::MODIFIER),
    (TokenKind::Scope, "scope", SemanticTokenType::NAMESPACE),
    (TokenKind::HeadingNumber, "headingNumber", SemanticTokenType::KEYWORD),
];

/// Whether a client that knows these types knows ours.
#[must_use]
pub fn knows_ours(known: &[SemanticTokenType]) -> bool {
    KINDS.iter().all(|(_, own, _)| known.iter().any(|it| it.as_str() == *own))
}

/// What the numbers of types mean.
#[must_use]
pub fn legend(peer: &Peer) -> SemanticTokensLegend {
    let name = |(_, own, standard): &(TokenKind, &'static str, SemanticTokenType)| {
        if peer.own_tokens { SemanticTokenType::new(own) } else { standard.clone() }
    };
    SemanticTokensLegend { token_types: KINDS.iter().map(name).collect(), token_modifiers: Vec::new() }
}

/// The tokens as the protocol counts them: each from the one before.
#[must_use]
pub fn tokens(tokens: &[Token], places: &Places<'_>) -> Vec<SemanticToken> {
    // Line of the last token and where in the text its column was known.
    let (mut line, mut at) = (0, 0);
    let mut data = Vec::with_capacity(tokens.len());
    for token in tokens {
        let own = places.line_of(token.span.start);
        let from = if own == line { at } else { places.line_start(token.span.start) };
        let kind = KINDS.iter().position(|(kind, ..)| *kind == token.kind).unwrap_or_default();
        data.push(SemanticToken {
            delta_line: own - line,
            delta_start: places.units(crate::text::Span::new(from, token.span.start)),
            length: places.units(token.span),
            token_type: u32::try_from(kind).unwrap_or_default(),
            token_modifiers_bitset: 0,
        });
        (line, at) = (own, token.span.start);
    }
    data
}

/// What a client had, and under which name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Had {
    /// The id of that answer.
    pub id: String,
    /// Its tokens.
    pub data: Vec<SemanticToken>,
}

/// A whole answer.
#[must_use]
pub fn whole(id: String, data: Vec<SemanticToken>) -> SemanticTokens {
    SemanticTokens { result_id: Some(id), data }
}

/// What turns the answer that a client had into the new one: the whole where we no longer know it.
#[must_use]
pub fn delta(had: Option<&Had>, id: String, data: Vec<SemanticToken>) -> SemanticTokensFullDeltaResult {
    let Some(Had { data: old, .. }) = had else { return whole(id, data).into() };
    let head = old.iter().zip(&data).take_while(|(one, other)| one == other).count();
    let rests = old.iter().skip(head).rev().zip(data.iter().skip(head).rev());
    let tail = rests.take_while(|(one, other)| one == other).count();
    let between = |all: &[SemanticToken]| all.len() - tail - head;
    // The protocol counts integers, of which a token has five.
    let five = |count: usize| u32::try_from(count * 5).unwrap_or(u32::MAX);
    let fresh: Vec<SemanticToken> = data.iter().skip(head).take(between(&data)).copied().collect();
    let edits = if between(old) == 0 && fresh.is_empty() {
        Vec::new()
    } else {
        vec![SemanticTokensEdit { start: five(head), delete_count: five(between(old)), data: Some(fresh) }]
    };
    SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta { result_id: Some(id), edits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lsp::position::PositionEncoding;
    use crate::text::{LineIndex, Span};

    fn numbers(data: &[SemanticToken]) -> Vec<[u32; 4]> {
        data.iter().map(|it| [it.delta_line, it.delta_start, it.length, it.token_type]).collect()
    }

    #[test]
    fn columns_and_lengths_count_units_of_the_encoding() {
        let text = "\u{20BB7}镇3\u{20BB7}，5\n\n7";
        let at = |what: &str| text.find(what).unwrap();
        let token = |start: usize, len: usize, kind| Token { span: Span::new(start, start + len), kind };
        let all = [
            token(at("3"), 5, TokenKind::Figure),
            token(at("5"), 1, TokenKind::Unit),
            token(at("7"), 1, TokenKind::Figure),
        ];
        let lines = LineIndex::new(text);
        for (encoding, first, length, gap) in [
            (PositionEncoding::Utf8, 7, 5, 8),
            (PositionEncoding::Utf16, 3, 3, 4),
            (PositionEncoding::Utf32, 2, 2, 3),
        ] {
            let data = tokens(&all, &Places::new(text, &lines, encoding));
            assert_eq!(numbers(&data), [[0, first, length, 1], [0, gap, 1, 2], [2, 0, 1, 1]], "{encoding:?}");
        }
    }

    #[test]
    fn a_delta_turns_the_old_answer_into_the_new() {
        let token = |length| SemanticToken {
            delta_line: 0,
            delta_start: 1,
            length,
            token_type: 0,
            token_modifiers_bitset: 0,
        };
        let all = |lengths: &[u32]| -> Vec<SemanticToken> { lengths.iter().copied().map(token).collect() };
        for (old, new, expected) in [
            (vec![1, 2, 3], vec![1, 9, 9, 3], Some((5, 5, 2))),
            (vec![1, 2, 3], vec![1, 2, 3], None),
            (vec![], vec![1], Some((0, 0, 1))),
            (vec![1, 1], vec![1], Some((5, 5, 0))),
        ] {
            let had = Had { id: "1".to_owned(), data: all(&old) };
            let SemanticTokensFullDeltaResult::TokensDelta(delta) =
                delta(Some(&had), "2".to_owned(), all(&new))
            else {
                panic!("no delta")
            };
            let found = delta
                .edits
                .first()
                .map(|edit| (edit.start, edit.delete_count, edit.data.as_ref().map_or(0, Vec::len)));
            assert_eq!(found, expected, "{old:?} {new:?}");
        }
        assert!(matches!(delta(None, "1".to_owned(), all(&[1])), SemanticTokensFullDeltaResult::Tokens(_)));
    }

    #[test]
    fn a_client_that_knows_our_names_gets_them() {
        let own: Vec<SemanticTokenType> =
            KINDS.iter().map(|(_, own, _)| SemanticTokenType::new(own)).collect();
        assert!(knows_ours(&own) && !knows_ours(&own[1..]) && !knows_ours(&[]));
        let names = |own_tokens| legend(&Peer { own_tokens, ..Peer::default() }).token_types;
        assert_eq!(names(true), own);
        assert_eq!(names(false)[1], SemanticTokenType::NUMBER);
    }
}
