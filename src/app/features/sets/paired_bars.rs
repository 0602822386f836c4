//! Counts of two sets as pairs of bars, or as a table that says the same.

use leptos::prelude::*;

use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::explore::{Paired, SetComparison, largest_share, without_breaks};
use crate::facet::Facet;
use crate::i18n;
use crate::text::css::percent;

/// How many values show at first, and how many more are shown at once to spare a click.
const FEW: usize = 12;
const LEEWAY: usize = 4;

/// A number in ten-thousandths, as values of years have it, for one.
const ONE: i64 = 10_000;

/// The values of a facet with a bar for each set; nothing where the catalog does not have the facet.
#[component]
pub(crate) fn PairedBars(
    /// The comparison.
    compared: Memo<SetComparison>,
    /// The facet.
    key: &'static str,
    /// What the comparison says of it.
    values: fn(&SetComparison) -> &Vec<Paired>,
    /// Whether a table stands in place of the bars.
    as_table: Signal<bool>,
) -> impl IntoView {
    let facet = use_explorer().engine.facet(key)?;
    let is_unfolded = RwSignal::new(false);
    let n = Memo::new(move |_| compared.with(|compared| values(compared).len()));
    let is_whole = Memo::new(move |_| is_unfolded.get() || n.get() <= FEW + LEEWAY);
    let picture = move || {
        compared.with(|compared| {
            let all = values(compared);
            let some = if is_whole.get() { all } else { &all[..FEW.min(all.len())] };
            match (some, as_table.get()) {
                ([], _) => view! { <p class="quiet">{i18n::nothing_to_show()}</p> },
                (some, true) => table(facet, some, compared.sizes),
                (some, false) => bars(facet, some, compared.sizes),
            }
        })
    };
    let title = format!("pairs-{key}");
    let id = title.clone();
    Some(view! {
        <section aria-labelledby=title>
            <h3 id=id dir="auto">{i18n::facet(facet)}</h3>
            {move || picture()}
            <Show when=move || !is_whole.get()>
                <button type="button" class="plain" id=format!("sets-all:{key}") on:click=handler(move |_| is_unfolded.set(true))>
                    {move || i18n::show_all(n.get(), usize::MAX)}
                </button>
            </Show>
        </section>
    })
}

/// Values with a bar for each set, which grows with their share of the set.
fn bars(facet: &'static Facet, values: &[Paired], sizes: [usize; 2]) -> AnyView {
    let most = largest_share(values, sizes);
    let item = |paired: &Paired| {
        let shares = paired.shares(sizes);
        let bar = |side: usize| {
            view! {
                " "
                <span class=format!("line side-{side}")>
                    <span class="hidden">{i18n::set_name(side)} ": "</span>
                    <span class="gauge" aria-hidden="true">
                        <span style:inline-size=percent(shares[side], most)></span>
                    </span>
                    <span class="count">{i18n::part_of(paired.counts[side] as usize, sizes[side])}</span>
                </span>
            }
        };
        let label = facet.values[paired.value as usize].label.as_str();
        view! { <li><span class="label" dir="auto">{label}</span> {bar(0)} {bar(1)}</li> }
    };
    let items: Vec<AnyView> = values.iter().map(item).collect();
    view! { <ul class="pairs">{items}</ul> }
}

/// Returns the counts of the values in both sets as a table.
fn table(facet: &'static Facet, values: &[Paired], sizes: [usize; 2]) -> AnyView {
    let head = |side: usize| view! { <th scope="col" class="count">{i18n::set_column(side, sizes[side])}</th> };
    let row = |paired: &Paired| {
        let count = |side: usize| {
            view! { <td class="count">{i18n::part_of(paired.counts[side] as usize, sizes[side])}</td> }
        };
        let label = facet.values[paired.value as usize].label.as_str();
        view! { <tr><th scope="row" dir="auto">{label}</th> {count(0)} {count(1)}</tr> }
    };
    let rows: Vec<AnyView> = values.iter().map(row).collect();
    view! {
        <table class="twin">
            <thead><tr><td></td> {head(0)} {head(1)}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The years of both sets, one over the other; nothing where the catalog has no years.
#[component]
pub(crate) fn PairedYears(
    /// The comparison.
    compared: Memo<SetComparison>,
    /// Whether a table stands in place of the bars.
    as_table: Signal<bool>,
) -> impl IntoView {
    let facet = use_explorer().engine.facet("year")?;
    let picture = move || {
        compared.with(|compared| match (compared.years.as_slice(), as_table.get()) {
            ([], _) => view! { <p class="quiet">{i18n::nothing_to_show()}</p> },
            (years, true) => table(facet, years, compared.sizes),
            (years, false) => overlay(facet, years, compared.sizes),
        })
    };
    Some(view! {
        <section class="years" aria-labelledby="years-title">
            <h3 id="years-title">{i18n::years_label()}</h3>
            {move || picture()}
        </section>
    })
}

/// Two columns a year, with a place for the years between that neither set has.
fn overlay(facet: &'static Facet, years: &[Paired], sizes: [usize; 2]) -> AnyView {
    let most = largest_share(years, sizes);
    let label = |paired: &Paired| facet.values[paired.value as usize].label.as_str();
    let place = |paired: Option<Paired>| {
        let Some(paired) = paired else { return view! { <span class="of-year"></span> } };
        let shares = paired.shares(sizes);
        let column = |side: usize| {
            view! {
                <span class=format!("column side-{side}")><span style:block-size=percent(shares[side], most)></span></span>
            }
        };
        let title = i18n::year_of_both(label(&paired), paired.counts);
        view! { <span class="of-year" title=title>{column(0)} {column(1)}</span> }
    };
    let all = without_breaks(years, &|value| facet.values[value as usize].number.unwrap_or(0) / ONE);
    let places: Vec<AnyView> = all.into_iter().map(place).collect();
    view! {
        <div class="overlay" aria-hidden="true">{places}</div>
        <p class="axis" aria-hidden="true">
            <span>{years.first().map(label)}</span>
            " "
            <span>{years.last().map(label)}</span>
        </p>
        <div class="hidden">{table(facet, years, sizes)}</div>
    }
}
