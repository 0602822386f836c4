//! Catalogs in our own format: what their vocabulary calls a term stands for its id.

use super::flat::texts;
use super::value::{Object, Value};
use crate::catalog::HashMap;
use crate::import::name_text::with_commas;
use crate::import::role::Role;
use crate::import::source::Source;
use crate::import::work::Work;

/// Keys of a record with what they become, and the list of the vocabulary that has their terms.
const FIELDS: &[(&str, Role, &str)] = &[
    ("access", Role::Access, "access"),
    ("audiences", Role::Audience, "audiences"),
    ("doi", Role::Doi, ""),
    ("id", Role::Id, ""),
    ("keywords", Role::Keyword, ""),
    ("language", Role::Language, ""),
    ("levels", Role::Level, "levels"),
    ("minutes", Role::Minutes, ""),
    ("pages", Role::NumPages, ""),
    ("places", Role::Place, ""),
    ("published", Role::Date, ""),
    ("publishers", Role::Publisher, ""),
    ("summary", Role::Summary, ""),
    ("themes", Role::Theme, "themes"),
    ("title", Role::Title, ""),
    ("type", Role::Type, "types"),
    ("url", Role::Link, ""),
];

/// Whether a value is a catalog of our own: resources with ids, and a vocabulary or an own field beside them.
pub(super) fn is_catalog(value: &Value) -> bool {
    let Some(catalog) = value.object() else { return false };
    let Some(Value::List(resources)) = catalog.get("resources") else { return false };
    let has_head = ["vocabulary", "fields", "home"].iter().any(|key| catalog.get(key).is_some());
    has_head && resources.iter().filter_map(Value::object).any(|r| r.get("id").is_some() && r.get("title").is_some())
}

/// Adds the records of a catalog.
pub(super) fn push(value: &Value, source: &mut Source) {
    let Some(catalog) = value.object() else { return };
    source.title = Some(catalog.text("title").to_owned()).filter(|title| !title.is_empty());
    let labels = labels(catalog);
    let resources = catalog.get("resources").map_or(&[][..], Value::items);
    for resource in resources.iter().filter_map(Value::object) {
        source.n_read += 1;
        let mut work = Work::at(resource.line, source);
        for (key, value) in &resource.members {
            match FIELDS.iter().find(|(known, ..)| known == key) {
                Some((_, role, list)) => {
                    let label = |id| labels.get(&(*list, id)).copied().unwrap_or(id);
                    for text in &texts(value) {
                        work.put(key, *role, label(text));
                    }
                }
                None if key == "authors" => value.items().iter().for_each(|author| put_author(author, &mut work)),
                None if key == "extra" => put_extra(value, &labels, &mut work),
                None => work.put_all(key, Role::Own, &texts(value)),
            }
        }
        work.finish();
    }
}

/// The labels of terms, by their list and id, and of own fields, by their id.
fn labels(catalog: &Object) -> HashMap<(&str, &str), &str> {
    let mut labels = HashMap::default();
    let vocabulary = catalog.get("vocabulary").and_then(Value::object);
    let lists = vocabulary.map_or(&[][..], |vocabulary| &vocabulary.members);
    let fields = catalog.get("fields").map(|fields| ("fields", fields));
    for (list, terms) in lists.iter().map(|(list, terms)| (list.as_str(), terms)).chain(fields) {
        for term in terms.items().iter().filter_map(Value::object) {
            let label = term.text("label");
            if !label.is_empty() {
                labels.entry((list, term.text("id"))).or_insert(label);
            }
        }
    }
    labels
}

fn put_author(author: &Value, work: &mut Work<'_>) {
    let Some(object) = author.object() else {
        return work.add(Role::Author, author.text().unwrap_or_default());
    };
    let role = match object.text("role") {
        "editor" => Role::Editor,
        "translator" => Role::Translator,
        _ => Role::Author,
    };
    let parts = with_commas(object.text("family"), object.text("given"), object.text("suffix"));
    work.add(role, if parts.is_empty() { object.text("name") } else { &parts });
}

/// Adds the values of the organization's own fields, under their labels.
fn put_extra(value: &Value, labels: &HashMap<(&str, &str), &str>, work: &mut Work<'_>) {
    let Some(extra) = value.object() else { return };
    for (key, value) in &extra.members {
        let name = labels.get(&("fields", key.as_str())).copied().unwrap_or(key);
        work.put_all(name, Role::Own, &texts(value));
    }
}
