//! The values of a facet as checkboxes with counts.
//!
//! Values stand in one order that filtering does not change, so that nothing jumps under a reader's hand: by how many
//! resources of the whole catalog have them, or the vocabulary's where that is an order, as of levels. A long list begins with
//! what is chosen when it is drawn. Values that no result has are hidden, unless they are chosen.

use leptos::ev::Event;
use leptos::prelude::*;

use super::checkbox::{foretell, tick};
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{For, Show};
use crate::catalog::sort_positions;
use crate::facet::{Facet, Kind, NOT_STATED, ValueIdx};
use crate::i18n;
use crate::text::fold;

/// How many values of a long list show at first, and how many more are shown at once to spare a click.
const FEW: usize = 6;
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
    let order = order(explorer, idx, facet);
    let n_values = explorer.engine.totals()[idx].values.iter().filter(|total| **total > 0).count();
    let top = untrack(|| top(explorer, facet, &order));
    let wanted = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let offered = Memo::new(move |_| match wanted.read().trim() {
        "" => offered(explorer, idx, facet, &top),
        wanted => found(explorer, idx, facet, &order, wanted),
    });
    let is_long = move || facet.definition.kind != Kind::Ordered && offered.with(Vec::len) > FEW + LEEWAY;
    let shown = move || {
        let (cut, offered) = (!all.get() && is_long(), offered.get());
        let few = if cut { FEW } else { offered.len().min(MOST) };
        let late = offered.iter().skip(few).copied().filter(|value| is_chosen(explorer, facet, *value));
        offered.iter().take(few).copied().chain(late).collect::<Vec<_>>()
    };
    let foretell = move |event: &Event| foretell(explorer, &facet.definition.key, event);
    view! {
        <fieldset
            on:pointerover=move |event| foretell(&event)
            on:focusin=move |event| foretell(&event)
            on:change=handler(move |event| foretell(&event))
        >
            <legend class="hidden">{i18n::facet(facet)}</legend>
            {facet.definition.is_multiple().then(|| view! { <AnyOrAll facet/> })}
            {(n_values > MANY).then(|| view! { <FindValue facet wanted/> })}
            <ul>
                <For each=shown key=|value| *value let:value>
                    <Value idx facet value/>
                </For>
                <NotStated idx facet/>
            </ul>
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

/// The switch between any and all of the chosen values; once it can make a difference.
#[component]
fn AnyOrAll(
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let all = Memo::new(move |_| explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.all)));
    let several = Memo::new(move |_| {
        explorer.with(|state| state.filter.of(key).is_some_and(|choice| choice.any.len() > 1 || choice.all))
    });
    let side = move |word: &'static str, value: &'static str, wanted: bool| {
        view! {
            <button type="button" value=value aria-pressed=move || (all.get() == wanted).to_string() on:click=handler(move |_| explorer.ask_for_all(key, wanted))>
                {word}
            </button>
        }
    };
    view! {
        <div class="switch any-or-all" role="group" aria-label=i18n::any_or_all(facet) hidden=move || !several.get()>
            {side(i18n::any_of_these(), "any", false)} {side(i18n::all_of_these(), "all", true)}
        </div>
    }
}

/// All values in the order in which they stand.
fn order(explorer: Explorer, idx: usize, facet: &Facet) -> Vec<ValueIdx> {
    let mut order: Vec<ValueIdx> = (0..).zip(&facet.values).map(|(at, _)| at).collect();
    if facet.definition.kind != Kind::Ordered {
        let counts = explorer.engine.totals()[idx].values.clone();
        sort_positions(&mut order, &mut |a, b| counts[b as usize].cmp(&counts[a as usize]));
    }
    order
}

/// The values at the top of the tree; of a long list those chosen now come first.
fn top(explorer: Explorer, facet: &Facet, order: &[ValueIdx]) -> Vec<ValueIdx> {
    let top = order.iter().copied().filter(|value| facet.values[*value as usize].parent.is_none());
    if facet.definition.kind == Kind::Ordered || order.len() <= FEW + LEEWAY {
        return top.collect();
    }
    let (mut first, rest): (Vec<_>, Vec<_>) = top.partition(|value| is_chosen(explorer, facet, *value));
    first.extend(rest);
    first
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
                        aria-label=i18n::narrower(&this.label)
                        aria-expanded=move || unfolded.get().to_string()
                        aria-controls=below.clone()
                        on:click=handler(move |_| folded_by_hand.set(Some(!unfolded.get_untracked())))
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
    view! { <Value idx facet value/> }
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
            || view! { <li class="not-stated">{tick(explorer, key, NOT_STATED, i18n::not_stated_text(), count)}</li> },
        )
    }
}
