//! Growth, change, direction, base and the distance to the province: figures that stand in one sentence.

use crate::form::{MEASURES, SHARES, fill, plant, shown};
use crate::plant::{Part, Plants};
use crate::rng::{Rng, permille, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    growth(out, rng);
    mean_growth(out, rng);
    falls(out, rng);
    points(out, rng);
    amounts(out, rng);
    direction(out, rng);
    baseline(out, rng);
    distance(out, rng);
}

fn growth(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}从{a}{u}跃升至{b}{u}，增幅{g}%。",
        "{n}{b}{u}，上年为{a}{u}，增长{g}%。",
        "与上年的{a}{u}相比，{n}达到{b}{u}，增幅为{g}%。",
        "过去三年，{n}由{a}{u}提高到{b}{u}，累计增长{g}%。",
        "{n}由2020年的{a}{u}增长至{b}{u}，增长{g}%，发展后劲明显增强。",
        "新业态蓬勃发展：{n}由{a}{u}增加到{b}{u}、增长{g}%，市场主体活力迸发。",
        "一年来，{n}由{a}{u}上升到{b}{u}，同比增长{g}%。",
        "{n}由{a}{u}攀升至{b}{u}，增速为{g}%。",
        "{n}从{a}{u}发展到{b}{u}，增长率达{g}%。",
        "{n}由{a}{u}壮大到{b}{u}，净增长{g}%。",
        "{n}实现{b}{u}，较上年{a}{u}增长{g}%。",
        "在外部压力加大的情况下，{n}仍由{a}{u}做大到{b}{u}，同比增幅{g}%。",
        "{n}由上年同期{a}{u}增至{b}{u}，同比增长{g}个百分点。",
        "{n}从{a}{u}增加到{b}{u}，比上年增长{g}%；农村寄递网点从120个增加到150个，增长25%。",
        "农村寄递网点从120个增加到150个，增长25%；{n}从{a}{u}增加到{b}{u}，增长{g}%。",
        "{n}达{b}{u}（上年为{a}{u}），增长{g}%。",
    ] {
        let (n, u, decimal) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let (a, more) = (rng.int(210, 600), rng.int(21, 120));
        let g = permille(more, a);
        let wrong = g + rng.int(20, 180);
        let (from, to) = (shown(a, decimal), shown(a + more, decimal));
        let say = |g: i64| fill(frame, &[("n", n), ("u", u), ("a", &from), ("b", &to), ("g", &tenths(g))]);
        if frame.contains("个百分点") {
            // The figures fit; the unit of the rate does not.
            let right = say(g).replace("个百分点", "%");
            plant(out, rng, ("growth-mismatch", &["percent-vs-points"]), Part::Review, (say(wrong), right));
        } else {
            plant(out, rng, ("growth-mismatch", &[]), Part::Review, (say(wrong), say(g)));
        }
    }
    for (wrong, right) in [
        ("{n}由{a}{u}增加到{c}{u}，翻了一番。", "{n}由{a}{u}增加到{b}{u}，翻了一番。"),
        ("{n}由{a}{u}发展到{b}{u}，增长2倍。", "{n}由{a}{u}发展到{b}{u}，增长1倍。"),
        ("{n}从{a}{u}增加到{c}{u}，增长3倍。", "{n}从{a}{u}增加到{c}{u}，是原来的3倍。"),
        ("{n}从{a}{u}增加到{b}{u}，增长近三成。", "{n}从{a}{u}增加到{b}{u}，实现翻番。"),
    ] {
        let (n, u, _) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let a = rng.int(110, 300);
        let (b, c) = ((a * 2).to_string(), (a * 3).to_string());
        let say =
            |frame: &str| fill(frame, &[("n", n), ("u", u), ("a", &a.to_string()), ("b", &b), ("c", &c)]);
        plant(out, rng, ("growth-mismatch", &[]), Part::Review, (say(wrong), say(right)));
    }
}

/// The mean annual growth over `years`, in tenths of a percent.
fn mean(from: i64, to: i64, years: f64) -> i64 {
    (((to as f64 / from as f64).powf(1.0 / years) - 1.0) * 1000.0).round() as i64
}

fn mean_growth(out: &mut Plants, rng: &mut Rng) {
    for (frame, years) in [
        ("五年来，{n}由{a}{u}增加到{b}{u}，年均增长{g}%。", 5.0),
        ("“十三五”期间，{n}从{a}{u}提高到{b}{u}，年均增速达{g}%。", 5.0),
        ("{n}由2018年的{a}{u}增加到2023年的{b}{u}，年均增长{g}%。", 5.0),
        ("过去五年，{n}从{a}{u}增至{b}{u}、年均增长{g}%。", 5.0),
        ("三年间，{n}由{a}{u}扩大到{b}{u}，年均增幅{g}%。", 3.0),
    ] {
        let (n, u, decimal) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let a = rng.int(210, 600);
        let b = a * rng.int(150, 170) / 100;
        let (from, to) = (shown(a, decimal), shown(b, decimal));
        let g = mean(a, b, years);
        let say = |g: i64| fill(frame, &[("n", n), ("u", u), ("a", &from), ("b", &to), ("g", &tenths(g))]);
        let wrong = g + if years > 4.0 { 8 } else { 10 };
        plant(out, rng, ("growth-mismatch", &[]), Part::Review, (say(wrong), say(g)));
    }
    let say = |g: &str| format!("五年来，村级电商服务站数量是五年前的1.8倍，年均增长{g}%。");
    plant(out, rng, ("growth-mismatch", &[]), Part::Review, (say("21.7"), say("12.5")));
}

fn falls(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}由{a}{u}下降到{b}{u}，降幅{g}%。",
        "{n}从{a}{u}压减至{b}{u}，减少{g}%。",
        "{n}{b}{u}，比上年的{a}{u}下降{g}%。",
        "{n}由{a}{u}精简为{b}{u}，精简比例达{g}%。",
        "{n}由{a}{u}降至{b}{u}（同比下降{g}%）。",
        "{n}从上年的{a}{u}减少到{b}{u}，同比减少{g}%。",
    ] {
        let (n, u) = *rng
            .pick(&[("涉企证明事项", "项"), ("工矿事故", "起"), ("临时救助积案", "件")])
            .unwrap_or(&("", ""));
        let (a, less) = (rng.int(210, 600), rng.int(30, 120));
        let g = permille(less, a);
        let wrong = g + rng.int(30, 150);
        let (from, to) = (a.to_string(), (a - less).to_string());
        let say = |g: i64| fill(frame, &[("n", n), ("u", u), ("a", &from), ("b", &to), ("g", &tenths(g))]);
        plant(out, rng, ("growth-mismatch", &[]), Part::Review, (say(wrong), say(g)));
    }
}

fn points(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}由{a}%提高至{b}%，增幅为{c}个百分点。",
        "{n}为{b}%，较上年{a}%提升{c}个百分点。",
        "{n}（由{a}%提高到{b}%，提高{c}个百分点）创历史最好水平。",
        "五年来，{n}由{a}%上升到{b}%，累计上升{c}个百分点。",
        "{n}由{a}%上升为{b}%，一年提高{c}个百分点。",
        "{n}比上年提高{c}个百分点，由{a}%提高到{b}%。",
        "{n}从{a}%跃升到{b}%，净提高{c}个百分点，位次前移。",
        "{n}达{b}%，上年为{a}%，提高{c}个百分点。",
        "坚持城乡一体，{n}由上年的{a}%提升到{b}%、提高{c}个百分点，群众生活更加便利。",
        "{n}由{a}%提高到{b}%，比上年高出{c}个百分点。",
    ] {
        let n = rng.pick(SHARES).copied().unwrap_or_default();
        let (a, up) = (rng.int(410, 600), rng.int(12, 90));
        let (low, high) = (tenths(a), tenths(a + up));
        let say = |c: i64| fill(frame, &[("n", n), ("a", &low), ("b", &high), ("c", &tenths(c))]);
        plant(out, rng, ("change-mismatch", &["baseline-difference"]), Part::Review, (say(up + 10), say(up)));
    }
    for frame in [
        "农产品损耗率由{b}%下降到{a}%，下降了{c}个百分点。",
        "供水管网漏损率由上年的{b}%降至{a}%，降低{c}个百分点。",
        "农村恩格尔系数从{b}%降到{a}%，五年下降{c}个百分点。",
    ] {
        let (a, up) = (rng.int(210, 300), rng.int(12, 60));
        let (low, high) = (tenths(a), tenths(a + up));
        let say = |c: i64| fill(frame, &[("a", &low), ("b", &high), ("c", &tenths(c))]);
        plant(out, rng, ("change-mismatch", &[]), Part::Review, (say(up + 10), say(up)));
    }
}

fn amounts(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}由{a}{u}增加到{b}{u}，新增{c}{u}。",
        "{n}从{a}{u}增至{b}{u}，净增{c}{u}，增速居全省前列。",
        "{n}由年初的{a}{u}上升到年末的{b}{u}，增加{c}{u}。",
        "{n}达到{b}{u}，比上年的{a}{u}增加{c}{u}。",
        "三年来，{n}由{a}{u}扩大到{b}{u}，累计增加{c}{u}。",
        "{n}由{a}{u}发展到{b}{u}，一年增加{c}{u}。",
    ] {
        let (n, u, decimal) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let (a, up) = (rng.int(210, 600), rng.int(21, 120));
        let (low, high) = (shown(a, decimal), shown(a + up, decimal));
        let say =
            |c: i64| fill(frame, &[("n", n), ("u", u), ("a", &low), ("b", &high), ("c", &shown(c, decimal))]);
        plant(out, rng, ("change-mismatch", &["baseline-difference"]), Part::Review, (say(up + 10), say(up)));
    }
    for (frame, unit) in [
        ("施工许可办理时间由{a}{u}缩短到{b}{u}，缩短{c}{u}。", "个工作日"),
        ("不动产登记环节由{a}{u}压缩至{b}{u}，减少{c}{u}。", "个"),
        ("高铁车程由{a}{u}压缩到{b}{u}，节省{c}{u}。", "分钟"),
        ("市级部门内设机构从{a}{u}精简为{b}{u}，精简{c}{u}。", "个"),
    ] {
        let (b, less) = (rng.int(20, 60), rng.int(12, 40));
        let (low, high) = ((b + less).to_string(), b.to_string());
        let say = |c: i64| fill(frame, &[("u", unit), ("a", &low), ("b", &high), ("c", &c.to_string())]);
        plant(out, rng, ("change-mismatch", &[]), Part::Review, (say(less + 2), say(less)));
    }
}

fn direction(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}由{a}{u}跃升至{b}{u}。",
        "{n}从{a}{u}攀升到{b}{u}，创历史新高。",
        "{n}由上年的{a}{u}增长到{b}{u}。",
        "{n}由{a}{u}上升为{b}{u}，后劲更足。",
        "力争{n}由{a}{u}扩大到{b}{u}。",
        "{n}达到{b}{u}，比上年的{a}{u}大幅增加。",
        "几年来，{n}由{a}{u}发展壮大到{b}{u}。",
        "{n}从年初{a}{u}增加至年末{b}{u}。",
    ] {
        let (n, u, decimal) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let (a, up) = (rng.int(210, 600), rng.int(41, 120));
        let (low, high) = (shown(a, decimal), shown(a + up, decimal));
        let say = |from: &str, to: &str| fill(frame, &[("n", n), ("u", u), ("a", from), ("b", to)]);
        let part = if frame.starts_with("力争") { Part::Plan } else { Part::Review };
        plant(out, rng, ("direction-word-mismatch", &[]), part, (say(&high, &low), say(&low, &high)));
    }
    for (frame, unit) in [
        ("城镇登记失业率由{a}{u}回落到{b}{u}。", "%"),
        ("商事登记平均用时由{a}{u}缩短至{b}{u}。", "小时"),
        ("涉企收费目录清单由{a}{u}压减到{b}{u}。", "项"),
        ("贫困监测对象由{a}{u}减少为{b}{u}。", "户"),
        ("污水直排口从{a}{u}降低到{b}{u}。", "个"),
        ("重点税源缺口从{a}{u}收窄至{b}{u}。", "万元"),
    ] {
        let (a, up) = (rng.int(31, 39), rng.int(4, 20));
        let (low, high) = (a.to_string(), (a + up).to_string());
        let say = |from: &str, to: &str| fill(frame, &[("u", unit), ("a", from), ("b", to)]);
        plant(out, rng, ("direction-word-mismatch", &[]), Part::Review, (say(&low, &high), say(&high, &low)));
    }
    let (low, high) = (rng.int(410, 500), rng.int(520, 590));
    let (d, low, high) = (tenths(high - low), tenths(low), tenths(high));
    for (wrong, right) in [
        (
            "普惠性幼儿园覆盖率由{b}%下降到{a}%，提高{d}个百分点。",
            "普惠性幼儿园覆盖率由{a}%上升到{b}%，提高{d}个百分点。",
        ),
        (
            "秸秆综合利用率由{a}%提升到{b}%，下降{d}个百分点。",
            "秸秆综合利用率由{a}%提升到{b}%，提升{d}个百分点。",
        ),
        ("燃气普及率{a}%，比上年的{b}%提高{d}个百分点。", "燃气普及率{b}%，比上年的{a}%提高{d}个百分点。"),
    ] {
        let say = |frame: &str| fill(frame, &[("a", &low), ("b", &high), ("d", &d)]);
        let rule = ("direction-word-mismatch", &["change-mismatch", "baseline-difference"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(wrong), say(right)));
    }
}

fn baseline(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "上年{n}为{a}{u}，今年达到{b}{u}，比上年增加{c}{u}。",
        "{n}达到{b}{u}，比上年增加{c}{u}（上年为{a}{u}）。",
        "{n}{b}{u}，比上年多{c}{u}，上年为{a}{u}。",
        "上年{n}只有{a}{u}，全年达到{b}{u}，较上年净增{c}{u}。",
        "{n}达到{b}{u}，较2020年增加{c}{u}，2020年为{a}{u}。",
        "2020年{n}为{a}{u}。去年达到{b}{u}，比2020年增加{c}{u}。",
        "{n}达到{b}{u}，比上年增长{c}{u}，上年的基数是{a}{u}。",
        "{n}由上年的{a}{u}起步，年末达到{b}{u}，比上年增加{c}{u}。",
    ] {
        let (n, u, decimal) = *rng.pick(MEASURES).unwrap_or(&("保费收入", "亿元", true));
        let (a, up) = (rng.int(210, 600), rng.int(21, 120));
        let (low, high) = (shown(a, decimal), shown(a + up, decimal));
        let say =
            |c: i64| fill(frame, &[("n", n), ("u", u), ("a", &low), ("b", &high), ("c", &shown(c, decimal))]);
        plant(out, rng, ("baseline-difference", &["change-mismatch"]), Part::Review, (say(up + 10), say(up)));
    }
    for frame in [
        "农村低保标准达到每年{b}元，高于省定标准{c}元，省定标准为{a}元。",
        "脱贫户人均收入{b}元，超出国家标准{c}元（国家标准为{a}元）。",
        "生均公用经费达到{b}元，比国家标准（{a}元）高{c}元。",
    ] {
        let (a, up) = (rng.int(2100, 4600), rng.int(210, 900));
        let (low, high) = (a.to_string(), (a + up).to_string());
        let say = |c: i64| fill(frame, &[("a", &low), ("b", &high), ("c", &c.to_string())]);
        plant(
            out,
            rng,
            ("baseline-difference", &["change-mismatch"]),
            Part::Review,
            (say(up + 100), say(up)),
        );
    }
}

fn distance(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "{n}增长{b}%，高于全省平均水平（{a}%）{c}个百分点。",
        "{n}增长{b}%，比全国（{a}%）高{c}个百分点。",
        "全省{n}增长{a}%，我市{n}增长{b}%，高于全省{c}个百分点。",
        "{n}增长{b}%，快于全市{c}个百分点（全市增长{a}%）。",
        "{n}增长{b}%，高出全省{a}%的平均水平{c}个百分点。",
        "{n}同比增长{b}%，全省为{a}%，高于全省{c}个百分点。",
        "全国{n}平均增长{a}%，我县增长{b}%，高出全国{c}个百分点。",
        "{n}增速达到{b}%，领先全省平均增速（{a}%）{c}个百分点。",
    ] {
        let n = *rng.pick(&["工业用电量", "技改投资", "保费收入", "出口交货值"]).unwrap_or(&"");
        let (a, up) = (rng.int(31, 69), rng.int(8, 29));
        let (low, high) = (tenths(a), tenths(a + up));
        let say = |c: i64| fill(frame, &[("n", n), ("a", &low), ("b", &high), ("c", &tenths(c))]);
        plant(out, rng, ("growth-rank-claim", &[]), Part::Review, (say(up + 10), say(up)));
    }
    let frame = "{n}增长{a}%，{x}全省平均水平（{b}%）1.4个百分点。";
    let say = |x: &str| fill(frame, &[("n", "技改投资"), ("a", "5.2"), ("b", "6.6"), ("x", x)]);
    plant(out, rng, ("growth-rank-claim", &[]), Part::Review, (say("高于"), say("低于")));
}
