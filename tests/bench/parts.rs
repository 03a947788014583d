//! The parts of a report: what is missing, what stands in the wrong order, what is called otherwise.

use crate::places::{foot, heads, replace, section, swap, top};
use crate::plant::Plants;

pub(crate) fn plants(out: &mut Plants) {
    missing(out);
    order(out);
    title(out);
    salutation(out);
}

/// Without the lines that hold one of these.
fn without(text: &str, words: &[&str]) -> Option<String> {
    let kept: String =
        text.split_inclusive('\n').filter(|line| !words.iter().any(|word| line.contains(word))).collect();
    (kept.len() < text.len()).then_some(kept)
}

/// Without the sentences that hold one of these.
fn without_sentence(text: &str, words: &[&str]) -> Option<String> {
    let kept: String = text
        .split_inclusive(['。', '\n'])
        .filter(|sentence| !words.iter().any(|word| sentence.contains(word)))
        .collect();
    (kept.len() < text.len()).then_some(kept)
}

/// Without a whole top section.
fn without_section(text: &str, words: &[&str]) -> Option<String> {
    let (head, end) = section(text, words)?;
    replace(text, head.start, end, "")
}

fn missing(out: &mut Plants) {
    let from = out.0.len();
    // The government's own building: the section is gone; the twin has it under another name.
    out.edit(
        "missing-section",
        |text, _| without_section(text, &["自身建设"]),
        |text, _| {
            let (head, _) = section(text, &["自身建设"])?;
            replace(text, head.start, head.end, "加强政府自身建设")
        },
    );
    out.edit(
        "missing-section",
        |text, _| {
            let kept = without_section(text, &["自身建设"])?;
            without_sentence(&kept, &["自身建设", "依法行政"]).or(Some(kept))
        },
        |text, _| {
            let (head, end) = section(text, &["自身建设"])?;
            replace(
                text,
                head.start,
                end,
                "完成上述任务，必须加强政府自身建设。我们将坚持依法行政，自觉接受人大监督和政协监督，严格落实中央八项规定精神，驰而不息纠治“四风”，建设人民满意的政府。\n",
            )
        },
    );
    out.edit(
        "missing-section",
        |text, _| {
            let (head, _) = section(text, &["自身建设"])?;
            text.get(..head.start).map(|it| format!("{}\n", it.trim_end()))
        },
        swap(&[
            ("四、全面加强政府自身建设", "四、建设人民满意政府"),
            ("三、加强政府自身建设", "三、努力建设人民满意的政府"),
        ]),
    );
    // The problems.
    out.edit(
        "missing-section",
        |text, _| without(text, &["清醒地认识到", "清醒看到"]),
        swap(&[
            ("清醒地认识到工作中存在的问题和不足", "深知工作中还有不少短板弱项"),
            ("清醒看到", "清醒地看到"),
        ]),
    );
    // The opening, the salutation, who reports, on what occasion.
    out.edit(
        "missing-section",
        |text, _| without(text, &["请予审议"]),
        swap(&[("现在，我代表", "下面，我代表"), ("我代表县人民政府,", "现在,我代表汀禾县人民政府,")]),
    );
    out.edit(
        "missing-section",
        |text, _| without(text, &["人民代表大会第"]),
        swap(&[("——2025年1月14日在", "2025年1月14日在"), ("——2024年1月9日在", "二〇二四年一月九日在")]),
    );
    out.edit(
        "missing-section",
        swap(&[("各位代表：\n", ""), ("各位代表:\n", "")]),
        swap(&[("各位代表：\n", "各位代表、同志们：\n"), ("各位代表:\n", "各位代表、同志们:\n")]),
    );
    out.edit(
        "missing-section",
        |text, _| without(text, &["市长　林知远", "县长 沈若谷"]),
        swap(&[
            ("云岭市市长　林知远", "云岭市人民政府市长　林知远"),
            ("汀禾县人民政府县长 沈若谷", "县长 沈若谷"),
        ]),
    );
    // The targets, the thanks, the closing.
    out.edit(
        "missing-section",
        |text, _| without(text, &["发展的主要目标是", "发展的预期目标建议为"]),
        swap(&[
            ("今年全市发展的主要目标是", "全市经济社会发展主要预期目标为"),
            ("全县发展的预期目标建议为", "建议2024年发展目标是"),
        ]),
    );
    out.edit(
        "missing-section",
        |text, _| Some(text.get(..text.rfind("各位代表")?)?.trim_end().to_owned()),
        swap(&[
            ("让我们在市委的坚强领导下", "我们坚信，在市委的坚强领导下"),
            ("让我们在中共汀禾县委的坚强领导下", "让我们更加紧密地团结起来,在县委坚强领导下"),
        ]),
    );
    out.edit(
        "missing-section",
        |text, _| without_section(text, &["工作回顾"]),
        swap(&[
            ("一、2024年工作回顾", "一、过去一年的工作回顾"),
            ("一、2023年工作回顾", "一、2023年政府工作回顾"),
        ]),
    );
    out.edit(
        "missing-section",
        |text, _| without(text, &["政府工作报告"]),
        swap(&[("政府工作报告\n", "云岭市人民政府工作报告\n")]),
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
    }
}

/// Two top sections change places; their numbers stay in order.
fn exchanged(text: &str, first: &[&str], second: &[&str]) -> Option<String> {
    let ((a, a_end), (b, b_end)) = (section(text, first)?, section(text, second)?);
    if a.start > b.start {
        return None;
    }
    let number = |head: crate::places::Head| text.get(head.start..head.words);
    let one = format!("{}{}", number(b)?, text.get(a.words..a_end)?);
    let two = format!("{}{}", number(a)?, text.get(b.words..b_end)?);
    Some(format!("{}{two}{}{one}{}", text.get(..a.start)?, text.get(a_end..b.start)?, text.get(b_end..)?))
}

/// The paragraph of the problems, set behind the last item of the plan.
fn problems_in_plan(text: &str) -> Option<String> {
    let words = ["清醒地认识到", "清醒看到"];
    let line = text.split_inclusive('\n').find(|line| words.iter().any(|word| line.contains(word)))?;
    let rest = text.replacen(line, "", 1);
    let (_, end) = section(&rest, &["重点工作", "工作安排"])?;
    replace(&rest, end, end, &format!("{}\n", line.trim_end()))
}

fn order(out: &mut Plants) {
    let from = out.0.len();
    const REVIEW: &[&str] = &["工作回顾"];
    const PLAN: &[&str] = &["重点工作", "工作安排"];
    let kind = swap(&[
        ("围绕上述目标，今年", "对照年初工作安排，围绕上述目标，今年"),
        ("2024年是落实", "对照去年工作安排,2024年是落实"),
    ]);
    out.edit("section-order", |text, _| exchanged(text, REVIEW, PLAN), kind);
    out.edit(
        "section-order",
        |text, _| {
            exchanged(text, REVIEW, PLAN)
                .map(|it| it.replace("工作安排\n", "工作部署\n").replace("重点工作\n", "工作部署\n"))
        },
        swap(&[("三、2025年重点工作", "三、2025年工作部署"), ("二、2024年工作安排", "二、2024年工作部署")]),
    );
    out.edit(
        "section-order",
        |text, _| {
            exchanged(text, REVIEW, PLAN).map(|it| {
                it.replace("2025年重点工作\n", "今年主要任务\n").replace("2024年工作安排\n", "今年主要任务\n")
            })
        },
        swap(&[("三、2025年重点工作", "三、今年主要任务"), ("二、2024年工作安排", "二、2024年主要任务")]),
    );
    out.edit(
        "section-order",
        |text, _| exchanged(text, REVIEW, PLAN).map(|it| it.replace("年工作回顾\n", "年工作总结\n")),
        swap(&[("一、2024年工作回顾", "一、2024年工作总结"), ("一、2023年工作回顾", "一、2023年工作总结")]),
    );
    out.edit(
        "section-order",
        |text, _| problems_in_plan(text),
        |text, _| {
            let (_, end) = section(text, PLAN)?;
            let mark = if text.contains('，') { "，" } else { "," };
            replace(text, end, end, &format!("以上任务{mark}坚持目标导向、问题导向抓落实。\n"))
        },
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
        row.siblings = &["heading-sequence"];
    }
}

fn title(out: &mut Plants) {
    let from = out.0.len();
    out.edit(
        "duplicate-title",
        top("政府工作报告\n"),
        swap(&[
            ("各位代表！", "各位代表！政府工作报告凝聚各方智慧。"),
            ("各位代表!", "各位代表!政府工作报告凝聚各方智慧。"),
        ]),
    );
    out.edit("duplicate-title", top("\u{3000}\u{3000}政府工作报告\u{3000}"), foot("（政府工作报告起草组）"));
    out.edit("duplicate-title", top("政 府 工 作 报 告"), foot("《政府工作报告》编印组"));
    out.edit("duplicate-title", foot("政府工作报告"), foot("附：政府工作报告有关说明"));
    out.edit(
        "duplicate-title",
        swap(&[
            ("各位代表：\n", "政府工作报告\n各位代表：\n"),
            ("各位代表:\n", "政府工作报告\n\n各位代表:\n"),
        ]),
        swap(&[
            ("各位代表：\n", "（政府工作报告）\n各位代表：\n"),
            ("各位代表:\n", "（政府工作报告）\n各位代表:\n"),
        ]),
    );
    out.edit("duplicate-title", top("**政府工作报告**\n"), |text, rng| {
        let head = *rng.pick(&heads(text))?;
        replace(text, head.start, head.start, "\n")
    });
    for row in &mut out.0[from..] {
        row.anywhere = true;
        row.siblings = &["web-boilerplate"];
    }
}

fn salutation(out: &mut Plants) {
    let from = out.0.len();
    // The first one.
    for (wrong, right) in [("！", "："), ("。", ":"), ("", "："), ("；", ":"), ("——", "：")] {
        let first = |mark: &'static str| {
            move |text: &str, _: &mut crate::rng::Rng| {
                let at = text.find("各位代表")? + "各位代表".len();
                let end = at + text.get(at..)?.find('\n')?;
                // The twin of a proper mark greets the guests as well.
                let greeted = if mark == "：" || mark == ":" { "、同志们" } else { "" };
                replace(text, at, end, &format!("{greeted}{mark}"))
            }
        };
        out.edit("salutation-consistency", first(wrong), first(right));
    }
    // A later one: three are alike and one is not.
    for (wrong, right) in [("，", "！"), ("：", "！"), (",", "！")] {
        let later = |mark: &'static str| {
            move |text: &str, rng: &mut crate::rng::Rng| {
                let (_, end) = section(text, &["工作回顾"])?;
                let found: Vec<usize> = heads(text)
                    .iter()
                    .filter(|it| it.start >= end && it.level == 2)
                    .map(|it| it.start)
                    .collect();
                let mut out = text.to_owned();
                let odd = rng.int(0, 3) as usize;
                for (at, start) in found.iter().take(4).enumerate().collect::<Vec<_>>().into_iter().rev() {
                    let say = if at == odd { mark } else { "！" };
                    out = replace(&out, *start, *start, &format!("各位代表{say}实干成就未来。\n"))?;
                }
                Some(out)
            }
        };
        out.edit("salutation-consistency", later(wrong), later(right));
    }
    for row in &mut out.0[from..] {
        row.anywhere = true;
        row.siblings = &["missing-section"];
    }
}
