//! Spellings of a name: `{民营|非公有制}经济占{gdp}{|的}比重` stands for every way to choose one
//! word of each group. A group without a bar names a set of the file (`gdp`).

use std::collections::BTreeMap;

/// Sets of words that many names share, by name.
pub(super) type Sets = BTreeMap<String, Vec<String>>;

/// Every spelling of a pattern; the pattern itself where it has no groups or is malformed.
pub(super) fn expand(pattern: &str, sets: &Sets) -> Vec<String> {
    let Some((before, rest)) = pattern.split_once('{') else { return vec![pattern.to_owned()] };
    let Some((group, after)) = rest.split_once('}') else { return vec![pattern.to_owned()] };
    let words: Vec<&str> = match sets.get(group) {
        Some(set) => set.iter().map(String::as_str).collect(),
        None => group.split('|').collect(),
    };
    let endings = expand(after, sets);
    words
        .iter()
        .flat_map(|word| endings.iter().map(move |ending| format!("{before}{word}{ending}")))
        .collect()
}

/// Every spelling of every pattern, in order.
pub(super) fn expand_all(patterns: &[String], sets: &Sets) -> Vec<String> {
    patterns.iter().flat_map(|pattern| expand(pattern, sets)).collect()
}

/// The forms in which a verb stands inside a name (第三产业完成增加值); none for most names.
pub(super) fn with_verb(name: &str) -> impl Iterator<Item = String> + use<'_> {
    const VERBS: [&str; 2] = ["实现", "完成"];
    const HEADS: [&str; 9] =
        ["增加值", "总产值", "产值", "总收入", "主营业务收入", "营业收入", "销售收入", "利润总额", "利润"];
    let parted = HEADS
        .iter()
        .find_map(|head| Some((name.strip_suffix(head)?, *head)))
        .filter(|(stem, _)| stem.chars().count() >= 2);
    parted.into_iter().flat_map(|(stem, head)| VERBS.map(|verb| format!("{stem}{verb}{head}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets() -> Sets {
        Sets::from([("gdp".to_owned(), vec!["生产总值".to_owned(), "GDP".to_owned()])])
    }

    #[test]
    fn groups_and_sets_are_chosen_from() {
        assert_eq!(expand("粮食产量", &sets()), ["粮食产量"]);
        assert_eq!(expand("粮食{总|}产量", &sets()), ["粮食总产量", "粮食产量"]);
        assert_eq!(
            expand("投资占{gdp}{|的}比重", &sets()),
            ["投资占生产总值比重", "投资占生产总值的比重", "投资占GDP比重", "投资占GDP的比重"]
        );
        assert_eq!(expand("投资{占", &sets()), ["投资{占"]);
    }

    #[test]
    fn a_verb_may_stand_inside_a_name() {
        let forms = |name: &str| with_verb(name).collect::<Vec<_>>();
        assert_eq!(forms("第三产业增加值"), ["第三产业实现增加值", "第三产业完成增加值"]);
        assert_eq!(forms("旅游总收入"), ["旅游实现总收入", "旅游完成总收入"]);
        assert!(forms("工业投资").is_empty() && forms("总产值").is_empty());
    }
}
