//! What a rule says: findings with a span, a message in two languages, operands and fixes.

use crate::report::Report;
use crate::text::{Edit, Span};

/// How loud a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Wrong.
    Error,
    /// Very likely wrong.
    Warning,
    /// Worth a look.
    Information,
    /// A habit.
    Hint,
}

impl Severity {
    /// The name in JSON output and configuration.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
            Self::Hint => "hint",
        }
    }

    /// The severity of this name.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Information, Self::Hint].into_iter().find(|s| s.label() == label)
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Values of figures.
    Number,
    /// Announced and listed counts.
    Count,
    /// Headings and parts.
    Structure,
    /// Years and dates.
    Year,
    /// Marks and spaces.
    Typography,
    /// Words.
    Wording,
    /// Leftovers of drafting and copying.
    Leftover,
}

impl Category {
    /// The name in JSON output.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Count => "count",
            Self::Structure => "structure",
            Self::Year => "year",
            Self::Typography => "typography",
            Self::Wording => "wording",
            Self::Leftover => "leftover",
        }
    }
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// 法规.
    Law,
    /// 国家标准.
    Standard,
    /// 统计制度.
    Statistics,
    /// 行文惯例.
    Habit,
    /// Arithmetic and logic.
    Logic,
}

impl Tier {
    /// The name on the rule's page.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Law => "法规",
            Self::Standard => "国家标准",
            Self::Statistics => "统计制度",
            Self::Habit => "行文惯例",
            Self::Logic => "算术与逻辑",
        }
    }
}

/// A sentence in both languages of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese, with full-width marks.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Both texts.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

/// Another place that a finding points to: an operand, a counterpart. The span is absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub message: Message,
}

/// A correction on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub title: Message,
    /// Touches marks, spaces, dashes, quotes and hedges only: `--fix` may run it.
    pub safe: bool,
    /// Absolute edits that do not overlap.
    pub edits: Vec<Edit>,
}

/// One thing found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which rule.
    pub rule: &'static Rule,
    /// Which case of the rule.
    pub variant: Option<&'static str>,
    /// How loud.
    pub severity: Severity,
    /// Where (absolute).
    pub span: Span,
    /// What, why, what instead.
    pub message: Message,
    /// Operands and counterparts.
    pub related: Vec<Related>,
    /// Corrections.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// Names the case of the rule.
    pub fn variant(&mut self, variant: &'static str) -> &mut Self {
        self.variant = Some(variant);
        self
    }

    /// Overrides the rule's default severity.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Points at an operand or counterpart.
    pub fn relate(&mut self, span: Span, message: Message) -> &mut Self {
        self.related.push(Related { span, message });
        self
    }

    /// Offers a correction that `--fix` may run.
    pub fn safe_fix(&mut self, title: Message, edits: Vec<Edit>) -> &mut Self {
        self.fixes.push(Fix { title, safe: true, edits });
        self
    }

    /// Offers a correction that a person must choose.
    pub fn fix(&mut self, title: Message, edits: Vec<Edit>) -> &mut Self {
        self.fixes.push(Fix { title, safe: false, edits });
        self
    }
}

/// A rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case name: the pattern found.
    pub name: &'static str,
    /// What it is about.
    pub category: Category,
    /// Default severity.
    pub severity: Severity,
    /// What it rests on.
    pub tier: Tier,
    /// Off unless the configuration turns it on.
    pub off: bool,
    /// Its page: the Markdown of its file's doc comment (Chinese; 错例 and 正例 as code blocks).
    pub doc: &'static str,
    /// The check.
    pub check: fn(&Report, &mut Findings),
}

/// Collects the findings of one rule.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Finding>,
}

impl Findings {
    /// An empty collection for `rule`.
    #[must_use]
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Reports one finding; the builder returned adds operands and fixes.
    pub fn report(&mut self, span: Span, message: Message) -> &mut Finding {
        self.found.push(Finding {
            rule: self.rule,
            variant: None,
            severity: self.rule.severity,
            span,
            message,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Whether the place has been reported already.
    #[must_use]
    pub fn tells(&self, span: Span) -> bool {
        self.found.iter().any(|finding| finding.span == span)
    }

    /// What was found, in the order reported.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}
