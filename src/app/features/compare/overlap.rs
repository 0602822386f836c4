//! What is said below a comparison: how alike each two resources are, and what all of them miss.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::Button;
use crate::catalog::ResourceIdx;
use crate::explore::{MAX_COMPARED, State, complement, overlaps};
use crate::i18n;
use crate::text::css::percent;

/// How alike each two resources are, the closest first.
#[component]
pub(crate) fn Overlaps(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let item = move |overlap: crate::explore::Overlap| {
        let [a, b] = compared.with(|compared| overlap.pair.map(|at| i18n::shortened(engine.store.title(compared[at]))));
        let width = percent(u32::try_from(overlap.percent()).unwrap_or_default(), 100);
        view! {
            <li>
                <span class="pair"><bdi>{a}</bdi> " · " <bdi>{b}</bdi></span>
                <span class="meter">
                    <span class="gauge" aria-hidden="true"><span style:inline-size=width></span></span>
                    <span class="count">{i18n::percent(overlap.percent())}</span>
                </span>
                <span class="quiet">{i18n::overlap(engine, &overlap)}</span>
            </li>
        }
    };
    view! {
        <section id="alike" aria-labelledby="alike-title">
            <h3 id="alike-title">{i18n::how_alike()}</h3>
            <p class="quiet">{i18n::how_alike_help()}</p>
            <ul>{move || compared.with(|compared| overlaps(engine, compared)).into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

/// The resource that adds the most, and what it adds; nothing where none adds anything.
#[component]
pub(crate) fn Complement(
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
            platform::focus_in_place("results-title");
        };
        let button = (compared.with(Vec::len) < MAX_COMPARED).then(|| {
            view! { <Button id="add-missed" label=i18n::add_this(title) text=i18n::add() on_press=Box::new(add)/> }
        });
        Some(view! {
            <section id="missed" aria-labelledby="missed-title">
                <h3 id="missed-title">{i18n::all_miss()}</h3>
                <p class="quiet">{i18n::adds(engine, &found)}</p>
                <p class="title" dir="auto" lang=explorer.language(found.idx)>
                    <Link to=move |state: &State| state.opened(id)>{title}</Link>
                </p>
                {button}
            </section>
        })
    }
}
