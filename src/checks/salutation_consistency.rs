//! Rule `salutation-consistency`: the mark after 各位代表.

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 称谓后的标点
    ///
    /// 开头的“各位代表”后面应是冒号；后文再次称呼时，标点应前后一致。
    ///
    /// English: The first salutation takes a colon; later ones keep to one mark.
    ///
    /// ## 为什么
    ///
    /// 开头的称谓单独成行、引出全文，用冒号；后文的呼语有的用感叹号、有的用逗号，混用显得没有统稿。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表！
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 各位代表！成绩来之不易，奋斗充满艰辛。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看段首的“各位代表”；开头的一处必须是冒号；其余的只有一处与众不同、其他至少三处一致时才报，末一处不论。
    ///
    /// ## 依据
    ///
    /// 行文惯例：称谓之后用冒号；GB/T 15834—2011《标点符号用法》冒号用于称呼语之后。
    name: "salutation-consistency",
    category: Typography,
    severity: Hint,
    tier: Habit,
    check: check,
}

const SALUTATION: &str = "各位代表";

fn check(report: &Report, findings: &mut Findings) {
    // Absolute span of the mark, and the mark (none at the end of the line).
    let mut marks: Vec<(Span, Option<char>, bool)> = Vec::new();
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let words = text.trim_start_matches([' ', '\u{3000}', '\u{A0}', '*']);
        let Some(rest) = words.strip_prefix(SALUTATION) else { continue };
        let rest_bare = rest.trim_start_matches(['*', ' ']);
        let at = text.len() - rest_bare.len();
        let alone = rest_bare.trim_end_matches(['*', ' ', '\u{3000}']).chars().count() <= 2
            && !rest_bare.contains(char::is_alphanumeric);
        let mark = rest_bare.chars().next();
        if alone || mark.is_some_and(|c| !c.is_alphanumeric()) {
            let length = mark.map_or(0, char::len_utf8);
            marks.push((Span::new(at, at + length).shifted(paragraph.start), mark, alone));
        }
    }
    let Some((&(span, mark, alone), later)) = marks.split_first() else { return };
    let opening = report.meta.part(crate::knowledge::Block::Opening).map(|part| part.span.start);
    let is_first = alone && opening.is_none_or(|opening| span.start < opening);
    // 各位代表、同志们: other people are greeted as well.
    if is_first && !matches!(mark, Some(':' | '\u{FF1A}' | '、')) {
        first(report, span, mark, findings);
    }
    others(later, findings);
}

/// The first salutation, which opens the report.
fn first(report: &Report, span: Span, mark: Option<char>, findings: &mut Findings) {
    let colon = if report.source.contains('\u{FF0C}') { "\u{FF1A}" } else { ":" };
    let shown = match mark {
        Some(_) => span,
        // Nothing follows: the salutation itself is marked.
        None => Span::new(span.start.saturating_sub(SALUTATION.len()), span.start),
    };
    findings
        .report(
            shown,
            Message::new(
                "开头的称谓引出全文，后面应是冒号；请改为“各位代表：”。",
                "The salutation at the head takes a colon.",
            ),
        )
        .variant("first")
        .safe_fix(Message::new("改为冒号", "Use a colon"), vec![Edit::replace(span, colon)]);
}

/// One of the later ones that stands alone against at least three equal ones; the last may differ.
fn others(later: &[(Span, Option<char>, bool)], findings: &mut Findings) {
    let fold = |mark: Option<char>| match mark {
        Some('!') => Some('\u{FF01}'),
        Some(',') => Some('\u{FF0C}'),
        Some(':') => Some('\u{FF1A}'),
        other => other,
    };
    let Some((_, inner)) = later.split_last() else { return };
    for &(span, mark, _) in inner {
        let rest: Vec<_> = later.iter().filter(|(other, ..)| *other != span).collect();
        let Some(&&(usual_at, usual, _)) = rest.first() else { continue };
        let agreed = rest.len() >= 3 && rest.iter().all(|(_, other, _)| fold(*other) == fold(usual));
        let (Some(own), Some(usual)) = (mark, usual) else { continue };
        if !agreed || fold(mark) == fold(Some(usual)) {
            continue;
        }
        findings
            .report(
                span,
                Message::new(
                    format!("其他各处的“各位代表”后面都是“{usual}”，这里却是“{own}”；请统一。"),
                    format!("Elsewhere 各位代表 is followed by “{usual}”, here by “{own}”; use one mark."),
                ),
            )
            .relate(usual_at, Message::new("别处的称谓", "Another salutation"))
            .safe_fix(
                Message::new(format!("改为“{usual}”"), format!("Use “{usual}”")),
                vec![Edit::replace(span, usual.to_string())],
            );
    }
}
