//! Which candidates are headings, and of what level.

use super::lines::Line;
use super::{Heading, lines, series};
use crate::knowledge::Block;
use crate::reading::{Bare, HeadingMark, NumberStyle, RUNNING};
use crate::report::{Meta, Paragraph, meta};
use crate::text::Span;

mod running;

/// Every heading in document order, with neither sections nor parents yet.
pub(super) fn headings(paragraphs: &[Paragraph], meta: &Meta) -> Vec<Heading> {
    let body = meta.body.0..meta.body.1.min(paragraphs.len());
    let mut reader = Reader::new(paragraphs, meta);
    reader.topics = series::topics(paragraphs, body, |index| reader.heads(index));
    for (topic, _) in reader.topics.iter_mut().zip(&reader.wrapped).filter(|&(_, &line)| line == Line::GoesOn)
    {
        *topic = None;
    }
    for index in meta.body.0..meta.body.1.min(paragraphs.len()) {
        if !reader.paragraph(index) {
            break;
        }
    }
    reader.headings
}

/// The counters of the numbering styles that are open.
#[derive(Clone, Copy, Debug, Default)]
struct Counters {
    chinese: u32,
    bracketed: u32,
    /// A list 一、二、 inside a section of the same numbering: its last number and its level.
    list: Option<(u32, u8)>,
}

struct Reader<'r> {
    paragraphs: &'r [Paragraph],
    /// Last paragraph of title, occasion, salutation, opening.
    head_end: Option<usize>,
    /// Unnumbered headings stand above 一、, which moves down a level.
    shifted: bool,
    plan_year: Option<i32>,
    /// Lines that are part of a paragraph broken to a width.
    wrapped: Vec<Line>,
    /// The closing paragraph: after it come only appendices.
    closing: Option<usize>,
    /// No 一、 begins a paragraph: unnumbered headings may be the highest level.
    unnumbered: bool,
    /// In a line that holds many paragraphs, parts without number stand above or instead of 一、.
    parts_inside: bool,
    /// One line at least holds many paragraphs.
    running: bool,
    counters: Counters,
    /// The topic sentence that opens each paragraph, where one does.
    topics: Vec<Option<Span>>,
    headings: Vec<Heading>,
    /// Level of the newest heading that is numbered or of level 1.
    above: Option<u8>,
    /// Level of the newest numbered heading of levels 1 and 2.
    high: Option<u8>,
}

impl<'r> Reader<'r> {
    fn new(paragraphs: &'r [Paragraph], meta: &Meta) -> Self {
        let at = |offset: usize| {
            paragraphs.partition_point(|paragraph| paragraph.start <= offset).saturating_sub(1)
        };
        let head = [Block::Title, Block::Occasion, Block::Speaker, Block::Salutation, Block::Opening];
        let head_end =
            meta.parts.iter().filter(|part| head.contains(&part.block)).map(|part| at(part.span.start)).max();
        let mut reader = Self {
            paragraphs,
            head_end,
            plan_year: meta.plan_year,
            wrapped: lines::wrapped(paragraphs, meta.body.0..meta.body.1.min(paragraphs.len())),
            closing: meta.part(Block::Closing).map(|part| at(part.span.start)),
            shifted: false,
            unnumbered: false,
            parts_inside: false,
            running: paragraphs.iter().any(|paragraph| paragraph.text().len() >= RUNNING),
            counters: Counters::default(),
            topics: Vec::new(),
            headings: Vec::new(),
            above: None,
            high: None,
        };
        let body = || (meta.body.0..meta.body.1).take_while(|&index| !reader.is_appendix(index));
        let chinese = body().find(|&index| reader.start_mark(index, NumberStyle::Chinese).is_some());
        let plain = body().find(|&index| reader.names_part(index));
        let shifted = plain.zip(chinese).is_some_and(|(plain, chinese)| plain < chinese);
        let unnumbered = chinese.is_none();
        // The same in a line that holds many paragraphs.
        let inside = body().filter(|&index| reader.runs(index)).find_map(|index| {
            let text = reader.text(index);
            let mut segments = lines::segments(text).into_iter();
            let head = lines::head_end(text);
            let names =
                |segment: &Span| segment.start >= head && reader.names_inside(segment.of(text).trim());
            let named = segments.find(names)?.start;
            let numbered = reader.marks(index).iter().find(|mark| mark.style == NumberStyle::Chinese);
            Some(numbered.map(|mark| named < mark.number.start))
        });
        let inside = inside.filter(|_| unnumbered);
        let shifted = shifted || inside == Some(Some(true));
        reader.parts_inside = inside.is_some_and(|above| above != Some(false));
        reader.shifted = shifted;
        reader.unnumbered = unnumbered;
        reader
    }

    /// Whether a line holds many paragraphs: it is longer than any, or long beside such a one.
    fn runs(&self, index: usize) -> bool {
        self.running && self.text(index).len() >= RUNNING / 8
    }

    fn text(&self, index: usize) -> &'r str {
        self.paragraphs.get(index).filter(|paragraph| !paragraph.noise).map_or("", Paragraph::text)
    }

    fn marks(&self, index: usize) -> &'r [HeadingMark] {
        self.paragraphs
            .get(index)
            .filter(|paragraph| !paragraph.noise)
            .map_or(&[], |paragraph| paragraph.reading.headings.as_slice())
    }

    fn start_mark(&self, index: usize, style: NumberStyle) -> Option<&'r HeadingMark> {
        self.marks(index).iter().find(|mark| !mark.buried && mark.style == style)
    }

    /// The next mark of this style that begins a paragraph, before any of a higher style.
    fn next_start(&self, index: usize, style: NumberStyle) -> Option<u32> {
        // Sections are shorter than this; without a limit a hostile text would cost its square.
        (index + 1..self.paragraphs.len().min(index + 400))
            .take_while(|&next| {
                style == NumberStyle::Chinese || self.start_mark(next, NumberStyle::Chinese).is_none()
            })
            .find_map(|next| self.start_mark(next, style))
            .map(|mark| mark.ordinal)
    }

    fn in_head(&self, index: usize) -> bool {
        self.head_end.is_some_and(|end| index <= end)
    }

    fn is_appendix(&self, index: usize) -> bool {
        let text = self.text(index);
        !self.in_head(index) && meta::is_appendix(Bare::of(text).span.of(text))
    }

    /// Whether the paragraph is a heading that begins a section of levels 1 or 2.
    fn heads(&self, index: usize) -> bool {
        let high = [NumberStyle::Chinese, NumberStyle::BracketedChinese];
        high.iter().any(|&style| self.start_mark(index, style).is_some()) || self.plain(index).is_some()
    }

    /// A short line of its own without number.
    fn plain(&self, index: usize) -> Option<Span> {
        let text = self.text(index);
        let bare = Bare::of(text);
        let line = bare.span.of(text);
        (!self.in_head(index)
            && !self.marks(index).iter().any(|mark| !mark.buried)
            && !bare.dashed
            && self.wrapped.get(index).is_none_or(|&line| line == Line::Whole)
            && self.closing.is_none_or(|closing| index < closing)
            && meta::is_short_line(line)
            && !line.starts_with("为此")
            && !signs(line))
        .then_some(bare.span)
    }

    /// An unnumbered line that names a part of a report (2031年工作回顾).
    fn names_part(&self, index: usize) -> bool {
        let text = self.text(index);
        self.plain(index).is_some_and(|span| {
            let line = span.of(text);
            let bold = Bare::of(text).bold.is_some();
            // 实干二〇三〇 names its part by the year; a date alone does not.
            let dated = !line.ends_with(['日', '年']) && line.chars().count() >= 10;
            let year = if dated { self.plan_year } else { None };
            (bold || line.chars().count() <= 26) && meta::of_heading_in(line, year).is_some()
        })
    }

    /// Reads one paragraph; false at the end of the report proper.
    fn paragraph(&mut self, index: usize) -> bool {
        let text = self.text(index);
        if text.trim().is_empty() {
            return true;
        }
        if !self.headings.is_empty() && self.is_appendix(index) {
            let span = Bare::of(text).span;
            let words = span.of(text).trim_end_matches([':', '\u{FF1A}']).len();
            let span = Span::new(span.start, span.start + words);
            self.push(index, 1, None, span, Shape { run_in: false, buried: false });
            return false;
        }
        let start = self.marks(index).iter().find(|mark| !mark.buried).filter(|_| !self.in_head(index));
        if let Some(mark) = start {
            self.numbered(index, mark);
        } else if let Some(span) = self.plain(index) {
            self.unnumbered(index, span);
        } else if let Some(title) = self.topics.get(index).copied().flatten()
            && !self.headings.is_empty()
            && !self.in_head(index)
            && self.closing.is_none_or(|closing| index < closing)
        {
            let rest = text.get(title.end..).unwrap_or("");
            let run_in = rest.contains(char::is_alphanumeric);
            self.push(index, 3, None, title, Shape { run_in, buried: false });
        }
        if self.runs(index) {
            return self.running(index);
        }
        let buried = self.marks(index).iter().filter(|mark| mark.buried).count();
        // Three or more in one paragraph are a list in running text.
        let mut list = buried >= 3;
        for (at, mark) in self.marks(index).iter().enumerate().filter(|(_, mark)| mark.buried) {
            if !list && self.is_real(index, at, mark) {
                self.numbered(index, mark);
            } else {
                list = true;
            }
        }
        true
    }

    /// Whether a mark inside a paragraph is the heading that is missing here.
    fn is_real(&self, index: usize, at: usize, mark: &HeadingMark) -> bool {
        let last = match mark.style {
            NumberStyle::Chinese => self.counters.chinese,
            _ => self.counters.bracketed,
        };
        let running = self.runs(index);
        if running && self.refers(index, at, mark) {
            return false;
        }
        let inside = running && self.next_inside(index, at, mark).is_some();
        if mark.ordinal != last + 1 {
            // One section may number its parts twice.
            return inside && mark.ordinal == 1 && mark.style == NumberStyle::BracketedChinese && last > 1;
        }
        let next = self.next_start(index, mark.style);
        let short = mark.title.of(self.text(index)).chars().count() <= 60;
        let leads = inside || next == Some(mark.ordinal + 1);
        match mark.style {
            NumberStyle::Chinese => (short || running) && (leads || next.is_none()),
            _ => leads || (mark.ordinal > 1 && (short || running) && next.is_none()),
        }
    }

    fn numbered(&mut self, index: usize, mark: &HeadingMark) {
        let shift = u8::from(self.shifted);
        let level = match mark.style {
            NumberStyle::Chinese => self.chinese_level(index, mark) + shift,
            NumberStyle::BracketedChinese => {
                self.counters.bracketed = mark.ordinal;
                2 + shift
            }
            NumberStyle::Arabic => 3 + shift,
            NumberStyle::BracketedArabic | NumberStyle::Series | NumberStyle::Ordinal => 4,
        };
        let number = Some((mark.number, mark.style, mark.ordinal));
        // Where all headings stand inside a line, none is lost there.
        let buried = mark.buried && !self.runs(index);
        let shape = Shape { run_in: mark.run_in, buried };
        self.push(index, level.min(4), number, mark.title, shape);
    }

    /// 一、 is the highest level, unless a second numbering runs inside a section.
    fn chinese_level(&mut self, index: usize, mark: &HeadingMark) -> u8 {
        let main = self.counters.chinese;
        if let Some((last, level)) = self.counters.list
            && mark.ordinal == last + 1
        {
            self.counters.list = Some((mark.ordinal, level));
            return level;
        }
        let restarts = mark.ordinal == 1
            && main >= 2
            && !self.shifted
            && self.next_start(index, NumberStyle::Chinese) == Some(2);
        if restarts {
            let level = self.high.map_or(1, |high| high + 1).min(3);
            self.counters.list = Some((1, level));
            return level;
        }
        self.counters = Counters { chinese: mark.ordinal, bracketed: 0, list: None };
        1
    }

    fn unnumbered(&mut self, index: usize, span: Span) {
        let part = self.names_part(index);
        let leads = self.next_start(index, NumberStyle::Chinese) == Some(1) && self.counters.chinese > 0;
        let bold = Bare::of(self.text(index)).bold.is_some();
        let level = if (part || (bold && leads)) && (self.shifted || self.unnumbered) {
            self.counters = Counters::default();
            1
        } else if self.headings.is_empty() {
            // Before the first heading a short line is a heading only if it names a part.
            if !part {
                return;
            }
            1
        } else {
            // A part stands below the last section of level 1, whether there is one or not.
            let above = if part { None } else { self.above };
            above.map_or(2, |above| above + 1).min(4)
        };
        self.push(index, level, None, span, Shape { run_in: false, buried: false });
    }

    fn push(
        &mut self,
        index: usize,
        level: u8,
        number: Option<(Span, NumberStyle, u32)>,
        title: Span,
        shape: Shape,
    ) {
        let start = self.paragraphs.get(index).map_or(0, |paragraph| paragraph.start);
        let title = title.shifted(start);
        let printed = number.map(|(span, ..)| span.shifted(start));
        if printed.is_some() || level == 1 {
            self.above = Some(level);
        }
        if printed.is_some() && level <= 2 {
            self.high = Some(level);
        }
        self.headings.push(Heading {
            level,
            number: printed,
            ordinal: number.map(|(_, style, ordinal)| (style, ordinal)),
            title,
            span: printed.map_or(title, |number| number.cover(title)),
            paragraph: index,
            run_in: shape.run_in,
            buried: shape.buried,
            section: title,
            parent: None,
            block: None,
        });
    }
}

/// A line that signs: 省长 and a name.
fn signs(line: &str) -> bool {
    line.chars().count() <= 14
        && ["总理", "省长", "主席", "市长", "区长", "州长", "盟长", "县长", "旗长", "镇长", "乡长"]
            .iter()
            .any(|post| line.contains(post))
}

/// How a heading stands on its line.
#[derive(Clone, Copy)]
struct Shape {
    run_in: bool,
    buried: bool,
}

#[cfg(test)]
mod tests {
    use crate::report::{Memo, Options, Report};

    /// Level, number and title of every heading.
    fn outline(source: &str) -> Vec<String> {
        let report = Report::read(source, &Options::default(), &mut Memo::default());
        let lines = report.outline.headings.iter().map(|heading| {
            let number = heading.number.map_or("", |number| report.text(number));
            format!("{}|{number}|{}", heading.level, report.text(heading.title))
        });
        lines.collect()
    }

    const HEAD: &str = "云溪市人民政府工作报告\n2031年1月9日在云溪市第九届人民代表大会第三次会议上\n市长 高远\n各位代表:\n现在,我代表市政府向大会报告工作,请予审议。\n";

    fn report(body: &str) -> Vec<String> {
        outline(&format!("{HEAD}{body}\n各位代表,让我们携起手来,为建设美丽云溪而努力奋斗!\n"))
    }

    #[test]
    fn numbered_run_in_and_topic_headings() {
        let body = "一、2030年工作回顾\n(一)桥梁建设\n千方百计抓桥梁。全年架桥三座。\n1.修路。全年修路。\n(2)植树\n一是补短板。全年补齐。\n二、2031年工作安排\n(一)架好新桥。全年再架两座。";
        assert_eq!(
            report(body),
            [
                "1|一、|2030年工作回顾",
                "2|(一)|桥梁建设",
                "3||千方百计抓桥梁",
                "3|1.|修路",
                "4|(2)|植树",
                "4|一是|补短板",
                "1|二、|2031年工作安排",
                "2|(一)|架好新桥",
            ]
        );
    }

    #[test]
    fn a_buried_heading_counts_only_where_the_sequence_wants_it() {
        let body = "一、2030年工作回顾\n(一)架桥\n全年完成桥梁网络建设,畅通无阻,群众满意,各方称赞。(二)修好路网,方便出行\n(三)植树\n完善各项制度,落实关于修路的意见(二),主要办成四件事,一件不少。(一)清淤,(二)护堤。";
        assert_eq!(
            report(body),
            ["1|一、|2030年工作回顾", "2|(一)|架桥", "2|(二)|修好路网,方便出行", "2|(三)|植树"]
        );
        let list = "一、2030年工作回顾\n(一)架桥\n办好实事。(二)清淤。(三)护堤。(四)补栏。全部完成。";
        assert_eq!(report(list), ["1|一、|2030年工作回顾", "2|(一)|架桥", "3||办好实事"]);
    }

    #[test]
    fn unnumbered_lines_take_the_level_below_their_numbered_parent() {
        let body = "一、过去五年工作回顾\n过去五年,是桥梁不断增多、百姓更加满意的五年\n全市架桥三十座,群众出行更加方便,各方面都很满意。\n二、2031年工作任务\n狠抓桥梁建设\n我们将视桥梁为生命,使出真力气。";
        assert_eq!(
            report(body),
            [
                "1|一、|过去五年工作回顾",
                "2||过去五年,是桥梁不断增多、百姓更加满意的五年",
                "1|二、|2031年工作任务",
                "2||狠抓桥梁建设",
            ]
        );
    }

    #[test]
    fn unnumbered_parts_stand_above_a_numbering_that_restarts() {
        let body = "**2030年工作回顾**\n**一、桥梁**\n架桥。\n**二、道路**\n修路。\n**2031年工作安排**\n**一、桥梁**\n再架桥。";
        assert_eq!(
            report(body),
            ["1||2030年工作回顾", "2|一、|桥梁", "2|二、|道路", "1||2031年工作安排", "2|一、|桥梁"]
        );
    }

    #[test]
    fn headings_of_a_report_on_one_line() {
        let text = "全年架桥三座,群众十分满意。".repeat(40);
        let body = format!(
            "一、2030年工作回顾 过去一年,架桥不止。 (一)桥梁增多,出行方便。{text} 千方百计抓桥梁。{text}落实意见(二),办好两件事:(一)清淤,(二)护堤。 (二)道路畅通,乡村通达。{text} 二、2031年工作安排 (一)再架新桥。{text} (二)再修新路。{text}"
        );
        assert_eq!(
            outline(&format!("{HEAD}{body}").replace('\n', " ")),
            [
                "1|一、|2030年工作回顾",
                "2|(一)|桥梁增多,出行方便",
                "3||千方百计抓桥梁",
                "2|(二)|道路畅通,乡村通达",
                "1|二、|2031年工作安排",
                "2|(一)|再架新桥",
                "2|(二)|再修新路",
            ]
        );
        let plain = format!(
            "2030年工作回顾 过去一年,架桥不止。{text} (一)桥梁增多。{text} (二)道路畅通。{text} 2031年工作安排 {text} (一)再架新桥。{text} (二)再修新路。{text}"
        );
        assert_eq!(
            outline(&format!("{HEAD}{plain}").replace('\n', " ")),
            [
                "1||2030年工作回顾",
                "2|(一)|桥梁增多",
                "2|(二)|道路畅通",
                "1||2031年工作安排",
                "2|(一)|再架新桥",
                "2|(二)|再修新路",
            ]
        );
    }

    #[test]
    fn lines_broken_to_a_width_are_no_headings() {
        let text: Vec<char> = "云溪市大力推进桥梁和道路建设,全年架桥三座,修路三条,护堤三十里,植树三万棵,群众十分满意,各方面都给予很高的评价,出行条件得到根本改善,".repeat(12).chars().collect();
        let lines: Vec<String> = text.chunks(30).map(|line| line.iter().collect()).collect();
        let body = format!("一、2030年工作回顾\n千方百计抓桥梁。{}\n万众一心。", lines.join("\n"));
        assert_eq!(report(&body), ["1|一、|2030年工作回顾", "3||千方百计抓桥梁"]);
    }

    #[test]
    fn glossary_entries_are_no_headings() {
        let body = "一、2030年工作回顾\n(一)架桥\n全年架桥。";
        let end = "各位代表,让我们努力奋斗!\n名词解释\n1.三桥:东桥、中桥、西桥。\n2.两路:南路和北路。\n";
        assert_eq!(
            outline(&format!("{HEAD}{body}\n{end}")),
            ["1|一、|2030年工作回顾", "2|(一)|架桥", "1||名词解释"]
        );
    }

    #[test]
    fn sections_nest_and_end_with_the_body() {
        let source = format!(
            "{HEAD}一、2030年工作回顾\n(一)架桥\n全年架桥。\n二、2031年工作安排\n(一)修路\n全年修路。\n"
        );
        let report = Report::read(&source, &Options::default(), &mut Memo::default());
        let headings = &report.outline.headings;
        assert_eq!(headings[1].parent, Some(0));
        assert!(headings[0].section.contains(headings[1].section));
        assert_eq!(headings[0].section.end, headings[2].span.start);
        assert_eq!(report.outline.at(source.find("全年修路").unwrap()), Some(3));
    }
}
