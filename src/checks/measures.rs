//! Names that say what a figure measures: shares of a whole and amounts. What percent-vs-points and
//! growth-level-confusion share; no rule lives here.

/// Shares of a whole: a change of theirs is told in points.
pub(super) const SHARES: &[&str] = &[
    "森林覆盖率",
    "林木绿化率",
    "绿化覆盖率",
    "绿地率",
    "城镇化率",
    "城镇化水平",
    "入学率",
    "入园率",
    "升学率",
    "就业率",
    "失业率",
    "占比",
    "比重",
    "普及率",
    "参保率",
    "参合率",
    "巩固率",
    "处理率",
    "机械化率",
    "自来水普及率",
    "燃气普及率",
    "宽带普及率",
    "优良率",
    "优良天数比例",
    "优良天数比率",
    "达标率",
    "合格率",
    "满意率",
    "满意度",
    "化率",
    "覆盖率",
    "混改比例",
    "不良率",
    "不良贷款率",
    "渗透率",
    "利用率",
    "回收率",
];

/// Names that end like a share but are none.
pub(super) const NO_SHARES: &[&str] = &["效率", "发病率", "死亡率", "转化率", "变化率", "孵化率"];

/// Amounts: their growth is told in per cent.
pub(super) const AMOUNTS: &[&str] = &[
    "生产总值",
    "GDP",
    "可支配收入",
    "纯收入",
    "预算收入",
    "财政收入",
    "财政总收入",
    "税收收入",
    "固定资产投资",
    "零售总额",
    "零售额",
    "增加值",
    "产值",
    "进出口总额",
    "进出口总值",
    "进出口",
    "存款余额",
    "贷款余额",
    "产量",
    "旅游收入",
    "旅游总收入",
    "主营业务收入",
    "营业收入",
    "利润总额",
    "用电量",
    "吞吐量",
    "交易额",
    "销售额",
    "投资",
];

/// Whether the name before a verb is that of a share of a whole.
pub(super) fn is_share(name: &str) -> bool {
    ends(name, SHARES) && !ends(name, NO_SHARES)
}

/// Whether the name before a verb is that of an amount.
pub(super) fn is_amount(name: &str) -> bool {
    ends(name, AMOUNTS)
}

fn ends(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.ends_with(word))
}
