//! Sentences and clauses of a paragraph. Half- and full-width marks count alike.

use crate::text::Span;

/// Sentences longer than this many bytes are cut: the longest in print has a fourth of it. What is
/// compared with everything else in its sentence then costs no square of a hostile text.
const LONGEST: usize = 8 * 1024;

/// A stretch up to a comma or semicolon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The clause without its closing mark.
    pub span: Span,
}

/// A stretch up to 。 ! ? or the end of the paragraph; one that runs on without end is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence with its closing mark.
    pub span: Span,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// Splits a paragraph. A `.` or `,` between digits never splits. Total.
pub(super) fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut clauses = Vec::new();
    let (mut sentence_start, mut clause_start) = (0, 0);
    let digit =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c));
    for (at, mark) in text.char_indices() {
        let after = at + mark.len_utf8();
        let between_digits = || {
            digit(text.get(..at).and_then(|t| t.chars().next_back()))
                && digit(text.get(after..).and_then(|t| t.chars().next()))
        };
        match mark {
            ',' | '\u{FF0C}' if between_digits() => {}
            ',' | '\u{FF0C}' | ';' | '\u{FF1B}' if after - sentence_start < LONGEST => {
                clauses.push(Clause { span: Span::new(clause_start, at) });
                clause_start = after;
            }
            '\u{3002}' | '!' | '\u{FF01}' | '?' | '\u{FF1F}' => {
                clauses.push(Clause { span: Span::new(clause_start, at) });
                sentences.push(Sentence {
                    span: Span::new(sentence_start, after),
                    clauses: std::mem::take(&mut clauses),
                });
                (sentence_start, clause_start) = (after, after);
            }
            _ if after - sentence_start >= LONGEST && !digit(Some(mark)) => {
                clauses.push(Clause { span: Span::new(clause_start, after) });
                sentences.push(Sentence {
                    span: Span::new(sentence_start, after),
                    clauses: std::mem::take(&mut clauses),
                });
                (sentence_start, clause_start) = (after, after);
            }
            _ => {}
        }
    }
    if sentence_start < text.len() {
        clauses.push(Clause { span: Span::new(clause_start, text.len()) });
        sentences.push(Sentence { span: Span::new(sentence_start, text.len()), clauses });
    }
    sentences
}
