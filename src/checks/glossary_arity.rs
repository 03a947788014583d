//! Rule `glossary-arity`: 三张清单 explained by four — the number in a term and what it stands for.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message, ordinal};
use crate::report::{Report, Term, Terms, bare_term};
use crate::text::Span;

declare_rule! {
    /// # 名词解释的项数不符
    ///
    /// 词里的数与解释列出的项数不一致：`三张清单`列了四张，`1+5+2`的解释却是`1个…5个…3个`。
    ///
    /// English: The number in a term is not the number of things that its explanation lists.
    ///
    /// ## 为什么
    ///
    /// 增减了一项而没有改名称，或者解释漏了一项。
    ///
    /// ## 错例
    ///
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 三张清单全面落实，“放管服”改革深入推进，“1+5+2”体系建成。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// 名词解释
    /// 1.三张清单：权力清单、责任清单、问题清单、项目清单。
    /// 2.放管服：简政放权、放管结合、优化服务的简称。
    /// 3.“1+5+2”：即由1个集团公司、5个专业公司、3个投资基金组成的体系。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表市人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 三张清单全面落实，“放管服”改革深入推进，“2+2+N”体系建成。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率，建设人民满意的政府。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// 名词解释
    /// 1.三张清单：权力清单、责任清单和负面清单。
    /// 2.放管服：简政放权、放管结合、优化服务的简称。
    /// 3.“2+2+N”：即由2个镇卫生院、2个社区服务中心、N个社区站组成的体系。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只比能数清的：解释是一串用顿号（或逗号）隔开的短语，词里只有一个数，或者是“三线一湖”“六个一”一类；或者代号里有几个数、解释里恰好有几个“几个”。有“等”、有两种数法而其一相符的不报。
    ///
    /// ## 依据
    ///
    /// 算术与逻辑：数一数。
    name: "glossary-arity",
    category: Count,
    severity: Information,
    tier: Logic,
    check: check,
}

static COUNTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new("([0-9]{1,4}|[NnXx])\\s*(?:个|大|项|类|家|条|种|座|所|支|张|批|级|层|套)").ok()
});

/// What a term says and what its explanation has instead, with the pieces counted (in the explanation).
struct Clash {
    said: String,
    counted: String,
    pieces: Vec<Span>,
}

fn check(report: &Report, findings: &mut Findings) {
    let Some(glossary) = Terms::of(report) else { return };
    for entry in &glossary.entries {
        let clash = operands(entry).or_else(|| listed(entry)).or_else(|| paired(entry));
        let Some(Clash { said, counted, pieces }) = clash else { continue };
        let term = entry.term.trim_matches(['\u{201C}', '\u{201D}', '"']);
        let finding = findings.report(
            entry.span,
            Message::new(
                format!(
                    "“{term}”说的是{said}，解释里却是{counted}；请核对是名称的数没有改，还是解释漏了或多了。"
                ),
                format!(
                    "“{term}” says {said}, its explanation has {counted}; mend the term or the explanation."
                ),
            ),
        );
        for piece in pieces {
            finding.relate(
                piece.shifted(entry.meaning_start),
                Message::new("解释里的一项", "A piece of the explanation"),
            );
        }
    }
}

/// Where `pieces` stand in the explanation.
fn places(entry: &Term<'_>, pieces: &[&str]) -> Vec<Span> {
    let mut from = 0;
    let mut out = Vec::new();
    for piece in pieces {
        let found = entry.meaning.get(from..).and_then(|rest| rest.find(piece));
        let Some(at) = found.map(|at| from + at) else { continue };
        from = at + piece.len();
        out.push(Span::new(at, from));
    }
    out
}

/// 三线一湖, 四减一提 against a plain list: the sum of the numbers said and the number counted. 六个一 says six.
fn paired(entry: &Term<'_>) -> Option<Clash> {
    let term = bare_term(entry.term);
    let numeral = |c: char| "一二两三四五六七八九".contains(c);
    let chars: Vec<char> = term.chars().collect();
    let of_one = chars.get(1..3).is_some_and(|it| it == ['个', '一']);
    let pairs = chars.len() >= 4
        && chars.len().is_multiple_of(2)
        && chars.iter().enumerate().all(|(at, c)| numeral(*c) == (at % 2 == 0));
    let numbers: Vec<u32> = chars
        .iter()
        .filter(|c| numeral(**c))
        .take(if of_one { 1 } else { 9 })
        .filter_map(|c| ordinal::parse(&c.to_string()))
        .collect();
    let said: u32 = numbers.iter().sum();
    let meaning = plain(entry)?;
    let items: Vec<&str> = meaning.split(['、', '\u{FF0C}', ',']).collect();
    let short = items.iter().all(|item| (2..=10).contains(&item.chars().count()));
    // 一核指…, 两翼为…: the pieces are explained one by one.
    let explained = items.iter().any(|item| item.contains(['指', '为', '即', '是', '的']));
    let ones = items.iter().all(|item| item.starts_with('一'));
    if !(pairs || of_one && ones) || !short || explained || items.len() < 3 || (pairs && ones) {
        return None;
    }
    let joints = items.iter().filter(|item| item.contains(['和', '与', '及'])).count();
    let least = u32::try_from(items.len()).ok()?;
    let most = least + u32::try_from(joints).ok()?;
    ((said < least || said > most) && said.abs_diff(least) <= 2).then(|| {
        let formula: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let sum =
            if numbers.len() > 1 { format!("{}={said}项", formula.join("+")) } else { format!("{said}项") };
        Clash { said: sum, counted: format!("{least}项"), pieces: places(entry, &items) }
    })
}

/// The explanation as a bare list, where it is one.
fn plain<'e>(entry: &Term<'e>) -> Option<&'e str> {
    let meaning = entry.meaning.trim().trim_matches('*').trim();
    let meaning = ["即", "指的是", "是指", "指", "包括", "为"]
        .iter()
        .find_map(|head| meaning.strip_prefix(head))
        .unwrap_or(meaning);
    let meaning = meaning.trim_end_matches(['\u{3002}', '.', ';', '\u{FF1B}']);
    let other = ['\u{3002}', ';', '\u{FF1B}', ':', '\u{FF1A}', '等', '\u{FF08}', '(', '\u{201C}', '"', '《'];
    (!meaning.contains(other) && !meaning.contains("以及") && meaning.contains('、')).then_some(meaning)
}

/// `1+5+2` against the counts in the explanation: what either says where they differ.
fn operands(entry: &Term<'_>) -> Option<Clash> {
    let term = bare_term(entry.term);
    let code: String = term.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '+').collect();
    let said: Vec<String> = code.split('+').map(str::to_uppercase).collect();
    let numbers = said.iter().all(|it| it == "N" || it == "X" || it.parse::<u32>().is_ok());
    if said.len() < 2 || !numbers {
        return None;
    }
    let meaning: String = entry
        .meaning
        .split('\u{3002}')
        .next()
        .unwrap_or("")
        .chars()
        .filter(|c| !"\u{201C}\u{201D}\"".contains(*c))
        .collect();
    let counted: Vec<String> = COUNTED
        .as_ref()?
        .captures_iter(&meaning)
        .filter_map(|it| Some(it.get(1)?.as_str().to_uppercase()))
        .collect();
    // A letter stands for any number, and where the explanation names none nothing can be compared.
    let letter = |it: &String| it.parse::<u32>().is_err();
    let same_make = said.iter().zip(&counted).all(|(one, other)| letter(one) == letter(other));
    (counted.len() == said.len() && same_make && counted != said).then(|| {
        let pieces: Vec<&str> = COUNTED
            .as_ref()
            .into_iter()
            .flat_map(|it| it.find_iter(entry.meaning))
            .map(|it| it.as_str())
            .collect();
        Clash { said: said.join("+"), counted: counted.join("+"), pieces: places(entry, &pieces) }
    })
}

/// `三张清单` against a plain list: the number said and the number counted where they differ.
fn listed(entry: &Term<'_>) -> Option<Clash> {
    let term = bare_term(entry.term);
    let numerals: Vec<char> = term
        .chars()
        .filter(|c| "一二三四五六七八九十百千万两零〇".contains(*c) || c.is_ascii_digit())
        .collect();
    let [numeral] = numerals.as_slice() else { return None };
    if !term.starts_with(*numeral) || term.chars().count() > 10 {
        return None;
    }
    let said = ordinal::parse(&numeral.to_string()).filter(|said| (2..=10).contains(said))?;
    let meaning = plain(entry)?;
    if meaning.contains(['\u{FF0C}', ',']) {
        return None;
    }
    let items: Vec<&str> = meaning.split('、').collect();
    let short = items.iter().all(|item| (2..=12).contains(&item.chars().count()));
    // Items of one make (权力清单、责任清单) leave no doubt where they end.
    let last = |item: &str| item.chars().next_back();
    let first = |item: &str| item.chars().next();
    let alike = items.windows(2).all(|pair| matches!(*pair, [one, two] if last(one) == last(two)))
        || items.windows(2).all(|pair| matches!(*pair, [one, two] if first(one) == first(two)));
    let joints = items.iter().filter(|item| item.contains(['和', '与', '及'])).count();
    let counts: Vec<usize> = (0..=joints).map(|more| items.len() + more).collect();
    let fits = counts.iter().any(|&count| u32::try_from(count) == Ok(said));
    (short && alike && !fits).then(|| Clash {
        said: format!("{said}项"),
        counted: format!("{}项", items.len()),
        pieces: places(entry, &items),
    })
}
