//! Document profiles: which sections a kind of report has, and how strongly it asks for them.
//! How a profile or a section is recognised in a text is behaviour and lives in `report`.

use serde::Deserialize;

/// A recognisable part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

impl Block {
    /// The id in data files, configuration and as the variant of `missing-section`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Occasion => "occasion",
            Self::Speaker => "speaker",
            Self::Salutation => "salutation",
            Self::Opening => "opening",
            Self::Review => "review",
            Self::Thanks => "thanks",
            Self::Problems => "problems",
            Self::Requirements => "requirements",
            Self::Targets => "targets",
            Self::Tasks => "tasks",
            Self::NextFive => "next-five",
            Self::GovBuilding => "gov-building",
            Self::Closing => "closing",
            Self::Glossary => "glossary",
        }
    }

    /// What drafters call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::Occasion => "会议信息",
            Self::Speaker => "报告人",
            Self::Salutation => "称谓",
            Self::Opening => "开场白",
            Self::Review => "工作回顾",
            Self::Thanks => "致谢",
            Self::Problems => "存在问题",
            Self::Requirements => "总体要求",
            Self::Targets => "主要目标",
            Self::Tasks => "重点工作",
            Self::NextFive => "今后五年",
            Self::GovBuilding => "政府自身建设",
            Self::Closing => "结束语",
            Self::Glossary => "名词解释",
        }
    }
}

/// How strongly a profile asks for a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Requirement {
    /// Missing is a warning.
    Required,
    /// Missing is information.
    Recommended,
    /// Missing is fine.
    Optional,
}

/// One line of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionRule {
    /// Which block.
    pub block: Block,
    /// How strongly it is asked for.
    pub requirement: Requirement,
    /// Blocks that serve as well.
    #[serde(default)]
    pub alternatives: Vec<Block>,
    /// The block it stands in, where it has a place of its own.
    #[serde(default)]
    pub within: Option<Block>,
}

/// A kind of document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Id (`work-report-annual`).
    pub id: String,
    /// Name in Chinese.
    pub name: String,
    /// Its blocks in order.
    pub sections: Vec<SectionRule>,
}

impl Profile {
    /// What the profile says of `block`; `None` where it says nothing.
    #[must_use]
    pub fn section(&self, block: Block) -> Option<&SectionRule> {
        self.sections.iter().find(|section| section.block == block)
    }
}
