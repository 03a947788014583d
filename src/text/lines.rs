//! Lines and columns of a decoded text, for people and for the command line's JSON.
//! A line ends at LF, CRLF or a lone CR, as the language server protocol says; columns count
//! Unicode scalar values. Both are 1-based.

/// A 1-based position: `column` counts Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in Unicode scalar values.
    pub column: usize,
}

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let lone_cr = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) != Some(&b'\n');
            if lone_cr || bytes.get(at) == Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Self { starts }
    }

    /// Number of lines; a text that ends with a line end has an empty last line.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Byte offset where the 0-based `line` begins; the last line's for any greater number.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// The 0-based line that holds the byte `offset`.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The position of the byte `offset` in `text` (the text that was indexed); an offset
    /// past the end is the end.
    #[must_use]
    pub fn locate(&self, text: &str, offset: usize) -> LineColumn {
        let line = self.line_of(offset);
        let start = self.start(line);
        let mut end = offset.min(text.len()).max(start);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let column = text.get(start..end).map_or(0, |part| part.chars().count());
        LineColumn { line: line + 1, column: column + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lf_crlf_and_cr_end_lines_but_vt_and_nel_do_not() {
        let text = "a\nb\r\nc\rd\u{0B}e\u{85}f\u{2028}g";
        let index = LineIndex::new(text);
        assert_eq!(index.count(), 4);
        assert_eq!(index.locate(text, text.len()), LineColumn { line: 4, column: 8 });
    }

    #[test]
    fn columns_count_scalar_values() {
        let text = "\u{20BB7}汉\u{1F600}x";
        let index = LineIndex::new(text);
        assert_eq!(index.locate(text, 4), LineColumn { line: 1, column: 2 });
        assert_eq!(index.locate(text, 11), LineColumn { line: 1, column: 4 });
        assert_eq!(index.locate(text, 5), LineColumn { line: 1, column: 2 });
    }
}
