//! Which facets readers see, and in which order.

use leptos::prelude::*;

use super::platform;
use super::state::Making;
use crate::i18n;
use crate::import::{Edit, FacetChoice, facet_choices};
use crate::session::Request;

/// The facets, each with a check mark and the ways up and down.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let choices = Memo::new(move |_| making.editing.with(facet_choices));
    view! {
        <p class="quiet">{texts.filters_help}</p>
        <ol class="own-facets"><For each=move || choices.get() key=|facet| facet.key.clone() children=move |facet| line(making, choices, facet)/></ol>
    }
}

/// A facet.
fn line(making: Making, choices: Memo<Vec<FacetChoice>>, facet: FacetChoice) -> AnyView {
    let texts = i18n::own_edit();
    let FacetChoice { key, label, .. } = facet;
    let label = label.unwrap_or_else(|| i18n::labelled(texts.facets, &key).to_owned());
    let id = format!("own-facet-{key}");
    let of = key.clone();
    let place =
        Memo::new(move |_| choices.with(|all| all.iter().position(|facet| facet.key == of)).unwrap_or_default());
    let is_shown = move || choices.with(|all| all.get(place.get()).is_some_and(|facet| facet.is_shown));
    let is_last = move || choices.with(Vec::len) == place.get() + 1;
    let shown = key.clone();
    let show = move |event| {
        making.edit(Edit::ShowFacet { facet: shown.clone(), is_shown: event_target_checked(&event) });
    };
    let (up_id, down_id) = (format!("own-up-{key}"), format!("own-down-{key}"));
    let move_to = move |is_up: bool| {
        let of = key.clone();
        making.command(Request::MoveFacet { facet: key.clone(), is_up }, move |_| {
            let at = place.get_untracked();
            // At an end the button that was pressed can't be any more.
            let is_end = at == 0 || at + 1 == choices.with_untracked(Vec::len);
            platform::focus(&format!("own-{}-{of}", if is_up == is_end { "down" } else { "up" }));
        });
    };
    let (up, down) = (move_to.clone(), move_to);
    view! {
        <li class="own-check"><input id=id.clone() type="checkbox" prop:checked=is_shown on:change=show/> <label for=id dir="auto">{label.clone()}</label> " "
        <button type="button" id=up_id aria-label=(texts.up)(&label) disabled=move || place.get() == 0 on:click=move |_| up(true)>"↑"</button> " "
        <button type="button" id=down_id aria-label=(texts.down)(&label) disabled=is_last on:click=move |_| down(false)>"↓"</button></li>
    }
    .into_any()
}
