//! Writing: a head and resources as the JSON that the reader takes.
//!
//! These types always have a JSON form: their keys are texts.

use crate::catalog::model::{Head, Resource};

/// The head of a catalog as an object.
pub fn write_head(head: &Head) -> String {
    serde_json::to_string(head).unwrap_or_default()
}

/// A resource as an object.
pub fn write_resource(resource: &Resource) -> String {
    serde_json::to_string(resource).unwrap_or_default()
}
