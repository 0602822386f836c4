//! Some resources as a text in one of the forms in which they are given away.

use crate::app::platform;
use crate::app::state::Explorer;
use crate::app::state::Of;
use crate::catalog::{Resource, ResourceIdx};
use crate::export::citation::Style;
use crate::export::{Export, Form, Format};
use crate::i18n;
use crate::shelf::{Above, Entry, Item, ReadingList, page, write_list};

const PLAIN: &str = "text/plain;charset=utf-8";

/// A text that is given away.
pub(crate) struct ExportText {
    pub(crate) plain: String,
    /// The text as HTML, where that says more.
    pub(crate) rich: Option<String>,
    pub(crate) file_name: String,
    pub(crate) media_type: &'static str,
}

/// Returns resources in a form; a list is always whole.
pub(crate) fn export_text(
    explorer: Explorer,
    of: Of,
    form: Form,
    with_notes: bool,
    resources: impl Iterator<Item = ResourceIdx>,
) -> ExportText {
    let mut resources = resources.map(|idx| explorer.engine.resource(idx));
    match form {
        Form::SearchLine => {
            let file_name = i18n::file_name(form.word(), "txt");
            ExportText { plain: explorer.search_line(), rich: None, file_name, media_type: PLAIN }
        }
        Form::ListPage => list_page(explorer, with_notes),
        Form::ListFile => list_file(explorer, with_notes),
        Form::References(style) => references(explorer, style, &mut resources),
        Form::Export(format) => {
            let plain = begin_export(explorer, of, format, with_notes).text(resources);
            let rich = (format == Format::Html).then(|| plain.clone());
            ExportText { plain, rich, file_name: file_name(format), media_type: format.media_type() }
        }
    }
}

/// An export with what a list adds to it: its name and, where the format shows them, the reader's notes.
pub(crate) fn begin_export(explorer: Explorer, of: Of, format: Format, with_notes: bool) -> Export<'static> {
    let mut export = Export::new(format, explorer.context());
    if of == Of::List {
        let list = explorer.shelf.with(|shelf| shelf.current().cloned().unwrap_or_default());
        let shown = list.items.iter().filter(|_| with_notes && Form::Export(format).shows_notes());
        let notes: Vec<(String, String)> = shown.map(|item| (item.id.clone(), explorer.shelf.note(&item.id))).collect();
        export = export.titled(&list.name).with_notes(notes);
    }
    export
}

/// The name of a file in a format.
pub(crate) fn file_name(format: Format) -> String {
    i18n::file_name(if format == Format::CslJson { "resources-csl" } else { "resources" }, format.ending())
}

fn references(explorer: Explorer, style: Style, resources: &mut dyn Iterator<Item = Resource>) -> ExportText {
    let entries = explorer.cited(style, resources);
    let plain: Vec<String> = entries.iter().map(|(_, entry)| entry.plain()).collect();
    let rich: Vec<String> = entries.iter().map(|(_, entry)| format!("<p>{}</p>", entry.html())).collect();
    let file_name = i18n::file_name(i18n::references_file(), "txt");
    ExportText { plain: plain.join("\n\n") + "\n", rich: Some(rich.join("\n")), file_name, media_type: PLAIN }
}

/// The current list, with the reader's notes or without.
fn current_list(explorer: Explorer, with_notes: bool) -> ReadingList {
    let mut list: ReadingList = explorer.shelf.with(|shelf| shelf.current().cloned().unwrap_or_default());
    for item in list.items.iter_mut().filter(|_| with_notes) {
        item.note = explorer.shelf.note(&item.id);
    }
    list
}

/// The current list as a file that another shelf opens.
fn list_file(explorer: Explorer, with_notes: bool) -> ExportText {
    let list = current_list(explorer, with_notes);
    let file_name = i18n::file_name(&i18n::file_of(&list.name), "json");
    let plain = write_list(&list, &explorer.engine.head.title);
    ExportText { plain, rich: None, file_name, media_type: "application/json" }
}

/// The current list as a web page.
fn list_page(explorer: Explorer, with_notes: bool) -> ExportText {
    let engine = explorer.engine;
    let list = current_list(explorer, with_notes);
    let (today, link) = (platform::today(), explorer.list_link());
    let about = i18n::list_from(list.items.len(), i18n::catalog_title(engine), &today);
    let is_on_web = link.starts_with("http");
    let above =
        Above { name: &list.name, about: &about, link: is_on_web.then_some((link.as_str(), i18n::open_in_catalog())) };
    let entry = |item: Item| {
        let resource = engine.find(&item.id).map(|idx| engine.resource(idx));
        Entry { item, resource }
    };
    let entries: Vec<Entry> = list.items.into_iter().map(entry).collect();
    let plain = page(above, &entries, explorer.context(), today.parse().ok());
    let file_name = i18n::file_name(&i18n::file_of(&list.name), "html");
    ExportText { rich: Some(plain.clone()), plain, file_name, media_type: "text/html" }
}
