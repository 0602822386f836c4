//! Keys of records that are none of the format's, but mean one of them: misspelt, in another number, or by another name.

use super::finding::{Finding, FindingKind, Place};
use crate::catalog::hash::HashMap;
use crate::catalog::store::Store;
use crate::text::{Edits, fold};

/// The keys of a record, each with what other programs call it, folded and without blanks.
const KEYS: [(&str, &str); 22] = [
    ("id", "identifier"),
    ("title", "name headline"),
    ("summary", "description abstract blurb"),
    ("url", "link href uri address website"),
    ("authors", "creator creators by writer writers"),
    ("publishers", "organization organizations org"),
    ("published", "date year publicationdate publicationyear publishdate pubdate datepublished issued"),
    ("type", "format kind resourcetype"),
    ("themes", "topic topics category categories"),
    ("audiences", "for users"),
    ("levels", "grade grades gradelevel gradelevels"),
    ("places", "location locations state states country countries"),
    ("keywords", "tag tags subject subjects"),
    ("language", "lang languages"),
    ("access", "availability price"),
    ("pages", "pagecount numberofpages"),
    ("minutes", "duration length runtime"),
    ("sources", "references citation citations"),
    ("confidence", ""),
    ("extra", "custom other"),
    ("translations", ""),
    ("title_sentence", ""),
];
/// The fewest letters of a key that a slip of typing is looked for in, and those in which two are.
const LETTERS_OF_ONE_SLIP: usize = 5;
const LETTERS_OF_TWO_SLIPS: usize = 8;

/// The key of the format that another one means; `None` for a key of the format and for one that means none.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    if KEYS.iter().any(|(known, _)| *known == key) {
        return None;
    }
    // `Publication Date`, `publication_date`.
    let plain: String = fold(key).chars().filter(|c| c.is_alphanumeric()).collect();
    let is_called = |(known, names): &&(&str, &str)| {
        plain.trim_end_matches('s') == known.trim_end_matches('s') || names.split(' ').any(|name| name == plain)
    };
    KEYS.iter().find(is_called).or_else(|| nearest(&plain)).map(|(known, _)| *known)
}

fn nearest(key: &str) -> Option<&'static (&'static str, &'static str)> {
    let letters = key.chars().count();
    let most = u8::from(letters >= LETTERS_OF_ONE_SLIP) + u8::from(letters >= LETTERS_OF_TWO_SLIPS);
    if most == 0 {
        return None;
    }
    let near = KEYS.iter().filter(|(known, _)| known.len() >= LETTERS_OF_ONE_SLIP).filter_map(|row| {
        let mut edits = Edits::new(key, most);
        row.0.chars().for_each(|letter| _ = edits.push(letter));
        edits.distance().map(|distance| (distance, row))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, row)| row)
}

/// Adds each key of records that seems to mean one of the format's, once, at the first record with it, unless that record has the
/// other one too; `places` holds record number and line of each record.
pub(super) fn misspelt(store: &Store, places: &[(u32, u32)], findings: &mut Vec<Finding>) {
    // Of each key what it means, the first record, and in how many it stands; none where it means nothing.
    let mut met: HashMap<String, Option<(&'static str, u32, u32)>> = HashMap::default();
    for idx in (0..).take(store.len()) {
        for key in store.other(idx).keys() {
            match met.get_mut(key) {
                Some(Some((_, _, n))) => *n += 1,
                Some(None) => {}
                None => {
                    // A record that has both has two things to say.
                    let meant = meant(key).filter(|meant| !has(store, idx, meant));
                    met.insert(key.clone(), meant.map(|meant| (meant, idx, 1)));
                }
            }
        }
    }
    let mut found: Vec<_> = met.into_iter().filter_map(|(key, of)| of.map(|of| (key, of))).collect();
    found.sort_by(|(a, of_a), (b, of_b)| (of_a.1, a).cmp(&(of_b.1, b)));
    for (key, (meant, idx, n)) in found {
        let (record, line) = places.get(idx as usize).copied().unwrap_or((idx + 1, 1));
        let id = Some(store.id(idx).to_owned());
        let place = Place { record: Some(record as usize), id, field: Some(key.clone()), line: line as usize };
        findings.push(Finding { place, kind: FindingKind::Misspelt(key, meant, n) });
    }
}

/// Whether a record has a value under a key.
fn has(store: &Store, idx: u32, key: &str) -> bool {
    serde_json::to_value(store.resource(idx)).is_ok_and(|value| value.get(key).is_some())
}

#[cfg(test)]
mod tests {
    use super::{KEYS, meant};
    use crate::catalog::model::FIELDS;

    #[test]
    fn every_field_of_a_record_can_be_meant() {
        for (key, _) in FIELDS {
            assert!(KEYS.iter().any(|(known, _)| *known == key), "{key}");
            assert_eq!((meant(key), meant(&key.to_uppercase())), (None, Some(key)));
        }
    }
}
