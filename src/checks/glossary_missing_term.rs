//! Rule `glossary-missing-term`: a code name that the glossary does not explain, a number skipped.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::{Report, Terms, bare_term};
use crate::text::Span;

declare_rule! {
    /// # 名词解释缺条
    ///
    /// 正文里有“1+5+2”一类的代号，名词解释却没有收；或者名词解释的序号跳了一号。
    ///
    /// English: A code name of the text is not in the glossary, or the glossary skips a number.
    ///
    /// ## 为什么
    ///
    /// 代号不解释，代表看不懂；序号跳了，说明漏了一条。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// “1+5+2”国资体系建成，“放管服”改革深入推进，三供一业移交完成，“飞地”园区启动。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// 名词解释
    /// 1.放管服：简政放权、放管结合、优化服务的简称。
    /// 2.三供一业：国有企业职工家属区供水、供电、供热和物业管理。
    /// 3.飞地园区：打破行政区划合作共建的园区。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// “1+5+2”国资体系建成。
    /// ```
    ///
    /// ## 判断
    ///
    /// 有名词解释（三条以上）的报告才查；只查加引号、用加号连接的代号，正文里随即说明“即”“指”的不报，每个代号报一次；序号只报跳号。
    ///
    /// ## 依据
    ///
    /// 行文惯例：代号首次使用应予解释。
    name: "glossary-missing-term",
    category: Structure,
    severity: Hint,
    tier: Habit,
    check: check,
}

static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[\u{201C}\"](?P<code>[0-9]{1,4}(?:[+\u{FF0B}](?:[0-9]{1,4}|[NnXx]))+)(?P<tail>[^\u{201C}\u{201D}\"]{0,8})[\u{201D}\"](?P<next>.{0,12})").ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let (Some(glossary), Some(pattern)) = (Terms::of(report), CODE.as_ref()) else { return };
    let explained: String = report
        .body()
        .filter(|(_, it)| it.start >= glossary.start)
        .map(|(_, it)| bare_term(it.text()))
        .collect();
    let mut told: Vec<String> = Vec::new();
    for (_, paragraph) in report.body().filter(|(_, it)| it.start < glossary.start) {
        for found in pattern.captures_iter(paragraph.text()) {
            let (Some(code), Some(next)) = (found.name("code"), found.name("next")) else { continue };
            let name = bare_term(code.as_str());
            let here = ["即", "指", "\u{FF08}", "("].iter().any(|word| next.as_str().starts_with(word));
            if told.contains(&name) || explained.contains(&name) || here {
                told.push(name);
                continue;
            }
            let shown = code.as_str();
            findings
                .report(
                    Span::from(code.range()).shifted(paragraph.start),
                    Message::new(
                        format!("名词解释里没有“{shown}”；请补上一条解释。"),
                        format!("The glossary does not explain “{shown}”; add an entry."),
                    ),
                )
                .variant("code");
            told.push(name);
        }
    }
    sequence(&glossary, findings);
}

/// 1. 2. 4.: a number that is skipped is an entry lost.
fn sequence(glossary: &Terms<'_>, findings: &mut Findings) {
    let numbers: Vec<(u32, Span)> = glossary.entries.iter().filter_map(|entry| entry.number).collect();
    for pair in numbers.windows(2) {
        let &[(last, before), (next, span)] = pair else { continue };
        // One number skipped is a slip; a wild jump is another list.
        if next == last + 2 {
            findings
                .report(
                    span,
                    Message::new(
                        format!("第{last}条之后是第{next}条，缺了第{}条；请补上或重编序号。", last + 1),
                        format!("Term {last} is followed by {next}; {} is missing.", last + 1),
                    ),
                )
                .variant("sequence")
                .relate(before, Message::new("前一条", "The entry before"));
        }
    }
}
