//! Lenses: first only where they stand, what they say when the client comes to show them.

use lsp_types::{CodeLens, Command, Url};
use serde::{Deserialize, Serialize};

use crate::features::lenses::{Lens, LensContent};
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;

/// Which lens is meant, when the client asks for its words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct LensData {
    /// The document.
    pub uri: Url,
    /// The version whose lenses were placed.
    pub version: i32,
    /// Which of its lenses.
    pub index: usize,
}

/// The lenses without their words.
#[must_use]
pub fn places(lenses: &[Lens], uri: &Url, version: i32, places: &Places<'_>) -> Vec<CodeLens> {
    let place = |(index, lens): (usize, &Lens)| CodeLens {
        range: places.range(lens.span),
        command: None,
        data: serde_json::to_value(LensData { uri: uri.clone(), version, index }).ok(),
    };
    lenses.iter().enumerate().map(place).collect()
}

/// A lens as a command that does nothing when clicked; without words where the text has changed, since
/// the client will ask for the lenses of the new one.
#[must_use]
pub fn command(lens: Option<&Lens>, locale: Locale) -> Command {
    let title = lens.map_or_else(|| "\u{2026}".to_owned(), |lens| title(&lens.content, locale));
    Command { title, command: String::new(), arguments: None }
}

fn title(content: &LensContent, locale: Locale) -> String {
    match (content, locale) {
        (LensContent::Announced { announced, listed }, Locale::Chinese) => {
            format!("宣布 {announced} 项 · 实列 {listed} 项")
        }
        (LensContent::Announced { announced, listed }, Locale::English) => {
            format!("{announced} announced · {listed} listed")
        }
        (LensContent::Part(it), Locale::Chinese) => {
            format!("{} 字 · 朗读约 {} 分钟 · {} 个数字", it.characters, it.minutes(), it.figures)
        }
        (LensContent::Part(it), Locale::English) => {
            format!(
                "{} characters · about {} min aloud · {} figures",
                it.characters,
                it.minutes(),
                it.figures
            )
        }
        (LensContent::Targets { targets, based }, Locale::Chinese) => {
            format!("{targets} 项目标 · {based} 项在回顾中有基数")
        }
        (LensContent::Targets { targets, based }, Locale::English) => {
            format!("{targets} targets · {based} with a base in the review")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Statistics;

    #[test]
    fn words_in_both_languages() {
        let say = |content: LensContent, locale| title(&content, locale);
        let announced = LensContent::Announced { announced: 8, listed: 7 };
        assert_eq!(say(announced.clone(), Locale::Chinese), "宣布 8 项 · 实列 7 项");
        assert_eq!(say(announced, Locale::English), "8 announced · 7 listed");
        let part = LensContent::Part(Statistics { paragraphs: 2, characters: 3000, figures: 9 });
        assert_eq!(say(part, Locale::Chinese), "3000 字 · 朗读约 15 分钟 · 9 个数字");
        let targets = LensContent::Targets { targets: 9, based: 5 };
        assert_eq!(say(targets, Locale::Chinese), "9 项目标 · 5 项在回顾中有基数");
        assert_eq!(command(None, Locale::Chinese).title, "\u{2026}");
    }
}
