//! The picked resources side by side.

use leptos::prelude::*;

use super::addition::Addition;
use super::alike::{Alike, Missed};
use super::compare_table::Table;
use super::export::Export;
use super::link::{change, follow};
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Comparison, Entry, Look, State, View, as_sets, compare};

/// How many of the results are compared for who has picked none.
const FIRST_RESULTS: usize = 3;

/// The table with all that belongs to it, or how to fill it.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let table = Memo::new(move |_| explorer.with(|state| compare(engine, &state.compared)));
    let several = Memo::new(move |_| table.with(|table| table.resources.len() > 1));
    let is_empty = Memo::new(move |_| table.with(|table| table.resources.is_empty()));
    let toggle = move |name: &'static str, word: &'static str, of: fn(&mut Look) -> &mut bool| {
        let is_on = move || explorer.with(|state| *of(&mut state.look.clone()));
        let turn = move |_| explorer.go(|state| state.with(|state| *of(&mut state.look) ^= true));
        view! {
            <label>
                <input type="checkbox" name=name prop:checked=is_on on:change=turn/>
                {word}
            </label>
        }
    };
    view! {
        <div id="comparison">
            <Show when=move || is_empty.get()><Empty/></Show>
            <div class="tools">
                <Addition table/>
                <Show when=move || several.get()>
                    <div class="rows-shown">
                        {toggle("differences", words::ONLY_DIFFERENCES, |look| &mut look.only_differences)}
                        {toggle("complete", words::ONLY_COMPLETE, |look| &mut look.only_complete)}
                    </div>
                </Show>
            </div>
            <Show when=move || !is_empty.get()>
                <p class="quiet legend" hidden=move || !several.get()>{words::SHARED_LEGEND}</p>
                <Table table/>
                <Export name=words::comparison_file() rows=move || table.with_untracked(|table| rows(explorer, table))/>
                <div class="beside">
                    <Show when=move || several.get()><Alike table/></Show>
                    <Missed table/>
                </div>
            </Show>
            <p class="other-way">{sets_instead()}</p>
        </div>
    }
}

/// What to do while nothing is picked.
#[component]
fn Empty() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let first = move || {
        let first = explorer.matched.with_untracked(|matched| matched.first.clone());
        let ids = first.into_iter().take(FIRST_RESULTS).map(|idx| engine.store.id(idx).to_owned());
        ids.collect::<Vec<String>>()
    };
    let enough = !first().is_empty();
    let ids = first();
    let pick = change(move |state: &State| state.with(|state| state.compared.extend(ids.clone())));
    let (href, go) = follow(pick);
    let click = move |click| {
        go(click);
        browser::focus_in_place("results-title");
    };
    view! {
        <p class="nothing">{words::NOTHING_PICKED}</p>
        {enough.then(|| view! { <p><a id="compare-first" class="primary" href=href on:click=click>{words::START_WITH_FIRST}</a></p> })}
    }
}

/// The way to the comparison of sets: of the results with the whole catalog, until a reader chooses.
fn sets_instead() -> impl IntoView {
    let to_sets = change(move |state: &State| {
        let whole = State::default();
        match &state.look.sets {
            Some(_) => state.with(|state| state.view = View::Sets),
            None => as_sets(state, state, &whole),
        }
    });
    let (href, go) = follow(to_sets);
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    view! { <a id="view-sets" href=href on:click=click>{words::SETS_INSTEAD}</a> }
}

/// The comparison as texts: the titles, then a row for each attribute, then the notes.
fn rows(explorer: Explorer, table: &Comparison) -> Vec<Vec<String>> {
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
    let note = |idx: &u32| browser::stored(&super::note::key(explorer, *idx)).unwrap_or_default();
    let notes: Vec<String> = table.resources.iter().map(note).collect();
    if notes.iter().any(|note| !note.is_empty()) {
        rows.push(std::iter::once(words::MY_NOTE.to_owned()).chain(notes).collect());
    }
    rows
}
