//! Texts of what readers take away.

use super::shelf::{ANNOTATED, BRIEF, LIST_FILE, LIST_PAGE, READING_LIST, TABLE_LAYOUT};
use super::{condition, number, resources};
use crate::explore::{Condition, Engine, State, conditions};
use crate::export::{Form, Format, Layout};

pub(crate) const CITE: &str = "Cite this resource";
pub(crate) const TAKE_AS: &str = "As";
pub(crate) const SEARCH_LINE: &str = "One line on this search, for a methods section";
pub(crate) const COPY_LINK: &str = "Copy link";
pub(crate) const SHARE_LINK: &str = "Share …";
pub(crate) const DOWNLOAD: &str = "Download";
pub(crate) const TAKEN: &str = "What you take away";
pub(crate) const COPY_BY_HAND: &str = "This browser does not let the page copy: select the text below and copy it.";
pub(crate) const NO_FILE: &str = "This browser does not let the page make a file: copy the text below.";
pub(crate) const MAKING_FILE: &str = "Making the file …";
pub(crate) const TOO_MANY_TO_COPY: &str = "These are too many to copy: download them.";
pub(crate) const LINK_COPIED: &str = "The link is copied.";
pub(crate) const LINK_NOT_COPIED: &str =
    "This browser does not let the page copy: take the address from its address bar.";

/// What a form of a text is called.
pub(crate) fn form(form: Form) -> &'static str {
    match form {
        Form::ListPage => LIST_PAGE,
        Form::ListFile => LIST_FILE,
        Form::References(style) => style.name(),
        Form::Export(of) => format(of),
        Form::SearchLine => SEARCH_LINE,
    }
}

/// What a layout on paper is called.
pub(crate) fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::ReadingList => READING_LIST,
        Layout::Annotated => ANNOTATED,
        Layout::Brief => BRIEF,
        Layout::Table => TABLE_LAYOUT,
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

pub(crate) fn take(n: usize) -> String {
    format!("Cite or export {}", if n == 1 { "this one".to_owned() } else { format!("these {}", number(n)) })
}

/// That the box shows only the first ones.
pub(crate) fn shortened_text(most: usize, n: usize) -> String {
    format!("The box shows the first {}; Copy and Download give all {}.", number(most), resources(n))
}

/// What narrows a search besides its query, each in words.
pub(crate) fn filters(engine: &Engine, state: &State) -> Vec<String> {
    let all = conditions(engine, state);
    let chosen = all.iter().filter(|one| matches!(one, Condition::Value(..) | Condition::LeftOut(..)));
    chosen.map(|one| condition(engine, one)).collect()
}
