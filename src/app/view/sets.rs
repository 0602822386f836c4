//! Two sets of resources side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::{change, follow};
use super::paired::{Pairs, Years};
use super::set_side::{Side, Turn};
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{Distinctive, SetComparison, State, View, compare_sets, set_of};

/// What is compared; a new one is not compared with the one before, value by value.
#[derive(Clone)]
pub(super) struct Compared(pub(super) Arc<SetComparison>);

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Both sides, and all that is said of them.
#[component]
pub(super) fn Sets() -> impl IntoView {
    let explorer = use_explorer();
    // Without sets in the address, the results stand against the whole catalog.
    let addresses = Memo::new(move |_| {
        explorer.with(|state| state.look.sets.clone().unwrap_or_else(|| [set_of(state), String::new()]))
    });
    let compared = Memo::new(move |_| {
        let [a, b] = addresses.get();
        Compared(Arc::new(compare_sets(explorer.engine, &a, &b)))
    });
    let as_table = RwSignal::new(false);
    let are_same = move || compared.with(|compared| set_of(&compared.0.states[0]) == set_of(&compared.0.states[1]));
    let side = move |word: &'static str, wanted: bool| {
        view! {
            <button type="button" value=word aria-pressed=move || (as_table.get() == wanted).to_string() on:click=move |_| as_table.set(wanted)>
                {word}
            </button>
        }
    };
    let body = move || {
        let compared = compared.get().0;
        let twin = as_table.get();
        view! {
            <Pairs key="theme" values=compared.themes.clone() sizes=compared.sizes twin/>
            <Pairs key="audience" values=compared.audiences.clone() sizes=compared.sizes twin/>
            <Years values=compared.years.clone() sizes=compared.sizes twin/>
            {distinctive(&compared.words)}
            {named(explorer, &compared)}
        }
    };
    view! {
        <div id="sets">
            <div class="sides"><Side side=0 compared/> <Turn compared/> <Side side=1 compared/></div>
            <p class="notice" hidden=move || !are_same()>{words::SAME_SETS}</p>
            <p class="short" role="status">{move || compared.with(|now| words::sets_in_short(now.0.sizes, now.0.shared.0))}</p>
            <div class="legend">
                <span class="quiet">{words::SHARE_OF_EACH}</span>
                <span class="switch">{side(words::AS_BARS, false)} {side(words::AS_TABLE, true)}</span>
            </div>
            {body}
        </div>
    }
}

/// The words distinctive of each set.
fn distinctive(words: &[Vec<Distinctive>; 2]) -> impl IntoView + use<> {
    let one = |side: usize| {
        let word = |word: &Distinctive| {
            let text = word.word.clone();
            let (href, go) = follow(change(move |state: &State| {
                let query = text.clone();
                state.with(|state| state.view = View::List).asked(&query)
            }));
            let click = move |click| {
                go(click);
                browser::focus_top();
            };
            view! { <li><a href=href on:click=click>{word.word.clone()}</a> " " <span class="quiet">{words::word_counts(word.counts)}</span></li> }
        };
        let none = words[side].is_empty().then(|| view! { <p class="quiet">{words::NO_WORDS}</p> });
        view! {
            <div class=format!("side-{side}")>
                <h4>{words::SET_NAMES[side]}</h4>
                {none}
                <ul>{words[side].iter().map(word).collect_view()}</ul>
            </div>
        }
    };
    view! {
        <section class="distinctive" aria-labelledby="distinctive-title">
            <h3 id="distinctive-title">{words::DISTINCTIVE}</h3>
            <p class="quiet">{words::DISTINCTIVE_HELP}</p>
            <div class="beside">{one(0)} {one(1)}</div>
        </section>
    }
}

/// The newest resources that both have and that one has alone.
fn named(explorer: Explorer, compared: &SetComparison) -> impl IntoView + use<> {
    let store = &explorer.engine.store;
    let link = move |idx: &ResourceIdx| {
        let (id, title) = (store.id(*idx), store.title(*idx));
        let (href, click) = follow(change(move |state| state.opened(id)));
        view! { <li lang=explorer.language(*idx)><a id=format!("hit-{id}") href=href on:click=click>{title}</a></li> }
    };
    let list = |class: &'static str, name: String, (n, first): &(usize, Vec<ResourceIdx>)| {
        let left = n.saturating_sub(first.len());
        view! {
            <div class=class>
                <h3>{name} " " <span class="badge">{words::number(*n)}</span></h3>
                <ul>
                    {first.iter().map(link).collect_view()}
                    {(left > 0).then(|| view! { <li class="quiet">{words::and_more(left)}</li> })}
                </ul>
            </div>
        }
    };
    view! {
        <div class="beside named">
            {list("side-0", words::only_in(0), &compared.alone[0])}
            {list("both", words::BOTH_SETS.to_owned(), &compared.shared)}
            {list("side-1", words::only_in(1), &compared.alone[1])}
        </div>
    }
}
