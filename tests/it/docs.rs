//! docs/rules is generated from the rules: stale pages fail, `UPDATE_DOCS=1` rewrites them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dinggao::checks::{ALL, Category};

use crate::support::{compare, files, root};

#[test]
fn rule_pages_are_up_to_date() {
    let folder = root().join("docs/rules");
    let mut wrong: Vec<String> = ALL
        .iter()
        .filter_map(|rule| compare(&folder.join(format!("{}.md", rule.name)), &rule.page(), "UPDATE_DOCS"))
        .collect();
    wrong.extend(compare(&folder.join("README.md"), &index(), "UPDATE_DOCS"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let known: BTreeSet<String> = ALL.iter().map(|rule| rule.name.to_owned()).collect();
    for file in files(&folder, "md") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(name == "README" || known.contains(&name), "{name}.md describes no rule");
    }
}

/// The table of all rules.
fn index() -> String {
    let categories = [
        Category::Number,
        Category::Count,
        Category::Structure,
        Category::Year,
        Category::Typography,
        Category::Wording,
        Category::Leftover,
    ];
    let mut out = String::from(
        "# 规则\n\n本目录由规则源文件的文档注释生成（`UPDATE_DOCS=1 cargo test --test it docs`），请勿手改。\n\n\
         | 规则 | 类别 | 级别 | 说明 | English |\n|---|---|---|---|---|\n",
    );
    for category in categories {
        for rule in ALL.iter().filter(|rule| rule.category == category) {
            let off = if rule.off { "（默认关闭）" } else { "" };
            let _ = writeln!(
                out,
                "| [{0}]({0}.md) | {1} | {2}{off} | {3} | {4} |",
                rule.name,
                category.label(),
                rule.severity.label(),
                rule.title(),
                rule.english()
            );
        }
    }
    out
}
