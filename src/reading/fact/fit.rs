//! Whether a figure can be of an indicator at all, by what both measure; and how long something
//! has gone on, which is a figure of no indicator.

use super::LocalFact;
use super::context::{Context, Subject};
use super::name::{Spoken, end_of};
use super::phrase;
use crate::knowledge::{IndicatorId, Mention};
use crate::quantity::{Dimension, Quantity};
use crate::text::Span;

/// Whether a figure of this dimension can be a value, a change, a share or a rank of the indicator:
/// money is not counted in households, a length of time is of none but a time. Total.
pub(super) fn fits(context: &Context<'_>, indicator: IndicatorId, quantity: &Quantity) -> bool {
    use Dimension::{Area, Count, Energy, Length, Mass, Money, Other, People, Percent, Time, Volume};
    let Some(of) = context.knowledge.indicator(indicator).map(|indicator| indicator.dimension) else {
        return true;
    };
    match quantity.dimension() {
        _ if quantity.rank => true,
        Some(Time) => matches!(of, Time | Other),
        Some(Count | People) => {
            !matches!(of, Money | Percent | Length | Mass | Area | Energy | Volume | Time)
        }
        Some(Money) => matches!(of, Money | Other | Energy),
        Some(Length | Area | Mass) => !matches!(of, Money | Percent | People | Time),
        _ => true,
    }
}

/// A subject without the glossary indicator that the figure cannot be of.
pub(super) fn fitting(context: &Context<'_>, quantity: &Quantity, mut subject: Subject) -> Subject {
    subject.indicator = subject.indicator.filter(|&indicator| fits(context, indicator, quantity));
    subject
}

/// A stock in a list that opened with additions (新增平台9家、[市场主体]3万户): what is added to it.
pub(super) fn added_with(context: &Context<'_>, earlier: Option<&LocalFact>, subject: Subject) -> Subject {
    let listed = earlier.filter(|fact| ["新增", "净增"].iter().any(|verb| fact.name.starts_with(verb)));
    let end = listed.and_then(|fact| context.quantities.get(fact.quantity)).map(end_of);
    let (Some(end), Some(name)) = (end, subject.span) else { return subject };
    let joined = name.start > end && Span::new(end, name.start).of(context.text) == "、";
    match context.mention_of(name).filter(|_| joined && subject.indicator.is_some()) {
        Some(mention) => context.added(mention, true),
        None if joined && subject.indicator.is_none() && !phrase::opens_otherwise(&subject.name) => {
            Subject { name: format!("新增{}", subject.name), ..subject }
        }
        None => subject,
    }
}

/// A measure of a part only, told by an attribute before the name (非煤[产业投资], 较大以上
/// [安全生产事故]): another measure than the indicator. `None` where nothing but verbs, time and place
/// stands before it.
pub(super) fn narrower(context: &Context<'_>, mention: &Mention, rest: Span) -> Option<Subject> {
    let before = Span::new(rest.start.min(mention.span.start), mention.span.start).of(context.text);
    let open = [
        '、', '和', '及', '与', '\u{201C}', '\u{201D}', '(', ')', '\u{FF08}', '\u{FF09}', '*', ' ', ':',
        '\u{FF1A}', '中', '外',
    ];
    let attribute = before.rsplit(open).next().unwrap_or(before);
    let attribute = context.without_time(rest, phrase::strip_lead(attribute));
    let attribute = phrase::without_acts(attribute);
    let length = attribute.chars().count();
    let plain = attribute.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    // 规模以上, 限额以上: how a statistic is taken, not of what.
    let statistic = ["规模以上", "限额以上", "规上", "限上", "各级", "各类", "本级"]
        .iter()
        .any(|word| attribute.contains(word));
    const KINDS: [&str; 11] =
        ["性", "型", "新兴", "高技术", "骨干", "主导", "支柱", "传统", "园区", "开发区", "群"];
    const GRADES: [&str; 7] = ["国家级", "省级", "市级", "县级", "区级", "州级", "以上"];
    let counted =
        context.knowledge.indicator(mention.indicator).is_some_and(|of| of.dimension == Dimension::Count);
    let restricts = KINDS.iter().any(|word| attribute.ends_with(word))
        || attribute.starts_with('非')
        || (counted && (attribute.ends_with("示范") || GRADES.iter().any(|word| attribute.ends_with(word))));
    if !(2..=10).contains(&length) || !plain || statistic || !restricts {
        return None;
    }
    let name = format!("{attribute}{}", mention.span.of(context.text));
    Some(Subject { indicator: context.knowledge.named(&name), name, span: Some(mention.span) })
}

/// Whether a figure is the stock that the additions before it have grown to (新增企业2万户、[突破]19万户).
pub(super) fn reaches_a_stock(context: &Context<'_>, rest: Span, quantity: &Quantity) -> bool {
    let before = Span::new(context.sentence.span.start, quantity.span.start);
    let last = context.quantities_in(before).last().filter(|last| last.unit == quantity.unit);
    let words = Span::new(rest.end, quantity.span.start.max(rest.end)).of(context.text);
    let reaches =
        ["突破", "达", "超", "到"].iter().any(|verb| words.contains(verb)) && !words.contains("增长");
    reaches && last.is_some_and(|last| quantity.value > last.value)
}

/// The stock of what was added, where the words before a list sum up (新增平台9家、中心2家，[总数]分别达到…).
pub(super) fn in_all(context: &Context<'_>, rest: Span, subject: Subject) -> Subject {
    let clause = context.clause(rest.start);
    let words = Span::new(clause.start, rest.end.max(clause.start)).of(context.text);
    let sums = ["总数", "总量", "累计"].iter().any(|word| words.contains(word));
    match subject.name.strip_prefix("新增").filter(|_| sums) {
        Some(name) => Subject { indicator: context.knowledge.named(name), name: name.to_owned(), ..subject },
        None => subject,
    }
}

/// A measure that stands alone (普及率, 总投资), told with what the sentence spoke of before it: alone it
/// would say nothing in a ledger.
pub(super) fn owned(context: &Context<'_>, subject: &Subject, spoken: &Spoken) -> Option<Subject> {
    const OF_LAST: [&str; 12] = [
        "普及率",
        "覆盖率",
        "覆盖面",
        "利用率",
        "合格率",
        "达标率",
        "完成率",
        "办结率",
        "处理率",
        "增速",
        "增幅",
        "降幅",
    ];
    const OF_COUNTED: [&str; 8] =
        ["总投资", "投资", "计划总投资", "协议投资", "总投资额", "投资额", "合同金额", "协议资金"];
    let of = if OF_LAST.contains(&subject.name.as_str()) {
        spoken.last.as_ref()
    } else if OF_COUNTED.contains(&subject.name.as_str()) {
        spoken.counted.as_ref().map(|(counted, _)| counted)
    } else {
        None
    }?;
    let thing = phrase::thing(&of.name);
    // A rate of a rate, a long phrase: better alone.
    let plain = (2..=14).contains(&thing.chars().count())
        && !thing.ends_with(['率', '速', '幅', '比'])
        && !phrase::is_state(thing)
        && !OF_COUNTED.contains(&thing);
    let name = format!("{thing}{}", subject.name);
    (plain && subject.indicator.is_none()).then(|| Subject {
        indicator: context.knowledge.named(&name),
        name,
        span: subject.span,
    })
}

/// Whether a figure says how long something has gone on (连续3年). Total.
pub(super) fn continued(context: &Context<'_>, quantity: &Quantity) -> bool {
    let before = context.text.get(..quantity.span.start);
    quantity.dimension() == Some(Dimension::Time) && before.is_some_and(|before| before.ends_with("连续"))
}

/// What has gone on for so long (获优数量[连续]三年[居全省首位]): the words on both sides of 连续.
pub(super) fn lasting(
    context: &Context<'_>,
    quantity: &Quantity,
    clause: Span,
    rest: Span,
    last: Option<&Subject>,
) -> Option<Subject> {
    if !continued(context, quantity) {
        return None;
    }
    let end = end_of(quantity);
    let after = Span::new(end, clause.end.max(end)).of(context.text);
    let words: String = after.trim_start().chars().take_while(|c| !phrase::is_mark(*c)).take(16).collect();
    if words.is_empty() {
        return None;
    }
    let place =
        |name: &str| name.ends_with(['市', '县', '省', '区', '州', '旗']) && name.chars().count() <= 5;
    let holds = [
        "保持", "居", "位居", "位列", "列", "排", "超", "突破", "高于", "低于", "稳定", "增长", "下降",
        "领跑",
    ];
    let spoken = last.filter(|_| holds.iter().any(|verb| words.starts_with(verb))).cloned();
    let own = context.subject(rest).filter(|own| !place(&own.name));
    let name = match own.or(spoken) {
        Some(own) => format!("{}连续{words}", own.name),
        None => words,
    };
    Some(Subject { indicator: None, name, span: None })
}
