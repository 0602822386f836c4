//! Figures of a theme: how many resources by year, and by the values of a facet; each is a link to those resources.

use leptos::prelude::*;

use crate::app::components::{Link, Target, ThemeDot};
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::explore::{Counted, State, on_theme};
use crate::i18n;
use crate::text::css::percent;

/// Years without any resource are shown too, as long as all of them are no more than these: columns of 24 px in a page of 56rem.
const MOST_YEARS: i64 = 34;

/// A number in ten-thousandths, as values of years have it, for one.
const ONE: i64 = 10_000;

/// The values of a facet, each with a bar; nothing where there are none.
#[component]
pub(crate) fn Bars(
    /// What the resources are on: the key of a facet, and the id of a value.
    on: (&'static str, &'static str),
    /// The facet.
    key: &'static str,
    /// What the bars show.
    title: &'static str,
    /// The values with their numbers of resources.
    counts: Vec<Counted>,
) -> impl IntoView {
    let facet = use_explorer().engine.facet(key)?;
    let most = counts.iter().map(|(_, n)| *n).max()?;
    let bar = |(idx, n): (u32, u32)| {
        let value = &facet.values[idx as usize];
        let to: Target = if matches!(key, "theme" | "place") {
            Target::from(move |state: &State| state.about_value(key, &value.id))
        } else {
            Target::from(move |state: &State| on_theme(state, on, key, &value.id))
        };
        let dot = (key == "theme").then(|| view! { <ThemeDot idx/> " " });
        view! {
            <li>
                <span>{dot} <Link isolated=true to>{value.label.as_str()}</Link></span>
                " "
                <span class="count">{i18n::number(n as usize)}</span>
                <span class="length" aria-hidden="true"><span style:inline-size=percent(n, most)></span></span>
            </li>
        }
    };
    let bars: Vec<AnyView> = counts.into_iter().map(bar).collect();
    Some(view! { <section class="bars-of"><h3>{title}</h3> <ul>{bars}</ul></section> })
}

/// The years as columns; nothing where none is stated.
#[component]
pub(crate) fn Years(
    /// What the resources are on: the key of a facet, and the id of a value.
    on: (&'static str, &'static str),
    /// The years with their numbers of resources, in their order.
    counts: Vec<Counted>,
    /// How many resources state no year.
    n_undated: u32,
) -> impl IntoView {
    let facet = use_explorer().engine.facet("year")?;
    let most = counts.iter().map(|(_, n)| *n).max()?;
    let number = |value: u32| facet.values[value as usize].number.unwrap_or(0) / ONE;
    let (first, last) = (number(counts.first()?.0), number(counts.last()?.0));
    let is_whole = last - first < MOST_YEARS;
    let mut columns = Vec::new();
    let mut next = first;
    for (value, n) in counts {
        while is_whole && next < number(value) {
            columns.push(view! { <li aria-hidden="true"></li> });
            next += 1;
        }
        next = number(value) + 1;
        columns.push(year(on, facet.values[value as usize].id.as_str(), n, most));
    }
    let undated = i18n::undated(n_undated as usize).map(|text| {
        view! { <p class="quiet"><Link to=move |state: &State| on_theme(state, on, "year", "")>{text}</Link></p> }
    });
    // More than a row of columns has room for are rows.
    let class = if is_whole { "columns-of" } else { "rows-of" };
    Some(view! { <section class="years"><h3>{i18n::when()}</h3> <ol class=class>{columns}</ol> {undated}</section> })
}

fn year(on: (&'static str, &'static str), year: &'static str, n: u32, most: u32) -> AnyView {
    let name = i18n::in_year(year, n as usize);
    let to = move |state: &State| on_theme(state, on, "year", year);
    view! {
        <li>
            <Link label=name.clone() title=name to>
                <span class="year">{year}</span>
                <span class="length" style=("--length", percent(n, most))></span>
            </Link>
        </li>
    }
}
