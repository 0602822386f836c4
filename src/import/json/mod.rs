//! Records of JSON: a list of objects at any depth, an object a line (NDJSON), columns, rows, catalogs of data sets, and
//! CSL-JSON.
//!
//! | file | what it does |
//! | --- | --- |
//! | `value` | from text to values, whatever is wrong with it |
//! | `shape` | where the items are, and in which shape |
//! | `flat` | from the values of an object to texts |
//! | `datasets` | catalogs of data sets, as public offices publish them (DCAT-US) |
//! | `csl` | items of CSL-JSON |
//!
//! The reader of JSON is our own as well: `serde_json` keeps the last of equal keys alone, ends at the first fault, and has no lines of
//! values.

mod csl;
mod datasets;
mod flat;
mod shape;
mod value;

use super::note::{Kind, Place};
use super::source::Source;
use shape::{Items, items_of};
use value::{Fault, Parser, Value};

/// The items of a text.
pub(super) fn read(text: &str) -> Source<'static> {
    let mut source = Source::default();
    if is_lines(text) {
        let values = lines(text, &mut source);
        push(&Value::List(values), &mut source);
        return source;
    }
    let mut parser = Parser::new(text);
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    while parser.peek().is_some() {
        match parser.value(0) {
            Ok(value) => values.push(value),
            Err(fault) => {
                faults.push(fault);
                break;
            }
        }
        parser.eat(b',');
    }
    faults.extend(std::mem::take(&mut parser.broken));
    // Values behind one another are a list without brackets.
    let value = if values.len() == 1 { values.remove(0) } else { Value::List(values) };
    push(&value, &mut source);
    source.n_read += faults.len();
    for Fault { line, what } in faults {
        source.leave_out("broken-json", line, format!("what begins here is not valid JSON: {what}"));
    }
    for Fault { line, what } in parser.slips {
        source.note(
            Kind::Warning,
            "mended-json",
            Place::line(line),
            format!("this is not valid JSON: {what}; it was read all the same"),
        );
    }
    source
}

/// Adds the items of a value.
fn push(value: &Value, source: &mut Source<'static>) {
    if let Some(datasets) = datasets::of(value) {
        return datasets::push(datasets, source);
    }
    match items_of(value) {
        Items::Objects(objects) if csl::is_csl(&objects) => csl::push(&objects, source),
        Items::Objects(objects) => {
            for object in objects {
                flat::add(object, source);
            }
        }
        Items::Rows(header, rows) => shape::push_rows(&header, rows, source),
        Items::Columns(columns) => shape::push_columns(&columns, source),
        Items::Named(members) => {
            for (key, object) in members {
                flat::add_named(key, object, source);
            }
        }
        Items::Texts(texts) => {
            let field = source.plain_field("title");
            for (at, text) in texts.into_iter().enumerate() {
                let mut item = super::source::Item::at(at + 1);
                item.push(field, text);
                source.n_read += 1;
                source.items.push(item);
            }
        }
    }
}

/// Whether a text has a value a line: its first line alone is an object or a list, and the next begins one; or its second is, and the
/// first and the third begin one as well, with a key: not those of a list that has an object a line.
fn is_lines(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second), third) = (lines.next(), lines.next(), lines.next()) else { return false };
    let opens = |line: &str| line.starts_with(['{', '[']);
    let has_key = |line: &str| line.starts_with('{') && line.contains('"');
    opens(first) && opens(second) && is_whole(first)
        || has_key(first) && is_whole(second) && has_key(second) && third.is_none_or(has_key)
}

fn is_whole(line: &str) -> bool {
    let mut parser = Parser::new(line);
    parser.value(0).is_ok() && parser.peek().is_none() && parser.slips.is_empty() && parser.broken.is_empty()
}

/// The values of lines; one that can't be read is noted, with the line itself.
fn lines(text: &str, source: &mut Source<'static>) -> Vec<Value> {
    let mut values = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            continue;
        }
        let mut parser = Parser::new(line);
        let value = parser.value(0);
        let value = match (value, parser.slips.first().or(parser.broken.first())) {
            (Ok(value), None) => Ok(value),
            (_, Some(fault)) => Err(fault.what),
            (Err(fault), None) => Err(fault.what),
        };
        match value {
            Ok(Value::Object(object)) => values.push(Value::Object(value::Object { line: at + 1, ..object })),
            Ok(value) => values.push(value),
            Err(what) => {
                const SHOWN: usize = 120;
                source.n_read += 1;
                let shown = crate::text::shortened(line, SHOWN);
                source.leave_out("broken-json", at + 1, format!("the line is not valid JSON ({what}): {shown}"));
            }
        }
    }
    values
}
