//! The glossary file against its JSON Schema: what an editor accepts is what the program accepts.
//! The checker knows the keywords this schema uses and refuses any other.

#![expect(clippy::unwrap_used, reason = "tests stop at what they cannot read")]

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;

use crate::support::root;

fn data(name: &str) -> Value {
    let path = root().join("src/knowledge/data").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a value lacks of its schema; empty where it is valid.
fn faults(value: &Value, schema: &Value, whole: &Value, at: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, keyword: &str| {
        if !holds {
            faults.push(format!("{at}: {keyword}"));
        }
    };
    let (items, members) = (value.as_array(), value.as_object());
    let mut deeper: Vec<(&Value, &Value, String)> = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let least = rule.as_u64().unwrap_or(0);
        match keyword.as_str() {
            "title" | "description" | "$schema" | "definitions" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap().trim_start_matches('#');
                deeper.push((value, whole.pointer(pointer).unwrap(), at.to_owned()));
            }
            "type" => demand(
                match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64(),
                    other => panic!("unknown type {other}"),
                },
                "type",
            ),
            "enum" => demand(rule.as_array().unwrap().contains(value), "enum"),
            "minimum" => demand(value.as_i64() >= rule.as_i64(), "minimum"),
            "minLength" => {
                let length = value.as_str().map_or(0, |text| text.chars().count());
                demand(length as u64 >= least, "minLength");
            }
            "pattern" => {
                let pattern = Regex::new(rule.as_str().unwrap()).unwrap();
                demand(value.as_str().is_some_and(|text| pattern.is_match(text)), "pattern");
            }
            "minItems" => demand(items.map_or(0, Vec::len) as u64 >= least, "minItems"),
            "uniqueItems" => {
                let mut seen = BTreeSet::new();
                let unique = items.into_iter().flatten().all(|item| seen.insert(item.to_string()));
                demand(unique, "uniqueItems");
            }
            "items" => {
                for (index, item) in items.into_iter().flatten().enumerate() {
                    deeper.push((item, rule, format!("{at}/{index}")));
                }
            }
            "required" => {
                let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
                demand(rule.as_array().unwrap().iter().all(has), "required");
            }
            "properties" => {
                for (name, member) in members.into_iter().flatten() {
                    if let Some(rule) = rule.get(name) {
                        deeper.push((member, rule, format!("{at}/{name}")));
                    }
                }
            }
            "additionalProperties" => {
                let known = |name: &str| schema["properties"].get(name).is_some();
                for (name, member) in members.into_iter().flatten().filter(|(name, _)| !known(name)) {
                    match rule {
                        Value::Bool(allowed) => demand(*allowed, &format!("unknown member {name}")),
                        rule => deeper.push((member, rule, format!("{at}/{name}"))),
                    }
                }
            }
            other => panic!("the schema uses {other}, which this checker does not know"),
        }
    }
    for (value, schema, at) in deeper {
        faults.extend(self::faults(value, schema, whole, &at));
    }
    faults
}

#[test]
fn the_glossary_fits_its_schema() {
    let (glossary, schema) = (data("indicators.json"), data("indicators.schema.json"));
    assert_eq!(faults(&glossary, &schema, &schema, ""), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let schema = data("indicators.schema.json");
    let spoilt = |pointer: &str, value: Value| {
        let mut glossary = data("indicators.json");
        *glossary.pointer_mut(pointer).unwrap() = value;
        faults(&glossary, &schema, &schema, "")
    };
    assert_eq!(
        spoilt("/indicators/0/unit", 5.into()),
        ["/indicators/0/unit: minLength", "/indicators/0/unit: type"]
    );
    assert_eq!(spoilt("/indicators/0/category", "x".into()), ["/indicators/0/category: enum"]);
    assert_eq!(spoilt("/indicators/0/id", "GDP".into()), ["/indicators/0/id: pattern"]);
    let mut glossary = data("indicators.json");
    let first = glossary.pointer_mut("/indicators/0").unwrap().as_object_mut().unwrap();
    first.remove("definition");
    first.insert("colour".into(), "red".into());
    let found = faults(&glossary, &schema, &schema, "");
    assert_eq!(found, ["/indicators/0: unknown member colour", "/indicators/0: required"]);
}
