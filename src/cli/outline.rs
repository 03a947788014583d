//! `dinggao outline`: the heading tree as text, JSON or Markdown.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::arguments::{OutlineArguments, OutlineFormat};
use super::console::{Console, Language, Status};
use super::files;
use super::position::Positions;
use crate::report::{Heading, Located, Report};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'a str,
    path: &'a str,
    meta: Meta<'a>,
    outline: Vec<Node<'a>>,
}

#[derive(Serialize)]
struct Meta<'a> {
    title: Option<&'a str>,
    place: Option<&'a str>,
    meeting: Option<&'a str>,
    date: Option<&'a str>,
    speaker: Option<&'a str>,
    review_period: Option<String>,
    plan_year: Option<i32>,
    profile: Option<&'a str>,
}

#[derive(Serialize)]
struct Node<'a> {
    level: u8,
    number: Option<&'a str>,
    title: Cow<'a, str>,
    line: usize,
    column: usize,
    end_line: usize,
    run_in: bool,
    children: Vec<Node<'a>>,
}

/// Runs `dinggao outline`.
pub(super) fn run(arguments: &OutlineArguments, console: &mut Console) -> io::Result<Status> {
    let Some((input, report)) = files::single(&arguments.file, console) else {
        return Ok(Status::Trouble);
    };
    let document = Document {
        schema: "dinggao.outline/1",
        path: &input.name,
        meta: meta(&report),
        outline: nodes(&report),
    };
    let language = console.language();
    let out = console.out();
    match arguments.format {
        OutlineFormat::Json => {
            serde_json::to_writer(&mut *out, &document)?;
            writeln!(out)?;
        }
        OutlineFormat::Markdown => markdown(&document, out)?,
        OutlineFormat::Text => text(&document, language, out)?,
    }
    Ok(console.status(Status::Clean))
}

fn meta(report: &Report) -> Meta<'_> {
    fn value(located: Option<&Located<String>>) -> Option<&str> {
        located.map(|located| located.value.as_str())
    }
    let meta = &report.meta;
    Meta {
        title: value(meta.title.as_ref()),
        place: value(meta.place.as_ref()),
        meeting: value(meta.meeting.as_ref()),
        date: value(meta.date.as_ref()),
        speaker: value(meta.speaker.as_ref()),
        review_period: meta.review.map(|period| period.to_string()),
        plan_year: meta.plan_year,
        profile: meta.profile.as_deref(),
    }
}

/// The tree. Built from the end, since parents come before their children.
fn nodes(report: &Report) -> Vec<Node<'_>> {
    let positions = Positions::new(report);
    let headings = &report.outline.headings;
    let mut children: Vec<Vec<Node<'_>>> = headings.iter().map(|_| Vec::new()).collect();
    let mut roots = Vec::new();
    for (index, heading) in headings.iter().enumerate().rev() {
        let mut own = children.get_mut(index).map(std::mem::take).unwrap_or_default();
        own.reverse();
        let node = node(report, &positions, heading, own);
        match heading.parent.and_then(|parent| children.get_mut(parent)) {
            Some(siblings) => siblings.push(node),
            None => roots.push(node),
        }
    }
    roots.reverse();
    roots
}

fn node<'a>(
    report: &'a Report,
    positions: &Positions<'_>,
    heading: &Heading,
    children: Vec<Node<'a>>,
) -> Node<'a> {
    let (line, column) = positions.locate(heading.span.start);
    let last = heading.section.end.saturating_sub(1).max(heading.span.start);
    Node {
        level: heading.level,
        number: heading.number.map(|span| report.text(span)),
        title: heading.words(&report.source),
        line,
        column,
        end_line: positions.locate(last).0,
        run_in: heading.run_in,
        children,
    }
}

fn text(document: &Document<'_>, language: Language, out: &mut impl Write) -> io::Result<()> {
    let meta = &document.meta;
    if let Some(title) = meta.title {
        writeln!(out, "\u{1b}[1m{title}\u{1b}[0m")?;
    }
    let plan_year = meta.plan_year.map(|year| year.to_string());
    let lines = [
        (language.pick("地方", "place"), meta.place),
        (language.pick("会议", "meeting"), meta.meeting),
        (language.pick("日期", "date"), meta.date),
        (language.pick("报告人", "speaker"), meta.speaker),
        (language.pick("回顾", "review"), meta.review_period.as_deref()),
        (language.pick("计划", "plan"), plan_year.as_deref()),
        (language.pick("类型", "profile"), meta.profile),
    ];
    for (name, value) in lines {
        if let Some(value) = value {
            writeln!(out, "{name}{}{value}", language.pick("：", ": "))?;
        }
    }
    if !document.outline.is_empty() {
        writeln!(out)?;
    }
    write_tree(&document.outline, 0, out, &|node, depth, out| {
        let number = node.number.unwrap_or("");
        writeln!(out, "{:>5}  {:width$}{number}{}", node.line, "", node.title, width = depth * 2)
    })
}

fn markdown(document: &Document<'_>, out: &mut impl Write) -> io::Result<()> {
    if let Some(title) = document.meta.title {
        writeln!(out, "# {title}\n")?;
    }
    write_tree(&document.outline, 0, out, &|node, depth, out| {
        // The document's title is `#`; below six marks Markdown knows no heading.
        let marks = "#".repeat((depth + 2).min(6));
        writeln!(out, "{marks} {}{}", node.number.unwrap_or(""), node.title)
    })
}

/// Writes the nodes in document order. Depth is bounded by the number of levels.
fn write_tree<W: Write>(
    nodes: &[Node<'_>],
    depth: usize,
    out: &mut W,
    line: &impl Fn(&Node<'_>, usize, &mut W) -> io::Result<()>,
) -> io::Result<()> {
    nodes.iter().try_for_each(|node| {
        line(node, depth, out)?;
        write_tree(&node.children, depth + 1, out, line)
    })
}
