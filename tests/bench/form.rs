//! Wordings with blanks: a frame is filled twice, once wrong and once right, at times in half-width marks.

use crate::plant::{Part, Plants};
use crate::rng::{Rng, tenths};

/// A name, its unit, and whether it is printed with one decimal.
pub(crate) type Measure = (&'static str, &'static str, bool);

/// Amounts in the glossary and outside it.
pub(crate) const MEASURES: &[Measure] = &[
    ("直播带货销售额", "亿元", true),
    ("保费收入", "亿元", true),
    ("出口交货值", "亿元", true),
    ("快递业务收入", "亿元", true),
    ("涉农贷款余额", "亿元", true),
    ("夜间消费额", "万元", false),
    ("电子商务交易额", "亿元", true),
    ("在册民宿", "家", false),
    ("村级电商服务站", "个", false),
    ("规模以上服务业企业", "户", false),
    ("新能源汽车保有量", "万辆", true),
    ("研学旅行接待量", "万人次", true),
    ("茶园面积", "万亩", true),
    ("绿道总里程", "公里", false),
    ("港口货物吞吐量", "万吨", true),
    ("全社会用电量", "亿千瓦时", true),
    ("在校大学生", "万人", true),
];

/// Shares of a whole, in the glossary and outside it.
pub(crate) const SHARES: &[&str] = &[
    "户籍人口城镇化率",
    "农村卫生厕所普及率",
    "秸秆综合利用率",
    "燃气普及率",
    "普惠性幼儿园覆盖率",
    "装配式建筑占比",
    "农产品冷链流通率",
    "建成区绿化覆盖率",
    "优质水稻种植占比",
    "村庄污水处理设施覆盖率",
];

/// A number of tenths as a measure prints it.
pub(crate) fn shown(number: i64, decimal: bool) -> String {
    if decimal { tenths(number) } else { number.to_string() }
}

/// A frame with its blanks filled: `{x}` by the value named `x`.
pub(crate) fn fill(frame: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(frame.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

fn narrow(text: &str) -> String {
    let pairs = [("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")")];
    pairs.iter().fold(text.to_owned(), |text, (wide, half)| text.replace(wide, half))
}

/// Adds a plant; one in four is written in half-width marks, as files from web pages are.
pub(crate) fn plant(
    out: &mut Plants,
    rng: &mut Rng,
    (rule, siblings): (&'static str, &'static [&'static str]),
    part: Part,
    (wrong, right): (String, String),
) {
    let half = rng.int(0, 3) == 0;
    let say = |text: String| if half { narrow(&text) } else { text };
    let (wrong, right) = (say(wrong), say(right));
    let added = match part {
        Part::Review => out.review(rule, wrong, right),
        Part::Plan => out.plan(rule, wrong, right),
    };
    added.siblings = siblings;
}
