//! A facet of numbers: from, to, and how many resources there are at each.

use leptos::prelude::*;

use super::facet_list::NotStated;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::decimal;
use crate::facet::{Facet, FacetValue};
use crate::i18n;

/// Height of the tallest bar and width of each, in units of the picture.
const HEIGHT: u32 = 320;
const BAR: usize = 10;

/// Both ends of the range, and bars for the counts.
#[component]
pub(crate) fn Range(
    /// Position among the facets.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let ends = Memo::new(move |_| ends(explorer, key));
    let choose = move |from: String, to: String| {
        let range = match (from.as_str(), to.as_str()) {
            ("", "") => None,
            (from, to) if from == to => Some(from.to_owned()),
            (from, to) => Some(format!("{from}..{to}")),
        };
        explorer.choose_range(key, range);
    };
    view! {
        <fieldset class="range">
            <legend class="hidden">{i18n::facet(facet)}</legend>
            {bars(explorer, idx, facet, ends)}
            <div class="ends">
                <label>
                    <span>{i18n::from()}</span>
                    <select name="from" prop:value=move || ends.get().0 on:change:target=move |from| choose(from.target().value(), ends.get_untracked().1)>
                        <option value="">{i18n::earliest()}</option>
                        {options(facet, move || ends.get().0)}
                    </select>
                </label>
                <label>
                    <span>{i18n::to()}</span>
                    <select name="to" prop:value=move || ends.get().1 on:change:target=move |to| choose(ends.get_untracked().0, to.target().value())>
                        <option value="">{i18n::latest()}</option>
                        {options(facet, move || ends.get().1)}
                    </select>
                </label>
            </div>
            <ul><NotStated idx facet/></ul>
        </fieldset>
    }
}

/// The ends of the range that is chosen; empty where it is open.
fn ends(explorer: Explorer, key: &str) -> (String, String) {
    let range = explorer.with(|state| {
        state.filter.of(key).and_then(|choice| choice.any.iter().find(|choice| !choice.is_empty()).cloned())
    });
    match range.as_deref().map(|range| range.split_once("..").unwrap_or((range, range))) {
        Some((from, to)) => (from.to_owned(), to.to_owned()),
        None => Default::default(),
    }
}

fn options(facet: &'static Facet, chosen: impl Fn() -> String + Copy + Send + Sync + 'static) -> impl IntoView {
    facet
        .values
        .iter()
        .map(|value| view! { <option value=value.id.as_str() prop:selected=move || chosen() == value.id>{value.label.as_str()}</option> })
        .collect_view()
}

/// The counts as bars: a picture of what the two lists say, so hidden from screen readers.
fn bars(explorer: Explorer, idx: usize, facet: &'static Facet, ends: Memo<(String, String)>) -> impl IntoView {
    let width = facet.values.len() * BAR;
    let most = Memo::new(move |_| explorer.counts.with(|counts| counts[idx].values.iter().copied().max().unwrap_or(0)));
    let bar = move |(at, value): (usize, &'static FacetValue)| {
        let height = move || {
            let count = explorer.counts.with(|counts| counts[idx].values[at]);
            (count * HEIGHT).div_ceil(most.get().max(1))
        };
        let outside = move || {
            let (from, to) = ends.get();
            let number = value.number.unwrap_or_default();
            decimal(&from).is_some_and(|from| number < from) || decimal(&to).is_some_and(|to| number > to)
        };
        view! {
            <rect class:outside=outside x=at * BAR + 1 width=BAR - 2 y=move || HEIGHT - height() height=height></rect>
        }
    };
    view! {
        <svg class="bars" aria-hidden="true" viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
            {facet.values.iter().enumerate().map(bar).collect_view()}
        </svg>
    }
}
