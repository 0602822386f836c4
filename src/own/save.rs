//! Steps 4 and 5: what the catalog says of itself, and the ways to take it away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::platform;
use super::state::Making;
use crate::catalog::{Catalog, Head, Record, Store, read};
use crate::export::{Context, Export, Format, Known, Parts};
use crate::i18n;
use crate::page::{self, Own};

/// The choice of our own format among the formats.
const CATALOG: &str = "catalog";

/// The fourth step.
#[component]
pub(super) fn HeadEdit() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    view! {
        <section class="own-step" aria-labelledby="own-head">
            <h2 id="own-head" tabindex="-1">{texts.step_head}</h2>
            <p><label for="own-name">{texts.title}</label>
            <input id="own-name" type="text" prop:value=move || making.title()
                on:input=move |event| making.title.set(Some(event_target_value(&event))) on:change=move |_| making.keep()/></p>
            <p><label for="own-about">{texts.description}</label>
            <textarea id="own-about" rows="3" prop:value=move || making.description()
                on:input=move |event| making.description.set(Some(event_target_value(&event))) on:change=move |_| making.keep()></textarea></p>
        </section>
    }
}

/// The fifth step.
#[component]
pub(super) fn Save() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    // What is saved is what was decided last.
    let is_reading = making.is_reading;
    let with_importer = RwSignal::new(true);
    let format = RwSignal::new(CATALOG.to_owned());
    let save_page = move |_| spawn_local(save_page(making, with_importer.get_untracked()));
    let save_data = move |_| save_data(making, &format.get_untracked());
    let formats = Format::ALL.into_iter().map(|format| {
        let word = format.word();
        view! { <option value=word>{i18n::format(format)}</option> }
    });
    view! {
        <section class="own-step" aria-labelledby="own-save">
            <h2 id="own-save" tabindex="-1">{texts.step_save}</h2>
            <p>{texts.page_help}</p>
            <p class="own-check"><input id="own-with-importer" type="checkbox" prop:checked=move || with_importer.get()
                on:change=move |event| with_importer.set(event_target_checked(&event))/> <label for="own-with-importer">{texts.with_importer}</label></p>
            <p><button type="button" class="primary" id="own-save-page" disabled=is_reading on:click=save_page>{texts.save_page}</button></p>
            <p>{texts.data_help}</p>
            <p><label for="own-format">{texts.format}</label>
            <select id="own-format" on:change=move |event| format.set(event_target_value(&event))>
                <option value=CATALOG>{texts.as_catalog}</option> {formats.collect_view()}
            </select> " "
            <button type="button" id="own-save-data" disabled=is_reading on:click=save_data>{texts.save_data}</button></p>
            <p class="quiet">{move || match making.is_kept.get() {
                Some(true) => texts.is_kept,
                Some(false) => texts.is_not_kept,
                None => "",
            }}</p>
        </section>
    }
}

/// The catalog as it was read, with what was decided of its head.
fn catalog(making: Making) -> Option<Catalog> {
    let json = making.answer.with_untracked(|answer| answer.as_ref().map(|answer| answer.catalog.clone()))?;
    let (mut catalog, _) = read(json.as_bytes()).ok()?;
    let description = untrack(|| making.description());
    let Head { title, description: about, updated, .. } = &mut catalog.head;
    *title = untrack(|| making.title());
    *about = (!description.trim().is_empty()).then_some(description);
    *updated = updated.take().or_else(|| Some(platform::today()));
    Some(catalog)
}

/// Saves one web page with everything inside.
async fn save_page(making: Making, with_importer: bool) {
    let texts = i18n::own();
    let Some(catalog) = catalog(making) else { return };
    let made = match platform::source().await {
        Ok(html) => page_of(&html, &catalog, with_importer),
        Err(why) => Err(why),
    };
    match made {
        Ok(html) => {
            let name = format!("{}.html", file_name(&catalog.head.title));
            platform::save(&name, "text/html;charset=utf-8", &html);
            making.trouble.set(String::new());
            making.status.set((texts.saved)(&name));
        }
        Err(why) => {
            making.trouble.set((texts.not_saved)(&why));
            making.status.set((texts.not_saved)(&why));
        }
    }
}

/// A page with everything inside, with a catalog and perhaps the importer.
fn page_of(html: &str, catalog: &Catalog, with_importer: bool) -> Result<String, String> {
    let bytes = serde_json::to_vec(catalog).unwrap_or_default();
    let html = page::with_catalog(html, catalog, &bytes, None).map_err(|why| why.to_string())?;
    let html = if with_importer {
        let (script, module, style) = platform::parts();
        page::add_own(&html, Own { script: &script, module: &module, style: &style })
    } else {
        page::leave_own(&html)
    };
    html.map_err(|why| why.to_string())
}

/// Saves the catalog in the format of another program, or as the catalog that the command reads.
fn save_data(making: Making, word: &str) {
    let Some(catalog) = catalog(making) else { return };
    let (ending, kind, text) = match Format::of(word) {
        Some(format) => (format.ending(), format.media_type(), exported(&catalog, format)),
        None => ("json", "application/json", serde_json::to_string(&catalog).unwrap_or_default()),
    };
    let name = format!("{}.{ending}", file_name(&catalog.head.title));
    platform::save(&name, kind, &text);
    making.status.set((i18n::own().saved)(&name));
}

/// A catalog in the format of another program.
fn exported(catalog: &Catalog, format: Format) -> String {
    let mut store = Store::default();
    for resource in &catalog.resources {
        store.push(&Record::from(resource));
    }
    let known = Known::new(&store);
    let export = Export::new(format, Context::new(&catalog.head, &known));
    Parts::new(export, catalog.resources.iter().cloned()).collect()
}

/// A title as the name of a file: letters and digits of any script, and hyphens.
fn file_name(title: &str) -> String {
    let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(60).collect();
    if name.is_empty() { "catalog".to_owned() } else { name }
}
