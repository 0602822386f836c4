//! Help for asking: examples of what can be typed, each of which runs when it is clicked.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::follow;
use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::{Checkbox, close_outside};
use crate::explore::{Example, State, examples};
use crate::i18n;

/// The id of the panel, and that of the box with its button.
const PANEL: &str = "search-tips";
pub(super) const BOX: &str = "search-box";

/// Where it is stored that the key is switched off, and the word for that.
const STORED: &str = "competency-explorer/slash";
const OFF: &str = "off";

/// Whether the key that leads to the box is on: a reader can switch it off (WCAG 2.2, criterion 2.1.4), as speech input may press
/// it by itself.
pub(super) fn has_shortcut() -> bool {
    platform::stored(STORED).ok().flatten().as_deref() != Some(OFF)
}

/// The button that opens and closes the panel.
#[component]
pub(crate) fn TipsButton(
    /// Whether the panel is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            id="open-tips"
            aria-label=i18n::tips()
            title=i18n::tips()
            aria-expanded=move || is_open.get().to_string()
            aria-controls=PANEL
            on:click=handler(move |_| is_open.update(|is_open| *is_open = !*is_open))
        >
            <span aria-hidden="true">"?"</span>
        </button>
    }
}

/// The panel; its examples are looked for when it is first opened.
#[component]
pub(crate) fn Tips(
    /// Whether it is open.
    is_open: RwSignal<bool>,
    /// Whether the key that leads to the box is on.
    has_key: RwSignal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let switch_key = move || {
        has_key.update(|has_key| *has_key = !*has_key);
        if has_key.get_untracked() {
            platform::forget(STORED);
        } else {
            // Where nothing can be stored it holds until the page is left.
            _ = platform::store(STORED, OFF);
        }
    };
    let row = move |example: Example| {
        let query = example.query.clone();
        let (href, click) = follow(move |state: &State| state.with_query(&query));
        let click = move |press: MouseEvent| {
            click(press);
            is_open.set(false);
        };
        view! {
            <tr>
                <th scope="row"><a href=href on:click=handler(click)>{example.query.clone()}</a></th>
                <td>{i18n::lesson(example.lesson)}</td>
                <td class="count">{i18n::number(example.count)}</td>
            </tr>
        }
    };
    let table = move || {
        view! {
            <table>
                <caption class="hidden">{i18n::tips()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{i18n::type_this()}</th>
                        <th scope="col">{i18n::to_find()}</th>
                        <th scope="col" class="count">{i18n::here()}</th>
                    </tr>
                </thead>
                <tbody>{examples(explorer.engine).into_iter().map(row).collect_view()}</tbody>
            </table>
            <p class="quiet">{i18n::tips_note()}</p>
            <p class="setting">
                <Checkbox id="slash-key" name="slash-key" text=i18n::slash_setting() checked=has_key.into() on_change=Box::new(switch_key)/>
            </p>
        }
    };
    let contents = move || {
        close_outside(BOX, "open-tips".to_owned(), || true, move || is_open.set(false));
        table()
    };
    view! { <div id=PANEL hidden=move || !is_open.get()>{move || is_open.get().then(contents)}</div> }
}
