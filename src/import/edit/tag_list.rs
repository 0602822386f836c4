//! The tags of a list, with how many records have each.

use serde_json::Value;

use super::tags::{WITH_TERMS, WITHOUT_TERMS, key_of};
use crate::catalog::HashMap;
use crate::import::raw_catalog::{Object, RawCatalog, text};

/// A tag as commands name it, and what is known of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tag {
    /// Its id where its list has a vocabulary, else its text.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// How many records have it.
    pub n: usize,
    /// What it means.
    pub definition: Option<String>,
    /// Id of the broader theme.
    pub parent: Option<String>,
}

/// Whether a list has a vocabulary: its tags have ids, and can be defined.
#[must_use]
pub fn has_terms(list: &str) -> bool {
    WITH_TERMS.iter().any(|(key, _)| *key == list)
}

/// The lists of a catalog that have tags: themes and keywords first, the fields of terms of its own last, each with its label if it has one.
#[must_use]
pub fn tag_lists(catalog: &RawCatalog) -> Vec<(String, Option<String>)> {
    let built_in = ["themes", "keywords", "type", "audiences", "levels", "places", "publishers", "access"];
    let mut lists: Vec<(String, Option<String>)> = built_in.iter().map(|list| ((*list).to_owned(), None)).collect();
    let fields =
        catalog.head.get("fields").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    for field in fields.filter(|field| text(field, "kind") == Some("terms")) {
        if let Some(id) = text(field, "id") {
            lists.push((id.to_owned(), Some(text(field, "label").unwrap_or(id).to_owned())));
        }
    }
    lists.retain(|(list, _)| !tags(catalog, list).is_empty());
    lists
}

/// The tags of a list, the most frequent first; those of the vocabulary that no record has, too.
#[must_use]
pub fn tags(catalog: &RawCatalog, list: &str) -> Vec<Tag> {
    let mut found: Vec<Tag> = terms(catalog, list).map(of_term).collect();
    let mut places: HashMap<String, usize> =
        found.iter().enumerate().map(|(at, tag)| (key_of(list, &tag.id), at)).collect();
    let is_own = !has_terms(list) && !WITHOUT_TERMS.contains(&list);
    for record in &catalog.resources {
        let value = if is_own { record.get("extra").and_then(|extra| extra.get(list)) } else { record.get(list) };
        let values = match value {
            Some(Value::Array(values)) => values.as_slice(),
            Some(value) => std::slice::from_ref(value),
            None => &[],
        };
        let mut met: Vec<usize> = Vec::new();
        for tag in values.iter().filter_map(Value::as_str).filter(|tag| !tag.trim().is_empty()) {
            let place = *places.entry(key_of(list, tag)).or_insert(found.len());
            if place == found.len() {
                found.push(Tag { id: tag.to_owned(), label: tag.to_owned(), ..Tag::default() });
            }
            if !met.contains(&place) {
                met.push(place);
                found[place].n += 1;
            }
        }
    }
    found.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.label.cmp(&b.label)));
    found
}

fn terms<'a>(catalog: &'a RawCatalog, list: &str) -> impl Iterator<Item = &'a Object> {
    let key = WITH_TERMS.iter().find(|(key, _)| *key == list).map(|(_, key)| *key);
    let terms = key.and_then(|key| catalog.head.get("vocabulary")?.get(key)?.as_array());
    terms.into_iter().flatten().filter_map(Value::as_object).filter(|term| term.contains_key("id"))
}

fn of_term(term: &Object) -> Tag {
    let of = |key: &str| text(term, key).map(str::to_owned);
    let id = of("id").unwrap_or_default();
    Tag {
        label: of("label").unwrap_or_else(|| id.clone()),
        id,
        n: 0,
        definition: of("definition"),
        parent: of("parent"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{tag_lists, tags};
    use crate::import::RawCatalog;

    #[test]
    fn tags_are_counted_as_facets_count_them() {
        let json = r#"{"title":"T","vocabulary":{"themes":[{"id":"m","label":"Maps","parent":"w"},{"id":"w","label":"World","definition":"All"}]},
            "fields":[{"id":"shelf","label":"Shelf","kind":"terms"},{"id":"n","label":"N","kind":"number"}],
            "resources":[{"id":"a","title":"A","themes":["m","odd"],"keywords":["Salt","salt"],"extra":{"shelf":"A1","n":3}},
            {"id":"b","title":"B","themes":["m"],"keywords":["SALT","tin"]}]}"#;
        let catalog = RawCatalog::read(json.as_bytes()).unwrap().0;
        let counted = |list: &str| tags(&catalog, list).into_iter().map(|tag| (tag.label, tag.n)).collect::<Vec<_>>();
        let of = |pairs: &[(&str, usize)]| pairs.iter().map(|(label, n)| ((*label).to_owned(), *n)).collect::<Vec<_>>();
        assert_eq!(counted("themes"), of(&[("Maps", 2), ("odd", 1), ("World", 0)]));
        assert_eq!(counted("keywords"), of(&[("Salt", 2), ("tin", 1)]));
        assert_eq!(counted("shelf"), of(&[("A1", 1)]));
        let lists: Vec<String> = tag_lists(&catalog).into_iter().map(|(list, _)| list).collect();
        assert_eq!(lists, ["themes", "keywords", "shelf"]);
    }
}
