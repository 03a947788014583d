//! Bytes of a file to text and back: UTF-8, GB18030/GBK and UTF-16 with a byte order mark.
//! Never a guess full of replacement characters: bytes that fit nothing are an error.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// How a file was encoded; `label` is the name printed in reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// GB18030 (a superset of GBK and GB 2312).
    Gb18030,
    /// UTF-16, little endian, with a byte order mark.
    Utf16Le,
    /// UTF-16, big endian, with a byte order mark.
    Utf16Be,
}

impl Encoding {
    /// The name used in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Gb18030 => "gb18030",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }
}

/// A decoded file.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// How to write it back.
    pub encoding: Encoding,
}

/// The bytes fit no supported encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Offset of the first byte that fits neither UTF-8 nor GB18030 (or UTF-16 where a mark says so).
    pub offset: usize,
}

/// Decodes a whole file.
///
/// # Errors
/// The byte offset where decoding fails; nothing is ever replaced by U+FFFD.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = simdutf8::compat::from_utf8(rest)
            .map_err(|error| DecodeError { offset: error.valid_up_to() + 3 })?;
        return Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8Bom });
    }
    for (mark, codec, encoding) in
        [(b"\xFF\xFE", UTF_16LE, Encoding::Utf16Le), (b"\xFE\xFF", UTF_16BE, Encoding::Utf16Be)]
    {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = strict(codec, rest).map_err(|at| DecodeError { offset: at + 2 })?;
            return Ok(Decoded { text, encoding });
        }
    }
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 }),
        Err(utf8) => match strict(GB18030, bytes) {
            Ok(text) => Ok(Decoded { text, encoding: Encoding::Gb18030 }),
            Err(at) => Err(DecodeError { offset: at.max(utf8.valid_up_to()) }),
        },
    }
}

/// Encodes a text as its file was encoded; what the encoding cannot hold is an error.
///
/// # Errors
/// The first character that the encoding has no bytes for (never for Unicode and GB18030 text).
pub fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>, char> {
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let mut out = mark.to_vec();
        out.extend(text.encode_utf16().flat_map(bytes));
        out
    };
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Bom => Ok([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        Encoding::Utf16Le => Ok(utf16([0xFF, 0xFE], u16::to_le_bytes)),
        Encoding::Utf16Be => Ok(utf16([0xFE, 0xFF], u16::to_be_bytes)),
        Encoding::Gb18030 => {
            let (bytes, _, lossy) = GB18030.encode(text);
            if lossy {
                let lost = text.chars().find(|&c| GB18030.encode(c.encode_utf8(&mut [0; 4])).2);
                return Err(lost.unwrap_or('\u{FFFD}'));
            }
            Ok(bytes.into_owned())
        }
    }
}

/// Decodes without replacement; the error is the offset of the first bad byte.
fn strict(codec: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = codec.new_decoder_without_bom_handling();
    let capacity =
        decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 3 + 16);
    let mut out = String::with_capacity(capacity);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut out, true);
    match result {
        encoding_rs::DecoderResult::InputEmpty => Ok(out),
        encoding_rs::DecoderResult::OutputFull => Err(read),
        encoding_rs::DecoderResult::Malformed(length, extra) => {
            Err(read.saturating_sub(usize::from(length) + usize::from(extra)))
        }
    }
}
