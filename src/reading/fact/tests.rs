//! What sentences say, read whole: names, kinds and figures of every fact of a sentence.

use crate::knowledge::Knowledge;
use crate::reading::{Kind, Reading};

/// Name, kind and printed figure of every fact of a sentence.
fn facts(text: &str) -> Vec<(String, Kind, String)> {
    let reading = Reading::new(text, &Knowledge::builtin());
    let printed = |at: usize| reading.quantities[at].span.of(text).to_owned();
    reading.facts.iter().map(|fact| (fact.name.clone(), fact.kind, printed(fact.quantity))).collect()
}

fn fact(name: &str, kind: Kind, figure: &str) -> (String, Kind, String) {
    (name.to_owned(), kind, figure.to_owned())
}

#[test]
fn a_clause_without_a_name_takes_the_subject_before_it() {
    assert_eq!(
        facts("地区生产总值达到412亿元,按不变价格计算增长6.1%。"),
        [fact("地区生产总值", Kind::Level, "412亿元"), fact("地区生产总值", Kind::Growth, "6.1%")]
    );
}

#[test]
fn respectively_distributes_over_compounds_and_lists() {
    let found = facts("城乡居民人均可支配收入分别增长6.2%和7.4%。");
    assert_eq!(found.len(), 2);
    assert!(found[0].0.starts_with("城镇") && found[1].0.starts_with("农村"), "{found:?}");
    assert!(found.iter().all(|fact| fact.1 == Kind::Growth));
    let found = facts("红叶县、白水县、青石县分别新增企业12户、8户和5户。");
    assert_eq!(found.iter().map(|fact| fact.2.as_str()).collect::<Vec<_>>(), ["12户", "8户", "5户"]);
}

#[test]
fn respectively_reaches_back_to_the_figures_of_the_clause_before() {
    let found = facts("组织对接会14场,存款余额2168.4亿元、贷款余额1573.2亿元,分别增长8.6%和9.1%。");
    let growth: Vec<_> = found.iter().filter(|fact| fact.1 == Kind::Growth).collect();
    assert_eq!(growth.len(), 2, "{found:?}");
    assert!(growth[0].0.contains("存款") && growth[1].0.contains("贷款"), "{found:?}");
}

#[test]
fn figures_before_and_after_their_noun() {
    assert_eq!(facts("促成50个项目签约。"), [fact("项目", Kind::Count, "50个")]);
    assert_eq!(facts("建成文化广场16个。")[0].2, "16个");
    assert!(facts("建成文化广场16个。")[0].0.ends_with("文化广场"));
    assert!(facts("新增小桥、大树等外贸企业5户。")[0].0.ends_with("外贸企业"));
}

#[test]
fn a_threshold_is_part_of_a_name_and_no_fact() {
    let found = facts("开工亿元以上项目23个。");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].2, "23个");
}

#[test]
fn verbs_decide_between_growth_and_share() {
    assert_eq!(facts("森林覆盖率提高到46%。")[0].1, Kind::Share);
    assert_eq!(facts("一般性支出压缩15%。")[0].1, Kind::Growth);
    assert_eq!(facts("城镇化率提高1.2个百分点。")[0].1, Kind::Change);
    assert_eq!(facts("群众满意度列全省第3位。")[0].1, Kind::Rank);
}

#[test]
fn declines_are_negative_and_bases_are_marked() {
    let text = "审批事项由270项减少到30项,单位能耗下降3.1%。";
    let reading = Reading::new(text, &Knowledge::builtin());
    let fact = |figure: &str| {
        reading.facts.iter().find(|fact| reading.quantities[fact.quantity].span.of(text) == figure).unwrap()
    };
    assert!(fact("270项").base && !fact("30项").base);
    assert!(fact("3.1%").declines);
}

/// Names of the facts of a sentence.
fn names(text: &str) -> Vec<String> {
    facts(text).into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn an_amount_takes_the_noun_or_the_purpose_behind_it() {
    assert_eq!(names("设立3亿元应急转贷资金。"), ["应急转贷资金"]);
    assert_eq!(names("设立50亿元的产业发展基金。"), ["产业发展基金"]);
    assert_eq!(names("安排资金2.4亿元支持教育事业发展。"), ["支持教育事业发展资金"]);
    assert_eq!(names("财政投入1.8亿元制定配套措施。"), ["财政投入"]);
}

#[test]
fn what_stands_before_a_list_mark_belongs_to_the_figure_before() {
    assert_eq!(names("开办审批1个工作日办结、不动产登记3个工作日办结。")[1], "不动产登记");
    assert_eq!(names("建成12个园区、8条道路和3座桥梁。"), ["园区", "道路", "桥梁"]);
    assert_eq!(names("新增1家4A级景区、2家3A级景区。"), ["4A级景区", "3A级景区"]);
}

#[test]
fn grades_states_and_sums_are_of_the_thing_counted() {
    assert_eq!(names("新增龙头企业30家，其中国家级2家。")[1], "国家级龙头企业");
    assert_eq!(names("签约产业项目120个、落地93个。")[1], "落地产业项目");
    assert_eq!(names("实施31个省级、600个市级重点项目。")[0], "省级重点项目");
    assert_eq!(names("22个坑塘完成清理，其中5个完成修复。")[1], "坑塘");
}

#[test]
fn a_multiple_and_a_base_are_of_the_subject_before_them() {
    assert_eq!(names("专利授权量达1.6万件，是2030年的4.3倍。"), ["专利授权量"; 2]);
    assert_eq!(names("建成区面积由2030年的174平方公里扩展到2035年的260平方公里。"), ["建成区面积"; 2]);
    assert_eq!(names("港口吞吐量比“十五”时期增长2.4倍。"), ["港口吞吐量"]);
}

#[test]
fn a_share_of_another_thing_is_a_name_of_its_own() {
    assert_eq!(names("海洋产业增加值占地区生产总值的27%。"), ["海洋产业增加值占地区生产总值"]);
    assert_eq!(names("全市90%以上的行政村通了客车。"), ["行政村通了客车"]);
    assert_eq!(names("民营企业贡献了55%的税收、80%的就业。"), ["税收", "就业"]);
}

#[test]
fn a_figure_of_each_stands_for_all_subjects() {
    assert_eq!(names("固定资产投资、规模以上工业增加值均增长10%。").len(), 2);
    assert_eq!(names("城乡居民人均可支配收入均增长6.5%。").len(), 2);
}

#[test]
fn people_without_a_classifier_are_counted_and_classes_are_not() {
    assert_eq!(names("解决600万农村人口饮水问题。").len(), 1);
    assert!(names("500千伏输变电工程竣工。").is_empty());
    assert!(names("30万吨级航道开工。").is_empty());
    assert!(names("打造15分钟生活圈。").is_empty());
    assert_eq!(names("培育7个产值超千亿元的产业集群。"), ["产值超千亿元的产业集群"]);
    assert!(names("跻身全国100家大企业行列。").is_empty());
}

#[test]
fn words_of_time_name_nothing() {
    assert_eq!(names("2030年末全市公路里程9800公里。"), ["公路里程"]);
    assert_eq!(names("经营主体达到9800户，五年增加70%。"), ["经营主体"; 2]);
}

#[test]
fn ratios_doublings_and_people_are_stated_in_their_own_units() {
    let text = "三次产业结构为9.2∶40.1∶50.7，收入翻两番，覆盖6000万农村人口。";
    let reading = Reading::new(text, &Knowledge::builtin());
    let stated: Vec<(String, String, &str)> = reading
        .facts
        .iter()
        .map(|fact| {
            let figure = fact.stated.figure(&reading.quantities[fact.quantity]);
            (fact.name.clone(), figure.value.to_string(), figure.unit.map_or("-", |unit| unit.symbol()))
        })
        .collect();
    let is = |name: &str, value: &str, unit: &'static str| (name.to_owned(), value.to_owned(), unit);
    assert_eq!(stated[0], is("第一产业比重", "9.2", "%"));
    assert_eq!(stated[2], is("第三产业比重", "50.7", "%"));
    assert_eq!((stated[3].1.as_str(), stated[3].2), ("3", "倍"));
    assert_eq!((stated[4].1.as_str(), stated[4].2), ("60000000", "人"));
}

#[test]
fn bounds_on_what_is_counted_and_numbered_policies_state_nothing() {
    assert_eq!(names("推进100个投资过亿元产业项目。"), ["产业项目"]);
    assert_eq!(
        names("扶持年销售收入过8亿元的农业产业化龙头企业3家，过4亿元的7家，超2亿元的16家。"),
        ["农业产业化龙头企业", "过4亿元的农业产业化龙头企业", "超2亿元的农业产业化龙头企业"]
    );
    assert!(names("出台“复工复产30条”“暖企12条”。").is_empty());
    assert!(names("牢记“52个不准”，落实大气十条。").is_empty());
    assert!(names("人才政策22条：即《建设人才高地的若干措施》。").is_empty());
}

#[test]
fn a_percentage_of_its_plan_or_of_another_place_is_of_what_was_spoken_of() {
    assert_eq!(names("固定资产投资完成287亿元，为年度投资计划的104.5%。"), ["固定资产投资"; 2]);
    assert_eq!(
        names("研发经费支出达到12亿元、占地区生产总值比重达2.65%。")[1],
        "研发经费支出占地区生产总值比重"
    );
    let found = names("经济总量为红叶市的70%、白水市的40%。");
    assert_eq!(found[0], found[1]);
    assert_eq!(names("终端覆盖所有街道和70%的乡镇。"), ["乡镇"]);
}

#[test]
fn what_is_reduced_by_an_amount_changes_by_it() {
    let text = "减少煤炭消费17.4万吨。";
    let reading = Reading::new(text, &Knowledge::builtin());
    assert_eq!(reading.facts[0].kind, Kind::Change);
    assert!(reading.facts[0].declines);
}

#[test]
fn one_rank_of_two_and_the_rates_behind_it_are_of_each() {
    let found = names(
        "城镇和农村居民人均可支配收入均列全省第7位，年均提高6.4%和8.1%，分别快于经济增速0.6个和2.3个百分点。",
    );
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(found.iter().step_by(2).all(|name| name.starts_with("城镇")), "{found:?}");
    assert!(found.iter().skip(1).step_by(2).all(|name| name.starts_with("农村")), "{found:?}");
}

#[test]
fn a_counted_thing_ends_where_its_measure_or_predicate_begins() {
    assert_eq!(names("37家领航企业应税销售收入占比达41.3%。")[0], "领航企业");
    assert_eq!(names("86项改革任务实施率达93%。")[0], "改革任务");
    assert_eq!(names("68个体育场馆向社会免费开放。"), ["体育场馆"]);
    assert_eq!(names("建设2个特色园区，培育壮大2家带动力强的国有企业。")[1], "带动力强的国有企业");
    assert_eq!(names("培育3个增长极。"), ["增长极"]);
}

#[test]
fn verbs_of_change_with_their_end_belong_to_no_name() {
    assert_eq!(names("推动垃圾回收利用率提升至84.5%。"), ["垃圾回收利用率"]);
    assert_eq!(names("收费项目由140项减至88项。"), ["收费项目"; 2]);
    assert_eq!(names("权责清单事项从4120项大幅压减至2870项。"), ["权责清单事项"; 2]);
    assert_eq!(names("在校生五年增加近50万人。"), ["在校生"]);
    assert_eq!(names("风电装机容量突破3千万千瓦、保持全国第4位。"), ["风电装机容量"; 2]);
}

#[test]
fn money_is_not_counted_in_items_and_a_multiple_is_of_what_reaches_it() {
    assert_eq!(names("落实利用外资10项措施。"), ["利用外资措施"]);
    assert_eq!(names("年度支付限额达到城镇居民人均可支配收入的5倍。"), ["年度支付限额"]);
}

#[test]
fn an_old_value_leaves_its_time_out_of_the_name() {
    assert_eq!(names("装卸时间由投产初期的36小时压缩至7小时。"), ["装卸时间"; 2]);
    assert_eq!(names("养老金水平由2035年的每月人均740元提高到1380元。"), ["养老金水平"; 2]);
    assert_eq!(names("对俄进出口总额、承包工程和劳务收入均增长25%。")[0], "对俄进出口总额");
    assert_eq!(
        names("约90%的重要生态系统和超过90%的野生动植物得到保护。"),
        ["重要生态系统", "野生动植物得到保护"]
    );
}

#[test]
fn times_funds_and_rates_of_a_list_are_named_whole() {
    assert_eq!(names("用23天时间实现社会面清零。"), ["实现社会面清零时间"]);
    assert_eq!(names("优化完善2.4亿元就业政策资金。"), ["就业政策资金"]);
    assert_eq!(names("乡镇饮用水水源地和重点湖库水质达标率均达到98%。")[0], "乡镇饮用水水源地水质达标率");
    assert_eq!(names("退耕还林还草，今年拟安排500万亩。"), ["退耕还林还草"]);
}

#[test]
fn another_basis_is_another_thing_and_a_base_in_quotes_is_none() {
    assert_eq!(
        names("地区生产总值2640亿元，不含新区为2190亿元。"),
        ["地区生产总值", "不含新区的地区生产总值"]
    );
    assert_eq!(names("固定资产投资4310亿元，是“九五”的2.4倍。"), ["固定资产投资"; 2]);
    assert_eq!(names("——与2035年相比，财政总收入连续迈上3000亿、4000亿和5000亿元台阶。"), ["财政总收入"]);
    assert_eq!(names("完成地区生产总值9120亿元、可比价增长7%。"), ["地区生产总值"; 2]);
}

#[test]
fn bounds_policies_by_number_and_terms_are_no_facts() {
    assert!(names("培育产值超50亿元后备企业。").is_empty());
    assert!(names("实现300户以上自然村公厕全覆盖。").is_empty());
    assert!(names("15.十大铁路大通道：向北经云溪至白水。").is_empty());
    assert_eq!(names("谋划了超过4300亿元的电源电网项目。").len(), 1);
}

#[test]
fn compounds_and_lists_give_each_figure_its_own() {
    assert_eq!(names("实际利用内外资分别达920亿元和2.3亿美元。"), ["实际利用内资", "实际利用外资"]);
    let found = names("土地流转和规模经营面积达412万亩、365万亩，分别增长5%、9%。");
    assert_eq!(found[1], "规模经营面积");
    assert_eq!(found[3], "规模经营面积");
    assert_eq!(names("红叶市连续12年蝉联榜首城市称号。"), ["蝉联榜首城市称号"]);
}

#[test]
fn what_is_added_and_what_money_is_for_are_named() {
    assert_eq!(names("新能源装机容量新增30万千瓦。"), ["新增新能源装机容量"]);
    assert_eq!(names("安排17.6亿元，办好民生实事。"), ["办好民生实事资金"]);
    assert_eq!(names("快递业务量从6200万件激增至3亿件。"), ["快递业务量"; 2]);
    assert_eq!(names("集中力量全面完成1420户脱贫。"), ["脱贫"]);
}

#[test]
fn a_stage_without_its_noun_is_of_the_works_before_it() {
    assert_eq!(names("新开工农民安置住房30万平方米，竣工20万平方米。")[1], "竣工农民安置住房");
    assert_eq!(names("改造校舍开工90%，其中完工70%。")[1], "完工校舍");
    assert_eq!(names("专利申请3万件、授权2万件。")[1], "授权专利");
    assert_eq!(
        names("废止8件、修改19件政府规章。"),
        ["废止政府规章", "政府规章"],
        "the noun stands behind the last figure of the list"
    );
}

#[test]
fn a_noun_is_not_cut_inside_a_word_of_its_own() {
    assert_eq!(names("出台26条稳增长政策措施。"), ["稳增长政策措施"]);
    assert_eq!(names("41项新开工重大项目取得进展。"), ["新开工重大项目"]);
    assert_eq!(names("460名监测对象消除返贫风险。"), ["监测对象"]);
    assert_eq!(names("生产总值超百亿元的县（市、区）27个。"), ["生产总值超百亿元的县（市、区）"]);
    assert_eq!(names("完成管网改造90公里、完成率达95%。")[1], "管网完成率");
}

#[test]
fn a_bound_before_its_noun_is_no_fact() {
    assert_eq!(names("抓好30个过亿元的技改项目。"), ["技改项目"]);
    assert_eq!(names("形成80亿元生态食品产业集群。"), ["生态食品产业集群"]);
    assert!(names("用好96小时过境免签政策。").is_empty());
}

#[test]
fn numerals_of_a_list_share_its_noun() {
    assert_eq!(names("一、二、三产业分别增长3.1%、5.2%和6.3%。"), ["第一产业", "第二产业", "第三产业"]);
}

#[test]
fn dialects_of_growth_leave_the_name_alone() {
    let found = facts("外贸出口38亿美元，比增21%。");
    assert_eq!(found[1], fact("外贸出口", Kind::Growth, "21%"));
    assert_eq!(names("绿化覆盖率由42%提至46%。"), ["绿化覆盖率"; 2]);
}

#[test]
fn how_long_something_has_gone_on_is_a_figure_of_its_own() {
    let found = facts("规上工业增加值连续3年增长10%以上。");
    assert_eq!(found[0].0, "规上工业增加值连续增长10%以上");
    assert_eq!(found[1].0, "规上工业增加值");
    assert_eq!(names("粮食总产量达30万吨，连续5年位列全省第一。")[1], "粮食总产量连续位列全省第一");
}

#[test]
fn a_figure_that_cannot_be_of_an_indicator_is_not_of_it() {
    let text = "进出口总额突破百亿元。云溪机场年旅客吞吐量首次突破300万、达到320万人次。";
    let reading = Reading::new(text, &Knowledge::builtin());
    let last = reading.facts.last().unwrap();
    assert!(last.name.ends_with("旅客吞吐量"), "{}", last.name);
    let text = "经济增长和物价总水平两个指标好于预期。";
    let reading = Reading::new(text, &Knowledge::builtin());
    assert!(reading.facts.iter().all(|fact| fact.indicator.is_none()), "{:?}", reading.facts);
}

#[test]
fn subjects_named_in_the_clause_before_share_the_figures_of_a_list() {
    assert_eq!(
        names("城镇、农村低保对象人均补差水平，分别从每月310元、160元提高到340元、190元。"),
        [
            "城镇低保对象人均补差水平",
            "农村低保对象人均补差水平",
            "城镇低保对象人均补差水平",
            "农村低保对象人均补差水平"
        ]
    );
    assert_eq!(
        names("民营经济实现增加值46亿元，缴纳税金5亿元，分别增长12%和9%。")[2..],
        ["民营经济实现增加值", "缴纳税金"]
    );
    assert_eq!(names("钢铁、水泥淘汰落后产能75万吨、29万吨。"), ["钢铁淘汰落后产能", "水泥淘汰落后产能"]);
}

#[test]
fn a_bound_tells_which_of_the_things_counted() {
    assert_eq!(
        names("新成立科技型企业190家，营业收入500万元以上的27家。")[1],
        "营业收入500万元以上的新成立科技型企业"
    );
    assert_eq!(names("集体收入50万元以上的村达到39个。"), ["集体收入50万元以上的村"]);
    assert!(names("扶持一批产值超10亿元的骨干企业。").is_empty());
}

#[test]
fn differences_in_number_and_place_are_changes() {
    assert_eq!(facts("新开工项目135个，比上年多13个。")[1].1, Kind::Change);
    assert_eq!(facts("空气质量全省排名提升4位。")[0].1, Kind::Change);
    assert_eq!(facts("空气质量全省排名提升至第4位。")[0].1, Kind::Rank);
}

#[test]
fn people_lifted_out_of_a_stock_are_not_the_stock() {
    assert_eq!(names("4.7万贫困人口实现脱贫。"), ["脱贫人口"]);
    assert_eq!(names("1.8万农村贫困人口享受低保。"), ["农村贫困人口享受低保"]);
}

#[test]
fn one_figure_after_respectively_is_of_each() {
    assert_eq!(names("规上工业增加值、固定资产投资分别增长8%左右。"), ["规上工业增加值", "固定资产投资"]);
    assert_eq!(
        names("市财政对医疗、教育、文化的支出分别增长7%、8%和9%。")[..2],
        ["市财政对医疗支出", "教育支出"]
    );
    assert_eq!(names("牛、羊、猪饲养量分别达到9万头、8万只、6万头。"), ["牛饲养量", "羊饲养量", "猪饲养量"]);
}

#[test]
fn what_is_invested_in_names_its_investment() {
    assert_eq!(names("总投资12亿元的云溪水库开工建设。"), ["云溪水库总投资"]);
    assert_eq!(names("全市257个、占92%的建制村通了公路。")[0], "建制村");
    assert!(names("实行24小时在线监控。").is_empty());
}

#[test]
fn set_phrases_of_policy_count_nothing() {
    assert!(names("充分利用国内国际两个市场、两种资源。").is_empty());
    assert!(names("坚持和平共处五项原则。").is_empty());
    assert!(names("着重解决好“三个1亿人”问题。").is_empty());
}

#[test]
fn what_stands_next_to_a_figure_is_of_that_figure() {
    assert_eq!(names("新建5个水田灌区和大型泵站6座。"), ["水田灌区", "大型泵站"]);
    assert_eq!(names("成功应对7轮强降水和白水河4次洪峰过境。")[0], "强降水");
    assert_eq!(names("2座医疗卫生和康复机构完工9个。")[0], "医疗卫生和康复机构");
}

#[test]
fn what_a_work_brings_about_is_no_total_of_the_place() {
    let text = "预计带动新增固定资产投资20亿元。";
    let reading = Reading::new(text, &Knowledge::builtin());
    assert_eq!(reading.facts[0].name, "带动新增固定资产投资");
    assert!(reading.facts[0].indicator.is_none());
    assert_eq!(names("引进投资超20亿元项目10个以上。"), ["引进投资超20亿元项目"]);
    assert_eq!(names("收入60万元以上的富裕村占比达41%。").len(), 1);
}

#[test]
fn what_opens_a_list_holds_for_its_members() {
    assert_eq!(names("新增专精特新企业12家、规上工业企业30家。"), ["新增专精特新企业", "新增规上工业企业"]);
    assert_eq!(
        names("地区生产总值、城乡居民人均可支配收入分别完成215亿元、38100元、15800元。"),
        ["地区生产总值", "城镇居民人均可支配收入", "农村居民人均可支配收入"]
    );
    assert_eq!(names("为6.4万名孕妇提供产前筛查、体检服务。"), ["孕妇"]);
    assert_eq!(names("19项预期性指标完成。"), ["预期性指标"]);
}

#[test]
fn each_part_of_a_ratio_is_of_its_place_in_its_own_ratio() {
    assert_eq!(
        names("三次产业结构由15:45:40调整为12:46:42。"),
        ["第一产业比重", "第二产业比重", "第三产业比重", "第一产业比重", "第二产业比重", "第三产业比重"]
    );
}

#[test]
fn a_stock_reached_after_additions_is_the_stock() {
    assert_eq!(names("新增市场主体2万户、累计达19万户。"), ["新增市场主体", "市场主体"]);
    assert_eq!(names("新增上市企业3家、挂牌企业6家，总数分别达10家、37家。")[2..], ["上市企业", "挂牌企业"]);
}

#[test]
fn a_measure_of_a_part_is_not_the_whole() {
    let text = "较大以上安全生产事故下降20%，非煤产业投资增长9%。";
    let reading = Reading::new(text, &Knowledge::builtin());
    assert!(reading.facts.iter().all(|fact| fact.indicator.is_none()), "{:?}", reading.facts);
    assert_eq!(names(text), ["较大以上安全生产事故", "非煤产业投资"]);
    assert_eq!(names("普通高等院校发展到18所。"), ["普通高等院校"]);
}

#[test]
fn slogans_and_steps_are_no_facts() {
    assert!(names("坚持两个“毫不动摇”。").is_empty());
    assert_eq!(names("其中50户企业年收入过亿元。").len(), 1);
    assert_eq!(names("25万人参加养老保险、19万人参加失业保险。"), ["参加养老保险", "参加失业保险"]);
}

#[test]
fn things_counted_together_are_named_together() {
    assert_eq!(names("建成31家博物馆、纪念馆等公共文化设施。"), ["博物馆、纪念馆等公共文化设施"]);
    assert_eq!(names("新建20所中小学、幼儿园，4个县区通过验收。")[0], "中小学、幼儿园");
    assert_eq!(names("开工20个水利项目、总投资5亿元。")[0], "水利项目");
    assert_eq!(names("274个省、市重点项目完成投资31亿元。")[0], "省、市重点项目");
}

#[test]
fn a_measure_that_stands_alone_is_told_with_its_owner() {
    assert_eq!(names("实施城建项目42项，完成投资36亿元。")[1], "城建项目投资");
    assert_eq!(names("办理网民留言303条、办结率达到98%。")[1], "网民留言办结率");
    assert_eq!(
        names("工业投资、民间投资占固定资产投资比重分别达到47%、67%。"),
        ["工业投资占固定资产投资比重", "民间投资占固定资产投资比重"]
    );
    assert_eq!(names("新解决25万农村贫困人口温饱问题和18万农村人口饮水安全问题。").len(), 2);
}

#[test]
fn a_threshold_crossed_is_no_classifier() {
    let text = "集团营业收入首次跨过百亿门槛。";
    let reading = Reading::new(text, &Knowledge::builtin());
    assert!(reading.quantities.iter().all(|figure| figure.unit.is_none()), "{:?}", reading.quantities);
}
