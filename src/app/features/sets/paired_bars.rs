//! Counts of sets as groups of bars, or as a table that says the same.

use leptos::prelude::*;

use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::explore::{Paired, SetComparison, largest_share, without_breaks};
use crate::facet::Facet;
use crate::i18n;
use crate::text::css::percent;

/// How many values show at first: those whose shares differ by this many ten-thousandths or more, and so many in all.
const DIFFERENT: u32 = 1_500;
const FEW: std::ops::RangeInclusive<usize> = 4..=12;

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
    let n_shown = Memo::new(move |_| {
        let is_different = |paired: &&Paired| compared.with(|compared| paired.spread(&compared.sizes)) >= DIFFERENT;
        let n_different = compared.with(|compared| values(compared).iter().filter(is_different).count());
        let shown = if is_unfolded.get() { usize::MAX } else { n_different.clamp(*FEW.start(), *FEW.end()) };
        shown.min(n.get())
    });
    let picture = move || {
        compared.with(|compared| match (&values(compared)[..n_shown.get()], as_table.get()) {
            ([], _) => view! { <p class="quiet">{i18n::nothing_to_show()}</p> },
            (some, true) => table(facet, some, compared),
            (some, false) => bars(facet, some, compared),
        })
    };
    let title = format!("pairs-{key}");
    let id = title.clone();
    Some(view! {
        <section aria-labelledby=title>
            <h3 id=id dir="auto">{i18n::facet(facet)}</h3>
            {move || picture()}
            <Show when=move || n_shown.get() < n.get()>
                <button type="button" class="plain" id=format!("sets-all:{key}") on:click=handler(move |_| is_unfolded.set(true))>
                    {move || i18n::show_all(n.get(), usize::MAX)}
                </button>
            </Show>
        </section>
    })
}

/// "3 (12 %)", or "3 of 7" where all sets are small.
fn count_of(compared: &SetComparison, side: usize, n: u32) -> String {
    let text = if compared.is_small() { i18n::n_of } else { i18n::part_of };
    text(n as usize, compared.sizes[side])
}

/// Values with a bar for each set, which grows with their share of the set; small sets have a dot for each resource instead.
fn bars(facet: &'static Facet, values: &[Paired], compared: &SetComparison) -> AnyView {
    let sizes = &compared.sizes;
    let (most, is_small) = (largest_share(values, sizes), compared.is_small());
    let item = |paired: &Paired| {
        let shares = paired.shares(sizes);
        let bar = |side: usize| {
            let n = paired.counts[side];
            let gauge = if is_small {
                view! { <span class="dots" aria-hidden="true" style:inline-size=format!("{n}em")></span> }
            } else {
                view! {
                    <span class="gauge" aria-hidden="true">
                        <span style:inline-size=percent(shares[side], most)></span>
                    </span>
                }
            };
            view! {
                " "
                <span class=format!("line side-{side}")>
                    <span class="hidden">{i18n::set_name(side)} ": "</span>
                    {gauge}
                    <span class="count">{count_of(compared, side, n)}</span>
                </span>
            }
        };
        let label = facet.values[paired.value as usize].label.as_str();
        let lines: Vec<AnyView> = (0..sizes.len()).map(bar).collect();
        view! { <li><span class="label" dir="auto">{label}</span> <span class="lines">{lines}</span></li> }
    };
    let items: Vec<AnyView> = values.iter().map(item).collect();
    view! { <ul class="pairs">{items}</ul> }
}

/// Returns the counts of the values in all sets as a table.
fn table(facet: &'static Facet, values: &[Paired], compared: &SetComparison) -> AnyView {
    let sizes = &compared.sizes;
    let head = |(side, n): (usize, &usize)| view! { <th scope="col" class="count">{i18n::set_column(side, *n)}</th> };
    let row = |paired: &Paired| {
        let count = |side: usize| view! { <td class="count">{count_of(compared, side, paired.counts[side])}</td> };
        let label = facet.values[paired.value as usize].label.as_str();
        let cells: Vec<AnyView> = (0..sizes.len()).map(count).collect();
        view! { <tr><th scope="row" dir="auto">{label}</th> {cells}</tr> }
    };
    let heads: Vec<AnyView> = sizes.iter().enumerate().map(head).collect();
    let rows: Vec<AnyView> = values.iter().map(row).collect();
    view! {
        <table class="twin">
            <thead><tr><td></td> {heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The years of all sets, side by side; nothing where the catalog has no years.
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
            (years, true) => table(facet, years, compared),
            (years, false) => overlay(facet, years, compared),
        })
    };
    Some(view! {
        <section class="years" aria-labelledby="years-title">
            <h3 id="years-title">{i18n::years_label()}</h3>
            {move || picture()}
        </section>
    })
}

/// A column for each set a year, with a place for the years between that no set has.
fn overlay(facet: &'static Facet, years: &[Paired], compared: &SetComparison) -> AnyView {
    let sizes = &compared.sizes;
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
        let title = i18n::year_of_sets(label(&paired), &paired.counts[..sizes.len()]);
        let columns: Vec<AnyView> = (0..sizes.len()).map(column).collect();
        view! { <span class="of-year" title=title>{columns}</span> }
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
        <div class="hidden">{table(facet, years, compared)}</div>
    }
}
