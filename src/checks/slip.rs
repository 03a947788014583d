//! How the rules about small forms speak: each place by itself while there are few, one finding for
//! the whole document when the form is its habit. No rule, no decision.

use super::{Finding, Findings, Message};
use crate::text::{Edit, Span};

/// Up to so many places are told one by one.
const FEW: usize = 3;

/// One place where a form differs from the standard; all spans are absolute.
#[derive(Debug)]
pub(super) struct Slip {
    /// What is printed.
    pub(super) span: Span,
    /// What is wrong, why, what instead.
    pub(super) message: Message,
    /// How the correction is called.
    pub(super) title: Message,
    /// The correction.
    pub(super) edits: Vec<Edit>,
    /// `--fix` may run it: it touches marks and spaces only.
    pub(super) safe: bool,
}

/// Reports the slips of one document.
pub(super) fn tell(slips: Vec<Slip>, findings: &mut Findings) {
    if slips.len() <= FEW {
        for Slip { span, message, title, edits, safe } in slips {
            offer(findings, span, message, title, edits, safe);
        }
        return;
    }
    let (count, safe) = (slips.len(), slips.iter().all(|slip| slip.safe));
    let spans: Vec<Span> = slips.iter().skip(1).map(|slip| slip.span).collect();
    let mut edits = Vec::new();
    let mut first = None;
    for slip in slips {
        edits.extend(slip.edits);
        first.get_or_insert((slip.span, slip.message));
    }
    let Some((span, message)) = first else { return };
    let message = Message::new(
        format!("{}；全文同类的共{count}处。", message.zh.trim_end_matches('。')),
        format!("{}; {count} places in all.", message.en.trim_end_matches('.')),
    );
    let title = Message::new(format!("全文{count}处一并改正"), format!("Mend all {count} places"));
    let finding = offer(findings, span, message, title, edits, safe);
    for other in spans {
        finding.relate(other, Message::new("同类的另一处", "Another place of the kind"));
    }
}

fn offer(
    findings: &mut Findings,
    span: Span,
    message: Message,
    title: Message,
    edits: Vec<Edit>,
    safe: bool,
) -> &mut Finding {
    let finding = findings.report(span, message);
    match (edits.is_empty(), safe) {
        (true, _) => finding,
        (false, true) => finding.safe_fix(title, edits),
        (false, false) => finding.fix(title, edits),
    }
}

/// `改为“…”`.
pub(super) fn change_to(text: &str) -> Message {
    Message::new(format!("改为“{text}”"), format!("Change to \u{201C}{text}\u{201D}"))
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

/// The character before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether a character is a digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c)
}

/// Whether a character is a Han character.
pub(super) fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '〇'
}
