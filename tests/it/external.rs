//! Chinese numerals against the test cases of another library (cn2an), where they are at hand.

use std::str::FromStr;

use dinggao::quantity::{Decimal, parse_chinese_numeral};

use crate::support::root;

#[test]
fn numerals_of_another_library_have_the_values_it_gives_them() {
    let path = root().join("../shared/external/cn2an_values.jsonl");
    let Ok(cases) = std::fs::read_to_string(&path) else {
        println!("skipped: no cases beside the repository");
        return;
    };
    let (mut right, mut all) = (0, 0);
    for line in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let (input, value) = (case["input"].as_str().unwrap(), case["value"].as_str().unwrap());
        let found = parse_chinese_numeral(input);
        all += 1;
        if found == Some(Decimal::from_str(value).unwrap()) {
            right += 1;
        } else {
            println!("{input}: {value} expected, {found:?} read");
        }
    }
    println!("{right} of {all} numerals right");
    assert!(all > 100, "the file of cases is nearly empty");
    assert!(right * 100 >= all * 98, "{right} of {all} numerals right");
}
