//! Parts and wholes: of which, sums, shares, means per head, accounts inside larger accounts.

use crate::form::{fill, plant};
use crate::plant::{Part, Plants};
use crate::rng::{Rng, permille, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    parts(out, rng);
    sums(out, rng);
    shares(out, rng);
    means(out, rng);
    accounts(out, rng);
}

fn parts(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "引进产业项目{a}个，其中投资超亿元的有{b}个。",
        "全年完成植树{a}亩，其中退耕还林就达{b}亩。",
        "新改建农村公路{a}公里，其中：县道{b}公里、通村路12公里。",
        "发放各类救助金{a}万元，其中用于临时救助{b}万元。",
        "全市有效发明专利{a}件（其中企业拥有{b}件）。",
        "选派科技特派员{a}名，其中省级{b}名。",
        "累计排查风险隐患{a}处，其中重大隐患{b}处，全部落实整改责任。",
        "计划新建停车场{a}处，其中地下停车场{b}处。",
        "受理信访事项{a}件，其中来信{b}件，均按期办结。",
        "清理违规用地{a}宗，其中有{b}宗属于历史遗留。",
        "实施技改项目{a}个，完成投资38.6亿元，其中数字化改造项目{b}个。",
    ] {
        let (a, less, more) = (rng.int(220, 900), rng.int(30, 120), rng.int(7, 90));
        let say = |b: i64| fill(frame, &[("a", &a.to_string()), ("b", &b.to_string())]);
        let part = if frame.starts_with("计划") { Part::Plan } else { Part::Review };
        plant(out, rng, ("part-exceeds-whole", &[]), part, (say(a + more), say(a - less)));
    }
    for (wrong, right) in [
        ("新增就业{a}万人，其中高校毕业生{b}8620人。", "新增就业{a}万人，其中高校毕业生8620人。"),
        ("争取到位债券{a}亿元，其中再融资债券{b}.8亿元。", "争取到位债券{a}亿元，其中再融资债券{c}.8亿元。"),
        (
            "新建高标准农田{a}万亩，其中东部乡镇{c}万亩、西部乡镇{c}.6万亩、国有农场1.2万亩。",
            "新建高标准农田{a}万亩，其中东部乡镇{c}万亩、西部乡镇0.6万亩、国有农场1.2万亩。",
        ),
        (
            "排查房屋{a}栋，其中经营性自建房{c}栋，公共建筑{c}栋。",
            "排查房屋{a}栋，其中经营性自建房{c}栋，公共建筑1栋。",
        ),
    ] {
        let a = rng.int(5, 9);
        let (b, c) = ((a + 1).to_string(), (a - 2).to_string());
        let say = |frame: &str| fill(frame, &[("a", &a.to_string()), ("b", &b), ("c", &c)]);
        plant(out, rng, ("part-exceeds-whole", &["sum-mismatch"]), Part::Review, (say(wrong), say(right)));
    }
}

fn sums(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "中央下达{a}、省级配套{b}，两项合计{t}。",
        "全年投入{t}，由财政{a}、社会资本{b}构成。",
        "储备用地由城东片区{a}、城西片区{b}两部分组成，共{t}。",
        "新建{a}、改扩建{b}，共计{t}。",
        "污水管网改造分两期实施，一期{a}、二期{b}，总计{t}。",
        "农房改造由一期{a}、二期{b}组成，共{t}。",
        "北线{a}，南线{b}，两线共{t}。",
        "总规模{t}的引水工程，由主干渠{a}、支渠{b}两部分组成。",
        "上半年、下半年分别完成{a}和{b}，全年合计{t}。",
        "第一批{a}、第二批{b}，两批累计{t}，全部建成投用。",
    ] {
        let unit = *rng.pick(&["公里", "万元", "户", "亩", "个"]).unwrap_or(&"个");
        let (a, b) = (rng.int(120, 400), rng.int(120, 400));
        let with = |n: i64| format!("{n}{unit}");
        let say = |t: i64| fill(frame, &[("a", &with(a)), ("b", &with(b)), ("t", &with(t))]);
        let rule = ("sum-mismatch", &["part-exceeds-whole"] as &[&str]);
        let wrong = say(a + b + rng.int(11, 90));
        plant(out, rng, rule, Part::Review, (wrong, say(a + b)));
    }
    for frame in [
        "外贸稳中提质，服务贸易额{t}亿元，其中进口{a}亿元、出口{b}亿元。",
        "财政总收入完成{t}亿元，由上划收入{a}亿元、地方收入{b}亿元组成。",
        "办理代表建议{a}件、委员提案{b}件，合计{t}件，全部办结。",
        "年末户籍人口{t}万人，其中城镇人口{a}万人、乡村人口{b}万人。",
        "全市教育经费{t}亿元，其中市本级{a}亿元，其余{b}亿元由县区承担。",
        "新增耕地{t}亩，由旱地{a}亩、水田{b}亩两类构成。",
    ] {
        let (a, b) = (rng.int(120, 400), rng.int(120, 400));
        let show = |n: i64| {
            if frame.contains('亿') || frame.contains("万人") { tenths(n) } else { n.to_string() }
        };
        // The parts of the twin are rounded: one in the last place is no error.
        let off = i64::from(frame.contains('亿'));
        let say = |t: i64| fill(frame, &[("a", &show(a)), ("b", &show(b)), ("t", &show(t))]);
        let rule = ("sum-mismatch", &["part-exceeds-whole", "conflicting-value"] as &[&str]);
        let wrong = say(a + b + rng.int(11, 90));
        plant(out, rng, rule, Part::Review, (wrong, say(a + b + off)));
    }
}

fn shares(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "受理民生诉求{b}件，办结{a}件，办结率{c}%。",
        "{b}个行政村中，{a}个村建成文化广场，占行政村总数的{c}%。",
        "抽检食品{b}批次，合格{a}批次，合格率为{c}%。",
        "应改造管网{b}公里，已改造{a}公里，占{c}%。",
        "实施惠企政策，{b}家企业中有{a}家受益，受益面达{c}%。",
        "全市{a}个村集体收入超过20万元，占村总数（{b}个）的{c}%。",
        "累计建成口袋公园{a}个，占规划总数{b}个的{c}%。",
        "检查企业{b}家，其中达标{a}家，达标率{c}%。",
        "开工重点项目{a}个，占年度计划{b}个的{c}%。",
        "发放贷款{b}万元，其中涉农贷款{a}万元，占{c}%。",
        "发放贷款{b}万元，其中涉农贷款{a}万元、占比{c}%。",
    ] {
        let (b, drop) = (rng.int(400, 900), rng.int(60, 180));
        let a = b - drop;
        let c = permille(a, b);
        let say = |c: &str| fill(frame, &[("a", &a.to_string()), ("b", &b.to_string()), ("c", c)]);
        // The twin is at times rounded to whole per cent.
        let right = if rng.int(0, 2) == 0 { ((c + 5) / 10).to_string() } else { tenths(c) };
        let wrong = tenths(c - rng.int(31, 90));
        plant(out, rng, ("share-mismatch", &[]), Part::Review, (say(&wrong), say(&right)));
    }
    for frame in [
        "县城空气优良天数达到{d}天，优良天数比例{c}%。",
        "环境空气质量优良天数{d}天，占比{c}%。",
        "空气质量优良天数{d}天、优良率达{c}%。",
    ] {
        let d = rng.int(301, 340);
        let c = permille(d, 365);
        let say = |c: i64| fill(frame, &[("d", &d.to_string()), ("c", &tenths(c))]);
        let wrong = say(c - rng.int(41, 90));
        plant(out, rng, ("share-mismatch", &[]), Part::Review, (wrong, say(c)));
    }
}

fn means(out: &mut Plants, rng: &mut Rng) {
    for (frame, scale) in [
        ("为{a}户企业减免税费{b}万元，户均减免{c}万元。", 1),
        ("向{a}名高龄老人发放补贴{b}万元，人均{c}元。", 10_000),
        ("投入{b}万元扶持{a}个薄弱村，村均{c}万元。", 1),
        ("流转土地{a}亩，农户获租金{b}万元，亩均{c}元。", 10_000),
        ("{a}户农户分红{b}万元，平均每户{c}元。", 10_000),
        ("带动{a}名群众增收{b}万元，人均增收{c}元。", 10_000),
        ("资助困难学生{a}人，发放资金{b}万元，每人平均{c}元。", 10_000),
        ("改造村道{a}公里，总投资{b}万元，每公里平均{c}万元。", 1),
        ("{a}家规上企业缴纳税金{b}万元，户均纳税{c}万元。", 1),
    ] {
        let a = rng.int(2, 9) * 100;
        let each = if scale == 1 { rng.int(12, 60) } else { rng.int(12, 60) * 100 };
        let say = |c: i64| {
            fill(
                frame,
                &[("a", &a.to_string()), ("b", &(a * each / scale).to_string()), ("c", &c.to_string())],
            )
        };
        let wrong = if rng.int(0, 1) == 0 { each * 10 } else { each + each / 2 };
        plant(out, rng, ("per-unit-consistency", &[]), Part::Review, (say(wrong), say(each)));
    }
}

fn accounts(out: &mut Plants, rng: &mut Rng) {
    for (whole, part) in [
        ("固定资产投资完成{a}亿元。", "工业投资完成{b}亿元。"),
        ("全年固定资产投资{a}亿元。", "产业后劲增强。民间投资达到{b}亿元。"),
        ("固定资产投资总量{a}亿元。", "重点项目扎实推进。房地产开发投资完成{b}亿元。"),
        ("固定资产投资实现{a}亿元。", "投资结构优化。制造业投资完成{b}亿元。"),
        ("全社会用电量{a}亿千瓦时。", "电力供需平衡。工业用电量{b}亿千瓦时。"),
        ("农林牧渔业总产值{a}亿元。", "畜牧养殖稳产。畜牧业总产值达到{b}亿元。"),
        ("专利授权量{a}件。", "创新动力更足。发明专利授权{b}件。"),
        ("工业总产值完成{a}亿元。", "园区支撑有力。规模以上工业总产值{b}亿元。"),
        ("固定资产投资达{a}亿元。", "补短板力度加大，基础设施投资{b}亿元。"),
    ] {
        let a = rng.int(120, 300);
        let say = |b: i64| {
            format!("{}\n{}", fill(whole, &[("a", &a.to_string())]), fill(part, &[("b", &b.to_string())]))
        };
        let rule =
            ("unit-order-of-magnitude", &["conflicting-value", "part-exceeds-whole", "unit-slip"] as &[&str]);
        plant(out, rng, rule, Part::Review, (say(a * 4), say(a / 3)));
    }
}
