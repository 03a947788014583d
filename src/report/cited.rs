//! What a draft refers to outside its own sentences: annexes by number, other documents by title. Where
//! they are is not asked here, but for annexes that stand in the draft itself.

use std::sync::LazyLock;

use regex::Regex;

use super::Report;
use crate::quantity::{Decimal, parse_chinese_numeral};
use crate::text::Span;

/// Something referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// 附件, 附表 or 附录 with its number, as ASCII digits.
    Annex(String, String),
    /// The title between 《 and 》.
    Title(String),
}

/// A reference and where it stands (absolute; of a title without its marks).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Where.
    pub span: Span,
    /// What.
    pub cited: Cited,
}

const ANNEX: &str =
    "(?P<kind>附件|附表|附录)\\s*(?P<number>[0-9\u{FF10}-\u{FF19}]{1,2}|[一二三四五六七八九十]{1,3})";

static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(ANNEX).ok());
/// 附件1所列…, 附件一览表: words that go on; a heading ends, or has a mark or a blank before its title.
static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        "^[\\s*#\u{3000}【(\u{FF08}]*{ANNEX}\\s*[】)\u{FF09}]?\\**(?:$|[:\u{FF1A}.\u{FF0E}、\\s\u{3000}])"
    ))
    .ok()
});
static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("《(?P<title>[^《》]{4,60})》").ok());

/// A number as ASCII digits, whatever it is printed in.
fn digits(printed: &str) -> String {
    let ascii = |c: char| match c {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let plain: String = printed.chars().map(ascii).collect();
    let value = plain.parse::<Decimal>().ok().or_else(|| parse_chinese_numeral(&plain));
    value.map_or(plain, |value| value.normalize().to_string())
}

impl Report {
    /// Every reference, in document order; headings of annexes are none.
    #[must_use]
    pub fn citations(&self) -> Vec<Citation> {
        let (Some(reference), Some(title)) = (REFERENCE.as_ref(), TITLE.as_ref()) else { return Vec::new() };
        let mut out = Vec::new();
        for paragraph in self.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
            let text = paragraph.text();
            let heading = HEADING.as_ref().and_then(|it| it.find(text)).map_or(0, |it| it.end());
            for found in reference.captures_iter(text) {
                let (Some(whole), Some(number)) = (found.get(0), found.name("number")) else { continue };
                if whole.start() >= heading {
                    let kind = found.name("kind").map_or("", |kind| kind.as_str()).to_owned();
                    let cited = Cited::Annex(kind, digits(number.as_str()));
                    out.push(Citation { span: Span::from(whole.range()).shifted(paragraph.start), cited });
                }
            }
            for found in title.captures_iter(text).filter_map(|found| found.name("title")) {
                let cited = Cited::Title(found.as_str().to_owned());
                out.push(Citation { span: Span::from(found.range()).shifted(paragraph.start), cited });
            }
        }
        out.sort_by_key(|citation| citation.span);
        out
    }

    /// The annexes that stand in the draft: kind, number and heading.
    #[must_use]
    pub fn annexes(&self) -> Vec<Citation> {
        let Some(heading) = HEADING.as_ref() else { return Vec::new() };
        let annex = |paragraph: &super::Paragraph| {
            let found = heading.captures(paragraph.text())?;
            let (kind, number) = (found.name("kind")?, found.name("number")?);
            let cited = Cited::Annex(kind.as_str().to_owned(), digits(number.as_str()));
            // 附件1.重点项目表 in a list of annexes ends with the first that is a heading: the last one wins.
            Some(Citation { span: Span::new(kind.start(), number.end()).shifted(paragraph.start), cited })
        };
        self.paragraphs.iter().filter_map(annex).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn references_and_headings_of_annexes_are_told_apart() {
        let text = "办好民生实事（见附件２）。按《云溪市2031年重点项目清单》推进，附件要件从简。\n附件一\n重点项目表\n附件2：民生实事\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let annex = |number: &str| Cited::Annex("附件".to_owned(), number.to_owned());
        let cited: Vec<Cited> = report.citations().into_iter().map(|it| it.cited).collect();
        assert_eq!(cited, [annex("2"), Cited::Title("云溪市2031年重点项目清单".to_owned())]);
        let headings: Vec<Cited> = report.annexes().into_iter().map(|it| it.cited).collect();
        assert_eq!(headings, [annex("1"), annex("2")]);
    }
}
