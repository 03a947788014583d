//! Habits of a whole document (the shape of quotes, stray blanks): one finding that points at every
//! place and mends all, so that a habit never floods. No rule lives here.

use super::{Finding, Findings, Message};
use crate::text::{Edit, Span};

/// Places beyond this many are not pointed at one by one; the fix still mends them.
const POINTED: usize = 20;
/// As many places of a slip are told one by one; more are a habit.
const FEW: usize = 3;

/// One place where the habit shows.
pub(super) struct Place {
    /// What is marked (absolute).
    pub(super) span: Span,
    /// What mends it.
    pub(super) edits: Vec<Edit>,
}

impl Place {
    /// A place that is mended by other text.
    pub(super) fn replaced(span: Span, right: impl Into<String>) -> Self {
        Self { span, edits: vec![Edit::replace(span, right)] }
    }
}

/// Whether `--fix` may mend it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mending {
    /// Marks, spaces, dashes and quotes only.
    Safe,
    /// A character or a unit is touched: a person must choose.
    Offered,
}

/// What is said of a habit.
pub(super) struct Habit {
    /// The finding at the first place.
    pub(super) message: Message,
    /// What stands at the other places.
    pub(super) other: Message,
    /// The title of the fix.
    pub(super) fix: Message,
    /// Whether `--fix` may mend it.
    pub(super) mending: Mending,
}

/// Reports the first of `places` and points at the others; says nothing where there are none.
pub(super) fn once<'f>(
    findings: &'f mut Findings,
    places: &[Place],
    habit: Habit,
) -> Option<&'f mut Finding> {
    let (first, others) = places.split_first()?;
    let finding = findings.report(first.span, habit.message);
    for place in others.iter().take(POINTED) {
        finding.relate(place.span, habit.other.clone());
    }
    let edits: Vec<Edit> = places.iter().flat_map(|place| place.edits.iter().cloned()).collect();
    if !edits.is_empty() {
        match habit.mending {
            Mending::Safe => finding.safe_fix(habit.fix, edits),
            Mending::Offered => finding.fix(habit.fix, edits),
        };
    }
    Some(finding)
}

/// The same where a few places are slips of their own: up to three are told one by one.
pub(super) fn each_or_once(findings: &mut Findings, places: &[Place], habit: impl Fn() -> Habit) {
    if places.len() > FEW {
        once(findings, places, habit());
        return;
    }
    for place in places {
        once(findings, std::slice::from_ref(place), habit());
    }
}
