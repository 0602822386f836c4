//! What narrows the results, as a sentence of chips; each can be removed, turned round or compared with an alternative.

use leptos::prelude::*;

use crate::app::components::AboutTheme;
use crate::app::components::{DeferredLink, Link};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Button;
use crate::app::ui::{For, Show};
use crate::explore::{Clause, Condition, State, clauses, compare_with_alternative, conditions, negated};
use crate::i18n;

/// The chips; nothing while nothing narrows the results.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    let all = Memo::new(move |_| explorer.with(|state| conditions(explorer.engine, state)));
    let is_narrowed = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let locked = explorer.opened.bounds.map_or(&[][..], |bounds| &bounds.told);
    let clear = move || {
        explorer.clear();
        platform::focus_in_place("results-title");
    };
    view! {
        <Show when=move || is_narrowed.get() || !locked.is_empty()>
            <ul id="chips" aria-label=i18n::chosen()>
                {locked.iter().map(|(_, lead, text)| locked_chip(lead, text)).collect_view()}
                <For each=move || clauses(all.get()) key=Clause::clone let:clause>{sentence(explorer, clause)}</For>
                <Show when=move || is_narrowed.get()>
                    <li><Button id="clear-all" class="plain" text=i18n::clear_all() on_press=Box::new(clear)/></li>
                </Show>
            </ul>
        </Show>
    }
}

/// A condition that the page is set up to keep.
fn locked_chip(lead: &'static str, text: &'static str) -> AnyView {
    view! {
        <li>
            <span class="lead">{lead}</span>
            " "
            <span class="pill fixed" title=i18n::held_fast()>
                <span class="chip" dir="auto">{text} <span class="hidden">" " {i18n::held_fast()}</span></span>
            </span>
        </li>
    }
}

/// "about Grading or Pacing"
fn sentence(explorer: Explorer, clause: Clause) -> AnyView {
    let first = clause[0].1.clone();
    let lead = i18n::lead(explorer.engine, &first);
    let is_all = Memo::new(move |_| match &first {
        Condition::Value(key, _) => explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.all)),
        _ => true,
    });
    let part = |(nth, (at, condition)): (usize, (usize, Condition))| {
        let is_or = matches!(&condition, Condition::Part(part) if part.is_or);
        let joint = (nth > 0).then(|| {
            let joint = move || i18n::joint(!is_or && is_all.get());
            view! { <span class="joint">{joint}</span> " " }
        });
        view! { " " {joint} {chip(explorer, at, condition)} }
    };
    let parts: Vec<AnyView> = clause.into_iter().enumerate().map(part).collect();
    view! { <li><span class="lead">{lead}</span> {parts}</li> }
}

fn is_left_out(condition: &Condition) -> bool {
    match condition {
        Condition::LeftOut(..) => true,
        Condition::Part(part) => part.negated,
        _ => false,
    }
}

/// Removes a condition; the focus goes to the chip that takes its place, or else to the one before.
fn remove(explorer: Explorer, at: usize, condition: &Condition) {
    explorer.remove_condition(condition);
    let places = [format!("chip-{at}"), format!("chip-{}", at.saturating_sub(1)), "results-title".to_owned()];
    platform::focus_first(&places);
}

fn chip(explorer: Explorer, at: usize, condition: Condition) -> AnyView {
    let engine = explorer.engine;
    let whole = i18n::condition(engine, &condition);
    let text = i18n::short(engine, &condition);
    let (pill, class) = if is_left_out(&condition) { ("pill left-out", "chip left-out") } else { ("pill", "chip") };
    let about = match &condition {
        Condition::Value(key, id) if key == "theme" => {
            let id = id.clone();
            Some(view! { <AboutTheme id label=text.clone() text=i18n::about_this_theme()/> })
        }
        _ => None,
    };
    let other = condition.clone();
    let to_alternative = move |state: &State| compare_with_alternative(engine, state, &other);
    let removed = condition.clone();
    view! {
        <span class=pill>
            <button
                type="button"
                id=format!("chip-{at}")
                class=class
                dir="auto"
                aria-label=i18n::remove_filter(&whole)
                on:click=handler(move |_| remove(explorer, at, &removed))
            >
                {text}
                <span class="cross" aria-hidden="true"></span>
            </button>
            {turn(condition, &whole)}
            {about}
            // Looking for the alternative is a search: it waits until somebody comes near.
            <DeferredLink class="turn versus" label=i18n::compare_with(&whole) text=i18n::compare_with_label() to=to_alternative/>
        </span>
    }
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
