//! A theme on its own: what it means, where to begin, what it goes with, and what is missing.

use leptos::prelude::*;

use super::card::kind;
use super::link::{Change, change, follow};
use super::theme_figures::{Bars, Years};
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Missing, Neighbour, Start, State, ThemePage, theme_page};
use crate::facet::{Facet, ValueIdx};

/// The link to the page of a theme.
pub(super) fn about_theme(id: &str, label: &str, text: &'static str) -> impl IntoView + use<> {
    let id = id.to_owned();
    let (href, click) = follow(change(move |state| state.about(&id)));
    view! { <a class="about" href=href aria-label=words::about_theme(text, label) on:click=click>{text}</a> }
}

/// All resources on a theme that have a value of another facet too.
pub(super) fn on_theme(theme: &'static str, key: &'static str, value: &'static str) -> Change {
    change(move |state: &State| state.only("theme", theme).with(|state| state.filter.choose(key, value)))
}

/// A link to results, at the top of which the reader goes on.
pub(super) fn results(change: Change, text: String) -> impl IntoView {
    let (href, go) = follow(change);
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    view! { <a href=href on:click=click>{text}</a> }
}

/// The page of a theme.
#[component]
pub(super) fn Theme(
    /// Which theme.
    idx: ValueIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let facet = engine.facet("theme")?;
    let value = facet.values.get(idx as usize)?;
    let id = value.id.as_str();
    let page = theme_page(engine, id)?;
    let (back, go_back) = follow(change(|state| state.with(|state| state.look.about = None)));
    let n = page.n as usize;
    let (all, go_all) = follow(change(move |state| state.only("theme", id)));
    let show_all = move |click| {
        go_all(click);
        browser::focus_top();
    };
    let parent = page.parent.map(|(parent, _)| view! { " · " {words::PART_OF} " " {to_theme(facet, parent)} });
    Some(view! {
        <article id="theme" data-id=id>
            <nav class="way" aria-label=words::RESULTS><a id="back" href=back on:click=go_back>{words::BACK}</a></nav>
            <p class="kind"><span class="type">{words::A_THEME}</span> {parent}</p>
            <h2 id="theme-title" tabindex="-1">{value.label.as_str()}</h2>
            {value.definition.as_deref().map(|definition| view! { <p class="summary">{definition}</p> })}
            {if n == 0 {
                view! { <p class="actions quiet">{words::NONE_ON_IT}</p> }.into_any()
            } else {
                view! { <p class="actions"><a class="primary" href=all on:click=show_all>{words::show_them(n)}</a></p> }.into_any()
            }}
            {(!page.start.is_empty()).then(|| view! {
                <section class="start">
                    <h3>{words::START_HERE}</h3>
                    <ol>{page.start.iter().map(|start| to_begin(explorer, start)).collect_view()}</ol>
                </section>
            })}
            {beside(id, facet, &page.neighbours)}
            <div class="figures">
                <Years theme=id years=page.years.clone() undated=page.undated/>
                <Bars theme=id key="theme" title=words::WITHIN counts=page.children.clone()/>
                <Bars theme=id key="audience" title=words::FOR_WHOM counts=page.audiences.clone()/>
                <Bars theme=id key="publisher" title=words::WHO counts=page.publishers.clone()/>
            </div>
            {missing(explorer, id, &page)}
        </article>
    })
}

/// Another theme as a link to its page.
fn to_theme(facet: &'static Facet, idx: ValueIdx) -> impl IntoView {
    let value = &facet.values[idx as usize];
    let (href, click) = follow(change(move |state| state.about(&value.id)));
    view! { <a href=href on:click=click>{value.label.as_str()}</a> }
}

/// A resource to begin with, and why.
fn to_begin(explorer: Explorer, start: &Start) -> impl IntoView {
    let idx = start.resource;
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let (href, click) = follow(change(move |state| state.opened(id)));
    view! {
        <li>
            <p class="kind">{kind(explorer, idx)}</p>
            <h4 lang=explorer.language(idx)><a href=href on:click=click>{store.title(idx)}</a></h4>
            <p class="quiet">{words::reasons(explorer.engine, &start.reasons)}</p>
        </li>
    }
}

/// What a theme goes with, a sentence each.
fn beside(theme: &'static str, facet: &'static Facet, neighbours: &[Neighbour]) -> Option<impl IntoView> {
    let sentence = |near: &Neighbour| {
        let other = facet.values[near.theme as usize].id.as_str();
        // Both, not any.
        let both = change(move |state: &State| {
            state.only("theme", theme).with(|state| {
                state.filter.choose("theme", other);
                state.filter.set_all("theme", true);
            })
        });
        view! {
            <li>
                <span class="hidden">{words::BESIDE_LEAD} " "</span>
                <span class="lift">{words::likely(near.lift)}</span>
                " "
                <b>{to_theme(facet, near.theme)}</b>
                <span class="hidden">" " {words::BESIDE_END}</span>
                " " <span class="both">{results(both, words::together(near.together as usize))}</span>
            </li>
        }
    };
    (!neighbours.is_empty()).then(|| {
        view! {
            <section class="beside">
                <h3>{words::BESIDE}</h3>
                <p class="quiet" aria-hidden="true">{words::BESIDE_SHOWN}</p>
                <ul>{neighbours.iter().map(sentence).collect_view()}</ul>
            </section>
        }
    })
}

/// What there is none or little of.
fn missing(explorer: Explorer, theme: &'static str, page: &ThemePage) -> Option<impl IntoView> {
    let engine = explorer.engine;
    let line = |missing: &Missing| {
        let facet = &engine.facets[missing.facet];
        let value = facet.values[missing.value as usize].id.as_str();
        let (name, usual) = words::missing(engine, missing);
        let usual = if missing.here > 0 {
            results(on_theme(theme, &facet.definition.key, value), usual).into_any()
        } else {
            usual.into_any()
        };
        view! { <li><b>{name}</b> ": " {usual} "."</li> }
    };
    (!page.missing.is_empty()).then(|| {
        view! {
            <section class="missing">
                <h3>{words::MISSING}</h3>
                <ul>{page.missing.iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}
