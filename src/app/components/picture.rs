//! The buttons that give a picture to the reader as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::platform;
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::app::ui::Button;
use crate::i18n;
use crate::picture::{Frame, Picture};

/// The endings of files, which name their formats too.
const SVG: &str = "svg";
const PNG: &str = "png";

/// Two buttons, for a picture as SVG and as PNG.
#[component]
pub(crate) fn PictureButtons(
    /// What the file is called.
    name: &'static str,
    /// The sentence above the picture.
    title: Box<dyn Fn() -> String>,
    /// Makes the picture.
    draw: Box<dyn Fn(&Frame<'_>) -> Picture>,
) -> impl IntoView {
    let explorer = use_explorer();
    let message = RwSignal::new("");
    let make =
        StoredValue::new_local(move || draw(&Frame { title: &untrack(&title), source: &explorer.search_line() }));
    let svg = move || {
        let is_saved =
            make.with_value(|make| platform::save(&i18n::file_name(name, SVG), "image/svg+xml", &make().svg));
        message.set(if is_saved { "" } else { i18n::no_file() });
    };
    let png = move || {
        let picture = make.with_value(|make| make());
        spawn_local(async move {
            let is_saved = platform::save_png(&i18n::file_name(name, PNG), &picture).await;
            _ = message.try_set(if is_saved { "" } else { i18n::no_file() });
        });
    };
    view! {
        <p class="take-picture">
            <span class="quiet">{i18n::picture_label()}</span>
            {button(name, SVG, Box::new(svg))}
            {button(name, PNG, Box::new(png))}
            <span class="quiet" role="status">{move || message.get()}</span>
        </p>
    }
}

fn button(name: &str, ending: &str, on_press: Box<dyn Fn()>) -> AnyView {
    let (id, text) = (format!("{name}-{ending}"), ending.to_ascii_uppercase());
    view! { <Button id class="plain" label=i18n::download_as(&text) text on_press/> }
}
