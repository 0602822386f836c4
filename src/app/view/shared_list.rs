//! A list that somebody shares: it came with the address or in a file, and is a reader's own once it is taken.

use leptos::prelude::*;

use super::drawn::leads_to;
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

/// The list in the address, if there is one, and then those of a file.
pub(super) fn arrived(explorer: Explorer, of_file: &Arrived) -> Arrived {
    let lists = linked(explorer).into_iter().chain(of_file.lists.iter().cloned()).collect();
    Arrived { lists, said: of_file.said }
}

/// The list in the address.
fn linked(explorer: Explorer) -> Option<ReadingList> {
    let shared = explorer.with(|state| state.shared.clone());
    if shared.ids.is_empty() {
        return None;
    }
    let item = |id: &String| {
        let title = explorer.engine.find(id).map_or("", |idx| explorer.engine.store.title(idx));
        Item::new(id, title)
    };
    let name = if shared.name.is_empty() { words::UNNAMED.to_owned() } else { shared.name };
    Some(ReadingList { name, items: shared.ids.iter().map(item).collect(), ..ReadingList::default() })
}

/// Draws each list with what can be done with it.
pub(super) fn draw(explorer: Explorer, arrived: &Arrived, into: &mut Piece) {
    if !arrived.said.is_empty() {
        into.child("p").class("notice").with("role", "alert").text(arrived.said);
    }
    let current = explorer.shelf.with(|shelf| shelf.current().map(|list| list.name.clone()));
    for (at, list) in arrived.lists.iter().enumerate() {
        let section = into.child("section").class("arrived");
        section.child("h3").isolated().text(&list.name);
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
                    line.child("a").isolated().with("href", &href).text(explorer.engine.store.title(idx));
                }
                None => missing(item, line),
            }
            if !item.note.is_empty() {
                line.child("p").class("note").isolated().text(&item.note);
            }
        }
    }
}

/// A kept resource that the catalog does not have.
pub(super) fn missing(item: &Item, into: &mut Piece) {
    into.child("span").isolated().text(if item.title.is_empty() { &item.id } else { &item.title });
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
    // The list of the address stands before those of the file.
    let n_linked = usize::from(untrack(|| linked(explorer)).is_some());
    if at < n_linked {
        explorer.go(|state| state.with(|state| (state.shared, state.view) = (Shared::default(), View::Shelf)));
    } else {
        of_file.update(|of_file| {
            if at - n_linked < of_file.lists.len() {
                of_file.lists.remove(at - n_linked);
            }
            of_file.said = "";
        });
    }
    browser::focus_top();
    true
}

fn take_in(explorer: Explorer, list: &ReadingList, is_own: bool) {
    for item in list.items.iter().filter(|item| !item.note.is_empty()) {
        explorer.shelf.write_note(&item.id, "", &item.note);
    }
    let items = list.items.iter().map(|item| Item { note: String::new(), ..item.clone() });
    let (n, name) = explorer.shelf.change(|shelf: &mut Shelf| {
        let current = shelf.current().map(|list| list.name.clone()).filter(|_| !is_own);
        let name = current.unwrap_or_else(|| shelf.create(&list.name));
        (shelf.add(&name, items), name)
    });
    let said = words::added(n, &name);
    let is_stored = untrack(|| explorer.shelf.refusal()).is_none();
    explorer.shelf.say(if is_stored { said } else { [&said, words::NOTES_NOT_KEPT].join(" ") });
}
