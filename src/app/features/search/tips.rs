//! Help for asking: examples of what can be typed, each of which runs when it is clicked.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::follow;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::close_outside;
use crate::explore::{Example, State, examples};
use crate::i18n;

/// The id of the panel, and that of the box with its button.
const PANEL: &str = "search-tips";
pub(super) const BOX: &str = "search-box";

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
) -> impl IntoView {
    let explorer = use_explorer();
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
        }
    };
    let contents = move || {
        close_outside(BOX, "open-tips".to_owned(), is_open);
        table()
    };
    view! { <div id=PANEL hidden=move || !is_open.get()>{move || is_open.get().then(contents)}</div> }
}
