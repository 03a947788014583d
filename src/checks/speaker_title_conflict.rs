//! Rule `speaker-title-conflict`: one person with two titles in the head of a report.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::knowledge::Block;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 报告人职务不一
    ///
    /// 同一个报告人，印发通知里称“市长”，报告抬头却写“代市长”。
    ///
    /// English: The speaker bears one title in the notice or title and another one under the heading.
    ///
    /// ## 为什么
    ///
    /// 报告时是代理、会上当选，两种称谓各有当时的道理；但放在一份文稿里，应当说明或者统一，也可能是抬头忘了改。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 现将市长林知远同志在云陵市第八届人民代表大会第三次会议上所作的《政府工作报告》印发给你们，请认真贯彻落实。
    /// 政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府代市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 市长热线全年办件3.2万件，常务副市长王立新带队督办。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比较开场白之前出现的同一姓名；有“副”字的另有其人，不比。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：一个人在一份文稿里只有一个职务，其间变动的应当说明。
    name: "speaker-title-conflict",
    category: Structure,
    severity: Information,
    tier: Logic,
    check: check,
}

static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let office = "(?:省长|市长|区长|县长|旗长|州长|盟长|镇长|乡长|主席|主任)";
    Regex::new(&format!("(?P<acting>代理?)?(?P<office>{office})[\\s\u{3000}\u{A0}:\u{FF1A}]*")).ok()
});

fn check(report: &Report, findings: &mut Findings) {
    let (Some(pattern), Some(speaker)) = (TITLE.as_ref(), &report.meta.speaker) else { return };
    let name: Vec<char> = speaker.value.chars().filter(|c| !c.is_whitespace()).collect();
    let opening = report.meta.part(Block::Opening).map_or(0, |part| part.span.start);
    let mut titles: Vec<(String, Span)> = Vec::new();
    for paragraph in report.paragraphs.iter().take_while(|paragraph| paragraph.start < opening) {
        let text = paragraph.text();
        for found in pattern.captures_iter(text) {
            let Some(whole) = found.get(0) else { continue };
            let rest = text.get(whole.end()..).unwrap_or("");
            let follows: Vec<char> = rest.chars().filter(|c| !c.is_whitespace()).take(name.len()).collect();
            let deputy = text.get(..whole.start()).is_some_and(|head| head.ends_with('副'));
            if name.len() < 2 || follows != name || deputy {
                continue;
            }
            let title = whole.as_str().trim_matches([' ', '\u{3000}', '\u{A0}', ':', '\u{FF1A}', '\t']);
            let span = Span::new(whole.start(), whole.start() + title.len()).shifted(paragraph.start);
            titles.push((title.replace("代理", "代"), span));
        }
    }
    let Some((first, first_at)) = titles.first() else { return };
    let Some((other, at)) = titles.iter().find(|(title, _)| title != first) else { return };
    findings
        .report(
            *at,
            Message::new(
                format!(
                    "“{}”在这里是“{other}”，在前面是“{first}”；请核对职务，或者说明其间的变动。",
                    speaker.value
                ),
                format!("“{}” is “{other}” here and “{first}” above; check the title.", speaker.value),
            ),
        )
        .relate(*first_at, Message::new("前面的职务", "The title above"));
}
