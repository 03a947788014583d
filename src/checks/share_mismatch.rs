//! Rule `share-mismatch`: A占B的p% where A ÷ B is another share; good days and their ratio.

use super::arithmetic::{digits_span, operand, percent, percents};
use super::phrase::{
    Line, comparable, counted, holds, line_of, lines, statement, strip_heads, strip_tail, trimmed,
};
use super::{Findings, Message};
use crate::quantity::{Decimal, Dimension, Interval, Quantity};
use crate::reading::{Kind, Role};
use crate::report::{Fact, Report};
use crate::text::Edit;

declare_rule! {
    /// # 占比与两数之比不符
    ///
    /// “A占B的p%”里A、B都已写出，相除却不是p%；“办结A件，办结率p%”；或者优良天数与优良天数比例对不上。
    ///
    /// English: A stated share is not the quotient of the two figures it rests on.
    ///
    /// ## 为什么
    ///
    /// 份额由前后两个数决定，读者一除便知；多半是改了其中一个数而没有重算。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 全年办结案件24718件，占受理总数29111件的89.41%。
    /// ```
    /// ```错例
    /// 一般公共预算收入完成50亿元，其中税收收入38亿元，占一般公共预算收入的86%。
    /// ```
    /// ```错例
    /// 空气质量优良天数达到315天，优良天数比例为82%。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 全年办结案件24718件，占受理总数29111件的84.91%。
    /// ```
    /// ```正例
    /// 空气质量优良天数达到315天，优良天数比例为86.3%。高标准农田占总耕地面积的27.7%。
    /// ```
    ///
    /// ## 判断
    ///
    /// A、B单位相同，都在同一句（同一段）里，B就在“占”字后面，或在“其中”前面，或名称与“占”字后面的相同。A÷B按印出的精度展开成区间，另放宽末位一个单位，与p%不相交才报告；B有几个候选而其中一个算得通的，不报。优良天数按全年355至366个有效天数折算。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑；环境空气质量优良天数比例为优良天数占有效监测天数的百分比。
    name: "share-mismatch",
    category: Number,
    severity: Warning,
    tier: Logic,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for (index, figure) in line.figures.iter().enumerate() {
            if figure.is_percent()
                && statement(figure)
                && !line.torn(figure)
                && let Some((part, wholes)) = named_whole(&line, index).or_else(|| by_rate(&line, index))
            {
                examine(&line, figure, part, &wholes, findings);
            }
        }
    }
    days(report, findings);
    for line in lines(report) {
        days_in_sentence(&line, findings);
    }
}

/// What a share may be of.
fn amount(figure: &Quantity) -> bool {
    statement(figure)
        && !matches!(
            figure.dimension(),
            None | Some(Dimension::Percent | Dimension::Points | Dimension::Times | Dimension::Time)
        )
}

/// The figure before `index` in its sentence, past rates of growth.
fn amount_before(line: &Line<'_>, index: usize) -> Option<usize> {
    let sentence = line.sentence(line.figures.get(index)?.span.start);
    let first = line.figures_in(sentence).start;
    (first..index).rev().find(|&at| {
        line.figures.get(at).is_some_and(|figure| {
            !matches!(figure.dimension(), Some(Dimension::Percent | Dimension::Points | Dimension::Times))
                && !figure.rank
        })
    })
}

/// `的`, `的比重`, `个社区的比例为`: what may stand between a whole and a share of it.
fn of_it(words: &str) -> bool {
    let words = words.strip_prefix([')', '\u{FF09}']).unwrap_or(words);
    let rest = strip_tail(words, &["达到", "达", "为"]).unwrap_or(words);
    let rest = strip_tail(rest, &["比重", "比例"]).unwrap_or(rest);
    let noun = rest.strip_suffix('的');
    noun.is_some_and(|noun| {
        noun.chars().count() <= 5 && noun.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
    })
}

/// `占…的p%`: the part and what it may be a share of.
fn named_whole<'a>(line: &Line<'a>, index: usize) -> Option<(&'a Quantity, Vec<&'a Quantity>)> {
    let share = line.figures.get(index)?;
    let lead = tidy(line.lead(index));
    // 占受理总数29111件的84.91%: the whole stands between.
    if let Some(at) = index.checked_sub(1)
        && let Some(whole) = line.figures.get(at)
        && of_it(trimmed(line.slice(line.outer(whole).end, line.outer(share).start)))
        && amount(whole)
    {
        let before = line.lead(at);
        let taken = before.rfind('占')?;
        // 327个村集体收入超过20万元，占村总数466个的: the part is counted as the whole is.
        let sentence = line.sentence(share.span.start);
        let part = (line.figures_in(sentence).start..at)
            .rev()
            .filter_map(|at| line.figures.get(at))
            .find(|figure| comparable(figure, whole) && amount(figure))?;
        let own = strip_heads(before.get(..taken)?, &[",", "\u{FF0C}", "约", "已", "(", "\u{FF08}"]);
        return (own.trim().is_empty() && amount(part) && comparable(part, whole))
            .then(|| (part, vec![whole]));
    }
    let at = lead.rfind('占')?;
    let own = strip_heads(lead.get(..at)?, &[",", "\u{FF0C}", "约", "已", "(", "\u{FF08}", "、", " "]);
    let name = lead.get(at + '占'.len_utf8()..)?;
    let name = strip_tail(name, &["的比重", "的比例", "的份额", "比重", "比例", "比", "的"]).unwrap_or(name);
    let part_at = amount_before(line, index)?;
    let part = line.figures.get(part_at)?;
    if !own.trim().is_empty() || !amount(part) || changes(line, part_at) {
        return None;
    }
    // Between the part and 占 only rates of the part may stand.
    let gap = line.slice(line.outer(part).end, share.span.start);
    if holds(gap, &["\u{3002}", "其中", ";", "\u{FF1B}"]) || gap.matches([',', '\u{FF0C}']).count() > 2 {
        return None;
    }
    let sentence = line.sentence(part.span.start);
    let earlier = |from: usize| -> Vec<usize> {
        (from..part_at)
            .filter(|&at| {
                line.figures.get(at).is_some_and(|figure| amount(figure) && comparable(figure, part))
            })
            .collect()
    };
    let pick = |indexes: Vec<usize>| -> Vec<&'a Quantity> {
        indexes.into_iter().filter_map(|at| line.figures.get(at)).collect()
    };
    if is_whole(name) {
        let own = line.lead(part_at);
        let wholes = earlier(line.figures_in(sentence).start);
        let wholes = pick(wholes);
        // 29111户中已有24718户完成改造，占84.91%.
        let within = wholes.last().is_some_and(|whole| {
            let tail = line.tail(whole);
            let words = tail.split([',', '\u{FF0C}']).next().unwrap_or("");
            tail.starts_with('中') || words.ends_with('中') && words.chars().count() <= 8
        });
        // 应改造管网523公里，已改造357公里，占68.3%.
        let due = own.trim_start_matches(is_mark).starts_with('已')
            && wholes.len() == 1
            && line
                .figures_in(sentence)
                .find(|&at| line.figures.get(at).is_some_and(amount))
                .is_some_and(|at| line.lead(at).trim_start_matches(is_mark).starts_with(['应', '需']));
        return ((own.contains("其中") || within || due) && !wholes.is_empty()).then_some((part, wholes));
    }
    // The whole by its name, in the paragraph before.
    let name = strip_heads(
        name,
        &["全市", "全县", "全区", "全州", "全旗", "我市", "我县", "我区", "同期", "地方", "当年", "全部"],
    );
    if name.chars().count() < 3 || holds(name, &["全省", "全国", "上年", "年"]) {
        return None;
    }
    let wholes: Vec<usize> = earlier(0)
        .into_iter()
        .filter(|&at| !changes(line, at) && bare(line.lead(at)).ends_with(name))
        .collect();
    (!wholes.is_empty()).then(|| (part, pick(wholes)))
}

/// `收到建议120件，办结118件，办结率98.3%`: the part and the whole of a rate.
fn by_rate<'a>(line: &Line<'a>, index: usize) -> Option<(&'a Quantity, Vec<&'a Quantity>)> {
    let lead = bare(line.lead(index));
    let name = lead.strip_suffix('率').or_else(|| lead.strip_suffix('面'))?;
    let word = name.char_indices().rev().nth(1).and_then(|(at, _)| name.get(at..))?;
    if lead.chars().count() > 8
        || ![
            "办结", "合格", "完成", "开工", "竣工", "答复", "投产", "办复", "到位", "复工", "签约", "整改",
            "达标", "受益", "化解", "就业", "入住", "销号",
        ]
        .contains(&word)
    {
        return None;
    }
    let part_at = index.checked_sub(1)?;
    let whole_at = part_at.checked_sub(1)?;
    let (part, whole) = (line.figures.get(part_at)?, line.figures.get(whole_at)?);
    let gap = line.between(part, line.figures.get(index)?);
    let close = gap.trim_start_matches([',', '\u{FF0C}', '、', '(', '\u{FF08}']).chars().count() <= 9;
    let same = line.sentence(part.span.start) == line.sentence(whole.span.start);
    // 761家企业中有672家受益: the word may stand behind the part.
    let told = line.lead(part_at).contains(word)
        || line.tail(whole).contains('中') && line.tail(part).contains(word);
    let done = told && !line.lead(whole_at).contains(word);
    (close
        && same
        && done
        && amount(part)
        && amount(whole)
        && comparable(part, whole)
        && part.value <= whole.value)
        .then(|| (part, vec![whole]))
}

/// A mark that may open a clause.
fn is_mark(mark: char) -> bool {
    matches!(mark, ',' | '\u{FF0C}' | ':' | '\u{FF1A}' | ' ')
}

/// The words of a share without 约, 达到 … and quotation marks.
fn tidy(text: &str) -> &str {
    bare(text)
}

/// `text` without copulas and hedges at its end.
fn bare(text: &str) -> &str {
    const TAIL: &[&str] = &[
        "达到", "达", "为", "约", "近", "超过", "突破", "完成", "实现", "是", "已", "预计", "仅", "有", "共",
        "总量", "\u{FF1A}", ":",
    ];
    let mut text = trimmed(text);
    while let Some(rest) = strip_tail(text, TAIL) {
        text = rest.trim_end();
    }
    text
}

/// Words for the whole itself: 占总数的, 占比.
fn is_whole(name: &str) -> bool {
    let name = strip_heads(name, &["全部", "其"]);
    // 占行政村总数的: the whole is counted in the same sentence, or no candidate is found.
    name.chars().count() <= 8 && name.ends_with("总数")
        || [
            "",
            "总数",
            "总量",
            "总额",
            "总",
            "全部",
            "总投资",
            "总面积",
            "总户数",
            "总人数",
            "总资金",
            "总收入",
        ]
        .contains(&name)
}

/// Whether the words before a figure tell a change (增加3亿元) or a mean.
fn changes(line: &Line<'_>, index: usize) -> bool {
    holds(line.lead(index), &["增加", "净增", "增长", "减少", "下降", "人均", "户均", "平均", "每", "比上年"])
}

fn examine(
    line: &Line<'_>,
    share: &Quantity,
    part: &Quantity,
    wholes: &[&Quantity],
    findings: &mut Findings,
) {
    let stated = share.interval().widened(share.ulp);
    let hundred = Interval::closed(Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED);
    let ratio = |whole: &Quantity| counted(part).over(&counted(whole));
    let disjoint = |whole: &Quantity| {
        ratio(whole).and_then(|ratio| ratio.times(&hundred)).is_some_and(|percent| percent.disjoint(&stated))
    };
    // A part above its whole is part-exceeds-whole's matter.
    if wholes.iter().any(|whole| part.value > whole.value) {
        return;
    }
    // Any whole that fits, or that cannot be reckoned with, makes the sentence consistent.
    if !wholes.iter().all(|whole| disjoint(whole)) {
        return;
    }
    let Some(whole) = wholes.last() else { return };
    let (Some(range), Some(exact)) = (ratio(whole), part.value.checked_div(whole.value)) else { return };
    let decimals = share.decimals;
    let (fitting, range) = (percent(exact, decimals), percents(&range, decimals.max(1)));
    let (a, b, p) = (line.print(part), line.print(whole), line.print(share));
    let finding = findings.report(
        line.absolute(share.span),
        Message::new(
            format!("{a}÷{b}={fitting}（{range}），文中写“{p}”；请核对这三个数，或改为“{fitting}”。"),
            format!("{a} ÷ {b} = {fitting} ({range}), the text says {p}; check the three figures."),
        ),
    );
    for (figure, zh, en) in [(part, "部分", "part"), (*whole, "总体", "whole")] {
        let (span, message) = operand(line, figure, zh, en);
        finding.relate(span, message);
    }
    if let Some(digits) = digits_span(line, share) {
        finding.fix(
            Message::new(format!("改为“{fitting}”"), format!("Change to “{fitting}”")),
            vec![Edit::replace(line.absolute(digits), fitting.trim_end_matches('%'))],
        );
    }
}

/// `优良天数308天，优良率94.5%` in one sentence.
fn days_in_sentence(line: &Line<'_>, findings: &mut Findings) {
    for (index, share) in line.figures.iter().enumerate().skip(1) {
        let Some(good) = line.figures.get(index - 1) else { continue };
        let sentence = line.sentence(share.span.start);
        let lead = bare(line.lead(index));
        let ratio =
            ["优良率", "优良天数比例", "优良天数比率", "优良比例", "优良天数占比", "达标率", "良好率"];
        let fits = share.is_percent()
            && line.print(good).ends_with('天')
            && good.value >= Decimal::from(100)
            && good.value <= Decimal::from(366)
            && statement(good)
            && statement(share)
            && sentence.start <= good.span.start
            && ratio.iter().any(|name| lead.ends_with(name))
            && !lead.contains('水')
            && holds(line.lead(index - 1), &["优良", "良好", "达标", "二级"])
            && !holds(line.slice(sentence.start, share.span.start), &["季", "月", "年均", "累计", "年来"]);
        if !fits || findings.tells(line.absolute(share.span)) {
            continue;
        }
        if let Some(fitting) = against_days(&good.interval(), share, good.value) {
            let (d, p) = (line.print(good), line.print(share));
            let finding = findings.report(line.absolute(share.span), days_message(d, &fitting, p));
            finding.variant("days-and-ratio");
            let (span, message) = operand(line, good, "优良天数", "good days");
            finding.relate(span, message);
        }
    }
}

/// The ratio that good days would give, where the stated one is another.
fn against_days(good: &Interval, share: &Quantity, exact: Decimal) -> Option<String> {
    let (low, high) = good.bounds()?;
    let (least, most) = share.interval().widened(share.ulp).bounds()?;
    let percent_of = |days: Decimal, year: i64| {
        days.checked_mul(Decimal::ONE_HUNDRED).and_then(|days| days.checked_div(Decimal::from(year)))
    };
    let (from, to) = (percent_of(low, 366)?, percent_of(high, 355)?);
    let printed = crate::quantity::printed(percent_of(exact, 365)?, share.decimals.max(1));
    (to < least || from > most).then(|| format!("{printed}%"))
}

fn days_message(days: &str, fitting: &str, stated: &str) -> Message {
    Message::new(
        format!("优良天数{days}，按全年365天合{fitting}，文中比例写“{stated}”；请核对天数与比例。"),
        format!("{days} of 365 is {fitting}, the ratio is given as {stated}; check days and ratio."),
    )
}

/// Good days and their ratio of one year.
fn days(report: &Report, findings: &mut Findings) {
    let of = |id: &str, kinds: &[Kind]| -> Vec<&Fact> {
        let id = report.knowledge.by_glossary_id(id);
        report
            .facts
            .iter()
            .filter(|fact| {
                id.is_some() && fact.indicator == id && kinds.contains(&fact.kind) && fact.value_to.is_none()
            })
            .collect()
    };
    let days = of("air-good-days", &[Kind::Level, Kind::Count]);
    for ratio in of("air-good-ratio", &[Kind::Share]) {
        let Some(line) = line_of(report, ratio.paragraph) else { continue };
        let Some(share) = line.figures.get(ratio.quantity) else { continue };
        let same: Vec<&&Fact> = days
            .iter()
            .filter(|fact| {
                fact.period.is_some()
                    && fact.period == ratio.period
                    && fact.scope == ratio.scope
                    && (fact.role == Some(Role::Target)) == (ratio.role == Some(Role::Target))
                    && fact.value >= Decimal::from(100)
                    && fact.value <= Decimal::from(366)
            })
            .collect();
        // 秋冬季优良天数比例, 优良天数累计: of another time.
        let other = [ratio.span.start, same.first().map_or(0, |fact| fact.span.start)].iter().any(|at| {
            report.paragraph_at(*at).and_then(|(index, paragraph)| {
                let line = line_of(report, index)?;
                let at = at.checked_sub(paragraph.start)?;
                Some(holds(line.slice(line.clause(at).start, at), &["季", "月", "年均", "累计", "年来"]))
            }) == Some(true)
        });
        if other {
            continue;
        }
        let [good] = *same.as_slice() else { continue };
        let Some(fitting) = against_days(&good.interval, share, good.value) else { continue };
        let (d, p) = (report.text(good.span), report.text(ratio.span));
        let finding = findings.report(ratio.span, days_message(d, &fitting, p));
        finding.variant("days-and-ratio");
        finding.relate(good.span, Message::new(format!("优良天数：{d}"), format!("good days: {d}")));
    }
}
