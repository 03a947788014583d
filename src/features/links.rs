//! References that can be followed: annexes in the draft itself or in a file of their own, cited documents
//! that lie in the workspace. What is not there is no link.

use crate::report::{Cited, Report};
use crate::text::Span;

/// A file of the workspace that may be cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Its name without extension.
    pub name: String,
    /// The title it bears.
    pub title: Option<String>,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To this place of the draft (absolute).
    Here(Span),
    /// To the candidate with this index.
    File(usize),
}

/// A reference that leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The reference (absolute).
    pub span: Span,
    /// Where to.
    pub leads: Leads,
}

/// Every link of the draft, in document order.
#[must_use]
pub fn links(report: &Report, candidates: &[Candidate]) -> Vec<Link> {
    let annexes = report.annexes();
    let lead = |cited: &Cited| match cited {
        Cited::Annex(kind, number) => {
            let here = annexes.iter().rfind(|annex| annex.cited == *cited);
            here.map(|annex| Leads::Here(annex.span)).or_else(|| annex_file(candidates, kind, number))
        }
        Cited::Title(title) => titled(candidates, title),
    };
    let citations = report.citations();
    citations.iter().filter_map(|it| Some(Link { span: it.span, leads: lead(&it.cited)? })).collect()
}

/// The one file whose name begins with the annex's kind and number: 附件3-重点项目表.
fn annex_file(candidates: &[Candidate], kind: &str, number: &str) -> Option<Leads> {
    let is_annex = |candidate: &&Candidate| {
        let rest = candidate.name.trim_start().strip_prefix(kind).map(str::trim_start);
        let rest = rest.and_then(|rest| rest.strip_prefix(number));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    only(candidates, is_annex)
}

/// The one file that bears the title, or is named by it.
fn titled(candidates: &[Candidate], title: &str) -> Option<Leads> {
    let wanted = bare(title);
    let is_it = |candidate: &&Candidate| {
        let names = [Some(candidate.name.as_str()), candidate.title.as_deref()];
        names.into_iter().flatten().any(|name| bare(name) == wanted)
    };
    only(candidates, is_it)
}

/// The candidate that fits, where just one does: between two nobody chooses for the drafter.
fn only(candidates: &[Candidate], fits: impl Fn(&&Candidate) -> bool) -> Option<Leads> {
    let mut found = candidates.iter().enumerate().filter(|(_, candidate)| fits(candidate));
    let (index, _) = found.next()?;
    found.next().is_none().then_some(Leads::File(index))
}

/// The letters and digits of a title, without 关于 before it and what stands in brackets behind it.
fn bare(title: &str) -> String {
    let head = title.split(['(', '\u{FF08}']).next().unwrap_or(title);
    let plain: String = head.chars().filter(|c| c.is_alphanumeric()).collect();
    plain.strip_prefix("关于").map_or_else(|| plain.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn a_link_leads_to_the_draft_itself_or_to_the_one_file_that_fits() {
        let text = "见附件1和附件2、附件3。落实《关于云溪市2031年计划草案的报告》《云溪市预算草案》《政府工作报告》。\n附件1：项目表\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let candidate = |name: &str, title: Option<&str>| Candidate {
            name: name.to_owned(),
            title: title.map(str::to_owned),
        };
        let candidates = [
            candidate("附件2-民生实事", None),
            candidate("附件20", None),
            candidate("计划", Some("云溪市2031年计划草案的报告（稿）")),
            candidate("政府工作报告", None),
            candidate("旧稿", Some("政府工作报告")),
        ];
        let found: Vec<(&str, Leads)> = links(&report, &candidates)
            .into_iter()
            .map(|link| (report.text(link.span), link.leads))
            .collect();
        let annex = Span::new(text.rfind("附件1").unwrap(), text.rfind("附件1").unwrap() + 7);
        assert_eq!(
            found,
            [
                ("附件1", Leads::Here(annex)),
                ("附件2", Leads::File(0)),
                ("关于云溪市2031年计划草案的报告", Leads::File(2))
            ]
        );
    }
}
