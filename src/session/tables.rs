//! Pages of the tables of records and of tags.

use super::answer::{FieldAnswer, RecordRow, RecordsAnswer, TagRow, TagsAnswer};
use super::request::Only;
use super::state::Session;
use crate::import::{Object, RawCatalog, edit_fields, record_words, tag_lists, tags};
use crate::limits::{OWN_PROPOSALS, OWN_ROWS};
use crate::text::{compare_key, tokens};

/// The columns of the table of records, by the keys of their fields.
pub const COLUMNS: [&str; 4] = ["title", "authors", "published", "themes"];

/// The rows of a page; of one that is beyond the last, those of the last.
pub(super) fn rows_of<T>(all: &[T], page: usize) -> &[T] {
    let from = page.min(all.len().saturating_sub(1) / OWN_ROWS) * OWN_ROWS;
    &all[from..all.len().min(from + OWN_ROWS)]
}

/// The text under a key of a record.
pub(super) fn text(record: &Object, key: &str) -> String {
    record.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
}

impl Session {
    /// A page of the records that have all words, of all or of some.
    pub(super) fn records(&mut self, query: &str, only: Option<&Only>, page: usize) -> RecordsAnswer {
        let only = only.map(|only| self.checked.alone(only));
        let catalog = self.draft().catalog();
        let words = tokens(query);
        let is_hit = |record: &Object| {
            let is_wanted = only.as_ref().is_none_or(|ids| ids.binary_search(&text(record, "id")).is_ok());
            let has_all = || {
                let text = if words.is_empty() { String::new() } else { record_words(record) };
                words.iter().all(|word| text.contains(word.as_str()))
            };
            is_wanted && has_all()
        };
        let all = catalog.resources.iter().enumerate();
        let hits: Vec<usize> = all.filter(|(_, record)| is_hit(record)).map(|(at, _)| at).collect();
        let fields = edit_fields(catalog);
        let columns: Vec<_> = COLUMNS
            .iter()
            .filter_map(|key| fields.iter().find(|field| field.label.is_none() && field.key == *key))
            .collect();
        let row = |at: &usize| {
            let record = &catalog.resources[*at];
            let cells = columns.iter().map(|field| field.text(catalog, *at)).collect();
            RecordRow { at: *at, id: text(record, "id"), title: text(record, "title"), cells }
        };
        RecordsAnswer {
            n: hits.len(),
            n_all: catalog.resources.len(),
            rows: rows_of(&hits, page).iter().map(row).collect(),
        }
    }

    /// All fields of the record of an id; none where there is none any more.
    pub(super) fn record(&mut self, shown: usize, id: &str) -> Vec<FieldAnswer> {
        let Some(at) = self.place(shown, id) else { return Vec::new() };
        let catalog = self.draft().catalog();
        let field = |field: crate::import::EditField| FieldAnswer {
            is_long: field.is_long(),
            text: field.text(catalog, at),
            key: field.key,
            label: field.label,
        };
        edit_fields(catalog).into_iter().map(field).collect()
    }
}

/// The lists that have tags.
pub(super) fn lists(catalog: &RawCatalog) -> Vec<(String, Option<String>)> {
    tag_lists(catalog)
}

/// A page of the tags of a list whose names have a part.
pub(super) fn tags_of(catalog: &RawCatalog, list: &str, query: &str, page: usize, chosen: &[String]) -> TagsAnswer {
    let all = tags(catalog, list);
    let wanted = compare_key(query).into_owned();
    let hits: Vec<_> = all.iter().filter(|tag| compare_key(&tag.label).contains(&wanted)).collect();
    let label = |id: &str| all.iter().find(|tag| tag.id == id).map_or(id, |tag| tag.label.as_str()).to_owned();
    let row = |tag: &&crate::import::Tag| TagRow {
        id: tag.id.clone(),
        label: tag.label.clone(),
        n: tag.n,
        definition: tag.definition.clone().unwrap_or_default(),
        parent: tag.parent.as_deref().map(label).unwrap_or_default(),
    };
    let is_chosen = |tag: &&crate::import::Tag| chosen.contains(&tag.id);
    let themes = if list == "themes" { OWN_PROPOSALS } else { 0 };
    TagsAnswer {
        list: list.to_owned(),
        n: hits.len(),
        rows: rows_of(&hits, page).iter().map(row).collect(),
        chosen: all.iter().filter(is_chosen).map(|tag| (tag.id.clone(), tag.label.clone())).collect(),
        themes: all.iter().take(themes).map(|tag| tag.label.clone()).collect(),
    }
}
