//! Rule `heading-trailing-noise`: something that does not belong there stands behind a heading.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 标题末尾混入杂字
    ///
    /// 标题后面粘着网站名、页码、工具条文字等，如`一、2023年工作回顾 二号文库`。
    ///
    /// English: A site name, a page number or a toolbar word is stuck to the end of a heading.
    ///
    /// ## 为什么
    ///
    /// 网页和扫描件里的水印、页码容易粘在标题上，目录里也会跟着出现。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾好文秘
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 安排
    /// （一）抓好主要任务落实。开工一批大项目。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看单独成行的标题：“工作回顾”“工作安排”一类的话已经说完、后面又连着不成话的几个字，或者末尾是网址、页码、工具条的词。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：标题到此已经完整。
    name: "heading-trailing-noise",
    category: Leftover,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// A title that is complete, and what follows it.
static COMPLETE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("^.*(?:工作回顾|工作总结|工作安排|工作部署|工作打算|重点工作|工作重点|主要任务|重点任务|目标任务|工作任务|总体要求|工作建议|自身建设)(?P<tail>.+)$").ok()
});
/// Words of web pages, addresses, page numbers.
static FURNITURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "[\\s|_\u{3000}-]*(?:https?://\\S*|www\\.\\S*|\\S{0,12}\\.(?:com|cn|net|org)\\S*|[\\[(\u{FF08}【]\\s*(?:编辑|图|来源.{0,20}|打印|分享|返回)\\s*[\\])\u{FF09}】]|责任编辑.{0,20}|(?:点击|浏览)(?:量|次数).{0,12}|分享到.{0,12}|打印本页|关闭窗口|返回顶部|加入收藏|阅读全文|复制链接|扫一扫.{0,12}|第\\s*[0-9]{1,3}\\s*页|admin)\\s*$",
    )
    .ok()
});
/// How a title may rightly go on.
const GOES_ON: [&str; 45] = [
    "和", "及", "与", "、", "\u{FF0C}", ",", "暨", "并", "的", "以", "\u{2014}", "-", "\u{FF08}", "(", ":",
    "\u{FF1A}", ";", "\u{FF1B}", "\u{201C}", "\"", "情况", "任务", "安排", "建议", "要求", "目标", "思路",
    "举措", "措施", "意见", "部署", "水平", "全面", "圆满", "取得", "步骤", "纲要", "重点", "打算", "计划",
    "成效", "成绩", "落实", "再", "迈",
];

fn check(report: &Report, findings: &mut Findings) {
    let (Some(complete), Some(furniture)) = (COMPLETE.as_ref(), FURNITURE.as_ref()) else { return };
    for heading in report.outline.headings.iter().filter(|heading| !heading.run_in && !heading.buried) {
        if heading.number.is_none() && heading.level > 1 {
            continue;
        }
        let title = report.text(heading.title);
        let noise = furniture.find(title).map(|found| Span::from(found.range())).or_else(|| {
            let tail = complete.captures(title)?.name("tail")?;
            let words = tail.as_str().trim();
            let short = (1..=10).contains(&words.chars().count());
            let clean = !GOES_ON.iter().any(|next| words.starts_with(next)) && heading.level == 1;
            (short && clean && heading.number.is_some()).then(|| Span::from(tail.range()))
        });
        let Some(noise) = noise.filter(|noise| noise.start > 0) else { continue };
        let indent = noise.of(title).len() - noise.of(title).trim_start().len();
        let span = Span::new(noise.start + indent, noise.end).shifted(heading.title.start);
        let printed = report.text(span);
        findings
            .report(
                span,
                Message::new(
                    format!("标题到此已经完整，后面的“{printed}”像是混入的杂字；请删去。"),
                    format!("“{printed}” behind the heading looks like a leftover of a web page; delete it."),
                ),
            )
            .fix(
                Message::new(format!("删去“{printed}”"), format!("Delete “{printed}”")),
                vec![Edit::delete(noise.shifted(heading.title.start))],
            );
    }
}
