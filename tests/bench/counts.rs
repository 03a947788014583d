//! Lists and what is said to be their number; subjects and values under 分别.

use crate::plant::{Plants, fill};
use crate::rng::{Rng, tenths};

/// Lists of invented things, each of five.
const LISTS: &[[&str; 5]] = &[
    ["渔港扩容", "内河清淤", "山塘加固", "灌区节水", "管网更新"],
    ["水产加工", "船舶配件", "竹木家居", "精制茶叶", "盐化工"],
    ["白鹭洲", "望海堂", "石板桥", "东屏山", "松林坡"],
    ["办税", "通关", "用电", "登记", "融资"],
    ["精简会议", "压缩文件", "规范检查", "整治扰民", "清理挂牌"],
];
const NUMERALS: &[&str] = &["零", "一", "两", "三", "四", "五", "六", "七"];

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    listed(out, rng);
    respectively(out, rng);
    superfluous(out, rng);
}

/// `count` items of one list, beginning at a random one.
fn items(rng: &mut Rng, list: usize, count: usize) -> Vec<&'static str> {
    let start = rng.int(0, 4) as usize;
    LISTS[list].iter().cycle().skip(start).take(count).copied().collect()
}

fn listed(out: &mut Plants, rng: &mut Rng) {
    // What sums a list up: one more is wrong as one less is.
    for (list, frame) in [
        (0, "扎实推进{list}{n}大工程，确保早见成效。"),
        (0, "以{list}{n}项工程为牵引，补齐水利短板。"),
        (1, "做优做强{list}{n}大产业。"),
        (1, "重点培育{list}{n}条产业链。"),
        (3, "聚焦{list}{n}类高频事项，推行一窗通办。"),
        (3, "围绕{list}{n}个环节，清理隐性门槛。"),
        (3, "出台{list}{n}个方面惠企举措。"),
        (4, "开展{list}{n}项专项行动，切实为基层减负。"),
        (4, "打好{list}{n}场攻坚战。"),
        (4, "持之以恒抓好{list}{n}件事。"),
        (3, "深化{list}{d}项改革。"),
        (0, "统筹实施{list}“{n}大工程”。"),
        (1, "推动{list}这{n}个特色产业向园区集中。"),
    ] {
        let count = rng.int(3, 4) as usize;
        let names = items(rng, list, count);
        let mut other = if rng.int(0, 1) == 0 { count + 1 } else { count - 1 };
        let own_quotes = frame.contains('“');
        let joined = match rng.int(0, 3) {
            // 和 may join two items or stand inside one: one less fits a reading.
            0 if !own_quotes && !frame.contains('条') && !frame.contains('个') => {
                other = count + 1;
                format!("{}和{}", names[..count - 1].join("、"), names[count - 1])
            }
            1 if !own_quotes => format!("“{}”", names.join("”“")),
            _ => names.join("、"),
        };
        let say = |n: usize| fill(frame, &[("list", &joined), ("n", &NUMERALS[n]), ("d", &n)]);
        out.plan("list-count-mismatch", say(other), say(count));
    }
    // Places and facilities: a number above the list may be of something in those places.
    for (list, frame) in [
        (1, "全面启动{list}{n}个产业园建设，"),
        (2, "改造提升{list}{n}个老街区。"),
        (2, "建成{list}{n}座口袋公园，群众推窗见绿。"),
        (2, "{list}{d}个村获评省级示范。"),
        (2, "完成{list}{d}处险工险段治理；"),
        (2, "支持{list}{n}家景区创建国家级旅游景区。"),
    ] {
        let count = rng.int(3, 4) as usize;
        let joined = items(rng, list, count).join("、");
        let say = |n: usize| fill(frame, &[("list", &joined), ("n", &NUMERALS[n]), ("d", &n)]);
        out.plan("list-count-mismatch", say(count - 1), say(count));
    }
    for (list, frame) in [
        (0, "抓好{list}等{n}项水利工程。"),
        (1, "扶持{list}等{n}个产业集群发展。"),
        (2, "对{list}等{n}条背街小巷进行整治。"),
        (3, "在{list}等{n}个领域推行告知承诺。"),
        (4, "部署{list}等{n}大行动。"),
        (2, "加快{list}等{n}个片区征迁。"),
    ] {
        let names = items(rng, list, 4).join("、");
        let say = |n: &str| fill(frame, &[("list", &names), ("n", &n)]);
        let (wrong, right) = if rng.int(0, 1) == 0 { ("3", "6") } else { ("三", "五") };
        out.plan("list-count-mismatch", say(wrong), say(right));
    }
}

fn respectively(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "工业用电量、农业用电量、居民生活用电量分别增长{}。",
        "东片区、西片区、北片区游客接待量分别同比增长{}，旅游市场回暖。",
        "小麦、玉米、油菜籽单产分别比上年提高{}；",
        "畜牧业、林业、渔业产值分别增长{}",
        "学前教育、义务教育、高中阶段教育巩固率分别达到{}。",
        "全市铁路、公路、水路货运周转量分别较上年增长{}。",
        "专利申请量、专利授权量、商标注册量分别增长了{}，创新氛围日益浓厚。",
        "环境质量好转，化学需氧量、氨氮、总磷排放强度分别下降{}。",
        "国有企业、民营企业、外资企业用工人数分别增加{}。",
        "养老机构、托育机构、康复机构床位使用率分别提高到{}。",
    ] {
        let mut one = || format!("{}%", tenths(rng.int(31, 98)));
        let (a, b, c, d) = (one(), one(), one(), one());
        let joint = if rng.int(0, 1) == 0 { "和" } else { "、" };
        let wrong =
            if rng.int(0, 1) == 0 { format!("{a}{joint}{b}") } else { format!("{a}、{b}、{c}{joint}{d}") };
        out.review(
            "respectively-mismatch",
            frame.replace("{}", &wrong),
            frame.replace("{}", &format!("{a}、{b}{joint}{c}")),
        );
    }
    for (wrong, right) in [
        (
            "图书馆、文化馆、博物馆分别接待读者{a}万人次、{b}万人次。",
            "城乡图书馆分别接待读者{a}万人次、{b}万人次。",
        ),
        ("新改建城市绿道、健身步道分别为{a}公里、{b}公里、{c}公里。", "存贷款余额分别增长{a}%、{b}%。"),
        (
            "农村敬老院、社区食堂分别增加到{a}个、{b}个和{c}个。",
            "农村敬老院、社区食堂分别增加到{a}个和{b}个。",
        ),
        ("城区供水、供热、供气普及率分别达{a}%、{b}%。", "城区供水、供热、供气普及率分别在{a}%以上。"),
        ("甲、乙、丙三类渔船分别更新{a}艘、{b}艘。", "大、中、小型渔船分别更新{a}艘、{b}艘、{c}艘。"),
        (
            "技能人才和管理人才分别新增{a}人、{b}人、{c}人。",
            "批零住餐四个行业销售额分别增长{a}%、{b}%、{c}%、8%。",
        ),
    ] {
        let (a, b, c) = (rng.int(21, 48), rng.int(51, 68), rng.int(71, 98));
        let say = |frame: &str| fill(frame, &[("a", &a), ("b", &b), ("c", &c)]);
        out.review("respectively-mismatch", say(wrong), say(right));
    }
}

fn superfluous(out: &mut Plants, rng: &mut Rng) {
    for (wrong, right) in [
        ("全社会用电量分别增长{g}%。", "全社会用电量、工业用电量分别增长{g}%以上。"),
        ("服务业增加值分别同比增长{g}%，回升向好。", "城乡居民人均消费支出分别同比增长{g}%。"),
        ("建筑业总产值分别达到{a}亿元。", "两个园区建筑业总产值分别达到{a}亿元。"),
        ("农林牧渔业总产值分别比上年增长{g}%；", "各县区农林牧渔业总产值分别比上年增长{g}%以上；"),
        ("粮食总产量分别达到{a}万吨。", "夏粮、秋粮总产量分别达到{a}万吨。"),
        ("民间投资分别增长{g}%", "民间投资和制造业投资分别增长{g}%"),
    ] {
        let (g, a) = (tenths(rng.int(31, 98)), rng.int(21, 48));
        let say = |frame: &str| fill(frame, &[("g", &g), ("a", &a)]);
        out.review("respectively-superfluous", say(wrong), say(right));
    }
}
