//! Rule `duplicate-title`: the title of the report stands twice.

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 标题重复
    ///
    /// 报告的标题一字不差地出现了两次，多半是从网页复制时连同页面标题一起带了进来。
    ///
    /// English: The title of the report stands twice.
    ///
    /// ## 为什么
    ///
    /// 网页上方、下方常把标题再印一遍，排印前应删去多出的一行。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
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
    /// 认真落实政府工作报告确定的各项任务。
    /// ```
    ///
    /// ## 判断
    ///
    /// 整行与标题相同才报，空格、强调符号不计；文件元数据里的标题、文中提到报告名称不算。
    ///
    /// ## 依据
    ///
    /// 行文惯例：标题只出现一次。
    name: "duplicate-title",
    category: Structure,
    severity: Hint,
    tier: Habit,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let Some(title) = &report.meta.title else { return };
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '#')).collect()
    };
    let wanted = bare(&title.value);
    let Some((home, _)) = report.paragraph_at(title.span.start) else { return };
    if wanted.chars().count() < 6 {
        return;
    }
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        if index == home || bare(paragraph.text()) != wanted {
            continue;
        }
        let text = paragraph.text();
        let indent = text.len() - text.trim_start().len();
        let shown = Span::new(indent, text.trim_end().len()).shifted(paragraph.start);
        // The line goes with its line end, or with the one before it at the end of the text.
        let doomed = match report.paragraphs.get(index + 1) {
            Some(next) => Span::new(paragraph.start, next.start),
            None => Span::new(
                index
                    .checked_sub(1)
                    .and_then(|last| report.paragraphs.get(last))
                    .map_or(0, |it| it.span().end),
                paragraph.span().end,
            ),
        };
        // The later of the two is the repetition, but what goes is the copy, not the report's own.
        let (later, earlier) =
            if shown.start > title.span.start { (shown, title.span) } else { (title.span, shown) };
        findings
            .report(
                later,
                Message::new(
                    "标题在这里又出现了一次；只应出现一次，请删去多出的一行。",
                    "The title is repeated here; delete one of the two lines.",
                ),
            )
            .relate(earlier, Message::new("前一次出现", "Where it stands first"))
            .fix(Message::new("删去多出的一行", "Delete the line too many"), vec![Edit::delete(doomed)]);
    }
}
