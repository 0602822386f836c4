//! What is said below a comparison: how alike each two resources are, and what all of them miss.

use leptos::prelude::*;

use super::link::Link;
use super::ui::Button;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{MAX_COMPARED, State, complement, overlaps};
use crate::text::css::percent;

/// How alike each two resources are, the closest first.
#[component]
pub(super) fn Overlaps(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let item = move |overlap: crate::explore::Overlap| {
        let [a, b] =
            compared.with(|compared| overlap.pair.map(|at| words::shortened(engine.store.title(compared[at]))));
        let width = percent(u32::try_from(overlap.percent()).unwrap_or_default(), 100);
        view! {
            <li>
                <span class="pair"><bdi>{a}</bdi> " · " <bdi>{b}</bdi></span>
                <span class="meter">
                    <span class="gauge" aria-hidden="true"><span style:inline-size=width></span></span>
                    <span class="count">{words::percent(overlap.percent())}</span>
                </span>
                <span class="quiet">{words::overlap(engine, &overlap)}</span>
            </li>
        }
    };
    view! {
        <section id="alike" aria-labelledby="alike-title">
            <h3 id="alike-title">{words::HOW_ALIKE}</h3>
            <p class="quiet">{words::HOW_ALIKE_HELP}</p>
            <ul>{move || compared.with(|compared| overlaps(engine, compared)).into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

/// The resource that adds the most, and what it adds; nothing where none adds anything.
#[component]
pub(super) fn Complement(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    move || {
        let found = compared.with(|compared| complement(engine, compared))?;
        let (id, title) = (engine.store.id(found.idx), engine.store.title(found.idx));
        let add = move || {
            explorer.toggle_compared(id);
            browser::focus_in_place("results-title");
        };
        let button = (compared.with(Vec::len) < MAX_COMPARED).then(|| {
            view! { <Button id="add-missed" label=words::add_this(title) text=words::ADD on_press=Box::new(add)/> }
        });
        Some(view! {
            <section id="missed" aria-labelledby="missed-title">
                <h3 id="missed-title">{words::ALL_MISS}</h3>
                <p class="quiet">{words::adds(engine, &found)}</p>
                <p class="title" dir="auto" lang=explorer.language(found.idx)>
                    <Link to=move |state: &State| state.opened(id)>{title}</Link>
                </p>
                {button}
            </section>
        })
    }
}
