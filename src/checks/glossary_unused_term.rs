//! Rule `glossary-unused-term`: a term is explained that the report does not use.

use super::{Findings, Message};
use crate::report::{Report, Terms, bare_term};

declare_rule! {
    /// # 名词解释中的词正文没有
    ///
    /// 名词解释里解释了一个词，正文里却没有用到。
    ///
    /// English: The glossary explains a term that the report does not use.
    ///
    /// ## 为什么
    ///
    /// 正文删改后名词解释没有跟着改，或者正文里换了叫法；照抄上一年的名词解释也会这样。
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
    /// 经济运行稳步向好，放管服改革深入推进，三供一业移交完成。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// 名词解释
    /// 1.放管服：简政放权、放管结合、优化服务的简称。
    /// 2.三供一业：国有企业职工家属区供水、供电、供热和物业管理。
    /// 3.云鹭计划：面向外来青年人才的安居扶持计划。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好，“放管服”改革深入推进，三供一业移交完成，云鹭人才计划启动。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// 名词解释
    /// 1.放管服：简政放权、放管结合、优化服务的简称。
    /// 2.三供一业：国有企业职工家属区供水、供电、供热和物业管理。
    /// 3.云鹭人才：面向外来青年人才的安居扶持计划。
    /// ```
    ///
    /// ## 判断
    ///
    /// 引号、空格不计；词中连续三四个字或者其中加引号的部分在正文里出现过就不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：名词解释解释的是正文用到的词。
    name: "glossary-unused-term",
    category: Structure,
    severity: Information,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let Some(glossary) = Terms::of(report) else { return };
    let body: String =
        report.body().filter(|(_, it)| it.start < glossary.start).map(|(_, it)| folded(it.text())).collect();
    for entry in &glossary.entries {
        if is_used(&body, entry.term) {
            continue;
        }
        let term = entry.term;
        findings.report(
            entry.span,
            Message::new(
                format!("正文里没有用到“{term}”；请删去这一条，或核对正文的叫法。"),
                format!("The report does not use “{term}”; drop the entry or check the wording."),
            ),
        );
    }
}

/// A term as it is compared: 双随机、一公开 and 双随机一公开 are one.
fn folded(term: &str) -> String {
    bare_term(term).to_lowercase().replace('、', "")
}

/// Whether the term, what it quotes, or the better part of it stands in the body.
fn is_used(body: &str, term: &str) -> bool {
    let quoted = term.split(['\u{201C}', '\u{201D}', '"']).skip(1).step_by(2);
    let outside = term.split(['\u{FF08}', '(', '\u{FF09}', ')']);
    let parts = term.split(['、', '/']).chain(quoted).chain(outside);
    if parts.map(folded).any(|part| part.chars().count() >= 2 && body.contains(&part)) {
        return true;
    }
    let chars: Vec<char> = folded(term).chars().collect();
    // Of a long term four characters in a row are enough: it describes what the text tells.
    let reach = (chars.len() * 3).div_ceil(5).clamp(3, 4);
    chars
        .windows(reach.min(chars.len().max(1)))
        .any(|window| body.contains(&window.iter().collect::<String>()))
}
