//! Levels that cannot be believed, one indicator in two currencies, one ranking with two ranks.

use crate::plant::{Plants, Spread, fill};
use crate::rng::{Rng, tenths};

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    ranges(out, rng);
    jumps(out, rng);
    currencies(out, rng);
    ranks(out, rng);
}

fn ranges(out: &mut Plants, rng: &mut Rng) {
    for (wrong, right) in [
        ("全年农林牧渔业总产值增长{h}%。", "全年农林牧渔业总产值增长{g}%，预制菜产值增长{h}%。"),
        ("服务业增加值同比增长{h}%，拉动作用明显。", "服务业增加值同比增长{g}%，直播带货销售额增长{h}%。"),
        ("全社会用电量比上年增长{h}%。", "全社会用电量比上年增长{g}%，充换电用电量增长{h}%。"),
        ("工业生产者出厂价格上涨{h}%；", "工业生产者出厂价格上涨{g}%；"),
        ("居民人均消费支出增长{h}%，升级类商品旺销。", "居民人均消费支出增长{g}%，升级类商品旺销。"),
        ("人均预期寿命达到{f}.3岁。", "人均预期寿命达到79.{g}岁。"),
        ("第二产业增加值增速达{h}%", "第二产业增加值增速达{g}%"),
        ("建筑业增加值增长{h}%（不变价）。", "建筑业增加值增长{g}%（不变价）。"),
        ("民间固定资产投资增长{f}0%，活力迸发。", "民间固定资产投资增长{g}%，活力迸发。"),
        ("农业增加值增长{h}%左右。", "农业增加值增长{g}%左右，大棚草莓收入翻番。"),
    ] {
        let (h, g, f) = (rng.int(61, 95), rng.int(3, 8), rng.int(41, 49));
        let say = |frame: &str| fill(frame, &[("h", &h), ("g", &g), ("f", &f)]);
        out.review("implausible-value", say(wrong), say(right));
    }
}

fn jumps(out: &mut Plants, rng: &mut Rng) {
    for (review, plan, low, step) in [
        ("新建候车亭{n}个，出行更加便利。", "完善公交设施，新建候车亭{n}个。", 80, 1),
        ("完成农村公厕改造{n}座。", "抓好厕所革命，完成农村公厕改造{n}座。", 300, 10),
        ("新装路灯{n}盏，照亮群众回家路。", "年内新装路灯{n}盏。", 400, 10),
        ("举办送岗下乡招聘会，培训渔民{n}人次。", "实施素质提升工程，培训渔民{n}人次。", 600, 10),
        ("建成高标准鱼塘{n}亩。", "再建成高标准鱼塘{n}亩。", 900, 100),
        ("打造数字乡村示范点{n}个；", "打造数字乡村示范点{n}个；", 30, 1),
        ("维修改造农村危桥{n}座。", "维修改造农村危桥{n}座，守护群众安全。", 20, 1),
        ("发放消费帮扶券{n}张。", "发放消费帮扶券{n}张，撬动消费。", 2000, 100),
    ] {
        let from = low + rng.int(1, 40) * step;
        let say = |to: i64| Spread {
            review: fill(review, &[("n", &from)]),
            plan: fill(plan, &[("n", &to)]),
            ..Spread::default()
        };
        out.spread("implausible-value", say(from * rng.int(12, 19)), say(from * 2));
    }
    for (review, plan) in [
        ("水产品产量达到{n}万吨，增长3%。", "水产品产量稳定在{n}万吨。"),
        ("发电量{n}亿千瓦时。", "发电量达到{n}亿千瓦时。"),
    ] {
        let n = rng.int(31, 88) * 10;
        let say = |to: i64| Spread {
            review: fill(review, &[("n", &tenths(n))]),
            plan: fill(plan, &[("n", &tenths(to))]),
            ..Spread::default()
        };
        out.spread("implausible-value", say(n / 14), say(n + 10)).siblings = &["unit-slip"];
    }
}

fn currencies(out: &mut Plants, rng: &mut Rng) {
    for (first, wrong, right) in [
        (
            "服务贸易出口额{a}万美元。",
            "对外开放迈出新步伐。服务贸易出口额{a}万元。",
            "对外开放迈出新步伐。服务贸易出口额{a}万美元。",
        ),
        (
            "外商直接投资达到{x}亿美元。",
            "引资结构优化。外商直接投资达到{x}亿元。",
            "引资结构优化。内资企业注册资本{x}亿元。",
        ),
        (
            "全年到位外资{a}万美元，增长5%。",
            "招商成果丰硕。全年到位外资{b}万元。",
            "招商成果丰硕。全年到位外资{a}万美元。",
        ),
        (
            "跨境电商进出口额{x}亿元。",
            "新业态蓬勃发展，跨境电商进出口额达到{x}亿美元。",
            "新业态蓬勃发展，跨境电商进出口额达到{x}亿元。",
        ),
        (
            "服务进出口总额{x}亿美元，居全市首位。",
            "服务贸易活跃。服务进出口总额{y}亿元。",
            "服务贸易活跃。服务进出口总额{x}亿美元（折合人民币{y}亿元）。",
        ),
        (
            "合同利用外资{a}万美元。",
            "外资大项目接连落地，合同利用外资{b}万元。",
            "外资大项目接连落地，合同利用内资{b}万元。",
        ),
        (
            "对外承包工程完成营业额{x}亿元。",
            "走出去步伐加快。对外承包工程完成营业额{x}亿美元。",
            "走出去步伐加快。对外承包工程完成营业额{x}亿元。",
        ),
        (
            "加工贸易进出口{x}亿美元。",
            "加工贸易加快转型。加工贸易进出口{x}亿元。",
            "加工贸易加快转型。一般贸易进口{x}亿元。",
        ),
    ] {
        let (a, x) = (rng.int(31, 88) * 100, rng.int(12, 78));
        let (b, y) = (a * 7, x * 7);
        let say = |frame: &str| fill(frame, &[("a", &a), ("b", &b), ("x", &tenths(x)), ("y", &tenths(y))]);
        out.review(
            "money-currency-slip",
            format!("{}\n{}", say(first), say(wrong)),
            format!("{}\n{}", say(first), say(right)),
        )
        .siblings = &["conflicting-value", "unit-slip"];
    }
}

fn ranks(out: &mut Plants, rng: &mut Rng) {
    for (first, wrong, right) in [
        (
            "执法公信力居全省第{a}位。",
            "平安建设见实效，执法公信力居全省第{b}位。",
            "平安建设见实效，执法公信力居全省第{a}位。",
        ),
        (
            "营商环境评价排名全市第{a}。",
            "改革红利释放。营商环境评价排名全市第{b}。",
            "改革红利释放。营商环境评价中获得用水排名全市第{b}。",
        ),
        (
            "农民合作社数量位列全省第{A}。",
            "三农工作亮点纷呈，农民合作社数量位列全省第{B}。",
            "三农工作亮点纷呈，农民合作社数量位列全国第{B}。",
        ),
        (
            "科技进步水平指数居全省第{a}名，",
            "创新活力进发。科技进步水平指数居全省第{b}名。",
            "创新活力迸发。科技进步水平指数居全省前{c}名。",
        ),
        (
            "工业用电量增速居全市第{A}位。",
            "工业经济企稳，工业用电量增速列全市第{b}位。",
            "工业经济企稳，工业用电量增速列全市第{a}位。",
        ),
        (
            "建筑业总产值总量位居全省第{a}位；",
            "建筑强市有底气，建筑业总产值总量位居全省第{b}位。",
            "建筑强市有底气，建筑业总产值增速位居全省第{b}位。",
        ),
        (
            "空气质量综合指数全省排名第{a}。",
            "蓝天常驻，空气质量综合指数全省排名第{b}。",
            "蓝天常驻，空气质量综合指数改善率全省排名第{b}。",
        ),
        (
            "群众满意度测评列全省第{a}，",
            "政务服务提质增效，群众满意度测评列全省第{b}。",
            "政务服务提质增效，上年群众满意度测评列全省第{b}。",
        ),
        (
            "民营经济增加值总量居全市第{a}位。",
            "民营企业家信心更足。民营经济增加值总量跃居全市第{b}位。",
            "民营企业家信心更足。民营经济增加值总量由全市第{b}位跃居第{a}位。",
        ),
    ] {
        let (a, more) = (rng.int(2, 5), rng.int(1, 4));
        let word = |at: i64| ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][at as usize];
        let (b, c) = (a + more, a + more + 1);
        let say =
            |frame: &str| fill(frame, &[("a", &a), ("b", &b), ("c", &c), ("A", &word(a)), ("B", &word(b))]);
        out.review(
            "rank-conflict",
            format!("{}\n{}", say(first).replace('，', "。"), say(wrong)),
            format!("{}\n{}", say(first).replace('，', "。"), say(right)),
        );
    }
}
