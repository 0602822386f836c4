//! Step 5: the ways to take the catalog away.

use leptos::prelude::*;

use super::platform;
use super::state::Making;
use crate::export::Format;
use crate::i18n;
use crate::session::Save as File;

/// The choice of our own format among the formats.
const CATALOG: &str = "catalog";

/// The fifth step.
#[component]
pub(super) fn Save() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let with_importer = RwSignal::new(true);
    // What is saved is what was decided last.
    let is_reading = making.is_reading;
    let save = move |_| making.save(File::Page, with_importer.get_untracked());
    view! {
        <section class="own-step" aria-labelledby="own-save">
            <h2 id="own-save" tabindex="-1">{texts.step_save}</h2>
            <p>{texts.page_help}</p>
            <p class="own-check"><input id="own-with-importer" type="checkbox" prop:checked=move || with_importer.get()
                on:change=move |event| with_importer.set(event_target_checked(&event))/> <label for="own-with-importer">{texts.with_importer}</label></p>
            <p><button type="button" class="primary" id="own-save-page" disabled=is_reading on:click=save>{texts.save_page}</button></p>
            <Others with_importer/>
            <p class="own-saved">{move || making.saved.get()}</p>
            <p class="quiet" id="own-kept">{move || match making.is_kept.get() {
                Some(true) => texts.is_kept,
                Some(false) => texts.is_not_kept,
                None => "",
            }}</p>
        </section>
    }
}

/// The ways beside the page: for a website, and as data.
#[component]
fn Others(
    /// Whether the importer goes into pages.
    with_importer: RwSignal<bool>,
) -> impl IntoView {
    let making = Making::here();
    let (texts, more) = (i18n::own(), i18n::own_edit());
    let is_reading = making.is_reading;
    let format = RwSignal::new(CATALOG.to_owned());
    let save = move |_| making.save(File::Data(format.get_untracked()), false);
    let formats = Format::ALL.into_iter().map(|format| {
        let word = format.word();
        view! { <option value=word>{i18n::format(format)}</option> }
    });
    let zip = move |_| making.save(File::Folder, with_importer.get_untracked());
    view! {
        <p>{more.zip_help}</p>
        {platform::is_file().then(|| view! { <p class="quiet" id="own-zip-of-file">{more.zip_of_file}</p> })}
        <p><button type="button" id="own-save-zip" disabled=is_reading on:click=zip>{more.save_zip}</button></p>
        <p>{texts.data_help}</p>
        <p><label for="own-format">{texts.format}</label>
        <select id="own-format" on:change=move |event| format.set(event_target_value(&event))>
            <option value=CATALOG>{texts.as_catalog}</option> {formats.collect_view()}
        </select> " "
        <button type="button" id="own-save-data" disabled=is_reading on:click=save>{texts.save_data}</button></p>
        <p>{more.package_help}</p>
        <p><button type="button" id="own-save-package" disabled=is_reading on:click=move |_| making.save(File::Package, false)>{more.save_package}</button></p>
    }
}
