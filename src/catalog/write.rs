//! Writing: a head and resources as the JSON that the reader takes.
//!
//! These types always have a JSON form: their keys are texts.

use std::fmt::Write as _;

use crate::catalog::model::{Head, Resource};

/// The head of a catalog as an object.
pub fn write_head(head: &Head) -> String {
    escaped(serde_json::to_string(head).unwrap_or_default())
}

/// A resource as an object.
pub fn write_resource(resource: &Resource) -> String {
    escaped(serde_json::to_string(resource).unwrap_or_default())
}

/// JSON with the control characters as numbers that JSON may have as they are: they stand in texts alone.
fn escaped(json: String) -> String {
    if !json.bytes().any(|byte| byte == 0x7f || byte == 0xc2) || !json.contains(char::is_control) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 8);
    for c in json.chars() {
        if c.is_control() {
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}
