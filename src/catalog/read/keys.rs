//! Keys of records that are none of the format's, but mean one of them: misspelt, in another number, or by another name.

use std::cell::OnceCell;

use serde_json::{Map, Value};

use super::finding::{Finding, FindingKind, Odd, Place, add, kept};
use crate::catalog::hash::{HashMap, HashSet};
use crate::catalog::model::{FIELDS, Head, List};
use crate::catalog::store::{Store, sort_by};
use crate::limits::{UNKNOWN_KEYS, work};
use crate::text::{Edits, fold};

/// What other programs call the keys of a record, folded and without blanks.
const OTHER_NAMES: [(&str, &str); 24] = [
    ("id", "identifier"),
    ("title", "name headline"),
    ("summary", "description abstract blurb"),
    ("url", "link href uri address website"),
    ("doi", "digitalobjectidentifier"),
    ("authors", "creator creators by writer writers"),
    ("publishers", "organization organizations org"),
    ("container", "journal publicationtitle containertitle journaltitle booktitle periodical magazine"),
    ("volume", "vol"),
    ("issue", "issuenumber"),
    ("page_range", "pagination"),
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
    ("extra", "custom other"),
];

/// The keys of a record.
fn keys() -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().map(|(key, _)| key).chain(["translations", "title_sentence"])
}

/// The fewest letters of a key that a slip of typing is looked for in, and those in which two are.
const LETTERS_OF_ONE_SLIP: usize = 5;
const LETTERS_OF_TWO_SLIPS: usize = 8;

/// The keys of the head of a catalog, of its vocabulary, of a term, of an own field, of the first page and its links, of an author.
pub(super) const HEAD: [&str; 14] = [
    "id",
    "title",
    "description",
    "language",
    "updated",
    "homepage",
    "license",
    "home",
    "logo",
    "colours",
    "facets",
    "vocabulary",
    "fields",
    "resources",
];
pub(super) const VOCABULARY: [&str; 6] = ["themes", "types", "audiences", "levels", "access", "synonyms"];
pub(super) const TERM: [&str; 7] = ["id", "label", "labels", "parent", "definition", "definitions", "icon"];
pub(super) const FIELD: [&str; 6] = ["id", "label", "labels", "kind", "filter", "compare"];
pub(super) const HOME: [&str; 4] = ["promise", "examples", "doors", "starts"];
pub(super) const LINK: [&str; 3] = ["label", "text", "address"];
const AUTHOR: [&str; 6] = ["name", "kind", "family", "given", "suffix", "role"];

/// The key of a record that another one means: misspelt, in another number, or by another name; `None` for a key of the format and
/// for one that means none.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    if keys().any(|known| known == key) || is_private(key) {
        return None;
    }
    let plain = plain(key);
    let names = |known: &str| OTHER_NAMES.iter().find(|(of, _)| *of == known).map(|(_, names)| *names);
    let is_called = |known: &&str| {
        plain.trim_end_matches('s') == known.trim_end_matches('s')
            || names(known).is_some_and(|names| names.split(' ').any(|name| name == plain))
    };
    keys().find(is_called).or_else(|| nearest(&plain, &mut keys()))
}

/// The key among those of an object that another one is a slip of; `None` for one of these and for one that is near to none.
pub(super) fn slip(key: &str, known: &[&'static str]) -> Option<&'static str> {
    if known.contains(&key) || is_private(key) {
        return None;
    }
    let plain = plain(key);
    let same = known.iter().find(|known| **known == plain).copied();
    same.or_else(|| nearest(&plain, &mut known.iter().copied()))
}

/// Calls `found` with each key of an object that is a slip of one of these, and with that one.
pub(super) fn slips(object: &Map<String, Value>, known: &[&'static str], found: &mut dyn FnMut(&str, FindingKind)) {
    for key in object.keys() {
        if let Some(meant) = slip(key, known) {
            found(key, FindingKind::Misspelt(key.clone(), meant, 1));
        }
    }
}

/// The first slip of a key among the authors of a list that are objects, and what it means.
pub(super) fn slip_of_author(authors: &[Value]) -> Option<(&str, &'static str)> {
    let keys = authors.iter().filter_map(Value::as_object).flat_map(Map::keys);
    keys.into_iter().find_map(|key| Some((key.as_str(), slip(key, &AUTHOR)?)))
}

/// Whether a key says that it is none of the format's: `x-title`, `_id`, `$schema`, `@type`.
fn is_private(key: &str) -> bool {
    key.starts_with(['_', '$', '@']) || key.starts_with("x-")
}

/// A key as it is compared: `Publication Date` and `publication_date` are one.
fn plain(key: &str) -> String {
    fold(key).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn nearest(key: &str, known: &mut dyn Iterator<Item = &'static str>) -> Option<&'static str> {
    let letters = key.chars().count();
    let most = u8::from(letters >= LETTERS_OF_ONE_SLIP) + u8::from(letters >= LETTERS_OF_TWO_SLIPS);
    if most == 0 {
        return None;
    }
    let near = known.filter(|known| known.len() >= LETTERS_OF_ONE_SLIP).filter_map(|known| {
        let mut edits = Edits::new(key, most);
        known.chars().for_each(|letter| _ = edits.push(letter));
        edits.distance().map(|distance| (distance, known))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// What an unknown key of records means, the first record in which it does, and in how many; `n` is 0 until one is found.
struct Meaning {
    key: Option<&'static str>,
    first: u32,
    n: u32,
    /// Whether the first record states the other one too.
    is_beside: bool,
}

/// Adds each key of records that seems to mean one of the format's, once, at the first record where it does; a record that states
/// the other one too may have two things to say, unless the key is a mere slip of it. `places` holds record number and line of each
/// record.
pub(super) fn misspelt(store: &Store, places: &[(u32, u32)], findings: &mut Vec<Finding>) {
    let known: Vec<&str> = keys().collect();
    let mut met: HashMap<String, Meaning> = HashMap::default();
    for idx in (0..).take(store.len()) {
        // Written out once for a record, however many keys it has.
        let resource = OnceCell::new();
        for key in store.other(idx).keys() {
            if !met.contains_key(key) {
                if met.len() == UNKNOWN_KEYS {
                    continue;
                }
                work::count(1 + key.len());
                met.insert(key.clone(), Meaning { key: meant(key), first: idx, n: 0, is_beside: false });
            }
            let Some(meaning) = met.get_mut(key) else { continue };
            let Some(meant) = meaning.key else { continue };
            let is_beside = has(store, idx, &resource, meant);
            if slip(key, &known).is_some() || !is_beside {
                if meaning.n == 0 {
                    (meaning.first, meaning.is_beside) = (idx, is_beside);
                }
                meaning.n += 1;
            }
        }
    }
    let mut found: Vec<(String, Meaning)> = met.into_iter().filter(|(_, meaning)| meaning.n > 0).collect();
    sort_by(&mut found, |(a, of_a), (b, of_b)| (of_a.first, a).cmp(&(of_b.first, b)));
    for (key, Meaning { key: meant, first, n, is_beside }) in found {
        let (record, line) = places.get(first as usize).copied().unwrap_or((first + 1, 1));
        let id = Some(kept(store.id(first)));
        let place = Place { record: Some(record as usize), id, field: Some(kept(&key)), line: line as usize };
        let (key, meant) = (kept(&key), meant.unwrap_or_default());
        let kind = if is_beside { FindingKind::Beside(key, meant) } else { FindingKind::Misspelt(key, meant, n) };
        add(findings, Finding { place, kind });
    }
}

/// Adds each key of records that means none of the format's, and each of their own values that no own field states, once, at the first record
/// that has it; and each term without a label of its own.
pub(super) fn unknown(head: &Head, store: &Store, places: &[(u32, u32)], findings: &mut Vec<Finding>) {
    let own: HashSet<&str> = head.fields.iter().map(|field| &*field.id).collect();
    let mut met: [HashSet<String>; 2] = Default::default();
    'records: for idx in (0..).take(store.len()) {
        let (other, extra) = (store.other(idx), store.extra(idx));
        work::count(other.len() + extra.len());
        let other = other.keys().filter(|key| !is_private(key) && !keys().any(|known| known == *key));
        let extra = extra.keys().filter(|key| !own.contains(&***key));
        let odd = other.map(|key| (Odd::UnknownKey, key)).chain(extra.map(|key| (Odd::NoField, key)));
        for (odd, key) in odd {
            if met[usize::from(odd == Odd::NoField)].contains(key) {
                continue;
            }
            if met[0].len() + met[1].len() == UNKNOWN_KEYS {
                break 'records;
            }
            met[usize::from(odd == Odd::NoField)].insert(key.clone());
            work::count(1 + key.len());
            if odd == Odd::NoField || meant(key).is_none() {
                let (record, line) = places.get(idx as usize).copied().unwrap_or((idx + 1, 1));
                let id = Some(kept(store.id(idx)));
                let place = Place { record: Some(record as usize), id, field: Some(kept(key)), line: line as usize };
                add(findings, Finding { place, kind: FindingKind::Odd(odd, kept(key)) });
            }
        }
    }
    for list in List::ALL {
        for term in head.vocabulary.terms(list).iter().filter(|term| term.label == term.id) {
            let place = Place { field: Some(list.key().to_owned()), line: 1, ..Place::default() };
            add(findings, Finding { place, kind: FindingKind::Odd(Odd::NoLabel, kept(&term.id)) });
        }
    }
}

/// Whether a record has a value under a key.
fn has(store: &Store, idx: u32, resource: &OnceCell<Value>, key: &str) -> bool {
    let resource = resource.get_or_init(|| serde_json::to_value(store.resource(idx)).unwrap_or_default());
    resource.get(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::{OTHER_NAMES, keys, meant};

    #[test]
    fn every_key_of_a_record_can_be_meant() {
        for key in keys() {
            assert_eq!((meant(key), meant(&key.to_uppercase())), (None, Some(key)));
        }
        for (key, names) in OTHER_NAMES {
            assert!(keys().any(|known| known == key), "{key}");
            for name in names.split(' ') {
                assert!(meant(name).is_some() || keys().any(|known| known == name), "{name}");
            }
        }
    }

    #[test]
    fn a_key_without_a_letter_means_none() {
        assert_eq!((meant(""), meant("--"), meant("…")), (None, None, None));
    }
}
