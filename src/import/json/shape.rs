//! Where the items of a JSON value are, and in which shape.

use super::flat::{push, push_texts};
use super::value::{Object, Value};
use crate::import::source::{Item, Source};

/// The items of a value.
pub(super) enum Items<'a> {
    /// A list of objects.
    Objects(Vec<&'a Object>),
    /// A row of names, and rows of values.
    Rows(Vec<String>, &'a [Value]),
    /// Columns: a name, and the values of all items.
    Columns(Vec<(&'a str, Vec<&'a Value>)>),
    /// Objects under keys that are their names.
    Named(Vec<(&'a str, &'a Object)>),
    /// A list of texts.
    Texts(Vec<&'a str>),
}

/// Keys under which lists of items stand, the surest first.
const LISTS: [&str; 14] = [
    "items",
    "records",
    "resources",
    "results",
    "entries",
    "references",
    "features",
    "dataset",
    "datasets",
    "rows",
    "data",
    "value",
    "@graph",
    "list",
];
/// Keys that name an object.
const TITLES: [&str; 4] = ["title", "name", "label", "titel"];
/// Into how many objects within one another a list is looked for.
const DEEPEST: usize = 8;

/// The items of a value: its lists are compared, and the best is taken.
pub(super) fn items_of(value: &Value) -> Items<'_> {
    match value {
        Value::List(items) => of_list(items),
        Value::Object(object) => of_object(object),
        _ => Items::Texts(value.text().into_iter().collect()),
    }
}

fn of_list(items: &[Value]) -> Items<'_> {
    let objects: Vec<&Object> = items.iter().filter_map(Value::object).collect();
    if !objects.is_empty() {
        return Items::Objects(objects.into_iter().map(inner).collect());
    }
    if items.iter().any(|item| matches!(item, Value::List(_))) {
        return of_rows(items);
    }
    Items::Texts(items.iter().filter_map(Value::text).collect())
}

/// The object that holds the values of a feature of `GeoJSON` (RFC 7946, section 3.2), or the object itself.
fn inner(object: &Object) -> &Object {
    let is_feature = object.text("type") == "Feature";
    object.get("properties").and_then(Value::object).filter(|_| is_feature).unwrap_or(object)
}

/// Rows of values: the first names the columns, if it is of texts alone.
fn of_rows(rows: &[Value]) -> Items<'_> {
    let names: Option<Vec<String>> = match rows.first() {
        Some(Value::List(first)) if !first.is_empty() => {
            first.iter().map(|cell| if let Value::Text(name) = cell { Some(name.clone()) } else { None }).collect()
        }
        _ => None,
    };
    match names {
        Some(names) => Items::Rows(names, &rows[1..]),
        None => Items::Rows(Vec::new(), rows),
    }
}

fn of_object(object: &Object) -> Items<'_> {
    if let (Some(Value::List(names)), Some(Value::List(rows))) = (object.get("columns"), object.get("data"))
        && rows.iter().all(|row| matches!(row, Value::List(_)))
    {
        let names = names.iter().map(|name| name.text().or(name.object().map(|o| o.text("name"))).unwrap_or_default());
        return Items::Rows(names.map(str::to_owned).collect(), rows);
    }
    if let Some(columns) = columns(object) {
        return Items::Columns(columns);
    }
    if let Some(list) = best_list(object) {
        return of_list(list);
    }
    if let Some(named) = named(object) {
        return Items::Named(named);
    }
    Items::Objects(vec![object])
}

/// The columns of an object: every value is a list, or an object with numbers for keys, of single values.
fn columns(object: &Object) -> Option<Vec<(&str, Vec<&Value>)>> {
    let is_single = |value: &Value| !matches!(value, Value::List(_) | Value::Object(_));
    let mut columns = Vec::new();
    for (name, value) in &object.members {
        let values: Vec<&Value> = match value {
            Value::List(values) => values.iter().collect(),
            Value::Object(inner) if inner.members.iter().all(|(key, _)| is_index(key)) => {
                inner.members.iter().map(|(_, value)| value).collect()
            }
            _ => return None,
        };
        columns.push((name.as_str(), values));
    }
    let n = columns.first()?.1.len();
    let is_table = n > 0 && columns.iter().all(|(_, values)| values.len() == n && values.iter().all(|v| is_single(v)));
    (is_table && (columns.len() > 1 || matches!(object.members[0].1, Value::Object(_)))).then_some(columns)
}

fn is_index(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}

/// The list of items within an object: under a key that lists have, or else the longest list of objects. An object with a title whose
/// lists have none is an item itself.
fn best_list(object: &Object) -> Option<&[Value]> {
    let has_title = |object: &Object| TITLES.iter().any(|key| object.get(key).is_some());
    let mut best: Option<(bool, usize, &[Value])> = None;
    let mut open = vec![(object, 0)];
    while let Some((object, depth)) = open.pop() {
        for (key, value) in &object.members {
            match value {
                Value::List(items) => {
                    let n = items.iter().filter(|item| item.object().is_some()).count();
                    let is_listed = LISTS.contains(&key.to_lowercase().as_str());
                    let is_rows = is_listed && items.iter().any(|item| matches!(item, Value::List(_)));
                    let are_parts =
                        !is_listed && has_title(object) && !items.iter().filter_map(Value::object).any(has_title);
                    let is_better = best.is_none_or(|(known, most, _)| (is_listed, n) > (known, most));
                    if (n > 0 || is_rows) && !are_parts && is_better {
                        best = Some((is_listed, n, items));
                    }
                }
                Value::Object(inner) if depth < DEEPEST => open.push((inner, depth + 1)),
                _ => {}
            }
        }
    }
    best.map(|(.., items)| items)
}

/// Objects under keys that are their names: all values are objects, and most of their keys are the same.
fn named(object: &Object) -> Option<Vec<(&str, &Object)>> {
    let members: Option<Vec<(&str, &Object)>> =
        object.members.iter().map(|(key, value)| Some((key.as_str(), value.object()?))).collect();
    let members = members.filter(|members| members.len() > 1)?;
    let (_, first) = members.first()?;
    let is_alike = |object: &Object| object.members.iter().any(|(key, _)| first.get(key).is_some());
    members.iter().all(|(_, object)| is_alike(object)).then_some(members)
}

/// Adds the items of rows. A row of other length than the names keeps all its values.
pub(super) fn push_rows(names: &[String], rows: &[Value], source: &mut Source<'static>) {
    let n_header = usize::from(!names.is_empty());
    for (at, row) in rows.iter().enumerate() {
        let Value::List(cells) = row else { continue };
        let mut item = Item::at(at + 1 + n_header);
        for (column, cell) in cells.iter().enumerate() {
            let name = names.get(column).filter(|name| !name.trim().is_empty()).cloned();
            let name = name.unwrap_or_else(|| format!("column {}", column + 1));
            let field = source.plain_field(&name);
            push_texts(field, cell, &mut item);
        }
        push(item, source);
    }
}

/// Adds the items of columns.
pub(super) fn push_columns(columns: &[(&str, Vec<&Value>)], source: &mut Source<'static>) {
    let n = columns.first().map_or(0, |(_, values)| values.len());
    let fields: Vec<usize> = columns.iter().map(|(name, _)| source.plain_field(name)).collect();
    for at in 0..n {
        let mut item = Item::at(at + 1);
        for ((_, values), field) in columns.iter().zip(&fields) {
            push_texts(*field, values[at], &mut item);
        }
        push(item, source);
    }
}
