//! Growth, change, direction, percent and points.

use crate::plant::Plants;
use crate::rng::{Rng, permille, tenths};

const AMOUNTS: &[(&str, &str)] = &[
    ("存款余额", "亿元"),
    ("专利授权量", "件"),
    ("旅客运输量", "万人次"),
    ("农机总动力", "万千瓦"),
    ("新增减税降费", "万元"),
];

const RATES: &[&str] =
    &["农作物良种覆盖率", "村庄规划覆盖率", "绿色建筑占比", "再生水利用率", "民间投资占比"];

/// Name, unit, from, to, rate.
type Growth = fn(&str, &str, i64, i64, &str) -> String;
/// Name, from, to, difference.
type Change = fn(&str, &str, &str, &str) -> String;
/// Name, change, its unit.
type Points = fn(&str, &str, &str) -> String;

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    growth(out, rng);
    change(out, rng);
    points(out, rng);
    direction(out, rng);
}

fn growth(out: &mut Plants, rng: &mut Rng) {
    let forms: &[Growth] = &[
        |n, u, a, b, g| format!("{n}从{a}{u}增加到{b}{u}，增长{g}%。"),
        |n, u, a, b, g| format!("{n}由上年的{a}{u}增至{b}{u}，增幅达{g}%。"),
        |n, u, a, b, g| format!("一年间，{n}由{a}{u}上升到{b}{u}，同比增长{g}%。"),
        |n, u, a, b, g| format!("{n}达到{b}{u}，比上年的{a}{u}增长{g}%。"),
        |n, u, a, b, g| format!("通过一系列举措，{n}由{a}{u}提升至{b}{u}（增长{g}%）。"),
        |n, u, a, b, g| format!("{n}从{a}{u}扩大到{b}{u}，增长了{g}%，创历史新高。"),
        |n, u, a, b, g| format!("{n}由{a}{u}攀升至{b}{u}，增速为{g}%。"),
        |n, u, a, b, g| format!("年末{n}{b}{u}，较年初的{a}{u}增长{g}%。"),
    ];
    for form in forms {
        let (name, unit) = *rng.pick(AMOUNTS).unwrap_or(&("存款余额", "亿元"));
        let (a, more) = (rng.int(210, 600), rng.int(21, 120));
        let rate = permille(more, a);
        let wrong = rate + rng.int(20, 180);
        out.review(
            "growth-mismatch",
            form(name, unit, a, a + more, &tenths(wrong)),
            form(name, unit, a, a + more, &tenths(rate)),
        );
    }
    for (verb, noun) in [("压减", "审批事项"), ("精简", "申报材料"), ("减少", "隐患点")] {
        let (a, less) = (rng.int(210, 600), rng.int(30, 120));
        let rate = permille(less, a);
        let say = |rate: i64| format!("{noun}由{a}项{verb}到{}项，{verb}{}%。", a - less, tenths(rate));
        out.review("growth-mismatch", say(rate + rng.int(40, 150)), say(rate));
    }
    let a = rng.int(40, 90);
    out.review(
        "growth-mismatch",
        format!("电商企业由{a}家发展到{}家，增长3倍。", a * 3),
        format!("电商企业由{a}家发展到{}家，增长2倍。", a * 3),
    );
    out.review(
        "growth-mismatch",
        format!("电商企业由{a}家发展到{}家，翻了两番。", a * 2),
        format!("电商企业由{a}家发展到{}家，翻了一番。", a * 2),
    );
}

fn change(out: &mut Plants, rng: &mut Rng) {
    let forms: &[Change] = &[
        |n, a, b, c| format!("{n}由{a}%提高到{b}%，提高{c}个百分点。"),
        |n, a, b, c| format!("{n}从{a}%提升至{b}%，上升{c}个百分点。"),
        |n, a, b, c| format!("{n}达到{b}%，比上年的{a}%提高{c}个百分点。"),
        |n, a, b, c| format!("持续补齐短板，{n}由{a}%增加到{b}%，增加了{c}个百分点。"),
        |n, a, b, c| format!("{n}从上年的{a}%升至{b}%（提高{c}个百分点）。"),
        |n, a, b, c| format!("{n}由{a}%上升为{b}%，一年提高{c}个百分点。"),
    ];
    for form in forms {
        let name = rng.pick(RATES).copied().unwrap_or_default();
        let (a, up) = (rng.int(310, 600), rng.int(12, 90));
        let (low, high) = (tenths(a), tenths(a + up));
        let wrong = up + 10;
        out.review(
            "change-mismatch",
            form(name, &low, &high, &tenths(wrong)),
            form(name, &low, &high, &tenths(up)),
        );
    }
    for (noun, unit, verb, to) in [
        ("涉企证明", "项", "减少", "减少到"),
        ("立项审批", "个工作日", "压缩", "压缩至"),
        ("农村公交线路", "条", "增加", "增加到"),
        ("养老助餐点", "个", "净增", "增至"),
    ] {
        let (a, d) = (rng.int(120, 300), rng.int(15, 80));
        let b = if verb == "减少" || verb == "压缩" { a - d } else { a + d };
        let say = |d: i64| format!("{noun}由{a}{unit}{to}{b}{unit}，{verb}{d}{unit}。");
        out.review("change-mismatch", say(d + 10), say(d));
    }
}

fn points(out: &mut Plants, rng: &mut Rng) {
    let forms: &[Points] = &[
        |n, c, u| format!("{n}比上年提高{c}{u}。"),
        |n, c, u| format!("{n}同比提升{c}{u}，群众获得感更强。"),
        |n, c, u| format!("{n}达到62.6%，较上年提高{c}{u}。"),
        |n, c, u| format!("{n}由40.5%提高到45.2%，提高了{}{u}。", if c.is_empty() { "" } else { "4.7" }),
        |n, c, u| format!("{n}较上年上升{c}{u}。"),
    ];
    for form in forms {
        let name = rng.pick(RATES).copied().unwrap_or_default();
        let c = tenths(rng.int(8, 48));
        out.review("percent-vs-points", form(name, &c, "%"), form(name, &c, "个百分点"));
    }
    for name in ["出口交货值", "工业用电量", "民间投资", "建筑业总产值"] {
        let c = tenths(rng.int(31, 98));
        out.review(
            "percent-vs-points",
            format!("{name}同比增长{c}个百分点。"),
            format!("{name}增速比上年提高{c}个百分点。"),
        );
    }
    let c = tenths(rng.int(31, 98));
    out.review(
        "percent-vs-points",
        format!("工业用电量增速提高{c}%个百分点。"),
        format!("工业用电量增速提高{c}个百分点。"),
    );
}

fn direction(out: &mut Plants, rng: &mut Rng) {
    for (noun, unit, up, down) in [
        ("农作物良种覆盖率", "%", "提高到", "下降到"),
        ("再生水利用率", "%", "提升至", "降至"),
        ("涉企收费项目", "项", "增加到", "精简到"),
        ("办理时限", "天", "延长到", "压缩至"),
        ("信访总量", "件", "上升到", "下降到"),
    ] {
        let (a, d) = (rng.int(42, 60), rng.int(4, 20));
        out.review(
            "direction-word-mismatch",
            format!("{noun}由{a}{unit}{up}{}{unit}。", a - d),
            format!("{noun}由{a}{unit}{up}{}{unit}。", a + d),
        );
        out.review(
            "direction-word-mismatch",
            format!("{noun}从{a}{unit}{down}{}{unit}。", a + d),
            format!("{noun}从{a}{unit}{down}{}{unit}。", a - d),
        );
    }
}
