//! What a catalog says against itself: unknown terms, broken theme trees, values that are not of their field's kind.
//!
//! Needs the whole catalog, since vocabulary and fields may stand behind the records.

use std::borrow::Cow;

use super::finding::{Finding, FindingKind, Place};
use super::keys;
use crate::catalog::hash::{HashMap, HashSet};
use crate::catalog::model::{Field, FieldKind, Head, List, PartialDate, Term, decimal, values};
use crate::catalog::store::Store;
use crate::text::compare_key;

/// The lists that hold several values, each of which is looked at for several in one text.
const LISTED: [List; 6] = [List::Themes, List::Audiences, List::Levels, List::Places, List::Publishers, List::Keywords];
/// The fewest commas of a keyword that is a list: `Portland, Maine` is none.
const COMMAS: usize = 2;

/// Adds what is found. `lines` holds the line of the vocabulary, and record number and line of each record.
pub fn against_itself(head: &Head, store: &Store, lines: (usize, &[(u32, u32)]), findings: &mut Vec<Finding>) {
    let words = &head.vocabulary;
    for theme in rootless(&words.themes) {
        let place = Place { id: Some(theme.id.clone()), field: Some("themes".to_owned()), line: lines.0, record: None };
        findings.push(Finding { place, kind: FindingKind::BadParent(theme.parent.clone().unwrap_or_default()) });
    }
    let known = List::ALL.map(|list| (list, known(words.terms(list), store)));
    let mut met = HashSet::default();
    keys::misspelt(store, lines.1, findings);
    let checked: Vec<&Field> = head.fields.iter().filter(|field| is_checked(field)).collect();
    for (idx, (record, line)) in (0..).zip(lines.1) {
        let mut find = |field: &str, kind| {
            let id = Some(store.id(idx).to_owned());
            let place =
                Place { record: Some(*record as usize), id, field: Some(field.to_owned()), line: *line as usize };
            findings.push(Finding { place, kind });
        };
        for (list, known) in known.iter().filter(|(_, known)| !known.is_empty()) {
            for word in store.list(idx, *list).filter(|word| !known[*word as usize]) {
                let text = store.string(word);
                if several(text, *list).is_empty() {
                    find(list.key(), FindingKind::UnknownTerm(text.to_owned()));
                }
            }
        }
        for list in LISTED {
            for text in store.list(idx, list).filter(|word| met.insert(*word)).map(|word| store.string(word)) {
                let values = several(text, list);
                if !values.is_empty() {
                    find(list.key(), FindingKind::SeveralValues(text.to_owned(), values));
                }
            }
        }
        if checked.is_empty() || !store.has_extra(idx) {
            continue;
        }
        let extra = store.extra(idx);
        for field in &checked {
            if let Some(value) = values(&extra, &field.id).into_iter().find(|value| !fits(field, value)) {
                find(&field.id, FindingKind::WrongValue(value, kind_words(field)));
            }
        }
    }
}

/// The values that one text of a list holds, where signs stand between them; none where it is one value.
fn several(text: &str, list: List) -> Vec<String> {
    let is_listed = list == List::Keywords && text.matches(", ").count() >= COMMAS;
    let signs: &[char] = if is_listed { &[';', '|', ','] } else { &[';', '|'] };
    let values: Vec<String> =
        text.split(signs).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect();
    if values.len() > 1 { values } else { Vec::new() }
}

/// For each word of the records, whether it is the id of a term in any spelling; empty where no terms are named, and all are
/// welcome.
fn known(terms: &[Term], store: &Store) -> Vec<bool> {
    let keys: HashSet<Cow<'_, str>> = terms.iter().map(|term| compare_key(&term.id)).collect();
    let words = (0..).take(if terms.is_empty() { 0 } else { store.n_strings() });
    words.map(|word| keys.contains(&compare_key(store.string(word)))).collect()
}

/// Whether a field's kind leaves some values out.
fn is_checked(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Number | FieldKind::Date)
}

/// Whether a value can be filtered by, as its field says it.
fn fits(field: &Field, value: &str) -> bool {
    match field.kind {
        FieldKind::Number => decimal(value).is_some(),
        FieldKind::Date => PartialDate::read(value).is_ok(),
        FieldKind::Terms | FieldKind::Text => true,
    }
}

/// What the values of a field are called, and how they are written.
fn kind_words(field: &Field) -> (&'static str, &'static str) {
    if field.kind == FieldKind::Number {
        ("a number", "a number such as 12 or 0.5")
    } else {
        ("a date", "YYYY, YYYY-MM or YYYY-MM-DD")
    }
}

/// The themes whose way up does not end at the top: a parent is unknown, or the way goes in a circle.
pub(crate) fn rootless(themes: &[Term]) -> Vec<&Term> {
    let parents: HashMap<&str, Option<&str>> =
        themes.iter().map(|theme| (theme.id.as_str(), theme.parent.as_deref())).collect();
    let ends_at_top = |theme: &&Term| {
        let mut above = theme.parent.as_deref();
        for _ in 0..=themes.len() {
            let Some(parent) = above else { return true };
            let Some(next) = parents.get(parent) else { return false };
            above = *next;
        }
        false
    };
    themes.iter().filter(|theme| !ends_at_top(theme)).collect()
}
