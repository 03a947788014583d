//! Ranges and ratios: their order, their units, what they add up to.

use crate::plant::{Plants, fill};
use crate::rng::{Rng, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    order(out, rng);
    units(out, rng);
    ratios(out, rng);
}

fn order(out: &mut Plants, rng: &mut Rng) {
    for (wrong, right) in [
        ("渔业总产值预期增长{b}%—{a}%。", "渔业总产值预期增长{a}%—{b}%。"),
        ("渔业总产值预期增长{b}%-{a}%，力争更好结果。", "渔业总产值增速预计由{b}%回落到{a}%，力争更好结果。"),
        ("村干部报酬提高到每月{b}00元至{a}00元。", "村干部报酬从每月{a}00元提高至{b}00元。"),
        ("办件时限为{b}～{a}个工作日。", "办件时限由{b}个工作日压缩至{a}个工作日。"),
        ("每个街道建设助餐点{b}—{a}个；", "每个街道建设助餐点{a}—{b}个，执行DB34/T {b}—{a}；"),
        ("单位产品能耗下降幅度保持在{b}%～{a}%之间", "单位产品能耗下降幅度保持在{a}%～{b}%之间"),
        ("实施校舍安全提升行动（2027—2024年）。", "实施校舍安全提升行动（2024—2027年）。"),
        ("2026年至2022年的专项审计全面启动。", "2022年至2026年的专项审计全面启动。"),
        ("对示范社给予{b}万—{a}万元奖补。", "对示范社给予{a}万—{b}万元奖补，11月至次年3月拨付。"),
        ("整治河道{b}至{a}公里。", "整治河道{a}至{b}公里，工期由{b}个月缩短至{a}个月。"),
        ("新增托位{b}0—{a}0个，平均每县{a}个。", "新增托位{a}0—{b}0个，平均每县{a}个，热线{b}0-{a}。"),
        ("计划在{b}到{a}个村开展试点。", "计划在{a}到{b}个村开展试点。"),
    ] {
        let (a, b) = (rng.int(12, 38), rng.int(43, 88));
        let say = |frame: &str| fill(frame, &[("a", &a), ("b", &b)]);
        out.plan("range-order", say(wrong), say(right));
    }
}

fn units(out: &mut Plants, rng: &mut Rng) {
    for (wrong, right) in [
        ("渔业总产值增长{a}—{b}%。", "渔业总产值增长{a}%—{b}%。"),
        ("渔业总产值增幅在{a}-{b}%左右。", "渔业总产值增幅在{a}%-{b}%左右，覆盖{a}-{b}个村。"),
        ("每年轮训基层干部{a}～{b}万人次。", "每年轮训基层干部{a}万～{b}万人次。"),
        ("出生人口性别比异常地区降低{a}—{b}‰。", "出生率降低{a}‰—{b}‰，{a}—{b}天办结。"),
        ("安排产业引导资金{a}-{b}亿元；", "安排产业引导资金{a}亿-{b}亿元；"),
        ("示范镇奖补{a}～{b}万元，一般镇减半。", "示范镇奖补{a}万～{b}万元，每户{a}～{b}元。"),
        ("流转撂荒地{a}—{b}万亩。", "流转撂荒地{a}—{b}亩，持续3—5年。"),
        ("化肥施用强度下降(降幅{a}-{b}%)", "化肥施用强度下降(降幅{a}%-{b}%)"),
    ] {
        let (a, b) = (rng.int(2, 5), rng.int(6, 9));
        let say = |frame: &str| fill(frame, &[("a", &a), ("b", &b)]);
        out.plan("range-unit-ambiguity", say(wrong), say(right));
    }
}

fn ratios(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "三次产业结构优化为{a}∶{b}∶{c}。",
        "产业结构持续优化，三次产业比由{a}:{b}:{c}调整为9.8:41.7:48.5。",
        "第一、二、三产业占比分别为{a}%、{b}%、{c}%，服务业主导地位巩固。",
        "三次产业增加值占地区生产总值的比重分别为{a}%、{b}%和{c}%。",
        "一、二、三产业结构比为{a}：{b}：{c}；",
        "全市三次产业结构比例达{a}:{b}:{c}，一产更精、二产更强、三产更活。",
        "三次产业结构调优至{a}:{b}:{c}（上年为9.8:41.7:48.5）。",
        "产业结构由9.8∶41.7∶48.5优化为{a}∶{b}∶{c}。",
        "三产结构比为{a}:{b}:{c}",
        "一二三产业比例为{a}∶{b}∶{c}，经济结构更趋合理。",
        "三次产业的比例关系由上年的9.8:41.7:48.5演变为{a}:{b}:{c}。",
        "三次产业占GDP比重分别达到{a}%、{b}%、{c}%。",
    ] {
        let (a, b, off) = (rng.int(85, 140), rng.int(360, 420), rng.int(-1, 1));
        let c = 1000 - a - b;
        let say = |c: i64| fill(frame, &[("a", &tenths(a)), ("b", &tenths(b)), ("c", &tenths(c))]);
        let wrong = if rng.int(0, 1) == 0 { c + rng.int(8, 90) } else { c - rng.int(8, 90) };
        // A tenth is what rounding takes or gives.
        out.review("ratio-list-not-100", say(wrong), say(c + off));
    }
    let say = |c: i64| format!("三次产业结构调整为12:39:{c}，整数取舍。");
    out.review("ratio-list-not-100", say(45), say(49));
}
