//! Reading a draft after an edit, with what is remembered of it, says the same as reading it
//! from scratch.

use dinggao::checks::{self, Policy};
use dinggao::report::{Memo, Options, Report};
use dinggao::text::{Edit, Span};
use proptest::prelude::*;

const DRAFT: &str = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、2024年工作回顾\n2024年，全市地区生产总值达到928亿元，增长6.2%；一般公共预算收入61.5亿元，增长4.1%。\n(一)动能转换不断加快。实施重点项目**个，完成投资120亿元。新建道路35公里。\n(三)民生保障有力有效。城镇新增就业3.2万人，城乡居民人均可支配收入分别增长5.1%和6.8%。\n各位代表，过去一年的成绩来之不易。\n二、2025年工作安排\n今年发展的主要目标是：地区生产总值增长6.5%，一般公共预算收入增长5%以上。\n重点做好以下三项工作：\n(一)扩大有效投资。安排资金12亿元，由教育5亿元、卫生6亿元两项组成。\n(二)办好民生实事。\n";

/// What an edit may bring in: marks that make or break paragraphs, headings, figures, names.
const PIECES: &[&str] = &[
    "",
    "\n",
    "\r\n",
    "\r",
    "。",
    "，",
    "(二)",
    "三、",
    "2024年",
    "去年",
    "6.5%",
    "12亿元",
    "928",
    "地区生产总值",
    "**",
    "“",
    "各位代表：",
    "\u{20BB7}",
    "\u{0B}",
    "\u{2028}",
    "以下五项",
    "增长",
    "二、2025年工作安排\n",
];

/// One edit: two places in thousandths of the text, and what is put between them.
fn edits() -> impl Strategy<Value = Vec<(u16, u16, usize)>> {
    prop::collection::vec((0..1000u16, 0..60u16, 0..PIECES.len()), 1..12)
}

/// The character boundary at or before a thousandth of the text.
fn place(text: &str, thousandth: usize) -> usize {
    let mut at = text.len() * thousandth.min(1000) / 1000;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn differ(one: &Report, other: &Report) -> Option<&'static str> {
    let readings = |report: &Report| -> Vec<String> {
        report.paragraphs.iter().map(|it| format!("{} {} {:?}", it.start, it.noise, it.reading)).collect()
    };
    let findings = |report: &Report| -> Vec<String> {
        checks::run(report, &Policy::default())
            .iter()
            .map(|it| format!("{} {:?} {:?} {:?}", it.rule.name, it.variant, it.span, it.message))
            .collect()
    };
    if readings(one) != readings(other) {
        return Some("readings");
    }
    if one.meta != other.meta {
        return Some("metadata");
    }
    if one.outline != other.outline {
        return Some("outline");
    }
    if one.facts != other.facts {
        return Some("facts");
    }
    (findings(one) != findings(other)).then_some("findings")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn incremental_equals_from_scratch(edits in edits()) {
        let options = Options::default();
        let mut memo = Memo::default();
        let mut text = DRAFT.to_owned();
        let mut seen = vec![text.clone()];
        for (from, length, piece) in edits {
            let (from, length) = (usize::from(from), usize::from(length));
            // Now and then an undo: the text of two edits ago comes back whole.
            if length == 0 && seen.len() > 2 {
                text.clone_from(&seen[seen.len() - 3]);
            } else {
                let span = Span::new(place(&text, from), place(&text, from + length));
                text = Edit::apply_all(&text, &[Edit::replace(span, PIECES[piece])]);
            }
            seen.push(text.clone());
            memo.turn();
            let incremental = Report::read(&text, &options, &mut memo);
            let fresh = Report::read(&text, &options, &mut Memo::default());
            prop_assert_eq!(differ(&incremental, &fresh), None, "{}", text);
        }
    }
}

#[test]
fn the_comparison_can_fail() {
    let read = |text: &str| Report::read(text, &Options::default(), &mut Memo::default());
    let base = read(DRAFT);
    assert_eq!(differ(&base, &read(DRAFT)), None);
    assert!(differ(&base, &read(&DRAFT.replace("928", "929"))).is_some());
    assert!(!base.facts.is_empty() && !base.outline.headings.is_empty());
    assert!(!checks::run(&base, &Policy::default()).is_empty());
}
