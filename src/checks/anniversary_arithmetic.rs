//! Rule `anniversary-arithmetic`: anniversaries that do not fall in the year named.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::change_to;
use super::{Findings, Message, ordinal};
use crate::quantity::{Decimal, parse_chinese_numeral};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 周年数与年份不符
    ///
    /// 写明的年份减去起算年份，不等于写明的周年数。
    ///
    /// English: The anniversary does not fall in the year named.
    ///
    /// ## 为什么
    ///
    /// 建党从1921年、建军从1927年、抗战胜利从1945年、新中国成立从1949年、改革开放从1978年算起；沿用旧稿时，年份改了周年数没改，就会差出一年。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 2023年是新中国成立75周年。
    /// ```
    /// ```错例 安排
    /// 今年是改革开放45周年，也是实施规划的关键一年。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 2023年是改革开放45周年，我们以实际行动迎接新中国成立75周年。2021年，我们隆重庆祝中国共产党成立100周年。
    /// ```
    ///
    /// ## 判断
    ///
    /// 同一句里写明年份（或“今年”“去年”）并说“是、正值、恰逢、迎来、庆祝、纪念”某事多少周年才计算；“迎接、献礼、筹备”的周年可以在以后，不算；只核对起算年份没有争议的事件。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：周年数等于当年减去起算年。
    name: "anniversary-arithmetic",
    category: Year,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Events and the years from which their anniversaries are counted; a longer name stands before a
/// shorter one.
const EVENTS: &[(&str, u32)] = &[
    ("中国共产党(?:成立|建党|诞生)|建党|党的(?:成立|诞生)", 1921),
    ("(?:中国)?人民解放军(?:建军|成立)|建军|南昌起义", 1927),
    ("红军长征胜利|长征胜利", 1936),
    ("(?:中国人民)?(?:抗日战争|抗战)(?:暨世界反法西斯战争)?胜利|世界反法西斯战争胜利", 1945),
    ("内蒙古自治区成立", 1947),
    (
        "新中国(?:成立|诞生)?|中华人民共和国(?:成立|建国)|建国|国庆|人民政协成立|中国人民政治协商会议成立",
        1949,
    ),
    ("(?:中国人民)?(?:志愿军)?抗美援朝(?:出国作战)?", 1950),
    ("西藏和平解放", 1951),
    ("新疆维吾尔自治区成立", 1955),
    ("(?:广西壮族自治区|宁夏回族自治区)成立", 1958),
    ("西藏自治区成立", 1965),
    ("改革开放", 1978),
    ("深圳经济特区(?:建立|成立)", 1980),
    ("香港回归(?:祖国)?", 1997),
    ("澳门回归(?:祖国)?", 1999),
    ("五四运动", 1919),
    ("辛亥革命", 1911),
];

static PATTERNS: LazyLock<Vec<(u32, Regex)>> = LazyLock::new(|| {
    EVENTS
        .iter()
        .filter_map(|(names, base)| {
            let number = "(?P<number>[0-9\u{FF10}-\u{FF19}]{1,3}|[一二三四五六七八九十百零〇]{1,6})";
            Some((*base, Regex::new(&format!("(?P<event>{names})[”\"》]?\\s?{number}\\s?周年")).ok()?))
        })
        .collect()
});
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("(?P<year>(?:19|20)[0-9]{2})\\s?年|(?P<han>[一二][〇零○九][〇零○一二三四五六七八九]{2})年|今年|去年|上年|明年").ok()
});

/// Words before an event that put it into another year.
const AHEAD: &[&str] = &[
    "迎接",
    "喜迎",
    "献礼",
    "筹备",
    "筹办",
    "准备",
    "前夕",
    "之前",
    "来临",
    "即将",
    "将要",
    "向",
    "以来",
    "倒计时",
];

fn check(report: &Report, findings: &mut Findings) {
    let Some(pattern) = YEAR.as_ref() else { return };
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if !text.contains("周年") {
            continue;
        }
        for sentence in &paragraph.reading.sentences {
            let said = sentence.span.of(text);
            for (base, event) in PATTERNS.iter() {
                for found in event.captures_iter(said) {
                    let (Some(name), Some(number)) = (found.name("event"), found.name("number")) else {
                        continue;
                    };
                    let head = said.get(..name.start()).unwrap_or("");
                    // 我县建党、地方建军 have years of their own.
                    if head.ends_with(['县', '市', '区', '镇', '乡', '村', '州', '旗', '省', '校'])
                    {
                        continue;
                    }
                    let mut years = pattern.captures_iter(head).filter_map(|year| {
                        Some((
                            value(
                                report,
                                year.get(0)?.as_str(),
                                year.name("year").or(year.name("han")).map(|y| y.as_str()),
                            )?,
                            year.get(0)?,
                        ))
                    });
                    // 改革开放四十周年的2018年 names the year behind.
                    let rest = said.get(found.get(0).map_or(0, |whole| whole.end())..).unwrap_or("");
                    let behind = pattern
                        .captures(rest)
                        .filter(|year| year.get(0).is_some_and(|it| rest.get(..it.start()) == Some("的")))
                        .and_then(|year| year.name("year"));
                    let shift = said.len() - rest.len();
                    let named = match (behind, years.next(), years.next()) {
                        (Some(year), None, None) => year
                            .as_str()
                            .parse()
                            .ok()
                            .map(|value| (value, Span::from(year.range()).shifted(shift), "")),
                        (None, Some((value, at)), None) => {
                            Some((value, Span::from(at.range()), head.get(at.end()..).unwrap_or("")))
                        }
                        _ => None,
                    };
                    let Some((year, at, between)) = named else { continue };
                    let Some(said_years) = counted(number.as_str()) else { continue };
                    let clause = between.rsplit([',', '\u{FF0C}', '、']).next().unwrap_or(between);
                    // 庆祝…周年大会上的讲话 is read in later years too; 向…献礼 looks ahead.
                    if ["大会", "座谈会", "讲话", "重要讲话", "庆祝大会", "纪念大会", "表彰大会"]
                        .iter()
                        .any(|word| rest.starts_with(word))
                        || ["讲话", "精神", "贯彻", "学习"].iter().any(|word| clause.contains(word))
                    {
                        continue;
                    }
                    if AHEAD.iter().any(|word| between.contains(word)) || !governs(between) || year <= *base {
                        continue;
                    }
                    let right = year - base;
                    if right == said_years {
                        continue;
                    }
                    let shift = paragraph.start + sentence.span.start;
                    let span = Span::from(number.range()).shifted(shift);
                    let meant = if number.as_str().starts_with(|c: char| c.is_ascii_digit()) || right > 99 {
                        right.to_string()
                    } else {
                        ordinal::chinese(right)
                    };
                    let event = name.as_str();
                    let finding = findings.report(
                        span,
                        Message::new(
                            format!("{event}从{base}年算起，{year}−{base}={right}，{year}年是{right}周年，文中写“{}”；请核对年份和周年数。", number.as_str()),
                            format!("Counted from {base}, {year} − {base} = {right} years; the text says “{}”.", number.as_str()),
                        ),
                    );
                    finding.relate(at.shifted(shift), Message::new("所说的年份", "The year in question"));
                    finding.fix(change_to(&format!("{meant}周年")), vec![Edit::replace(span, meant)]);
                }
            }
        }
    }
}

/// Whether what stands between year and event ties the anniversary to that year.
fn governs(between: &str) -> bool {
    [
        "是", "正值", "恰逢", "适逢", "时值", "迎来", "庆祝", "纪念", "欣逢", "正逢", "在", "恰是", "为",
        "欢庆", "喜庆", "同庆",
    ]
    .iter()
    .any(|word| between.contains(word))
        || between.trim_matches([',', '\u{FF0C}', ' ']).is_empty()
}

/// The year that a word stands for.
fn value(report: &Report, word: &str, digits: Option<&str>) -> Option<u32> {
    if let Some(digits) = digits {
        return ordinal::parse(&digits.replace('○', "〇"));
    }
    let plan = u32::try_from(report.meta.plan_year?).ok()?;
    Some(match word {
        "今年" => plan,
        "明年" => plan + 1,
        _ => plan - 1,
    })
}

/// 100, 一百, 七十五.
fn counted(printed: &str) -> Option<u32> {
    let number = ordinal::parse(printed).map(Decimal::from).or_else(|| parse_chinese_numeral(printed))?;
    number.to_string().parse().ok()
}
