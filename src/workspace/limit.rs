//! How large a draft may be: what is larger is refused with a word that says what to do, before it
//! costs anything. A report has 60 KB, a year of them a few MB.

use crate::checks::Message;

/// A limit in MiB (1 to 1024); 64 where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit {
    mebibytes: u16,
}

impl Default for SizeLimit {
    fn default() -> Self {
        Self { mebibytes: Self::DEFAULT }
    }
}

impl SizeLimit {
    /// The limit without a configuration, in MiB.
    pub const DEFAULT: u16 = 64;
    /// The highest limit that can be set, in MiB: offsets and memory stay far from their ends.
    pub const HIGHEST: u16 = 1024;

    /// A limit of so many MiB; `None` where that is none.
    #[must_use]
    pub fn new(mebibytes: u16) -> Option<Self> {
        (1..=Self::HIGHEST).contains(&mebibytes).then_some(Self { mebibytes })
    }

    /// The limit in bytes.
    #[must_use]
    pub fn bytes(self) -> u64 {
        u64::from(self.mebibytes) * 1024 * 1024
    }

    /// Whether a text of so many bytes is too large.
    #[must_use]
    pub fn refuses(self, bytes: usize) -> bool {
        u64::try_from(bytes).is_ok_and(|bytes| bytes > self.bytes())
    }

    /// Why a text is not read, and what to do about it.
    #[must_use]
    pub fn refusal(self) -> Message {
        let Self { mebibytes } = self;
        Message::new(
            format!(
                "文件超过 {mebibytes} MiB\u{FF0C}不予处理\u{3002}请拆分后再检查\u{FF0C}或在 dinggao.json 里调高 sizeLimit"
            ),
            format!(
                "larger than {mebibytes} MiB, refused; split the file or raise sizeLimit in dinggao.json"
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_between_one_and_the_highest_and_holds_to_the_byte() {
        assert_eq!(SizeLimit::new(0), None);
        assert_eq!(SizeLimit::new(SizeLimit::HIGHEST + 1), None);
        assert_eq!(SizeLimit::new(SizeLimit::DEFAULT), Some(SizeLimit::default()));
        let one = SizeLimit::new(1).unwrap();
        assert!(!one.refuses(1 << 20) && one.refuses((1 << 20) + 1));
    }

    #[test]
    fn the_refusal_says_what_to_do_in_both_languages() {
        let Message { zh, en } = SizeLimit::new(3).unwrap().refusal();
        assert!(zh.contains("3 MiB") && zh.contains("请拆分") && zh.contains("sizeLimit"));
        assert!(en.contains("3 MiB") && en.contains("split the file") && en.contains("sizeLimit"));
    }
}
