//! What a figure is compared with, and when or how long: words between a name and its figure that are
//! phrases of their own (比2015年, 是2030年的, 由现在的, 五年).

/// Strips how many years a change took (在校生[五年]增加…): at most two characters before 年.
pub(super) fn lasted(text: &str) -> Option<&str> {
    let inner = text.strip_suffix('年')?;
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let count: usize = inner.chars().rev().take_while(|c| numeral(*c)).count();
    let length: usize = inner.chars().rev().take(count).map(char::len_utf8).sum();
    let shorter = inner.get(..inner.len() - length)?;
    // 前五年, 上个五年, 提前3年: another time, or no time at all.
    let other = shorter.ends_with(['前', '个', '后', '去', '来']);
    ((1..=2).contains(&count) && shorter.chars().count() >= 2 && !other).then_some(shorter)
}

/// Strips what a multiple is reckoned on: `X[是2030年的]2.5倍`, `X[相当于“十五”时期]的3倍`.
pub(super) fn times_of(text: &str) -> Option<&str> {
    const HEADS: [&str; 6] = ["分别是", "分别为", "相当于", "是", "为", "达到"];
    const ENDS: [&str; 10] = ["年", "年末", "年底", "年初", "时期", "期间", "期末", "末", "平均水平", "同期"];
    let inner = text.strip_suffix('的').unwrap_or(text);
    let unquoted = inner.trim_end_matches(['\u{201D}', '"']);
    // 是“九五”的1.8倍: a plan period in quotation marks.
    let plan = unquoted.len() < inner.len() && unquoted.ends_with('五');
    let ends = plan || ENDS.iter().any(|end| unquoted.ends_with(end));
    if !ends {
        return None;
    }
    let tail: usize = inner.chars().rev().take(14).map(char::len_utf8).sum();
    let from = inner.len() - tail;
    let window = inner.get(from..)?;
    let (at, _) = HEADS
        .iter()
        .filter_map(|head| window.rfind(head).map(|at| (at, head.len())))
        .max_by_key(|(at, length)| (at + length, *length))?;
    let marks = [',', '\u{FF0C}', '、', ';', '\u{FF1B}'];
    (!window.get(at..)?.contains(marks)).then(|| text.get(..from + at)).flatten()
}

/// Strips the year a level is reached in: `增加到[2030年]600亿元`, `由[2025年的]330亿元`.
pub(super) fn dated(text: &str) -> Option<&str> {
    let inner = text.strip_suffix('的').unwrap_or(text);
    const RELATIVE: [&str; 5] = ["去年", "上年", "今年", "目前", "现在"];
    if let Some(shorter) = RELATIVE.iter().find_map(|word| inner.strip_suffix(word)) {
        return shorter.ends_with(['到', '至', '从', '由', '在', '于']).then_some(shorter);
    }
    let inner = ["年底", "年末", "年初", "年"].iter().find_map(|end| inner.strip_suffix(end))?;
    let digits: usize = inner
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(c))
        .map(char::len_utf8)
        .sum();
    let shorter = inner.get(..inner.len() - digits)?;
    (digits >= 4 && shorter.ends_with(['到', '至', '从', '由', '在', '于'])).then_some(shorter)
}

/// Strips a closing comparison: 比2015年, 较上年末, 比全国平均水平, 高于全省.
pub(super) fn comparison(text: &str) -> Option<&str> {
    const HEADS: [&str; 9] = ["高于", "低于", "高出", "超出", "超过", "超", "比", "较", "与"];
    const ENDS: [&str; 33] = [
        "规划",
        "最高值",
        "最低值",
        "峰值",
        "预期",
        "任务",
        "进度",
        "年",
        "时期",
        "期间",
        "期末",
        "末",
        "年末",
        "年底",
        "上年",
        "去年",
        "同期",
        "上年同期",
        "年初",
        "标准",
        "平均",
        "平均水平",
        "水平",
        "计划",
        "预算",
        "全国",
        "全省",
        "全市",
        "目标",
        "高",
        "低",
        "多",
        "少",
    ];
    // 比“十五”: a plan period in quotation marks.
    let plan = text.strip_suffix(['\u{201D}', '"']).is_some_and(|inner| inner.ends_with('五'));
    if !plan && !ENDS.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let (at, _) = HEADS
        .iter()
        .filter_map(|head| text.rfind(head).map(|at| (at, *head)))
        .max_by_key(|(at, head)| (*at, head.len()))?;
    let phrase = text.get(at..)?;
    let short = phrase.chars().count() <= 14 && !phrase.contains(['、', ',', '\u{FF0C}', '。']);
    // 占比, 同比 and 对比 are words of their own.
    let word = text.get(..at)?.ends_with(['占', '同', '环', '对', '性', '配', '之']);
    (short && !word).then(|| text.get(..at)).flatten()
}

/// Strips where an old value is introduced (通关时间[由运营初期的]40小时压缩至…): 由 or 从 and a few
/// words that name no thing. For the words before an old value only.
pub(super) fn without_origin(words: &str) -> &str {
    let origin = words.char_indices().rev().take(12).find(|(_, c)| matches!(c, '由' | '从'));
    let Some((at, _)) = origin else { return words };
    let (before, after) = words.split_at_checked(at).unwrap_or((words, ""));
    let word = before.ends_with(['自', '理', '经', '缘']) || before.chars().count() < 2;
    if word || after.contains(['、', ',', '\u{FF0C}']) { words } else { before.trim_end_matches(' ') }
}
