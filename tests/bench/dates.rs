//! Dates, years, plan periods, anniversaries. The own drafts look back on 2023 and 2024; a plant
//! names years that are wrong in either, and its twin names none that depend on the report.

use crate::plant::{Part, Plants};
use crate::rng::Rng;

pub(crate) fn plants(out: &mut Plants, rng: &mut Rng) {
    let (d, month) = (rng.int(1, 28), rng.int(1, 12));
    for (wrong, right) in [
        ("2月30日渔港开港。".to_owned(), format!("{month}月{d}日渔港开港。")),
        ("截至6月31日，渔港全部完工。".to_owned(), "截至6月30日，渔港全部完工。".to_owned()),
        ("渔港于2023年2月29日开工。".to_owned(), "渔港于2024年2月29日开工。".to_owned()),
        ("渔港于2023年13月完工。".to_owned(), "渔港工期13个月，24小时开放。".to_owned()),
        ("九月三十一日，渔港验收。".to_owned(), "九月三十日，渔港验收。".to_owned()),
        ("渔港于4月31日移交。".to_owned(), "渔港于12月30日移交。".to_owned()),
        (format!("{month}月32日渔港开渔。"), format!("{month}月{d}日渔港开渔。")),
    ] {
        out.review("invalid-date", wrong, right);
    }
    // 2023-04-08 is a Saturday.
    let days = ["日", "一", "二", "三", "四", "五", "六"];
    let offset = rng.int(0, 20);
    let right = usize::try_from((6 + offset) % 7).unwrap_or(0);
    let wrong = usize::try_from((6 + offset + rng.int(1, 6)) % 7).unwrap_or(0);
    for frame in [
        "渔业大会于2023年4月{d}日（星期{w}）开幕。",
        "2023年4月{d}日，星期{w}，渔港开放。",
        "渔业大会于2023年4月{d}日周{w}召开。",
        "渔业大会于2023年4月{d}日（周{w}）闭幕。",
    ] {
        let say = |w: usize| frame.replace("{d}", &(8 + offset).to_string()).replace("{w}", days[w]);
        out.review("weekday-mismatch", say(wrong), say(right));
    }
    out.table(
        "plan-period-mismatch",
        Part::Review,
        &[
            ("渔业“十四五”规划（2020—2024年）编制完成。", "渔业“十四五”规划（2021—2025年）编制完成。"),
            ("2021年是“十三五”规划收官之年。", "2020年是“十三五”规划收官之年。"),
            ("2022年是“十四五”开局之年。", "2021年是“十四五”开局之年。"),
            ("2016年是“十二五”规划的最后一年。", "2015年是“十二五”规划的最后一年。"),
            ("“十三五”（2015—2020年）渔业规划全面完成。", "“十三五”（2016—2020年）渔业规划全面完成。"),
            ("2021年是“十四五”规划的第二年。", "2022年是“十四五”规划的第二年。"),
        ],
    );
    let year = rng.int(2015, 2021);
    for (frame, start) in [
        ("{y}年是新中国成立{n}周年。", 1949),
        ("{y}年，恰逢建党{n}周年。", 1921),
        ("{y}年，我们隆重庆祝改革开放{n}周年。", 1978),
        ("{y}年是中国共产党成立{n}周年。", 1921),
        ("{y}年，适逢中华人民共和国成立{n}周年。", 1949),
        ("{y}年是建军{n}周年。", 1927),
    ] {
        let say = |n: i64| frame.replace("{y}", &year.to_string()).replace("{n}", &n.to_string());
        out.review("anniversary-arithmetic", say(year - start + 1), say(year - start));
    }
    let past = rng.int(2018, 2021);
    for frame in [
        "渔港确保{y}年底前建成。",
        "力争{y}年完成渔区整治。",
        "到{y}年，渔区全部通水。",
        "确保{y}年底渔港全面竣工。",
        "争取{y}年底前完工。",
    ] {
        let say = |y: i64| frame.replace("{y}", &y.to_string());
        out.plan("stale-year", say(past), say(2035));
    }
    for (wrong, right) in [
        ("渔业产值比{y}年增长8%。", "渔业产值比20{y}年增长8%。"),
        ("自’{y}年起举办渔乡节。", "连续{y}年无火灾。"),
        ("截至{y}年底，渔区全部通水。", "截至20{y}年底，渔区全部通水。"),
        ("与{y}年相比翻了一番。", "比{y}年前翻了两番。"),
        ("渔港于{y}年底建成。", "渔港在{y}年内建成，达到{y}年一遇标准。"),
        ("{y}年6月完成渔港验收。", "受教育年限达到{y}年。"),
        ("渔业产值是{y}年的1.5倍。", "渔业产值是20{y}年的1.5倍。"),
    ] {
        let y = rng.int(17, 22).to_string();
        out.review("two-digit-year", wrong.replace("{y}", &y), right.replace("{y}", &y));
    }
    out.table(
        "congress-session",
        Part::Review,
        &[
            ("认真办理市第八届人民代表大会第十二次会议议案。", "认真办理人大代表议案。"),
            ("落实县第九届人民代表大会第十次会议决议。", "落实人大会议决议。"),
        ],
    );
    for row in out.0.iter_mut().rev().take(2) {
        row.siblings = &["year-mismatch"];
    }
    out.table(
        "date-form",
        Part::Review,
        &[
            ("8月1号渔港启用。", "8月1日渔港启用，地铁8号线开通。"),
            ("2023年08月01日渔港启用。", "2023年8月1日渔港启用。"),
            ("自二零一九年以来治理河道三十公里。", "自二〇一九年以来治理河道三十公里。"),
        ],
    );
    out.table(
        "year-range-form",
        Part::Review,
        &[
            ("实施渔业规划（2021-2025）。", "实施渔业规划（2021—2025年）。"),
            ("荣获全省2013-2016年度先进。", "执行标准GB 3095-2012。"),
        ],
    );
    out.table(
        "month-day-dot",
        Part::Review,
        &[
            ("成功抵御“7.29”强降水。", "成功抵御“7·29”强降水，产值3.15亿元。"),
            ("侦破“5.17”专案。", "侦破“5·17”专案，发布“4.0”版指南。"),
        ],
    );
}
