//! Marks in many sentences: pairs, repetition, width, dashes, blanks, lists, document numbers, ends.

use crate::places::{replace, swap};
use crate::plant::{Part, Plants};
use crate::rng::Rng;

pub(crate) fn plants(out: &mut Plants) {
    pairs(out);
    repeated(out);
    joints(out);
    numbers(out);
    blanks(out);
    quotes(out);
    width(out);
    ends(out);
}

fn pairs(out: &mut Plants) {
    out.table(
        "unbalanced-pair",
        Part::Plan,
        &[
            ("深入实施“百企登云行动，培育数字工厂一批。", "深入实施“百企登云”行动，培育数字工厂一批。"),
            ("深入实施百企登云”行动，培育数字工厂一批。", "深入实施‘百企登云’行动，培育数字工厂一批。"),
            (
                "推进城中村改造（含危旧楼栋整治、管线迁改，改善居住条件。",
                "推进城中村改造（含危旧楼栋整治、管线迁改），改善居住条件。",
            ),
            (
                "全面落实《养老服务促进条例，扩大助餐点覆盖面。",
                "全面落实《养老服务促进条例》，扩大助餐点覆盖面。",
            ),
            (
                "打造“云上茶乡“公共品牌，扩大产品影响力。",
                "打造“云上茶乡”“山里好货”公共品牌，扩大产品影响力。",
            ),
            ("打造”云上茶乡“公共品牌，扩大产品影响力。", "1）打造公共品牌；2）扩大产品影响力。"),
            (
                "用好产业基金（母基金、子基金)），撬动社会资本。",
                "用好产业基金（母基金、子基金)，撬动社会资本。",
            ),
            (
                "完善“县乡村（屯三级”养护机制，管好农村公路。",
                "完善“县乡村（屯）三级”养护机制，管好农村公路。",
            ),
            ("对标〔2024版营商环境评价指标，补齐短板。", "对标〔2024版〕营商环境评价指标，补齐短板。"),
            (
                "推广《山区茶园绿色防控技术规程》》，提升茶叶品质。",
                "推广《〈茶园规程〉释义》，提升茶叶品质。",
            ),
        ],
    );
}

fn repeated(out: &mut Plants) {
    out.table(
        "repeated-punctuation",
        Part::Plan,
        &[
            ("加强水源地保护，。确保饮水安全。", "加强水源地保护，确保饮水安全。"),
            ("统筹水库清淤；；推进河道治理。", "统筹水库清淤；推进河道治理。"),
            ("支持茶叶、、中药材、食用菌扩面。", "支持茶叶、中药材、食用菌扩面。"),
            ("加快补齐以下短板：：冷链、物流、仓储。", "加快补齐以下短板：冷链、物流、仓储。"),
            ("确保校园食品安全。。", "大家说“食品安全就是天大的事。”"),
            ("持续擦亮生态底色、，让群众推窗见绿。", "持续擦亮生态底色——让群众推窗见绿。"),
            ("壮大村集体经济,,增加农民收入。", "壮大村集体经济……增加农民收入。"),
            ("做到事事有回音，；件件有着落。", "做到“事事有回音”，件件有着落！"),
        ],
    );
    out.table(
        "ellipsis-form",
        Part::Plan,
        &[
            ("路通了、灯亮了、水清了。。。村里的变化看得见。", "路通了、灯亮了、水清了……村里的变化看得见。"),
            ("路通了、灯亮了、水清了…村里的变化看得见。", "路通了，灯亮了，水清了。村里的变化看得见。"),
            ("茶香、果香、稻香......汇成丰收的味道。", "茶香、果香、稻香，汇成丰收的味道。"),
            ("培育茶叶、果蔬、菌菇……等特色产业。", "培育茶叶、果蔬、菌菇等特色产业。"),
            ("培育茶叶、果蔬、菌菇…等特色产业。", "培育茶叶、果蔬、菌菇等等。"),
            ("走进车间、走进田头、走进社区····听民声。", "走进车间、走进田头、走进社区……听民声。"),
        ],
    );
    out.table(
        "mark-before-deng",
        Part::Plan,
        &[
            ("整治飞线充电、占道经营、等突出问题。", "整治飞线充电、占道经营等突出问题。"),
            ("加大对茶叶、竹木、食用菌、等特色产业的扶持。", "着力解决看病贵、等候久的问题。"),
            ("服务向老人、儿童、残疾人、等群体倾斜。", "坚决克服畏难、等靠要的思想。"),
            ("统筹教育、卫生、养老、等等事业发展。", "统筹教育、卫生、养老等等事业发展。"),
            ("“夜经济”、“首店经济”、等业态加快发展。", "一二等奖、等级评定同步公布。"),
            ("引进长三角、珠三角、等地企业。", "引进长三角、珠三角等地企业。"),
        ],
    );
}

fn joints(out: &mut Plants) {
    out.table(
        "comma-list-mark",
        Part::Plan,
        &[
            ("做优“云岭茶”、“云岭菌”、“云岭药”品牌。", "做优“云岭茶”“云岭菌”“云岭药”品牌。"),
            (
                "宣传《民法典》、《安全生产法》等法律。",
                "宣传《民法典》（婚姻家庭编）、《安全生产法》等法律。",
            ),
            (
                "推行“一网通办”、“跨省通办”，方便群众办事。",
                "推行“一网通办”模式、“跨省通办”模式，方便群众办事。",
            ),
            ("弘扬‘茶山’、‘茶人’精神。", "弘扬‘茶山’‘茶人’精神。"),
            ("修编《云栖湖保护规划》、《湿地保护规划》两部规划。", "修编云栖湖、湿地两部保护规划。"),
            ("支持\"小升规\"、\"规改股\"企业。", "支持\"小升规\"\"规改股\"企业。"),
        ],
    );
    out.table(
        "dash-form",
        Part::Plan,
        &[
            ("唱响一个品牌--云上茶乡。", "唱响一个品牌——云上茶乡。"),
            ("---坚持项目为王，扩大有效投资。", "——坚持项目为王，扩大有效投资。"),
            ("打造一条走廊──云栖科创走廊。", "打造云栖—青禾科创走廊。"),
            ("守护共同的家园－－云栖湖。", "落实2021—2025年保护规划。"),
            ("锚定一个目标-- --全面振兴。", "锚定一个目标——全面振兴。"),
            ("\n--坚持绿色发展，厚植生态底色。", "\n——坚持绿色发展，厚植生态底色。"),
        ],
    );
    out.edit(
        "dash-form",
        swap(&[("——2025年1月14日", "--2025年1月14日"), ("——2024年1月9日", "--2024年1月9日")]),
        swap(&[("——2025年1月14日", "—— 2025年1月14日"), ("——2024年1月9日", "—— 2024年1月9日")]),
    );
    out.edit(
        "dash-form",
        swap(&[("——2025年1月14日", "-2025年1月14日"), ("——2024年1月9日", "—2024年1月9日")]),
        swap(&[("三产业", "三产业（1—12月）"), ("竹木制品、", "竹木制品（A-3级）、")]),
    );
}

fn numbers(out: &mut Plants) {
    out.table(
        "document-number-bracket",
        Part::Plan,
        &[
            ("全面落实国办发[2024]9号文件要求。", "全面落实国办发〔2024〕9号文件要求。"),
            ("按照汀政发(2023)16号部署抓好落实。", "按照汀政发〔2023〕16号部署抓好落实。"),
            (
                "对照《关于加强渔港管理的意见》（云政发【2022】7号），逐项销号。",
                "对照《关于加强渔港管理的意见》（云政发〔2022〕7号），逐项销号。",
            ),
            ("执行云财〔2024〕第21号通知，压减一般性支出。", "执行云财〔2024〕21号通知，压减一般性支出。"),
            ("依据云办字〔2024〕05号文件推进机构改革。", "依据云办字〔2024〕5号文件推进机构改革。"),
            ("贯彻省委办公厅2024[11]号文件，为基层减负。", "执结（2024）云01执56号案件。"),
            ("用足用好云发改〔24〕30号政策。", "用足用好云发改〔2024〕30号政策。"),
            ("抓好云政发［2023］12号文件督查。", "抓好GB/T 9704-2012标准宣贯。"),
        ],
    );
}

fn blanks(out: &mut Plants) {
    out.table(
        "space-in-chinese",
        Part::Plan,
        &[
            ("新增就业2.6 万人，稳住基本盘。", "新增就业2.6万人，稳住基本盘。"),
            ("建设口袋公园 12个，方便群众休憩。", "引进5G 基站设备，方便群众通信。"),
            ("推进茶旅 融合，做强乡村经济。", "弘扬“一心为民 事争一流”的作风，做强乡村经济。"),
            ("加强预算管理， 严控一般性支出。", "悬挂“绿水青山 就是金山银山”标语，严控一般性支出。"),
            ("深化医改 ，减轻群众负担。", "深化“DRG 付费”医改，减轻群众负担。"),
            ("“ 一老一小”服务不断优化，群众更满意。", "“一老一小”服务不断优化，群众更满意。"),
            ("完成投资18. 6亿元，超序时进度。", "完成投资18.6亿元，超序时进度。"),
            ("推进 2025年民生实事，件件有着落。", "获奖者有王 强、赵 敏，事迹感人。"),
            ("水质达标率100 %，群众喝上放心水。", "水质达标率100%，群众喝上放心水。"),
            ("落实“放管 服”改革，办事更便利。", "唱响“放管服”改革品牌，办事更便利。"),
            ("新建 渔港两座，\u{3000}惠及渔民。", "新建渔港两座，惠及渔民。"),
        ],
    );
}

fn quotes(out: &mut Plants) {
    out.table(
        "straight-quotes",
        Part::Plan,
        &[
            ("推广\"一枚印章管审批\"做法。", "推广“一枚印章管审批”做法。"),
            ("深化\"亩均论英雄\"改革，盘活低效用地。", "采购15.6\"显示屏一批，升级指挥大厅。"),
            ("培育\"链主\"、\"专精特新\"企业各一批。", "培育“链主”“专精特新”企业各一批。"),
            ("喊响'有事找支书'的口号。", "举办Teachers' Day活动。"),
            ("\"千企万人\"岗位对接活动提前启动。", "“千企万人”岗位对接活动提前启动。"),
        ],
    );
}

/// One mark of the draft in its other width, somewhere.
fn narrowed(full: char, half: &'static str) -> impl Fn(&str, &mut Rng) -> Option<String> + Send + Sync {
    move |text, rng| {
        let (wide, narrow) = (text.matches(full).count(), text.matches(half).count());
        let (from, to) = if wide > narrow {
            (full.to_string(), half.to_owned())
        } else {
            (half.to_owned(), full.to_string())
        };
        let han = |c: Option<char>| c.is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let places: Vec<usize> = text
            .match_indices(from.as_str())
            .map(|(at, _)| at)
            .filter(|at| {
                han(text.get(..*at).and_then(|it| it.chars().next_back()))
                    && han(text.get(at + from.len()..).and_then(|it| it.chars().next()))
            })
            .collect();
        let at = *rng.pick(&places)?;
        (places.len() > 20).then(|| replace(text, at, at + from.len(), &to))?
    }
}

/// Every mark of the draft in its other width.
fn turned(text: &str) -> Option<String> {
    const MARKS: [(&str, &str); 6] =
        [("，", ","), ("；", ";"), ("：", ":"), ("！", "!"), ("（", "("), ("）", ")")];
    let wide = text.contains('，');
    Some(MARKS.iter().fold(text.to_owned(), |text, (full, half)| {
        if wide { text.replace(full, half) } else { text.replace(half, full) }
    }))
}

fn width(out: &mut Plants) {
    let from = out.0.len();
    out.edit("width-mix", narrowed('，', ","), |text, _| turned(text));
    out.edit("width-mix", narrowed('；', ";"), |text, _| turned(text));
    out.edit(
        "width-mix",
        |text, rng| narrowed('，', ",")(&narrowed('，', ",")(text, rng)?, rng),
        |text, _| Some(text.replacen("平方公里。", "平方公里，比上年增加3,200公顷。", 1)),
    );
    out.edit(
        "width-mix",
        |text, _| {
            let (open, close, a, b) =
                if text.contains('（') { ("（", "）", "(", ")") } else { ("(", ")", "（", "）") };
            let at = text.rfind(open)?;
            let end = at + text.get(at..)?.find(close)?;
            let inside = text.get(at + open.len()..end)?;
            replace(text, at, end + close.len(), &format!("{a}{inside}{b}"))
        },
        swap(&[
            ("主要目标是：", "主要目标（GDP按2:1加权）是："),
            ("预期目标建议为:", "预期目标(GDP)建议为:"),
        ]),
    );
    out.edit(
        "width-mix",
        swap(&[("目标是：", "目标是:"), ("目标建议为:", "目标建议为：")]),
        swap(&[("目标是：", "目标（配比3:2）是："), ("目标建议为:", "目标(配比3:2)建议为:")]),
    );
    out.edit(
        "width-mix",
        swap(&[("各位代表！", "各位代表!"), ("各位代表!", "各位代表！")]),
        |text, _| turned(text),
    );
    for row in &mut out.0[from..] {
        row.anywhere = true;
        row.siblings = &["heading-style-inconsistent", "salutation-consistency"];
    }
}

/// A paragraph end without its full stop.
fn unended(text: &str, rng: &mut Rng, mark: &str) -> Option<String> {
    let ends: Vec<usize> = text.match_indices("。\n").map(|(at, _)| at).collect();
    let at = *rng.pick(&ends)?;
    replace(text, at, at + '。'.len_utf8(), mark)
}

fn ends(out: &mut Plants) {
    for (wrong, right) in [("", "！"), ("，", "……"), ("、", "！")] {
        out.edit(
            "sentence-without-end-mark",
            move |text, rng| unended(text, rng, wrong),
            move |text, rng| unended(text, rng, right),
        );
    }
    out.table(
        "sentence-without-end-mark",
        Part::Review,
        &[
            (
                "\n渔港改造提速推进，全年完成投资3.2亿元，新增泊位180个\n渔区面貌持续改善。",
                "\n渔港改造提速推进，全年完成投资3.2亿元，新增泊位180个。\n渔区面貌持续改善。",
            ),
            (
                "\n统筹渔区教育、医疗、养老事业，办成实事26件，群众更有获得感，\n渔区面貌持续改善。",
                "\n统筹渔区教育、医疗、养老事业，办成实事26件，群众更有获得感！\n渔区面貌持续改善。",
            ),
            (
                "\n我们坚持兴渔富民。全年帮扶渔户1600户，户均增收4200元\n渔区面貌持续改善。",
                "\n我们坚持兴渔富民。全年帮扶渔户1600户，渔民夸“日子越过越甜。”\n渔区面貌持续改善。",
            ),
        ],
    );
}
