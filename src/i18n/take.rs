//! Texts of what readers take away.

use super::shelf::{annotated, brief, list_file, list_page, reading_list, table_layout};
use super::{condition, number, resources};
use crate::explore::{Condition, Engine, State, conditions};
use crate::export::{Form, Format, Layout};

pub fn cite() -> &'static str {
    "Cite this resource"
}

pub fn take_as() -> &'static str {
    "As"
}

pub fn search_line() -> &'static str {
    "One line on this search, for a methods section"
}

pub fn copy_link() -> &'static str {
    "Copy link"
}

pub fn share_link() -> &'static str {
    "Share …"
}

pub fn download() -> &'static str {
    "Download"
}

pub fn taken() -> &'static str {
    "What you take away"
}

pub fn copy_by_hand() -> &'static str {
    "This browser does not let the page copy: select the text below and copy it."
}

pub fn no_file() -> &'static str {
    "This browser does not let the page make a file: copy the text below."
}

pub fn making_file() -> &'static str {
    "Making the file …"
}

pub fn too_many_to_copy() -> &'static str {
    "These are too many to copy: download them."
}

pub fn link_copied() -> &'static str {
    "The link is copied."
}

pub fn link_not_copied() -> &'static str {
    "This browser does not let the page copy: take the address from its address bar."
}

/// What a form of a text is called.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::ListPage => list_page(),
        Form::ListFile => list_file(),
        Form::References(style) => style.name(),
        Form::Export(of) => format(of),
        Form::SearchLine => search_line(),
    }
}

/// What a layout on paper is called.
pub fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::ReadingList => reading_list(),
        Layout::Annotated => annotated(),
        Layout::Brief => brief(),
        Layout::Table => table_layout(),
    }
}

/// What a format is called, with the programs that read it.
fn format(format: Format) -> &'static str {
    match format {
        Format::Bibtex => "BibTeX (LaTeX, Zotero)",
        Format::Ris => "RIS (EndNote, Zotero, Mendeley)",
        Format::CslJson => "CSL-JSON (Zotero, Pandoc)",
        Format::Csv => "CSV (spreadsheets)",
        Format::Json => "JSON (a catalog of its own)",
        Format::Markdown => "Markdown (notes)",
        Format::Html => "HTML (Word, Google Docs)",
        Format::JsonLd => "JSON-LD (schema.org)",
    }
}

pub fn take(n: usize) -> String {
    format!("Cite or export {}", if n == 1 { "this one".to_owned() } else { format!("these {}", number(n)) })
}

/// That the box shows only the first ones.
pub fn shortened_text(most: usize, n: usize) -> String {
    format!("The box shows the first {}; Copy and Download give all {}.", number(most), resources(n))
}

/// What narrows a search besides its query, each in words.
pub fn filters(engine: &Engine, state: &State) -> Vec<String> {
    let all = conditions(engine, state);
    let chosen = all.iter().filter(|one| matches!(one, Condition::Value(..) | Condition::LeftOut(..)));
    chosen.map(|one| condition(engine, one)).collect()
}
