//! What is said below a comparison: how alike each two resources are, what is most like all of them, and what all of them miss.

use leptos::prelude::*;

use crate::app::components::{Kind, Link};
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::Button;
use crate::catalog::ResourceIdx;
use crate::explore::{MAX_COMPARED, State, complement, nearest, overlaps};
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

/// The resources that are most like all that are compared, each with the reason; nothing where none is.
#[component]
pub(crate) fn Nearest(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    move || {
        let found = compared.with(|compared| nearest(engine, compared));
        let has_room = compared.with(Vec::len) < MAX_COMPARED;
        let item = |similar: crate::explore::Similar| {
            let idx = similar.resource;
            let (id, title) = (engine.store.id(idx), engine.shown_title(idx));
            let add = move || {
                explorer.toggle_compared(id);
                platform::focus_in_place("results-title");
            };
            let button = has_room.then(|| {
                view! { <Button id=format!("near-{id}") class="plain" label=i18n::add_this(&title) text=i18n::add() on_press=Box::new(add)/> }
            });
            view! {
                <li>
                    <p class="kind"><Kind idx/></p>
                    <p dir="auto" lang=explorer.language(idx)><Link to=move |state: &State| state.opened(id)>{title}</Link></p>
                    {button}
                    <p class="quiet">{i18n::similar_reason(engine, &similar)}</p>
                </li>
            }
        };
        (!found.is_empty()).then(|| {
            let items: Vec<_> = found.into_iter().map(item).collect();
            view! {
                <section id="nearest" class="similar" aria-labelledby="nearest-title">
                    <h3 id="nearest-title">{i18n::nearest_label()}</h3>
                    <ul>{items}</ul>
                </section>
            }
        })
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
        let (id, title) = (engine.store.id(found.idx), engine.shown_title(found.idx));
        let add = move || {
            explorer.toggle_compared(id);
            platform::focus_in_place("results-title");
        };
        let button = (compared.with(Vec::len) < MAX_COMPARED).then(|| {
            view! { <Button id="add-missed" label=i18n::add_this(&title) text=i18n::add() on_press=Box::new(add)/> }
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
