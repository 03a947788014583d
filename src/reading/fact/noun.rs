//! The noun behind a figure that counts it: where it begins, where it ends, and whether there is one.

use super::comparison;
use super::phrase::{SPACES, STAYING, is_mark};
use super::words::{AFTER, PREDICATE, VERBS};
use crate::text::Span;

/// The noun that a figure before it counts (`50个[项目]签约`), as a span of `text`; `None` where
/// no noun follows. `end` is where the figure ends, `limit` where the clause or the next figure does.
pub(super) fn after(text: &str, end: usize, limit: usize) -> Option<Span> {
    let after = text.get(end..limit)?;
    let trimmed = after.trim_start_matches(SPACES);
    let bound = trimmed.starts_with(['为', '对', '来', '将', '让', '使'])
        && !JOINED_AFTER.iter().any(|word| trimmed.starts_with(word));
    // 50亿元规模, but 5000家规模以上工业企业.
    let scale =
        trimmed.strip_prefix("规模").is_some_and(|rest| rest.starts_with(['以', '化', '工', '养', '企']));
    // 27户[在千万元以上], but 12个在建项目.
    let standing = trimmed.strip_prefix('在').is_some_and(|rest| !rest.starts_with(STAYING));
    let base = trimmed.starts_with("基础上") || trimmed.starts_with("的基础上");
    if trimmed.is_empty()
        || base
        || bound
        || standing
        || (!scale && AFTER.iter().any(|word| trimmed.starts_with(word)))
    {
        return None;
    }
    let trimmed = before_the_next_item(text, trimmed, limit);
    let start =
        end + (after.len() - text.get(end..limit).map_or(0, |it| it.trim_start_matches(SPACES).len()));
    let noun = trimmed.get(..noun_end(trimmed))?;
    // 稳定脱贫, 建成投产: no noun, the predicate itself says what is counted.
    if is_predicate(noun) {
        let cut = noun.find(['和', '并']).filter(|at| *at > 0).unwrap_or(noun.len());
        return Some(Span::new(start, start + cut));
    }
    // The noun ends where its predicate begins, but not before its second character.
    let cut = noun
        .char_indices()
        .skip(1)
        .find(|(at, c)| {
            let joint = matches!(c, '对' | '在' | '向')
                && !noun.get(..*at).is_some_and(|before| before.ends_with(JOINED_BEFORE))
                && !noun.get(*at..).is_some_and(|word| word.starts_with("对象") || word.starts_with("对口"));
            // 12条产业链[占全市产值比重]: what they make up.
            let joint = joint
                || (*c == '占'
                    && !noun.get(..*at).is_some_and(|before| before.ends_with(['侵', '抢', '强', '挤']))
                    && !noun.get(*at..).is_some_and(|word| {
                        ["占地", "占用", "占道", "占补"].iter().any(|own| word.starts_with(own))
                    }));
            joint
                || (noun.get(*at..).is_some_and(|rest| {
                    is_predicate(rest) && !PUSHED.iter().any(|word| rest.starts_with(word))
                }) && !joins_word(noun.get(..*at).unwrap_or(""), *c))
        })
        .map_or(noun.len(), |(at, _)| at);
    // 菜市场和[9条街区]: the conjunction belongs to the next item.
    let mut name = noun.get(..cut)?.trim_end_matches(['和', '及', '与', '、', '\u{201C}', '"', ' ', '*']);
    // 98家重点企业营业收入平均[增长], 补助标准由人均[20元]: a word of the predicate, none of the name.
    for word in
        ["平均", "年均", "人均", "户均", "由", "从", "中有", "已有", "有", "当年", "年内", "要", "后", "时"]
    {
        // 规划纲要, 没有: words of their own.
        let joined = |rest: &&str| {
            rest.chars().count() >= 2
                && !(word.len() == 3
                    && rest.ends_with([
                        '纲', '摘', '需', '主', '没', '所', '国', '公', '私', '之', '先', '今', '落', '及',
                        '小', '工', '临', '同', '战', '前', '课', '灾', '产', '售', '医', '震',
                    ]))
        };
        name = name.strip_suffix(word).filter(joined).unwrap_or(name);
    }
    // 七大产业三年[推进方案]; 4个贫困县中[3个县].
    name = comparison::lasted(name).unwrap_or(name);
    let members = name
        .strip_suffix('中')
        .filter(|rest| rest.ends_with(['县', '村', '市', '区', '目', '业', '户', '省']));
    name = members.unwrap_or(name);
    name.chars().any(char::is_alphanumeric).then(|| Span::new(start, start + name.len()))
}

/// The words behind a figure without the item that the next figure counts (5个水田灌区[和泵站]6个,
/// 5万只肉鸡[、鸭业]9万只肉鸭): what stands next to a figure is of that figure.
pub(super) fn before_the_next_item<'t>(text: &str, words: &'t str, limit: usize) -> &'t str {
    let digit = |c: char| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c);
    let next = text.get(limit..).unwrap_or("");
    // 20个项目、[总投资]5亿元: whatever is measured, a list mark parts it from the thing counted.
    let figure = next.starts_with(|c: char| !is_mark(c) && c.is_alphanumeric());
    if let Some(at) = words.rfind('、').filter(|at| figure && *at >= 7) {
        return words.get(..at).unwrap_or(words);
    }
    let unit = next
        .trim_start_matches(|c: char| digit(c) || matches!(c, '.' | ',' | '万' | '亿' | '多' | '余' | ' '));
    let counts = next.starts_with(digit)
        && !["%", "\u{FF05}", "元", "个百分点", "倍", "年", "美元", "小时"]
            .iter()
            .any(|it| unit.starts_with(it));
    let mark = words.char_indices().rev().find(|(at, c)| {
        let before = words.get(..*at).unwrap_or("");
        // 惠及, 涉及, 普及: words of their own.
        matches!(c, '、' | '和' | '与') || (*c == '及' && !before.ends_with(['惠', '涉', '波', '普', '以']))
    });
    let Some((at, _)) = mark.filter(|(at, _)| counts && *at >= 6) else { return words };
    let (own, other) = words.split_at_checked(at).unwrap_or((words, ""));
    let bracketed = own.matches(['(', '\u{FF08}']).count() > own.matches([')', '\u{FF09}']).count();
    // 医疗卫生和康复机构完工9个: what becomes of both.
    let verb = PREDICATE.iter().any(|verb| verb.chars().count() > 1 && other.contains(verb));
    if bracketed || verb || other.chars().count() < 3 { words } else { own }
}

/// What 对, 在, 向 and 要 join to one word (结对, 存在, 重要): no noun ends before them then.
const JOINED_BEFORE: [char; 34] = [
    '结', '配', '成', '应', '相', '绝', '针', '面', '存', '潜', '所', '内', '外', '正', '现', '一', '重',
    '主', '需', '纪', '摘', '概', '方', '意', '走', '流', '转', '定', '取', '导', '志', '趋', '倾', '动',
];

/// What 推进 is part of behind 重点.
const PUSHED: [&str; 4] = ["推进村", "推进项目", "推进工程", "推进区"];

/// Whether a character that is a verb elsewhere closes a word here (发达, 植被, 人均, 收获).
fn joins_word(before: &str, c: char) -> bool {
    match c {
        '达' => before.ends_with(['发', '直', '抵', '到', '送', '传', '表', '通']),
        '被' => before.ends_with(['植', '棉', '地']),
        '均' => before.ends_with(['人', '平', '户', '年', '月', '日', '地', '亩']),
        '获' => before.ends_with(['收', '捕', '查', '破', '缴']),
        // 新开工项目, 新启动线路; 稳增长政策; 重点推进村.
        '开' | '启' | '投' | '建' => before.ends_with('新'),
        '增' => before.ends_with(['稳', '保', '新', '促']),
        '推' => ["整乡", "整村", "整县", "整镇", "统筹"].iter().any(|word| before.ends_with(word)),
        '复' => before.ends_with('开'),
        _ => false,
    }
}

/// What 为, 对 and 来 join to one word (为民实事, 对外, 来料).
const JOINED_AFTER: [&str; 8] = ["为民", "对外", "对口", "对俄", "来料", "来自", "将军", "对接"];

/// Where the words that may name a counted thing end: at a mark. A short bracket inside
/// the noun (县(市、区), 油泥(渣)坑塘) does not end it.
fn noun_end(words: &str) -> usize {
    let mut closing = 0;
    for (at, c) in words.char_indices() {
        if at < closing {
            continue;
        }
        match c {
            '(' | '\u{FF08}' => {
                let inside: String = words.get(at..).unwrap_or("").chars().take(9).collect();
                let Some(end) = inside.find([')', '\u{FF09}']).filter(|_| at > 0 && plain(&inside)) else {
                    return at;
                };
                closing = at + end + c.len_utf8();
            }
            // A quotation that opened before the figure ends here.
            '\u{201D}' if at > 0 && !words.get(..at).is_some_and(|inside| inside.contains('\u{201C}')) => {
                return at;
            }
            '、' if joins_adjectives(words, at) || lists_on(words, at) => {}
            '、' | '。' | ':' | '\u{FF1A}' => return at,
            _ => {}
        }
    }
    words.len()
}

/// Whether the 、 at `at` joins two adjectives of one noun (自动化、数字化车间, C、D级危房).
fn joins_adjectives(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or("");
    let after = words.get(at + '、'.len_utf8()..).unwrap_or("");
    let item: String = after.chars().take_while(|c| !is_mark(*c)).take(14).collect();
    let (first, second) = (before.chars().count(), item.chars().count());
    // 高耗能、高污染企业: the same adjective twice.
    let alike = before.starts_with(['高', '重', '新', '大', '低', '老'])
        && before.chars().next() == item.chars().next();
    // 乡镇、社区电子阅览室: a short first member of the noun that closes the clause.
    let member = first <= 3 && second >= first + 3 && after.len() == item.len();
    let adjective = member
        || alike
        || before.ends_with(['化', '型', '性', '式', '级'])
        || before.ends_with(|c: char| c.is_ascii_alphabetic());
    let verb = is_predicate(&item)
        || VERBS.iter().any(|verb| item.starts_with(verb))
        || item.contains(|c: char| c.is_ascii_digit());
    adjective && before.chars().count() <= 4 && (2..14).contains(&item.chars().count()) && !verb
}

/// Whether the 、 at `at` joins two things that are counted together (31家[博物馆、纪念馆]).
fn lists_on(words: &str, at: usize) -> bool {
    const STATES: [&str; 12] =
        ["顺利", "良好", "明显", "显著", "领先", "位居", "居全", "前列", "有序", "加快", "持续", "不断"];
    let after = words.get(at + '、'.len_utf8()..).unwrap_or("");
    let item: String = after.chars().take_while(|c| !is_mark(*c)).take(14).collect();
    let length = item.chars().count();
    let verb =
        VERBS.iter().chain(super::words::LEAD).any(|verb| verb.chars().count() > 1 && item.starts_with(verb));
    let says = PREDICATE.iter().any(|verb| verb.chars().count() > 1 && item.contains(verb));
    let state = STATES.iter().any(|word| item.contains(word));
    let measure = ["总投资", "投资", "面积", "总", "营业收入", "产值", "年产", "增幅", "同比"]
        .iter()
        .any(|word| item.starts_with(word));
    (2..=12).contains(&length)
        && at >= 6
        && !verb
        && !says
        && !state
        && !measure
        && !item.contains(['占', '比', '达', '为', '使', '让'])
}

/// A bracket without figures and references (见附件).
fn plain(bracket: &str) -> bool {
    !bracket.contains(|c: char| c.is_ascii_digit() || matches!(c, '见' | '含'))
}

/// Whether what follows a figure is a predicate (`7个[建成投产]`), not a noun.
pub(super) fn predicate_follows(text: &str, end: usize) -> bool {
    is_predicate(text.get(end..).unwrap_or("").trim_start_matches(SPACES))
}

/// Whether words begin with a verb that says what becomes of the counted thing. 带动力, 增长极 and
/// 参保率 are nouns made of one.
fn is_predicate(words: &str) -> bool {
    PREDICATE.iter().any(|verb| {
        words.strip_prefix(verb).is_some_and(|rest| {
            let company = *verb == "上市" && rest.starts_with(['公', '企']);
            !company && !rest.starts_with(['力', '率', '者', '感', '品', '极', '点'])
                || rest.starts_with("力度")
                || rest.starts_with("点火")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_after_a_figure_ends_before_its_predicate() {
        let text = "促成50个项目签约";
        let end = text.find("项").unwrap();
        assert_eq!(after(text, end, text.len()).unwrap().of(text), "项目");
        let text = "12家规模以上企业完成改造";
        assert_eq!(after(text, "12家".len(), text.len()).unwrap().of(text), "规模以上企业");
        assert!(after("新增12家以上", "新增12家".len(), "新增12家以上".len()).is_none());
        let text = "12个经济发达镇达到标准";
        assert_eq!(after(text, "12个".len(), text.len()).unwrap().of(text), "经济发达镇");
    }
}
