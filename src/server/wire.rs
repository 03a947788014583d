//! Frames on a byte stream: `Content-Length` headers and JSON bodies, read and written by one
//! thread each. What is malformed is reported and passed over, so that one bad message never
//! costs the session; lone surrogates, which JSON allows and Unicode does not, become U+FFFD.

use std::io::{BufRead, Read, Write};
use std::sync::mpsc::Receiver;

use serde_json::Value;

/// Longest header line and greatest body that are believed.
const HEADER_LIMIT: u64 = 64 * 1024;
const BODY_LIMIT: u64 = 1 << 30;

/// What came in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Frame {
    /// A body that is JSON.
    Json(Value),
    /// A header or body that is not what it should be; the text says why.
    Malformed(String),
}

/// Reads frames until the stream ends or `take` refuses one.
pub(super) fn read(mut input: impl BufRead, mut take: impl FnMut(Frame) -> bool) {
    while let Some(frame) = next(&mut input) {
        if !take(frame) {
            return;
        }
    }
}

/// Writes each body with its header, flushing when none waits; ends with its sender or when
/// the stream breaks.
pub(super) fn write(bodies: Receiver<Vec<u8>>, mut output: impl Write) {
    while let Ok(first) = bodies.recv() {
        let waiting = std::iter::once(first).chain(bodies.try_iter());
        for body in waiting {
            let header = format!("Content-Length: {}\r\n\r\n", body.len());
            if output.write_all(header.as_bytes()).and_then(|()| output.write_all(&body)).is_err() {
                return;
            }
        }
        if output.flush().is_err() {
            return;
        }
    }
}

/// The next frame; `None` at the end of the stream.
fn next(input: &mut impl BufRead) -> Option<Frame> {
    let length = match header(input)? {
        Ok(length) => length,
        Err(why) => return Some(Frame::Malformed(why)),
    };
    let mut body = Vec::new();
    input.by_ref().take(length).read_to_end(&mut body).ok()?;
    if u64::try_from(body.len()).ok()? < length {
        return None;
    }
    Some(match parse(&body) {
        Ok(value) => Frame::Json(value),
        Err(why) => Frame::Malformed(why),
    })
}

/// The body's length. Lines that are no header are garbage: they are skipped up to the next
/// `Content-Length`, and reported once that has been found. `None` at the end of the stream.
fn header(input: &mut impl BufRead) -> Option<Result<u64, String>> {
    let mut length = None;
    let mut garbage = None;
    loop {
        let mut line = Vec::new();
        let read = input.by_ref().take(HEADER_LIMIT).read_until(b'\n', &mut line).ok()?;
        if read == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if line.is_empty() {
            match length {
                Some(Ok(length)) if length <= BODY_LIMIT => {
                    if let Some(garbage) = garbage {
                        // Report the garbage by the log; the message after it is good.
                        eprintln!("dinggao lsp: skipped what is no header: {garbage}");
                    }
                    return Some(Ok(length));
                }
                Some(_) => return Some(Err("Content-Length is no length".to_owned())),
                None if garbage.is_some() => return Some(Err("header without Content-Length".to_owned())),
                None => continue,
            }
        }
        let lower = line.to_ascii_lowercase();
        if let Some((before, value)) = lower.split_once("content-length:") {
            length = Some(value.trim().parse::<u64>());
            if !before.is_empty() {
                garbage = Some(before.chars().take(40).collect::<String>());
            }
        } else if !lower.starts_with("content-type:") {
            garbage = Some(line.chars().take(40).collect());
        }
    }
}

/// Parses a body, with lone surrogates replaced.
fn parse(body: &[u8]) -> Result<Value, String> {
    let text = utf8(body)?;
    serde_json::from_str(text)
        .or_else(|error| match without_lone_surrogates(text) {
            Some(mended) => serde_json::from_str(&mended),
            None => Err(error),
        })
        .map_err(|error| format!("the body is no JSON: {error}"))
}

fn utf8(body: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(body).map_err(|error| format!("the body is no UTF-8: {error}"))
}

/// The JSON text with each `\uD800`–`\uDFFF` that has no partner as `\uFFFD`; `None` where
/// there is nothing to mend. One UTF-16 unit stays one, so positions keep their meaning.
fn without_lone_surrogates(text: &str) -> Option<String> {
    let unit = |at: usize| -> Option<u16> {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let mut out = String::with_capacity(text.len());
    let (mut at, mut kept, mut mended) = (0, 0, false);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        let escape = at + found;
        at = match unit(escape) {
            // An escape of another kind takes two bytes: the backslash and an ASCII letter.
            None => (escape + 2..=text.len()).find(|&next| text.is_char_boundary(next)).unwrap_or(text.len()),
            Some(0xD800..=0xDBFF) if matches!(unit(escape + 6), Some(0xDC00..=0xDFFF)) => escape + 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str(text.get(kept..escape).unwrap_or_default());
                out.push_str("\\uFFFD");
                (kept, mended) = (escape + 6, true);
                escape + 6
            }
            Some(_) => escape + 6,
        };
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    mended.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn frames(bytes: &[u8]) -> Vec<Frame> {
        let mut all = Vec::new();
        read(bytes, |frame| {
            all.push(frame);
            true
        });
        all
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn is_malformed(frame: &Frame) -> bool {
        matches!(frame, Frame::Malformed(_))
    }

    #[test]
    fn frames_come_in_order_whatever_the_case_of_the_header() {
        let bytes = format!(
            "content-length: 1\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n1{}",
            framed("\"汉\"")
        );
        assert_eq!(frames(bytes.as_bytes()), [Frame::Json(json!(1)), Frame::Json(json!("汉"))]);
    }

    #[test]
    fn after_anything_malformed_the_next_message_is_read() {
        for bad in [
            framed("{\"a\":"),
            framed(""),
            "Content-Length: many\r\n\r\n".to_owned(),
            "Content-Length: 99999999999999\r\n\r\n".to_owned(),
            "no header at all\r\n\r\n".to_owned(),
        ] {
            let got = frames(format!("{bad}{}", framed("2")).as_bytes());
            assert!(got.first().is_some_and(is_malformed), "{bad:?}: {got:?}");
            assert_eq!(got.get(1..), Some([Frame::Json(json!(2))].as_slice()), "{bad:?}");
        }
        let mut invalid = b"Content-Length: 2\r\n\r\n\xFF\xFE".to_vec();
        invalid.extend(framed("3").bytes());
        let got = frames(&invalid);
        assert!(got.first().is_some_and(is_malformed));
        assert_eq!(got.last(), Some(&Frame::Json(json!(3))));
        assert_eq!(frames(b"garbageContent-Length: 1\r\n\r\n4"), [Frame::Json(json!(4))]);
    }

    #[test]
    fn deep_nesting_is_refused_and_a_cut_off_frame_is_the_end() {
        let deep = "[".repeat(100_000);
        assert!(frames(framed(&deep).as_bytes()).iter().all(is_malformed));
        assert_eq!(frames(b"Content-Length: 9\r\n\r\n1"), []);
        assert_eq!(frames(b""), []);
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_kept() {
        let mended = |text: &str| parse(text.as_bytes()).unwrap();
        assert_eq!(mended(r#""a\ud800b""#), json!("a\u{FFFD}b"));
        assert_eq!(mended(r#""\udc00\ud842\udfb7\ud842""#), json!("\u{FFFD}\u{20BB7}\u{FFFD}"));
        assert_eq!(mended(r#""\\ud800 \ud800""#), json!("\\ud800 \u{FFFD}"));
        assert_eq!(mended(r#""\ud800\ud842\udfb7""#), json!("\u{FFFD}\u{20BB7}"));
        assert!(parse(br#""\ud8"#).is_err());
        assert!(parse("\"\\汉\\ud800\"".as_bytes()).is_err());
    }

    #[test]
    fn what_is_written_can_be_read() {
        let (sender, bodies) = std::sync::mpsc::channel();
        for body in ["1", "\"汉\""] {
            sender.send(body.as_bytes().to_vec()).unwrap();
        }
        drop(sender);
        let mut bytes = Vec::new();
        write(bodies, &mut bytes);
        assert_eq!(frames(&bytes), [Frame::Json(json!(1)), Frame::Json(json!("汉"))]);
    }
}
