//! Whether a figure states a fact, and of which kind: level, growth, change, share, count, rank.

use super::words::{HEAD_DOWN, HEAD_UP, RATE_OF_CHANGE, RATIO, Sense};
use super::{Basis, Context, Kind, Stated, phrase};
use crate::quantity::{Decimal, Dimension, Modifier, Quantity};
use crate::reading::TimeWord;
use crate::text::Span;

/// Whether a quantity measures or counts something (bare numerals do not).
pub(super) fn measures(quantity: &Quantity) -> bool {
    quantity.unit.is_some() || quantity.rank
}

/// Whether a quantity states a fact: it has a unit or a rank, and a length of time only where
/// the sentence is about it (5天办结, 连续14年), not as a period (三年行动).
pub(super) fn states_a_fact(context: &Context<'_>, quantity: &Quantity) -> bool {
    let text = context.text;
    if !measures(quantity) {
        return counts_people(text, quantity) || is_part_of_a_ratio(text, quantity);
    }
    let before = text.get(..quantity.span.start).unwrap_or("");
    let after = text.get(quantity.span.end..).unwrap_or("");
    let unit = quantity.unit.map(|unit| unit.symbol()).unwrap_or("");
    // 110千伏输变电工程, 10万吨级航道: a class of the thing, part of its name.
    if matches!(unit, "千伏" | "吨级" | "级" | "英寸") || after.starts_with('级') {
        return false;
    }
    // 全国十大…: part of a title.
    if quantity.chinese && quantity.span.of(text).ends_with('大') && before.ends_with(['国', '界', '球'])
    {
        return false;
    }
    // “暖企12条”, 人才政策22条:即《…》 number a policy.
    let explained = [":即", "\u{FF1A}即", ":指", "\u{FF1A}指", ":是指", "\u{FF1A}是指"];
    // “两个200万亩”任务: a slogan of so many such figures.
    let several = before.strip_suffix('个').is_some_and(|rest| {
        let mut tail = rest.chars().rev();
        tail.next().is_some_and(|c| "两三四五六七八九十".contains(c)) && tail.next() == Some('\u{201C}')
    });
    if several {
        return false;
    }
    if matches!(quantity.dimension(), Some(Dimension::Count | Dimension::People))
        && (in_a_quoted_name(before, after) || explained.iter().any(|word| after.starts_with(word)))
    {
        return false;
    }
    // 3个20条: policies called by their number; 15.十大通道:… heads an explanation.
    if unit == "条"
        && before.ends_with('个')
        && before.trim_end_matches('个').ends_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    if quantity.chinese && heads_an_explanation(context, quantity) {
        return false;
    }
    // 八大工程 指…: a term and its explanation.
    let head: String = after.chars().take(14).take_while(|c| *c != '\u{FF0C}' && *c != '。').collect();
    if quantity.chinese && (head.contains(" 指") || head.contains("\u{FF1A}指")) {
        return false;
    }
    // 出口排名前30位的企业: which ones.
    if quantity.rank && quantity.span.of(text).starts_with('前') && after.starts_with('的') {
        return false;
    }
    // 两个市场、两种资源; 五项原则: set phrases of policy.
    let phrase = ["个市场、两种资源", "个市场两种资源", "种资源"];
    let said = quantity.span.of(text).chars().next().is_some_and(|c| c == '两')
        && phrase.iter().any(|set| {
            let from = quantity.span.start + '两'.len_utf8();
            text.get(from..).is_some_and(|rest| rest.starts_with(set))
        });
    let markets = after.starts_with("市场")
        && ["国际国内", "国内国际", "国内外", "国内国外"].iter().any(|word| before.ends_with(word));
    // 坚持两个“毫不动摇”: a slogan.
    let slogan = quantity.chinese
        && unit == "个"
        && after.strip_prefix('\u{201C}').is_some_and(|inner| {
            inner.split_once('\u{201D}').is_some_and(|(said, rest)| {
                said.chars().count() <= 8 && (rest.is_empty() || rest.starts_with(phrase::is_mark))
            })
        });
    if slogan || (quantity.chinese && markets) {
        return false;
    }
    if said || (quantity.chinese && before.ends_with("和平共处") && after.starts_with("原则")) {
        return false;
    }
    // 获批1类创新药: a class of drugs.
    if unit == "类" && ["创新药", "新药", "医疗器械"].iter().any(|class| after.starts_with(class)) {
        return false;
    }
    // 残疾人两项补贴: its name.
    if quantity.chinese && before.ends_with("残疾人") && after.starts_with("补贴") {
        return false;
    }
    // 大气十条, 水十条: plans called by their number.
    if quantity.chinese && unit == "条" && before.ends_with(['气', '水', '土', '国']) {
        return false;
    }
    // 进入全国100家大企业集团行列: the size of the list one is in.
    let named: String = after.chars().take(24).take_while(|c| !phrase::is_mark(*c)).collect();
    let steps = quantity.dimension() == Some(Dimension::Count)
        && ["台阶", "大关", "关口"].iter().any(|step| named.contains(step));
    if steps || ["行列", "之一", "之列"].iter().any(|list| named.contains(list)) {
        return false;
    }
    if quantity.dimension() != Some(Dimension::Time) {
        return true;
    }
    // 15分钟生活圈, 一小时经济圈: the name of a ring; 96小时过境免签: of a policy.
    if named.contains('圈') || (unit == "小时" && named.contains("免签")) {
        return false;
    }
    // 24小时在线监控: round the clock.
    if unit == "小时"
        && quantity.value == Decimal::from(24)
        && !before.ends_with(['达', '为', '至', '到', '近'])
    {
        return false;
    }
    match unit {
        "年" | "个月" | "月" | "周年" => before.ends_with("连续"),
        _ => !after.starts_with('内') || !quantity.chinese,
    }
}

/// Whether a figure opens the numbered term of an explanation (`15.十大铁路大通道:…`).
fn heads_an_explanation(context: &Context<'_>, quantity: &Quantity) -> bool {
    let before = context.text.get(..quantity.span.start).unwrap_or("");
    let number = before.trim_start_matches(['*', ' ']).trim_end_matches(['*', ' ']);
    let digits = number.trim_end_matches(['.', '\u{FF0E}', '\u{3001}']);
    let numbered =
        digits.len() < number.len() && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    let after = context.text.get(quantity.span.end..).unwrap_or("");
    numbered && after.chars().take(14).any(|c| matches!(c, ':' | '\u{FF1A}'))
}

/// Whether a figure stands in a short name in quotation marks (“暖企12条”, “52个不准”): it numbers
/// a policy or a rule.
fn in_a_quoted_name(before: &str, after: &str) -> bool {
    let closed = after.starts_with(['\u{201D}', '\u{300B}', '\u{300D}']);
    let inside: String =
        before.chars().rev().take(8).take_while(|c| !phrase::is_mark(*c) && *c != '\u{201D}').collect();
    let opened = ['\u{201C}', '\u{300A}', '\u{300C}'];
    // “52个不准”: the figure opens the name.
    let opens = before.ends_with(opened)
        && after.chars().take(4).take_while(|c| !phrase::is_mark(*c)).any(|c| c == '\u{201D}');
    opens || closed && inside.contains(opened)
}

/// How a fact states a figure.
pub(super) fn stated(text: &str, quantity: &Quantity) -> Stated {
    match quantity.unit.map(|unit| unit.symbol()) {
        Some("番") => Stated::Doublings,
        None if quantity.rank => Stated::Printed,
        None if is_part_of_a_ratio(text, quantity) => Stated::Percent,
        None if counts_people(text, quantity) => Stated::People,
        _ => Stated::Printed,
    }
}

/// Whether a bare figure is a part of a ratio: a colon and another figure beside it.
pub(super) fn is_part_of_a_ratio(text: &str, quantity: &Quantity) -> bool {
    let colon = |c: Option<char>| matches!(c, Some(':' | '\u{FF1A}' | '\u{2236}'));
    let digit =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c));
    let mut before = text.get(..quantity.span.start).unwrap_or("").chars().rev();
    let mut after = text.get(quantity.span.end..).unwrap_or("").chars();
    (colon(before.next()) && digit(before.next())) || (colon(after.next()) && digit(after.next()))
}

/// `6000万农村人口`: a numeral in ten thousands that counts people without a classifier.
pub(super) fn counts_people(text: &str, quantity: &Quantity) -> bool {
    const PEOPLE: [&str; 24] = [
        "人口",
        "居民",
        "学生",
        "群众",
        "职工",
        "农民",
        "孩子",
        "儿童",
        "老人",
        "老年人",
        "党员",
        "劳动力",
        "毕业生",
        "人才",
        "人员",
        "干部",
        "官兵",
        "市民",
        "农牧民",
        "师生",
        "移民",
        "游客",
        "患者",
        "各族人民",
    ];
    if quantity.scale < Decimal::from(10_000) {
        return false;
    }
    let end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    let after = text.get(end..).unwrap_or("");
    let noun: String = after.chars().take(12).take_while(|c| !phrase::is_mark(*c)).collect();
    PEOPLE.iter().any(|people| noun.contains(people))
}

/// Whether a figure describes the thing that another one counts (7个产值超千亿元的集群,
/// 年销售收入超1亿元的企业100户): a threshold, no statement.
pub(super) fn describes(context: &Context<'_>, index: usize) -> bool {
    let Some(quantity) = context.quantities.get(index) else { return false };
    let hedged = matches!(
        quantity.modifier,
        Modifier::MoreThan | Modifier::AtLeast | Modifier::LessThan | Modifier::AtMost
    );
    let counted = |other: &Quantity| {
        matches!(other.dimension(), Some(Dimension::Count | Dimension::People)) && !other.threshold
    };
    // 50亿元(含)以上项目5个.
    let included = ["(含)以上", "\u{FF08}含\u{FF09}以上", "(含)以下", "\u{FF08}含\u{FF09}以下"];
    if included
        .iter()
        .any(|word| context.text.get(quantity.span.end..).is_some_and(|after| after.starts_with(word)))
    {
        return true;
    }
    let households = quantity.unit.is_some_and(|unit| unit.symbol() == "户");
    let over = context.text.get(..quantity.span.start).is_some_and(|before| before.ends_with('过'));
    if !(hedged || over) || (counted(quantity) && !households) || quantity.is_percent() {
        return false;
    }
    let end = quantity.hedge_after.map_or(quantity.span.end, |hedge| hedge.end.max(quantity.span.end));
    let after = context.text.get(end..).unwrap_or("");
    let before = context.quantities.get(..index).and_then(<[Quantity]>::last);
    // 2个产值超500亿元产业集群: between the count and its noun.
    let inside = before.is_some_and(|q| {
        let between = Span::new(q.span.end, quantity.span.start.max(q.span.end)).of(context.text);
        counted(q)
            && (2..=10).contains(&between.chars().count())
            && !between.contains(phrase::is_mark)
            && phrase::measured(between)
            && after.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c))
    });
    if inside {
        return true;
    }
    // 超亿元项目244个, 亿元以上项目90个、10亿元以上44个, 50亿元(含)以上项目5个: what is counted is
    // bounded by an amount.
    let money = quantity.dimension() == Some(Dimension::Money);
    let next = context.quantities.get(index + 1);
    let counted_next = |from: usize| {
        next.is_some_and(|q| {
            let between = Span::new(from, q.span.start.max(from)).of(context.text);
            counted(q) && between.chars().count() <= 14 && !between.contains(phrase::is_mark)
        })
    };
    let nouns =
        ["项目", "企业", "产业", "集群", "园区", "工程", "楼宇", "平台", "基地", "市场", "镇", "村", "县"];
    let noun: String = after.chars().take(10).take_while(|c| !phrase::is_mark(*c)).collect();
    let own_name = Span::new(context.clause(quantity.span.start).start, quantity.span.start).of(context.text);
    // 45个过亿元项目, 抓好30个过亿元的技改项目.
    let over = own_name.ends_with('过')
        && before.is_some_and(|q| counted(q) && q.span.end + 3 == quantity.span.start);
    if money && over {
        return true;
    }
    let bound = own_name.ends_with(['超', '过']) && nouns.iter().any(|word| noun.contains(word));
    let next_at_once =
        quantity.hedge_after.is_some() && next.is_some_and(|q| counted(q) && q.span.start == end);
    let near_a_count = counted_next(end) || before.is_some_and(counted);
    // 产值超50亿元后备企业: what is measured so is no amount of the sentence.
    let named_by = phrase::measured(own_name) && !after.starts_with('的');
    let of_next =
        quantity.hedge_after.is_some() && counted_next(end) && nouns.iter().any(|word| noun.contains(word));
    // 其中50户企业收入过亿元: what they have reached.
    let reached = is_round(quantity, context.text)
        && own_name.ends_with(['超', '过'])
        && (after.is_empty() || after.starts_with(phrase::is_mark))
        && before.is_some_and(|q| {
            let between = Span::new(q.span.end, quantity.span.start.max(q.span.end)).of(context.text);
            counted(q)
                && between.chars().count() <= 16
                && !between.contains(phrase::is_mark)
                && phrase::measured(between)
                && !between.contains("投资")
        });
    if money && (bound && (near_a_count || named_by) || next_at_once || of_next || reached) {
        return true;
    }
    // 300户以上自然村: a bound on the size of villages.
    let village = ["自然村", "村", "村屯", "居民点"].iter().any(|place| after.starts_with(place));
    if households {
        return quantity.hedge_after.is_some() && village;
    }
    if !after.starts_with('的') {
        return false;
    }
    // 扶持一批产值超10亿元的骨干企业: what they must be like.
    if money
        && phrase::measured(own_name)
        && own_name.contains('批')
        && nouns.iter().any(|word| noun.contains(word))
    {
        return true;
    }
    // 收入50万元以上的村占比达35%: which villages.
    if quantity.hedge_after.is_some()
        && ["占比", "比重", "比例"].iter().any(|share| named_by_share(after).contains(share))
    {
        return true;
    }
    let clause = context.clause(quantity.span.start);
    let near = |from: usize, to: usize| {
        let between = Span::new(from, to.max(from)).of(context.text);
        between.chars().count() <= 16 && phrase::list_mark(between).is_none()
    };
    let next = context.quantities.get(index + 1);
    before.is_some_and(|q| {
        counted(q)
            && !q.span.of(context.text).ends_with('大')
            && q.span.start >= clause.start
            && near(q.span.end, quantity.span.start)
    }) || next.is_some_and(|q| counted(q) && q.span.end <= clause.end && near(end, q.span.start))
}

/// Whether a figure is a step (亿元, 百亿元, 1亿元), as a bound is.
fn is_round(quantity: &Quantity, text: &str) -> bool {
    let digits: String = quantity.span.of(text).chars().filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').len() <= 1
}

/// The words behind a bound up to the next mark, as far as a share may stand.
fn named_by_share(after: &str) -> String {
    after.chars().take(14).take_while(|c| !phrase::is_mark(*c) && !c.is_ascii_digit()).collect()
}

/// Kind of a figure and whether it declines.
pub(super) fn of(
    context: &Context<'_>,
    quantity: &Quantity,
    name: &str,
    rest: &str,
    tail: &phrase::Tail,
) -> (Kind, bool) {
    let declines = tail.has(Sense::Down) && !tail.has(Sense::To);
    let head = phrase::strip_lead(rest);
    let head_down = HEAD_DOWN.iter().any(|verb| head.starts_with(verb));
    let head_up = HEAD_UP.iter().any(|verb| head.starts_with(verb));
    let text_before = context.text.get(..quantity.span.start).unwrap_or("");
    if quantity.rank {
        return (Kind::Rank, false);
    }
    if let Some(down) = places_moved(context, quantity) {
        return (Kind::Change, down);
    }
    match stated(context.text, quantity) {
        Stated::Percent => return (Kind::Share, false),
        Stated::People if !tail.changes() => return (Kind::Count, false),
        _ => {}
    }
    // The natural growth rate of a population is a ratio of births and deaths to people.
    let rate_of_change = !name.ends_with("自然增长率")
        && RATE_OF_CHANGE.iter().any(|ending| name.ends_with(ending) || rest.ends_with(ending));
    match quantity.dimension() {
        Some(Dimension::Percent | Dimension::Times) => {
            let ratio = RATIO.iter().any(|ending| name.ends_with(ending));
            if rate_of_change {
                return (Kind::Growth, rest.ends_with("降幅") || rest.ends_with("减幅") || declines);
            }
            if tail.changes() {
                return (Kind::Growth, declines);
            }
            if (head_down || head_up) && !tail.has(Sense::To) && !ratio {
                return (Kind::Growth, head_down);
            }
            // 由A提高到B: both ends are levels of the ratio.
            if quantity.dimension() == Some(Dimension::Times) {
                return (Kind::Level, false);
            }
            (Kind::Share, false)
        }
        Some(Dimension::Points) => (Kind::Change, declines || head_down),
        Some(Dimension::Count | Dimension::People) => {
            // 比上年多12个: a difference.
            let differs = tail.compared && text_before.ends_with(['多', '少']);
            if differs {
                (Kind::Change, text_before.ends_with('少'))
            } else if head.starts_with("减少") && !tail.has(Sense::To) {
                (Kind::Change, true)
            } else if tail.has(Sense::Net)
                || head.starts_with("净增")
                || (tail.has(Sense::Down) && tail.changes())
                || (tail.changes() && tail.has(Sense::Yoy))
            {
                (Kind::Change, declines)
            } else {
                (Kind::Count, false)
            }
        }
        _ => {
            let difference = tail.changes() || (tail.compared && !tail.has(Sense::To));
            // 减少碳排放12万吨: what is less by so much, unless it falls to it.
            if head.starts_with("减少") && !tail.has(Sense::To) && !head.contains(phrase::is_mark) {
                return (Kind::Change, true);
            }
            let adjusts = head.starts_with("调减") || head.starts_with("调增") || head.starts_with("净增");
            let change = (difference || adjusts) && !context.text.is_empty();
            if change { (Kind::Change, declines) } else { (Kind::Level, false) }
        }
    }
}

/// Whether a figure says by how many places something moved (全省排名提升4位), and whether down.
fn places_moved(context: &Context<'_>, quantity: &Quantity) -> Option<bool> {
    let before =
        context.text.get(..quantity.span.start).filter(|_| quantity.span.of(context.text).ends_with('位'))?;
    let near: String = before.chars().rev().take(16).collect();
    let ranked = ["名排", "次位"].iter().any(|word| near.contains(word));
    let up =
        ["提升", "上升", "前移", "前进", "进位", "晋升", "跃升"].iter().any(|verb| before.ends_with(verb));
    let down = ["下降", "下滑", "后移", "退后"].iter().any(|verb| before.ends_with(verb));
    (ranked && (up || down)).then_some(down)
}

/// What a figure is reckoned over.
pub(super) fn basis(
    context: &Context<'_>,
    tail_span: Span,
    tail: &phrase::Tail,
    time: Option<&TimeWord>,
    kind: Kind,
) -> Option<Basis> {
    if tail.has(Sense::Mean) {
        return Some(Basis::Mean);
    }
    let clause = context.clause(tail_span.end);
    let before = Span::new(clause.start, tail_span.end).of(context.text);
    if tail.has(Sense::Cumulative) || before.contains("累计") {
        return Some(Basis::Cumulative);
    }
    if before.contains("年均") {
        return Some(Basis::Mean);
    }
    if tail.has(Sense::Yoy) || (matches!(kind, Kind::Growth | Kind::Change) && before.contains("同比")) {
        return Some(Basis::Yoy);
    }
    time.filter(|word| word.as_of && matches!(kind, Kind::Level | Kind::Count)).map(|_| Basis::AsOf)
}

/// The value changed from: 由/从 before the figure and a verb of change with 到/至 after it.
pub(super) fn is_base(text: &str, prefix: Span, quantity: &Quantity) -> bool {
    let before = prefix.of(text);
    if !before.contains(['由', '从']) {
        return false;
    }
    let after = text.get(quantity.span.end..).unwrap_or("");
    let clause: String = after
        .chars()
        .take_while(|c| !matches!(c, ',' | '\u{FF0C}' | '。' | ';' | '\u{FF1B}'))
        .take(14)
        .collect();
    let changes = [
        "提高", "增加", "增长", "上升", "提升", "扩大", "下降", "减少", "降低", "缩", "压", "升", "降", "增",
        "减", "跃", "精简", "拓展", "扩展", "攀", "发展", "调整", "优化", "转变", "演变",
    ];
    changes.iter().any(|verb| {
        clause.trim_start_matches(['\u{201D}', '"', ' ']).starts_with(verb)
            || clause.contains(&format!("{verb}到"))
            || clause.contains(&format!("{verb}至"))
            || clause.contains(&format!("{verb}为"))
    }) && clause.contains(['到', '至', '为', '上'])
}
