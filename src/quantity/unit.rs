//! Units and classifiers: the printed form, the canonical symbol, dimension and factor.
//! Scale words (万, 亿) are not part of a unit; `scan` takes them off before it asks here.

mod currency;

use std::sync::LazyLock;

use rust_decimal::Decimal;

/// What kind of thing a unit measures; only quantities of one dimension are comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Money; the currency is the unit's symbol (元, 美元 …).
    Money,
    /// 亩, 公顷, 平方米, 平方公里.
    Area,
    /// 吨, 公斤, 斤.
    Mass,
    /// 米, 公里.
    Length,
    /// 立方米.
    Volume,
    /// 度, 千瓦, 兆瓦, 吨标准煤 and other energy, power and technical units.
    Energy,
    /// 天, 年, 个月, 小时.
    Time,
    /// 人, 名, 人次.
    People,
    /// %, ‰, 成.
    Percent,
    /// 个百分点.
    Points,
    /// 倍, 番.
    Times,
    /// Classifiers that count discrete things (个, 户, 家, 项 …).
    Count,
    /// Anything else that is printed after a figure (分贝, 微克/立方米 …).
    Other,
}

/// One printed form of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printed {
    /// Length of the printed form in bytes.
    pub len: usize,
    /// The unit it stands for.
    pub unit: Unit,
    /// What the figure is multiplied by (斤: 0.0005, to 吨).
    pub factor: Decimal,
    /// 折, of which two digits print percent (75折) and one prints tenths (7折).
    pub folds: bool,
}

/// A unit as it is reported: without its scale word, mass in 吨.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    symbol: &'static str,
    dimension: Dimension,
}

impl Unit {
    /// A unit of the table.
    #[must_use]
    pub(crate) const fn new(symbol: &'static str, dimension: Dimension) -> Self {
        Self { symbol, dimension }
    }

    /// The canonical symbol (元, 美元, 亩, 吨, 个百分点, 户 …).
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.symbol
    }

    /// What it measures.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }
}

/// Printed form, symbol, dimension. Forms that end like others need no order: the longest wins.
#[rustfmt::skip]
const TABLE: &[(&str, &str, Dimension)] = {
    use Dimension::{Area, Count, Energy, Length, Mass, Money, Other, People, Percent, Points, Time, Times, Volume};
    &[
        ("元", "元", Money), ("元人民币", "元", Money), ("人民币", "元", Money), ("块钱", "元", Money),
        ("美元", "美元", Money), ("欧元", "欧元", Money), ("港元", "港元", Money), ("港币", "港元", Money),
        ("日元", "日元", Money), ("英镑", "英镑", Money), ("卢布", "卢布", Money), ("澳元", "澳元", Money),
        ("新台币", "新台币", Money), ("韩元", "韩元", Money), ("加元", "加元", Money), ("新元", "新元", Money),
        ("平方米", "平方米", Area), ("平米", "平方米", Area), ("㎡", "平方米", Area), ("m²", "平方米", Area),
        ("平方公里", "平方公里", Area), ("平方千米", "平方公里", Area), ("公顷", "公顷", Area), ("亩", "亩", Area),
        ("km²", "平方公里", Area), ("km2", "平方公里", Area), ("k㎡", "平方公里", Area), ("m2", "平方米", Area), ("平方厘米", "平方厘米", Area), ("平方分米", "平方分米", Area), ("平方毫米", "平方毫米", Area), ("hm²", "公顷", Area), ("ha", "公顷", Area), ("英亩", "英亩", Area), ("平方英里", "平方英里", Area), ("平方英尺", "平方英尺", Area),
        ("亩次", "亩次", Other), ("平方", "平方米", Area),
        ("吨", "吨", Mass), ("公吨", "吨", Mass), ("公斤", "吨", Mass), ("千克", "吨", Mass), ("kg", "吨", Mass),
        ("斤", "吨", Mass), ("市斤", "吨", Mass), ("克", "吨", Mass), ("公担", "吨", Mass), ("担", "吨", Mass),
        ("蒸吨", "蒸吨", Energy), ("吨标准煤", "吨标准煤", Energy), ("吨标煤", "吨标准煤", Energy), ("载重吨", "载重吨", Other), ("吨位", "吨位", Other),
        ("总吨", "总吨", Other), ("吨公里", "吨公里", Other), ("人公里", "人公里", Other), ("吨级", "吨级", Other),
        ("米", "米", Length), ("延米", "米", Length), ("延长米", "米", Length), ("公里", "公里", Length), ("千米", "公里", Length), ("km", "公里", Length),
        ("厘米", "厘米", Length), ("公分", "厘米", Length), ("cm", "厘米", Length), ("分米", "分米", Length), ("m", "米", Length), ("公尺", "米", Length), ("英尺", "英尺", Length), ("英里", "英里", Length), ("尺", "尺", Length), ("光年", "光年", Length), ("㎞", "公里", Length), ("㎝", "厘米", Length), ("㎜", "毫米", Length), ("毫米", "毫米", Length), ("mm", "毫米", Length), ("微米", "微米", Length), ("纳米", "纳米", Length),
        ("海里", "海里", Length), ("华里", "华里", Length), ("里", "里", Length), ("皮长公里", "皮长公里", Length), ("芯公里", "芯公里", Length), ("纤芯公里", "芯公里", Length),
        ("车道公里", "车道公里", Length), ("英寸", "英寸", Length), 
        ("立方米", "立方米", Volume), ("立方", "立方米", Volume), ("方", "立方米", Volume), ("m³", "立方米", Volume), ("m3", "立方米", Volume), ("立方厘米", "立方厘米", Volume), ("立方分米", "立方分米", Volume), ("cm³", "立方厘米", Volume), ("公升", "升", Volume), ("L", "升", Volume), ("mL", "毫升", Volume), ("ml", "毫升", Volume), ("加仑", "加仑", Volume), ("立方千米", "立方公里", Volume), ("立方公里", "立方公里", Volume), ("升", "升", Volume), ("毫升", "毫升", Volume),
        ("标方", "标方", Volume), ("标准立方米", "标方", Volume), ("桶", "桶", Volume),
        ("度", "度", Energy), ("度电", "度", Energy), ("千瓦时", "千瓦时", Energy), ("千瓦", "千瓦", Energy), ("兆瓦", "兆瓦", Energy), ("兆瓦时", "兆瓦时", Energy),
        ("瓦", "瓦", Energy), ("吉瓦", "吉瓦", Energy), ("吉瓦时", "吉瓦时", Energy), ("kW", "千瓦", Energy), ("KW", "千瓦", Energy), ("kw", "千瓦", Energy), ("MW", "兆瓦", Energy),
        ("GW", "吉瓦", Energy), ("GWh", "吉瓦时", Energy), ("kWh", "千瓦时", Energy), ("MWh", "兆瓦时", Energy), ("千伏安", "千伏安", Energy), ("KVA", "千伏安", Energy), ("kVA", "千伏安", Energy),
        ("兆伏安", "兆伏安", Energy), ("千伏", "千伏", Energy), ("kV", "千伏", Energy), ("KV", "千伏", Energy), ("千瓦特", "千瓦", Energy), ("马力", "马力", Energy), ("焦耳", "焦耳", Energy),
        ("大卡", "大卡", Energy), ("千卡", "大卡", Energy), ("吉焦", "吉焦", Energy), ("伏", "伏", Energy),
        ("天", "天", Time), ("年", "年", Time), ("个年头", "年", Time), ("周岁", "岁", Time), ("岁", "岁", Time), ("个月", "个月", Time), ("小时", "小时", Time), ("个小时", "小时", Time),
        ("分钟", "分钟", Time), ("秒", "秒", Time), ("秒钟", "秒", Time), ("毫秒", "毫秒", Time), ("个工作日", "个工作日", Time), ("工作日", "个工作日", Time), ("周", "周", Time), ("个星期", "周", Time),
        ("个日夜", "天", Time), ("昼夜", "天", Time), ("课时", "课时", Other), ("学时", "学时", Other), ("个季度", "个季度", Time), ("日龄", "日龄", Other),
        ("人", "人", People), ("名", "名", People), ("人次", "人次", People), ("位", "位", People), ("个人", "人", People), ("人份", "人份", Other), ("人口", "人", People),
        ("名次", "名次", Other), ("个位次", "位次", Other), ("位次", "位次", Other),
        ("%", "%", Percent), ("\u{FF05}", "%", Percent), ("﹪", "%", Percent), ("‰", "‰", Percent), ("成", "%", Percent),
        ("个百分点", "个百分点", Points), ("百分点", "个百分点", Points), ("个百分比", "个百分点", Points), ("个千分点", "个千分点", Points), ("千分点", "个千分点", Points), ("个基点", "个基点", Points), ("基点", "个基点", Points), ("bp", "个基点", Points), ("BP", "个基点", Points),
        ("个点", "个百分点", Points), ("倍", "倍", Times), ("番", "番", Times),
        ("杯", "杯", Count), ("碗", "碗", Count), ("罐", "罐", Count), ("双", "双", Count), ("盘", "盘", Count), ("dm", "分米", Length), ("nm", "纳米", Length), ("μm", "微米", Length), ("英里/小时", "英里/小时", Other), ("品脱", "品脱", Volume), ("茶匙", "茶匙", Volume), ("kb", "KB", Other), ("mb", "MB", Other), ("gb", "GB", Other), ("tb", "TB", Other),
        ("dB", "分贝", Other), ("Hz", "赫兹", Other), ("kHz", "千赫", Other), ("MHz", "兆赫", Other), ("GHz", "吉赫", Other), ("兆字节", "MB", Other), ("千字节", "KB", Other), ("吉字节", "GB", Other), ("立方毫米", "立方毫米", Volume), ("立方英尺", "立方英尺", Volume), ("个钟头", "小时", Time), ("钟头", "小时", Time), ("个礼拜", "周", Time),
        ("個百分點", "个百分点", Points), ("百分點", "个百分点", Points), ("雙", "双", Count), ("對", "对", Count), ("個", "个", Count), ("歲", "岁", Time), ("噸", "吨", Mass), ("畝", "亩", Area), ("戶", "户", Count),
        // Classifiers.
        ("个", "个", Count), ("项", "项", Count), ("户", "户", Count), ("家", "家", Count), ("座", "座", Count), ("条", "条", Count), ("所", "所", Count), ("处", "处", Count),
        ("件", "件", Count), ("款", "款", Count), ("批", "批", Count), ("次", "次", Count), ("场", "场", Count), ("台", "台", Count), ("套", "套", Count), ("辆", "辆", Count), ("栋", "栋", Count),
        ("幢", "幢", Count), ("块", "块", Count), ("只", "只", Count), ("头", "头", Count), ("株", "株", Count), ("棵", "棵", Count), ("部", "部", Count), ("本", "本", Count),
        ("册", "册", Count), ("张", "张", Count), ("支", "支", Count), ("枚", "枚", Count), ("艘", "艘", Count), ("列", "列", Count), ("班", "班", Count), ("组", "组", Count),
        ("对", "对", Count), ("间", "间", Count), ("层", "层", Count), ("门", "门", Count), ("口", "口", Count), ("眼", "眼", Count), ("盏", "盏", Count), ("基", "基", Count),
        ("段", "段", Count), ("宗", "宗", Count), ("例", "例", Count), ("起", "起", Count), ("笔", "笔", Count), ("单", "单", Count), ("类", "类", Count), ("种", "种", Count),
        ("级", "级", Other), ("期", "期", Count), ("轮", "轮", Count), ("篇", "篇", Count), ("席", "席", Count), ("片", "片", Count), ("道", "道", Count), ("首", "首", Count),
        ("羽", "羽", Count), ("尾", "尾", Count), ("箱", "箱", Count), ("把", "把", Count), ("面", "面", Count), ("颗", "颗", Count), ("粒", "粒", Count), ("匹", "匹", Count),
        ("架", "架", Count), ("趟", "趟", Count), ("样", "样", Count), ("份", "份", Count), ("枝", "枝", Count), ("筐", "筐", Count), ("袋", "袋", Count), ("瓶", "瓶", Count), ("包", "包", Count),
        ("顶", "顶", Count), ("扇", "扇", Count), ("根", "根", Count), ("孔", "孔", Count), ("穴", "穴", Count), ("垛", "垛", Count), ("丘", "丘", Count), ("封", "封", Count), ("幅", "幅", Count),
        ("帧", "帧", Count), ("台套", "台套", Count), ("台次", "台次", Count), ("台件", "台件", Count), ("件次", "件次", Count), ("件套", "件套", Count), ("户次", "户次", Count), ("项次", "项次", Count), ("场次", "场次", Count), ("批次", "批次", Count),
        ("车次", "车次", Count), ("班次", "班次", Count), ("架次", "架次", Count), ("辆次", "辆次", Count), ("列次", "列次", Count), ("艘次", "艘次", Count), ("趟次", "趟次", Count), ("航次", "航次", Count), ("家次", "家次", Count), ("起次", "起次", Count), ("例次", "例次", Count), ("床次", "床次", Count), ("头次", "头次", Count), ("条次", "条次", Count), ("篇次", "篇次", Count), ("册次", "册次", Count), ("点次", "点次", Count),
        ("大", "个", Count), ("大类", "类", Count), ("床位", "张", Count), ("学位", "个", Count), ("泊位", "个", Count), ("床", "床", Count), ("盒", "盒", Count), ("回", "回", Count), ("标箱", "标箱", Other), ("标准箱", "标准箱", Other), ("重量箱", "重量箱", Other), ("TEU", "标箱", Other),
        ("头只", "头", Count), ("羽只", "羽", Count), ("团", "团", Count),
        ("胞", "胞", Count), ("孩", "孩", Count), ("道次", "道", Count), ("环", "环", Count), ("县", "县", Count), ("镇", "镇", Count), ("乡", "乡", Count), ("村", "村", Count), ("步", "步", Count),
        ("分贝", "分贝", Other), ("摄氏度", "摄氏度", Other), ("℃", "摄氏度", Other), ("°C", "摄氏度", Other), ("华氏度", "华氏度", Other), ("℉", "华氏度", Other), ("°F", "华氏度", Other), ("开尔文", "开尔文", Other), ("KB", "KB", Other), ("Kbps", "Kbps", Other), ("EB", "EB", Other), ("字节", "字节", Other), ("比特", "比特", Other), ("mg", "毫克", Other), ("磅", "磅", Mass), ("盎司", "盎司", Mass), ("千米每小时", "公里/小时", Other), ("公里每小时", "公里/小时", Other), ("km/h", "公里/小时", Other), ("米每秒", "米/秒", Other), ("m/s", "米/秒", Other), ("章", "章", Count), ("兆", "兆", Other), ("千兆", "千兆", Other), ("GB", "GB", Other), ("TB", "TB", Other), ("MB", "MB", Other), ("PB", "PB", Other), ("Mbps", "Mbps", Other), ("Gbps", "Gbps", Other), ("Tbps", "Tbps", Other), ("G", "G", Other), ("M", "M", Other), ("T", "T", Other),
        ("毫克", "毫克", Other), ("微克", "微克", Other), ("帕", "帕", Other), ("兆帕", "兆帕", Other), ("MPa", "兆帕", Other), ("赫兹", "赫兹", Other), ("千赫", "千赫", Other), ("码", "码", Other), ("折", "%", Percent), ("分", "分", Other), ("年一遇", "年一遇", Other),
        ("机架", "机架", Count), ("标准机架", "标准机架", Count), ("EFLOPS", "EFLOPS", Other), ("Tops", "Tops", Other), ("P", "P", Other), ("PFLOPS", "PFLOPS", Other), ("平方海里", "平方海里", Area), ("线公里", "线公里", Length),
        ("周年", "周年", Other),
    ]
};

/// Forms that are taken only before a slash, or never by themselves after a figure.
const ONLY_WITH_SLASH: [&str; 4] = ["G", "M", "T", "P"];

/// What may stand under the slash of a compound unit (元/平方米).
#[rustfmt::skip]
const UNDER_SLASH: [&str; 30] = [
    "平方米", "立方米", "平方公里", "公顷", "亩", "人", "人次", "吨", "公斤", "斤", "升", "毫升", "万元", "亿元", "元", "年", "天", "日", "月",
    "小时", "时", "分钟", "秒", "公里", "米", "户", "度", "千瓦时", "千瓦", "万人",
];

struct Units {
    /// Sorted by printed form.
    simple: Vec<(&'static str, Unit, Decimal)>,
    /// Compound symbols, sorted.
    compound: Vec<String>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut simple: Vec<(&'static str, Unit, Decimal)> = TABLE
        .iter()
        .map(|&(printed, symbol, dimension)| (printed, Unit::new(symbol, dimension), factor(printed)))
        .chain(
            currency::FORMS
                .iter()
                .map(|&(printed, symbol)| (printed, Unit::new(symbol, Dimension::Money), Decimal::ONE)),
        )
        .collect();
    simple.sort_by_key(|entry| entry.0);
    simple.dedup_by_key(|entry| entry.0);
    let mut compound: Vec<String> = TABLE
        .iter()
        .flat_map(|(printed, ..)| UNDER_SLASH.iter().map(move |under| format!("{printed}/{under}")))
        .collect();
    compound.sort();
    compound.dedup();
    Units { simple, compound }
});

/// What a figure with this printed unit is multiplied by to stand in the unit's symbol.
fn factor(printed: &str) -> Decimal {
    match printed {
        "公斤" | "千克" | "kg" => Decimal::new(1, 3),
        "斤" | "市斤" => Decimal::new(5, 4),
        "克" => Decimal::new(1, 6),
        "公担" => Decimal::new(1, 1),
        "担" => Decimal::new(5, 2),
        "成" | "折" => Decimal::TEN,
        _ => Decimal::ONE,
    }
}

/// Longest printed form of the table, in characters.
const LONGEST: usize = 8;

/// The longest unit at the beginning of `text`. Total; a few binary searches.
pub(super) fn longest(text: &str) -> Option<Printed> {
    let units = &*UNITS;
    let mut found: Option<Printed> = None;
    let mut bounds = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let first = bounds.next()?;
    for end in std::iter::once(first).chain(bounds) {
        let prefix = text.get(..end)?;
        let place = units.simple.partition_point(|entry| entry.0 < prefix);
        let Some(entry) = units.simple.get(place).filter(|entry| entry.0.starts_with(prefix)) else { break };
        if entry.0 == prefix && !is_part_of_a_word(prefix, text.get(end..).unwrap_or("")) {
            found = Some(Printed { len: end, unit: entry.1, factor: entry.2, folds: prefix == "折" });
        }
    }
    let printed = found?;
    compound(text, printed.len).or_else(|| {
        let form = text.get(..printed.len)?;
        (!ONLY_WITH_SLASH.contains(&form)).then_some(printed)
    })
}

/// The unit that is printed as `symbol`.
pub(super) fn of_symbol(symbol: &str) -> Option<Unit> {
    longest(symbol).filter(|printed| printed.len == symbol.len()).map(|printed| printed.unit)
}

/// A compound unit whose part above the slash is `above` bytes long.
fn compound(text: &str, above: usize) -> Option<Printed> {
    let mut rest = text.get(above..)?.chars();
    let slash = rest.next().filter(|c| matches!(c, '/' | '\u{FF0F}' | '每'))?;
    let under_start = above + slash.len_utf8();
    let tail = text.get(under_start..)?;
    let under =
        UNDER_SLASH.iter().filter(|under| tail.starts_with(**under)).max_by_key(|under| under.len())?;
    let name = format!("{}/{under}", text.get(..above)?);
    let place = UNITS.compound.binary_search(&name).ok()?;
    let symbol: &'static str = UNITS.compound.get(place)?;
    Some(Printed {
        len: under_start + under.len(),
        unit: Unit::new(symbol, Dimension::Other),
        factor: Decimal::ONE,
        folds: false,
    })
}

/// Whether the printed form begins another word there (3家庭, 5成立, 2场所, 10度假).
fn is_part_of_a_word(printed: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return false };
    // 20项目标 counts, 20项目 lacks its classifier.
    if printed == "项" {
        return next == '目' && !after.starts_with("目标");
    }
    // 1亿人居住, but 人居环境.
    if printed == "人" && after.starts_with("居住") {
        return false;
    }
    // 100个人工智能平台 counts platforms.
    if printed == "个人" && after.starts_with(['工', '才', '口', '大', '民']) {
        return true;
    }
    if printed.chars().all(|c| c.is_ascii_alphabetic()) && next.is_ascii_alphanumeric() {
        return true;
    }
    let continues = match printed {
        "家" => "庭长属畜禽",
        "户" => "籍口型",
        "所" => "得需谓属",
        "处" => "理置罚级",
        "件" => "套",
        "条" => "例件款",
        "座" => "谈席",
        "场" => "所地馆景域面",
        "台" => "阶湾账风商",
        "部" => "门署委分长队级",
        "本" => "科级地市届着土溪级县区省年月",
        "期" => "间限待末货刊",
        "级" => "别",
        "班" => "子组级",
        "组" => "织合建成",
        "对" => "接口外于象比应标照",
        "间" => "接隔",
        "层" => "级次面",
        "门" => "类户诊槛",
        "口" => "岸径号粮",
        "眼" => "前科光睛",
        "基" => "础地本层金建准",
        "段" => "落位",
        "例" => "如行",
        "起" => "来步到草点于",
        "单" => "位一元独体项列产",
        "类" => "型似别",

        "轮" => "胎椅岗训换",
        "片" => "区面",
        "道" => "路德",
        "首" => "位批个先次创届府发",
        "面" => "积向对临貌上",
        "头" => "部雁条号",
        "只" => "有要能",
        "块" => "状",
        "把" => "手握关",
        "根" => "据本治",
        "样" => "板本",
        "份" => "额",
        "双" => "一百创减碳控随拥边向千招",
        "盘" => "活",
        "圆" => "桌满形心圈明",
        "欧" => "洲盟亚美式",
        "马克" => "思",
        "比特" => "币",
        "尺" => "度寸",
        "章" => "程节鱼制",
        "镑" | "磅" => "礴",
        "包" => "括容",
        "封" => "闭控山",
        "位" => "于置",
        "名" => "单录次额",
        "人" => "民才大口员工居力类文社身体保事物行份",
        "成" => "立为功果品员长就本交效都型熟片套色绩人群年分渝",
        "天" => "然津气府目猫池水",
        "年" => "级度代末底初龄货终报",
        "元" => "旦宵首朝器件",
        "度" => "假过汛日",
        "方" => "面案式向便法针成参",
        "升" => "级至到高",
        "里" => "程面",
        "米" => "业粉",
        "分" => "别为之局类布公析值散批配区级步期管厂行院",
        "大" => "学型量力米豆众厅道大会街连桥棚户数关",
        "次" => "序数年月日生要",
        "批" => "准发复零",

        "笔" => "试记",
        "支" => "持付撑出柱援",
        "株" => "洲式",
        "列" => "入为车全支",
        "团" => "队结委",
        "孩" => "子童",
        "环" => "境保节比",
        "县" => "级域城区市委政",
        "镇" => "村域区",
        "乡" => "村镇",
        "村" => "民级庄镇容委",
        "步" => "伐入",
        "周" => "边期年转密",
        "克" => "服",
        "折" => "合算",
        "码" => "头",
        "瓦" => "斯",
        "桶" => "装",
        "箱" => "包",
        "顶" => "尖层",
        "幅" => "度员",
        _ => return false,
    };
    continues.contains(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&'static str, usize)> {
        longest(text).map(|printed| (printed.unit.symbol(), printed.len))
    }

    #[test]
    fn the_longest_form_wins() {
        assert_eq!(read("元,增长"), Some(("元", 3)));
        assert_eq!(read("个百分点"), Some(("个百分点", 12)));
        assert_eq!(read("个项目"), Some(("个", 3)));
        assert_eq!(read("人次,"), Some(("人次", 6)));
        assert_eq!(read("吨标准煤"), Some(("吨标准煤", 12)));
        assert_eq!(read("吨标志"), Some(("吨", 3)));
        assert_eq!(read("千瓦时"), Some(("千瓦时", 9)));
        assert_eq!(read("%"), Some(("%", 1)));
        assert_eq!(read("\u{FF05}"), Some(("%", 3)));
    }

    #[test]
    fn compound_units() {
        assert_eq!(read("微克/立方米"), Some(("微克/立方米", 16)));
        assert_eq!(read("元/平方米"), Some(("元/平方米", 13)));
        assert_eq!(longest("吨/年").map(|printed| printed.unit.dimension()), Some(Dimension::Other));
    }

    #[test]
    fn the_beginning_of_another_word_is_no_unit() {
        for text in ["所以上", "支队伍", "项目标", "家具有", "种植物", "名特岗教师"] {
            assert!(read(text).is_some_and(|(_, len)| len == 3), "{text}");
        }
        for text in ["条例", "成立", "场所", "家庭", "部门", "项目", "期间", "级别", "G网络", "", "道路"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn mass_is_reported_in_tonnes() {
        assert_eq!(longest("斤").map(|printed| printed.factor), Some(Decimal::new(5, 4)));
        assert_eq!(
            longest("公斤").map(|printed| (printed.unit.symbol(), printed.factor)),
            Some(("吨", Decimal::new(1, 3)))
        );
    }

    #[test]
    fn no_form_is_longer_than_the_search() {
        let forms = TABLE.iter().map(|entry| entry.0).chain(currency::FORMS.iter().map(|entry| entry.0));
        for form in forms {
            assert!(form.chars().count() <= LONGEST, "{form}");
        }
    }
}
