//! The phrase before a figure: the name, and the words between name and figure.

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
        if let Some(shorter) = dated(rest) {
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
        if let Some(shorter) = times_of(rest) {
            tail.compared = true;
            rest = shorter.trim_end_matches(SPACES);
            continue;
        }
        if let Some(shorter) = comparison(rest) {
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

/// Strips what a multiple is reckoned on: `X[是2030年的]2.5倍`, `X[相当于“十五”时期]的3倍`.
fn times_of(text: &str) -> Option<&str> {
    const HEADS: [&str; 6] = ["分别是", "分别为", "相当于", "是", "为", "达到"];
    const ENDS: [&str; 10] = ["年", "年末", "年底", "年初", "时期", "期间", "期末", "末", "平均水平", "同期"];
    let inner = text.strip_suffix('的').unwrap_or(text);
    let ends = ENDS.iter().any(|end| inner.trim_end_matches(['\u{201D}', '"']).ends_with(end));
    if !ends {
        return None;
    }
    let tail: usize = inner.chars().rev().take(14).map(char::len_utf8).sum();
    let from = inner.len() - tail;
    let window = inner.get(from..)?;
    let (at, _) = HEADS
        .iter()
        .filter_map(|head| window.rfind(head).map(|at| (at, head.len())))
        .max_by_key(|(at, length)| (at + length, *length))?;
    let marks = [',', '\u{FF0C}', '、', ';', '\u{FF1B}'];
    (!window.get(at..)?.contains(marks)).then(|| text.get(..from + at)).flatten()
}

/// Strips the year a level is reached in: `增加到[2030年]600亿元`, `由[2025年的]330亿元`.
fn dated(text: &str) -> Option<&str> {
    let inner = text.strip_suffix('的').unwrap_or(text);
    const RELATIVE: [&str; 5] = ["去年", "上年", "今年", "目前", "现在"];
    if let Some(shorter) = RELATIVE.iter().find_map(|word| inner.strip_suffix(word)) {
        return shorter.ends_with(['到', '至', '从', '由', '在', '于']).then_some(shorter);
    }
    let inner = ["年底", "年末", "年初", "年"].iter().find_map(|end| inner.strip_suffix(end))?;
    let digits: usize = inner
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(c))
        .map(char::len_utf8)
        .sum();
    let shorter = inner.get(..inner.len() - digits)?;
    (digits >= 4 && shorter.ends_with(['到', '至', '从', '由', '在', '于'])).then_some(shorter)
}

/// Strips a closing comparison: 比2015年, 较上年末, 比全国平均水平, 高于全省.
fn comparison(text: &str) -> Option<&str> {
    const HEADS: [&str; 9] = ["高于", "低于", "高出", "超出", "超过", "超", "比", "较", "与"];
    const ENDS: [&str; 29] = [
        "预期",
        "任务",
        "进度",
        "年",
        "时期",
        "期间",
        "期末",
        "末",
        "年末",
        "年底",
        "上年",
        "去年",
        "同期",
        "上年同期",
        "年初",
        "标准",
        "平均",
        "平均水平",
        "水平",
        "计划",
        "预算",
        "全国",
        "全省",
        "全市",
        "目标",
        "高",
        "低",
        "多",
        "少",
    ];
    if !ENDS.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let (at, _) = HEADS
        .iter()
        .filter_map(|head| text.rfind(head).map(|at| (at, *head)))
        .max_by_key(|(at, head)| (*at, head.len()))?;
    let phrase = text.get(at..)?;
    let short = phrase.chars().count() <= 14 && !phrase.contains(['、', ',', '\u{FF0C}', '。']);
    // 占比, 同比 and 对比 are words of their own.
    let word = text.get(..at)?.ends_with(['占', '同', '环', '对', '性', '配', '之']);
    (short && !word).then(|| text.get(..at)).flatten()
}

/// What 在 joins to one word (在孵, 在建, 在校).
const STAYING: [char; 15] =
    ['孵', '建', '校', '册', '岗', '职', '线', '库', '手', '营', '产', '编', '途', '读', '园'];

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
    RANKING
        .iter()
        .filter_map(|verb| window.find(verb).map(|at| (at, verb.len())))
        .filter(|(at, _)| {
            !window.get(..*at).is_some_and(|before| {
                before.ends_with(['系', '队', '行', '安', '邻', '定', '民', '自', '理', '缘'])
            })
        })
        .min_by_key(|(at, length)| (*at, usize::MAX - *length))
        .map(|(at, _)| from + at)
}

/// A grade that stands for the thing graded (其中[国家级]1家).
pub(super) fn is_grade(phrase: &str) -> bool {
    GRADES.contains(&phrase)
}

const GRADES: [&str; 12] = [
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
    STATES.contains(&phrase) || without_verbs(phrase).is_empty()
}

const STATES: [&str; 28] = [
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
        match rest.get(length..).filter(|shorter| shorter.chars().count() >= 2) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    let rest = rest.trim_end_matches('新');
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
            // 在孵企业, 在建项目: words of their own.
            if *lead == "在" && shorter.starts_with(STAYING) {
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

/// Whether the words before a percentage are none, or end with a verb of yielding.
pub(super) fn yields(rest: &str) -> bool {
    let rest = ["全市", "全省", "全国", "全县", "全区"]
        .iter()
        .fold(rest.trim(), |rest, whole| rest.strip_suffix(whole).unwrap_or(rest));
    let own = strip_lead(rest);
    own.is_empty() || only_leads(own) || YIELDING.iter().any(|verb| rest.ends_with(verb))
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
