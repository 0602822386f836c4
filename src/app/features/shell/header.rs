//! The header that stays: the mark and the name, the search box, the sections of the page, and light or dark.

use leptos::prelude::*;

use super::scheme::SchemeSwitch;
use crate::app::components::follow;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::embed::Part;
use crate::explore::{State, View, is_start};
use crate::i18n;
use crate::shelf::Shelf;

/// The header; `search` is the search box.
#[component]
pub(crate) fn Header(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
    /// The search box.
    children: Children,
) -> impl IntoView {
    let explorer = use_explorer();
    let opened = explorer.opened;
    let setup = opened.setup;
    let (home, go_home) = follow(move |state: &State| {
        // On somebody's website the beginning is what was set up there.
        let first = if setup.is_embedded {
            setup.preset(opened.engine)
        } else {
            State { view: View::Home, ..State::default() }
        };
        State { compared: state.compared.clone(), language: state.language.clone(), ..first }
    });
    let (no_name, no_search) = (setup.hides(Part::Header), setup.hides(Part::Search));
    let no_sections = setup.hides(Part::Views) && setup.hides(Part::Tools);
    // Without its header the page still has a title, for those who do not see it.
    let name = if no_name { "name hidden" } else { "name" };
    let title = i18n::catalog_title(explorer.engine);
    view! {
        <header class="top" class:bare=no_name && no_search && no_sections inert=covered>
            <div class="top-row">
                <div class=name>
                    <h1 dir="auto">
                        <a href=home title=title on:click=handler(go_home) tabindex=no_name.then_some("-1")>
                            {brand(explorer.engine.head.logo())}
                            <span>{title}</span>
                        </a>
                    </h1>
                </div>
                {(!no_search).then(children)}
                <Sections/>
                {(!no_name).then(|| view! { <SchemeSwitch/> })}
            </div>
        </header>
    }
}

/// The logo of the catalog, else the mark of the page.
fn brand(logo: Option<&'static str>) -> AnyView {
    match logo {
        Some(src) => view! { <img class="brand" src=src alt=""/> },
        None => view! {
            <svg class="brand" viewBox="0 0 32 32" aria-hidden="true">
                <rect width="32" height="32" rx="7"></rect>
                <path d="m8 21 5-5 4 3 7-9"></path>
            </svg>
        },
    }
}

/// The links to the sections: the themes, the comparison and what is saved; on a phone they stand at the lower edge.
#[component]
fn Sections() -> impl IntoView {
    let explorer = use_explorer();
    let setup = explorer.opened.setup;
    let section = move |id: &'static str, to: View| {
        let (href, click) = follow(move |state: &State| state.shown_as(to));
        let is_here = move |view: View| match to {
            View::List => !view.is_whole(),
            _ => view == to,
        };
        let is_current = move || {
            explorer.with(|state| {
                let is_covered = state.open.is_some() || state.look.about.is_some();
                is_here(state.view) && !is_covered && !is_start(explorer.engine, &state.shared)
            })
        };
        let current = move || is_current().then_some("page");
        let n = move || match to {
            View::Compare => explorer.n_selected.get(),
            View::Shelf => explorer.shelf.with(Shelf::len),
            _ => 0,
        };
        let text = move || i18n::section(to, n());
        view! { <li><a id=id href=href on:click=handler(click) aria-current=current>{text}</a></li> }
    };
    let (views, tools) = (!setup.hides(Part::Views), !setup.hides(Part::Tools));
    (views || tools).then(|| {
        view! {
            <nav class="sections" aria-label=i18n::sections()>
                <ul>
                    {section("section-results", View::List)}
                    {views.then(|| section("section-themes", View::Themes))}
                    {tools.then(|| section("view-compare", View::Compare))}
                    {tools.then(|| section("view-shelf", View::Shelf))}
                </ul>
            </nav>
        }
    })
}
