//! An export: one resource after the other, in one of the formats.

use super::context::Context;
use super::formats::Format;
use super::item::{FormatWriter, Heading, Item};
use crate::catalog::{HashMap, Resource};

/// An export in the making.
#[derive(Debug)]
pub struct Export<'a> {
    writer: Box<dyn FormatWriter>,
    context: Context<'a>,
    n: usize,
    /// What the resources are called together; empty where that is the catalog's title.
    title: String,
    /// What the reader noted, by the ids of resources.
    notes: HashMap<String, String>,
}

impl<'a> Export<'a> {
    /// Begins an export from a catalog, which a head alone is too.
    pub fn new(format: Format, context: impl Into<Context<'a>>) -> Self {
        Self { writer: format.writer(), context: context.into(), n: 0, title: String::new(), notes: HashMap::default() }
    }

    /// Names the resources: formats with a heading (Markdown, HTML) have this one in place of the catalog's title.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        title.trim().clone_into(&mut self.title);
        self
    }

    /// Adds what the reader noted on resources, by their ids; formats that have a place for notes show it.
    #[must_use]
    pub fn with_notes(mut self, notes: impl IntoIterator<Item = (String, String)>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// The whole text of resources, in their order.
    pub fn text(mut self, resources: impl IntoIterator<Item = Resource>) -> String {
        let mut out = String::new();
        resources.into_iter().for_each(|resource| self.push(&resource, &mut out));
        self.finish(&mut out);
        out
    }

    /// Appends the next resource to the text.
    pub fn push(&mut self, resource: &Resource, out: &mut String) {
        if self.n == 0 {
            self.open(out);
        }
        self.n += 1;
        let note = self.notes.get(&resource.id).map_or("", String::as_str);
        self.writer.push(&Item { resource, context: self.context, n: self.n, note }, out);
    }

    /// Appends what stands at the end.
    pub fn finish(mut self, out: &mut String) {
        if self.n == 0 {
            self.open(out);
        }
        self.writer.finish(out);
    }

    fn open(&mut self, out: &mut String) {
        let head = self.context.head;
        let title = if self.title.is_empty() { &head.title } else { &self.title };
        self.writer.open(&Heading { head, title }, out);
    }
}

/// Resources of a catalog in a format, in their order.
pub fn export<'a>(
    format: Format,
    context: impl Into<Context<'a>>,
    resources: impl IntoIterator<Item = Resource>,
) -> String {
    Export::new(format, context).text(resources)
}
