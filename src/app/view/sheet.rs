//! What stands on paper only: a head over whatever is printed, and whole lists in place of the page's first results.
//!
//! It is drawn when the browser is about to print, however the reader asked for that, and is gone afterwards.

use leptos::html::Div;
use leptos::prelude::*;

use super::card::{byline, in_language, kind};
use super::compare::Drawing;
use super::note::Notes;
use super::table::on_paper;
use super::taken::{cited, list_link};
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::{Layout, Of, Sheet};
use crate::app::words;
use crate::catalog::{ResourceIdx, href};
use crate::explore::{Look, compare, conditions};
use crate::export::citation::Citation;

/// The sheet; empty but for the moment of printing.
pub(super) fn sheet() -> AnyView {
    let explorer = use_explorer();
    let node: NodeRef<Div> = NodeRef::new();
    let draw = move |is_printing: bool| {
        let Some(node) = node.try_get_untracked().flatten() else { return };
        let mut now = Piece::default();
        let sheet = explorer.sheet.get_value().or_else(|| explorer.usual_sheet());
        if is_printing {
            untrack(|| all(explorer, sheet, &mut now));
        }
        browser::draw(&Piece::default(), &now, &node);
        browser::set_root(
            "sheet",
            if !is_printing {
                ""
            } else if sheet.is_some() {
                "whole"
            } else {
                "head"
            },
        );
    };
    browser::on_print(move || draw(true), move || draw(false));
    view! { <div id="sheet" node_ref=node></div> }.into_any()
}

fn all(explorer: Explorer, sheet: Option<Sheet>, into: &mut Piece) {
    let order = sheet.map(|sheet| explorer.resources_of(sheet.of)).unwrap_or_default();
    head(explorer, sheet, order.len(), into);
    let Some(sheet) = sheet else { return };
    let most = if sheet.is_all { usize::MAX } else { sheet.layout.most() };
    if order.len() > most {
        into.child("p").class("cut").text(&words::cut_short(most, order.len()));
    }
    let shown = &order[..order.len().min(most)];
    match sheet.layout {
        Layout::Brief => brief(explorer, shown, into),
        Layout::Table => on_paper(explorer, shown, into),
        Layout::ReadingList => {
            let list = into.child("ol").class("reading");
            for idx in shown {
                reading(explorer, *idx, list.child("li"));
            }
        }
        Layout::Annotated => {
            let list = into.child("ul").class("annotated");
            let resources = shown.iter().map(|idx| explorer.engine.resource(*idx));
            for (at, citation) in cited(explorer, sheet.style, resources) {
                annotated(explorer, shown[at], &citation, list.child("li"));
            }
        }
    }
}

/// What it is, what was asked for, how much was found, when, and where it is found again.
fn head(explorer: Explorer, sheet: Option<Sheet>, n: usize, into: &mut Piece) {
    let catalog = words::catalog_title(explorer.engine);
    let is_list = sheet.is_some_and(|sheet| sheet.of == Of::List);
    let (is_whole, asked) =
        explorer.with(|state| (state.view.is_whole() || state.open.is_some(), words::set(explorer.engine, state)));
    let head = into.child("div").class("sheet-head");
    let name = explorer.shelf.with(|shelf| shelf.current().map(|list| list.name.clone()));
    match name.filter(|_| is_list) {
        Some(name) => {
            head.child("h1").isolated().text(&name);
            head.child("p").isolated().text(catalog);
        }
        None => _ = head.child("h1").isolated().text(catalog),
    }
    let today = browser::today();
    let is_narrowed = !is_whole && explorer.with(|state| !conditions(explorer.engine, state).is_empty());
    // Without a query or a filter the number below says all.
    if is_narrowed {
        head.child("p").class("asked").text(&asked);
    }
    let n = if sheet.is_some() { n } else { explorer.n_matched() };
    let is_counted = sheet.is_some() || !is_whole;
    let date = if is_counted { words::printed(n, &today) } else { words::printed_on(&today) };
    head.child("p").class("quiet").text(&date);
    let link = if is_list { list_link(explorer) } else { browser::whole_address() };
    if link.starts_with("http") {
        head.child("p").class("quiet address").child("a").with("href", &link).text(&link);
    }
}

/// A resource with its facts.
fn reading(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let store = &explorer.engine.store;
    let block = into.child("div").class("block");
    let title = block.child("p").class("title");
    in_language(explorer, idx, title);
    title.text(store.title(idx));
    byline(explorer, idx, block);
    kind(explorer, idx, block.child("p").class("kind"));
    address(explorer, idx, block);
    about(explorer, idx, into);
}

/// A resource as it is cited, with what it says and what the reader says of it.
fn annotated(explorer: Explorer, idx: ResourceIdx, citation: &Citation, into: &mut Piece) {
    let entry = into.child("p").class("entry").isolated();
    for span in &citation.spans {
        match (span.italic, href(&span.text)) {
            (true, _) => _ = entry.child("i").text(&span.text),
            (false, Some(link)) => _ = entry.child("a").with("href", &link).text(&span.text),
            (false, None) => _ = entry.text(&span.text),
        }
    }
    about(explorer, idx, into);
    let note = explorer.shelf.note(explorer.engine.store.id(idx));
    if !note.is_empty() {
        let said = into.child("p").class("note");
        said.child("strong").text(words::MY_NOTE_SAYS);
        said.text(" ").child("bdi").text(&note);
    }
}

fn about(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let summary = explorer.engine.store.summary(idx);
    if !summary.is_empty() {
        let text = into.child("p").class("about");
        in_language(explorer, idx, text);
        text.text(summary);
    }
}

/// The address, to be read on paper and to be clicked in a PDF.
fn address(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    if let Some(link) = explorer.engine.store.url(idx).and_then(href) {
        into.child("p").class("address").child("a").with("href", &link).text(&link);
    }
}

fn brief(explorer: Explorer, shown: &[ResourceIdx], into: &mut Piece) {
    let ids: Vec<String> = shown.iter().map(|idx| explorer.engine.store.id(*idx).to_owned()).collect();
    let (table, look, notes) = (compare(explorer.engine, &ids), Look::default(), Notes::default());
    let drawing = Drawing { explorer, table: &table, look: &look, typed: "", notes: &notes, said: "" };
    drawing.table(into.child("div").id("comparison"));
}
