//! Rule `numeral-typo`: numerals that no reader can take as printed.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::habit::change_to;
use super::marks::{after, before, is_digit, is_han};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 数字写坏了
    ///
    /// 小数点写成了逗号或句号、小数点重复、字母O和l混进数字、单位叠用、年份多了一位。
    ///
    /// English: A numeral is damaged: a comma or stop for the decimal point, two points, a letter O or l, a doubled unit, a five-digit year.
    ///
    /// ## 为什么
    ///
    /// 这样的数读不出来，或者读出来差了十倍；多半是手误、识别错误或者两个数粘在了一起。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 完成技改投资1,2亿元。
    /// ```
    /// ```错例
    /// 三次产业结构调整为9.238.5.52.3。
    /// ```
    /// ```错例
    /// 森林覆盖率提高到6O.5%。
    /// ```
    /// ```错例
    /// 利用外资增长4.1%%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 完成技改投资1.2亿元，新增就业12,365人，成功应对“7.29”强降水，发布3.0版服务指南，推广O2O模式，三次产业结构调整为9.2:38.5:52.3。
    /// ```
    ///
    /// ## 判断
    ///
    /// 逗号后不是三位一节、又紧跟“亿、万、%”才当作小数点写错；版本号、日期、编号、段首的序号不报；字母前后须都是数字或单位。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）：小数点用下圆点，千分节三位一组。
    name: "numeral-typo",
    category: Number,
    severity: Warning,
    tier: Standard,
    check: check,
}

/// A kind of damage: its variant, what it looks like (the first group is the numeral), and what to
/// say of it.
struct Damage {
    variant: &'static str,
    pattern: Regex,
    why: (&'static str, &'static str),
    mend: fn(&str) -> Option<String>,
}

static DAMAGES: LazyLock<Vec<Damage>> = LazyLock::new(|| {
    let d = "[0-9\u{FF10}-\u{FF19}]";
    let unit = "(?:[万亿%\u{FF05}\u{2030}]|个百分点|倍)";
    let any = "(?:[万亿%\u{FF05}\u{2030}]|个百分点|倍|公里|公顷|平方|[元吨亩家户人项件次名所座条个批台套辆处间场天部米株盏艘])";
    let damage = |variant, pattern: String, why, mend| {
        Regex::new(&pattern).ok().map(|pattern| Damage { variant, pattern, why, mend })
    };
    let none: fn(&str) -> Option<String> = |_| None;
    [
        damage(
            "comma-for-point",
            format!("({d}{{1,4}}[,\u{FF0C}]{d}{{1,2}})(?:{unit}|公里|公顷|平方|[元吨])"),
            ("小数点写成了逗号", "a comma stands for the decimal point"),
            |text| Some(text.replace([',', '\u{FF0C}'], ".")),
        ),
        damage(
            "stop-for-point",
            format!("({d}{{1,4}}\u{3002}{d}{{1,4}}){unit}"),
            ("小数点写成了句号", "a full stop stands for the decimal point"),
            |text| Some(text.replace('\u{3002}', ".")),
        ),
        damage(
            "bad-grouping",
            format!(
                "({d}{{1,3}}[,\u{FF0C}](?:{d}{{4}}|{d}{{6,8}}))(?:[万亿]?元|[万亿]?[人吨户亩家件次个项])"
            ),
            ("千分节不是三位一组", "digits are not grouped in threes"),
            |text| Some(text.replace([',', '\u{FF0C}'], "")),
        ),
        damage(
            "points",
            format!("({d}+[.\u{FF0E}]{d}+(?:[.\u{FF0E}]{d}+)+)"),
            ("有不止一个小数点，可能两个数粘在了一起", "there is more than one decimal point"),
            none,
        ),
        damage(
            "marks-together",
            format!("({d}+(?:[.\u{FF0E}]{{2}}|[.\u{FF0E}][,\u{FF0C}]|[,\u{FF0C}][.\u{FF0E}]){d}+){unit}?"),
            ("小数点重复", "the decimal point is doubled"),
            |text| {
                let at = text.find(['.', '\u{FF0E}', ',', '\u{FF0C}'])?;
                let rest = text.get(at..)?.trim_start_matches(['.', '\u{FF0E}', ',', '\u{FF0C}']);
                Some(format!("{}.{rest}", text.get(..at)?))
            },
        ),
        damage(
            "trailing-point",
            format!("({d}+(?:\\.{d}+)?[.\u{FF0E}]){unit}"),
            ("小数点后面缺了数字", "a digit is missing after the decimal point"),
            none,
        ),
        damage(
            "letter",
            format!("((?:{d}[0-9.,]*)?[OoIl](?:{d}[0-9.,]*|\\.{d}+)|{d}[0-9.,]*[OoIl]+){any}"),
            ("数字里混进了字母", "a letter stands among the digits"),
            letters,
        ),
        damage(
            "letter",
            "((?:19|20)[0-9Oo]{2}|[12Il][0OoIl9][0-9OoIl]{2})年".to_owned(),
            ("数字里混进了字母", "a letter stands among the digits"),
            letters,
        ),
        damage(
            "doubled-unit",
            format!("({d}+(?:\\.{d}+)?[%\u{FF05}]{{2}})"),
            ("单位叠用", "two units stand together"),
            |text| Some(format!("{}%", text.trim_end_matches(['%', '\u{FF05}']))),
        ),
        damage(
            "doubled-unit",
            format!("({d}+(?:[.\u{FF0E}]{d}+)?(?:(?:亿亿|万万)(?:元|美元|[人吨户亩])|[万亿]?元元|吨吨|亩亩|[万亿]元[万亿]元))"),
            ("单位叠用", "two units stand together"),
            once,
        ),
        damage(
            "long-year",
            "((?:19[5-9]|20[0-4])[0-9]{2})年".to_owned(),
            ("年份多了一位数字", "a year has a digit too many"),
            none,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// The numeral with each doubled unit written once.
fn once(text: &str) -> Option<String> {
    let pairs = [("亿亿", "亿"), ("万万", "万"), ("元元", "元"), ("吨吨", "吨"), ("亩亩", "亩")];
    let pairs = pairs.into_iter().chain([("亿元亿元", "亿元"), ("万元万元", "万元")]);
    let mended = pairs.fold(text.to_owned(), |text, (twice, single)| text.replace(twice, single));
    (mended != text).then_some(mended)
}

/// All patterns in one pass: most paragraphs match none.
static ANY: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(DAMAGES.iter().map(|damage| damage.pattern.as_str())).ok());

fn letters(text: &str) -> Option<String> {
    text.contains(['O', 'o', 'I', 'l']).then(|| text.replace(['O', 'o'], "0").replace(['I', 'l'], "1"))
}

fn check(report: &Report, findings: &mut Findings) {
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        if text.contains("://") {
            continue;
        }
        let Some(matches) = ANY.as_ref().map(|any| any.matches(text)).filter(regex::SetMatches::matched_any)
        else {
            continue;
        };
        let mut told: Vec<Span> = Vec::new();
        for damage in matches.iter().filter_map(|at| DAMAGES.get(at)) {
            for found in damage.pattern.captures_iter(text) {
                let Some(numeral) = found.get(1).map(|group| Span::from(group.range())) else { continue };
                if told.iter().any(|other| other.overlaps(numeral)) || !stands_alone(text, numeral, damage) {
                    continue;
                }
                told.push(numeral);
                say(numeral.shifted(paragraph.start), numeral.of(text), damage, findings);
            }
        }
    }
}

fn say(at: Span, printed: &str, damage: &Damage, findings: &mut Findings) {
    let meant = (damage.mend)(printed).filter(|meant| meant != printed);
    let (zh, en) = match &meant {
        Some(meant) => (format!("可能是“{meant}”，请核对"), format!("perhaps “{meant}” is meant")),
        None => ("请对照原稿核对".to_owned(), "check it against the source".to_owned()),
    };
    let finding = findings.report(
        at,
        Message::new(
            format!("“{printed}”读不成一个数：{}；{zh}。", damage.why.0),
            format!("“{printed}” is no numeral: {}; {en}.", damage.why.1),
        ),
    );
    finding.variant(damage.variant);
    if let Some(meant) = meant {
        finding.fix(change_to(&meant), vec![Edit::replace(at, meant)]);
    }
}

/// Whether the numeral is one of the running text: no code, version, date, heading number, and not
/// the tail of something longer.
fn stands_alone(text: &str, numeral: Span, damage: &Damage) -> bool {
    let (left, right) = (before(text, numeral.start), after(text, numeral.end));
    let printed = numeral.of(text);
    let joins = |c: char| c.is_ascii_alphabetic() || is_digit(c) || "./_#@+".contains(c);
    let open = |c: char| "\u{201C}\"'\u{2018}\u{300A}".contains(c);
    let in_ratio = left.is_some_and(|c| ":\u{FF1A}\u{2236}".contains(c));
    match damage.variant {
        "long-year" | "letter" if damage.pattern.as_str().ends_with('年') => {
            !left.is_some_and(joins)
                && (damage.variant == "long-year" || letters(printed).is_some())
                && (damage.variant == "letter" || printed.len() == 5 && !printed.ends_with("000"))
        }
        "doubled-unit" => true,
        "points" => {
            let dated = printed.starts_with("19") || printed.starts_with("20");
            let opens = text.get(..numeral.start).unwrap_or("").trim_matches([' ', '*', '#', '\u{3000}']);
            // An address or a version of software.
            let head: String = text.get(..numeral.start).unwrap_or("").chars().rev().take(8).collect();
            let named = ["PI", "址地", "本版", "号编", "准标"].iter().any(|word| head.contains(word));
            let version = named || right.is_some_and(|c| c == '版' || joins(c));
            (left.is_some_and(is_han) || in_ratio)
                && !opens.is_empty()
                && !version
                && !(dated
                    && printed.split(['.', '\u{FF0E}']).next().is_some_and(|year| year.chars().count() == 4))
        }
        "letter" => {
            left.is_none_or(|c| !joins(c) && !open(c))
                && (left.is_some_and(is_han) || in_ratio)
                && printed.chars().any(is_digit)
        }
        // 2025,5万人: the year ends a clause.
        "comma-for-point" if printed.starts_with("19") || printed.starts_with("20") => {
            left.is_some_and(is_han) && printed.find([',', '\u{FF0C}']) != Some(4)
        }
        // A figure follows words; after a mark the first number may end a clause of its own.
        _ => left.is_some_and(is_han) && !left.is_some_and(joins),
    }
}
