//! Rule `congress-session`: numbers of congress, session and government that do not fit together.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Message, Severity, ordinal};
use crate::knowledge::Block;
use crate::report::Report;
use crate::text::Span;

declare_rule! {
    /// # 届次对不上
    ///
    /// 人民代表大会的届、次自相矛盾：次数超出一届所能有的，换届之年却不是第一次会议，前后两处的届次不同，或者报告工作的政府与大会不是同届也不是上届。
    ///
    /// English: The numbers of congress, session and government do not fit together.
    ///
    /// ## 为什么
    ///
    /// 一届人民代表大会任期五年，每年至少开会一次；届次多是从往年的稿子带过来的，最容易漏改。
    ///
    /// ## 错例
    ///
    /// ```错例
    /// 认真办理市第八届人民代表大会第十二次会议议案。
    /// ```
    /// ```错例 全文
    /// 云陵市政府工作报告
    /// ——2024年1月10日在云陵市第八届人民代表大会第三次会议上
    /// 云陵市人民政府市长 林知远
    /// 各位代表：
    /// 现在，我代表云陵市第六届人民政府作工作报告，请予审议，请列席会议的同志一并提出意见。
    /// 一、2023年工作回顾
    /// 经济运行稳步向好。我代表市人民政府向全市人民表示衷心的感谢！我们也清醒认识到，当前工作中还存在不少困难和问题，我们将认真加以解决。
    /// 二、2024年工作安排
    /// 总体要求是：坚持稳中求进。主要预期目标是：经济平稳增长，居民收入稳步提高。
    /// 加强政府自身建设。坚持依法行政，提高办事效率。
    /// 各位代表！让我们更加紧密地团结起来，为建设美好云陵而努力奋斗！
    /// ```
    ///
    /// ## 正例
    ///
    /// ```正例
    /// 执行市第八届人民代表大会第二次会议决议，定期向市第八届人大常委会第十二次会议报告工作。
    /// ```
    ///
    /// ## 判断
    ///
    /// 大会的次数大于八才作为错误报告（遇有补选、延期换届，一届可能开到第七、第八次，第八次只在会议名称之外的地方作提示），常委会会议不算；届次只在标题、会议、开场白之间比较；省、市、县的届次各不相同，地名不同的不比。
    ///
    /// ## 依据
    ///
    /// 《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》：每届任期五年，会议每年至少举行一次，本级人民政府每届任期与本级人民代表大会相同。
    name: "congress-session",
    category: Year,
    severity: Warning,
    tier: Law,
    check: check,
}

const NUMERAL: &str = "(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})";

static MEETING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let meeting = format!("(?:人民代表大会|人大)第?(?P<session>{NUMERAL})次(?:全体)?(?:会议|大会)");
    // 市人大八届三次会议 names the congress behind.
    let behind = format!("人大第?(?P<own>{NUMERAL})届第?(?P<nth>{NUMERAL})次(?:全体)?会议");
    Regex::new(&format!("第?(?P<congress>{NUMERAL})届(?:[\\p{{Han}}]{{0,8}}?){meeting}|{behind}")).ok()
});
static GOVERNMENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        "代表(?P<name>[\\p{{Han}}]{{0,12}}?)第?(?P<ordinal>{NUMERAL})届(?:[\\p{{Han}}]{{0,8}}?)人民政府"
    ))
    .ok()
});

/// Congress and session, and where they stand.
#[derive(Clone, Copy)]
struct Meeting {
    congress: u32,
    session: u32,
    span: Span,
    session_span: Span,
}

fn meetings(text: &str, start: usize) -> Vec<Meeting> {
    let Some(pattern) = MEETING.as_ref() else { return Vec::new() };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let session = found.name("session").or(found.name("nth"))?;
            Some(Meeting {
                congress: ordinal::parse(found.name("congress").or(found.name("own"))?.as_str())?,
                session: ordinal::parse(session.as_str())?,
                span: Span::from(found.get(0)?.range()).shifted(start),
                session_span: Span::from(session.range()).shifted(start),
            })
        })
        .collect()
}

fn check(report: &Report, findings: &mut Findings) {
    let own = report
        .meta
        .meeting
        .as_ref()
        .and_then(|meeting| meetings(report.text(meeting.span), meeting.span.start).first().copied());
    for paragraph in report.paragraphs.iter().filter(|paragraph| !paragraph.noise) {
        for meeting in meetings(paragraph.text(), paragraph.start) {
            // Eighth sessions have been held: on the occasion's own line there is nothing to doubt.
            let held = meeting.session == 8 && own.is_some_and(|own| own.span == meeting.span);
            if meeting.session > 7 && !held {
                too_many(meeting, findings);
            }
        }
    }
    let Some(own) = own else { return };
    first_of_a_term(report, own, findings);
    head_agrees(report, own, findings);
    government(report, own, findings);
}

/// More than eight sessions have not been seen in one term; an eighth is rare.
fn too_many(meeting: Meeting, findings: &mut Findings) {
    let rare = meeting.session == 8;
    let (zh, en) = if rare { ("很少开到", "seldom has") } else { ("开不到", "never has") };
    let finding = findings.report(
        meeting.session_span,
        Message::new(
            format!("一届人民代表大会任期五年，{zh}第{}次会议；请核对届次。", meeting.session),
            format!("A congress sits for five years and {en} a session {}; check it.", meeting.session),
        ),
    );
    finding.variant("session");
    if rare {
        finding.severity(Severity::Information);
    }
}

/// The report at a change of government is given to the first session.
fn first_of_a_term(report: &Report, own: Meeting, findings: &mut Findings) {
    let term = report.meta.profile.as_deref() == Some("work-report-term");
    let change = report.outline.headings.iter().any(|heading| {
        heading.level == 1 && {
            let title = report.text(heading.title);
            ["今后五年", "未来五年", "新一届政府"].iter().any(|word| title.contains(word))
        }
    });
    let looks_back = report.outline.headings.iter().any(|heading| {
        heading.level == 1 && {
            let title = report.text(heading.title);
            ["过去五年", "五年来", "本届政府", "上届政府"].iter().any(|word| title.contains(word))
        }
    });
    if term && change && looks_back && own.session > 1 {
        findings
            .report(
                own.session_span,
                Message::new(
                    format!(
                        "换届之年总结过去五年、部署今后五年的报告，应当提交第一次会议，这里写第{}次；请核对届次。",
                        own.session
                    ),
                    format!("A report at a change of term goes to the first session, not to session {}.", own.session),
                ),
            )
            .variant("term");
    }
}

/// The notice, the title and the occasion name one meeting.
fn head_agrees(report: &Report, own: Meeting, findings: &mut Findings) {
    let opening = report.meta.part(Block::Opening).map_or(0, |part| part.span.start);
    for paragraph in report.paragraphs.iter().take_while(|paragraph| paragraph.start < opening) {
        if paragraph.noise {
            continue;
        }
        for other in meetings(paragraph.text(), paragraph.start) {
            if other.span.overlaps(own.span) || (other.congress, other.session) == (own.congress, own.session)
            {
                continue;
            }
            // A notice may name the session of another level; only one of both numbers slips.
            if other.congress != own.congress && other.session != own.session {
                continue;
            }
            let finding = findings.report(
                other.span,
                Message::new(
                    format!(
                        "这里写第{}届第{}次会议，另一处写第{}届第{}次会议；请核对届次。",
                        other.congress, other.session, own.congress, own.session
                    ),
                    format!(
                        "Congress {}, session {} here, but {} and {} elsewhere.",
                        other.congress, other.session, own.congress, own.session
                    ),
                ),
            );
            finding.variant("head").relate(own.span, Message::new("另一处届次", "The other place"));
        }
    }
}

/// 我代表市第八届人民政府: the government of this congress or of the one before.
fn government(report: &Report, own: Meeting, findings: &mut Findings) {
    let Some(pattern) = GOVERNMENT.as_ref() else { return };
    for (_, paragraph) in report.body().take(12) {
        let Some(found) = pattern.captures(paragraph.text()) else { continue };
        let Some(printed) = found.name("ordinal") else { continue };
        let Some(number) = ordinal::parse(printed.as_str()) else { continue };
        if number == own.congress || number + 1 == own.congress {
            continue;
        }
        let finding = findings.report(
            Span::from(printed.range()).shifted(paragraph.start),
            Message::new(
                format!(
                    "向第{}届人民代表大会报告工作的，是第{}届或第{}届人民政府，不是第{number}届；请核对届次。",
                    own.congress,
                    own.congress,
                    own.congress.saturating_sub(1)
                ),
                format!("Government {number} does not report to congress {}.", own.congress),
            ),
        );
        finding.variant("government").relate(own.span, Message::new("大会的届次", "The congress"));
        return;
    }
}
