//! Rule `masked-text`: words that a filter has replaced by asterisks.

use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 文字被星号遮盖
    ///
    /// 正文中的词语被 `*` 顶替，多半是网站的敏感词过滤所致。
    ///
    /// English: Words were replaced by asterisks, probably by a word filter.
    ///
    /// ## 为什么
    ///
    /// 从网页复制的文稿常有词语被过滤成星号，留在文中句子就缺了成分，指标也可能残缺。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 加快发展生产**业，建成现代物流园区。
    /// ```
    /// ```错例
    /// *开展环境整治，拆除违建50处。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// **加快产业升级。**生产性服务业占比稳步提高*，装机规模达到2*60万千瓦。
    /// ```
    ///
    /// ## 判断
    ///
    /// 星号紧贴汉字、又不成注释号或乘号时报告；文稿使用Markdown标记时，一行之内成对的星号是强调。修改建议只是猜测，须对照原文。
    ///
    /// ## 依据
    ///
    /// 行文惯例：定稿不留遮盖。
    name: "masked-text",
    category: Leftover,
    severity: Warning,
    tier: Habit,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let markdown = report.paragraphs.iter().any(|paragraph| is_markdown(paragraph.text()));
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        let mut runs = runs(text);
        if markdown {
            // Emphasis: what is left when runs of equal length are paired off.
            let paired: Vec<Span> = pairs(&runs);
            runs.retain(|run| !paired.contains(run));
        }
        let emphasised = emphasis(text, &runs);
        runs.retain(|run| !emphasised.contains(run));
        for run in runs {
            // Emphasis may run over lines: with Markdown about, only the inside of a word tells.
            let inside = markdown.then(|| is_inside(text, run));
            if !inside.unwrap_or_else(|| is_masked(text, run)) {
                continue;
            }
            let span = run.shifted(paragraph.start);
            let finding = findings.report(
                span,
                Message::new(
                    "这里的文字被星号遮盖；请对照原文补上。",
                    "Words are masked by asterisks here; restore them from the original.",
                ),
            );
            if let Some(meant) = meaning(text, run) {
                finding.fix(
                    Message::new(format!("可能是“{meant}”"), format!("Perhaps “{meant}”")),
                    vec![Edit::replace(span, meant)],
                );
            }
        }
    }
}

/// Whether a line is set with Markdown marks: a `#` heading, or emphasis that begins or ends it.
fn is_markdown(text: &str) -> bool {
    let text = text.trim();
    let heading = text.trim_start_matches('#');
    let marks = runs(text);
    let pair = marks.len() > 1;
    let first = marks.first().is_some_and(|run| {
        run.len() > 1
            && text
                .get(..run.start)
                .is_some_and(|text| text.is_empty() || text.ends_with(char::is_whitespace))
    });
    let last = marks.last().is_some_and(|run| run.len() > 1 && run.end == text.len());
    (heading.len() < text.len() && heading.starts_with(' ')) || (pair && (first || last))
}

/// Runs of asterisks.
fn runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, _) in text.match_indices('*') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(Span::new(at, at + 1)),
        }
    }
    runs
}

/// The runs that open or close emphasis.
fn pairs(runs: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Vec<Span> = Vec::new();
    for &run in runs {
        match open.iter().rposition(|other| other.len() == run.len()) {
            Some(at) => out.extend([open.remove(at), run]),
            None => open.push(run),
        }
    }
    out
}

/// Emphasis of a whole clause in the midst of a line (`**狠抓项目。**开工…`): it opens where a clause does
/// and closes behind its mark.
fn emphasis(text: &str, runs: &[Span]) -> Vec<Span> {
    let ends = |before: &str| {
        before
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "\u{3002}\u{FF01}!\u{FF1A}:\u{FF1B};".contains(c))
    };
    let mut out = Vec::new();
    for pair in runs.windows(2) {
        let &[open, close] = pair else { continue };
        let (head, inside) =
            (text.get(..open.start).unwrap_or(""), text.get(open.end..close.start).unwrap_or(""));
        if open.len() == 2 && close.len() == 2 && ends(head) && !inside.is_empty() && ends(inside) {
            out.extend([open, close]);
        }
    }
    out
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Whether a run stands between two Han characters.
fn is_inside(text: &str, run: Span) -> bool {
    text.get(..run.start).is_some_and(|text| text.ends_with(is_han))
        && text.get(run.end..).is_some_and(|text| text.starts_with(is_han))
}

/// Whether a run stands for words: it touches Han characters as a word would.
fn is_masked(text: &str, run: Span) -> bool {
    let before = text.get(..run.start).and_then(|text| text.chars().next_back());
    let rest = text.get(run.end..).unwrap_or("");
    let after = rest.chars().next();
    // A note (`*注`), a bullet, or a mark of reference at the end of a word (`增加值*,`).
    let note = rest.starts_with('注') || rest.starts_with(' ') || text.trim_matches('*').trim().is_empty();
    let follows_word = before.is_some_and(|c| is_han(c) || c.is_ascii_digit());
    !note && (after.is_some_and(is_han) || (run.len() > 1 && follows_word))
}

/// What the filter has probably taken away.
fn meaning(text: &str, run: Span) -> Option<&'static str> {
    const VERBS: [&str; 8] = ["开展", "推进", "实施", "落实", "学习", "贯彻", "整治", "推动"];
    let before = text.get(..run.start).unwrap_or("");
    let rest = text.get(run.end..).unwrap_or("");
    if run.len() == 1 && VERBS.iter().any(|verb| rest.starts_with(verb)) {
        return Some("深入");
    }
    let service = rest.starts_with('业') || rest.starts_with("网点");
    if service && ["生产", "生活", "综合"].iter().any(|word| before.ends_with(word)) {
        return Some("性服务");
    }
    (rest.starts_with("景区") && before.ends_with(|c: char| c.is_ascii_digit())).then_some("A级")
}
