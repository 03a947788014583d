//! Series of items in the text and what announces them.

use crate::plant::Plants;
use crate::rng::Rng;

const ACTS: &[&str] =
    &["补齐灌区短板", "理顺供水体制", "严格岸线管控", "培育种业企业", "办好渔民实事", "压实属地责任"];

/// Marks of a series, what stands between two items, and what opens the sentence.
const SERIES: &[([&str; 5], &str, &str)] = &[
    (["一是", "二是", "三是", "四是", "五是"], "，", "针对存在的不足，"),
    (["一是", "二是", "三是", "四是", "五是"], "。", ""),
    (["一是", "二是", "三是", "四是", "五是"], "。\n", ""),
    (["一要", "二要", "三要", "四要", "五要"], "；", "做好今年工作，"),
    (["第一，", "第二，", "第三，", "第四，", "第五，"], "。\n", ""),
    (["第一、", "第二、", "第三、", "第四、", "第五、"], "；", "工作中把握好："),
    (["其一，", "其二，", "其三，", "其四，", "其五，"], "。", "究其原因，"),
    (["一是在", "二是在", "三是在", "四是在", "五是在"], "；", "困难在于："),
    (["一是要", "二是要", "三是要", "四是要", "五是要"], "，", "各部门"),
    (["（一）", "（二）", "（三）", "（四）", "（五）"], "；", "着力抓好以下工作："),
    (["(1)", "(2)", "(3)", "(4)", "(5)"], ";", "完善制度:"),
    (["首先，", "其次，", "再次，", "第四，", "最后，"], "；", ""),
    (["①", "②", "③", "④", "⑤"], "；", "重点是："),
];

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    let acts = |rng: &mut Rng| {
        let start = rng.int(0, 5) as usize;
        ACTS.iter().cycle().skip(start).take(5).copied().collect::<Vec<_>>()
    };
    for (marks, stop, lead) in SERIES {
        let list = acts(rng);
        let say = |order: &[usize]| {
            let items: Vec<String> =
                order.iter().zip(&list).map(|(at, it)| format!("{}{it}", marks[*at])).collect();
            format!("{lead}{}。", items.join(stop))
        };
        // A gap in the middle, a number said twice.
        if marks[0] != "首先，" {
            out.plan("series-gap", say(&[0, 1, 3, 4]), say(&[0, 1, 2, 3]));
            out.plan("series-gap", say(&[0, 1, 1, 2]), say(&[0, 1, 2]));
        }
    }
    for (wrong, right) in [
        ("首先{0}；其次{1}；第四{2}。", "首先{0}；其次{1}；再次{2}；最后{3}。"),
        ("首先，{0}。其次，{1}。第四，{2}。", "首先，{0}。其次，{1}。第三，{2}。"),
        ("第一，{0}；二是{1}；第三，{2}。", "第一，{0}；第二，{1}，其中一是建队伍、二是建机制；第三，{2}。"),
        ("一是{0}；二要{1}；第四，{2}。", "一要{0}；二要{1}；三要{2}。"),
        ("一是{0}。三是{1}。四是{2}。", "一是{0}。二是{1}。\n一是{2}。二是{3}。"),
        ("一是{0}，三是{1}，二是{2}。", "一是{0}，二是{1}，三是{2}，做到说一不二、一是一二是二。"),
        ("一是{0}；二是{1}；三是{2}；三是{3}。", "一是{0}；二是{1}；三是{2}；四是{3}，第一时间公开。"),
    ] {
        let list = acts(rng);
        let say = |frame: &str| {
            list.iter()
                .enumerate()
                .fold(frame.to_owned(), |text, (at, it)| text.replace(&format!("{{{at}}}"), it))
        };
        out.plan("series-gap", say(wrong), say(right));
    }
    announced(out, rng);
    numbered(out, rng);
}

fn announced(out: &mut Plants, rng: &mut Rng) {
    for frame in [
        "主要做了{n}方面工作：一是{0}；二是{1}；三是{2}。",
        "主要存在{n}个方面的问题。一是{0}不够；二是{1}不力；三是{2}不严。",
        "突出{n}个重点：一要{0}，二要{1}，三要{2}。",
        "必须做到以下{n}点：第一，{0}。第二，{1}。第三，{2}。",
        "实现了{n}个新突破，一是{0}，二是{1}，三是{2}。",
        "我们采取了{n}条措施:一是{0};二是{1};三是{2}。",
        "推动{n}个转变：一是{0}，二是{1}，三是{2}。",
        "要处理好{n}对关系：一是{0}，二是{1}，三是{2}。",
        "概括起来有{n}个特点——一是{0}，二是{1}，三是{2}。",
        "着力完成{n}项任务：\n一是{0}。\n二是{1}。\n三是{2}。",
        "有{n}个方面的体会：其一，{0}；其二，{1}；其三，{2}。",
        "办好{n}件实事：（一）{0}；（二）{1}；（三）{2}。",
    ] {
        let list: Vec<&str> = (0..3).map(|at| ACTS[(at + rng.int(0, 3) as usize) % 6]).collect();
        let say = |n: &str| {
            let text = frame.replace("{n}", n);
            list.iter().enumerate().fold(text, |text, (at, it)| text.replace(&format!("{{{at}}}"), it))
        };
        let wrong = *rng.pick(&["两", "四", "五"]).unwrap_or(&"四");
        out.plan("announced-count-mismatch", say(wrong), say("三"));
    }
}

/// Numbered headings that follow a sentence with their number.
fn numbered(out: &mut Plants, rng: &mut Rng) {
    for (lead, head) in [
        ("重点实施以下{n}项工程：", ["1.", "2.", "3.", "4."]),
        ("具体抓好{n}个方面：", ["1．", "2．", "3．", "4．"]),
        ("为此，推出{n}项举措。", ["1.", "2.", "3.", "4."]),
        ("全力打好以下{n}场硬仗：", ["一是", "二是", "三是", "四是"]),
        ("今年向全县人民承诺办好{n}件民生实事：", ["（1）", "（2）", "（3）", "（4）"]),
    ] {
        let say = |n: &str| {
            let items: Vec<String> = head
                .iter()
                .zip(ACTS)
                .map(|(mark, act)| format!("{mark}{act}。年内全面完成既定任务，按季度公布进展。"))
                .collect();
            format!("{}\n{}", lead.replace("{n}", n), items.join("\n"))
        };
        let wrong = *rng.pick(&["三", "五", "六"]).unwrap_or(&"五");
        out.plan("announced-count-mismatch", say(wrong), say("四"));
    }
}
