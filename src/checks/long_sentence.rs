//! Rule `long-sentence`: sentences of more than 120 characters.

use super::marks::is_han;
use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 句子过长
    ///
    /// 一句话超过一百二十个字，中间没有句号、分号。
    ///
    /// English: A sentence has more than 120 characters.
    ///
    /// ## 为什么
    ///
    /// 报告是念出来的，一句话太长，念的人换不过气，听的人记不住主语。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 我们坚持把项目建设作为稳增长的硬支撑，健全领导包联、专班推进、要素保障、督查考核的全流程工作机制，推动水网改造、园区道路、冷链物流、职教校区、康养小镇、城市更新、数字乡村、矿山修复、电网升级、粮库扩容等一大批打基础利长远的重点工程相继开工建设并且陆续建成投用，为长远发展蓄积了充沛动能和坚实底气。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 我们坚持把项目建设作为硬支撑，健全工作机制；推动一批重点工程开工建设，为长远发展蓄积动能。
    /// ```
    ///
    /// ## 判断
    ///
    /// 分号也算断句；默认关闭。
    ///
    /// ## 依据
    ///
    /// 行文惯例：句子宜短。
    name: "long-sentence",
    category: Wording,
    severity: Hint,
    tier: Habit,
    off: true,
    check: check,
}

const LIMIT: usize = 120;

fn check(report: &Report, findings: &mut Findings) {
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for sentence in &paragraph.reading.sentences {
            let mut start = sentence.span.start;
            for part in sentence.span.of(text).split_inclusive([';', '\u{FF1B}']) {
                let span = Span::new(start, start + part.len());
                start = span.end;
                let count = part.chars().filter(|c| is_han(*c) || c.is_alphanumeric()).count();
                if count > LIMIT {
                    let leading = part.len() - part.trim_start().len();
                    findings.report(
                        Span::new(span.start + leading, span.end).shifted(paragraph.start),
                        Message::new(
                            format!("这一句有{count}个字，超过{LIMIT}字；念起来和听起来都吃力，请断成两句。"),
                            format!("This sentence has {count} characters, more than {LIMIT}; split it."),
                        ),
                    );
                }
            }
        }
    }
}
