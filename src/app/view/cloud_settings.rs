//! How the cloud is shown: of what, sized and ordered by what, how much of it.

use leptos::prelude::*;

use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{CloudLook, Tags, clouds};

/// The form controls above the cloud.
#[component]
pub(super) fn CloudSettings() -> impl IntoView {
    let explorer = use_explorer();
    let is_special = Memo::new(move |_| explorer.with(|state| state.look.cloud.special));
    let is_by_weight = Memo::new(move |_| explorer.with(|state| state.look.cloud.by_weight));
    let least = move || explorer.with(|state| state.look.cloud.least as usize);
    let most = move || explorer.with(|state| state.look.cloud.most);
    view! {
        <div class="settings" role="group" aria-label=words::CLOUD_SETTINGS>
            <Which/>
            {switch(words::SIZED_BY, is_special, [words::BY_NUMBER, words::BY_SPECIAL], explorer, |look, to| look.special = to)}
            {switch(words::ORDER, is_by_weight, [words::BY_NAME, words::BY_WEIGHT], explorer, |look, to| look.by_weight = to)}
            {number("cloud-least", [words::LEAST, words::LEAST_UNIT], least, explorer, |look, n| look.least = n)}
            {number("cloud-most", [words::MOST, words::MOST_UNIT], most, explorer, |look, n| look.most = n as usize)}
        </div>
    }
}

/// What the tags are.
#[component]
fn Which() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let current = Memo::new(move |_| explorer.with(|state| Tags::of(engine, state)));
    let is_current = move |key: &str| match current.get() {
        Tags::Facet(at) => engine.facets[at].definition.key == key,
        Tags::Words | Tags::Spellings => key == crate::explore::SUMMARY,
    };
    let option = |key: &'static str| {
        view! { <option value=key prop:selected=move || is_current(key)>{words::tags(engine, key)}</option> }
    };
    view! {
        <label class="sort">
            <span>{words::TAGS_ARE}</span>
            <select id="cloud-of" on:change:target=move |select| {
                let key = select.target().value();
                explorer.set_cloud(|look| look.of = key);
            }>
                {clouds(engine).into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// Two buttons, of which one is pressed.
fn switch(
    lead: &'static str,
    is_second: Memo<bool>,
    words: [&'static str; 2],
    explorer: Explorer,
    set: fn(&mut CloudLook, bool),
) -> impl IntoView {
    let button = move |word: &'static str, to: bool| {
        let pressed = move || (is_second.get() == to).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| explorer.set_cloud(|look| set(look, to))>{word}</button>
        }
    };
    view! {
        <span class="choice" role="group" aria-label=lead>
            <span class="lead" aria-hidden="true">{lead}</span>
            <span class="switch">{button(words[0], false)} {button(words[1], true)}</span>
        </span>
    }
}

/// A number, 1 or more.
fn number(
    id: &'static str,
    [before, behind]: [&'static str; 2],
    value: impl Fn() -> usize + Copy + Send + Sync + 'static,
    explorer: Explorer,
    set: fn(&mut CloudLook, u32),
) -> impl IntoView {
    view! {
        <label class="number">
            <span>{before}</span>
            <input id=id type="number" min="1" max="999" inputmode="numeric" prop:value=move || value().to_string()
                on:change:target=move |input| {
                    let target = input.target();
                    match target.value().trim().parse::<u32>() {
                        Ok(n) if n > 0 => explorer.set_cloud(|look| set(look, n)),
                        // What is no number gives way to what is set.
                        _ => target.set_value(&value().to_string()),
                    }
                }
            />
            <span>{behind}</span>
        </label>
    }
}
