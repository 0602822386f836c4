//! The broad themes as tiles: glyph, name, what it means, how many resources, and when they were published.

use std::fmt::Write;

use leptos::prelude::*;

use crate::app::components::{Link, theme_colours};
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::app::ui::Glyph;
use crate::explore::{State, ThemeTile, View, home_page};
use crate::facet::{Facet, FacetValue, ValueIdx};
use crate::i18n;
use crate::limits::{FACET_VALUES_DRAWN, TILES_DRAWN};

/// The width of a year and the height of the tallest one, in units of the drawing.
const YEAR: usize = 5;
const HEIGHT: u32 = 20;

/// The tiles.
#[component]
pub(super) fn Themes(
    /// The themes.
    tiles: Vec<ThemeTile>,
    /// Whether each names those below it.
    #[prop(optional)]
    has_children: bool,
) -> impl IntoView {
    let themes = use_explorer().engine.facet("theme").filter(|_| !tiles.is_empty())?;
    let (n, most) = (tiles.len(), TILES_DRAWN);
    let first = (n > most).then(|| view! { <p class="quiet">{i18n::first_tiles(most, n)}</p> });
    let tiles: Vec<AnyView> =
        tiles.into_iter().take(most).map(|tile| self::tile(themes, &tile, has_children)).collect();
    Some(view! {
        <section class="themes">
            <h3 id="themes-title">{i18n::facet_names(themes).0}</h3>
            <ul>{tiles}</ul>
            {first}
        </section>
    })
}

/// The page of all themes: the broad ones with those below them, and the other ways to look at them.
#[component]
pub(crate) fn ThemesView() -> impl IntoView {
    let page = home_page(use_explorer().engine, i18n::current().tag);
    let is_empty = page.themes.is_empty();
    let ways = [View::Cloud, View::Map, View::Together].map(|to| {
        view! { " " <Link to=move |state: &State| state.shown_as(to)>{i18n::view(to)}</Link> }
    });
    view! {
        <div class="home">
            {is_empty.then(|| view! { <p class="nothing">{i18n::no_themes()}</p> })}
            <Themes tiles=page.themes has_children=true/>
            <p class="ways">{ways.into_iter().collect::<Vec<AnyView>>()}</p>
        </div>
    }
}

/// A theme as a link to its page.
fn link(value: &'static FacetValue) -> AnyView {
    view! { <Link isolated=true to=move |state: &State| state.fresh().about(&value.id)>{value.label.as_str()}</Link> }
}

fn tile(themes: &'static Facet, tile: &ThemeTile, has_children: bool) -> AnyView {
    let value = &themes.values[tile.theme as usize];
    let [light, dark] = theme_colours(tile.theme);
    let glyph = use_explorer().engine.themes().get(tile.theme as usize).map(|theme| theme.glyph);
    let glyph = glyph.map(|glyph| view! { <Glyph path=glyph.path/> });
    let children = (has_children && !tile.children.is_empty()).then(|| {
        let (n, most) = (tile.children.len(), FACET_VALUES_DRAWN);
        let item = |child: &ValueIdx| view! { <li>{link(&themes.values[*child as usize])}</li> };
        let items: Vec<AnyView> = tile.children.iter().take(most).map(item).collect();
        let first = (n > most).then(|| view! { <p class="quiet">{i18n::first_tiles(most, n)}</p> });
        view! {
            <ul>{items}</ul>
            {first}
        }
    });
    let definition = value.definition.as_deref().map(|text| view! { <p dir="auto">{text}</p> });
    view! {
        <li class="tile themed" style=("--theme-light", light) style=("--theme-dark", dark)>
            {glyph}
            <h4>{link(value)}</h4>
            {definition}
            {children}
            <p class="figures">
                <span>{i18n::resources(tile.n as usize)}</span>
                {spark_line(&tile.years)}
            </p>
        </li>
    }
}

/// A bar a year; what it shows is on the page of the theme, in words too.
fn spark_line(years: &[u32]) -> AnyView {
    let most = years.iter().copied().max().unwrap_or_default();
    if most == 0 {
        return ().into_any();
    }
    let mut path = String::new();
    for (at, n) in years.iter().enumerate().filter(|(_, n)| **n > 0) {
        let height = (n * HEIGHT).div_ceil(most);
        path.push('M');
        // Writing to a text never fails.
        _ = write!(path, "{} {HEIGHT}v-{height}", at * YEAR + 2);
    }
    let view_box = format!("0 0 {} {HEIGHT}", years.len() * YEAR);
    view! { <svg class="spark" viewBox=view_box aria-hidden="true" focusable="false"><path d=path></path></svg> }
}
