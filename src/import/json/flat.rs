//! From the values of an object to fields with texts: names of persons and things for objects, all values of lists, keys joined by a
//! point where nothing names an object.

use super::value::{Object, Value};
use crate::import::names::{normalized, role_of};
use crate::import::role::Role;
use crate::import::source::{FieldIdx, Item, Source};

/// Keys whose value names the object that they stand in, the surest first.
const NAMES: [&str; 12] = [
    "name",
    "title",
    "label",
    "fullName",
    "full_name",
    "displayName",
    "display_name",
    "prefLabel",
    "fn",
    "literal",
    "value",
    "text",
];
/// Keys of the parts of a person's name: given names, family name.
const PERSONS: [(&str, &str); 6] = [
    ("given", "family"),
    ("first", "last"),
    ("firstName", "lastName"),
    ("first_name", "last_name"),
    ("givenName", "familyName"),
    ("forename", "surname"),
];
/// How deep objects are taken apart; what is deeper is one text.
const DEEPEST: usize = 3;

/// The field of a key.
fn of(name: &str, role: Option<Role>, source: &mut Source<'static>) -> FieldIdx {
    source.field(if name.trim().is_empty() { "no name" } else { name }, role)
}

/// Keys of the object in which some programs put the values of an item, beside its id: JSON:API, Airtable, Elasticsearch, GraphQL.
const WRAPPERS: [&str; 10] =
    ["attributes", "fields", "properties", "_source", "node", "data", "record", "resource", "item", "metadata"];

/// Adds the item of an object.
pub(super) fn add(object: &Object, source: &mut Source<'static>) {
    let mut item = Item::at(object.line);
    let inner = wrapped(object);
    for (key, value) in &object.members {
        match value.object().filter(|of| inner.is_some_and(|inner| std::ptr::eq(*of, inner))) {
            Some(inner) => put_members(inner, "", 0, &mut item, source),
            None => put(key, value, 0, &mut item, source),
        }
    }
    push(item, source);
}

/// The object within an object that has no title itself, in which its values stand.
fn wrapped(object: &Object) -> Option<&Object> {
    let is_title = |(key, value): &(String, Value)| {
        role_of(&normalized(key)) == Some(Role::Title) && !single(value).trim().is_empty()
    };
    let has_title = |object: &Object| object.members.iter().any(is_title);
    let of = |key: &&str| object.get(key).and_then(Value::object).filter(|inner| has_title(inner));
    WRAPPERS.iter().find_map(of).filter(|_| !has_title(object))
}

/// Adds the item of an object that stands under a key.
pub(super) fn add_named(key: &str, object: &Object, source: &mut Source<'static>) {
    let mut item = Item::at(object.line);
    let has_title = NAMES[..3].iter().any(|name| object.get(name).is_some());
    let field = of(if has_title { "key" } else { "title" }, None, source);
    item.push(field, key);
    put_members(object, "", 0, &mut item, source);
    push(item, source);
}

fn put_members(object: &Object, before: &str, depth: usize, item: &mut Item<'static>, source: &mut Source<'static>) {
    for (key, value) in &object.members {
        let name = if before.is_empty() { key.clone() } else { format!("{before}.{key}") };
        put(&name, value, depth, item, source);
    }
}

fn put(name: &str, value: &Value, depth: usize, item: &mut Item<'static>, source: &mut Source<'static>) {
    if is_mail_key(name) {
        let field = of(name, Some(Role::Private), source);
        return push_texts(field, value, item);
    }
    match value {
        Value::Object(object) if naming(object).is_none() && has_single(object) && depth < DEEPEST => {
            put_members(object, name, depth + 1, item, source);
        }
        // A title in several languages or forms: the first is the title.
        Value::List(values) if is_title_key(name) && values.len() > 1 => {
            for (at, value) in values.iter().enumerate() {
                let field = if at == 0 { of(name, None, source) } else { of("other titles", Some(Role::Own), source) };
                push_texts(field, value, item);
            }
        }
        value => {
            let field = of(name, None, source);
            push_texts(field, value, item);
            for value in value.items() {
                put_beside(name, value, item, source);
            }
        }
    }
}

/// Adds what stands beside the name of an object: addresses of mail are private, the rest is left out with its name in the report.
fn put_beside(name: &str, value: &Value, item: &mut Item<'static>, source: &mut Source<'static>) {
    let Some((object, (_, used))) = value.object().and_then(|object| Some((object, naming(object)?))) else {
        return;
    };
    for (key, value) in &object.members {
        let is_single = !matches!(value, Value::List(_) | Value::Object(_) | Value::Null);
        if !is_single || used.contains(&key.as_str()) {
            continue;
        }
        let text = single(value);
        let is_mail = is_mail_key(key) || text.contains('@') && !text.contains(' ');
        let role = if is_mail { Role::Private } else { Role::LeftOut };
        let field = of(&format!("{name}.{key}"), Some(role), source);
        item.push(field, &text);
    }
}

/// Adds the texts of a value to a field of an item.
pub(super) fn push_texts(field: FieldIdx, value: &Value, item: &mut Item<'static>) {
    for text in &texts(value) {
        item.push(field, text);
    }
}

fn is_mail_key(key: &str) -> bool {
    let key = key.rsplit('.').next().unwrap_or(key).to_lowercase();
    matches!(key.as_str(), "email" | "e-mail" | "mail" | "hasemail" | "email_address" | "emailaddress")
}

fn is_title_key(key: &str) -> bool {
    key.eq_ignore_ascii_case("title")
}

/// Whether an object has a single value, not lists and objects alone.
fn has_single(object: &Object) -> bool {
    object.members.iter().any(|(_, value)| !matches!(value, Value::List(_) | Value::Object(_) | Value::Null))
}

/// What names an object, and the keys that say it.
fn naming(object: &Object) -> Option<(String, Vec<&'static str>)> {
    let known = |key: &str| object.text(key).trim();
    if let Some((given, family)) = PERSONS.into_iter().find(|(_, family)| !known(family).is_empty()) {
        let name = format!("{} {}", known(given), known(family));
        return Some((name.trim().to_owned(), vec![given, family]));
    }
    let key = NAMES.into_iter().find(|key| !known(key).is_empty())?;
    Some((known(key).to_owned(), vec![key]))
}

/// The texts of a value: each of a list, the name of an object, or all that stands in one.
pub(super) fn texts(value: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Null => {}
            Value::List(values) => open.extend(values.iter().rev()),
            Value::Object(object) => match naming(object) {
                Some((name, _)) => texts.push(name),
                None if object.members.iter().filter(|(_, value)| !single(value).is_empty()).count() > 1 => {
                    texts.push(described(object));
                    let nested = object.members.iter().map(|(_, value)| value);
                    open.extend(nested.rev().filter(|value| matches!(value, Value::List(_) | Value::Object(_))));
                }
                None => open.extend(object.members.iter().rev().map(|(_, value)| value)),
            },
            value => texts.push(single(value)),
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// The single values of an object with their keys: `format: CSV, size: 12`.
fn described(object: &Object) -> String {
    let members = object.members.iter().map(|(key, value)| (key, single(value))).filter(|(_, text)| !text.is_empty());
    members.map(|(key, text)| format!("{key}: {text}")).collect::<Vec<String>>().join(", ")
}

/// A single value as a text: whole numbers without the point that data frames give them; empty where it is none.
fn single(value: &Value) -> String {
    match value {
        Value::Bool(is) => is.to_string(),
        Value::Number(number) => match number.strip_suffix(".0") {
            Some(whole) if whole.bytes().all(|byte| byte.is_ascii_digit()) => whole.to_owned(),
            _ => number.clone(),
        },
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// Adds an item that has any value.
pub(super) fn push(item: Item<'static>, source: &mut Source<'static>) {
    source.n_read += 1;
    if item.cells.is_empty() {
        source.leave_out("empty-object", item.place.line, "the object holds no value");
    } else {
        source.items.push(item);
    }
}
