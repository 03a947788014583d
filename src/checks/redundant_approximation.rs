//! Rule `redundant-approximation`: two hedges on one figure that say the same.

use std::sync::LazyLock;

use regex::Regex;

use super::phrase::{Line, lines};
use super::{Findings, Message};
use crate::quantity::{Dimension, Quantity};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 概数前后重复
    ///
    /// 同一个数前有“至少、超过、不低于”，后又有“以上”或“多、余”；或前有“最多、不超过”，后又有“以内”。
    ///
    /// English: Two hedges on one figure say the same thing twice.
    ///
    /// ## 为什么
    ///
    /// “至少2个”与“2个以上”意思相同，叠用即赘；“超过”不含本数而“以上”含本数，叠用还使界限不清。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 每个镇至少建成2个以上示范村。
    /// ```
    /// ```错例
    /// 惠民补贴资金发放准确率超过98%以上。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 每个镇至少引进3000万元以上项目2个，全年至少举办展会2次，约有20个左右的村受益。
    /// ```
    ///
    /// ## 判断
    ///
    /// 两个词修饰同一个数才报告：“至少引进3000万元以上项目2个”里“至少”管2个、“以上”管3000万元，不报；“约…左右”“大约…多”不报；“突破10项以上”的“突破”可以是名词，不报。
    ///
    /// ## 依据
    ///
    /// 行文规范：与数字有关的病句；《中华人民共和国民法典》第一千二百五十九条（“以上”“以内”包括本数，“超过”不包括本数）。
    name: "redundant-approximation",
    category: Number,
    severity: Hint,
    tier: Habit,
    check: check,
}

const AT_LEAST: &[&str] = &["至少", "起码", "最少", "不少于", "不低于", "不小于", "不得少于", "不得低于"];
const AT_MOST: &[&str] = &["最多", "至多", "不超过", "不得超过", "不多于", "不高于", "不得高于", "不大于"];
/// Words that exceed the figure they touch.
const MORE: &[&str] = &["超过", "超出", "高于", "多于", "大于", "逾"];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            if !figure.rank {
                examine(&line, index, figure, findings);
                inside(&line, figure, findings);
            }
        }
        spelled(&line, findings);
    }
}

/// 至少建成一处以上…: a small count in words, which is read as no figure.
static SPELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "(?P<first>至少|不少于|不低于|最少)[\\p{Han}]{0,6}?(?P<figure>[一两二三四五六七八九十][个处次场家名项所条支座户间件])(?P<after>以上)",
    )
    .ok()
});

fn spelled(line: &Line<'_>, findings: &mut Findings) {
    let Some(pattern) = SPELLED.as_ref() else { return };
    for found in pattern.captures_iter(line.text) {
        let (Some(first), Some(figure), Some(after)) =
            (found.name("first"), found.name("figure"), found.name("after"))
        else {
            continue;
        };
        let span = Span::new(first.start(), after.end());
        let own = Span::from(figure.range());
        let between = line.slice(first.end(), figure.start());
        // 至少有一名三级以上医师: another figure; those that are read are told above.
        if !line.figures_in(span).is_empty() || between.contains(['的', '和', '第', '每']) {
            continue;
        }
        let last = line.figures_in(own).start.checked_sub(1).and_then(|at| line.figures.get(at));
        if last.is_some_and(|it| it.span.end > own.start) {
            continue;
        }
        let (one, other) = (first.as_str(), after.as_str());
        let finding = findings.report(
            line.absolute(span),
            Message::new(
                format!("“{one}”与“{other}”用在同一个数上，意思重复；请删去“{other}”。"),
                format!("“{one}” and “{other}” on one figure say the same twice; drop “{other}”."),
            ),
        );
        finding.safe_fix(
            Message::new(format!("删去“{other}”"), format!("Drop “{other}”")),
            vec![Edit::delete(line.absolute(Span::from(after.range())))],
        );
    }
}

fn examine(line: &Line<'_>, index: usize, figure: &Quantity, findings: &mut Findings) {
    let rest = line.slice(figure.span.end, line.text.len());
    let Some(after) = ["以上", "以内", "之内", "以下"].into_iter().find(|word| rest.starts_with(word))
    else {
        return;
    };
    let clause = line.clause(figure.span.start);
    let mut from = clause.start;
    if let Some(last) = index.checked_sub(1).and_then(|last| line.figures.get(last)) {
        from = from.max(last.span.end);
    }
    let before = line.slice(from, figure.span.start);
    let words = if after == "以上" { AT_LEAST } else { AT_MOST };
    let exceeds = || {
        // 突破100亿元以上; but 突破10项以上 may speak of breakthroughs.
        let money = figure.dimension() == Some(Dimension::Money) && before.ends_with("突破");
        let more = MORE.iter().copied().find(|word| before.ends_with(word) && !before.ends_with("不超过"));
        more.or(money.then_some("突破"))
    };
    let adjacent = if after == "以上" { exceeds() } else { None };
    let Some(first) = adjacent.or_else(|| distant(before, words)) else { return };
    // 超过5000万元以上的企业: the threshold itself says it twice.
    if figure.threshold
        && !(adjacent.is_some() && rest.get(after.len()..).is_some_and(|tail| tail.starts_with('的')))
    {
        return;
    }
    // 以上 before a noun sets a threshold (3000万元以上项目), unless things themselves are counted
    // and no other figure follows for them.
    let tail = rest.strip_prefix(after).unwrap_or("");
    // 最多3天以内办结: a verb is no noun.
    let done = ["办结", "办理", "完成", "到位", "送达"].iter().any(|verb| tail.starts_with(verb));
    let noun = !done && tail.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && c != '的');
    let counted = matches!(figure.dimension(), Some(Dimension::Count | Dimension::People));
    let another = line
        .figures
        .get(index + 1)
        .is_some_and(|next| next.span.start < clause.end && !first.is_empty() && noun);
    if noun && (!counted && adjacent.is_none() || another)
        || noun && figure.dimension() == Some(Dimension::Money)
    {
        return;
    }
    let Some(at) = before.rfind(first) else { return };
    let span = Span::new(from + at, figure.span.end + after.len());
    let finding = findings.report(
        line.absolute(span),
        Message::new(
            format!("“{first}”与“{after}”用在同一个数上，意思重复；请删去“{after}”。"),
            format!("“{first}” and “{after}” on one figure say the same twice; drop “{after}”."),
        ),
    );
    finding.safe_fix(
        Message::new(format!("删去“{after}”"), format!("Drop “{after}”")),
        vec![Edit::delete(line.absolute(Span::new(figure.span.end, figure.span.end + after.len())))],
    );
}

/// 超过200多家: 超过 and 多 say it twice.
fn inside(line: &Line<'_>, figure: &Quantity, findings: &mut Findings) {
    let before = line.slice(0, figure.span.start);
    let Some(hedge) = figure.hedge_after.filter(|hedge| ["余", "多"].contains(&hedge.of(line.text))) else {
        return;
    };
    let first = MORE.iter().copied().find(|word| before.ends_with(word));
    let Some(first) = first.filter(|first| !before.ends_with(&format!("不{first}"))) else { return };
    let after = hedge.of(line.text);
    let start = figure.span.start - first.len();
    let finding = findings.report(
        line.absolute(Span::new(start, figure.span.end)),
        Message::new(
            format!("“{first}”与“{after}”用在同一个数上，意思重复；请删去一个。"),
            format!("“{first}” and “{after}” on one figure say the same twice; drop one."),
        ),
    );
    for (at, word) in [(Span::new(start, figure.span.start), first), (hedge, after)] {
        finding.fix(
            Message::new(format!("删去“{word}”"), format!("Drop “{word}”")),
            vec![Edit::delete(line.absolute(at))],
        );
    }
}

/// The hedge that governs the figure across a short phrase (至少组织大型活动2次).
fn distant<'w>(before: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| {
        before.rfind(word).is_some_and(|at| {
            let between = before.get(at + word.len()..).unwrap_or("");
            between.chars().count() <= 12 && !between.contains(['、', '的', '\u{201C}', '"', '和', '或'])
        })
    })
}
