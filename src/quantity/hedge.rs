//! Hedges: the words that widen or bound a figure (约, 超过, 以上, 余 …), and whether 以上 before a
//! noun makes the figure a threshold.

use crate::text::Span;

use super::number::{char_at, char_before, skip_blanks};
use super::unit::Dimension;

/// What the hedge around a figure says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// No hedge.
    #[default]
    Exact,
    /// 约, 左右, 上下.
    Approx,
    /// 以上, 不低于, 至少: the number itself included.
    AtLeast,
    /// 以内, 以下, 不超过, 控制在: the number itself included.
    AtMost,
    /// 超过, 突破, 余, 多: the number itself excluded.
    MoreThan,
    /// 不到, 不足, 低于: the number itself excluded.
    LessThan,
    /// 近, 将近, 接近.
    Nearly,
}

impl Modifier {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::Nearly => "nearly",
        }
    }
}

/// Words that stand directly before a figure; a longer word stands before its own ending.
const BEFORE: [(&str, Modifier); 45] = [
    ("不低于", Modifier::AtLeast),
    ("不少于", Modifier::AtLeast),
    ("不小于", Modifier::AtLeast),
    ("不得低于", Modifier::AtLeast),
    ("不得少于", Modifier::AtLeast),
    ("至少", Modifier::AtLeast),
    ("最少", Modifier::AtLeast),
    ("起码", Modifier::AtLeast),
    ("不得超过", Modifier::AtMost),
    ("不超过", Modifier::AtMost),
    ("不高于", Modifier::AtMost),
    ("不多于", Modifier::AtMost),
    ("不大于", Modifier::AtMost),
    ("不突破", Modifier::AtMost),
    ("至多", Modifier::AtMost),
    ("最多", Modifier::AtMost),
    ("控制在", Modifier::AtMost),
    ("控制到", Modifier::AtMost),
    ("未超过", Modifier::AtMost),
    ("超过了", Modifier::MoreThan),
    ("突破了", Modifier::MoreThan),
    ("超过", Modifier::MoreThan),
    ("突破", Modifier::MoreThan),
    ("超出", Modifier::MoreThan),
    ("高于", Modifier::MoreThan),
    ("大于", Modifier::MoreThan),
    ("多于", Modifier::MoreThan),
    ("逾", Modifier::MoreThan),
    ("超", Modifier::MoreThan),
    ("过", Modifier::MoreThan),
    ("不到", Modifier::LessThan),
    ("不足", Modifier::LessThan),
    ("未到", Modifier::LessThan),
    ("低于", Modifier::LessThan),
    ("少于", Modifier::LessThan),
    ("小于", Modifier::LessThan),
    ("不满", Modifier::LessThan),
    ("未满", Modifier::LessThan),
    ("将近", Modifier::Nearly),
    ("接近", Modifier::Nearly),
    ("逼近", Modifier::Nearly),
    ("近", Modifier::Nearly),
    ("约为", Modifier::Approx),
    ("大概", Modifier::Approx),
    ("约", Modifier::Approx),
];

/// The hedge that ends at byte `at` (blanks between are passed over).
pub(super) fn before(text: &str, at: usize) -> Option<(Span, Modifier)> {
    let head = text.get(..at)?.trim_end_matches([' ', '\u{A0}', '\u{3000}']);
    // Every word of the table ends in one of these: a cheap answer for most figures.
    if !matches!(
        head.chars().next_back()?,
        '于' | '少'
            | '码'
            | '过'
            | '破'
            | '多'
            | '在'
            | '到'
            | '了'
            | '出'
            | '逾'
            | '超'
            | '足'
            | '满'
            | '近'
            | '为'
            | '概'
            | '约'
    ) {
        return None;
    }
    let (word, modifier) = BEFORE.iter().find(|(word, _)| head.ends_with(word))?;
    let start = head.len() - word.len();
    let previous = char_before(text, start);
    let inside_a_word = match *word {
        "约" => matches!(
            previous,
            Some('节' | '签' | '合' | '集' | '制' | '条' | '公' | '预' | '契' | '简' | '履' | '相' | '特')
        ),
        "近" => matches!(
            previous,
            Some(
                '最' | '附'
                    | '靠'
                    | '临'
                    | '邻'
                    | '新'
                    | '就'
                    | '远'
                    | '亲'
                    | '贴'
                    | '相'
                    | '周'
                    | '走'
                    | '抵'
            )
        ),
        "超" => matches!(previous, Some('赶' | '反' | '远')),
        // 收入过10亿元, 、过5亿元: after what is measured or a mark; 通过, 经过, 超过 are words.
        "过" => !matches!(
            previous,
            Some(
                '入' | '值'
                    | '额'
                    | '资'
                    | '产'
                    | '税'
                    | '售'
                    | '益'
                    | '润'
                    | '量'
                    | '模'
                    | '口'
                    | '、'
                    | ','
                    | '\u{FF0C}'
            )
        ),
        _ => false,
    };
    let start = match (*word, previous) {
        ("约", Some('大')) => start - '大'.len_utf8(),
        _ => start,
    };
    (!inside_a_word).then_some((Span::new(start, head.len()), *modifier))
}

/// Words that stand directly after a figure with its unit.
const AFTER: [(&str, Modifier); 11] = [
    ("及以上", Modifier::AtLeast),
    ("或以上", Modifier::AtLeast),
    ("以上", Modifier::AtLeast),
    ("及以下", Modifier::AtMost),
    ("以下", Modifier::AtMost),
    ("以内", Modifier::AtMost),
    ("之内", Modifier::AtMost),
    ("左右", Modifier::Approx),
    ("上下", Modifier::Approx),
    ("之多", Modifier::Exact),
    ("大关", Modifier::Exact),
];

/// The hedge that begins at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<(Span, Modifier)> {
    let start = skip_blanks(text, at);
    let tail = text.get(start..)?;
    let (word, modifier) = AFTER.iter().find(|(word, _)| tail.starts_with(word))?;
    let end = start + word.len();
    if *word == "左右" && matches!(char_at(text, end), Some('岸' | '两' | '手' | '翼' | '侧')) {
        return None;
    }
    if *word == "上下" && matches!(char_at(text, end), Some('游' | '联' | '级' | '同' | '一')) {
        return None;
    }
    (*modifier != Modifier::Exact).then_some((Span::new(start, end), *modifier))
}

/// Whether a figure whose 以上/以下 ends at `at` belongs to the name that follows
/// (`3000万元以上项目`, `20吨以下燃煤锅炉`).
pub(super) fn names_what_follows(text: &str, at: usize, dimension: Option<Dimension>) -> bool {
    let tail = text.get(at..).unwrap_or("");
    let people = ["企业", "工业", "单位", "村", "屯", "聚居", "自然村", "规模", "集中", "的村", "的自然村"];
    match dimension {
        Some(Dimension::People) => people.iter().any(|noun| tail.starts_with(noun)),
        Some(Dimension::Time) => [
            "老",
            "人",
            "居民",
            "常住",
            "困难",
            "高龄",
            "失能",
            "儿童",
            "未成年",
            "婴",
            "无",
            "的老",
            "的人",
            "独居",
            "城乡",
            "工龄",
            "群众",
        ]
        .iter()
        .any(|noun| tail.starts_with(noun)),
        Some(
            Dimension::Money
            | Dimension::Area
            | Dimension::Mass
            | Dimension::Length
            | Dimension::Volume
            | Dimension::Energy
            | Dimension::Other,
        )
        | None => {
            if let Some(rest) = tail.strip_prefix('的') {
                return [
                    "项目",
                    "企业",
                    "锅炉",
                    "工业",
                    "单位",
                    "工程",
                    "大",
                    "重",
                    "高",
                    "产业",
                    "机组",
                    "燃煤",
                    "招商",
                    "外",
                    "内",
                    "新",
                    "固定",
                    "投资项目",
                    "储备",
                    "优质",
                ]
                .iter()
                .any(|noun| rest.starts_with(noun));
            }
            tail.chars().next().is_some_and(|c| {
                ('\u{4E00}'..='\u{9FFF}').contains(&c)
                    && !"和与及并且为等也才就由在是增提达完其同又再还将可要不力已上下比较占实争确全或者以,均共得到".contains(c)
            })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word_before(text: &str) -> Option<(&str, Modifier)> {
        before(text, text.len()).map(|(span, modifier)| (span.of(text), modifier))
    }

    #[test]
    fn hedges_before() {
        assert_eq!(word_before("投资超过"), Some(("超过", Modifier::MoreThan)));
        assert_eq!(word_before("投资不超过"), Some(("不超过", Modifier::AtMost)));
        assert_eq!(word_before("大约"), Some(("大约", Modifier::Approx)));
        assert_eq!(word_before("接近 "), Some(("接近", Modifier::Nearly)));
        assert_eq!(word_before("降费近"), Some(("近", Modifier::Nearly)));
        assert_eq!(word_before("不低于"), Some(("不低于", Modifier::AtLeast)));
        assert_eq!(word_before("失业率控制在"), Some(("控制在", Modifier::AtMost)));
    }

    #[test]
    fn parts_of_other_words_are_no_hedges() {
        assert_eq!(word_before("年销售收入过"), Some(("过", Modifier::MoreThan)));
        for text in ["签约", "节约", "最近", "附近", "赶超", "通过", "经过", "增长", ""] {
            assert_eq!(word_before(text), None, "{text}");
        }
    }

    #[test]
    fn every_word_before_ends_in_a_listed_character() {
        for (word, modifier) in BEFORE {
            // 过 stands behind what it bounds.
            let text = if word == "过" { "收入过" } else { word };
            assert_eq!(word_before(text), Some((word, modifier)));
        }
    }

    #[test]
    fn hedges_after() {
        assert_eq!(after("以上,", 0).map(|hit| hit.1), Some(Modifier::AtLeast));
        assert_eq!(after("左右。", 0).map(|hit| hit.1), Some(Modifier::Approx));
        assert_eq!(after("左右岸", 0), None);
        assert_eq!(after("上下游", 0), None);
        assert_eq!(after("大关", 0), None);
    }

    #[test]
    fn thresholds_name_what_follows() {
        assert!(names_what_follows("项目2个", 0, Some(Dimension::Money)));
        assert!(names_what_follows("燃煤锅炉", 0, Some(Dimension::Mass)));
        assert!(names_what_follows("的项目", 0, Some(Dimension::Money)));
        assert!(names_what_follows("老人", 0, Some(Dimension::Time)));
        assert!(!names_what_follows(",力争", 0, Some(Dimension::Money)));
        assert!(!names_what_follows("企业", 0, Some(Dimension::Count)));
        assert!(!names_what_follows("并完成", 0, Some(Dimension::Money)));
        assert!(!names_what_follows("项目", 0, Some(Dimension::Percent)));
    }
}
