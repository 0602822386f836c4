//! One resource, whole: every field, each value a filter, and what the record rests on.

use leptos::prelude::*;

use super::card::{CompareTick, byline, kind};
use super::link::{change, follow};
use super::marked::Marked;
use super::theme::about_theme;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::{ResourceIdx, Store, host, href};
use crate::explore::{Attribute, Entry, State, View, attributes, entries, neighbours};

/// The record view.
#[component]
pub(super) fn Record(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let summary = Some(store.summary(idx)).filter(|summary| !summary.is_empty());
    let (back, go_back) = follow(change(State::closed));
    // Whoever came from the comparison goes back there, and has no results to step through.
    let is_compared = explorer.with(|state| state.view == View::Compare);
    view! {
        <article id="record" data-id=store.id(idx)>
            <nav class="way" aria-label=words::RESULTS>
                <a id="back" href=back on:click=go_back>{if is_compared { words::BACK_TO_COMPARISON } else { words::BACK }}</a>
                {(!is_compared).then(|| view! { <Neighbours idx/> })}
            </nav>
            <p class="kind">{kind(explorer, idx)}</p>
            <h2 id="record-title" tabindex="-1" lang=explorer.language(idx)><Marked text=store.title(idx)/></h2>
            {byline(store, idx)}
            {summary.map(|summary| view! { <p class="summary" lang=explorer.language(idx)><Marked text=summary/></p> })}
            <p class="actions">{visit(store, idx)} <CompareTick idx/></p>
            <Fields idx/>
            <Sources idx/>
        </article>
    }
}

/// The way to the results before and after this one.
#[component]
fn Neighbours(
    /// The open resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let step = move |id: &'static str, to: Option<ResourceIdx>, word: &'static str| {
        to.map(|to| {
            let (href, click) = follow(change(move |state| state.opened(explorer.engine.store.id(to))));
            view! { <a id=id href=href on:click=click>{word}</a> }
        })
    };
    move || {
        let order = explorer.order();
        let (of, place) = (order.len(), neighbours(&order, idx));
        place.map(|(at, before, after)| {
            view! {
                <span class="steps">
                    {step("previous", before, words::PREVIOUS)}
                    <span class="position">{words::position(at, of)}</span>
                    {step("next", after, words::NEXT)}
                </span>
            }
        })
    }
}

fn visit(store: &'static Store, idx: ResourceIdx) -> impl IntoView {
    match store.url(idx).and_then(href) {
        Some(link) => {
            let text = words::visit(host(&link).unwrap_or(&link));
            view! {
                <a class="visit primary" href=link target="_blank" rel="noopener noreferrer">
                    {text}
                    <span class="hidden">" " {words::NEW_TAB}</span>
                </a>
            }
            .into_any()
        }
        None => view! { <span class="quiet">{words::NO_LINK}</span> }.into_any(),
    }
}

/// All attributes, stated or not.
#[component]
fn Fields(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let row = move |attribute: Attribute| {
        let entries = entries(engine, idx, &attribute);
        let values = if entries.is_empty() {
            view! { <dd class="quiet">{words::NOT_STATED_TEXT}</dd> }.into_any()
        } else {
            entries
                .into_iter()
                .map(|entry| view! { <dd>{about(entry.clone())} {value(&attribute, entry)}</dd> })
                .collect_view()
                .into_any()
        };
        view! { <div><dt>{words::attribute(engine, &attribute)}</dt>{values}</div> }
    };
    let stands = move |attribute: &Attribute| match attribute {
        Attribute::Facet(key) => engine.facet(key).is_some_and(crate::facet::Facet::is_used),
        _ => true,
    };
    view! {
        <h3>{words::ABOUT}</h3>
        <dl>{attributes(engine).into_iter().filter(stands).map(row).collect_view()}</dl>
    }
}

/// The link to the page of a theme, where a value is one.
fn about(entry: Entry) -> Option<impl IntoView> {
    let (_, id) = entry.choice.filter(|(key, _)| key == "theme")?;
    Some(about_theme(&id, &entry.text, words::ABOUT_SHORT))
}

/// A value as a link to all resources that have it.
pub(super) fn value(attribute: &Attribute, entry: Entry) -> impl IntoView + use<> {
    let text = match attribute {
        Attribute::Published => entry.text.parse().map_or(entry.text, words::date),
        _ => entry.text,
    };
    match entry.choice {
        Some((key, value)) => {
            let (href, go) = follow(change(move |state| state.only(&key, &value)));
            let click = move |click| {
                go(click);
                browser::focus_top();
            };
            view! { <a data-filter="" href=href on:click=click>{text}</a> }.into_any()
        }
        None => text.into_any(),
    }
}

/// What the record rests on.
#[component]
fn Sources(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let store = &use_explorer().engine.store;
    let (sources, confidence) = (store.sources(idx), store.confidence(idx));
    let source = |source: &'static str| {
        match href(source) {
        Some(link) => view! { <li><a href=link target="_blank" rel="noopener noreferrer">{source}<span class="hidden">" " {words::NEW_TAB}</span></a></li> }.into_any(),
        None => view! { <li>{source}</li> }.into_any(),
    }
    };
    let known = !sources.is_empty() || confidence.is_some();
    known.then(|| {
        view! {
            <section class="sources">
                <h3>{words::SOURCES}</h3>
                {confidence.map(|level| view! { <p>{words::confidence(level)}</p> })}
                <ul>{sources.into_iter().map(source).collect_view()}</ul>
            </section>
        }
    })
}
