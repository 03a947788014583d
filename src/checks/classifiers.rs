//! Which classifier goes with which thing. Shared by the two rules about classifiers; no rule.

use super::phrase::Line;
use crate::quantity::Quantity;

/// A thing, the classifiers proper to it, and those that do not fit.
pub(super) struct Thing {
    /// Its name.
    pub(super) name: &'static str,
    /// Proper classifiers, the best first.
    pub(super) proper: &'static [&'static str],
    /// Classifiers that offices use and editors mend.
    pub(super) odd: &'static [&'static str],
}

/// The things that reports count; a longer name stands before its own ending.
pub(super) const THINGS: &[Thing] = &[
    Thing { name: "断头路", proper: &["条"], odd: &["个", "处"] },
    Thing { name: "公交车", proper: &["辆"], odd: &["台", "个", "部"] },
    Thing { name: "出租车", proper: &["辆"], odd: &["台", "个"] },
    Thing { name: "公交线路", proper: &["条"], odd: &["个"] },
    Thing { name: "幼儿园", proper: &["所"], odd: &["个", "座"] },
    Thing { name: "学校", proper: &["所"], odd: &["个", "座"] },
    Thing { name: "敬老院", proper: &["所", "家"], odd: &["个", "座"] },
    Thing { name: "医院", proper: &["家", "所"], odd: &["个"] },
    Thing { name: "企业", proper: &["家", "户"], odd: &["个"] },
    Thing { name: "水库", proper: &["座"], odd: &["个"] },
    Thing { name: "桥梁", proper: &["座"], odd: &["个"] },
    Thing { name: "变电站", proper: &["座"], odd: &["个"] },
    Thing { name: "路灯", proper: &["盏"], odd: &["个"] },
    Thing { name: "机井", proper: &["眼"], odd: &["个"] },
    Thing { name: "项目", proper: &["个", "项"], odd: &[] },
    Thing { name: "文艺作品", proper: &["部", "件"], odd: &["个"] },
];

/// The thing that a figure counts: named directly before or behind it.
pub(super) fn thing(line: &Line<'_>, figure: &Quantity) -> Option<&'static Thing> {
    let tail = line.slice(figure.span.end, line.text.len());
    let head = line.slice(line.clause(figure.span.start).start, figure.span.start);
    // “断头路”5处: the name may stand in quotation marks.
    let head = head.trim_end_matches(['\u{201D}', '"']);
    THINGS.iter().find(|thing| tail.starts_with(thing.name)).or_else(|| {
        // 企业4个产品: the figure counts what follows.
        let noun = tail.starts_with(super::marks::is_han);
        THINGS.iter().find(|thing| head.ends_with(thing.name) && !noun)
    })
}
