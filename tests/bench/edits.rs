//! Edits of what the report has: headings, counts of headings, sections, title and salutation.

use crate::plant::Plants;
use crate::rng::Rng;

const ORDINALS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Byte ranges of lines that begin with a bracketed ordinal, with the ordinal's position.
fn headings(text: &str) -> Vec<(usize, usize, usize)> {
    let (mut out, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        for (number, word) in ORDINALS.iter().enumerate() {
            for (open, close) in [("（", "）"), ("(", ")")] {
                let head = format!("{open}{word}{close}");
                if line.starts_with(&head) {
                    out.push((at, at + head.len(), number));
                }
            }
        }
        at += line.len();
    }
    out
}

fn replace(text: &str, start: usize, end: usize, with: &str) -> Option<String> {
    Some(format!("{}{with}{}", text.get(..start)?, text.get(end..)?))
}

/// A heading with a sibling before and after it.
fn middle(text: &str, rng: &mut Rng) -> Option<(usize, usize, usize)> {
    let all = headings(text);
    let inner: Vec<_> = all.windows(3).filter(|it| it[0].2 + 2 == it[2].2).map(|it| it[1]).collect();
    rng.pick(&inner).copied()
}

fn renumbered(text: &str, rng: &mut Rng, step: usize) -> Option<String> {
    let (start, end, number) = middle(text, rng)?;
    let head = text.get(start..end)?.replace(ORDINALS[number], ORDINALS.get(number + step)?);
    replace(text, start, end, &head)
}

fn buried(text: &str, rng: &mut Rng) -> Option<String> {
    let (start, _, _) = middle(text, rng)?;
    let before = text.get(..start)?.trim_end();
    before.ends_with('。').then(|| format!("{before}{}", text.get(start..).unwrap_or_default()))
}

fn marked(text: &str, rng: &mut Rng, mark: &str) -> Option<String> {
    let (_, end, _) = middle(text, rng)?;
    replace(text, end, end, mark)
}

/// The numeral of `…以下八个方面的工作` or `重点抓好七个方面的工作`.
fn announced(text: &str, rng: &mut Rng, by: usize) -> Option<String> {
    let mut places = Vec::new();
    for tail in ["个方面的工作。", "个方面的工作：", "个方面的工作:"] {
        for (at, _) in text.match_indices(tail) {
            let before = text.get(..at)?;
            let number = ORDINALS.iter().position(|word| before.ends_with(word));
            places.extend(number.map(|number| (at - 3, number)));
        }
    }
    let (at, number) = *rng.pick(&places)?;
    replace(text, at, at + 3, ORDINALS.get(number.checked_sub(by)?)?)
}

/// Sets a heading line into the text: as a line between two paragraphs of plain body text.
fn spaced(text: &str, rng: &mut Rng) -> Option<String> {
    let (start, _, _) = middle(text, rng)?;
    replace(text, start, start, "\n")
}

fn first(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

fn without_line(text: &str, holds: &str) -> Option<String> {
    text.contains(holds)
        .then(|| text.split_inclusive('\n').filter(|line| !line.contains(holds)).collect::<String>())
}

fn swapped(text: &str, rng: &mut Rng, wrong: bool) -> Option<String> {
    let place = ["2025年总体要求", "2024年工作安排"].iter().find(|it| text.contains(**it))?;
    let (year, rest) = place.split_at(4);
    let to = if wrong { (2020 - rng.int(0, 3)).to_string() } else { year.to_owned() };
    let spaced = if wrong { "" } else { " " };
    first(text, place, &format!("{to}{rest}{spaced}"))
}

pub(crate) fn plants(out: &mut Plants) {
    for _ in 0..2 {
        out.edit("heading-sequence", |text, rng| renumbered(text, rng, 1), spaced);
        out.edit("heading-sequence", |text, rng| renumbered(text, rng, 2), spaced);
        out.edit("buried-heading", buried, spaced);
        out.edit("buried-heading", buried, |text, _| first(text, "。\n", "，落实规范意见（二）。\n"));
    }
    for row in out.0.iter_mut().rev().take(8).filter(|row| row.rule == "heading-sequence") {
        row.siblings = &["announced-count-mismatch"];
        // The number after the wrong one may be the one that is told.
        row.anywhere = true;
    }
    out.edit("heading-punctuation", |text, rng| marked(text, rng, "、"), spaced);
    out.edit("heading-punctuation", |text, rng| marked(text, rng, "，"), spaced);
    out.edit("heading-punctuation", |text, _| first(text, "\n二、", "\n二，"), spaced);
    out.edit("heading-punctuation", |text, _| first(text, "\n二、", "\n二."), spaced);
    out.edit("announced-count-mismatch", |text, rng| announced(text, rng, 1), spaced);
    out.edit("announced-count-mismatch", |text, rng| announced(text, rng, 2), spaced);
    for holds in [0, 1, 2, 3] {
        let wrong: fn(&str, &mut Rng) -> Option<String> = match holds {
            0 => |text, _| Some(text.get(..text.rfind("各位代表")?)?.trim_end().to_owned()),
            1 => |text, _| without_line(text, "我代表").filter(|it| !it.contains("予审议")),
            2 => |text, _| without_line(text, "问题"),
            _ => |text, _| without_line(text, "政府工作报告"),
        };
        out.edit("missing-section", wrong, spaced).anywhere = true;
    }
    out.edit("duplicate-title", |text, _| Some(format!("政府工作报告\n{text}")), spaced).anywhere = true;
    out.edit(
        "web-boilerplate",
        |text, _| Some(format!("当前位置：首页 政务公开 政府工作报告\n{text}")),
        spaced,
    );
    out.edit("web-boilerplate", |text, _| Some(format!("{text}\n【打印】【关闭窗口】")), spaced);
    out.edit("web-boilerplate", |text, _| Some(format!("{text}\n上一篇：没有了")), spaced);
    out.edit(
        "sentence-without-end-mark",
        |text, rng| {
            let ends: Vec<usize> = text.match_indices("。\n").map(|(at, _)| at).collect();
            let at = *rng.pick(&ends)?;
            replace(text, at, at + 3, "")
        },
        spaced,
    );
    out.edit("year-mismatch", |text, rng| swapped(text, rng, true), |text, rng| swapped(text, rng, false))
        .anywhere = true;
    out.edit(
        "year-mismatch",
        |text, _| first(text, "年工作回顾", "年工作回顾").and(first(text, "一、202", "一、201")),
        spaced,
    )
    .anywhere = true;
    out.edit("heading-trailing-noise", |text, _| first(text, "年工作回顾", "年工作回顾 文秘网"), spaced);
    out.edit(
        "salutation-consistency",
        |text, _| first(text, "各位代表：", "各位代表，").or_else(|| first(text, "各位代表:", "各位代表,")),
        spaced,
    );
    out.edit(
        "width-mix",
        |text, rng| {
            let full: Vec<usize> = text.match_indices('，').map(|(at, _)| at).collect();
            let at = *rng.pick(&full)?;
            replace(text, at, at + 3, ",")
        },
        spaced,
    );
}
