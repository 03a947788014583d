//! What stands under the cursor: a figure, the name of an indicator, a heading.

mod figure;
mod heading;
mod indicator;

pub use figure::Figure;
pub use heading::Section;
pub use indicator::{Card, Entry, Row};

use crate::report::Report;
use crate::text::Span;

/// Something that a hover explains.
#[derive(Clone, Debug, PartialEq)]
pub enum Hover {
    /// A figure.
    Figure(Figure),
    /// The name of an indicator.
    Indicator(Card),
    /// A heading.
    Heading(Section),
}

/// What stands at the absolute byte `offset`: the smaller thing before the larger, and what
/// lies under the cursor before what ends at it.
#[must_use]
pub fn hover(report: &Report, offset: usize) -> Option<Hover> {
    let under = |span: Span| span.start <= offset && offset < span.end;
    let touched = |span: Span| span.touches(offset);
    at(report, offset, &under).or_else(|| at(report, offset, &touched))
}

fn at(report: &Report, offset: usize, hit: &dyn Fn(Span) -> bool) -> Option<Hover> {
    let (index, paragraph) = report.paragraph_at(offset)?;
    figure::find(report, index, paragraph, hit)
        .map(Hover::Figure)
        .or_else(|| indicator::find(report, index, paragraph, hit).map(Hover::Indicator))
        .or_else(|| heading::find(report, hit).map(Hover::Heading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n——2025年1月10日在云泽市第五届人民代表大会第四次会议上\n云泽市市长 李某某\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、2024年工作回顾\n2024年，全市地区生产总值达到928亿元，增长6.2%；一般公共预算收入61.5亿元，增长4.1%。新增建设用地1500亩。\n二、2025年工作安排\n今年经济社会发展的主要目标是：地区生产总值增长6.5%，一般公共预算收入增长5%以上。\n";

    fn read() -> Report {
        Report::read(DRAFT, &Options::default(), &mut Memo::default())
    }

    fn on(report: &Report, what: &str) -> Hover {
        hover(report, DRAFT.find(what).unwrap() + 1).unwrap()
    }

    #[test]
    fn a_figure_tells_its_interval_conversions_and_indicator() {
        let report = read();
        let Hover::Figure(figure) = on(&report, "928亿元") else { panic!("no figure") };
        assert_eq!(report.text(figure.span), "928亿元");
        assert_eq!(figure.printed(figure.interval.low.unwrap()), "927.5亿元");
        assert_eq!(figure.printed(figure.interval.high.unwrap()), "928.5亿元");
        let conversions: Vec<String> =
            figure.conversions.iter().map(|it| format!("{}{}", it.value, it.unit)).collect();
        assert_eq!(conversions, ["9280000万元", "92800000000元"]);
        assert_eq!(figure.fact.unwrap().name, "地区生产总值");
        let Hover::Figure(figure) = on(&report, "1500亩") else { panic!("no figure") };
        assert!(
            figure
                .conversions
                .iter()
                .any(|it| it.unit == "公顷" && it.value.to_string() == "100" && it.exact)
        );
        assert!(figure.conversions.iter().any(|it| it.unit == "平方公里" && it.value.to_string() == "1"));
    }

    #[test]
    fn a_name_tells_all_that_is_said_of_it_and_what_the_target_implies() {
        let report = read();
        let Hover::Indicator(card) = on(&report, "地区生产总值") else { panic!("no indicator") };
        assert_eq!(card.name, "地区生产总值");
        assert!(!card.entry.unwrap().definition.is_empty());
        let rows: Vec<&str> = card.rows.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(rows, ["928亿元", "6.2%", "6.5%"]);
        let [implied] = card.implied.as_slice() else { panic!("{:?}", card.implied) };
        // 928 × 1.065 exactly, and its bounds.
        assert_eq!(implied.value.to_string(), "98832000000");
        assert_eq!(implied.low.unwrap().to_string(), "98778750000");
        assert_eq!(implied.high.unwrap().to_string(), "98885250000");
        assert_eq!(implied.printed(implied.value), "988亿元");
    }

    #[test]
    fn an_open_target_implies_a_lower_bound_only() {
        let report = read();
        let Hover::Indicator(card) = on(&report, "一般公共预算收入61") else {
            panic!("no indicator")
        };
        let [implied] = card.implied.as_slice() else { panic!("{:?}", card.implied) };
        assert_eq!(implied.printed(implied.value), "64.6亿元");
        assert_eq!(implied.low.unwrap(), "6452250000".parse().unwrap());
        assert_eq!(implied.high, None);
    }

    #[test]
    fn a_heading_tells_its_statistics() {
        let report = read();
        let Hover::Heading(section) = on(&report, "工作回顾") else { panic!("no heading") };
        assert_eq!(section.title, "一、2024年工作回顾");
        assert_eq!((section.paragraphs, section.figures, section.children), (2, 5, 0));
        assert!(section.characters > 60);
    }

    #[test]
    fn nothing_stands_in_plain_words_or_outside_the_text() {
        let report = read();
        assert_eq!(hover(&report, DRAFT.find("各位代表").unwrap() + 3), None);
        assert_eq!(hover(&report, usize::MAX), None);
    }
}
