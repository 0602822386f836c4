//! Some resources as a text in one of the forms that a reader can take away.

use crate::app::browser;
use crate::app::explorer::Explorer;
use crate::app::taking::Of;
use crate::app::words;
use crate::catalog::{PartialDate, Resource};
use crate::explore::{Shared, State, View, fragment};
use crate::export::citation::{Citation, Style, reference_list};
use crate::export::{Export, Format, Search, search_citation};
use crate::shelf::{Above, Entry, Item, ReadingList, page, write_list};

/// The word for the line on the search.
pub(super) const SEARCH: &str = "search";
/// The words for the styles of citations.
pub(super) const STYLES: [&str; 3] = ["apa", "mla", "chicago"];
/// The word for a list as a web page.
pub(super) const LIST_PAGE: &str = "page";
/// The word for a list as a file.
const LIST_FILE: &str = "list";
/// The forms that only a list has.
pub(super) const FORMATS: [(&str, &str); 2] = [(LIST_PAGE, words::LIST_PAGE), (LIST_FILE, words::LIST_FILE)];

const PLAIN: &str = "text/plain;charset=utf-8";

/// What is taken away.
pub(super) struct Taken {
    pub(super) plain: String,
    /// The same as HTML, where that says more.
    pub(super) rich: Option<String>,
    /// The name of the file.
    pub(super) name: String,
    /// Its media type.
    pub(super) kind: &'static str,
}

/// Whether a word names a form.
pub(super) fn is_form(word: &str) -> bool {
    word == SEARCH || is_list(word) || STYLES.contains(&word) || Format::of(word).is_some()
}

/// Whether a form is a list that another shelf takes in.
pub(super) fn is_list(form: &str) -> bool {
    FORMATS.iter().any(|(word, _)| *word == form)
}

/// Whether a form shows what the reader noted on the resources of a list.
pub(super) fn has_notes(form: &str) -> bool {
    is_list(form) || [Format::Markdown, Format::Html].iter().any(|format| format.word() == form)
}

/// At most so many of the resources in a form; a list is always whole.
pub(super) fn taken(explorer: Explorer, of: Of, form: &str, with_notes: bool, most: usize) -> Taken {
    let engine = explorer.engine;
    if form == SEARCH {
        return Taken { plain: search_line(explorer), rich: None, name: words::file_name(SEARCH, "txt"), kind: PLAIN };
    }
    if is_list(form) {
        return list(explorer, form, with_notes);
    }
    let resources = explorer.resources_of(of).into_iter().take(most).map(|idx| engine.resource(idx));
    if let Some(at) = STYLES.iter().position(|style| *style == form) {
        return citations(explorer, Style::ALL[at], resources);
    }
    // Only known words are ever set: what is none reads as the panel begins.
    let Some(format) = Format::of(form) else { return citations(explorer, Style::default(), resources) };
    let plain = begin_export(explorer, of, format, with_notes).text(resources);
    let rich = (format == Format::Html).then(|| plain.clone());
    Taken { plain, rich, name: file_name(format), kind: format.media_type() }
}

/// An export with what a list adds to it: its name and, where the format shows them, the reader's notes.
pub(super) fn begin_export(explorer: Explorer, of: Of, format: Format, with_notes: bool) -> Export<'static> {
    let mut export = Export::new(format, explorer.context());
    if of == Of::List {
        let list = explorer.shelf.with(|shelf| shelf.current().cloned().unwrap_or_default());
        let shown = list.items.iter().filter(|_| with_notes && has_notes(format.word()));
        let notes: Vec<(String, String)> = shown.map(|item| (item.id.clone(), explorer.shelf.note(&item.id))).collect();
        export = export.titled(&list.name).with_notes(notes);
    }
    export
}

/// The name of a file in a format.
pub(super) fn file_name(format: Format) -> String {
    words::file_name(if format == Format::CslJson { "resources-csl" } else { "resources" }, format.ending())
}

/// The citations of resources as a list of works, each with its place in what came.
pub(super) fn cited(
    explorer: Explorer,
    style: Style,
    resources: impl Iterator<Item = Resource>,
) -> Vec<(usize, Citation)> {
    let accessed: Option<PartialDate> = browser::today().parse().ok();
    let resources: Vec<Resource> = resources.collect();
    reference_list(style, &resources, explorer.context(), accessed)
}

fn citations(explorer: Explorer, style: Style, resources: impl Iterator<Item = Resource>) -> Taken {
    let entries = cited(explorer, style, resources);
    let plain: Vec<String> = entries.iter().map(|(_, entry)| entry.plain()).collect();
    let rich: Vec<String> = entries.iter().map(|(_, entry)| format!("<p>{}</p>", entry.html())).collect();
    let name = words::file_name(words::REFERENCES_FILE, "txt");
    Taken { plain: plain.join("\n\n") + "\n", rich: Some(rich.join("\n")), name, kind: PLAIN }
}

/// One line that says what was searched where, and how much was found.
fn search_line(explorer: Explorer) -> String {
    let engine = explorer.engine;
    explorer.with(|state| {
        search_citation(&Search {
            catalog: words::catalog_title(engine),
            updated: engine.head.updated.as_deref(),
            query: &state.query,
            filters: &words::filters(engine, state),
            matched: explorer.n_matched(),
            total: engine.len(),
            link: &explorer.opened.shared_address(state),
            searched: browser::today().parse().ok(),
        })
    })
}

/// The list that is looked at, as a web page or as a file.
fn list(explorer: Explorer, form: &str, with_notes: bool) -> Taken {
    let engine = explorer.engine;
    let mut list: ReadingList = explorer.shelf.with(|shelf| shelf.current().cloned().unwrap_or_default());
    for item in list.items.iter_mut().filter(|_| with_notes) {
        item.note = explorer.shelf.note(&item.id);
    }
    let name = words::file_of(&list.name);
    if form == LIST_FILE {
        let plain = write_list(&list, &engine.head.title);
        return Taken { plain, rich: None, name: words::file_name(&name, "json"), kind: "application/json" };
    }
    let (today, link) = (browser::today(), list_link(explorer));
    let about = words::list_from(list.items.len(), words::catalog_title(engine), &today);
    let is_on_web = link.starts_with("http");
    let above =
        Above { name: &list.name, about: &about, link: is_on_web.then_some((link.as_str(), words::OPEN_IN_CATALOG)) };
    let entry = |item: Item| {
        let resource = engine.find(&item.id).map(|idx| engine.resource(idx));
        Entry { item, resource }
    };
    let entries: Vec<Entry> = list.items.into_iter().map(entry).collect();
    let plain = page(above, &entries, explorer.context(), today.parse().ok());
    Taken { rich: Some(plain.clone()), plain, name: words::file_name(&name, "html"), kind: "text/html" }
}

/// The address of the list that is looked at, for others.
pub(super) fn list_link(explorer: Explorer) -> String {
    let shared = explorer.shelf.with(|shelf| {
        let list = shelf.current().cloned().unwrap_or_default();
        Shared { name: list.name, ids: list.items.into_iter().map(|item| item.id).collect() }
    });
    browser::page_address() + &fragment::write(&State { view: View::Shelf, shared, ..State::default() })
}
