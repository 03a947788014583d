//! Rule `classifier-inconsistent`: one thing with two classifiers in one sentence.

use super::classifiers::thing;
use super::marks::is_han;
use super::phrase::lines;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 量词前后不一
    ///
    /// 同一句里，同一种事物用了两个量词：`企业180家……企业100户`。
    ///
    /// English: One thing is counted with two classifiers in one sentence.
    ///
    /// ## 为什么
    ///
    /// 一句之内换量词，读者会以为说的是两种事物。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 引进企业180家，其中高新技术企业100户。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 引进企业180家，其中高新技术企业100家。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比同一句里同一个名词的量词；企业集团不是企业。默认关闭。
    ///
    /// ## 依据
    ///
    /// 行文惯例：同一场合体例一致。
    name: "classifier-inconsistent",
    category: Wording,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        let mut seen: Vec<(Span, &str, &str, Span)> = Vec::new();
        for figure in line.figures {
            let Some(thing) = thing(&line, figure) else { continue };
            let printed = line.print(figure);
            let Some(word) =
                thing.proper.iter().chain(thing.odd).copied().find(|word| printed.ends_with(*word))
            else {
                continue;
            };
            // 2个企业集团: the longer noun is another thing, with a classifier of its own.
            let tail = line.slice(figure.span.end, line.text.len());
            if thing.odd.contains(&word)
                && tail.strip_prefix(thing.name).is_some_and(|rest| rest.starts_with(is_han))
            {
                continue;
            }
            let sentence = line.sentence(figure.span.start);
            let before = seen.iter().find(|(at, name, ..)| *at == sentence && *name == thing.name);
            match before {
                Some((_, name, first, place)) if *first != word => {
                    findings
                        .report(
                            line.absolute(figure.span),
                            Message::new(
                                format!("同一句里{name}前面论“{first}”、这里论“{word}”；请统一量词。"),
                                format!(
                                    "{name} is counted by “{first}” above and by “{word}” here; use one."
                                ),
                            ),
                        )
                        .relate(line.absolute(*place), Message::new("前一处", "The first place"));
                }
                Some(_) => {}
                None => seen.push((sentence, thing.name, word, figure.span)),
            }
        }
    }
}
