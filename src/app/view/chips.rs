//! What narrows the results, as a sentence; each part of it can be taken away or turned round.

use leptos::prelude::*;

use super::link::{change, follow};
use super::theme::about_theme;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Condition, State, conditions, versus};

/// The chips; nothing when nothing narrows.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    move || {
        let all = explorer.asked(|state| conditions(explorer.engine, state));
        (!all.is_empty()).then(|| {
            let clear = move |_| {
                explorer.clear();
                browser::focus_in_place("results-title");
            };
            view! {
                <ul id="chips" aria-label=words::CHOSEN>
                    {clauses(all).into_iter().map(|clause| view! { <li>{said(explorer, clause)}</li> }).collect_view()}
                    <li><button id="clear-all" type="button" class="plain" on:click=clear>{words::CLEAR_ALL}</button></li>
                </ul>
            }
        })
    }
}

/// The conditions that make one clause of the sentence, each with its number: those of one facet, chosen or left out.
fn clauses(conditions: Vec<Condition>) -> Vec<Vec<(usize, Condition)>> {
    let mut clauses: Vec<Vec<(usize, Condition)>> = Vec::new();
    for (at, condition) in conditions.into_iter().enumerate() {
        match clauses.last_mut().filter(|clause| goes_with(&clause[0].1, &condition)) {
            Some(clause) => clause.push((at, condition)),
            None => clauses.push(vec![(at, condition)]),
        }
    }
    clauses
}

fn goes_with(a: &Condition, b: &Condition) -> bool {
    match (a, b) {
        (Condition::Value(a, _), Condition::Value(b, _)) | (Condition::LeftOut(a, _), Condition::LeftOut(b, _)) => {
            a == b
        }
        (Condition::Part(a), Condition::Part(b)) => a.negated == b.negated,
        _ => false,
    }
}

/// "about Grading or Pacing"
fn said(explorer: Explorer, clause: Vec<(usize, Condition)>) -> impl IntoView {
    let first = &clause[0].1;
    let lead = words::lead(explorer.engine, first);
    let joint = match first {
        Condition::Value(key, _) => {
            words::joint(explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.all)))
        }
        _ => words::joint(true),
    };
    let chip = |(nth, (at, condition)): (usize, (usize, Condition))| {
        let joint = if matches!(&condition, Condition::Part(part) if part.is_or) { words::joint(false) } else { joint };
        view! {
            {(nth > 0).then(|| view! { <span class="joint">{joint}</span> " " })}
            {chip(explorer, at, condition)}
            " "
        }
    };
    view! {
        <span class="lead">{lead}</span>
        " "
        {clause.into_iter().enumerate().map(chip).collect_view()}
    }
}

fn chip(explorer: Explorer, at: usize, condition: Condition) -> impl IntoView {
    let whole = words::condition(explorer.engine, &condition);
    let label = words::remove_filter(&whole);
    let text = words::short(explorer.engine, &condition);
    let is_left_out = match &condition {
        Condition::LeftOut(..) => true,
        Condition::Part(part) => part.negated,
        _ => false,
    };
    let turn = turn(condition.clone(), &whole);
    let about = match &condition {
        Condition::Value(key, id) if key == "theme" => Some(about_theme(id, &text, words::ABOUT_THIS_THEME)),
        _ => None,
    };
    let compare = compare(explorer, condition.clone(), &whole);
    let take_away = move |_| {
        explorer.lift(&condition);
        // To the chip that takes its place, or else the one before.
        browser::focus_first(&[
            format!("chip-{at}"),
            format!("chip-{}", at.saturating_sub(1)),
            "results-title".to_owned(),
        ]);
    };
    view! {
        <span class="pill" class:left-out=is_left_out>
            <button id=format!("chip-{at}") type="button" class="chip" class:left-out=is_left_out aria-label=label on:click=take_away>
                {text}
                <span class="cross" aria-hidden="true"></span>
            </button>
            {turn}
            {about}
            {compare}
        </span>
    }
}

/// The link that leaves a chosen value out instead, or the other way round.
fn turn(condition: Condition, whole: &str) -> Option<impl IntoView> {
    let (word, turned) = match condition {
        Condition::Value(key, value) => {
            let turned = change(move |state: &State| state.with(|state| state.filter.leave_out(&key, &value)));
            (words::NOT_THIS, turned)
        }
        Condition::LeftOut(key, value) => {
            let turned = change(move |state: &State| state.with(|state| state.filter.choose(&key, &value)));
            (words::ONLY_THIS, turned)
        }
        Condition::Part(part) => {
            let word = if part.negated { words::ONLY_THIS } else { words::NOT_THIS };
            (word, change(move |state: &State| state.asked(&part.turned)))
        }
        _ => return None,
    };
    let label = words::turn(word, whole);
    let (href, go) = follow(turned);
    let click = move |click| {
        go(click);
        browser::focus_in_place("results-title");
    };
    Some(view! { <a class="turn" href=href aria-label=label on:click=click>{word}</a> })
}

/// The link that compares what is shown with the same where this condition is another.
fn compare(explorer: Explorer, condition: Condition, whole: &str) -> impl IntoView + use<> {
    let label = words::compare_with(whole);
    let (href, go) = follow(change(move |state: &State| versus(explorer.engine, state, &condition)));
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    view! { <a class="turn versus" href=href aria-label=label on:click=click>{words::COMPARE_WITH}</a> }
}
