//! Records that seem to be the same work: all are kept, and named.

use super::note::{Kind, Note, Place};
use crate::catalog::{Catalog, HashMap, Resource};
use crate::text::fold;

/// Notes on records with the title and the address of an earlier one.
pub(super) fn notes(catalog: &Catalog, places: &[Place]) -> Vec<Note> {
    let mut seen: HashMap<(String, String), usize> = HashMap::default();
    let mut notes = Vec::new();
    for (at, resource) in catalog.resources.iter().enumerate() {
        let key = (fold(resource.title.trim()), address(resource));
        if key.1.is_empty() {
            continue;
        }
        let first = *seen.entry(key).or_insert(at);
        if first == at {
            continue;
        }
        let earlier = &catalog.resources[first];
        let is_same = Resource { id: earlier.id.clone(), ..resource.clone() } == *earlier;
        let how = if is_same { "is the same as" } else { "looks like" };
        let text = format!("{} {how} the item on line {}; both are kept", resource.title, places[first].line);
        notes.push(Note::new(Kind::Warning, "duplicate", places[at].clone(), text));
    }
    notes
}

/// The address of a record without what may differ between two forms of it.
fn address(resource: &Resource) -> String {
    let url = resource.url.as_deref().unwrap_or_default().to_lowercase();
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}
