//! All results as a table, a page at a time, with columns that a reader chooses.

use leptos::prelude::*;

use super::list::{ShowMore, in_slices};
use crate::app::components::Link;
use crate::app::components::{CompareCheckbox, IN_LIST, highlighted};
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{Checkbox, ScrollRegion};
use crate::app::ui::{For, Show};
use crate::catalog::ResourceIdx;
use crate::explore::{Attribute, Sort, State, attributes, columns, entries, shown_columns};
use crate::i18n;
use crate::limits::SHOWN_COLUMNS;
use crate::search::Query;

/// How many values of a resource a cell names.
const MOST_VALUES: usize = 3;
/// With more columns than these the table is set narrower.
const MANY: usize = 7;

/// The table.
#[component]
pub(crate) fn Table() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let shown = Memo::new(move |_| explorer.look.with(|look| shown_columns(engine, &look.shown)));
    let (resources, is_busy) = in_slices(explorer);
    let is_many = move || shown.with(Vec::len) + 2 > MANY;
    view! {
        <Show when=move || explorer.n_matched() != 0>
            <div id="table">
                <Columns shown/>
                <ScrollRegion label=i18n::result_table()>
                    <table class="results" class:many=is_many>
                        <thead>{move || head(explorer, &shown.read())}</thead>
                        <tbody aria-busy=is_busy>{move || body(explorer, shown, resources)}</tbody>
                    </table>
                </ScrollRegion>
            </div>
            <ShowMore/>
        </Show>
    }
}

/// The choice of columns.
#[component]
fn Columns(
    /// The columns that are shown.
    shown: Memo<Vec<Attribute>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let column = move |attribute: Attribute| {
        let word = attribute.word().to_owned();
        let (id, text) = (format!("column:{word}"), i18n::attribute(explorer.engine, &attribute));
        let checked = Signal::derive(move || shown.with(|shown| shown.contains(&attribute)));
        let toggle = move || explorer.toggle_column(&word);
        view! { <Checkbox id name="column" text checked on_change=Box::new(toggle)/> }
    };
    let own = |attribute: &&Attribute| matches!(attribute, Attribute::Field { .. });
    let n = attributes(explorer.engine).iter().filter(own).count();
    let rest = (n > SHOWN_COLUMNS).then(|| view! { <p class="quiet">{i18n::first_drawn(SHOWN_COLUMNS, n)}</p> });
    view! {
        <details class="columns">
            <summary>{i18n::columns()} " " <span class="badge">{move || i18n::number(shown.with(Vec::len))}</span></summary>
            <fieldset>
                <legend class="hidden">{i18n::columns()}</legend>
                {columns(explorer.engine).into_iter().map(column).collect_view()}
                {rest}
            </fieldset>
        </details>
    }
}

/// The rows; they are made anew only where other columns are shown.
fn body(explorer: Explorer, shown: Memo<Vec<Attribute>>, resources: Memo<Vec<ResourceIdx>>) -> AnyView {
    let attributes = StoredValue::new(shown.get());
    view! {
        <For each=move || resources.get() key=|idx| *idx let:idx>
            {attributes.with_value(|attributes| row(explorer, idx, attributes))}
        </For>
    }
}

/// The order of the results. Without a query there is no best match: the newest come first.
fn current(explorer: Explorer) -> Sort {
    let sort = explorer.with(|state| state.sort);
    if sort == Sort::Relevance && explorer.query.with(Query::is_empty) { Sort::Newest } else { sort }
}

/// The row of headers.
fn head(explorer: Explorer, attributes: &[Attribute]) -> AnyView {
    let cells = std::iter::once(None).chain(attributes.iter().map(Some));
    let cells: Vec<AnyView> = cells.map(|attribute| header(explorer, attribute)).collect();
    view! { <tr>{cells} <th scope="col" class="pick">{i18n::compare()}</th></tr> }
}

/// The header of a column, that of the titles without an attribute; a button where the results can be sorted by it.
fn header(explorer: Explorer, attribute: Option<&Attribute>) -> AnyView {
    let text = attribute.map_or(i18n::title().to_owned(), |of| i18n::attribute(explorer.engine, of));
    let sorts: &'static [Sort] = match attribute {
        None => &[Sort::Title],
        Some(Attribute::Published) => &[Sort::Newest, Sort::Oldest],
        Some(_) => return view! { <th scope="col" dir="auto">{text}</th> },
    };
    let direction = move || match current(explorer) {
        Sort::Newest if sorts.contains(&Sort::Newest) => "descending",
        current if sorts.contains(&current) => "ascending",
        _ => "none",
    };
    let sort = move |_| {
        let other = sorts.iter().find(|sort| **sort != untrack(|| current(explorer))).or(sorts.first());
        explorer.sort(other.copied().unwrap_or_default());
    };
    let id = format!("sort-{}", attribute.map_or("title", Attribute::word));
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" class="sorts" id=id on:click=handler(sort)>
                {text}
                <span class="arrow" aria-hidden="true"></span>
            </button>
        </th>
    }
}

/// One result.
fn row(explorer: Explorer, idx: ResourceIdx, attributes: &[Attribute]) -> AnyView {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let cells: Vec<AnyView> = attributes.iter().map(|attribute| cell(explorer, idx, attribute, MOST_VALUES)).collect();
    view! {
        <tr data-id=id>
            <th scope="row" dir="auto" lang=explorer.language(idx)>
                <Link id=format!("hit-{id}") to=move |state: &State| state.opened(id)>{highlighted(explorer, store.title(idx))}</Link>
            </th>
            {cells}
            <td class="pick"><CompareCheckbox idx place=IN_LIST/></td>
        </tr>
    }
}

/// The first `most` values of an attribute.
fn cell(explorer: Explorer, idx: ResourceIdx, attribute: &Attribute, most: usize) -> AnyView {
    let engine = explorer.engine;
    let entries = entries(engine, idx, attribute);
    let n_left = entries.len().saturating_sub(most);
    let text = |text: String| match attribute {
        Attribute::Published => text.parse().map_or(text, i18n::date),
        Attribute::Confidence => i18n::confidence_level(&text),
        _ => text,
    };
    let class = match attribute {
        _ if entries.is_empty() => "none",
        Attribute::Summary => "long",
        Attribute::Pages | Attribute::Minutes => "count",
        _ => "",
    };
    let texts: Vec<String> = entries.into_iter().take(most).map(|entry| text(entry.text)).collect();
    // What two lines have no room for.
    let tip = class.is_empty().then(|| texts.join(", "));
    let values = texts.into_iter().enumerate().map(|(at, text)| {
        let joint = (at > 0).then_some(", ");
        view! { {joint} <bdi>{text}</bdi> }
    });
    let values: Vec<AnyView> = values.collect();
    let rest = (n_left > 0).then(|| view! { <span class="quiet">" " {i18n::and_more(n_left)}</span> });
    // On a phone the name of the column stands before the value.
    view! { <td class=class data-name=i18n::attribute(engine, attribute) title=tip><span class="lines">{values} {rest}</span></td> }
}

/// Some results as a table on paper: the columns that are shown, and nothing to press.
#[component]
pub(crate) fn PaperTable(
    /// The resources, in their order.
    shown: Vec<ResourceIdx>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let attributes = explorer.look.with(|look| shown_columns(engine, &look.shown));
    let header = |attribute| view! { <th scope="col" dir="auto">{i18n::attribute(engine, attribute)}</th> };
    let headers: Vec<AnyView> = attributes.iter().map(header).collect();
    let row = |idx| {
        let cells: Vec<AnyView> =
            attributes.iter().map(|attribute| cell(explorer, idx, attribute, usize::MAX)).collect();
        view! { <tr><th scope="row" dir="auto" lang=explorer.language(idx)>{explorer.engine.shown_title(idx)}</th> {cells}</tr> }
    };
    let rows: Vec<AnyView> = shown.into_iter().map(row).collect();
    view! {
        <table class="results">
            <thead><tr><th scope="col">{i18n::title()}</th> {headers}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
