//! The picked resources side by side.

use leptos::prelude::*;

use super::link::{change, follow};
use super::record::value;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{Attribute, Comparison, Entry, Row, compare};

/// The table, or how to fill it.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let table = Memo::new(move |_| explorer.with(|state| compare(engine, &state.compared)));
    view! {
        <div id="comparison">
            {move || {
                let comparison = table.get();
                if comparison.resources.is_empty() {
                    view! { <p class="nothing">{words::NOTHING_PICKED}</p> }.into_any()
                } else {
                    view! { <Table comparison/> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Table(
    /// What stands in it.
    comparison: Comparison,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let n = comparison.resources.len();
    let several = n > 1;
    let row = move |row: Row| {
        let attribute = row.attribute.clone();
        let cells = row.cells.into_iter().map(|cell| view! { <td>{values(&attribute, cell)}</td> }).collect_view();
        view! {
            <tr class:same=row.same>
                <th scope="row">{words::attribute(engine, &row.attribute)}</th>
                {cells}
            </tr>
        }
    };
    view! {
        {several.then(|| view! { <p class="quiet">{words::SHARED_LEGEND}</p> })}
        <div class="scroll" tabindex="0" role="region" aria-label=words::COMPARISON_TABLE>
            <table class=format!("columns-{n}")>
                <thead>
                    <tr>
                        <td></td>
                        {comparison.resources.iter().map(|idx| view! { <Column idx=*idx/> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{comparison.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Column(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let (id, title) = (store.id(idx), store.title(idx));
    let (href, click) = follow(change(move |state| state.opened(id)));
    let remove = move |_| {
        explorer.toggle_compared(id);
        browser::focus_in_place("results-title");
    };
    view! {
        <th scope="col">
            <a id=format!("column-{id}") href=href on:click=click>{title}</a>
            <button
                type="button"
                class="remove"
                aria-label=words::remove(title)
                on:click=remove
            >
                <span class="cross" aria-hidden="true"></span>
            </button>
        </th>
    }
}

fn values(attribute: &Attribute, cell: Vec<(Entry, bool)>) -> impl IntoView + use<> {
    if cell.is_empty() {
        return view! { <span class="quiet">{words::NOT_STATED_TEXT}</span> }.into_any();
    }
    let entry = |(entry, shared): (Entry, bool)| {
        let note = shared.then(|| view! { <span class="hidden">" (" {words::SHARED} ")"</span> });
        view! { <li class:shared=shared>{value(attribute, entry)} {note}</li> }
    };
    view! { <ul>{cell.into_iter().map(entry).collect_view()}</ul> }.into_any()
}
