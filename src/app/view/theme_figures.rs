//! Figures of a theme: how many resources by year, and by the values of a facet; each is a link to those resources.

use leptos::prelude::*;

use super::link::follow;
use super::theme::{on_theme, results};
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::Counted;

/// Years without any resource are shown too, as long as all of them are no more than these.
const MOST_YEARS: i64 = 30;

/// A number in ten-thousandths, as values of years have it, for one.
const ONE: i64 = 10_000;

fn percent(n: u32, most: u32) -> String {
    format!("{:.1}%", 100.0 * f64::from(n) / f64::from(most.max(1)))
}

/// The values of a facet, each with a bar; nothing where there are none.
#[component]
pub(super) fn Bars(
    /// Id of the theme.
    theme: &'static str,
    /// Key of the facet.
    key: &'static str,
    /// What they are.
    title: &'static str,
    /// The values.
    counts: Vec<Counted>,
) -> impl IntoView {
    let facet = use_explorer().engine.facet(key)?;
    let most = counts.iter().map(|(_, n)| *n).max()?;
    let bar = move |(value, n): &Counted| {
        let value = &facet.values[*value as usize];
        let label = value.label.clone();
        let name = if key == "theme" {
            let (href, click) = follow(super::link::change(move |state| state.about(&value.id)));
            view! { <a href=href on:click=click>{label}</a> }.into_any()
        } else {
            results(on_theme(theme, key, &value.id), label).into_any()
        };
        let length = percent(*n, most);
        view! {
            <li>
                {name} <span class="count">{words::number(*n as usize)}</span>
                <span class="length" aria-hidden="true"><span style:inline-size=length></span></span>
            </li>
        }
    };
    Some(view! { <section class="bars-of"><h3>{title}</h3><ul>{counts.iter().map(bar).collect_view()}</ul></section> })
}

/// The years as columns; nothing where none is stated.
#[component]
pub(super) fn Years(
    /// Id of the theme.
    theme: &'static str,
    /// The years that have any, ascending.
    years: Vec<Counted>,
    /// How many resources state none.
    undated: u32,
) -> impl IntoView {
    let facet = use_explorer().engine.facet("year")?;
    let most = years.iter().map(|(_, n)| *n).max()?;
    let mut columns = Vec::new();
    let mut last = None;
    let number = |at: u32| facet.values[at as usize].number.unwrap_or(0) / ONE;
    let span = number(years[years.len() - 1].0) - number(years[0].0);
    for (value, n) in &years {
        let year = number(*value);
        let gap = last.filter(|_| span < MOST_YEARS).map_or(0, |last| year - last - 1);
        columns.extend((0..gap).map(|_| None));
        columns.push(Some((*value, *n)));
        last = Some(year);
    }
    let column = move |column: Option<Counted>| {
        let Some((value, n)) = column else { return view! { <li aria-hidden="true"></li> }.into_any() };
        let year = facet.values[value as usize].id.as_str();
        let (href, go) = follow(on_theme(theme, "year", year));
        let click = move |click| {
            go(click);
            browser::focus_top();
        };
        let name = words::in_year(year, n as usize);
        view! {
            <li>
                <a href=href aria-label=name.clone() title=name on:click=click>
                    <span class="height" style:block-size=percent(n, most)></span>
                </a>
            </li>
        }
        .into_any()
    };
    let (first, end) = (years[0].0, years[years.len() - 1].0);
    let year = move |value: u32| facet.values[value as usize].id.as_str();
    Some(view! {
        <section class="years">
            <h3>{words::WHEN}</h3>
            <ol>{columns.into_iter().map(column).collect_view()}</ol>
            <p class="ends-of quiet" aria-hidden="true"><span>{year(first)}</span> <span>{(first != end).then(|| year(end))}</span></p>
            {words::undated(undated as usize).map(|text| view! { <p class="quiet">{results(on_theme(theme, "year", ""), text)}</p> })}
        </section>
    })
}
