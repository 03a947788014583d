//! Rule `chinese-arabic-numeral-mix`: one numeral in Chinese characters and Arabic digits.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message};
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 汉字数字与阿拉伯数字混用
    ///
    /// 一个数里既有阿拉伯数字又有汉字数位：`3千余人`、`二十世纪80年代`。
    ///
    /// English: One numeral mixes Arabic digits with Chinese numerals.
    ///
    /// ## 为什么
    ///
    /// 数字用法标准只允许阿拉伯数字与“万”“亿”连用，“百”“千”不与阿拉伯数字连用；世纪、年代应当用同一种数字。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 培训骨干教师3千余人。
    /// ```
    /// ```错例
    /// 改造二十世纪80年代建成的住宅。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 培训骨干教师3000余人，新增市场主体3.3万户，架设线路5千米，装机60千瓦，改造20世纪80年代建成的住宅。
    /// ```
    ///
    /// ## 判断
    ///
    /// “千米、千瓦、千克、百帕、百分点”是单位，不报；默认关闭。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字可与“万”“亿”合用，同一场合出现的数字体例应当一致。
    name: "chinese-arabic-numeral-mix",
    category: Number,
    severity: Hint,
    tier: Standard,
    off: true,
    check: check,
}

static MIXED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("[一二三四五六七八九十]{1,3}世纪[0-9]{2}年代|[0-9]{1,2}世纪[一二三四五六七八九]十年代|[0-9]+(?:\\.[0-9]+)?[十百千](?:[余多]|[\\p{Han}])").ok()
});

/// Units that begin with a Chinese numeral.
const UNITS: &[&str] = &[
    "千米", "千瓦", "千克", "千伏", "千卡", "千赫", "千帕", "千焦", "千安", "千分", "百帕", "百分", "百万",
    "千万", "十万",
];

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = MIXED.as_ref() else { return };
    for (_, paragraph) in report.body() {
        for found in pattern.find_iter(paragraph.text()) {
            let printed = found.as_str();
            if UNITS.iter().any(|unit| printed.ends_with(unit)) {
                continue;
            }
            // The character behind 百 or 千 only tells whether a unit begins there.
            let last = printed.chars().next_back().map_or(0, char::len_utf8);
            let inside = printed.ends_with("年代") || printed.ends_with(['余', '多']);
            let end = if inside { found.end() } else { found.end() - last };
            let span = Span::new(found.start(), end).shifted(paragraph.start);
            let text = report.text(span);
            findings.report(
                span,
                Message::new(
                    format!("“{text}”混用了汉字数字和阿拉伯数字；请统一用一种写法。"),
                    format!("“{text}” mixes Chinese and Arabic numerals; use one of them."),
                ),
            );
        }
    }
}
