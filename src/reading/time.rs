//! Words of time: years, spans of years, parts of years, and words that need the report's
//! context (去年, 五年来, 年内). What a relative word means is decided by `report::facts`.

use std::fmt;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::quantity::parse_chinese_numeral;
use crate::text::Span;

/// A period of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar year: `2016`.
    Year(i32),
    /// First and last year: `2013-2017`.
    Years(i32, i32),
    /// Year and quarter: `2016Q1`.
    Quarter(i32, u32),
    /// Year and half: `2016H1`.
    Half(i32, u32),
    /// Year and month: `2016-06`.
    Month(i32, u32),
    /// From one month to another: `2016-01/2016-11`.
    Months((i32, u32), (i32, u32)),
}

impl Period {
    /// The last year it touches.
    #[must_use]
    pub const fn last_year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Years(_, year) | Self::Quarter(year, _) | Self::Half(year, _) => year,
            Self::Month(year, _) | Self::Months(_, (year, _)) => year,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Years(from, to) => write!(f, "{from}-{to}"),
            Self::Quarter(year, quarter) => write!(f, "{year}Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year}H{half}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Months((y, m), (z, n)) => write!(f, "{y}-{m:02}/{z}-{n:02}"),
        }
    }
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearPart {
    /// 上半年, 下半年.
    Half(u32),
    /// 一季度.
    Quarter(u32),
    /// 6月.
    Month(u32),
    /// 1—11月, 前三季度.
    Months(u32, u32),
}

impl YearPart {
    /// The part in a given year.
    #[must_use]
    pub const fn of(self, year: i32) -> Period {
        match self {
            Self::Half(half) => Period::Half(year, half),
            Self::Quarter(quarter) => Period::Quarter(year, quarter),
            Self::Month(month) => Period::Month(year, month),
            Self::Months(from, to) => Period::Months((year, from), (year, to)),
        }
    }
}

/// What a word of time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// 2016年, 2016—2020年, “十三五”期间: decided by the word alone.
    Absolute(Period),
    /// 上半年, 1—11月 of the year the context speaks of.
    Part(YearPart),
    /// 今年: the year of the meeting.
    ThisYear,
    /// 去年, 上年.
    LastYear,
    /// 前年.
    YearBeforeLast,
    /// 明年.
    NextYear,
    /// 全年, 年内, 年底: the year the context speaks of.
    WholeYear,
    /// 五年来, 过去五年: so many years up to the reviewed one.
    PastYears(u32),
    /// 五年累计: so many years, those reviewed or those planned.
    OverYears(u32),
    /// 近年来, 今后一个时期: years that the word leaves open.
    Vague,
    /// 2031年以来: from that year on.
    Since(i32),
    /// 今后五年: so many years from the planned one.
    ComingYears(u32),
    /// 连续14年.
    Running(u32),
    /// 本届政府, 任期内.
    Term,
}

/// A word of time in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeWord {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub meaning: Meaning,
    /// It names what is compared with (比上年, 较2015年, 从2015年的), not the figure's own time.
    pub compared: bool,
    /// 截至, 到…底: a reading at a moment.
    pub as_of: bool,
}

impl TimeWord {
    /// The period, where the word alone decides it.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        match self.meaning {
            Meaning::Absolute(period) => Some(period),
            _ => None,
        }
    }
}

static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    const DASH: &str = "(?:-|\u{2014}{1,2}|\u{2013}|\u{FF0D}|~|\u{FF5E}|至|到)";
    const N: &str = "[一二两三四五六七八九十]{1,3}|[0-9\u{FF10}-\u{FF19}]{1,2}";
    let pattern = format!(
        "(?P<asof>截至|截止|到|至)?(?:\
         (?P<y1>[12][0-9]{{3}})\\s*年?\\s*{DASH}\\s*(?P<y2>[12][0-9]{{3}})\\s*年(?:度|间|期间)?\
         |(?P<year>[12][0-9]{{3}}|[一二][〇零○九八一二三四五六七]{{3}})\\s*年(?P<part>上半年|下半年|[前头]三季度|第?[一二三四1-4]季度|(?P<m1>[0-9]{{1,2}})月?{DASH}(?P<m2>[0-9]{{1,2}})月份?|(?P<m>[0-9]{{1,2}})月(?:底|末|份|[0-9]{{1,2}}日)?)?(?:年?底|年?末)?\
         |[\u{201C}\"]?(?P<plan>[八九]|十[一二三四五六七]?)五[\u{201D}\"]?(?:期间|时期|以来|末|的?五年|前[一二三四]年)\
         |(?P<both>今明两年|今明年)|(?P<nextterm>下一?届政府)|(?P<rel>去年|上年|前年|今年|本年度?|当年|明年|来年|全年|年内|年底前?|年末|一年来|过去的?一年|(?:这|过去)一年)(?P<relpart>上半年|下半年|[前头]三季度|第?[一二三四1-4]季度|(?P<rm1>[0-9]{{1,2}})月?{DASH}(?P<rm2>[0-9]{{1,2}})月份?)?\
         |(?P<bare>上半年|下半年|[前头]三季度|[一二三四]季度|[前头](?P<bmn>{N})个月|(?P<bm1>1)月?{DASH}(?P<bm2>[0-9]{{1,2}})月份?)\
         |(?P<om>[0-9\u{FF10}-\u{FF19}]{{1,2}})月(?:底|末|份|[0-9]{{1,2}}日)?\
         |(?P<next>今后|未来|下一个|往后)的?(?P<nn>{N})个?年(?:内|里|间)?\
         |(?:(?P<past>过去|这|近|最近|前|刚刚过去)的?(?P<pn>{N})年(?:来|间|里|中|时间)?|(?P<pn2>{N})年(?P<more>多)?(?:来|间)|(?P<pn3>{N})年)\
         |(?:用|在|力争|争取|计划|利用)(?P<pn4>{N})年(?:左右)?(?:的?时间|之?内)\
         |(?P<vague>近几年来?|近年来?|近些年来?|几年来|多年来|历年来?|长期以来|今后一个时期|今后一段时期|未来一个时期)\
         |连续(?P<run>{N})年\
         |(?P<term>本届政府|届内|任期内|任期以来|政府任期))"
    );
    #[expect(clippy::expect_used, reason = "a constant pattern, compiled in a test")]
    Regex::new(&pattern).expect("the pattern of time words is valid")
});

/// Every word of time in `text`, in order. Total.
pub(super) fn find(text: &str) -> Vec<TimeWord> {
    // Every word of time holds 年, 季, 月, 届, 任 or a 五 of a plan: most paragraphs hold 年.
    if !text.contains(['年', '季', '月', '届', '任', '五', '期']) {
        return Vec::new();
    }
    WORDS.captures_iter(text).filter_map(|found| word(text, &found)).collect()
}

fn word(text: &str, found: &Captures<'_>) -> Option<TimeWord> {
    let whole = found.get(0)?;
    let get = |name: &str| found.name(name).map(|m| m.as_str());
    let before = text.get(..whole.start()).unwrap_or("");
    let after = text.get(whole.end()..).unwrap_or("");
    let meaning = if let (Some(from), Some(to)) = (get("y1"), get("y2")) {
        let (from, to) = (year(from)?, year(to)?);
        if from > to {
            return None;
        }
        Meaning::Absolute(Period::Years(from, to))
    } else if let Some(printed) = get("year") {
        let year = year(printed)?;
        let since = after.starts_with("以来") && !is_a_record(after) && whole.as_str().ends_with('年');
        match get("part") {
            None if since => Meaning::Since(year),
            None => Meaning::Absolute(Period::Year(year)),
            Some(part) => Meaning::Absolute(
                part_of(part, get("m1"), get("m2"), get("m")).map_or(Period::Year(year), |p| p.of(year)),
            ),
        }
    } else if let Some(plan) = get("plan") {
        // “十五”计划 is the tenth: its 十 stands alone.
        let number = i32::try_from(small(plan)?).ok()?;
        let quoted = whole.as_str().contains(['\u{201C}', '"']);
        if number <= 10 && !quoted {
            return None;
        }
        let first = 2001 + 5 * (number - 10);
        Meaning::Absolute(Period::Years(first, first + 4))
    } else if get("nextterm").is_some() {
        Meaning::ComingYears(5)
    } else if get("both").is_some() {
        Meaning::ComingYears(2)
    } else if let Some(relative) = get("rel") {
        let base = match relative {
            "去年" | "上年" | "过去一年" | "过去的一年" => Meaning::LastYear,
            "前年" => Meaning::YearBeforeLast,
            "今年" | "本年" | "本年度" => Meaning::ThisYear,
            "明年" | "来年" => Meaning::NextYear,
            _ => Meaning::WholeYear,
        };
        match get("relpart").and_then(|part| part_of(part, get("rm1"), get("rm2"), None)) {
            Some(part) => Meaning::Part(part),
            None => base,
        }
    } else if let Some(part) = get("bare") {
        match get("bmn") {
            Some(n) => Meaning::Part(YearPart::Months(1, small(n).filter(|n| (2..=12).contains(n))?)),
            None => Meaning::Part(part_of(part, get("bm1"), get("bm2"), None)?),
        }
    } else if let Some(n) = get("nn") {
        Meaning::ComingYears(small(n)?)
    } else if let Some(month) = get("om") {
        // 截至11月, 6月底: a moment; other months and dates of the text are no period of its figures.
        if found.name("asof").is_none() && !whole.as_str().ends_with(['底', '末']) {
            return None;
        }
        Meaning::Part(YearPart::Month(small(month).filter(|month| *month <= 12)?))
    } else if get("vague").is_some() {
        Meaning::Vague
    } else if let Some(n) = get("pn4") {
        Meaning::OverYears(small(n).filter(|n| (2..=10).contains(n))?)
    } else if let Some(n) = get("pn3") {
        if !sums_up(before, after) {
            return None;
        }
        Meaning::OverYears(small(n).filter(|n| (2..=10).contains(n))?)
    } else if let Some(n) = get("pn").or(get("pn2")) {
        // 三年多来: the year begun counts.
        let n = small(n)? + u32::from(get("more").is_some());
        // 为近三年最高: a record, no period.
        if after.starts_with('最') || after.starts_with("来最") || after.starts_with("新高") {
            return None;
        }
        if n == 1 { Meaning::WholeYear } else { Meaning::PastYears(n) }
    } else if let Some(n) = get("run") {
        Meaning::Running(small(n)?)
    } else {
        Meaning::Term
    };
    // A year that is part of a name: 2030行动, “2025…”, (2016-2020)规划 never match 年; a meeting's
    // date or a plan's years in 书名号 do.
    if inside_title(before, after) || (whole.as_str().starts_with('前') && before.ends_with('学')) {
        return None;
    }
    let base_word = before.ends_with(['比', '较', '同', '与', '从', '由', '于'])
        || (before.ends_with('是') && after.starts_with('的'))
        || (before.ends_with(['为', '于', '当', '达', '到', '近', '有', '了']) && is_multiplied(after));
    let base_word = base_word || is_a_record(after);
    let compared =
        base_word && matches!(meaning, Meaning::Absolute(_) | Meaning::LastYear | Meaning::YearBeforeLast);
    let as_of = found.name("asof").is_some() || whole.as_str().ends_with(['底', '末']);
    Some(TimeWord { span: Span::new(whole.start(), whole.end()), meaning, compared, as_of })
}

/// Whether what follows a year says since when something is a record (1981年[以来最大洪峰],
/// 1961年[有记录以来最强降雨]).
fn is_a_record(after: &str) -> bool {
    let at = after.char_indices().take(8).map(|(at, _)| at);
    let since = at.filter_map(|at| after.get(at..)).find_map(|rest| rest.strip_prefix("以来"));
    since.is_some_and(|rest| {
        let rest = rest.trim_start_matches(['的', '历']);
        let clause: String =
            rest.chars().take(12).take_while(|c| !matches!(c, ',' | '\u{FF0C}' | '、' | '。')).collect();
        const BY_FAR: [&str; 7] = ["最大", "最高", "最强", "最严重", "最重", "最多", "最低的"];
        ["最", "首次", "未遇", "罕见", "历史"].iter().any(|word| rest.starts_with(word))
            || BY_FAR.iter().any(|word| clause.contains(word))
    })
}

/// Whether a multiple follows: 为2030年底[的1.7倍].
fn is_multiplied(after: &str) -> bool {
    let Some(rest) = after.strip_prefix('的') else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '近' | '约' | ' '));
    rest.starts_with('倍')
}

/// Whether bare 五年 between these words is a span that figures add up over (`，五年累计…`,
/// `，五年建成…`): it opens its clause, and what follows makes no name of it (五年规划, 五年前).
fn sums_up(before: &str, after: &str) -> bool {
    const NAMES: [&str; 24] = [
        "行动",
        "计划",
        "规划",
        "制",
        "期",
        "级",
        "以",
        "前",
        "后",
        "内",
        "的",
        "一",
        "之",
        "多",
        "左右",
        "任",
        "目标",
        "工作",
        "来",
        "生",
        "攻坚",
        "大",
        "义务教育",
        "一贯",
    ];
    let opens = before.is_empty()
        || before.ends_with([
            ',', '\u{FF0C}', '\u{3002}', ';', '\u{FF1B}', '、', ':', '\u{FF1A}', '*', '-', '\u{2014}',
        ])
        || before.ends_with("代表");
    let sum = ["分别", "累计", "平均", "年均", "共计", "共投入", "共完成"]
        .iter()
        .any(|word| after.starts_with(word));
    // 一年打基础、三年见成效、五年成型: stages of a slogan.
    const STAGES: [&str; 10] =
        ["成势", "成型", "成形", "见效", "见成效", "打基础", "大变样", "上台阶", "一变化", "出形象"];
    let stage = STAGES.iter().any(|stage| after.starts_with(stage));
    (opens || sum) && !stage && !after.is_empty() && !NAMES.iter().any(|name| after.starts_with(name))
}

/// Inside 《…》: the last opening mark before is not closed before the word.
fn inside_title(before: &str, after: &str) -> bool {
    // A title is short: only its neighbourhood is searched, whatever the length of the line.
    let opened =
        before.chars().rev().take(40).find(|c| matches!(c, '\u{300A}' | '\u{300B}')) == Some('\u{300A}');
    opened && after.chars().take(40).any(|c| c == '\u{300B}')
}

fn year(printed: &str) -> Option<i32> {
    let digits: String = printed
        .chars()
        .map(|c| match c {
            '〇' | '零' | '○' => '0',
            '一' => '1',
            '二' => '2',
            '三' => '3',
            '四' => '4',
            '五' => '5',
            '六' => '6',
            '七' => '7',
            '八' => '8',
            '九' => '9',
            other => other,
        })
        .collect();
    digits.parse().ok().filter(|year| (1900..2100).contains(year))
}

/// A small number in Arabic or Chinese numerals.
fn small(printed: &str) -> Option<u32> {
    let folded: String = printed
        .chars()
        .map(|c| match c {
            '\u{FF10}'..='\u{FF19}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .collect();
    folded
        .parse()
        .ok()
        .or_else(|| parse_chinese_numeral(printed).and_then(|n| n.to_string().parse().ok()))
        .filter(|n| (1..=60).contains(n))
}

fn part_of(part: &str, from: Option<&str>, to: Option<&str>, month: Option<&str>) -> Option<YearPart> {
    let valid = |n: &str| n.parse::<u32>().ok().filter(|n| (1..=12).contains(n));
    if let (Some(from), Some(to)) = (from, to) {
        let (from, to) = (valid(from)?, valid(to)?);
        return (from < to).then_some(YearPart::Months(from, to));
    }
    if let Some(month) = month {
        return valid(month).map(YearPart::Month);
    }
    match part {
        "上半年" => Some(YearPart::Half(1)),
        "下半年" => Some(YearPart::Half(2)),
        "前三季度" | "头三季度" => Some(YearPart::Months(1, 9)),
        _ => part.chars().find_map(|c| match c {
            '一' | '1' => Some(YearPart::Quarter(1)),
            '二' | '2' => Some(YearPart::Quarter(2)),
            '三' | '3' => Some(YearPart::Quarter(3)),
            '四' | '4' => Some(YearPart::Quarter(4)),
            _ => None,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(text: &str) -> Vec<Meaning> {
        find(text).into_iter().filter(|word| !word.compared).map(|word| word.meaning).collect()
    }

    #[test]
    fn years_and_spans() {
        assert_eq!(meanings("2016年完成"), [Meaning::Absolute(Period::Year(2016))]);
        assert_eq!(meanings("2016\u{2014}2020年累计"), [Meaning::Absolute(Period::Years(2016, 2020))]);
        assert_eq!(meanings("二〇一九年"), [Meaning::Absolute(Period::Year(2019))]);
        assert_eq!(meanings("2016年上半年"), [Meaning::Absolute(Period::Half(2016, 1))]);
        assert_eq!(meanings("2016年1-11月"), [Meaning::Absolute(Period::Months((2016, 1), (2016, 11)))]);
        assert_eq!(meanings("2016年6月底"), [Meaning::Absolute(Period::Month(2016, 6))]);
    }

    #[test]
    fn relative_words() {
        assert_eq!(meanings("五年来"), [Meaning::PastYears(5)]);
        assert_eq!(meanings("过去五年"), [Meaning::PastYears(5)]);
        assert_eq!(meanings("今后五年"), [Meaning::ComingYears(5)]);
        assert_eq!(meanings("一年来"), [Meaning::WholeYear]);
        assert_eq!(meanings("年内建成"), [Meaning::WholeYear]);
        assert_eq!(meanings("连续14年"), [Meaning::Running(14)]);
        assert_eq!(meanings("上半年"), [Meaning::Part(YearPart::Half(1))]);
    }

    #[test]
    fn moments_and_parts_of_a_year() {
        assert_eq!(meanings("截至11月底"), [Meaning::Part(YearPart::Month(11))]);
        assert_eq!(meanings("截至12月"), [Meaning::Part(YearPart::Month(12))]);
        assert_eq!(meanings("6月底前建成"), [Meaning::Part(YearPart::Month(6))]);
        assert_eq!(meanings("前11个月"), [Meaning::Part(YearPart::Months(1, 11))]);
        assert!(meanings("5月27日通车").is_empty());
        assert!(meanings("每月补助").is_empty());
    }

    #[test]
    fn years_that_figures_add_up_over() {
        assert_eq!(meanings("五年累计投资"), [Meaning::OverYears(5)]);
        assert_eq!(meanings("，五年建成"), [Meaning::OverYears(5)]);
        assert_eq!(meanings("用三年时间建成"), [Meaning::OverYears(3)]);
        assert_eq!(meanings("近年来"), [Meaning::Vague]);
        assert!(meanings("三年行动计划").is_empty());
        assert!(meanings("五年规划").is_empty());
    }

    #[test]
    fn plans() {
        assert_eq!(meanings("\u{201C}十三五\u{201D}期间"), [Meaning::Absolute(Period::Years(2016, 2020))]);
        assert_eq!(meanings("\u{201C}十五\u{201D}期间"), [Meaning::Absolute(Period::Years(2001, 2005))]);
        assert_eq!(meanings("十五五期间"), [Meaning::Absolute(Period::Years(2026, 2030))]);
        assert!(meanings("“十三五”规划收官").is_empty());
    }

    #[test]
    fn what_is_compared_with_is_no_period() {
        assert!(meanings("比上年增长5%").is_empty());
        assert!(meanings("较2015年提高").is_empty());
        assert!(meanings("从2015年的4.1万").is_empty());
        assert!(meanings("为2030年底的1.7倍").is_empty());
    }

    #[test]
    fn names_are_no_periods() {
        assert!(meanings("《城市总体规划(2016-2020年)》").is_empty());
        assert!(meanings("2030行动纲要").is_empty());
        assert!(meanings("学前三年毛入园率").is_empty());
    }
}
