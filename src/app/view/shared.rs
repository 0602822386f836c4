//! A list that somebody shares: it came with the address or in a file, and is a reader's own once it is taken.

use leptos::prelude::*;

use super::drawn::leads_to;
use super::note::take_note_in;
use super::shape::button;
use crate::app::browser::{self, Piece};
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Shared, View};
use crate::shelf::{Item, ReadingList, Shelf, read};

/// Lists that came, and what is wrong with where they came from.
#[derive(Clone, Default)]
pub(super) struct Arrived {
    pub(super) lists: Vec<ReadingList>,
    pub(super) said: &'static str,
}

/// What a file says.
pub(super) fn in_file(text: Option<&str>) -> Arrived {
    let reading = text.map(read).unwrap_or_default();
    let lists: Vec<ReadingList> = reading.shelf.lists.into_iter().filter(|list| !list.items.is_empty()).collect();
    let said = match (lists.is_empty(), reading.is_whole) {
        (true, _) => words::FILE_UNREAD,
        (false, false) => words::FILE_PART,
        (false, true) => "",
    };
    Arrived { lists, said }
}

/// The list in the address, or those of a file.
pub(super) fn arrived(explorer: Explorer, of_file: &Arrived) -> Arrived {
    let shared = explorer.with(|state| state.shared.clone());
    if shared.ids.is_empty() {
        return of_file.clone();
    }
    let item = |id: &String| {
        let title = explorer.engine.find(id).map_or("", |idx| explorer.engine.store.title(idx));
        Item::new(id, title)
    };
    let name = if shared.name.is_empty() { words::UNNAMED.to_owned() } else { shared.name };
    Arrived { lists: vec![ReadingList { name, items: shared.ids.iter().map(item).collect() }], said: "" }
}

/// Draws each list with what can be done with it.
pub(super) fn draw(explorer: Explorer, arrived: &Arrived, into: &mut Piece) {
    if !arrived.said.is_empty() {
        into.child("p").class("notice").with("role", "alert").text(arrived.said);
    }
    let current = explorer.shelf.with(|shelf| shelf.current().map(|list| list.name.clone()));
    for (at, list) in arrived.lists.iter().enumerate() {
        let section = into.child("section").class("arrived");
        section.child("h3").text(&list.name);
        let n_gone = list.items.iter().filter(|item| explorer.engine.find(&item.id).is_none()).count();
        section.child("p").text(&words::shared_with_you(list.items.len(), n_gone));
        let acts = section.child("p").class("take-acts");
        button(&format!("own:{at}"), words::KEEP_AS_OWN, acts).class("primary");
        if let Some(current) = &current {
            button(&format!("into:{at}"), &words::add_to(current), acts.text(" "));
        }
        button(&format!("not:{at}"), words::NOT_NOW, acts.text(" ")).class("plain");
        let titles = section.child("ol").class("titles");
        for item in &list.items {
            let line = titles.child("li");
            match explorer.engine.find(&item.id) {
                Some(idx) => {
                    let href = leads_to(explorer, |state| state.opened(&item.id));
                    line.child("a").with("href", &href).text(explorer.engine.store.title(idx));
                }
                None => missing(item, line),
            }
            if !item.note.is_empty() {
                line.child("p").class("note").text(&item.note);
            }
        }
    }
}

/// A kept resource that the catalog does not have.
pub(super) fn missing(item: &Item, into: &mut Piece) {
    into.child("span").text(if item.title.is_empty() { &item.id } else { &item.title });
    into.text(" ").child("span").class("quiet").text(words::GONE);
}

/// Takes a list in, or puts it away; whether the act was that.
pub(super) fn do_it(explorer: Explorer, of_file: RwSignal<Arrived>, act: &str) -> bool {
    let Some((what @ ("own" | "into" | "not"), at)) = act.split_once(':') else { return false };
    let at = at.parse().unwrap_or(usize::MAX);
    let arrived = untrack(|| of_file.with(|of_file| arrived(explorer, of_file)));
    let list = arrived.lists.get(at).filter(|_| what != "not");
    if let Some(list) = list {
        take_in(explorer, list, what == "own");
    }
    of_file.update(|of_file| {
        if at < of_file.lists.len() {
            of_file.lists.remove(at);
        }
        of_file.said = "";
    });
    if explorer.with_untracked(|state| !state.shared.ids.is_empty()) {
        explorer.go(|state| state.with(|state| (state.shared, state.view) = (Shared::default(), View::Shelf)));
    }
    browser::focus_top();
    true
}

fn take_in(explorer: Explorer, list: &ReadingList, is_own: bool) {
    let notes = list.items.iter().filter(|item| !item.note.is_empty());
    let n_lost = notes.filter(|item| !take_note_in(explorer, &item.id, &item.note)).count();
    let items = list.items.iter().map(|item| Item { note: String::new(), ..item.clone() });
    let (n, name) = explorer.shelf.change(|shelf: &mut Shelf| {
        let current = shelf.current().map(|list| list.name.clone()).filter(|_| !is_own);
        let name = current.unwrap_or_else(|| shelf.create(&list.name));
        (shelf.add(&name, items), name)
    });
    let said = words::added(n, &name);
    explorer.shelf.say(if n_lost > 0 { [&said, words::NOTES_NOT_KEPT].join(" ") } else { said });
}
