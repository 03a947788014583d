//! Whether a Chinese numeral with a unit is a figure: grades, phases, periods and slogans are not.

use crate::quantity::hedge;
use crate::quantity::number::{char_before, chinese_digit, multiplier};
use crate::quantity::unit::{Dimension, Printed};
use crate::text::Span;

use super::Scanner;
use super::tail::Tail;

impl Scanner<'_> {
    /// Whether a numeral with this unit is a figure and not part of a name or a phrase.
    pub(super) fn counts(&self, numeral: Span, tail: &Tail, unit: Printed) -> bool {
        let text = self.text;
        let printed = numeral.of(text);
        let before = char_before(text, numeral.start);
        let next = text.get(tail.end..).unwrap_or("");
        let symbol = unit.unit.symbol();
        let dimension = unit.unit.dimension();
        let form = Span::new(tail.unit_at, (tail.unit_at + unit.len).min(tail.end)).of(text);
        let mut chars = printed.chars();
        let alone = chars.next().filter(|_| chars.next().is_none());
        // 二〇一九, 一二三(产业), 七五(普法): digits read one by one.
        if alone.is_none() && printed.chars().all(|c| chinese_digit(c).is_some()) {
            return false;
        }
        // 打五折; 折 joins other words.
        if form == "折" {
            return before == Some('打') && printed != "十";
        }
        // 番 only in 翻两番; 级, 届, 期 and their like name a grade or a phase.
        if symbol == "番" {
            return before == Some('翻');
        }
        let head = text.get(..numeral.start).unwrap_or("");
        if form == "度" && ["摄氏", "华氏", "零下"].iter().any(|word| head.ends_with(word)) {
            return true;
        }
        if tail.surplus.is_none()
            && matches!(form, "级" | "期" | "位次" | "周年" | "个季度" | "分" | "码" | "里" | "度" | "周")
        {
            return false;
        }
        if dimension == Dimension::Time && self.is_a_period(numeral, tail, symbol) {
            return false;
        }
        // 百/千/万/亿 without a digit: only with a hedge (近亿元, 百余次) or as a threshold.
        if printed.chars().all(|c| c != '十' && multiplier(c).is_some()) {
            let hedged = hedge::before(text, numeral.start).is_some()
                || before == Some('过')
                || (super::reaches(text, numeral.start) && !next.starts_with("万户"));
            let threshold = hedge::after(text, tail.end)
                .is_some_and(|(word, _)| hedge::names_what_follows(text, word.end, Some(dimension)));
            // 销售额达百亿元。, 保持在千亿元以上; 百亿元产业 is a name.
            let said = ["达", "达到", "保持在", "稳定在"].iter().any(|word| head.ends_with(word))
                && (super::ends_here(text, tail.end) || hedge::after(text, tail.end).is_some());
            return symbol != "年" && form != "大" && (tail.surplus.is_some() || hedged || threshold || said);
        }
        // 二 does not count (两个 does): 二所, 二期 and 二套 are names. 五台 and 四家子 are places.
        let named = alone == Some('二') && dimension == Dimension::Count
            || (printed == "五" && form == "台")
            || (form == "家" && next.starts_with('子') && !next.starts_with("子公司"))
            || (form == "次" && head.ends_with('届'))
            // 十分钟健身圈, 两小时经济圈.
            || (dimension == Dimension::Time && next.chars().take(5).any(|c| c == '圈'))
            || head.ends_with("第 ");
        if named {
            return false;
        }
        match alone {
            // 一个半小时, 一倍.
            Some('一') => {
                !tail.extra.is_zero() || dimension == Dimension::Times || dimension == Dimension::Points
            }
            Some(_) if tail.surplus.is_some() || !tail.extra.is_zero() => true,
            // 连续五次被评为; 三次产业 and 二次创业 are words.
            Some(_) if form == "次" && !next.starts_with("产业") => {
                ["连续", "先后", "累计", "总共"].iter().any(|word| head.ends_with(word))
            }
            Some(_) => one_digit(form, dimension, next) && !is_set_phrase(form, next),
            // 十九大, 二十大: congresses; 八次全会 is an ordinal.
            None => {
                (form != "大" || tail.surplus.is_some())
                    && (form != "次" || !["会议", "全会", "党代"].iter().any(|word| next.starts_with(word)))
            }
        }
    }

    /// 过去五年, 五年来, 三年行动, 九年义务教育: a stretch of time or a name, not an amount. Years
    /// are amounts only where the words around say so (连续三年, 提前两年, 三年以上).
    fn is_a_period(&self, numeral: Span, tail: &Tail, symbol: &str) -> bool {
        let head = self.text.get(..numeral.start).unwrap_or("");
        let next = self.text.get(tail.end..).unwrap_or("");
        if symbol == "年" {
            let counted = ["连续", "提前", "缩短", "延长", "为期", "达", "长达", "超过", "不足", "满"]
                .iter()
                .any(|word| head.ends_with(word));
            let bounded = ["以上", "以内", "之久"].iter().any(|word| next.starts_with(word));
            return !(counted || bounded || tail.surplus.is_some() || !tail.extra.is_zero());
        }
        head.ends_with(['近', '去', '后', '来', '前', '这', '头', '每', '上', '下', '本'])
            && !head.ends_with("提前")
    }
}

/// Units that a single Chinese digit may count.
fn one_digit(form: &str, dimension: Dimension, next: &str) -> bool {
    match dimension {
        Dimension::Count => {
            matches!(
                form,
                "个" | "项"
                    | "户"
                    | "家"
                    | "件"
                    | "条"
                    | "所"
                    | "座"
                    | "处"
                    | "台"
                    | "套"
                    | "场"
                    | "栋"
                    | "张"
                    | "种"
                    | "批"
                    | "大"
                    | "辆"
                    | "只"
                    | "支"
                    | "宗"
                    | "篇"
                    | "艘"
                    | "笔"
                    | "枚"
                    | "幢"
                    | "台套"
            ) && (form != "大" || next.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c)))
        }
        Dimension::People => matches!(form, "名" | "位" | "人次") && !next.starts_with(['一', '数']),
        // 三元 and 二元 are names; the names of other currencies are not.
        Dimension::Money => form.chars().count() > 1 && form != "人民币",
        Dimension::Mass => matches!(form, "吨" | "公斤" | "千克" | "斤" | "克"),
        Dimension::Volume => matches!(form, "毫升" | "立方米" | "升" | "公升" | "加仑"),
        Dimension::Energy => matches!(form, "千瓦" | "千瓦时" | "兆瓦" | "度电"),
        Dimension::Area => matches!(form, "亩" | "公顷" | "平方公里"),
        Dimension::Length => {
            matches!(form, "公里" | "千米" | "米" | "厘米" | "毫米" | "英里" | "英尺" | "海里")
        }
        Dimension::Time => {
            matches!(
                form,
                "年" | "天"
                    | "岁"
                    | "周岁"
                    | "个月"
                    | "小时"
                    | "个小时"
                    | "分钟"
                    | "秒"
                    | "秒钟"
                    | "个星期"
                    | "个工作日"
            )
        }
        Dimension::Percent => form == "成",
        Dimension::Points | Dimension::Times => true,
        Dimension::Other => matches!(form, "摄氏度" | "分贝"),
    }
}

/// What follows 个/项/大 in slogans that carry a number in their name.
fn is_set_phrase(form: &str, next: &str) -> bool {
    let words: &[&str] = match form {
        // 五台山, 九台区.
        "台" => &["山", "区", "县", "镇", "子", "河"],
        "所" => &["一", "合"],
        "个" => &[
            "意识",
            "自信",
            "维护",
            "确立",
            "全面",
            "一",
            "代表",
            "毫不",
            "务必",
            "百年",
            "革命",
            "文明",
            "坚持",
            "服从",
            "牢固",
            "创新",
            "严",
            "必须",
            "更加",
            "有利于",
            "转变",
            "面向",
            "走在",
            "先行",
            "为",
            "倍增",
            "带头",
            "不",
            "结合",
            "伟大",
        ],
        "项" => &["规定", "纪律", "改革攻坚"],
        "大" => &["精神", "报告", "以来", "会", "洲", "洋", "作风", "决战"],
        "条" => &["主线", "腿", "红线", "底线", "线管", "线等", "线、", "线制", "线”"],
        _ => &[],
    };
    words.iter().any(|word| next.starts_with(word))
}
