//! The table of a comparison: a column for each resource, rows in groups.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::components::NoteField;
use crate::app::components::{OutsideLink, value};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::ScrollRegion;
use crate::app::ui::{For, Show};
use crate::catalog::{ResourceIdx, host, href};
use crate::explore::{Attribute, Comparison, Entry, Row, State, compare};
use crate::i18n;

/// Returns the comparison of some resources, made anew when they are others.
pub(crate) fn comparison(explorer: Explorer, compared: Memo<Vec<ResourceIdx>>) -> Memo<Comparison> {
    Memo::new(move |_| {
        let ids: Vec<String> =
            compared.with(|compared| compared.iter().map(|idx| explorer.engine.store.id(*idx).to_owned()).collect());
        compare(explorer.engine, &ids)
    })
}

/// The table; its rows can be cut down to those that differ and to those that all state.
#[component]
pub(crate) fn ComparisonTable(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
    /// Their comparison.
    table: Memo<Comparison>,
    /// Whether all rows show, whatever the reader chose.
    #[prop(optional)]
    shows_all: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let rows = Memo::new(move |_| {
        let (differing, complete) = explorer.look.with(|look| (look.only_differences, look.only_complete));
        let (differing, complete) = (differing && !shows_all, complete && !shows_all);
        let is_shown = |row: &&Row| !(row.same && differing || !row.complete && complete);
        table.with(|table| table.rows.iter().filter(is_shown).cloned().collect::<Vec<_>>())
    });
    let has_notes = Memo::new(move |_| {
        let store = &explorer.engine.store;
        compared.with(|compared| compared.iter().any(|idx| !explorer.shelf.note(store.id(*idx)).is_empty()))
    });
    let n = Memo::new(move |_| compared.with(Vec::len));
    view! {
        <ScrollRegion label=i18n::comparison_table()>
            <table class=move || format!("columns-{}", n.get()) role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        <For each=move || compared.get() key=|idx| *idx let:idx><Column idx compared/></For>
                    </tr>
                </thead>
                {move || rows.with(|rows| groups(explorer, rows, n.get()))}
                <tbody role="rowgroup" class=move || if has_notes.get() { "notes" } else { "notes empty" }>
                    <tr role="row">
                        <th scope="row" role="rowheader">{i18n::my_note()}</th>
                        <For each=move || compared.get() key=|idx| *idx let:idx><td role="cell"><NoteField idx/></td></For>
                    </tr>
                </tbody>
            </table>
        </ScrollRegion>
        <Show when=move || rows.with(Vec::is_empty)><p class="quiet">{i18n::no_rows()}</p></Show>
        <p class="quiet small">{i18n::notes_here()}</p>
    }
}

/// The header of a column: the title, and what can be done with it.
#[component]
fn Column(
    /// The resource.
    idx: ResourceIdx,
    /// All that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let (id, title) = (store.id(idx), store.title(idx));
    let is_alone = Memo::new(move |_| compared.with(Vec::len) < 2);
    let remove = move |_| {
        explorer.toggle_compared(id);
        platform::focus_in_place("results-title");
    };
    view! {
        <th scope="col" role="columnheader">
            <span class="handles">
                <Show when=move || !is_alone.get()>
                    <Move idx compared left=true/>
                    <Move idx compared left=false/>
                </Show>
                <button type="button" class="remove" aria-label=i18n::remove(title) on:click=handler(remove)>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </span>
            <Link id=format!("column-{id}") to=move |state: &State| state.opened(id) isolated=true lang=explorer.language(idx)>{title}</Link>
        </th>
    }
}

/// The button that moves a column one place.
#[component]
fn Move(
    /// The resource.
    idx: ResourceIdx,
    /// All that are compared.
    compared: Memo<Vec<ResourceIdx>>,
    /// Whether to the left.
    left: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let (id, name) = (store.id(idx), if left { "left" } else { "right" });
    let is_end = Memo::new(move |_| {
        compared.with(|compared| (if left { compared.first() } else { compared.last() }) == Some(&idx))
    });
    let step = move |_| {
        if !is_end.get_untracked() {
            explorer.move_compared(id, left);
            // The button moves with its column; at the end only the other one is left.
            platform::focus_in_place(&format!("{name}-{id}"));
        }
    };
    view! {
        <button
            type="button"
            class=format!("step {name}")
            id=format!("{name}-{id}")
            aria-label=i18n::move_to(store.title(idx), left)
            aria-disabled=move || is_end.get().to_string()
            on:click=handler(step)
        >
            <span class="arrow" aria-hidden="true"></span>
        </button>
    }
}

/// The rows in their groups.
fn groups(explorer: Explorer, rows: &[Row], n: usize) -> AnyView {
    let group = |rows: &[Row]| {
        let name = i18n::group(rows[0].group);
        let rows: Vec<AnyView> = rows.iter().map(|row| line(explorer, row)).collect();
        view! {
            <tbody role="rowgroup">
                <tr class="group" role="row">
                    <th scope="rowgroup" colspan=(n + 1).to_string() role="rowheader"><span>{name}</span></th>
                </tr>
                {rows}
            </tbody>
        }
    };
    rows.chunk_by(|a, b| a.group == b.group).map(group).collect::<Vec<_>>().into_any()
}

fn line(explorer: Explorer, row: &Row) -> AnyView {
    let name = i18n::attribute(explorer.engine, &row.attribute);
    let cells: Vec<AnyView> = row.cells.iter().map(|entries| cell(&row.attribute, entries)).collect();
    view! {
        <tr class=if row.same { "same" } else { "" } role="row">
            <th scope="row" role="rowheader" dir="auto">{name}</th>
            {cells}
        </tr>
    }
}

/// The values of one resource, those marked that all have.
fn cell(attribute: &Attribute, entries: &[(Entry, bool)]) -> AnyView {
    if entries.is_empty() {
        return view! { <td role="cell"><span class="quiet">{i18n::not_stated_text()}</span></td> };
    }
    let item = |(entry, is_shared): &(Entry, bool)| {
        let shared = is_shared.then(|| view! { <span class="hidden">" (" {i18n::shared()} ")"</span> });
        view! { <li class=if *is_shared { "shared" } else { "" }>{cell_value(attribute, entry)} {shared}</li> }
    };
    let items: Vec<AnyView> = entries.iter().map(item).collect();
    let class = if *attribute == Attribute::Summary { "long" } else { "" };
    view! { <td role="cell"><ul class=class>{items}</ul></td> }
}

/// A value; an address as the name of its host.
fn cell_value(attribute: &Attribute, entry: &Entry) -> AnyView {
    let is_link = matches!(attribute, Attribute::Link | Attribute::Sources);
    match is_link.then(|| href(&entry.text)).flatten() {
        Some(link) => {
            let text = host(&link).unwrap_or(&link).to_owned();
            view! { <OutsideLink title=link.clone() text href=link/> }
        }
        None if *attribute == Attribute::Confidence => i18n::confidence_level(&entry.text).into_any(),
        None => value(attribute, entry.clone()),
    }
}

/// Resources side by side on paper: all rows, whatever the reader hides.
#[component]
pub(crate) fn Brief(
    /// The resources, in their order.
    shown: Vec<ResourceIdx>,
) -> impl IntoView {
    let compared = Memo::new(move |_| shown.clone());
    let table = comparison(use_explorer(), compared);
    view! { <div id="comparison"><ComparisonTable compared table shows_all=true/></div> }
}
