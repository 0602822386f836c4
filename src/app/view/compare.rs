//! The picked resources side by side.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::{drawn_and, leads_to};
use super::note::Notes;
use super::shape::{button, checkbox};
use super::take::{self, Settings};
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::Of;
use crate::app::words;
use crate::explore::{Comparison, Entry, Look, MAX_COMPARED, State, View, addable, as_sets, compare as side_by_side};
use crate::export::{csv_table, markdown_table};

/// How many of the results are compared for who has picked none.
const FIRST_RESULTS: usize = 3;

/// A comparison that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) explorer: Explorer,
    pub(super) table: &'a Comparison,
    pub(super) look: &'a Look,
    /// What is typed to add one.
    pub(super) typed: &'a str,
    pub(super) notes: &'a Notes,
    /// What came of an export.
    pub(super) said: &'static str,
}

/// The table with all that belongs to it, or how to fill it.
pub(super) fn compare() -> AnyView {
    let explorer = use_explorer();
    let (typed, said, notes) = (RwSignal::new(String::new()), RwSignal::new(""), Notes::default());
    let settings = Settings::start(Of::Picked);
    let table = move || explorer.with(|state| side_by_side(explorer.engine, &state.compared));
    let own = notes.clone();
    let say = move |into: &mut Piece| {
        let (table, typed) = (table(), typed.read());
        let look = explorer.look.read();
        Drawing { explorer, table: &table, look: &look, typed: &typed, notes: &own, said: said.get() }.all(into);
        settings.with(|settings| take::buttons(explorer, Of::Picked, settings, into));
    };
    let act = move |act: &str, value: &str| {
        if take::do_it(explorer, Of::Picked, settings, act, value) {
            return;
        }
        let (name, id) = act.split_once(':').unwrap_or((act, ""));
        let add = |id: &str, focused: &str| {
            explorer.toggle_compared(id);
            typed.set(String::new());
            browser::focus_in_place(focused);
        };
        match name {
            "add!Escape" => typed.set(String::new()),
            "add!Enter" => {
                let first = addable(explorer.engine, &untrack(table).resources, value, 1).into_iter().next();
                if let Some(idx) = first {
                    add(explorer.engine.store.id(idx), "add-title");
                }
            }
            "add" if id.is_empty() => typed.set(value.to_owned()),
            "add" => add(id, "add-title"),
            "missed" | "remove" => add(id, "results-title"),
            "left" | "right" => {
                explorer.move_compared(id, name == "left");
                // The button moves with its column; at the end only the other one is left.
                browser::focus_in_place(&format!("{name}-{id}"));
            }
            "note" => drop(id.parse().map(|idx| notes.keep(explorer, idx, value))),
            "differences" => turn(explorer, |look| &mut look.only_differences),
            "complete" => turn(explorer, |look| &mut look.only_complete),
            _ => export(act, &rows(explorer, &notes, &untrack(table)), said),
        }
    };
    drawn_and(say, act)
}

fn turn(explorer: Explorer, of: fn(&mut Look) -> &mut bool) {
    explorer.go(|state| state.with(|state| *of(&mut state.look) ^= true));
}

/// Gives the table to other programs: copied, or as a file.
fn export(act: &str, rows: &[Vec<String>], said: RwSignal<&'static str>) {
    if act == "copy-markdown" {
        let text = markdown_table(rows);
        spawn_local(async move {
            let is_copied = browser::copy(&text).await;
            // Of a view that is gone by now nothing is said.
            said.try_set(if is_copied { words::COPIED } else { words::NOT_COPIED });
        });
        return;
    }
    let (ending, kind, text) = match act {
        "save-markdown" => ("md", "text/markdown;charset=utf-8", markdown_table(rows)),
        "save-csv" => ("csv", "text/csv;charset=utf-8", csv_table(rows)),
        _ => return,
    };
    let is_saved = browser::save(&words::file_name(words::comparison_file(), ending), kind, &text);
    said.set(if is_saved { "" } else { words::NOT_SAVED });
}

impl Drawing<'_> {
    fn all(&self, into: &mut Piece) {
        let n = self.table.resources.len();
        let whole = into.child("div").id("comparison");
        if n == 0 {
            self.empty(whole);
        }
        let tools = whole.child("div").class("tools");
        self.addition(tools);
        if n > 1 {
            let rows = tools.child("div").class("rows-shown");
            checkbox("differences", "differences", words::ONLY_DIFFERENCES, self.look.only_differences, rows);
            checkbox("complete", "complete", words::ONLY_COMPLETE, self.look.only_complete, rows);
            whole.child("p").class("quiet legend").text(words::SHARED_LEGEND);
        }
        if n > 0 {
            self.table(whole);
            let buttons = whole.child("p").class("export");
            button("copy-markdown", words::COPY_MARKDOWN, buttons);
            button("save-markdown", words::SAVE_MARKDOWN, buttons);
            button("save-csv", words::SAVE_CSV, buttons);
            buttons.child("span").with("role", "status").text(self.said);
            let beside = whole.child("div").class("beside");
            if n > 1 {
                self.alike(beside);
            }
            self.missed(beside);
        }
        let href = leads_to(self.explorer, sets_instead);
        whole.child("p").class("other-way").child("a").with("href", &href).text(words::SETS_INSTEAD);
    }

    pub(super) fn note(&self, idx: u32, into: &mut Piece) {
        self.notes.field(self.explorer, idx, into);
    }

    /// What to do while nothing is picked.
    fn empty(&self, into: &mut Piece) {
        into.child("p").class("nothing").text(&words::nothing_picked(MAX_COMPARED));
        let first = self.explorer.matched.with(|matched| matched.first.clone());
        if first.is_empty() {
            return;
        }
        let store = &self.explorer.engine.store;
        let ids: Vec<String> =
            first.into_iter().take(FIRST_RESULTS.min(MAX_COMPARED)).map(|idx| store.id(idx).to_owned()).collect();
        let text = words::start_with_first(ids.len());
        let href = leads_to(self.explorer, |state| state.with(|state| state.compared.extend(ids)));
        into.child("p").child("a").class("primary").with("href", &href).text(&text);
    }
}

/// The comparison of sets: of the results with the whole catalog, until a reader chooses.
fn sets_instead(state: &State) -> State {
    match &state.look.sets {
        Some(_) => state.with(|state| state.view = View::Sets),
        None => as_sets(state, state, &State::default()),
    }
}

/// The comparison as texts: the titles, then a row for each attribute, then the notes.
fn rows(explorer: Explorer, notes: &Notes, table: &Comparison) -> Vec<Vec<String>> {
    let store = &explorer.engine.store;
    let titles = table.resources.iter().map(|idx| store.title(*idx).to_owned());
    let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(titles).collect()];
    for row in &table.rows {
        let text = |cell: &Vec<(Entry, bool)>| {
            let texts: Vec<&str> = cell.iter().map(|(entry, _)| entry.text.as_str()).collect();
            texts.join("; ")
        };
        let name = words::attribute(explorer.engine, &row.attribute);
        rows.push(std::iter::once(name).chain(row.cells.iter().map(text)).collect());
    }
    let notes: Vec<String> = table.resources.iter().map(|idx| notes.read(explorer, *idx)).collect();
    if notes.iter().any(|note| !note.is_empty()) {
        rows.push(std::iter::once(words::MY_NOTE.to_owned()).chain(notes).collect());
    }
    rows
}
