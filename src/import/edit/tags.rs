//! What a command on a tag changes: the terms of its list, and the records that have it.

use serde_json::{Value, json};

use super::edit::Refusal;
use super::patch::{Patch, Target, changed};
use crate::catalog::HashSet;
use crate::import::raw_catalog::{Object, RawCatalog, text};
use crate::text::compare_key;

/// The lists with a vocabulary: the key in records, and the key in the vocabulary.
pub(super) const WITH_TERMS: [(&str, &str); 5] =
    [("themes", "themes"), ("type", "types"), ("audiences", "audiences"), ("levels", "levels"), ("access", "access")];
/// The lists without.
pub(super) const WITHOUT_TERMS: [&str; 5] = ["places", "publishers", "keywords", "container", "language"];

/// The key of a list in the vocabulary.
fn vocabulary_key(list: &str) -> Result<&'static str, Refusal> {
    WITH_TERMS.iter().find(|(key, _)| *key == list).map(|(_, key)| *key).ok_or(Refusal::NoVocabulary)
}

/// Makes one tag of several.
pub(super) fn merge(catalog: &RawCatalog, list: &str, from: &[String], into: &str) -> Result<Vec<Patch>, Refusal> {
    if into.trim().is_empty() {
        return Err(Refusal::NoName);
    }
    let gone: HashSet<String> = from.iter().filter(|tag| *tag != into).map(|tag| key_of(list, tag)).collect();
    let mut patches = match vocabulary_key(list) {
        Ok(key) => {
            let mut terms = terms(catalog, key);
            merge_terms(&mut terms, &gone, into);
            set_terms(catalog, key, &terms)
        }
        Err(_) => Vec::new(),
    };
    patches.extend(retag(catalog, list, &gone, Some(into)));
    Ok(patches)
}

/// Takes terms out; the one that stays gets what it lacks from the first of them, and what stood below them.
fn merge_terms(terms: &mut Vec<Object>, gone: &HashSet<String>, into: &str) {
    let is_gone = |id: &str| gone.contains(id);
    let first = terms.iter().find(|term| text(term, "id").is_some_and(is_gone)).cloned();
    let Some(first) = first else { return };
    // The nearest broader theme that stays.
    let above = |terms: &[Object], id: &str| {
        let mut at = id.to_owned();
        for _ in 0..=terms.len() {
            let term = terms.iter().find(|term| text(term, "id") == Some(&at))?;
            text(term, "parent")?.clone_into(&mut at);
            if !is_gone(&at) && at != into {
                return Some(at);
            }
        }
        None
    };
    let position = terms.iter().position(|term| text(term, "id") == Some(into));
    let placed = if position.is_some() { Some(into) } else { text(&first, "id") };
    let own_parent = placed.and_then(|id| above(terms, id));
    if position.is_none() {
        let mut term = first;
        term.insert("id".to_owned(), into.into());
        term.insert("label".to_owned(), into.into());
        let at = terms.iter().position(|term| text(term, "id").is_some_and(is_gone)).unwrap_or(terms.len());
        terms.insert(at, term);
    } else if let Some(term) = position.and_then(|at| terms.get_mut(at)) {
        for (key, value) in first {
            if !["id", "label", "parent"].contains(&key.as_str()) && !term.contains_key(&key) {
                term.insert(key, value);
            }
        }
    }
    terms.retain(|term| !text(term, "id").is_some_and(is_gone));
    for term in terms.iter_mut() {
        if text(term, "id") == Some(into) {
            set_or_remove(term, "parent", own_parent.as_deref());
        } else if text(term, "parent").is_some_and(is_gone) {
            term.insert("parent".to_owned(), into.into());
        }
    }
    break_ring(terms, into);
}

/// Lifts a theme to the top where it stands below itself: its new place may be below what it took over.
fn break_ring(terms: &mut [Object], id: &str) {
    if is_below(terms, id, id)
        && let Some(term) = terms.iter_mut().find(|term| text(term, "id") == Some(id))
    {
        term.shift_remove("parent");
    }
}

/// Gives a tag another name: a term another label, any other tag another text.
pub(super) fn rename(catalog: &RawCatalog, list: &str, tag: &str, label: &str) -> Result<Vec<Patch>, Refusal> {
    let label = label.trim();
    if label.is_empty() {
        return Err(Refusal::NoName);
    }
    if vocabulary_key(list).is_ok() {
        return set(catalog, list, tag, "label", Some(label));
    }
    Ok(retag(catalog, list, &[key_of(list, tag)].into_iter().collect(), Some(label)))
}

/// Takes a tag out of the vocabulary and out of all records.
pub(super) fn delete(catalog: &RawCatalog, list: &str, tag: &str) -> Vec<Patch> {
    let mut patches = Vec::new();
    if let Ok(key) = vocabulary_key(list) {
        let mut terms = terms(catalog, key);
        let parent = terms.iter().find(|term| text(term, "id") == Some(tag));
        let parent = parent.and_then(|term| text(term, "parent")).filter(|parent| *parent != tag).map(str::to_owned);
        terms.retain(|term| text(term, "id") != Some(tag));
        for term in terms.iter_mut().filter(|term| text(term, "parent") == Some(tag)) {
            set_or_remove(term, "parent", parent.as_deref());
        }
        patches.extend(set_terms(catalog, key, &terms));
    }
    patches.extend(retag(catalog, list, &[key_of(list, tag)].into_iter().collect(), None));
    patches
}

/// Sets what a term says under a key; a tag that is no term yet becomes one.
pub(super) fn set(
    catalog: &RawCatalog,
    list: &str,
    tag: &str,
    key: &str,
    value: Option<&str>,
) -> Result<Vec<Patch>, Refusal> {
    let vocabulary_key = vocabulary_key(list)?;
    if tag.trim().is_empty() {
        return Err(Refusal::NoName);
    }
    let mut terms = terms(catalog, vocabulary_key);
    set_or_remove(term(&mut terms, tag), key, value);
    Ok(set_terms(catalog, vocabulary_key, &terms))
}

/// Places a theme below another, or at the top.
pub(super) fn place(catalog: &RawCatalog, tag: &str, under: Option<&str>) -> Result<Vec<Patch>, Refusal> {
    if tag.trim().is_empty() || under.is_some_and(|under| under.trim().is_empty()) {
        return Err(Refusal::NoName);
    }
    let mut terms = terms(catalog, "themes");
    if let Some(under) = under {
        if under == tag || is_below(&terms, under, tag) {
            return Err(Refusal::Ring);
        }
        term(&mut terms, under);
    }
    set_or_remove(term(&mut terms, tag), "parent", under);
    Ok(set_terms(catalog, "themes", &terms))
}

/// Whether a theme stands below another, at any depth.
fn is_below(terms: &[Object], id: &str, other: &str) -> bool {
    let parent =
        |id: &str| terms.iter().find(|term| text(term, "id") == Some(id)).and_then(|term| text(term, "parent"));
    let mut at = parent(id);
    for _ in 0..terms.len() {
        match at {
            Some(above) if above == other => return true,
            Some(above) => at = parent(above),
            None => return false,
        }
    }
    false
}

/// The terms of a list; what is no object among them is left out.
fn terms(catalog: &RawCatalog, key: &str) -> Vec<Object> {
    let values = catalog.head.get("vocabulary").and_then(|vocabulary| vocabulary.get(key)).and_then(Value::as_array);
    values.into_iter().flatten().filter_map(Value::as_object).cloned().collect()
}

/// The term of a tag, which is added where there is none.
fn term<'a>(terms: &'a mut Vec<Object>, tag: &str) -> &'a mut Object {
    let at = terms.iter().position(|term| text(term, "id") == Some(tag)).unwrap_or_else(|| {
        terms.push(
            [("id", tag), ("label", tag)].map(|(key, value)| (key.to_owned(), value.into())).into_iter().collect(),
        );
        terms.len() - 1
    });
    &mut terms[at]
}

fn set_terms(catalog: &RawCatalog, key: &str, terms: &[Object]) -> Vec<Patch> {
    let mut vocabulary = catalog.head.get("vocabulary").and_then(Value::as_object).cloned().unwrap_or_default();
    if terms.is_empty() && !vocabulary.contains_key(key) {
        return Vec::new();
    }
    vocabulary.insert(key.to_owned(), json!(terms));
    changed(catalog, Target::Head, "vocabulary", Value::Object(vocabulary))
}

fn set_or_remove(term: &mut Object, key: &str, value: Option<&str>) {
    match value {
        Some(value) => drop(term.insert(key.to_owned(), value.into())),
        None => drop(term.shift_remove(key)),
    }
}

/// What a tag is compared by: the id of a term as it is, any other text without regard to capitals and signs, as facets count it.
pub(super) fn key_of(list: &str, tag: &str) -> String {
    if vocabulary_key(list).is_ok() { tag.to_owned() } else { compare_key(tag).into_owned() }
}

/// Puts another tag for some in all records, or none; each stands once.
fn retag(catalog: &RawCatalog, list: &str, gone: &HashSet<String>, into: Option<&str>) -> Vec<Patch> {
    let is_own = !WITH_TERMS.iter().any(|(key, _)| *key == list) && !WITHOUT_TERMS.contains(&list);
    let mut patches = Vec::new();
    for (at, record) in catalog.resources.iter().enumerate() {
        let target = Target::Record(at);
        if !is_own {
            if let Some(value) = record.get(list).and_then(|value| retagged(list, value, gone, into)) {
                patches.extend(changed(catalog, target, list, value));
            }
            continue;
        }
        let Some(Value::Object(extra)) = record.get("extra") else { continue };
        let Some(value) = extra.get(list).and_then(|value| retagged(list, value, gone, into)) else { continue };
        let mut extra = extra.clone();
        if value.is_null() {
            extra.shift_remove(list);
        } else {
            extra.insert(list.to_owned(), value);
        }
        patches.extend(changed(catalog, target, "extra", Value::Object(extra)));
    }
    patches
}

/// A value with another tag for some; `None` where it has none of them. A list without tags becomes null, which is no value.
fn retagged(list: &str, value: &Value, gone: &HashSet<String>, into: Option<&str>) -> Option<Value> {
    let is_gone = |value: &Value| value.as_str().is_some_and(|tag| gone.contains(&key_of(list, tag)));
    match value {
        Value::Array(values) if values.iter().any(is_gone) => {
            let mut tags: Vec<Value> = Vec::new();
            for value in values {
                let tag = if is_gone(value) { into.map(Value::from) } else { Some(value.clone()) };
                let Some(tag) = tag else { continue };
                let is_into = |tag: &Value| {
                    tag.as_str().is_some_and(|tag| into.is_some_and(|into| key_of(list, tag) == key_of(list, into)))
                };
                if !(is_into(&tag) && tags.iter().any(is_into)) {
                    tags.push(tag);
                }
            }
            Some(if tags.is_empty() { Value::Null } else { Value::Array(tags) })
        }
        value if is_gone(value) => Some(into.map(Value::from).unwrap_or_default()),
        _ => None,
    }
}
