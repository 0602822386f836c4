//! The table of a comparison: a column for each resource, rows in groups.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::components::{Byline, KeepButton, Kind, NoteField, OutsideLink, Source, theme_colours, value};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::ScrollRegion;
use crate::app::ui::{For, Show};
use crate::catalog::{ResourceIdx, host, href};
use crate::explore::{Attribute, Comparison, Entry, Matrix, OwnValues, Row, SharedValue, State, compare, matrix};
use crate::i18n;
use crate::limits::{ROWS_DRAWN, VALUES_DRAWN};
use crate::text::isolated;

/// What the HTML ids of a resource's controls begin with in the comparison.
const IN_COMPARISON: &str = "compared-";

/// The attributes that the head of a column says.
const IN_HEAD: [&str; 3] = ["type", "published", "link"];

/// Returns the comparison of some resources, made anew when they are others.
pub(crate) fn comparison(explorer: Explorer, compared: Memo<Vec<ResourceIdx>>) -> Memo<Comparison> {
    Memo::new(move |_| {
        let ids: Vec<String> =
            compared.with(|compared| compared.iter().map(|idx| explorer.engine.store.id(*idx).to_owned()).collect());
        compare(explorer.engine, &ids)
    })
}

/// The table: the summaries, what two or more share as dots, then the other rows, those that say the same of all closed. Its rows can be cut down to
/// those that differ and to those that all state.
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
    let shown = Memo::new(move |_| {
        let (differing, complete) = explorer.look.with(|look| (look.only_differences, look.only_complete));
        let (differing, complete) = (differing && !shows_all, complete && !shows_all);
        let mut matrix = table.with(matrix);
        matrix.shared.retain(|value| !(value.has.iter().all(|has| *has) && differing || !value.complete && complete));
        matrix.own.retain(|own| own.complete || !complete);
        let is_in_head = |row: &Row| IN_HEAD.contains(&row.attribute.word());
        matrix.rows.retain(|row| !(is_in_head(row) || row.same && differing || !row.complete && complete));
        matrix
    });
    let is_empty = move || shown.with(|shown| shown.shared.is_empty() && shown.own.is_empty() && shown.rows.is_empty());
    let has_notes = Memo::new(move |_| {
        let store = &explorer.engine.store;
        compared.with(|compared| compared.iter().any(|idx| !explorer.shelf.note(store.id(*idx)).is_empty()))
    });
    let n = Memo::new(move |_| compared.with(Vec::len));
    let shows_same = RwSignal::new(shows_all);
    let n_drawn = RwSignal::new(if shows_all { usize::MAX } else { ROWS_DRAWN });
    view! {
        <ScrollRegion label=i18n::comparison_table()>
            <table class=move || format!("columns-{}", n.get()) role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        <For each=move || compared.get() key=|idx| *idx let:idx><Column idx compared/></For>
                    </tr>
                </thead>
                {move || shown.with(|shown| other_rows(explorer, &shown.rows, true, n_drawn))}
                {move || shown.with(|shown| shared_values(explorer, shown))}
                {move || shown.with(|shown| other_rows(explorer, &shown.rows, false, n_drawn))}
                {move || shown.with(|shown| same_rows(explorer, &shown.rows, n.get(), shows_same, n_drawn))}
                <tbody role="rowgroup" class=move || if has_notes.get() { "notes" } else { "notes empty" }>
                    <tr role="row">
                        <th scope="row" role="rowheader">{i18n::my_note()}</th>
                        <For each=move || compared.get() key=|idx| *idx let:idx><td role="cell"><NoteField idx/></td></For>
                    </tr>
                </tbody>
            </table>
        </ScrollRegion>
        <Show when=is_empty><p class="quiet">{i18n::no_rows()}</p></Show>
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
    let (id, title) = (store.id(idx), explorer.engine.shown_title(idx));
    let remove_label = i18n::remove(&title);
    let is_alone = Memo::new(move |_| compared.with(Vec::len) < 2);
    let remove = move |_| {
        explorer.toggle_compared(id);
        platform::focus_in_place("results-title");
    };
    view! {
        <th scope="col" role="columnheader">
            <span class="kind"><Kind idx/></span>
            <span class="handles">
                <Show when=move || !is_alone.get()>
                    <Move idx compared left=true/>
                    <Move idx compared left=false/>
                </Show>
                <button type="button" class="remove" aria-label=remove_label on:click=handler(remove)>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </span>
            <Link id=format!("column-{id}") to=move |state: &State| state.opened(id) isolated=true lang=explorer.language(idx)>{title}</Link>
            <Byline idx/>
            <span class="acts"><Source idx/> <KeepButton idx place=IN_COMPARISON/></span>
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
            aria-label=i18n::move_to(&explorer.engine.shown_title(idx), left)
            aria-disabled=move || is_end.get().to_string()
            on:click=handler(step)
        >
            <span class="arrow" aria-hidden="true"></span>
        </button>
    }
}

/// What is said of so many values where not all are drawn.
fn rest(n: usize) -> Option<String> {
    (n > VALUES_DRAWN).then(|| i18n::first_drawn(VALUES_DRAWN, n))
}

/// The values that two or more resources have, as dots, then those that only one has.
fn shared_values(explorer: Explorer, matrix: &Matrix) -> AnyView {
    let shared: Vec<AnyView> = matrix.shared.iter().take(VALUES_DRAWN).map(|value| dots(explorer, value)).collect();
    let rest = rest(matrix.shared.len()).map(|text| {
        view! { <tr role="row"><th scope="row" role="rowheader" class="quiet">{text}</th></tr> }
    });
    let own: Vec<AnyView> = matrix.own.iter().map(|own| own_values(explorer, own)).collect();
    view! { <tbody role="rowgroup" class="matrix">{shared} {rest} {own}</tbody> }.into_any()
}

/// A value with a dot for each resource that has it, in the colour of its theme.
fn dots(explorer: Explorer, shared: &SharedValue) -> AnyView {
    let facet = explorer.engine.facet(shared.attribute.word());
    let id = shared.entry.choice.as_ref().map(|(_, id)| id.as_str());
    let theme = facet.filter(|_| shared.attribute.word() == "theme").and_then(|facet| facet.find(id?));
    let [light, dark] = theme.map(theme_colours).unwrap_or_default();
    let cell = |has: &bool| {
        let dot = has.then(|| {
            let (light, dark) = (light.clone(), dark.clone());
            view! {
                <span class="has themed" style=("--theme-light", light) style=("--theme-dark", dark)>
                    <bdi>{shared.entry.text.clone()}</bdi>
                </span>
            }
        });
        view! { <td role="cell">{dot}</td> }.into_any()
    };
    let cells: Vec<AnyView> = shared.has.iter().map(cell).collect();
    let class = if shared.has.contains(&false) { "dots" } else { "dots all" };
    view! {
        <tr class=class role="row">
            <th scope="row" role="rowheader">{value(&shared.attribute, shared.entry.clone())}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// What of an attribute a single resource has.
fn own_values(explorer: Explorer, own: &OwnValues) -> AnyView {
    let name = i18n::in_one_alone(&i18n::attribute(explorer.engine, &own.attribute));
    let cell = |entries: &Vec<Entry>| {
        let rest = rest(entries.len()).map(|text| view! { <li class="quiet">{text}</li> });
        let item = |entry| view! { <li>{cell_value(&own.attribute, entry)}</li> }.into_any();
        let items: Vec<AnyView> = entries.iter().take(VALUES_DRAWN).map(item).collect();
        view! { <td role="cell"><ul class="in-line">{items} {rest}</ul></td> }.into_any()
    };
    let cells: Vec<AnyView> = own.cells.iter().map(cell).collect();
    view! { <tr class="own" role="row"><th scope="row" role="rowheader" dir="auto">{name}</th> {cells}</tr> }.into_any()
}

/// The rows that do not say the same of all resources: the summaries, or all others.
fn other_rows(explorer: Explorer, rows: &[Row], is_summary: bool, n_drawn: RwSignal<usize>) -> AnyView {
    let is_wanted = |row: &&Row| !row.same && (row.attribute == Attribute::Summary) == is_summary;
    let rows: Vec<&Row> = rows.iter().filter(is_wanted).collect();
    view! { <tbody role="rowgroup">{lines(explorer, &rows, n_drawn, "more-rows")}</tbody> }.into_any()
}

/// The first rows, and a button that shows more where there are others.
fn lines(explorer: Explorer, rows: &[&Row], n_drawn: RwSignal<usize>, id: &'static str) -> Vec<AnyView> {
    let n = n_drawn.get();
    let more = (rows.len() > n).then(|| {
        let text = i18n::show_more((rows.len() - n).min(ROWS_DRAWN));
        let press = move |_| {
            n_drawn.update(|n| *n += ROWS_DRAWN);
            platform::focus_first(&[id.to_owned(), "results-title".to_owned()]);
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><button type="button" class="plain" id=id on:click=handler(press)>{text}</button></th>
            </tr>
        }
    });
    rows.iter().take(n).map(|row| line(explorer, row)).chain(more).collect()
}

/// The rows that say the same of all resources behind a line that names them; nothing where there are none.
fn same_rows(explorer: Explorer, rows: &[Row], n: usize, is_open: RwSignal<bool>, n_drawn: RwSignal<usize>) -> AnyView {
    let same: Vec<&Row> = rows.iter().filter(|row| row.same).collect();
    if same.is_empty() {
        return ().into_any();
    }
    let names: Vec<String> =
        same.iter().map(|row| isolated(&i18n::attribute(explorer.engine, &row.attribute))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lines = lines(explorer, &same, n_drawn, "more-same-rows");
    let expanded = move || is_open.get().to_string();
    view! {
        <tbody role="rowgroup">
            <tr class="group" role="row">
                <th scope="rowgroup" colspan=(n + 1).to_string() role="rowheader">
                    <button type="button" id="same-rows" aria-expanded=expanded on:click=handler(move |_| is_open.update(|is_open| *is_open ^= true))>
                        {i18n::same_for_all(n, &names)}
                    </button>
                </th>
            </tr>
        </tbody>
        <tbody role="rowgroup" class:closed=move || !is_open.get()>{lines}</tbody>
    }
    .into_any()
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
    let rest = rest(entries.len()).map(|text| view! { <li class="quiet">{text}</li> });
    let items: Vec<AnyView> = entries.iter().take(VALUES_DRAWN).map(item).collect();
    let class = if *attribute == Attribute::Summary { "long" } else { "in-line" };
    view! { <td role="cell"><ul class=class>{items} {rest}</ul></td> }
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
