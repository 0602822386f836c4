//! What a reader takes away: resources in the formats of other programs, citations, metadata for machines.
//!
//! Each format has a file of its own and turns one resource after the other into text, so that any number of them can be
//! written while memory holds one. Nothing here reads the clock: who wants a day of access in a citation says it.
//!
//! ```
//! use competency_explorer::catalog::{Head, Resource};
//! use competency_explorer::export::{Format, export};
//! let resource = Resource { id: "a".into(), title: "Seat Time".into(), ..Resource::default() };
//! assert!(export(Format::Ris, &Head::default(), [resource]).contains("TI  - Seat Time\r\n"));
//! ```

mod cells;
pub mod citation;
mod context;
mod escape;
mod formats;
mod identifier;
mod kind;
mod metadata;
mod object;
mod parts;
mod search;
mod title;

use crate::catalog::{HashMap, Head, Resource, Term};

pub use cells::{csv_table, guarded_cell, markdown_table, read_cell};
pub use context::{Context, Known};
pub use escape::html as escape_html;
pub use formats::columns;
pub use formats::json_ld::record as json_ld;
use formats::{bibtex, csl_json, csv, html, json, json_ld, markdown, ris};
use identifier::{doi, doi_address};
pub use kind::{Class, Kind, OTHER};
pub use metadata::{COINS, coins, meta};
pub use parts::Parts;
pub use search::{Search, search_citation};

/// A format that resources can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For LaTeX, with BibTeX or biblatex.
    Bibtex,
    /// For reference managers.
    Ris,
    /// For citation processors, and Zotero.
    CslJson,
    /// For spreadsheets.
    Csv,
    /// A catalog of its own, with the vocabulary.
    Json,
    /// For notes and wikis.
    Markdown,
    /// A plain list that can be pasted into a word processor.
    Html,
    /// schema.org, for search engines.
    JsonLd,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Bibtex, Self::Ris, Self::CslJson, Self::Csv, Self::Json, Self::Markdown, Self::Html, Self::JsonLd];

    /// The word for the format, in commands and addresses.
    pub fn word(self) -> &'static str {
        self.facts().0
    }

    /// The ending of a file's name, without the point.
    pub fn ending(self) -> &'static str {
        self.facts().1
    }

    /// The media type of a file, all in UTF-8.
    pub fn media_type(self) -> &'static str {
        self.facts().2
    }

    /// The format that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Bibtex => ("bibtex", "bib", "application/x-bibtex"),
            Self::Ris => ("ris", "ris", "application/x-research-info-systems"),
            Self::CslJson => ("csl-json", "json", "application/vnd.citationstyles.csl+json"),
            Self::Csv => ("csv", "csv", "text/csv"),
            Self::Json => ("json", "json", "application/json"),
            Self::Markdown => ("markdown", "md", "text/markdown"),
            Self::Html => ("html", "html", "text/html"),
            Self::JsonLd => ("jsonld", "jsonld", "application/ld+json"),
        }
    }
}

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

/// The label of a term, or the id itself where the vocabulary has none.
fn label<'a>(terms: &'a [Term], id: &'a str) -> &'a str {
    terms.iter().find(|term| term.id == id).map_or(id, |term| &term.label)
}

/// The labels of terms.
fn labels(terms: &[Term], ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| label(terms, id).to_owned()).collect()
}

/// The label of a resource's type; empty where none is stated.
fn type_label<'a>(resource: &'a Resource, head: &'a Head) -> &'a str {
    resource.r#type.as_deref().map_or("", |id| label(&head.vocabulary.types, id))
}

/// The labels of a resource's themes, then its keywords.
fn subjects(resource: &Resource, head: &Head) -> Vec<String> {
    let mut subjects = labels(&head.vocabulary.themes, &resource.themes);
    for keyword in &resource.keywords {
        if !subjects.contains(keyword) {
            subjects.push(keyword.clone());
        }
    }
    subjects
}

/// The language of a resource, or that of its catalog.
fn language<'a>(resource: &'a Resource, head: &'a Head) -> Option<&'a str> {
    resource.language.as_deref().or(head.language.as_deref())
}
