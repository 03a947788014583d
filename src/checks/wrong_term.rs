//! Rule `wrong-term`: misspelt words, words that do not go together, variants not recommended.
//! The list is data: `knowledge/data/wording.json`.

use super::{Findings, Message, Severity};
use crate::knowledge::{Wording, WrongKind, WrongTerm};
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 用词错误
    ///
    /// 常见的别字、误搭和不推荐的异形词：`个体经商户`应为`个体工商户`，`截止目前`应为`截至目前`。
    ///
    /// English: A misspelt word, a wrong collocation, or a variant form that is not recommended.
    ///
    /// ## 为什么
    ///
    /// 同音、形近的字输入时最容易选错，逐字校对又容易看漏。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 截止2023年底，个体经商户稳步增加。
    /// ```
    /// ```错例
    /// 细颗粒物（PM10）浓度持续下降。
    /// ```
    /// ```错例
    /// 其它各项事业取得新进步。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 报名截止日期已过，截至年底发放新帐篷一批，创建全国文明城市，长效机制做法得到推广。
    /// ```
    ///
    /// ## 判断
    ///
    /// 只报词表中有的，恰好跨在两个词之间的字（创“建全”国）不报；搭配不当的（新增贷款余额）作提醒，异形词（其它、帐户）只作提示；引文、书名号里的不改。
    ///
    /// ## 依据
    ///
    /// 国家标准：《通用规范汉字表》和GF 1001—2001《第一批异形词整理表》；大气指标见GB 3095—2012《环境空气质量标准》。
    name: "wrong-term",
    category: Wording,
    severity: Warning,
    tier: Standard,
    check: check,
}

fn check(report: &Report, findings: &mut Findings) {
    let terms = &Wording::builtin().wrong_terms;
    // The notice that prints the report stands before its body, and is read as well.
    let (_, end) = report.meta.body;
    for paragraph in report.paragraphs.iter().take(end).filter(|paragraph| !paragraph.noise) {
        let text = paragraph.text();
        let mut taken: Vec<Span> = Vec::new();
        for term in terms {
            for at in term.find(text) {
                let span = Span::new(at, at + term.wrong.len());
                if in_title(text, at) || taken.iter().any(|other| other.overlaps(span)) {
                    continue;
                }
                taken.push(span);
                tell(term, span.shifted(paragraph.start), findings);
            }
        }
    }
}

/// Whether the byte `at` stands between title marks: names of documents are quoted as they are.
fn in_title(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    before.rfind('《').is_some_and(|open| !before.get(open..).unwrap_or("").contains('》'))
}

fn tell(term: &WrongTerm, span: Span, findings: &mut Findings) {
    let (wrong, right) = (&term.wrong, &term.right);
    let why = |note: &Option<String>, mark: &str| {
        note.as_ref().map_or(String::new(), |note| format!("{mark}{note}"))
    };
    let message = match term.kind {
        WrongKind::Variant => Message::new(
            format!("“{wrong}”是不推荐的写法；请改为“{right}”。"),
            format!("“{wrong}” is a variant that the standard does not recommend; write “{right}”."),
        ),
        _ => Message::new(
            format!("“{wrong}”用词有误{}；应为“{right}”。", why(&term.note, "，")),
            format!("“{wrong}” is wrong{}; write “{right}”.", why(&term.note_en, ": ")),
        ),
    };
    let finding = findings.report(span, message);
    finding.variant(match term.kind {
        WrongKind::Misspelt => "misspelt",
        WrongKind::Collocation => "collocation",
        WrongKind::Variant => "variant",
    });
    match term.kind {
        WrongKind::Misspelt => {}
        WrongKind::Collocation => {
            finding.severity(Severity::Information);
        }
        WrongKind::Variant => {
            finding.severity(Severity::Hint);
        }
    }
    finding.fix(
        Message::new(format!("改为“{right}”"), format!("Replace by “{right}”")),
        vec![Edit::replace(span, right.clone())],
    );
}
