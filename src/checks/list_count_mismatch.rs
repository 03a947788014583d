//! Rule `list-count-mismatch`: the number after a list is not the number of its items.

use super::list_counts::{CLASSIFIERS, Count, counts, items, length, numeral};
use super::list_words::{NAMED, PLACES, SUMS_UP, TITLED, VERBS, compounds};
use super::phrase::{Line, holds, lines, strip_head, strip_tail};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 列举项数与数字不符
    ///
    /// “A、B、C三大产业”“A、B、C等2个园区”里，列出的项数与后面的数字对不上。
    ///
    /// English: The number after a list is not the number of items listed.
    ///
    /// ## 为什么
    ///
    /// 增删了一项而忘改总数，是改稿最常见的疏漏；读者一数便知。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 做强钢铁、菱镁三大产业。
    /// ```
    /// ```错例
    /// 推动东港、西岭、南湾等2个园区扩容。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 做强钢铁、菱镁、服装和特色农产品四大产业，与科学院、理工大学等50多家单位合作。
    /// ```
    /// ```正例
    /// 引进44名院士、300余名专家，新建学校、医院6所，落实“三去一降一补”五大任务。
    /// ```
    ///
    /// ## 判断
    ///
    /// 列举紧接数字，数字后面是“大产业、个方面、项工程”一类总括的话；后面是“个村、条街巷”一类地点设施的，只在列出的比数字多时报（少了可能是别处的总数）。按顿号数，再把“和、及、与”按可拆可不拆各数一遍，任何一种数法相符就不报；有“等”时，只有列出的比数字多才报。数字是概数，或列举里有数字、括号、“的”，都不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑。
    name: "list-count-mismatch",
    category: Count,
    severity: Warning,
    tier: Logic,
    check: check,
}

/// Conjunctions that may or may not join two items.
const JOINS: &[char] = &['和', '及', '与', '或', '暨'];

fn check(report: &Report, findings: &mut Findings) {
    for line in lines(report) {
        for count in counts(&line) {
            examine(&line, &count, findings);
        }
    }
}

/// What cannot end a list directly before its number.
const NOT_LAST: &[char] = &[
    '的', '共', '了', '各', '及', '第', '前', '余', '和', '与', '在', '对', '以', '成', '入', '到', '为',
    '向', '获', '是', '有',
];

/// Whether the words hold a count of their own (三个创新合作区和…).
fn nests(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    chars.windows(2).any(|pair| match *pair {
        [number, classifier] => "两三四五六七八九十".contains(number) && "个大项类种条".contains(classifier),
        _ => false,
    })
}

/// A list and the number of items it may have.
struct List {
    span: Span,
    least: u32,
    most: u32,
    open: bool,
}

fn examine(line: &Line<'_>, count: &Count, findings: &mut Findings) {
    let announced = count.value;
    if !(2..=20).contains(&announced) {
        return;
    }
    let Some(list) = titles_before(line, count).or_else(|| list_before(line, count)) else { return };
    let certain = sums_up(line, count) || sums_up_names(line, count, &list);
    // 东屏山、松林坡4座公园 may have four in all; three places are never two parks.
    if !(certain || list.least > announced && places(line, count, &list)) {
        return;
    }
    let spans = items(list.span, line.text);
    let items: Vec<&str> = spans.iter().map(|span| span.of(line.text)).collect();
    // Items that share the head of the last one (水电产业、…、医药产业) may be the only items, and a
    // first item much longer than the rest may be another thing.
    let lengths: Vec<usize> = (0..).zip(&items).map(|(at, item)| length(item, at == 0)).collect();
    let (first, rest) = lengths
        .split_first()
        .map_or((0, 0), |(first, rest)| (*first, rest.iter().copied().max().unwrap_or(0)));
    let uneven = list.least == announced + 1 && first > 2 * rest.max(3);
    let titled = list.span.of(line.text).ends_with('》');
    if !titled && (uneven || shared_heads(&items) == announced) {
        return;
    }
    // X和A、B、C三大平台: the list may begin after 和.
    let joined = |item: &&str| item.contains(JOINS);
    let before_last = items.iter().rev().skip(1);
    let alone = before_last.clone().position(joined).and_then(|at| u32::try_from(at + 2).ok());
    if alone.is_some_and(|alone| alone <= announced) && list.least > announced {
        return;
    }
    // …和滇中5个州市: the number may belong to what follows 和 alone.
    let rest = line.slice(numeral(line, count).end, line.text.len());
    if list.most < announced
        && items.last().is_some_and(joined)
        && !rest.starts_with(['大', '项', '类', '场', '件'])
    {
        return;
    }
    let wrong = list.least > announced || (!list.open && list.most < announced);
    // A list that goes on before the comma is longer than it looks.
    if list.most < announced && continues(line, list.span) {
        return;
    }
    // A list far shorter than its number is a sample, a far longer one two lists.
    if !wrong || list.least > announced + 3 || announced > list.most + 3 {
        return;
    }
    let counted = if list.least == list.most {
        list.least.to_string()
    } else {
        format!("{}至{}", list.least, list.most)
    };
    let print = phrase(line, count);
    let whole = list.span.of(line.text);
    let new = (list.least == list.most).then(|| renumbered(line, count, list.least)).flatten();
    let (zh, en) = match &new {
        Some((_, new)) => (format!("把数字改为“{new}”"), format!("or change the number to “{new}”")),
        None => ("改数字".to_owned(), "or change the number".to_owned()),
    };
    let finding = findings.report(
        line.absolute(count.span),
        Message::new(
            format!("“{whole}”列出{counted}项，后文写“{print}”，项数与数字不等；请补足列举，或{zh}。"),
            format!(
                "“{whole}” lists {counted} items, the text says “{print}” ({announced}); mend the list {en}."
            ),
        ),
    );
    for (at, span) in (1..).zip(&spans) {
        finding.relate(
            line.absolute(*span),
            Message::new(format!("列举的第{at}项"), format!("Item {at} of the list")),
        );
    }
    if let Some((digits, new)) = new {
        finding.fix(
            Message::new(format!("改数字为“{new}”"), format!("Change the number to “{new}”")),
            vec![Edit::replace(line.absolute(digits), new)],
        );
    }
}

/// The number with what it counts, as far as the words go: 四大工程, 3个园区.
fn phrase<'a>(line: &Line<'a>, count: &Count) -> &'a str {
    let numeral = numeral(line, count);
    let tail = line.slice(numeral.end, line.text.len());
    let length: usize =
        tail.chars().take(3).take_while(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).map(char::len_utf8).sum();
    line.slice(numeral.start, (numeral.end + length).max(count.span.end))
}

/// How many items end like the last one.
fn shared_heads(items: &[&str]) -> u32 {
    let ending = |item: &str| item.chars().rev().take(2).collect::<Vec<char>>();
    let last = items.last().map(|item| ending(item)).unwrap_or_default();
    u32::try_from(items.iter().filter(|item| ending(item) == last).count()).unwrap_or(0)
}

/// Whether the clause before the list is itself a list without a number of its own.
fn continues(line: &Line<'_>, list: Span) -> bool {
    let sentence = line.sentence(list.start);
    let commas = [',', '\u{FF0C}', ';', '\u{FF1B}'];
    let before = line.slice(sentence.start, list.start);
    let bare = before.trim_end_matches(commas);
    if bare.len() == before.len() {
        return false;
    }
    let start = bare.char_indices().rfind(|(_, c)| commas.contains(c)).map_or(0, |(at, c)| at + c.len_utf8());
    let clause = Span::new(sentence.start + start, sentence.start + bare.len());
    clause.of(line.text).contains('、') && line.figures_in(clause).is_empty()
}

/// Whether what follows the numeral sums up a list: 三大产业, 四个方面, 两项工程.
fn sums_up(line: &Line<'_>, count: &Count) -> bool {
    let start = numeral(line, count).end;
    let rest = line.slice(start, line.text.len());
    let mut chars = rest.chars();
    let Some(classifier) = chars.next() else { return false };
    let noun = chars.as_str();
    if classifier == '大' {
        if noun.starts_with(['洲', '院', '洋', '街']) {
            return false;
        }
        return noun.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    }
    if !CLASSIFIERS.contains(&classifier) {
        return false;
    }
    if classifier == '件' && noun.starts_with('事') {
        return noun.chars().nth(1).is_none_or(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c));
    }
    let near: String = noun.chars().take(6).take_while(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).collect();
    SUMS_UP.iter().any(|word| near.starts_with(word) || near.ends_with(word))
}

/// Whether the number counts places or facilities that the list names.
fn places(line: &Line<'_>, count: &Count, list: &List) -> bool {
    let noun = noun_after(line, count);
    let short = |span: &Span| (2..=8).contains(&span.of(line.text).chars().count());
    let named = PLACES.iter().any(|word| noun.starts_with(word));
    let spans = items(list.span, line.text);
    named && spans.iter().skip(1).all(short)
}

/// The noun after the numeral and its classifier, as far as it is Chinese.
fn noun_after<'a>(line: &Line<'a>, count: &Count) -> &'a str {
    let rest = line.slice(numeral(line, count).end, line.text.len());
    let noun = rest.strip_prefix(|c: char| CLASSIFIERS.contains(&c) || c == '部' || c == '份').unwrap_or("");
    let end = noun.find(|c: char| !('\u{4E00}'..='\u{9FFF}').contains(&c)).unwrap_or(noun.len());
    noun.get(..end).unwrap_or("")
}

/// Whether the number sums up a list of names that end like its noun, or of titles.
fn sums_up_names(line: &Line<'_>, count: &Count, list: &List) -> bool {
    let noun = noun_after(line, count);
    let text = list.span.of(line.text);
    if text.ends_with('》') {
        return TITLED.iter().any(|word| noun.starts_with(word));
    }
    let mut items = text.split('、');
    NAMED.iter().any(|(word, endings)| {
        noun.starts_with(word) && items.by_ref().all(|item| item.ends_with(|c| endings.contains(c)))
    }) || NAMED.iter().take(3).any(|(word, _)| noun.starts_with(word) && *word != "公园")
}

/// `《…》《…》` directly before the figure.
fn titles_before(line: &Line<'_>, count: &Count) -> Option<List> {
    let clause = line.clause(count.span.start);
    let before = line.slice(clause.start, count.span.start);
    let words = before.strip_suffix('等').unwrap_or(before);
    let words = words.strip_suffix("这").unwrap_or(words);
    words.ends_with('》').then_some(())?;
    let start = before.find('《')?;
    let list = words.get(start..)?;
    // Nothing but marks and 和 between the titles.
    let outside: String =
        list.split('《').filter_map(|piece| piece.rsplit_once('》').map(|(_, gap)| gap)).collect();
    let count = u32::try_from(list.matches('《').count()).ok().filter(|count| *count >= 2)?;
    outside.chars().all(|c| "、和及与".contains(c)).then_some(())?;
    let span = Span::new(clause.start + start, clause.start + start + list.len());
    Some(List { span, least: count, most: count, open: before.ends_with('等') })
}

/// The list that ends where the figure begins.
fn list_before(line: &Line<'_>, count: &Count) -> Option<List> {
    let clause = line.clause(count.span.start);
    let mut start = clause.start;
    let read = line.figures_in(count.span);
    if let Some(last) = read.start.checked_sub(1).and_then(|last| line.figures.get(last))
        && last.span.end > start
    {
        // 3个产业集群和食品、医药、家具、建材3大基地: the list begins after 和.
        let between = line.slice(line.outer(last).end, count.span.start);
        let (noun, _) = between.split_once(['和', '及']).filter(|(noun, rest)| {
            (1..=8).contains(&noun.chars().count()) && !noun.contains('、') && rest.contains('、')
        })?;
        start = line.outer(last).end + noun.len() + '和'.len_utf8();
    }
    let before = line.slice(start, count.span.start);
    start += opening(before);
    let mut words = line.slice(start, count.span.start);
    words = words.strip_suffix("这").unwrap_or(words);
    let length = |item: &str| item.chars().count();
    let uniform = |words: &str, least: usize| {
        let mut lengths = words.split('、').skip(1).map(length);
        let first = lengths.next().unwrap_or(0);
        first >= least && words.matches('、').count() >= 2 && lengths.all(|own| own == first)
    };
    // “四大工程” in quotation marks of its own sums up only what is plainly a row of names.
    let after = line.slice(count.span.end, line.text.len());
    if let Some(outside) = words.strip_suffix('\u{201C}')
        && uniform(outside, 4)
        && after.chars().take(8).any(|c| c == '\u{201D}')
    {
        words = outside;
    }
    let open = words.ends_with('等');
    words = words.strip_suffix('等').unwrap_or(words);
    // 产业升级、城市更新、民生改善: items of one length in a row are names, whatever they end in.
    let uniform = uniform(words, 4);
    if words.ends_with(NOT_LAST) || (!uniform && strip_tail(words, VERBS).is_some()) || words.is_empty() {
        return None;
    }
    if holds(words, &["等", "省委、省政府", "市委、市政府", "县委、县政府", "党委、政府", "为主"])
        || nests(words)
    {
        return None;
    }
    // Later items that begin with a verb are tasks, not things.
    if words
        .split('、')
        .skip(1)
        .any(|item| strip_head(item, VERBS).is_some() && !item.ends_with(['路', '街']))
    {
        return None;
    }
    let span = Span::new(start, start + words.len());
    let foreign = |c: char| "()\u{FF08}\u{FF09}[]《》<>\u{2018}\u{2019}·/+".contains(c) || c.is_ascii_digit();
    if words.contains(foreign) {
        return None;
    }
    let (mut least, mut joins) = (0_u32, 0_u32);
    let mut quoted = false;
    let mut item = 0_usize;
    let mut longest = 0_usize;
    let mut last = '\0';
    for c in words.chars() {
        match c {
            '\u{201C}' => {
                // Adjacent quotations are items without a mark between them.
                if last == '\u{201D}' {
                    least += 1;
                    item = 0;
                }
                quoted = true;
            }
            '\u{201D}' => quoted = false,
            '"' => return None,
            '、' if !quoted => {
                least += 1;
                longest = if least > 1 { longest.max(item) } else { longest };
                item = 0;
            }
            _ if !quoted && JOINS.contains(&c) => joins += 1,
            _ => item += 1,
        }
        last = c;
    }
    if least == 0 || quoted || last == '、' {
        return None;
    }
    least += 1;
    // 部、省、市共建…、…: lists in the list.
    let items: Vec<&str> = words.split('、').collect();
    let short = items.iter().filter(|item| item.chars().count() == 1).count();
    if short > 0 && items.iter().any(|item| item.chars().count() > 4) {
        return None;
    }
    // Items that are whole phrases do not enumerate things.
    if longest.max(item) > 12 || words.contains("的") {
        return None;
    }
    joins += 2 * u32::try_from(words.matches("以及").count()).unwrap_or(0);
    joins += compounds(words);
    Some(List { span, least, most: least + joins, open })
}

/// Where the list begins in the words before its number: after a colon, a dash, a heading's number.
fn opening(before: &str) -> usize {
    let after =
        |at: usize| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    let dash = before.rfind("\u{2014}\u{2014}").map(|at| at + "\u{2014}\u{2014}".len());
    let colon = before.rfind([':', '\u{FF1A}']).map(after);
    let number = before
        .trim_start_matches(['*', '#', ' ', '\u{3000}', '\u{2003}'])
        .split_once('、')
        .filter(|(head, _)| !head.is_empty() && head.chars().all(|c| "一二三四五六七八九十".contains(c)))
        .map(|(_, rest)| before.len() - rest.len());
    [dash, colon, number].into_iter().flatten().max().unwrap_or(0)
}

/// The numeral to replace and the number of items in the same script.
fn renumbered(line: &Line<'_>, count: &Count, right: u32) -> Option<(Span, String)> {
    let span = numeral(line, count);
    if !count.chinese {
        return Some((span, right.to_string()));
    }
    const DIGITS: &[&str] = &["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let mut digit = (*DIGITS.get(right as usize)?).to_owned();
    // 两 before a classifier, 二 never there; but 两大 as well.
    if digit.is_empty() {
        digit = right.to_string();
    }
    Some((span, digit))
}
