//! Figures at the edges of the layer, in cases of our own, and against two annotated reports, where they
//! are at hand: values, units and hedges found, names left alone.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::str::FromStr;

use dinggao::quantity::{Decimal, Quantity, scan};
use serde_json::Value;

use crate::support::root;

/// The lines of a report and its annotations; `None` where they are not at hand.
fn annotated(number: &str) -> Option<(Vec<String>, Value)> {
    let shared = root().join("../shared");
    let gold = std::fs::read_to_string(shared.join(format!("gold/{number}.json"))).ok()?;
    let report =
        std::fs::read_dir(shared.join("seeds"))
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))?;
    let text = std::fs::read_to_string(report).ok()?;
    Some((text.lines().map(str::to_owned).collect(), serde_json::from_str(&gold).unwrap()))
}

/// The bytes of `length` characters from a 1-based column.
fn bytes(line: &str, column: usize, length: usize) -> (usize, usize) {
    let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]).skip(column - 1);
    let start = ends.next().unwrap();
    (start, if length == 0 { start } else { ends.nth(length - 1).unwrap_or(line.len()) })
}

/// Units the annotations treat as one.
fn same_unit(gold: &str, found: &str) -> bool {
    const COUNTS: &str = "个项家户件所处座条台名位笔套场栋张种批期本只支辆部盏基棵株头";
    let people = |unit: &str| matches!(unit, "人" | "名" | "位");
    gold == found
        || (COUNTS.contains(gold) && COUNTS.contains(found))
        || (people(gold) && people(found))
        || matches!((gold, found), ("度", "千瓦时"))
}

#[test]
fn annotated_figures_are_read_with_value_unit_and_hedge() {
    let (mut all, mut values, mut units, mut hedges) = (0, 0, 0, 0);
    for number in ["000", "003"] {
        let Some((lines, gold)) = annotated(number) else {
            println!("skipped: no annotated reports beside the repository");
            return;
        };
        for fact in gold["facts"].as_array().unwrap() {
            if fact["optional"] == Value::Bool(true) {
                continue;
            }
            let line = fact["line"].as_u64().unwrap() as usize;
            let text = &lines[line - 1];
            let printed = fact["token"].as_str().or(fact["printed"].as_str()).unwrap();
            let column = fact["token_column"].as_u64().or(fact["num_column"].as_u64()).unwrap() as usize;
            let (start, end) = bytes(text, column, printed.chars().count());
            let value = Decimal::from_str(fact["value"].as_str().unwrap()).unwrap().abs();
            let found = scan(text).into_iter().find(|it| it.span.start < end && it.span.end > start);
            let right = found.as_ref().is_some_and(|it| it.value == value);
            all += 1;
            values += usize::from(right);
            let Some(found) = found.filter(|_| right) else {
                println!("{number} line {line}: {printed} expected as {value}");
                continue;
            };
            let symbol = found.unit.map_or("-", |unit| unit.symbol());
            if same_unit(fact["unit"].as_str().unwrap(), symbol) || printed == "零" {
                units += 1;
            } else {
                println!("{number} line {line}: {printed} counts {}, read as {symbol}", fact["unit"]);
            }
            if fact["modifier"] == found.modifier.label() {
                hedges += 1;
            } else {
                println!(
                    "{number} line {line}: {printed} is {}, read as {}",
                    fact["modifier"],
                    found.modifier.label()
                );
            }
        }
    }
    println!("{values} values, {units} units, {hedges} hedges right of {all}");
    assert!(all > 300, "hardly any annotations were read");
    for (right, what) in [(values, "values"), (units, "units"), (hedges, "hedges")] {
        assert!(right * 100 >= all * 98, "{right} {what} right of {all}");
    }
}

#[test]
fn annotated_names_are_no_figures_with_a_unit() {
    let Some((lines, gold)) = annotated("003") else {
        println!("skipped: no annotated reports beside the repository");
        return;
    };
    let mut wrong: Vec<String> = Vec::new();
    for name in gold["non_facts"].as_array().unwrap() {
        // The web page's own counters (words, minutes) do measure; the reading layer drops those lines.
        if name["why"].as_str().unwrap().contains("boilerplate") {
            continue;
        }
        let line = name["line"].as_u64().unwrap() as usize;
        let text = &lines[line - 1];
        let quote = name["quote"].as_str().unwrap();
        let (start, end) = bytes(text, name["column"].as_u64().unwrap() as usize, quote.chars().count());
        let reported =
            |it: &Quantity| it.span.start < end && it.span.end > start && it.unit.is_some() && !it.threshold;
        wrong.extend(
            scan(text).iter().filter(|it| reported(it)).map(|it| format!("{quote}: {}", it.span.of(text))),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is found in `text`, as the list of numbers shows it: `figure=value unit`, joined by `; `.
fn listed(text: &str) -> String {
    let found = scan(text).into_iter().filter(|it| !it.rank).map(|it| {
        let (value, unit) = it.listed();
        let to = it.value_to.map(|to| format!("..{}", to.normalize())).unwrap_or_default();
        let unit = unit.map_or("-", |unit| unit.symbol());
        format!("{}={}{to} {unit}", it.span.of(text), value.normalize())
    });
    found.collect::<Vec<_>>().join("; ")
}

/// Every difference from what is expected, so that one run shows them all.
fn hold(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, expected)| (text, expected, listed(text)))
        .filter(|(_, expected, found)| found != expected)
        .map(|(text, expected, found)| format!("{text}: {expected:?} expected, {found:?} found"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn money_as_it_is_printed_and_spoken() {
    hold(&[
        ("这本书三块五。", "三块五=3.5 元"),
        ("一瓶水只要五毛", "五毛=0.5 元"),
        ("一共一百二十三块五毛", "一百二十三块五毛=123.5 元"),
        ("找回十五块六毛七", "十五块六毛七=15.67 元"),
        ("门票两块钱", "两块钱=2 元"),
        ("三块五毛钱", "三块五毛钱=3.5 元"),
        ("5块6毛", "5块6毛=5.6 元"),
        ("电价每度0.56元", "0.56元=0.56 元"),
        ("三元五角", "三元五角=3.5 元"),
        ("十五元六角七分", "十五元六角七分=15.67 元"),
        ("五角钱", "五角钱=0.5 元"),
        ("八分钱", "八分钱=0.08 元"),
        ("一百块钱", "一百块钱=100 元"),
        ("门票卖三十块。", "三十块=30 元"),
        ("出口1200美金", "1200美金=1200 美元"),
        ("三百万美元", "三百万美元=3000000 美元"),
        ("5亿欧元", "5亿欧元=500000000 欧元"),
        ("三十万日元", "三十万日元=300000 日元"),
        ("2000英镑", "2000英镑=2000 英镑"),
        ("50港币", "50港币=50 港元"),
        ("八千万港元", "八千万港元=80000000 港元"),
        ("100万卢布", "100万卢布=1000000 卢布"),
        ("三千韩元", "三千韩元=3000 韩元"),
        ("人民币100元", "100元=100 元"),
        ("人民币100万", "人民币100万=1000000 元"),
        ("$100", "$100=100 美元"),
        ("售价$19.99", "$19.99=19.99 美元"),
        ("\u{FFE5}3,500", "\u{FFE5}3,500=3500 元"),
        ("¥3.5万", "¥3.5万=35000 元"),
        ("HK$200", "HK$200=200 港元"),
        ("五十元人民币", "五十元人民币=50 元"),
        ("US$3.5亿", "US$3.5亿=350000000 美元"),
        ("100瑞士法郎", "100瑞士法郎=100 瑞士法郎"),
        ("两千泰铢", "两千泰铢=2000 泰铢"),
        ("壹佰贰拾叁元", "壹佰贰拾叁元=123 元"),
        ("人民币壹万伍仟元整", "壹万伍仟元整=15000 元"),
        ("五億元", "五億元=500000000 元"),
        ("为13 .74亿元", "13 .74亿元=1374000000 元"),
        ("1,234.5万元", "1,234.5万元=12345000 元"),
        ("1\u{FF0C}234\u{FF0C}567元", "1\u{FF0C}234\u{FF0C}567元=1234567 元"),
        ("1\u{2009}234\u{2009}567元", "1\u{2009}234\u{2009}567元=1234567 元"),
        ("两点五亿元", "两点五亿元=250000000 元"),
        ("三美元", "三美元=3 美元"),
        ("一百印度卢比", "一百印度卢比=100 印度卢比"),
        ("五块", "五块=5 元"),
        ("花了三百五十块", "三百五十块=350 元"),
        ("200瑞典克朗", "200瑞典克朗=200 瑞典克朗"),
        ("三万五千二百元五角", "三万五千二百元五角=35200.5 元"),
        ("十元钱", "十元钱=10 元"),
        ("每公斤3.5元", "3.5元=3.5 元"),
        ("2,500万美元", "2,500万美元=25000000 美元"),
        ("1.2亿人民币", "1.2亿人民币=120000000 元"),
        ("两百万人民币", "两百万人民币=2000000 元"),
    ]);
}

#[test]
fn measures_ages_and_temperatures() {
    hold(&[
        ("全长36.5公里", "36.5公里=36.5 公里"),
        ("10km", "10km=10 公里"),
        ("宽3.5米", "3.5米=3.5 米"),
        ("身高一百八十厘米", "一百八十厘米=180 厘米"),
        ("5cm", "5cm=5 厘米"),
        ("降水25毫米", "25毫米=25 毫米"),
        ("30平方公里", "30平方公里=30 平方公里"),
        ("30km2", "30km2=30 平方公里"),
        ("120㎡", "120㎡=120 平方米"),
        ("一百二十平方米", "一百二十平方米=120 平方米"),
        ("3.2万亩", "3.2万亩=32000 亩"),
        ("5公顷", "5公顷=5 公顷"),
        ("三万吨", "三万吨=30000 吨"),
        ("25公斤", "25公斤=0.025 吨"),
        ("500克", "500克=0.0005 吨"),
        ("三斤", "三斤=0.0015 吨"),
        ("20升", "20升=20 升"),
        ("500毫升", "500毫升=500 毫升"),
        ("3000万立方米", "3000万立方米=30000000 立方米"),
        ("3.7亿千瓦时", "3.7亿千瓦时=370000000 千瓦时"),
        ("120万千瓦", "120万千瓦=1200000 千瓦"),
        ("50兆瓦", "50兆瓦=50 兆瓦"),
        ("气温35摄氏度", "35摄氏度=35 摄氏度"),
        ("升温1.5℃", "1.5℃=1.5 摄氏度"),
        ("零下二十摄氏度", "零下二十摄氏度=-20 摄氏度"),
        ("零下5℃", "零下5℃=-5 摄氏度"),
        ("摄氏三十度", "摄氏三十度=30 摄氏度"),
        ("华氏98度", "华氏98度=98 华氏度"),
        ("负三十二度", "负三十二度=-32 度"),
        ("缩短3小时", "3小时=3 小时"),
        ("四十五分钟", "四十五分钟=45 分钟"),
        ("30秒", "30秒=30 秒"),
        ("500GB", "500GB=500 GB"),
        ("2TB", "2TB=2 TB"),
        ("100MB", "100MB=100 MB"),
        ("三十五岁", "三十五岁=35 岁"),
        ("5周岁", "5周岁=5 岁"),
        ("三岁半", "三岁半=3.5 岁"),
        ("80岁以上老人", "80岁=80 岁"),
        ("占三分之二", "三分之二=0.666666666666667 -"),
        ("气温为负五点二摄氏度", "负五点二摄氏度=-5.2 摄氏度"),
        ("三个半", "三个半=3.5 个"),
        ("一个半小时", "一个半小时=1.5 小时"),
        ("2个半小时", "2个半小时=2.5 小时"),
        ("提高两倍半", "两倍半=2.5 倍"),
        ("卅", "卅=30 -"),
        ("廿五个", "廿五个=25 个"),
        ("上千家企业", "千家=1000 家"),
        ("近万名", "万名=10000 名"),
        ("三萬五千", "三萬五千=35000 -"),
        ("\u{FF13}\u{FF15}\u{FF05}", "\u{FF13}\u{FF15}\u{FF05}=35 %"),
        ("达62. 6%", "62. 6%=62.6 %"),
        ("12345", "12345=12345 -"),
        ("三成", "三成=30 %"),
        ("增长两成", "两成=20 %"),
        ("两成半", "两成半=25 %"),
        ("打九折", "九折=90 %"),
        ("七五折", "七五折=75 %"),
        ("人口自然增长率4.5‰", "4.5‰=4.5 ‰"),
        ("翻一番", "一番=1 番"),
        ("翻两番", "两番=2 番"),
        ("增长3倍", "3倍=3 倍"),
        ("一亿三千万人", "一亿三千万人=130000000 人"),
        ("1亿3千万人", "1亿3千万人=130000000 人"),
        ("不少于三十人", "三十人=30 人"),
        ("每小时120公里", "120公里=120 公里"),
        ("120公里/小时", "120公里/小时=120 公里/小时"),
        ("60km/h", "60km/h=60 公里/小时"),
        ("三百六十五天", "三百六十五天=365 天"),
        ("一点五万人", "一点五万人=15000 人"),
        ("三点五折", "三点五折=35 %"),
        ("零点五米", "零点五米=0.5 米"),
        ("1/3", "1/3=0.333333333333333 -"),
        ("五十多岁", "五十多岁=50 岁"),
        ("一千多公里", "一千多公里=1000 公里"),
        ("10来个", "10来个=10 个"),
        ("十来个", "十来个=10 个"),
        ("我有两只手", "两只=2 只"),
        ("大于五十", "五十=50 -"),
        ("介于三十和五十之间", "三十=30 -; 五十=50 -"),
        ("一百以上", "一百=100 -"),
        ("不少于三十", "三十=30 -"),
        ("两磅", "两磅=2 磅"),
        ("三杯", "三杯=3 杯"),
        ("五斤苹果", "五斤=0.0025 吨"),
        ("这件衣服三百五十块", "三百五十块=350 块"),
        ("三千兆瓦", "三千兆瓦=3000 兆瓦"),
        ("六十公里每小时", "六十公里每小时=60 公里/小时"),
        ("五GB", "五GB=5 GB"),
        ("两周岁", "两周岁=2 岁"),
        ("我今年三十五岁", "三十五岁=35 岁"),
        ("三个月大", "三个月=3 个月"),
        ("华氏九十八度", "华氏九十八度=98 华氏度"),
        ("-10℃", "-10℃=-10 摄氏度"),
        ("三十摄氏度", "三十摄氏度=30 摄氏度"),
        ("3‰", "3‰=3 ‰"),
        ("-5.5%", "-5.5%=-5.5 %"),
        ("两万五千里", "两万五千里=25000 里"),
        ("3.5元/公斤", "3.5元/公斤=3.5 元/公斤"),
        ("每小时六十公里", "六十公里=60 公里"),
        ("十二点五公里", "十二点五公里=12.5 公里"),
        ("三倍", "三倍=3 倍"),
        ("五倍以上", "五倍=5 倍"),
        ("20℃", "20℃=20 摄氏度"),
        ("三分钟", "三分钟=3 分钟"),
        ("零下十二度", "零下十二度=-12 摄氏度"),
        ("两公里半", "两公里半=2.5 公里"),
        ("2.5kg", "2.5kg=0.0025 吨"),
        ("1500ml", "1500ml=1500 毫升"),
        ("10ha", "10ha=10 公顷"),
        ("5m3", "5m3=5 立方米"),
        ("100km/h", "100km/h=100 公里/小时"),
    ]);
}

#[test]
fn ranges_have_two_ends_and_one_unit() {
    hold(&[
        ("三到五万", "三到五万=30000..50000 -"),
        ("三到五万元", "三到五万元=30000..50000 元"),
        ("3-5%", "3-5%=3..5 %"),
        ("五至八个", "五至八个=5..8 个"),
        ("10~20公里", "10~20公里=10..20 公里"),
        ("百分之五到百分之八", "百分之五到百分之八=5..8 %"),
        ("百分之五至八", "百分之五至八=5..8 %"),
        ("三四十个", "三四十个=30..40 个"),
        ("七八百人", "七八百人=700..800 人"),
        ("5%至8%", "5%至8%=5..8 %"),
        ("2000—3000元", "2000—3000元=2000..3000 元"),
        ("二十到三十万人", "二十到三十万人=200000..300000 人"),
        ("八千到一万元", "八千到一万元=8000..10000 元"),
        ("5到10之间", "5到10=5..10 -"),
        ("3\u{FF5E}5个", "3\u{FF5E}5个=3..5 个"),
        ("五到十", "五到十=5..10 -"),
        ("三十至五十个", "三十至五十个=30..50 个"),
        ("温度在20到30摄氏度之间", "20到30摄氏度=20..30 摄氏度"),
        ("10到20公里", "10到20公里=10..20 公里"),
        ("十到二十公里", "十到二十公里=10..20 公里"),
        ("百分之三到五", "百分之三到五=3..5 %"),
        ("由三个增加到五个", "三个=3 个; 五个=5 个"),
        ("15—20%", "15—20%=15..20 %"),
        ("3万—5万人", "3万—5万人=30000..50000 人"),
        ("-5℃至3℃", "-5℃至3℃=-5..3 摄氏度"),
    ]);
}

#[test]
fn numerals_that_stand_alone() {
    hold(&[
        ("两万三", "两万三=23000 -"),
        ("一百二", "一百二=120 -"),
        ("三千五", "三千五=3500 -"),
        ("一万零三百", "一万零三百=10300 -"),
        ("五点三", "五点三=5.3 -"),
        ("百分之十二点五", "百分之十二点五=12.5 %"),
        ("千分之三", "千分之三=0.3 %"),
        ("万分之五", "万分之五=0.05 %"),
        ("三分之二", "三分之二=0.666666666666667 -"),
        ("负五点二", "负五点二=-5.2 -"),
        ("廿", "廿=20 -"),
        ("两点五亿", "两点五亿=250000000 -"),
        ("零点五", "零点五=0.5 -"),
        ("百分之零点五", "百分之零点五=0.5 %"),
        ("百分之一百", "百分之一百=100 %"),
        ("百分之百", "百分之百=100 %"),
        ("二百五", "二百五=250 -"),
        ("四百八十八点六", "四百八十八点六=488.6 -"),
        ("负一百二十点五", "负一百二十点五=-120.5 -"),
        ("百分之七十五", "百分之七十五=75 %"),
        ("二十分之一", "二十分之一=0.05 -"),
        ("一又二分之一", "一又二分之一=1.5 -"),
        ("两千零八", "两千零八=2008 -"),
        ("三万六千五百二十一点七八", "三万六千五百二十一点七八=36521.78 -"),
        ("八千八百八十八", "八千八百八十八=8888 -"),
        ("一亿零一", "一亿零一=100000001 -"),
        ("九十九", "九十九=99 -"),
        ("四分之三", "四分之三=0.75 -"),
        ("三点一四", "三点一四=3.14 -"),
    ]);
}

#[test]
fn names_codes_ratios_and_set_phrases_are_no_figures() {
    let silent = [
        "三次产业结构为2.7∶56.0∶41.3",
        "三次产业结构为2.7:56.0:41.3",
        "三次产业结构为2.7\u{FF1A}56.0\u{FF1A}41.3",
        "做好三农工作",
        "千方百计稳就业",
        "造福百姓",
        "一系列举措",
        "万众一心、众志成城",
        "四面八方的朋友",
        "七上八下",
        "三三两两",
        "一心一意谋发展",
        "百花齐放、百家争鸣",
        "千家万户",
        "成千上万的群众",
        "摆上千家万户的餐桌",
        "三位一体",
        "一二三产业融合",
        "七台河市",
        "五台山机场",
        "九台区",
        "呈贡三台山旧城",
        "四家子古城",
        "三元区",
        "五大洲",
        "收支两条线管理",
        "两小时经济圈",
        "十分钟健身圈",
        "每一分钱",
        "创建4A级景区",
        "PM2.5浓度",
        "8890平台",
        "219省道",
        "G20峰会",
        "C919大飞机",
        "5G基站",
        "A股上市",
        "12345热线",
        "国发〔2016〕28号",
        "十四五规划",
        "“十四五”时期",
        "“1+3”就业援助",
        "**17.2006年**",
        "http://www.example.com/2019/t20190226_12.html",
        "见www.example.com/t12/345",
        "一是一，二是二。",
        "4K超高清",
    ];
    let found: Vec<String> = silent
        .iter()
        .filter(|text| !listed(text).is_empty())
        .map(|text| format!("{text}: {}", listed(text)))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    hold(&[
        ("几百", ""),
        ("数百家", ""),
        ("几百人", ""),
        ("成千上万", ""),
        ("成千上万名群众", ""),
        ("百八十个", ""),
        ("1.2.3", ""),
        ("第三章", ""),
        ("五百强", ""),
        ("一千零一夜", ""),
        ("二十几岁", ""),
        ("十几个", ""),
        ("六十有余", ""),
        ("一美元", ""),
        ("二十世纪", ""),
        ("第二十三", ""),
        ("半小时", ""),
        ("二〇二四年", ""),
        ("五月三日", ""),
        ("下午三点", ""),
        ("3:2", ""),
    ]);
}

#[test]
fn numerals_and_classifiers_in_running_text() {
    hold(&[
        ("增长三成以上", "三成=30 %"),
        ("增长两成", "两成=20 %"),
        ("自然增长率为4.5‰", "4.5‰=4.5 ‰"),
        ("五年翻两番", "两番=2 番"),
        ("是上年的1.9倍", "1.9倍=1.9 倍"),
        ("占全国的1/7", "1/7=0.142857142857143 -"),
        ("占全省五分之三", "五分之三=0.6 -"),
        ("死亡率降到十万分之13.48", "十万分之13.48=0.01348 %"),
        ("增加到1亿3千多万人", "1亿3千多万人=130000000 人"),
        ("9000万四川人民", "9000万=90000000 -"),
        ("为88万60岁以上居民发放", "88万=880000 -; 60岁=60 岁"),
        ("越过400亿、500亿两个大关", "400亿=40000000000 -; 500亿=50000000000 -; 两个=2 个"),
        ("走访上千家企业", "千家=1000 家"),
        ("产值近百亿元", "百亿元=10000000000 元"),
        ("用一年半时间完成", "一年半=1.5 年"),
        ("队伍三百人", "三百人=300 人"),
        ("在大陆三百家企业", "三百家=300 家"),
        ("连续五次被评为全国先进", "五次=5 次"),
        ("销售额达百亿元。", "百亿元=10000000000 元"),
        ("保持在千亿元以上", "千亿元=100000000000 元"),
        ("减负5%", "5%=5 %"),
        ("答案是四不是五", "四=4 -; 五=5 -"),
    ]);
}

#[test]
fn hedges_bound_what_a_figure_allows() {
    let interval = |text: &str| {
        let found = scan(text);
        let it = found.first().unwrap().interval();
        let bound =
            |bound: Option<Decimal>| bound.map_or("-".to_owned(), |bound| bound.normalize().to_string());
        format!(
            "{}{},{}{}",
            if it.low_open { '(' } else { '[' },
            bound(it.low),
            bound(it.high),
            if it.high_open { ')' } else { ']' }
        )
    };
    for (text, expected) in [
        ("30余万人", "(300000,400000)"),
        ("50多家", "(50,60)"),
        ("百余项", "(100,200)"),
        ("近三成", "[28.5,30)"),
        ("近100家", "[95,100)"),
        ("约200亿元", "[19000000000,21000000000]"),
        ("200亿元左右", "[19000000000,21000000000]"),
        ("增长7%左右", "[6.5,7.5]"),
        ("增长8%以上", "[8,-]"),
        ("控制在3%以内", "[-,3]"),
        ("不低于90%", "[90,-]"),
        ("不少于10家", "[10,-]"),
        ("至少三十人", "[30,-]"),
        ("不超过5%", "[-,5]"),
        ("超过60家", "(60,-]"),
        ("突破1000亿元", "(100000000000,-]"),
        ("逾80万人", "(800000,-]"),
        ("超百亿元", "(10000000000,-]"),
        ("不到5%", "[-,5)"),
        ("不足三万人", "[-,30000)"),
        ("达到86%", "[85.5,86.5]"),
        ("上千家", "[1000,-]"),
        ("三到五万元", "[25000,55000]"),
        ("三四十个", "[25,45]"),
        ("三块五", "[3.45,3.55]"),
        ("-5℃至-3℃", "[-5.5,-2.5]"),
        ("70.8亿元", "[7075000000,7085000000]"),
    ] {
        assert_eq!(interval(text), expected, "{text}");
    }
}
