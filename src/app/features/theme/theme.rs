//! A theme on its own: what it means, where to begin, what it goes with, and what is missing.

use leptos::prelude::*;

use super::figures::{Bars, Years};
use crate::app::components::{Kind, Link, ThemeDot, ThemeGlyph};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{State, ThemePage, on_theme, theme_page};
use crate::facet::{Facet, ValueIdx};
use crate::i18n;

/// The page of a theme; nothing where the catalog does not have it.
#[component]
pub(crate) fn Theme(
    /// Which theme.
    idx: ValueIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let facet = engine.facet("theme")?;
    let value = facet.values.get(idx as usize)?;
    let id = value.id.as_str();
    let page = theme_page(engine, id)?;
    let parent = page.parent.map(|(parent, _)| view! { " · " {i18n::part_of_label()} " " {theme_link(facet, parent)} });
    let definition = value.definition.as_deref();
    let show_all = if page.n == 0 {
        view! { <p class="actions quiet">{i18n::none_on_it()}</p> }
    } else {
        let text = i18n::show_them(page.n as usize);
        let to = move |state: &State| state.only("theme", id);
        view! { <p class="actions"><Link class="primary" to>{text}</Link></p> }
    };
    Some(view! {
        <article id="theme" data-id=id>
            <nav class="way" aria-label=i18n::results()>
                <Link id="back" to=|state: &State| state.with(|state| state.look.about = None)>{i18n::back()}</Link>
            </nav>
            <p class="kind"><span class="type">{i18n::a_theme()}</span> {parent}</p>
            <h2 id="theme-title" tabindex="-1" dir="auto"><ThemeGlyph idx/> " " {value.label.as_str()}</h2>
            {definition.map(|text| view! { <p class="summary" dir="auto">{text}</p> })}
            {show_all}
            {start(explorer, &page)}
            {neighbours(facet, id, &page)}
            <div class="figures">
                <Years theme=id counts=page.years.clone() n_undated=page.undated/>
                <Bars theme=id key="theme" title=i18n::within_label() counts=page.children.clone()/>
                <Bars theme=id key="audience" title=i18n::for_whom() counts=page.audiences.clone()/>
                <Bars theme=id key="publisher" title=i18n::who() counts=page.publishers.clone()/>
            </div>
            {missing(explorer, id, &page)}
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
        let reasons = i18n::reasons(explorer.engine, &start.reasons);
        view! {
            <li>
                <p class="kind"><Kind idx/></p>
                <h4 dir="auto" lang=explorer.language(idx)><Link to>{store.title(idx)}</Link></h4>
                <p class="quiet">{reasons}</p>
            </li>
        }
    });
    let items: Vec<AnyView> = items.collect();
    view! { <section class="start"><h3>{i18n::start_here()}</h3> <ol>{items}</ol></section> }
}

/// What the theme goes with, a sentence each.
fn neighbours(facet: &'static Facet, id: &'static str, page: &ThemePage) -> AnyView {
    if page.neighbours.is_empty() {
        return ().into_any();
    }
    let items = page.neighbours.iter().map(|near| {
        let other = facet.values[near.theme as usize].id.as_str();
        // Both, not any.
        let both =
            move |state: &State| on_theme(state, id, "theme", other).with(|state| state.filter.set_all("theme", true));
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

/// What there is none or little of.
fn missing(explorer: Explorer, id: &'static str, page: &ThemePage) -> AnyView {
    if page.missing.is_empty() {
        return ().into_any();
    }
    let engine = explorer.engine;
    let items = page.missing.iter().map(|missing| {
        let facet = &engine.facets[missing.facet];
        let (name, usual) = i18n::missing(engine, missing);
        let usual = if missing.here > 0 {
            let (key, value) = (facet.definition.key.as_str(), facet.values[missing.value as usize].id.as_str());
            view! { <Link to=move |state: &State| on_theme(state, id, key, value)>{usual}</Link> }
        } else {
            usual.into_any()
        };
        view! { <li><b dir="auto">{name}</b> ": " {usual} "."</li> }
    });
    let items: Vec<AnyView> = items.collect();
    view! { <section class="missing"><h3>{i18n::missing_label()}</h3> <ul>{items}</ul></section> }
}
