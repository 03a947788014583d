//! The longest of many names at a place of a text, from a sorted list. An automaton would find
//! them as fast, but takes tens of milliseconds to build from so many: a start would wait for it.

/// A sorted list of distinct names.
#[derive(Debug)]
pub(super) struct Names {
    /// In order, ASCII letters in lower case.
    names: Vec<String>,
    /// For each name the longest other one that begins it.
    shorter: Vec<Option<u32>>,
    /// Where the names with a first character begin, by `slot`; one more at the end.
    starts: Vec<u32>,
    /// Which pairs of characters begin a name, by `bit`: most places of a text are done with here.
    pairs: Vec<u64>,
    /// Some name has one character: pairs tell nothing.
    single: bool,
}

/// The first characters told apart: the common Han block, everything else together.
const FIRST: u32 = 0x4E00;
const SLOTS: u32 = 0x5200;

/// The slot of a first character; those before the Han block come first, as in the order of text.
fn slot(first: char) -> u32 {
    match u32::from(first).checked_sub(FIRST) {
        None => 0,
        Some(offset) => (offset + 1).min(SLOTS - 1),
    }
}

/// The bit of a pair of first characters; some pairs share one.
fn bit(first: char, second: char) -> (usize, u64) {
    let bit = u32::from(first).wrapping_mul(31).wrapping_add(u32::from(second)) & 0xFFFF;
    ((bit >> 6) as usize, 1 << (bit & 63))
}

impl Names {
    /// The list; `names` are sorted, distinct, not empty, and in lower case.
    pub(super) fn new(names: Vec<String>) -> Self {
        let mut shorter = Vec::with_capacity(names.len());
        let mut open: Vec<u32> = Vec::new();
        let mut starts = vec![0; SLOTS as usize + 1];
        let mut pairs = vec![0; 0x400];
        let mut single = false;
        for (index, name) in (0..).zip(&names) {
            // The names that begin this one stand directly before it, each within the next.
            while let Some(last) = open.last() {
                if names.get(*last as usize).is_some_and(|last| name.starts_with(last.as_str())) {
                    break;
                }
                open.pop();
            }
            shorter.push(open.last().copied());
            open.push(index);
            let mut chars = name.chars();
            match (chars.next(), chars.next()) {
                (Some(first), Some(second)) => {
                    let (word, mask) = bit(first, second);
                    if let Some(pairs) = pairs.get_mut(word) {
                        *pairs |= mask;
                    }
                }
                _ => single = true,
            }
            let next = name.chars().next().map_or(0, slot) as usize + 1;
            if let Some(count) = starts.get_mut(next) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { names, shorter, starts, pairs, single }
    }

    /// The longest name that begins `text` (in lower case), by its index.
    pub(super) fn longest_at(&self, text: &str) -> Option<usize> {
        let mut chars = text.chars();
        let first = chars.next()?;
        if !self.single {
            let (word, mask) = bit(first, chars.next()?);
            if self.pairs.get(word)? & mask == 0 {
                return None;
            }
        }
        let slot = slot(first) as usize;
        let (from, to) = (*self.starts.get(slot)? as usize, *self.starts.get(slot + 1)? as usize);
        let own = self.names.get(from..to)?;
        // The last name not behind the text: it, or one that begins it, begins the text.
        let mut found = (from + own.partition_point(|name| name.as_str() <= text)).checked_sub(1)?;
        if found < from {
            return None;
        }
        while !text.starts_with(self.names.get(found)?.as_str()) {
            found = (*self.shorter.get(found)?)? as usize;
        }
        Some(found)
    }

    /// How long a name is, in bytes.
    pub(super) fn length(&self, index: usize) -> usize {
        self.names.get(index).map_or(0, String::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Names {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.sort_unstable();
        Names::new(words)
    }

    #[test]
    fn the_longest_name_that_begins_the_text() {
        let single = names(&["税"]);
        assert_eq!(single.longest_at("税收"), Some(0));
        let names = names(&["gdp", "工业", "工业增加值", "工业增加值率", "出口", "进出口", "\u{20BB7}野"]);
        let found = |text: &str| names.longest_at(text).map(|index| names.names[index].as_str());
        assert_eq!(found("工业增加值增长"), Some("工业增加值"));
        assert_eq!(found("工业增长"), Some("工业"));
        assert_eq!(found("工"), None);
        assert_eq!(found("工业增加值率"), Some("工业增加值率"));
        assert_eq!(found("gdp增长"), Some("gdp"));
        assert_eq!(found("\u{20BB7}野家"), Some("\u{20BB7}野"));
        assert_eq!(found("增长"), None);
        assert_eq!(found(""), None);
    }
}
