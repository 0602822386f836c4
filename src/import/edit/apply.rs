//! What a command changes: as reversible changes of records and of the head, which nothing has applied yet.

use serde_json::{Value, json};

use super::edit::{Edit, LOGO_BYTES, Refusal};
use super::patch::{Patch, Target, changed};
use super::tags;
use crate::catalog::HashSet;
use crate::import::raw_catalog::{Object, RESOURCES, RawCatalog, is_blank, text};
use crate::import::slug::slug;

/// The changes that a command makes; none where everything is so already.
pub(super) fn patches(catalog: &RawCatalog, edit: &Edit) -> Result<Vec<Patch>, Refusal> {
    match edit {
        Edit::SetValue { record, key, value } => set_value(catalog, *record, key, value),
        Edit::SetOwnValue { record, field, value } => {
            let mut extra = catalog.resources.get(*record).ok_or(Refusal::NoSuchRecord)?.get("extra").cloned();
            let Value::Object(fields) = extra.get_or_insert_with(|| json!({})) else {
                return Err(Refusal::NoVocabulary);
            };
            if value.is_null() {
                fields.shift_remove(field);
            } else {
                fields.insert(field.clone(), value.clone());
            }
            let extra = extra.filter(|extra| !is_blank(extra)).unwrap_or_default();
            Ok(changed(catalog, Target::Record(*record), "extra", extra))
        }
        Edit::AddRecord { at, record } => {
            Ok(vec![Patch::Insert { at: (*at).min(catalog.resources.len()), record: with_id(catalog, record)? }])
        }
        Edit::DeleteRecord { record } => {
            catalog.resources.get(*record).ok_or(Refusal::NoSuchRecord)?;
            Ok(vec![Patch::Remove { at: *record }])
        }
        Edit::DuplicateRecord { record } => {
            let other = catalog.resources.get(*record).ok_or(Refusal::NoSuchRecord)?;
            Ok(vec![Patch::Insert { at: record + 1, record: with_id(catalog, other)? }])
        }
        Edit::MergeTags { list, from, into } => tags::merge(catalog, list, from, into),
        Edit::RenameTag { list, tag, label } => tags::rename(catalog, list, tag, label),
        Edit::DeleteTag { list, tag } => Ok(tags::delete(catalog, list, tag)),
        Edit::DefineTag { list, tag, definition } => {
            let definition = definition.as_deref().map(str::trim).filter(|text| !text.is_empty());
            tags::set(catalog, list, tag, "definition", definition)
        }
        Edit::PlaceTag { tag, under } => tags::place(catalog, tag, under.as_deref()),
        Edit::SetHead { key, value } => set_head(catalog, key, value),
        Edit::ShowFacet { facet, is_shown } => Ok(show_facet(catalog, facet, *is_shown)),
        // A draft applies them one by one: each changes what the next one finds.
        Edit::All { .. } => Ok(Vec::new()),
        Edit::OrderFacets { order } => Ok(facets(catalog, |facets| {
            facets.insert("order".to_owned(), json!(order));
        })),
    }
}

fn set_value(catalog: &RawCatalog, record: usize, key: &str, value: &Value) -> Result<Vec<Patch>, Refusal> {
    let old = catalog.resources.get(record).ok_or(Refusal::NoSuchRecord)?;
    if ["id", "title"].contains(&key) && is_blank(value) {
        return Err(Refusal::Required);
    }
    if key == "id"
        && old.get("id") != Some(value)
        && catalog.resources.iter().any(|other| other.get("id") == Some(value))
    {
        return Err(Refusal::IdTaken);
    }
    Ok(changed(catalog, Target::Record(record), key, value.clone()))
}

/// A record with an id that no other has: its own, or one of its title, with the first number behind it that is free.
fn with_id(catalog: &RawCatalog, record: &Object) -> Result<Object, Refusal> {
    if record.get("title").is_none_or(is_blank) {
        return Err(Refusal::Required);
    }
    let ids: HashSet<&str> = catalog.resources.iter().filter_map(|record| text(record, "id")).collect();
    let own = text(record, "id").map(str::trim).filter(|id| !id.is_empty());
    let base = own.map_or_else(|| slug(text(record, "title").unwrap_or_default()), str::to_owned);
    let base = if base.is_empty() { "item".to_owned() } else { base };
    let numbered = |n: usize| if n == 1 { base.clone() } else { format!("{base}-{n}") };
    // One of so many numbers is free.
    let id = (1..=ids.len() + 1).map(numbered).find(|id| !ids.contains(id.as_str())).unwrap_or_default();
    let mut record = record.clone();
    if record.contains_key("id") {
        record.insert("id".to_owned(), id.into());
    } else {
        record.shift_insert(0, "id".to_owned(), id.into());
    }
    Ok(record)
}

fn set_head(catalog: &RawCatalog, key: &str, value: &Value) -> Result<Vec<Patch>, Refusal> {
    let is_picture = |text: &str| text.len() <= LOGO_BYTES && text.starts_with("data:image/");
    match key {
        RESOURCES => Err(Refusal::NotInHead),
        "logo" if !is_blank(value) && !value.as_str().is_some_and(is_picture) => Err(Refusal::Logo),
        _ => Ok(changed(catalog, Target::Head, key, value.clone())),
    }
}

/// Changes the member that says which facets are hidden, and in which order they stand.
fn facets(catalog: &RawCatalog, change: impl FnOnce(&mut Object)) -> Vec<Patch> {
    let mut facets = catalog.head.get("facets").and_then(Value::as_object).cloned().unwrap_or_default();
    change(&mut facets);
    facets.retain(|_, value| !is_blank(value));
    let value = if facets.is_empty() { Value::Null } else { Value::Object(facets) };
    changed(catalog, Target::Head, "facets", value)
}

/// Shows or hides a facet: an own field asks for its facet itself, the others are hidden by the head.
fn show_facet(catalog: &RawCatalog, facet: &str, is_shown: bool) -> Vec<Patch> {
    let mut fields = catalog.head.get("fields").cloned().unwrap_or_default();
    let own = fields.as_array_mut().and_then(|fields| fields.iter_mut().find(|field| field["id"] == facet));
    if let Some(Value::Object(own)) = own {
        if is_shown {
            own.insert("filter".to_owned(), true.into());
        } else {
            own.shift_remove("filter");
        }
        return changed(catalog, Target::Head, "fields", fields);
    }
    facets(catalog, |facets| {
        let mut hidden = facets.get("hidden").and_then(Value::as_array).cloned().unwrap_or_default();
        hidden.retain(|other| other != facet);
        if !is_shown {
            hidden.push(facet.into());
        }
        facets.insert("hidden".to_owned(), Value::Array(hidden));
    })
}
