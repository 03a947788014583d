//! Lists and their counts, series, words, leftovers.

use crate::plant::{Part, Plants};
use crate::rng::Rng;

const FIELDS: &[&str] = &["教育", "医疗", "养老", "托育", "供水", "供热", "供气", "公交", "停车", "绿化"];
const NUMERALS: &[&str] = &["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    lists(out, rng);
    series(out, rng);
    respectively(out, rng);
    words(out);
    leftovers(out, rng);
}

/// `count` different fields, beginning at a random one.
fn fields(rng: &mut Rng, count: usize) -> Vec<&'static str> {
    let start = usize::try_from(rng.int(0, 9)).unwrap_or(0);
    FIELDS.iter().cycle().skip(start).take(count).copied().collect()
}

fn lists(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "突出抓好{list}{n}项重点工作。",
        "聚焦{list}{n}大领域精准发力。",
        "在{list}{n}个方面出台细则。",
        "统筹推进{list}{n}类设施建设。",
        "持续抓好{list}{n}件大事。",
        "组织实施{list}{n}大工程。",
        "集中力量打好{list}{n}场硬仗。",
    ] {
        let count = usize::try_from(rng.int(3, 5)).unwrap_or(3);
        let list = fields(rng, count).join("、");
        let more = if rng.int(0, 1) == 0 { count + 1 } else { count - 1 };
        let say = |n: usize| {
            frame.replace("{list}", &list).replace("{n}", NUMERALS.get(n).copied().unwrap_or_default())
        };
        out.plan("list-count-mismatch", say(more), say(count));
    }
    for frame in ["统筹推进{list}等{n}项工程。", "做好{list}等{n}类公共服务。"] {
        let list = fields(rng, 4).join("、");
        let say = |n: &str| frame.replace("{list}", &list).replace("{n}", n);
        out.plan("list-count-mismatch", say("2"), say("10"));
    }
    let quoted: Vec<String> = fields(rng, 3).iter().map(|it| format!("“{it}提质”")).collect();
    let say = |n: &str| format!("深入开展{}{n}大行动。", quoted.join(""));
    out.plan("list-count-mismatch", say("四"), say("三"));
}

fn series(out: &mut Plants, rng: &mut Rng) {
    let marks: &[[&str; 4]] = &[
        ["一是", "二是", "三是", "四是"],
        ["一要", "二要", "三要", "四要"],
        ["第一，", "第二，", "第三，", "第四，"],
        ["其一，", "其二，", "其三，", "其四，"],
    ];
    for set in marks {
        for stop in ["；", "。"] {
            let list = fields(rng, 4);
            let say = |order: [usize; 3]| {
                let items: Vec<String> = order
                    .iter()
                    .zip(&list)
                    .map(|(at, it)| format!("{}补齐{it}短板", set.get(*at).copied().unwrap_or_default()))
                    .collect();
                format!("{}。", items.join(stop))
            };
            out.plan("series-gap", say([0, 1, 3]), say([0, 1, 2]));
        }
        let list = fields(rng, 3);
        let [a, b, c, _] = *set;
        let say = |third: &str| {
            format!("{a}补齐{}短板；{b}补齐{}短板；{third}补齐{}短板。", list[0], list[1], list[2])
        };
        out.plan("series-gap", say(b), say(c));
    }
    for (said, right, noun) in [("四", "三", "个方面"), ("两", "三", "项任务"), ("五", "三", "个环节")]
    {
        let list = fields(rng, 3);
        let say = |n: &str| {
            format!(
                "重点抓好{n}{noun}：一是补齐{}短板，二是补齐{}短板，三是补齐{}短板。",
                list[0], list[1], list[2]
            )
        };
        out.plan("announced-count-mismatch", say(said), say(right));
    }
}

fn respectively(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "出口交货值、工业用电量、民间投资分别增长{}。",
        "海水养殖、淡水养殖、远洋捕捞产量分别增长{}。",
        "小学、初中、高中生均公用经费分别提高{}。",
        "出口交货值、工业用电量、货运周转量分别同比增长{}。",
    ] {
        let mut one = || format!("{}.{}%", rng.int(3, 9), rng.int(1, 9));
        let (a, b, c) = (one(), one(), one());
        out.review(
            "respectively-mismatch",
            frame.replace("{}", &format!("{a}、{b}")),
            frame.replace("{}", &format!("{a}、{b}和{c}")),
        );
    }
    out.table(
        "respectively-mismatch",
        Part::Review,
        &[
            ("出口交货值和工业用电量分别增长5.1%、6.2%和7.4%。", "本外币存、贷款余额分别增长8.1%和9.2%。"),
            ("新建泊位、驿站分别达到320个、28个和15个。", "新建泊位、驿站分别达到320个、28个。"),
        ],
    );
}

fn words(out: &mut Plants) {
    out.table(
        "repeated-word",
        Part::Review,
        &[
            ("城乡面貌进一步进一步改善。", "城乡面貌进一步改善。"),
            ("渔区的的面貌焕然一新。", "根本目的的实现离不开方方面面的支持。"),
            ("完成了了渔港改造。", "实实在在办好一件一件实事。"),
            ("渔港改造渔港改造有新突破。", "全面了解渔民需求，点点滴滴见真情。"),
            ("推动推动渔区振兴。", "一个一个项目抓落实。"),
        ],
    );
    out.table(
        "wrong-term",
        Part::Review,
        &[
            ("截止2024年底，渔区全部通水。", "截至2024年底，渔区全部通水，报名截止日期已过。"),
            ("个体经商户稳步增加。", "个体工商户稳步增加。"),
            ("统筹布署渔港建设。", "统筹部署渔港建设。"),
            ("其它渔港也已开工。", "发放新帐篷一批。"),
            ("核实帐目往来，做到日清月结。", "核实账目往来，做到日清月结。"),
        ],
    );
    out.table(
        "outdated-term",
        Part::Review,
        &[
            ("公共财政预算收入增长5%。", "出台《公共财政预算收入管理办法》。"),
            ("农民人均纯收入增长7%。", "2012年农民人均纯收入曾居全省末位。"),
        ],
    );
    out.table(
        "official-wording",
        Part::Review,
        &[("隆重庆祝建国74周年。", "创建国家卫生城市，共建国家实验室。")],
    );
    out.table(
        "missing-head-noun",
        Part::Review,
        &[
            ("民生支出从62%提高到75%。", "民生支出占比从62%提高到75%。"),
            ("我市荣获国家卫生城市。", "我市荣获国家卫生城市称号。"),
        ],
    );
    out.table(
        "redundant-classifier",
        Part::Review,
        &[("取消和下放413项行政职权事项。", "取消和下放行政职权413项，58项政务服务事项全程网办。")],
    );
    out.table(
        "classifier-mismatch",
        Part::Review,
        &[("打通断头路2个。", "打通断头路2条。"), ("更新公交车40台。", "更新公交车40辆。")],
    );
    let formula = "建成城乡供水一体化渔区工程三处，惠及沿线群众五万六千人。";
    out.review(
        "duplicate-sentence",
        format!("{formula}\n健全渔区治理体系。{formula}"),
        format!("{formula}\n健全渔区治理体系。"),
    );
}

fn leftovers(out: &mut Plants, rng: &mut Rng) {
    let rate = format!("{}.{}", rng.int(3, 9), rng.int(1, 9));
    for (wrong, right) in [
        ("人口自然增长率{}%。", "人口自然增长率{}‰。"),
        ("人口自然增长率控制在{}%。以内。", "人口自然增长率控制在{}‰以内。"),
        ("人口出生率为{}%o。", "人口出生率为{}‰。"),
        ("人口死亡率{}%，保持低位。", "婴儿死亡率比上年降低{}%。"),
        ("人口出生率{}%。，自然增长平稳。", "煤矿百万吨死亡率下降{}%。"),
    ] {
        out.review("permille-lost", wrong.replace("{}", &rate), right.replace("{}", &rate));
    }
    out.table(
        "placeholder",
        Part::Plan,
        &[
            ("安排渔港资金XX亿元。", "培育X5车型产业链。"),
            ("×月×日前全部开工。", "新建2×60万千瓦机组。"),
            ("渔港岸线总长____公里。", "短板有待补齐。"),
            ("新建渔港（ ）个。", "新建渔港（含避风港）8个。"),
            ("新建渔港xx个。", "方案待定稿后公布。"),
            ("渔港投资【待补】亿元。", "布局待补齐。"),
            ("改造渔港××座。", "改造渔港12座。"),
            ("X月底前完成渔港清淤。", "6月底前完成渔港清淤。"),
        ],
    );
    out.table(
        "masked-text",
        Part::Review,
        &[
            ("*开展渔区整治。", "新建2*60万千瓦机组。"),
            ("加快发展生活**业。", "加快发展生活性服务业。"),
            ("创建4**景区2家。", "创建4A级景区2家。"),
        ],
    );
    out.table(
        "mojibake",
        Part::Review,
        &[
            ("成功举办“渔乡大集?海湾站”活动。", "群众满意吗？我们拿实绩回答。"),
            ("渔区面貌锟斤拷焕然一新。", "渔区面貌焕然一新。"),
            ("渔区面貌\u{FFFD}焕然一新。", "渔区面貌焕然一新。"),
            ("开展&ldquo;渔乡&rdquo;行动。", "开展“渔乡”行动。"),
        ],
    );
    out.table(
        "personal-data",
        Part::Review,
        &[
            ("咨询请联系13800001234。", "12345热线办结诉求32万件。"),
            ("先进个人李某（身份证11010519491231002X）。", "编号110105194912310021，8890平台。"),
            ("报名电话138-0000-1234。", "报名电话0355-2023456。"),
        ],
    );
    out.table(
        "annex-reference",
        Part::Plan,
        &[
            ("办好渔区实事（见附件3）。", "办好渔区实事（见附件）。"),
            ("项目清单详见附表二。", "附件要件一次告知。"),
        ],
    );
}
