//! The arguments: what clap parses, with help in Chinese and English. No behaviour.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::checks::Severity;

const TEMPLATE: &str = "\
{about-with-newline}
用法 Usage: {usage}

{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "dinggao",
    version,
    about = "定稿：政府工作报告的检查器与语言服务器\nChecker and language server for Chinese government work reports",
    help_template = TEMPLATE,
    disable_help_subcommand = true,
    after_help = "退出状态 Exit status: 0 无发现 clean；1 有发现 findings；2 用法、文件或配置有误 usage, files, configuration"
)]
pub(super) struct Arguments {
    /// 界面语言（默认中文） Language of messages (default: Chinese)
    #[arg(long, global = true, value_enum, value_name = "LOCALE")]
    pub locale: Option<Locale>,
    #[command(subcommand)]
    pub command: Command,
}

/// `--locale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Locale {
    #[value(name = "zh-CN", alias = "zh")]
    Chinese,
    #[value(name = "en")]
    English,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 检查文稿 Check drafts
    #[command(help_template = TEMPLATE)]
    Check(CheckArguments),
    /// 标题树 The heading tree
    #[command(help_template = TEMPLATE)]
    Outline(OutlineArguments),
    /// 指标台账：每个指标、每个数字 The ledger: every fact about an indicator
    #[command(help_template = TEMPLATE)]
    Indicators(IndicatorsArguments),
    /// 文中每一个数量，供逐一核对 Every quantity in the text, for ticking off
    #[command(help_template = TEMPLATE)]
    Numbers(NumbersArguments),
    /// 规则一览 The rule catalogue
    #[command(help_template = TEMPLATE)]
    Rules(RulesArguments),
    /// 一条规则的说明 One rule's page
    #[command(help_template = TEMPLATE)]
    Explain(ExplainArguments),
    /// 语言服务器（标准输入输出） Language server on stdin and stdout
    #[command(help_template = TEMPLATE)]
    Lsp(LspArguments),
}

impl Command {
    /// What `--color` asks for.
    pub(super) fn color(&self) -> Color {
        match self {
            Self::Check(arguments) => arguments.color,
            _ => Color::Auto,
        }
    }
}

/// `dinggao check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// 文件、文件夹（其中的 *.txt *.md *.markdown）或 -（标准输入） Files, folders, or - for stdin
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 输出格式 Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: CheckFormat,
    /// 达到此级别即以状态 1 退出 Exit with 1 at or above this severity
    #[arg(long, value_enum, default_value = "warning", value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// 只用这些规则 Run these rules only
    #[arg(long, value_delimiter = ',', value_name = "RULE,…")]
    pub select: Vec<String>,
    /// 不用这些规则 Leave these rules out
    #[arg(long, value_delimiter = ',', value_name = "RULE,…")]
    pub ignore: Vec<String>,
    /// 应用安全的修改（只动标点、空格、引号等） Apply safe fixes
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// 只显示 --fix 会改什么，不写文件 Print what --fix would change
    #[arg(long, conflicts_with = "format")]
    pub diff: bool,
    /// 配置文件（默认：向上最近的 dinggao.json） Configuration file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// 不显示末尾的汇总 Findings without the summary
    #[arg(long)]
    pub quiet: bool,
    /// 颜色 Colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: Color,
}

/// `dinggao outline`.
#[derive(Debug, Args)]
pub(super) struct OutlineArguments {
    /// 文件或 -（标准输入） A file, or - for stdin
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// 输出格式 Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: OutlineFormat,
}

/// `dinggao indicators`.
#[derive(Debug, Args)]
pub(super) struct IndicatorsArguments {
    /// 文件、文件夹或 -（标准输入） Files, folders, or - for stdin
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 输出格式 Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: IndicatorsFormat,
}

/// `dinggao numbers`.
#[derive(Debug, Args)]
pub(super) struct NumbersArguments {
    /// 文件或 -（标准输入） A file, or - for stdin
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// 输出格式 Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: NumbersFormat,
}

/// `dinggao rules`.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// 输出格式 Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: RulesFormat,
}

/// `dinggao explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// 规则名 Name of the rule
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// `dinggao lsp`: listed here for `--help`; `main` starts the server.
#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// 标准输入输出（默认，也是唯一方式） Stdin and stdout (the default and only way)
    #[arg(long)]
    pub stdio: bool,
    /// 客户端进程号，客户端结束则退出 Exit when this process ends
    #[arg(long = "clientProcessId", value_name = "N")]
    pub client_process_id: Option<u32>,
}

/// `check --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    Text,
    Json,
    Sarif,
    Github,
    Junit,
}

/// `outline --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OutlineFormat {
    Text,
    Json,
    Markdown,
}

/// `rules --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    Text,
    Json,
    Markdown,
}

/// `indicators --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum IndicatorsFormat {
    Text,
    Json,
    Csv,
    Markdown,
}

/// `numbers --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum NumbersFormat {
    Text,
    Json,
    Csv,
}

/// `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// `--fail-on`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Information,
    Hint,
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the run fail.
    pub(super) fn reached_by(self, severity: Severity) -> bool {
        let limit = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Information => Severity::Information,
            Self::Hint => Severity::Hint,
            Self::Never => return false,
        };
        // `Severity` orders the loudest first.
        severity <= limit
    }
}
