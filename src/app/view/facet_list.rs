//! The values of a facet as checkboxes with counts.
//!
//! Values stand in one order that filtering does not change, so that nothing jumps under a reader's hand: the vocabulary's,
//! or by how many resources of the whole catalog have them. Those that nothing has any more hide, unless they are chosen.

use leptos::prelude::*;

use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::sort_positions;
use crate::facet::{Facet, Kind, NOT_STATED, ValueIdx};

/// How many values of a long list show at first, and how many more are shown at once to spare a click.
const FEW: usize = 8;
const LEEWAY: usize = 3;

/// The list of a facet's values at the top of its tree.
#[component]
pub(super) fn FacetList(
    /// Position among the facets.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let order = order(explorer, idx, facet);
    let all = RwSignal::new(false);
    let offered = Memo::new(move |_| offered(explorer, idx, facet, &order));
    let shown = move || {
        let (all, offered) = (all.get(), offered.get());
        let few = if all || facet.definition.kind != Kind::Terms || offered.len() <= FEW + LEEWAY {
            offered.len()
        } else {
            FEW
        };
        let late = offered.iter().skip(few).copied().filter(|value| is_chosen(explorer, facet, *value));
        offered.iter().take(few).copied().chain(late).collect::<Vec<_>>()
    };
    let is_long = move || facet.definition.kind == Kind::Terms && offered.with(Vec::len) > FEW + LEEWAY;
    view! {
        <fieldset>
            <legend class="hidden">{words::facet(facet)}</legend>
            <ul>
                <For each=shown key=|value| *value let:value>
                    <Value idx facet value/>
                </For>
                <NotStated idx facet/>
            </ul>
            <Show when=is_long>
                <button type="button" class="plain more" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                    {move || if all.get() { words::show_fewer().to_owned() } else { words::show_all(offered.with(Vec::len)) }}
                </button>
            </Show>
        </fieldset>
    }
}

/// The values at the top, in the order in which they stand.
fn order(explorer: Explorer, idx: usize, facet: &Facet) -> Vec<ValueIdx> {
    let mut order: Vec<ValueIdx> =
        (0..).zip(&facet.values).filter(|(_, value)| value.parent.is_none()).map(|(at, _)| at).collect();
    if facet.definition.kind == Kind::Terms {
        let counts = explorer.engine.totals()[idx].values.clone();
        sort_positions(&mut order, &mut |a, b| counts[b as usize].cmp(&counts[a as usize]));
    }
    order
}

/// The values that a choice would do something with.
fn offered(explorer: Explorer, idx: usize, facet: &'static Facet, of: &[ValueIdx]) -> Vec<ValueIdx> {
    // A short list with an order of its own keeps its values at 0: one that vanished would look like a fault.
    let is_fixed = facet.definition.kind == Kind::Ordered;
    let has_any = |value: &ValueIdx| {
        let at = *value as usize;
        let total = explorer.engine.totals()[idx].values[at];
        total > 0 && (is_fixed || explorer.counts.with(|counts| counts[idx].values[at] > 0))
    };
    of.iter().copied().filter(|value| has_any(value) || is_chosen(explorer, facet, *value)).collect()
}

fn is_chosen(explorer: Explorer, facet: &Facet, value: ValueIdx) -> bool {
    let value = &facet.values[value as usize];
    explorer.with(|state| state.filter.has(&facet.definition.key, &value.id))
        || value.children.iter().any(|child| is_chosen(explorer, facet, *child))
}

/// One value; with a list of those below it, where there are any.
#[component]
fn Value(
    /// Position of the facet.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
    /// Position of the value.
    value: ValueIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let this = &facet.values[value as usize];
    let count = move || explorer.counts.with(|counts| counts[idx].values[value as usize]);
    let folded_by_hand = RwSignal::new(None);
    let has_chosen = Memo::new(move |_| this.children.iter().any(|child| is_chosen(explorer, facet, *child)));
    let unfolded = Memo::new(move |_| folded_by_hand.get().unwrap_or(has_chosen.get()));
    let children = move || {
        if unfolded.get() { offered(explorer, idx, facet, &this.children) } else { Vec::new() }
    };
    let below = format!("below-{}-{value}", facet.definition.key);
    view! {
        <li>
            <div class="row">
                {tick(explorer, &facet.definition.key, &this.id, &this.label, count)}
                {(!this.children.is_empty()).then(|| view! {
                    <button
                        type="button"
                        class="unfold"
                        aria-label=words::narrower(&this.label)
                        aria-expanded=move || unfolded.get().to_string()
                        aria-controls=below.clone()
                        on:click=move |_| folded_by_hand.set(Some(!unfolded.get_untracked()))
                    ></button>
                })}
            </div>
            {(!this.children.is_empty()).then(|| view! {
                <ul id=below.clone() hidden=move || !unfolded.get()>
                    <For each=children key=|value| *value let:value>
                        {value_below(idx, facet, value)}
                    </For>
                </ul>
            })}
        </li>
    }
}

/// A value below another; a component that names itself needs its type erased.
fn value_below(idx: usize, facet: &'static Facet, value: ValueIdx) -> AnyView {
    view! { <Value idx facet value/> }.into_any()
}

/// The checkbox for resources without a value; only where there are any.
#[component]
pub(super) fn NotStated(
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
            || view! { <li class="not-stated">{tick(explorer, key, NOT_STATED, words::NOT_STATED_TEXT, count)}</li> },
        )
    }
}

fn tick(
    explorer: Explorer,
    key: &'static str,
    id: &'static str,
    label: &'static str,
    count: impl Fn() -> u32 + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <label class:empty=move || count() == 0>
            <input
                type="checkbox"
                value=id
                prop:checked=move || explorer.with(|state| state.filter.has(key, id))
                on:change=move |_| explorer.toggle(key, id)
            />
            <span class="label">{label}</span>
            <span class="count">{move || words::number(count() as usize)}</span>
        </label>
    }
}
