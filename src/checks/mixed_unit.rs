//! Rule `mixed-unit`: one indicator in two units of one dimension (公顷 here, 亩 there).

use super::goals::Told;
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension};
use crate::reading::Kind;
use crate::report::{Fact, Report};

declare_rule! {
    /// # 同一指标用了两种单位
    ///
    /// 同一指标一处用公顷，一处用亩；一处用吨，一处用斤。
    ///
    /// English: One indicator in two units of one dimension.
    ///
    /// ## 为什么
    ///
    /// 单位不一，读者无法比较前后两个数；全文宜统一用一种，必要时括注换算。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 处置批而未供土地23公顷。
    ///
    /// 节约集约用地水平提高。消化批而未供土地550亩。
    /// ```
    /// ```错例
    /// 全年粮食产量104万吨。
    ///
    /// 农业生产形势喜人。粮食产量稳定在20亿斤以上。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 处置批而未供土地505.3公顷，盘活闲置土地302.3亩。新建道路12公里、步道800米。
    /// ```
    /// ```正例
    /// 全年粮食产量104万吨，即20.8亿斤。
    /// ```
    ///
    /// ## 判断
    ///
    /// 指标相同，量纲相同，单位属于不同的单位制（亩，公顷，平方米与平方公里；吨与公斤，斤；公里与米，里；度，千瓦时）才提示，一个指标只提示一处；同一句里的换算不报。
    ///
    /// ## 依据
    ///
    /// 行文惯例：同一文中单位前后一致；GB 3100规定法定计量单位。
    name: "mixed-unit",
    category: Number,
    severity: Hint,
    tier: Habit,
    check: check,
}

/// The system a printed unit belongs to, and how many of its base unit it holds.
const SYSTEMS: &[(&str, &str, Dimension)] = &[
    ("平方公里", "平方米", Dimension::Area),
    ("平方米", "平方米", Dimension::Area),
    ("公顷", "公顷", Dimension::Area),
    ("亩", "亩", Dimension::Area),
    ("公斤", "吨", Dimension::Mass),
    ("千克", "吨", Dimension::Mass),
    ("吨", "吨", Dimension::Mass),
    ("斤", "斤", Dimension::Mass),
    ("公里", "米", Dimension::Length),
    ("千米", "米", Dimension::Length),
    ("华里", "里", Dimension::Length),
    ("米", "米", Dimension::Length),
    ("里", "里", Dimension::Length),
    ("千瓦时", "千瓦时", Dimension::Energy),
    ("度", "度", Dimension::Energy),
];

fn check(report: &Report, findings: &mut Findings) {
    let mut told: Vec<&Fact> = Vec::new();
    let mut seen: Vec<(&Fact, &'static str)> = Vec::new();
    for fact in &report.facts {
        let named = fact.indicator.is_some() || fact.name.chars().count() >= 4;
        if fact.kind != Kind::Level || !named {
            continue;
        }
        let Some(system) = system(report, fact) else { continue };
        let other = seen.iter().find(|(one, known)| same(one, fact) && *known != system);
        if let Some((one, _)) = other
            && !told.iter().any(|known| same(known, fact))
            && apart(report, one, fact)
            && !slipped(report, one, fact)
            && !conversion(report, fact)
        {
            tell(report, one, fact, findings);
            told.push(fact);
        }
        seen.push((fact, system));
    }
}

fn same(one: &Fact, other: &Fact) -> bool {
    let dimension = |fact: &Fact| fact.unit.map(|unit| unit.dimension());
    dimension(one) == dimension(other)
        && match (one.indicator, other.indicator) {
            (Some(a), Some(b)) => a == b,
            (None, None) => one.name == other.name,
            _ => false,
        }
}

/// The system of units a fact is printed in.
fn system(report: &Report, fact: &Fact) -> Option<&'static str> {
    let text = report.text(fact.span);
    let dimension = fact.unit?.dimension();
    SYSTEMS
        .iter()
        .find(|(unit, _, of)| *of == dimension && text.ends_with(unit))
        .map(|(_, system, _)| *system)
}

/// The same digits in another unit are unit-slip's matter.
fn slipped(report: &Report, one: &Fact, other: &Fact) -> bool {
    let digits =
        |fact: &Fact| -> String { report.text(fact.span).chars().filter(char::is_ascii_digit).collect() };
    digits(one) == digits(other)
}

/// Whether the figure converts the one before it in its sentence: 49万吨（9.8亿斤）.
fn conversion(report: &Report, fact: &Fact) -> bool {
    Told::of(report, fact).is_some_and(|told| {
        let sentence = told.line.sentence(told.figure.span.start);
        told.line.figures_in(sentence).any(|at| {
            told.line.figures.get(at).is_some_and(|other| {
                other.span != told.figure.span
                    && other.dimension() == told.figure.dimension()
                    && !other.interval().disjoint(&told.figure.interval())
            })
        })
    })
}

/// Whether two figures stand in different sentences: side by side they convert each other.
fn apart(report: &Report, one: &Fact, other: &Fact) -> bool {
    let sentence =
        |fact: &Fact| Told::of(report, fact).map(|told| told.line.sentence(told.figure.span.start));
    one.paragraph != other.paragraph || sentence(one) != sentence(other)
}

fn tell(report: &Report, one: &Fact, other: &Fact, findings: &mut Findings) {
    let (a, b) = (report.text(one.span), report.text(other.span));
    let line = one.paragraph + 1;
    let name = &other.name;
    let (zh, en) = converted(report, one, other).map_or((String::new(), String::new()), |text| {
        (format!("（合{text}）"), format!(" (that is {text})"))
    });
    let finding = findings.report(
        other.span,
        Message::new(
            format!("{name}此处写“{b}”{zh}，第{line}行写“{a}”，单位不一；请统一，必要时括注换算。"),
            format!("{name} is “{b}”{en} here and “{a}” on line {line}: two units for one thing; use one."),
        ),
    );
    finding.relate(one.span, Message::new(format!("另一处：{a}"), format!("the other place: {a}")));
}

/// The second figure in the unit of the first one.
fn converted(report: &Report, one: &Fact, other: &Fact) -> Option<String> {
    let (from, to) = (report.text(other.span), report.text(one.span));
    let of = |text: &str| SYSTEMS.iter().find(|(unit, ..)| text.ends_with(unit)).map(|(unit, ..)| *unit);
    let (from, to) = (of(from)?, of(to)?);
    // Thirds of square metres, and 吨 for every mass, keep the factors exact.
    let base = |unit: &str| {
        Some(match unit {
            "平方米" => (Decimal::from(3), Decimal::ONE),
            "公顷" => (Decimal::from(30_000), Decimal::ONE),
            "平方公里" => (Decimal::from(3_000_000), Decimal::ONE),
            "亩" => (Decimal::from(2000), Decimal::ONE),
            // Mass is read in 吨 whatever is printed.
            "吨" => (Decimal::ONE, Decimal::ONE),
            "斤" => (Decimal::ONE, Decimal::from(2000)),
            "公斤" | "千克" => (Decimal::ONE, Decimal::ONE_THOUSAND),
            _ => return None,
        })
    };
    let ((from_base, _), (to_base, printed_in)) = (base(from)?, base(to)?);
    let value = other.value.checked_mul(from_base)?.checked_div(to_base)?.checked_mul(printed_in)?;
    let (value, scale) = if value >= Decimal::from(100_000_000) {
        (value.checked_div(Decimal::from(100_000_000))?, "亿")
    } else if value >= Decimal::from(100_000) {
        (value.checked_div(Decimal::from(10_000))?, "万")
    } else {
        (value, "")
    };
    Some(format!("{}{scale}{to}", value.round_dp(1).normalize()))
}
