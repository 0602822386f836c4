//! The broad themes as tiles: glyph, name, what it means, how many resources, and when they were published.

use std::fmt::Write;

use leptos::prelude::*;

use crate::app::components::{Link, theme_colours};
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::app::ui::Glyph;
use crate::explore::{State, ThemeTile};
use crate::facet::FacetValue;
use crate::i18n;
use crate::limits::TILES_DRAWN;

/// The width of a year and the height of the tallest one, in units of the drawing.
const YEAR: usize = 5;
const HEIGHT: u32 = 20;

/// The tiles.
#[component]
pub(super) fn Themes(
    /// The themes.
    tiles: Vec<ThemeTile>,
) -> impl IntoView {
    let themes = use_explorer().engine.facet("theme").filter(|_| !tiles.is_empty())?;
    let (n, most) = (tiles.len(), TILES_DRAWN);
    let first = (n > most).then(|| view! { <p class="quiet">{i18n::first_tiles(most, n)}</p> });
    let tiles: Vec<AnyView> =
        tiles.into_iter().take(most).map(|tile| self::tile(&themes.values[tile.theme as usize], &tile)).collect();
    Some(view! {
        <section class="themes">
            <h3 id="themes-title">{i18n::facet_names(themes).0}</h3>
            <ul>{tiles}</ul>
            {first}
        </section>
    })
}

fn tile(value: &'static FacetValue, tile: &ThemeTile) -> AnyView {
    let [light, dark] = theme_colours(tile.theme);
    let glyph = use_explorer().engine.themes().get(tile.theme as usize).map(|theme| theme.glyph);
    let glyph = glyph.map(|glyph| view! { <Glyph path=glyph.path/> });
    let to = move |state: &State| state.fresh().about(&value.id);
    let definition = value.definition.as_deref().map(|text| view! { <p dir="auto">{text}</p> });
    view! {
        <li class="tile themed" style=("--theme-light", light) style=("--theme-dark", dark)>
            {glyph}
            <h4><Link isolated=true to>{value.label.as_str()}</Link></h4>
            {definition}
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
