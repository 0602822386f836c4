//! What is chosen of the facets, a chip each: its name opens what else can be done with it, its cross takes it away.

use leptos::prelude::*;

use crate::app::components::AboutTheme;
use crate::app::components::{DeferredLink, Link};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{Button, For, Menu, Show};
use crate::explore::{self, Condition, State, compare_with_alternative, conditions, negated};
use crate::i18n;

/// The chips; nothing while nothing is chosen. What is typed has no chip: the search box shows it.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    let chosen = move || {
        let all = explorer.with(|state| conditions(explorer.engine, state));
        all.into_iter().filter(|condition| !matches!(condition, Condition::Part(_))).enumerate().collect::<Vec<_>>()
    };
    let all = Memo::new(move |_| chosen());
    let is_narrowed = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let locked = explorer.opened.bounds.map_or(&[][..], |bounds| &bounds.locked_conditions);
    let clear = move || {
        explorer.clear_filter();
        platform::focus_in_place("results-title");
    };
    view! {
        <Show when=move || is_narrowed.get() || !locked.is_empty()>
            <ul id="chips" aria-label=i18n::chosen()>
                {locked.iter().map(|(_, lead, text)| locked_chip(lead, text)).collect_view()}
                <For each=move || all.get() key=Clone::clone let:chosen>{chip(explorer, chosen.0, chosen.1)}</For>
                <Show when=move || is_narrowed.get()>
                    <li><Button id="clear-all" class="plain" text=i18n::clear_all() on_press=Box::new(clear)/></li>
                </Show>
                {move || all.with(|all| the_theme(all)).map(|theme| view! { <li>{about(explorer, theme)}</li> })}
            </ul>
        </Show>
    }
}

/// A condition that the page is set up to keep.
fn locked_chip(lead: &'static str, text: &'static str) -> AnyView {
    view! {
        <li>
            <span class="pill fixed" title=i18n::locked_hint()>
                <span class="chip" dir="auto">{lead} " " {text} <span class="hidden">" " {i18n::locked_hint()}</span></span>
            </span>
        </li>
    }
}

fn is_left_out(condition: &Condition) -> bool {
    matches!(condition, Condition::LeftOut(..))
}

/// Removes a condition; the focus goes to the chip that takes its place, or else to the one before.
fn remove(explorer: Explorer, at: usize, condition: &Condition) {
    explorer.remove_condition(condition);
    let places = [format!("chip-{at}"), format!("chip-{}", at.saturating_sub(1)), "results-title".to_owned()];
    platform::focus_first(&places);
}

/// The chip at a place among the chips.
fn chip(explorer: Explorer, at: usize, condition: Condition) -> AnyView {
    let whole = i18n::condition(explorer.engine, &condition);
    let text = i18n::chip(explorer.engine, &condition);
    let class = if is_left_out(&condition) { "pill left-out" } else { "pill" };
    let (removed, name) = (condition.clone(), whole.clone());
    view! {
        <li class=class>
            <Menu id=format!("chip-menu-{at}") class="chip-name" label=i18n::chip_actions(&text) text=Signal::derive(move || text.clone())>
                {actions(explorer, &condition, &name)}
            </Menu>
            <button
                type="button"
                id=format!("chip-{at}")
                class="chip"
                aria-label=i18n::remove_filter(&whole)
                on:click=handler(move |_| remove(explorer, at, &removed))
            >
                <span class="cross" aria-hidden="true"></span>
            </button>
        </li>
    }
}

/// Whether a condition asks for a theme.
fn is_theme(condition: &Condition) -> bool {
    matches!(condition, Condition::Value(key, _) if key == "theme")
}

/// The only theme that is asked for; none where there are several.
fn the_theme(all: &[(usize, Condition)]) -> Option<Condition> {
    let mut themes = all.iter().map(|(_, condition)| condition).filter(|condition| is_theme(condition));
    themes.next().filter(|_| themes.next().is_none()).cloned()
}

/// The link to the page of the theme that a condition asks for.
fn about(explorer: Explorer, condition: Condition) -> AnyView {
    let label = i18n::short(explorer.engine, &condition);
    let Condition::Value(_, id) = condition else { return ().into_any() };
    view! { <AboutTheme id label text=i18n::about_this_theme()/> }.into_any()
}

/// What else can be done with a condition: turn it round, compare it with an alternative, read about it.
fn actions(explorer: Explorer, condition: &Condition, whole: &str) -> AnyView {
    let engine = explorer.engine;
    let about = is_theme(condition).then(|| about(explorer, condition.clone()));
    let other = condition.clone();
    let to_alternative = move |state: &State| compare_with_alternative(engine, state, &other);
    view! {
        {turn(condition.clone(), whole)}
        {explore::broader(engine, condition).map(|broader| broaden(explorer, broader))}
        // Looking for the alternative is a search: it waits until somebody comes near.
        <DeferredLink class="versus" label=i18n::compare_with(whole) text=i18n::compare_with_label() to=to_alternative/>
        {about}
    }
}

/// The link to the results with the value above in place of a chosen one.
fn broaden(explorer: Explorer, broader: Condition) -> AnyView {
    let text = i18n::broaden(&i18n::short(explorer.engine, &broader));
    let to = move |state: &State| broader.removed_from(state);
    view! { <Link class="broaden" to>{text}</Link> }
}

/// The link that turns a condition round, where it can be.
fn turn(condition: Condition, whole: &str) -> AnyView {
    if negated(&State::default(), &condition).is_none() {
        return ().into_any();
    }
    let word = if is_left_out(&condition) { i18n::only_this() } else { i18n::not_this() };
    let to = move |state: &State| negated(state, &condition).unwrap_or_else(|| state.clone());
    view! { <Link class="turn" label=i18n::turn(word, whole) to>{word}</Link> }
}
