//! Per cent and points, levels and growth, values beyond what a thing allows.

use crate::form::{SHARES, fill, plant};
use crate::plant::{Part, Plants};
use crate::rng::{Rng, tenths};

/// Amounts that grow by per cent.
const AMOUNTS: &[&str] = &[
    "软件业务收入",
    "出口交货值",
    "快递业务收入",
    "餐饮收入",
    "原煤产量",
    "蔬菜产量",
    "全社会用电量",
    "技改投资",
    "保费收入",
    "游客接待量",
];

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    points(out, rng);
    levels(out, rng);
    falls(out, rng);
    shares(out, rng);
}

fn points(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}较上年提升{c}{u}，达到76.3%。",
        "{n}76.3%，同比提高{c}{u}。",
        "{n}、{m}分别提高{c}{u}和2.6{u}。",
        "{n}比全省平均水平高{c}{u}。",
        "力争{n}再提高{c}{u}。",
        "推动{n}提升{c}{u}以上。",
        "{n}同比上升了{c}{u}，群众满意度持续提升。",
        "补齐设施短板，{n}增加{c}{u}。",
        "{n}由71.2%提升到75.9%，上升4.7{u}。",
    ] {
        let n = rng.pick(SHARES).copied().unwrap_or_default();
        let m = SHARES.iter().find(|it| **it != n).copied().unwrap_or_default();
        let c = tenths(rng.int(8, 48));
        let say = |u: &str| fill(frame, &[("n", n), ("m", m), ("c", &c), ("u", u)]);
        let part = if frame.starts_with("力争") || frame.starts_with("推动") {
            Part::Plan
        } else {
            Part::Review
        };
        plant(out, rng, ("percent-vs-points", &[]), part, (say("%"), say("个百分点")));
    }
    for frame in [
        "城镇登记失业率下降0.{d}{u}，控制在3.2%以内。",
        "银行业不良贷款率较年初下降0.{d}{u}。",
        "供水管网漏损率由12.9%降至12.{d}%，降低{e}{u}。",
    ] {
        let d = rng.int(2, 8);
        let e = tenths(9 - d);
        let say = |u: &str| fill(frame, &[("d", &d.to_string()), ("e", &e), ("u", u)]);
        plant(out, rng, ("percent-vs-points", &[]), Part::Review, (say("%"), say("个百分点")));
    }
    for frame in [
        "{n}增幅达{c}{u}。",
        "{n}比上年增长{c}{u}，完成全年目标。",
        "{n}同比下降{c}{u}，主要是基数较高。",
        "{n}增长{c}{u}左右。",
        "力争{n}增长{c}{u}以上。",
        "{n}保持较快增长，增长{c}{u}。",
        "{n}、专利授权量分别增长{c}{u}和7.2{u}。",
    ] {
        let n = rng.pick(AMOUNTS).copied().unwrap_or_default();
        let c = tenths(rng.int(31, 98));
        let say = |u: &str| fill(frame, &[("n", n), ("c", &c), ("u", u)]);
        let part = if frame.starts_with("力争") { Part::Plan } else { Part::Review };
        plant(out, rng, ("percent-vs-points", &[]), part, (say("个百分点"), say("%")));
    }
    for (wrong, right) in [
        ("普惠性幼儿园覆盖率提高2.4%个百分点。", "普惠性幼儿园覆盖率提高2.4个百分点。"),
        ("供水管网漏损率下降1.4个百分点%。", "供水管网漏损率下降1.4个百分点。"),
        ("燃气普及率提高3个%。", "燃气普及率提高3个百分点，贡献率提高2%。"),
    ] {
        plant(
            out,
            rng,
            ("percent-vs-points", &["numeral-typo"]),
            Part::Review,
            (wrong.to_owned(), right.to_owned()),
        );
    }
}

fn levels(out: &mut Plants, rng: &mut Rng) {
    for (wrong, right) in [
        ("{s}提高到{c}个百分点。", "{s}提高{c}个百分点。"),
        ("{s}上升至{c}个百分点，好于预期。", "{s}上升{c}个百分点，好于预期。"),
        ("{s}达到{c}个百分点。", "{s}提高{c}个百分点，与先进县的差距缩小到{c}个百分点。"),
        ("{n}增长到{c}%，高于年初预期。", "{n}增长{c}%，高于年初预期。"),
        ("{n}增长至{c}%。", "{n}增速提高到{c}%。"),
        ("{n}同比增长到{c}%。", "{n}同比增长{c}%。"),
        ("{s}提升8{c}%。", "{s}提升到8{c}%。"),
        ("{s}同比提高7{c}%，位居全省前列。", "{s}提高至7{c}%，位居全省前列。"),
        ("加快补齐短板，{s}提高6{c}%。", "加快补齐短板，{s}提高到6{c}%。"),
        ("供水管网漏损率下降到{c}个百分点。", "供水管网漏损率下降到{c}%。"),
        ("{n}增加到{c}%，实现平稳增长。", "{n}占全省比重增加到{c}%，位次前移。"),
    ] {
        let s = rng.pick(SHARES).copied().unwrap_or_default();
        let n = rng.pick(AMOUNTS).copied().unwrap_or_default();
        let c = tenths(rng.int(21, 98));
        let say = |frame: &str| fill(frame, &[("s", s), ("n", n), ("c", &c)]);
        plant(
            out,
            rng,
            ("growth-level-confusion", &["percent-vs-points"]),
            Part::Review,
            (say(wrong), say(right)),
        );
    }
    for (wrong, right) in [
        ("力争{s}提高8{c}%以上。", "力争{s}提高到8{c}%以上。"),
        ("确保{s}提升到{c}个百分点以上。", "确保{s}提升{c}个百分点以上。"),
        ("力争{n}增长到{c}%以上。", "力争{n}增长{c}%以上。"),
    ] {
        let s = rng.pick(SHARES).copied().unwrap_or_default();
        let n = rng.pick(AMOUNTS).copied().unwrap_or_default();
        let c = tenths(rng.int(21, 98));
        let say = |frame: &str| fill(frame, &[("s", s), ("n", n), ("c", &c)]);
        plant(
            out,
            rng,
            ("growth-level-confusion", &["percent-vs-points"]),
            Part::Plan,
            (say(wrong), say(right)),
        );
    }
}

fn falls(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}同比下降{v}。",
        "{n}较上年减少{v}，创近年新低。",
        "{n}降幅达{v}。",
        "{n}下降了{v}，社会治安持续向好。",
        "{n}比上年降低{v}以上。",
        "开展专项整治，{n}大幅下降{v}。",
        "{n}连续三年下降，去年下降{v}。",
        "{n}较三年前减少近{v}。",
    ] {
        let n = *rng.pick(&["电信诈骗发案数", "工矿商贸事故起数", "噪声投诉量", "森林火情"]).unwrap_or(&"");
        let (times, over, under) = (rng.int(2, 5), rng.int(1040, 1900), rng.int(310, 970));
        let say = |v: &str| fill(frame, &[("n", n), ("v", v)]);
        let right = say(&format!("{}%", tenths(under)));
        plant(out, rng, ("impossible-value", &[]), Part::Review, (say(&format!("{times}倍")), right.clone()));
        plant(out, rng, ("impossible-value", &[]), Part::Review, (say(&format!("{}%", tenths(over))), right));
    }
    for (wrong, right) in [
        ("许可办理时限缩短了{n}倍。", "许可办理效率提高了{n}倍。"),
        ("用地审批环节压缩{n}倍以上。", "用地审批环节压缩一半以上，线上办件量增长{n}倍以上。"),
        ("单位产品水耗降低{n}倍。", "规上企业亏损额下降12{n}%，工业企业利润下降13{n}%。"),
    ] {
        let n = rng.int(2, 5).to_string();
        let say = |frame: &str| fill(frame, &[("n", &n)]);
        plant(out, rng, ("impossible-value", &[]), Part::Review, (say(wrong), say(right)));
    }
}

fn shares(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}达到{v}%。",
        "{n}提高到{v}%以上。",
        "{n}由上年的71.5%提高到{v}%。",
        "{n}、村庄绿化覆盖率分别达到{v}%和42.6%。",
        "{n}为{v}%，居全省前列。",
        "补短板强弱项，{n}稳定在{v}%左右。",
        "力争{n}达到{v}%。",
    ] {
        let n = *rng
            .pick(&[
                "户籍人口城镇化率",
                "农村卫生厕所普及率",
                "秸秆综合利用率",
                "燃气普及率",
                "城市污水处理率",
                "药品抽检合格率",
                "装配式建筑占比",
                "空气质量优良天数比例",
                "森林覆盖率",
            ])
            .unwrap_or(&"");
        let (over, under) = (tenths(rng.int(1023, 1800)), tenths(rng.int(720, 999)));
        let say = |v: &str| fill(frame, &[("n", n), ("v", v)]);
        let part = if frame.starts_with("力争") { Part::Plan } else { Part::Review };
        plant(out, rng, ("impossible-value", &[]), part, (say(&over), say(&under)));
    }
    for (wrong, right) in [
        ("城区环境空气优良天数{o}天，同比增加8天。", "城区环境空气优良天数{u}天，同比增加8天。"),
        ("全年空气质量达到或好于二级的天数为{o}天。", "全年空气质量达到或好于二级的天数为{u}天。"),
        ("民生支出占财政支出的{p}%。", "民生支出完成预算的{p}%。"),
        ("青年志愿者占参与人数的比例达{p}%。", "高中阶段毛入学率达{p}%，重点项目投资完成率{p}%。"),
        ("本地农产品占外销总量的比重为{p}%。", "规上工业对增长的贡献率为{p}%，光纤入户覆盖率{p}%。"),
    ] {
        let (o, u, p) = (rng.int(367, 398), rng.int(301, 352), tenths(rng.int(1030, 1600)));
        let say = |frame: &str| fill(frame, &[("o", &o.to_string()), ("u", &u.to_string()), ("p", &p)]);
        plant(out, rng, ("impossible-value", &[]), Part::Review, (say(wrong), say(right)));
    }
}
