//! The selected resources side by side.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::add::AddToComparison;
use super::overlap::{Complement, Nearest, Overlaps};
use super::table::{ComparisonTable, comparison};
use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::app::ui::{Button, Checkbox};
use crate::catalog::ResourceIdx;
use crate::explore::{Comparison, Entry, Look, MAX_COMPARED, State, View, in_common, picked};
use crate::export::{csv_table, markdown_table};
use crate::i18n;
use crate::text::isolated;

/// How many of the results are compared where none are selected.
const FIRST_RESULTS: usize = 3;

/// The comparison with all that belongs to it, or how to begin one.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let explorer = use_explorer();
    let compared = picked_resources(explorer);
    let table = comparison(explorer, compared);
    let n = Memo::new(move |_| compared.with(Vec::len));
    view! {
        <div id="comparison">
            <Show when=move || n.get() == 0><Empty/></Show>
            <div class="tools">
                <AddToComparison compared/>
                <Show when=move || { n.get() > 1 }><p class="lead">{move || table.with(sentence)}</p> <RowFilters/></Show>
            </div>
            <Show when=move || { n.get() > 0 }>
                <ComparisonTable compared table/>
                <div class="beside">
                    <Show when=move || { n.get() > 1 }><Overlaps compared/></Show>
                    <Nearest compared/>
                    <Complement compared/>
                </div>
            </Show>
            <p class="other-way"><Link to=sets_instead>{i18n::sets_instead()}</Link></p>
        </div>
    }
}

/// The selected resources, in their order.
fn picked_resources(explorer: Explorer) -> Memo<Vec<ResourceIdx>> {
    Memo::new(move |_| explorer.with(|state| picked(explorer.engine, &state.compared)))
}

/// What the compared resources have in common, as a sentence.
fn sentence(table: &Comparison) -> String {
    let [all, some] = in_common(table);
    let texts = |entries: &[Entry]| entries.iter().map(|entry| isolated(&entry.text)).collect::<Vec<_>>();
    let [all, some] = [texts(&all), texts(&some)];
    let [all, some] = [&all, &some].map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
    i18n::in_common(table.resources.len(), &all, &some)
}

/// The switches that hide rows.
#[component]
fn RowFilters() -> impl IntoView {
    let explorer = use_explorer();
    let filter = move |id: &'static str, text: &'static str, of: fn(&mut Look) -> &mut bool| {
        let checked = Signal::derive(move || *of(&mut explorer.look.get()));
        let toggle = move || explorer.go(|state| state.with(|state| *of(&mut state.look) ^= true));
        view! { <Checkbox id name=id text checked on_change=Box::new(toggle)/> }
    };
    view! {
        <div class="rows-shown">
            {filter("differences", i18n::only_differences(), |look| &mut look.only_differences)}
            {filter("complete", i18n::only_complete(), |look| &mut look.only_complete)}
        </div>
    }
}

/// The buttons that copy the table or make a file of it.
#[component]
pub(crate) fn TableExport() -> impl IntoView {
    let explorer = use_explorer();
    let table = comparison(explorer, picked_resources(explorer));
    let message = RwSignal::new("");
    let rows = move || untrack(|| table.with(|table| rows(explorer, table)));
    let copy = move || {
        let text = markdown_table(&rows());
        spawn_local(async move {
            let is_copied = platform::copy(&text).await;
            // Of a view that is gone by now nothing is said.
            message.try_set(if is_copied { i18n::copied() } else { i18n::not_copied() });
        });
    };
    let save = move |ending: &str, media_type: &str, write: fn(&[Vec<String>]) -> String| {
        let is_saved = platform::save(&i18n::file_name(i18n::comparison_file(), ending), media_type, &write(&rows()));
        message.set(if is_saved { "" } else { i18n::not_saved() });
    };
    let markdown = move || save("md", "text/markdown;charset=utf-8", markdown_table);
    let csv = move || save("csv", "text/csv;charset=utf-8", csv_table);
    view! {
        <p class="take-acts">
            <Button id="copy-markdown" text=i18n::copy_markdown() on_press=Box::new(copy)/>
            <Button id="save-markdown" text=i18n::save_markdown() on_press=Box::new(markdown)/>
            <Button id="save-csv" text=i18n::save_csv() on_press=Box::new(csv)/>
            <span role="status">{message}</span>
        </p>
    }
}

/// What to do while nothing is selected.
#[component]
fn Empty() -> impl IntoView {
    let explorer = use_explorer();
    let first = Memo::new(move |_| {
        let first = explorer.matched.with(|matched| matched.first.clone()).into_iter();
        let ids = first.take(FIRST_RESULTS.min(MAX_COMPARED)).map(|idx| explorer.engine.store.id(idx).to_owned());
        ids.collect::<Vec<_>>()
    });
    let start = move || {
        let ids = first.get();
        (!ids.is_empty()).then(|| {
            let text = i18n::start_with_first(ids.len());
            let to = move |state: &State| state.with(|state| state.compared.extend_from_slice(&ids));
            view! { <p class="start"><Link class="primary" to>{text.clone()}</Link></p> }
        })
    };
    view! {
        <p class="nothing">{i18n::nothing_picked(MAX_COMPARED)}</p>
        {start}
    }
}

/// The comparison of sets.
fn sets_instead(state: &State) -> State {
    state.with(|state| state.view = View::Sets)
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
        let name = i18n::attribute(explorer.engine, &row.attribute);
        rows.push(std::iter::once(name).chain(row.cells.iter().map(text)).collect());
    }
    let notes: Vec<String> = table.resources.iter().map(|idx| explorer.shelf.note(store.id(*idx))).collect();
    if notes.iter().any(|note| !note.is_empty()) {
        rows.push(std::iter::once(i18n::my_note().to_owned()).chain(notes).collect());
    }
    rows
}
