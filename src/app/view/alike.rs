//! What is said below the comparison: how alike each two are, and what all of them miss.

use leptos::prelude::*;

use super::link::{change, follow};
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{Comparison, MAX_COMPARED, Overlap, complement, overlaps};

/// How alike each two resources are, the closest first.
#[component]
pub(super) fn Alike(
    /// What is compared.
    table: Memo<Comparison>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let row = move |overlap: Overlap| {
        let titles = table.with(|table| overlap.pair.map(|at| engine.store.title(table.resources[at])));
        let percent = overlap.percent();
        view! {
            <li>
                <span class="pair">{words::pair(titles)}</span>
                <span class="meter">
                    <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width=percent height="1"></rect></svg>
                    <span class="count">{words::percent(percent)}</span>
                </span>
                <span class="quiet">{words::overlap(engine, &overlap)}</span>
            </li>
        }
    };
    view! {
        <section id="alike" aria-labelledby="alike-title">
            <h3 id="alike-title">{words::HOW_ALIKE}</h3>
            <p class="quiet">{words::HOW_ALIKE_HELP}</p>
            <ul>{move || overlaps(engine, &table.read().resources).into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The resource that adds the most, and what it adds.
#[component]
pub(super) fn Missed(
    /// What is compared.
    table: Memo<Comparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let found = Memo::new(move |_| complement(engine, &table.read().resources));
    move || {
        found.get().map(|found| {
            let (id, title) = (engine.store.id(found.idx), engine.store.title(found.idx));
            let (href, click) = follow(change(move |state| state.opened(id)));
            let add = move |_| {
                explorer.toggle_compared(id);
                browser::focus_in_place("results-title");
            };
            let is_full = table.with(|table| table.resources.len() >= MAX_COMPARED);
            view! {
                <section id="missed" aria-labelledby="missed-title">
                    <h3 id="missed-title">{words::ALL_MISS}</h3>
                    <p class="quiet">{words::adds(engine, &found)}</p>
                    <p class="title" lang=explorer.language(found.idx)><a href=href on:click=click>{title}</a></p>
                    <button type="button" id="add-missed" hidden=is_full aria-label=words::add_this(title) on:click=add>{words::ADD}</button>
                </section>
            }
        })
    }
}
