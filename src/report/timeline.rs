//! Which time each paragraph speaks of unless a sentence says otherwise: the section's default,
//! a heading that names its time, a paragraph that opens with one (`刚刚过去的2031年，是…`).

use super::stance::{Stance, Years, stance};
use super::{Meta, Outline, Paragraph};
use crate::knowledge::Block;
use crate::reading::{Meaning, Period, TimeWord};
use crate::text::Span;

/// How far into a title or a paragraph its time may begin, in characters.
const LEAD: usize = 14;

/// The default period of each paragraph; `None` where only the stance decides.
pub(super) struct Timeline {
    paragraphs: Vec<Option<Period>>,
}

impl Timeline {
    /// Walks the body once. Total.
    pub(super) fn of(paragraphs: &[Paragraph], meta: &Meta, outline: &Outline, years: Years) -> Self {
        let mut defaults = vec![None; paragraphs.len()];
        // The topic that a paragraph announced, and the end of the section it holds for.
        let mut topic: Option<(Period, usize, Stance)> = None;
        for (index, paragraph) in paragraphs.iter().enumerate().take(meta.body.1).skip(meta.body.0) {
            if paragraph.noise {
                continue;
            }
            let heading = outline.at(paragraph.start);
            let side = stance(outline, heading, meta, paragraph.start);
            // A year that the review opens with holds for no plan behind it, headings or none.
            topic = topic.filter(|(period, end, of)| {
                paragraph.start < *end
                    && (*of == Stance::Review) == (side == Stance::Review)
                    // What the five years were announced for ends where the plan turns to its year.
                    && !(*of == Stance::Outlook && side == Stance::Plan && matches!(period, Period::Years(..)))
            });
            let section = sections(outline, heading).find(|&at| is_section(outline, at));
            let named = section.and_then(|at| heading_time(paragraphs, outline, at, years, side));
            let announced = announced(paragraph, years, side);
            // 2030年，是收官之年。五年来，我们…: what follows is of the time announced last.
            let lasting = announced_again(paragraph, years, side)
                .or_else(|| plan_completed(paragraph, years, side).map(|plan| (plan, Reach::Section)))
                .or(announced);
            if let Some((period, Reach::Section)) = lasting
                && heading.and_then(|at| outline.headings.get(at)).is_none_or(|own| own.paragraph != index)
            {
                let end = section
                    .and_then(|at| outline.headings.get(at))
                    .map_or(meta_end(paragraphs, meta), |heading| heading.section.end);
                topic = Some((period, end, side));
            }
            let lasting = topic.map(|(period, ..)| period);
            // The topic that the paragraph's last sentence announces holds below it.
            if let Some(period) = announced_last(paragraph, years, side) {
                let end = section
                    .and_then(|at| outline.headings.get(at))
                    .map_or(meta_end(paragraphs, meta), |heading| heading.section.end);
                topic = Some((period, end, side));
            }
            let announced =
                looks_back(paragraph, years, side).map(|past| (past, Reach::Paragraph)).or(announced);
            if let Some(default) = defaults.get_mut(index) {
                *default = announced.map(|(period, _)| period).or(lasting).or(named);
            }
        }
        Self { paragraphs: defaults }
    }

    /// The default of a paragraph.
    pub(super) fn default(&self, paragraph: usize) -> Option<Period> {
        self.paragraphs.get(paragraph).copied().flatten()
    }
}

/// The end of the body.
fn meta_end(paragraphs: &[Paragraph], meta: &Meta) -> usize {
    paragraphs.get(..meta.body.1).and_then(<[Paragraph]>::last).map_or(0, |last| last.span().end)
}

/// A heading and those above it, innermost first.
fn sections(outline: &Outline, heading: Option<usize>) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(heading, |&at| outline.headings.get(at).and_then(|heading| heading.parent))
}

/// Whether a heading opens a section of paragraphs: a topic sentence opens only its own.
fn is_section(outline: &Outline, at: usize) -> bool {
    outline
        .headings
        .get(at)
        .is_some_and(|heading| heading.level <= 2 || (heading.number.is_some() && !heading.run_in))
}

/// The time that a section's heading, or one above it below the highest level, opens with.
fn heading_time(
    paragraphs: &[Paragraph],
    outline: &Outline,
    at: usize,
    years: Years,
    stance: Stance,
) -> Option<Period> {
    sections(outline, Some(at)).find_map(|at| {
        let heading = outline.headings.get(at)?;
        // What the review's own heading says is the report's review period already.
        if heading.parent.is_none() && stance == Stance::Review {
            return None;
        }
        let paragraph = paragraphs.get(heading.paragraph)?;
        let title = Span::new(heading.title.start - paragraph.start, heading.title.end - paragraph.start);
        let word = paragraph.reading.times.iter().find(|word| title.contains(word.span) && !word.compared)?;
        let lead = Span::new(title.start, word.span.start).of(paragraph.text());
        let period = (lead.chars().count() <= LEAD).then(|| years.topic(word, stance)).flatten();
        // 今后五年的目标和2032年工作安排, behind the turn to the year.
        let period = period.filter(|period| {
            let five = matches!(period, Period::Years(..)) && heading.block == Some(Block::NextFive);
            !(five && stance == Stance::Plan)
        });
        // 十四五规划和2035年远景目标: the far year is no time of the section.
        period.filter(|period| years.reviewed().is_none_or(|reviewed| period.last_year() <= reviewed + 5))
    })
}

/// How far the time a paragraph opens with holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Paragraph,
    Section,
}

/// The time a paragraph opens with: `2031年，…`, `五年来，我们…`, `刚刚过去的2031年，是…`.
fn announced(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<(Period, Reach)> {
    let so_called = || called(paragraph, years, stance).map(|period| (period, Reach::Section));
    opening_time(paragraph, years, stance).or_else(so_called)
}

/// The plan period that a review turns to behind its year (`各位代表！…，我市“十二五”圆满收官。`).
fn plan_completed(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<Period> {
    let text = paragraph.text().trim_start_matches(|c: char| !c.is_alphanumeric());
    if stance != Stance::Review || !text.starts_with("各位代表") || !paragraph.reading.facts.is_empty() {
        return None;
    }
    paragraph.reading.times.iter().rev().find_map(|word| {
        let after = paragraph.text().get(word.span.end..)?.trim_start_matches(['\u{201D}', '"']);
        let turns =
            after.starts_with("圆满收官") || after.starts_with("胜利收官") || after.starts_with("是我");
        match word.meaning {
            Meaning::Absolute(period @ Period::Years(_, last)) if turns && Some(last) == years.reviewed() => {
                Some(period)
            }
            _ => None,
        }
    })
}

/// The time that a paragraph of the plan looks back on (`各位代表，过去一年，我们…`).
fn looks_back(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<Period> {
    let word = paragraph.reading.times.first().filter(|word| !word.compared && !word.as_of)?;
    let text = paragraph.text();
    let printed = word.span.of(text);
    let back = ["过去一年", "过去的一年", "一年来", "五年来", "过去五年"].contains(&printed);
    let opens = opens(text.get(..word.span.start)?);
    if stance == Stance::Review || !back || !opens {
        return None;
    }
    match word.meaning {
        Meaning::WholeYear | Meaning::LastYear => years.reviewed().map(Period::Year),
        _ => years.resolve(word, Stance::Review),
    }
}

/// The years that a paragraph's first sentence is about (`这是基础设施改善的五年。`).
fn called(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<Period> {
    let first = paragraph.reading.sentences.first()?;
    let words = first.span.of(paragraph.text()).trim_matches(|c: char| !c.is_alphanumeric());
    let numeral = words.strip_suffix('年')?;
    let count = ["一", "二", "三", "四", "五"].iter().position(|count| numeral.ends_with(count))? + 1;
    let of = numeral.chars().rev().nth(1) == Some('的');
    let short = words.chars().count() <= 40 && stance == Stance::Review;
    let meaning = Meaning::PastYears(u32::try_from(count).ok()?);
    let word = TimeWord { span: first.span, meaning, compared: false, as_of: false };
    (of && short).then(|| years.topic(&word, stance)).flatten()
}

/// The word of time a paragraph opens with.
fn opening_time(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<(Period, Reach)> {
    let word = paragraph.reading.times.first().filter(|word| !word.compared && !word.as_of)?;
    let text = paragraph.text();
    let lead = text.get(..word.span.start)?;
    let after = text.get(word.span.end..)?.trim_start_matches(['\u{201D}', '"']);
    // 刚刚过去的一年殊为不易: whatever follows, the time just past is the topic.
    let just_past = lead.contains("刚刚") || word.span.of(text).starts_with("刚刚");
    // 2031年喜迎建市百年。: the reviewed year in a sentence that states no figure opens what follows.
    let first = paragraph.reading.sentences.first().map(|sentence| sentence.span)?;
    let figures =
        paragraph.reading.facts.iter().filter_map(|fact| paragraph.reading.quantities.get(fact.quantity));
    let bare = matches!(word.meaning, Meaning::Absolute(Period::Year(year)) if Some(year) == years.reviewed())
        && word.span.end <= first.end + 30
        && figures.clone().all(|figure| !first.contains(figure.span));
    if !opens(lead) || !(governs(word, after) || just_past || bare) {
        return None;
    }
    let section = lead.contains('过') || introduces(word, after) || bare;
    let reach = if section { Reach::Section } else { Reach::Paragraph };
    years.topic(word, stance).map(|period| (period, reach))
}

/// The span that a later sentence of a paragraph which opens with a time introduces.
fn announced_again(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<(Period, Reach)> {
    let text = paragraph.text();
    announced(paragraph, years, stance)?;
    paragraph.reading.sentences.iter().skip(1).rev().find_map(|sentence| {
        let first = paragraph.reading.times.partition_point(|word| word.span.start < sentence.span.start);
        let word =
            paragraph.reading.times.get(first).filter(|word| word.span.start == sentence.span.start)?;
        let span = matches!(word.meaning, Meaning::PastYears(_) | Meaning::ComingYears(_) | Meaning::Term);
        let after = text.get(word.span.end..)?.trim_start_matches([',', '\u{FF0C}']);
        let ours =
            ["我们", "全市", "全省", "全县", "全区", "在"].iter().any(|opening| after.starts_with(opening));
        (span && ours).then(|| years.topic(word, stance)).flatten().map(|period| (period, Reach::Section))
    })
}

/// The time that the last sentence of a paragraph announces for what follows
/// (`…。今年，我们要重点做好以下工作：`).
fn announced_last(paragraph: &Paragraph, years: Years, stance: Stance) -> Option<Period> {
    let text = paragraph.text();
    let last = paragraph.reading.sentences.last()?;
    let words = last.span.of(text).trim_end();
    let announces = ["以下", "如下", "下列", "主要做了", "主要抓了", "重点抓好", "重点做好", "着力抓好"]
        .iter()
        .any(|word| words.contains(word))
        && words.ends_with([':', '\u{FF1A}', '\u{3002}']);
    let word = paragraph.reading.times.iter().find(|word| word.span.start >= last.span.start)?;
    let lead = text.get(last.span.start..word.span.start)?;
    (announces && !word.compared && opens(lead)).then(|| years.topic(word, stance)).flatten()
}

/// Words that may stand before the time which opens a paragraph.
fn opens(lead: &str) -> bool {
    const WORDS: [&str; 13] = [
        "各位代表",
        "同志们",
        "回顾",
        "刚刚",
        "过去的",
        "过去",
        "总结",
        "在",
        "总的看",
        "即将",
        "极不平凡的",
        "不平凡的",
        "的",
    ];
    let mut rest = lead.trim_start_matches(|c: char| !c.is_alphanumeric());
    if rest.chars().count() > LEAD {
        return false;
    }
    while !rest.is_empty() {
        let Some(shorter) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) else { return false };
        rest = shorter.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    true
}

/// Whether the words behind an opening time make it the topic: a comma, 是, or a subject.
fn governs(word: &TimeWord, after: &str) -> bool {
    match word.meaning {
        Meaning::Running(_) | Meaning::Vague | Meaning::NextYear | Meaning::YearBeforeLast => false,
        Meaning::PastYears(_) | Meaning::ComingYears(_) | Meaning::Term | Meaning::Since(_) => true,
        _ => after.starts_with([',', '\u{FF0C}', '是', '我', '全', '市', '省', '县', '区', '极', '的', '工']),
    }
}

/// Whether a paragraph that opens with a time introduces what follows (`2031年，是…的一年`,
/// `过去一年，我们主要做了…`), instead of stating a figure of that time.
fn introduces(word: &TimeWord, after: &str) -> bool {
    let relative =
        !matches!(word.meaning, Meaning::Absolute(Period::Year(_)) | Meaning::Part(_) | Meaning::Since(_));
    let first: String = after.chars().take_while(|c| *c != '\u{3002}').take(80).collect();
    let words = first.strip_prefix("以来").unwrap_or(&first).trim_start_matches([',', '\u{FF0C}']);
    relative
        || [
            "是",
            "我们",
            "面对",
            "全市上下",
            "全省上下",
            "全县上下",
            "全区上下",
            "各级",
            "主要",
            "全市按照",
            "全市坚持",
            "全市围绕",
            "全省按照",
            "全省坚持",
            "全县按照",
            "全县坚持",
        ]
        .iter()
        .any(|opening| words.starts_with(opening))
        || ["的一年", "之年", "主要做了", "主要抓了", "以下工作", "工作情况"]
            .iter()
            .any(|phrase| words.contains(phrase))
}

#[cfg(test)]
mod tests {
    use crate::report::{Memo, Options, Report};

    const HEAD: &str = "政府工作报告\n2032年1月8日在云溪市第十届人民代表大会第一次会议上\n市长 高远\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n";

    /// Printed figure and period of every fact.
    fn periods(body: &str) -> Vec<(String, String)> {
        let report = Report::read(&format!("{HEAD}{body}"), &Options::default(), &mut Memo::default());
        let period =
            |period: Option<crate::reading::Period>| period.map_or("-".to_owned(), |p| p.to_string());
        report.facts.iter().map(|fact| (report.text(fact.span).to_owned(), period(fact.period))).collect()
    }

    fn is(figure: &str, period: &str) -> (String, String) {
        (figure.to_owned(), period.to_owned())
    }

    #[test]
    fn a_paragraph_that_opens_with_a_year_gives_it_to_the_sections_below() {
        let found = periods(
            "一、过去五年工作回顾\n五年来，建成桥梁12座。\n刚刚过去的2031年，是届末之年。建成学校3所。\n（一）交通改善。\n修路40公里。\n（二）民生改善。\n新增床位90张。\n二、今后五年目标任务\n种树80万亩。",
        );
        assert_eq!(
            found,
            [
                is("12座", "2027-2031"),
                is("3所", "2031"),
                is("40公里", "2031"),
                is("90张", "2031"),
                is("80万亩", "2032-2036")
            ]
        );
    }

    #[test]
    fn a_figure_of_one_year_leaves_the_next_paragraph_alone() {
        let found = periods(
            "一、过去五年工作回顾\n2031年，粮食产量达到30万吨。新建粮仓4座。\n五年修路90公里。\n架桥2座。",
        );
        assert_eq!(
            found,
            [is("30万吨", "2031"), is("4座", "2031"), is("90公里", "2027-2031"), is("2座", "2027-2031")]
        );
    }

    #[test]
    fn a_heading_gives_its_year_and_a_mean_keeps_the_years_of_its_section() {
        let found = periods(
            "一、过去五年工作回顾\n（一）2031年工作情况\n修路40公里。\n（二）过去五年的成就\n2031年产值达到90亿元，年均增长8%。",
        );
        assert_eq!(found, [is("40公里", "2031"), is("90亿元", "2031"), is("8%", "2027-2031")]);
    }

    #[test]
    fn the_year_just_past_holds_for_what_follows_whatever_is_said_of_it() {
        let found = periods(
            "一、过去五年工作回顾\n五年来，架桥2座。\n各位代表，刚刚过去的一年殊为不易。建成学校3所。\n修路40公里。",
        );
        assert_eq!(found, [is("2座", "2027-2031"), is("3所", "2031"), is("40公里", "2031")]);
    }

    #[test]
    fn a_paragraph_about_so_many_years_is_of_them() {
        let found = periods(
            "一、过去五年工作回顾\n2031年，是届末之年。建成学校3所。\n这是基础设施全面改善的五年。建成桥梁12座。",
        );
        assert_eq!(found, [is("3所", "2031"), is("12座", "2027-2031")]);
    }

    #[test]
    fn a_moment_before_a_late_meeting_is_of_the_meetings_year() {
        let late = HEAD.replace("1月8日", "5月22日");
        let body = "一、2031年工作回顾\n截至5月6日，累计治愈病人558例。截至11月底，修路40公里。";
        let report = Report::read(&format!("{late}{body}"), &Options::default(), &mut Memo::default());
        let found: Vec<_> =
            report.facts.iter().filter_map(|fact| fact.period).map(|p| p.to_string()).collect();
        assert_eq!(found, ["2032-05", "2031-11"]);
    }

    #[test]
    fn the_base_of_a_change_has_the_year_printed_with_it() {
        let found =
            periods("一、过去五年工作回顾\n覆盖率由2026年的60%提高到2031年的75%。床位由8千张增加到9千张。");
        assert_eq!(found, [is("60%", "2026"), is("75%", "2031"), is("8千张", "-"), is("9千张", "2027-2031")]);
    }

    #[test]
    fn since_a_year_counts_up_to_the_reviewed_one_and_a_record_is_no_period() {
        let found = periods(
            "一、过去五年工作回顾\n2029年以来，修路40公里。\n抵御1981年以来最大洪水，转移群众2万人。一年打基础、五年成型，架桥2座。",
        );
        assert_eq!(found, [is("40公里", "2029-2031"), is("2万人", "2027-2031"), is("2座", "2027-2031")]);
    }

    #[test]
    fn the_years_of_a_review_without_headings_end_with_it() {
        let found = periods(
            "2031年，是极不寻常的一年。修路40公里。\n在此，我代表市政府，向全市人民表示衷心的感谢！\n2032年的主要预期目标是：地区生产总值增长6%。\n加快建设学校3所。今明两年架桥2座。",
        );
        assert_eq!(
            found,
            [is("40公里", "2031"), is("6%", "2032"), is("3所", "2032"), is("2座", "2032-2033")]
        );
    }

    #[test]
    fn what_a_term_means_is_no_fact() {
        let found =
            periods("一、2031年工作回顾\n修路40公里。\n名词解释\n1.“两个一百”：指100个项目和100家企业。");
        assert_eq!(found, [is("40公里", "2031")]);
    }

    #[test]
    fn a_level_held_against_the_year_before_the_term_is_of_its_last_year() {
        let found = periods(
            "一、过去五年工作回顾\n利税总额40亿元，是2026年的1.8倍。新建学校12所，学位总数比2026年增加3万个。",
        );
        assert_eq!(found[0], is("40亿元", "2031"));
        assert_eq!(found[2], is("12所", "2027-2031"));
    }

    #[test]
    fn a_paragraph_of_the_plan_that_looks_back_is_of_the_year_past() {
        let found = periods(
            "一、2031年工作回顾\n修路40公里。\n二、2032年重点工作\n架桥2座。\n各位代表，过去一年，我们办理建议28件。",
        );
        assert_eq!(found, [is("40公里", "2031"), is("2座", "2032"), is("28件", "2031")]);
    }

    #[test]
    fn a_review_that_opens_with_its_first_year_and_a_record_within_it() {
        let found = periods(
            "一、过去五年工作回顾\n2028年以来，我们团结奋斗。修路40公里。\n开工数为近三年最高，206个项目加快建设。\n二、今后五年任务\n下届政府的五年，要力争城镇化率达到70%。",
        );
        assert_eq!(found, [is("40公里", "2028-2031"), is("206个", "2028-2031"), is("70%", "2032-2036")]);
    }

    #[test]
    fn behind_the_turn_to_its_year_the_plan_is_of_the_year() {
        let found = periods(
            "一、过去五年工作回顾\n架桥2座。\n二、今后五年的目标和2032年工作任务\n今后五年，我们要努力奋斗。\n（一）种树80万亩。\n2032年，全市主要预期目标是：地区生产总值增长6%。\n（一）修路40公里。\n建成学校3所。",
        );
        assert_eq!(found.last(), Some(&is("3所", "2032")));
        let found = periods(
            "一、2030年工作回顾\n架桥2座。\n各位代表！随着任务的完成，我市“十五五”圆满收官，奠定了坚实基础。\n新建学校12所。",
        );
        assert_eq!(found[0], is("2座", "2030"));
    }
}
