//! Counts of two sets as pairs of bars, or as a table that says the same.

use leptos::prelude::*;

use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::Paired;
use crate::facet::Facet;

/// How many values show at first, and how many more are shown at once to spare a click.
const FEW: usize = 12;
const LEEWAY: usize = 4;

/// Units across a bar: so many stand for a whole set.
const WHOLE: u64 = 1000;

/// The breadth of a year and the height of all years, in the picture's own units.
const YEAR: usize = 16;
const HEIGHT: u64 = 100;

/// How much of a set that is, in `of`ths.
fn share(count: u32, size: usize, of: u64) -> u64 {
    (u64::from(count) * of).checked_div(size as u64).unwrap_or(0)
}

/// The values of a facet.
#[component]
pub(super) fn Pairs(
    /// Key of the facet.
    key: &'static str,
    /// Its values.
    values: Vec<Paired>,
    /// How many resources each set has.
    sizes: [usize; 2],
    /// Whether it is a table.
    twin: bool,
) -> impl IntoView {
    let Some(facet) = use_explorer().engine.facet(key) else { return ().into_any() };
    let title = format!("pairs-{key}");
    let own = title.clone();
    let n = values.len();
    let all = RwSignal::new(n <= FEW + LEEWAY);
    let most = values.iter().flat_map(|paired| [0, 1].map(|side| share(paired.counts[side], sizes[side], WHOLE))).max();
    let most = most.unwrap_or(0).max(1);
    let bars = move |values: &[Paired]| {
        let bar = |paired: &Paired| bar(facet, paired, sizes, most);
        view! { <ul class="pairs">{values.iter().map(bar).collect_view()}</ul> }.into_any()
    };
    let shown = move || {
        let few = if all.get() { n } else { FEW };
        let some = &values[..few.min(n)];
        if n == 0 {
            view! { <p class="quiet">{words::NOTHING_TO_SHOW}</p> }.into_any()
        } else if twin {
            table(facet, some, sizes).into_any()
        } else {
            bars(some)
        }
    };
    view! {
        <section aria-labelledby=title>
            <h3 id=own>{words::facet(facet)}</h3>
            {shown}
            <button type="button" class="plain" hidden=move || all.get() on:click=move |_| all.set(true)>{words::show_all(n)}</button>
        </section>
    }
    .into_any()
}

/// A value with a bar for each set, which grows with its share of the set.
fn bar(facet: &'static Facet, paired: &Paired, sizes: [usize; 2], most: u64) -> impl IntoView + use<> {
    let one = |side: usize| {
        let count = paired.counts[side];
        let width = share(count, sizes[side], WHOLE) * WHOLE / most;
        view! {
            <span class=format!("bar bar-{side}")>
                <span class="hidden">{words::SET_NAMES[side]} ": "</span>
                <svg aria-hidden="true" viewBox=format!("0 0 {WHOLE} 1") preserveAspectRatio="none"><rect width=width height="1"></rect></svg>
                <span class="count">{words::part_of(count as usize, sizes[side])}</span>
            </span>
        }
    };
    view! { <li><span class="label">{facet.values[paired.value as usize].label.as_str()}</span> {one(0)} {one(1)}</li> }
}

/// The same as a table.
fn table(facet: &'static Facet, values: &[Paired], sizes: [usize; 2]) -> impl IntoView + use<> {
    let row = |paired: &Paired| {
        let cell =
            |side: usize| view! { <td class="count">{words::part_of(paired.counts[side] as usize, sizes[side])}</td> };
        view! { <tr><th scope="row">{facet.values[paired.value as usize].label.as_str()}</th>{cell(0)}{cell(1)}</tr> }
    };
    let head = |side: usize| view! { <th scope="col" class="count">{words::set_column(side, sizes[side])}</th> };
    view! {
        <table class="twin">
            <thead><tr><td></td>{head(0)}{head(1)}</tr></thead>
            <tbody>{values.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// The years of both sets, one over the other.
#[component]
pub(super) fn Years(
    /// The years that any has.
    values: Vec<Paired>,
    /// How many resources each set has.
    sizes: [usize; 2],
    /// Whether it is a table.
    twin: bool,
) -> impl IntoView {
    let Some(facet) = use_explorer().engine.facet("year") else { return ().into_any() };
    let body = match (values.first(), values.last()) {
        (Some(_), Some(_)) if twin => table(facet, &values, sizes).into_any(),
        (Some(first), Some(last)) => {
            let ends = [first, last].map(|end| facet.values[end.value as usize].label.as_str());
            view! {
                {picture(facet, &values, sizes)}
                <p class="axis" aria-hidden="true"><span>{ends[0]}</span> <span>{ends[1]}</span></p>
                <div class="hidden">{table(facet, &values, sizes)}</div>
            }
            .into_any()
        }
        _ => view! { <p class="quiet">{words::NOTHING_TO_SHOW}</p> }.into_any(),
    };
    view! {
        <section class="years" aria-labelledby="years-title">
            <h3 id="years-title">{words::YEARS}</h3>
            {body}
        </section>
    }
    .into_any()
}

/// Two bars a year, with a place for the years between that neither has.
fn picture(facet: &'static Facet, values: &[Paired], sizes: [usize; 2]) -> impl IntoView + use<> {
    let year = |paired: &Paired| facet.values[paired.value as usize].label.parse::<usize>().unwrap_or(0);
    let first = values.first().map_or(0, year);
    let n = values.last().map_or(0, year).saturating_sub(first) + 1;
    let height = |paired: &Paired, side: usize| share(paired.counts[side], sizes[side], WHOLE);
    let most = values.iter().flat_map(|paired| [height(paired, 0), height(paired, 1)]).max().unwrap_or(0).max(1);
    let bar = |paired: &Paired| {
        let at = year(paired).saturating_sub(first) * YEAR;
        let one = |side: usize| {
            let height = (height(paired, side) * HEIGHT).div_ceil(most);
            let half = YEAR / 2 - 1;
            view! { <rect class=format!("bar-{side}") x=at + 1 + side * half width=half y=HEIGHT - height height=height></rect> }
        };
        let said = words::year_of_both(&facet.values[paired.value as usize].label, paired.counts);
        view! { <g><title>{said}</title>{one(0)}{one(1)}</g> }
    };
    view! {
        <svg class="overlay" aria-hidden="true" viewBox=format!("0 0 {} {HEIGHT}", n * YEAR) preserveAspectRatio="none">
            {values.iter().map(bar).collect_view()}
        </svg>
    }
}
