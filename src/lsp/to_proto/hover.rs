//! Hovers as Markdown (or plain text, for clients that ask for it).

use lsp_types::{Hover as Answer, HoverContents, MarkupContent, MarkupKind, Url};

use super::words;
use crate::checks::Finding;
use crate::features::hover::{Card, Figure, Hover, Row, Section};
use crate::knowledge::GrowthBasis;
use crate::lsp::capabilities::Peer;
use crate::lsp::locale::Locale;
use crate::lsp::position::Places;
use crate::quantity::{Decimal, Interval};
use crate::report::{Fact, Implied};
use crate::text::Span;

/// The answer to `textDocument/hover`.
#[must_use]
pub fn hover(hover: &Hover, uri: &Url, places: &Places<'_>, peer: &Peer) -> Answer {
    let page = Page { uri, places, locale: peer.locale, markdown: peer.markdown };
    let (span, value) = match hover {
        Hover::Figure(figure) => (figure.span, page.figure(figure)),
        Hover::Indicator(card) => (card.span, page.indicator(card)),
        Hover::Heading(section) => (section.span, page.heading(section)),
    };
    let kind = if peer.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Answer { contents: HoverContents::Markup(MarkupContent { kind, value }), range: Some(places.range(span)) }
}

/// Adds to an answer what the manual page says of a rule that has a finding here: the title and the first
/// paragraph of the page, the same text as `dinggao explain` prints.
#[must_use]
pub fn with_rule(answer: Option<Answer>, finding: &Finding, places: &Places<'_>, peer: &Peer) -> Answer {
    let rule = finding.rule;
    let (head, text) = match peer.locale {
        Locale::English => (rule.name.to_owned(), rule.english()),
        Locale::Chinese => (format!("{}\u{FF1A}{}", rule.name, rule.title()), rule.summary()),
    };
    let note = if peer.markdown { format!("**{head}**\n\n{text}") } else { format!("{head}\n{text}") };
    let parting = if peer.markdown { "\n\n---\n\n" } else { "\n\n" };
    match answer {
        Some(Answer { contents: HoverContents::Markup(above), range }) => Answer {
            contents: HoverContents::Markup(MarkupContent {
                kind: above.kind,
                value: format!("{}{parting}{note}", above.value.trim_end()),
            }),
            range,
        },
        _ => {
            let kind = if peer.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
            Answer {
                contents: HoverContents::Markup(MarkupContent { kind, value: note }),
                range: Some(places.range(finding.span)),
            }
        }
    }
}

/// Most statements that a table shows.
const ROWS: usize = 30;

/// What all parts of a hover are written with.
struct Page<'a> {
    uri: &'a Url,
    places: &'a Places<'a>,
    locale: Locale,
    markdown: bool,
}

impl Page<'_> {
    fn pick<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.locale.pick(zh, en)
    }

    /// Text of the draft: its marks must not become formatting.
    fn plain(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            if self.markdown
                && matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~')
            {
                out.push('\\');
            }
            out.push(if letter.is_control() { ' ' } else { letter });
        }
        out
    }

    fn bold(&self, text: &str) -> String {
        if self.markdown { format!("**{}**", self.plain(text)) } else { text.to_owned() }
    }

    /// Where a span stands, as a link that editors follow.
    fn place(&self, span: Span) -> String {
        let line = self.places.line_of(span.start) + 1;
        let name = match self.locale {
            Locale::Chinese => format!("第{line}行"),
            Locale::English => format!("line {line}"),
        };
        if self.markdown { format!("[{name}]({}#L{line})", self.uri) } else { name }
    }

    fn heading(&self, section: &Section) -> String {
        let Section { title, paragraphs, characters, figures, children, .. } = section;
        let title = self.bold(title);
        match self.locale {
            Locale::Chinese => {
                format!(
                    "{title}\n\n{paragraphs}段 · {characters}字 · {figures}个数字 · 下一级{children}个标题"
                )
            }
            Locale::English => format!(
                "{title}\n\n{paragraphs} paragraphs · {characters} characters · {figures} figures · {children} headings directly below"
            ),
        }
    }

    fn figure(&self, figure: &Figure) -> String {
        let mut out = self.bold(&figure.text);
        if let Some(fact) = &figure.fact {
            out.push_str(" — ");
            out.push_str(&self.statement(fact));
        }
        let mut items = Vec::new();
        if let Some(range) = words::range(&figure.interval, |value| figure.printed(value)) {
            items.push(format!("{}{range}", self.pick("按印刷精度：", "As printed, it allows: ")));
        }
        if !figure.conversions.is_empty() {
            let values: Vec<String> = figure
                .conversions
                .iter()
                .map(|it| format!("{}{}{}", if it.exact { "= " } else { "≈ " }, grouped(it.value), it.unit))
                .collect();
            let gap = self.pick("；", "; ");
            items.push(format!("{}{}", self.pick("换算：", "Converted: "), values.join(gap)));
        }
        for item in items {
            out.push_str("\n\n");
            out.push_str(&item);
        }
        out
    }

    /// Name, period, role and kind of a fact.
    fn statement(&self, fact: &Fact) -> String {
        let parts = [
            Some(self.plain(&fact.name)),
            fact.scope.as_deref().map(|scope| self.plain(scope)),
            fact.threshold.as_deref().map(|threshold| self.plain(threshold)),
            fact.period.map(|period| period.to_string()),
            fact.role.map(|role| words::role(self.locale, role).to_owned()),
            Some(words::kind(self.locale, fact.kind).to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn indicator(&self, card: &Card) -> String {
        let mut out = self.bold(&card.name);
        if let Some(entry) = &card.entry {
            out.push_str(&format!("\n\n{}", self.plain(&entry.definition)));
            let basis = match entry.basis {
                GrowthBasis::ConstantPrice => self.pick(
                    "总量为现价，增速按可比价计算",
                    "levels at current prices, growth at constant prices",
                ),
                GrowthBasis::Nominal => {
                    self.pick("总量和增速均为现价", "levels and growth at current prices")
                }
                GrowthBasis::PhysicalOrNone => "",
            };
            let mut facts = Vec::new();
            if !entry.unit.is_empty() {
                facts.push(format!("{}{}", self.pick("单位：", "Unit: "), self.plain(&entry.unit)));
            }
            if !basis.is_empty() {
                facts.push(format!("{}{basis}", self.pick("口径：", "Basis: ")));
            }
            if !facts.is_empty() {
                out.push_str(&format!("\n\n{}", facts.join(" · ")));
            }
        }
        out.push_str(&self.table(&card.rows));
        for implied in &card.implied {
            let is_constant = card.entry.as_ref().is_some_and(|it| it.basis == GrowthBasis::ConstantPrice);
            out.push_str(&format!("\n\n{}", self.implied(implied, is_constant)));
        }
        out
    }

    fn table(&self, rows: &[Row]) -> String {
        let mut out = String::new();
        if rows.is_empty() {
            return out;
        }
        if self.markdown {
            out.push_str(self.pick(
                "\n\n| 时期 | 性质 | 类别 | 数值 | 位置 |\n|---|---|---|---|---|",
                "\n\n| Period | Role | Kind | Figure | Place |\n|---|---|---|---|---|",
            ));
        } else {
            out.push('\n');
        }
        for row in rows.iter().take(ROWS) {
            let mut kind = words::kind(self.locale, row.kind).to_owned();
            if let Some(scope) = &row.scope {
                kind = format!("{kind}({})", self.plain(scope));
            }
            let cells = [
                row.period.map_or("–".to_owned(), |period| period.to_string()),
                row.role.map_or("–", |role| words::role(self.locale, role)).to_owned(),
                kind,
                self.plain(&row.text),
                self.place(row.span),
            ];
            if self.markdown {
                out.push_str(&format!("\n| {} |", cells.join(" | ")));
            } else {
                out.push_str(&format!("\n{}", cells.join("  ")));
            }
        }
        if let Some(more) = rows.len().checked_sub(ROWS).filter(|more| *more > 0) {
            out.push_str(&match self.locale {
                Locale::Chinese => format!("\n\n另有{more}处未列出。"),
                Locale::English => format!("\n\n{more} more not shown."),
            });
        }
        out
    }

    fn implied(&self, implied: &Implied, is_constant: bool) -> String {
        let value = implied.printed(implied.value);
        let (base, growth) = (self.plain(&implied.base), self.plain(&implied.growth));
        let place = self.place(implied.base_span);
        let bounds = Interval { low: implied.low, high: implied.high, low_open: false, high_open: false };
        let bounds = words::range(&bounds, |value| implied.precise(value)).unwrap_or_default();
        let year = implied.period;
        let price = match (is_constant, self.locale) {
            (false, _) => "",
            (true, Locale::Chinese) => "；增速按可比价计算，现价总量还随价格变动",
            (true, Locale::English) => "; growth is at constant prices, the level will also move with prices",
        };
        match self.locale {
            Locale::Chinese => format!(
                "{year}年目标隐含值：{base}（{place}）×（1＋{growth}）≈ {}（按基数的印刷精度：{bounds}{price}）",
                self.bold(&value)
            ),
            Locale::English => format!(
                "Implied by the {year} target: {base} ({place}) × (1 + {growth}) ≈ {} (by the precision of the base: {bounds}{price})",
                self.bold(&value)
            ),
        }
    }
}

/// The whole part in groups of three.
fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
    let mut out = String::new();
    let digits = whole.trim_start_matches('-');
    if digits.len() < whole.len() {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::hover as ask;
    use crate::report::{Memo, Options, Report};

    const DRAFT: &str = "政府工作报告\n一、2024年工作回顾\n2024年，全市地区生产总值达到928亿元，增长6.2%。\n二、2025年工作安排\n2025年地区生产总值增长目标为6.5%。\n";

    fn text(peer: &Peer, what: &str) -> String {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let found = ask::hover(&report, DRAFT.find(what).unwrap() + 1).unwrap();
        let places = Places::new(&report.source, &report.lines, peer.encoding);
        let uri = Url::parse("file:///a.txt").unwrap();
        let HoverContents::Markup(content) = hover(&found, &uri, &places, peer).contents else { panic!() };
        content.value
    }

    fn markdown(locale: Locale) -> Peer {
        Peer { markdown: true, locale, ..Peer::default() }
    }

    #[test]
    fn a_card_has_definition_table_and_links() {
        let value = text(&markdown(Locale::Chinese), "地区生产总值");
        assert!(value.starts_with("**地区生产总值**\n\n"), "{value}");
        assert!(
            value.contains("| 2024 | 实绩 | 总量(全市) | 928亿元 | [第3行](file:///a.txt#L3) |"),
            "{value}"
        );
        let value = text(&markdown(Locale::English), "地区生产总值");
        assert!(value.contains("| 928亿元 | [line 3](file:///a.txt#L3) |"), "{value}");
    }

    #[test]
    fn a_figure_has_its_interval_and_conversions() {
        let value = text(&markdown(Locale::Chinese), "928亿元");
        assert!(value.contains("927.5亿元–928.5亿元"), "{value}");
        assert!(value.contains("= 9,280,000万元"), "{value}");
    }

    #[test]
    fn plain_text_has_no_marks() {
        let value = text(&Peer::default(), "地区生产总值");
        assert!(!value.contains(['*', '|', '[']), "{value}");
        assert!(value.contains("928亿元"), "{value}");
    }

    #[test]
    fn the_drafts_own_marks_stay_text() {
        let report = Report::read("", &Options::default(), &mut Memo::default());
        let places = Places::new("", &report.lines, Peer::default().encoding);
        let uri = Url::parse("file:///a.txt").unwrap();
        let page = Page { uri: &uri, places: &places, locale: Locale::Chinese, markdown: true };
        assert_eq!(page.plain("a|b*\n[c](d)<i>"), "a\\|b\\* \\[c\\](d)\\<i\\>");
        assert_eq!(grouped("-1234567.25".parse().unwrap()), "-1,234,567.25");
        assert_eq!(grouped("123".parse().unwrap()), "123");
    }
}
