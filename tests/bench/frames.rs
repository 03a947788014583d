//! The frame of a report: its glossary, the years and sessions of its title and parts, the clauses of its headings.

use crate::plant::{Plants, Spread};
use crate::rng::Rng;

pub(crate) fn plants(out: &mut Plants) {
    glossary(out);
    parallelism(out);
    years(out);
    sessions(out);
}

fn glossary(out: &mut Plants) {
    for (term, heading, wrong, line) in [
        (
            "四张清单",
            "名词解释",
            "1.四张清单：权力清单、责任清单、负面清单。",
            "1.四张清单：权力清单、责任清单、负面清单、服务清单。",
        ),
        (
            "三线一湖",
            "名词解释",
            "1. “三线一湖”：沿江线、沿湖线、沿山线、环岛线、白鹭湖。",
            "1. “三线一湖”：沿江线、沿湖线、沿山线、白鹭湖。",
        ),
        (
            "五心服务",
            "附：名词解释",
            "1．五心服务：热心、耐心、细心、贴心。",
            "1．五心服务：热心、耐心、细心、贴心、暖心。",
        ),
        (
            "“3+2+N”体系",
            "名词解释",
            "1.“3+2+N”体系：指由3个产业基地、4个配套园、N个加工点组成的体系。",
            "1.“3+2+N”体系：指由3个产业基地、2个配套园、N个加工点组成的体系。",
        ),
        (
            "两山三水",
            "名词注释",
            "【1】两山三水：指青屏山、白石山、云栖湖、栖梧河。",
            "【1】两山三水：指青屏山、白石山、云栖湖、栖梧河、汀溪。",
        ),
        (
            "六个一行动",
            "名词解释",
            "1.六个一行动：一个专班、一张图、一本账、一套机制、一支队伍。",
            "1.六个一行动：一个专班、一张图、一本账、一套机制、一支队伍、一个平台。",
        ),
        (
            "三审三核",
            "附件：名词解释",
            "1、三审三核：初审、复审、终审，核人员、核政策。",
            "1、三审三核：初审、复审、终审，核人员、核政策、核资金。",
        ),
        (
            "“1+6”规划",
            "名词解释",
            "1.“1+6”规划：1个总体规划和5个专项规划。",
            "1.“1+6”规划：1个总体规划和6个专项规划。",
        ),
        (
            "四减一提",
            "名词解释",
            "1.四减一提：减材料、减环节、减时间，提效能。",
            "1.四减一提：减材料、减环节、减时间、减费用，提效能。",
        ),
    ] {
        // The marks of the other entries are those of the first.
        let numbered = |at: &str| match line.split_once('1') {
            Some((head, rest)) => {
                let mark: String = rest.chars().take_while(|c| ".．、】 ".contains(*c)).collect();
                format!("{head}{at}{mark}")
            }
            None => format!("{at}."),
        };
        let second = format!("{}揭榜挂帅：指公开张榜求解难题的科研组织办法。", numbered("2"));
        let third = format!("{}链长制：指由负责人牵头服务产业链的工作办法。", numbered("3"));
        let say = |line: &str| Spread {
            review: format!("{}扎实推进，揭榜挂帅、链长制落地见效。", term),
            tail: format!("{heading}\n{line}\n{second}\n{third}"),
            ..Spread::default()
        };
        out.spread("glossary-arity", say(wrong), say(line)).anywhere = true;
    }
}

/// Headings of the first level, second-level headings under them.
fn h2(text: &str, part: usize) -> Vec<(usize, &str)> {
    let (mut at, mut now, mut out) = (0, 0, Vec::new());
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if ["一、", "二、", "三、", "四、"].iter().any(|it| words.starts_with(it)) {
            now += 1;
        }
        if now == part && (words.starts_with('（') || words.starts_with('(')) {
            out.push((at, words));
        }
        at += line.len();
    }
    out
}

/// The heading in the words of a line: up to the first stop, or the whole line.
fn title(line: &str) -> &str {
    line.split('。').next().unwrap_or(line)
}

fn reheaded(text: &str, rng: &mut Rng, part: usize, change: fn(&str) -> Option<String>) -> Option<String> {
    let all = h2(text, part);
    let (at, line) = *rng.pick(&all)?;
    let head = title(line);
    let with = change(head)?;
    Some(format!("{}{with}{}", text.get(..at)?, text.get(at + head.len()..)?))
}

fn parallelism(out: &mut Plants) {
    out.edit(
        "announced-vs-sibling-parallelism",
        |text, rng| reheaded(text, rng, 1, |head| Some(head.split_once(['，', ','])?.0.to_owned())),
        |text, rng| reheaded(text, rng, 1, |head| Some(format!("{head}新篇"))),
    );
    out.edit(
        "announced-vs-sibling-parallelism",
        |text, rng| reheaded(text, rng, 1, |head| Some(format!("{head}，凝聚奋进力量"))),
        |text, rng| reheaded(text, rng, 1, |head| Some(format!("{head}、新局"))),
    );
    out.edit(
        "announced-vs-sibling-parallelism",
        |text, rng| reheaded(text, rng, 3, |head| Some(format!("{head}，凝聚奋进力量"))),
        |text, rng| reheaded(text, rng, 3, |head| Some(format!("{head}新篇"))),
    );
    out.edit(
        "announced-vs-sibling-parallelism",
        |text, rng| reheaded(text, rng, 3, |head| Some(format!("{head}，凝聚奋进力量，办好民生实事"))),
        |text, rng| reheaded(text, rng, 3, |head| Some(format!("{head}、新局"))),
    );
    out.edit(
        "announced-vs-sibling-parallelism",
        |text, rng| reheaded(text, rng, 2, |head| Some(format!("{head}，凝聚奋进力量"))),
        |text, rng| reheaded(text, rng, 2, |head| Some(format!("{head}新篇"))),
    );
}

/// The plan year of a report by its occasion line.
fn year(text: &str) -> Option<i32> {
    let at = text.find("——")? + "——".len();
    text.get(at..at + 4)?.parse().ok()
}

/// The text with `from` exchanged once, both with their years filled in: `{p}` plan, `{r}` review year,
/// `{q}` the year before the review, `{n}` the year after the plan.
fn exchange(text: &str, from: &str, to: &str) -> Option<String> {
    let plan = year(text)?;
    let fill = |words: &str| {
        words
            .replace("{p}", &plan.to_string())
            .replace("{r}", &(plan - 1).to_string())
            .replace("{q}", &(plan - 2).to_string())
            .replace("{n}", &(plan + 1).to_string())
    };
    let (from, to) = (fill(from), fill(to));
    text.contains(&from).then(|| text.replacen(&from, &to, 1))
}

fn years(out: &mut Plants) {
    out.edit(
        "year-mismatch",
        |text, _| exchange(text, "一、{r}年工作回顾", "一、{q}年工作回顾"),
        |text, _| exchange(text, "一、{r}年工作回顾", "一、{r}年工作总结"),
    );
    out.edit(
        "year-mismatch",
        |text, _| exchange(text, "\n{p}年是", "\n{r}年是").filter(|it| it.contains("二、")),
        |text, _| exchange(text, "\n{p}年是", "\n{p}年，是"),
    );
    out.edit(
        "year-mismatch",
        |text, _| {
            exchange(text, "三、{p}年重点工作", "三、{r}年重点工作")
                .or_else(|| exchange(text, "二、{p}年工作安排", "二、{r}年工作安排"))
        },
        |text, _| {
            exchange(text, "三、{p}年重点工作", "三、今年重点工作")
                .or_else(|| exchange(text, "二、{p}年工作安排", "二、今年工作安排"))
        },
    );
    out.edit(
        "year-mismatch",
        |text, _| {
            exchange(text, "三、{p}年重点工作", "三、{n}年重点工作")
                .or_else(|| exchange(text, "二、{p}年工作安排", "二、{n}年工作安排"))
        },
        |text, _| {
            exchange(text, "三、{p}年重点工作", "三、{p}年主要工作")
                .or_else(|| exchange(text, "二、{p}年工作安排", "二、{p}年主要工作"))
        },
    );
    out.edit(
        "year-mismatch",
        |text, _| exchange(text, "政府工作报告", "{q}年政府工作报告"),
        |text, _| exchange(text, "政府工作报告", "{p}年政府工作报告"),
    );
    out.edit(
        "year-mismatch",
        |text, _| exchange(text, "——{p}年1月", "——{q}年1月"),
        |text, _| exchange(text, "——{p}年1月", "——{p}年2月"),
    );
    out.edit(
        "year-mismatch",
        |text, _| {
            exchange(text, "今年政府工作的总体要求是", "{r}年政府工作的总体要求是")
                .or_else(|| exchange(text, "总体要求是:", "{r}年工作的总体要求是:"))
        },
        |text, _| {
            exchange(text, "今年政府工作的总体要求是", "{p}年政府工作的总体要求是")
                .or_else(|| exchange(text, "总体要求是:", "{p}年工作的总体要求是:"))
        },
    );
    out.edit(
        "year-mismatch",
        |text, _| {
            exchange(text, "今年全市发展的主要目标是", "{q}年全市发展的主要预期目标是")
                .or_else(|| exchange(text, "总体要求是:", "{q}年经济社会发展的主要预期目标是:"))
        },
        |text, _| {
            exchange(text, "今年全市发展的主要目标是", "{p}年全市发展的主要预期目标是")
                .or_else(|| exchange(text, "总体要求是:", "{p}年经济社会发展的主要预期目标是:"))
        },
    );
    for plant in out.0.iter_mut().rev().take(8) {
        plant.anywhere = true;
    }
}

fn sessions(out: &mut Plants) {
    for (wrong, right) in [
        ("办理市第六届人民代表大会第十一次会议代表建议108件。", "向市第六届人大常委会第十一次会议专题报告。"),
        ("省九届人大十次会议确定的任务落地落细。", "省九届人大常委会十次会议确定的任务落地落细。"),
        (
            "县第十五届人民代表大会第九次会议以来，渔区面貌一新。",
            "县十五届人大常委会第三十九次会议以来，渔区面貌一新。",
        ),
        (
            "2023年1月召开的邻县第十二届人民代表大会第十三次会议，通过了合作决定。",
            "2023年1月召开的邻县第十二届人民代表大会第三次会议，通过了合作决定。",
        ),
        ("认真落实区第七届人民代表大会第9次会议精神。", "认真落实区第七届委员会第九次全体会议精神。"),
        ("区人大六届十二次会议票决的实事办结。", "区政协六届十二次常委会议协商的实事办结。"),
    ] {
        out.table("congress-session", crate::plant::Part::Review, &[(wrong, right)]);
    }
    out.edit(
        "congress-session",
        |text, _| {
            exchange(text, "第五届人民代表大会第四次会议", "第五届人民代表大会第十四次会议").or_else(|| {
                exchange(text, "第十八届人民代表大会第三次会议", "第十八届人民代表大会第十三次会议")
            })
        },
        |text, _| {
            exchange(text, "第五届人民代表大会第四次会议", "第五届人民代表大会第五次会议").or_else(|| {
                exchange(text, "第十八届人民代表大会第三次会议", "第十八届人民代表大会第五次会议")
            })
        },
    )
    .anywhere = true;
    out.edit(
        "congress-session",
        |text, _| {
            exchange(text, "我代表云岭市人民政府", "我代表云岭市第三届人民政府")
                .or_else(|| exchange(text, "我代表县人民政府", "我代表汀禾县第十五届人民政府"))
                .or_else(|| exchange(text, "我代表汀禾县人民政府", "我代表汀禾县第十五届人民政府"))
        },
        |text, _| {
            exchange(text, "我代表云岭市人民政府", "我代表云岭市第五届人民政府")
                .or_else(|| exchange(text, "我代表县人民政府", "我代表汀禾县第十八届人民政府"))
                .or_else(|| exchange(text, "我代表汀禾县人民政府", "我代表汀禾县第十七届人民政府"))
        },
    )
    .anywhere = true;
    out.edit(
        "congress-session",
        |text, _| {
            let text = exchange(text, "一、{r}年工作回顾", "一、过去五年工作回顾")?;
            let ahead = exchange(&text, "二、{p}年", "二、今后五年目标和{p}年")?;
            Some(ahead.replacen("过去一年，", "过去五年，", 1))
        },
        |text, _| {
            let first =
                |text: &str, from: &str, to: &str| text.contains(from).then(|| text.replacen(from, to, 1));
            first(text, "人民代表大会第四次会议", "人民代表大会第二次会议")
                .or_else(|| first(text, "人民代表大会第三次会议", "人民代表大会第二次会议"))
        },
    )
    .anywhere = true;
}
