//! One sentence with everything needed to read it, and the subjects its figures are about.
//! Look-ups go by position: one endless line costs no more than many short ones.

use super::{LocalFact, phrase};
use crate::knowledge::{IndicatorId, Knowledge, Mention, StockFlow};
use crate::quantity::{Dimension, Modifier, Quantity};
use crate::reading::{Sentence, TimeWord};
use crate::text::Span;

/// How far before a figure its words are looked for, in bytes: several times the longest
/// sentence of a report, so that one endless line costs no more than many short ones.
const REACH: usize = 1800;

/// `start`, or the first character boundary within reach of `offset`.
pub(super) fn near(text: &str, start: usize, offset: usize) -> usize {
    let mut at = start.max(offset.saturating_sub(REACH));
    while at < offset && !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// What a figure is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Subject {
    pub(super) indicator: Option<IndicatorId>,
    pub(super) name: String,
    pub(super) span: Option<Span>,
}

impl Subject {
    /// The subject of a fact that was read before.
    pub(super) fn of(fact: &LocalFact) -> Self {
        Self { indicator: fact.indicator, name: fact.name.clone(), span: fact.name_span }
    }
}

/// One sentence with everything needed to read it.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) quantities: &'a [Quantity],
    pub(super) mentions: &'a [Mention],
    pub(super) times: &'a [TimeWord],
    pub(super) knowledge: &'a Knowledge,
    pub(super) sentence: &'a Sentence,
}

impl Context<'_> {
    /// The span of the clause that holds `offset`.
    pub(super) fn clause(&self, offset: usize) -> Span {
        let clauses = &self.sentence.clauses;
        let at = clauses.partition_point(|clause| clause.span.end < offset);
        let span = clauses.get(at).map_or(self.sentence.span, |clause| clause.span);
        Span::new(near(self.text, span.start, offset), span.end)
    }

    /// The glossary name that ends where the phrase ends.
    pub(super) fn mention_at_end(&self, phrase: Span) -> Option<&Mention> {
        self.mentions_in(phrase).last().filter(|mention| {
            Span::new(mention.span.end, phrase.end)
                .of(self.text)
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, '\u{201D}' | '"' | '*' | ')' | '\u{FF09}'))
        })
    }

    /// The glossary names inside a span (they stand in order and do not overlap).
    pub(super) fn mentions_in(&self, within: Span) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.span.start < within.start);
        let to = self.mentions.partition_point(|mention| mention.span.end <= within.end);
        self.mentions.get(from..to).unwrap_or(&[])
    }

    /// The glossary name that covers exactly this span.
    pub(super) fn mention_of(&self, span: Span) -> Option<&Mention> {
        self.mentions_in(span).first().filter(|mention| mention.span == span)
    }

    /// The figures that begin inside a span.
    pub(super) fn quantities_in(&self, within: Span) -> &[Quantity] {
        let from = self.quantities.partition_point(|quantity| quantity.span.start < within.start);
        let to = self.quantities.partition_point(|quantity| quantity.span.start < within.end);
        self.quantities.get(from..to).unwrap_or(&[])
    }

    /// `limit`, or where the next figure (with the hedge before it) begins behind `offset`. A
    /// figure that belongs to the noun (产值超千亿元的集群) does not count.
    pub(super) fn next_figure(&self, offset: usize, limit: usize) -> usize {
        let at = self.quantities.partition_point(|quantity| quantity.span.start < offset);
        let own = |next: &&Quantity| {
            let end = next.hedge_after.map_or(next.span.end, |hedge| hedge.end.max(next.span.end));
            next.threshold
                || (!super::kind::measures(next) && !super::kind::counts_people(self.text, next))
                // 3个年出栏15万头的[养殖园区], but 115公里的铁路和146公里的公路.
                || ((next.modifier != Modifier::Exact
                    || next.dimension() == Some(Dimension::Money)
                    || !Span::new(offset, next.span.start.max(offset)).of(self.text).contains(['和', '、', '及', '与']))
                    && !next.is_percent()
                    && self.text.get(end..).is_some_and(|after| after.starts_with('的')))
        };
        let next = self.quantities.get(at..).unwrap_or(&[]).iter().find(|next| !own(next));
        next.map_or(limit, |next| {
            let hedge = next.hedge_before.filter(|hedge| hedge.start >= offset);
            let start = hedge.map_or(next.span.start, |hedge| hedge.start.min(next.span.start));
            start.clamp(offset, limit.max(offset))
        })
    }

    /// Whether the figure before in its sentence is of the same dimension.
    pub(super) fn is_of_the_last_dimension(&self, quantity: &Quantity) -> bool {
        let before = Span::new(self.sentence.span.start, quantity.span.start);
        let last = self.quantities_in(before).iter().rev().find(|last| !last.threshold);
        last.is_some_and(|last| last.dimension() == quantity.dimension())
    }

    /// Whether a figure follows another of its dimension with nothing but a list mark between.
    pub(super) fn continues_list(&self, earlier: usize, quantity: &Quantity) -> bool {
        let Some(first) = self.quantities.get(earlier) else { return false };
        let end = first.hedge_after.map_or(first.span.end, |hedge| hedge.end.max(first.span.end));
        let start =
            quantity.hedge_before.map_or(quantity.span.start, |hedge| hedge.start.min(quantity.span.start));
        let between = Span::new(end, start.max(end)).of(self.text).trim();
        first.dimension() == quantity.dimension() && matches!(between, "、" | "和" | "及" | "与")
    }

    /// The indicators a compound name stands for, in order (城乡居民收入: urban, rural); empty
    /// for a plain name.
    pub(super) fn parts(&self, phrase: Span) -> Vec<Subject> {
        let Some(subject) = self.subject(phrase) else { return Vec::new() };
        let span = subject.span;
        if let Some(mention) = span.and_then(|span| self.mention_of(span))
            && mention.compound.is_some()
        {
            let named =
                |id: IndicatorId| self.knowledge.indicator(id).map(|indicator| (id, indicator.name.clone()));
            return self
                .knowledge
                .parts(mention)
                .into_iter()
                .filter_map(named)
                .map(|(id, name)| Subject { indicator: Some(id), name, span })
                .collect();
        }
        // Names outside the glossary: 城乡 and 内外资 are always two.
        let printed = span.unwrap_or(phrase).of(self.text);
        if let Some((before, after)) = printed.split_once("内外资") {
            return ["内资", "外资"]
                .into_iter()
                .map(|part| {
                    let name = format!("{before}{part}{after}");
                    Subject { indicator: self.knowledge.named(&name), name, span }
                })
                .collect();
        }
        let Some(rest) = printed.strip_prefix("城乡") else { return Vec::new() };
        ["城镇", "农村"]
            .into_iter()
            .map(|part| {
                let name = format!("{part}{rest}");
                Subject { indicator: self.knowledge.named(&name), name, span }
            })
            .collect()
    }

    /// A phrase without the words of time it opens with (2030年末全市公路里程): they name no thing.
    pub(super) fn without_time<'p>(&self, phrase: Span, stripped: &'p str) -> &'p str {
        let mut rest = stripped;
        let mut start = phrase.start + phrase.of(self.text).rfind(stripped).unwrap_or(0);
        while !rest.is_empty() {
            let first = self.times.partition_point(|word| word.span.start < start);
            let Some(word) = self.times.get(first).filter(|word| word.span.start == start) else {
                return rest;
            };
            let shorter = rest.get(word.span.end - start..).unwrap_or("");
            let shorter =
                phrase::strip_lead(shorter.trim_start_matches([',', '\u{FF0C}', '、', '内', '的', '度']));
            if shorter.chars().count() == 1 {
                return rest;
            }
            start += rest.len() - shorter.len();
            rest = shorter;
        }
        rest
    }

    /// The subject of a glossary name.
    pub(super) fn named(&self, mention: &Mention) -> Subject {
        let before =
            Span::new(near(self.text, self.sentence.span.start, mention.span.start), mention.span.start);
        self.added(mention, phrase::adds(before.of(self.text)))
    }

    /// The same, told whether it is added to: what is added to a stock (新增经营主体) is another
    /// thing than the stock.
    pub(super) fn added(&self, mention: &Mention, added: bool) -> Subject {
        let printed = mention.span.of(self.text);
        let stock = self
            .knowledge
            .indicator(mention.indicator)
            .is_some_and(|indicator| indicator.stock_flow == StockFlow::Stock);
        if added && stock {
            let name = format!("新增{printed}");
            return Subject { indicator: self.knowledge.named(&name), name, span: Some(mention.span) };
        }
        Subject { indicator: Some(mention.indicator), name: printed.to_owned(), span: Some(mention.span) }
    }

    /// A subject for a phrase: the glossary indicator that ends it, else the phrase itself.
    pub(super) fn subject(&self, phrase: Span) -> Option<Subject> {
        if let Some(mention) = self.mention_at_end(phrase) {
            return Some(self.named(mention));
        }
        let whole = phrase.of(self.text);
        // 高等院校, 中等职业学校: words of their own.
        let listing = whole.rfind('等').filter(|at| {
            !whole.get(..*at).is_some_and(|it| {
                it.ends_with(['高', '中', '初', '平', '均', '同', '相', '优', '劣', '特', '上', '下', '对'])
            })
        });
        let named = match listing.and_then(|at| whole.get(at + '等'.len_utf8()..)) {
            // A、B等外贸企业: the noun behind 等 is the name (but 等级, 平等 are words).
            // 行政许可等事项: a noun that says nothing of its own.
            Some(noun)
                if noun.chars().count() >= 2
                    && !noun.starts_with('级')
                    && !["事项", "项目", "工作", "方面", "问题", "内容", "任务", "行业", "领域"]
                        .contains(&noun) =>
            {
                noun.strip_prefix('地').or(noun.strip_prefix("方面")).unwrap_or(noun)
            }
            _ => whole,
        };
        let stripped = phrase::strip_lead(named).trim_end_matches(['\u{FF1A}', ':', ' ', '*', '、']);
        let stripped = self.without_time(phrase, stripped);
        if !stripped.contains(char::is_alphanumeric) || phrase::only_leads(stripped) {
            return None;
        }
        let start = phrase.end - phrase.len() + phrase.of(self.text).rfind(stripped).unwrap_or(0);
        let span = Span::new(start, start + stripped.len());
        Some(Subject { indicator: None, name: stripped.to_owned(), span: Some(span) })
    }
}
