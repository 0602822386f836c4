//! Up to four sets of resources side by side.

use leptos::prelude::*;

use super::paired_bars::{PairedBars, PairedYears};
use super::set_card::SetCard;
use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{Button, For, Show, Switch};
use crate::catalog::ResourceIdx;
use crate::explore::{
    Distinctive, MAX_SETS, NamedSet, SetComparison, State, View, as_sets, compare_sets, set_examples, set_of, sets_of,
};
use crate::i18n;

/// The sets, and the comparison once there are two.
#[component]
pub(crate) fn CompareSets() -> impl IntoView {
    let explorer = use_explorer();
    let sets = Memo::new(move |_| explorer.with(sets_of));
    let compared = Memo::new(move |_| sets.with(|sets| compare_sets(explorer.engine, sets)));
    let n = Memo::new(move |_| sets.with(Vec::len));
    // Whether one more is wanted, until there is one more or less.
    let is_wanted = RwSignal::new(false);
    Effect::new(move |before: Option<usize>| {
        let n = n.get();
        if before.is_some_and(|before| before != n) {
            is_wanted.set(false);
        }
        n
    });
    let n_cards = move || (n.get() + usize::from(is_wanted.get())).clamp(2, MAX_SETS);
    let add = move || {
        is_wanted.set(true);
        platform::focus_in_place(&format!("facet:{}", n.get_untracked()));
    };
    let has_room = move || (2..MAX_SETS).contains(&n.get()) && !is_wanted.get();
    let is_small = Memo::new(move |_| compared.with(SetComparison::is_small));
    let parts = move || {
        let (titles, figures) = (view! { <Titles compared/> }, view! { <Figures compared/> });
        if is_small.get() { [titles, figures] } else { [figures, titles] }.into_any()
    };
    view! {
        <div id="sets">
            <Show when=move || n.get() == 0><Examples/></Show>
            <div class="sides">
                <For each=move || (0..n_cards()).collect() key=|side: &usize| *side let:side>
                    {view! { <SetCard side compared/> }}
                </For>
            </div>
            <Show when=has_room>
                <p><Button id="add-set" class="plain" text=i18n::add_set() on_press=Box::new(add)/></p>
            </Show>
            <Show when=move || { n.get() > 1 }>
                <Short compared/>
                {parts}
            </Show>
        </div>
    }
}

/// Pairs of sets to begin with, made of what the catalog has most of.
#[component]
fn Examples() -> impl IntoView {
    let items = set_examples(use_explorer().engine).into_iter().map(|example| {
        let text = match example.since {
            0 => i18n::one_or_other(&example.names[0], &example.names[1]),
            year => i18n::before_and_since(&year.to_string()),
        };
        let [a, b] = example.sets;
        view! { <li><Link isolated=true to=move |state: &State| as_sets(&state.fresh(), &a, &b)>{text}</Link></li> }
    });
    let items: Vec<AnyView> = items.collect();
    view! {
        <p class="lead">{i18n::sets_lead()}</p>
        <ul class="examples">{items}</ul>
    }
}

/// How large the sets are and how many resources they share; and that some of them are the same.
#[component]
fn Short(
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let text = move || {
        compared.with(|compared| {
            let of = |(state, n): (&State, &usize)| (i18n::set_in_short(engine, state), *n);
            let sets: Vec<(String, usize)> = compared.states.iter().zip(&compared.sizes).map(of).collect();
            i18n::sets_in_short(&sets, compared.shared.0)
        })
    };
    let is_same = move || {
        compared.with(|compared| {
            let all: Vec<String> = compared.states.iter().map(set_of).collect();
            (1..all.len()).any(|at| all[..at].contains(&all[at]))
        })
    };
    view! {
        <Show when=is_same><p class="notice">{i18n::same_sets()}</p></Show>
        <p class="short" role="status">{move || text()}</p>
    }
}

/// What the sets are about and when they were published, and the words of each.
#[component]
fn Figures(
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let as_table = RwSignal::new(false);
    view! {
        <div class="legend">
            <span class="quiet">{i18n::share_of_each()}</span>
            <Switch
                id="sets-table"
                name=i18n::shown_as()
                texts=[i18n::as_bars(), i18n::as_table()]
                is_second=as_table.into()
                on_change=Box::new(move |is_second| as_table.set(is_second))
            />
        </div>
        <PairedBars compared key="theme" values=|compared| &compared.themes as_table=as_table.into()/>
        <PairedBars compared key="audience" values=|compared| &compared.audiences as_table=as_table.into()/>
        <PairedYears compared as_table=as_table.into()/>
        <DistinctiveWords compared/>
    }
}

/// The words distinctive of each set; nothing where none are.
#[component]
fn DistinctiveWords(
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let sides = move || {
        compared.with(|compared| {
            let side = |(side, words): (usize, &Vec<Distinctive>)| {
                let name = i18n::set_in_short(engine, &compared.states[side]);
                view! { <div class=format!("side-{side}")><h4 dir="auto">{name}</h4> {word_list(words)}</div> }
            };
            compared.words.iter().enumerate().map(side).collect::<Vec<AnyView>>()
        })
    };
    let has_any = move || compared.with(|compared| compared.words.iter().any(|words| !words.is_empty()));
    view! {
        <Show when=has_any>
            <section class="distinctive" aria-labelledby="distinctive-title">
                <h3 id="distinctive-title">{i18n::distinctive()}</h3>
                <p class="quiet">{i18n::distinctive_help()}</p>
                <div class="beside">{move || sides()}</div>
            </section>
        </Show>
    }
}

/// Words as links to what has them, with their counts.
fn word_list(words: &[Distinctive]) -> AnyView {
    let item = |one: &Distinctive| {
        let (word, text, counts) = (one.word.clone(), one.word.clone(), i18n::word_counts(one.counts));
        let to = move |state: &State| state.with(|state| state.view = View::List).with_query(&word);
        view! { <li><Link isolated=true to>{text}</Link> " " <span class="quiet">{counts}</span></li> }
    };
    let none = words.is_empty().then(|| view! { <p class="quiet">{i18n::no_words()}</p> });
    let items: Vec<AnyView> = words.iter().map(item).collect();
    view! { {none} <ul>{items}</ul> }
}

/// The titles of what each set has alone, and of what several have.
#[component]
fn Titles(
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let columns = move || {
        compared.with(|compared| {
            let alone = |(side, state): (usize, &State)| {
                let title = i18n::only_in_set(&i18n::set_in_short(explorer.engine, state));
                column(explorer, format!("side-{side}"), &title, &compared.alone[side])
            };
            let mut all: Vec<AnyView> = compared.states.iter().enumerate().map(alone).collect();
            let title = if all.len() == 2 { i18n::both_sets() } else { i18n::several_sets() };
            // Where there are none the sentence above says so.
            all.extend((compared.shared.0 > 0).then(|| column(explorer, "both".to_owned(), title, &compared.shared)));
            all
        })
    };
    view! { <div class="beside named">{move || columns()}</div> }
}

/// Resources under a title, with how many they are.
fn column(explorer: Explorer, class: String, title: &str, (n, first): &NamedSet) -> AnyView {
    let left = n.saturating_sub(first.len());
    let rest = (left > 0).then(|| view! { <li class="quiet">{i18n::and_more(left)}</li> });
    let items: Vec<AnyView> = first.iter().map(|idx| named(explorer, *idx)).chain(rest).collect();
    view! {
        <div class=class>
            <h3 dir="auto">{title.to_owned()} " " <span class="badge">{i18n::number(*n)}</span></h3>
            <ul>{items}</ul>
        </div>
    }
}

fn named(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let to = move |state: &State| state.opened(id);
    view! {
        <li dir="auto" lang=explorer.language(idx)><Link id=format!("hit-{id}") to>{explorer.engine.shown_title(idx)}</Link></li>
    }
}
