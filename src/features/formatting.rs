//! Layout of a draft: heading marks, quotation marks, dashes, stray blanks. No edit touches a letter
//! or a digit, and what is laid out once stays as it is.

use crate::checks::{self, Findings};
use crate::quantity::figures;
use crate::reading::{NumberStyle, ordinal};
use crate::report::{Memo, Options, Report};
use crate::text::{Edit, Span};

/// Rules whose safe fixes are layout.
const RULES: [&str; 6] = [
    "dash-form",
    "ellipsis-form",
    "heading-punctuation",
    "repeated-punctuation",
    "space-in-chinese",
    "straight-quotes",
];

/// One edit may make room for another, but never for ever.
const ROUNDS: usize = 6;

/// The edits that lay out the lines that `within` touches; none where they are in order.
#[must_use]
pub fn formatting(report: &Report, within: Span) -> Vec<Edit> {
    let options = Options {
        knowledge: report.knowledge.clone(),
        profile: report.meta.profile.clone(),
        plan_year: report.meta.plan_year,
        region: report.meta.place.as_ref().map(|place| place.value.clone()),
    };
    let mut memo = Memo::default();
    let mut text = Edit::apply_all(&report.source, &round(report));
    for _ in 1..ROUNDS {
        let next = round(&Report::read(&text, &options, &mut memo));
        if next.is_empty() {
            break;
        }
        text = Edit::apply_all(&text, &next);
    }
    let lines = report.lines.line_of(within.start)..=report.lines.line_of(within.end);
    let mut edits = Edit::between(&report.source, &keeping_figures(&report.source, &text));
    edits.retain(|edit| {
        lines.contains(&report.lines.line_of(edit.span.start))
            && lines.contains(&report.lines.line_of(edit.span.end))
    });
    edits
}

/// `new`, but for the lines in which a figure would be read otherwise than in `old`.
fn keeping_figures(old: &str, new: &str) -> String {
    let kept = old
        .split('\n')
        .zip(new.split('\n'))
        .map(|(line, other)| if line == other || figures(line) == figures(other) { other } else { line });
    kept.collect::<Vec<_>>().join("\n")
}

/// The edits that are due in a text as it stands, in order, none over or beside another.
fn round(report: &Report) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for rule in RULES.iter().filter_map(|name| checks::rule(name)) {
        let mut findings = Findings::new(rule);
        (rule.check)(report, &mut findings);
        let found = findings.into_vec();
        let fixes = found.iter().filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe));
        edits.extend(fixes.flat_map(|fix| fix.edits.iter().cloned()));
    }
    edits.extend(blanks(report));
    edits.extend(brackets(report));
    edits.retain(|edit| {
        words(report.text(edit.span)) == words(&edit.new_text) && !breaks(report.text(edit.span))
    });
    edits.sort_by(|one, other| (one.span, &one.new_text).cmp(&(other.span, &other.new_text)));
    let mut apart: Vec<Edit> = Vec::new();
    for edit in edits {
        // Where an insertion touches another edit, which comes first would be a guess.
        let inserts = |last: &Edit| last.span.is_empty() || edit.span.is_empty();
        let free = |last: &Edit| {
            last.span.end < edit.span.start || (last.span.end == edit.span.start && !inserts(last))
        };
        if apart.last().is_none_or(free) {
            apart.push(edit);
        }
    }
    apart
}

/// Blanks at the end of a line, and between the number of a heading and its title.
fn blanks(report: &Report) -> Vec<Edit> {
    let mut edits = Vec::new();
    for paragraph in report.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
        let text = paragraph.text();
        let kept = text.trim_end_matches([' ', '\t', '\u{3000}', '\u{A0}']);
        // Two blanks at the end of a line break it in Markdown.
        if kept.len() < text.len() && (kept.is_empty() || text.get(kept.len()..) != Some("  ")) {
            edits.push(Edit::delete(Span::new(kept.len(), text.len()).shifted(paragraph.start)));
        }
    }
    for heading in &report.outline.headings {
        let (Some(number), Some((style, _))) = (heading.number, heading.ordinal) else { continue };
        let gap = Span::new(number.end, heading.title.start);
        let closed = report.text(number).ends_with(['、', ')', '\u{FF09}']);
        let chinese = matches!(style, NumberStyle::Chinese | NumberStyle::BracketedChinese);
        if chinese && closed && !gap.is_empty() && report.text(gap).trim().is_empty() {
            edits.push(Edit::delete(gap));
        }
    }
    edits
}

/// The brackets of heading numbers in the width that most of them have, full width where as many have
/// the one as the other.
fn brackets(report: &Report) -> Vec<Edit> {
    let numbers: Vec<Span> = report.outline.headings.iter().filter_map(|heading| heading.number).collect();
    let count = |marks: [char; 2]| numbers.iter().filter(|span| report.text(**span).contains(marks)).count();
    let (half, full) = (count(['(', ')']), count(['\u{FF08}', '\u{FF09}']));
    let (few, many) = if half > full { ("\u{FF08}\u{FF09}", "()") } else { ("()", "\u{FF08}\u{FF09}") };
    let turned = |letter: char| {
        few.chars().position(|mark| mark == letter).and_then(|at| many.chars().nth(at)).unwrap_or(letter)
    };
    let mixed = half > 0 && full > 0;
    let numbers = numbers.into_iter().filter(|_| mixed);
    let edits =
        numbers.map(|span| Edit::replace(span, report.text(span).chars().map(turned).collect::<String>()));
    edits.filter(|edit| edit.new_text != report.text(edit.span)).collect()
}

/// The letters and digits of a text.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a text goes over a line's end.
fn breaks(text: &str) -> bool {
    text.contains(['\n', '\r'])
}

/// What goes into the new line at `offset`, when the line above is an item with a number and was
/// brought to its end: the next number. `None` where that stands below already.
#[must_use]
pub fn next_item(report: &Report, offset: usize) -> Option<Edit> {
    let (index, line) = report.paragraph_at(offset)?;
    let above = report.paragraphs.get(index.checked_sub(1)?)?;
    if !line.text().trim().is_empty() {
        return None;
    }
    let mark = above.reading.headings.first().filter(|mark| !mark.buried)?;
    let text = above.text();
    let item = Span::new(mark.number.end, text.len()).of(text).trim_end();
    let indent = Span::new(0, mark.number.start).of(text);
    let told = item.ends_with(['\u{3002}', '\u{FF1B}', ';', '!', '\u{FF01}']) && !words(item).is_empty();
    if !told || !indent.trim().is_empty() || mark.style == NumberStyle::Chinese {
        return None;
    }
    let follows = report.paragraphs.iter().skip(index + 1).find(|it| !it.text().trim().is_empty());
    let next = follows.and_then(|it| it.reading.headings.first());
    if next.is_some_and(|next| (next.style, next.ordinal) == (mark.style, mark.ordinal + 1)) {
        return None;
    }
    let number = ordinal::renumber(mark.number.of(text), mark.ordinal + 1);
    Some(Edit::replace(line.span(), format!("{indent}{number}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Report {
        Report::read(text, &Options::default(), &mut Memo::default())
    }

    fn formatted(text: &str) -> String {
        Edit::apply_all(text, &formatting(&read(text), Span::new(0, text.len())))
    }

    const HEAD: &str = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n";

    #[test]
    fn marks_quotes_dashes_and_blanks_are_set_right() {
        let text = format!(
            "{HEAD}一、 2030年工作回顾 \n（一）、 经济向好。打造\"云桥\"\"云路\"品牌，抓 好项目。\n（二）民生改善--办实事30件。\u{3000}\n\u{3000}\u{3000}城乡更美。\n"
        );
        let expected = format!(
            "{HEAD}一、2030年工作回顾\n（一）经济向好。打造\u{201C}云桥\u{201D}\u{201C}云路\u{201D}品牌，抓好项目。\n（二）民生改善\u{2014}\u{2014}办实事30件。\n\u{3000}\u{3000}城乡更美。\n"
        );
        assert_eq!(formatted(&text), expected);
        assert_eq!(formatting(&read(&expected), Span::new(0, expected.len())), []);
    }

    #[test]
    fn heading_brackets_have_one_width() {
        let text = format!("{HEAD}一、2030年工作回顾\n（一）抓项目。\n(二)抓民生。\n（三）抓水(含河湖)。\n");
        assert_eq!(formatted(&text), text.replace("(二)", "（二）"));
        let text = text.replace("（一）", "(一)");
        assert_eq!(formatted(&text), text.replace("（三）", "(三)"));
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        let text = format!("{HEAD}一、 2030年工作回顾 \n（一）抓项目。\n\n").replace('\n', "\r\n");
        let report = read(&text);
        let out = Edit::apply_all(&text, &formatting(&report, Span::new(0, text.len())));
        assert_eq!(out, text.replace("、 ", "、").replace(" \r", "\r"));
        let edit = next_item(&report, text.len() - 2).unwrap();
        assert_eq!((edit.span, edit.new_text.as_str()), (Span::at(text.len() - 2), "（二）"));
    }

    #[test]
    fn a_range_keeps_the_rest() {
        let text = format!("{HEAD}一、 2030年工作回顾\n（一）、抓项目。\n（二）、抓民生。\n");
        let report = read(&text);
        let line = text.find("（一）").unwrap();
        let edits = formatting(&report, Span::new(line, line + 3));
        let out = Edit::apply_all(&text, &edits);
        assert_eq!(out, text.replace("（一）、", "（一）"));
    }

    #[test]
    fn a_finished_item_offers_the_next_number() {
        let offer = |text: &str| {
            let text = format!("{HEAD}一、2030年工作回顾\n{text}");
            let offset = text.find("$0").unwrap();
            let text = text.replacen("$0", "", 1);
            let edit = next_item(&read(&text), offset)?;
            Some((edit.span.len(), edit.new_text))
        };
        assert_eq!(offer("（三）抓好民生。办实事。\n$0\n城乡更美。"), Some((0, "（四）".to_owned())));
        assert_eq!(offer("  3.抓好民生；\n  $0"), Some((2, "  4.".to_owned())));
        assert_eq!(offer("（九）抓好民生。\n$0"), Some((0, "（十）".to_owned())));
        // A title on its own line is followed by its text.
        assert_eq!(offer("（三）抓好民生\n$0"), None);
        assert_eq!(offer("（三）抓好民生。\n$0\n（四）抓好生态。"), None);
        assert_eq!(offer("城乡更美。\n$0"), None);
    }

    fn line() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec![
                "一、",
                "（一）",
                "(二)、",
                "三 ",
                "1、",
                "2.",
                "\"",
                "\u{201C}",
                "\u{201D}",
                "--",
                "——",
                "-",
                "─",
                " ",
                "\u{3000}",
                "  ",
                "抓好项目",
                "地区生产总值",
                "928亿元",
                "增长6.5%",
                "，",
                "。",
                ",",
                "。。",
                "...",
                "……",
                "5G",
                "PM2.5",
                "2030年",
                "张 三",
                "'",
                "(",
                ")",
                "\t",
            ]),
            0..9,
        )
        .prop_map(|words| words.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
        #[test]
        fn words_and_figures_stay_and_twice_is_once(lines in prop::collection::vec(line(), 0..7)) {
            let text = format!("{HEAD}{}", lines.join("\n"));
            let once = formatted(&text);
            for edit in formatting(&read(&text), Span::new(0, text.len())) {
                prop_assert_eq!(words(edit.span.of(&text)), "");
                prop_assert_eq!(words(&edit.new_text), "");
            }
            prop_assert_eq!(words(&once), words(&text));
            prop_assert_eq!(figures(&once), figures(&text));
            prop_assert_eq!(once.matches('\n').count(), text.matches('\n').count());
            prop_assert_eq!(formatted(&once), once);
        }
    }
}
