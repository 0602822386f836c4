//! What a theme is recognized by: its glyph and its colour. Its name always stands beside them.

use leptos::prelude::*;

use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::app::ui::Glyph;
use crate::colour::Colour;
use crate::facet::ValueIdx;

/// Returns the colours of a theme on light grounds and on dark ones, as an element of class `themed` (`theme_mark.css`) is given
/// them: `style=("--theme-light", light) style=("--theme-dark", dark)`.
pub(crate) fn theme_colours(theme: ValueIdx) -> [String; 2] {
    let identity = use_explorer().engine.themes().get(theme as usize);
    let of = |colour: Option<Colour>| colour.map(|colour| colour.to_string()).unwrap_or_default();
    [of(identity.map(|theme| theme.light)), of(identity.map(|theme| theme.dark))]
}

/// The glyph of a theme, in its colour.
#[component]
pub(crate) fn ThemeGlyph(
    /// Which theme.
    idx: ValueIdx,
) -> impl IntoView {
    let [light, dark] = theme_colours(idx);
    let glyph = use_explorer().engine.themes().get(idx as usize)?.glyph;
    Some(view! {
        <span class="mark themed" style=("--theme-light", light) style=("--theme-dark", dark)>
            <Glyph path=glyph.path/>
        </span>
    })
}

/// A dot in the colour of a theme.
#[component]
pub(crate) fn ThemeDot(
    /// Which theme.
    idx: ValueIdx,
) -> impl IntoView {
    let [light, dark] = theme_colours(idx);
    view! {
        <span class="dot themed" style=("--theme-light", light) style=("--theme-dark", dark) aria-hidden="true"></span>
    }
}
