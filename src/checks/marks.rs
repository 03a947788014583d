//! What the rules of typography and wording share about characters: Han, both widths of a mark,
//! what stands before and after a place. No rule lives here.

/// Whether the character is a Han character.
pub(super) fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '\u{3007}'
}

/// Whether the character is a digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c)
}

/// Digits of either width in ASCII.
pub(super) fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF10}'..='\u{FF19}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '\u{FF0E}' => '.',
            other => other,
        })
        .collect()
}

/// Whether the character ends a sentence, in either width.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '\u{3002}' | '!' | '\u{FF01}' | '?' | '\u{FF1F}')
}

/// The character before the byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character from the byte `at` on.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// A line that is no running text: a table, an address of a page, a comment, a rule of dashes.
pub(super) fn is_machine(text: &str) -> bool {
    let text = text.trim();
    text.contains("://")
        || text.contains('\t')
        || text.starts_with('<')
        || text.matches('|').count() > 1
        || !text.chars().any(char::is_alphanumeric)
}
