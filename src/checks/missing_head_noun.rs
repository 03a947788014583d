//! Rule `missing-head-noun`: a share without the word for share, an honour without 称号.

use std::sync::LazyLock;

use regex::Regex;

use super::habit::{self, Mending, Place, Saying};
use super::{Findings, Message};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 缺少中心词
    ///
    /// 说的是比重，句中却没有“占比”（`民生支出从62%提高到75%`）；说的是称号，后面却没有“称号”（`荣获国家卫生城市`）。
    ///
    /// English: The head noun is missing: a share without the word for it, an honour without its noun.
    ///
    /// ## 为什么
    ///
    /// 支出、收入是金额，不能从百分之几提高到百分之几；荣获的是称号，不是城市。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 民生支出从62%提高到75%。
    /// ```
    /// ```错例
    /// 用于教育的支出从五年前的12%提高到去年的15%。
    /// ```
    /// ```错例
    /// 云陵市荣获国家卫生城市。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 民生支出占比从62%提高到75%，荣获国家卫生城市称号，获评全省平安建设先进集体。
    /// ```
    ///
    /// ## 判断
    ///
    /// 百分数的一种只看金额、人数一类名词紧接“从（由）…提高（下降）到…”的句子，前面已有占、比重、率、增速的不报；称号的一种只看“荣获”，一篇只报一次。
    ///
    /// ## 依据
    ///
    /// 行文惯例：主语与宾语搭配完整。
    name: "missing-head-noun",
    category: Wording,
    severity: Hint,
    tier: Habit,
    check: check,
}

static SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let percent = "[0-9.]+[%\u{FF05}]";
    Regex::new(&format!(
        "(?P<noun>支出|收入|投资|投入|增加值|产值|总值|消费|出口|进口|贷款|存款|人口|用电量|产量)(?P<gap>[^,\u{FF0C}\u{3002};\u{FF1B}0-9]{{0,6}}?)(?:从|由)[^,\u{FF0C}\u{3002};\u{FF1B}%]{{0,8}}?{percent}(?:提高|上升|下降|增加|降低|提升|增长|扩大|压减|升|降)(?:到|至|为)[^,\u{FF0C}\u{3002};\u{FF1B}%0-9]{{0,6}}?{percent}"
    ))
    .ok()
});
static HONOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "荣获(?P<what>[^,\u{FF0C}\u{3002};\u{FF1B}、]{2,24}?(?:城市|示范区|示范县|示范市|园林县城|卫生县城|之乡|先进县|先进市|先进区|小镇|名镇|名村|乡村|示范镇|示范村|文明村|文明县城|强县|强市|百强县))(?P<end>[,\u{FF0C}\u{3002};\u{FF1B}、]|$)",
    )
    .ok()
});

fn check(report: &Report, findings: &mut Findings) {
    shares(report, findings);
    honours(report, findings);
}

fn shares(report: &Report, findings: &mut Findings) {
    let Some(pattern) = SHARE.as_ref() else { return };
    let told = ["占", "比重", "比例", "率", "增速", "增幅", "贡献", "份额", "结构", "强度"];
    for (_, paragraph) in report.body() {
        let text = paragraph.text();
        for found in pattern.captures_iter(text) {
            let (Some(whole), Some(noun), Some(gap)) = (found.get(0), found.name("noun"), found.name("gap"))
            else {
                continue;
            };
            // The clause up to here and the one before it may name the share.
            let before = text.get(..noun.start()).unwrap_or("");
            let sentence = before.rsplit(['\u{3002}', ';', '\u{FF1B}']).next().unwrap_or("");
            if told.iter().any(|word| sentence.contains(word) || gap.as_str().contains(word)) {
                continue;
            }
            let span = Span::new(noun.start(), whole.end()).shifted(paragraph.start);
            let at = Span::at(paragraph.start + noun.end());
            let noun = noun.as_str();
            findings
                .report(
                    span,
                    Message::new(
                        format!("“{noun}”是数额，不会从百分之几变到百分之几；似缺“占比”二字。"),
                        format!("“{noun}” is an amount and cannot rise from one per cent to another; the word for share is missing."),
                    ),
                )
                .variant("share")
                .fix(Message::new("补上“占比”", "Add “占比”"), vec![Edit::replace(at, "占比")]);
        }
    }
}

fn honours(report: &Report, findings: &mut Findings) {
    let Some(pattern) = HONOUR.as_ref() else { return };
    let mut places = Vec::new();
    for (_, paragraph) in report.body() {
        for found in pattern.captures_iter(paragraph.text()) {
            let Some(what) = found.name("what") else { continue };
            // 荣获甲、乙等称号: the noun stands at the end of the list.
            let rest = paragraph.text().get(what.end()..).unwrap_or("");
            let rest = rest.split([',', '\u{FF0C}', '\u{3002}', ';', '\u{FF1B}']).next().unwrap_or("");
            if ["称号", "荣誉", "奖", "殊荣", "桂冠", "单位", "集体"].iter().any(|noun| rest.contains(noun))
            {
                continue;
            }
            let span = Span::from(what.range()).shifted(paragraph.start);
            places.push(Place { span, edits: vec![Edit::replace(Span::at(span.end), "称号")] });
        }
    }
    let finding = habit::once(
        findings,
        &places,
        Saying {
            message: Message::new(
                "荣获的是称号，这里缺了中心词；请补上“称号”，或改用“获评”。",
                "What is won is a title: add “称号”, or write “获评”.",
            ),
            title: Message::new("补上“称号”", "Add “称号”"),
            mending: Mending::Offered,
        },
    );
    if let Some(finding) = finding {
        finding.variant("honour");
    }
}
