//! The glossary's own laws (names, units, years, sets) and how names are found in text.

use super::*;

fn found(text: &str) -> Vec<(String, String)> {
    let knowledge = Knowledge::builtin();
    let name = |mention: &Mention| match mention.compound.and_then(|id| knowledge.compound(id)) {
        Some(compound) => compound.id.clone(),
        None => knowledge.indicator(mention.indicator).unwrap().id.clone(),
    };
    knowledge.mentions(text).iter().map(|m| (m.span.of(text).to_owned(), name(m))).collect()
}

fn ids(text: &str) -> Vec<String> {
    found(text).into_iter().map(|(_, id)| id).collect()
}

#[test]
fn embedded_files_parse() {
    let knowledge = Knowledge::parse(INDICATORS, PROFILES).unwrap();
    assert!(knowledge.indicators().len() >= 340);
    assert!(knowledge.profile("work-report-annual").is_some());
}

#[test]
fn every_entry_is_complete_and_no_name_belongs_to_two() {
    let knowledge = Knowledge::builtin();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for indicator in knowledge.indicators() {
        let id = indicator.id.as_str();
        assert!(seen.insert(id), "{id} stands twice");
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{id} is no kebab-case"
        );
        assert!(indicator.definition.chars().count() >= 8, "{id} has no definition");
        assert!(indicator.definition.ends_with('。'), "{id}: the definition is no sentence");
        assert!(!indicator.kinds.is_empty() && !indicator.unit.is_empty(), "{id} lacks kinds or unit");
        for name in indicator.names() {
            assert_eq!(owners.insert(name, id), None, "{name} stands twice ({id})");
            assert!(!name.contains(['{', '|', '}', ' ']), "{name}: a group is left ({id})");
        }
        for old in &indicator.historical {
            assert!(old.from.is_some() || old.until.is_some(), "{}: no year", old.name);
            let years = [old.from, old.until].into_iter().flatten();
            assert!(years.clone().all(|year| (1949..=2030).contains(&year)), "{}: odd year", old.name);
            assert!(years.is_sorted(), "{}: ends before it begins", old.name);
        }
        for share in &indicator.share_of {
            assert!(knowledge.sets.contains_key(&share.whole), "{id}: no set {}", share.whole);
        }
        if let Some(range) = &indicator.plausible {
            assert!(range.min() < range.max(), "{id}: empty range");
        }
    }
    for (name, id) in &knowledge.compound_names {
        let id = knowledge.compound(*id).unwrap().id.as_str();
        assert_eq!(owners.insert(name, id), None, "{name} stands twice ({id})");
    }
    for trap in knowledge.indicators().iter().flat_map(|indicator| &indicator.not_in) {
        assert!(!owners.contains_key(trap.as_str()), "{trap} is a name and a trap");
    }
}

#[test]
fn compounds_and_confusables_name_indicators_that_exist() {
    let file: IndicatorFile = serde_json::from_str(INDICATORS).unwrap();
    let knowledge = Knowledge::builtin();
    let known = |id: &String| knowledge.by_glossary_id(id).is_some();
    for compound in &file.compounds {
        assert!(compound.parts.len() >= 2 && compound.parts.iter().all(known), "{}", compound.id);
        assert!(compound.single.iter().all(known), "{}", compound.id);
        assert!(!compound.names.is_empty(), "{}", compound.id);
    }
    assert!(file.confusables.iter().flatten().all(known));
}

#[test]
fn every_unit_is_one_the_scanner_knows_and_measures_what_the_entry_says() {
    for indicator in Knowledge::builtin().indicators() {
        let figure = format!("5{}", indicator.unit);
        let found = scan(&figure);
        let dimension = found.first().and_then(crate::quantity::Quantity::dimension);
        // Scores of one thing by another (吨标准煤/万元) are told by their growth alone.
        let told_by_growth = indicator.dimension == Dimension::Other && indicator.unit.contains('/');
        assert!(
            dimension == Some(indicator.dimension) || told_by_growth,
            "{}: {figure} is {dimension:?}, not {:?}",
            indicator.id,
            indicator.dimension
        );
    }
}

#[test]
fn no_text_for_readers_uses_half_width_marks_between_han() {
    let knowledge = Knowledge::builtin();
    for text in knowledge.indicators().iter().flat_map(|i| [Some(&i.definition), i.note.as_ref()]).flatten() {
        let bad =
            text.chars().zip(text.chars().skip(1)).find(|(a, b)| !a.is_ascii() && ",;()!?".contains(*b));
        assert_eq!(bad, None, "{text}");
    }
}

#[test]
fn the_longest_name_wins_and_a_scope_before_it_stays_outside() {
    assert_eq!(
        found("全市地区生产总值增长6%，我市规模以上工业增加值增长8%"),
        [
            ("地区生产总值".to_owned(), "gdp".to_owned()),
            ("规模以上工业增加值".to_owned(), "industrial-va".to_owned())
        ]
    );
    assert_eq!(ids("城镇常住居民人均可支配收入、农村居民人均可支配收入"), ["urban-income", "rural-income"]);
    assert_eq!(ids("居民人均可支配收入增长5%"), ["resident-income"]);
}

#[test]
fn a_name_inside_a_longer_word_is_none() {
    assert!(ids("占地区生产总值的两成").is_empty());
    assert!(ids("不良贷款余额压降3亿元").is_empty());
    assert!(ids("执行GDPR条例").is_empty());
    assert_eq!(ids("GDP突破百亿元"), ["gdp"]);
    assert_eq!(ids("单位地区生产总值能耗下降3%"), ["energy-intensity"]);
    assert_eq!(ids("常住人口城镇化率达到60%"), ["urbanization-rate"]);
    assert_eq!(ids("全社会研发投入强度达到2.1%"), ["rd-intensity"]);
}

#[test]
fn a_share_of_a_whole_is_one_name() {
    let one = |text: &str| {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found.into_iter().next().unwrap()
    };
    let (name, id) = one("研发经费支出占全市地区生产总值的比重达到2%");
    assert_eq!((name.as_str(), id.as_str()), ("研发经费支出占全市地区生产总值的比重", "rd-intensity"));
    assert_eq!(one("税收占一般公共预算收入比重达70%").1, "tax-share");
    assert!(found("工业技术改造投资占比提高3个百分点").is_empty());
}

#[test]
fn words_beside_a_name_tell_another_thing() {
    assert!(ids("占到一般公共预算支出的八成").is_empty());
    assert!(ids("占全省进出口总额一半").is_empty());
    assert!(ids("海洋工程建筑业增加值增长5%").is_empty());
    assert!(ids("现代服务业增加值比重提高").is_empty());
    assert_eq!(ids("工业投资增速达到6%"), ["industrial-investment"]);
    assert_eq!(found("工业投资年均增速达到6%")[0].0, "工业投资年均增速");
}

#[test]
fn common_words_are_names_where_they_open_a_phrase() {
    assert_eq!(ids("全市出口增长5%，进口增长6%"), ["exports", "imports"]);
    assert!(ids("水产品出口增长5%").is_empty());
    assert_eq!(ids("其中税收增长5%"), ["tax-revenue"]);
    assert!(ids("民营经济税收增长5%").is_empty());
}

#[test]
fn a_verb_inside_a_name_does_not_hide_it() {
    assert_eq!(ids("规模以上工业企业实现利润12亿元"), ["industrial-profit"]);
    assert_eq!(ids("第三产业完成增加值12亿元"), ["tertiary-va"]);
}

#[test]
fn a_compound_stands_for_its_parts_in_order() {
    let knowledge = Knowledge::builtin();
    let parts = |text: &str| -> Vec<String> {
        let mention = knowledge.mentions(text)[0];
        assert!(mention.compound.is_some(), "{text}");
        knowledge.parts(&mention).iter().map(|id| knowledge.indicator(*id).unwrap().id.clone()).collect()
    };
    assert_eq!(parts("城乡居民人均可支配收入分别增长5%、6%"), ["urban-income", "rural-income"]);
    assert_eq!(parts("本外币存、贷款余额分别为90亿元、70亿元"), ["deposits", "loans"]);
    assert_eq!(parts("一、二、三产业增加值分别增长"), ["primary-va", "secondary-va", "tertiary-va"]);
    let single = knowledge.mentions("城乡居民收入增长6%")[0];
    assert_eq!(knowledge.by_glossary_id("resident-income"), Some(single.indicator));
}

#[test]
fn half_and_full_width_brackets_are_one_name() {
    assert_eq!(ids("固定资产投资\u{FF08}不含农户\u{FF09}增长4%").len(), 1);
    assert_eq!(found("固定资产投资(不含农户)增长4%")[0].0, "固定资产投资(不含农户)");
}

#[test]
fn names_of_other_years_are_recognised_with_their_years() {
    let knowledge = Knowledge::builtin();
    let mention = knowledge.mentions("公共财政预算收入12亿元")[0];
    let indicator = knowledge.indicator(mention.indicator).unwrap();
    assert_eq!(indicator.id, "general-budget-revenue");
    assert_eq!(indicator.historical_name("公共财政预算收入").unwrap().until, Some(2014));
    assert!(indicator.historical_name("一般公共预算收入").is_none());
}

#[test]
fn helpers_tell_what_rules_ask() {
    let knowledge = Knowledge::builtin();
    let get = |id: &str| knowledge.indicator(knowledge.by_glossary_id(id).unwrap()).unwrap();
    assert!(get("gdp").constant_price() && get("gdp").is_money() && get("gdp").is_statistic());
    assert!(get("forest-coverage").is_ratio() && !get("forest-coverage").is_money());
    assert!(!get("signed-projects").is_statistic());
    assert!(
        get("registered-unemployment")
            .confusables
            .contains(&knowledge.by_glossary_id("surveyed-unemployment").unwrap())
    );
}

#[test]
fn a_user_adds_indicators_and_names() {
    let coal = UserIndicator {
        id: "coal-output".into(),
        name: "原煤产量".into(),
        aliases: vec!["煤炭产量".into()],
        unit: "吨".into(),
        definition: "报告期内生产的原煤。".into(),
    };
    let more = UserIndicator {
        id: "gdp".into(),
        name: "本市生产总值".into(),
        aliases: Vec::new(),
        unit: String::new(),
        definition: String::new(),
    };
    let knowledge = Knowledge::with_user(vec![coal.clone(), more], Vec::new()).unwrap();
    let text = "煤炭产量30万吨，本市生产总值90亿元";
    let names: Vec<_> = knowledge
        .mentions(text)
        .iter()
        .map(|m| knowledge.indicator(m.indicator).unwrap().name.clone())
        .collect();
    assert_eq!(names, ["原煤产量", "地区生产总值"]);
    let twice = Knowledge::with_user(vec![coal.clone(), coal.clone()], Vec::new());
    assert_eq!(twice.unwrap_err(), KnowledgeError::DuplicateId("coal-output".into()));
    let stolen = Knowledge::with_user(vec![UserIndicator { name: "生产总值".into(), ..coal }], Vec::new());
    assert!(matches!(stolen, Err(KnowledgeError::DuplicateName { .. })));
}

#[test]
fn profiles_have_each_block_once() {
    for profile in Knowledge::builtin().profiles() {
        let mut seen = BTreeSet::new();
        assert!(profile.sections.iter().all(|section| seen.insert(section.block)), "{}", profile.id);
        assert!(profile.section(Block::Review).is_some(), "{}", profile.id);
    }
}
