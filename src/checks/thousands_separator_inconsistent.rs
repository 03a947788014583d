//! Rule `thousands-separator-inconsistent`: figures with and without thousands separators in one
//! document.

use super::phrase::{Line, lines};
use super::{Findings, Message};
use crate::quantity::Quantity;
use crate::report::Report;
use crate::text::{Edit, Span};

declare_rule! {
    /// # 千分节用法不一致
    ///
    /// 同一份文稿里，有的大数用逗号分节（`12,345`），有的不用（`12345`）。
    ///
    /// English: Some large figures have thousands separators, others have none.
    ///
    /// ## 为什么
    ///
    /// 国家标准允许分节也允许不分节，但全文应当一致；混用往往说明数字来自不同的材料。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 新增市场主体12,345户，新增就业23456人，培训技能人才34567人。
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 新增市场主体12345户，新增就业23456人，培训技能人才3456人。2023年，完成项目120个。
    /// ```
    ///
    /// ## 判断
    ///
    /// 比较五位以上的整数；四位数可以不分节，只有文中另有分节的四位数时才一并比较。每份文稿只报一处，指向少数的写法。
    ///
    /// ## 依据
    ///
    /// 《出版物上数字用法》（GB/T 15835—2011）多位数的书写：四位以内可以不分节，全文体例应一致。
    name: "thousands-separator-inconsistent",
    category: Number,
    severity: Hint,
    tier: Standard,
    check: check,
}

const COMMAS: [char; 2] = [',', '\u{FF0C}'];

/// The whole part of a large figure.
struct Large {
    span: Span,
    printed: String,
    digits: usize,
}

fn check(report: &Report, findings: &mut Findings) {
    let (mut grouped, mut plain): (Vec<Large>, Vec<Large>) = Default::default();
    for line in lines(report) {
        for figure in line.figures.iter().filter(|it| !it.chinese && !it.rank && it.value_to.is_none()) {
            let Some((span, printed, digits)) = whole_part(&line, figure) else { continue };
            let kind = if printed.contains(COMMAS) { &mut grouped } else { &mut plain };
            kind.push(Large { span: line.absolute(span), printed: printed.to_owned(), digits });
        }
    }
    let short = grouped.iter().any(|large| large.digits == 4);
    plain.retain(|large| large.digits > 4 || short);
    let (few, many, mend): (_, _, fn(&str) -> String) = if grouped.len() <= plain.len() {
        (&grouped, &plain, |printed| printed.replace(COMMAS, ""))
    } else {
        (&plain, &grouped, separated)
    };
    let (Some(one), Some(other)) = (few.first(), many.first()) else { return };
    let edits = few.iter().map(|large| Edit::replace(large.span, mend(&large.printed))).collect();
    let (printed, example, meant) = (&one.printed, &other.printed, mend(&one.printed));
    let finding = findings.report(
        one.span,
        Message::new(
            format!(
                "“{printed}”与文中“{example}”等{}处的千分节写法不一致；全文应统一，此处可写作“{meant}”。",
                many.len()
            ),
            format!("“{printed}” and “{example}” group their digits differently; write “{meant}”."),
        ),
    );
    finding.relate(other.span, Message::new("另一种写法", "The other form"));
    finding.fix(
        Message::new(format!("统一{}处少数的写法", few.len()), "Make the minority form like the others"),
        edits,
    );
}

/// The whole part of a figure of four digits or more: where it stands, how it is printed, how many
/// digits it has.
fn whole_part<'a>(line: &Line<'a>, figure: &Quantity) -> Option<(Span, &'a str, usize)> {
    let printed = figure.numeral.of(line.text);
    let whole = printed.split(['.', '\u{FF0E}']).next()?;
    let digits = whole.chars().filter(char::is_ascii_digit).count();
    let clean = whole.chars().all(|c| c.is_ascii_digit() || COMMAS.contains(&c));
    let span = Span::new(figure.numeral.start, figure.numeral.start + whole.len());
    (clean && digits >= 4 && figure.unit.is_some()).then_some((span, whole, digits))
}

/// `12345` as `12,345`.
fn separated(printed: &str) -> String {
    let count = printed.chars().count();
    printed.chars().enumerate().fold(String::new(), |mut out, (at, c)| {
        if at > 0 && (count - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
        out
    })
}
