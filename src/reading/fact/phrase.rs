//! The phrase before a figure: the name, and the words between name and figure.

use super::comparison;
use super::words::{FUNDS, GIVING, LEAD, RANKING, SPENDING, Sense, TAIL, TOTALS, VERBS, YIELDING};
use crate::text::Span;

/// The words between a name and its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    senses: Vec<Sense>,
    /// A comparison phrase (比2015年, 高于全国) stands among them.
    pub(super) compared: bool,
}

impl Tail {
    /// Whether a word of this sense stands there.
    pub(super) fn has(&self, sense: Sense) -> bool {
        self.senses.contains(&sense)
    }

    /// A verb of growth or decline that is not followed by 到/至.
    pub(super) fn changes(&self) -> bool {
        (self.has(Sense::Up) || self.has(Sense::Down) || self.has(Sense::Net) || self.has(Sense::Doubling))
            && !self.has(Sense::To)
    }
}

pub(super) const SPACES: [char; 4] = [' ', '\u{3000}', '\u{A0}', '*'];

/// Peels the words that stand between a name and its figure off the end of `prefix`; what is
/// left is the phrase that names the thing. Total.
pub(super) fn peel(prefix: &str) -> (&str, Tail) {
    let mut rest = prefix.trim_end_matches(SPACES);
    let mut tail = Tail::default();
    'peeling: loop {
        if let Some(shorter) = comparison::dated(rest) {
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        for (word, sense) in TAIL {
            let Some(shorter) = rest.strip_suffix(word) else { continue };
            // 人均, 户均, 年均 and 平均 are one word.
            if *word == "均" && shorter.ends_with(['人', '户', '年', '月', '地', '亩', '平', '日']) {
                continue;
            }
            // 增长预期目标: what is set, no word between.
            if *word == "目标" && shorter.ends_with("预期") {
                continue;
            }
            // 提升至, 缩减至: 至 behind a verb of two characters.
            if matches!(*word, "升至" | "减至" | "增至")
                && shorter.ends_with(['提', '上', '攀', '回', '跃', '缩', '压', '削', '激', '猛', '剧', '锐'])
            {
                continue;
            }
            // 需要, 主要, 纪要: words of their own.
            if *word == "要"
                && shorter.ends_with(['需', '主', '重', '必', '只', '纪', '摘', '概', '首', '想'])
            {
                continue;
            }
            // 双创载体新增, 新签约: words of their own.
            if (*word == "增" && shorter.ends_with('新'))
                || (*word == "约" && shorter.ends_with(['签', '节', '制', '条', '预', '履', '集', '违']))
            {
                continue;
            }
            // 到 is a level reached only after a verb of change; 有, 在, 的 only between others.
            if *sense == Sense::To && word.chars().count() == 1 && !ends_with_change(shorter) {
                if shorter.ends_with(['达', '直']) || tail.senses.is_empty() {
                    tail.senses.push(Sense::Neutral);
                } else {
                    break 'peeling;
                }
            } else {
                tail.senses.push(*sense);
            }
            rest = shorter.trim_end_matches(SPACES);
            continue 'peeling;
        }
        // 在校生五年增加50万人: how long it took is no part of the name.
        if !tail.senses.is_empty()
            && let Some(shorter) = comparison::lasted(rest)
        {
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        if let Some(shorter) = comparison::times_of(rest) {
            tail.compared = true;
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        if let Some(shorter) = comparison::comparison(rest) {
            tail.compared = true;
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        return (rest, tail);
    }
    (rest, tail)
}

/// Whether the text ends with a verb of change (提高 before 到).
fn ends_with_change(text: &str) -> bool {
    TAIL.iter().any(|(word, sense)| {
        matches!(sense, Sense::Up | Sense::Down | Sense::Doubling) && text.ends_with(word)
    }) || text.ends_with(['增', '升', '降', '减', '涨', '缩', '压'])
}

/// What 对 joins to one word (对外, 对俄, 对接).
const ABROAD: [char; 14] =
    ['接', '标', '照', '策', '象', '外', '俄', '口', '美', '日', '欧', '韩', '台', '港'];

/// What 在 joins to one word (在孵, 在建, 在校).
pub(super) const STAYING: [char; 27] = [
    '孵', '建', '校', '册', '岗', '职', '线', '库', '手', '营', '产', '编', '途', '读', '园', '滇', '昆',
    '蓉', '川', '粤', '鲁', '京', '沪', '津', '渝', '宁', '汉',
];

/// A phrase without the number of its list item (`8)`, `⑶`, `14、`).
fn numbered(phrase: &str) -> &str {
    let digits =
        phrase.trim_start_matches(|c: char| c.is_ascii_digit() || ('\u{2460}'..='\u{249B}').contains(&c));
    if digits.len() == phrase.len() {
        return phrase;
    }
    let rest = digits.trim_start_matches(['、', '.', '\u{FF0E}', ')', '\u{FF09}', ' ']);
    let enclosed = phrase.starts_with(|c: char| ('\u{2460}'..='\u{249B}').contains(&c));
    if rest.len() < digits.len() || enclosed { rest } else { phrase }
}

/// Whether a phrase is nothing but a word that opens a clause (其中, 年内) or sums up (总数).
pub(super) fn only_leads(phrase: &str) -> bool {
    LEAD.contains(&phrase) || TOTALS.contains(&phrase)
}

/// A mark that ends a phrase.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '、' | ',' | '\u{FF0C}' | '。' | ';' | '\u{FF1B}' | ':' | '\u{FF1A}')
}

/// Where the first 、 stands that is in no bracket (县（市、区）和乡镇).
pub(super) fn list_mark(words: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' | '\u{FF08}' => depth += 1,
            ')' | '\u{FF09}' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether words between a count and a bound say what is bounded (7个[产值超]千亿元的集群).
pub(super) fn measured(words: &str) -> bool {
    let name =
        words.trim_end_matches(['超', '过', '破', '突', '达', '不', '低', '于', '近', '逾', '在', '足']);
    [
        "产值",
        "收入",
        "投资",
        "投资额",
        "税收",
        "增加值",
        "营收",
        "规模",
        "资产",
        "利润",
        "产量",
        "面积",
        "余额",
        "出口",
    ]
    .iter()
    .any(|measure| name.ends_with(measure))
}

/// Where the verb begins that places a subject in a ranking, the first one within its last words.
pub(super) fn ranking_verb(words: &str) -> Option<usize> {
    let tail: usize = words.chars().rev().take(14).map(char::len_utf8).sum();
    let from = words.len() - tail;
    let window = words.get(from..)?;
    // 居民, 列车, 系列: words of their own.
    let joined = |at: usize| {
        let before = window.get(..at).is_some_and(|before| {
            before.ends_with(['系', '队', '行', '安', '邻', '定', '民', '自', '理', '缘'])
        });
        const NOT: [&str; 8] = ["居民", "居住", "居家", "居委", "排放", "排查", "排污", "列车"];
        before || NOT.iter().any(|word| window.get(at..).is_some_and(|rest| rest.starts_with(word)))
    };
    RANKING
        .iter()
        .flat_map(|verb| window.match_indices(verb).map(|(at, _)| (at, verb.len())))
        .filter(|(at, _)| !joined(*at))
        .min_by_key(|(at, length)| (*at, usize::MAX - *length))
        .map(|(at, _)| from + at)
}

/// A grade that stands for the thing graded (其中[国家级]1家).
pub(super) fn is_grade(phrase: &str) -> bool {
    GRADES.contains(&phrase)
}

const GRADES: [&str; 15] = [
    "大型",
    "中型",
    "小型",
    "省级以上",
    "国家级以上",
    "市级以上",
    "自治区级",
    "国家级",
    "省级",
    "市级",
    "县级",
    "区级",
    "州级",
    "国家",
    "省",
];

/// A noun without the grade it opens with (市级[重点项目]).
pub(super) fn without_grade(noun: &str) -> &str {
    GRADES.iter().find_map(|grade| noun.strip_prefix(grade)).filter(|rest| !rest.is_empty()).unwrap_or(noun)
}

/// Whether a phrase is nothing but a state that projects and works pass through (落地, 投产).
pub(super) fn is_state(phrase: &str) -> bool {
    let mut rest = phrase;
    // 竣工通车, 基本建成投用: one behind the other.
    while let Some(state) = STATES.iter().find(|state| rest.ends_with(**state)) {
        rest = rest.strip_suffix(state).unwrap_or("");
    }
    rest == "新" || without_verbs(rest).is_empty()
}

const STATES: [&str; 38] = [
    "基本建成",
    "基本完成",
    "落地",
    "投产",
    "竣工",
    "开工",
    "签约",
    "升格",
    "建成",
    "启动",
    "完成",
    "在建",
    "新开工",
    "达产",
    "续建",
    "办结",
    "关闭",
    "整治",
    "复工",
    "开复工",
    "投产达效",
    "竣工投产",
    "建成投产",
    "挂牌",
    "上市",
    "入统",
    "转化",
    "交付",
    "完工",
    "投用",
    "申请",
    "授权",
    "拆迁",
    "主体完工",
    "主体封顶",
    "通车",
    "通航",
    "运营",
];

/// The thing a name is about, without the states and verbs around it (签约[产业项目], [学校]开工).
pub(super) fn thing(name: &str) -> &str {
    let mut rest = without_verbs(name);
    for state in STATES {
        rest = rest.strip_suffix(state).filter(|rest| !rest.is_empty()).unwrap_or(rest);
    }
    let verb = |rest: &str| {
        STATES.iter().chain(VERBS).filter(|verb| rest.starts_with(**verb)).map(|verb| verb.len()).max()
    };
    while let Some(length) = verb(rest) {
        // 各类用房, 保障性住房: no verb of its own.
        let own = |shorter: &&str| {
            shorter.chars().count() >= 2 && !shorter.starts_with(['性', '类', '型', '种', '级', '化'])
        };
        match rest.get(length..).filter(own) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    let mut rest = rest.trim_end_matches(['新', '已']);
    for word in ["累计", "建设已", "共", "实际"] {
        rest = rest.strip_suffix(word).unwrap_or(rest);
    }
    if rest.is_empty() { name } else { rest }
}

/// Whether a phrase sums up what was counted before it (总数, 总量).
pub(super) fn totals(phrase: &str) -> bool {
    phrase.starts_with('总') || phrase == "累计"
}

/// Whether the words before a figure end with a verb that adds to a stock (新增12家, 净增8户).
pub(super) fn adds(before: &str) -> bool {
    ADDING.iter().any(|verb| before.trim_end().ends_with(verb))
}

/// Verbs that add to a stock: what they count is no size of the stock itself.
const ADDING: [&str; 10] =
    ["新增", "净增", "新设", "新登记", "新注册", "新认定", "新培育", "新入库", "新增加", "新引进"];

/// A phrase without the verbs it ends with (园区建设8种[典型]: 园区).
pub(super) fn without_verbs(phrase: &str) -> &str {
    let mut rest = phrase.trim_end_matches(SPACES);
    while let Some(verb) = VERBS.iter().filter(|verb| rest.ends_with(**verb)).max_by_key(|verb| verb.len()) {
        rest = rest.get(..rest.len() - verb.len()).unwrap_or("").trim_end_matches(SPACES);
    }
    rest
}

/// Whether a phrase opens with a verb of its own, or sums up (改造老旧小区, 总数).
pub(super) fn opens_otherwise(phrase: &str) -> bool {
    let verb = VERBS.iter().chain(&STATES).any(|verb| verb.chars().count() > 1 && phrase.starts_with(verb));
    verb || totals(phrase)
        || phrase.starts_with('增')
        || phrase.starts_with("新增")
        || phrase.starts_with("其中")
}

/// A phrase without the verbs and adverbs that it opens with (新建改造[省级示范]).
pub(super) fn without_acts(phrase: &str) -> &str {
    let mut rest = phrase;
    while let Some(verb) = VERBS
        .iter()
        .chain(LEAD)
        .chain(&STATES)
        .filter(|verb| rest.starts_with(**verb))
        .max_by_key(|verb| verb.len())
    {
        rest = rest.get(verb.len()..).unwrap_or("");
    }
    rest
}

/// Whether a phrase says only that something is done, and how (持续推进, 我们要突出), not of what.
pub(super) fn only_acts(phrase: &str) -> bool {
    let rest = without_verbs(phrase);
    let adverb = [
        '要', '须', '续', '力', '点', '筹', '动', '次', '面', '步', '度', '新', '们', '先', '极', '时', '获',
    ];
    rest.is_empty() || (rest.len() < phrase.len() && (rest.chars().count() <= 3 || rest.ends_with(adverb)))
}

/// What an amount of money is spent on, where that follows it (25.3亿元[支持教育事业发展]).
pub(super) fn purpose(text: &str, end: usize, limit: usize) -> Option<Span> {
    let after = text.get(end..limit)?;
    let start = end + (after.len() - after.trim_start_matches(SPACES).len());
    let words = text.get(start..limit)?;
    let verb = SPENDING.iter().any(|verb| words.starts_with(verb));
    let fund = FUNDS.iter().any(|fund| words.contains(fund));
    let short = (4..=20).contains(&words.chars().count());
    (verb && !fund && short && !words.contains('。')).then(|| Span::new(start, limit))
}

/// Strips words that open a clause and belong to no name (其中, 全年, 积极 …). Total.
pub(super) fn strip_lead(phrase: &str) -> &str {
    let mut rest = numbered(phrase.trim_start_matches(SPACES));
    'stripping: loop {
        rest = rest.trim_start_matches([
            ' ', '\u{3000}', '\u{A0}', '*', ':', '\u{FF1A}', '\u{201D}', '了', '的', '、',
        ]);
        let longest = LEAD.iter().filter(|lead| rest.starts_with(**lead)).max_by_key(|lead| lead.len());
        if let Some(lead) = longest {
            let shorter = rest.get(lead.len()..).unwrap_or("");
            // A single character opens many nouns (新能源, 对外): only a long rest may lose it.
            let single = lead.chars().count() == 1;
            // 在孵企业, 在建项目, 已建厂房: words of their own.
            if (*lead == "在" && shorter.starts_with(STAYING))
                || (*lead == "已" && shorter.starts_with('建'))
                // 完成率, 实施率, 落实度: measures of their own.
                || (shorter.starts_with(['率', '度', '量', '值', '性']) && !shorter.starts_with("率先"))
                || (*lead == "对" && shorter.starts_with(ABROAD))
            {
                return rest;
            }
            let long_enough = !single || (shorter.chars().count() >= 6 && *lead != "新");
            if !shorter.is_empty() && long_enough {
                rest = shorter;
                continue 'stripping;
            }
        }
        return rest;
    }
}

/// Whether the words before an amount end with a verb that gives what stands behind it.
pub(super) fn gives(rest: &str) -> bool {
    let rest = rest.strip_suffix('了').unwrap_or(rest);
    let each = ["每件", "每户", "每人", "每亩", "每个", "每家"];
    let rest = each.iter().find_map(|each| rest.strip_suffix(each)).unwrap_or(rest);
    // 设立首期5亿元的基金, 设立总规模20亿元的基金.
    let rest =
        ["首期", "总规模", "总额", "首批"].iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
    GIVING.iter().any(|verb| rest.ends_with(verb))
}

/// Whether a phrase opens with a verb of spending or building.
pub(super) fn spends(phrase: &str) -> bool {
    SPENDING.iter().any(|verb| phrase.starts_with(verb))
}

/// Whether a phrase ends with the name of a measure (原煤产量, 装机): what follows its figure is
/// another thing.
pub(super) fn ends_with_measure(phrase: &str) -> bool {
    const MEASURES: [&str; 16] = [
        "产量",
        "总量",
        "能力",
        "规模",
        "装机",
        "容量",
        "产能",
        "储量",
        "电量",
        "用量",
        "销量",
        "吞吐量",
        "运量",
        "库存",
        "达",
        "完成",
    ];
    MEASURES.iter().any(|measure| phrase.ends_with(measure))
}

/// Whether the words before a percentage end with a verb of yielding.
pub(super) fn ends_yielding(words: &str) -> bool {
    let words =
        ["我省", "我市", "我县", "我区"].iter().find_map(|own| words.strip_suffix(own)).unwrap_or(words);
    YIELDING.iter().any(|verb| words.ends_with(verb))
}

/// Whether the words before a percentage are none, or end with a verb of yielding.
pub(super) fn yields(rest: &str) -> bool {
    let rest = [
        "全市", "全省", "全国", "全县", "全区", "我省", "我市", "我县", "我区", "城区", "省级", "市级",
        "县级",
    ]
    .iter()
    .fold(rest.trim(), |rest, whole| rest.strip_suffix(whole).unwrap_or(rest));
    let own = strip_lead(rest);
    own.is_empty()
        || only_leads(own)
        || ["覆盖", "覆盖到", "覆盖了", "惠及"].contains(&own)
        || YIELDING.iter().any(|verb| rest.ends_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_name_and_figure_are_peeled() {
        let (name, tail) = peel("城镇居民人均可支配收入比上年增长");
        assert_eq!(name, "城镇居民人均可支配收入");
        assert!(tail.changes() && tail.has(Sense::Yoy));
        let (name, tail) = peel("森林覆盖率由35.7%提高到");
        assert_eq!(name, "森林覆盖率由35.7%");
        assert!(!tail.changes() && tail.has(Sense::To));
        let (name, tail) = peel("贫困户人均收入高于国家标准");
        assert_eq!(name, "贫困户人均收入");
        assert!(tail.compared);
    }

    #[test]
    fn the_time_of_an_old_value_and_words_of_manner_are_no_part_of_a_name() {
        assert_eq!(peel("高速公路里程将由现在的").0, "高速公路里程");
        assert_eq!(peel("外贸进出口逆势增长").0, "外贸进出口");
    }

    #[test]
    fn a_share_is_no_comparison() {
        let (name, tail) = peel("服务业增加值占比");
        assert_eq!((name, tail.compared), ("服务业增加值占比", false));
    }
}
