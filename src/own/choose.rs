//! Step 1: files are chosen or dropped, a table is pasted, the sample is tried, work from before is taken up.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

use super::platform;
use super::state::Making;
use crate::i18n;

/// A list to try the page with.
const SAMPLE: &str = include_str!("../../public/sample.csv");

/// The first step.
#[component]
pub(super) fn Choose() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let is_over = RwSignal::new(false);
    let drag = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let drop_files = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        making.take(platform::chosen(&event));
    };
    // Work from before is gone on with or thrown away first: a list that is read takes its place on the device.
    let is_offered = move || making.draft.with(Option::is_some) && making.files.with(Vec::is_empty);
    view! {
        <section class="own-step" aria-labelledby="own-choose">
            <h2 id="own-choose" tabindex="-1">{texts.step_choose}</h2>
            <KeptDraft/>
            <div class="own-ways" hidden=is_offered>
            <div class="own-drop" class:over=move || is_over.get() on:dragover=drag on:dragleave=move |_| is_over.set(false) on:drop=drop_files>
                <label for="own-file">{texts.choose}</label>
                <input id="own-file" type="file" multiple=true on:change=move |event: Event| making.take(platform::chosen(&event))/>
                <p class="quiet">{texts.formats}</p>
            </div>
            <Paste/>
            </div>
            <Files/>
            {move || making.is_reading.get().then(|| view! {
                <p class="own-progress"><progress aria-label=texts.reading></progress> {texts.reading} " "
                <button type="button" on:click=move |_| platform::cancel()>{texts.cancel}</button></p>
            })}
        </section>
    }
}

/// The offer to go on with work from before.
#[component]
fn KeptDraft() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    move || {
        let files = making.draft.get()?;
        let names: Vec<String> = files.into_iter().map(|(name, _)| name).collect();
        making.files.with(Vec::is_empty).then(|| {
            view! {
                <div class="notice own-draft">
                    <p>{(texts.draft)(&names)}</p>
                    <button type="button" class="primary" on:click=move |_| making.take_up()>{texts.take_up}</button> " "
                    <button type="button" on:click=move |_| making.throw_away()>{texts.throw_away}</button>
                </div>
            }
        })
    }
}

/// The box for a pasted table, and the sample.
#[component]
fn Paste() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let text = RwSignal::new(String::new());
    let read = move |_| {
        let pasted = text.get_untracked();
        if !pasted.trim().is_empty() {
            making.take_text(texts.pasted_file.to_owned(), pasted);
        }
    };
    view! {
        <details class="own-paste">
            <summary>{texts.paste}</summary>
            <label for="own-text">{texts.paste_here}</label>
            <textarea id="own-text" rows="6" prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))></textarea>
            <button type="button" id="own-read-text" on:click=read>{texts.read_pasted}</button>
        </details>
        <p><button type="button" id="own-sample" on:click=move |_| making.take_text("sample.csv".to_owned(), SAMPLE.to_owned())>{texts.sample}</button> " "
        <button type="button" id="own-of-page" hidden=move || making.files.with(|files| !files.is_empty()) disabled=making.is_reading on:click=move |_| making.take_catalog_of_page()>{texts.of_page}</button></p>
    }
}

/// The files that are chosen.
#[component]
fn Files() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let file = move |(name, size): (String, usize)| {
        let label = (texts.leave_file)(&name);
        let of = name.clone();
        view! {
            <li><bdi>{name}</bdi> " " <span class="quiet">{(texts.size)(size)}</span> " "
            <button type="button" aria-label=label on:click=move |_| making.leave(&of)>{texts.leave}</button></li>
        }
    };
    move || {
        let files = making.files.get();
        (!files.is_empty()).then(
            || view! { <ul class="own-files" aria-label=texts.files>{files.into_iter().map(file).collect_view()}</ul> },
        )
    }
}
