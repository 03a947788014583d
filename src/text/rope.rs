//! The buffer of an open draft: the only user of ropey.
//! Lines end at LF, CRLF and CR only (`cr_lines` without `unicode_lines`), as in the protocol.

use ropey::Rope;

use super::Edit;

/// An immutable-by-clone text: cloning is cheap and snapshots stay as they were.
#[derive(Clone, Debug, Default)]
pub struct Text {
    rope: Rope,
}

impl Text {
    /// A text with this content.
    #[must_use]
    pub fn new(content: &str) -> Self {
        Self { rope: Rope::from_str(content) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of lines; a text that ends with a line end has an empty last line.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.rope.len_lines()
    }

    /// Byte offset at which the 0-based `line` begins; the end of the text for a line past it.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        self.rope.try_line_to_byte(line).unwrap_or_else(|_| self.len())
    }

    /// The 0-based line that holds the byte `offset`; the last line for an offset past the end.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.rope.try_byte_to_line(offset.min(self.len())).unwrap_or(0)
    }

    /// The 0-based `line` with its line end, as a string; empty past the last line.
    #[must_use]
    pub fn line(&self, line: usize) -> String {
        self.rope.get_line(line).map(|slice| slice.to_string()).unwrap_or_default()
    }

    /// What stands in the first `bytes` bytes, up to a whole character.
    #[must_use]
    pub fn beginning(&self, bytes: usize) -> String {
        let end = self.rope.try_byte_to_char(bytes.min(self.len())).unwrap_or(0);
        self.rope.get_slice(..end).map(|slice| slice.to_string()).unwrap_or_default()
    }

    /// Replaces a span; bounds are clamped to the text and to character boundaries. Total.
    pub fn apply(&mut self, edit: &Edit) {
        let clamp = |offset: usize| self.rope.try_byte_to_char(offset.min(self.len())).unwrap_or(0);
        let (start, end) = (clamp(edit.span.start), clamp(edit.span.end));
        if self.rope.try_remove(start..end.max(start)).is_ok() && !edit.new_text.is_empty() {
            // `start` was just clamped, so inserting there cannot fail.
            let _ = self.rope.try_insert(start, &edit.new_text);
        }
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.rope.chunks().try_for_each(|chunk| formatter.write_str(chunk))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn words_manual_line_break_is_no_line_end() {
        // ropey's default features would break at VT, FF, NEL and U+2028.
        let text = Text::new("a\u{0B}b\u{0C}c\u{85}d\u{2028}e\rf\r\ng\nh");
        assert_eq!(text.line_count(), 4);
    }

    #[test]
    fn edits_are_clamped() {
        let mut text = Text::new("汉字");
        text.apply(&Edit::replace(Span::new(3, 999), "x"));
        assert_eq!(text.to_string(), "汉x");
        text.apply(&Edit::replace(Span::new(999, 1000), "y"));
        assert_eq!(text.to_string(), "汉xy");
        assert_eq!(
            (text.beginning(2), text.beginning(3), text.beginning(99)),
            (String::new(), "汉".into(), "汉xy".into())
        );
    }
}
