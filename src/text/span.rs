//! Byte spans and edits, the only coordinates below `lsp`.

use std::ops::Range;

/// A half-open range of UTF-8 byte offsets into some text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; an inverted pair collapses to the empty span at `start`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The empty span at `offset`.
    #[must_use]
    pub const fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// Whether `offset` lies in the span or at its end (a cursor touches what it stands behind).
    #[must_use]
    pub const fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that begins `by` bytes earlier (paragraph to report).
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The text under the span; total: spans that leave the text or split a character give "".
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Replace the bytes under `span` by `new_text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub new_text: String,
}

impl Edit {
    /// An edit that replaces `span` by `new_text`.
    #[must_use]
    pub fn replace(span: Span, new_text: impl Into<String>) -> Self {
        Self { span, new_text: new_text.into() }
    }

    /// An edit that deletes `span`.
    #[must_use]
    pub fn delete(span: Span) -> Self {
        Self { span, new_text: String::new() }
    }

    /// Applies edits that do not overlap to `text`; an edit that overlaps an earlier one or
    /// leaves the text is skipped. Total.
    #[must_use]
    pub fn apply_all(text: &str, edits: &[Self]) -> String {
        let mut ordered: Vec<&Self> = edits.iter().collect();
        ordered.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in ordered {
            let Some(kept) = text.get(at..edit.span.start) else { continue };
            if text.get(edit.span.start..edit.span.end).is_none() {
                continue;
            }
            out.push_str(kept);
            out.push_str(&edit.new_text);
            at = edit.span.end;
        }
        out.push_str(text.get(at..).unwrap_or(""));
        out
    }

    /// Edits that turn `old` into `new`, line by line where both have as many lines: between letters
    /// and digits that stay where only marks and blanks changed, else one for all that lies between
    /// what both begin and end with. Total.
    #[must_use]
    pub fn between(old: &str, new: &str) -> Vec<Self> {
        let (lines, others): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
        if lines.len() != others.len() {
            return Self::narrowed(old, new, 0).into_iter().collect();
        }
        let mut start = 0;
        let mut edits = Vec::new();
        for (line, other) in lines.into_iter().zip(others) {
            if line != other {
                let fine = Self::around_words(line, other, start);
                edits
                    .extend(fine.unwrap_or_else(|| Self::narrowed(line, other, start).into_iter().collect()));
            }
            start += line.len() + 1;
        }
        edits
    }

    /// The edits of a line whose letters and digits stay; `None` where they change.
    fn around_words(old: &str, new: &str, start: usize) -> Option<Vec<Self>> {
        let word = |c: &char| c.is_alphanumeric();
        if !old.chars().filter(word).eq(new.chars().filter(word)) {
            return None;
        }
        let mut edits = Vec::new();
        let (mut at, mut other_at) = (0, 0);
        loop {
            let (rest, other) = (old.get(at..)?, new.get(other_at..)?);
            let gap = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
            let other_gap = other.find(char::is_alphanumeric).unwrap_or(other.len());
            edits.extend(Self::narrowed(rest.get(..gap)?, other.get(..other_gap)?, start + at));
            let Some(letter) = rest.get(gap..)?.chars().next() else { return Some(edits) };
            at += gap + letter.len_utf8();
            other_at += other_gap + letter.len_utf8();
        }
    }

    /// The one edit that turns `old`, which stands at `start`, into `new`; `None` where they are equal.
    fn narrowed(old: &str, new: &str, start: usize) -> Option<Self> {
        if old == new {
            return None;
        }
        let same = |(one, other): &(char, char)| one == other;
        let head: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (rest, other) = (old.get(head..).unwrap_or(""), new.get(head..).unwrap_or(""));
        let backwards = rest.chars().rev().zip(other.chars().rev());
        let tail: usize = backwards.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let new_text = other.get(..other.len() - tail).unwrap_or("");
        Some(Self::replace(Span::new(start + head, start + old.len() - tail), new_text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_outside_the_text_is_empty_text() {
        assert_eq!(Span::new(1, 2).of("\u{6C49}"), "");
        assert_eq!(Span::new(0, 9).of("abc"), "");
        assert_eq!(Span::new(0, 3).of("\u{6C49}字"), "\u{6C49}");
    }

    #[test]
    fn edits_between_two_texts_turn_one_into_the_other() {
        for (old, new, count) in [
            ("", "", 0),
            ("ab\ncd\n", "ab\ncd\n", 0),
            ("a b\ncd\ne f", "ab\ncd\nef", 2),
            ("\u{6C49}\u{5B57}\n", "\u{6C49}\u{6C49}\n", 1),
            ("\"a1\"b\"c\" \n", "'a1'b'c'\n", 4),
            ("a b, c", "a x, c", 1),
            ("a\n \nb \n ", "a\n\nb\n", 3),
            ("a\nb\nc", "a\nc", 1),
            ("aa", "a", 1),
            ("", "x\n", 1),
        ] {
            let edits = Edit::between(old, new);
            assert_eq!(edits.len(), count, "{old:?} {new:?}");
            assert_eq!(Edit::apply_all(old, &edits), new);
        }
        assert_eq!(Edit::between("a b", "ab"), [Edit::delete(Span::new(1, 2))]);
    }

    #[test]
    fn edits_apply_in_order_and_overlaps_are_skipped() {
        let edits = [
            Edit::replace(Span::new(4, 5), "E"),
            Edit::replace(Span::new(0, 2), "AB"),
            Edit::replace(Span::new(1, 3), "xx"),
        ];
        assert_eq!(Edit::apply_all("abcde", &edits), "ABcdE");
    }
}
