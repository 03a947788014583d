//! The words that stand between a name and its figure, and the verbs that open and close noun
//! phrases. Data only: what they mean for a fact is decided in `phrase` and `kind`.

/// What a word between name and figure says of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// 增长, 提高.
    Up,
    /// 下降, 减少.
    Down,
    /// 到, 至 after a verb of change: what follows is the level reached.
    To,
    /// 年均.
    Mean,
    /// 累计.
    Cumulative,
    /// 同比, 比上年.
    Yoy,
    /// 净: an absolute difference.
    Net,
    /// 分别.
    Respectively,
    /// 均, 都: the figure holds for each.
    Each,
    /// 翻, 翻一番.
    Doubling,
    /// Says nothing of the kind.
    Neutral,
}

/// Words that may stand directly before a figure, longest first where one ends another.
#[rustfmt::skip]
pub(super) static TAIL: &[(&str, Sense)] = &[
    ("净减少", Sense::Down), ("净下降", Sense::Down), ("实际增长", Sense::Up), ("平均增长", Sense::Up), ("年均增长", Sense::Up), ("净增长", Sense::Net),
    ("负增长", Sense::Down), ("同比增长", Sense::Up), ("增长", Sense::Up), ("净增加", Sense::Net),
    ("净增", Sense::Net), ("增加", Sense::Up), ("提高", Sense::Up), ("提升", Sense::Up),
    ("上升", Sense::Up), ("上涨", Sense::Up), ("递增", Sense::Up), ("攀升", Sense::Up),
    ("回升", Sense::Up), ("扩大", Sense::Up), ("上浮", Sense::Up), ("上调", Sense::Up),
    ("增收", Sense::Up), ("下降", Sense::Down), ("减少", Sense::Down), ("降低", Sense::Down),
    ("回落", Sense::Down), ("下滑", Sense::Down), ("下浮", Sense::Down), ("下调", Sense::Down),
    ("压缩", Sense::Down), ("压减", Sense::Down), ("缩减", Sense::Down), ("缩短", Sense::Down),
    ("削减", Sense::Down), ("精简", Sense::Down), ("收窄", Sense::Down),
    ("新增", Sense::Neutral), ("翻了", Sense::Doubling), ("翻", Sense::Doubling),
    ("达到", Sense::Neutral), ("实现", Sense::Neutral), ("完成", Sense::Neutral),
    ("突破", Sense::Neutral), ("超过", Sense::Neutral), ("跨上", Sense::Neutral),
    ("跃上", Sense::Neutral), ("跃", Sense::Neutral), ("迈", Sense::Neutral), ("登", Sense::Neutral),
    ("跨过", Sense::Neutral), ("迈过", Sense::Neutral), ("越过", Sense::Neutral), ("相继", Sense::Neutral),
    ("先后", Sense::Neutral), ("连续", Sense::Neutral), ("平均", Sense::Mean), ("迈上", Sense::Neutral), ("跨越", Sense::Neutral),
    ("站上", Sense::Neutral), ("接近", Sense::Neutral), ("逼近", Sense::Neutral),
    ("不低于", Sense::Neutral), ("不少于", Sense::Neutral), ("不高于", Sense::Neutral),
    ("不超过", Sense::Neutral), ("高于", Sense::Neutral), ("低于", Sense::Neutral),
    ("保持在", Sense::Neutral), ("稳定在", Sense::Neutral), ("控制在", Sense::Neutral),
    ("维持在", Sense::Neutral), ("保持", Sense::Neutral), ("稳定", Sense::Neutral),
    ("控制", Sense::Neutral), ("定在", Sense::Neutral), ("定为", Sense::Neutral),
    ("确定为", Sense::Neutral), ("持续", Sense::Neutral), ("首次", Sense::Neutral),
    ("率先", Sense::Neutral), ("全面", Sense::Neutral), ("大幅", Sense::Neutral),
    ("同步", Sense::Neutral), ("双双", Sense::Neutral), ("历史性", Sense::Neutral),
    ("进一步", Sense::Neutral), ("继续", Sense::Neutral), ("一举", Sense::Neutral),
    ("成功", Sense::Neutral), ("有望", Sense::Neutral), ("可望", Sense::Neutral),
    ("在全省", Sense::Neutral), ("在全国", Sense::Neutral), ("在全市", Sense::Neutral),
    ("要再", Sense::Neutral), ("都要", Sense::Each), ("均要", Sense::Each), ("也要", Sense::Neutral),
    ("增产", Sense::Up), ("减产", Sense::Down), ("可比价", Sense::Neutral), ("初步核算", Sense::Neutral),
    ("连续", Sense::Neutral), ("登上", Sense::Neutral), ("首次登上", Sense::Neutral),
    ("冲刺", Sense::Neutral), ("长达", Sense::Neutral), ("高达", Sense::Neutral), ("多达", Sense::Neutral), ("比增", Sense::Up), ("比降", Sense::Down), ("激增", Sense::Up), ("猛增", Sense::Up), ("剧增", Sense::Up), ("锐减", Sense::Down), ("骤降", Sense::Down),
    ("逆势", Sense::Neutral), ("总体", Sense::Neutral), ("当年", Sense::Neutral), ("整体", Sense::Neutral),
    ("平稳", Sense::Neutral), ("快速", Sense::Neutral), ("较快", Sense::Neutral), ("强劲", Sense::Neutral),
    ("大体", Sense::Neutral), ("依然", Sense::Neutral), ("仍然", Sense::Neutral), ("基本", Sense::Neutral),
    ("大幅度", Sense::Neutral), ("明显", Sense::Neutral), ("小幅", Sense::Neutral), ("恢复性", Sense::Neutral),
    ("由负转正", Sense::Neutral), ("止跌", Sense::Neutral), ("企稳", Sense::Neutral),
    ("稳步", Sense::Neutral), ("逐年", Sense::Neutral), ("共有", Sense::Neutral),
    ("拟", Sense::Neutral), ("仅为", Sense::Neutral), ("约为", Sense::Neutral),
    ("分别", Sense::Respectively), ("年均", Sense::Mean), ("年平均", Sense::Mean),
    ("平均每年", Sense::Mean), ("累计", Sense::Cumulative), ("总计", Sense::Neutral),
    ("共计", Sense::Neutral), ("合计", Sense::Neutral), ("同比", Sense::Yoy),
    ("比上年", Sense::Yoy), ("比去年", Sense::Yoy), ("较上年", Sense::Yoy), ("较去年", Sense::Yoy),
    ("比上年末", Sense::Yoy), ("比上年同期", Sense::Yoy), ("按不变价格计算", Sense::Neutral),
    ("按不变价计算", Sense::Neutral), ("按可比价格计算", Sense::Neutral), ("按可比价计算", Sense::Neutral),
    ("按可比价格", Sense::Neutral), ("按可比价", Sense::Neutral), ("按可比口径", Sense::Neutral),
    ("可比口径", Sense::Neutral), ("同口径", Sense::Neutral), ("扣除价格因素", Sense::Neutral),
    ("剔除价格因素", Sense::Neutral), ("名义", Sense::Neutral), ("实际", Sense::Neutral),
    ("预计", Sense::Neutral), ("预期", Sense::Neutral), ("力争", Sense::Neutral),
    ("确保", Sense::Neutral), ("争取", Sense::Neutral), ("全部", Sense::Neutral),
    ("已经", Sense::Neutral), ("至少", Sense::Neutral), ("最多", Sense::Neutral),
    ("将近", Sense::Neutral), ("大约", Sense::Neutral), ("左右", Sense::Neutral),
    ("以上", Sense::Neutral), ("全年", Sense::Neutral), ("目标", Sense::Neutral),
    ("每人每月", Sense::Neutral), ("每人每年", Sense::Neutral), ("每月", Sense::Neutral), ("每年", Sense::Neutral), ("每亩", Sense::Neutral), ("每吨", Sense::Neutral),
    ("每户", Sense::Neutral), ("每千瓦时", Sense::Neutral), ("每平方米", Sense::Neutral),
    ("增至", Sense::To), ("提至", Sense::To), ("激增至", Sense::To), ("扩至", Sense::To), ("压至", Sense::To), ("猛增至", Sense::To), ("猛增到", Sense::To), ("发展到", Sense::To), ("扩展", Sense::Up), ("扩展到", Sense::To), ("跃升", Sense::Up), ("缩小", Sense::Down), ("拓展到", Sense::To), ("升至", Sense::To), ("降至", Sense::To), ("减至", Sense::To),
    ("到", Sense::To), ("至", Sense::To), ("为", Sense::Neutral), ("是", Sense::Neutral),
    ("达", Sense::Neutral), ("超", Sense::Neutral), ("破", Sense::Neutral),
    ("逾", Sense::Neutral), ("近", Sense::Neutral), ("约", Sense::Neutral),
    ("增", Sense::Up), ("降", Sense::Down), ("均", Sense::Each), ("都", Sense::Each),
    ("各", Sense::Each), ("共", Sense::Neutral), ("已", Sense::Neutral), ("要", Sense::Neutral),
    ("将", Sense::Neutral), ("了", Sense::Neutral), ("再", Sense::Neutral),
    ("仅", Sense::Neutral), ("有", Sense::Neutral), ("在", Sense::Neutral),
    ("由", Sense::Neutral), ("从", Sense::Neutral), ("占", Sense::Neutral),
    ("的", Sense::Neutral),
];

/// Words that open a clause and belong to no name.
#[rustfmt::skip]
pub(super) static LEAD: &[&str] = &[
    "按", "按照", "每人", "每亩", "每吨", "每户", "每村", "每县", "每千瓦时", "每平方米",
    "其中", "预计", "初步预计", "初步核算", "据初步核算", "全年", "全年共", "全年累计", "累计", "共", "共计", "同时",
    "此外", "进一步", "继续", "积极", "大力", "全面", "全力", "加快", "扎实", "深入", "精心", "高标准", "高质量",
    "着力", "成功", "顺利", "率先", "力争", "确保", "争取", "努力", "切实", "稳步", "有序", "有效", "超额", "提前",
    "再", "新", "并", "将", "已", "年内", "今年", "去年", "当年", "全市", "全省", "全县", "全区", "全国", "我市",
    "我省", "我县", "我区", "全镇", "截至目前", "目前", "至少", "每年", "实现", "完成", "推动", "推进", "实施", "开展",
    "组织", "争取到位", "落实", "促成", "促进", "为", "对", "在", "使", "让", "把", "由", "从", "与", "和",
    "及", "以及", "要", "还", "又", "也", "同期", "预期", "计划", "拟", "至今", "迄今", "以来", "仅", "只",
    "平均", "平均每年", "安排", "拟安排", "集中力量", "启动", "每天", "每月", "特别是", "尤其是", "实施好", "落实好", "完成好", "推进好",
];

/// Verbs that say what becomes of the counted thing: a noun does not begin with them, and the
/// noun before them ends there.
#[rustfmt::skip]
pub(super) static PREDICATE: &[&str] = &[
    "通了", "通上", "彻底", "整体", "扎实", "有力", "加紧", "抓紧", "扬帆", "蓬勃",
    "提供", "促进", "带动", "拉动", "撬动", "助力", "给予", "兑现",
    "建成", "投产", "开工", "竣工", "完成", "实现", "获批", "获评", "获得", "获", "被评", "被", "通过", "达到",
    "达", "签约", "落户", "入驻", "投入", "纳入", "列入", "全部", "正式", "已", "均", "顺利", "成功", "进入",
    "晋升", "跻身", "入选", "入围", "成为", "成长", "加快", "稳步", "有序", "启动", "开展", "建立", "退出", "脱贫",
    "稳定脱贫", "落地", "挂牌", "上市", "交付", "运营", "开业", "复工", "相继", "陆续", "得到", "走在", "提前", "尽快",
    "洽谈", "申报", "恢复", "解决", "配备", "遍布", "受益", "免费", "实行", "推进", "进展", "壮大", "到位",
    "增长", "下降", "提高", "减少", "增加", "参加", "参保", "享受", "荣膺", "荣获", "荣登", "喜获", "上榜", "登陆",
    "全国推广", "全省推广", "得以", "实施", "基本完成", "基本建成", "基本实现", "基本消除", "消除", "稳定消除", "基本达到", "基本形成", "基本解决", "基本竣工", "基本完工", "基本得到", "如期", "按期", "率先", "全面", "全覆盖", "初步", "同步", "达标",
    "累计", "还有", "持续", "选取", "扩大", "不仅", "守住", "成效显著", "成效明显", "取得", "增至", "降至", "升至", "减至", "减为", "减到", "降到",
    "提升至", "提升到", "上升到", "上升至", "压减至", "压减到", "缩减至", "缩减到", "精简到", "精简至", "压缩到", "压缩至",
    "跃升至", "扩大到", "减少到", "大幅", "保持",
    "位列", "名列", "排名", "作为", "升到", "缩至", "压至", "验收", "用于", "分别", "共同", "相关", "组成", "进行", "位居", "居全", "列全", "覆盖", "惠及", "复产", "投运",
    "投用", "通车", "完工", "完善", "办结", "摘帽", "销号", "出列", "转企", "混改", "超额", "整改",
];

/// What may directly follow a figure without being a noun that it counts.
#[rustfmt::skip]
pub(super) static AFTER: &[&str] = &[
    "任务",
    "用于", "以支持", "支持", "帮助", "以上", "以下", "以内", "以外", "左右",
    "上下", "之内", "之间", "的", "和", "及", "与", "并", "或", "以及", "等", "、", ",", "\u{FF0C}", "。",
    ";", "\u{FF1B}", "(", "\u{FF08}", ")", "\u{FF09}", ":", "\u{FF1A}", "\u{201D}", "\"",
    "!", "\u{FF01}", "目标", "大关", "台阶", "关口", "规模", "时", "后", "前", "内",
];

/// Verbs that give, raise or spend what the noun behind an amount names (设立3亿元[应急资金]).
#[rustfmt::skip]
pub(super) static GIVING: &[&str] = &[
    "解决", "妥善解决", "设立", "安排", "投入", "发行", "拨付", "下达", "下拨", "发放", "筹集", "筹措", "争取", "争取到", "募集", "落实",
    "撬动", "拿出", "拨出", "腾出", "列支", "给予", "给予", "补贴", "奖励", "统筹", "整合", "获得", "获批", "争取到位", "提供", "兑付", "兑现", "组建", "注入", "压减",
    "核减", "清偿", "化解", "追回", "挽回", "建成", "新建", "建设", "改造", "完成", "推动设立", "新设", "形成", "用好", "管好",
];

/// Verbs that stand between what acts and what is counted (培育12家[龙头企业]): no part of a name.
#[rustfmt::skip]
pub(super) static VERBS: &[&str] = &[
    "封闭", "排除", "赠送", "捐建", "认证", "创成",
    "建设", "培育", "打造", "出台", "落实", "举办", "召开", "办好", "建成", "攻克", "应对", "推进", "实施", "支持",
    "聚焦", "发展", "建立", "完善", "健全", "办理", "承办", "引进", "培训", "创建", "创成", "新创建", "新建", "改建",
    "扩建", "改扩建", "新改扩建", "新建成", "新改建", "续建", "改造", "提升", "整治", "治理", "修复", "维修", "新增", "争取",
    "争创", "获评", "荣获", "获得", "认定", "新认定", "命名", "评选", "选派", "组建", "成立", "设立", "搭建", "抓好",
    "做好", "做强", "做大", "壮大", "突破", "攻关", "解决", "化解", "处置", "处理", "审结", "查处", "破获", "打掉",
    "排查", "整改", "取消", "下放", "承接", "精简", "压减", "清理", "废止", "修改", "制定", "修订", "编制", "发布",
    "推出", "推行", "推广", "开工", "竣工", "启动", "开通", "开行", "开辟", "投放", "投入", "安置", "帮扶", "救助",
    "慰问", "资助", "培养", "招聘", "招募", "引育", "吸引", "接待", "服务", "惠及", "覆盖", "涉及", "涵盖", "包括",
    "拥有", "共有", "现有", "建强", "强化", "加强", "巩固", "优化", "盘活", "谋划", "储备", "洽谈", "对接", "促成",
    "达成", "实现", "完成", "确保", "力争", "选择", "选取", "遴选", "确定", "确立", "提出", "围绕", "坚持", "开展",
    "组织", "连续召开", "派出", "引导", "带动", "促进", "推动", "动员", "发动", "建造", "修建", "修缮", "新修", "新植",
    "栽植", "种植", "淘汰", "关闭", "关停", "拆除", "整合", "重组", "使", "让", "对", "为", "在", "向", "给",
    "把", "将", "从", "由", "与", "和", "及", "或", "以", "用", "等", "共", "各", "再", "每", "有", "是",
    "至少", "领", "列入", "纳入", "入选", "入围", "增加", "减少", "抢占", "发挥", "用好", "建好", "管好", "保护",
    "保障", "保持", "参与", "参加", "协助", "指导", "推荐", "颁布", "颁布实施", "修编", "创办", "开办", "兴办", "筹建",
    "筹办", "新办", "恢复", "购置", "配备", "安装", "新装", "铺设", "架设", "硬化", "绿化", "美化", "亮化", "加快",
    "突出", "重点", "着力", "全力", "深化", "深入", "继续", "继续实施", "大力",
];

/// Verbs of what an amount is spent on (1.8亿元[制定配套措施]): no noun begins with them.
#[rustfmt::skip]
pub(super) static SPENDING: &[&str] = &[
    "制定", "支持", "用于", "加快", "发展", "推动", "推进", "促进", "扶持", "补助", "资助", "完善", "加强", "保障",
    "提升", "帮助", "解决", "建设", "实施", "开展", "改善", "打造", "培育", "奖励", "购买", "修建", "改造", "新建",
    "救助", "稳定", "落实", "助力", "保", "专项用于", "全力", "重点", "对", "为", "向", "给", "以",
];

/// What such an amount is called all the same (500亿元[建设基金]).
#[rustfmt::skip]
pub(super) static FUNDS: &[&str] = &[
    "资金", "基金", "债", "债券", "贷款", "补贴", "经费", "专款", "投资", "税费", "税收", "补助", "奖金", "消费券",
    "债权", "融资",
];

/// Words that say of the thing before them how much there is of it: no names of their own.
#[rustfmt::skip]
pub(super) static TOTALS: &[&str] =
    &[
    "总数", "总量", "总规模", "总计", "合计", "共计", "数量", "存量", "达", "均", "分别",
];

/// Nouns that close a name and hold for each member of a list before them (绿色和有机食品认证[面积]).
pub(super) static HEADS: &[&str] = &[
    "投资额",
    "支出",
    "饲养量",
    "产能",
    "出栏量",
    "存栏量",
    "用电量",
    "货运量",
    "客运量",
    "吞吐量",
    "进出口额",
    "贸易额",
    "成交额",
    "均价",
    "价格",
    "警情",
    "案件",
    "用电",
    "增速",
    "安全利用率",
    "综合利用率",
    "集中处理率",
    "无害化处理率",
    "水质达标率",
    "达标率",
    "覆盖率",
    "参保率",
    "合格率",
    "普及率",
    "处理率",
    "利用率",
    "入学率",
    "就业率",
    "满意率",
    "满意度",
    "参保人数",
    "销售额",
    "交易额",
    "零售额",
    "产量",
    "低保标准",
    "保障标准",
    "补助标准",
    "产业增加值",
    "增加值",
    "认证面积",
    "种植面积",
    "面积",
    "总产值",
    "产值",
    "主营业务收入",
    "销售收入",
    "营业收入",
    "收入",
    "退休人员基本养老金",
    "基本养老金",
    "养老金",
    "贷款余额",
    "存款余额",
    "余额",
    "投资",
    "产量",
    "覆盖率",
    "参保率",
    "普及率",
    "处理率",
    "利用率",
    "标准",
    "工业企业",
    "企业",
    "人均可支配收入",
    "税收",
    "利润",
    "出口",
    "平均浓度",
    "排放量",
    "人数",
];

/// Verbs that place their subject in a ranking (固定资产投资增速[居]全省第2位).
pub(super) static RANKING: &[&str] = &[
    "保持",
    "并列",
    "排名",
    "名列",
    "位列",
    "位居",
    "跃居",
    "稳居",
    "荣居",
    "跻身",
    "进位",
    "升至",
    "跃升至",
    "跃升为",
    "跃升到",
    "上升到",
    "上升至",
    "跃至",
    "升到",
    "列",
    "居",
    "排",
    "位次",
    "进位",
    "进入",
    "由",
    "从",
];

/// Parts of a place at the head of a name, and the scope they give.
#[rustfmt::skip]
pub(super) static PARTS: &[&str] = &[
    "区县", "各区县", "中心城区", "主城区", "老城区", "建成区", "城区", "市区", "郊区", "县域", "贫困地区", "中西部地区", "贫困县", "脱贫县",
    "脱贫地区", "民族地区", "边境地区", "山区", "牧区", "库区", "革命老区", "中央国家机关", "市属国企", "市直", "省直",
    "市本级", "省本级", "区本级",
];

/// Verbs after which a percentage of a noun follows (贡献50%的[税收]).
#[rustfmt::skip]
pub(super) static YIELDING: &[&str] = &[
    "涉及", "涉及到", "贡献", "贡献了", "提供", "提供了", "创造", "创造了", "吸纳", "吸纳了", "集聚了", "拥有", "占", "占了", "约占",
];

/// Endings of names that are ratios by nature.
#[rustfmt::skip]
pub(super) static RATIO: &[&str] =
    &[
    "率", "比重", "占比", "比例", "份额", "覆盖面", "强度", "系数", "满意度", "指数", "比", "面", "浓度",
];

/// Endings of names that are rates of change by nature.
#[rustfmt::skip]
pub(super) static RATE_OF_CHANGE: &[&str] = &[
    "上涨幅度", "增长幅度", "下降幅度", "增长目标", "增长预期目标", "上涨率", "增速", "增幅", "增长率", "增长速度", "涨幅",
    "降幅", "减幅", "增长", "下降率", "降低率", "递增率",
];

/// Verbs at the head of a noun phrase that make a following percentage a rate of change, and a
/// following amount a difference.
#[rustfmt::skip]
pub(super) static HEAD_UP: &[&str] = &[
    "增加", "提高", "扩大", "净增",
];
/// See `HEAD_UP`.
#[rustfmt::skip]
pub(super) static HEAD_DOWN: &[&str] =
    &[
    "压缩", "压减", "削减", "减少", "降低", "缩减", "调减", "核减", "精简", "缩短", "下调",
];
