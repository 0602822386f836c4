//! What the catalog says of itself: title and description, its first page, its colours and its logo.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::platform;
use super::state::Making;
use crate::i18n;
use crate::import::{Edit, HomePart};
use crate::session::Request;

/// The colour that a colour box shows where none is chosen: it can't show none.
const NO_COLOUR: &str = "#888888";

/// A text of the head. It tells of changes of its own alone: an edit elsewhere writes over nothing that is being typed.
fn head(making: Making, key: &'static str) -> Memo<String> {
    Memo::new(move |_| making.editing.head(key))
}

/// Title and description.
#[component]
pub(super) fn Head() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let (title, description) = (head(making, "title"), head(making, "description"));
    view! {
        <p><label for="own-name">{texts.title}</label>
        <input id="own-name" type="text" dir="auto" prop:value=move || title.get() on:change=move |event| making.set_head("title", &event_target_value(&event))/></p>
        <p><label for="own-about">{texts.description}</label>
        <textarea id="own-about" rows="3" dir="auto" prop:value=move || description.get() on:change=move |event| making.set_head("description", &event_target_value(&event))></textarea></p>
    }
}

/// What the first page says, and where the catalog is from.
#[component]
pub(super) fn FirstPage() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let parts = HomePart::ALL.into_iter().zip(texts.home_parts).map(|(part, label)| {
        let id = format!("own-home-{}", part.key());
        let text = Memo::new(move |_| making.editing.with(|catalog| part.text(catalog)));
        let set = move |event| {
            making.command(Request::SetHome { part, text: event_target_value(&event) }, |_| {});
        };
        view! { <p><label for=id.clone()>{label}</label> <textarea id=id rows="3" dir="auto" prop:value=move || text.get() on:change=set></textarea></p> }
    });
    let lines = [("homepage", texts.homepage), ("license", texts.license)].map(|(key, label)| {
        let id = format!("own-{key}");
        let text = head(making, key);
        let set = move |event| making.set_head(key, &event_target_value(&event));
        view! { <p><label for=id.clone()>{label}</label> <input id=id type="text" dir="auto" prop:value=move || text.get() on:change=set/></p> }
    });
    view! { <p class="quiet">{texts.first_page_help}</p> {parts.collect_view()} {lines.collect_view()} }
}

/// Colours and logo.
#[component]
pub(super) fn Look() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let logo = move || making.editing.head("logo");
    let choose = move |event: Event| {
        let Some(file) = platform::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            let picture = platform::data_url(file).await.unwrap_or_default();
            making.edit(Edit::SetHead { key: "logo".to_owned(), value: picture.into() });
        });
    };
    view! {
        <p class="quiet">{texts.look_help}</p>
        <div class="own-colours">{texts.colours.iter().map(|(key, label)| colour(making, key, label)).collect_view()}</div>
        <p><label for="own-logo">{texts.logo}</label> <input id="own-logo" type="file" accept="image/*" on:change=choose/>
        <span class="quiet">{texts.logo_help}</span></p>
        {move || Some(logo()).filter(|logo| !logo.is_empty()).map(|logo| view! {
            <p class="own-logo"><img src=logo alt=texts.logo_shown/> " "
            <button type="button" on:click=move |_| making.edit(Edit::SetHead { key: "logo".to_owned(), value: Value::Null })>{texts.take_logo_out}</button></p>
        })}
    }
}

/// The choice of a colour.
fn colour(making: Making, key: &'static str, label: &'static str) -> AnyView {
    let texts = i18n::own_edit();
    let id = format!("own-colour-{key}");
    let chosen =
        move || making.editing.with(|catalog| catalog.head.get("colours")?.get(key)?.as_str().map(str::to_owned));
    let set = move |colour: Option<String>| {
        making.command(Request::SetColour { key: key.to_owned(), colour }, |_| {});
    };
    view! {
        <p><label for=id.clone()>{label}</label>
        <input id=id type="color" prop:value=move || chosen().unwrap_or_else(|| NO_COLOUR.to_owned()) on:change=move |event| set(Some(event_target_value(&event)))/>
        " " <button type="button" aria-label=(texts.as_it_was)(label) disabled=move || chosen().is_none() on:click=move |_| set(None)>{texts.reset}</button></p>
    }
    .into_any()
}
