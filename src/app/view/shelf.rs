//! The reader's shelf: lists of resources, in the reader's order, with notes.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::{drawn_and, leads_to};
use super::export_panel::{self, Settings};
use super::note::Notes;
use super::shape::button;
use super::shared_list::{self, Arrived, arrived, in_file};
use super::shelf_item::Place;
use crate::app::browser::{self, NotStored, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::Of;
use crate::app::words;
use crate::explore::MAX_COMPARED;
use crate::shelf::{ReadingList, Shelf};

/// How many items are shown at first, and with each "more".
const SHOWN: usize = 50;
/// The control that a file is chosen in.
const FILE: &str = "open-list";

/// What this view remembers besides the shelf.
#[derive(Clone)]
struct Memory {
    notes: Notes,
    settings: RwSignal<Settings>,
    /// Ids of the items whose note is being written.
    noted: RwSignal<BTreeSet<String>>,
    n_shown: RwSignal<usize>,
    of_file: RwSignal<Arrived>,
    /// Whether the browser would not make a file of the text that could not be read.
    is_unread_shown: RwSignal<bool>,
}

/// The shelf.
pub(super) fn shelf() -> AnyView {
    let explorer = use_explorer();
    let memory = Memory {
        notes: Notes::default(),
        settings: Settings::start(Of::List),
        noted: RwSignal::default(),
        n_shown: RwSignal::new(SHOWN),
        of_file: RwSignal::default(),
        is_unread_shown: RwSignal::new(false),
    };
    let end = StoredValue::new_local(Some(browser::on_drag(move |id, place| move_to(explorer, id, place))));
    on_cleanup(move || {
        if let Some(end) = end.try_update_value(Option::take).flatten() {
            end();
        }
    });
    let own = memory.clone();
    let say = move |into: &mut Piece| own.draw(explorer, into.child("div").id("shelf"));
    drawn_and(say, move |act, value| memory.do_it(explorer, act, value))
}

/// The name of the list that is looked at.
fn current(explorer: Explorer) -> String {
    explorer.shelf.with_untracked(|shelf| shelf.current().map(|list| list.name.clone())).unwrap_or_default()
}

/// Gives an item another place, and says so: who can't see it hears it.
fn move_to(explorer: Explorer, id: &str, place: usize) {
    let name = current(explorer);
    explorer.shelf.change(|shelf| shelf.move_to(&name, id, place));
    let said = explorer.shelf.with_untracked(|shelf| {
        let items = &shelf.list(&name)?.items;
        let at = items.iter().position(|item| item.id == id)?;
        Some(words::moved(&items[at].title, at, items.len()))
    });
    explorer.shelf.say(said.unwrap_or_default());
}

/// Takes an item off; the focus goes to the one that takes its place.
fn remove(explorer: Explorer, list: &str, id: &str, at: usize) {
    explorer.shelf.remove(|shelf| shelf.remove(list, id));
    let next = explorer.shelf.with_untracked(|shelf| {
        let items = &shelf.list(list)?.items;
        Some(items.get(at).or(items.last())?.id.clone())
    });
    let ids = [next.map(|id| format!("remove-{id}")).unwrap_or_default(), "results-title".to_owned()];
    browser::focus_first(&ids);
}

impl Memory {
    fn do_it(&self, explorer: Explorer, act: &str, value: &str) {
        let is_done = export_panel::do_it(explorer, Of::List, self.settings, act, value)
            || shared_list::do_it(explorer, self.of_file, act)
            || self.change_list(explorer, act, value);
        if is_done {
            return;
        }
        let (name, id) = act.split_once(':').unwrap_or((act, ""));
        let list = current(explorer);
        let at = explorer.shelf.with_untracked(|shelf| shelf.list(&list)?.items.iter().position(|item| item.id == id));
        match (name, at) {
            ("up", Some(at)) => move_to(explorer, id, at.saturating_sub(1)),
            ("down", Some(at)) => move_to(explorer, id, at + 1),
            ("place", Some(_)) => {
                if let Ok(place) = value.trim().parse::<usize>() {
                    move_to(explorer, id, place.saturating_sub(1));
                }
            }
            ("remove", Some(at)) => remove(explorer, &list, id, at),
            ("add-note", _) => {
                self.noted.update(|noted| _ = noted.insert(id.to_owned()));
                browser::focus_in_place(&format!("note-{id}"));
            }
            ("note", _) => {
                if let Ok(idx) = id.parse() {
                    self.noted.update(|noted| _ = noted.insert(explorer.engine.store.id(idx).to_owned()));
                    self.notes.keep(explorer, idx, value);
                }
            }
            ("more", _) => self.n_shown.update(|n| *n += SHOWN),
            _ => {}
        }
    }

    /// What is done to whole lists, and to what could not be read; whether it was that.
    fn change_list(&self, explorer: Explorer, act: &str, value: &str) -> bool {
        let (store, list) = (explorer.shelf, current(explorer));
        match act.split_once(':').unwrap_or((act, "")) {
            ("list", name) => {
                store.change(|shelf| shelf.choose(name));
                self.n_shown.set(SHOWN);
            }
            ("new-list", _) => {
                store.change(|shelf| shelf.create(words::NEW_LIST));
                browser::focus_in_place("list-name");
            }
            ("list-name", _) => store.change(|shelf| shelf.rename(&list, value)),
            ("delete-list", _) => {
                store.remove(|shelf| shelf.delete(&list));
                browser::focus_first(&["results-title".to_owned()]);
            }
            (FILE, _) => {
                let of_file = self.of_file;
                spawn_local(async move {
                    let text = browser::chosen_text(FILE).await;
                    of_file.try_set(in_file(text.as_deref()));
                    browser::focus_top();
                });
            }
            ("aside-save", _) => {
                let text = untrack(|| store.unread()).unwrap_or_default();
                let name = words::file_name(words::UNREAD_FILE, "txt");
                self.is_unread_shown.set(!browser::save(&name, "text/plain;charset=utf-8", &text));
            }
            ("aside-drop", _) => store.delete_unread(),
            _ => return false,
        }
        true
    }

    fn draw(&self, explorer: Explorer, into: &mut Piece) {
        warn(explorer, self.is_unread_shown.get(), into);
        let arrived = self.of_file.with(|of_file| arrived(explorer, of_file));
        shared_list::draw(explorer, &arrived, into);
        explorer.shelf.with(|shelf| {
            if !shelf.lists.is_empty() {
                lists(shelf, into);
            }
            match shelf.current() {
                Some(list) => self.list(explorer, list, into),
                None => _ = into.child("p").class("nothing").text(words::NOTHING_KEPT),
            }
            if shelf.lists.is_empty() {
                button("new-list", words::NEW_LIST, into.child("p"));
            }
        });
        let file = into.child("p").class("open-file").child("label");
        file.child("span").text(words::OPEN_FILE);
        let control = file.child("input").with("type", "file").id(FILE).with("data-act", FILE);
        control.with("accept", ".html,.htm,.json,text/html,application/json");
        into.child("p").class("quiet small").text(words::WHERE_KEPT);
    }

    fn list(&self, explorer: Explorer, list: &ReadingList, into: &mut Piece) {
        let head = into.child("div").class("list-head");
        let label = head.child("label");
        label.child("span").text(words::LIST_NAME);
        let name = label.child("input").with("type", "text").id("list-name").with("data-act", "list-name");
        name.isolated().with("value", &list.name).with("autocomplete", "off");
        let known: Vec<String> =
            list.items.iter().map(|item| item.id.clone()).filter(|id| explorer.engine.find(id).is_some()).collect();
        if (2..=MAX_COMPARED).contains(&known.len()) {
            let href = leads_to(explorer, |state| Explorer::compare_these(state, &known));
            head.child("a").id("compare-list").with("href", &href).text(words::COMPARE_LIST);
        }
        button("delete-list", words::DELETE_LIST, head).class("plain");
        self.settings.with(|settings| export_panel::buttons(explorer, Of::List, settings, into));
        if list.items.is_empty() {
            into.child("p").class("nothing").text(words::EMPTY_LIST);
            return;
        }
        let (of, n_shown) = (list.items.len(), self.n_shown.get());
        let items = into.child("ol").id("kept");
        self.noted.with(|noted| {
            for (at, item) in list.items.iter().enumerate().take(n_shown) {
                Place { item, at, of, is_noted: noted.contains(&item.id) }.draw(explorer, &self.notes, items);
            }
        });
        if of > n_shown {
            button("more", &words::show_more((of - n_shown).min(SHOWN)), into);
        }
    }
}

/// What is wrong with keeping.
fn warn(explorer: Explorer, is_unread_shown: bool, into: &mut Piece) {
    let refusal = explorer.shelf.refusal().map(|refusal| match refusal {
        NotStored::Refused => words::SHELF_REFUSED,
        NotStored::Full => words::SHELF_FULL,
    });
    if let Some(text) = refusal {
        into.child("p").class("notice").id("shelf-refused").with("role", "status").text(text);
    }
    if let Some(text) = explorer.shelf.unread() {
        let notice = into.child("div").class("notice").id("shelf-unread");
        notice.child("p").text(words::UNREAD);
        let acts = notice.child("p").class("take-acts");
        button("aside-save", words::SAVE_UNREAD, acts);
        button("aside-drop", words::DROP_UNREAD, acts.text(" ")).class("plain");
        if is_unread_shown {
            notice.child("p").with("role", "alert").text(words::UNREAD_NOT_SAVED);
            let field = notice.child("textarea").id("unread-text").with("readonly", "").with("rows", "6");
            field.with("aria-label", words::SAVE_UNREAD).with("spellcheck", "false").with("value", &text);
        }
    }
}

/// The lists to choose from, and a new one.
fn lists(shelf: &Shelf, into: &mut Piece) {
    let nav = into.child("div").class("lists").with("role", "group").with("aria-label", words::YOUR_LISTS);
    let current = shelf.current().map(|list| list.name.as_str());
    for list in &shelf.lists {
        let is_current = current == Some(list.name.as_str());
        let pressed = if is_current { "true" } else { "false" };
        let text = words::list_with_count(&list.name, list.items.len());
        button(&format!("list:{}", list.name), &text, nav).isolated().with("aria-pressed", pressed);
    }
    button("new-list", words::NEW_LIST, nav).class("plain");
}
