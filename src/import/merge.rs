//! Adding a catalog to another: what is new is added, what is blank is filled, and what is stated stays unless it is to be replaced.
//!
//! Terms and own fields are the same where their ids or their labels are; what the first catalog lacks is added to it. Nothing of the
//! second is lost silently: [`Merge::not_taken`] lists every value that the result does not have.

use serde::Serialize;
use serde_json::{Value, json};

use super::diff::{conflict, pair_up, resource_of};
use super::duplicates::Common;
use super::raw_catalog::{Object, RawCatalog, is_blank, text};
use super::slug::{Ids, slug};
use crate::catalog::{HashMap, HashSet};
use crate::text::compare_key;

/// The lists whose values are terms: the key in records, and the key in the vocabulary.
const TERMS: [(&str, &str); 5] =
    [("themes", "themes"), ("type", "types"), ("audiences", "audiences"), ("levels", "levels"), ("access", "access")];

/// Two catalogs in one, and how that came about. Records go by their positions in the result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merge {
    /// The catalog.
    pub catalog: RawCatalog,
    /// The records that are new.
    pub added: Vec<usize>,
    /// The records that were there already, each with what it has in common with a record of the second catalog.
    pub met: Vec<(usize, Common)>,
    /// The keys that were blank and have a value now.
    pub filled: Vec<(usize, String)>,
    /// The values that were replaced.
    pub replaced: Vec<NotTaken>,
    /// The values of the second catalog that were not taken, as the first states others.
    pub not_taken: Vec<NotTaken>,
}

/// A value beside another that a record can't have too.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NotTaken {
    /// Position of the record; `None` where the value is one of the head.
    pub record: Option<usize>,
    /// The key; of an own field its id, behind `extra.`
    pub key: String,
    /// The value of the first catalog.
    pub stated: Value,
    /// The value of the second catalog.
    pub offered: Value,
}

/// Adds a catalog to another. With `is_replaced` the values of the second take the place of those that the first states.
#[must_use]
pub fn merge(into: &RawCatalog, from: &RawCatalog, is_replaced: bool) -> Merge {
    let mut merge = Merge { catalog: into.clone(), ..Merge::default() };
    let names = merge.vocabulary(from);
    let records: Vec<Object> = from.resources.iter().map(|record| names.renamed(record)).collect();
    let pairs = pair_up(&into.resources, &records, &is_one_by_id);
    let by_new: HashMap<usize, (usize, Common)> =
        pairs.into_iter().map(|pair| (pair.after, (pair.before, pair.by))).collect();
    let mut ids = Ids::default();
    for id in into.resources.iter().filter_map(|record| text(record, "id")) {
        ids.unique_as_is(id);
    }
    merge.head(from, is_replaced);
    for (at, mut record) in records.into_iter().enumerate() {
        if let Some((old, by)) = by_new.get(&at) {
            merge.met.push((*old, *by));
            merge.fill(*old, &record, is_replaced);
            continue;
        }
        let id = text(&record, "id").filter(|id| !id.trim().is_empty()).map(str::to_owned);
        let id = match id {
            Some(id) => ids.unique_as_is(&id),
            None => ids.unique(text(&record, "title").unwrap_or_default(), "item"),
        };
        record.insert("id".to_owned(), id.into());
        merge.added.push(merge.catalog.resources.len());
        merge.catalog.resources.push(record);
    }
    merge
}

/// Whether two records with one id are one resource. An id that is made of the title says no more than the title: then the year and
/// the DOI decide.
fn is_one_by_id(a: &Object, b: &Object) -> bool {
    let is_of_title = text(a, "id") == Some(slug(text(a, "title").unwrap_or_default()).as_str());
    !is_of_title || !conflict(&resource_of(a), &resource_of(b))
}

/// What terms and own fields of the second catalog are called in the first.
#[derive(Debug, Default)]
struct Names {
    terms: HashMap<(&'static str, String), String>,
    fields: HashMap<String, String>,
}

impl Names {
    /// A record with the names of the first catalog.
    fn renamed(&self, record: &Object) -> Object {
        let mut renamed = record.clone();
        for (list, _) in TERMS {
            let name = |value: &Value| match value.as_str().and_then(|id| self.terms.get(&(list, id.to_owned()))) {
                Some(name) => Value::from(name.as_str()),
                None => value.clone(),
            };
            match renamed.get_mut(list) {
                Some(Value::Array(values)) => values.iter_mut().for_each(|value| *value = name(value)),
                Some(value) => *value = name(value),
                None => {}
            }
        }
        if let Some(Value::Object(extra)) = renamed.get_mut("extra") {
            let values = std::mem::take(extra);
            extra.extend(values.into_iter().map(|(id, value)| (self.fields.get(&id).cloned().unwrap_or(id), value)));
        }
        renamed
    }
}

impl Merge {
    /// Adds the terms and own fields that the first catalog lacks; what all of them are called now.
    fn vocabulary(&mut self, from: &RawCatalog) -> Names {
        let mut names = Names::default();
        let mut vocabulary = object(&self.catalog.head, "vocabulary");
        let other = object(&from.head, "vocabulary");
        for (list, key) in TERMS {
            let mut terms = objects(vocabulary.get(key));
            let renamed = add_all(&mut terms, &objects(other.get(key)));
            if !terms.is_empty() {
                vocabulary.insert(key.to_owned(), json!(terms));
            }
            names.terms.extend(renamed.into_iter().map(|(id, name)| ((list, id), name)));
        }
        let mut groups = vocabulary.get("synonyms").and_then(Value::as_array).cloned().unwrap_or_default();
        let more = other.get("synonyms").and_then(Value::as_array).into_iter().flatten();
        let n_groups = groups.len();
        let known: HashSet<String> = groups.iter().map(Value::to_string).collect();
        groups.extend(more.filter(|group| !known.contains(&group.to_string())).cloned());
        if groups.len() > n_groups {
            vocabulary.insert("synonyms".to_owned(), Value::Array(groups));
        }
        if !vocabulary.is_empty() {
            self.catalog.head.insert("vocabulary".to_owned(), Value::Object(vocabulary));
        }
        let mut fields = objects(self.catalog.head.get("fields"));
        names.fields = add_all(&mut fields, &objects(from.head.get("fields")));
        if !fields.is_empty() {
            self.catalog.head.insert("fields".to_owned(), json!(fields));
        }
        names
    }

    /// Fills what the head lacks. Title and id are those of the first catalog.
    fn head(&mut self, from: &RawCatalog, is_replaced: bool) {
        for (key, offered) in &from.head {
            let is_own = ["id", "title", "vocabulary", "fields"].contains(&key.as_str());
            if is_own || is_blank(offered) || self.catalog.head.get(key) == Some(offered) {
                continue;
            }
            let stated = self.catalog.head.get(key).filter(|value| !is_blank(value)).cloned();
            if stated.is_none() || is_replaced {
                self.catalog.head.insert(key.clone(), offered.clone());
            }
            self.beside(None, key, stated, offered, is_replaced);
        }
    }

    /// Takes what a record of the second catalog states: what is blank is filled.
    fn fill(&mut self, at: usize, offered: &Object, is_replaced: bool) {
        for (key, value) in offered {
            if key == "id" || is_blank(value) {
                continue;
            }
            if let ("extra", Value::Object(fields)) = (key.as_str(), value) {
                for (field, value) in fields.iter().filter(|(_, value)| !is_blank(value)) {
                    let record = &mut self.catalog.resources[at];
                    let extra = record.entry("extra").or_insert_with(|| json!({}));
                    let Value::Object(extra) = extra else { continue };
                    let stated = fill(extra, field, value, is_replaced);
                    self.filled_or_beside(at, &format!("extra.{field}"), stated, value, is_replaced);
                }
                continue;
            }
            let stated = fill(&mut self.catalog.resources[at], key, value, is_replaced);
            self.filled_or_beside(at, key, stated, value, is_replaced);
        }
    }

    fn filled_or_beside(&mut self, at: usize, key: &str, stated: Option<Value>, offered: &Value, is_replaced: bool) {
        match stated {
            None => self.filled.push((at, key.to_owned())),
            Some(stated) if stated == *offered => {}
            stated => self.beside(Some(at), key, stated, offered, is_replaced),
        }
    }

    fn beside(&mut self, record: Option<usize>, key: &str, stated: Option<Value>, offered: &Value, is_replaced: bool) {
        let Some(stated) = stated else { return };
        let beside = NotTaken { record, key: key.to_owned(), stated, offered: offered.clone() };
        if is_replaced { self.replaced.push(beside) } else { self.not_taken.push(beside) }
    }
}

/// Sets a key where it is blank, or is to be replaced; what it stated before.
fn fill(object: &mut Object, key: &str, value: &Value, is_replaced: bool) -> Option<Value> {
    let stated = object.get(key).filter(|value| !is_blank(value)).cloned();
    if stated.is_none() || is_replaced {
        object.insert(key.to_owned(), value.clone());
    }
    stated
}

/// Adds the things of a list with ids and labels that another list lacks; what each is called there.
fn add_all(into: &mut Vec<Object>, from: &[Object]) -> HashMap<String, String> {
    let label =
        |thing: &Object| compare_key(text(thing, "label").or(text(thing, "id")).unwrap_or_default()).into_owned();
    let mut ids = Ids::default();
    let mut by_label: HashMap<String, String> = HashMap::default();
    for thing in into.iter() {
        let id = text(thing, "id").unwrap_or_default();
        ids.unique_as_is(id);
        by_label.entry(label(thing)).or_insert_with(|| id.to_owned());
    }
    let known: HashSet<String> = into.iter().filter_map(|thing| text(thing, "id")).map(str::to_owned).collect();
    let mut names: HashMap<String, String> = HashMap::default();
    let first = into.len();
    for thing in from {
        let Some(id) = text(thing, "id") else { continue };
        let same_id = || known.contains(id).then(|| id.to_owned());
        let name = by_label.get(&label(thing)).cloned().or_else(same_id).unwrap_or_else(|| {
            let name = ids.unique_as_is(id);
            by_label.insert(label(thing), name.clone());
            let mut thing = thing.clone();
            thing.insert("id".to_owned(), name.as_str().into());
            into.push(thing);
            name
        });
        names.insert(id.to_owned(), name);
    }
    // What is added stands below what its parent is called now.
    for thing in &mut into[first..] {
        let parent = text(thing, "parent").and_then(|parent| names.get(parent)).cloned();
        if let Some(parent) = parent {
            thing.insert("parent".to_owned(), parent.into());
        }
    }
    names
}

fn object(object: &Object, key: &str) -> Object {
    object.get(key).and_then(Value::as_object).cloned().unwrap_or_default()
}

fn objects(value: Option<&Value>) -> Vec<Object> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object).cloned().collect()
}
