//! One indicator at two places: two values, two units, a review and a plan that do not fit.

use crate::form::{fill, plant};
use crate::plant::{Change, Part, Plants};
use crate::rng::{Rng, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    values(out, rng);
    slips(out, rng);
    units(out, rng);
    targets(out, rng);
}

fn values(out: &mut Plants, rng: &mut Rng) {
    for (first, second) in [
        ("全年保费收入{}亿元，增长6%。", "金融服务实体能力增强。保费收入达{}亿元，赔付支出平稳。"),
        ("实现水产品产量{}万吨。", "渔业转型步伐加快，水产品产量达到{}万吨。"),
        ("网上消费活跃，电子商务交易额{}亿元。", "去年，电子商务交易额完成{}亿元。"),
        ("快递业务收入{}亿元。", "新业态成长壮大，快递业务收入达到{}亿元。"),
        ("涉农贷款余额为{}亿元。", "加大支农力度，涉农贷款余额达到{}亿元。"),
        ("港口货物吞吐量{}万吨，增长5%。", "临港经济势头良好。港口货物吞吐量完成{}万吨。"),
        ("全社会用电量{}亿千瓦时。", "能源保供有力，全社会用电量达{}亿千瓦时。"),
        ("年末户籍人口{}万人。", "人口发展总体平稳，户籍人口为{}万人。"),
        ("蔬菜产量达到{}万吨。", "“菜篮子”供应充足，全年蔬菜产量{}万吨。"),
        ("燃气普及率达到{}%。", "民生保障水平提高，燃气普及率为{}%。"),
        ("一年来，软件业务收入完成{}亿元。", "数字产业快速发展，软件业务收入实现{}亿元。"),
    ] {
        let (a, b) = (rng.int(610, 890), rng.int(7, 28));
        let say =
            |y: i64| format!("{}\n{}", first.replace("{}", &tenths(a)), second.replace("{}", &tenths(y)));
        let rule = ("conflicting-value", &["unit-slip"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(a + b), say(a)));
    }
    for (first, wrong, right) in [
        (
            "制造业投资增长{a}%。",
            "制造业投资同比增长{b}%，投资结构优化。",
            "制造业技改投资同比增长{b}%，投资结构优化。",
        ),
        ("保费收入86.45亿元。", "金融业稳健。保费收入达到87.45亿元。", "金融业稳健。保费收入达到86.5亿元。"),
        (
            "培育高技能人才1.26万人。",
            "人才支撑有力，培育高技能人才13{c}人。",
            "人才支撑有力，培育高技能人才1.3万人。",
        ),
        ("建成5G基站{c}个。", "数字底座夯实，建成5G基站{d}个。", "数字底座夯实，其中高新区建成5G基站{d}个。"),
        ("软件业务收入增长{a}%。", "软件业务收入同比增长{b}%。", "上年软件业务收入同比增长{b}%。"),
    ] {
        let (a, c) = (rng.int(81, 94), rng.int(310, 540));
        let values = [
            ("a", tenths(a)),
            ("b", tenths(a + rng.int(4, 12))),
            ("c", c.to_string()),
            ("d", (c + rng.int(3, 20)).to_string()),
        ];
        let say = |second: &str| {
            let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
            fill(&format!("{first}\n{second}"), &values)
        };
        let rule = ("conflicting-value", &["unit-slip"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(wrong), say(right)));
    }
}

fn slips(out: &mut Plants, rng: &mut Rng) {
    for (first, wrong, right) in [
        ("全年蔬菜产量{a}万吨。", "农业增产，蔬菜产量{a}吨。", "农业增产，蔬菜外销{a}吨。"),
        ("保费收入{a}亿元。", "金融稳健运行。保费收入达到{a}万元。", "金融稳健运行。保费赔付达到{a}万元。"),
        ("水产品产量达到{a}万吨。", "渔业丰收，水产品产量{a}万斤。", "渔业丰收，水产品产量{a}万吨。"),
        (
            "全社会用电量{a}亿千瓦时。",
            "电力供应充足，全社会用电量{a}万千瓦时。",
            "电力供应充足，外送电量{a}万千瓦时。",
        ),
        (
            "快递业务收入{a}亿元。",
            "寄递网络下沉，快递业务收入完成{b}亿元。",
            "寄递网络下沉，快递业务收入完成{a}亿元。",
        ),
        (
            "电子商务交易额完成{a}亿元。",
            "网购活跃，电子商务交易额{b}亿元。",
            "网购活跃，直播带货交易额{b}亿元。",
        ),
        ("涉农贷款余额{a}亿元。", "支农有力，涉农贷款余额达{a}万元。", "支农有力，涉农贷款新增{a}万元。"),
        ("年末户籍人口{a}万人。", "人口平稳，户籍人口{a}人。", "人口平稳，户籍人口{a}万人。"),
        ("软件业务收入{a}亿元。", "数字赋能，软件业务收入达{a}万元。", "数字赋能，软件出口达{a}万元。"),
    ] {
        let a = rng.int(210, 890);
        let a = if a % 10 == 0 { a + 3 } else { a };
        let b = format!("{}.{:02}", a / 100, a % 100);
        let say = |second: &str| fill(&format!("{first}\n{second}"), &[("a", &tenths(a)), ("b", &b)]);
        let rule = ("unit-slip", &["conflicting-value", "implausible-value"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(wrong), say(right)));
    }
}

fn units(out: &mut Plants, rng: &mut Rng) {
    for (first, wrong, right) in [
        ("新增耕地{a}公顷。", "补充耕地扎实推进，新增耕地{b}亩。", "退耕还林扎实推进，退耕还林{b}亩。"),
        ("水产品产量{a}万吨。", "渔业丰收，水产品产量达到{c}亿斤。", "渔业丰收，水果外销达到{c}亿斤。"),
        ("蔬菜种植面积{a}万亩。", "设施提升，蔬菜种植面积达到{d}万公顷。", "设施提升，蔬菜产量达到{d}万吨。"),
        (
            "治理水土流失面积{a}平方公里。",
            "生态修复成效明显，水土流失治理面积{b}亩。",
            "生态修复成效明显，矿山生态修复面积{b}亩。",
        ),
        ("治理草原{a}公顷。", "草原生态持续好转，治理草原{b}亩。", "草原生态持续好转，治理沙化土地{b}亩。"),
        (
            "退耕还林{a}公顷。",
            "生态工程有序推进，退耕还林面积{b}亩。",
            "生态工程有序推进，治理沙化土地{b}亩。",
        ),
        (
            "肉类总产量{a}万吨。",
            "畜牧业稳产，肉类总产量{c}亿斤。",
            "畜牧业稳产，肉类总产量{a}万吨（{c}亿斤）。",
        ),
        (
            "修复湿地{a}公顷。",
            "湿地保护加强，修复湿地面积{b}亩。",
            "湿地保护加强，修复湿地面积{a}公顷，折合{b}亩。",
        ),
    ] {
        let a = rng.int(41, 79);
        let values = [
            ("a", a.to_string()),
            ("b", (a * 15).to_string()),
            ("c", tenths(a * 2)),
            ("d", tenths(a * 10 / 15)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
        let say = |second: &str| fill(&format!("{first}\n{second}"), &values);
        let rule = ("mixed-unit", &["unit-slip", "conflicting-value"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(wrong), say(right)));
    }
}

/// Shares and amounts that a plan may keep or raise, with their unit.
const KEPT: &[(&str, &str)] = &[
    ("秸秆综合利用率", "%"),
    ("燃气普及率", "%"),
    ("九年义务教育巩固率", "%"),
    ("水产品产量", "万吨"),
    ("生猪存栏", "万头"),
    ("森林蓄积量", "万立方米"),
    ("高等教育毛入学率", "%"),
    ("常住人口", "万人"),
];

fn targets(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}稳定在{v}{u}以上。",
        "确保{n}保持在{v}{u}以上。",
        "夯实基础、稳步推进，{n}稳定保持在{v}{u}以上。",
        "力争{n}持续稳定在{v}{u}以上。",
        "{n}稳定在不低于{v}{u}的水平。",
        "{n}保持{v}{u}以上。",
        "{n}继续稳定在{v}{u}及以上。",
        "巩固成果，使{n}维持在{v}{u}以上。",
    ] {
        let (n, u) = *rng.pick(KEPT).unwrap_or(&("", ""));
        let (a, d) = (rng.int(710, 880), rng.int(8, 60));
        let say = |v: i64| fill(frame, &[("n", n), ("u", u), ("v", &tenths(v))]);
        both(
            out,
            rng,
            "stabilise-above-actual",
            &format!("{n}达到{}{u}。", tenths(a)),
            (say(a + d), say(a - d)),
        );
    }
    for frame in [
        "{n}达到{v}{u}以上。",
        "力争{n}达到{v}{u}。",
        "{n}提高到{v}{u}以上。",
        "到年底，{n}达到{v}{u}左右。",
        "{n}不低于{v}{u}。",
        "确保{n}达{v}{u}。",
    ] {
        let (n, u) = *rng.pick(KEPT).unwrap_or(&("", ""));
        let (a, d) = (rng.int(710, 880), rng.int(60, 120));
        let say = |v: i64| fill(frame, &[("n", n), ("u", u), ("v", &tenths(v))]);
        both(
            out,
            rng,
            "target-below-actual",
            &format!("{n}达到{}{u}。", tenths(a)),
            (say(a - d), say(a + d)),
        );
    }
    for frame in ["重污染天数控制在{v}天以内。", "全年重污染天数不超过{v}天。"] {
        let say = |v: &str| frame.replace("{v}", v);
        both(out, rng, "target-below-actual", "重污染天数为3天。", (say("6"), say("2")));
    }
}

/// The same sentence of the review beside a wrong and a right one of the plan.
fn both(out: &mut Plants, rng: &mut Rng, rule: &'static str, review: &str, (wrong, right): (String, String)) {
    plant(out, rng, (rule, &[]), Part::Plan, (wrong, right));
    if let Some(last) = out.0.last_mut() {
        for change in [&mut last.wrong, &mut last.right] {
            if let Change::Say(_, plan) = change {
                *change = Change::Both(review.to_owned(), plan.clone());
            }
        }
    }
}
