//! What begins with a Chinese numeral. Conservative: a figure only where it measures or counts.

use rust_decimal::Decimal;

use crate::quantity::hedge;
use crate::quantity::number::{self, char_at, char_before, chinese_digit, digit, multiplier};
use crate::quantity::unit::{self, Dimension};
use crate::text::Span;

use super::tail;
use super::{Figure, Scanner, ends_here, money, ranks};

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
            | '兩'
            | '萬'
            | '億'
            | '幾'
    )
}

/// Whether `c` is a digit or multiplier of the financial numerals (壹贰叁 … 拾佰仟).
pub(super) const fn is_financial(c: char) -> bool {
    matches!(
        c,
        '壹' | '贰'
            | '貳'
            | '叁'
            | '參'
            | '肆'
            | '伍'
            | '陆'
            | '陸'
            | '柒'
            | '捌'
            | '玖'
            | '拾'
            | '佰'
            | '仟'
    )
}

/// The end of the run of numeral characters at `at`, and whether it is indefinite (几十, 数百).
pub(super) fn run(text: &str, at: usize) -> (usize, bool) {
    let mut end = at;
    let mut indefinite = false;
    while let Some(c) = char_at(text, end) {
        let next = end + c.len_utf8();
        match c {
            '几' | '幾' | '数' => indefinite = true,
            '点' => {
                let decimal = end > at
                    && char_at(text, next).is_some_and(|c| chinese_digit(c).is_some() && c != '两')
                    && char_before(text, end)
                        .is_some_and(|c| chinese_digit(c).is_some() || multiplier(c).is_some());
                if !decimal {
                    break;
                }
            }
            // 五万千米: the beginning of the unit.
            '千' if end > at
                && matches!(char_before(text, end), Some('万' | '亿'))
                && matches!(char_at(text, next), Some('瓦' | '米' | '伏' | '克' | '卡')) =>
            {
                break;
            }
            // 四十九兆九千亿; 五十兆 is a rate of transfer.
            '兆' if end > at && char_at(text, next).is_some_and(|c| chinese_digit(c).is_some()) => {}
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
        if let Some(end) = self.pair(numeral) {
            return end;
        }
        // 百八十个 is any number near a hundred.
        let vague = printed.starts_with(['百', '千', '万', '亿'])
            && printed.chars().any(|c| c == '十' || chinese_digit(c).is_some());
        if vague {
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
        if let Some(spoken) = money::spoken(text, numeral, value.value) {
            return self.spoken(at, numeral, spoken);
        }
        let tail = tail::read(text, end);
        if let Some(end) = self.chinese_range(numeral, &value, &tail) {
            return end;
        }
        let Some(unit) = tail.unit else { return self.bare(numeral, value.value) };
        if !self.counts(numeral, &tail, unit) {
            return end;
        }
        let factor = tail.multiple(value.value);
        let sum = value.value.checked_add(tail.extra);
        let (Some(factor), Some(product)) = (factor, factor.and_then(|f| sum?.checked_mul(f))) else {
            return end;
        };
        // Up to ninety-nine a numeral is exact; 三百 may be round.
        let exact = value.decimals == 0 && value.value < Decimal::ONE_HUNDRED;
        let ulp = match (exact, tail.extra.is_zero()) {
            (_, false) => Decimal::new(1, 1),
            (true, _) => Decimal::ONE,
            _ => value.last_weight,
        };
        let (start, unit) = self.sign(at, Some(unit.unit));
        self.push(Figure {
            ulp: ulp.checked_mul(factor).unwrap_or(ulp),
            decimals: value.decimals,
            scale: tail.scale,
            surplus: tail
                .surplus
                .map(|span| (span, value.last_weight.checked_mul(factor).unwrap_or(value.last_weight))),
            chinese: true,
            ..Figure::new(
                Span::new(start, tail.end),
                Span::new(start, tail.scale_end),
                if self.is_below_zero(start, at) { -product } else { product },
                unit,
            )
        })
    }

    /// An amount in financial numerals (壹佰贰拾叁元). They are figures only among themselves and before a
    /// unit: 陆, 伍 and 拾 are parts of words.
    pub(super) fn financial(&mut self, at: usize) -> usize {
        let text = self.text;
        let mut end = at;
        while let Some(c) =
            char_at(text, end).filter(|&c| is_financial(c) || matches!(c, '零' | '万' | '亿' | '萬' | '億'))
        {
            end += c.len_utf8();
        }
        // No numeral is so long; passing over all of it keeps the scan linear.
        if end - at > 120 {
            return end;
        }
        let numeral = Span::new(at, end);
        let printed = numeral.of(text);
        let multiplied = printed.chars().any(|c| multiplier(c).is_some()) && printed.chars().count() > 1;
        let next = char_at(text, at).map_or(at, |c| at + c.len_utf8());
        let Some(value) = number::chinese(printed).filter(|_| multiplied && !self.in_a_name(at)) else {
            return next;
        };
        if let Some(spoken) = money::spoken(text, numeral, value.value) {
            return self.spoken(at, numeral, spoken);
        }
        let tail = tail::read(text, end);
        let Some((unit, factor)) = tail.unit.zip(tail.multiple(value.value)) else { return next };
        let Some(product) = value.value.checked_mul(factor) else { return next };
        let whole = match char_at(text, tail.end) {
            Some(c @ ('整' | '正')) if unit.unit.dimension() == Dimension::Money => tail.end + c.len_utf8(),
            _ => tail.end,
        };
        self.push(Figure {
            ulp: value.last_weight.checked_mul(factor).unwrap_or(factor),
            scale: tail.scale,
            chinese: true,
            ..Figure::new(Span::new(at, whole), Span::new(at, tail.scale_end), product, Some(unit.unit))
        })
    }

    /// Money in several parts.
    pub(super) fn spoken(&mut self, start: usize, numeral: Span, spoken: money::Spoken) -> usize {
        self.push(Figure {
            ulp: Decimal::new(1, spoken.decimals),
            decimals: spoken.decimals,
            ..Figure::new(Span::new(start, spoken.end), numeral, spoken.value, unit::of_symbol("元"))
        })
    }

    /// A numeral without a unit where the words around say that it is a number: 答案是五。 As 一是一, 二是二
    /// is a phrase, a numeral before 是 takes it back; 一点两小时 is a damaged decimal.
    fn bare(&mut self, numeral: Span, value: Decimal) -> usize {
        let text = self.text;
        let behind = text.get(numeral.end..).unwrap_or("");
        let said = text.get(..numeral.start).and_then(|head| head.strip_suffix('是')).is_some_and(|head| {
            !head.ends_with(|c: char| chinese_digit(c).is_some() || multiplier(c).is_some())
        });
        let whole = ends_here(text, numeral.end)
            || ["这", "那", "不是", "而是", "却是"].iter().any(|word| behind.starts_with(word));
        // 排名前三的品牌 are three.
        let leading = behind.starts_with('的')
            && text.get(..numeral.start).is_some_and(|head| {
                ["排名前", "排行前", "位列前", "位居前", "名列前"].iter().any(|word| head.ends_with(word))
            });
        let damaged = behind.starts_with("点两小时");
        let compared = self.is_compared(numeral);
        let digits = numeral.of(text).chars().count() > 1
            && numeral.of(text).chars().all(|c| chinese_digit(c).is_some());
        let multiplied = numeral.of(text).chars().all(|c| c != '十' && multiplier(c).is_some());
        if digits || multiplied || !(damaged || leading || compared || (said && whole)) {
            return numeral.end;
        }
        self.push(Figure { chinese: true, ..Figure::new(numeral, numeral, value, None) })
    }

    /// 大于五十, 介于三十和五十之间: words of comparison say that a numeral without unit is a number.
    fn is_compared(&self, numeral: Span) -> bool {
        let head = self.text.get(..numeral.start).unwrap_or("");
        let behind = self.text.get(numeral.end..).unwrap_or("");
        let ends = ends_here(self.text, numeral.end)
            || ["之间", "以上", "以下", "以内", "左右", "和", "的数", "且"]
                .iter()
                .any(|word| behind.starts_with(word));
        let by_far = ["大于", "小于", "等于", "介于"].iter().any(|word| head.ends_with(word));
        let hedged = hedge::before(self.text, numeral.start).is_some() && ends_here(self.text, numeral.end);
        ends && (by_far || hedged || (behind.starts_with("之间") && head.ends_with(['和', '与', '到', '至'])))
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
        let unit = unit.and_then(|c| unit::of_symbol(if c == '位' { "位" } else { "名" }));
        self.push(Figure {
            chinese: true,
            rank: true,
            ..Figure::new(Span::new(start, end), numeral, value, unit)
        })
    }

    /// 降为零, 动态为零: a bare nought at the end of a clause.
    fn zero(&mut self, numeral: Span) -> usize {
        let said =
            char_before(self.text, numeral.start).is_some_and(|c| matches!(c, '为' | '至' | '到' | '于'));
        if !said || !ends_here(self.text, numeral.end) {
            return numeral.end;
        }
        self.push(Figure { chinese: true, ..Figure::new(numeral, numeral, Decimal::ZERO, None) })
    }
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
            "有一个",
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
            "一两个",
            "七八次三番",
        ] {
            assert_eq!(all(text), "", "{text}");
        }
    }
}
