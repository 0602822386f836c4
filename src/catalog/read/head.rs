//! The head of a catalog, read as leniently as records are: a wrong value costs itself only.

use serde_json::{Map, Value};

use super::finding::{Expected, Finding, FindingKind, Odd, Place, add, shown};
use super::home::home;
use super::keys;
use super::lenient::Taker;
use crate::catalog::hash::{HashMap, HashSet};
use crate::catalog::model::{FIELDS, Field, FieldKind, Head, Term, Vocabulary};

/// The head of a catalog from the members of its outermost object; `lines` says where each stands.
pub(super) fn read(
    mut members: Map<String, Value>,
    lines: &HashMap<String, usize>,
    findings: &mut Vec<Finding>,
) -> Head {
    let mut found = |field: &str, kind| {
        // What is no member itself stands in the vocabulary.
        let line = lines.get(field).or(lines.get("vocabulary")).copied().unwrap_or(1);
        add(findings, Finding { place: Place { field: Some(field.to_owned()), line, ..Place::default() }, kind });
    };
    let first_page = match members.shift_remove("home") {
        None | Some(Value::Null) => None,
        Some(Value::Object(object)) => Some(home(object, &mut |kind| found("home", kind))),
        Some(other) => {
            found("home", FindingKind::WrongType(Expected::Object, shown(&other)));
            None
        }
    };
    let mut take = Taker { object: &mut members, found: &mut found };
    let head = Head {
        id: take.text("id"),
        title: take.text("title").unwrap_or_default(),
        description: take.text("description"),
        language: take.text("language"),
        updated: take.text("updated"),
        homepage: take.text("homepage"),
        license: take.text("license"),
        home: first_page,
        vocabulary: vocabulary(take.map("vocabulary"), take.found),
        fields: Vec::new(),
        other: Map::new(),
    };
    let objects = objects(&mut members, "fields", &mut found);
    let fields: Vec<Field> = objects.into_iter().filter_map(|field| self::field(field, &mut found)).collect();
    let fields = once(fields, "fields", |field| &field.id, &mut found);
    for field in fields.iter().filter(|field| FIELDS.iter().any(|(key, _)| *key == field.id)) {
        found("fields", FindingKind::Odd(Odd::BuiltIn, field.id.clone()));
    }
    for colour in members.get("colours").and_then(Value::as_object).into_iter().flat_map(Map::values) {
        if !colour.as_str().is_some_and(is_colour) {
            found("colours", FindingKind::Odd(Odd::Colour, shown(colour)));
        }
    }
    keys::slips(&members, &keys::HEAD, &mut found);
    Head { fields, other: members, ..head }
}

/// Whether a text is a colour as the format has it: `#rrggbb`.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn vocabulary(mut object: Map<String, Value>, found: &mut dyn FnMut(&str, FindingKind)) -> Vocabulary {
    let mut terms = |key: &str| -> Vec<Term> {
        let terms = objects(&mut object, key, found).into_iter().filter_map(|term| self::term(term, found)).collect();
        once(terms, key, |term| &term.id, found)
    };
    let (themes, types, audiences) = (terms("themes"), terms("types"), terms("audiences"));
    let (levels, access) = (terms("levels"), terms("access"));
    let mut wrong = |value: &Value| found("synonyms", FindingKind::WrongType(Expected::Groups, shown(value)));
    let synonyms = match object.shift_remove("synonyms") {
        // A wrong group costs itself alone.
        Some(Value::Array(groups)) => {
            let mut group = |group: Value| {
                let texts: Option<Vec<String>> = serde_json::from_value(group.clone()).ok();
                if texts.is_none() {
                    wrong(&group);
                }
                texts
            };
            groups.into_iter().filter_map(&mut group).collect()
        }
        None | Some(Value::Null) => Vec::new(),
        Some(other) => {
            wrong(&other);
            Vec::new()
        }
    };
    keys::slips(&object, &keys::VOCABULARY, found);
    Vocabulary { themes, types, audiences, levels, access, synonyms, other: object }
}

/// The things of a list with ids of their own; what has the id of an earlier one is found and left out.
fn once<T>(things: Vec<T>, key: &str, id: impl Fn(&T) -> &str, found: &mut dyn FnMut(&str, FindingKind)) -> Vec<T> {
    let mut ids = HashSet::default();
    let mut is_new = |thing: &T| {
        let is_new = ids.insert(id(thing).to_owned());
        if !is_new {
            found(key, FindingKind::DuplicateTerm(id(thing).to_owned()));
        }
        is_new
    };
    things.into_iter().filter(|thing| is_new(thing)).collect()
}

/// The objects of a list; what is no object is found and left out.
fn objects(
    object: &mut Map<String, Value>,
    key: &str,
    found: &mut dyn FnMut(&str, FindingKind),
) -> Vec<Map<String, Value>> {
    let Some(value) = object.shift_remove(key).filter(|value| !value.is_null()) else { return Vec::new() };
    let Value::Array(values) = value else {
        found(key, FindingKind::WrongType(Expected::Objects, shown(&value)));
        return Vec::new();
    };
    let mut objects = Vec::with_capacity(values.len());
    for value in values {
        match value {
            Value::Object(object) => objects.push(object),
            other => found(key, FindingKind::WrongType(Expected::Object, shown(&other))),
        }
    }
    objects
}

fn term(mut object: Map<String, Value>, found: &mut dyn FnMut(&str, FindingKind)) -> Option<Term> {
    let mut take = Taker { object: &mut object, found };
    let Some(id) = take.text("id") else {
        let value = shown(&Value::Object(take.object.clone()));
        (take.found)("id", FindingKind::WrongType(Expected::Id, value));
        return None;
    };
    let label = take.text("label").unwrap_or_else(|| id.clone());
    let (parent, definition, icon) = (take.text("parent"), take.text("definition"), take.text("icon"));
    keys::slips(&object, &keys::TERM, found);
    Some(Term { id, label, parent, definition, icon, other: object })
}

fn field(mut object: Map<String, Value>, found: &mut dyn FnMut(&str, FindingKind)) -> Option<Field> {
    let mut is_set = |key: &str| object.shift_remove(key).and_then(|value| value.as_bool()).unwrap_or(false);
    let (filter, compare) = (is_set("filter"), is_set("compare"));
    let mut take = Taker { object: &mut object, found };
    let Some(id) = take.text("id") else {
        let value = shown(&Value::Object(take.object.clone()));
        (take.found)("fields", FindingKind::WrongType(Expected::Id, value));
        return None;
    };
    let label = take.text("label").unwrap_or_else(|| id.clone());
    let kind = match take.text("kind").as_deref() {
        Some("number") => FieldKind::Number,
        Some("date") => FieldKind::Date,
        Some("text") => FieldKind::Text,
        None | Some("terms") => FieldKind::Terms,
        Some(other) => {
            (take.found)("fields", FindingKind::WrongType(Expected::Kind, other.to_owned()));
            FieldKind::Terms
        }
    };
    keys::slips(&object, &keys::FIELD, &mut |_, kind| found("fields", kind));
    Some(Field { id, label, kind, filter, compare, other: object })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use crate::catalog::read::read;

    #[track_caller]
    fn check(members: &str, id: Option<&str>, storage_id: &str) {
        let (catalog, _) = read(format!("{{{members}\"resources\": []}}").as_bytes()).unwrap();
        assert_eq!((catalog.head.id.as_deref(), catalog.head.storage_id()), (id, storage_id), "{members}");
        let again = read(&serde_json::to_vec(&catalog).unwrap()).unwrap().0;
        assert_eq!(again.head, catalog.head, "{members}");
    }

    #[test]
    fn a_catalog_is_stored_under_its_id_and_else_under_its_title() {
        check(r#""id": "cbe", "title": "Explorer","#, Some("cbe"), "cbe");
        check(r#""title": "Explorer","#, None, "Explorer");
        check(r#""id": " ", "title": "Explorer","#, None, "Explorer");
        check(r#""id": 7, "title": "Explorer","#, Some("7"), "7");
        check("", None, "");
    }
}
