//! The JSON Schemas of `dinggao.json` and `.dinggao/accepted.json`, for completion and validation in
//! editors. Built from the rules and profiles themselves; the files *.schema.json beside this one
//! are their prints.

use serde_json::{Map, Value, json};

use super::limit::SizeLimit;
use crate::checks;
use crate::knowledge::{Block, Knowledge};

/// Every block a profile may name.
const BLOCKS: [Block; 15] = [
    Block::Title,
    Block::Occasion,
    Block::Speaker,
    Block::Salutation,
    Block::Opening,
    Block::Review,
    Block::Thanks,
    Block::Problems,
    Block::Requirements,
    Block::Targets,
    Block::Tasks,
    Block::NextFive,
    Block::GovBuilding,
    Block::Closing,
    Block::Glossary,
];

/// The schema as a JSON value (keys in alphabetical order).
#[must_use]
pub fn schema() -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "dinggao.json",
        "description": "定稿的工作区配置 Configuration of dinggao for a workspace",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string" },
            "profile": {
                "description": "文稿类型；auto 为自动识别 Kind of document; auto detects it",
                "default": "auto",
                // Profiles of the user's own may be named as well.
                "anyOf": [{ "enum": profile_ids() }, { "type": "string" }]
            },
            "planYear": {
                "description": "计划年度；null 为自动识别 The year planned for; null detects it",
                "default": null,
                "type": ["integer", "null"]
            },
            "region": {
                "description": "本地名称，正文没有写明时使用 The place that reports, where the text does not say it",
                "default": null,
                "type": ["string", "null"]
            },
            "locale": {
                "description": "提示的语言 Language of messages",
                "default": "zh-CN",
                "enum": ["zh-CN", "en", null]
            },
            "rules": {
                "description": "规则的级别 Severity of each rule",
                "type": "object",
                "additionalProperties": false,
                "properties": rules()
            },
            "indicators": {
                "description": "自有指标，补充内置指标 Indicators of your own",
                "type": "array",
                "items": indicator()
            },
            "wordings": {
                "description": "规范提法：旧提法、新提法与启用日期 Official wordings of your own: the old, the new, and since when",
                "type": "array",
                "items": wording()
            },
            "profiles": {
                "description": "自有文稿类型，同名则取代内置类型 Kinds of document of your own",
                "type": "array",
                "items": profile()
            },
            "exclude": {
                "description": "检查文件夹时略过的文件（相对本文件） Files that a folder check leaves out",
                "type": "array",
                "items": { "type": "string" }
            },
            "sizeLimit": {
                "description": "文稿大小上限（MiB），超过即不处理 Largest draft in MiB; what is larger is refused",
                "default": SizeLimit::DEFAULT,
                "minimum": 1,
                "maximum": SizeLimit::HIGHEST,
                "type": ["integer", "null"]
            }
        }
    })
}

/// The schema of the file of accepted findings.
#[must_use]
pub fn accepted_schema() -> Value {
    let rules: Vec<&str> = checks::ALL.iter().map(|rule| rule.name).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": ".dinggao/accepted.json",
        "description": "核实后接受、不再提示之处 Findings that were looked at and accepted",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string" },
            "accepted": {
                "description": "每处一条 One entry a place",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["file", "rule", "hash"],
                    "properties": {
                        "file": { "type": "string", "description": "文稿，相对于 .dinggao 所在的文件夹 The draft, relative to the folder of .dinggao" },
                        // Rules come and go: an entry for one that is gone says nothing.
                        "rule": { "anyOf": [{ "enum": rules }, { "type": "string" }], "description": "规则 The rule" },
                        "hash": { "type": "string", "description": "句子的指纹，句子改动即失效 Hash of the sentence: lapses when the sentence changes" },
                        "reason": { "type": "string", "description": "理由 Why it may stand" },
                        "date": { "type": "string", "description": "日期，如 2026-01-31 When, as 2026-01-31" }
                    }
                }
            }
        }
    })
}

fn profile_ids() -> Vec<String> {
    let knowledge = Knowledge::builtin();
    let known = knowledge.profiles().iter().map(|profile| profile.id.clone());
    std::iter::once("auto".to_owned()).chain(known).collect()
}

fn rules() -> Map<String, Value> {
    checks::ALL
        .iter()
        .map(|rule| {
            let default = if rule.off { "off" } else { rule.severity.label() };
            let value = json!({
                "description": rule.title(),
                "default": default,
                "enum": ["off", "hint", "information", "warning", "error"]
            });
            (rule.name.to_owned(), value)
        })
        .collect()
}

fn indicator() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["id", "name"],
        "properties": {
            "id": { "type": "string", "description": "标识；与内置指标相同则为其添加名称 Id; that of a built-in indicator adds names to it" },
            "name": { "type": "string", "description": "报告中的名称 Name as it stands in reports" },
            "aliases": { "type": "array", "items": { "type": "string" }, "description": "别名 Other names" },
            "unit": { "type": "string", "description": "计量单位 Unit as printed" },
            "definition": { "type": "string", "description": "含义 What it means" }
        }
    })
}

fn wording() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["old", "new"],
        "properties": {
            "old": { "type": "string", "description": "旧提法 The wording replaced" },
            "new": { "type": "string", "description": "新提法 The wording in use" },
            "since": { "type": "string", "description": "启用日期，此前的报告不查 From when on, as 2024-01-01" },
            "followedBy": { "type": "array", "items": { "type": "string" }, "description": "后面紧接这些字时才算 Only before one of these" },
            "reason": { "type": "string", "description": "理由 Why" },
            "reason_en": { "type": "string", "description": "英文理由 Why, in English" }
        }
    })
}

fn profile() -> Value {
    let blocks: Vec<&str> = BLOCKS.iter().map(|block| block.id()).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["id", "name", "sections"],
        "properties": {
            "id": { "type": "string" },
            "name": { "type": "string" },
            "sections": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["block", "requirement"],
                    "properties": {
                        "block": { "enum": blocks },
                        "requirement": { "enum": ["required", "recommended", "optional"] },
                        "alternatives": { "type": "array", "items": { "enum": blocks } },
                        "within": { "enum": blocks }
                    }
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::workspace::Configuration;

    #[test]
    fn the_schema_has_the_keys_that_the_parser_knows() {
        let error = Configuration::parse("{\"?\":0}", Path::new("dinggao.json")).unwrap_err().message.en;
        let expected = error.split_once("expected one of").unwrap().1;
        let parsed: BTreeSet<&str> = expected.split('`').skip(1).step_by(2).collect();
        let schema = schema();
        let described: BTreeSet<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(parsed, described);
    }

    /// `UPDATE_SCHEMA=1 cargo test the_printed_schema` rewrites the file.
    #[test]
    fn the_printed_schema_is_up_to_date() {
        for (name, schema) in [("dinggao", schema()), ("accepted", accepted_schema())] {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/workspace/{name}.schema.json"));
            let fresh = serde_json::to_string_pretty(&schema).unwrap() + "\n";
            if std::env::var_os("UPDATE_SCHEMA").is_some() {
                std::fs::write(&file, &fresh).unwrap();
            }
            let printed = std::fs::read_to_string(&file).unwrap();
            assert!(printed == fresh, "{name} is stale: run UPDATE_SCHEMA=1 cargo test the_printed_schema");
        }
    }
}
