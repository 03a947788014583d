//! Finds the names of indicators in text: all names, aliases, compounds and the longer words in
//! which a name means something else; then the words beside a name have their say (占GDP,
//! 海洋生产总值, 地区生产总值比重).

use super::indicator::{CompoundId, Indicator, IndicatorId, Mention};
use super::names::Names;
use crate::text::Span;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The name of an indicator.
    Indicator(IndicatorId),
    /// The name of a compound; the indicator is what it means with a single value.
    Compound(CompoundId, IndicatorId),
    /// A longer word that swallows a name inside it.
    Trap,
}

/// Of what a name is told as a share, and which indicator that share is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShareOf {
    /// The words for the whole.
    pub(super) wholes: Vec<String>,
    /// The share.
    pub(super) indicator: IndicatorId,
}

/// What is known of one name.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// What it stands for by itself.
    target: Option<Target>,
    /// Which shares it opens (研发投入 before 占GDP比重): indexes of `Lexicon::shares`.
    shares: Vec<usize>,
}

/// The names with what they stand for.
#[derive(Debug)]
pub(super) struct Lexicon {
    names: Names,
    entries: Vec<Entry>,
    shares: Vec<ShareOf>,
}

impl Lexicon {
    /// The lexicon; of equal names the first one counts. `parts` name what a share is taken of,
    /// with an index of `shares`.
    pub(super) fn new<'a>(
        names: impl Iterator<Item = (&'a str, Target)>,
        parts: impl Iterator<Item = (&'a str, usize)>,
        shares: Vec<ShareOf>,
    ) -> Self {
        let targets = names.map(|(name, target)| (name, Some(target), None));
        let parts = parts.map(|(name, share)| (name, None, Some(share)));
        let mut all: Vec<(String, Option<Target>, Option<usize>)> = Vec::new();
        for (name, target, share) in targets.chain(parts).filter(|(name, ..)| !name.is_empty()) {
            let name = name.to_ascii_lowercase();
            if let Some(folded) = fold(&name) {
                all.push((folded, target, share));
            }
            all.push((name, target, share));
        }
        // Stable: equal names keep their order.
        all.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let mut names: Vec<String> = Vec::new();
        let mut entries: Vec<Entry> = Vec::new();
        for (name, target, share) in all {
            if names.last() != Some(&name) {
                names.push(name);
                entries.push(Entry::default());
            }
            if let Some(entry) = entries.last_mut() {
                entry.target = entry.target.or(target);
                entry.shares.extend(share);
            }
        }
        Self { names: Names::new(names), entries, shares }
    }

    /// The names in `text`, left to right, the longest at each place. `indicators` say which words
    /// beside a name make it another's.
    pub(super) fn mentions(&self, text: &str, indicators: &[Indicator]) -> Vec<Mention> {
        let lower = text.to_ascii_lowercase();
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(rest) = lower.get(at..) {
            let Some(first) = rest.chars().next() else { break };
            let Some(found) = self.names.longest_at(rest) else {
                at += first.len_utf8();
                continue;
            };
            let span = Span::new(at, at + self.names.length(found));
            if stands_alone(text, span.start, span.end) {
                mentions.extend(self.mention(text, span, found, indicators));
            }
            at = span.end;
        }
        mentions
    }

    /// What the name at `span` stands for, if the words beside it let it.
    fn mention(&self, text: &str, span: Span, found: usize, indicators: &[Indicator]) -> Option<Mention> {
        let entry = self.entries.get(found)?;
        let before = text.get(..span.start)?;
        let after = text.get(span.end..)?;
        if let Some((length, indicator)) = self.share(entry, after) {
            let known = indicators.get(indicator.index())?;
            let span = Span::new(span.start, span.end + length);
            return known.may_follow(before).then_some(Mention { span, indicator, compound: None });
        }
        let (indicator, compound) = match entry.target? {
            Target::Indicator(indicator) => (indicator, None),
            Target::Compound(compound, indicator) => (indicator, Some(compound)),
            Target::Trap => return None,
        };
        let known = indicators.get(indicator.index())?;
        let name = span.of(text);
        let span = Span::new(span.start, span.end + growth_of(after));
        means_itself(known, name, before, after).then_some(Mention { span, indicator, compound })
    }

    /// The share that a name opens with the words behind it, and how far it reaches.
    fn share(&self, entry: &Entry, after: &str) -> Option<(usize, IndicatorId)> {
        // 占规上工业产值 reaches further than 占规上工业: the longest whole is meant.
        entry
            .shares
            .iter()
            .filter_map(|share| self.shares.get(*share))
            .filter_map(|share| Some((share_end(after, &share.wholes)?, share.indicator)))
            .max_by_key(|(length, _)| *length)
    }
}

/// Whether a name with these words beside it stands for its indicator.
fn means_itself(known: &Indicator, name: &str, before: &str, after: &str) -> bool {
    let of_a_share = is_denominator(before) || (known.is_amount() && is_part_of_share(after));
    !of_a_share
        && known.may_follow(before)
        && known.may_precede(after)
        && (!known.stands_alone_only(name) || opens_phrase(before))
}

/// How long a word behind a name is that makes it the growth of the same thing: 投资增速.
fn growth_of(after: &str) -> usize {
    let mean = ["年均", "平均", "同比"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let rest = ["增速", "增幅", "涨幅", "上升幅度"].iter().find_map(|word| mean.strip_prefix(word));
    rest.map_or(0, |rest| after.len() - rest.len())
}

/// 市 of 全市, 省 of 我省 …: whose figure it is.
const AREAS: [char; 10] = ['市', '省', '区', '县', '国', '州', '旗', '盟', '镇', '乡'];
const WHOSE: [char; 5] = ['全', '我', '本', '该', '各'];

/// Where the rest of a share ends: 占, an area, the whole, 的比重.
fn share_end(after: &str, wholes: &[String]) -> Option<usize> {
    let rest = after.strip_prefix('占')?;
    let rest = rest.strip_prefix(WHOSE).and_then(|rest| rest.strip_prefix(AREAS)).unwrap_or(rest);
    let whole = wholes.iter().filter(|whole| rest.starts_with(whole.as_str())).max_by_key(|w| w.len())?;
    let rest = rest.get(whole.len()..)?;
    let measure = rest.strip_prefix('的').unwrap_or(rest);
    let rest =
        ["比重", "比例", "份额", "之比"].iter().find_map(|word| measure.strip_prefix(word)).unwrap_or(rest);
    Some(after.len() - rest.len())
}

/// Whether a name that follows `before` opens its phrase: at the beginning, behind a mark, a
/// figure, a year, an area or a word that opens clauses.
fn opens_phrase(before: &str) -> bool {
    const OPENERS: [&str; 24] = [
        "其中",
        "完成",
        "实现",
        "预计",
        "全年",
        "去年",
        "今年",
        "年均",
        "外贸",
        "地方",
        "是",
        "的",
        "和",
        "与",
        "及",
        "累计",
        "全口径",
        "使",
        "确保",
        "力争",
        "当年",
        "年末",
        "使得",
        "组织",
    ];
    let before = before.trim_end();
    before.chars().next_back().is_none_or(|last| {
        last.is_ascii_alphanumeric() || !last.is_alphanumeric() || last == '年' || last == '月'
    }) || OPENERS.iter().any(|word| before.ends_with(word))
        || before.strip_suffix(AREAS).is_some_and(|shorter| shorter.ends_with(WHOSE))
}

/// Whether a name that follows `before` is the whole of which something is a share: 占GDP,
/// 占全市生产总值.
fn is_denominator(before: &str) -> bool {
    const LEVELS: [&str; 6] = ["省级", "市级", "县级", "区级", "同期", "全社会"];
    let before = LEVELS.iter().find_map(|level| before.strip_suffix(level)).unwrap_or(before);
    let before = before.strip_suffix(AREAS).and_then(|shorter| shorter.strip_suffix(WHOSE)).unwrap_or(before);
    before.strip_suffix(['到', '了']).unwrap_or(before).ends_with('占')
}

/// Whether an amount that `after` follows is told as a share of something: 第三产业增加值比重.
fn is_part_of_share(after: &str) -> bool {
    let after = after.strip_prefix('的').unwrap_or(after);
    ["比重", "占比", "比例", "之比"].iter().any(|word| after.starts_with(word))
}

/// The half-width form of the brackets, commas and colons of a name, where it has any: copies
/// from the web have them folded.
fn fold(name: &str) -> Option<String> {
    const FULL: [(char, char); 4] =
        [('\u{FF08}', '('), ('\u{FF09}', ')'), ('\u{FF0C}', ','), ('\u{FF1A}', ':')];
    let half = |c: char| FULL.iter().find(|(full, _)| *full == c).map(|(_, half)| *half);
    name.chars().any(|c| half(c).is_some()).then(|| name.chars().map(|c| half(c).unwrap_or(c)).collect())
}

/// Whether no Latin letter or digit goes on at either end of a Latin end (`GDP` in `GDPR`).
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let before = start > 0 && word(start) && word(start - 1);
    let after = end > 0 && word(end - 1) && word(end);
    !before && !after
}
