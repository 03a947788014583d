//! One plant: an error and its harmless twin, and how each is set into a report.

use dinggao::report::{Memo, Report};

use crate::rng::Rng;

/// Where a sentence belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Review,
    Plan,
}

/// An edit of the whole text; `None` where the report has no place for it.
pub(crate) type Edit = Box<dyn Fn(&str, &mut Rng) -> Option<String> + Send + Sync>;

/// What is done to a report.
pub(crate) enum Change {
    Say(Part, String),
    /// A sentence of the review and one of the plan.
    Both(String, String),
    Edit(Edit),
    Spread(Spread),
}

/// One error told in several places: a paragraph of the review, one of the plan, lines after the end.
#[derive(Clone, Default)]
pub(crate) struct Spread {
    pub(crate) review: String,
    pub(crate) plan: String,
    pub(crate) tail: String,
}

/// A frame with its places filled: `("a", 3)` sets 3 where the frame has `{a}`.
pub(crate) fn fill(frame: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    values.iter().fold(frame.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), &value.to_string())
    })
}

pub(crate) struct Plant {
    pub(crate) rule: &'static str,
    /// Sibling rules whose finding says the same thing.
    pub(crate) siblings: &'static [&'static str],
    /// The finding may stand elsewhere: a section that is missing has no line of its own.
    pub(crate) anywhere: bool,
    pub(crate) wrong: Change,
    pub(crate) right: Change,
}

/// The plants of one module.
#[derive(Default)]
pub(crate) struct Plants(pub(crate) Vec<Plant>);

impl Plants {
    /// A sentence of the review and its twin.
    pub(crate) fn review(&mut self, rule: &'static str, wrong: String, right: String) -> &mut Plant {
        self.add(rule, Change::Say(Part::Review, wrong), Change::Say(Part::Review, right))
    }

    /// A sentence of the plan and its twin.
    pub(crate) fn plan(&mut self, rule: &'static str, wrong: String, right: String) -> &mut Plant {
        self.add(rule, Change::Say(Part::Plan, wrong), Change::Say(Part::Plan, right))
    }

    /// Fixed wordings of the review, each with its twin.
    pub(crate) fn table(&mut self, rule: &'static str, part: Part, rows: &[(&str, &str)]) {
        for (wrong, right) in rows {
            self.add(rule, Change::Say(part, (*wrong).to_owned()), Change::Say(part, (*right).to_owned()));
        }
    }

    /// An edit of the text and its twin.
    pub(crate) fn edit(
        &mut self,
        rule: &'static str,
        wrong: impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static,
        right: impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync + 'static,
    ) -> &mut Plant {
        self.add(rule, Change::Edit(Box::new(wrong)), Change::Edit(Box::new(right)))
    }

    /// An error that stands in several places, and its twin.
    pub(crate) fn spread(&mut self, rule: &'static str, wrong: Spread, right: Spread) -> &mut Plant {
        self.add(rule, Change::Spread(wrong), Change::Spread(right))
    }

    fn add(&mut self, rule: &'static str, wrong: Change, right: Change) -> &mut Plant {
        let at = self.0.len();
        self.0.push(Plant { rule, siblings: &[], anywhere: false, wrong, right });
        &mut self.0[at]
    }
}

/// A clean report with the places where a sentence may be added.
pub(crate) struct Base {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Ends of body paragraphs: byte offsets.
    review: Vec<usize>,
    plan: Vec<usize>,
}

impl Base {
    pub(crate) fn new(name: String, text: String) -> Option<Self> {
        let report = Report::read(&text, &dinggao::report::Options::default(), &mut Memo::default());
        let (mut review, mut plan) = (Vec::new(), Vec::new());
        let year = report.meta.plan_year?;
        let mut part = None;
        for (at, paragraph) in report.body() {
            let words = paragraph.text().trim();
            let heading = report.outline.headings.iter().find(|it| it.paragraph == at && it.level == 1);
            if heading.is_some() {
                part = if words.contains("回顾") || words.contains("总结") {
                    Some(Part::Review)
                } else if words.contains("政府自身建设") {
                    None
                } else if words.contains(&year.to_string())
                    || words.contains("安排")
                    || words.contains("任务")
                    || words.contains("重点")
                {
                    Some(Part::Plan)
                } else {
                    None
                };
            }
            // A body paragraph of some length that is no list of marks and ends a sentence.
            if words.ends_with('。') && words.chars().count() > 60 && !words.contains("一是") {
                let end = paragraph.start + paragraph.text().trim_end().len();
                match part {
                    Some(Part::Review) => review.push(end),
                    Some(Part::Plan) => plan.push(end),
                    None => {}
                }
            }
        }
        (review.len() > 3 && plan.len() > 3).then_some(Self { name, text, review, plan })
    }

    /// The text after a change.
    pub(crate) fn changed(&self, change: &Change, rng: &mut Rng) -> Option<String> {
        match change {
            Change::Edit(edit) => edit(&self.text, rng).filter(|text| *text != self.text),
            Change::Both(review, plan) => {
                let (first, second) = (*rng.pick(&self.review)?, *rng.pick(&self.plan)?);
                let (before, rest) = self.text.split_at_checked(first)?;
                let (between, after) = rest.split_at_checked(second.checked_sub(first)?)?;
                Some(format!("{before}{review}{between}{plan}{after}"))
            }
            Change::Spread(spread) => {
                let mut text = format!("{}\n{}", self.text.trim_end(), spread.tail);
                // From the back, so that the places before keep theirs; each paragraph stands alone.
                for (places, words) in [(&self.plan, &spread.plan), (&self.review, &spread.review)] {
                    let at = *rng.pick(places)?;
                    if !words.is_empty() {
                        text.insert_str(at, &format!("\n{words}"));
                    }
                }
                Some(text.trim_end().to_owned())
            }
            Change::Say(part, sentence) => {
                let places = if *part == Part::Review { &self.review } else { &self.plan };
                let (before, after) = self.text.split_at(*rng.pick(places)?);
                // At the end of a paragraph, or as a paragraph of its own.
                let alone = sentence.contains('\n') || rng.int(0, 3) == 0;
                let gap = if alone { "\n" } else { "" };
                Some(format!("{before}{gap}{sentence}{after}"))
            }
        }
    }
}

/// The bytes of `after` that are not in `before`, widened to whole lines.
pub(crate) fn changed_lines(before: &str, after: &str) -> (usize, usize) {
    let (a, b) = (before.as_bytes(), after.as_bytes());
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - same;
    let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let start = b[..same].iter().rposition(|it| *it == b'\n').map_or(0, |at| at + 1);
    let last = (b.len() - tail).max(same);
    let end = b[last..].iter().position(|it| *it == b'\n').map_or(b.len(), |at| last + at);
    (start, end)
}
