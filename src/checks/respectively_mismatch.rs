//! Rule `respectively-mismatch`: 分别 with a list of subjects and a list of values of another length.

use super::measures::is_amount;
use super::phrase::{Line, holds, lines};
use super::{Findings, Message, Severity};
use crate::quantity::Quantity;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # “分别”前后项数不符
    ///
    /// “A、B、C分别增长5%、6%”：前面三项，后面两个数，无从对应。
    ///
    /// English: With “respectively”, the number of subjects is not the number of values.
    ///
    /// ## 为什么
    ///
    /// “分别”要求一一对应。漏了一个数或多列一项，读者就不知道哪个数说的是哪一项。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 固定资产投资、社会消费品零售总额、进出口总额分别增长5.1%、6.2%。
    /// ```
    /// ```错例
    /// 城镇居民收入和农村居民收入分别增长6.1%、7.2%和8.3%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 城乡居民人均可支配收入分别增长6.5%和7.1%，本外币存、贷款余额分别增长8.1%和9.2%，三项指标分别增长8%以上。
    /// ```
    /// ```正例
    /// 住宿、餐饮业和批发、零售业营业额分别增长5.1%、6.2%。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只在两边都是单纯的列举时报告：前面只用顿号，或“A和B”，或“A、B和C”，没有数字、括号、“其中”“等”；后面是紧接着的一串同类数值。“和、及、与”按可拆可不拆各数一遍，“城乡、存贷款、进出口、批零住餐”等合称按所含项数计，任何一种数法相符就不报。“分别”后只有一个数的，是“各自”的意思，不报。
    ///
    /// ## 依据
    ///
    /// 行文规范：“分别”的一一对应。
    name: "respectively-mismatch",
    category: Count,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Short forms and how many more subjects they hold than one.
const COMPOUNDS: &[(&str, u32)] = &[
    ("城乡", 1),
    ("存贷", 1),
    ("进出口", 2),
    ("产销", 1),
    ("内外资", 1),
    ("批零住餐", 3),
    ("批零", 1),
    ("住餐", 1),
    ("肉蛋奶", 2),
    ("肉奶", 1),
    ("蛋奶", 1),
    ("一二三", 2),
    ("二三", 1),
    ("三次产业", 2),
    ("一二", 1),
    ("本外币", 1),
    ("市县", 1),
    ("省市", 1),
    ("水电", 1),
    ("男女", 1),
    ("收支", 1),
    ("产值利润", 1),
    ("营收", 1),
    ("人财物", 2),
    ("党政", 1),
    ("中小", 1),
    ("粮油", 1),
    ("猪牛羊", 2),
    ("双", 1),
    ("两", 1),
    ("三项", 2),
    ("四项", 3),
    ("产业", 1),
    ("利税", 1),
    ("县乡", 1),
    ("城镇农村", 1),
    ("国内外", 1),
    ("境内外", 1),
    ("村镇", 1),
    ("公铁", 1),
    ("客货", 1),
    ("文旅", 1),
];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (at, word) in line.text.match_indices("分别") {
            examine(&line, Span::new(at, at + word.len()), findings);
        }
    }
}

fn examine(line: &Line<'_>, word: Span, findings: &mut Findings) {
    let Some(values) = values(line, word) else { return };
    let Some((subject, least, most)) = subjects(line, word) else { return };
    let Ok(count) = u32::try_from(values.len()) else { return };
    if (least..=most).contains(&count) {
        return;
    }
    // More values than subjects: the clause before may hold the first subjects.
    if count > most && !clause_before_has_figures(line, word) {
        return;
    }
    let (Some(first), Some(last)) = (values.first(), values.last()) else { return };
    let list = line.outer(first).cover(line.outer(last));
    let number = if least == most { least.to_string() } else { format!("{least}至{most}") };
    let (subjects_text, values_text) = (subject.of(line.text), list.of(line.text));
    let plain = least == most;
    let finding = findings.report(
        line.absolute(word.cover(list)),
        Message::new(
            format!("“分别”前列出{number}项，后面有{count}个数（{values_text}），不能一一对应，应有{number}个数；请补足或删去多余的一项。"),
            format!("“分别” (respectively) has {number} subjects but {count} values ({values_text}); {number} are needed."),
        ),
    );
    finding.relate(
        line.absolute(subject),
        Message::new(format!("前项：{subjects_text}"), format!("subjects: {subjects_text}")),
    );
    for value in values {
        let print = line.print(value);
        finding.relate(
            line.absolute(value.span),
            Message::new(format!("数值：{print}"), format!("value: {print}")),
        );
    }
    if plain {
        finding.severity(Severity::Error);
    }
}

/// The plain list of values after 分别: at least two, all of one unit, nothing after them.
fn values<'a>(line: &Line<'a>, word: Span) -> Option<Vec<&'a Quantity>> {
    let first = line.figures.partition_point(|figure| figure.span.start < word.end);
    let sentence = line.sentence(word.start);
    let mut found: Vec<&Quantity> = Vec::new();
    let mut end = word.end;
    for figure in line.figures.get(first..)? {
        if figure.span.start >= sentence.end {
            break;
        }
        let outer = line.outer(figure);
        let gap = line.slice(end, outer.start).trim();
        let joined = if found.is_empty() {
            gap.chars().count() <= 10
                && !gap.contains([',', '\u{FF0C}', '、', ';', '\u{FF1B}', '和', '与', '在', '对'])
        } else {
            matches!(gap, "、" | "和" | "及" | "与" | "以及" | "," | "\u{FF0C}")
        };
        if !joined {
            // A figure that begins right after the values in another way: not a plain list.
            if !found.is_empty() && !gap.starts_with([',', '\u{FF0C}', ';', '\u{FF1B}']) {
                return None;
            }
            break;
        }
        if figure.threshold || figure.rank || found.first().is_some_and(|one| one.unit != figure.unit) {
            return None;
        }
        found.push(figure);
        end = outer.end;
    }
    let rest = line.slice(end, line.text.len());
    let closed = rest.is_empty()
        || rest.starts_with([',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}', '!', '\u{FF01}', '*']);
    (found.len() >= 2 && closed).then_some(found)
}

/// The plain list of subjects before 分别, with the least and the greatest number it may hold.
fn subjects(line: &Line<'_>, word: Span) -> Option<(Span, u32, u32)> {
    let clause = line.clause(word.start);
    let span = Span::new(clause.start, word.start);
    let text = span.of(line.text);
    let marks = u32::try_from(text.matches('、').count()).ok()?;
    let counts = |figure: &Quantity| figure.chinese && figure.value <= crate::quantity::Decimal::TEN;
    let figures = line.figures.iter().any(|figure| span.overlaps(figure.span) && !counts(figure));
    if figures
        || text.trim().is_empty()
        || text.contains(|c: char| {
            c.is_ascii_digit() || "()\u{FF08}\u{FF09}《》\u{201C}\u{201D}\":\u{FF1A}".contains(c)
        })
        || holds(text, &["其中", "等", "以及", "并", "暨", "包括", "的", "每"])
        || text.trim().ends_with(['均', '都', '各'])
        || told(text).is_some_and(|number| number != marks + 1 || text.contains(['和', '及', '与']))
    {
        return None;
    }
    let last_item = text.rsplit('、').next().unwrap_or(text);
    let joins = |part: &str| {
        // 普及率, 参与率 join nothing.
        let part = ["普及", "参与", "涉及"].iter().fold(part.to_owned(), |text, word| text.replace(word, ""));
        u32::try_from(part.chars().filter(|c| ['和', '及', '与'].contains(c)).count()).ok()
    };
    let (all, in_last) = (joins(text)?, joins(last_item)?);
    let bonus: u32 = COMPOUNDS.iter().map(|(word, more)| if text.contains(word) { *more } else { 0 }).sum();
    let (least, most) = match (marks, all) {
        // 城乡居民收入分别为三个数: the pair is certain.
        (0, 0) if text.contains("城乡居民") && bonus == 1 => (1, 1),
        (0, 0) => return None,
        // A和B
        (0, 1) => (1, 2),
        (0, _) => return None,
        // A、B、C
        (marks, 0) => (marks + 1, marks + 1),
        // A、B和C, each an account by its full name.
        (marks, 1) if in_last == 1 && text.split(['、', '和', '及', '与']).all(is_amount) => {
            (marks + 2, marks + 2)
        }
        // A、B和C: where 和 joins inside the last item, or [A、B]和[C].
        (marks, 1) if in_last == 1 => (2, marks + 2),
        _ => return None,
    };
    Some((span, least, most + bonus))
}

/// The number by which the words count their subjects themselves (三项, 两者).
fn told(text: &str) -> Option<u32> {
    const NUMBERS: &str = "一二三四五六七八九十";
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).find_map(|pair| match *pair {
        [number, classifier] if "个大项类种条者家地方级".contains(classifier) => {
            let number = if number == '两' { '二' } else { number };
            NUMBERS
                .chars()
                .position(|known| known == number)
                .and_then(|at| u32::try_from(at + 1).ok())
                .filter(|it| *it > 1)
        }
        _ => None,
    })
}

/// Whether the clause before the one with 分别 states figures of its own (then it holds no subjects).
fn clause_before_has_figures(line: &Line<'_>, word: Span) -> bool {
    let clause = line.clause(word.start);
    let sentence = line.sentence(word.start);
    if clause.start <= sentence.start {
        return true;
    }
    let before = line.clause(clause.start.saturating_sub(1));
    let before = if before == clause { Span::new(sentence.start, clause.start) } else { before };
    line.figures.iter().any(|figure| before.overlaps(figure.span))
}
