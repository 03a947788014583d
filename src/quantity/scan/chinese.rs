//! What begins with a Chinese numeral. Conservative: a figure only where it measures or counts.

use rust_decimal::Decimal;

use crate::quantity::hedge;
use crate::quantity::number::{self, char_at, char_before, chinese_digit, digit, multiplier};
use crate::quantity::unit::{self, Dimension, Printed};
use crate::text::Span;

use super::tail::{self, Tail};
use super::{Figure, Scanner, ends_here, ranks};

/// Whether a Chinese numeral may begin with `c`.
pub(super) const fn may_begin(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '廿'
            | '卅'
            | '几'
            | '数'
    )
}

/// The end of the run of numeral characters at `at`, and whether it is indefinite (几十, 数百).
fn run(text: &str, at: usize) -> (usize, bool) {
    let mut end = at;
    let mut indefinite = false;
    while let Some(c) = char_at(text, end) {
        let next = end + c.len_utf8();
        match c {
            '几' | '数' => indefinite = true,
            '点' => {
                let decimal = end > at
                    && char_at(text, next).is_some_and(|c| chinese_digit(c).is_some())
                    && char_before(text, end).is_some_and(|c| chinese_digit(c).is_some() || c == '十');
                if !decimal {
                    break;
                }
            }
            _ if may_begin(c) => {}
            _ => break,
        }
        end = next;
    }
    (end, indefinite)
}

impl Scanner<'_> {
    /// Reads what begins at the Chinese numeral at `at`; gives the byte to go on from.
    pub(super) fn chinese(&mut self, at: usize) -> usize {
        let text = self.text;
        if let Some(end) = self.fraction(at) {
            return end;
        }
        let (end, indefinite) = run(text, at);
        let numeral = Span::new(at, end);
        let printed = numeral.of(text);
        let before = char_before(text, at);
        if indefinite
            || self.in_a_name(at)
            || before.is_some_and(|c| digit(c).is_some() || c.is_ascii_alphabetic())
        {
            return end;
        }
        let Some(value) = number::chinese(printed) else { return end };
        if before == Some('第') || (before == Some('前') && matches!(char_at(text, end), Some('位' | '名')))
        {
            return self.chinese_ordinal(numeral, value.value);
        }
        if printed == "零" {
            return self.zero(numeral);
        }
        let tail = tail::read(text, end);
        let Some(unit) = tail.unit else { return end };
        if !self.counts(numeral, &tail, unit) {
            return end;
        }
        let factor = unit.factor.checked_mul(tail.scale);
        let (Some(factor), Some(product)) = (factor, factor.and_then(|f| value.value.checked_mul(f))) else {
            return end;
        };
        // Up to ninety-nine a numeral is exact; 三百 may be round.
        let exact = value.decimals == 0 && value.value < Decimal::ONE_HUNDRED;
        let ulp = if exact { Decimal::ONE } else { value.last_weight };
        self.push(Figure {
            span: Span::new(at, tail.end),
            numeral,
            value: product,
            value_to: None,
            unit: Some(unit.unit),
            ulp: ulp.checked_mul(factor).unwrap_or(ulp),
            decimals: value.decimals,
            scale: tail.scale,
            surplus: tail
                .surplus
                .map(|span| (span, value.last_weight.checked_mul(factor).unwrap_or(value.last_weight))),
            chinese: true,
            rank: false,
        })
    }

    /// 百分之八, 千分之三, 三分之一, as percentages (‰ for 千分之).
    fn fraction(&mut self, at: usize) -> Option<usize> {
        let text = self.text;
        let (first_end, _) = run(text, at);
        let rest = text.get(first_end..)?;
        let over = first_end + rest.strip_prefix("分之").map(|_| "分之".len())?;
        let (numerator, end) = if char_at(text, over).is_some_and(|c| digit(c).is_some()) {
            let run = number::arabic(text, over);
            (run.value.zip(Some(run.decimals)), run.end)
        } else {
            let (end, indefinite) = run(text, over);
            let value = number::chinese(Span::new(over, end).of(text)).filter(|_| !indefinite);
            (value.map(|value| (value.value, value.decimals)), end)
        };
        let denominator = Span::new(at, first_end).of(text);
        let Some((numerator, decimals)) = numerator else { return Some(over.max(end)) };
        // 百分之百 is as often 完全 as 100 %; a name in quotes is none.
        if self.in_a_name(at) || char_before(text, at) == Some('第') {
            return Some(end);
        }
        let (symbol, value, ulp) = match denominator {
            "百" => ("%", numerator, Decimal::new(1, decimals.min(28))),
            "千" => ("‰", numerator, Decimal::new(1, decimals.min(28))),
            _ => {
                let whole = number::chinese(denominator)?.value;
                if whole.is_zero() {
                    return Some(end);
                }
                let percent = numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.round_dp(2);
                ("%", percent, Decimal::ONE)
            }
        };
        Some(self.push(Figure {
            span: Span::new(at, end),
            numeral: Span::new(at, end),
            value,
            value_to: None,
            unit: unit::longest(symbol).map(|printed| printed.unit),
            ulp,
            decimals,
            scale: Decimal::ONE,
            surplus: None,
            chinese: true,
            rank: false,
        }))
    }

    /// `第二名`, `第三位` with words of ranking before them; every other ordinal only counts off.
    fn chinese_ordinal(&mut self, numeral: Span, value: Decimal) -> usize {
        let text = self.text;
        let start = numeral.start - '第'.len_utf8();
        let unit = char_at(text, numeral.end).filter(|c| matches!(c, '位' | '名'));
        // 前三名 ranks by itself; 第 needs words of ranking, for 放在第一位 is a phrase.
        let ranked = char_at(text, start) == Some('前') || ranks(text, start);
        if !ranked || (unit.is_none() && !ends_here(text, numeral.end)) {
            return numeral.end;
        }
        let end = unit.map_or(numeral.end, |c| numeral.end + c.len_utf8());
        self.push(Figure {
            span: Span::new(start, end),
            numeral,
            value,
            value_to: None,
            unit: unit
                .and_then(|c| unit::longest(if c == '位' { "位" } else { "名" }))
                .map(|printed| printed.unit),
            ulp: Decimal::ONE,
            decimals: 0,
            scale: Decimal::ONE,
            surplus: None,
            chinese: true,
            rank: true,
        })
    }

    /// 降为零, 动态为零: a bare nought at the end of a clause.
    fn zero(&mut self, numeral: Span) -> usize {
        let said =
            char_before(self.text, numeral.start).is_some_and(|c| matches!(c, '为' | '至' | '到' | '于'));
        if !said || !ends_here(self.text, numeral.end) {
            return numeral.end;
        }
        self.push(Figure {
            span: numeral,
            numeral,
            value: Decimal::ZERO,
            value_to: None,
            unit: None,
            ulp: Decimal::ONE,
            decimals: 0,
            scale: Decimal::ONE,
            surplus: None,
            chinese: true,
            rank: false,
        })
    }

    /// Whether a numeral with this unit is a figure and not part of a name or a phrase.
    fn counts(&self, numeral: Span, tail: &Tail, unit: Printed) -> bool {
        let text = self.text;
        let printed = numeral.of(text);
        let before = char_before(text, numeral.start);
        let next = text.get(tail.end..).unwrap_or("");
        let symbol = unit.unit.symbol();
        let dimension = unit.unit.dimension();
        let form = Span::new(tail.end - unit.len.min(tail.end), tail.end).of(text);
        let mut chars = printed.chars();
        let alone = chars.next().filter(|_| chars.next().is_none());
        // 二〇一九, 一二三(产业), 七五(普法): digits read one by one.
        if alone.is_none() && printed.chars().all(|c| chinese_digit(c).is_some()) {
            return false;
        }
        // 番 only in 翻两番; 级, 届, 期 and their like name a grade or a phase.
        if symbol == "番" {
            return before == Some('翻');
        }
        if tail.surplus.is_none()
            && matches!(
                form,
                "级" | "期" | "位次" | "周年" | "个季度" | "分" | "码" | "折" | "里" | "度" | "周"
            )
        {
            return false;
        }
        if dimension == Dimension::Time && self.is_a_period(numeral, tail, symbol) {
            return false;
        }
        // 百/千/万/亿 without a digit: only with a hedge (近亿元, 百余次) or as a threshold.
        if printed.chars().all(|c| c != '十' && multiplier(c).is_some()) {
            let hedged = hedge::before(text, numeral.start).is_some() || before == Some('过');
            let threshold = hedge::after(text, tail.end)
                .is_some_and(|(word, _)| hedge::names_what_follows(text, word.end, Some(dimension)));
            return symbol != "年" && form != "大" && (tail.surplus.is_some() || hedged || threshold);
        }
        match alone {
            Some('一') => dimension == Dimension::Times || dimension == Dimension::Points,
            Some(_) if tail.surplus.is_some() => true,
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
            return !(counted || bounded || tail.surplus.is_some());
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
        Dimension::Money | Dimension::Mass | Dimension::Volume | Dimension::Energy => false,
        Dimension::Area => matches!(form, "亩" | "公顷" | "平方公里"),
        Dimension::Length => form == "公里",
        Dimension::Time => matches!(form, "年" | "天" | "个月" | "小时" | "个小时" | "个工作日"),
        Dimension::Percent => form == "成",
        Dimension::Points | Dimension::Times => true,
        Dimension::Other => false,
    }
}

/// What follows 个/项/大 in slogans that carry a number in their name.
fn is_set_phrase(form: &str, next: &str) -> bool {
    let words: &[&str] = match form {
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
        "大" => &["精神", "报告", "以来", "会", "作风", "决战"],
        "条" => &["主线", "腿", "红线", "底线"],
        _ => &[],
    };
    words.iter().any(|word| next.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::quantity::scan;

    fn all(text: &str) -> String {
        let mut out = Vec::new();
        for q in scan(text) {
            let marks = format!(
                "{}{}",
                if q.rank { " rank" } else { "" },
                if q.threshold { " threshold" } else { "" }
            );
            out.push(format!(
                "{}={} {} {}{marks}",
                q.span.of(text),
                q.value.normalize(),
                q.unit.map_or("-", |unit| unit.symbol()),
                q.modifier.label()
            ));
        }
        out.join("; ")
    }

    #[test]
    fn counting_numerals() {
        for (text, expected) in [
            ("抓好八项工作", "八项=8 项 exact"),
            ("三大产业", "三大=3 个 exact"),
            ("组织百余次", "百余次=100 次 more_than"),
            ("签约百余项", "百余项=100 项 more_than"),
            ("两户企业", "两户=2 户 exact"),
            ("三条控制线", "三条=3 条 exact"),
            ("十二个乡镇", "十二个=12 个 exact"),
            ("减税近亿元", "亿元=100000000 元 nearly"),
            ("突破亿元大关", "亿元=100000000 元 more_than"),
            ("产值超千亿元", "千亿元=100000000000 元 more_than"),
            ("230个亿元以上项目", "230个=230 个 exact; 亿元=100000000 元 at_least threshold"),
            ("三成以上", "三成=30 % at_least"),
            ("百分之八", "百分之八=8 % exact"),
            ("三分之一", "三分之一=33.33 % exact"),
            ("翻两番", "两番=2 番 exact"),
            ("增长一倍", "一倍=1 倍 exact"),
            ("连续三年", "三年=3 年 exact"),
            ("上访降为零。", "零=0 - exact"),
            ("三百五十户", "三百五十户=350 户 exact"),
            ("进入全省前六位", "前六位=6 位 exact rank"),
            ("提前两年完成", "两年=2 年 exact"),
            ("三年以上", "三年=3 年 at_least"),
            ("排名第二位", "第二位=2 位 exact rank"),
            ("三点五个百分点", "三点五个百分点=3.5 个百分点 exact"),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn set_phrases_names_and_indefinite_numbers() {
        for text in [
            "三农",
            "三通两平台",
            "千方百计",
            "一系列",
            "百姓",
            "三化",
            "两学一做",
            "一带一路",
            "第三产业",
            "一二三产业",
            "“双百”",
            "“十三五”",
            "十四五时期",
            "第八次",
            "第十五届",
            "一、",
            "(一)",
            "数百家",
            "几十个",
            "数十亿元",
            "十几户",
            "百名干部进企业",
            "十百千工程",
            "千名领导干部帮扶千户企业",
            "百日攻坚",
            "百馆工程",
            "千村美丽",
            "一窗一人",
            "一件事",
            "两不见面",
            "三定",
            "“四个城市”",
            "四个意识",
            "八项规定",
            "党的十九大",
            "二十大精神",
            "过去五年",
            "五年来",
            "三年行动计划",
            "二期工程",
            "滨河路四期",
            "五届八次全会",
            "七五普法",
            "二〇一九年",
            "百亿规模",
            "千亿元市场",
            "三位一体",
            "三次产业",
            "一个",
            "统一",
            "万众",
            "三类工业用地",
            "两会",
            "五路",
            "六级大风",
            "九华山",
            "百特公司",
            "“八项工作”",
            "放在第一位",
            "三级医院",
            "零距离",
            "十三五",
            "万元",
            "两年来",
            "上半年",
            "过半",
            "前三季度",
            "三五家",
            "七八个",
        ] {
            assert_eq!(all(text), "", "{text}");
        }
    }
}
