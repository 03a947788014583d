//! The language in which the client is spoken to: Chinese unless it asks for English.

use crate::checks::Message;

/// A language of the product's messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Locale {
    /// The language for a tag such as `zh-CN`, `en`, `en-GB`: English for `en*`, else Chinese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let is_english = tag.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("en"))
            && !tag.get(2..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
        if is_english { Self::English } else { Self::Chinese }
    }

    /// The message in this language.
    #[must_use]
    pub fn say(self, message: &Message) -> &str {
        self.pick(&message.zh, &message.en)
    }

    /// The one of two texts that is in this language.
    #[must_use]
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_only_for_english_tags() {
        for tag in ["en", "EN", "en-US", "en_GB"] {
            assert_eq!(Locale::from_tag(tag), Locale::English, "{tag}");
        }
        for tag in ["", "e", "zh-CN", "zh", "eng", "fr", "\u{4E2D}\u{6587}"] {
            assert_eq!(Locale::from_tag(tag), Locale::Chinese, "{tag}");
        }
    }
}
