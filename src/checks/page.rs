//! A rule's manual page: its parts, the whole page for people, and the examples on it together
//! with the draft in which an example stands when it is only a fragment.

use super::Rule;
use crate::text::Span;

/// A short report about an invented city in which every section is in place and nothing is
/// wrong; `{{回顾}}` and `{{安排}}` are where fragments go.
const FRAME: &str = include_str!("frame.txt");

/// Whether an example shows the mistake or its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 错例: exactly the rule's finding is expected.
    Wrong,
    /// 正例: no finding of any rule is expected.
    Right,
}

/// Where a fragment of a draft stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In the review of 2023 (no word after the fence's first).
    #[default]
    Review,
    /// In the plan for 2024 (`安排`).
    Plan,
    /// It is a whole draft (`全文`).
    Whole,
}

impl Place {
    /// The place named by what follows the first word of a fence (`安排`, `全文`, nothing).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim() {
            "" => Some(Self::Review),
            "安排" => Some(Self::Plan),
            "全文" => Some(Self::Whole),
            _ => None,
        }
    }

    /// The draft in which `fragment` stands, and where in it.
    #[must_use]
    pub fn frame(self, fragment: &str) -> (String, Span) {
        let hole = match self {
            Self::Whole => return (fragment.to_owned(), Span::new(0, fragment.len())),
            Self::Review => "{{回顾}}",
            Self::Plan => "{{安排}}",
        };
        let (before, after) = FRAME.split_once(hole).unwrap_or((FRAME, ""));
        let clean = |part: &str| part.replace("{{回顾}}\n\n", "").replace("{{安排}}\n\n", "");
        let before = clean(before);
        let span = Span::new(before.len(), before.len() + fragment.len());
        (format!("{before}{fragment}{}", clean(after)), span)
    }
}

/// One example of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub verdict: Verdict,
    /// Where it stands.
    pub place: Place,
    /// The text of the example.
    pub text: String,
}

impl Rule {
    /// The page's text without the blank that begins every line of a doc comment.
    fn body(&self) -> String {
        self.doc.lines().fold(String::with_capacity(self.doc.len()), |mut out, line| {
            out.push_str(line.strip_prefix(' ').unwrap_or(line));
            out.push('\n');
            out
        })
    }

    /// The page's title: what is wrong, in a few Chinese words.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.doc.lines().find_map(|line| line.trim().strip_prefix("# ")).unwrap_or(self.name)
    }

    /// The first paragraph of the page: what is wrong, in a sentence or two.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        let mut lines = self.doc.lines().map(str::trim).skip_while(|line| !line.starts_with("# ")).skip(1);
        lines.find(|line| !line.is_empty()).unwrap_or(self.name)
    }

    /// The page's one-line summary in English.
    #[must_use]
    pub fn english(&self) -> &'static str {
        self.doc.lines().find_map(|line| line.trim().strip_prefix("English: ")).unwrap_or(self.name)
    }

    /// The whole page as Markdown: the text of `explain` and of docs/rules.
    #[must_use]
    pub fn page(&self) -> String {
        let body = self.body();
        let rest = body.split_once('\n').map_or("", |(_, rest)| rest).trim();
        let off = if self.off { "（默认关闭）" } else { "" };
        format!(
            "# {}：{}\n\n类别 {} · 级别 {}{off} · 依据 {}\n\n{rest}\n",
            self.name,
            self.title(),
            self.category.label(),
            self.severity.label(),
            self.tier.label(),
        )
    }

    /// The examples of the page, in order.
    #[must_use]
    pub fn examples(&self) -> Vec<Example> {
        let body = self.body();
        let mut examples = Vec::new();
        let mut open: Option<(Verdict, Place, Vec<&str>)> = None;
        for line in body.lines() {
            if let Some((verdict, place, lines)) = &mut open {
                if line == "```" {
                    let text = lines.join("\n");
                    examples.push(Example { verdict: *verdict, place: *place, text });
                    open = None;
                } else {
                    lines.push(line);
                }
                continue;
            }
            let start = |verdict| move |word: &str| Some((verdict, Place::from_word(word)?, Vec::new()));
            open = line
                .strip_prefix("```错例")
                .and_then(start(Verdict::Wrong))
                .or_else(|| line.strip_prefix("```正例").and_then(start(Verdict::Right)));
        }
        examples
    }
}
