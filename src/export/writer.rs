//! An export: one resource after the other, in one of the formats.

use super::context::Context;
use super::format::Format;
use super::formats::{bibtex, csl_json, csv, html, json, json_ld, markdown, ris};
use crate::catalog::{HashMap, Resource};

/// An export in the making.
#[derive(Debug, Clone)]
pub struct Export<'a> {
    format: Format,
    context: Context<'a>,
    n: usize,
    /// Citation keys that are taken (BibTeX).
    keys: bibtex::Keys,
    /// What the resources are called together; empty where that is the catalog's title.
    title: String,
    /// What the reader noted, by the ids of resources.
    notes: HashMap<String, String>,
}

impl<'a> Export<'a> {
    /// Begins an export from a catalog, which a head alone is too.
    pub fn new(format: Format, context: impl Into<Context<'a>>) -> Self {
        Self {
            format,
            context: context.into(),
            n: 0,
            keys: bibtex::Keys::default(),
            title: String::new(),
            notes: HashMap::default(),
        }
    }

    /// Names the resources: formats with a heading (Markdown, HTML) have this one in place of the catalog's title.
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        title.trim().clone_into(&mut self.title);
        self
    }

    /// Adds what the reader noted on resources, by their ids; Markdown and HTML show it.
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
        let head = self.context.head;
        let note = self.notes.get(&resource.id).map_or("", String::as_str);
        match self.format {
            Format::Bibtex => bibtex::entry(resource, self.context, &mut self.keys, out),
            Format::Ris => ris::record(resource, self.context, out),
            Format::Csv => csv::row(resource, head, out),
            Format::Markdown => markdown::item(resource, head, self.n, note, out),
            Format::Html => html::item(resource, head, note, out),
            Format::CslJson | Format::Json | Format::JsonLd => {
                out.push_str(if self.n == 1 { "\n" } else { ",\n" });
                match self.format {
                    Format::CslJson => csl_json::item(resource, self.context, out),
                    Format::Json => json::record(resource, out),
                    _ => json_ld::item(resource, self.context, self.n, out),
                }
            }
        }
    }

    /// Appends what stands at the end.
    pub fn finish(self, out: &mut String) {
        if self.n == 0 {
            self.open(out);
        }
        match self.format {
            Format::CslJson => out.push_str("\n]\n"),
            Format::Json => out.push_str("\n]}\n"),
            Format::JsonLd => out.push_str("\n]}]}\n"),
            Format::Html => out.push_str(html::END),
            Format::Bibtex | Format::Ris | Format::Csv | Format::Markdown => {}
        }
    }

    fn open(&self, out: &mut String) {
        let head = self.context.head;
        let title = if self.title.is_empty() { &head.title } else { &self.title };
        match self.format {
            Format::Csv => csv::head(head, out),
            Format::CslJson => out.push('['),
            Format::Json => json::open(head, out),
            Format::JsonLd => json_ld::open(head, out),
            Format::Markdown => markdown::open(title, out),
            Format::Html => html::open(head, title, out),
            Format::Bibtex | Format::Ris => {}
        }
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
