//! What narrows the results, as a sentence; each part of it can be taken away or turned round.

use leptos::prelude::*;

use super::drawn::{drawn_and, leads_to};
use super::shape::button;
use super::theme::about_theme;
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Condition, State, conditions, versus};

/// What the button asks for that takes back everything.
const CLEAR_ALL: &str = "clear-all";

/// The chips; nothing when nothing narrows.
pub(super) fn chips() -> AnyView {
    let explorer = use_explorer();
    let say = move |into: &mut Piece| {
        let all = explorer.with(|state| conditions(explorer.engine, state));
        let held = explorer.opened.bounds.map_or(&[][..], |bounds| &bounds.told);
        if all.is_empty() && held.is_empty() {
            return;
        }
        let list = into.child("ul").id("chips").with("aria-label", words::CHOSEN);
        for (_, lead, text) in held {
            fixed(lead, text, list.child("li"));
        }
        if all.is_empty() {
            return;
        }
        for clause in &clauses(all) {
            said(explorer, clause, list.child("li"));
        }
        button(CLEAR_ALL, words::CLEAR_ALL, list.child("li")).class("plain");
    };
    drawn_and(say, move |act, _| {
        if act == CLEAR_ALL {
            explorer.clear();
            return browser::focus_in_place("results-title");
        }
        let Some(at) = act.strip_prefix("chip-").and_then(|at| at.parse::<usize>().ok()) else { return };
        let all = explorer.with_untracked(|state| conditions(explorer.engine, state));
        if let Some(condition) = all.get(at) {
            explorer.lift(condition);
        }
        // To the chip that takes its place, or else the one before.
        let before = format!("chip-{}", at.saturating_sub(1));
        browser::focus_first(&[act.to_owned(), before, "results-title".to_owned()]);
    })
}

/// A condition that the page is set up to hold fast.
fn fixed(lead: &str, text: &str, into: &mut Piece) {
    into.child("span").class("lead").text(lead);
    let chip = into.text(" ").child("span").class("pill fixed").with("title", words::HELD_FAST);
    chip.child("span")
        .class("chip")
        .isolated()
        .text(text)
        .child("span")
        .class("hidden")
        .text(" ")
        .text(words::HELD_FAST);
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
fn said(explorer: Explorer, clause: &[(usize, Condition)], into: &mut Piece) {
    let first = &clause[0].1;
    into.child("span").class("lead").text(&words::lead(explorer.engine, first));
    let joint = match first {
        Condition::Value(key, _) => {
            words::joint(explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.all)))
        }
        _ => words::joint(true),
    };
    for (nth, (at, condition)) in clause.iter().enumerate() {
        let is_or = matches!(condition, Condition::Part(part) if part.is_or);
        into.text(" ");
        if nth > 0 {
            into.child("span").class("joint").text(if is_or { words::joint(false) } else { joint });
            into.text(" ");
        }
        chip(explorer, *at, condition, into);
    }
}

fn chip(explorer: Explorer, at: usize, condition: &Condition, into: &mut Piece) {
    let whole = words::condition(explorer.engine, condition);
    let text = words::short(explorer.engine, condition);
    let is_left_out = match condition {
        Condition::LeftOut(..) => true,
        Condition::Part(part) => part.negated,
        _ => false,
    };
    let pill = into.child("span").class(if is_left_out { "pill left-out" } else { "pill" });
    let chip =
        button(&format!("chip-{at}"), &text, pill).isolated().class(if is_left_out { "chip left-out" } else { "chip" });
    chip.with("aria-label", &words::remove_filter(&whole)).child("span").class("cross").with("aria-hidden", "true");
    if let Some((word, turned)) = explorer.with(|state| turned(state, condition)) {
        let href = leads_to(explorer, |_| turned);
        let turn = pill.child("a").class("turn").with("href", &href);
        turn.with("aria-label", &words::turn(word, &whole)).text(word);
    }
    if let Condition::Value(key, id) = condition
        && key == "theme"
    {
        about_theme(explorer, id, &text, words::ABOUT_THIS_THEME, pill);
    }
    let href = leads_to(explorer, |state| versus(explorer.engine, state, condition));
    let link = pill.child("a").class("turn versus").with("href", &href);
    link.with("aria-label", &words::compare_with(&whole)).text(words::COMPARE_WITH);
}

/// The state that leaves a chosen value out instead, or the other way round, and the word for it.
fn turned(state: &State, condition: &Condition) -> Option<(&'static str, State)> {
    Some(match condition {
        Condition::Value(key, value) => (words::NOT_THIS, state.with(|state| state.filter.leave_out(key, value))),
        Condition::LeftOut(key, value) => (words::ONLY_THIS, state.with(|state| state.filter.choose(key, value))),
        Condition::Part(part) => {
            (if part.negated { words::ONLY_THIS } else { words::NOT_THIS }, state.asked(&part.turned))
        }
        _ => return None,
    })
}
