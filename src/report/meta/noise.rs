//! What does not belong to the report: front matter, comments, navigation and furniture of web
//! pages before the title and after the closing.

use std::sync::LazyLock;

use regex::Regex;

use super::Located;
use super::blocks::{is_appendix, pattern};
use super::head::Head;
use super::years::Date;
use crate::reading::Bare;
use crate::report::Paragraph;
use crate::text::Span;

/// What YAML front matter says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<Located<String>>,
    pub(super) date: Option<Located<String>>,
}

static WEB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "加入收藏|索引号\\s*[:\u{FF1A}]|信息分类\\s*[:\u{FF1A}]|无障碍(?:阅读|浏览)|长者(?:版|模式)|阅读时长|微信扫码|扫一扫|扫码(?:分享|领取|阅读)|领取福利|查看余下全文|余下全文|较[旧新]一篇|[上下]一篇[:\u{FF1A}]|责任编辑|打印(?:本页)?|关闭(?:窗口|本页)|字体\\s*[:\u{FF1A}]|浏览(?:次数|量)|点击(?:数|次数|量)|当前位置|您所在的?位置|首\\s*页.{1,60}(?:中心|新闻|政策|招商|公开)|版权所有|ICP备|相关(?:阅读|链接|新闻|推荐)\\s*(?:$|[:\u{FF1A}])|精彩图片|热点(?:推荐|新闻)|推荐阅读|分享(?:到|至)|admin|记住我|来源\\s*[:\u{FF1A}]|发布(?:日期|时间|机构|者)\\s*[:\u{FF1A}]|信息来源|作者\\s*[:\u{FF1A}]|编辑\\s*[:\u{FF1A}]|^\\s*分享\\s*$|文库[◆\\-_|]|上一条|下一条|返回(?:顶部|首页|列表)|https?://|www\\.",
    )
});
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern("余下全文|阅读时长\\d+分钟|共计\\d+个字|领取福利|微信扫码领取|阅读全文|下一页|未完待续")
});
static NUMBER_ONLY: LazyLock<Regex> = LazyLock::new(|| pattern("^\\s*[\\d\\-\u{2014} /|]{1,12}\\s*$"));

/// Reads and marks the front matter (`---` … `---` at the very beginning) and HTML comments.
pub(super) fn front_matter(paragraphs: &mut [Paragraph]) -> FrontMatter {
    let mut front = FrontMatter::default();
    for paragraph in paragraphs.iter_mut() {
        let text = paragraph.text().trim();
        if text.starts_with("<!--") && text.ends_with("-->") {
            paragraph.noise = true;
        }
    }
    let fence = |paragraph: &Paragraph| paragraph.text().trim_end() == "---";
    if !paragraphs.first().is_some_and(fence) {
        return front;
    }
    let Some(end) = paragraphs.iter().take(60).skip(1).position(fence) else { return front };
    for paragraph in paragraphs.iter_mut().take(end + 2) {
        paragraph.noise = true;
        let field = |name: &str| -> Option<Located<String>> {
            let text = paragraph.text();
            let value = text.strip_prefix(name)?.trim().trim_matches(['"', '\'']);
            let at = text.find(value)?;
            (!value.is_empty()).then(|| Located {
                value: value.to_owned(),
                span: Span::new(at, at + value.len()).shifted(paragraph.start),
            })
        };
        if let Some(title) = field("title:") {
            front.title = Some(title);
        }
        if let Some(date) = field("date:") {
            let iso = Date::find(&date.value).map(|date| date.iso());
            front.date = iso.map(|value| Located { value, span: date.span });
        }
    }
    front
}

/// Marks the boilerplate around the report and returns the paragraphs of the report proper.
pub(super) fn mark(paragraphs: &mut [Paragraph], head: &Head) -> (usize, usize) {
    let start = head.first_line();
    // Before the salutation every line may be page furniture but those the head knows.
    let known =
        [head.title_line, head.occasion_line, head.speaker_line, head.salutation_line, head.opening_line];
    let head_end = head.last_line().unwrap_or(0);
    for (index, paragraph) in paragraphs.iter_mut().enumerate().take(head_end) {
        if !known.contains(&Some(index)) && is_web(paragraph.text()) {
            paragraph.noise = true;
        }
    }
    let mut end = paragraphs.len();
    let mut tail = paragraphs.len();
    // From the end: furniture and blank lines, up to the last line that is the report's.
    for (index, paragraph) in paragraphs.iter().enumerate().rev() {
        let text = paragraph.text();
        if paragraph.noise || text.trim().is_empty() {
            continue;
        }
        let furniture = is_web(text) || NUMBER_ONLY.is_match(text);
        if furniture || (is_copy_of_title(text, head) && index > head_end) {
            tail = index;
            continue;
        }
        if index <= head_end {
            break;
        }
        end = index + 1;
        break;
    }
    if tail < paragraphs.len() {
        end = end.min(tail);
        for paragraph in paragraphs.iter_mut().skip(end) {
            if !paragraph.text().trim().is_empty() {
                paragraph.noise = true;
            }
        }
    }
    let start = start.or_else(|| {
        paragraphs.iter().position(|paragraph| !paragraph.noise && !paragraph.text().trim().is_empty())
    });
    let start = start.unwrap_or(0).min(end);
    (start, end)
}

fn is_copy_of_title(text: &str, head: &Head) -> bool {
    head.title.as_ref().is_some_and(|title| title.value == Bare::of(text).span.of(text))
}

/// A line of page furniture: short, without a full stop, with a word of the web.
fn is_web(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() <= 120
        && !text.contains('\u{3002}')
        && !is_appendix(text)
        && WEB.is_match(text)
}

/// Whether page furniture says that there is more than the copy holds.
pub(super) fn looks_truncated(paragraphs: &[Paragraph]) -> bool {
    paragraphs.iter().any(|paragraph| paragraph.noise && CUT.is_match(paragraph.text()))
}
