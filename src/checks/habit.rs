//! How the rules about small forms speak: a few slips are told one by one, a habit of the whole
//! document once, pointing at every place and mending all, so that it never floods. No rule lives here.

use super::{Finding, Findings, Message};
use crate::text::{Edit, Span};

/// Places beyond this many are not pointed at one by one; the fix still mends them.
const POINTED: usize = 20;
/// As many slips are told one by one; more are a habit.
const FEW: usize = 3;

/// Whether `--fix` may mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    /// Marks, spaces, dashes and quotes only.
    Safe,
    /// A character or a unit is touched: a person must choose.
    Offered,
}

/// One place where a form differs from the usual one.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What is marked (absolute).
    pub(super) span: Span,
    /// What mends it (absolute).
    pub(super) edits: Vec<Edit>,
}

impl Place {
    /// A place that is mended by other text.
    pub(super) fn replaced(span: Span, right: impl Into<String>) -> Self {
        Self { span, edits: vec![Edit::replace(span, right)] }
    }

    /// A place that is mended by deleting it.
    pub(super) fn deleted(span: Span) -> Self {
        Self { span, edits: vec![Edit::delete(span)] }
    }
}

/// What is said of a place, or of all places together.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    /// What is wrong, why, what instead.
    pub(super) message: Message,
    /// How the correction is called.
    pub(super) title: Message,
    /// Whether `--fix` may run it.
    pub(super) mending: Mending,
}

/// Reports the first of `places` and points at the others; says nothing where there are none.
pub(super) fn once<'f>(
    findings: &'f mut Findings,
    places: &[Place],
    saying: Saying,
) -> Option<&'f mut Finding> {
    let (first, others) = places.split_first()?;
    let finding = findings.report(first.span, saying.message);
    for place in others.iter().take(POINTED) {
        finding.relate(place.span, Message::new("同类的另一处", "Another place of the kind"));
    }
    let edits: Vec<Edit> = places.iter().flat_map(|place| place.edits.iter().cloned()).collect();
    if !edits.is_empty() {
        match saying.mending {
            Mending::Safe => finding.safe_fix(saying.title, edits),
            Mending::Offered => finding.fix(saying.title, edits),
        };
    }
    Some(finding)
}

/// Reports each slip by itself while they are few, otherwise the first with their number.
pub(super) fn each_or_once(findings: &mut Findings, slips: Vec<(Place, Saying)>) {
    if slips.len() <= FEW {
        for (place, saying) in slips {
            once(findings, &[place], saying);
        }
        return;
    }
    let (places, sayings): (Vec<Place>, Vec<Saying>) = slips.into_iter().unzip();
    let count = places.len();
    let offered = sayings.iter().any(|saying| saying.mending == Mending::Offered);
    let Some(first) = sayings.into_iter().next() else { return };
    let message = Message::new(
        format!("{}；全文同类的共{count}处。", first.message.zh.trim_end_matches('。')),
        format!("{}; {count} places in all.", first.message.en.trim_end_matches('.')),
    );
    let title = Message::new(format!("全文{count}处一并改正"), format!("Mend all {count} places"));
    let mending = if offered { Mending::Offered } else { Mending::Safe };
    once(findings, &places, Saying { message, title, mending });
}

/// `改为“…”`.
pub(super) fn change_to(text: &str) -> Message {
    Message::new(format!("改为“{text}”"), format!("Change to \u{201C}{text}\u{201D}"))
}
