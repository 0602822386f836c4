//! Some resources as a text in one of the forms in which they are given away.

use crate::app::platform;
use crate::app::state::Explorer;
use crate::app::state::Of;
use crate::catalog::{Resource, ResourceIdx};
use crate::export::citation::Style;
use crate::export::{
    DocumentHead, Export, Form, Format, Noted, PlanWords, escape_html, handout, plan_page, reading_plan, slides,
};
use crate::i18n;
use crate::shelf::{Entry, Item, ReadingList, page, write_list};

const PLAIN: &str = "text/plain;charset=utf-8";

/// A text that is given away.
pub(crate) struct ExportText {
    pub(crate) plain: String,
    /// The text as HTML, where that says more.
    pub(crate) rich: Option<String>,
    pub(crate) file_name: String,
    pub(crate) media_type: &'static str,
}

/// What a reader has chosen of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextChoice {
    pub(crate) of: Of,
    pub(crate) form: Form,
    /// Whether a list has the reader's notes, which are private.
    pub(crate) has_notes: bool,
    /// The minutes of a sitting of a plan.
    pub(crate) sitting: u32,
}

/// Returns resources in the chosen form; a list is always whole.
pub(crate) fn export_text(
    explorer: Explorer,
    choice: TextChoice,
    resources: impl Iterator<Item = ResourceIdx>,
) -> ExportText {
    let TextChoice { of, form, has_notes, .. } = choice;
    let mut resources = resources.map(|idx| explorer.engine.resource(idx));
    match form {
        Form::SearchLine => {
            let file_name = i18n::file_name(form.word(), "txt");
            ExportText { plain: explorer.search_line(), rich: None, file_name, media_type: PLAIN }
        }
        Form::ListPage => list_page(explorer, has_notes),
        Form::ListFile => list_file(explorer, has_notes),
        Form::Handout | Form::Plan | Form::Slides => document(explorer, choice, resources.collect()),
        Form::References(style) => references(explorer, choice, style, resources.collect()),
        Form::Export(format) => {
            let plain = begin_export(explorer, of, format, has_notes).text(&mut resources);
            let rich = (format == Format::Html).then(|| plain.clone());
            ExportText { plain, rich, file_name: file_name(explorer, of, format), media_type: format.media_type() }
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
        export = export.titled(&with_for_whom(list.name, &list.for_whom)).with_notes(notes);
    }
    export
}

/// A text, with for whom the list is behind it where that is said.
fn with_for_whom(text: String, for_whom: &str) -> String {
    std::iter::once(text).chain(i18n::list_for(for_whom)).collect::<Vec<_>>().join(" · ")
}

/// The name of a file in a format; that of a list has its name.
pub(crate) fn file_name(explorer: Explorer, of: Of, format: Format) -> String {
    let name = if of == Of::List { name_of(explorer, of) } else { "resources".to_owned() };
    let name = i18n::file_of(&name) + if format == Format::CslJson { "-csl" } else { "" };
    i18n::file_name(&name, format.ending())
}

/// What resources are called together: a list by its name, results by what was asked.
fn name_of(explorer: Explorer, of: Of) -> String {
    match of {
        Of::List => explorer.shelf.with(|shelf| shelf.current().map(|list| list.name.clone())).unwrap_or_default(),
        Of::Results => explorer.with(|state| i18n::set(explorer.engine, state)),
        Of::One(_) | Of::Picked => i18n::catalog_title(explorer.engine).to_owned(),
    }
}

/// The reader's note on a resource of a list, where notes are wanted.
fn note_of(explorer: Explorer, choice: TextChoice, resource: &Resource) -> String {
    if choice.has_notes && choice.of == Of::List { explorer.shelf.note(&resource.id) } else { String::new() }
}

fn references(explorer: Explorer, choice: TextChoice, style: Style, resources: Vec<Resource>) -> ExportText {
    let notes: Vec<String> = resources.iter().map(|resource| note_of(explorer, choice, resource)).collect();
    let entries = explorer.cited(style, resources.into_iter());
    let (mut plain, mut rich) = (Vec::new(), Vec::new());
    for (at, entry) in &entries {
        plain.push(entry.plain());
        rich.push(format!("<p>{}</p>", entry.html()));
        if !notes[*at].is_empty() {
            plain.push(notes[*at].clone());
            rich.push(format!("<p>{}</p>", escape_html(&notes[*at])));
        }
    }
    let name = if choice.of == Of::List {
        i18n::file_of(&name_of(explorer, choice.of))
    } else {
        i18n::references_file().to_owned()
    };
    let file_name = i18n::file_name(&name, "txt");
    ExportText { plain: plain.join("\n\n") + "\n", rich: Some(rich.join("\n")), file_name, media_type: PLAIN }
}

/// A handout, a plan or slides.
fn document(explorer: Explorer, choice: TextChoice, resources: Vec<Resource>) -> ExportText {
    let context = explorer.context();
    let (name, today) = (name_of(explorer, choice.of), platform::today());
    let resources: Vec<Noted> = resources
        .into_iter()
        .map(|resource| {
            let note = note_of(explorer, choice, &resource);
            (resource, note)
        })
        .collect();
    let link = if choice.of == Of::List {
        explorer.list_link()
    } else {
        explorer.with(|state| explorer.opened.shared_address(state))
    };
    let link = link.starts_with("http").then_some((link.as_str(), i18n::open_in_catalog()));
    let about = i18n::list_from(resources.len(), i18n::catalog_title(explorer.engine), &today);
    let for_whom = explorer.shelf.with(|shelf| shelf.current().map(|list| list.for_whom.clone()));
    let about = with_for_whom(about, &for_whom.filter(|_| choice.of == Of::List).unwrap_or_default());
    let head = DocumentHead { name: &name, about: &about, link };
    let plain = match choice.form {
        Form::Plan => {
            let plan = reading_plan(resources.iter().map(|(resource, _)| resource), choice.sitting);
            let about = format!("{about} {}", i18n::plan_about(&plan, choice.sitting));
            let words = PlanWords { sitting: &i18n::sitting, part: &i18n::part, unstated: i18n::no_length() };
            plan_page(DocumentHead { about: &about, ..head }, &resources, &plan, words, context)
        }
        Form::Slides => slides(head, &resources, context, i18n::references_label(), today.parse().ok()),
        _ => handout(head, &resources, context, &i18n::length),
    };
    let file_name = i18n::file_name(&[i18n::file_of(&name).as_str(), choice.form.word()].join("-"), "html");
    ExportText { rich: Some(plain.clone()), plain, file_name, media_type: "text/html" }
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
    let about = with_for_whom(about, &list.for_whom);
    let is_on_web = link.starts_with("http");
    let above = DocumentHead {
        name: &list.name,
        about: &about,
        link: is_on_web.then_some((link.as_str(), i18n::open_in_catalog())),
    };
    let entry = |item: Item| {
        let resource = engine.find(&item.id).map(|idx| engine.resource(idx));
        Entry { item, resource }
    };
    let entries: Vec<Entry> = list.items.into_iter().map(entry).collect();
    let plain = page(above, &list.for_whom, &entries, explorer.context(), today.parse().ok());
    let file_name = i18n::file_name(&i18n::file_of(&list.name), "html");
    ExportText { rich: Some(plain.clone()), plain, file_name, media_type: "text/html" }
}
