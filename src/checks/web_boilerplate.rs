//! Rule `web-boilerplate`: navigation, toolbars and slogans of the page a draft was copied from.

use super::{Findings, Message};
use crate::report::{Paragraph, Report};
use crate::text::{Edit, Span};

declare_rule! {
    /// # 网页残留
    ///
    /// 标题之前、结束语之后混入了网页的导航、工具条、上一篇下一篇、扫码提示等文字。
    ///
    /// English: Navigation and page furniture of a web copy stands before the title or after the closing.
    ///
    /// ## 为什么
    ///
    /// 这些文字不属于报告，却会被当成正文排印、朗读和统计字数；出现“查看余下全文”时，稿子往往还缺了后半截。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 当前位置：首页 政务公开 政府工作报告
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
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
    /// 政务新媒体开通分享功能，网站首页全年浏览量突破千万。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只看报告正文之外的行；正文里提到网站、扫码的句子不受影响。Markdown文件开头的元数据和注释不算。
    ///
    /// ## 依据
    ///
    /// 行文惯例：定稿只留报告本身。
    name: "web-boilerplate",
    category: Leftover,
    severity: Warning,
    tier: Habit,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let front = front_matter(&report.paragraphs);
    let mut block: Option<(usize, usize)> = None;
    let is_furniture = |index: usize, paragraph: &Paragraph| {
        let text = paragraph.text().trim();
        index >= front && paragraph.noise && !text.is_empty() && !text.starts_with("<!--")
    };
    // Neighbouring lines are one finding; blank lines between them do not part them.
    for (index, paragraph) in report.paragraphs.iter().enumerate() {
        if is_furniture(index, paragraph) {
            block = Some((block.map_or(index, |(from, _)| from), index));
        } else if !paragraph.text().trim().is_empty() {
            flush(report, block.take(), findings);
        }
    }
    flush(report, block, findings);
}

/// The number of lines that YAML front matter takes.
fn front_matter(paragraphs: &[Paragraph]) -> usize {
    let fence = |paragraph: &Paragraph| paragraph.text().trim_end() == "---";
    if !paragraphs.first().is_some_and(fence) {
        return 0;
    }
    paragraphs.iter().skip(1).position(fence).map_or(0, |end| end + 2)
}

/// Reports a block of lines, from its first to its last.
fn flush(report: &Report, block: Option<(usize, usize)>, findings: &mut Findings) {
    let Some((from, to)) = block else { return };
    let (Some(first), Some(last)) = (report.paragraphs.get(from), report.paragraphs.get(to)) else { return };
    let span = Span::new(first.start, last.span().end);
    // Whole lines go: with the line end after them, or before them at the end of the text.
    let doomed = match report.paragraphs.get(to + 1) {
        Some(next) => Span::new(first.start, next.start),
        None => {
            let before = from.checked_sub(1).and_then(|before| report.paragraphs.get(before));
            Span::new(before.map_or(first.start, |before| before.span().end), span.end)
        }
    };
    findings
        .report(
            span,
            Message::new(
                "这是网页的导航或页面文字，不是报告内容；请删去。",
                "This is navigation or furniture of a web page, not part of the report; delete it.",
            ),
        )
        .fix(Message::new("删去这些行", "Delete these lines"), vec![Edit::delete(doomed)]);
}
