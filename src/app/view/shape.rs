//! What the map, the timeline and the connections share: links into the results, pickers, switches.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::link::{change, follow};
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::narrowed;
use crate::facet::{Facet, NOT_STATED, ValueIdx};

/// A value of a facet, or that none is stated, as a link asks for it.
pub(super) fn asked_for(facet: &'static Facet, value: Option<ValueIdx>) -> (&'static str, &'static str) {
    let id = value.map_or(NOT_STATED, |value| facet.values[value as usize].id.as_str());
    (facet.definition.key.as_str(), id)
}

/// A link to those results that have some values besides.
pub(super) fn narrow(
    values: Vec<(&'static str, &'static str)>,
    class: &'static str,
    name: String,
    text: AnyView,
) -> AnyView {
    let engine = use_explorer().engine;
    let (href, click) = follow(change(move |state| narrowed(engine, state, &values)));
    let click = move |event: MouseEvent| {
        let is_here = browser::is_plain_click(&event);
        click(event);
        if is_here {
            browser::focus_top();
        }
    };
    view! { <a class=class href=href aria-label=name on:click=click>{text}</a> }.into_any()
}

/// Two buttons, one of which is pressed.
pub(super) fn switch(name: &'static str, words: [&'static str; 2], second: RwSignal<bool>) -> AnyView {
    let side = move |at: usize| {
        let wanted = at == 1;
        view! {
            <button type="button" aria-pressed=move || (second.get() == wanted).to_string() on:click=move |_| second.set(wanted)>
                {words[at]}
            </button>
        }
        .into_any()
    };
    view! { <div class="switch" role="group" aria-label=name>{side(0)} {side(1)}</div> }.into_any()
}

/// A choice among facets; `none` is a choice of its own, with an empty key.
pub(super) fn pick(
    id: &'static str,
    name: &'static str,
    facets: Vec<&'static Facet>,
    none: Option<&'static str>,
    chosen: Signal<String>,
    take: impl Fn(String) + 'static,
) -> AnyView {
    let option = move |key: &'static str, word: String| {
        view! { <option value=key prop:selected=move || chosen.get() == key>{word}</option> }.into_any()
    };
    let none = none.map(|word| option("", word.to_owned()));
    let options: Vec<AnyView> =
        facets.into_iter().map(|facet| option(&facet.definition.key, words::facet(facet).to_owned())).collect();
    view! {
        <label class="pick">
            <span>{name}</span>
            <select id=id prop:value=move || chosen.get() on:change:target=move |select| take(select.target().value())>
                {none} {options}
            </select>
        </label>
    }
    .into_any()
}
