//! Rule `duplicate-sentence`: one sentence that stands twice.

use std::collections::BTreeMap;

use super::marks::is_han;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 句子重复
    ///
    /// 同一句话（二十字以上）在文稿里一字不差地出现两次。
    ///
    /// English: One sentence stands twice in the report.
    ///
    /// ## 为什么
    ///
    /// 拼稿时同一段材料容易贴两次；回顾与安排写成一模一样的话，也说明其中一处还没有按时间改写。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 建成城乡供水一体化工程三处，惠及沿线群众五万六千人。健全基层治理体系。建成城乡供水一体化工程三处，惠及沿线群众五万六千人。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 建成城乡供水一体化工程三处，惠及沿线群众五万六千人。继续建设城乡供水一体化工程两处，惠及沿线群众四万人。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比标点之间完整的句子；标题、带“各位代表、让我们”的呼语、名词解释和附件，以及引号里的口号不报；连着重复几句只报一处。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：同一件事不会一字不差地发生两次。
    name: "duplicate-sentence",
    category: Wording,
    severity: Information,
    tier: Logic,
    check: check,
}

/// Formulas that a report repeats on purpose.
const FORMULAS: &[&str] = &[
    "各位代表",
    "让我们",
    "为指导",
    "精神",
    "中央",
    "党委",
    "省委",
    "市委",
    "县委",
    "区委",
    "胜利召开",
    "感谢",
    "敬意",
    "团结",
    "奋斗",
    "\u{300A}",
];

/// A sentence that stands above already: where it stands, and where the first one does.
struct Copy {
    span: Span,
    first: Span,
}

/// Up to so many copies are told one by one.
const FEW: usize = 3;

fn check(report: &Report, findings: &mut Findings) {
    let copies = copies(report);
    let count = copies.len();
    // A whole passage pasted twice is one mistake.
    let shown = if count > FEW { 1 } else { count };
    for Copy { span, first } in copies.iter().take(shown) {
        let (zh, en) = if count > FEW {
            (
                format!("这句话与前文一字不差，这样的句子全文共{count}句；像是整段贴了两次，请删去一处。"),
                format!("This sentence and {} others stand word for word above; delete the copy.", count - 1),
            )
        } else {
            (
                "这句话与前文一字不差；请删去一处，或者按时间和内容改写。".to_owned(),
                "This sentence stands word for word above; delete or rewrite one of them.".to_owned(),
            )
        };
        let finding = findings.report(*span, Message::new(zh, en));
        finding.relate(*first, Message::new("前一处", "The first place"));
        finding.fix(Message::new("删去这一句", "Delete this sentence"), vec![Edit::delete(*span)]);
    }
}

fn copies(report: &Report) -> Vec<Copy> {
    let mut copies = Vec::new();
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut last: Option<usize> = None;
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        // Annexes and glossaries quote the report.
        let line = text.trim().trim_start_matches(['*', '#', ' ', '【']);
        let opens = ["附件", "附录", "附表", "名词解释", "注释", "附\u{FF1A}", "附:"]
            .iter()
            .any(|word| line.starts_with(word));
        if opens && line.chars().count() <= 40 {
            break;
        }
        for sentence in &paragraph.reading.sentences {
            let printed = sentence.span.of(text);
            let bare: String = printed.chars().filter(|c| is_han(*c) || c.is_ascii_alphanumeric()).collect();
            let han = bare.chars().filter(|c| is_han(*c)).count();
            let whole = printed.ends_with(['\u{3002}', '!', '\u{FF01}', ';', '\u{FF1B}']);
            let numbered = printed.trim_start().starts_with(['(', '\u{FF08}', '*', '#']);
            if han < 20 || !whole || numbered || FORMULAS.iter().any(|word| printed.contains(word)) {
                continue;
            }
            let leading = printed.len() - printed.trim_start().len();
            let span = Span::new(sentence.span.start + leading, sentence.span.end).shifted(paragraph.start);
            let Some(first) = seen.get(&bare).copied() else {
                seen.insert(bare, span);
                continue;
            };
            // The sentence before was a copy too: one finding tells of the whole passage.
            let goes_on = last.is_some_and(|end| report.text(Span::new(end, span.start)).trim().is_empty());
            last = Some(span.end);
            if !goes_on {
                copies.push(Copy { span, first });
            }
        }
    }
    copies
}
