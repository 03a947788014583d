//! Document profiles: which sections a kind of report has.

/// A recognisable part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// 标题.
    Title,
    /// 会议行: date, congress, session.
    Occasion,
    /// 报告人.
    Speaker,
    /// 称谓: 各位代表.
    Salutation,
    /// 开场: 现在,我代表….
    Opening,
    /// 回顾: review of the year, the term or the plan period.
    Review,
    /// 致谢.
    Thanks,
    /// 问题.
    Problems,
    /// 总体要求.
    Requirements,
    /// 目标.
    Targets,
    /// 重点工作.
    Tasks,
    /// 今后五年.
    NextFive,
    /// 政府自身建设.
    GovBuilding,
    /// 结束语.
    Closing,
    /// 名词解释.
    Glossary,
}

/// How strongly a profile asks for a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// Missing is a warning.
    Required,
    /// Missing is information.
    Recommended,
    /// Missing is fine.
    Optional,
}

/// One line of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRule {
    /// Which block.
    pub block: Block,
    /// How strongly it is asked for.
    pub requirement: Requirement,
}

/// A kind of document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Id (`work-report-annual`).
    pub id: String,
    /// Name in Chinese.
    pub name: String,
    /// Its blocks in order.
    pub sections: Vec<SectionRule>,
}
