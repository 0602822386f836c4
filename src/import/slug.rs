//! Ids out of texts: short, unique, the same for the same text.

use crate::catalog::{Fingerprint, HashMap, HashSet};
use crate::limits::work;
use crate::text::fold;

/// Characters of an id.
const LONGEST: usize = 60;

/// Ids that were given. The hash of a text stands for it (XXH64, the same on each machine): of a large table, the texts would be a fifth of
/// its size. Of two texts with one hash, the second gets a number that it would not need.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashSet<u64>,
    /// The number that is tried next behind a text which was asked for before; of any other it is 2.
    next: HashMap<u64, usize>,
}

impl Ids {
    /// An id as a source gives it.
    pub(super) fn unique_as_is(&mut self, id: &str) -> String {
        if self.given.insert(hash(id)) { id.to_owned() } else { self.unique(id, "item") }
    }

    /// An id that was not given before, out of a text; `other` stands in for a text without letters and digits.
    pub(super) fn unique(&mut self, text: &str, other: &str) -> String {
        let slug = slug(text);
        let base = if slug.is_empty() { other.to_owned() } else { slug };
        work::count(1);
        if self.given.insert(hash(&base)) {
            return base;
        }
        // Where the numbers behind a text have come to: each is tried once.
        let next = self.next.entry(hash(&base)).or_insert(2);
        loop {
            work::count(1);
            let id = format!("{base}-{next}");
            *next += 1;
            if self.given.insert(hash(&id)) {
                return id;
            }
        }
    }
}

fn hash(text: &str) -> u64 {
    Fingerprint::of(text.as_bytes()).hash
}

/// Letters and digits of a text in lower case, words joined by hyphens.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug.shrink_to_fit();
    slug
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn an_id_is_short_and_given_once() {
        assert_eq!(slug("  Café: a (new) Guide! "), "cafe-a-new-guide");
        assert!(slug(&"long title, ".repeat(40)).chars().count() <= 60);
        let mut ids = Ids::default();
        assert_eq!(["A", "a", "?"].map(|text| ids.unique(text, "item")), ["a", "a-2", "item"]);
    }
}
