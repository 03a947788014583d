//! Announced and listed: 以下八项举措 at the end of a paragraph, and the numbered headings that follow it.
//! Whether the two agree is the rule's business.

use std::sync::LazyLock;

use regex::Regex;

use super::{Paragraph, Report};
use crate::reading::ordinal;
use crate::text::Span;

/// A number of headings that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The announcement (抓好以下八项工作, absolute).
    pub span: Span,
    /// Its numeral (absolute).
    pub number: Span,
    /// Its value.
    pub count: u32,
    /// Other numbers in the same sentence that may be meant (抓好四个方面工作，办好14件实事).
    pub others: Vec<u32>,
    /// The headings that follow, as indexes of the outline; at least one.
    pub headings: Vec<usize>,
}

impl Announced {
    /// How many headings follow.
    #[must_use]
    pub fn listed(&self) -> u32 {
        u32::try_from(self.headings.len()).unwrap_or(u32::MAX)
    }
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let cue = "以下|下列|如下|下面|抓好|做好|抓了|做了|突出|办好|实施|推进|落实|把握好?|处理好|强化|推出|打好|打赢|开展|采取|完成|解决|聚焦|制定|出台";
    let things =
        "工作|任务|重点|措施|举措|方面|实事|行动|工程|问题|文章|目标|硬仗|攻坚战|战役|关系|改革|项目|短板";
    Regex::new(&format!(
        "(?:{cue})(?P<number>[一二三四五六七八九十两]{{1,3}}|[0-9]{{1,2}})(?:个方面|个|大|项|件|点|条|方面|场|对|类|篇)[^\u{FF0C},\u{3002}\u{FF1B};、\u{FF1A}:]{{0,8}}?(?:{things})"
    ))
    .ok()
});

impl Report {
    /// Every announcement of headings that the next paragraph begins to list, in document order.
    #[must_use]
    pub fn announced(&self) -> Vec<Announced> {
        let body: Vec<(usize, &Paragraph)> = self.body().collect();
        let next = body.iter().skip(1);
        body.iter().zip(next).filter_map(|((_, it), (next, _))| self.announced_by(it, *next)).collect()
    }

    /// The announcement in the last sentence of `paragraph`, and the headings from `next` on.
    fn announced_by(&self, paragraph: &Paragraph, next: usize) -> Option<Announced> {
        let last = paragraph.reading.sentences.last()?;
        let sentence = last.span.of(paragraph.text());
        // Either of two may be meant, the last first.
        let announcements: Vec<_> = PATTERN.as_ref()?.captures_iter(sentence).collect();
        let found = announcements.last()?;
        let (whole, number) = (found.get(0)?, found.name("number")?);
        let headings = &self.outline.headings;
        let first = headings.iter().position(|heading| heading.paragraph == next && !heading.buried)?;
        let first = headings.get(first)?;
        let (style, 1) = first.ordinal? else { return None };
        let run: Vec<(usize, u32)> = self
            .outline
            .children(first.parent)
            .filter_map(|index| Some((index, headings.get(index)?)))
            .filter(|(_, heading)| heading.span.start >= first.span.start)
            .filter_map(|(index, heading)| {
                heading.ordinal.filter(|(own, _)| *own == style).map(|(_, value)| (index, value))
            })
            .enumerate()
            .take_while(|(at, (_, value))| *at == 0 || *value > 1)
            .map(|(_, it)| it)
            .collect();
        let (count, listed) = (ordinal::parse(number.as_str())?, u32::try_from(run.len()).ok()?);
        // 办好30件实事, told under eight headings: a count of other things, unless 以下 says otherwise.
        let points = ["以下", "下列", "如下", "下面"].iter().any(|cue| whole.as_str().starts_with(cue));
        if count.abs_diff(listed) > 3 && !points {
            return None;
        }
        let earlier = announcements.iter().rev().skip(1);
        let others = earlier.filter_map(|it| ordinal::parse(it.name("number")?.as_str())).collect();
        let base = paragraph.start + last.span.start;
        Some(Announced {
            span: Span::from(whole.range()).shifted(base),
            number: Span::from(number.range()).shifted(base),
            count,
            others,
            headings: run.into_iter().map(|(index, _)| index).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    #[test]
    fn what_is_announced_stands_with_what_is_listed() {
        let text = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n架桥三座。\n二、2031年工作安排\n重点抓好以下四项工作：\n（一）抓好项目建设。开工一批。\n（二）抓好生态保护。水质达标。\n（三）抓好民生保障。办好实事。\n";
        let report = Report::read(text, &Options::default(), &mut Memo::default());
        let all = report.announced();
        let [announced] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(report.text(announced.span), "以下四项工作");
        assert_eq!(report.text(announced.number), "四");
        assert_eq!((announced.count, announced.listed()), (4, 3));
    }
}
