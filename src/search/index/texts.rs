//! What the search reads of resources beyond its index: their texts, and what their fields say.

use crate::catalog::{ResourceIdx, ResourceSet};
use crate::search::field::TextField;
use crate::search::query::FieldValue;
use crate::text::{each_token, with_signs};

/// The resources behind an index.
pub trait Texts {
    /// Tells the texts of a resource, each with its part.
    fn texts(&self, resource: ResourceIdx, tell: &mut dyn FnMut(TextField, &str));

    /// The resources whose field has a value; `None` when there is no such field.
    fn field(&self, field: &str, value: &FieldValue) -> Option<ResourceSet>;
}

/// The parts of a resource in which folded words stand next to each other, in order, inside one text.
pub(in crate::search) fn parts_with(texts: &dyn Texts, resource: ResourceIdx, words: &[String]) -> u8 {
    let mut parts = 0;
    texts.texts(resource, &mut |field, text| {
        if parts & field.bit() == 0 && has_phrase(text, words) {
            parts |= field.bit();
        }
    });
    parts
}

/// Whether folded words stand next to each other in a text.
fn has_phrase(text: &str, words: &[String]) -> bool {
    // Which beginnings of the phrase end at the last token: bit n says that words 0 to n do.
    let mut reached = 0u64;
    let whole = 1u64 << (words.len().clamp(1, 64) - 1);
    let mut found = false;
    each_token(text, |token, range| {
        if found {
            return;
        }
        let mut now = 0;
        for (at, word) in words.iter().take(64).enumerate() {
            let is_it = word == token || word.ends_with(['+', '#']) && *word == with_signs(&text[range.clone()], token);
            if is_it && (at == 0 || reached >> (at - 1) & 1 == 1) {
                now |= 1 << at;
            }
        }
        reached = now;
        found = reached & whole != 0;
    });
    found
}

#[cfg(test)]
mod tests {
    use super::has_phrase;

    #[test]
    fn words_of_a_phrase_stand_next_to_each_other() {
        let has = |text: &str, words: &str| has_phrase(text, &crate::text::tokens(words));
        assert!(has("More than seat-time: Time", "seat time"));
        assert!(has("a a b", "a b") && has("a b a b c", "a b c") && has("x", "x"));
        assert!(!has("time seat", "seat time") && !has("seat of time", "seat time") && !has("", "x"));
    }
}
