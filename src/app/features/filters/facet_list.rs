//! The values of a facet as checkboxes with counts.
//!
//! Values stand in the order of their counts, or the vocabulary's where that is an order, as of levels; those that are chosen
//! come first. They are ordered anew once something else is asked and has settled, and not when one of them is chosen: nothing jumps
//! under a reader's hand. Values that no result has are hidden, unless they are chosen. Of a tree only the broad values show at first; those
//! below them are found and unfolded once all are shown.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;

use super::checkbox::{announce_result_count, facet_checkbox};
use crate::app::components::StatesLink;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{For, Show};
use crate::catalog::sort_positions;
use crate::facet::{Facet, Kind, NOT_STATED, ValueIdx};
use crate::i18n;
use crate::text::fold;

/// How long what is asked stands before values are ordered by its counts: not at each letter.
const SETTLED: Duration = Duration::from_millis(300);
/// How many values of a long list show at first, and how many more are shown at once to spare a click.
const FEW: usize = 5;
const LEEWAY: usize = 2;
/// How many values show at most: more would hold the page up, and nobody reads them. The others are found by their names.
const MOST: usize = crate::limits::FACET_VALUES_DRAWN;
/// A facet with more values than this has a box to find one in.
const MANY: usize = 20;

/// The values of a facet, with a box to find one where there are many.
#[component]
pub(crate) fn FacetList(
    /// Position among the facets.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let chosen = chosen(explorer, facet);
    let order = order(explorer, idx, facet, chosen);
    let n_values = explorer.engine.totals()[idx].values.iter().filter(|total| **total > 0).count();
    let wanted = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let offered = Memo::new(move |_| match wanted.read().trim() {
        "" => offered(explorer, idx, facet, &order.with(|order| top(facet, order)), &chosen.read()),
        wanted => found(explorer, idx, facet, &order.read(), wanted),
    });
    let is_long = move || facet.definition.kind != Kind::Ordered && offered.with(Vec::len) > FEW + LEEWAY;
    let shown = move || {
        let (cut, offered) = (!all.get() && is_long(), offered.get());
        let few = if cut { FEW } else { offered.len().min(MOST) };
        let chosen = chosen.read();
        let late = offered.iter().skip(few).copied().filter(|value| chosen.binary_search(value).is_ok());
        offered.iter().take(few).copied().chain(late).collect::<Vec<_>>()
    };
    let announce_result_count = move |event: &Event| announce_result_count(explorer, &facet.definition.key, event);
    view! {
        <fieldset
            on:pointerover=move |event| announce_result_count(&event)
            on:focusin=move |event| announce_result_count(&event)
            on:change=handler(move |event| announce_result_count(&event))
        >
            <legend class="hidden">{i18n::facet(facet)}</legend>
            {(n_values > MANY).then(|| view! {
                <Show when=move || all.get() || facet.definition.kind != Kind::Tree || !is_long()><FindValue facet wanted/></Show>
            })}
            <ul>
                <For each=shown key=|value| *value let:value>
                    <Value idx facet value all chosen/>
                </For>
                <NotStated idx facet/>
            </ul>
            {facet.definition.is_multiple().then(|| view! { <AnyOrAll facet/> })}
            <p class="quiet" hidden=move || offered.with(|offered| !offered.is_empty()) || wanted.read().trim().is_empty()>
                {i18n::no_value_found()}
            </p>
            <p class="quiet" hidden=move || offered.with(Vec::len) <= MOST || is_long() && !all.get()>
                {move || i18n::first_values(MOST, offered.with(Vec::len))}
            </p>
            <Show when=is_long>
                <button type="button" class="plain more" aria-expanded=move || all.get().to_string() on:click=handler(move |_| all.update(|all| *all = !*all))>
                    {move || if all.get() { i18n::show_fewer().to_owned() } else { i18n::show_all(offered.with(Vec::len), MOST) }}
                </button>
            </Show>
            {(facet.definition.key == "place").then(|| view! { <p><StatesLink id="states-of-places"/></p> })}
        </fieldset>
    }
}

/// The box that finds a value by its name.
#[component]
fn FindValue(
    /// The facet.
    facet: &'static Facet,
    /// What is typed in it.
    wanted: RwSignal<String>,
) -> impl IntoView {
    let text = i18n::find_in(facet);
    view! {
        <input
            class="find"
            type="search"
            autocomplete="off"
            spellcheck="false"
            aria-label=text.clone()
            placeholder=text
            on:input:target=move |input| wanted.set(input.target().value())
        />
    }
}

/// The switch between any and all of the chosen values, from the first of them on. It stands below the values: none of them moves when it
/// comes.
#[component]
fn AnyOrAll(
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let all = Memo::new(move |_| explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.all)));
    let is_chosen = Memo::new(move |_| {
        explorer.with(|state| state.filter.of(key).is_some_and(|choice| !choice.any.is_empty() || choice.all))
    });
    let side = move |word: &'static str, value: &'static str, wanted: bool| {
        view! {
            <button type="button" value=value aria-pressed=move || (all.get() == wanted).to_string() on:click=handler(move |_| explorer.ask_for_all(key, wanted))>
                {word}
            </button>
        }
    };
    view! {
        <div class="switch any-or-all" role="group" aria-label=i18n::any_or_all(facet) hidden=move || !is_chosen.get()>
            {side(i18n::any_of_these(), "any", false)} {side(i18n::all_of_these(), "all", true)}
        </div>
    }
}

/// All values in the order in which they stand, those first that are chosen; another one when something else is asked than of
/// this facet.
fn order(explorer: Explorer, idx: usize, facet: &'static Facet, chosen: Memo<Vec<ValueIdx>>) -> Memo<Vec<ValueIdx>> {
    let key = facet.definition.key.as_str();
    let asked = Memo::new(move |_| {
        let mut filter = explorer.filter.get();
        filter.forget_all(key);
        (explorer.typed.get(), filter)
    });
    let n_settled = RwSignal::new(0_u32);
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        asked.track();
        // At first they stand in the order of what is asked.
        let timer = timer?;
        if let Some(timer) = timer {
            timer.clear();
        }
        set_timeout_with_handle(move || _ = n_settled.try_update(|n| *n += 1), SETTLED).ok()
    });
    Memo::new(move |_| {
        n_settled.track();
        let mut order: Vec<ValueIdx> = (0..).zip(&facet.values).map(|(at, _)| at).collect();
        if facet.definition.kind != Kind::Ordered {
            let (counts, totals) = (explorer.counts.with_untracked(Arc::clone), &explorer.engine.totals()[idx].values);
            let chosen = chosen.get_untracked();
            let rank = |value: u32| {
                let is_chosen = chosen.binary_search(&value).is_ok();
                (is_chosen, counts[idx].values[value as usize], totals[value as usize])
            };
            let ranks: Vec<(bool, u32, u32)> = order.iter().map(|value| rank(*value)).collect();
            sort_positions(&mut order, &mut |a, b| ranks[b as usize].cmp(&ranks[a as usize]));
        }
        order
    })
}

/// The values at the top of the tree.
fn top(facet: &Facet, order: &[ValueIdx]) -> Vec<ValueIdx> {
    order.iter().copied().filter(|value| facet.values[*value as usize].parent.is_none()).collect()
}

/// The values that a choice would do something with: not those that no result has, nor those that all have.
fn offered(
    explorer: Explorer,
    idx: usize,
    facet: &'static Facet,
    of: &[ValueIdx],
    chosen: &[ValueIdx],
) -> Vec<ValueIdx> {
    // A short list with an order of its own keeps its values at 0: one that vanished would look like a fault.
    let is_fixed = facet.definition.kind == Kind::Ordered;
    let (counts, totals) = (explorer.counts.read(), &explorer.engine.totals()[idx].values);
    let all = all_have(explorer, facet);
    let is_offered = |value: &ValueIdx| {
        totals[*value as usize] > 0 && (is_fixed || narrows(facet, *value, &counts[idx].values, all))
    };
    of.iter().copied().filter(|value| is_offered(value) || chosen.binary_search(value).is_ok()).collect()
}

/// Whether a choice of a value, or of one below it, would leave fewer results, and any.
fn narrows(facet: &Facet, value: ValueIdx, counts: &[u32], all: Option<usize>) -> bool {
    let n = counts[value as usize];
    let mut below = facet.values[value as usize].children.iter();
    n > 0 && (all != Some(n as usize) || below.any(|child| narrows(facet, *child, counts, all)))
}

/// How many resources a value has that all results have; none where something of the facet is chosen, so that another value widens.
pub(crate) fn all_have(explorer: Explorer, facet: &Facet) -> Option<usize> {
    let key = &facet.definition.key;
    let is_locked = explorer.opened.bounds.is_some_and(|bounds| bounds.locked.state.filter.of(key).is_some());
    let is_free = explorer.filter.with(|filter| filter.of(key).is_none()) && !is_locked;
    is_free.then(|| explorer.n_matched())
}

/// The values whose names have a text in them, wherever they stand in a tree; all that any resource has.
fn found(explorer: Explorer, idx: usize, facet: &Facet, of: &[ValueIdx], wanted: &str) -> Vec<ValueIdx> {
    let wanted = fold(wanted);
    let totals = &explorer.engine.totals()[idx].values;
    let is_found = |value: &ValueIdx| {
        let at = *value as usize;
        totals[at] > 0 && fold(&facet.values[at].label).contains(&wanted)
    };
    of.iter().copied().filter(is_found).collect()
}

/// The values that are chosen, and those above them, in ascending order: found once for each choice, not for each value.
fn chosen(explorer: Explorer, facet: &'static Facet) -> Memo<Vec<ValueIdx>> {
    Memo::new(move |_| {
        explorer.with(|state| {
            state.filter.of(&facet.definition.key).map(|choice| facet.with_those_above(&choice.any)).unwrap_or_default()
        })
    })
}

/// One value; with a list of those below it, where there are any: all of them once it is unfolded, until then those that are chosen.
#[component]
fn Value(
    /// Position of the facet.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
    /// Position of the value.
    value: ValueIdx,
    /// Whether all values are shown, so that each can be unfolded.
    all: RwSignal<bool>,
    /// The values that are chosen, and those above them, in ascending order.
    chosen: Memo<Vec<ValueIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let this = &facet.values[value as usize];
    let count = move || explorer.counts.with(|counts| counts[idx].values[value as usize]);
    let unfolded = RwSignal::new(false);
    let is_chosen = move |value: &ValueIdx| chosen.with(|chosen| chosen.binary_search(value).is_ok());
    let children = Memo::new(move |_| {
        if unfolded.get() {
            offered(explorer, idx, facet, &this.children, &chosen.read())
        } else {
            this.children.iter().copied().filter(is_chosen).collect()
        }
    });
    let is_idle = Memo::new(move |_| !all.get() && !is_chosen(&value));
    let toggle = move |_| unfolded.update(|unfolded| *unfolded = !*unfolded);
    let below = format!("below-{}-{value}", facet.definition.key);
    view! {
        <li>
            <div class="row">
                {facet_checkbox(explorer, &facet.definition.key, &this.id, &this.label, count)}
                {(!this.children.is_empty()).then(|| view! {
                    <button
                        type="button"
                        class="unfold"
                        aria-label=i18n::narrower(&this.label)
                        aria-expanded=move || unfolded.get().to_string()
                        aria-controls=below.clone()
                        hidden=move || is_idle.get() && !unfolded.get()
                        on:click=handler(toggle)
                    ></button>
                })}
            </div>
            {(!this.children.is_empty()).then(|| view! {
                <ul id=below.clone() hidden=move || children.with(Vec::is_empty)>
                    <For each=move || children.get() key=|value| *value let:value>
                        {value_below(idx, facet, value, all, chosen)}
                    </For>
                </ul>
            })}
        </li>
    }
}

/// A value below another; a component that names itself needs its type erased.
fn value_below(
    idx: usize,
    facet: &'static Facet,
    value: ValueIdx,
    all: RwSignal<bool>,
    chosen: Memo<Vec<ValueIdx>>,
) -> AnyView {
    view! { <Value idx facet value all chosen/> }
}

/// The checkbox for resources without a value; only where there are any.
#[component]
pub(crate) fn NotStated(
    /// Position of the facet.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let count = move || explorer.counts.with(|counts| counts[idx].not_stated);
    let shown = Memo::new(move |_| count() > 0 || explorer.with(|state| state.filter.has(key, NOT_STATED)));
    move || {
        shown.get().then(
            || view! { <li class="not-stated">{facet_checkbox(explorer, key, NOT_STATED, i18n::not_stated_text(), count)}</li> },
        )
    }
}
