//! The laws of the house, read from the sources: who may import whom, which crates a layer may
//! name, what every file begins with, and the marks in Chinese messages.
#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use regex::Regex;

use crate::support::{files, root};

/// The layers in import order: each may import those before it.
const LAYERS: [&str; 10] = [
    "text",
    "quantity",
    "knowledge",
    "reading",
    "report",
    "checks",
    "features",
    "workspace",
    "lsp",
    "server",
];

/// Third-party crates that a module may name.
const CRATES: [(&str, &[&str]); 11] = [
    ("text", &["ropey", "encoding_rs", "memchr", "simdutf8"]),
    ("quantity", &["regex", "aho_corasick", "rust_decimal"]),
    ("knowledge", &["serde", "serde_json", "aho_corasick"]),
    ("reading", &["regex", "aho_corasick"]),
    ("report", &["regex"]),
    ("checks", &["regex"]),
    ("features", &["pinyin"]),
    ("workspace", &["ignore", "globset", "serde", "serde_json", "serde_path_to_error"]),
    ("lsp", &["lsp_types", "tower_lsp", "serde", "serde_json"]),
    ("server", &["lsp_types", "tower_lsp", "tokio", "tower", "futures", "serde", "serde_json"]),
    (
        "cli",
        &[
            "anstream",
            "clap",
            "csv",
            "indicatif",
            "quick_junit",
            "rayon",
            "serde",
            "serde_json",
            "serde_sarif",
            "similar",
            "tempfile",
            "unicode_width",
        ],
    ),
];

/// A file of about five hundred lines is long: beyond this its header has to say why.
const LONG: usize = 520;

/// A source file below src/.
struct Source {
    /// Relative to src/.
    path: String,
    /// The module of the top level it belongs to.
    module: String,
    text: String,
}

impl Source {
    /// The code without its tests (which stand at the foot) and without comments.
    fn code(&self) -> String {
        let code = self.text.split("\n#[cfg(test)]\nmod ").next().unwrap();
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let paths: Vec<PathBuf> = files(&folder, "rs");
    let sources: Vec<Source> = paths
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            let module = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            Source { module, text: fs::read_to_string(&file).unwrap(), path }
        })
        .collect();
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

/// The modules named after `crate::`, alone or in braces.
fn imported(code: &str) -> BTreeSet<String> {
    let path = Regex::new(r"\bcrate::(\w+|\{[^;]*?\};)").unwrap();
    let first = Regex::new(r"\w+").unwrap();
    let mut modules = BTreeSet::new();
    for found in path.captures_iter(code) {
        let named = &found[1];
        let Some(group) = named.strip_prefix('{') else {
            modules.insert(named.to_owned());
            continue;
        };
        // Only the names at the top of the braces are modules.
        let mut depth = 0;
        let mut item = String::new();
        for character in group.chars() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    modules.extend(first.find(&item).map(|name| name.as_str().to_owned()));
                    item.clear();
                    continue;
                }
                _ => {}
            }
            item.push(character);
        }
        modules.extend(first.find(&item).map(|name| name.as_str().to_owned()));
    }
    modules
}

#[test]
fn imports_in_braces_are_seen() {
    let code = "use crate::{checks, text::{Span, Edit}, report};\nlet x = crate::lsp::position();";
    let found: Vec<String> = imported(code).into_iter().collect();
    assert_eq!(found, ["checks", "lsp", "report", "text"]);
}

#[test]
fn every_layer_imports_only_the_layers_below_it() {
    for source in sources() {
        let code = source.code();
        let allowed: Vec<&str> = match source.module.as_str() {
            "main" | "lib" => continue,
            "cli" => {
                LAYERS.into_iter().filter(|layer| !["lsp", "server"].contains(layer)).chain(["cli"]).collect()
            }
            module => {
                let at = LAYERS.iter().position(|layer| *layer == module);
                let at = at.unwrap_or_else(|| panic!("{}: no layer of this name", source.path));
                LAYERS[..=at].to_vec()
            }
        };
        for module in imported(&code) {
            assert!(allowed.contains(&module.as_str()), "{} imports crate::{module}", source.path);
        }
        if !source.path.contains('/') {
            assert!(!code.contains("super::"), "{} leaves its layer through super::", source.path);
        }
    }
}

#[test]
fn every_layer_names_only_its_crates() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let dependencies: BTreeSet<String> = manifest
        .split("\n[")
        .find_map(|table| table.strip_prefix("dependencies]"))
        .unwrap()
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    assert!(dependencies.contains("ropey"), "{dependencies:?}");
    let crates: BTreeMap<&str, &[&str]> = CRATES.into_iter().collect();
    let path = Regex::new(r"(?:^|[^:\w])(\w+)::").unwrap();
    for source in sources() {
        let Some(allowed) = crates.get(source.module.as_str()) else { continue };
        for found in path.captures_iter(&source.code()) {
            let name = &found[1];
            assert!(
                !dependencies.contains(name) || allowed.contains(&name),
                "{} names the crate {name}",
                source.path
            );
        }
    }
    for name in dependencies {
        assert!(CRATES.iter().any(|(_, crates)| crates.contains(&name.as_str())), "{name} has no layer");
    }
}

#[test]
fn no_rule_knows_another_and_no_feature_another() {
    let sources = sources();
    for (folder, is_one) in [
        ("checks", (|source: &Source| source.text.contains("\ndeclare_rule! {")) as fn(&Source) -> bool),
        ("features", |_| true),
    ] {
        let members: Vec<&Source> =
            sources.iter().filter(|source| source.path.starts_with(&format!("{folder}/"))).collect();
        for one in members.iter().filter(|source| is_one(source)) {
            // A file in a feature's own folder belongs to it.
            let name = one.path.split('/').nth(1).unwrap().trim_end_matches(".rs");
            let import = Regex::new(&format!(r"(?:super|{folder})::(?:\{{[^}}]*\b)?{name}\b")).unwrap();
            for other in &members {
                let own = other.path.split('/').nth(1).unwrap().trim_end_matches(".rs") == name;
                assert!(own || !import.is_match(&other.code()), "{} imports {}", other.path, one.path);
            }
        }
    }
}

#[test]
fn every_file_says_what_lives_in_it_and_long_ones_why() {
    for Source { path, text, .. } in sources() {
        assert!(text.starts_with("//! "), "{path} does not begin with //!");
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap().lines().count();
        assert!(
            code <= LONG || header.iter().any(|line| line.contains("long")),
            "{path} has {code} lines before its tests and its header does not say why it is so long"
        );
    }
}

/// The contents of the string literals of some Rust code; raw strings (patterns) are left out.
fn literals(code: &str) -> Vec<String> {
    let token = Regex::new(
        r##"(?s)r#+".*?"#+|\br"[^"]*"|//[^\n]*|'(?:[^'\\\n]|\\[^\n]{1,8}?)'|"((?:[^"\\]|\\.)*)""##,
    )
    .unwrap();
    token.captures_iter(code).filter_map(|found| found.get(1)).map(|text| text.as_str().to_owned()).collect()
}

#[test]
fn literals_are_found_between_other_things() {
    let code = r###"let a = '"'; f("b\"c", r"d", r#"e"f"#); // "g"
        let h = "i";"###;
    assert_eq!(literals(code), ["b\\\"c", "i"]);
}

#[test]
fn chinese_messages_use_full_width_marks() {
    // An argument in braces stands for Chinese text as well.
    let mark = Regex::new(r"\p{Han}[,:;()!?](?:\p{Han}|\{)|\}[,:;()!?]\p{Han}").unwrap();
    let mut wrong = Vec::new();
    // The layers below the checks say nothing to anybody: their Chinese is words to look for.
    let silent = &LAYERS[..LAYERS.iter().position(|layer| *layer == "checks").unwrap()];
    for source in sources().iter().filter(|source| !silent.contains(&source.module.as_str())) {
        for literal in literals(&source.code()) {
            // What alternates, groups or is anchored is a pattern, not a message.
            let pattern = literal.contains("(?") || literal.contains('|') || literal.starts_with('^');
            if !pattern && mark.is_match(&literal) {
                wrong.push(format!("{}: {literal}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "half-width marks in Chinese text:\n{}", wrong.join("\n"));
}
