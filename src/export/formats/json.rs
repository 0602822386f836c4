//! JSON: a catalog of its own, with the whole vocabulary, that reads back as it was.

use crate::catalog::{Head, Resource, write_head, write_resource};

pub(in crate::export) fn open(head: &Head, out: &mut String) {
    let written = write_head(head);
    out.push_str(written.strip_suffix('}').unwrap_or(&written));
    out.push_str(if written.len() > 2 { ",\n\"resources\":[" } else { "\"resources\":[" });
}

pub(in crate::export) fn record(resource: &Resource, out: &mut String) {
    out.push_str(&write_resource(resource));
}
