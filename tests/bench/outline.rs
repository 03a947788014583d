//! Headings: their numbers, marks, shapes, lengths, and what stands under them.

use crate::places::{Head, ORDINALS, heading, heads, inner, inner_alone, replace, section, swap};
use crate::plant::Plants;
use crate::rng::Rng;

pub(crate) fn plants(out: &mut Plants) {
    numbers(out);
    buried(out);
    marks(out);
    shapes(out);
    levels(out);
    empty(out);
}

/// The bracketed headings of one top section, renumbered by `number`.
fn renumbered(text: &str, words: &[&str], number: fn(usize) -> usize) -> Option<String> {
    let (top, end) = section(text, words)?;
    let mut out = text.to_owned();
    let inside = heads(text).into_iter().filter(|it| it.level == 2 && (top.end..end).contains(&it.start));
    for head in inside.collect::<Vec<_>>().into_iter().rev() {
        let printed = text.get(head.start..head.words)?;
        let new = printed.replace(ORDINALS[head.number], ORDINALS.get(number(head.number))?);
        out = replace(&out, head.start, head.words, &new)?;
    }
    Some(out)
}

const PLAN: &[&str] = &["重点工作", "工作安排"];
const REVIEW: &[&str] = &["工作回顾"];
const OWN: &[&str] = &["自身建设"];

fn numbers(out: &mut Plants) {
    let from = out.0.len();
    // A section that begins at two, that leaves one out, that goes back, that says one twice.
    out.edit(
        "heading-sequence",
        |text, _| renumbered(text, REVIEW, |it| it + 1),
        swap(&[("一年来，我们", "（说明：以下分项叙述）\n一年来，我们"), ("一年来,我们", "一年来,我们共同")]),
    );
    out.edit(
        "heading-sequence",
        |text, _| renumbered(text, PLAN, |it| if it > 3 { it + 1 } else { it }),
        |text, rng| {
            items(
                text,
                rng,
                ["1.抓前期。加快要件办理。", "2.抓开工。压实各方责任。", "3.抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-sequence",
        |text, _| renumbered(text, PLAN, |it| if it == 2 { 1 } else { it }),
        |text, rng| {
            items(
                text,
                rng,
                ["一是抓前期。加快要件办理。", "二是抓开工。压实各方责任。", "三是抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-sequence",
        |text, _| {
            renumbered(text, REVIEW, |it| match it {
                3 => 4,
                4 => 3,
                other => other,
            })
        },
        |text, rng| {
            items(
                text,
                rng,
                ["1.抓前期。（1）备要件。", "2.抓开工。（2）明责任。", "3.抓竣工。（3）晒进度。"],
            )
        },
    );
    out.edit(
        "heading-sequence",
        swap(&[("\n四、全面", "\n五、全面"), ("\n三、加强政府", "\n四、加强政府")]),
        swap(&[("四、全面加强", "四、坚定不移全面加强"), ("三、加强政府", "三、切实加强政府")]),
    );
    out.edit(
        "heading-sequence",
        swap(&[("\n三、2025年", "\n二、2025年"), ("\n三、加强政府", "\n二、加强政府")]),
        swap(&[("三、2025年重点工作", "三、2025年重点工作任务"), ("三、加强政府", "三、着力加强政府")]),
    );
    out.edit(
        "heading-sequence",
        |text, rng| {
            items(
                text,
                rng,
                ["1.抓前期。加快要件办理。", "2.抓开工。压实各方责任。", "4.抓竣工。定期通报进度。"],
            )
        },
        |text, rng| {
            items(
                text,
                rng,
                ["1.抓前期。加快要件办理。", "2.抓开工。压实各方责任。", "3.抓竣工。定期通报进度。"],
            )
        },
    );
    for row in &mut out.0[from..] {
        row.siblings = &["announced-count-mismatch", "buried-heading"];
        row.anywhere = true;
    }
}

/// Three items of their own under some heading.
fn items(text: &str, rng: &mut Rng, lines: [&str; 3]) -> Option<String> {
    let head = inner(text, rng)?;
    let gap = if text.contains("\n\n") { "\n\n" } else { "\n" };
    replace(text, head.end, head.end, &format!("{gap}{}", lines.join(gap)))
}

/// Glues a heading to the paragraph before it.
fn glued(text: &str, rng: &mut Rng, level: u8, stop: char, between: &str) -> Option<String> {
    let found: Vec<Head> = heads(text).into_iter().filter(|it| it.level == level && it.number > 0).collect();
    let head = *rng.pick(&found)?;
    let before = text.get(..head.start)?.trim_end();
    let body = before.strip_suffix('。')?;
    Some(format!("{body}{stop}{between}{}", text.get(head.start..)?))
}

fn buried(out: &mut Plants) {
    let cite = |end: &'static str, with: &'static str| {
        move |text: &str, rng: &mut Rng| {
            let ends: Vec<usize> = text.match_indices(end).map(|(at, _)| at).collect();
            let at = *rng.pick(&ends)?;
            replace(text, at, at + end.len(), with)
        }
    };
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 2, '。', ""),
        cite("。\n", "，落实若干措施（二）。\n"),
    );
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 2, '！', ""),
        cite("。\n", "。建设（示范）校一批。\n"),
    );
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 2, '。', " "),
        cite("。\n", "。条例第六条（三）款落实到位。\n"),
    );
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 2, '；', ""),
        cite("。\n", "。（四）标段同步推进。\n"),
    );
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 2, '。', "\u{3000}\u{3000}"),
        cite("。\n", "。一、二、三产业融合发展。\n"),
    );
    out.edit(
        "buried-heading",
        |text, rng| glued(text, rng, 1, '。', ""),
        cite("。\n", "。二、三产业比重继续提高。\n"),
    );
}

fn marks(out: &mut Plants) {
    for (wrong, right) in [("、", " "), ("，", ""), ("：", "“双招双引”"), ("。", "\u{3000}"), (".", "")]
    {
        out.edit(
            "heading-punctuation",
            move |text, rng| inner(text, rng).and_then(|head| replace(text, head.words, head.words, wrong)),
            move |text, rng| inner(text, rng).and_then(|head| replace(text, head.words, head.words, right)),
        );
    }
    for (wrong, right) in [("，", "、 "), (".", "、"), ("．", "、"), (",", "、\u{3000}"), ("：", "、")]
    {
        let top = |mark: &'static str| {
            move |text: &str, rng: &mut Rng| {
                let tops: Vec<Head> = heads(text).into_iter().filter(|it| it.level == 1).collect();
                let head = *rng.pick(&tops)?;
                let number = text.get(head.start..head.words)?.trim_end_matches('、');
                let say = format!("{number}{mark}");
                // The twin of a mark that is left as it is says a word more.
                let say = if mark == "、" { format!("{say}扎实做好") } else { say };
                replace(text, head.start, head.words, &say)
            }
        };
        out.edit("heading-punctuation", top(wrong), top(right));
    }
    out.plan(
        "heading-punctuation",
        "第一、坚持规划引领。第二、坚持集约用地。第三、坚持建管并重。".to_owned(),
        "第一，坚持规划引领。第二，坚持集约用地。第三，坚持建管并重。".to_owned(),
    );
    // Behind the words of a heading that has its line.
    for (wrong, right) in [("。", "”"), ("：", "（含开发区）"), ("；", "》"), ("，", "！"), ("、", "…… ")]
    {
        let behind = |mark: &'static str| {
            move |text: &str, rng: &mut Rng| {
                let head = inner_alone(text, rng)?;
                let whole = match mark {
                    "”" => format!("{}“双百攻坚”", text.get(head.words..head.end)?),
                    "》" => format!("{}《若干措施》", text.get(head.words..head.end)?),
                    other => format!("{}{other}", text.get(head.words..head.end)?),
                };
                replace(text, head.words, head.end, &whole)
            }
        };
        out.edit("heading-trailing-punctuation", behind(wrong), behind(right));
    }
}

/// All bracketed headings of the text, changed.
fn each(text: &str, change: fn(&str) -> String) -> Option<String> {
    let mut out = text.to_owned();
    for head in heads(text).into_iter().filter(|it| it.level == 2).rev() {
        out = replace(&out, head.start, head.end, &change(text.get(head.start..head.end)?))?;
    }
    Some(out)
}

fn narrow(line: &str) -> String {
    if line.starts_with('（') {
        line.replacen('（', "(", 1).replacen('）', ")", 1)
    } else {
        line.replacen('(', "（", 1).replacen(')', "）", 1)
    }
}

/// A heading on its line draws in the paragraph below; a run-in heading gets a line of its own.
fn reshaped(text: &str, rng: &mut Rng) -> Option<String> {
    let head = inner(text, rng)?;
    if head.alone(text) {
        let body = head.end + text.get(head.end..)?.find(|c: char| c != '\n')?;
        replace(text, head.end, body, "。")
    } else {
        let stop = head.words + text.get(head.words..head.end)?.find('。')?;
        replace(text, stop, stop + '。'.len_utf8(), "\n\n")
    }
}

fn shapes(out: &mut Plants) {
    let from = out.0.len();
    out.edit("heading-style-inconsistent", reshaped, |text, _| each(text, narrow));
    out.edit("heading-style-inconsistent", heading(narrow, false), |text, _| each(text, narrow));
    out.edit(
        "heading-style-inconsistent",
        |text, rng| reshaped(&reshaped(text, rng)?, rng),
        |text, _| each(text, |line| line.replacen('）', "） ", 1).replacen(')', ") ", 1)),
    );
    out.edit(
        "heading-style-inconsistent",
        |text, rng| heading(narrow, true)(text, rng),
        |text, rng| {
            items(
                text,
                rng,
                ["1.抓前期。加快要件办理。", "2.抓开工。压实各方责任。", "3.抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-style-inconsistent",
        |text, _| {
            let (top, end) = section(text, OWN)?;
            let head =
                heads(text).into_iter().rfind(|it| it.level == 2 && (top.end..end).contains(&it.start))?;
            let stop = head.words + text.get(head.words..head.end)?.find('。')?;
            replace(text, stop, stop + '。'.len_utf8(), "\n\n")
        },
        |text, _| each(text, |line| line.replacen('，', "、", 1)),
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
    }
    // Text has run into a heading.
    const TAILS: [(&str, &str); 5] = [
        (
            "始终把项目作为发展的牛鼻子，健全领导包抓、专班推进、定期通报、考核问效的闭环机制，全力以赴促开工、抢进度、保竣工",
            "，加快形成更多看得见摸得着的新成效",
        ),
        (
            "围绕群众最关心最直接最现实的利益问题，财力再向民生倾斜，办好一批可感可及的实事，让改革发展成果更多更公平惠及全县城乡居民",
            "，让群众生活更有奔头更有甜头",
        ),
        (
            "锚定全年目标任务，深入开展比学赶超活动，各级各部门协同作战、挂图作战，打好项目建设、招商引资、园区升级、环境整治四场硬仗",
            "，确保全年目标任务圆满完成",
        ),
        (
            "完善要素保障机制，统筹用地用能用林指标，健全重大项目并联审批流程，推动土地供应、资金拨付、管线迁改等事项提前办、马上办、就近办",
            "，奋力开创各项工作新局面",
        ),
        (
            "把生态优势转化为发展优势，统筹推进山水林田湖草沙系统治理，强化源头管控和过程监管，让天更蓝、山更绿、水更清、乡村环境更优美宜居",
            "，不断厚植高质量发展底色",
        ),
    ];
    for (wrong, right) in TAILS {
        let longer = |tail: &'static str| {
            move |text: &str, rng: &mut Rng| {
                let head = inner_alone(text, rng)?;
                replace(text, head.end, head.end, tail)
            }
        };
        out.edit("heading-too-long", longer(wrong), longer(right));
    }
}

/// The bracketed numbers of a section, written in another style.
fn restyled(text: &str, words: &[&str], style: fn(usize) -> String) -> Option<String> {
    let (top, end) = section(text, words)?;
    let mut out = text.to_owned();
    for head in heads(text).into_iter().filter(|it| it.level == 2 && (top.end..end).contains(&it.start)).rev()
    {
        out = replace(&out, head.start, head.words, &style(head.number + 1))?;
    }
    Some(out)
}

fn levels(out: &mut Plants) {
    let from = out.0.len();
    const STEPS: [&str; 3] =
        ["1.抓前期。加快要件办理。", "2.抓开工。压实各方责任。", "3.抓竣工。定期通报进度。"];
    out.edit(
        "heading-level-skip",
        |text, _| restyled(text, REVIEW, |n| format!("{n}.")),
        |text, rng| items(text, rng, STEPS),
    );
    out.edit(
        "heading-level-skip",
        |text, _| restyled(text, PLAN, |n| format!("{n}．")),
        |text, rng| {
            items(
                text,
                rng,
                ["1．抓前期。加快要件办理。", "2．抓开工。压实各方责任。", "3．抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-level-skip",
        |text, _| restyled(text, OWN, |n| format!("{n}、")),
        |text, rng| {
            items(
                text,
                rng,
                ["一是抓前期。加快要件办理。", "二是抓开工。压实各方责任。", "三是抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-level-skip",
        |text, rng| {
            items(
                text,
                rng,
                ["（1）抓前期。加快要件办理。", "（2）抓开工。压实各方责任。", "（3）抓竣工。定期通报进度。"],
            )
        },
        |text, rng| {
            items(
                text,
                rng,
                ["——抓前期。加快要件办理。", "——抓开工。压实各方责任。", "——抓竣工。定期通报进度。"],
            )
        },
    );
    out.edit(
        "heading-level-skip",
        |text, _| restyled(text, REVIEW, |n| format!("（{n}）")),
        |text, rng| items(text, rng, ["1.抓前期。加快要件办理。", "（1）优化流程。", "（2）压缩时限。"]),
    );
    out.edit(
        "heading-level-skip",
        |text, rng| {
            items(
                text,
                rng,
                ["(1)补链项目。新开工一批。", "(2)强链项目。竣工投产一批。", "(3)延链项目。签约落地一批。"],
            )
        },
        |text, rng| {
            items(
                text,
                rng,
                ["1.补链项目。新开工一批。", "2.强链项目。竣工投产一批。", "3.延链项目。签约落地一批。"],
            )
        },
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
    }
}

fn empty(out: &mut Plants) {
    let from = out.0.len();
    // The text under some heading is gone; the twin keeps one sentence of it.
    for _ in 0..3 {
        out.edit(
            "empty-section",
            |text, rng| {
                let head = inner_alone(text, rng)?;
                let next = heads(text).into_iter().find(|it| it.start > head.start)?;
                replace(text, head.end, next.start, "\n")
            },
            |text, rng| {
                let head = inner_alone(text, rng)?;
                let next = heads(text).into_iter().find(|it| it.start > head.start)?;
                replace(text, head.end, next.start, "\n完善机制，一抓到底。\n")
            },
        );
    }
    out.edit(
        "empty-section",
        |text, _| {
            let (top, end) = section(text, &["总体要求和主要目标"])?;
            replace(text, top.end, end, "\n")
        },
        |text, rng| items(text, rng, ["1.抓前期。", "2.抓开工。", "3.抓竣工。"]),
    );
    out.edit(
        "empty-section",
        |text, rng| {
            let head = inner(text, rng)?;
            let new = format!("（{}）统筹抓好其他各项工作\n", ORDINALS[head.number]);
            replace(text, head.start, head.start, &new)
        },
        |text, rng| {
            let head = inner_alone(text, rng)?;
            replace(text, head.end, head.end, "\n工作中，坚持问题导向，逐项销号。")
        },
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
    }
}
