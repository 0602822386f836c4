//! Two sets of resources side by side.

use leptos::prelude::*;

use super::paired_bars::{PairedBars, PairedYears};
use super::set_card::SetCard;
use crate::app::components::Link;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::app::ui::Switch;
use crate::catalog::ResourceIdx;
use crate::explore::{Distinctive, SetComparison, State, View, compare_sets, set_of};
use crate::i18n;

/// Both sets, and all that is said of them.
#[component]
pub(crate) fn CompareSets() -> impl IntoView {
    let explorer = use_explorer();
    // Without sets in the address, the results stand against the whole catalog.
    let whole = |state: &State| [set_of(state), String::new()];
    let sets = Memo::new(move |_| explorer.with(|state| state.look.sets.clone().unwrap_or_else(|| whole(state))));
    let compared = Memo::new(move |_| sets.with(|[a, b]| compare_sets(explorer.engine, a, b)));
    let as_table = RwSignal::new(false);
    let is_same =
        Memo::new(move |_| compared.with(|compared| set_of(&compared.states[0]) == set_of(&compared.states[1])));
    let swap = move |_| {
        let [a, b] = compared.with_untracked(|compared| compared.states.each_ref().map(set_of));
        explorer.go(|state| state.with(|state| state.look.sets = Some([b, a])));
    };
    let in_short = move || compared.with(|compared| i18n::sets_in_short(compared.sizes, compared.shared.0));
    view! {
        <div id="sets">
            <div class="sides">
                <SetCard side=0 compared/>
                <button type="button" id="swap" aria-label=i18n::swap() title=i18n::swap() on:click=handler(swap)>
                    <span aria-hidden="true">"⇄"</span>
                </button>
                <SetCard side=1 compared/>
            </div>
            <Show when=move || is_same.get()><p class="notice">{i18n::same_sets()}</p></Show>
            <p class="short" role="status">{move || in_short()}</p>
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
            <div class="beside named">
                <Named compared class="side-0" title=i18n::only_in(0) of=|compared| &compared.alone[0]/>
                <Named compared class="both" title=i18n::both_sets() of=|compared| &compared.shared/>
                <Named compared class="side-1" title=i18n::only_in(1) of=|compared| &compared.alone[1]/>
            </div>
        </div>
    }
}

/// The words distinctive of each set.
#[component]
fn DistinctiveWords(
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let side = move |side: usize| {
        view! {
            <div class=format!("side-{side}")>
                <h4>{i18n::set_name(side)}</h4>
                {move || compared.with(|compared| word_list(&compared.words[side]))}
            </div>
        }
    };
    view! {
        <section class="distinctive" aria-labelledby="distinctive-title">
            <h3 id="distinctive-title">{i18n::distinctive()}</h3>
            <p class="quiet">{i18n::distinctive_help()}</p>
            <div class="beside">{side(0)} {side(1)}</div>
        </section>
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

/// The newest resources that both have or that one has alone.
#[component]
fn Named(
    /// The comparison.
    compared: Memo<SetComparison>,
    /// The class of the column.
    class: &'static str,
    /// Its title.
    #[prop(into)]
    title: String,
    /// How many they are, and the newest of them.
    of: fn(&SetComparison) -> &(usize, Vec<ResourceIdx>),
) -> impl IntoView {
    let explorer = use_explorer();
    let found = Memo::new(move |_| compared.with(|compared| of(compared).clone()));
    let items = move || {
        found.with(|(n, first)| {
            let left = n.saturating_sub(first.len());
            let rest = (left > 0).then(|| view! { <li class="quiet">{i18n::and_more(left)}</li> });
            first.iter().map(|idx| named(explorer, *idx)).chain(rest).collect::<Vec<AnyView>>()
        })
    };
    view! {
        <div class=class>
            <h3>{title} " " <span class="badge">{move || i18n::number(found.with(|(n, _)| *n))}</span></h3>
            <ul>{move || items()}</ul>
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
