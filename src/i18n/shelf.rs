//! Words for what happens to the shelf, and for what is printed.

use super::date_text;
use super::functions::{
    add_to_list, added_to_list, deleted_list, for_whom, item_is_back, list_is_back, moved_to_place, removed_from,
    resources_of_catalog, resources_printed, saved_to, with_count,
};
use crate::shelf::{NotStored, Removed};
use crate::text::isolated;

/// "For whom: Teachers"; nothing of an empty text.
pub fn list_for(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| [for_whom(), &isolated(text)].join(": "))
}

pub fn list_with_count(name: &str, n: usize) -> String {
    with_count(name, n)
}

pub fn kept(list: &str, refusal: Option<NotStored>) -> String {
    saved_to(&isolated(list), refusal)
}

pub fn removed(removed: &Removed) -> String {
    match removed {
        Removed::Item { list, item, .. } => removed_from(&isolated(&item.title), &isolated(list)),
        Removed::List { list, .. } => deleted_list(&isolated(&list.name), list.items.len()),
    }
}

pub fn restored(removed: &Removed) -> String {
    match removed {
        Removed::Item { item, .. } => item_is_back(&isolated(&item.title)),
        Removed::List { list, .. } => list_is_back(&isolated(&list.name)),
    }
}

/// The new place of a resource in its list, from 0.
pub fn moved(title: &str, place: usize, of: usize) -> String {
    moved_to_place(&isolated(title), place + 1, of)
}

pub fn add_to(list: &str) -> String {
    add_to_list(&isolated(list))
}

pub fn added(n: usize, list: &str) -> String {
    added_to_list(n, &isolated(list))
}

/// "12 resources · printed November 23, 2026"
pub fn printed(n: usize, date: &str) -> String {
    resources_printed(n, &date_text(date))
}

/// "12 resources from Competency Education Explorer, November 23, 2026."
pub fn list_from(n: usize, catalog: &str, date: &str) -> String {
    resources_of_catalog(n, catalog, &date_text(date))
}

/// The name of a file for a list: its name with all but letters and digits as hyphens.
pub fn file_of(list: &str) -> String {
    let words: Vec<&str> = list.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "list".to_owned() } else { words.join("-").to_lowercase() }
}
