//! What narrows the results, each with a button that takes it away.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;

/// One thing that narrows: the query, or a value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Chip {
    text: String,
    /// The facet's key and the value; `None` for the query.
    choice: Option<(String, String)>,
    left_out: bool,
}

/// The chips; nothing when nothing narrows.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    let chips = Memo::new(move |_| chips(explorer));
    move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            view! {
                <ul id="chips" aria-label=words::CHOSEN>
                    {chips.into_iter().enumerate().map(|(at, chip)| view! { <li>{button(explorer, at, chip)}</li> }).collect_view()}
                    <li>
                        <button
                            id="clear-all"
                            type="button"
                            class="plain"
                            on:click=move |_| {
                                explorer.clear();
                                browser::focus_in_place("results-title");
                            }
                        >
                            {words::CLEAR_ALL}
                        </button>
                    </li>
                </ul>
            }
        })
    }
}

fn chips(explorer: Explorer) -> Vec<Chip> {
    explorer.with(|state| {
        let query = state.query.trim();
        let is_asked = explorer.query.with(|query| !query.is_empty());
        let asked = is_asked.then(|| Chip { text: format!("“{query}”"), choice: None, left_out: false });
        let mut chips: Vec<Chip> = asked.into_iter().collect();
        for facet in &explorer.engine.facets {
            let key = &facet.definition.key;
            let Some(choice) = state.filter.of(key) else { continue };
            let chip = |value: &String, left_out| Chip {
                text: words::choice(facet, value, left_out),
                choice: Some((key.clone(), value.clone())),
                left_out,
            };
            chips.extend(choice.any.iter().filter(|value| facet.knows(value)).map(|value| chip(value, false)));
            chips.extend(choice.not.iter().filter(|value| facet.knows(value)).map(|value| chip(value, true)));
        }
        chips
    })
}

fn button(explorer: Explorer, at: usize, chip: Chip) -> impl IntoView {
    let take_away = move |_| {
        match &chip.choice {
            Some((key, value)) => explorer.forget(key, value),
            None => explorer.search(String::new()),
        }
        // To the chip that takes its place, or else the one before.
        browser::focus_first(&[
            format!("chip-{at}"),
            format!("chip-{}", at.saturating_sub(1)),
            "results-title".to_owned(),
        ]);
    };
    view! {
        <button id=format!("chip-{at}") type="button" class="chip" class:left-out=chip.left_out aria-label=words::remove_filter(&chip.text) on:click=take_away>
            {chip.text.clone()}
            <span class="cross" aria-hidden="true"></span>
        </button>
    }
}
