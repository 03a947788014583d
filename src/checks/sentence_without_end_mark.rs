//! Rule `sentence-without-end-mark`: a paragraph of running text that ends in no mark.

use super::marks::{is_digit, is_han, is_machine};
use super::{Findings, Message};
use crate::knowledge::Block;
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 段末缺标点
    ///
    /// 正文段落的末尾没有句号一类的标点，或者停在逗号、顿号上。
    ///
    /// English: A paragraph of running text ends without a closing mark, or on a comma.
    ///
    /// ## 为什么
    ///
    /// 段末没有句号，可能只是漏了标点，也可能是后半句在剪贴时丢了。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 扎实推进重点项目建设，全年开工亿元以上项目60个，一批企业建成投产
    /// ```
    /// ```错例
    /// 扎实推进重点项目建设，全年开工一批大项目，
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 扎实推进重点项目建设，全年开工一批大项目，群众称赞“办事真快！”
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看像句子的段落（中间有逗号或句号、不短于十二字）；标题、名词解释、附表和署名不算；没有数字的短句可能是小标题，也不算；没有标点的段落很多时，视为这份稿子的排法，不报。句子明显在下一行接着说的（停在逗号、“的”“和”上，或者下一行以标点、单位开头），是断错了行，改法是把两行接起来。
    ///
    /// ## 依据
    ///
    /// GB/T 15834—2011《标点符号用法》：句末用句号、问号或叹号。
    name: "sentence-without-end-mark",
    category: Typography,
    severity: Information,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let annex = report.outline.headings.iter().find(|heading| {
        heading.block == Some(Block::Glossary)
            || (heading.level == 1 && heading.number.is_none() && heading.block.is_none())
    });
    let end = annex.map_or(usize::MAX, |heading| heading.span.start);
    let opening = report.meta.part(Block::Opening).or_else(|| report.meta.part(Block::Salutation));
    let start = opening.map_or(0, |part| part.span.start);
    let (mut open, mut all) = (Vec::new(), 0_usize);
    for (index, paragraph) in report.body() {
        if paragraph.start < start || paragraph.start >= end || !is_sentence(report, paragraph) {
            continue;
        }
        all += 1;
        if let Some(at) = lacks_mark(paragraph.text()) {
            open.push((index, at));
        }
    }
    // One in ten may be slips; more is how the draft is set.
    if open.len() > 3 && open.len() * 10 > all {
        return;
    }
    for (index, at) in open {
        let Some(paragraph) = report.paragraphs.get(index) else { continue };
        match next_line(report, index).filter(|next| goes_on(report, paragraph, next)) {
            Some(next) => tell_broken(paragraph, at, next, findings),
            None => tell(report, paragraph, at, findings),
        }
    }
}

/// The next line that is not blank.
fn next_line(report: &Report, index: usize) -> Option<&Paragraph> {
    report.paragraphs.iter().skip(index + 1).find(|it| !it.text().trim().is_empty())
}

/// Whether the sentence goes on in the next line: it stops at a pause, at a word that wants another, or
/// the next line begins with what begins no sentence.
fn goes_on(report: &Report, paragraph: &Paragraph, next: &Paragraph) -> bool {
    let heads =
        |it: &Paragraph| report.outline.headings.iter().any(|heading| it.span().contains(heading.span));
    let words = paragraph.text().trim_end();
    let rest = next.text().trim_start();
    let open = words.ends_with([
        ',', '\u{FF0C}', '、', '的', '和', '与', '及', '为', '以', '对', '把', '被', '将', '在', '从', '到',
    ]);
    let within = rest.starts_with([
        ',', '\u{FF0C}', '\u{3002}', '、', '\u{FF1B}', '%', '\u{FF05}', '的', '等', '和', '与', '及', '亿',
        '万', '元', '个',
    ]);
    !next.noise && !heads(next) && rest.chars().count() >= 4 && (open || within)
}

/// A line that is broken in the midst of its sentence.
fn tell_broken(paragraph: &Paragraph, at: usize, next: &Paragraph, findings: &mut Findings) {
    let text = paragraph.text();
    let last = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let indent = next.text().len() - next.text().trim_start().len();
    let span = Span::new(at, at + last).shifted(paragraph.start);
    let finding = findings.report(
        span,
        Message::new(
            "这一行断在句子中间，下一行接着往下说；请把两行接起来。",
            "The line is broken in the midst of its sentence; join it with the next.",
        ),
    );
    finding.variant("broken-line").fix(
        Message::new("与下一行接起来", "Join with the next line"),
        vec![Edit::delete(Span::new(paragraph.start + at + last, next.start + indent))],
    );
    // At a comma the sentence may be over as well.
    if text.get(at..).is_some_and(|rest| rest.starts_with([',', '\u{FF0C}', '、'])) {
        finding
            .fix(Message::new("以句号结束", "End with a full stop"), vec![Edit::replace(span, "\u{3002}")]);
    }
}

/// Whether the paragraph is running text: long enough, with a pause inside, no heading or table.
fn is_sentence(report: &Report, paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    let words = text.trim();
    let body = Span::new(paragraph.start, paragraph.start + text.trim_end().len());
    // A short line of at most two clauses without a figure may be a heading without number.
    let clauses = words.matches([',', '\u{FF0C}']).count();
    let title = clauses <= 1
        && words.chars().count() <= 45
        && !words.contains(['\u{3002}', '\u{FF1B}', '!', '\u{FF01}'])
        && !words.chars().any(is_digit)
        && !words.ends_with([',', '\u{FF0C}', '、']);
    // What gives figures or runs to four clauses is told, not titled.
    let told = clauses >= 3 || words.chars().any(is_digit);
    let heads = report.outline.headings.iter().any(|heading| {
        (heading.number.is_some() || !told)
            && heading.paragraph == report.lines.line_of(paragraph.start)
            && (!heading.run_in || heading.buried)
            && heading.span.end + 12 > body.end
    });
    !heads
        && !title
        && !is_machine(text)
        && words.chars().count() >= 12
        && words.contains([',', '\u{FF0C}', '\u{3002}', '\u{FF1B}'])
        // Columns and signatures are parted by blanks.
        && words.split([' ', '\u{3000}']).filter(|word| !word.is_empty()).count() <= 3
}

/// Where the last character stands that should be, or be followed by, a closing mark.
fn lacks_mark(text: &str) -> Option<usize> {
    let words = text.trim_end_matches(|c: char| c.is_whitespace() || c == '*');
    let last = words.chars().next_back()?;
    let pause = matches!(last, ',' | '\u{FF0C}' | '、');
    let word = is_han(last) || is_digit(last) || "%\u{FF05}".contains(last);
    (pause || word).then(|| words.len() - last.len_utf8())
}

fn tell(report: &Report, paragraph: &Paragraph, at: usize, findings: &mut Findings) {
    let last = paragraph.text().get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    let span = Span::new(at, at + last.len_utf8()).shifted(paragraph.start);
    let pause = !last.is_alphanumeric() && !"%\u{FF05}".contains(last);
    let what = if pause { "停在逗号或顿号上" } else { "没有标点" };
    let finding = findings.report(
        span,
        Message::new(
            format!("这一段的末尾{what}；请补上句号，或查一查后半句是否丢失。"),
            "This paragraph ends without a closing mark; add one, or see whether its end was lost.",
        ),
    );
    let edit =
        if pause { Edit::replace(span, "\u{3002}") } else { Edit::replace(Span::at(span.end), "\u{3002}") };
    if report.text(span).is_empty() {
        return;
    }
    finding.fix(Message::new("以句号结束", "End with a full stop"), vec![edit]);
}
