//! What stands behind a figure without being typed: the level that a growth target implies, and the
//! same amount in the unit that people compare with.

use crate::quantity::{Conversion, Dimension, Quantity, conversions};
use crate::report::{Implied, Report};
use crate::text::Span;

/// Where hints are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Nowhere.
    Off,
    /// In the whole draft.
    Everywhere,
    /// In the paragraph that tells the targets.
    #[default]
    Targets,
}

/// What a hint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HintContent {
    /// The level that a growth target implies.
    Implied(Implied),
    /// The figure in another unit.
    Converted(Conversion),
}

/// A hint behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The figure with the hedge that touches its end (absolute); the hint stands behind it.
    pub figure: Span,
    /// What it says.
    pub content: HintContent,
}

/// The hints in the lines that `within` touches, in order.
#[must_use]
pub fn hints(report: &Report, within: Span, shown: Shown) -> Vec<Hint> {
    let targets = match shown {
        Shown::Off => return Vec::new(),
        Shown::Everywhere => None,
        Shown::Targets => Some(report.target_lines()),
    };
    let (first, last) = (report.lines.line_of(within.start), report.lines.line_of(within.end));
    let mut all = Vec::new();
    for (index, paragraph) in report.paragraphs.iter().enumerate().take(last.saturating_add(1)).skip(first) {
        let shows =
            targets.as_ref().is_none_or(|lines| lines.iter().any(|span| span.contains(paragraph.span())));
        if paragraph.noise || !shows {
            continue;
        }
        let start = report.facts.partition_point(|fact| fact.paragraph < index);
        let facts = || report.facts.iter().skip(start).take_while(|fact| fact.paragraph == index);
        for (at, quantity) in paragraph.reading.quantities.iter().enumerate() {
            let implied = facts().filter(|fact| fact.quantity == at).find_map(|fact| report.implied(fact));
            let content =
                implied.map(HintContent::Implied).or_else(|| converted(quantity).map(HintContent::Converted));
            let after = quantity.hedge_after.filter(|hedge| hedge.start == quantity.span.end);
            let figure = after.map_or(quantity.span, |hedge| quantity.span.cover(hedge));
            all.extend(content.map(|content| Hint { figure: figure.shifted(paragraph.start), content }));
        }
    }
    all
}

/// The one conversion that helps a reader: 亩 and 公顷 for each other, 亿元 for many 万元.
fn converted(quantity: &Quantity) -> Option<Conversion> {
    let unit = quantity.unit?;
    let wanted = match (unit.dimension(), unit.symbol()) {
        (Dimension::Area, "亩") => "公顷",
        (Dimension::Area, "公顷") => "亩",
        (Dimension::Money, "元") if quantity.scale == crate::quantity::Decimal::from(10_000) => "亿元",
        _ => return None,
    };
    conversions(quantity).iter().find(|conversion| conversion.unit == wanted).map(Conversion::brief)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Memo, Options};

    const DRAFT: &str = "政府工作报告\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2030年工作回顾\n地区生产总值928亿元，增长6.2%。新增绿地1500亩，安排资金12000万元、800万元。\n二、2031年工作安排\n2031年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右，新增绿地1000亩。\n新建林地30公顷。\n";

    fn told(shown: Shown, within: Span) -> Vec<String> {
        let report = Report::read(DRAFT, &Options::default(), &mut Memo::default());
        let hints = hints(&report, within, shown);
        let say = |hint: &Hint| {
            let text = match &hint.content {
                HintContent::Implied(implied) => implied.close(implied.value),
                HintContent::Converted(it) => format!("{}{}", it.value, it.unit),
            };
            format!("{}→{text}", report.text(hint.figure))
        };
        hints.iter().map(say).collect()
    }

    #[test]
    fn targets_imply_levels_and_amounts_are_converted() {
        let all = Span::new(0, DRAFT.len());
        assert_eq!(
            told(Shown::Everywhere, all),
            ["1500亩→100公顷", "12000万元→1.2亿元", "6.5%左右→988.3亿元", "1000亩→66.67公顷", "30公顷→450亩"]
        );
        assert_eq!(told(Shown::Targets, all), ["6.5%左右→988.3亿元", "1000亩→66.67公顷"]);
        assert_eq!(told(Shown::Off, all), [""; 0]);
        let last = DRAFT.find("新建林地").unwrap();
        assert_eq!(told(Shown::Everywhere, Span::at(last)), ["30公顷→450亩"]);
        assert_eq!(told(Shown::Targets, Span::at(last)), [""; 0]);
    }
}
