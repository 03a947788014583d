//! The one place where byte offsets meet the protocol's lines and characters, both ways, for
//! utf-8, utf-16 and utf-32. Whatever a client sends is clamped as the specification says:
//! a character past the line is the line's end, a line past the text is the text's end.

use lsp_types::{Position, PositionEncodingKind, Range};

use crate::text::{LineIndex, Span, Text};

/// What the `character` of a position counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PositionEncoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the protocol's default.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl PositionEncoding {
    /// The first of the client's encodings that we know; UTF-16 where it names none.
    #[must_use]
    pub fn negotiate(offered: Option<&[PositionEncodingKind]>) -> Self {
        let known = |kind: &PositionEncodingKind| {
            [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|encoding| encoding.kind() == *kind)
        };
        offered.unwrap_or_default().iter().find_map(known).unwrap_or_default()
    }

    /// The protocol's name.
    #[must_use]
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// Units of one character.
    const fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// Byte offset in `line` (with or without its line end) of a `character`: clamped to the
    /// end of the line's content, and to the start of the character it points into.
    fn byte_of(self, line: &str, character: u32) -> usize {
        let content = line.trim_end_matches(['\r', '\n']);
        let wanted = usize::try_from(character).unwrap_or(usize::MAX);
        let mut units = 0;
        for (at, letter) in content.char_indices() {
            units += self.width(letter);
            if units > wanted {
                return at;
            }
        }
        content.len()
    }

    /// The `character` of a byte offset in `line`; an offset inside a character counts as its
    /// start, one in or past the line end as the end of the content.
    fn character_of(self, line: &str, byte: usize) -> u32 {
        let content = line.trim_end_matches(['\r', '\n']);
        let units: usize = content
            .char_indices()
            .take_while(|(at, letter)| at + letter.len_utf8() <= byte)
            .map(|(_, letter)| self.width(letter))
            .sum();
        u32::try_from(units).unwrap_or(u32::MAX)
    }

    /// The byte offset of `position` in an open document. Total.
    #[must_use]
    pub fn offset_in(self, text: &Text, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        if line >= text.line_count() {
            return text.len();
        }
        text.line_start(line) + self.byte_of(&text.line(line), position.character)
    }
}

/// Positions of one analysed text in the client's encoding.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    source: &'a str,
    lines: &'a LineIndex,
    encoding: PositionEncoding,
}

impl<'a> Places<'a> {
    /// `lines` must be the index of `source`.
    #[must_use]
    pub const fn new(source: &'a str, lines: &'a LineIndex, encoding: PositionEncoding) -> Self {
        Self { source, lines, encoding }
    }

    /// The text of a 0-based line, with its line end.
    fn line(&self, line: usize) -> &'a str {
        let end = if line + 1 < self.lines.count() { self.lines.start(line + 1) } else { self.source.len() };
        Span::new(self.lines.start(line), end).of(self.source)
    }

    /// The 0-based line of a byte offset.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> u32 {
        u32::try_from(self.lines.line_of(offset.min(self.source.len()))).unwrap_or(u32::MAX)
    }

    /// The position of a byte offset; past the end is the end. Total.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.source.len());
        let line = self.lines.line_of(offset);
        let byte = offset.saturating_sub(self.lines.start(line));
        Position::new(self.line_of(offset), self.encoding.character_of(self.line(line), byte))
    }

    /// The range of a span. Total.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start), self.position(span.end))
    }

    /// How many units of the encoding the text of a span takes.
    #[must_use]
    pub fn units(&self, span: Span) -> u32 {
        let units: usize = span.of(self.source).chars().map(|letter| self.encoding.width(letter)).sum();
        u32::try_from(units).unwrap_or(u32::MAX)
    }

    /// The absolute byte offset at which the line of `offset` begins.
    #[must_use]
    pub fn line_start(&self, offset: usize) -> usize {
        self.lines.start(self.lines.line_of(offset.min(self.source.len())))
    }

    /// The byte offset of a position. Total.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        if line >= self.lines.count() {
            return self.source.len();
        }
        self.lines.start(line) + self.encoding.byte_of(self.line(line), position.character)
    }

    /// The span of a range; one whose end comes first is turned round. Total.
    #[must_use]
    pub fn span(&self, range: Range) -> Span {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        Span::new(one.min(other), one.max(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 汉字, an ideograph and an emoji outside the basic plane, a combining mark, CRLF, CR, LF.
    const TEXT: &str = "a汉字\u{20BB7}b\u{1F600}e\u{301}\r\n\u{1F468}\u{200D}\u{1F469}\r\r\n\n末";

    #[test]
    fn every_boundary_goes_there_and_back() {
        let lines = LineIndex::new(TEXT);
        let rope = Text::new(TEXT);
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32] {
            let places = Places::new(TEXT, &lines, encoding);
            let boundaries = (0..=TEXT.len()).filter(|&at| TEXT.is_char_boundary(at));
            for offset in boundaries {
                let position = places.position(offset);
                // The protocol has no position between \r and \n.
                let inside_crlf = TEXT.get(..offset).is_some_and(|before| before.ends_with('\r'))
                    && TEXT.get(offset..).is_some_and(|after| after.starts_with('\n'));
                let expected = if inside_crlf { offset - 1 } else { offset };
                assert_eq!(places.offset(position), expected, "{encoding:?} {offset}");
                assert_eq!(encoding.offset_in(&rope, position), expected, "{encoding:?} {offset}");
            }
        }
    }

    #[test]
    fn characters_count_units_of_the_encoding() {
        let lines = LineIndex::new(TEXT);
        let after_ideograph = "a汉字\u{20BB7}".len();
        for (encoding, character) in
            [(PositionEncoding::Utf8, 11), (PositionEncoding::Utf16, 5), (PositionEncoding::Utf32, 4)]
        {
            let places = Places::new(TEXT, &lines, encoding);
            assert_eq!(places.position(after_ideograph), Position::new(0, character));
        }
    }

    #[test]
    fn what_leaves_the_text_is_clamped() {
        let lines = LineIndex::new(TEXT);
        let rope = Text::new(TEXT);
        let first = "a汉字\u{20BB7}b\u{1F600}e\u{301}".len();
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32] {
            let places = Places::new(TEXT, &lines, encoding);
            for (position, offset) in [
                (Position::new(0, 999), first),
                (Position::new(0, u32::MAX), first),
                (Position::new(99, 0), TEXT.len()),
                (Position::new(u32::MAX, u32::MAX), TEXT.len()),
            ] {
                assert_eq!(places.offset(position), offset);
                assert_eq!(encoding.offset_in(&rope, position), offset);
            }
            assert_eq!(places.position(usize::MAX), places.position(TEXT.len()));
        }
        // Into the middle of a surrogate pair, or of a character's bytes: its start.
        let start = "a汉字".len();
        assert_eq!(Places::new(TEXT, &lines, PositionEncoding::Utf16).offset(Position::new(0, 4)), start);
        assert_eq!(Places::new(TEXT, &lines, PositionEncoding::Utf8).offset(Position::new(0, 9)), start);
    }

    #[test]
    fn a_range_that_runs_backwards_is_turned_round() {
        let lines = LineIndex::new(TEXT);
        let places = Places::new(TEXT, &lines, PositionEncoding::Utf16);
        let backwards = Range::new(Position::new(0, 3), Position::new(0, 1));
        assert_eq!(places.span(backwards), Span::new(1, 7));
    }

    #[test]
    fn the_clients_first_known_encoding_is_taken() {
        let kinds = |names: &[&'static str]| -> Vec<PositionEncodingKind> {
            names.iter().map(|name| PositionEncodingKind::new(name)).collect()
        };
        let negotiate = |names: &[&'static str]| PositionEncoding::negotiate(Some(&kinds(names)));
        assert_eq!(PositionEncoding::negotiate(None), PositionEncoding::Utf16);
        assert_eq!(negotiate(&[]), PositionEncoding::Utf16);
        assert_eq!(negotiate(&["utf-7"]), PositionEncoding::Utf16);
        assert_eq!(negotiate(&["utf-7", "utf-32", "utf-8"]), PositionEncoding::Utf32);
        assert_eq!(negotiate(&["utf-8", "utf-16"]), PositionEncoding::Utf8);
    }
}
