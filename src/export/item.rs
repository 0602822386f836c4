//! What a format writes: a heading, one item after the other, an end.

use std::fmt::Debug;

use super::context::Context;
use crate::catalog::{Head, Resource};

/// What stands over the resources.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'a> {
    /// The head of the catalog.
    pub(super) head: &'a Head,
    /// What the resources are called together; may be empty.
    pub(super) title: &'a str,
}

/// One resource of an export.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    /// The resource.
    pub(super) resource: &'a Resource,
    /// What its catalog knows.
    pub(super) context: Context<'a>,
    /// The how manyth it is, from 1.
    pub(super) n: usize,
    /// What the reader noted on it; may be empty.
    pub(super) note: &'a str,
}

/// Writes resources in a format, one after the other; each call appends to the text.
pub(super) trait FormatWriter: Debug {
    /// Appends what stands before the first item.
    fn open(&mut self, _heading: &Heading<'_>, _out: &mut String) {}

    /// Appends an item.
    fn push(&mut self, item: &Item<'_>, out: &mut String);

    /// Appends what stands behind the last item.
    fn finish(&mut self, _out: &mut String) {}
}

/// Appends what stands before an item of a JSON list.
pub(super) fn separate(item: &Item<'_>, out: &mut String) {
    out.push_str(if item.n == 1 { "\n" } else { ",\n" });
}
