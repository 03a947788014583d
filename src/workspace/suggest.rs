//! Rule names near a misspelt one.

use crate::checks;

/// At most this many names are suggested.
const MOST: usize = 3;

/// Names of rules that may have been meant by `name`, the nearest first.
#[must_use]
pub fn similar_rules(name: &str) -> Vec<&'static str> {
    nearest(name, checks::ALL.iter().map(|rule| rule.name))
}

fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut scored: Vec<(usize, &str)> = candidates
        .filter_map(|candidate| {
            let distance = distance(name, candidate);
            let shared = candidate
                .split('-')
                .any(|word| word.len() > 3 && name.split(['-', '_', ' ']).any(|part| part == word));
            let near = distance <= candidate.len() / 3;
            (near || shared || (name.len() > 3 && candidate.contains(name))).then_some((distance, candidate))
        })
        .collect();
    scored.sort_unstable();
    scored.into_iter().take(MOST).map(|(_, candidate)| candidate).collect()
}

/// Edits that turn one name into the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, from) in from.chars().enumerate() {
        let mut left = line + 1;
        let mut next = vec![left];
        for ((above_left, above), to) in row.iter().zip(row.iter().skip(1)).zip(&to) {
            left = (above_left + usize::from(from != *to)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("series-gap", "serie-gaps"), 2);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn near_names_come_first_and_strangers_not_at_all() {
        let names = ["unit-slip", "series-gap", "list-count-mismatch", "announced-count-mismatch"];
        assert_eq!(nearest("series-gaps", names.into_iter()), ["series-gap"]);
        assert_eq!(nearest("count-mismatch", names.into_iter())[0], "list-count-mismatch");
        assert!(nearest("zebra", names.into_iter()).is_empty());
    }
}
