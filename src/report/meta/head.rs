//! The head of a report: title, meeting, date, speaker, salutation, opening. What follows from it
//! for profile and years is decided in `judge`.

use std::sync::LazyLock;

use regex::Regex;

use super::Located;
use super::blocks::pattern;
use super::noise::FrontMatter;
use super::years::{self, Date};
use crate::reading::{Bare, NumberStyle};
use crate::report::Paragraph;
use crate::text::Span;

static WORK_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:关于)?[\\p{Han}\\d·]{0,30}《?政府(?:[\\d〇一二三四五六七八九零○]{4}年)?工作(?:的)?报告》?(?:[(\u{FF08}].{0,40}[)\u{FF09}])*(?:全文)?(?:[\u{2014}\\-].{0,60})?$",
    )
});
static PLAN_TITLE: LazyLock<Regex> = LazyLock::new(|| pattern("国民经济和社会发展.{0,12}计划.{0,40}报告"));
static BUDGET_TITLE: LazyLock<Regex> =
    LazyLock::new(|| pattern("预算.{0,12}(?:执行|收支|草案|完成).{0,40}报告"));
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:在|^|日|[\u{2014}\\-(\u{FF08}])\\s*([\\p{Han}\\s]{2,30}?(?:人民代表大会|人大)\\s*第?\\s*[一二三四五六七八九十\\d\\s]{1,5}\\s*次?\\s*(?:全体)?\\s*(?:会\\s*议|大\\s*会)|[\\p{Han}\\s]{2,24}届[一二三四五六七八九十\\d]{1,3}次(?:人民代表大会|人大)(?:会议)?)",
    )
});
static POST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^.{0,30}?(?:总\\s*理|省\\s*长|主\\s*席|市\\s*长|区\\s*长|州\\s*长|盟\\s*长|县\\s*长|旗\\s*长|镇\\s*长|乡\\s*长|主\\s*任|局\\s*长|厅\\s*长)[:\u{FF1A}]?\\s*([\\p{Han}·\u{2022}\u{30FB}\\s]{2,16})$",
    )
});
static DATED_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern("日\\s*[,\u{FF0C}]?\\s*([\\p{Han}]{2,4})\\s*[)\u{FF09}]"));
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "代表[^大].{0,38}(?:政府|国务院).{0,40}(?:报告|工作).{0,60}(?:审议|审查|意见)|受.{2,30}委托.{0,60}(?:报告|审议|审查)|代表[^大].{0,28}(?:政府|国务院).{0,20}(?:作|做|向).{0,20}报告",
    )
});
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:[\u{FF0C},\u{3002}\\s]|省长|市长|区长|县长|州长|主席)([\\p{Han}]{2,3}?)(?:代?(?:省长|市长|区长|县长|州长|主席))?作(?:政府)?工作报告",
    )
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:[\\p{Han}]{2,10}?(?:省|自治区|自治州|市|地区|州|盟))?([\\p{Han}]{2,12}?(?:自治区|自治州|自治县|自治旗|特别行政区|新区|省|市|区|县|旗|州|盟|镇|乡|街道))$",
    )
});
static HOST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:在|代表|关于)([\\p{Han}]{1,10}?(?:省|自治区|市|区|县|旗|州|盟|镇|乡))(?:人民政府|国民经济|第?[一二三四五六七八九十]+届)",
    )
});
static NATIONAL: LazyLock<Regex> = LazyLock::new(|| pattern("全国人民代表大会|全国人大|国务院总理|国务院"));

/// What stands before the first heading. Indexes are of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<Located<String>>,
    pub(super) title_line: Option<usize>,
    pub(super) occasion_line: Option<usize>,
    pub(super) speaker_line: Option<usize>,
    pub(super) salutation_line: Option<usize>,
    pub(super) opening_line: Option<usize>,
    pub(super) place: Option<Located<String>>,
    pub(super) meeting: Option<Located<String>>,
    pub(super) date: Option<Located<String>>,
    pub(super) speaker: Option<Located<String>>,
    /// The year the title names.
    pub(super) title_year: Option<i32>,
    /// The meeting's date says that this year is reviewed.
    pub(super) dated_review: Option<i32>,
    pub(super) kind: Option<Kind>,
}

/// What the title announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Work,
    Plan,
    Budget,
}

impl Head {
    /// Reads the paragraphs before the first heading.
    pub(super) fn find(paragraphs: &[Paragraph], front: &FrontMatter) -> Self {
        let mut head = Self::default();
        let limit = limit(paragraphs);
        let mut rows: Vec<(usize, Span, &str)> = Vec::new();
        for (index, paragraph) in paragraphs.iter().enumerate().take(limit) {
            let bare = Bare::of(paragraph.text()).span;
            let words = bare.of(paragraph.text());
            if paragraph.noise || words.is_empty() {
                continue;
            }
            for row in split(words) {
                rows.push((index, row.shifted(bare.start + paragraph.start), row.of(words)));
            }
        }
        // A meeting may be broken over two lines: …第九届 / 人民代表大会第三次会议上.
        let broken = rows.windows(2).position(|pair| {
            let [(_, _, first), (_, _, second)] = pair else { return false };
            let ends = first.trim_end().ends_with('届');
            ends && second.trim_start().starts_with("人民代表大会") && first.chars().count() <= 60
        });
        let joined = broken.and_then(|at| {
            let (index, span, words) = rows.get(at).copied()?;
            let (_, end, rest) = rows.get(at + 1).copied()?;
            Some((index, span.cover(end), format!("{}{}", words.trim_end(), rest.trim_start())))
        });
        let lines = || rows.iter().copied();
        head.find_title(lines());
        for (index, span, words) in lines() {
            let short = words.chars().count() <= 90;
            let is_title = head.title_line == Some(index);
            if head.occasion_line.is_none() && short {
                match &joined {
                    Some((at, whole, words)) if *at == index => {
                        head.read_occasion(index, *whole, words);
                        if let Some(meeting) = &mut head.meeting {
                            meeting.span = Span::new(meeting.span.start, whole.end);
                        }
                    }
                    _ => head.read_occasion(index, span, words),
                }
            }
            if head.salutation_line.is_none() && compact(words).starts_with("各位代表") {
                head.salutation_line = Some(index);
            }
            if head.opening_line.is_none() && !is_title && opens(words) && words.len() < 1200 {
                head.opening_line = Some(index);
            }
        }
        head.find_speaker(lines());
        head.complete(paragraphs, front);
        head
    }

    /// The last title line before the meeting or the salutation: web copies repeat it.
    fn find_title<'p>(&mut self, lines: impl Iterator<Item = (usize, Span, &'p str)>) {
        let mut joined: Vec<(usize, Span, String)> = Vec::new();
        for (index, span, words) in lines {
            if compact(words).starts_with("各位代表") || opens(words) {
                break;
            }
            let name = compact(words);
            if words.chars().count() <= 110 && !words.contains('\u{3002}') && !name.ends_with("通知") {
                let kind = if WORK_TITLE.is_match(&name) { Some(Kind::Work) } else { None };
                if let Some(kind) = kind {
                    // `政府工作报告 ——2031年1月9日在…会议上`: the title ends at the dash.
                    let cut = words.find("\u{2014}\u{2014}").unwrap_or(words.len());
                    let printed = words.get(..cut).unwrap_or(words).trim_end();
                    let span = Span::new(span.start, span.start + printed.len());
                    self.title = Some(Located { value: printed.to_owned(), span });
                    self.title_line = Some(index);
                    self.kind = Some(kind);
                }
                joined.push((index, span, name));
            }
        }
        if self.kind.is_some() {
            return;
        }
        // A title over several lines: 关于…计划执行情况 / 与…计划草案的报告.
        for from in 0..joined.len() {
            let mut name = String::new();
            for (index, span, line) in joined.iter().skip(from).take(4) {
                name.push_str(line);
                let kind = if PLAN_TITLE.is_match(&name) {
                    Kind::Plan
                } else if BUDGET_TITLE.is_match(&name) {
                    Kind::Budget
                } else {
                    continue;
                };
                let start = joined.get(from).map_or(span.start, |first| first.1.start);
                if name.chars().count() <= 120 && (name.contains("关于") || name.ends_with("报告")) {
                    self.title = Some(Located { value: name, span: Span::new(start, span.end) });
                    self.title_line = Some(*index);
                    self.kind = Some(kind);
                    return;
                }
            }
        }
    }

    fn read_occasion(&mut self, index: usize, span: Span, words: &str) {
        let date = Date::find(words);
        let meeting = MEETING.captures(words).and_then(|found| found.get(1));
        let Some(meeting) = meeting else {
            // `（2031年1月10日 某某）` under the title.
            if let Some(date) = date.filter(|_| self.date.is_none() && words.chars().count() <= 40) {
                self.dated_review = Some(date.review());
                let at = Span::new(date.start, date.end).shifted(span.start);
                self.date = Some(Located { value: date.iso(), span: at });
            }
            return;
        };
        if words.contains('\u{3002}') {
            return;
        }
        self.occasion_line = Some(index);
        // A date in Chinese digits is all Han: the name begins behind it.
        let printed = meeting.as_str();
        let dated = printed.find('月').and_then(|month| Some(month + printed.get(month..)?.find('日')? + 3));
        let name = printed.get(dated.unwrap_or(0)..).unwrap_or(printed).trim_start();
        // `31日在`, and `31日月在` where the date was typed twice.
        let name = match name.split_once('在') {
            Some((before, name)) if before.chars().count() <= 1 => name.trim_start(),
            _ => name,
        };
        let at = Span::new(meeting.end() - name.len(), meeting.end()).shifted(span.start);
        let value = compact(name);
        self.meeting = Some(Located { value, span: at });
        if let Some(date) = date {
            self.dated_review = Some(date.review());
            let at = Span::new(date.start, date.end).shifted(span.start);
            self.date = Some(Located { value: date.iso(), span: at });
        }
    }

    fn find_speaker<'p>(&mut self, lines: impl Iterator<Item = (usize, Span, &'p str)> + Clone) {
        let following: Vec<(usize, String)> =
            lines.clone().map(|(_, span, words)| (span.start, compact(words))).collect();
        let last = self.salutation_line.or(self.opening_line).unwrap_or(usize::MAX);
        let first = self.occasion_line.or(self.title_line);
        for (index, span, words) in lines {
            if index > last {
                break;
            }
            let mut found = None;
            // 第三次会议上云溪市市长高远: the post stands behind the meeting.
            let met = words.find("会议上").map_or(0, |at| at + "会议上".len());
            let post = words.get(met..).unwrap_or(words);
            if !compact(words).starts_with("各位代表") && post.chars().count() <= 40 {
                let plain = post.replace("**", "");
                let name = POST.captures(&plain).and_then(|found| found.get(1)).map(|name| name.as_str());
                found = name.and_then(|name| {
                    let at = post.rfind(name)? + met;
                    Some((at, words.get(at..at + name.len())?))
                });
                if met == 0 && words.contains("会议") {
                    found = found
                        .filter(|(at, _)| words.get(..*at).is_some_and(|before| before.contains("会议")));
                }
                let name = compact(words);
                let alone = name.chars().all(han) && (2..=4).contains(&name.chars().count());
                let next = following.iter().find(|&&(row, _)| row > span.start);
                let greets = next.is_some_and(|(_, words)| words.starts_with("各位代表"));
                let placed = first.map_or(greets, |first| first <= index);
                if found.is_none() && alone && placed && index <= last {
                    found = Some((0, words));
                }
            }
            let dated =
                DATED_NAME.captures(words).and_then(|found| found.get(1)).map(|m| (m.start(), m.as_str()));
            let weak = found.is_none();
            if let Some((at, name)) = found.or(dated) {
                let at = at + (name.len() - name.trim_start().len());
                let name = name.trim();
                let value = compact(name);
                let value = value.split_once('作').map_or(value.as_str(), |(name, _)| name).to_owned();
                let post =
                    value.ends_with(['长', '席', '理']) || value.contains("政府") || value.contains("工作");
                if post || value.starts_with("各位") || (self.speaker.is_some() && weak) {
                    continue;
                }
                let span = Span::new(at, at + name.len()).shifted(span.start);
                self.speaker = Some(Located { value, span });
                self.speaker_line = Some(index);
                if !weak {
                    break;
                }
            }
        }
    }

    /// What the front matter says where the text does not, the title's year, the place.
    fn complete(&mut self, paragraphs: &[Paragraph], front: &FrontMatter) {
        if self.title.is_none()
            && let Some(title) = &front.title
            && WORK_TITLE.is_match(&compact(&title.value))
        {
            self.title = Some(title.clone());
            self.kind = Some(Kind::Work);
        }
        let titles: Vec<Located<String>> =
            [self.title.clone(), front.title.clone()].into_iter().flatten().collect();
        for title in &titles {
            let date = Date::find(&title.value);
            if self.date.is_none()
                && let Some(date) = &date
            {
                self.dated_review = Some(date.review());
                let span = Span::new(date.start, date.end).shifted(title.span.start);
                self.date = Some(Located { value: date.iso(), span });
            }
            if self.title_year.is_none() {
                self.title_year = years::year(&title.value);
            }
            if self.speaker.is_none()
                && let Some(name) = DATED_NAME.captures(&title.value).and_then(|found| found.get(1))
            {
                let span = Span::new(name.start(), name.end()).shifted(title.span.start);
                self.speaker = Some(Located { value: name.as_str().to_owned(), span });
            }
        }
        if self.date.is_none() {
            self.date.clone_from(&front.date);
        }
        self.read_captions(paragraphs);
        self.place = self.meeting.as_ref().and_then(place_of_meeting);
        if self.place.is_none() {
            self.place = titles.iter().find_map(place_of_title);
        }
        if self.place.is_none() {
            self.place = self.speaker_line.and_then(|line| paragraphs.get(line)).and_then(|paragraph| {
                let words = Bare::of(paragraph.text()).span;
                let value = words.of(paragraph.text()).to_owned();
                place_of_title(&Located { value, span: words.shifted(paragraph.start) })
            });
        }
        if self.place.is_none() {
            self.place = self.place_elsewhere(paragraphs);
        }
    }

    /// Meeting, date and speaker from the caption of a picture, where the lines do not say them:
    /// `<!-- (2031年1月9日 高远) 在云溪市第九届人民代表大会第三次会议上,高远作政府工作报告 -->`.
    fn read_captions(&mut self, paragraphs: &[Paragraph]) {
        let captions =
            paragraphs.iter().take(30).filter(|paragraph| paragraph.text().trim_start().starts_with("<!--"));
        for paragraph in captions.filter(|paragraph| paragraph.text().contains("工作报告")) {
            let text = paragraph.text();
            if self.meeting.is_none()
                && let Some(meeting) = MEETING.captures(text).and_then(|found| found.get(1))
            {
                // 高远在云溪市第九届…: the name begins behind the last 在.
                let name = meeting.as_str().rsplit('在').next().unwrap_or_default();
                let span = Span::new(meeting.end() - name.len(), meeting.end()).shifted(paragraph.start);
                self.meeting = Some(Located { value: compact(name), span });
            }
            if self.date.is_none()
                && let Some(date) = Date::find(text)
            {
                self.dated_review = Some(date.review());
                let span = Span::new(date.start, date.end).shifted(paragraph.start);
                self.date = Some(Located { value: date.iso(), span });
            }
            if self.speaker.is_none()
                && let Some(name) = CAPTION.captures(text).and_then(|found| found.get(1))
            {
                let span = Span::new(name.start(), name.end()).shifted(paragraph.start);
                self.speaker = Some(Located { value: name.as_str().to_owned(), span });
            }
        }
    }

    /// The place from a caption (`<!-- …在云溪市第三届人民代表大会…上作报告 -->`) or the opening.
    fn place_elsewhere(&self, paragraphs: &[Paragraph]) -> Option<Located<String>> {
        let opening = self.opening_line.and_then(|line| paragraphs.get(line));
        let captions =
            paragraphs.iter().take(30).filter(|paragraph| paragraph.text().trim_start().starts_with("<!--"));
        captions.chain(opening).find_map(|paragraph| {
            let text = paragraph.text();
            let found = HOST.captures(text)?.get(1)?;
            let span = Span::new(found.start(), found.end()).shifted(paragraph.start);
            innermost(found.as_str()).map(|value| Located { value, span })
        })
    }

    /// The paragraph where the report begins.
    pub(super) fn first_line(&self) -> Option<usize> {
        [self.title_line, self.occasion_line, self.speaker_line, self.salutation_line, self.opening_line]
            .into_iter()
            .flatten()
            .min()
    }

    /// The last paragraph of the head.
    pub(super) fn last_line(&self) -> Option<usize> {
        [self.title_line, self.occasion_line, self.speaker_line, self.salutation_line, self.opening_line]
            .into_iter()
            .flatten()
            .max()
    }
}

/// The lines of a head that lost its line ends: a long paragraph in which title, meeting, speaker,
/// salutation and opening follow each other. Any other paragraph is one line.
fn split(words: &str) -> Vec<Span> {
    let whole = vec![Span::new(0, words.len())];
    let head: String = words.chars().take(500).collect();
    let Some(salutation) = head.find("各位代表") else { return whole };
    if words.len() < 600 && !head.get(..salutation).is_some_and(|before| before.contains("会议")) {
        return whole;
    }
    let opening = head.get(salutation..).and_then(|rest| rest.find('\u{3002}')).unwrap_or(0);
    let end = salutation + opening;
    let mut cuts = vec![0, salutation, end];
    let behind = head.get(salutation..).unwrap_or("");
    let mark = behind.char_indices().find(|(_, c)| matches!(c, ':' | '\u{FF1A}' | '!' | '\u{FF01}'));
    cuts.extend(mark.map(|(at, c)| salutation + at + c.len_utf8()).filter(|&at| at < end));
    let before = head.get(..salutation).unwrap_or("");
    cuts.extend(before.find("会议上").map(|at| at + "会议上".len()));
    cuts.extend(
        before.find("工作报告").map(|at| at + "工作报告".len()).filter(|&at| {
            !before.get(at..).is_some_and(|rest| rest.starts_with(['(', '\u{FF08}', '》', '的']))
        }),
    );
    cuts.extend(before.find(['\u{2014}', '\u{2500}']));
    cuts.extend(before.match_indices('\u{3000}').map(|(at, _)| at));
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    let rows = pairs.map(|(&from, &to)| {
        let row = Span::new(from, to).of(words);
        let inner =
            row.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{2014}' | '\u{2500}' | '*'));
        let start = from + row.find(inner).unwrap_or(0);
        Span::new(start, start + inner.len())
    });
    rows.filter(|row| !row.is_empty()).collect()
}

fn han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || ('\u{3400}'..='\u{4DBF}').contains(&c)
}

pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

/// One past the last paragraph that may belong to the head.
fn limit(paragraphs: &[Paragraph]) -> usize {
    let heading = paragraphs.iter().position(|paragraph| {
        paragraph.reading.headings.iter().any(|mark| {
            !mark.buried && matches!(mark.style, NumberStyle::Chinese | NumberStyle::BracketedChinese)
        })
    });
    let limit = heading.unwrap_or(paragraphs.len()).min(60);
    // A salutation with its colon stands in the head even where a copy repeats a heading above it.
    let salutation = paragraphs.iter().take(limit + 16).rposition(|paragraph| {
        let words = compact(Bare::of(paragraph.text()).span.of(paragraph.text()));
        matches!(words.as_str(), "各位代表:" | "各位代表\u{FF1A}")
    });
    salutation.map_or(limit, |salutation| limit.max((salutation + 4).min(paragraphs.len())))
}

fn place_of_meeting(meeting: &Located<String>) -> Option<Located<String>> {
    if NATIONAL.is_match(&meeting.value) {
        return Some(Located { value: "全国".to_owned(), span: meeting.span });
    }
    let before = meeting.value.split(['第', '届']).next()?;
    let before = before.trim_end_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    innermost(before).map(|value| Located { value, span: meeting.span })
}

fn place_of_title(title: &Located<String>) -> Option<Located<String>> {
    let name = compact(&title.value);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('年');
    let name = name.strip_prefix("关于").unwrap_or(name);
    let cut = ["人民政府", "政府", "省长", "市长", "区长", "县长", "州长", "20", "19"]
        .iter()
        .filter_map(|word| name.find(word))
        .min()?;
    innermost(name.get(..cut)?).map(|value| Located { value, span: title.span })
}

/// 盘锦市双台子区 is 双台子区; 辽宁省 stays.
fn innermost(name: &str) -> Option<String> {
    let name = name.replace("市市", "市");
    PLACE.captures(&name).and_then(|found| found.get(1)).map(|place| place.as_str().to_owned())
}

/// Whether a line opens the report; …作的报告全文如下 is the line of whoever prints it.
fn opens(words: &str) -> bool {
    !words.contains("全文如下") && OPENING.is_match(&compact(words))
}
