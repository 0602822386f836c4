//! The facet panel: beside the results where there is room, over them on a phone.

use leptos::ev;
use leptos::prelude::*;

use super::facet_list::{FacetList, all_have};
use super::range::Range;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::explore::{Engine, Quick, QuickFilter, facet_order, quick_filters};
use crate::facet::{Counts, Facet, Kind};
use crate::i18n;

/// How many facets stand in the open; the others are one click further.
const IN_THE_OPEN: usize = 5;

/// All facets that tell the resources of this catalog apart.
#[component]
pub(crate) fn Facets(
    /// Whether a reader wants the panel open, on a phone.
    wanted: RwSignal<bool>,
    /// Whether it is.
    is_open: Signal<bool>,
    /// What stands above the facets on a phone.
    children: Children,
) -> impl IntoView {
    let explorer = use_explorer();
    let close = move || {
        wanted.set(false);
        platform::focus("open-filters");
    };
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape" && is_open.get_untracked() {
            close();
        }
    });
    // On a screen that grew wide the panel stands beside the results and covers nothing.
    let wide = window_event_listener(ev::resize, move |_| {
        if is_open.get_untracked() && platform::is_wide() {
            wanted.set(false);
        }
    });
    on_cleanup(move || {
        escape.remove();
        wide.remove();
    });
    let (first, further) = arranged(explorer.engine);
    let further_chosen = further
        .iter()
        .any(|(_, facet)| explorer.filter.with_untracked(|filter| filter.of(&facet.definition.key).is_some()));
    // The first of all is unfolded from the start.
    let unfolded = first.first().map(|(idx, _)| *idx);
    let boxes = |facets: Vec<Placed>| {
        let facet_box = |(idx, facet)| view! { <FacetBox idx facet is_first=unfolded == Some(idx)/> };
        facets.into_iter().map(facet_box).collect::<Vec<AnyView>>()
    };
    view! {
        <section id="facets" aria-labelledby="facets-title" class:open=is_open>
            <header>
                <h2 id="facets-title" tabindex="-1">{i18n::filters_label()}</h2>
                <button type="button" id="close-filters" class="plain" on:click=handler(move |_| close())>{i18n::close()}</button>
            </header>
            <div class="above-facets">{children()}</div>
            <QuickFilters/>
            {boxes(first)}
            <Further is_open=further_chosen facets=boxes(further)/>
            <footer>
                <button type="button" id="show-results" class="primary" on:click=handler(move |_| close())>
                    {move || i18n::show_results(explorer.n_matched())}
                </button>
            </footer>
        </section>
    }
}

/// A facet with its position among all.
type Placed = (usize, &'static Facet);

/// The facets that are shown: those in the open, and the others.
fn arranged(engine: &'static Engine) -> (Vec<Placed>, Vec<Placed>) {
    let mut first: Vec<Placed> = facet_order(engine).into_iter().map(|at| (at, &engine.facets[at])).collect();
    // A single one more takes no more room than what would open it.
    let n_first = if first.len() == IN_THE_OPEN + 1 { first.len() } else { IN_THE_OPEN.min(first.len()) };
    let further = first.split_off(n_first);
    (first, further)
}

/// The facets behind the first ones; nothing where there are none.
#[component]
fn Further(
    /// Whether they are unfolded from the start.
    is_open: bool,
    /// A box for each.
    facets: Vec<AnyView>,
) -> impl IntoView {
    (!facets.is_empty()).then(|| {
        view! {
            <details class="facet further" open=is_open>
                <summary id="further-facets"><h3>{i18n::more_filters()}</h3></summary>
                {facets}
            </details>
        }
    })
}

/// The filters that readers want most often.
#[component]
fn QuickFilters() -> impl IntoView {
    let explorer = use_explorer();
    let button = |filter: QuickFilter| {
        let text = match filter.quick {
            Quick::Free => i18n::quick_free().to_owned(),
            Quick::Since(year) => i18n::since_year(&year.to_string()),
            Quick::Practical => i18n::quick_practical().to_owned(),
        };
        let shown = filter.clone();
        let is_on = move || explorer.filter.with(|chosen| shown.is_on(chosen)).to_string();
        let narrowing = filter.clone();
        let is_idle =
            move || explorer.n_matched() == 0 && explorer.filter.with(|chosen| narrowing.only_narrows(chosen));
        let toggle = move |_| explorer.go(|state| filter.toggled(state));
        view! { <button type="button" aria-pressed=is_on hidden=is_idle on:click=handler(toggle)>{text}</button> }
    };
    let filters = quick_filters(explorer.engine);
    (!filters.is_empty()).then(|| {
        let buttons: Vec<AnyView> = filters.into_iter().map(button).collect();
        view! { <div class="quick" role="group" aria-label=i18n::quick_label()>{buttons}</div> }
    })
}

#[component]
fn FacetBox(
    /// Position among the facets.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
    /// Whether it is the first of all.
    is_first: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let chosen = Memo::new(move |_| {
        explorer.with(|state| {
            state
                .filter
                .of(key)
                .map_or(0, |choice| choice.any.iter().filter(|value| facet.contains_value(value)).count())
        })
    });
    let is_empty = Memo::new(move |_| {
        // What no result has and what all have does not narrow.
        let all = all_have(explorer, facet);
        let is_idle = |n: u32| n == 0 || all == Some(n as usize);
        let is_idle_all = |counts: &Counts| is_idle(counts.not_stated) && counts.values.iter().all(|n| is_idle(*n));
        chosen.get() == 0 && explorer.counts.with(|counts| is_idle_all(&counts[idx]))
    });
    let clear = move |_| {
        explorer.clear_facet(key);
        platform::focus_in_place(&format!("facet-{key}"));
    };
    let unfolded = is_first || chosen.get_untracked() > 0;
    let unfolded_once = RwSignal::new(unfolded);
    view! {
        <details class="facet" data-facet=key open=unfolded hidden=move || is_empty.get() on:toggle=handler(move |_| unfolded_once.set(true))>
            <summary id=format!("facet-{key}")>
                <h3 dir="auto">{i18n::facet(facet)}</h3>
                {move || (chosen.get() > 0).then(|| view! { <span class="badge">{chosen.get()}</span> })}
            </summary>
            // A single value is cleared where it stands.
            {move || (chosen.get() > 1).then(|| view! {
                <button type="button" class="plain clear" aria-label=i18n::clear_of_facet(i18n::facet(facet)) on:click=handler(clear)>
                    {i18n::clear_facet()}
                </button>
            })}
            // Drawn when it is first unfolded: most facets stay folded, and some have a thousand values.
            {move || unfolded_once.get().then(|| match facet.definition.kind {
                Kind::Number => view! { <Range idx facet/> },
                Kind::Terms | Kind::Ordered | Kind::Tree => view! { <FacetList idx facet/> },
            })}
        </details>
    }
}
