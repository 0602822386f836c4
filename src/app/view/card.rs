//! One result: enough to decide whether to open it.

use leptos::prelude::*;

use super::link::{change, follow};
use super::marked::Marked;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::{Resource, ResourceIdx};
use crate::explore::{MAX_COMPARED, matched_in};

/// How many themes a card names.
const MOST_THEMES: usize = 4;

/// The card of a resource.
#[component]
pub(super) fn Card(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let resource = explorer.engine.resource(idx);
    let (href, click) = follow(change(move |state| state.opened(&resource.id)));
    view! {
        <article class="card" data-id=resource.id.as_str()>
            <header>
                <p class="kind">{kind(explorer, resource)}</p>
                <CompareTick resource/>
            </header>
            <h3 lang=explorer.language(resource)>
                <a id=format!("hit-{}", resource.id) href=href on:click=click><Marked text=&resource.title/></a>
            </h3>
            {byline(resource)}
            {resource.summary.as_ref().map(|summary| view! { <p class="summary" lang=explorer.language(resource)><Marked text=summary/></p> })}
            {where_matched(explorer, idx)}
            <ul class="tags">
                {resource.themes.iter().take(MOST_THEMES).map(|id| view! { <li><Tag id/></li> }).collect_view()}
            </ul>
        </article>
    }
}

/// "Matched in: title, summary", while something is asked.
fn where_matched(explorer: Explorer, idx: ResourceIdx) -> impl IntoView {
    move || {
        let fields = explorer.query.with(|query| matched_in(explorer.engine, idx, query));
        (!fields.is_empty()).then(|| view! { <p class="where">{words::matched_in(&fields)}</p> })
    }
}

/// "Report · January 2018"
pub(super) fn kind(explorer: Explorer, resource: &'static Resource) -> impl IntoView {
    let label = resource.r#type.as_ref().and_then(|id| {
        let facet = explorer.engine.facet("type")?;
        Some(facet.values[facet.find(id)? as usize].label.as_str())
    });
    let date = resource.published.map(words::date);
    view! {
        {label.map(|label| view! { <span class="type">{label}</span> })}
        {date.map(|date| view! { <span class="date">{date}</span> })}
    }
}

/// Who wrote and published it.
pub(super) fn byline(resource: &'static Resource) -> Option<impl IntoView> {
    let named = !resource.authors.is_empty() || !resource.publishers.is_empty();
    named.then(|| {
        view! {
            <p class="byline">
                {names(&resource.authors, "authors")}
                {names(&resource.publishers, "publishers")}
            </p>
        }
    })
}

fn names(names: &'static [String], class: &'static str) -> Option<impl IntoView> {
    let name = |(at, name): (usize, &'static String)| view! { {(at > 0).then_some(", ")} <Marked text=name/> };
    (!names.is_empty()).then(|| view! { <span class=class>{names.iter().enumerate().map(name).collect_view()}</span> })
}

/// A theme as a link that narrows the results to it.
#[component]
fn Tag(
    /// Id of the theme.
    id: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let label =
        explorer.engine.facet("theme").and_then(|facet| Some(facet.values[facet.find(id)? as usize].label.as_str()));
    let (href, go) = follow(change(move |state| Explorer::choose_only(state, "theme", id)));
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    view! { <a href=href on:click=click>{label.unwrap_or(id)}</a> }
}

/// The checkbox that picks a resource for comparison.
#[component]
pub(super) fn CompareTick(
    /// Which resource.
    resource: &'static Resource,
) -> impl IntoView {
    let explorer = use_explorer();
    let id = resource.id.as_str();
    let picked = Memo::new(move |_| explorer.with(|state| state.compared.iter().any(|picked| picked == id)));
    let full = move || !picked.get() && explorer.with(|state| state.compared.len() >= MAX_COMPARED);
    view! {
        <label class="compare">
            <input
                type="checkbox"
                name="compare"
                aria-label=words::compare_this(&resource.title)
                prop:checked=move || picked.get()
                disabled=full
                on:change=move |_| explorer.toggle_compared(id)
            />
            <span aria-hidden="true">{words::COMPARE}</span>
        </label>
    }
}
