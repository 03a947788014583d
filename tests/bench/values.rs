//! Impossible values, parts, sums, shares, ratios, ranges, approximations, ranks, units.

use crate::plant::{Part, Plants};
use crate::rng::{Rng, permille, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    impossible(out, rng);
    parts(out, rng);
    sums(out, rng);
    shares(out, rng);
    figures(out, rng);
    elsewhere(out, rng);
    forms(out);
}

fn impossible(out: &mut Plants, rng: &mut Rng) {
    let (n, over, under) = (rng.int(2, 4), rng.int(104, 168), rng.int(52, 97));
    for frame in [
        |v: String| format!("火灾事故起数下降{v}。"),
        |v: String| format!("群众越级上访同比减少{v}。"),
        |v: String| format!("企业综合用能成本降低了{v}。"),
        |v: String| format!("盗窃案件发案数较上年下降{v}。"),
        |v: String| format!("平均通关时间压缩{v}，企业满意。"),
    ] {
        out.review("impossible-value", frame(format!("{n}倍")), frame(format!("{under}%")));
        out.review("impossible-value", frame(format!("{over}%")), frame(format!("{}%", under - 9)));
    }
    for frame in [
        |v: i64| format!("再生水覆盖面稳步扩大，绿色建筑占比达到{v}%。"),
        |v: i64| format!("农产品抽检合格率为{v}%。"),
        |v: i64| format!("办事群众满意率达{v}%。"),
        |v: i64| format!("民间投资占固定资产投资的比重提高到{v}%。"),
        |v: i64| format!("建成区绿化覆盖率达到{v}%。"),
    ] {
        out.review("impossible-value", frame(over), frame(under));
    }
    out.review(
        "impossible-value",
        format!("县城空气优良天数达{}天。", 366 + n),
        "农村适龄儿童毛入学率达到103.2%，对增长的贡献率达到112%。".to_owned(),
    );
}

fn parts(out: &mut Plants, rng: &mut Rng) {
    for (frame, unit) in [
        ("全年开工水利项目{a}，其中中型项目{b}。", "个"),
        ("建成公共充电桩{a}，其中快充桩{b}。", "台"),
        ("培训农村电商人才{a}，其中返乡青年{b}。", "人"),
        ("新建村级文化广场{a}（其中山区{b}）。", "处"),
        ("发放创业担保贷款{a}，其中小微企业贷款达{b}。", "万元"),
        ("收储粮食{a}，其中，政策性粮食{b}。", "吨"),
        ("全市现有民办养老机构{a}，其中四星级以上{b}。", "家"),
        ("引进急需紧缺人才{a}，其中：博士研究生{b}。", "名"),
    ] {
        let a = rng.int(120, 900);
        let say = |b: i64| frame.replace("{a}", &format!("{a}{unit}")).replace("{b}", &format!("{b}{unit}"));
        out.review("part-exceeds-whole", say(a + rng.int(7, 90)), say(a - rng.int(30, 90)));
    }
    let (a, b) = (rng.int(120, 300), rng.int(60, 80));
    let say = |c: i64| format!("建成农村充电站{a}座，其中平原乡镇{}座、山区乡镇{}座。", a - b, b + c);
    out.review("part-exceeds-whole", say(rng.int(9, 40)), say(-rng.int(9, 40)));
}

fn sums(out: &mut Plants, rng: &mut Rng) {
    for (frame, unit) in [
        ("全年安排粮食储备资金{t}，由省级补助{a}、市级配套{b}两项组成。", "万元"),
        ("上半年、下半年分别建成驿站{a}、{b}，合计{t}。", "个"),
        ("农房抗震改造由一期{a}、二期{b}组成，共{t}。", "户"),
    ] {
        let (a, b) = (rng.int(120, 400), rng.int(120, 400));
        let say = |t: i64| {
            let with = |n: i64| format!("{n}{unit}");
            frame.replace("{t}", &with(t)).replace("{a}", &with(a)).replace("{b}", &with(b))
        };
        out.review("sum-mismatch", say(a + b + rng.int(11, 90)), say(a + b)).siblings =
            &["part-exceeds-whole"];
    }
    for frame in [
        "三次产业比例调整为{a}:{b}:{c}。",
        "产业结构优化，三次产业结构由上年的12.4∶39.1∶48.5调整为{a}∶{b}∶{c}。",
        "三次产业比重为{a}：{b}：{c}。",
        "三次产业增加值比例达到{a}:{b}:{c}，结构更优。",
    ] {
        let (a, b) = (rng.int(95, 140), rng.int(360, 420));
        let say =
            |c: i64| frame.replace("{a}", &tenths(a)).replace("{b}", &tenths(b)).replace("{c}", &tenths(c));
        let c = 1000 - a - b;
        out.review("ratio-list-not-100", say(c + rng.int(11, 100)), say(c));
    }
}

fn shares(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "办结复议案件{a}件，占受理总数{b}件的{c}%。",
        "完成供热改造{a}户，占应改造{b}户的{c}%。",
        "建成智慧社区{a}个，占全部{b}个社区的{c}%。",
        "{a}家规上企业建立研发机构，占规上企业总数{b}家的{c}%。",
    ] {
        let (b, drop) = (rng.int(400, 900), rng.int(40, 180));
        let a = b - drop;
        let say = |c: i64| {
            frame.replace("{a}", &a.to_string()).replace("{b}", &b.to_string()).replace("{c}", &tenths(c))
        };
        let c = permille(a, b);
        out.review("share-mismatch", say(c - rng.int(31, 90)), say(c));
    }
    for (frame, unit) in [
        ("为{a}户农户发放贴息{b}万元，户均贴息{c}元。", 10_000),
        ("向{a}户困难家庭发放补助{b}万元，户均补助{c}元。", 10_000),
        ("为{a}家小微企业减免房租{b}万元，户均减租{c}元。", 10_000),
    ] {
        let (a, each) = (rng.int(4, 9) * 100, rng.int(12, 60) * 100);
        let say = |c: i64| {
            frame
                .replace("{a}", &a.to_string())
                .replace("{b}", &(a * each / unit).to_string())
                .replace("{c}", &c.to_string())
        };
        out.review("per-unit-consistency", say(each * 2), say(each));
    }
    let (a, d) = (rng.int(210, 290), rng.int(8, 30));
    let say = |d2: i64| format!("上年夜间开放场馆{a}个，今年夜间开放场馆达到{}个，比上年增加{d2}个。", a + d);
    out.review("baseline-difference", say(d + 10), say(d)).siblings = &["change-mismatch"];
    let say = |d2: i64| format!("农民工月工资标准达到{}元，超过国家标准{d2}元（国家标准为{a}元）。", a + d);
    out.review("baseline-difference", say(d + 10), say(d)).siblings = &["change-mismatch"];
    let (low, up) = (rng.int(41, 79), rng.int(8, 29));
    for place in ["全省", "全国"] {
        let say = |up: i64| {
            format!(
                "工业用电量增长{}%，高于{place}平均水平（{}%）{}个百分点。",
                tenths(low + 20),
                tenths(low),
                tenths(up)
            )
        };
        out.review("growth-rank-claim", say(up + 21), say(20));
    }
}

fn figures(out: &mut Plants, rng: &mut Rng) {
    let n = rng.int(3, 8) * 100;
    for (wrong, right) in [
        (format!("转移就业近{n}余人。"), format!("转移就业近{n}人。")),
        (format!("不到{n}户左右的家庭尚未通气。"), format!("不到{n}户家庭尚未通气。")),
        (format!("惠及超过{n}户左右农户。"), format!("惠及超过{n}户农户。")),
        (format!("接近{n}多家商铺参与让利。"), format!("{n}多家商铺参与让利。")),
        (format!("至少有{n}人左右受益。"), format!("约有{n}人受益。")),
        (format!("将近{n}余名志愿者上岗。"), format!("{n}余名志愿者上岗。")),
        (format!("培训不足{n}人以上。"), format!("近三十多年来，培训近{n}人。")),
    ] {
        out.review("contradictory-approximation", wrong, right);
    }
    for (wrong, right) in [
        (format!("每县至少新建{n}个以上托位。"), format!("每县至少新建{n}个托位。")),
        ("确保按期办结率不低于96%以上。".to_owned(), "确保按期办结率不低于96%。".to_owned()),
        (format!("超过{n}家以上门店参加。"), "控制在5%以内，至少引进3000万元以上项目2个。".to_owned()),
        ("平均等候时间不超过15分钟以内。".to_owned(), "平均等候时间不超过15分钟。".to_owned()),
        (format!("带动就业不少于{n}人以上。"), format!("带动就业{n}人以上。")),
        ("最多3天以内办结。".to_owned(), "最多3天办结。".to_owned()),
        (format!("超过{n}余名选手参赛。"), format!("超过{n}名选手参赛。")),
    ] {
        out.plan("redundant-approximation", wrong, right);
    }
    let (a, b) = (rng.int(31, 48), rng.int(52, 79));
    for (wrong, right) in [
        (format!("水产产值增长{b}%—{a}%。"), format!("水产产值增长{a}%—{b}%。")),
        (format!("每村补助{b}万～{a}万元。"), format!("每村补助{a}万～{b}万元。")),
        (format!("新建泊位{b}至{a}个。"), format!("新建泊位{a}至{b}个。")),
        (format!("每镇培育{b}—{a}户示范户。"), "办理时限由15天至5天，执行国标GB 2095-2012。".to_owned()),
        ("落实老区规划（2025—2021年）。".to_owned(), "落实老区规划（2021—2025年）。".to_owned()),
    ] {
        out.plan("range-order", wrong, right);
    }
    for (wrong, right) in [
        ("水产产值增长15—20%。", "水产产值增长15%—20%。"),
        ("每年培训渔民3—5万人。", "每年培训渔民3万—5万人。"),
        ("单个项目补助10～50亿元。", "每村补助3—5元。"),
        ("每年引进资金2-3亿元。", "每个社区配备2—3人。"),
    ] {
        out.plan("range-unit-ambiguity", wrong.to_owned(), right.to_owned());
    }
}

fn elsewhere(out: &mut Plants, rng: &mut Rng) {
    let (a, b) = (rng.int(200, 390), rng.int(4, 14));
    for (first, second) in [
        ("保费收入达到{}亿元。", "金融活水充沛。保费收入{}亿元。"),
        ("发电量达到{}亿千瓦时。", "能源供应有保障。发电量{}亿千瓦时。"),
        ("快递业务收入完成{}亿元。", "新业态成长壮大。快递业务收入达{}亿元。"),
        ("全年水产品产量{}万吨。", "渔业转型加快。水产品产量达到{}万吨。"),
    ] {
        let say = |y: i64| {
            format!("{}\n{}", first.replace("{}", &tenths(a * 10)), second.replace("{}", &tenths(y * 10)))
        };
        out.review("conflicting-value", say(a + b), say(a));
    }
    for (first, wrong, right) in [
        ("全年水产品产量48万吨。", "渔业转型加快。水产品产量48万斤。", "渔业转型加快。水产品产量48万吨。"),
        ("发电量达到36亿千瓦时。", "能源供应有保障。发电量36万千瓦时。", "能源供应有保障。用水量36万吨。"),
        ("保费收入37亿元。", "金融活水充沛。保费收入37万元。", "金融活水充沛。保费赔付37万元。"),
    ] {
        out.review("unit-slip", format!("{first}\n{wrong}"), format!("{first}\n{right}")).siblings =
            &["conflicting-value", "implausible-value"];
    }
    for (first, wrong, right) in [
        (
            "民间投资增速居全省第{}位。",
            "活力增强。民间投资增速居全省第9位。",
            "活力增强。民间投资总量居全省第9位。",
        ),
        (
            "水环境质量排名全省第{}。",
            "水更清。水环境质量排名全省第9。",
            "水更清。水环境质量改善幅度排名全国第9。",
        ),
        (
            "群众满意度居全省第{}位。",
            "人心更齐。群众满意度居全省第9位。",
            "人心更齐。知识产权创造力居全省第9位。",
        ),
    ] {
        let first = first.replace("{}", &rng.int(2, 7).to_string());
        out.review("rank-conflict", format!("{first}\n{wrong}"), format!("{first}\n{right}"));
    }
    out.table(
        "mixed-unit",
        Part::Review,
        &[
            (
                "补充耕地23公顷。\n节约集约用地水平提高。新增耕地550亩。",
                "补充耕地23公顷。\n节约集约用地水平提高。流转林地550亩。",
            ),
            (
                "全年油料产量4万吨。\n农业形势喜人。油料产量8000万斤。",
                "全年油料产量4万吨。\n农业形势喜人。茶叶产量8000万斤。",
            ),
        ],
    );
    for row in out.0.iter_mut().rev().take(2) {
        row.siblings = &["unit-slip", "conflicting-value"];
    }
    out.table(
        "money-currency-slip",
        Part::Review,
        &[(
            "开放水平不断提高。全年实际利用外资达到9100万元。",
            "开放水平不断提高。全年合同外资达到8390万美元。",
        )],
    );
    out.table(
        "implausible-value",
        Part::Review,
        &[
            ("服务业增加值增长65%。", "跨境电商交易额增长4.4倍。"),
            ("农业总产值增长58%。", "农业总产值增长5.8%。"),
            ("服务业增加值增长78%。", "水产价格上涨3.8%。"),
        ],
    );
    out.table(
        "growth-level-confusion",
        Part::Review,
        &[
            ("绿色建筑占比提高到3个百分点。", "绿色建筑占比提高3个百分点。"),
            ("民间投资增长到12%。", "民间投资增长12%。"),
            ("常住人口城镇化率提高52.6%。", "村庄规划覆盖率提高到52.6%。"),
            ("再生水利用率提升至5个百分点。", "再生水利用率提升至45%。"),
            ("工业投资增加到8.6%。", "工业投资占比增加到8.6%。"),
        ],
    );
    for row in out.0.iter_mut().rev().take(5) {
        row.siblings = &["percent-vs-points"];
    }
}

fn forms(out: &mut Plants) {
    out.table(
        "numeral-typo",
        Part::Review,
        &[
            ("完成技改投入1,2亿元。", "完成技改投入1.2亿元。"),
            ("用水效率增长12。5%。", "用水效率增长12.5%。"),
            ("接待研学学生12..5万人次。", "接待研学学生12.5万人次。"),
            ("新建管网3.5.2公里。", "推出3.0版指南，开通“7·29”抢险专线。"),
            ("水产产值增长6O.5%。", "水产产值增长60.5%，推广O2O模式。"),
            ("水产产值增长4.1%%。", "水产产值增长4.1%。"),
            ("税源企业增长l2%。", "税源企业增长12%。"),
            ("惠及农户12,3456户。", "推广H5页面和HDMI2.1.3接口。"),
        ],
    );
    out.table(
        "approximator-on-exact",
        Part::Review,
        &[
            ("改造危房约12.08万户。", "改造危房约12万户。"),
            ("每亩补贴大约12345.67元。", "每亩补贴大约1.2万元。"),
            ("完成技改投入11.55亿元左右。", "完成技改投入11亿元左右。"),
        ],
    );
    out.table(
        "thousands-separator-inconsistent",
        Part::Review,
        &[("新增渔船12,345艘。", "新增渔船345艘。"), ("惠及渔民23,456人。", "惠及渔民456人。")],
    );
    out.table(
        "chinese-arabic-numeral-mix",
        Part::Review,
        &[("带动3千余人就业。", "带动3.3万户就业，修渠5千米。")],
    );
    out.table(
        "decimal-places-inconsistent",
        Part::Review,
        &[("海水、淡水养殖产量分别增长6.95%和17.3%。", "海水、淡水养殖产量分别增长6.9%和17.3%。")],
    );
    out.table(
        "respectively-superfluous",
        Part::Review,
        &[("工业用电量分别增长6.5%。", "三项指标分别增长8%以上。")],
    );
}
