//! Rule `announced-vs-sibling-parallelism`: sibling headings of different numbers of clauses (对仗).

use std::collections::BTreeMap;

use super::{Findings, Message};
use crate::report::{Heading, Report};

declare_rule! {
    /// # 同级标题不对仗
    ///
    /// 同级标题大多由两个分句组成，个别的却只有一个，或者多出一个。
    ///
    /// English: Most sibling headings have the same number of clauses; this one has not.
    ///
    /// ## 为什么
    ///
    /// 小标题讲究对仗，读起来整齐；个别不齐的多半是后来改过。
    ///
    /// ## 错例
    ///
    /// ```错例 安排
    /// （一）抓好项目建设，增强发展后劲。开工一批大项目。
    ///
    /// （二）抓好生态保护，建设美丽家园。水质稳定达标。
    ///
    /// （三）抓好民生保障。办好民生实事。
    ///
    /// （四）抓好改革开放，激发内生动力。改革不断深化。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好项目建设，增强发展后劲。开工一批大项目。
    ///
    /// （二）抓好生态保护，建设美丽家园。水质稳定达标。
    ///
    /// （三）抓好民生保障，共享发展成果。办好民生实事。
    /// ```
    ///
    /// ## 判断
    ///
    /// 默认关闭；四个以上同级标题中只有一个分句数与众不同时才报。
    ///
    /// ## 依据
    ///
    /// 行文惯例：小标题对仗。
    name: "announced-vs-sibling-parallelism",
    category: Structure,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let headings = &report.outline.headings;
    let parents = std::iter::once(None).chain((0..headings.len()).map(Some));
    for parent in parents {
        let siblings: Vec<&Heading> = report
            .outline
            .children(parent)
            .filter_map(|index| headings.get(index))
            .filter(|heading| heading.number.is_some() && heading.level == 2)
            .collect();
        let clauses = |heading: &Heading| {
            report
                .text(heading.title)
                .split([',', '\u{FF0C}', ' ', '\u{3000}'])
                .filter(|it| !it.is_empty())
                .count()
        };
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        siblings.iter().for_each(|it| *counts.entry(clauses(it)).or_default() += 1);
        // Of those that are as frequent, the one that comes last.
        let Some(usual) =
            siblings.iter().map(|it| clauses(it)).max_by_key(|count| counts.get(count).copied())
        else {
            continue;
        };
        let odd: Vec<&&Heading> = siblings.iter().filter(|it| clauses(it) != usual).collect();
        let ([one], true) = (odd.as_slice(), siblings.len() >= 4) else { continue };
        let own = clauses(one);
        findings.report(
            one.span,
            Message::new(
                format!("其他同级标题都是{usual}个分句，这个却是{own}个；请调整得对仗。"),
                format!("The other headings here have {usual} clauses, this one has {own}."),
            ),
        );
    }
}
