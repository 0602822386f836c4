//! A table for other programs: copied, or as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser;
use crate::app::words;
use crate::explore::{csv, markdown};

/// The buttons, and what came of them.
#[component]
pub(super) fn Export<R>(
    /// The name of the file, without its ending.
    name: &'static str,
    /// The rows; the first is the header.
    rows: R,
) -> impl IntoView
where
    R: Fn() -> Vec<Vec<String>> + Copy + Send + Sync + 'static,
{
    let said = RwSignal::new("");
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = browser::copy(&markdown(&rows())).await;
            // Of a view that is gone by now nothing is said.
            said.try_set(if is_copied { words::COPIED } else { words::NOT_COPIED });
        });
    };
    let save = move |ending: &'static str, kind: &'static str, text: String| {
        let is_saved = browser::save(&words::file_name(name, ending), kind, &text);
        said.set(if is_saved { "" } else { words::NOT_SAVED });
    };
    view! {
        <p class="export">
            <button type="button" id="copy-markdown" on:click=copy>{words::COPY_MARKDOWN}</button>
            <button type="button" id="save-markdown" on:click=move |_| save("md", "text/markdown;charset=utf-8", markdown(&rows()))>{words::SAVE_MARKDOWN}</button>
            <button type="button" id="save-csv" on:click=move |_| save("csv", "text/csv;charset=utf-8", csv(&rows()))>{words::SAVE_CSV}</button>
            <span role="status">{move || said.get()}</span>
        </p>
    }
}
