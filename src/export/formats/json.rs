//! JSON: a catalog of its own, with the whole vocabulary, that reads back as it was.

use crate::catalog::{write_head, write_resource};
use crate::export::item::{FormatWriter, Heading, Item, separate};

/// Writes JSON.
#[derive(Debug)]
pub(in crate::export) struct Json;

impl FormatWriter for Json {
    fn open(&mut self, heading: &Heading<'_>, out: &mut String) {
        let written = write_head(heading.head);
        out.push_str(written.strip_suffix('}').unwrap_or(&written));
        out.push_str(if written.len() > 2 { ",\n\"resources\":[" } else { "\"resources\":[" });
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        separate(item, out);
        out.push_str(&write_resource(item.resource));
    }

    fn finish(&mut self, out: &mut String) {
        out.push_str("\n]}\n");
    }
}
