//! A theme on its own: what it means, where to begin, what it goes with, and what is missing.

use leptos::prelude::*;

use super::figures::{Bars, Years};
use crate::app::components::{Link, StatesLink, ThemeDot, ThemeGlyph};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{Counted, State, ThemePage, compare_value, on_theme, theme_page};
use crate::facet::{Facet, ValueIdx};
use crate::i18n;

/// The page of a theme, or of another value of a facet; nothing where the catalog does not have it.
#[component]
pub(crate) fn Theme(
    /// Position of the facet, and the value.
    subject: (usize, ValueIdx),
) -> impl IntoView {
    let explorer = use_explorer();
    let (at, idx) = subject;
    let facet = explorer.engine.facets.get(at)?;
    let value = facet.values.get(idx as usize)?;
    let on = (facet.definition.key.as_str(), value.id.as_str());
    let page = theme_page(explorer.engine, &State::default().about_value(on.0, on.1).look.about?)?;
    let is_theme = on.0 == "theme";
    let parent = page.parent.map(|(parent, _)| view! { " · " {i18n::part_of_label()} " " {theme_link(facet, parent)} });
    let definition = value.definition.as_deref();
    let show_all = if page.n == 0 {
        view! { <p class="actions quiet">{i18n::none_on_it()}</p> }
    } else {
        let text = i18n::show_them(page.n as usize);
        let to = move |state: &State| state.only(on.0, on.1);
        let other = move |state: &State| compare_value(state, on.0, on.1);
        let compare = (on.0 == "place").then(|| {
            view! { " " <Link id="compare-place" to=other>{i18n::compare_place(&value.label)}</Link> " " <StatesLink id="states-of-place"/> }
        });
        view! { <p class="actions"><Link class="primary" to>{text}</Link> {compare}</p> }
    };
    let bars = |key: &'static str, title: &'static str, counts: Vec<Counted>| view! { <Bars on key title counts/> };
    let name_of = |key: &str| explorer.engine.facet(key).map_or("", |facet| i18n::facet_names(facet).0);
    Some(view! {
        <article id="theme" data-id=value.id.as_str()>
            <nav class="back-nav" aria-label=i18n::results()>
                <Link id="back" to=State::left>{i18n::back()}</Link>
            </nav>
            <p class="kind"><span class="type">{i18n::facet_names(facet).1}</span> {parent}</p>
            <h2 id="theme-title" tabindex="-1" dir="auto">
                {is_theme.then(|| view! { <ThemeGlyph idx/> " " })} {value.label.as_str()}
            </h2>
            {definition.map(|text| view! { <p class="summary" dir="auto">{text}</p> })}
            {show_all}
            {start(explorer, &page)}
            {neighbours(explorer, on, &page)}
            <div class="figures">
                <Years on counts=page.years.clone() n_undated=page.undated/>
                {bars("theme", i18n::within_label(), page.children.clone())}
                {bars("theme", name_of("theme"), page.themes.clone())}
                {bars("type", name_of("type"), page.types.clone())}
                {bars("place", name_of("place"), page.places.clone())}
                {bars("audience", i18n::for_whom(), page.audiences.clone())}
                {bars("publisher", i18n::who(), page.publishers.clone())}
            </div>
            {missing(explorer, on, &page)}
        </article>
    })
}

/// Another theme as a link to its page.
fn theme_link(facet: &'static Facet, idx: ValueIdx) -> AnyView {
    let value = &facet.values[idx as usize];
    let to = move |state: &State| state.about(&value.id);
    view! { <ThemeDot idx/> " " <Link isolated=true to>{value.label.as_str()}</Link> }
}

/// What to begin with, and why.
fn start(explorer: Explorer, page: &ThemePage) -> AnyView {
    if page.start.is_empty() {
        return ().into_any();
    }
    let store = &explorer.engine.store;
    let items = page.start.iter().map(|start| {
        let idx = start.resource;
        let to = move |state: &State| state.opened(store.id(idx));
        let reasons = i18n::pick_line(explorer.engine, idx);
        view! {
            <li>
                <h4 dir="auto" lang=explorer.language(idx)><Link to>{explorer.engine.shown_title(idx)}</Link></h4>
                <p class="quiet">{reasons}</p>
            </li>
        }
    });
    let items: Vec<AnyView> = items.collect();
    view! { <section class="start"><h3>{i18n::start_here()}</h3> <ol>{items}</ol></section> }
}

/// What the theme goes with, a sentence each.
fn neighbours(explorer: Explorer, on: (&'static str, &'static str), page: &ThemePage) -> AnyView {
    let themes = explorer.engine.facet("theme").filter(|_| !page.neighbours.is_empty());
    let Some(facet) = themes else { return ().into_any() };
    let items = page.neighbours.iter().map(|near| {
        let other = facet.values[near.theme as usize].id.as_str();
        // Both, not any.
        let both =
            move |state: &State| on_theme(state, on, "theme", other).with(|state| state.filter.set_all("theme", true));
        let together = i18n::together(near.together as usize);
        view! {
            <li>
                <span class="hidden">{i18n::beside_lead()} " "</span>
                <span class="lift">{i18n::likely(near.lift)}</span>
                " "
                <b>{theme_link(facet, near.theme)}</b>
                <span class="hidden">" " {i18n::beside_end()}</span>
                " "
                <span class="both"><Link to=both>{together}</Link></span>
            </li>
        }
    });
    let items: Vec<AnyView> = items.collect();
    view! {
        <section class="goes-with">
            <h3>{i18n::beside()}</h3>
            <p class="quiet" aria-hidden="true">{i18n::beside_shown()}</p>
            <ul>{items}</ul>
        </section>
    }
}

/// What there is none or little of, a sentence each.
fn missing(explorer: Explorer, on: (&'static str, &'static str), page: &ThemePage) -> AnyView {
    if page.missing.is_empty() {
        return ().into_any();
    }
    let engine = explorer.engine;
    let items = page.missing.iter().map(|missing| {
        let facet = &engine.facets[missing.facet];
        let sentence = i18n::missing(engine, page, missing);
        let sentence = if missing.here > 0 {
            let (key, value) = (facet.definition.key.as_str(), facet.values[missing.value as usize].id.as_str());
            view! { <Link to=move |state: &State| on_theme(state, on, key, value)>{sentence}</Link> }
        } else {
            sentence.into_any()
        };
        view! { <li>{sentence}</li> }
    });
    let items: Vec<AnyView> = items.collect();
    view! { <section class="missing"><h3>{i18n::missing_label()}</h3> <ul>{items}</ul></section> }
}
