//! `declare_rule!`: a rule's manual page is the doc comment it is declared with, so that the
//! page, `dinggao explain`, the link on the diagnostic and the tests read one text.

/// Declares `pub static RULE` of a rule's file; the doc comment before the fields is its page.
///
/// The page is Markdown in Chinese: `# title`, a summary, a line `English: …`, then the sections
/// `## 为什么`, `## 错例`, `## 正例`, `## 判断` and `## 依据`. Its fenced examples (`错例`, `正例`) run as
/// tests; `checks::Example` says in which draft they stand.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        name: $name:literal,
        category: $category:ident,
        severity: $severity:ident,
        tier: $tier:ident,
        $(off: $off:literal,)?
        check: $check:path $(,)?
    ) => {
        #[doc = concat!("The rule `", $name, "`.")]
        pub static RULE: $crate::checks::Rule = $crate::checks::Rule {
            name: $name,
            category: $crate::checks::Category::$category,
            severity: $crate::checks::Severity::$severity,
            tier: $crate::checks::Tier::$tier,
            off: false $(|| $off)?,
            doc: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
}
